import type { BodyOf } from '@tongban/contract-kit';
import { type KnownValue, listFields, type Prefill } from '@tongban/form-model';
import { recordAudit, recordAuditNow } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import type { PinnedVersion } from '../../catalog/index.ts';
import { readOffices } from '../../cases/index.ts';
import { readApplicantOf } from '../applicant-profile.ts';
import { readDraftNeeds, type DraftNeeds } from '../draft-needs.ts';
import { decryptDraft, encryptDraft, getOpenDraft, type DraftRecord } from '../draft-record.ts';
import { fail } from '../errors.ts';
import { offerSources, readAsked, type Binding } from '../prefill/bindings.ts';
import { gatherKnown, type Gathered } from '../prefill/gather-known.ts';
import { refill } from '../prefill/refill.ts';
import type { Requirements } from '../prepare-draft.ts';
import type { agreeToPrefill as operation, PrefillConsent, PrefillNote, PrefillSource } from '../prefill.contract.ts';
import { principalOf } from './create-draft.ts';
import { updateDraft } from './save-draft.ts';

type Input = BodyOf<typeof operation>;

/** A consent at the counter is recorded as it is given, not the day after (ms). */
const longestAgo = 24 * 3_600_000;

interface OpenDraft { record: DraftRecord; versions: DraftNeeds['versions']; needs: Requirements; bindings: Binding[] }

/** The draft as it was seen, of somebody whose mandate still reaches it. @throws intake.draft-stale, kernel.mandate-ended, intake.mandate-too-narrow */
async function openDraft(ctx: Context, draftId: string, revision: number): Promise<OpenDraft> {
  const record = await getOpenDraft(ctx, draftId);
  if (record.revision !== revision) throw fail('intake.draft-stale');
  const { needs, versions } = await readDraftNeeds(ctx, record);
  if (ctx.actor.kind === 'person') principalOf(versions, ctx.actor);
  return { record, versions, needs, bindings: await readAsked(ctx, record, needs) };
}

/** The offices that will handle the application: for them the sources are read. */
async function officeOf(ctx: Context, versions: readonly PinnedVersion[]): Promise<string> {
  const offices = await readOffices(ctx);
  return [...new Set(versions.map(({ elements }) => offices.get(elements.organizationId)?.name ?? elements.departmentName))].join('、');
}

/** @throws intake.prefill-source-unknown, intake.prefill-window, intake.prefill-consent-time */
function consentOf(ctx: Context, { sources, window }: Input, offered: readonly PrefillSource[]): PrefillConsent {
  const now = ctx.kernel.clock.now();
  const chosen = [...new Set(sources)].map((key) => {
    const source = offered.find((one) => one.key === key && one.available);
    if (!source) throw fail('intake.prefill-source-unknown');
    return { key, name: source.name };
  });
  if ((ctx.actor.kind === 'staff') !== (window !== undefined)) throw fail('intake.prefill-window');
  const givenAt = window ? new Date(window.at) : now;
  if (givenAt.getTime() > now.getTime() || givenAt.getTime() < now.getTime() - longestAgo) throw fail('intake.prefill-consent-time');
  return { sources: chosen, givenAt: givenAt.toISOString(), way: window?.way ?? 'online', recordedByName: ctx.actor.name, withdrawnAt: null };
}

/** Writes a draft that was filled in anew from what is known; `agreed` are the sources whose values may stay. */
async function writeRefilled(
  ctx: Context, { record, needs }: OpenDraft, gathered: Gathered, agreed: ReadonlySet<string>, change: { consent: PrefillConsent | null; notes: readonly PrefillNote[]; action: 'intake.agree-to-prefill' | 'intake.withdraw-prefill-consent' },
): Promise<DraftRecord> {
  const updatedAt = ctx.kernel.clock.now();
  const before = { answers: decryptDraft(ctx, 'answers', record), locked: decryptDraft(ctx, 'locked', record), prefilled: record.prefilled };
  const known = withEarlier(needs, before, gathered);
  const { answers, locked, prefilled, refused } = refill(needs.definition, before, known, (sourceId) => agreed.has(groupOf(sourceId)), { today: chinaDate(updatedAt), parameters: needs.parameters });
  const unfit = refused.map(({ label, source }): PrefillNote => ({ tone: 'warning', message: `“${label}”：${source}里的内容不符合填写要求，没有填入，请自行填写。` }));
  const changed: DraftRecord = {
    ...record, revision: record.revision + 1, updatedAt, prefilled, consent: change.consent, prefillNotes: [...change.notes, ...unfit].slice(0, 40),
    answersCipher: encryptDraft(ctx, 'answers', record.id, answers), lockedCipher: encryptDraft(ctx, 'locked', record.id, locked),
  };
  const { answersCipher, lockedCipher, consent, prefillNotes } = changed;
  const batch = new WriteBatch();
  updateDraft(batch, record, { answersCipher, lockedCipher, prefilled, consent, prefillNotes, updatedAt });
  recordAudit(ctx, batch, {
    action: change.action, objectType: 'draft', objectId: record.id,
    detail: { sources: change.consent?.sources.map(({ key }) => key) ?? [], way: change.consent?.way ?? '', givenAt: change.consent?.givenAt ?? '', filled: Object.keys(prefilled).length },
  });
  await commit(ctx, batch);
  return changed;
}

