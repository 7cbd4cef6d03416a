import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { EntryElements } from '../entry.contract.ts';
import { readLatestContents, type LatestContent } from '../latest-contents.ts';
import type { DirectoryTables } from '../tables.ts';
import { findFaults } from './find-faults.ts';
import { planDifferences } from './plan-differences.ts';

const listsAtATime = 50;

interface Standing { claimId: string; itemId: string; versionId: string; elements: EntryElements; cancelled: boolean }

/** Compares implementation lists with their entries and writes what differs; run again it changes nothing. */
export async function compareLists(ctx: Context, which: { entryId: string } | { claimId: string } | { itemId: string }): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const lists = await readStandings(ctx, which, after);
    if (lists.length === 0) return;
    const items = await readLatestContents(ctx, lists.map(({ itemId }) => itemId));
    for (const list of lists) {
      const item = items.get(list.itemId);
      if (item) await compareList(ctx, list, item);
    }
    after = lists.at(-1)?.claimId ?? after;
    if (lists.length < listsAtATime) return;
  }
}

/** Confirmed claims with a list, and the newest version of their entry that has been in force. */
async function readStandings(ctx: Context, which: { entryId: string } | { claimId: string } | { itemId: string }, after: string): Promise<Standing[]> {
  let query = tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.claim as c').innerJoin('directory.entry as e', 'e.id', 'c.entryId')
    .innerJoin('directory.entryVersion as v', (join) => join.onRef('v.entryId', '=', 'e.id')
      .on((eb) => eb.or([eb('v.id', '=', eb.ref('e.inForceVersionId')), eb.and([eb('e.state', '=', 'cancelled'), eb('v.id', '=', eb.ref('e.latestVersionId'))])])))
    .select(['c.id as claimId', 'c.itemId', 'v.id as versionId', 'v.elements', 'e.state'])
    .where('c.state', '=', 'confirmed').where('c.itemId', 'is not', null).where('c.id', '>', after);
  if ('entryId' in which) query = query.where('c.entryId', '=', which.entryId);
  else if ('claimId' in which) query = query.where('c.id', '=', which.claimId);
  else query = query.where('c.itemId', '=', which.itemId);
  const rows = await query.orderBy('c.id').limit(listsAtATime).execute();
  return rows.flatMap(({ itemId, state, ...row }) => itemId === null ? [] : [{ ...row, itemId, cancelled: state === 'cancelled' }]);
}

async function compareList(ctx: Context, list: Standing, item: LatestContent): Promise<void> {
  const batch = new WriteBatch();
  // Nobody is asked to bring a list into line with an entry that is no more.
  if (!list.cancelled) await addDifferences(ctx, batch, list, item);
  await addFindings(ctx, batch, list, item);
  await commit(ctx, batch);
}

async function addDifferences(ctx: Context, batch: WriteBatch, list: Standing, item: LatestContent): Promise<void> {
  const known = await tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.difference').select(['id', 'element', 'entryVersionId', 'incoming', 'state', 'version'])
    .where('claimId', '=', list.claimId).execute();
  const plan = planDifferences({ versionId: list.versionId, elements: list.elements }, item.elements, known);
  const writes = writesFor<DirectoryTables>(batch);
  const now = ctx.kernel.clock.now();
  writes.insert('directory.difference', plan.open.map(({ element, incoming, locked }) => ({
    id: createId(), claimId: list.claimId, itemId: list.itemId, entryVersionId: list.versionId, element, locked, incoming,
    state: 'open' as const, version: 1, openedAt: now, decidedAt: null, decidedById: null, decidedByName: null, reason: null,
  })), 'nothing');
  const versions = new Map(known.map(({ id, version }) => [id, version]));
  const move = (id: string, set: { state: 'open' | 'settled'; decidedAt?: null; decidedById?: null; decidedByName?: null; reason?: null }) => {
    const version = versions.get(id) ?? 1;
    writes.update('directory.difference', { ...set, version: version + 1 }, { id, version });
  };
  for (const id of plan.reopen) move(id, { state: 'open', decidedAt: null, decidedById: null, decidedByName: null, reason: null });
  for (const id of plan.settle) move(id, { state: 'settled' });
}

async function addFindings(ctx: Context, batch: WriteBatch, list: Standing, item: LatestContent): Promise<void> {
  const known = await tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.finding').select('rule').where('claimId', '=', list.claimId).execute();
  const found = findFaults(list, item);
  const writes = writesFor<DirectoryTables>(batch);
  for (const { rule, names } of found) {
    if (known.some((one) => one.rule === rule)) writes.update('directory.finding', { detail: { names: [...names] } }, { claimId: list.claimId, rule });
    else writes.insert('directory.finding', { claimId: list.claimId, rule, detail: { names: [...names] }, foundAt: ctx.kernel.clock.now() }, 'nothing');
  }
  for (const { rule } of known) if (!found.some((one) => one.rule === rule)) writes.delete('directory.finding', { claimId: list.claimId, rule });
}
