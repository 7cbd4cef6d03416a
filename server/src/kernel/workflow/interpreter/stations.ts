import type { InstanceState } from './state.ts';

/** Ids of the nodes an instance waits at, each once; an activity that only holds others is none. */
export function stationsOf({ tokens }: Pick<InstanceState, 'tokens'>): string[] {
  return [...new Set(tokens.filter(({ wait, flow, before, after }) => wait !== undefined || flow !== undefined || before !== undefined || after !== undefined).map(({ node }) => node))];
}
