import type { Assumption, ReplayPlan } from '@tongban/server/src/modules/replays/contract.ts';
import { readValues } from '../model/values.ts';
import { text } from '../text.ts';

const words = text.replay;

export type PlannedNode = ReplayPlan['nodes'][number];

/** What is typed for one step: days, percentages of the usual outcomes, or the values that it writes. */
export interface Typed {
  readonly days: string;
  readonly percents: Readonly<Record<string, string>>;
  readonly values: string;
}

export const untouched: Typed = { days: '', percents: {}, values: '' };

/** The outcomes that a step has by its part in the handling, with the variable that holds them; undefined for others. */
export function usualOutcomes(step: string | null): { variable: string; names: Readonly<Record<string, string>> } | undefined {
  if (step === 'review') return { variable: 'conclusion', names: words.outcomes.review };
  return step === 'decision' ? { variable: 'outcome', names: words.outcomes.decision } : undefined;
}

/** What the typed words assume, or why they cannot be taken. */
export function readAssumptions(nodes: readonly PlannedNode[], typed: Readonly<Record<string, Typed>>): { ok: true; assumptions: Assumption[] } | { ok: false; message: string } {
  const assumptions: Assumption[] = [];
  for (const { node, name, step } of nodes) {
    const one = typed[node];
    if (one === undefined) continue;
    const days = one.days.trim() === '' ? undefined : Number(one.days);
    if (days !== undefined && !(days >= 0 && days <= 3_650)) return { ok: false, message: words.daysOf(name) };
    const outcomes = readOutcomes(name, step, one);
    if (!outcomes.ok) return outcomes;
    if (days !== undefined || outcomes.outcomes.length > 0) assumptions.push({ node, ...(days === undefined ? {} : { days }), outcomes: outcomes.outcomes });
  }
  return { ok: true, assumptions };
}

function readOutcomes(name: string, step: string | null, { percents, values }: Typed): { ok: true; outcomes: Assumption['outcomes'] } | { ok: false; message: string } {
  const usual = usualOutcomes(step);
  if (usual === undefined) {
    const read = readValues(values);
    if (!read.ok) return read;
    return { ok: true, outcomes: Object.keys(read.values).length === 0 ? [] : [{ values: { ...read.values }, percent: 100 }] };
  }
  const outcomes = Object.keys(usual.names).flatMap((value) => {
    const percent = Number(percents[value] ?? '');
    return Number.isInteger(percent) && percent > 0 ? [{ values: { [usual.variable]: value }, percent }] : [];
  });
  const sum = outcomes.reduce((total, { percent }) => total + percent, 0);
  return outcomes.length > 0 && sum !== 100 ? { ok: false, message: words.badSum(name, sum) } : { ok: true, outcomes };
}

/** An outcome in words: 通过, 准予, or its names and values. */
export function describeOutcome(values: Readonly<Record<string, unknown>>): string {
  const { review, decision } = words.outcomes;
  const known: Readonly<Record<string, string>> = { ...review, ...decision };
  return Object.entries(values).map(([name, value]) => (typeof value === 'string' && known[value] !== undefined && (name === 'conclusion' || name === 'outcome') ? known[value] : `${name} = ${JSON.stringify(value)}`)).join('，');
}
