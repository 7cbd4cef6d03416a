import type { ApplicationMaterial, ConditionPoint, Question, Questionnaire, Situation } from '@tongban/server/src/modules/catalog/contract.ts';
import { newKey } from '../editor/new-key.ts';
import { mendMaterials, type Mend } from './dependants.ts';
import { edgesInto, flowOf, isEnd, reachedFrom, targetAt, type Flow, type FlowNode, type Place, type Target } from './flow.ts';
import { never, writeConditions } from './write-conditions.ts';

/** What the editor of guidance changes: the questions, for which answers and situations materials are needed, and in which conditions are looked at. */
export interface Guided {
  readonly questionnaire: Questionnaire;
  readonly materials: readonly ApplicationMaterial[];
  readonly conditionPoints?: readonly ConditionPoint[];
}

/** Why an edit was not made. */
export type Refusal = 'loop' | 'tangled' | 'too-few-options' | 'last-situation' | 'order';

/** What an edit came to; `key` names what was made. */
export type Edited = { readonly guided: Guided; readonly key?: string } | { readonly refused: Refusal };

/** The most the contract allows. */
export const limits = { questions: 40, options: 50, situations: 200 } as const;

const usualOptions = ['是', '否'];

function redraw(before: Guided, flow: Flow, questionnaire = before.questionnaire, key?: string): Edited {
  const next = writeConditions(questionnaire, flow);
  return next ? { guided: { ...before, questionnaire: next }, ...(key === undefined ? {} : { key }) } : { refused: 'tangled' };
}

function withEdges(flow: Flow, change: (node: FlowNode) => FlowNode['edges']): Flow {
  return { ...flow, nodes: new Map([...flow.nodes].map(([id, node]) => [id, { ...node, edges: change(node) }])) };
}

function withTarget(flow: Flow, place: Place, target: Target): Flow {
  if (place === 'root') return { ...flow, root: target };
  return withEdges(flow, (node) => (node.id === place.node ? new Map([...node.edges].map(([option, to]) => [option, option === place.option ? target : to])) : node.edges));
}

function drawn({ questionnaire }: Guided): Flow {
  return flowOf(questionnaire) ?? { root: [], nodes: new Map() };
}

/** The questions that are asked on some way to a node, itself included. */
function askedUpTo(flow: Flow, id: number): Set<string> {
  const asked = new Set<string>();
  const seen = new Set<number>();
  const visit = (node: number): void => {
    if (seen.has(node)) return;
    seen.add(node);
    asked.add(flow.nodes.get(node)?.question ?? '');
    for (const place of edgesInto(flow, node)) if (place !== 'root') visit(place.node);
  };
  visit(id);
  return asked;
}

/** Whether an option may lead to a node: nothing may be asked twice on one way. */
export function mayLead(flow: Flow, place: Place, target: Target): boolean {
  if (place === 'root' || isEnd(target)) return true;
  const before = askedUpTo(flow, place.node);
  return reachedFrom(flow, target).every((id) => !before.has(flow.nodes.get(id)?.question ?? ''));
}

/** Lets an option lead to a question where it stands, or to situations; what nothing leads to any more is kept aside. */
export function connect(guided: Guided, place: Place, target: Target): Edited {
  const flow = drawn(guided);
  if (!mayLead(flow, place, target)) return { refused: 'loop' };
  return redraw(guided, withTarget(flow, place, target));
}

/** Asks a question between an option and what it leads to: a new one, or one that stood aside. */
export function insertQuestion(guided: Guided, place: Place, existing?: string): Edited {
  const { questionnaire } = guided;
  const flow = drawn(guided);
  const key = existing ?? newKey('question', questionnaire.questions);
  const known = questionnaire.questions.find((question) => question.key === key);
  if (known && flowHas(flow, key)) return { refused: 'loop' };
  const question: Question = known ?? { key, text: '', options: usualOptions.map((text, index) => ({ key: `option-${index + 1}`, text })) };
  const next = targetAt(flow, place);
  const id = Math.max(-1, ...flow.nodes.keys()) + 1;
  const node: FlowNode = { id, question: key, edges: new Map(question.options.map((option) => [option.key, next])) };
  const questions = known ? questionnaire.questions : [...questionnaire.questions, question];
  return redraw(guided, withTarget({ ...flow, nodes: new Map([...flow.nodes, [id, node]]) }, place, id), { ...questionnaire, questions }, key);
}

