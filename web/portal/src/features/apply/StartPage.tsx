import { useMutation, useQuery } from '@tanstack/react-query';
import { createKey } from '@tongban/api-client';
import { Button, Card, Notice, RadioGroup } from '@tongban/ui';
import { useRef, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { actFor, type ActingChoice } from '@tongban/server/src/kernel/identity/contract.ts';
import { getItemGuide, type ItemElements, type ItemGuide } from '@tongban/server/src/modules/catalog/contract.ts';
import { evaluateGuidance, type GuidanceResult } from '@tongban/server/src/modules/guidance/contract.ts';
import { createDraft, listDrafts } from '@tongban/server/src/modules/intake/contract.ts';
import { api } from '../../shared/api.ts';
import { formatDate, formatDateTime } from '../../shared/format/dates.ts';
import { readAnswers, writeAnswers } from '../../shared/items/answers.ts';
import { Answer, ProblemNotice } from '../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { RequireAccount } from '../../shared/session/RequireAccount.tsx';
import { enterSession, type Account } from '../../shared/session/session.ts';
import { text } from './text.ts';
import './apply.css';

const t = text.start;
const myself = 'myself';

/** Whom the item lets somebody apply for. */
export function eligibleChoices(item: Pick<ItemElements, 'audiences' | 'agentAllowed' | 'taskType'>, choices: readonly ActingChoice[]): ActingChoice[] {
  return choices.filter((choice) => (item.audiences.length === 0 || item.audiences.includes(choice.kind))
    && (choice.basis === 'legal-representative' || (item.agentAllowed && (!choice.itemCategories || choice.itemCategories.includes(item.taskType)))));
}

function OwnDrafts({ itemId }: { itemId: string }) {
  const drafts = useQuery({ queryKey: ['intake.list-drafts'], queryFn: () => api.call(listDrafts, {}) });
  const mine = drafts.data?.items.filter((draft) => draft.itemId === itemId) ?? [];
  if (mine.length === 0) return null;
  return (
    <Notice title={t.drafts}>
      <p>{t.draftsLead}</p>
      <ul className="own-drafts">
        {mine.map((draft) => (
          <li key={draft.id}>
            <span>{draft.applicantName}，{draft.situationName}<br /><span className="muted">{t.savedAt(formatDateTime(draft.updatedAt))}</span></span>
            <ButtonLink to={links.draft(draft.id)}>{t.resume}</ButtonLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Start({ guide, result, account }: { guide: ItemGuide; result: GuidanceResult; account: Account }) {
  const item = guide.elements;
  const navigate = useNavigate();
  const key = useRef(createKey());
  const ownAllowed = item.audiences.length === 0 || item.audiences.includes('person');
  const choices = eligibleChoices(item, account.session.actingChoices);
  const current = account.session.actingFor?.mandateId;
  const [whom, setWhom] = useState(choices.some((one) => one.mandateId === current) ? current : ownAllowed ? myself : choices[0]?.mandateId);
  const begin = useMutation({
    mutationFn: async (chosen: string) => {
      const mandateId = chosen === myself ? null : chosen;
      if ((account.session.actingFor?.mandateId ?? null) !== mandateId) enterSession(await api.call(actFor, { body: { mandateId } }));
      return api.call(createDraft, { body: { itemId: guide.itemId, guidance: result.answers } }, { idempotencyKey: `${key.current}-${chosen}` });
    },
    onSuccess: (draft) => void navigate(links.draft(draft.id), { replace: true }),
  });
  if (!ownAllowed && choices.length === 0) {
    return (
      <Notice
        tone="warning" title={t.companiesOnly}
        actions={<><ButtonLink variant="primary" to={links.register('company')}>{t.registerCompany}</ButtonLink><ButtonLink to={links.space('mandates')}>{t.mandates}</ButtonLink></>}
      >
        <p>{t.noCompany}</p>
      </Notice>
    );
  }
  return (
    <div className="stack">
      <OwnDrafts itemId={guide.itemId} />
      <Card title={t.situation} aside={<Link to={links.guidance(guide.itemId)}>{t.change}</Link>}>
        <p>{result.situation?.name}</p>
      </Card>
      <Card>
        <form
          className="stack"
          onSubmit={(event) => { event.preventDefault(); if (whom && !begin.isPending) begin.mutate(whom); }}
        >
          <RadioGroup
            label={<span className="form-heading">{t.forWhom}</span>} hint={t.forWhomHint} value={whom} onChange={setWhom}
            options={[
              ...(ownAllowed ? [{ value: myself, label: t.myself(account.name) }] : []),
              ...choices.map((choice) => ({
                value: choice.mandateId, label: choice.name,
                hint: choice.basis === 'legal-representative' ? t.representative : t.agent(choice.validUntil ? formatDate(choice.validUntil) : undefined),
              })),
            ]}
          />
          {begin.isError && <ProblemNotice error={begin.error} />}
          <div><Button type="submit" variant="primary" size="large" busy={begin.isPending}>{t.submit}</Button></div>
        </form>
      </Card>
    </div>
  );
}

function LoadedStart({ itemId, account }: { itemId: string; account: Account }) {
  const [params] = useSearchParams();
  const answers = readAnswers(params.get('answers'));
  const guide = useQuery({ queryKey: ['catalog.get-item-guide', itemId], queryFn: () => api.call(getItemGuide, { params: { itemId } }), meta: { public: true } });
  const result = useQuery({
    queryKey: ['guidance.evaluate-answers', itemId, answers],
    queryFn: () => api.call(evaluateGuidance, { params: { itemId }, body: { answers } }), meta: { public: true },
  });
  if (!guide.data) return <div className="page"><Answer query={guide}>{() => null}</Answer></div>;
  const item = guide.data;
  return (
    <Page title={t.title} windowTitle={`${t.title}：${item.elements.name}`} lead={<p>{item.elements.name}</p>} trail={[{ to: links.item(itemId), label: item.elements.name }]} narrow>
      <Answer query={result}>
        {(found) => (found.complete && !found.situation?.refused
          ? <Start guide={item} result={found} account={account} />
          : <Notice actions={<ButtonLink variant="primary" to={links.guidance(itemId, writeAnswers(found.answers))}>{t.toGuidance}</ButtonLink>}><p>{t.notReady}</p></Notice>)}
      </Answer>
    </Page>
  );
}

/** Between guidance and form: who applies, drafts already begun. */
export function StartPage() {
  const { itemId = '' } = useParams();
  return <RequireAccount>{(account) => <LoadedStart itemId={itemId} account={account} />}</RequireAccount>;
}
