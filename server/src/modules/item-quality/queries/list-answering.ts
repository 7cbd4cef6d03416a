import { listHolders } from '../../../kernel/access/list-holders.ts';
import type { Context } from '../../../kernel/context.ts';

/** Officers who answer for a department and are told of its orders; who acts knows already. */
export async function listAnswering(ctx: Context, department: { organizationPath: string; regionCode: string }): Promise<string[]> {
  const holders = await listHolders(ctx, 'item-quality.rectification.reply', department);
  return holders.filter((id) => id !== ctx.actor.id);
}
