import type { Selectable } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import { getCompany } from '../../kernel/identity/index.ts';
import { getCaseRecord, isFilingSide, isWithinOffice, listNotices, presentAgent, type CaseRecord, type NoticeKind, type NoticeRow } from '../cases/index.ts';
import { collectorLabels, type ReceiptsView } from './contract.ts';
import type { CollectionTables } from './tables.ts';

/** Papers that are handed over by themselves; decisions are signed for with the result, and a 送达回证 is what the signing makes. */
const papers: ReadonlySet<string> = new Set<NoticeKind>([
  'application-receipt', 'acceptance-notice', 'refusal-notice', 'supplement-notice', 'special-procedure-notice', 'extension-notice', 'revocation-decision', 'termination-notice', 'withdrawal-notice',
]);

/** Papers of a case that somebody signs for at the counter, oldest first. */
export async function listPapers(ctx: Context, caseId: string): Promise<NoticeRow[]> {
  return (await listNotices(ctx, caseId)).filter(({ kind }) => papers.has(kind));
}

/** Who may sign for the papers of a case: the applicant, and who acts for the applicant in it. */
export async function listSigners(ctx: Context, record: CaseRecord): Promise<ReceiptsView['signers']> {
  const agent = presentAgent(record);
  const own = record.applicantKind === 'person'
    ? { kind: 'applicant' as const, name: record.applicantName, role: collectorLabels.applicant }
    : { kind: 'representative' as const, name: (await getCompany(ctx, record.applicantId)).legalRepresentative.name, role: collectorLabels.representative };
  const acting = agent !== null && agent.authority !== 'representative' ? [{ kind: 'agent' as const, name: agent.name, role: agent.role }]
    : record.filerKind === 'agent' ? [{ kind: 'agent' as const, name: record.filerName, role: collectorLabels.agent }] : [];
  return [...acting, own];
}

/** Whether the actor may record who signed: a clerk of a department that takes part, or of the window that filed the case. */
export function mayRecord(ctx: Context, record: CaseRecord): boolean {
  const { actor } = ctx;
  return actor.kind === 'staff' && actor.permissions.has('collection.notice.sign') && (isWithinOffice(ctx, actor, record, 'collection.notice.sign') || isFilingSide(ctx, record));
}

/** Receipts of the papers of a case, in the order in which they were recorded. */
export async function listReceipts(ctx: Context, caseId: string): Promise<Selectable<CollectionTables['collection.receipt']>[]> {
  return tablesOf<CollectionTables>(ctx.kernel.db).selectFrom('collection.receipt').selectAll().where('caseId', '=', caseId).orderBy('at').execute();
}

/** The papers of a case and who signed for them. @throws cases.not-found */
export async function viewReceipts(ctx: Context, caseId: string): Promise<ReceiptsView> {
  const record = await getCaseRecord(ctx, caseId);
  const [notices, receipts, signers] = await Promise.all([listPapers(ctx, caseId), listReceipts(ctx, caseId), listSigners(ctx, record)]);
  return {
    caseId, signers, may: mayRecord(ctx, record),
    papers: notices.map(({ id, title, documentNumber, issuedAt }) => ({
      noticeId: id, title, documentNumber, issuedAt: issuedAt.toISOString(),
      receipts: receipts.filter(({ noticeId }) => noticeId === id).map(({ outcome, name, role, signatureFileId, reason, witness, place, staffName, at }) => ({ outcome, name, role, signatureFileId, reason, witness, place, by: staffName, at: at.toISOString() })),
    })),
  };
}