/** `licence:x.number` → `licence:x`. */
const groupOf = (sourceId: string): string => sourceId.replace(/\..*$/s, '');

/** What is known now, and of sources that did not answer this time what they gave before. */
function withEarlier({ definition }: Requirements, { locked, prefilled }: Pick<Parameters<typeof refill>[1], 'locked' | 'prefilled'>, { known, failed }: Gathered): Prefill {
  const merged: Record<string, readonly KnownValue[]> = { ...known };
  for (const field of listFields(definition)) {
    const earlier = prefilled[field.id];
    if (field.dataElement === undefined || !earlier || !failed.has(groupOf(earlier.sourceId))) continue;
    merged[field.dataElement] = [{ value: locked[field.id], source: earlier.source, sourceId: earlier.sourceId, asOf: earlier.asOf ?? undefined }, ...(merged[field.dataElement] ?? [])];
  }
  return merged;
}

/**
 * Keeps that the applicant agreed to the named sources, or to none, reads them and fills in what is still empty (FRM-02). Only
 * what is named is read, and the reading is in the audit before it happens (个人信息保护法第十三条、第十七条).
 * @throws intake.draft-stale, intake.prefill-source-unknown, intake.prefill-window, intake.prefill-consent-time
 */
export async function agreeToPrefill(ctx: Context, draftId: string, input: Input): Promise<{ record: DraftRecord; needs: Requirements }> {
  const draft = await openDraft(ctx, draftId, input.revision);
  const { record, versions, needs, bindings } = draft;
  const offered = await offerSources(ctx, bindings);
  const consent = consentOf(ctx, input, offered);
  const groups = new Set(['profile', ...consent.sources.map(({ key }) => key)]);
  if (consent.sources.length > 0) {
    await recordAuditNow(ctx, {
      action: 'intake.read-prefill-sources', objectType: record.applicantKind, objectId: record.applicantId, purpose: `经申请人同意，办理“${record.itemName}”申请时自动填写`,
      detail: { draftId: record.id, sources: consent.sources.map(({ key }) => key), way: consent.way, givenAt: consent.givenAt },
    });
  }
  const profile = await readApplicantOf(ctx, record);
  const gathered = await gatherKnown(ctx, { bindings, profile, groups, itemName: record.itemName, officeName: await officeOf(ctx, versions), consentAt: consent.givenAt });
  const unasked = consent.sources.length === 0 ? [] : offered.filter(({ available }) => !available).map(({ name }): PrefillNote => ({ tone: 'info', message: `“${name}”没有接入，没有查询。` }));
  const changed = await writeRefilled(ctx, draft, gathered, groups, { consent, notes: [...gathered.notes, ...unasked], action: 'intake.agree-to-prefill' });
  return { record: changed, needs };
}

/** Takes the consent back: what was filled in because of it and not changed since is taken out again (个人信息保护法第十五条). @throws intake.draft-stale, intake.prefill-not-agreed */
export async function withdrawPrefillConsent(ctx: Context, draftId: string, revision: number): Promise<{ record: DraftRecord; needs: Requirements }> {
  const draft = await openDraft(ctx, draftId, revision);
  const { record, versions, needs, bindings } = draft;
  if (record.consent === null || record.consent.withdrawnAt !== null) throw fail('intake.prefill-not-agreed');
  const groups = new Set(['profile']);
  const now = ctx.kernel.clock.now().toISOString();
  const profile = await readApplicantOf(ctx, record);
  const gathered = await gatherKnown(ctx, { bindings, profile, groups, itemName: record.itemName, officeName: await officeOf(ctx, versions), consentAt: now });
  const changed = await writeRefilled(ctx, draft, gathered, groups, { consent: { ...record.consent, withdrawnAt: now }, notes: [], action: 'intake.withdraw-prefill-consent' });
  return { record: changed, needs };
}
