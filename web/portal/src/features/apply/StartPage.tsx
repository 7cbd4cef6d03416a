import { useQuery } from '@tanstack/react-query';
import { Card, Notice } from '@tongban/ui';
import { Link, useParams, useSearchParams } from 'react-router';
import type { ActingChoice } from '@tongban/server/src/kernel/identity/contract.ts';
import { getItemGuide, type ItemElements, type ItemGuide } from '@tongban/server/src/modules/catalog/contract.ts';
import { evaluateGuidance, type GuidanceResult } from '@tongban/server/src/modules/guidance/contract.ts';
import { createDraft, listDrafts } from '@tongban/server/src/modules/intake/contract.ts';
import { api } from '../../shared/api.ts';
import { formatDateTime } from '../../shared/format/dates.ts';
import { readAnswers, writeAnswers } from '../../shared/items/answers.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { RequireAccount } from '../../shared/session/RequireAccount.tsx';
import type { Account } from '../../shared/session/session.ts';
import { text } from './text.ts';
import { WhomFor } from './WhomFor.tsx';
import './apply.css';

const t = text.start;

/** Whom the item lets somebody apply for. */
export function eligibleChoices(item: Pick<ItemElements, 'audiences' | 'agentAllowed' | 'taskType'>, choices: readonly ActingChoice[]): ActingChoice[] {
  return choices.filter((choice) => (item.audiences.length === 0 || item.audiences.includes(choice.kind))
    && (choice.basis === 'legal-representative' || (item.agentAllowed && (!choice.itemCategories || choice.itemCategories.includes(item.taskType)))));
}

/** Drafts of an item, or of a bundle, that were begun and not handed in. */
export function OwnDrafts({ itemId, bundleId }: { itemId?: string; bundleId?: string }) {
  const drafts = useQuery({ queryKey: ['intake.list-drafts'], queryFn: () => api.call(listDrafts, {}) });
  const mine = drafts.data?.items.filter((draft) => (bundleId === undefined ? draft.itemId === itemId : draft.bundleId === bundleId)) ?? [];
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
  return (
    <WhomFor
      ownAllowed={item.audiences.length === 0 || item.audiences.includes('person')} choices={eligibleChoices(item, account.session.actingChoices)} account={account}
      begin={(idempotencyKey) => api.call(createDraft, { body: { itemId: guide.itemId, guidance: result.answers } }, { idempotencyKey })}
    >
      <OwnDrafts itemId={guide.itemId} />
      <Card title={t.situation} aside={<Link to={links.guidance(guide.itemId)}>{t.change}</Link>}>
        <p>{result.situation?.name}</p>
      </Card>
    </WhomFor>
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
