import type { Selectable } from 'kysely';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { liesInScope } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { listOrganizationsById } from '../../../kernel/organization/index.ts';
import type { Claim } from '../claim.contract.ts';
import { fail } from '../errors.ts';
import { readLatestContents } from '../latest-contents.ts';
import { findEntries } from '../queries/list-entries.ts';
import type { DirectoryTables } from '../tables.ts';

export type ClaimRow = Selectable<DirectoryTables['directory.claim']>;

/** A claim within the actor's scope of a permission. @throws directory.claim-not-found */
export async function getClaimRecord(ctx: Context, claimId: string, permission: string): Promise<ClaimRow> {
  const claim = await tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.claim').selectAll().where('id', '=', claimId).executeTakeFirst();
  if (!claim || !liesInScope(requireScope(ctx, permission), ctx.actor, claim)) throw fail('directory.claim-not-found');
  return claim;
}

/** Claims as they are shown, in the order given. */
export async function presentClaims(ctx: Context, rows: readonly ClaimRow[]): Promise<Claim[]> {
  const [entries, organizations, items] = await Promise.all([
    findEntries(ctx, rows.map(({ entryId }) => entryId)), listOrganizationsById(ctx, [...new Set(rows.map(({ organizationId }) => organizationId))]),
    readLatestContents(ctx, rows.flatMap(({ itemId }) => itemId ?? [])),
  ]);
  const may = (row: ClaimRow, permission: string): boolean =>
    row.state === 'pending' && holds(ctx.actor, permission) && liesInScope(requireScope(ctx, permission), ctx.actor, row);
  return rows.flatMap((row) => {
    const [entry, item] = [entries.get(row.entryId), items.get(row.itemId ?? '')];
    if (!entry) return [];
    return [{
      id: row.id, version: row.version, entry, regionCode: row.regionCode, level: row.level,
      organization: { id: row.organizationId, name: row.organizationName, closed: (organizations.get(row.organizationId)?.validTo ?? null) !== null },
      kind: row.kind, state: row.state, item: item ? { id: item.itemId, name: item.name, latestVersionId: item.latestVersionId } : null, reason: row.reason,
      claimedAt: row.claimedAt.toISOString(), claimedByName: row.claimedByName, decidedAt: row.decidedAt?.toISOString() ?? null,
      decidedByName: row.decidedByName, decisionReason: row.decisionReason,
      abilities: {
        confirm: may(row, 'directory.claim.review') && row.claimedById !== ctx.actor.id,
        withdraw: may(row, 'directory.claim.submit'),
      },
    }];
  });
}
