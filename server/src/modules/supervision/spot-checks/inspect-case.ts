import type { BodyOf, ResponseOf } from '@tongban/contract-kit';
import { maskNumbersIn } from '@tongban/identifiers';
import type { Selectable } from 'kysely';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, writesFor, WriteBatch } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { labelOfAction, listActions, listNotices } from '../../cases/index.ts';
import { fail } from '../errors.ts';
import type { readSpotCase as readOperation, recordFindings as recordOperation, SpotCheckView } from '../spot-checks.contract.ts';
import type { SupervisionTables } from '../tables.ts';
import { viewSpotCheck } from './view-spot-check.ts';

/** Findings about a drawn case were recorded; aggregate `case`. */
export const caseInspected = 'supervision.case-inspected';

/** A drawn case that was given to this officer. @throws supervision.check-not-found, supervision.not-your-inspection */
async function getOwnCase(ctx: Context, id: string): Promise<Selectable<SupervisionTables['supervision.spotCase']>> {
  const row = await tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.spotCase').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw fail('supervision.check-not-found');
  if (row.inspectorId === ctx.actor.id) return row;
  // Who may see the check is told whose case it is; nobody else learns that there is one.
  await viewSpotCheck(ctx, row.checkId);
  throw fail('supervision.not-your-inspection', { inspector: row.inspectorName });
}

/** Shows an inspector the whole record of a drawn case; that it was read is on record (SUP-02). @throws supervision.check-not-found, supervision.not-your-inspection */
export async function readSpotCase(ctx: Context, id: string): Promise<ResponseOf<typeof readOperation>> {
  const row = await getOwnCase(ctx, id);
  const batch = new WriteBatch();
  if (row.readAt === null) writesFor<SupervisionTables>(batch).update('supervision.spotCase', { readAt: ctx.kernel.clock.now() }, { id });
  recordAudit(ctx, batch, { action: 'supervision.read-spot-case', objectType: 'case', objectId: row.caseId, purpose: '办件抽查', detail: { number: row.caseNumber } });
  await commit(ctx, batch);
  const [actions, notices] = await Promise.all([listActions(ctx, row.caseId), listNotices(ctx, row.caseId)]);
  return {
    number: row.caseNumber, itemName: row.itemName,
    actions: actions.map((action) => ({
      label: labelOfAction(action, actions), at: action.at.toISOString(), by: action.actorKind === 'person' ? '申请人' : action.actorName, organizationName: action.organizationName, opinion: action.opinion === null ? null : maskNumbersIn(action.opinion),
    })),
    notices: notices.map(({ title, documentNumber, issuedAt }) => ({ title, documentNumber, issuedAt: issuedAt.toISOString() })),
  };
}

/** Records what an inspector found, point by point, once (SUP-02). @throws supervision.read-first, supervision.inspected-already, supervision.not-your-inspection */
export async function recordFindings(ctx: Context, id: string, { answers, conclusion }: BodyOf<typeof recordOperation>): Promise<SpotCheckView> {
  const row = await getOwnCase(ctx, id);
  if (row.readAt === null) throw fail('supervision.read-first');
  const problems = answers.filter(({ result }) => result === 'problem').length;
  const batch = new WriteBatch();
  writesFor<SupervisionTables>(batch).update('supervision.spotCase', { answers, conclusion: conclusion.trim(), problems, doneAt: ctx.kernel.clock.now() }, { id, doneAt: null },
    { expected: 1, otherwise: () => fail('supervision.inspected-already') });
  recordAudit(ctx, batch, { action: 'supervision.record-findings', objectType: 'case', objectId: row.caseId, detail: { number: row.caseNumber, problems } });
  publishEvent(ctx, batch, { type: caseInspected, aggregateType: 'case', aggregateId: row.caseId, data: { caseId: row.caseId, checkId: row.checkId, spotCaseId: id, problems } });
  await commit(ctx, batch);
  return viewSpotCheck(ctx, row.checkId);
}
