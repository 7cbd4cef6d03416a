import { sql } from 'kysely';
import type { Page } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { cursorNumber, decodeCursor, encodeCursor, tablesOf } from '../../../kernel/db/index.ts';
import type { MergeCandidate, MergeGroup } from '../merge.contract.ts';
import { findMaterials } from '../material-record.ts';
import type { MaterialsTables } from '../tables.ts';
import { countUses } from './count-uses.ts';
import { countFiles } from './list-materials.ts';

/** Shared names that are looked at; a library with more of them is merged in rounds. */
const mostNames = 5_000;

interface Group { keys: string[]; ids: Set<string> }

/** Joins shared names into groups: materials that share a name with the same third one belong together. */
export function joinGroups(shared: readonly { key: string; ids: readonly string[] }[]): Group[] {
  const groupOf = new Map<string, Group>();
  for (const { key, ids } of shared) {
    const touched = new Set(ids.flatMap((id) => groupOf.get(id) ?? []));
    const group: Group = { keys: [...[...touched].flatMap(({ keys }) => keys), key], ids: new Set([...[...touched].flatMap((one) => [...one.ids]), ...ids]) };
    for (const id of group.ids) groupOf.set(id, group);
  }
  return [...new Set(groupOf.values())];
}

/** Groups of materials that have a name in common once widths, brackets and 复印件 are left out (同名归并). */
export async function findMergeGroups(ctx: Context, { limit = 20, cursor }: { limit?: number; cursor?: string }): Promise<Page<MergeGroup>> {
  const from = cursor === undefined ? 0 : Math.max(0, Math.trunc(cursorNumber(decodeCursor(cursor, 1)[0])));
  const { rows } = await sql<{ key: string; ids: string[] }>`
    SELECT key, array_agg(id ORDER BY code) AS ids FROM materials.material, unnest(name_keys) AS key
    WHERE state <> 'merged' GROUP BY kind, key HAVING count(*) > 1 ORDER BY key LIMIT ${mostNames}`.execute(tablesOf<MaterialsTables>(ctx.kernel.db));
  const groups = joinGroups(rows);
  const shown = groups.slice(from, from + limit);
  const candidates = await readCandidates(ctx, shown.flatMap(({ ids }) => [...ids]));
  return {
    items: shown.map(({ keys, ids }) => ({
      sharedNames: keys, materials: [...ids].flatMap((id) => candidates.get(id) ?? []).sort((one, other) => other.itemCount - one.itemCount || one.code.localeCompare(other.code)),
    })),
    nextCursor: from + limit < groups.length ? encodeCursor([from + limit]) : null,
  };
}

async function readCandidates(ctx: Context, ids: readonly string[]): Promise<Map<string, MergeCandidate>> {
  const [records, uses, files] = await Promise.all([findMaterials(ctx.kernel, ids), countUses(ctx.kernel, ids), countFiles(ctx.kernel, ids)]);
  return new Map(records.map(({ id, code, name, aliases, state, revision, source, issuingAuthority }) =>
    [id, { id, code, name, aliases, state, revision, source, issuingAuthority, itemCount: uses.get(id) ?? 0, fileCount: files.get(id) ?? 0 }]));
}
