import type { ProcessModel } from '@tongban/bpmn-model';
import { refusalError, type Replayed } from '../../kernel/workflow/index.ts';
import type { ReplayResult } from './contract.ts';
import { nameIn } from './target.ts';
import type { Told } from './read-past.ts';

/** How a case would fare, beside how it did. */
export interface Comparison {
  result: ReplayResult;
  /** Of what got stuck: the refusal's code, the step, and why in words. */
  code: string | null;
  reason: string | null;
  stuckAt: string | null;
  partial: boolean;
  before: string;
  after: string;
  added: string[];
  dropped: string[];
  pastFlows: string[];
}

const arrow = ' → ';
/** As long as a path may be told in one line of a table. */
const longest = 600;

function pathOf(names: readonly string[]): string {
  const path = names.join(arrow);
  return path.length > longest ? `${path.slice(0, longest)}…` : path;
}

/** What is in one list more often than in another. */
function surplus(of: readonly string[], over: readonly string[]): string[] {
  const left = [...over];
  return of.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Compares the steps a case went through with those it would go through; the order of parallel steps tells nothing. */
export function comparePaths(model: ProcessModel, { past, nodeMap }: Told, replayed: Replayed): Comparison {
  const flows = new Set(model.flows.map(({ id }) => id));
  const went = past.visits.map(({ node }) => nodeMap[node] ?? `was ${node}`);
  const goes = replayed.visits.toSorted((one, other) => one.from - other.from).map(({ node }) => node);
  const was = (key: string): string => past.visits.find(({ node }) => (nodeMap[node] ?? `was ${node}`) === key)?.name ?? key;
  const partial = !past.completed;
  const dropped = surplus(went, goes);
  const added = surplus(goes, went);
  const changed = dropped.length > 0 || (!partial && added.length > 0);
  return {
    ...failureOf(model, replayed), ...(replayed.result === 'ended' ? { result: changed ? 'changed' as const : 'same' as const } : { result: replayed.result }), partial,
    before: pathOf(past.visits.map(({ name }) => name)), after: pathOf(goes.map((node) => nameIn(model, node))),
    added: [...new Set(added)].map((node) => nameIn(model, node)), dropped: [...new Set(dropped)].map(was),
    // By the ends it joins, not by its id: a flow that leads elsewhere now is another one.
    pastFlows: [...new Set(past.taken.flatMap((flow) => nodeMap[flow] ?? []))].filter((flow) => flows.has(flow)),
  };
}

function failureOf(model: ProcessModel, { refusal, loop }: Replayed): Pick<Comparison, 'code' | 'reason' | 'stuckAt'> {
  if (loop.length > 0) {
    const names = loop.map((node) => `“${nameIn(model, node)}”`).join('');
    return { code: 'loop', stuckAt: loop[0] ?? null, reason: `在${names}之间走了 20 遍，走不出这一圈。请检查这一圈里网关的条件。` };
  }
  if (refusal === undefined) return { code: null, reason: null, stuckAt: null };
  const node = typeof refusal.params['node'] === 'string' ? refusal.params['node'] : null;
  const said = refusalError(refusal).title;
  return { code: refusal.code, stuckAt: node, reason: node === null ? said : `在“${nameIn(model, node)}”：${said.replaceAll(` ${node} `, `“${nameIn(model, node)}”`)}` };
}
