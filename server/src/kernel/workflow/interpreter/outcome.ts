import type { Effect } from './effect.ts';
import type { InstanceState } from './state.ts';

/** Why a step was not taken; nothing has changed then. */
export type RefusalCode =
  | 'instance-suspended'
  | 'instance-not-suspended'
  | 'instance-ended'
  | 'task-not-found'
  | 'task-held'
  | 'activity-not-found'
  | 'timer-not-found'
  | 'message-not-awaited'
  | 'no-flow-taken'
  | 'condition-not-boolean'
  | 'expression-failed'
  | 'collection-not-list'
  | 'too-many-instances'
  | 'candidate-invalid'
  | 'no-handler'
  | 'timer-invalid'
  | 'limit-invalid'
  | 'endless-loop'
  | 'return-target-not-task'
  | 'return-target-same'
  | 'return-target-not-visited'
  | 'return-target-not-upstream'
  | 'return-target-out-of-scope'
  | 'return-would-double'
  | 'task-already-delegated'
  | 'signers-empty'
  | 'task-already-signed'
  | 'sign-task-not-extendable'
  | 'migration-token-unmapped'
  | 'migration-target-unfit';

export interface Refusal {
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, unknown>>;
}

export type Outcome =
  | {
      readonly ok: true;
      readonly state: InstanceState;
      readonly effects: readonly Effect[];
      /** Ids of the flows that tokens went along. */
      readonly taken: readonly string[];
    }
  | { readonly ok: false; readonly refusal: Refusal };
