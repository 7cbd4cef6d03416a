import type { Context } from '../../../kernel/context.ts';
import type { WriteBatch } from '../../../kernel/db/index.ts';
import { findLeastLoaded, type RoutedProcess, type RoutedTask, type TaskOpening, type TaskRoute, type Variables } from '../../../kernel/workflow/index.ts';
import { getPinnedVersion } from '../../catalog/index.ts';
import { partsOf, unsafeFindCase, type CaseRecord, type RoutedCase } from '../../cases/index.ts';
import { dispatchMethods, type DispatchKind, type DispatchOutcome } from '../contract.ts';
import { describeCandidates, readDirectory, type Directory } from './directory.ts';
import { openFacts, type FactSource } from './gather-facts.ts';
import { aboutCase, addRecord, ruleColumns, targetColumns } from './record.ts';
import { readTarget, resolveTarget, staysWithin, type Target } from './resolve-target.ts';
import { listRulesFor, type DispatchRules } from './rules-in-force.ts';
import { keepRuns, runDispatchRules, type RuleRun, type Trouble } from './run-rules.ts';

/** What the rules came to for one task. */
export interface Decision {
  readonly runs: readonly RuleRun[];
  /** The rule set that decided, or that was wrong. */
  readonly run: RuleRun | undefined;
  readonly target: Target | undefined;
  readonly trouble: Trouble | undefined;
}

/** The steps that rules dispatch; the others go as the process says, and are recorded all the same. */
const ruled: ReadonlySet<string> = new Set(['acceptance', 'review', 'decision']);

/** Says who handles the tasks of a case that are about to be created, by the rules in force; what no rule says is left to the process (DEC-07). */
export async function routeTasks(ctx: Context, process: RoutedProcess, openings: readonly TaskOpening[]): Promise<(TaskRoute | undefined)[]> {
  const given = process.subject as RoutedCase | undefined;
  const record = given?.record ?? await unsafeFindCase(ctx, process.subjectId);
  if (!record) return openings.map(() => undefined);
  const routes: TaskRoute[] = [];
  for (const decided of await decideTasks(ctx, { record, variables: process.variables, answers: given?.answers }, openings)) routes.push(await routeTask(ctx, record, decided));
  return routes;
}

/** A case as rules are told of it; its answers are read where nobody has them. */
export interface AskedCase { readonly record: CaseRecord; readonly variables: Variables; readonly answers?: Readonly<Record<string, unknown>> | undefined }

/** What the rules in force come to for one task. */
export interface DecidedTask { readonly opening: TaskOpening; readonly kind: DispatchKind; readonly path: string; readonly directory: Directory; readonly decision: Decision }

/** Asks the rules in force about tasks of a case and keeps nothing. */
export async function decideTasks(ctx: Context, { record, variables, answers }: AskedCase, openings: readonly TaskOpening[]): Promise<DecidedTask[]> {
  const [directory, version] = await Promise.all([readDirectory(ctx), getPinnedVersion(ctx, record.itemVersionId)]);
  const { joint } = partsOf(version.elements);
  const path = directory.places.get(record.organizationId)?.path ?? '';
  const decided: DecidedTask[] = [];
  for (const opening of openings) {
    const source = openFacts(ctx, { record, version, directory, variables, opening, joint, answers });
    const kind: DispatchKind = opening.step === 'acceptance' ? 'acceptance' : 'approval';
    const rules = ruled.has(opening.step) ? await listRulesFor(ctx, kind, { path, regionCode: record.regionCode }) : [];
    decided.push({ opening, kind, path, directory, decision: await decide(ctx, rules, opening, source) });
  }
  return decided;
}

async function routeTask(ctx: Context, record: CaseRecord, { kind, path, directory, decision }: DecidedTask): Promise<TaskRoute> {
  const { target } = decision;
  const assignee = target?.least === true ? await findLeastLoaded(ctx, target.candidates) : undefined;
  return {
    candidates: target?.candidates ?? [], ...(assignee ? { assignee } : {}),
    record: (batch, task) => recordTask(ctx, batch, { record, path, kind, directory, decision, task, assignee }),
  };
}

