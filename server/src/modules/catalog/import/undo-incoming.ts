import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import { announceGivenUp, announceMoved, announceSaved } from '../actions/start-draft.ts';
import type { ItemElements, VersionState } from '../contract.ts';
import { fail } from '../errors.ts';
import { itemPublished, itemRetired } from '../events.ts';
import { itemColumnsOf } from '../item-columns.ts';
import { buildSearchRow } from '../search/search-row.ts';
import type { CatalogTables } from '../tables.ts';
import type { Before, WrittenItem } from './write-incoming.ts';

/** A written item as it stands now. */
interface Undoable {
  readonly written: WrittenItem;
  readonly number: number;
  readonly state: VersionState;
  /** Content of the version before, where a new one has to repeat it. */
  readonly earlier: ItemElements | null;
  /** Where the item's row follows what is restored: the department of its former content. */
  readonly organizationPath: string | null;
  /** The department to which it returns by that is another than now. */
  readonly moves: boolean;
}

/** What of a list can be taken back, and what somebody has changed since and therefore stays. */
export interface UndoPlan {
  readonly undoable: readonly Undoable[];
  readonly kept: readonly { readonly localTaskCode: string; readonly reason: string }[];
}

/** Looks which written items still stand exactly as the list left them. */
export async function planUndo(ctx: Context, written: readonly WrittenItem[]): Promise<UndoPlan> {
  const tables = tablesOf<CatalogTables>(ctx.kernel.db);
  const rows = written.length === 0 ? [] : await tables.selectFrom('catalog.item as i').innerJoin('catalog.itemVersion as v', 'v.id', 'i.latestVersionId')
    .select(['i.id', 'i.organizationPath', 'i.publishedVersionId', 'v.id as versionId', 'v.number', 'v.state', 'v.revision']).where('i.id', 'in', written.map(({ itemId }) => itemId)).execute();
  const now = new Map(rows.map((row) => [row.id, row]));
  const earlierIds = written.flatMap(({ before }) => before.versionId ?? []);
  const versions = earlierIds.length === 0 ? [] : await tables.selectFrom('catalog.itemVersion').select(['id', 'elements']).where('id', 'in', earlierIds).execute();
  const earlier = new Map(versions.map(({ id, elements }) => [id, elements]));
  const pathOf = await organizationPaths(ctx, [...written.flatMap(({ before }) => before.elements ?? []), ...earlier.values()].map(({ organizationId }) => organizationId));
  const plan = { undoable: [] as Undoable[], kept: [] as UndoPlan['kept'][number][] };
  for (const one of written) {
    const row = now.get(one.itemId);
    const untouched = row?.versionId === one.versionId && row.revision === one.revision && (row.state === 'draft' || row.state === 'published');
    if (!untouched) plan.kept.push({ localTaskCode: one.localTaskCode, reason: row ? '导入后又有人修改、审核或发布，已保留现在的内容。' : '导入后已被删除。' });
    else {
      const former = earlier.get(one.before.versionId ?? '') ?? null;
      // The row of a published item follows what is published, not a draft beside it.
      const followed = row.publishedVersionId === null ? one.before.elements : row.state === 'published' ? former : null;
      const organizationPath = pathOf.get(followed?.organizationId ?? '') ?? null;
      plan.undoable.push({
        written: one, number: row.number, state: row.state, earlier: former, organizationPath,
        moves: organizationPath !== null && organizationPath !== row.organizationPath,
      });
    }
  }
  return plan;
}

async function organizationPaths(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.organization').select(['id', 'path']).where('id', 'in', [...new Set(ids)]).execute();
  return new Map(rows.map(({ id, path }) => [id, path]));
}

type Writes = ReturnType<typeof writesFor<CatalogTables>>;

/**
 * Adds to a batch what takes the items back: drafts are removed or get their former content; an item that was published for
 * the first time is retired, since cases may rest on it; a published change is followed by a version with the former content.
 */
export function addUndo(ctx: Context, batch: WriteBatch, undoable: readonly Undoable[]): void {
  const writes = writesFor<CatalogTables>(batch);
  for (const one of undoable) undoOne(ctx, batch, writes, one);
}

function stale() {
  return { expected: 1, otherwise: () => fail('catalog.stale') };
}

function undoOne(ctx: Context, batch: WriteBatch, writes: Writes, one: Undoable): void {
  const { before } = one.written;
  if (before.versionId === null) {
    if (one.state === 'published') retireNew(ctx, batch, writes, one);
    else removeNew(ctx, batch, writes, one);
    return;
  }
  restoreSaid(writes, one.written.itemId, before);
  if (before.elements !== null) restoreDraft(ctx, batch, writes, one, before.elements);
  else if (one.state === 'published' && one.earlier) republish(ctx, batch, writes, one, one.earlier);
  else removeDraft(ctx, batch, writes, one);
}

