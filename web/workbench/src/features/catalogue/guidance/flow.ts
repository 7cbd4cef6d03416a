import { drawDiagram, type Question, type Questionnaire } from '@tongban/server/src/modules/catalog/contract.ts';

/** Where an option leads: a question node by its id, or the end of the questions with the situations that hold there. */
export type Target = number | readonly string[];

/** A question where it is asked; the same question may stand at several places. */
export interface FlowNode { readonly id: number; readonly question: string; readonly edges: ReadonlyMap<string, Target> }

/** The questions as a picture has them: what edits work on, before they are written as conditions again. */
export interface Flow { readonly root: Target; readonly nodes: ReadonlyMap<number, FlowNode> }

/** Where an edge begins: an option of a node, or the beginning of the questions. */
export type Place = { readonly node: number; readonly option: string } | 'root';

/** Whether a target is the end of the questions. */
export function isEnd(target: Target): target is readonly string[] {
  return typeof target !== 'number';
}

/** The picture of a questionnaire; undefined when it is too tangled to draw. */
export function flowOf({ questions, situations }: Questionnaire): Flow | undefined {
  const diagram = drawDiagram(questions, situations);
  if (!diagram) return undefined;
  const targetOf = (id: number): Target => {
    const node = diagram.nodes[id];
    return node?.kind === 'end' ? node.outcomes : id;
  };
  const nodes = new Map(diagram.nodes.flatMap((node): [number, FlowNode][] => (node.kind === 'question'
    ? [[node.id, { id: node.id, question: node.question, edges: new Map(node.edges.map(({ option, to }) => [option, targetOf(to)])) }]] : [])));
  return { root: targetOf(diagram.root), nodes };
}

/** The ids of nodes that are reached from a target, those before others first. */
export function reachedFrom(flow: Flow, from: Target): number[] {
  const seen = new Set<number>();
  const after: number[] = [];
  const visit = (target: Target): void => {
    if (isEnd(target) || seen.has(target)) return;
    seen.add(target);
    for (const to of flow.nodes.get(target)?.edges.values() ?? []) visit(to);
    after.push(target);
  };
  visit(from);
  return after.toReversed();
}

/** The edges that lead to a node. */
export function edgesInto(flow: Flow, id: number): Place[] {
  const into: Place[] = flow.root === id ? ['root'] : [];
  for (const node of flow.nodes.values()) for (const [option, target] of node.edges) if (target === id) into.push({ node: node.id, option });
  return into;
}

/** What an edge leads to now. */
export function targetAt(flow: Flow, place: Place): Target {
  return place === 'root' ? flow.root : flow.nodes.get(place.node)?.edges.get(place.option) ?? [];
}

/** The questions that no answer leads to. */
export function unconnectedQuestions({ questions }: Questionnaire, flow: Flow): Question[] {
  const asked = new Set([...flow.nodes.values()].map(({ question }) => question));
  return questions.filter(({ key }) => !asked.has(key));
}

/** The node that some answers lead to, as far as they go. */
export function nodeAfter(flow: Flow, answers: readonly { question: string; option: string }[]): number | undefined {
  let at: Target = flow.root;
  let last: number | undefined;
  const given = new Map(answers.map(({ question, option }) => [question, option]));
  while (!isEnd(at)) {
    const node: FlowNode | undefined = flow.nodes.get(at);
    last = at;
    const option = node && given.get(node.question);
    if (!node || option === undefined) break;
    at = node.edges.get(option) ?? [];
  }
  return last;
}

/** The fewest answers that lead to a node; none when nothing does. */
export function shortestWay(flow: Flow, id: number): readonly { question: string; option: string }[] {
  if (isEnd(flow.root)) return [];
  const found = new Map<number, readonly { question: string; option: string }[]>([[flow.root, []]]);
  // A map goes on over what is added while it is walked.
  for (const [at, way] of found) {
    if (at === id) return way;
    const node = flow.nodes.get(at);
    for (const [option, to] of node?.edges ?? []) if (node && !isEnd(to) && !found.has(to)) found.set(to, [...way, { question: node.question, option }]);
  }
  return [];
}

/** How many complete sets of answers end in each situation; at most the largest safe integer. */
export function countWaysTo(flow: Flow): ReadonlyMap<string, number> {
  const arriving = new Map<number, number>();
  const ways = new Map<string, number>();
  const arrive = (target: Target, count: number): void => {
    if (!isEnd(target)) arriving.set(target, Math.min(Number.MAX_SAFE_INTEGER, (arriving.get(target) ?? 0) + count));
    else for (const key of target) ways.set(key, Math.min(Number.MAX_SAFE_INTEGER, (ways.get(key) ?? 0) + count));
  };
  arrive(flow.root, 1);
  for (const id of reachedFrom(flow, flow.root)) for (const target of flow.nodes.get(id)?.edges.values() ?? []) arrive(target, arriving.get(id) ?? 0);
  return ways;
}