/** Asks the rule sets in their order until one names somebody who can be found. */
async function decide(ctx: Context, rules: readonly DispatchRules[], opening: TaskOpening, source: FactSource): Promise<Decision> {
  const runs: RuleRun[] = [];
  let failed: { run: RuleRun; trouble: Trouble } | undefined;
  for (const one of rules) {
    const run = await runDispatchRules(ctx, one, source);
    runs.push(run);
    const found = run.trouble ?? (run.result === undefined ? undefined : await findTarget(ctx, run, opening, source));
    if (found === undefined) continue;
    if (found === 'process') {
      // what no row fits is left to the next rule set; a row may also say so for good
      if (run.rows.length > 0) return { runs, run, target: undefined, trouble: failed?.trouble };
      continue;
    }
    if ('candidates' in found) return { runs, run, target: found, trouble: failed?.trouble };
    failed ??= { run, trouble: found };
  }
  return { runs, run: failed?.run, target: undefined, trouble: failed?.trouble };
}

async function findTarget(ctx: Context, { rules, result }: RuleRun, { step, candidates: own }: TaskOpening, { directory, record }: FactSource): Promise<Target | Trouble | 'process'> {
  const written = readTarget(result);
  if (written === undefined) return { code: 'bad-result', words: `规则“${rules.name}”的结果没有写出去向` };
  if (written.method === dispatchMethods.process) return 'process';
  const found = await resolveTarget(ctx, directory, written, own, record.regionCode);
  if (!found.ok) return found;
  const authority = own.flatMap(({ organisation }) => organisation ?? []);
  if (step === 'decision' && !await staysWithin(ctx, directory, found.value.candidates, authority)) {
    return { code: 'outside-authority', words: `规则写的“${describeCandidates(directory, found.value.candidates, found.value.people)}”不属于作出决定的机关` };
  }
  return found.value;
}

/** What became of a task that rules were asked about. */
export interface Settled { readonly directory: Directory; readonly decision: Decision; readonly task: RoutedTask }

interface Recording extends Settled {
  readonly record: CaseRecord;
  readonly path: string;
  readonly kind: DispatchKind;
  readonly assignee: { readonly id: string; readonly name: string } | undefined;
}

export function outcomeOf({ decision: { target, trouble }, task }: Settled): DispatchOutcome {
  if (task.unhandled) return 'nobody';
  if (task.taken) return 'by-rule';
  return target !== undefined || trouble !== undefined ? 'fell-back' : 'by-process';
}

export function troubleOf({ decision: { target, trouble, runs, run }, task, directory }: Settled): Trouble | undefined {
  const vacant: Trouble | undefined = target !== undefined && !task.taken
    ? { code: 'vacant', words: `规则写的“${describeCandidates(directory, target.candidates, target.people)}”没有在岗人员` } : undefined;
  const known = vacant ?? trouble;
  if (task.unhandled) return { code: 'nobody', words: `${known ? `${known.words}；` : ''}流程指定的“${describeCandidates(directory, task.opening.candidates) || '办理人'}”没有在岗人员，已交大厅负责人` };
  return known ?? (!task.taken && runs.length > 0 && run === undefined ? { code: 'no-rule', words: '分发规则没有一行适用' } : undefined);
}

/** Who has a task, and how people call them. */
export function targetOf({ directory, decision: { target }, task: { opening, taken, unhandled } }: Settled): { candidates: TaskOpening['candidates']; words: string } {
  if (unhandled) return { candidates: [], words: '大厅负责人' };
  const candidates = taken && target ? target.candidates : opening.candidates;
  return { candidates, words: describeCandidates(directory, candidates, taken ? target?.people : undefined) };
}

function recordTask(ctx: Context, batch: WriteBatch, recording: Recording): void {
  const { record, path, kind, directory, decision, task, assignee } = recording;
  const evaluationId = keepRuns(ctx, batch, decision.runs, record, decision.run ?? decision.runs.at(-1));
  const { candidates, words } = targetOf(recording);
  addRecord(ctx, batch, {
    ...aboutCase(record, path), kind, taskId: task.taskId, taskName: task.opening.name, step: task.opening.step, sequence: 0,
    outcome: outcomeOf(recording), ...ruleColumns(decision.run ?? (task.taken ? undefined : decision.runs.at(-1)), troubleOf(recording)), evaluationId, ...targetColumns(directory, candidates),
    target: task.taken && assignee ? `${words}（${assignee.name}）` : words,
  });
}