function removeNew(ctx: Context, batch: WriteBatch, writes: Writes, { written: { itemId, versionId, revision } }: Undoable): void {
  writes.delete('catalog.itemVersion', { id: versionId, revision, state: 'draft' }, stale());
  writes.delete('catalog.item', { id: itemId, latestVersionId: versionId }, stale());
  publishEvent(ctx, batch, { type: itemRetired, aggregateType: 'item', aggregateId: itemId, data: { versionId, reason: '撤销导入' } });
}

function retireNew(ctx: Context, batch: WriteBatch, writes: Writes, { written: { itemId, versionId, revision } }: Undoable): void {
  writes.update('catalog.itemVersion', { state: 'retired', revision: revision + 1 }, { id: versionId, revision, state: 'published' }, stale());
  writes.update('catalog.item', { latestState: 'retired', publishedVersionId: null, importDigest: null, updatedAt: ctx.kernel.clock.now() }, { id: itemId });
  writes.delete('catalog.itemSearch', { itemId });
  publishEvent(ctx, batch, { type: itemRetired, aggregateType: 'item', aggregateId: itemId, data: { versionId, reason: '撤销导入' } });
}

function restoreSaid(writes: Writes, itemId: string, { said }: Before): void {
  if (said === null) writes.delete('catalog.listedItem', { itemId });
  else writes.update('catalog.listedItem', { said: { ...said } }, { itemId });
}

function restored({ importDigest, importFindings }: Before) {
  return { importDigest, importFindings: [...importFindings] };
}

function restoreDraft(ctx: Context, batch: WriteBatch, writes: Writes, { written: { itemId, versionId, revision, before }, organizationPath, moves }: Undoable, elements: ItemElements): void {
  writes.update('catalog.itemVersion', { elements, revision: revision + 1 }, { id: versionId, revision, state: 'draft' }, stale());
  const columns = organizationPath === null ? {} : { ...itemColumnsOf(elements), organizationId: elements.organizationId, organizationPath };
  writes.update('catalog.item', { ...restored(before), ...columns, errorCount: null, updatedAt: ctx.kernel.clock.now() }, { id: itemId });
  announceSaved(ctx, batch, { itemId, versionId, revision: revision + 1 });
  if (moves) announceMoved(ctx, batch, { itemId, versionId, organizationId: elements.organizationId });
}

function removeDraft(ctx: Context, batch: WriteBatch, writes: Writes, { written: { itemId, versionId, revision, before } }: Undoable): void {
  writes.delete('catalog.itemVersion', { id: versionId, revision, state: 'draft' }, stale());
  writes.update('catalog.item', {
    ...restored(before), latestVersionId: before.versionId ?? versionId, latestVersionNumber: before.number, latestState: before.state ?? 'published', updatedAt: ctx.kernel.clock.now(),
  }, { id: itemId, latestVersionId: versionId }, stale());
  announceGivenUp(ctx, batch, { itemId, versionId });
}

function republish(ctx: Context, batch: WriteBatch, writes: Writes, { written: { itemId, versionId, revision, before }, number, organizationPath }: Undoable, elements: ItemElements): void {
  const [nextId, now] = [createId(), ctx.kernel.clock.now()];
  writes.update('catalog.itemVersion', { state: 'superseded', revision: revision + 1 }, { id: versionId, revision, state: 'published' }, stale());
  writes.insert('catalog.itemVersion', {
    id: nextId, itemId, number: number + 1, state: 'published', revision: 1, elements, createdAt: now, createdById: ctx.actor.id, createdByName: ctx.actor.name,
    submittedById: null, reviewedById: null, reviewOpinion: null, publishedAt: now,
  });
  writes.update('catalog.item', {
    ...restored(before), ...itemColumnsOf(elements), ...(organizationPath === null ? {} : { organizationId: elements.organizationId, organizationPath }), latestVersionId: nextId, latestVersionNumber: number + 1, latestState: 'published',
    publishedVersionId: nextId, updatedAt: now,
  }, { id: itemId, latestVersionId: versionId }, stale());
  const { popularity: _kept, ...found } = buildSearchRow(itemId, nextId, elements, 0);
  writes.update('catalog.itemSearch', found, { itemId });
  publishEvent(ctx, batch, { type: itemPublished, aggregateType: 'item', aggregateId: itemId, data: { versionId: nextId, versionNumber: number + 1, previousVersionId: versionId } });
}
