import { listFields, type Field, type FormDefinition } from '@tongban/form-model';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import type { ResponseOf } from '@tongban/contract-kit';
import { createDraft, decryptDraft, getDraftRecord, getDraftVersion, offerLicences, requirementsOf, saveDraft, submitDraft, substitutesNow, type DraftRecord } from '../../intake/index.ts';
import type { acceptOffer as operation, Finder, Offer } from '../contract.ts';
import { fail } from '../errors.ts';
import { unsafeFindSetting } from '../queries/setting-record.ts';
import type { DecisioningTables } from '../tables.ts';
import { getMyOffer, presentOffer, type OfferRecord } from './offer-record.ts';

/**
 * One confirmation makes the case: the draft is filled in with what is known and what the setting says, and submitted as the
 * applicant's own. What still lacks an answer comes back as a draft to be finished. A repeat answers the same.
 * @throws decisioning.offer-over, decisioning.offer-not-found
 */
export async function acceptOffer(ctx: Context, offerId: string): Promise<ResponseOf<typeof operation>> {
  const offer = await getMyOffer(ctx, offerId);
  if (offer.state === 'accepted') return { offer: presentOffer(ctx, offer), draftId: offer.caseId === null ? offer.draftId : null };
  if (offer.state !== 'offered' || offer.until < chinaDate(ctx.kernel.clock.now())) throw fail('decisioning.offer-over');
  const finder = (await unsafeFindSetting(ctx, offer.settingId))?.content.finder;
  if (!finder) throw fail('decisioning.offer-over');
  const draft = await fillIn(ctx, await draftOf(ctx, offer, finder), finder);
  const caseId = await submit(ctx, draft);
  if (caseId === undefined) return { offer: presentOffer(ctx, offer), draftId: draft.id };
  await mark(ctx, offer, { state: 'accepted', caseId });
  return { offer: presentOffer(ctx, await getMyOffer(ctx, offerId)), draftId: null };
}

/** Turns an offer down; the same is not offered again. @throws decisioning.offer-over */
export async function declineOffer(ctx: Context, offerId: string, reason: string | undefined): Promise<Offer> {
  const offer = await getMyOffer(ctx, offerId);
  if (offer.state === 'declined') return presentOffer(ctx, offer);
  if (offer.state !== 'offered') throw fail('decisioning.offer-over');
  await mark(ctx, offer, { state: 'declined' }, reason);
  return presentOffer(ctx, await getMyOffer(ctx, offerId));
}

async function mark(ctx: Context, offer: OfferRecord, change: Partial<OfferRecord>, reason?: string): Promise<void> {
  const batch = new WriteBatch();
  writesFor<DecisioningTables>(batch).update('decisioning.offer', { ...change, answeredAt: ctx.kernel.clock.now() }, { id: offer.id, state: ['offered', 'accepted'] },
    { expected: 1, otherwise: () => fail('decisioning.offer-over') });
  recordAudit(ctx, batch, { action: change.state === 'declined' ? 'decisioning.decline-offer' : 'decisioning.accept-offer', objectType: 'offer', objectId: offer.id, ...(reason ? { detail: { reason } } : {}) });
  await commit(ctx, batch);
}

/** The draft that an earlier, interrupted confirmation began, or a new one. */
async function draftOf(ctx: Context, offer: OfferRecord, finder: Finder): Promise<DraftRecord> {
  if (offer.draftId !== null) {
    const known = await getDraftRecord(ctx, offer.draftId).catch((error: unknown) => {
      // Thrown away meanwhile.
      if (error instanceof AppError && error.code === 'intake.draft-not-found') return undefined;
      throw error;
    });
    if (known) return known;
  }
  const draft = await createDraft(ctx, { itemId: offer.itemId, guidance: finder.guidance });
  const batch = new WriteBatch();
  writesFor<DecisioningTables>(batch).update('decisioning.offer', { draftId: draft.id }, { id: offer.id });
  await commit(ctx, batch);
  return draft;
}

function typed(field: Field, value: string): unknown {
  switch (field.type) {
    case 'number': case 'money': return Number(value);
    case 'boolean': return value === '是' || value === 'true';
    case 'choices': return value.split('、');
    default: return value;
  }
}

/** What the setting answers, and the declaration, which is what the person confirms. */
export function answersOf(definition: FormDefinition, finder: Finder): Record<string, unknown> {
  const fields = listFields(definition);
  const given = fields.flatMap((field) => finder.answers.filter((answer) => answer.field === field.id).map(({ value }): [string, unknown] => [field.id, typed(field, value)]));
  const declared = fields.filter((field) => field.type === 'boolean' && field.mustBeTrue === true).map(({ id }): [string, unknown] => [id, true]);
  return Object.fromEntries([...given, ...declared]);
}

async function fillIn(ctx: Context, draft: DraftRecord, finder: Finder): Promise<DraftRecord> {
  if (draft.submittedCaseId !== null) return draft;
  const needs = requirementsOf(await getDraftVersion(ctx, draft), draft.guidance);
  const licences = await offerLicences(ctx, { kind: draft.applicantKind, id: draft.applicantId }, await substitutesNow(ctx, needs));
  const materials = [...licences].flatMap(([key, [licence]]) => (licence ? [{ key, fileIds: [], licenceId: licence.id, licenceConsent: true }] : []));
  await saveDraft(ctx, draft.id, { revision: draft.revision, answers: { ...decryptDraft(ctx, 'answers', draft), ...answersOf(needs.definition, finder) }, materials });
  return getDraftRecord(ctx, draft.id);
}

/** The case of a submitted draft; undefined when it still lacks something that only the person knows. */
async function submit(ctx: Context, draft: DraftRecord): Promise<string | undefined> {
  try {
    return (await submitDraft(ctx, draft.id, { revision: draft.revision, declared: true })).caseId;
  } catch (error) {
    if (error instanceof AppError && error.code === 'intake.incomplete') return undefined;
    throw error;
  }
}
