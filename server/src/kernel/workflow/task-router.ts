import type { ProcessModel } from '@tongban/bpmn-model';
import type { Context } from '../context.ts';
import type { WriteBatch } from '../db/index.ts';
import type { Candidate, TaskOpening } from './interpreter/effect.ts';
import type { Variables } from './interpreter/state.ts';

/** A process of which a router is asked. */
export interface RoutedProcess {
  readonly instanceId: string;
  readonly subjectId: string;
  readonly subjectNumber: string;
  readonly variables: Variables;
  /** The subject as the caller holds it; undefined when the router has to read it. */
  readonly subject: unknown;
}

/** A task that a router was asked about, as it was created. */
export interface RoutedTask {
  readonly taskId: string;
  readonly opening: TaskOpening;
  /** It went to the router's candidates; false when nobody in office meets them. */
  readonly taken: boolean;
  /** Nobody could handle it, so it went to the process administrators. */
  readonly unhandled: boolean;
}

/** What a router says of one task. */
export interface TaskRoute {
  /** In place of the process's own; empty leaves it to the process. */
  readonly candidates: readonly Candidate[];
  /** Who of them has it from the start; may give it back to the others. */
  readonly assignee?: { readonly id: string; readonly name: string };
  /** Adds what is kept of it to the batch that creates the task. */
  record(batch: WriteBatch, task: RoutedTask): void;
}

/** A process about to start. */
export interface ProcessStart {
  readonly model: ProcessModel;
  readonly subjectId: string;
  readonly variables: Variables;
  readonly subject: unknown;
}

/** The variables a process starts with after all, and what is kept of the change. */
export interface PreparedStart {
  readonly variables: Variables;
  record(batch: WriteBatch): void;
}

/** A task about to pass from one officer to another (转办, 委托). */
export interface Handover {
  readonly taskId: string;
  readonly subjectId: string;
  readonly name: string;
  readonly step: string;
  /** Whom the task is meant for, whoever has it. */
  readonly candidates: readonly Candidate[];
  /** The officer who is to have it. */
  readonly to: { readonly id: string; readonly name: string };
}

/** Officers about to be asked beside the one who has a task (加签). */
export interface Signing extends Pick<Handover, 'taskId' | 'subjectId' | 'name' | 'step' | 'candidates'> {
  readonly mode: 'before' | 'after';
  readonly signers: readonly { readonly id: string; readonly name: string }[];
  readonly reason: string;
}

/**
 * Says who handles the tasks of the processes about one type of subject, before anybody gets them; a module brings one by
 * `routesTasks`. It must not fail where the process alone would go on: what it cannot say is left to the process.
 */
export interface TaskRouter {
  readonly subjectType: string;
  /** One answer for each opening, in their order; undefined says nothing. */
  routeTasks(ctx: Context, process: RoutedProcess, openings: readonly TaskOpening[]): Promise<readonly (TaskRoute | undefined)[]>;
  /** Refuses an officer who could not do the task, or must not. @throws AppError that says why */
  checkHandover?(ctx: Context, handover: Handover): Promise<void>;
  /** Refuses officers who could not do the task, and adds to the batch what the subject keeps of who was asked and why. @throws AppError that says why */
  recordSigning?(ctx: Context, batch: WriteBatch, signing: Signing): Promise<void>;
  /** Officers whom `checkHandover` would not refuse; undefined says nothing. */
  listTakers?(ctx: Context, task: Pick<Handover, 'subjectId' | 'step' | 'candidates'>): Promise<readonly string[] | undefined>;
  prepareStart?(ctx: Context, start: ProcessStart): Promise<PreparedStart>;
}