function flowHas(flow: Flow, key: string): boolean {
  return [...flow.nodes.values()].some(({ question }) => question === key);
}

/** A new situation; at the end of an option when a place is given. */
export function addSituation(guided: Guided, place?: Place): Edited {
  const { questionnaire } = guided;
  const key = newKey('situation', questionnaire.situations);
  const situations: Situation[] = [...questionnaire.situations, { key, name: '', when: never, notes: [] }];
  const changed = { ...questionnaire, situations };
  if (place === undefined) return { guided: { ...guided, questionnaire: changed }, key };
  return redraw(guided, withTarget(drawn(guided), place, [key]), changed, key);
}

/** A copy of a question with its options, kept aside until an option leads to it. */
export function duplicateQuestion(guided: Guided, key: string): Edited {
  const { questionnaire } = guided;
  const original = questionnaire.questions.find((question) => question.key === key);
  if (!original) return { guided };
  const copy = { ...original, key: newKey('question', questionnaire.questions), text: copied(original.text, 300), when: never };
  return { guided: { ...guided, questionnaire: { ...questionnaire, questions: [...questionnaire.questions, copy] } }, key: copy.key };
}

/** A copy of a situation with its form, notes and materials, kept aside until an option leads to it. */
export function duplicateSituation(guided: Guided, key: string): Edited {
  const { questionnaire } = guided;
  const original = questionnaire.situations.find((situation) => situation.key === key);
  if (!original) return { guided };
  const copy = { ...original, key: newKey('situation', questionnaire.situations), name: copied(original.name, 200), when: never };
  const along = <E extends { situations?: string[] }>(entry: E): E => (entry.situations?.includes(key) ? { ...entry, situations: [...entry.situations, copy.key] } : entry);
  const materials = guided.materials.map(along);
  return { guided: { materials, ...withPoints(guided, along), questionnaire: { ...questionnaire, situations: [...questionnaire.situations, copy] } }, key: copy.key };
}

function withPoints({ conditionPoints }: Guided, change: (point: ConditionPoint) => ConditionPoint): Pick<Guided, 'conditionPoints'> {
  return conditionPoints === undefined ? {} : { conditionPoints: conditionPoints.map(change) };
}

const copied = (text: string, most: number): string => `${text.slice(0, most - 4)}（副本）`;

/** One more option wherever the question is asked; it leads nowhere yet, or with `like` where another leads. */
export function addOption(guided: Guided, key: string, like?: string): Edited {
  const { questionnaire } = guided;
  const question = questionnaire.questions.find((one) => one.key === key);
  if (!question) return { guided };
  const original = question.options.find((one) => one.key === like);
  const option = { ...original, key: newKey('option', question.options), text: original ? copied(original.text, 200) : '' };
  const at = original ? question.options.indexOf(original) + 1 : question.options.length;
  const options = question.options.toSpliced(at, 0, option);
  const flow = withEdges(drawn(guided), (node) => (node.question === key
    ? new Map([...node.edges, [option.key, (like === undefined ? undefined : node.edges.get(like)) ?? []] as const]) : node.edges));
  const changed = { ...questionnaire, questions: questionnaire.questions.map((one) => (one === question ? { ...question, options } : one)) };
  return redraw(guided, flow, changed, option.key);
}

/** Takes an option away wherever the question is asked, and mends the materials that its answer decided on. */
export function removeOption(guided: Guided, key: string, option: string, mends?: ReadonlyMap<string, Mend>): Edited {
  const { questionnaire } = guided;
  const question = questionnaire.questions.find((one) => one.key === key);
  if (!question) return { guided };
  if (question.options.length <= 2) return { refused: 'too-few-options' };
  const flow = withEdges(drawn(guided), (node) => (node.question === key ? new Map([...node.edges].filter(([one]) => one !== option)) : node.edges));
  const questions = questionnaire.questions.map((one) => (one === question ? { ...question, options: question.options.filter((other) => other.key !== option) } : one));
  const materials = mendMaterials(guided.materials, { kind: 'option', key, option }, mends);
  return redraw({ ...guided, materials }, flow, { ...questionnaire, questions });
}

/**
 * Takes a question away; those who were asked it go the way of the option `keep`, or nowhere yet. What only the other
 * options led to is kept aside. Materials that its answers decided on are mended.
 */
