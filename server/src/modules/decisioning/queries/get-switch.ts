import { holds, requireScope } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { findRow } from '../../../kernel/db/index.ts';
import type { PlatformSwitch } from '../contract.ts';

interface SwitchRow { stopped: boolean; reason: string | null; byName: string | null; at: Date | null }

/** The switch for all. */
export async function readSwitch(ctx: Context): Promise<SwitchRow> {
  const row = await findRow<SwitchRow>(ctx.kernel.db, 'SELECT stopped, reason, by_name, at FROM decisioning.platform_switch WHERE id = 1', []);
  if (!row) throw new Error('the switch for all automation is not there');
  return row;
}

const stopAll = 'decisioning.automation.stop-all';

/** Whether the actor answers for every item, which the switch for all is about. */
export function answersForAll(ctx: Context): boolean {
  return holds(ctx.actor, stopAll) && requireScope(ctx, stopAll).kind === 'all';
}

/** The switch for all as it is shown, with how many items it is about. */
export async function presentSwitch(ctx: Context): Promise<PlatformSwitch> {
  const [row, count] = await Promise.all([readSwitch(ctx), findRow<{ active: number }>(ctx.kernel.db, `SELECT count(*)::int AS active FROM decisioning.setting WHERE state = 'active'`, [])]);
  const may = answersForAll(ctx);
  return { stopped: row.stopped, reason: row.reason, by: row.byName, at: row.at?.toISOString() ?? null, active: count?.active ?? 0, abilities: { stop: may && !row.stopped, resume: may && row.stopped } };
}
