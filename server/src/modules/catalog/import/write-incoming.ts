import type { Insertable } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { takeTurns } from '../../../kernel/turns.ts';
import { announceMoved, announceSaved } from '../actions/start-draft.ts';
import type { ImportFinding, ItemElements, VersionState } from '../contract.ts';
import { fail } from '../errors.ts';
import { itemPublished } from '../events.ts';
import { itemColumnsOf } from '../item-columns.ts';
import { buildSearchRow } from '../search/search-row.ts';
import type { CatalogTables } from '../tables.ts';
import { digestOf, digestWithSaid, hashesOf, type SaidHashes, type StandingItem } from './find-standing-items.ts';
import type { IncomingPlan } from './plan-incoming.ts';

/** A plan that can be written, with the path of the organisation that its elements name. */
export interface WritablePlan extends IncomingPlan {
  readonly organizationPath: string;
}

/** What stood before, so that the writing can be undone. */
export interface Before {
  /** Null for a new item. */
  readonly versionId: string | null;
  readonly state: VersionState | null;
  readonly number: number;
  /** Content before a draft was changed in place. */
  readonly elements: ItemElements | null;
  readonly said: SaidHashes | null;
  readonly importDigest: string | null;
  readonly importFindings: readonly ImportFinding[];
}

/** What a list has written of one item. */
export interface WrittenItem {
  readonly localTaskCode: string;
  readonly itemId: string;
  readonly versionId: string;
  readonly revision: number;
  readonly before: Before;
}

type VersionRow = Insertable<CatalogTables['catalog.itemVersion']>;
type Writes = ReturnType<typeof writesFor<CatalogTables>>;

/**
 * Adds some hundred planned items to a batch: new ones as drafts or published, changed ones as the next version or, where a
 * draft is open, in place. Somebody who was faster undoes the whole batch with catalog.stale.
 */
export async function addIncoming(ctx: Context, batch: WriteBatch, plans: readonly WritablePlan[], { publish }: { publish: boolean }): Promise<WrittenItem[]> {
  const created = plans.filter(({ standing }) => standing === undefined);
  const existing = plans.flatMap(({ standing, ...plan }) => (standing ? [{ ...plan, standing }] : []));
  const [inPlace, next] = [existing.filter(({ standing }) => standing.version.state === 'draft'), existing.filter(({ standing }) => standing.version.state !== 'draft')];
  batch.onViolation('item_version_open', () => fail('catalog.stale')).onViolation('item_version_number', () => fail('catalog.stale'))
    .onViolation('item_local_task_code', () => fail('catalog.stale'));
  return [...await addCreated(ctx, batch, created, publish), ...addInPlace(ctx, batch, inPlace), ...addNext(ctx, batch, next, publish)];
}

function stale(expected: number) {
  return { expected, otherwise: () => fail('catalog.stale') };
}

/** A digest only for what comes from elsewhere: a department that edits in a table has edited on the platform. */
function listDigest({ incoming, elements }: Pick<IncomingPlan, 'incoming' | 'elements'>): string | null {
  return incoming.basedOn === undefined ? digestOf(elements) : null;
}

function versionRow(ctx: Context, { elements }: Pick<IncomingPlan, 'elements'>, ids: { id: string; itemId: string }, number: number, publish: boolean): VersionRow {
  const now = ctx.kernel.clock.now();
  return {
    ...ids, number, state: publish ? 'published' : 'draft', revision: 1, elements, createdAt: now, createdById: ctx.actor.id, createdByName: ctx.actor.name,
    submittedById: null, reviewedById: null, reviewOpinion: null, ...(publish ? { publishedAt: now } : { publishedAt: null }),
  };
}

/** Columns of the item that follow its content. */
function itemColumns({ elements }: { readonly elements: ItemElements }, organizationPath: string) {
  return { ...itemColumnsOf(elements), organizationId: elements.organizationId, organizationPath };
}

function announce(ctx: Context, batch: WriteBatch, written: { itemId: string; versionId: string }, number: number, previousVersionId: string | null, publish: boolean): void {
  const { itemId, versionId } = written;
  if (publish) publishEvent(ctx, batch, { type: itemPublished, aggregateType: 'item', aggregateId: itemId, data: { versionId, versionNumber: number, previousVersionId } });
  else announceSaved(ctx, batch, { itemId, versionId, revision: 1 });
}

