import { createHash } from 'node:crypto';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { ImportFinding, ItemElements, VersionState } from '../contract.ts';
import type { CatalogTables } from '../tables.ts';

/** An item as a list finds it: its newest version, and what earlier lists said. */
export interface StandingItem {
  readonly id: string;
  readonly localTaskCode: string;
  readonly organizationPath: string;
  readonly regionCode: string;
  readonly lockedElements: readonly string[];
  readonly publishedVersionId: string | null;
  readonly importDigest: string | null;
  readonly importFindings: readonly ImportFinding[];
  readonly version: { readonly id: string; readonly number: number; readonly state: VersionState; readonly revision: number; readonly elements: ItemElements; readonly createdById: string };
  /** What the last list said of it, if one did. */
  readonly said: Partial<ItemElements> | null;
}

/** The items of these local codes, by code. For lists; authorisation is the caller's. */
export async function findStandingItems(ctx: Pick<Context, 'kernel'>, codes: readonly string[]): Promise<Map<string, StandingItem>> {
  if (codes.length === 0) return new Map();
  const rows = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.item as i').innerJoin('catalog.itemVersion as v', 'v.id', 'i.latestVersionId')
    .leftJoin('catalog.listedItem as l', 'l.itemId', 'i.id')
    .select(['i.id', 'i.localTaskCode', 'i.organizationPath', 'i.regionCode', 'i.lockedElements', 'i.publishedVersionId', 'i.importDigest', 'i.importFindings',
      'v.id as versionId', 'v.number', 'v.state', 'v.revision', 'v.elements', 'v.createdById', 'l.said'])
    .where('i.localTaskCode', 'in', [...codes]).execute();
  return new Map(rows.map(({ versionId, number, state, revision, elements, createdById, ...item }) => (
    [item.localTaskCode, { ...item, version: { id: versionId, number, state, revision, elements, createdById } }])));
}

/** The mark of a version in exported files: whoever sends it back has worked on this content. */
export function versionMark({ number, revision }: { readonly number: number; readonly revision: number }): string {
  return `${number}-${revision}`;
}

/** Digest of an item's content, whatever the order of its members. */
export function digestOf(elements: ItemElements): string {
  return createHash('sm3').update(JSON.stringify(elements, (_key, value: unknown) => sorted(value))).digest('hex');
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
