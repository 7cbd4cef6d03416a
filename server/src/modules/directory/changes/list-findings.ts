import { sql } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { requireScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { Finding, listFindings as listOperation } from '../change.contract.ts';
import { readLatestContents } from '../latest-contents.ts';
import type { DirectoryTables } from '../tables.ts';
import { describeFault } from './find-faults.ts';

/** What the checks of 减证便民 and 证照分离 found within the reader's scope and nobody has mended yet (CAT-09). */
export async function listFindings(ctx: Context, { limit = 20, cursor, rule, organizationId }: QueryOf<typeof listOperation>): Promise<Page<Finding>> {
  let query = tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.finding as f').innerJoin('directory.claim as c', 'c.id', 'f.claimId')
    .innerJoin('directory.entry as e', 'e.id', 'c.entryId').selectAll('f')
    .select(['c.itemId', 'c.organizationId', 'c.organizationName', 'e.id as entryId', 'e.name as entryName', 'e.code as entryCode'])
    .where('c.state', '=', 'confirmed')
    .where(scopeFilter(requireScope(ctx, 'directory.change.view'), ctx.actor, { organizationPath: 'c.organizationPath', regionCode: 'c.regionCode' }));
  if (rule !== undefined) query = query.where('f.rule', '=', rule);
  if (organizationId !== undefined) query = query.where('c.organizationId', '=', organizationId);
  if (cursor !== undefined) {
    const [claimId, last] = decodeCursor(cursor, 2);
    query = query.where(sql<boolean>`(f.claim_id::text, f.rule) < (${String(claimId)}, ${String(last)})`);
  }
  const rows = await query.orderBy('f.claimId', 'desc').orderBy('f.rule', 'desc').limit(limit + 1).execute();
  const items = await readLatestContents(ctx, rows.flatMap(({ itemId }) => itemId ?? []));
  const page = pageOf(rows, limit, (row) => [row.claimId, row.rule], (row) => {
    const item = items.get(row.itemId ?? '');
    return item && {
      claimId: row.claimId, rule: row.rule, message: describeFault(row.rule, row.detail.names), item: { id: item.itemId, name: item.name, latestVersionId: item.latestVersionId },
      entry: { id: row.entryId, name: row.entryName, code: row.entryCode }, organization: { id: row.organizationId, name: row.organizationName }, foundAt: row.foundAt.toISOString(),
    };
  });
  return { ...page, items: page.items.filter((finding) => finding !== undefined) };
}
