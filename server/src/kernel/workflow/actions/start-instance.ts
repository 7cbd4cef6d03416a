import type { Context } from '../../context.ts';
import type { WriteBatch } from '../../db/index.ts';
import { getPublishedDefinition } from '../definitions/find-definition.ts';
import { startInstance as startInUnit } from '../engine/take-step.ts';
import { openUnit } from '../engine/unit.ts';
import { writeUnit } from '../engine/write-unit.ts';
import type { Variables } from '../interpreter/index.ts';

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
}

/** Starts a process about a subject in the batch, with its first tasks; gives the instance's id. @throws AppError of a refusal */
export async function startInstance(ctx: Context, batch: WriteBatch, input: StartInstance): Promise<string> {
  const { processKey, processVersion, subjectType, subjectId, subjectNumber, subjectName, title, variables } = input;
  const definition = await getPublishedDefinition(ctx.kernel, processKey, processVersion);
  const unit = await openUnit(ctx);
  const instance = await startInUnit(unit, definition, { subjectType, subjectId, subjectNumber, subjectName, subjectTitle: title }, variables);
  return writeUnit(unit, batch, instance).instanceId;
}
