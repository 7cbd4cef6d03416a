import type { Selectable } from 'kysely';
import { groupBy } from '../../../kernel/group-by.ts';
import type { Replay, ReplayedCase } from '../contract.ts';
import type { ReplaysTables } from '../tables.ts';
import { nameIn } from '../target.ts';
import type { RunRecord } from './run-record.ts';

type Row = Pick<Selectable<ReplaysTables['replays.replayedCase']>, 'position' | 'number' | 'visits' | 'split' | 'unsure'>;
type Dispatch = NonNullable<ReplayedCase['split']>;

/** Different sayings that are told one by one. */
const mostSayings = 100;

/** What rules in force would do with the cases of a run, and what is not known of them. */
export function describeRules({ model }: RunRecord, rows: readonly Row[]): Pick<Replay, 'dispatched' | 'checked' | 'unsure'> {
  const dispatched = rows.flatMap((row) => [
    ...(row.split === null ? [] : [toldOf(null, '并联审查的部门', row.split, row)]),
    ...row.visits.flatMap(({ node, dispatch }) => (dispatch === null ? [] : [toldOf(node, nameIn(model, node), dispatch, row)])),
  ]);
  const checked = rows.flatMap((row) => row.visits.flatMap(({ node, checks }) => checks.map(({ ruleSetName, versionNumber, effect, applies, failed, message }) => ({
    row, said: { node, name: nameIn(model, node), rule: ruleWords(ruleSetName, versionNumber), effect, applies, failed, message },
  }))));
  const unsure = groupBy(rows.flatMap((row) => row.unsure.map((words) => ({ words }))), ({ words }) => words);
  return { dispatched: count(dispatched), checked: count(checked), unsure: [...unsure].map(([words, found]) => ({ words, cases: found.length })) };
}

interface Told<S> { readonly row: Row; readonly said: S }

function toldOf(node: string | null, name: string, { outcome, rule, target, reason }: Dispatch, row: Row) {
  return { row, said: { node, name, outcome, rule: rule === null ? null : ruleWords(rule.name, rule.number), target, reason } };
}

function ruleWords(name: string, number: number | null): string {
  return number === null ? name : `${name}（第 ${number} 版）`;
}

/** The same said of several cases is told once, of a case that comes to a step twice as well. */
function count<S>(told: readonly Told<S>[]): (S & { cases: number; example: { position: number; number: string } })[] {
  const groups = [...groupBy(told, ({ said }) => JSON.stringify(said)).values()];
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { position, number } = first.row;
    return [{ ...first.said, cases: new Set(group.map(({ row }) => row.position)).size, example: { position, number } }];
  }).toSorted((one, other) => other.cases - one.cases).slice(0, mostSayings);
}
