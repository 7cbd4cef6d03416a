import type { CompiledOutput } from './compile-table.ts';
import { RunFailed } from './outcome.ts';
import { type TableRun, toResult } from './table-run.ts';
import { formatValue, sameValue } from './values.ts';

/** A rule that fits, with the values of its output cells. */
export interface Hit {
  readonly number: number;
  readonly values: readonly unknown[];
}

export interface Combined {
  readonly result: unknown;
  readonly decided: readonly number[];
}

/** Makes one result of the rules that fit, at least one, as the hit policy says; throws `RunFailed`. */
export function combineHits(run: TableRun, hits: readonly Hit[], seen: readonly unknown[]): Combined {
  const { outputs, definition } = run.table;
  const all = hits.map((hit) => hit.number);
  const first = (hit: Hit | undefined): Combined => ({ result: toResult(outputs, hit?.values ?? []), decided: hit === undefined ? [] : [hit.number] });
  const list = (ordered: readonly Hit[]): Combined => ({ result: ordered.map((hit) => toResult(outputs, hit.values)), decided: ordered.map((hit) => hit.number) });
  switch (definition.hitPolicy) {
    case 'U':
      if (hits.length > 1) throw new RunFailed(severalRules(run, all), seen, all);
      return first(hits[0]);
    case 'A':
      checkAgreement(run, hits, seen);
      return { ...first(hits[0]), decided: all };
    case 'F':
      return first(hits[0]);
    case 'P':
      return first(byPriority(outputs, hits)[0]);
    case 'O':
      return list(byPriority(outputs, hits));
    case 'R':
    case 'C':
      return list(hits);
    case 'C#':
      return { result: new Set(hits.map((hit) => JSON.stringify(hit.values[0]))).size, decided: all };
    default:
      return aggregate(run, hits, seen);
  }
}

function severalRules(run: TableRun, rules: readonly number[]): RunFailed['failure'] {
  return { decision: run.decision, code: 'several-rules', rules, message: `“${run.label}”只允许一行适用，但第 ${rules.join('、')} 行同时适用。` };
}

function checkAgreement(run: TableRun, hits: readonly Hit[], seen: readonly unknown[]): void {
  const [one] = hits;
  const other = hits.find((hit) => !sameValue(hit.values, one?.values));
  if (one === undefined || other === undefined) return;
  const words = [one, other].map((hit) => `第 ${hit.number} 行是${hit.values.map((value) => formatValue(value)).join('、')}`).join('，');
  throw new RunFailed({
    decision: run.decision, code: 'different-outputs', rules: [one.number, other.number], message: `“${run.label}”适用的几行结果应当相同，但${words}。`,
  }, seen, hits.map((hit) => hit.number));
}

/** Highest priority first; of equal priority, in the order of the table. */
export function byPriority(outputs: readonly CompiledOutput[], hits: readonly Hit[]): readonly Hit[] {
  return hits.toSorted((one, other) => comparePriorities(outputs, one.values, other.values));
}

/** Below zero when the first values come before the second; a value that is not listed comes last. */
export function comparePriorities(outputs: readonly CompiledOutput[], one: readonly unknown[], other: readonly unknown[]): number {
  for (const [index, { priorities }] of outputs.entries()) {
    if (priorities.length === 0) continue;
    const difference = rank(priorities, one[index]) - rank(priorities, other[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function rank(priorities: readonly unknown[], value: unknown): number {
  const found = priorities.indexOf(value);
  return found === -1 ? priorities.length : found;
}

function aggregate(run: TableRun, hits: readonly Hit[], seen: readonly unknown[]): Combined {
  const { hitPolicy } = run.table.definition;
  const all = hits.map((hit) => hit.number);
  const values = hits.map((hit) => hit.values[0]);
  if (values.every((value) => typeof value === 'number')) {
    if (hitPolicy === 'C+') return { result: values.reduce((sum, value) => sum + value, 0), decided: all };
    const best = hitPolicy === 'C<' ? Math.min(...values) : Math.max(...values);
    return { result: best, decided: all.filter((_, index) => values[index] === best) };
  }
  if (hitPolicy !== 'C+' && values.every((value) => typeof value === 'string')) {
    const sorted = values.toSorted();
    const best = hitPolicy === 'C<' ? sorted[0] : sorted.at(-1);
    return { result: best, decided: all.filter((_, index) => values[index] === best) };
  }
  const place = { decision: run.decision, rules: all };
  throw new RunFailed({ ...place, code: 'wrong-type', message: `“${run.label}”要汇总适用各行的结果，但结果不都是数字。` }, seen, all);
}
