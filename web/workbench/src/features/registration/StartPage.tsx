import { useQuery } from '@tanstack/react-query';
import { getItemGuide, type ItemGuide } from '@tongban/server/src/modules/catalog/contract.ts';
import { evaluateGuidance, type GivenAnswer, type GuidanceResult } from '@tongban/server/src/modules/guidance/contract.ts';
import { Alert, Button } from 'antd';
import { createWindowDraft } from '@tongban/server/src/modules/intake/contract.ts';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api } from '../../shared/api.ts';
import { Facts, Page, Panel } from '../../shared/page/Page.tsx';
import { PageState } from '../../shared/page/PageState.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { ApplicantForm } from './ApplicantForm.tsx';
import { GuidanceQuestions } from './GuidanceQuestions.tsx';
import { SituationFound } from './SituationFound.tsx';
import { text } from './text.ts';
import { useBegin } from './use-begin.ts';
import { useTicket, type CalledTicket } from './use-ticket.ts';
import './registration.css';

/** Situation and applicant of a registration, on one page with what the item needs beside them. */
export function StartPage() {
  const { itemId = '' } = useParams();
  const guide = useQuery({ queryKey: [getItemGuide.id, itemId], queryFn: () => api.call(getItemGuide, { params: { itemId } }) });
  return <PageState query={guide}>{(data) => <Start key={itemId} guide={data} />}</PageState>;
}

function Start({ guide }: { guide: ItemGuide }) {
  const { elements, itemId } = guide;
  const { waiting, ticket } = useTicket();
  const [answers, setAnswers] = useState<readonly GivenAnswer[]>([]);
  const guidance = useQuery({
    queryKey: [evaluateGuidance.id, guide.versionId, answers],
    placeholderData: (before) => before,
    queryFn: () => api.call(evaluateGuidance, { params: { itemId }, body: { versionId: guide.versionId, answers: [...answers] } }),
  });
  const { mode, url } = elements.handling;
  if (mode !== 'platform') {
    return (
      <Page title={elements.name} aside={elements.departmentName}>
        <Alert
          type="info"
          showIcon
          title={mode === 'external' ? text.item.external : text.item.window}
          description={
            mode === 'external' && url ? (
              <Button type="primary" href={url} target="_blank" rel="noreferrer">
                {text.item.openExternal}
              </Button>
            ) : (
              elements.windows.map((place) => `${place.name}　${place.address}　${place.telephone}`).join('；')
            )
          }
        />
        <Panel>
          <ItemFacts guide={guide} />
        </Panel>
      </Page>
    );
  }
  const result = guidance.data;
  const open = result?.complete === true && result.situation?.refused !== true;
  return (
    <Page title={elements.name} aside={ticket ? text.applicant.forTicket(ticket.number, elements.departmentName) : elements.departmentName}>
      <div className="start">
        <div className="start__main">
          <Panel title={text.guidance.title}>
            <QueryState query={guidance} lines={3}>
              {(data) => <GuidanceQuestions questions={elements.questionnaire?.questions ?? []} result={data} onAnswer={setAnswers}><SituationFound result={data} /></GuidanceQuestions>}
            </QueryState>
          </Panel>
          {open && !waiting ? (
            <Panel title={text.applicant.title}>
              <Applicant key={ticket?.ticketId ?? ''} guide={guide} answers={result.answers} ticket={ticket} />
            </Panel>
          ) : null}
        </div>
        <aside className="start__side">
          <Panel title={text.item.materials} extra={result?.complete ? result.materials.length : undefined}>
            <NeededMaterials result={result} />
          </Panel>
          <Panel>
            <ItemFacts guide={guide} situation={result?.complete ? result.situation?.key : undefined} />
          </Panel>
        </aside>
      </div>
    </Page>
  );
}

function Applicant({ guide: { itemId, elements }, answers, ticket }: { guide: ItemGuide; answers: readonly GivenAnswer[]; ticket: CalledTicket | undefined }) {
  const { begin, busy, problem } = useBegin(createWindowDraft, ticket);
  const kinds = (['person', 'company'] as const).filter((kind) => elements.audiences.length === 0 || elements.audiences.includes(kind));
  return (
    <ApplicantForm
      kinds={kinds} keep={`applicant.${itemId}${ticket ? `.${ticket.ticketId}` : ''}`} ticket={ticket} busy={busy} problem={problem}
      onBegin={(applicant, forget, shareId) => begin({ body: { itemId, guidance: [...answers], applicant } }, forget, shareId)}
    />
  );
}

function NeededMaterials({ result }: { result: GuidanceResult | undefined }) {
  if (!result?.complete) return <p className="muted small">{text.guidance.waiting}</p>;
  return (
    <ol className="needed">
      {result.materials.map(({ material, reason }) => (
        <li key={material.key}>
          <p>
            {material.name}
            {material.necessity === '1' ? null : (
              <span className="faint small">　{material.necessity === '3' ? text.guidance.later : text.guidance.optional}</span>
            )}
          </p>
          {reason ? <p className="faint small">{reason}</p> : null}
        </li>
      ))}
    </ol>
  );
}

/** What to compare on a condition when the application is taken; of every situation as long as it is not known. */
function Checks({ elements: { conditionPoints = [] }, condition, situation }: { elements: ItemGuide['elements']; condition: string; situation: string | undefined }) {
  const shown = conditionPoints.filter((point) => point.condition === condition && point.stage === 'acceptance' && (situation === undefined || (point.situations?.includes(situation) ?? true)));
  return shown.length === 0 ? null : <ul>{shown.map(({ key, text: point }) => <li key={key}>{point}</li>)}</ul>;
}

function ItemFacts({ guide: { elements }, situation }: { guide: ItemGuide; situation?: string | undefined }) {
  return (
    <>
      <Facts
        items={[
          { label: text.item.promised, value: text.promise(elements.promisedLimit?.days ?? null) },
          { label: text.item.legal, value: text.promise(elements.legalLimit?.days ?? null) },
          { label: text.item.visits, value: elements.visitCount === undefined ? '—' : text.item.times(elements.visitCount) },
          { label: text.item.fee, value: elements.charged ? elements.fees.map(({ name }) => name).join('、') || text.item.charged : text.item.free },
        ]}
      />
      {elements.conditions.length > 0 ? (
        <>
          <h3 className="conditions__title">{text.item.conditions}</h3>
          <ol className="conditions">
            {elements.conditions.map((condition) => (
              <li key={condition}>
                {condition}
                <Checks elements={elements} condition={condition} situation={situation} />
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </>
  );
}
