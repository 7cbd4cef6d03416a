import { sql } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { requireScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { startOfChinaDay } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { listOrganizationsById } from '../../../kernel/organization/index.ts';
import { findDefinition } from '../../../kernel/workflow/index.ts';
import { listBundlesOfItems } from '../../bundles/index.ts';
import { countOpenCases } from '../../cases/index.ts';
import { elementLabel } from '../../catalog/contract.ts';
import type { Adjustment, AdjustmentDetail, AffectedItem, Difference, listAdjustments as listOperation } from '../change.contract.ts';
import { inheritedNames } from '../entry.contract.ts';
import { fail } from '../errors.ts';
import { readLatestContents } from '../latest-contents.ts';
import type { DirectoryTables } from '../tables.ts';
import { effectsOf } from './effects.ts';
import { describeFault } from './find-faults.ts';
import { differencesWithin, presentDifferences } from './list-differences.ts';

/** Lists of one entry that a change shows; a province's directory has at most as many as it has towns. */
const mostAffected = 300;
const oneDay = 86_400_000;

function adjustments(ctx: Context) {
  const scope = scopeFilter(requireScope(ctx, 'directory.change.view'), ctx.actor, { organizationPath: 'c.organizationPath', regionCode: 'c.regionCode' });
  return tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.adjustment as a').innerJoin('directory.entry as e', 'e.id', 'a.entryId')
    .selectAll('a').select(['e.name as entryName', 'e.code as entryCode'])
    .select(sql<number>`(SELECT count(*)::int FROM directory.claim c WHERE c.entry_id = a.entry_id AND c.state = 'confirmed' AND c.item_id IS NOT NULL AND ${scope})`.as('affectedItems'))
    .select(sql<number>`(SELECT count(*)::int FROM directory.claim c JOIN directory.difference d ON d.claim_id = c.id AND d.state = 'open' AND d.entry_version_id = a.version_id
      WHERE c.entry_id = a.entry_id AND ${scope})`.as('openDifferences'));
}

type Row = Awaited<ReturnType<ReturnType<typeof adjustments>['executeTakeFirstOrThrow']>>;

function present({ id, kind, at, entryId, entryName, entryCode, elements, openDifferences, affectedItems }: Row): Adjustment {
  return {
    id, kind, at: at.toISOString(), entry: { id: entryId, name: entryName, code: entryCode },
    elements: elements.map((name) => ({ name, label: elementLabel(name) })), openDifferences, affectedItems,
  };
}

/** Changes of the directory, the last first. */
export async function listAdjustments(ctx: Context, { limit = 20, cursor, kind, open, from, to }: QueryOf<typeof listOperation>): Promise<Page<Adjustment>> {
  let query = adjustments(ctx);
  if (kind !== undefined) query = query.where('a.kind', '=', kind);
  if (from !== undefined) query = query.where('a.at', '>=', startOfChinaDay(from));
  if (to !== undefined) query = query.where('a.at', '<', new Date(startOfChinaDay(to).getTime() + oneDay));
  if (open === true) query = query.where(sql<boolean>`EXISTS (SELECT FROM directory.difference d WHERE d.entry_version_id = a.version_id AND d.state = 'open')`);
  if (cursor !== undefined) query = query.where(sql<boolean>`a.id < ${cursorId(decodeCursor(cursor, 1)[0])}::uuid`);
  const rows = await query.orderBy('a.id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, ({ id }) => [id], present);
}

/** One change with both contents and what it touches within the reader's scope. @throws directory.adjustment-not-found */
export async function getAdjustment(ctx: Context, adjustmentId: string): Promise<AdjustmentDetail> {
  const row = await adjustments(ctx).where('a.id', '=', adjustmentId).executeTakeFirst();
  if (!row) throw fail('directory.adjustment-not-found');
  const versions = await tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.entryVersion').select(['id', 'elements'])
    .where('id', 'in', [row.versionId, row.previousVersionId ?? row.versionId]).execute();
  const elementsOf = (id: string | null) => versions.find((version) => version.id === id)?.elements;
  const after = elementsOf(row.versionId);
  if (!after) throw fail('directory.adjustment-not-found');
  const before = row.kind === 'added' ? null : elementsOf(row.previousVersionId) ?? null;
  return { adjustment: present(row), before, after, affected: await listAffected(ctx, row) };
}

async function listAffected(ctx: Context, { entryId, versionId }: Row): Promise<AffectedItem[]> {
  const scope = scopeFilter(requireScope(ctx, 'directory.change.view'), ctx.actor, { organizationPath: 'c.organizationPath', regionCode: 'c.regionCode' });
  const claims = await tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.claim as c').select(['c.id', 'c.itemId', 'c.organizationId', 'c.organizationName'])
    .where('c.entryId', '=', entryId).where('c.state', '=', 'confirmed').where('c.itemId', 'is not', null).where(scope).orderBy('c.regionCode').orderBy('c.id').limit(mostAffected).execute();
  const ids = claims.flatMap(({ itemId }) => itemId ?? []);
  const [items, openCases, bundles, organizations, findings, differences] = await Promise.all([
    readLatestContents(ctx, ids), countOpenCases(ctx, ids), listBundlesOfItems(ctx, ids), listOrganizationsById(ctx, claims.map(({ organizationId }) => organizationId)),
    readFindings(ctx, claims.map(({ id }) => id)),
    differencesWithin(ctx, 'directory.change.view').where('c.entryId', '=', entryId).where('d.entryVersionId', '=', versionId).orderBy('d.id').execute(),
  ]);
  const shown = await presentDifferences(ctx, differences);
  const processes = await readProcessNames(ctx, [...items.values()].flatMap(({ elements }) => elements.handling.processKey ?? []));
  return claims.flatMap((claim) => {
    const item = items.get(claim.itemId ?? '');
    if (!item) return [];
    const own = shown.filter(({ claimId }) => claimId === claim.id);
    const published = item.publishedVersionId !== null;
    return [{
      claimId: claim.id, item: { id: item.itemId, name: item.name, latestVersionId: item.latestVersionId, published },
      organization: { id: claim.organizationId, name: claim.organizationName, closed: (organizations.get(claim.organizationId)?.validTo ?? null) !== null },
      differences: own, findings: findings.filter(({ claimId }) => claimId === claim.id).map(({ rule, detail }) => ({ rule, message: describeFault(rule, detail.names) })),
      effects: effectsOf({ elements: item.elements, published }, own.filter(({ state }) => state === 'open').flatMap(toIncoming), {
        openCases: openCases.get(item.itemId) ?? 0, bundles: bundles.get(item.itemId) ?? [], process: processes.get(item.elements.handling.processKey ?? ''),
      }),
    }];
  });
}

function toIncoming({ element, incoming }: Difference) {
  return inheritedNames.filter((name) => name === element).map((name) => ({ element: name, incoming }));
}

async function readProcessNames({ kernel }: Context, keys: readonly string[]): Promise<Map<string, string>> {
  return new Map(await Promise.all([...new Set(keys)].map(async (key) => [key, (await findDefinition(kernel, key))?.name ?? key] as const)));
}

async function readFindings(ctx: Context, claimIds: readonly string[]) {
  if (claimIds.length === 0) return [];
  return tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.finding').selectAll().where('claimId', 'in', [...claimIds]).execute();
}
