import type { ProcessModel } from '@tongban/bpmn-model';
import type { BodyOf, Page } from '@tongban/contract-kit';
import type { Context } from '../../context.ts';
import { cursorId, decodeCursor, pageOf } from '../../db/index.ts';
import { AppError } from '../../errors/index.ts';
import { takeTurns } from '../../turns.ts';
import { moveInstance } from '../engine/move-instance.ts';
import { openUnit, type InstanceRow } from '../engine/unit.ts';
import { stationsOf } from '../interpreter/index.ts';
import { mostTried, type listTriedCases as listOperation, type MigrationRoute, type MigrationTrial, type TriedCase } from '../migration.contract.ts';
import { getRoute, nameOf, type Route } from './route.ts';
import { countRunning, listRunning } from './running.ts';

const step = 500;

/** Why a case cannot be moved, with the names of its steps instead of their ids. */
export function reasonOf({ title, detail, params: { nodes } }: AppError, model: ProcessModel): string {
  const named = typeof nodes === 'string' ? title.replace(` ${nodes} `, nodes.split('、').map((id) => `“${nameOf(model, id)}”`).join('、')) : title;
  return [named, detail].filter((part) => part !== undefined && part !== '').join('。').replace(/。?$/, '。');
}

/** What the running migration would do with an instance: the same step, thrown away. */
async function tryInstance(ctx: Context, { from, to, nodeMap }: Route, row: InstanceRow): Promise<TriedCase> {
  const stands = stationsOf(row.state).map((node) => ({ node, name: nameOf(from.model, node) }));
  const about = { instanceId: row.id, subjectType: row.subjectType, subjectId: row.subjectId, number: row.subjectNumber, title: row.subjectTitle, stands };
  try {
    const unit = await openUnit(ctx);
    const { row: moved } = await moveInstance(unit, row, to, nodeMap);
    const arrives = stationsOf(moved.state).map((node) => ({ node, name: nameOf(to.model, node) }));
    return { ...about, result: 'moves', arrives, begins: [...unit.newTasks.values()].map(({ name }) => name), reason: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...about, result: 'refused', arrives: [], begins: [], reason: reasonOf(error, from.model) };
  }
}

/** What would become of the cases under way, case by case. */
export async function listTriedCases(ctx: Context, key: string, { limit = 20, cursor, ...input }: BodyOf<typeof listOperation>): Promise<Page<TriedCase>> {
  const route = await getRoute(ctx, key, input);
  const rows = await listRunning(ctx, route.from.id, cursor === undefined ? undefined : cursorId(decodeCursor(cursor, 1)[0]), limit + 1);
  const tried = await Promise.all(rows.map((row) => tryInstance(ctx, route, row)));
  return pageOf(tried, limit, ({ instanceId }) => [instanceId], (one) => one);
}

/** What would become of the cases under way, those alike together; the first `mostTried` of them. */
export async function tryMigration(ctx: Context, key: string, input: MigrationRoute): Promise<MigrationTrial> {
  const route = await getRoute(ctx, key, input);
  const groups = new Map<string, MigrationTrial['groups'][number]>();
  const turn = takeTurns();
  let looked = 0;
  for (let after: string | undefined; looked < mostTried;) {
    const rows = await listRunning(ctx, route.from.id, after, step);
    for (const row of rows) {
      addTo(groups, await tryInstance(ctx, route, row));
      await turn();
    }
    looked += rows.length;
    after = rows.at(-1)?.id;
    if (rows.length < step) break;
  }
  const list = [...groups.values()].toSorted((a, b) => Number(a.result === 'moves') - Number(b.result === 'moves') || b.count - a.count);
  const count = (result: TriedCase['result']): number => list.filter((group) => group.result === result).reduce((sum, group) => sum + group.count, 0);
  return { looked, running: await countRunning(ctx, route.from.id), moves: count('moves'), refused: count('refused'), groups: list };
}

const namesOf = (nodes: TriedCase['stands']): string => nodes.map(({ name }) => name).join('、');

function addTo(groups: Map<string, MigrationTrial['groups'][number]>, tried: TriedCase): void {
  const group = { count: 1, result: tried.result, stands: namesOf(tried.stands), arrives: namesOf(tried.arrives), begins: tried.begins.join('、'), reason: tried.reason };
  const key = JSON.stringify(group);
  const known = groups.get(key);
  if (known) known.count += 1;
  else groups.set(key, group);
}
