import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import type { DomainEvent } from '../../../kernel/events/index.ts';
import { unsafeFindCase } from '../record.ts';
import { isOver } from '../states.ts';
import type { CasesTables } from '../tables.ts';
import { changeCase } from './change-case.ts';

const atATime = 100;

interface Merged { mergerId: string; fromName: string; toName: string }

/**
 * Says at each open case of a merged department that its successor goes on with it; the deadlines stay (ORG-01). Each case once,
 * however often it runs; one on which somebody acts in the same instant is tried again.
 */
export async function noteMerger(ctx: Context, event: DomainEvent): Promise<void> {
  const { mergerId, fromName, toName } = event.data as { mergerId: string; fromName: string; toName: string };
  for (;;) {
    const waiting = await tablesOf<CasesTables>(ctx.kernel.db).selectFrom('cases.handedOver').select('caseId').where('mergerId', '=', mergerId).where('noted', '=', false).limit(atATime).execute();
    if (waiting.length === 0) return;
    for (const { caseId } of waiting) await noteOne(ctx, caseId, { mergerId, fromName, toName });
  }
}

async function noteOne(ctx: Context, caseId: string, { mergerId, fromName, toName }: Merged): Promise<void> {
  const record = await unsafeFindCase(ctx, caseId);
  const batch = new WriteBatch();
  writesFor<CasesTables>(batch).update('cases.handedOver', { noted: true }, { mergerId, caseId, noted: false });
  if (record && !isOver(record.status)) {
    changeCase(ctx, batch, record, {
      step: { type: 'handle-step', on: chinaDate(ctx.kernel.clock.now()) }, opinion: `因机构合并，原由${fromName}办理的工作由${toName}继续办理，办理期限不变。`,
      detail: { taskName: `机构合并，由${toName}继续办理`, mergedFrom: fromName }, eventDetail: { mergedFrom: fromName, mergedInto: toName },
    });
  }
  await commit(ctx, batch).catch((error: unknown) => {
    if (!(error instanceof AppError && error.code === 'cases.stale')) throw error;
  });
}
