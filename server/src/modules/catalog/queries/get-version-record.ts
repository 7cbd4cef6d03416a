import type { Selectable } from 'kysely';
import { covers, holds, requireScope } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { fail } from '../errors.ts';
import { findNextState, openStates, type VersionAction } from '../states.ts';
import type { CatalogTables } from '../tables.ts';

/** A version with what of its item an action needs. */
export interface VersionRecord {
  version: Selectable<CatalogTables['catalog.itemVersion']>;
  item: Selectable<CatalogTables['catalog.item']>;
}

/** Reads a version in any state, for staff. @throws catalog.version-not-found also when outside the actor's scope */
export async function getVersionRecord(ctx: Context, versionId: string, permission: string): Promise<VersionRecord> {
  const db = tablesOf<CatalogTables>(ctx.kernel.db);
  const version = await db.selectFrom('catalog.itemVersion').selectAll().where('id', '=', versionId).executeTakeFirst();
  if (!version) throw fail('catalog.version-not-found');
  const item = await getItemRecord(ctx, version.itemId, permission);
  return { version, item };
}

/** Reads an item for staff. @throws catalog.item-not-found also when outside the actor's scope */
export async function getItemRecord(ctx: Context, itemId: string, permission: string): Promise<VersionRecord['item']> {
  const item = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.item').selectAll().where('id', '=', itemId).executeTakeFirst();
  if (!item || !covers(requireScope(ctx, permission), ctx.actor, item)) throw fail('catalog.item-not-found');
  return item;
}

/** Which actions this actor may take on the version now. */
export function abilitiesOf(ctx: Context, { version, item }: VersionRecord) {
  const may = (permission: string, action?: VersionAction) =>
    holds(ctx.actor, permission) && covers(requireScope(ctx, permission), ctx.actor, item)
    && (action === undefined || findNextState(version.state, action) !== undefined);
  return {
    edit: may('catalog.item.edit', 'edit'),
    submit: may('catalog.item.edit', 'submit'),
    withdraw: may('catalog.item.edit', 'withdraw'),
    comment: openStates.some((state) => state === version.state) && may('catalog.item.comment'),
    review: may('catalog.item.review', 'approve') && version.submittedById !== ctx.actor.id,
    publish: may('catalog.item.publish', 'publish'),
    retire: may('catalog.item.publish', 'retire'),
  };
}
