import type { Context } from '../../kernel/context.ts';
import type { WriteBatch } from '../../kernel/db/index.ts';
import { AppError } from '../../kernel/errors/index.ts';
import {
  cancelInstance, completeTask, findTasksOf, listReturnTargets as listTaskReturnTargets, listTasksOf, prepareStart, returnTask, startInstance, type OpenTask, type SubjectTask,
} from '../../kernel/workflow/index.ts';
import type { PinnedVersion } from '../catalog/index.ts';
import { formParametersOf } from '../guidance/index.ts';
import { fail } from './errors.ts';
import { partsOf, readOffices, standingParts, type Parts } from './offices.ts';
import type { CaseRecord } from './record.ts';
import { completeStep } from './steps/complete-step.ts';

const subjectType = 'case';

/** A case as who routes its tasks is told of it; what the form says where the caller has it at hand. */
export interface RoutedCase {
  readonly record: CaseRecord;
  readonly answers?: Readonly<Record<string, unknown>>;
}

/** The process of a new case, and which departments take part in it beside the leading one. */
export interface StartedProcess {
  readonly instanceId: string;
  readonly joint: readonly string[];
}

/** Starts the process of a case's item version, for the departments that its scene asks for (DEC-07). */
export async function startCaseProcess(
  ctx: Context, batch: WriteBatch, record: CaseRecord, version: PinnedVersion, answers: Readonly<Record<string, unknown>>,
): Promise<StartedProcess> {
  const { processKey, processVersion } = version.elements.handling;
  if (!processKey) throw fail('cases.no-process', { item: record.itemName });
  const parts = standingParts(partsOf(version.elements), await readOffices(ctx));
  const subject: RoutedCase = { record, answers };
  const process = {
    processKey, ...(processVersion ? { processVersion } : {}), subjectType, subjectId: record.id, subject,
    variables: {
      departments: parts, situation: record.situationKey, flags: flagsOf(version, record.situationKey),
      guidance: formParametersOf(record.guidance), applicantKind: record.applicantKind,
      projectType: record.projectType, channel: record.channel,
    },
  };
  const prepared = await prepareStart(ctx, process);
  const instanceId = await startInstance(ctx, batch, {
    ...process, variables: prepared.variables, title: record.itemName, subjectNumber: record.number, subjectName: record.applicantName,
  });
  prepared.record(batch);
  return { instanceId, joint: jointOf(prepared.variables) ?? parts.joint };
}

function jointOf(variables: Readonly<Record<string, unknown>>): string[] | undefined {
  return (variables['departments'] as Partial<Parts> | undefined)?.joint;
}

/** Marks of the chosen situation that a process may branch on, e.g. `site-inspection`. */
function flagsOf({ elements }: PinnedVersion, situationKey: string): string[] {
  return elements.questionnaire?.situations.find(({ key }) => key === situationKey)?.flags ?? [];
}

/** Open tasks of a case, each saying whether the actor may act on it. */
export async function listCaseTasks(ctx: Context, caseId: string): Promise<OpenTask[]> {
  return listTasksOf(ctx, { subjectType, subjectId: caseId });
}

/** Open tasks of a case as `pickCaseTask` takes them; may be read together with the case. */
export async function findCaseTasks(ctx: Context, caseId: string): Promise<SubjectTask[]> {
  return findTasksOf(ctx, { subjectType, subjectId: caseId });
}

/** The task of a step that the actor may act on. @throws cases.not-your-task, cases.no-such-task */
export function pickCaseTask(tasks: readonly SubjectTask[], step: OpenTask['step'], taskId?: string): SubjectTask {
  const task = tasks.find((one) => one.step === step && (taskId === undefined ? one.mine : one.taskId === taskId));
  if (!task) throw tasks.some((one) => one.step === step) && taskId === undefined ? fail('cases.not-your-task') : fail('cases.no-such-task');
  if (!task.mine) throw fail('cases.not-your-task');
  return task;
}

/** The open task of a step that the actor may act on. @throws cases.not-your-task, cases.no-such-task */
export async function requireCaseTask(ctx: Context, record: CaseRecord, step: OpenTask['step'], taskId?: string): Promise<SubjectTask> {
  return pickCaseTask(await findCaseTasks(ctx, record.id), step, taskId);
}

/** A task that was there a moment ago and is not now was done by somebody else. */
async function orDoneMeanwhile<T>(act: Promise<T>): Promise<T> {
  try {
    return await act;
  } catch (error) {
    if (error instanceof AppError && error.code === 'workflow.task-not-found') throw fail('cases.no-such-task');
    throw error;
  }
}

/**
 * Completes a task of the case in the batch, with what its step asks for; what follows in the process is written with it.
 * @throws cases.step-form-incomplete, cases.step-blocked
 */
export async function completeCaseTask(
  ctx: Context, batch: WriteBatch, record: CaseRecord, task: SubjectTask, variables: Record<string, unknown>, opinion?: string,
): Promise<void> {
  await completeStep(ctx, batch, record, task, variables);
  const subject: RoutedCase = { record };
  await orDoneMeanwhile(completeTask(ctx, batch, { taskId: task.taskId, stored: task.stored, variables, subject, ...(opinion ? { opinion } : {}) }));
}

/** Sends the case back to an earlier step, which answers straight to this one; other reviews keep standing. */
export async function returnCaseTask(ctx: Context, batch: WriteBatch, record: CaseRecord, task: SubjectTask, target: string, reason: string): Promise<void> {
  const subject: RoutedCase = { record };
  await orDoneMeanwhile(returnTask(ctx, batch, { taskId: task.taskId, target, straightBack: true, subject, reason }));
}

/** Steps that the actor's decision task may be sent back to. */
export async function listReturnTargets(ctx: Context, record: CaseRecord): Promise<{ node: string; name: string }[]> {
  const task = await requireCaseTask(ctx, record, 'decision');
  return listTaskReturnTargets(ctx, task.taskId);
}

/** Ends the process of a case that is over before its end event. */
export async function endCaseProcess(ctx: Context, batch: WriteBatch, record: CaseRecord): Promise<void> {
  if (record.processInstanceId) await cancelInstance(ctx, batch, record.processInstanceId);
}