async function addCreated(ctx: Context, batch: WriteBatch, plans: readonly WritablePlan[], publish: boolean): Promise<WrittenItem[]> {
  if (plans.length === 0) return [];
  const writes = writesFor<CatalogTables>(batch);
  const now = ctx.kernel.clock.now();
  const rows = await deriveCreated(plans, publish);
  writes.insert('catalog.item', rows.map(({ plan, itemId, versionId, columns, digest }) => ({
    id: itemId, localTaskCode: plan.incoming.localTaskCode, ...columns, source: 'import' as const, latestVersionId: versionId,
    latestVersionNumber: 1, latestState: publish ? 'published' as const : 'draft' as const, publishedVersionId: publish ? versionId : null,
    importFindings: [...plan.incoming.findings], importDigest: plan.incoming.basedOn === undefined ? digest : null, createdAt: now, updatedAt: now,
  })));
  writes.insert('catalog.itemVersion', rows.map(({ plan, itemId, versionId }) => versionRow(ctx, plan, { id: versionId, itemId }, 1, publish)));
  writes.insert('catalog.listedItem', rows.map(({ itemId, saidHashes }) => ({ itemId, said: saidHashes })));
  writes.insert('catalog.itemSearch', rows.flatMap(({ search }) => search));
  for (const row of rows) announce(ctx, batch, row, 1, null, publish);
  const before = { versionId: null, state: null, number: 0, elements: null, said: null, importDigest: null, importFindings: [] };
  return rows.map(({ plan, itemId, versionId }) => ({ localTaskCode: plan.incoming.localTaskCode, itemId, versionId, revision: 1, before }));
}

/** What costs most of a new item, its words and hashes, in turns with what else the process does. */
async function deriveCreated(plans: readonly WritablePlan[], publish: boolean) {
  const turn = takeTurns();
  const derived = [];
  for (const plan of plans) {
    const [itemId, versionId] = [createId(), createId()];
    const search = publish ? [buildSearchRow(itemId, versionId, plan.elements, 0)] : [];
    derived.push({ plan, itemId, versionId, columns: itemColumns(plan, plan.organizationPath), search, ...digestWithSaid(plan.elements, plan.incoming.said) });
    await turn();
  }
  return derived;
}

/** Notes that somebody has decided about what a list says of an item, so that it is no news when a list says it again. */
export async function addHeard(ctx: Context, batch: WriteBatch, itemId: string, said: Partial<ItemElements>): Promise<void> {
  const known = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.listedItem').select('said').where('itemId', '=', itemId).executeTakeFirst();
  const writes = writesFor<CatalogTables>(batch);
  if (known) writes.update('catalog.listedItem', { said: { ...known.said, ...hashesOf(said) } }, { itemId });
  else writes.insert('catalog.listedItem', { itemId, said: hashesOf(said) }, 'nothing');
}

type ChangedPlan = Omit<WritablePlan, 'standing'> & { readonly standing: StandingItem };

function beforeOf({ version, said, importDigest, importFindings }: StandingItem, inPlace: boolean): Before {
  return { versionId: version.id, state: version.state, number: version.number, elements: inPlace ? version.elements : null, said, importDigest, importFindings };
}

function listChanged(writes: Writes, plans: readonly ChangedPlan[]): void {
  const [known, unknown] = [plans.filter(({ standing }) => standing.said), plans.filter(({ standing }) => !standing.said)];
  const rowOf = ({ standing, incoming }: ChangedPlan) => ({ itemId: standing.id, said: { ...standing.said, ...hashesOf(incoming.said) } });
  writes.updateEach('catalog.listedItem', known.map(rowOf), ['itemId']);
  if (unknown.length > 0) writes.insert('catalog.listedItem', unknown.map(rowOf), 'nothing');
}

