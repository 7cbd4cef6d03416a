/** Values a process decides by; small, because what people file lives in the case, not in the workflow. */
export type Variables = Readonly<Record<string, unknown>>;

/** A place a token is put back to when the task it was sent back for is done (退回后直送). */
export interface Position {
  readonly node: string;
  /** At a join: the flow the token had arrived by. */
  readonly flow?: string;
  readonly back?: readonly Position[];
}

/** A boundary event that is listening while its activity is open. */
export interface Armed {
  readonly id: string;
  readonly node: string;
  /** Of a repeating timer: firings left after the next one; absent when unlimited. */
  readonly left?: number;
  /** Of a message: the correlation key it must carry. */
  readonly key?: string;
}

/** 加签: extra signers before or after a task. */
export interface SignRound {
  /** The task that is signed for. */
  readonly taskId: string;
  readonly sequential?: true;
  /** Ids of the signing tasks now open. */
  readonly open: readonly string[];
  /** Staff ids whose turn has not come. */
  readonly rest: readonly string[];
}

/** Where the process stands; between two steps every token waits for something. */
export interface Token {
  readonly no: number;
  readonly node: string;
  /** Number of the scope that holds it; absent in the process itself. */
  readonly scope?: number;
  /** At a join: the flow it arrived by. */
  readonly flow?: string;
  /** Id of the task, activity, timer or subscription it waits for. */
  readonly wait?: string;
  /** Position among the instances of a multi-instance activity. */
  readonly index?: number;
  readonly key?: string;
  readonly armed?: readonly Armed[];
  readonly back?: readonly Position[];
  readonly before?: SignRound;
  readonly after?: SignRound;
  /** What the task yielded, kept while signers after it are still to sign. */
  readonly result?: Variables;
  /** Task id → staff id of the owner who must confirm what a delegate did. */
  readonly owners?: Readonly<Record<string, string>>;
}

/** One activation of a sub-process. */
export interface SubScope {
  readonly no: number;
  /** Number of the token that stands on the activity meanwhile. */
  readonly host: number;
  /** Of an instance among several: values of this instance alone. */
  readonly variables?: Variables;
}

/** One activation of a multi-instance activity. */
export interface MultiScope {
  readonly no: number;
  readonly host: number;
  readonly items: readonly unknown[];
  readonly done: number;
  /** Collected outputs, in order of completion. */
  readonly results?: readonly unknown[];
}

export type Scope = SubScope | MultiScope;
export type InstanceStatus = 'running' | 'suspended' | 'completed' | 'terminated';

/** A process instance between two steps; plain JSON, at most about 1 KB for two parallel tasks. */
export interface InstanceState {
  readonly status: InstanceStatus;
  /** Next token or scope number. */
  readonly next: number;
  readonly tokens: readonly Token[];
  readonly scopes: readonly Scope[];
  readonly variables: Variables;
  /** User tasks completed at least once: what a return may aim at. */
  readonly done: readonly string[];
}

/** Tells the two kinds of scope apart. */
export function isMulti(scope: Scope): scope is MultiScope {
  return 'items' in scope;
}

/** Number of the scope a token is in; 0 is the process itself. */
export function scopeOf(token: Token): number {
  return token.scope ?? 0;
}