export function removeQuestion(guided: Guided, key: string, keep?: string, mends?: ReadonlyMap<string, Mend>): Edited {
  const { questionnaire } = guided;
  const flow = drawn(guided);
  const onward = (target: Target): Target => {
    const node = isEnd(target) ? undefined : flow.nodes.get(target);
    if (node?.question !== key) return target;
    return onward(node.edges.get(keep ?? '') ?? []);
  };
  const nodes = new Map([...flow.nodes].filter(([, node]) => node.question !== key)
    .map(([id, node]) => [id, { ...node, edges: new Map([...node.edges].map(([option, to]) => [option, onward(to)])) }]));
  const materials = mendMaterials(guided.materials, { kind: 'question', key, keep }, mends);
  return redraw({ ...guided, materials }, { root: onward(flow.root), nodes }, { ...questionnaire, questions: questionnaire.questions.filter((question) => question.key !== key) });
}

/** Whether all options of a question lead to the same place wherever it is asked, so that it can be taken away without a choice. */
export function leadsOneWay({ questionnaire }: Guided, key: string): boolean {
  const flow = flowOf(questionnaire);
  return [...flow?.nodes.values() ?? []].filter(({ question }) => question === key)
    .every(({ edges }) => new Set([...edges.values()].map((target) => JSON.stringify(target))).size <= 1);
}

/** Takes a situation away; the options that led to it lead nowhere until they are connected again. Materials limited to it are mended. */
export function removeSituation(guided: Guided, key: string, mends?: ReadonlyMap<string, Mend>): Edited {
  const { questionnaire } = guided;
  if (questionnaire.situations.length <= 1) return { refused: 'last-situation' };
  const without = (target: Target): Target => (isEnd(target) ? target.filter((one) => one !== key) : target);
  const flow = drawn(guided);
  const next = withEdges({ ...flow, root: without(flow.root) }, (node) => new Map([...node.edges].map(([option, to]) => [option, without(to)])));
  const materials = mendMaterials(guided.materials, { kind: 'situation', key }, mends);
  // A point that was looked at there alone stays as it is: the checks ask what it is for now.
  const points = withPoints(guided, (point) => (point.situations?.some((one) => one !== key) ? { ...point, situations: point.situations.filter((one) => one !== key) } : point));
  return redraw({ ...guided, materials, ...points }, next, { ...questionnaire, situations: questionnaire.situations.filter((situation) => situation.key !== key) });
}

/** Moves an option among its fellows. */
export function moveOption(guided: Guided, key: string, option: string, step: -1 | 1): Edited {
  const questions = guided.questionnaire.questions.map((question) => (question.key === key ? { ...question, options: moved(question.options, option, step) } : question));
  return { guided: { ...guided, questionnaire: { ...guided.questionnaire, questions } } };
}

/** Asks a question before the one it stands after, or after the one it stands before; refused where one depends on the other. */
export function moveQuestion(guided: Guided, key: string, step: -1 | 1): Edited {
  const { questionnaire } = guided;
  const questions = moved(questionnaire.questions, key, step);
  const at = questions.findIndex((question) => question.key === key);
  const [first, second] = step === -1 ? [questions[at], questions[at + 1]] : [questions[at - 1], questions[at]];
  if (!first || !second || first.when?.some(({ question }) => question === second.key)) return { refused: 'order' };
  return { guided: { ...guided, questionnaire: { ...questionnaire, questions } } };
}

/** Moves a situation in the list. */
export function moveSituation(guided: Guided, key: string, step: -1 | 1): Edited {
  return { guided: { ...guided, questionnaire: { ...guided.questionnaire, situations: moved(guided.questionnaire.situations, key, step) } } };
}

function moved<T extends { key: string }>(entries: readonly T[], key: string, step: -1 | 1): T[] {
  const at = entries.findIndex((entry) => entry.key === key);
  const [entry, other] = [entries[at], entries[at + step]];
  if (!entry || !other) return [...entries];
  return entries.map((one, index) => (index === at ? other : index === at + step ? entry : one));
}

/** Changes words of a question, option or situation; `undefined` leaves a part out. */
export function reword<T extends object>(entry: T, part: Partial<Record<keyof T, unknown>>): T {
  return Object.fromEntries(Object.entries({ ...entry, ...part }).filter(([, value]) => value !== undefined)) as T;
}
