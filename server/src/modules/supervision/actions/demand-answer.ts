import { listHolders } from '../../../kernel/access/list-holders.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { writesFor, WriteBatch } from '../../../kernel/db/index.ts';
import { sendMessage } from '../../../kernel/messaging/index.ts';
import { signalLevelLabels, type Signal } from '../contract.ts';
import { fail } from '../errors.ts';
import { getSignalRow, presentSignal } from '../queries/list-signals.ts';
import type { SupervisionTables } from '../tables.ts';

/** Demands of the handling department that it acts on a signal, once per signal (SUP-02). @throws supervision.signal-not-found, supervision.already-demanded */
export async function demandAnswer(ctx: Context, signalId: string, text: string): Promise<Signal> {
  const row = await getSignalRow(ctx, signalId, 'supervision.signal.demand');
  const demand = { demandText: text, demandBy: ctx.actor.name, demandAt: ctx.kernel.clock.now() };
  const batch = new WriteBatch();
  writesFor<SupervisionTables>(batch).update('supervision.signal', demand, { id: row.id, demandText: null }, { expected: 1, otherwise: () => fail('supervision.already-demanded') });
  recordAudit(ctx, batch, { action: 'supervision.demand-answer', objectType: 'signal', objectId: row.id });
  await tellHolders(ctx, batch, 'supervision.signal.answer', row, {
    templateKey: 'supervision.demand', variables: { signalId: row.id, itemName: row.itemName, level: signalLevelLabels[row.level], text: short(text) },
  });
  await commit(ctx, batch);
  return presentSignal(ctx, { ...row, ...demand });
}

/** Answers a demand for the handling department. @throws supervision.signal-not-found, supervision.not-demanded */
export async function answerDemand(ctx: Context, signalId: string, text: string): Promise<Signal> {
  const row = await getSignalRow(ctx, signalId, 'supervision.signal.answer');
  if (row.demandText === null) throw fail('supervision.not-demanded');
  const answer = { answerText: text, answerBy: ctx.actor.name, answerAt: ctx.kernel.clock.now() };
  const batch = new WriteBatch();
  writesFor<SupervisionTables>(batch).update('supervision.signal', answer, { id: row.id, answerText: null }, { expected: 1, otherwise: () => fail('supervision.not-demanded') });
  recordAudit(ctx, batch, { action: 'supervision.answer-demand', objectType: 'signal', objectId: row.id });
  await tellHolders(ctx, batch, 'supervision.signal.demand', row, { templateKey: 'supervision.answer', variables: { signalId: row.id, itemName: row.itemName, text: short(text) } });
  await commit(ctx, batch);
  return presentSignal(ctx, { ...row, ...answer });
}

function short(text: string): string {
  return [...text].slice(0, 180).join('');
}

async function tellHolders(
  ctx: Context, batch: WriteBatch, permission: string, row: { id: string; organizationPath: string; regionCode: string },
  message: { templateKey: string; variables: Record<string, string> },
): Promise<void> {
  for (const staffId of await listHolders(ctx, permission, row, 5)) {
    await sendMessage(ctx, batch, { ...message, recipient: { kind: 'staff', id: staffId }, dedupeKey: `${message.templateKey}:${row.id}` });
  }
}
