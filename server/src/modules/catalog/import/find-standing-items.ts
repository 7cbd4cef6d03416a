import { hash } from 'node:crypto';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { listSuccessors } from '../../../kernel/organization/index.ts';
import type { ImportFinding, ItemElements, VersionState } from '../contract.ts';
import type { CatalogTables } from '../tables.ts';

/** An item as a list finds it: its newest version, and what earlier lists said. */
export interface StandingItem {
  readonly id: string;
  readonly localTaskCode: string;
  readonly organizationPath: string;
  /** Who goes on with the department that the newest version names, when it was merged since. */
  readonly successorId: string | null;
  readonly regionCode: string;
  readonly lockedElements: readonly string[];
  readonly publishedVersionId: string | null;
  readonly importDigest: string | null;
  readonly importFindings: readonly ImportFinding[];
  readonly version: { readonly id: string; readonly number: number; readonly state: VersionState; readonly revision: number; readonly elements: ItemElements; readonly createdById: string };
  /** Hashes of what the last list said of it, if one did. */
  readonly said: SaidHashes | null;
}

/** The items of these local codes, by code. For lists; authorisation is the caller's. */
export async function findStandingItems(ctx: Pick<Context, 'kernel'>, codes: readonly string[]): Promise<Map<string, StandingItem>> {
  if (codes.length === 0) return new Map();
  const rows = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.item as i').innerJoin('catalog.itemVersion as v', 'v.id', 'i.latestVersionId')
    .leftJoin('catalog.listedItem as l', 'l.itemId', 'i.id')
    .select(['i.id', 'i.localTaskCode', 'i.organizationId', 'i.organizationPath', 'i.regionCode', 'i.lockedElements', 'i.publishedVersionId', 'i.importDigest', 'i.importFindings',
      'v.id as versionId', 'v.number', 'v.state', 'v.revision', 'v.elements', 'v.createdById', 'l.said'])
    .where('i.localTaskCode', 'in', [...codes]).execute();
  // A merger takes the item along; what its versions say stays.
  const successors = await listSuccessors(ctx, rows.flatMap(({ organizationId, elements }) => (elements.organizationId === organizationId ? [] : elements.organizationId)));
  return new Map(rows.map(({ versionId, number, state, revision, elements, createdById, organizationId: _now, ...item }) => (
    [item.localTaskCode, { ...item, successorId: successors.get(elements.organizationId)?.id ?? null, version: { id: versionId, number, state, revision, elements, createdById } }])));
}

/** The mark of a version in exported files: whoever sends it back has worked on this content. */
export function versionMark({ number, revision }: { readonly number: number; readonly revision: number }): string {
  return `${number}-${revision}`;
}

/** Elements by name as hashes: enough to tell whether a list says the same again, in a hundredth of the room. */
export type SaidHashes = Readonly<Record<string, string>>;

/** The hashes of what a list says. */
export function hashesOf(said: Partial<ItemElements>): Record<string, string> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined).map(([name, value]) => [name, hashOf(value)]));
}

/** Digest of an item's content, whatever the order of its members. */
export function digestOf(elements: ItemElements): string {
  return hashOf(hashesOf(elements));
}

/** The digest of some content and the hashes of what a list says of it; what both have is hashed once. */
export function digestWithSaid(elements: ItemElements, said: Partial<ItemElements>): { digest: string; saidHashes: Record<string, string> } {
  const whole = hashesOf(elements);
  const own = Object.entries(said).filter(([, value]) => value !== undefined);
  const content: Readonly<Record<string, unknown>> = elements;
  return { digest: hashOf(whole), saidHashes: Object.fromEntries(own.map(([name, value]) => [name, (content[name] === value ? whole[name] : undefined) ?? hashOf(value)])) };
}

/** Short texts with their hashes: codes, yes and no, and names of departments are the same in most items of a list. */
const knownHashes = new Map<string, string>();
const [longestKnown, mostKnown] = [64, 10_000];

/** A hash for noticing changes, no protection against anybody. */
export function hashOf(value: unknown): string {
  const text = ordered(value);
  const known = text.length > longestKnown ? undefined : knownHashes.get(text);
  if (known !== undefined) return known;
  const made = hash('sha256', text, 'base64url').slice(0, 22);
  if (text.length <= longestKnown && knownHashes.size < mostKnown) knownHashes.set(text, made);
  return made;
}

/** A value as text, whatever the order of its members. */
export function ordered(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  if (Array.isArray(value)) return `[${value.map(ordered).join(',')}]`;
  const members = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const name of Object.keys(members).sort()) {
    if (members[name] !== undefined) text += `${text === '' ? '' : ','}${name}:${ordered(members[name])}`;
  }
  return `{${text}}`;
}