function addInPlace(ctx: Context, batch: WriteBatch, plans: readonly ChangedPlan[]): WrittenItem[] {
  const writes = writesFor<CatalogTables>(batch);
  const now = ctx.kernel.clock.now();
  const saved = { state: 'draft' as const, savedAt: now, savedById: ctx.actor.id, savedByName: ctx.actor.name };
  writes.updateEach('catalog.itemVersion', plans.map(({ standing: { version: { id, revision } }, elements }) => ({ id, revision, elements, ...saved })),
    ['id', 'revision', 'state'], stale(plans.length), 'revision');
  const changed = (plan: ChangedPlan) => ({ id: plan.standing.id, importFindings: [...plan.incoming.findings], importDigest: listDigest(plan), errorCount: null, updatedAt: now });
  // An item that was never published is listed as it is being written; one that was, as everyone sees it.
  const [listed, unpublished] = [plans.filter(({ standing }) => standing.publishedVersionId), plans.filter(({ standing }) => !standing.publishedVersionId)];
  writes.updateEach('catalog.item', listed.map(changed), ['id']);
  writes.updateEach('catalog.item', unpublished.map((plan) => ({ ...changed(plan), ...itemColumns(plan, plan.organizationPath) })), ['id']);
  listChanged(writes, plans);
  for (const { standing } of plans) announceSaved(ctx, batch, { itemId: standing.id, versionId: standing.version.id, revision: standing.version.revision + 1 });
  for (const { standing, elements, organizationPath } of unpublished) {
    if (organizationPath !== standing.organizationPath) announceMoved(ctx, batch, { itemId: standing.id, versionId: standing.version.id, organizationId: elements.organizationId });
  }
  return plans.map(({ standing, incoming }) => (
    { localTaskCode: incoming.localTaskCode, itemId: standing.id, versionId: standing.version.id, revision: standing.version.revision + 1, before: beforeOf(standing, true) }));
}

function addNext(ctx: Context, batch: WriteBatch, plans: readonly ChangedPlan[], publish: boolean): WrittenItem[] {
  if (plans.length === 0) return [];
  const writes = writesFor<CatalogTables>(batch);
  const now = ctx.kernel.clock.now();
  const rows = plans.map((plan) => ({ plan, itemId: plan.standing.id, versionId: createId(), number: plan.standing.version.number + 1 }));
  writes.insert('catalog.itemVersion', rows.map(({ plan, itemId, versionId, number }) => versionRow(ctx, plan, { id: versionId, itemId }, number, publish)));
  const latest = rows.map(({ plan, itemId, versionId, number }) => ({
    id: itemId, latestVersionId: versionId, latestVersionNumber: number, latestState: publish ? 'published' as const : 'draft' as const,
    importFindings: [...plan.incoming.findings], importDigest: listDigest(plan), errorCount: null, updatedAt: now,
    ...(publish ? { publishedVersionId: versionId, ...itemColumns(plan, plan.organizationPath) } : {}),
  }));
  writes.updateEach('catalog.item', latest, ['id']);
  if (publish) publishNext(writes, rows);
  listChanged(writes, plans);
  for (const row of rows) announce(ctx, batch, row, row.number, row.plan.standing.publishedVersionId, publish);
  return rows.map(({ plan, itemId, versionId }) => ({ localTaskCode: plan.incoming.localTaskCode, itemId, versionId, revision: 1, before: beforeOf(plan.standing, false) }));
}

function publishNext(writes: Writes, rows: readonly { plan: ChangedPlan; itemId: string; versionId: string }[]): void {
  const published = rows.filter(({ plan }) => plan.standing.publishedVersionId);
  writes.updateEach('catalog.itemVersion', published.map(({ plan }) => ({ id: plan.standing.publishedVersionId ?? '', state: 'superseded' as const })), ['id'], stale(published.length));
  const found = ({ plan, itemId, versionId }: { plan: ChangedPlan; itemId: string; versionId: string }) => buildSearchRow(itemId, versionId, plan.elements, 0);
  writes.updateEach('catalog.itemSearch', published.map((row) => withoutPopularity(found(row))), ['itemId']);
  const unpublished = rows.filter(({ plan }) => !plan.standing.publishedVersionId);
  if (unpublished.length > 0) writes.insert('catalog.itemSearch', unpublished.map(found), 'nothing');
}

function withoutPopularity({ popularity: _kept, ...row }: ReturnType<typeof buildSearchRow>) {
  return row;
}
