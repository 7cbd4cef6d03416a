import { drawDiagram, isSame, type AnswerCondition, type Question, type Questionnaire } from '@tongban/server/src/modules/catalog/contract.ts';
import { isEnd, reachedFrom, type Flow, type Target } from './flow.ts';

/** Conditions that hold together: the options by question. */
type Box = ReadonlyMap<string, ReadonlySet<string>>;

/** What no answer leads to. */
export const never: AnswerCondition[] = [{ question: 'none', options: [] }];

/** As the contract allows them. */
const mostAlternatives = 40;
const mostConditions = 100;

/**
 * Writes a picture as a questionnaire again: the order of its questions and the conditions of each question and situation, so that
 * every complete set of answers goes the way it is drawn. What no answer leads to is kept, and never holds. Conditions that
 * still say the same stay as they were written, so that two editors meet only where both changed something. Undefined when
 * the picture cannot be written: a question after itself, or more alternatives than anyone could check.
 */
export function writeConditions(before: Questionnaire, flow: Flow): Questionnaire | undefined {
  const order = orderOf(before.questions, flow);
  if (!order) return undefined;
  const { asked, met } = reachOf(order, flow);
  const written = [...asked.values(), ...met.values()].map((boxes) => boxes.length);
  if (written.some((count) => count > mostAlternatives)) return undefined;
  const conditionsOf = (boxes: readonly Box[] | undefined): AnswerCondition[] => (boxes === undefined ? never : toConditions(boxes.map((box) => shorten(box, asked))));
  const next: Questionnaire = {
    questions: order.map(({ when: _when, ...question }) => {
      const when = conditionsOf(asked.get(question.key));
      return when.length === 0 ? question : { ...question, when };
    }),
    situations: before.situations.map((situation) => ({ ...situation, when: conditionsOf(met.get(situation.key)) })),
  };
  if ([...next.questions, ...next.situations].some(({ when }) => (when?.length ?? 0) > mostConditions)) return undefined;
  return keepWording(before, next);
}

/** The questions in an order in which each stands after those before it in the picture; as they were, where the picture leaves it open. */
function orderOf(questions: readonly Question[], flow: Flow): Question[] | undefined {
  const after = new Map<string, Set<string>>();
  for (const id of reachedFrom(flow, flow.root)) {
    const node = flow.nodes.get(id);
    for (const target of node?.edges.values() ?? []) {
      const next = isEnd(target) ? undefined : flow.nodes.get(target)?.question;
      if (node && next !== undefined) after.set(next, (after.get(next) ?? new Set()).add(node.question));
    }
  }
  const order: Question[] = [];
  const waiting = [...questions];
  while (waiting.length > 0) {
    const placed = new Set(order.map(({ key }) => key));
    const at = waiting.findIndex(({ key }) => [...after.get(key) ?? []].every((earlier) => placed.has(earlier)));
    if (at === -1) return undefined;
    order.push(...waiting.splice(at, 1));
  }
  return order;
}

interface Reach { readonly asked: ReadonlyMap<string, readonly Box[]>; readonly met: ReadonlyMap<string, readonly Box[]> }

/** On which answers each question is asked and each situation met. */
function reachOf(order: readonly Question[], flow: Flow): Reach {
  const optionsOf = new Map(order.map(({ key, options }) => [key, options.map((option) => option.key)]));
  const position = new Map(order.map(({ key }, index) => [key, index]));
  const nodes = reachedFrom(flow, flow.root).flatMap((id) => flow.nodes.get(id) ?? [])
    .toSorted((one, other) => (position.get(one.question) ?? 0) - (position.get(other.question) ?? 0));
  const atNode = new Map<number, Box[]>();
  const met = new Map<string, Box[]>();
  const arrive = (target: Target, boxes: readonly Box[]): void => {
    if (!isEnd(target)) atNode.set(target, join([...atNode.get(target) ?? [], ...boxes], optionsOf));
    else for (const key of target) met.set(key, join([...met.get(key) ?? [], ...boxes], optionsOf));
  };
  arrive(flow.root, [new Map()]);
  const asked = new Map<string, Box[]>();
  for (const { id, question, edges } of nodes) {
    const here = atNode.get(id) ?? [];
    asked.set(question, join([...asked.get(question) ?? [], ...here], optionsOf));
    for (const [target, options] of byTarget(edges)) {
      arrive(target, options.length === edges.size ? here : here.map((box) => new Map([...box, [question, new Set(options)]])));
    }
  }
  return { asked, met };
}

