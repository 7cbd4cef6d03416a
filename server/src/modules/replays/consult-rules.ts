import type { ProcessModel, UserTaskNode } from '@tongban/bpmn-model';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors/index.ts';
import { candidateKey, findVacant, replay, type Advice, type Candidate, type Replayed, type ReplayedVisit, type ReplayInput, type Surroundings, type TaskOpening, type Variables } from '../../kernel/workflow/index.ts';
import { readPastFacts, rehearseStepRules, unsafeFindCase, type CaseRecord } from '../cases/index.ts';
import { rehearseSplit, rehearseTask, type RehearsedTask } from '../dispatch/index.ts';
import type { ReplayedCase } from './contract.ts';

type Around = Omit<Surroundings, 'hasHandler' | 'advice'>;
type Facts = Awaited<ReturnType<typeof readPastFacts>>;

/** What rules said at one visit. */
export type VisitRules = Pick<ReplayedCase['visits'][number], 'dispatch' | 'checks'>;

/** A case replayed with the rules in force. */
export interface Consulted {
  readonly replayed: Replayed;
  readonly split: ReplayedCase['split'];
  readonly rules: readonly VisitRules[];
  /** What could not be known of the case, in words. */
  readonly unsure: readonly string[];
}

/** A walk is taken again for what was not known before; more often than any case has steps means that it would never end. */
const mostWalks = 500;

/** Who is in office, asked once for each kind of handler. */
export class Staffing {
  readonly #known = new Map<string, boolean>();
  readonly #asked = new Map<string, Candidate>();

  /** Somebody, until it is known that there is nobody. */
  readonly has = (candidate: Candidate): boolean => {
    const known = this.#known.get(candidateKey(candidate));
    if (known === undefined) this.#asked.set(candidateKey(candidate), candidate);
    return known ?? true;
  };

  /** Finds out about those that came up; true when there were any. */
  async learn({ kernel }: Context): Promise<boolean> {
    const asked = [...this.#asked];
    this.#asked.clear();
    if (asked.length === 0) return false;
    const vacant = new Set(await findVacant(kernel, asked.map(([, candidate]) => candidate)));
    for (const [key] of asked) this.#known.set(key, !vacant.has(key));
    return true;
  }
}

/** What is still to be found out before a walk can be believed, and what was. */
class Questions {
  readonly #ctx: Context;
  readonly #record: CaseRecord;
  readonly #facts: Facts | undefined;
  readonly #routes = new Map<string, RehearsedTask | undefined>();
  readonly #proposals = new Map<string, Variables | undefined>();
  readonly #pending: (() => Promise<void>)[] = [];

