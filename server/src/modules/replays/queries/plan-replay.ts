import { isActivity } from '@tongban/bpmn-model';
import type { BodyOf } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import type { planReplay as operation, ReplayPlan } from '../contract.ts';
import { readProfiles } from '../read-past.ts';
import { getTarget } from '../target.ts';
import { chooseCases } from './choose-cases.ts';

/** Outcomes of a step that are shown to choose from. */
const mostOutcomes = 5;

/** How many cases would be replayed, and what they tell of each step, before anything is run. */
export async function planReplay(ctx: Context, { cases, nodeMap, ...which }: BodyOf<typeof operation>): Promise<ReplayPlan> {
  const { key, name, version, model } = await getTarget(ctx, which);
  const found = await chooseCases(ctx, key, cases);
  const ids = found.slice(0, cases.limit).map(({ id }) => id);
  const { byNode, unpaired } = await readProfiles(ctx, ids, model, Object.fromEntries(nodeMap.map(({ from, to }) => [from, to])));
  const nodes = model.nodes.filter((node) => isActivity(node) || node.kind === 'timer' || node.kind === 'message').map((node) => {
    const { visits = 0, outcomes = [], median = null, p90 = null } = byNode.get(node.id) ?? {};
    const isTask = node.kind === 'user-task';
    return {
      node: node.id, name: node.name ?? node.id, kind: node.kind, step: isTask ? node.step : null, visits, outcomes: outcomes.slice(0, mostOutcomes).map(({ values, count }) => ({ values: { ...values }, count })), median, p90,
      limitWorkingDays: isTask ? node.limitWorkingDays ?? null : null,
    };
  });
  return { processKey: key, processName: name, version, cases: ids.length, more: found.length > cases.limit, nodes, unpaired };
}
