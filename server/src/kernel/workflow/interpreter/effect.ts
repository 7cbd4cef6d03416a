import type { TaskStep } from '@tongban/bpmn-model';
import type { Variables } from './state.ts';

/** A resolved alternative of who may handle a task: all given parts must hold for one person. */
export interface Candidate {
  readonly post?: string;
  readonly role?: string;
  readonly organisation?: string;
  readonly person?: string;
}

/** When a timer is due, counted from the moment the step is taken. */
export type TimerDue =
  | { readonly type: 'duration' | 'date'; readonly value: string }
  | { readonly type: 'working-days'; readonly value: number };

export type CancelReason = 'interrupted' | 'returned' | 'terminated' | 'completion-condition' | 'migrated';

export interface TaskCreated {
  readonly type: 'task-created';
  readonly taskId: string;
  readonly node: string;
  readonly name: string;
  readonly step: TaskStep;
  readonly candidates: readonly Candidate[];
  /** Nobody can handle it, so it goes to the process administrators. */
  readonly unhandled?: true;
  /** Working days (工作日). */
  readonly limitWorkingDays?: number;
  readonly reviewOrganisation?: string;
  readonly form?: string;
  /** Position among the instances of a 会签. */
  readonly index?: number;
  /** The signing round it belongs to, and the task it signs for. */
  readonly sign?: { readonly mode: 'before' | 'after'; readonly taskId: string };
  /** It was created by sending back, and goes straight back when done. */
  readonly returned?: true;
}

/** A task about to be created, with those whom the process itself means. */
export type TaskOpening = Pick<TaskCreated, 'taskId' | 'node' | 'name' | 'step' | 'candidates'>;

/** What the platform has to do so that the world matches the new state; in order, in the same transaction. */
export type Effect =
  | TaskCreated
  | { readonly type: 'task-completed'; readonly taskId: string; readonly node: string }
  | { readonly type: 'task-cancelled'; readonly taskId: string; readonly node: string; readonly reason: CancelReason }
  | { readonly type: 'task-skipped'; readonly node: string }
  | { readonly type: 'task-held' | 'task-released'; readonly taskId: string; readonly node: string }
  | {
      readonly type: 'task-reassigned';
      readonly taskId: string;
      readonly node: string;
      readonly how: 'transfer' | 'delegate' | 'confirm';
      readonly to: string;
      /** Of a delegation: who stays responsible. */
      readonly owner?: string;
    }
  /** A person outside the process has given it to others than it was meant for. */
  | { readonly type: 'task-redirected'; readonly taskId: string; readonly node: string; readonly candidates: readonly Candidate[] }
  | { readonly type: 'task-moved'; readonly taskId: string; readonly from: string; readonly node: string; readonly name: string }
  | { readonly type: 'timer-scheduled'; readonly timerId: string; readonly node: string; readonly due: TimerDue }
  | { readonly type: 'timer-cancelled'; readonly timerId: string; readonly node: string }
  | { readonly type: 'message-awaited'; readonly subscriptionId: string; readonly node: string; readonly message: string; readonly key?: string }
  | { readonly type: 'message-cancelled'; readonly subscriptionId: string; readonly node: string }
  | {
      readonly type: 'service-invoked';
      readonly activityId: string;
      readonly node: string;
      readonly handler: string;
      readonly waiting: boolean;
      readonly variables: Variables;
    }
  | { readonly type: 'service-cancelled'; readonly activityId: string; readonly node: string }
  | { readonly type: 'process-called'; readonly activityId: string; readonly node: string; readonly process: string; readonly variables: Variables }
  | { readonly type: 'call-cancelled'; readonly activityId: string; readonly node: string }
  | { readonly type: 'process-suspended' | 'process-resumed' }
  | {
      readonly type: 'process-ended';
      readonly how: 'completed' | 'terminated';
      /** End event that was reached last. */
      readonly end?: string;
      readonly variables: Variables;
    };
