import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { unsafeFindCase } from '../../cases/index.ts';
import type { CaseStatus } from '../../cases/contract.ts';
import { addEnd } from '../../intake/index.ts';
import type { withdrawBundle as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import { getOwnApplication, listChildren, type ChildRecord } from '../record.ts';
import type { BundleApplicationsTables } from '../tables.ts';
import { addDropped } from './advance-application.ts';

const endable: ReadonlySet<CaseStatus> = new Set<CaseStatus>(['submitted', 'supplementing', 'accepted', 'paused']);

/** Whether the applicant may still take an item back: nothing of it has been decided. */
export function isWithdrawable({ state, caseStatus }: Pick<ChildRecord, 'state' | 'caseStatus'>): boolean {
  return state === 'waiting' || (state === 'opened' && caseStatus !== null && endable.has(caseStatus));
}

/**
 * The applicant takes the whole application back, or some of its items, before they are decided; what was decided stays. Items
 * that wait for one taken back are given up when that is heard of. One statement.
 * @throws bundle-applications.nothing-to-withdraw, cases.stale when a department acts at the same moment
 */
export async function withdrawBundle(ctx: Context, applicationId: string, { reason, keys }: BodyOf<typeof operation>): Promise<void> {
  const application = await getOwnApplication(ctx, applicationId);
  const children = (await listChildren(ctx, applicationId)).filter(({ key }) => keys === undefined || keys.includes(key));
  const batch = new WriteBatch();
  let count = 0;
  for (const child of children) {
    if (child.state === 'waiting') {
      count += 1;
      writesFor<BundleApplicationsTables>(batch).update('bundleApplications.child', { state: 'dropped', reason: `申请人撤回：${reason}`, changedAt: ctx.kernel.clock.now() },
        { id: child.id, state: 'waiting' }, { expected: 1, otherwise: () => fail('bundle-applications.stale') });
      addDropped(ctx, batch, application, child, `申请人撤回：${reason}`);
    }
    const record = child.caseId === null ? undefined : await unsafeFindCase(ctx, child.caseId);
    if (record && endable.has(record.status)) {
      count += 1;
      await addEnd(ctx, batch, record, 'withdraw', reason);
    }
  }
  if (count === 0) throw fail('bundle-applications.nothing-to-withdraw');
  recordAudit(ctx, batch, { action: 'bundle-applications.withdraw-application', objectType: 'bundle-application', objectId: application.id, detail: { keys: keys ?? [], reason } });
  await commit(ctx, batch);
}
