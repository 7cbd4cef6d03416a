import type { Selectable } from 'kysely';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { liesInScope } from '../../../kernel/access/scope-filter.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { fail } from '../errors.ts';
import type { DelegationTables } from '../tables.ts';

export type DelegationRow = Selectable<DelegationTables['delegation.delegation']>;
export type DelegationItemRow = Selectable<DelegationTables['delegation.item']>;
export type Side = 'giver' | 'receiver';

/** A delegation that the actor may see, being of either side. @throws delegation.not-found */
export async function getDelegationRow(ctx: Context, id: string): Promise<DelegationRow> {
  const row = await tablesOf<DelegationTables>(ctx.kernel.db).selectFrom('delegation.delegation').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || !(['giver', 'receiver'] as const).some((side) => isOn(ctx, 'delegation.delegation.view', row, side))) throw fail('delegation.not-found');
  return row;
}

/** The items of a delegation in their order. */
export async function readItems(ctx: Pick<Context, 'kernel'>, id: string): Promise<DelegationItemRow[]> {
  return tablesOf<DelegationTables>(ctx.kernel.db).selectFrom('delegation.item').selectAll().where('delegationId', '=', id).orderBy('position').execute();
}

/** Whether the actor holds a permission over one side. */
export function isOn(ctx: Context, permission: string, row: DelegationRow, side: Side): boolean {
  if (!holds(ctx.actor, permission)) return false;
  const belonging = side === 'giver' ? { organizationPath: row.giverPath, regionCode: row.giverRegion } : { organizationPath: row.receiverPath, regionCode: row.receiverRegion };
  return liesInScope(requireScope(ctx, permission), ctx.actor, belonging);
}

/** @throws forbidden for officers of the other side */
export function requireSide(ctx: Context, permission: string, row: DelegationRow, side: Side): void {
  if (!isOn(ctx, permission, row, side)) throw kernelFail('kernel.forbidden', { permission });
}
