import { createHash, randomBytes } from 'node:crypto';
import { holds, requireScope } from '../../kernel/access/index.ts';
import { liesInScope } from '../../kernel/access/scope-filter.ts';
import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import { getDictionary } from '../../kernel/dictionary/index.ts';
import type { PriorityGroup } from './configuration.contract.ts';
import { fail } from './errors.ts';
import type { HallsTables } from './tables.ts';

export const priorityDictionary = 'hall-priority-group';

/** A hall in use. @throws halls.hall-not-found */
export async function getHallRow(ctx: Pick<Context, 'kernel'>, hallId: string) {
  const hall = await tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.hall').selectAll().where('id', '=', hallId).where('active', '=', true).executeTakeFirst();
  if (!hall) throw fail('halls.hall-not-found');
  return hall;
}

export type HallRow = Awaited<ReturnType<typeof getHallRow>>;

/** A hall over which the officer holds the permission. @throws halls.hall-not-found */
export async function getOwnHall(ctx: Context, hallId: string, permission: string): Promise<HallRow> {
  const hall = await getHallRow(ctx, hallId);
  if (!liesInScope(requireScope(ctx, permission), ctx.actor, hall)) throw fail('halls.hall-not-found');
  return hall;
}

/** Whether the officer holds the permission over this hall. */
export function mayOver(ctx: Context, permission: string, hall: Pick<HallRow, 'organizationPath' | 'regionCode'>): boolean {
  return holds(ctx.actor, permission) && liesInScope(requireScope(ctx, permission), ctx.actor, hall);
}

/** Whom halls serve first, as the city has listed them. */
export async function listGroups({ kernel }: Pick<Context, 'kernel'>): Promise<PriorityGroup[]> {
  return (await getDictionary(kernel, priorityDictionary)).entries.map(({ code, name, active }) => ({ code, name, active }));
}

/** Names of priority groups by code. */
export async function priorityNames(ctx: Pick<Context, 'kernel'>): Promise<Map<string, string>> {
  return new Map((await listGroups(ctx)).map(({ code, name }) => [code, name]));
}

/** A secret of 144 bits, for addresses. */
export function createSecret(): string {
  return randomBytes(18).toString('base64url');
}

export function digestOf(secret: string): string {
  return createHash('sm3').update(secret).digest('hex');
}

/** The hall of a name in a region, if there is one. */
export async function findHallByName({ kernel }: Pick<Context, 'kernel'>, regionCode: string, name: string): Promise<{ id: string } | undefined> {
  return tablesOf<HallsTables>(kernel.db).selectFrom('halls.hall').select('id').where('regionCode', '=', regionCode).where('name', '=', name).executeTakeFirst();
}
