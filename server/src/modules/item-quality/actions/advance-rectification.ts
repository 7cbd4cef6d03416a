import { requireStaff } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { dateInWords } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import { sendMessage, sendToStaff } from '../../../kernel/messaging/index.ts';
import { rectificationStateLabels, type Rectification, type RectificationStep } from '../contract.ts';
import { fail } from '../errors.ts';
import { getRectificationRow, mayStep, viewRectification, type RectificationRow } from '../queries/list-rectifications.ts';
import { listAnswering } from '../queries/list-answering.ts';
import { isStaffId } from '../staff-id.ts';
import { applyStep } from '../states.ts';
import type { ItemQualityTables } from '../tables.ts';
import { dueDate, short } from './issue-rectifications.ts';

/**
 * Takes an order one step on: the department answers, the one who issues orders sends it back with a new deadline or takes
 * it back, which frees its findings.
 * @throws item-quality.rectification-not-found, item-quality.stale, item-quality.wrong-state, forbidden
 */
export async function advanceRectification(ctx: Context, id: string, step: RectificationStep): Promise<Rectification> {
  const staff = requireStaff(ctx);
  const row = await getRectificationRow(ctx, id);
  if (!mayStep(ctx, row, step.action)) throw kernelFail('kernel.forbidden');
  if (row.version !== step.version) throw fail('item-quality.stale');
  const state = applyStep(row.state, step.action);
  if (state === undefined) throw fail('item-quality.wrong-state', { state: rectificationStateLabels[row.state] });
  const now = ctx.kernel.clock.now();
  const dueOn = step.action === 'send-back' ? await dueDate(ctx, step.workingDays) : row.dueOn;
  const batch = new WriteBatch();
  const writes = writesFor<ItemQualityTables>(batch);
  writes.update('itemQuality.rectification', {
    state, dueOn, version: row.version + 1, ...(step.action === 'reply' ? { reply: step.text } : {}), ...(step.action === 'cancel' ? { finishedAt: now } : {}),
  }, { id, version: row.version }, { expected: 1, otherwise: () => fail('item-quality.stale') });
  writes.insert('itemQuality.rectificationStep', { id: createId(), rectificationId: id, action: step.action, text: step.text, byId: staff.id, byName: staff.name, at: now });
  if (step.action === 'cancel') writes.update('itemQuality.finding', { state: 'open', rectificationId: null }, { rectificationId: id, state: 'assigned' });
  recordAudit(ctx, batch, { action: `item-quality.${step.action}-rectification`, objectType: 'quality-rectification', objectId: id, detail: { state } });
  await tell(ctx, batch, row, step, dueOn);
  await commit(ctx, batch);
  return viewRectification(ctx, id);
}

async function tell(ctx: Context, batch: WriteBatch, row: RectificationRow, step: RectificationStep, dueOn: string): Promise<void> {
  const common = { rectificationId: row.id, orderNumber: row.number, reply: short(step.text) };
  const dedupeKey = `rectification-${step.action}:${row.id}:${row.version}`;
  if (step.action === 'reply' && isStaffId(row.issuedById)) {
    await sendMessage(ctx, batch, {
      templateKey: 'item-quality.rectification-replied', recipient: { kind: 'staff', id: row.issuedById }, dedupeKey,
      variables: { ...common, department: row.organizationName },
    });
  }
  if (step.action !== 'send-back') return;
  await sendToStaff(ctx, batch, await listAnswering(ctx, row), { templateKey: 'item-quality.rectification-sent-back', dedupeKey, variables: { ...common, dueOn: dateInWords(dueOn) } });
}
