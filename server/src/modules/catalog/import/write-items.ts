import { createHash } from 'node:crypto';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import type { ItemElements } from '../contract.ts';
import { itemPublished } from '../events.ts';
import { forgetAnswers } from '../search/recent-answers.ts';
import { buildSearchRow } from '../search/search-row.ts';
import type { CatalogTables } from '../tables.ts';
import type { MatchedDepartment } from './ensure-departments.ts';
import { shorten, type ListedItem, type RejectedRow } from './parse-row.ts';
import { toListedElements } from './to-listed-elements.ts';

/** What became of some rows. */
export interface WrittenItems {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: readonly RejectedRow[];
}

interface Prepared {
  readonly row: ListedItem;
  readonly department: MatchedDepartment;
  readonly elements: ItemElements;
  readonly digest: string;
}

/**
 * Writes a few hundred rows in one transaction: new codes become published items, changed rows a new published version,
 * unchanged ones nothing. An item that was edited on the platform since is refused, so that a list never undoes work.
 */
export async function writeItems(ctx: Context, rows: readonly { row: ListedItem; department: MatchedDepartment }[]): Promise<WrittenItems> {
  const prepared = rows.map(({ row, department }) => {
    const elements = toListedElements(row, department.id);
    return { row, department, elements, digest: digestOf(elements, row) };
  });
  const existing = await findExisting(ctx, prepared.map(({ row }) => row.localTaskCode));
  const batch = new WriteBatch();
  const result = { created: 0, updated: 0, unchanged: 0, rejected: [] as RejectedRow[] };
  const created: Prepared[] = [];
  for (const one of prepared) {
    const item = existing.get(one.row.localTaskCode);
    if (!item) created.push(one);
    else if (item.source !== 'import' || item.latestCreator !== ctx.actor.id) result.rejected.push(refuse(one.row));
    else if (item.importDigest === one.digest) result.unchanged += 1;
    else { addUpdate(ctx, batch, item, one); result.updated += 1; }
  }
  addCreated(ctx, batch, created);
  await commit(ctx, batch);
  forgetAnswers(ctx.kernel);
  return { ...result, created: created.length };
}

function digestOf(elements: ItemElements, { findings }: ListedItem): string {
  return createHash('sm3').update(JSON.stringify([elements, findings])).digest('hex');
}

function refuse({ number, localTaskCode, name }: ListedItem): RejectedRow {
  return { number, code: localTaskCode, name: shorten(name), reasons: ['这个事项已在平台上编制，请在平台上修改，不再由清单更新。'] };
}

type Existing = { id: string; source: string; importDigest: string | null; number: number; publishedVersionId: string | null; latestCreator: string };

async function findExisting(ctx: Context, codes: readonly string[]): Promise<Map<string, Existing>> {
  const rows = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.item as i')
    .innerJoin('catalog.itemVersion as v', 'v.id', 'i.latestVersionId')
    .select(['i.id', 'i.localTaskCode', 'i.source', 'i.importDigest', 'i.latestVersionNumber as number', 'i.publishedVersionId', 'v.createdById as latestCreator'])
    .where('i.localTaskCode', 'in', codes).execute();
  return new Map(rows.map((row) => [row.localTaskCode, row]));
}

function versionRow(ctx: Context, id: string, itemId: string, number: number, elements: ItemElements) {
  const now = ctx.kernel.clock.now();
  return {
    id, itemId, number, state: 'published' as const, revision: 1, elements, createdAt: now, createdById: ctx.actor.id, createdByName: ctx.actor.name,
    submittedById: null, reviewedById: null, reviewOpinion: null, publishedAt: now,
  };
}

function addCreated(ctx: Context, batch: WriteBatch, created: readonly Prepared[]): void {
  const writes = writesFor<CatalogTables>(batch);
  const now = ctx.kernel.clock.now();
  const rows = created.map((one) => ({ ...one, itemId: createId(), versionId: createId() }));
  if (rows.length === 0) return;
  writes.insert('catalog.item', rows.map(({ row, department, digest, itemId, versionId }) => ({
    id: itemId, ...itemColumns(row, department), source: 'import' as const, latestVersionId: versionId, latestVersionNumber: 1,
    latestState: 'published' as const, publishedVersionId: versionId, importFindings: [...row.findings], importDigest: digest, createdAt: now, updatedAt: now,
  })));
  writes.insert('catalog.itemVersion', rows.map(({ elements, itemId, versionId }) => versionRow(ctx, versionId, itemId, 1, elements)));
  writes.insert('catalog.itemSearch', rows.map(({ elements, itemId, versionId }) => buildSearchRow(itemId, versionId, elements, 0)));
  for (const { itemId, versionId } of rows) announce(ctx, batch, itemId, { versionId, versionNumber: 1, previousVersionId: null });
}

function addUpdate(ctx: Context, batch: WriteBatch, item: Existing, { row, department, elements, digest }: Prepared): void {
  const writes = writesFor<CatalogTables>(batch);
  const [versionId, number] = [createId(), item.number + 1];
  writes.insert('catalog.itemVersion', versionRow(ctx, versionId, item.id, number, elements));
  if (item.publishedVersionId) {
    writes.update('catalog.itemVersion', { state: 'superseded' }, { id: item.publishedVersionId });
    const { popularity: _kept, ...found } = buildSearchRow(item.id, versionId, elements, 0);
    writes.update('catalog.itemSearch', found, { itemId: item.id });
  } else {
    writes.insert('catalog.itemSearch', buildSearchRow(item.id, versionId, elements, 0));
  }
  writes.update('catalog.item', {
    ...itemColumns(row, department), latestVersionId: versionId, latestVersionNumber: number, latestState: 'published', publishedVersionId: versionId,
    importFindings: [...row.findings], importDigest: digest, updatedAt: ctx.kernel.clock.now(),
  }, { id: item.id });
  announce(ctx, batch, item.id, { versionId, versionNumber: number, previousVersionId: item.publishedVersionId });
}

function itemColumns({ localTaskCode, name, taskType, regionCode, departmentName }: ListedItem, { id, path }: MatchedDepartment) {
  return { localTaskCode, name, taskType, regionCode, organizationId: id, organizationPath: path, departmentName };
}

function announce(ctx: Context, batch: WriteBatch, itemId: string, data: Record<string, unknown>): void {
  publishEvent(ctx, batch, { type: itemPublished, aggregateType: 'item', aggregateId: itemId, data });
}
