import type { AnswerCondition, Question } from '../elements.contract.ts';
import { alternativesOf } from './answer-conditions.contract.ts';

/** One option of a question node, and the node it leads to. */
export interface DiagramEdge { readonly option: string; readonly to: number }

/** A question where it is asked; the same question stands more than once when what follows depends on earlier answers. */
export interface QuestionNode { readonly id: number; readonly kind: 'question'; readonly question: string; readonly edges: readonly DiagramEdge[] }

/** Where answers end: the outcomes that hold there, exactly one when all is well. */
export interface EndNode { readonly id: number; readonly kind: 'end'; readonly outcomes: readonly string[] }

export type DiagramNode = QuestionNode | EndNode;

/**
 * Questions as a flow: every complete set of answers is one way from `root` to an end, and what goes on in the same way is
 * one node. Nodes stand after those they lead to; `nodes[id].id === id`.
 */
export interface Diagram { readonly root: number; readonly nodes: readonly DiagramNode[] }

/** What may hold at the end of the answers. */
export interface Outcome { readonly key: string; readonly when?: readonly AnswerCondition[] }

/** The most states that are told apart while drawing; questions beyond it are refused as unreviewable. */
const MAX_STATES = 10_000;

/** One conjunction of somebody's conditions; alive until an answer contradicts it. */
interface Box { readonly owner: number; readonly options: ReadonlyMap<number, ReadonlySet<string>> }

/**
 * Draws questions and outcomes as a flow, exactly: no sets of answers are enumerated, those that go on alike are followed
 * together (an ordered decision diagram). Conditions on questions that are missing or come later never hold, as when answers are
 * evaluated. Undefined when more than `MAX_STATES` states would have to be told apart.
 */
export function drawDiagram(questions: readonly Question[], outcomes: readonly Outcome[]): Diagram | undefined {
  const boxes = boxesOf(questions, outcomes);
  const own = questions.map((_question, at) => boxes.flatMap(({ owner }, index) => (owner === at ? [index] : [])));
  const draw = new Drawing(questions, outcomes, boxes, own);
  const root = draw.visit(0, boxes.map(() => true));
  return root === undefined ? undefined : { root, nodes: draw.nodes };
}

function boxesOf(questions: readonly Question[], outcomes: readonly Outcome[]): Box[] {
  const position = new Map(questions.map(({ key }, index) => [key, index]));
  return [...questions, ...outcomes].flatMap(({ when }, owner) => alternativesOf(when).flatMap((together): Box[] => {
    const options = new Map<number, ReadonlySet<string>>();
    for (const condition of together) {
      const at = position.get(condition.question) ?? Infinity;
      if (at >= owner || at >= questions.length) return [];
      const before = options.get(at);
      options.set(at, new Set(condition.options.filter((option) => before?.has(option) ?? true)));
    }
    return [{ owner, options }];
  }));
}

class Drawing {
  readonly nodes: DiagramNode[] = [];
  readonly #known = new Map<string, number>();
  readonly #made = new Map<string, number>();
  readonly #questions: readonly Question[];
  readonly #outcomes: readonly Outcome[];
  readonly #boxes: readonly Box[];
  readonly #own: readonly (readonly number[])[];

  constructor(questions: readonly Question[], outcomes: readonly Outcome[], boxes: readonly Box[], own: readonly (readonly number[])[]) {
    this.#questions = questions;
    this.#outcomes = outcomes;
    this.#boxes = boxes;
    this.#own = own;
  }

  /** The node from which question `at` and those after it go on, when these boxes are alive. */
  visit(at: number, alive: readonly boolean[]): number | undefined {
    const question = this.#questions[at];
    if (question === undefined) return this.#end(alive);
    const state = `${at} ${this.#boxes.map(({ owner }, index) => (owner >= at && alive[index] === true ? 1 : 0)).join('')}`;
    const known = this.#known.get(state);
    if (known !== undefined) return known;
    if (this.#known.size >= MAX_STATES) return undefined;
    const node = (this.#own[at] ?? []).some((box) => alive[box]) ? this.#ask(at, question, alive) : this.visit(at + 1, this.#answer(at, undefined, alive));
    if (node !== undefined) this.#known.set(state, node);
    return node;
  }

  #ask(at: number, question: Question, alive: readonly boolean[]): number | undefined {
    const edges: DiagramEdge[] = [];
    for (const { key } of question.options) {
      const to = this.visit(at + 1, this.#answer(at, key, alive));
      if (to === undefined) return undefined;
      edges.push({ option: key, to });
    }
    return this.#node(`${question.key} ${edges.map(({ option, to }) => `${option}:${to}`).join(' ')}`, (id) => ({ id, kind: 'question', question: question.key, edges }));
  }

  /** What stays alive after an answer, or after the question was not asked. */
  #answer(at: number, option: string | undefined, alive: readonly boolean[]): boolean[] {
    return this.#boxes.map(({ options }, index) => {
      const asked = options.get(at);
      return alive[index] === true && (asked === undefined || (option !== undefined && asked.has(option)));
    });
  }

  #end(alive: readonly boolean[]): number {
    const holding = new Set(this.#boxes.flatMap(({ owner }, index) => (alive[index] === true && owner >= this.#questions.length ? [owner - this.#questions.length] : [])));
    const outcomes = this.#outcomes.flatMap(({ key }, index) => (holding.has(index) ? [key] : []));
    return this.#node(`= ${outcomes.join(' ')}`, (id) => ({ id, kind: 'end', outcomes }));
  }

  #node(name: string, make: (id: number) => DiagramNode): number {
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const node = make(this.nodes.length);
    this.nodes.push(node);
    this.#made.set(name, node.id);
    return node.id;
  }
}

/** Complete sets of answers that lead through a diagram; at most the largest safe integer. */
export function countWays({ root, nodes }: Diagram): number {
  const ways: number[] = [];
  for (const node of nodes) ways.push(node.kind === 'end' ? 1 : Math.min(Number.MAX_SAFE_INTEGER, node.edges.reduce((sum, { to }) => sum + (ways[to] ?? 0), 0)));
  return ways[root] ?? 0;
}

/** Answers that lead to each node by the fewest questions. */
export function findAnswersTo({ root, nodes }: Diagram): ReadonlyMap<number, readonly { question: string; option: string }[]> {
  const found = new Map<number, readonly { question: string; option: string }[]>([[root, []]]);
  // A map goes on over what is added while it is walked.
  for (const [id, answers] of found) {
    const node = nodes[id];
    if (node?.kind !== 'question') continue;
    for (const { option, to } of node.edges) if (!found.has(to)) found.set(to, [...answers, { question: node.question, option }]);
  }
  return found;
}
