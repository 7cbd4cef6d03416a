import { sql } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { requireScope } from '../../../kernel/access/index.ts';
import { regionPrefix, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { Claim, listClaims as listOperation } from '../claim.contract.ts';
import type { DirectoryTables } from '../tables.ts';
import { presentClaims } from './claim-record.ts';

/** Claims within the reader's scope, the last made first. */
export async function listClaims(ctx: Context, input: QueryOf<typeof listOperation>): Promise<Page<Claim>> {
  const limit = input.limit ?? 20;
  const { state, kind, entryId, regionCode, organizationId, closedDepartment, cursor } = input;
  let query = tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.claim as c').selectAll('c')
    .where(scopeFilter(requireScope(ctx, 'directory.claim.view'), ctx.actor, { organizationPath: 'c.organizationPath', regionCode: 'c.regionCode' }));
  if (state !== undefined) query = query.where('c.state', '=', state);
  if (kind !== undefined) query = query.where('c.kind', '=', kind);
  if (entryId !== undefined) query = query.where('c.entryId', '=', entryId);
  if (organizationId !== undefined) query = query.where('c.organizationId', '=', organizationId);
  if (regionCode !== undefined) query = query.where('c.regionCode', 'like', `${regionPrefix(regionCode)}%`);
  if (closedDepartment === true) query = query.where(sql<boolean>`EXISTS (SELECT FROM organization.organization o WHERE o.id = c.organization_id AND o.valid_to IS NOT NULL)`);
  if (cursor !== undefined) query = query.where(sql<boolean>`c.id < ${cursorId(decodeCursor(cursor, 1)[0])}::uuid`);
  const rows = await query.orderBy('c.id', 'desc').limit(limit + 1).execute();
  const shown = new Map((await presentClaims(ctx, rows)).map((claim) => [claim.id, claim]));
  const page = pageOf(rows, limit, ({ id }) => [id], ({ id }) => shown.get(id));
  return { ...page, items: page.items.filter((claim) => claim !== undefined) };
}
