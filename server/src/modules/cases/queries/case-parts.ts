import type { Context } from '../../../kernel/context.ts';
import { readRows, tablesOf } from '../../../kernel/db/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { decryptAnswers } from '../answers.ts';
import { presentReviews, type ActionRow, type MaterialRow, type NoticeRow } from '../present-case.ts';
import type { CaseRecord } from '../record.ts';
import type { CasesTables } from '../tables.ts';

const tables = (ctx: Context) => tablesOf<CasesTables>(ctx.kernel.db);

/** The record of a case, oldest action first. */
export async function listActions(ctx: Context, caseId: string): Promise<ActionRow[]> {
  return tables(ctx).selectFrom('cases.action').selectAll().where('caseId', '=', caseId).orderBy('sequence').execute();
}

/** All materials of a case in the order of rounds. */
export async function listMaterials(ctx: Context, caseId: string): Promise<MaterialRow[]> {
  return tables(ctx).selectFrom('cases.material').selectAll().where('caseId', '=', caseId).orderBy('round').orderBy('id').execute();
}

/** Materials that count now: of each kind the one of the latest round. */
export async function listCurrentMaterials(ctx: Context, record: CaseRecord): Promise<MaterialRow[]> {
  const latest = new Map((await listMaterials(ctx, record.id)).map((material) => [material.key, material]));
  return [...latest.values()];
}

/** Keys of the materials that a case needs, whose review points count. */
export async function listMaterialKeys(ctx: Context, caseId: string): Promise<Set<string>> {
  const rows = await readRows<{ key: string }>(ctx.kernel.db, 'SELECT key FROM cases.material WHERE case_id = $1', [caseId]);
  return new Set(rows.map(({ key }) => key));
}

/** Notices of a case, oldest first. */
export async function listNotices(ctx: Context, caseId: string): Promise<NoticeRow[]> {
  return tables(ctx).selectFrom('cases.notice').selectAll().where('caseId', '=', caseId).orderBy('issuedAt').orderBy('id').execute();
}

/** Answers of every round, decrypted, oldest first. */
export async function listAnswers(ctx: Context, record: CaseRecord): Promise<{ round: number; at: Date; answers: Record<string, unknown> }[]> {
  const rows = await tables(ctx).selectFrom('cases.answers').selectAll().where('caseId', '=', record.id).orderBy('round').execute();
  return rows.map(({ round, at, cipher }) => ({ round, at, answers: decryptAnswers(ctx, record.id, round, cipher) }));
}

/** Answers that count now. */
export async function readAnswers(ctx: Context, record: CaseRecord): Promise<Record<string, unknown>> {
  const row = await tables(ctx).selectFrom('cases.answers').select(['round', 'cipher']).where('caseId', '=', record.id)
    .orderBy('round', 'desc').limit(1).executeTakeFirstOrThrow();
  return decryptAnswers(ctx, record.id, row.round, row.cipher);
}

/** Reviews that still stand: of each organisation the latest one that was not sent back. */
export async function listStandingReviews(ctx: Context, record: CaseRecord): Promise<{ organizationName: string; conclusion: 'pass' | 'fail' }[]> {
  const reviews = presentReviews(await listActions(ctx, record.id)).filter(({ step, superseded }) => step === 'review' && !superseded);
  return [...new Map(reviews.map((review) => [review.organizationName, review])).values()];
}

/** A special procedure as it was asked for. */
export interface Proposal {
  procedureId: string;
  actorId: string;
  organizationId: string | null;
  actorName: string;
  name: string;
  reason: string;
  days: number;
  documents: { id: string; name: string }[];
  documentIds: string[];
}

/** How a special procedure of the case was asked for. */
export async function findProposal(ctx: Context, record: CaseRecord, procedureId: string): Promise<Proposal | undefined> {
  const action = (await listActions(ctx, record.id)).find(({ type, detail }) => type === 'propose-special-procedure' && detail['procedureId'] === procedureId);
  return action && toProposal(action);
}

/** Reads a proposal out of its action. */
export function toProposal(action: ActionRow): Proposal {
  const detail = action.detail as { name: string; days: number; documents: { id: string; name: string }[] };
  return {
    procedureId: String(action.detail['procedureId']), actorId: action.actorId, organizationId: action.organizationId, actorName: action.actorName, name: detail.name, reason: action.opinion ?? '', days: detail.days,
    documents: detail.documents, documentIds: detail.documents.map(({ id }) => id),
  };
}

const mostAtOnce = 200;

/** Cases on which the law speaks because nobody did: not answered, or not supplemented, by the day set. */
export async function listPastDue(ctx: Context): Promise<{ unanswered: string[]; unsupplemented: string[] }> {
  const today = chinaDate(ctx.kernel.clock.now());
  const base = tables(ctx).selectFrom('cases.case').select('id').limit(mostAtOnce);
  const [unanswered, unsupplemented] = await Promise.all([
    base.where('status', '=', 'submitted').where('acceptanceDueOn', '<', today).orderBy('acceptanceDueOn').execute(),
    base.where('status', '=', 'supplementing').where('supplementDueOn', '<', today).orderBy('supplementDueOn').execute(),
  ]);
  return { unanswered: unanswered.map(({ id }) => id), unsupplemented: unsupplemented.map(({ id }) => id) };
}