function byTarget(edges: ReadonlyMap<string, Target>): [Target, string[]][] {
  const groups: [Target, string[]][] = [];
  for (const [option, target] of edges) {
    const known = groups.find(([other]) => isSame(other, target));
    if (known) known[1].push(option);
    else groups.push([target, [option]]);
  }
  return groups;
}

/** Puts boxes together that differ in the answers to one question alone; a question any answer to which will do is left out. */
function join(boxes: readonly Box[], optionsOf: ReadonlyMap<string, readonly string[]>): Box[] {
  const joined = [...boxes];
  for (let one = 0; one < joined.length; one += 1) {
    for (let other = one + 1; other < joined.length; other += 1) {
      const [left, right] = [joined[one], joined[other]];
      const union = left && right && unite(left, right, optionsOf);
      if (!union) continue;
      joined.splice(other, 1);
      joined[one] = union;
      one = -1;
      break;
    }
  }
  return joined;
}

function unite(left: Box, right: Box, optionsOf: ReadonlyMap<string, readonly string[]>): Box | undefined {
  if (left.size !== right.size) return undefined;
  const different = [...left].filter(([question, options]) => !sameSet(options, right.get(question)));
  const [question] = different[0] ?? [];
  if (different.length > 1) return undefined;
  if (question === undefined) return left;
  const other = right.get(question);
  if (!other) return undefined;
  const union = new Set([...left.get(question) ?? [], ...other]);
  const rest = new Map(left);
  if ((optionsOf.get(question) ?? []).every((option) => union.has(option))) rest.delete(question);
  else rest.set(question, union);
  return rest;
}

function sameSet(one: ReadonlySet<string>, other: ReadonlySet<string> | undefined): boolean {
  return other?.size === one.size && [...one].every((entry) => other.has(entry));
}

/** Leaves out conditions that follow from another: a question that is asked after an answer alone says that answer too. */
function shorten(box: Box, asked: ReadonlyMap<string, readonly Box[]>): Box {
  const kept = new Map(box);
  for (const [question, options] of box) {
    const implied = [...kept.keys()].some((other) => other !== question && (asked.get(other) ?? []).every((way) => {
      const chosen = way.get(question);
      return chosen !== undefined && [...chosen].every((option) => options.has(option));
    }));
    if (implied) kept.delete(question);
  }
  return kept;
}

function toConditions(boxes: readonly Box[]): AnswerCondition[] {
  if (boxes.some((box) => box.size === 0)) return [];
  return boxes.flatMap((box, index) => [...box].map(([question, options]) =>
    ({ question, options: [...options], ...(boxes.length > 1 ? { alternative: index + 1 } : {}) })));
}

/** Takes the conditions as they stood wherever the picture stays the same with them. */
function keepWording(before: Questionnaire, next: Questionnaire): Questionnaire {
  const drawn = draw(next);
  let kept = next;
  const old = new Map([...before.questions, ...before.situations].map((entry) => [entry, entry.when]));
  const tryWith = (changed: Questionnaire): void => { if (draw(changed) === drawn) kept = changed; };
  for (const [entry, when] of old) {
    const inQuestions = before.questions.some((question) => question === entry);
    const now = (inQuestions ? kept.questions : kept.situations).find(({ key }) => key === entry.key);
    if (!now || isSame(now.when ?? [], when ?? []) || !refersToKnown(inQuestions ? next.questions.slice(0, next.questions.findIndex(({ key }) => key === entry.key)) : next.questions, when ?? [])) continue;
    const { when: _now, ...rest } = now;
    if (inQuestions) tryWith({ ...kept, questions: kept.questions.map((one) => (one === now ? { ...rest, ...(when ? { when } : {}) } as Question : one)) });
    else tryWith({ ...kept, situations: kept.situations.map((one) => (one === now ? { ...one, when: when ?? [] } : one)) });
  }
  return kept;
}

function refersToKnown(questions: readonly Question[], when: readonly AnswerCondition[]): boolean {
  return when.every(({ question, options }) => {
    const known = questions.find(({ key }) => key === question)?.options.map(({ key }) => key);
    return options.every((option) => known?.includes(option));
  });
}

function draw({ questions, situations }: Questionnaire): string {
  return JSON.stringify(drawDiagram(questions, situations));
}
