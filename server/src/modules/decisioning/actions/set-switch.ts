import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { PlatformSwitch, setPlatformSwitch as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import { answersForAll, presentSwitch } from '../queries/get-switch.ts';
import type { DecisioningTables } from '../tables.ts';

/**
 * Stops every automatic approval at once, or lets them go on; each item keeps its own state. What is under way loses against
 * it, since every automatic step asks its setting in the statement that writes it.
 * @throws decisioning.whole-platform-only, decisioning.switch-unchanged
 */
export async function setPlatformSwitch(ctx: Context, { stopped, reason }: BodyOf<typeof operation>): Promise<PlatformSwitch> {
  if (!answersForAll(ctx)) throw fail('decisioning.whole-platform-only');
  const batch = new WriteBatch();
  const writes = writesFor<DecisioningTables>(batch);
  writes.update('decisioning.platformSwitch', { stopped, reason, byName: ctx.actor.name, at: ctx.kernel.clock.now() }, { id: 1, stopped: !stopped }, { expected: 1, otherwise: () => fail('decisioning.switch-unchanged') });
  writes.update('decisioning.setting', { halted: stopped }, { state: ['active', 'stopped'], halted: !stopped });
  recordAudit(ctx, batch, { action: stopped ? 'decisioning.stop-all' : 'decisioning.resume-all', objectType: 'automation-switch', objectId: 'all', detail: { reason } });
  await commit(ctx, batch);
  return presentSwitch(ctx);
}
