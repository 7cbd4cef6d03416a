import type { ProcessModel } from '@tongban/bpmn-model';
import type { Context } from '../../../kernel/context.ts';
import type { Candidate, TaskOpening, Variables } from '../../../kernel/workflow/index.ts';
import type { CaseRecord } from '../../cases/index.ts';
import type { DispatchOutcome } from '../contract.ts';
import { decideTasks, outcomeOf, targetOf, troubleOf, type AskedCase, type DecidedTask } from './route-tasks.ts';
import type { RuleRun, Trouble } from './run-rules.ts';
import { decideSplit, outcomeOf as outcomeOfSplit } from './split-case.ts';

/** Where rules would send a task, or whom they would let take part, and what in it is of today and not of the case's own time. */
export interface RehearsedDispatch {
  readonly outcome: DispatchOutcome;
  /** Whom it goes to, or who takes part, in words. */
  readonly target: string;
  /** The rule set that decided, or that was asked last. */
  readonly rule: { readonly name: string; readonly number: number; readonly rows: readonly number[]; readonly note: string | null } | null;
  /** Why a rule could not be followed. */
  readonly reason: string | null;
  readonly unsure: readonly string[];
}

/** A task that the rules in force were asked about, before it is known who of those they name is in office. */
export interface RehearsedTask {
  readonly candidates: readonly Candidate[];
  settle(task: { taken: boolean; unhandled: boolean }): RehearsedDispatch;
}

const load = '待办数';

function ruleOf(run: RuleRun | undefined): RehearsedDispatch['rule'] {
  return run === undefined ? null : { name: run.rules.name, number: run.rules.number, rows: run.rows, note: run.note };
}

function unsureOf(runs: readonly RuleRun[], least: boolean): string[] {
  const asked = runs.find(({ rules }) => rules.content.inputs.some(({ name }) => name === load));
  return [
    ...(asked === undefined ? [] : [`规则“${asked.rules.name}”看“${load}”，当时有多少没有记录，这里按现在的算`]),
    ...(least ? ['分给待办最少的人员，当时是谁没有记录'] : []),
  ];
}

/** Asks the rules in force about a task that a past case would come to; nothing is kept (DEC-07, WFL-03). */
export async function rehearseTask(ctx: Context, asked: AskedCase, opening: TaskOpening): Promise<RehearsedTask | undefined> {
  const [decided] = await decideTasks(ctx, asked, [opening]);
  return decided && { candidates: decided.decision.target?.candidates ?? [], settle: (task) => settle(decided, task) };
}

function settle({ opening, directory, decision }: DecidedTask, { taken, unhandled }: { taken: boolean; unhandled: boolean }): RehearsedDispatch {
  const settled = { directory, decision, task: { taskId: opening.taskId, opening, taken, unhandled } };
  const trouble: Trouble | undefined = troubleOf(settled);
  return {
    outcome: outcomeOf(settled), target: targetOf(settled).words, rule: ruleOf(decision.run ?? (taken ? undefined : decision.runs.at(-1))), reason: trouble?.words ?? null,
    unsure: unsureOf(decision.runs, taken && decision.target?.least === true),
  };
}

/** The values that a past case would begin with by the rules in force, and who would take part; undefined where the process has no joint review. */
export async function rehearseSplit(ctx: Context, model: ProcessModel, record: CaseRecord, variables: Variables): Promise<{ variables: Variables; dispatch: RehearsedDispatch } | undefined> {
  const decided = await decideSplit(ctx, { model, variables }, { record });
  if (decided === undefined) return undefined;
  const { split, words } = decided;
  return { variables: decided.variables, dispatch: { outcome: outcomeOfSplit(split), target: words, rule: ruleOf(split.run), reason: split.trouble?.words ?? null, unsure: unsureOf(split.runs, false) } };
}
