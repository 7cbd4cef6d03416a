import { systemActor } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import { findCaseTasks, unsafeFindCase } from '../../cases/index.ts';
import { addDelivery, type Handover } from '../../handling/index.ts';
import { fail } from '../errors.ts';
import { getApplication, getOwnApplication, listChildren, mayDeliver } from '../record.ts';
import { isSettled } from '../states.ts';
import { changeApplication } from './advance-application.ts';

/** The applicant would rather have now what is done than wait for the rest. @throws bundle-applications.nothing-left */
export async function agreeToPartialDelivery(ctx: Context, applicationId: string): Promise<void> {
  const application = await getOwnApplication(ctx, applicationId);
  const children = await listChildren(ctx, applicationId);
  const open = children.some((child) => !isSettled(child));
  if (application.partialAgreedAt !== null || !open || !children.some(({ caseStatus }) => caseStatus === 'decided')) throw fail('bundle-applications.nothing-left');
  const batch = new WriteBatch();
  changeApplication(ctx, batch, application, { partialAgreedAt: ctx.kernel.clock.now() });
  recordAudit(ctx, batch, { action: 'bundle-applications.agree-to-partial', objectType: 'bundle-application', objectId: application.id });
  await commit(ctx, batch);
}

/**
 * Hands over the results of all items at once for the lead of the bundle and closes their cases (BDL-02 一次出件), each with its
 * own 送达回证. While items are still handled it needs the applicant's consent. One statement.
 * @throws bundle-applications.not-all-done, bundle-applications.nothing-to-deliver, handling.licence-pending
 */
export async function deliverBundle(ctx: Context, applicationId: string, input: Handover): Promise<void> {
  const application = await getApplication(ctx, applicationId);
  if (!mayDeliver(ctx, application)) throw kernelFail('kernel.forbidden', { permission: 'bundle-applications.application.deliver' });
  const children = await listChildren(ctx, applicationId);
  const open = children.filter((child) => !isSettled(child));
  if (open.length > 0 && application.partialAgreedAt === null) throw fail('bundle-applications.not-all-done', { count: open.length });
  const batch = new WriteBatch();
  const delivered: string[] = [];
  // The lead hands over what other departments' own officers would.
  const forOthers: Context = { ...ctx, actor: systemActor('bundle-applications.deliver', `${ctx.actor.name}（一件事统一出件）`) };
  for (const { caseId } of children) {
    const record = caseId === null ? undefined : await unsafeFindCase(ctx, caseId);
    if (record?.status !== 'decided') continue;
    const task = (await findCaseTasks(ctx, record.id)).find(({ step }) => step === 'delivery');
    if (!task) continue;
    await addDelivery(ctx, batch, record, task, input, task.mine ? ctx : forOthers);
    delivered.push(record.number);
  }
  if (delivered.length === 0) throw fail('bundle-applications.nothing-to-deliver');
  changeApplication(ctx, batch, application, { deliveredAt: ctx.kernel.clock.now() });
  recordAudit(ctx, batch, { action: 'bundle-applications.deliver-application', objectType: 'bundle-application', objectId: application.id, detail: { cases: delivered, method: input.method } });
  await commit(ctx, batch);
}
