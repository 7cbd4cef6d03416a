import { regionWithin } from '../../../kernel/access/index.ts';
import type { Context, Kernel } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import type { Candidate } from '../../../kernel/workflow/index.ts';
import type { DispatchReason } from '../contract.ts';

/** An organisation as rules name it. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly code: string | null;
  readonly path: string;
  readonly regionCode: string;
  readonly closed: boolean;
  /** Who goes on with its work since it was merged. */
  readonly mergedInto: string | null;
}

/** Organisations and posts, also those that have been closed, by id and by what rules may call them. */
export interface Directory {
  readonly places: ReadonlyMap<string, Place>;
  readonly named: ReadonlyMap<string, readonly Place[]>;
  readonly posts: ReadonlyMap<string, { readonly code: string; readonly name: string }>;
}

/** Something found, or why it was not. */
export type Found<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: DispatchReason; readonly words: string };

interface Kept { readonly directory: Directory; readonly readAt: number }

const keptForMs = 60_000;
const kept = new WeakMap<Kernel, Kept>();

/** Reads organisations and posts; kept for a minute, since every task asks for them. */
export async function readDirectory(ctx: Context): Promise<Directory> {
  const now = ctx.kernel.clock.now().getTime();
  const known = kept.get(ctx.kernel);
  if (known && Math.abs(now - known.readAt) < keptForMs) return known.directory;
  const tables = tablesOf<OrganizationTables>(ctx.kernel.db);
  const [rows, posts] = await Promise.all([
    tables.selectFrom('organization.organization').select(['id', 'name', 'shortName', 'code', 'path', 'regionCode', 'validTo', 'mergedInto']).orderBy('path').execute(),
    tables.selectFrom('organization.post').select(['code', 'name']).execute(),
  ]);
  const places = rows.map(({ validTo, ...row }) => ({ ...row, closed: validTo !== null }));
  const named = new Map<string, Place[]>();
  for (const place of places) {
    for (const name of new Set([place.id, place.code, place.name, place.shortName])) if (name !== null) named.set(name, [...named.get(name) ?? [], place]);
  }
  const directory: Directory = {
    places: new Map(places.map((place) => [place.id, place])), named, posts: new Map(posts.flatMap((post) => [[post.code, post], [post.name, post]])),
  };
  kept.set(ctx.kernel, { directory, readAt: now });
  return directory;
}

/** The organisation that a rule calls by its full or short name or its code; of several that of the item's region. For one that was merged its successor stands. */
export function findPlace({ named, places }: Directory, written: string, regionCode: string): Found<Place> {
  const all = named.get(written.trim()) ?? [];
  const standing = all.map((place) => (place.mergedInto === null ? place : places.get(place.mergedInto) ?? place)).filter(({ closed }) => !closed);
  const open = [...new Set(standing)];
  if (all.length === 0) return { ok: false, code: 'unknown-organisation', words: `规则写的机构“${written}”不存在` };
  if (open.length === 0) return { ok: false, code: 'closed-organisation', words: `规则写的机构“${written}”已经撤销` };
  const near = open.length === 1 ? open : open.filter((place) => regionWithin(regionCode, place.regionCode));
  const [place] = near;
  return place && near.length === 1 ? { ok: true, value: place } : { ok: false, code: 'ambiguous-organisation', words: `有 ${open.length} 个机构叫“${written}”` };
}

/** What people call an organisation. */
export function placeName({ shortName, name }: Place): string {
  return shortName ?? name;
}

/** Candidates in words: 区住建局审查岗、区住建局审核岗; people by the names given. */
export function describeCandidates({ places, posts }: Directory, candidates: readonly Candidate[], people: ReadonlyMap<string, string> = new Map()): string {
  return candidates.map(({ person, organisation, post, role }) => {
    if (person !== undefined) return people.get(person) ?? '指定的人员';
    const place = organisation === undefined ? undefined : places.get(organisation);
    const parts = [place && placeName(place), post === undefined ? undefined : posts.get(post)?.name ?? post, role];
    return parts.filter((part) => part !== undefined && part !== '').join('');
  }).filter((words) => words !== '').join('、');
}
