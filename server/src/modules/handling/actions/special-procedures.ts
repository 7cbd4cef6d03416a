import type { BodyOf } from '@tongban/contract-kit';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch } from '../../../kernel/db/index.ts';
import { claimFiles, findFiles } from '../../../kernel/files/index.ts';
import { pauseAccount, resumeAccount } from '../../../kernel/time-accounts/index.ts';
import { changeCase, failCase, findProposal, getCaseRecord, issueNotice, issuerOf, listCaseTasks, readOffices, requireDecider, type CaseRecord } from '../../cases/index.ts';
import { getPinnedVersion } from '../../catalog/index.ts';
import type { CaseReceipt } from '../../intake/contract.ts';
import { presentReceipt } from '../../intake/index.ts';
import type { answerSpecialProcedure as answerOperation, endSpecialProcedure as endOperation, proposeSpecialProcedure as proposeOperation } from '../contract.ts';
import { fail } from '../errors.ts';

async function requireTaking(ctx: Context, record: CaseRecord): Promise<void> {
  const tasks = await listCaseTasks(ctx, record.id);
  if (!tasks.some(({ mine, step }) => mine && (step === 'review' || step === 'decision'))) throw failCase('cases.not-your-task');
}

async function namedFiles(ctx: Context, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return (await findFiles(ctx, ids)).map(({ id, name }) => ({ id, name }));
}

/** A reason as it stands within a sentence of a notice. */
export const withoutStop = (text: string): string => text.trim().replace(/[。；;.，,]+$/u, '');

const clockOf = (record: CaseRecord) => ({ subjectType: 'case', subjectId: record.id });

/**
 * Asks for a special procedure listed in the item's guide, with reason, days and a document; the clock stops only when it
 * is approved (HND-03, 行政许可法第四十五条). @throws handling.procedure-not-listed, cases.special-procedure-running
 */
export async function proposeSpecialProcedure(ctx: Context, caseId: string, input: BodyOf<typeof proposeOperation>): Promise<CaseReceipt> {
  const record = await getCaseRecord(ctx, caseId);
  if (record.projectType === '1') throw fail('handling.immediate-no-pause');
  const { elements } = await getPinnedVersion(ctx, record.itemVersionId);
  const listed = elements.specialProcedures.find(({ key }) => key === input.key);
  if (!listed) throw fail('handling.procedure-not-listed');
  await requireTaking(ctx, record);
  const id = createId();
  const batch = new WriteBatch();
  claimFiles(batch, input.fileIds, { type: 'case', id: record.id }, { uploadedBy: ctx.actor.id });
  const next = changeCase(ctx, batch, record, {
    step: { type: 'propose-special-procedure', on: chinaDate(ctx.kernel.clock.now()), id, key: input.key, days: input.days },
    opinion: input.reason, detail: { procedureId: id, name: listed.name, basis: listed.basis, days: input.days, documents: await namedFiles(ctx, input.fileIds) },
    eventDetail: { procedureId: id, name: listed.name },
  });
  await commit(ctx, batch);
  return presentReceipt(next);
}

/**
 * Approves or rejects a special procedure; another officer than the one who asked. Approval stops the clock and tells the
 * applicant in writing how long it takes (第四十五条第二款).
 */
export async function answerSpecialProcedure(
  ctx: Context, caseId: string, procedureId: string, input: BodyOf<typeof answerOperation>,
): Promise<CaseReceipt> {
  const record = await getCaseRecord(ctx, caseId);
  await requireDecider(ctx, record);
  const proposal = await findProposal(ctx, record, procedureId);
  if (!proposal) throw failCase('cases.special-procedure-unknown');
  if (proposal.actorId === ctx.actor.id) throw fail('handling.same-person-approves');
  const on = chinaDate(ctx.kernel.clock.now());
  const { elements } = await getPinnedVersion(ctx, record.itemVersionId);
  const batch = new WriteBatch();
  const type = input.approved ? 'start-special-procedure' as const : 'reject-special-procedure' as const;
  const next = changeCase(ctx, batch, record, { step: { type, on, id: procedureId }, opinion: input.opinion, detail: { procedureId, name: proposal.name }, eventDetail: { procedureId, name: proposal.name } });
  let noticeId: string | null = null;
  if (input.approved) {
    await pauseAccount(ctx, batch, clockOf(record), { reason: proposal.name, documentId: proposal.documentIds[0] ?? null });
    noticeId = await issueNotice(ctx, batch, next, 'special-procedure-notice', issuerOf(elements, await readOffices(ctx)), {
      procedure: { name: proposal.name, reason: withoutStop(proposal.reason), startsOn: on, workingDays: proposal.days },
    });
  }
  await commit(ctx, batch);
  return presentReceipt(next, noticeId);
}

/**
 * Ends a running special procedure with its result; the clock goes on from the next day. By the department that asked for
 * it, whose own review may be done by then, or by whoever has the case. @throws cases.not-your-task
 */
export async function endSpecialProcedure(ctx: Context, caseId: string, procedureId: string, input: BodyOf<typeof endOperation>): Promise<CaseReceipt> {
  const record = await getCaseRecord(ctx, caseId);
  const proposal = await findProposal(ctx, record, procedureId);
  if (!proposal) throw failCase('cases.special-procedure-unknown');
  const proposer = proposal.organizationId === null ? undefined : (await readOffices(ctx)).get(proposal.organizationId)?.id;
  if (ctx.actor.kind !== 'staff' || proposer !== ctx.actor.organizationId) await requireTaking(ctx, record);
  const on = chinaDate(ctx.kernel.clock.now());
  const batch = new WriteBatch();
  claimFiles(batch, input.fileIds, { type: 'case', id: record.id }, { uploadedBy: ctx.actor.id });
  const next = changeCase(ctx, batch, record, {
    step: { type: 'end-special-procedure', on, id: procedureId }, opinion: input.result,
    detail: { procedureId, result: input.result, documents: await namedFiles(ctx, input.fileIds) },
    eventDetail: { procedureId, name: proposal.name },
  });
  await resumeAccount(ctx, batch, clockOf(record));
  await commit(ctx, batch);
  return presentReceipt(next);
}