  constructor(ctx: Context, record: CaseRecord, facts: Facts | undefined) {
    [this.#ctx, this.#record, this.#facts] = [ctx, record, facts];
  }

  readonly advice: Advice = {
    route: (key) => this.#routes.get(key)?.candidates,
    noteOpening: (key, opening, variables) => { if (!this.#routes.has(key)) this.#pending.push(() => this.#askRoute(key, opening, variables)); },
    propose: (key, node, variables) => {
      if (!this.#proposals.has(key) && node.rules?.some(({ effect }) => effect === 'outcome') === true) this.#pending.push(() => this.#askProposal(key, node, variables));
      return this.#proposals.get(key);
    },
  };

  routeOf(key: string | undefined): RehearsedTask | undefined {
    return key === undefined ? undefined : this.#routes.get(key);
  }

  async answer(): Promise<boolean> {
    const pending = this.#pending.splice(0);
    for (const ask of pending) await ask();
    return pending.length > 0;
  }

  async #askRoute(key: string, opening: TaskOpening, variables: Variables): Promise<void> {
    if (!this.#routes.has(key)) this.#routes.set(key, await rehearseTask(this.#ctx, { record: this.#record, variables, answers: this.#facts?.application }, opening));
  }

  /** What the rules of a step propose is what it comes to where nobody is known to have done it. */
  async #askProposal(key: string, node: UserTaskNode, variables: Variables): Promise<void> {
    const checks = this.#facts === undefined ? [] : await rehearseStepRules(this.#ctx, node, 'enter', { ...this.#facts, variables });
    const proposed = checks.find(({ effect, failed }) => effect === 'outcome' && !failed);
    this.#proposals.set(key, proposed && outcomeOf(node, proposed.applies));
  }
}

function outcomeOf({ step }: UserTaskNode, passes: boolean): Variables | undefined {
  if (step === 'review') return { conclusion: passes ? 'pass' : 'fail' };
  return step === 'decision' ? { outcome: passes ? 'approved' : 'denied' } : undefined;
}

/**
 * Replays a past case with the rules in force today: those that split and dispatch cases, and those of the steps (DEC-07,
 * WFL-01). What they would have to know of then and nobody has written down is said, not guessed.
 */
export async function replayWithRules(ctx: Context, model: ProcessModel, input: ReplayInput, around: Around, staffing: Staffing): Promise<Consulted> {
  const record = await unsafeFindCase(ctx, input.seed);
  if (record === undefined) return withoutRules(ctx, model, input, around, staffing);
  const facts = await readFacts(ctx, record);
  const split = facts === undefined ? undefined : await rehearseSplit(ctx, model, record, input.variables);
  const questions = new Questions(ctx, record, facts);
  const replayed = await walk(ctx, model, { ...input, variables: split?.variables ?? input.variables }, { ...around, advice: questions.advice }, staffing, () => questions.answer());
  const rules: VisitRules[] = [];
  for (const visit of replayed.visits) rules.push({ dispatch: dispatchOf(questions, visit), checks: facts === undefined ? [] : await checksOf(ctx, model, visit, facts) });
  const said = [...split?.dispatch.unsure ?? [], ...rules.flatMap(({ dispatch, checks }) => [...dispatch?.unsure ?? [], ...checks.flatMap(({ unsure }) => unsure)])];
  return { replayed, split: split === undefined ? null : present(split.dispatch), rules, unsure: [...new Set([...said, ...(facts === undefined ? ['申请内容已经读不到，没有运行环节规则，分发规则用到表单的按没有填算'] : [])])] };
}

async function withoutRules(ctx: Context, model: ProcessModel, input: ReplayInput, around: Around, staffing: Staffing): Promise<Consulted> {
  const replayed = await walk(ctx, model, input, around, staffing, async () => false);
  return { replayed, split: null, rules: replayed.visits.map(() => ({ dispatch: null, checks: [] })), unsure: ['办件的登记信息已经读不到，没有运行任何规则'] };
}

async function walk(ctx: Context, model: ProcessModel, input: ReplayInput, around: Omit<Surroundings, 'hasHandler'>, staffing: Staffing, answer: () => Promise<boolean>): Promise<Replayed> {
  for (let walks = 1; ; walks += 1) {
    const replayed = replay(model, input, { ...around, hasHandler: staffing.has });
    const [learnt, answered] = [await staffing.learn(ctx), await answer()];
    if ((!learnt && !answered) || walks >= mostWalks) return replayed;
  }
}

/** Undefined when what was applied for cannot be read any more. */
async function readFacts(ctx: Context, record: CaseRecord): Promise<Facts | undefined> {
  try {
    return await readPastFacts(ctx, record);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    ctx.kernel.log.warn({ err: error, caseId: record.id }, 'the answers of a past case could not be read');
    return undefined;
  }
}

function dispatchOf(questions: Questions, { key, candidates, unhandled }: ReplayedVisit): VisitRules['dispatch'] {
  const route = questions.routeOf(key);
  if (route === undefined) return null;
  return present(route.settle({ taken: route.candidates.length > 0 && candidates === route.candidates, unhandled }));
}

function present({ outcome, target, rule, reason, unsure }: ReturnType<RehearsedTask['settle']>): NonNullable<VisitRules['dispatch']> {
  return { outcome, target, rule: rule && { ...rule, rows: [...rule.rows] }, reason, unsure: [...unsure] };
}

async function checksOf(ctx: Context, model: ProcessModel, { node: id, entered, left, returned }: ReplayedVisit, facts: Facts): Promise<VisitRules['checks']> {
  const node = model.nodes.find((one): one is UserTaskNode => one.id === id && one.kind === 'user-task');
  if (node?.rules === undefined || node.rules.length === 0) return [];
  const entering = await rehearseStepRules(ctx, node, 'enter', { ...facts, variables: entered });
  // Sending back asks nothing of a step.
  const completing = returned ? [] : await rehearseStepRules(ctx, node, 'complete', { ...facts, variables: left });
  return [...entering, ...completing].map(({ unsure, ...check }) => ({ ...check, unsure: [...unsure] }));
}
