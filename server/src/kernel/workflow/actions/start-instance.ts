import type { Context } from '../../context.ts';
import type { WriteBatch } from '../../db/index.ts';
import { getPublishedDefinition } from '../definitions/find-definition.ts';
import { startInstance as startInUnit } from '../engine/take-step.ts';
import { findTaskRouter } from '../engine/task-routers.ts';
import { openUnit } from '../engine/unit.ts';
import { writeUnit } from '../engine/write-unit.ts';
import type { Variables } from '../interpreter/index.ts';
import type { PreparedStart } from '../task-router.ts';

export interface StartInstance {
  processKey: string;
  /** The latest when absent. */
  processVersion?: number;
  /** `case`, later `incident`, `project` … */
  subjectType: string;
  subjectId: string;
  subjectNumber: string;
  /** Whose it is, e.g. the applicant's name. */
  subjectName: string;
  /** What it is, e.g. the item's name. */
  title: string;
  variables: Variables;
  /** What it is about as the caller holds it, for who routes its tasks; never stored. */
  subject?: unknown;
}

/** What `prepareStart` needs to know of a process that is about to start. */
export type StartingProcess = Pick<StartInstance, 'processKey' | 'processVersion' | 'subjectType' | 'subjectId' | 'variables' | 'subject'>;

/** The variables that a process starts with after whoever routes its tasks was asked; `record` adds what is kept of it to the batch. */
export async function prepareStart(ctx: Context, { processKey, processVersion, subjectType, subjectId, variables, subject }: StartingProcess): Promise<PreparedStart> {
  const router = findTaskRouter(ctx.kernel, subjectType);
  if (router?.prepareStart === undefined) return { variables, record: () => {} };
  const { model } = await getPublishedDefinition(ctx.kernel, processKey, processVersion);
  return router.prepareStart(ctx, { model, subjectId, variables, subject });
}

/** Starts a process about a subject in the batch, with its first tasks; gives the instance's id. @throws AppError of a refusal */
export async function startInstance(ctx: Context, batch: WriteBatch, input: StartInstance): Promise<string> {
  const { processKey, processVersion, subjectType, subjectId, subjectNumber, subjectName, title, variables, subject } = input;
  const definition = await getPublishedDefinition(ctx.kernel, processKey, processVersion);
  const unit = await openUnit(ctx, subject);
  const instance = await startInUnit(unit, definition, { subjectType, subjectId, subjectNumber, subjectName, subjectTitle: title }, variables);
  return writeUnit(unit, batch, instance).instanceId;
}
