import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ResponseOf } from '@tongban/contract-kit';
import { evaluateBundle, getBundleGuide, type BundleOutcome } from '@tongban/server/src/modules/bundles/contract.ts';
import type { GivenAnswer } from '@tongban/server/src/modules/guidance/contract.ts';
import { createWindowBundleDraft } from '@tongban/server/src/modules/intake/contract.ts';
import { Alert } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { Facts, Page, Panel } from '../../../shared/page/Page.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { ApplicantForm } from '../ApplicantForm.tsx';
import { GuidanceQuestions } from '../GuidanceQuestions.tsx';
import { text } from '../text.ts';
import { useBegin } from '../use-begin.ts';
import { useTicket, type CalledTicket } from '../use-ticket.ts';
import { BundleItems } from './BundleItems.tsx';
import '../registration.css';

const words = text.bundle;
type Guide = ResponseOf<typeof getBundleGuide>;

/** One questionnaire and the applicant of a 一件事, on one page with the items and materials it leads to (INT-04, BDL-02). */
export function BundleStartPage() {
  const { bundleId = '' } = useParams();
  const guide = useQuery({ queryKey: [getBundleGuide.id, bundleId], queryFn: () => api.call(getBundleGuide, { params: { bundleId } }) });
  return <PageState query={guide}>{(data) => <Start key={bundleId} guide={data} />}</PageState>;
}

function Start({ guide }: { guide: Guide }) {
  const { waiting, ticket } = useTicket();
  const [answers, setAnswers] = useState<readonly GivenAnswer[]>([]);
  const outcome = useQuery({
    queryKey: [evaluateBundle.id, guide.versionId, answers], placeholderData: keepPreviousData,
    queryFn: () => api.call(evaluateBundle, { params: { bundleId: guide.id }, body: { answers: [...answers] } }),
  });
  const result = outcome.data;
  const lead = guide.leadDepartmentName ?? '';
  return (
    <Page title={guide.name} aside={ticket ? text.applicant.forTicket(ticket.number, lead) : words.lead(lead)}>
      <div className="start">
        <div className="start__main">
          <Panel title={text.guidance.title}>
            <QueryState query={outcome} lines={3}>
              {(data) => <GuidanceQuestions questions={guide.questions} result={data} onAnswer={setAnswers}>{data.nextQuestion ? null : <Obstacles outcome={data} />}</GuidanceQuestions>}
            </QueryState>
          </Panel>
          {result && obstaclesOf(result).length === 0 && result.nextQuestion === null && !waiting ? (
            <Panel title={text.applicant.title}>
              <Applicant key={ticket?.ticketId ?? ''} guide={guide} answers={result.answers} ticket={ticket} />
            </Panel>
          ) : null}
        </div>
        <aside className="start__side">
          <Panel title={words.items} extra={result && result.nextQuestion === null ? result.items.length : undefined}>
            {result && result.nextQuestion === null
              ? <BundleItems items={result.items.map(({ key, name, departmentName, days }) => ({ key, name, departmentName, days, after: afterOf(result, key) }))} />
              : <p className="muted small">{words.waiting}</p>}
          </Panel>
          {result && result.nextQuestion === null ? (
            <>
              <Panel title={text.item.materials} extra={result.materials.length}>
                <ol className="needed">{result.materials.map(({ key, name, neededBy }) => <li key={key}><p>{name}</p>{neededBy.length > 1 ? <p className="faint small">{words.shared(neededBy.length)}</p> : null}</li>)}</ol>
              </Panel>
              <Panel>
                <Facts items={[{ label: text.item.promised, value: text.promise(result.promisedDays) }, { label: words.form, value: words.fields(result.savings.fields.after, result.savings.fields.before) }]} />
              </Panel>
            </>
          ) : null}
        </aside>
      </div>
    </Page>
  );
}

/** Names of the items that go before an item. */
function afterOf({ steps, items }: BundleOutcome, key: string): string[] {
  const at = steps.findIndex((step) => step.items.includes(key));
  return at < 1 ? [] : (steps[at - 1]?.items ?? []).flatMap((before) => items.find((item) => item.key === before)?.name ?? []);
}

/** Why it cannot be applied for as one: items that are handled elsewhere, refused, or not settled by the answers. */
function obstaclesOf({ items, form }: BundleOutcome): string[] {
  if (items.length === 0) return [words.none];
  const alone = items.filter(({ handlingMode, refused, openQuestion }) => handlingMode !== 'platform' || refused || openQuestion !== null).map(({ name, notes }) => words.alone(name, notes.join('')));
  return alone.length === 0 && form === null ? [words.noForm] : alone;
}

function Obstacles({ outcome }: { outcome: BundleOutcome }) {
  const found = obstaclesOf(outcome);
  if (found.length === 0) return null;
  return <Alert type="warning" showIcon title={words.notAsOne} description={<ul className="notes">{found.map((one) => <li key={one}>{one}</li>)}</ul>} />;
}

function Applicant({ guide, answers, ticket }: { guide: Guide; answers: readonly GivenAnswer[]; ticket: CalledTicket | undefined }) {
  const { begin, busy, problem } = useBegin(createWindowBundleDraft, ticket);
  return (
    <ApplicantForm
      kinds={[guide.audience]} keep={`applicant.${guide.id}${ticket ? `.${ticket.ticketId}` : ''}`} ticket={ticket} busy={busy} problem={problem}
      onBegin={(applicant, forget, shareId) => begin({ body: { bundleId: guide.id, guidance: [...answers], applicant } }, forget, shareId)}
    />
  );
}
