import type { Updateable } from 'kysely';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { fail } from '../errors.ts';
import { materialsEvents } from '../events.ts';
import { getMaterialRecord } from '../material-record.ts';
import {
  authorizeProposal, authorizeReview, columnsOfTerms, getSubstitution, requireSubstitutionState, type SubstitutionRecord,
} from '../substitution-record.ts';
import type { SubstitutionTerms } from '../substitution.contract.ts';
import type { MaterialsTables } from '../tables.ts';

type Change = Updateable<MaterialsTables['materials.substitution']>;

/** Starts the batch of a rule's change: it moves on only if nobody dealt with it since `revision`, and the audit tells of it. */
function beginChange(ctx: Context, record: SubstitutionRecord, revision: number, action: string, change: Change): WriteBatch {
  const batch = new WriteBatch().onViolation('substitution_in_force', () => fail('materials.substitution-in-force'));
  writesFor<MaterialsTables>(batch).update('materials.substitution', { ...change, revision: revision + 1, updatedAt: ctx.kernel.clock.now() },
    { id: record.id, revision, state: record.state }, { expected: 1, otherwise: () => fail('materials.substitution-stale') });
  recordAudit(ctx, batch, { action, objectType: 'substitution', objectId: record.id, detail: { licenceType: record.licenceTypeCode } });
  return batch;
}

/** Changes the terms of a draft; the one who changed it is who proposes it. @throws materials.substitution-refused, materials.substitution-stale */
export async function editSubstitution(ctx: Context, id: string, revision: number, terms: SubstitutionTerms): Promise<void> {
  const record = await getSubstitution(ctx, id);
  authorizeProposal(ctx, record);
  const state = requireSubstitutionState(record, 'edit');
  const columns = await columnsOfTerms(ctx, terms);
  await commit(ctx, beginChange(ctx, record, revision, 'materials.edit-substitution',
    { ...columns, state, proposedById: ctx.actor.id, proposedByName: ctx.actor.name }));
}

/** Sends a draft to review. @throws materials.substitution-refused, materials.substitution-stale */
export async function submitSubstitution(ctx: Context, id: string, revision: number): Promise<void> {
  const record = await getSubstitution(ctx, id);
  authorizeProposal(ctx, record);
  const state = requireSubstitutionState(record, 'submit');
  await commit(ctx, beginChange(ctx, record, revision, 'materials.submit-substitution', { state }));
}

async function materialCodeOf(ctx: Context, { materialId }: SubstitutionRecord): Promise<string> {
  return (await getMaterialRecord(ctx, materialId)).code;
}

/**
 * Puts a rule in force, or returns it for changes. A rule that takes the place of another ends that one in the same moment.
 * @throws materials.own-review, materials.substitution-in-force, materials.substitution-stale, forbidden
 */
export async function reviewSubstitution(
  ctx: Context, id: string, review: { revision: number; decision: 'approve' | 'return'; opinion: string },
): Promise<void> {
  const record = await getSubstitution(ctx, id);
  authorizeReview(ctx, record);
  const state = requireSubstitutionState(record, review.decision);
  const now = ctx.kernel.clock.now();
  const reviewed = { reviewedByName: ctx.actor.name, reviewedAt: now, reviewOpinion: review.opinion };
  const batch = beginChange(ctx, record, review.revision, `materials.${review.decision}-substitution`,
    { state, ...reviewed, ...(review.decision === 'approve' ? { effectiveAt: now } : {}) });
  if (review.decision === 'approve') {
    if (record.replacesId !== null) {
      writesFor<MaterialsTables>(batch).update('materials.substitution',
        { state: 'ended', endedAt: now, endedByName: ctx.actor.name, endReason: '由修改后的规则替换', updatedAt: now },
        { id: record.replacesId, state: 'active' }, { expected: 1, otherwise: () => fail('materials.substitution-stale') });
    }
    publishEvent(ctx, batch, {
      type: materialsEvents.substitutionApproved, aggregateType: 'substitution', aggregateId: id,
      data: { substitutionId: id, materialCode: await materialCodeOf(ctx, record), licenceTypeCode: record.licenceTypeCode },
    });
  }
  await commit(ctx, batch);
}

/** Ends a rule in force or gives a draft up; cases submitted before keep it. @throws materials.substitution-refused, materials.substitution-stale */
export async function endSubstitution(ctx: Context, id: string, revision: number, reason: string): Promise<void> {
  const record = await getSubstitution(ctx, id);
  authorizeProposal(ctx, record);
  const state = requireSubstitutionState(record, 'end');
  const batch = beginChange(ctx, record, revision, 'materials.end-substitution',
    { state, endedAt: ctx.kernel.clock.now(), endedByName: ctx.actor.name, endReason: reason });
  if (record.state === 'active') {
    publishEvent(ctx, batch, {
      type: materialsEvents.substitutionEnded, aggregateType: 'substitution', aggregateId: id,
      data: { substitutionId: id, materialCode: await materialCodeOf(ctx, record), licenceTypeCode: record.licenceTypeCode, reason },
    });
  }
  await commit(ctx, batch);
}
