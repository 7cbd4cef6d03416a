/** Handling step a user task stands for; drives the case's own state and clock (HND-01). */
export type TaskStep = 'acceptance' | 'review' | 'decision' | 'delivery' | 'custom';

/** What happens when nobody can handle a task: refuse the step, hand it to the process administrators, or pass over it. */
export type NoHandlerPolicy = 'refuse' | 'administrator' | 'skip';

/**
 * Who may handle a task. All given parts must hold for one person; a task lists several candidates as alternatives.
 * A part beginning with `=` is an expression over the process variables. `expression` alone yields one or a list of
 * staff ids or of `{post, role, organisation, person}` objects.
 */
export interface CandidateRule {
  readonly post?: string;
  readonly role?: string;
  readonly organisation?: string;
  readonly person?: string;
  readonly expression?: string;
}

/** enter: when the case comes to the step; leave: when the step is done, not when it is sent back. */
export type StepMoment = 'enter' | 'leave';

/** Who is told of a step: the applicant, who may do it or did it, the heads of the department that decides the case. */
export type NoticeRecipient = 'applicant' | 'handler' | 'department';

/** A message that goes out when a case comes to a step or leaves it (WFL-01). */
export interface StepNotice {
  readonly on: StepMoment;
  readonly to: NoticeRecipient;
  /** Key of a message template. */
  readonly message: string;
  /** in-site alone, or also as SMS where the template has one. */
  readonly channel: 'in-site' | 'sms';
  /** What is to be said beyond the template's own words. */
  readonly note?: string;
}

/** What the handler of a step may do with a field of its form; hidden ones are not even sent. */
export type FieldAccess = 'write' | 'read' | 'hidden';

export interface StepField {
  readonly field: string;
  readonly access: FieldAccess;
}

/** block: the step cannot be completed; warn: the handler is told; outcome: what the step's conclusion is proposed to be. */
export type RuleEffect = 'block' | 'warn' | 'outcome';

/** Business rules that run when a case comes to a step, or before the step is completed (WFL-01). */
export interface StepRule {
  readonly on: 'enter' | 'complete';
  readonly ruleSet: string;
  /** The decision of the rule set that counts. */
  readonly decision: string;
  readonly effect: RuleEffect;
  /** The result at which it blocks or warns; of an outcome, the result that proposes to pass. */
  readonly value: string;
  /** What the handler is told; what the rule itself says when absent. */
  readonly message?: string;
  /** Expression yielding the inputs by name; those it does not give are found by their name. */
  readonly inputs?: string;
}

/** 会签: one instance of the activity per element of a collection (or per number of a cardinality). */
export interface MultiInstance {
  readonly sequential?: true;
  /** Expression yielding a list, or a number of instances. */
  readonly collection: string;
  /** Name under which an instance sees its element; default `element`. */
  readonly elementVariable?: string;
  /** Expression evaluated when an instance completes; its value joins `outputCollection` in order of completion. */
  readonly outputElement?: string;
  readonly outputCollection?: string;
  /** Evaluated after each completion; true cancels the instances still open. */
  readonly completionCondition?: string;
}

/** When a timer is due. `value` is ISO 8601, or for `working-days` a whole number; a leading `=` marks an expression. */
export interface TimerRule {
  readonly type: 'duration' | 'date' | 'cycle' | 'working-days';
  readonly value: string;
}

interface NodeBase {
  readonly id: string;
  readonly name?: string;
  /** Id of the sub-process that holds the node; absent in the process itself. */
  readonly scope?: string;
}

export interface StartNode extends NodeBase {
  readonly kind: 'start';
}

export interface EndNode extends NodeBase {
  readonly kind: 'end';
  /** Ends every other token of the same scope. */
  readonly terminate?: true;
}

export interface UserTaskNode extends NodeBase {
  readonly kind: 'user-task';
  readonly step: TaskStep;
  readonly candidates: readonly CandidateRule[];
  readonly noHandler: NoHandlerPolicy;
  /** Working days (工作日) allowed for the task: a whole number, or an expression with a leading `=`. */
  readonly limitWorkingDays?: string;
  /** Organisation that answers for the review, a code or an expression with a leading `=`. */
  readonly reviewOrganisation?: string;
  /** Key of a form of the item, which the handler fills in at this step. */
  readonly form?: string;
  /** Fields of that form; when some are named, the others may be read. */
  readonly fields?: readonly StepField[];
  readonly notices?: readonly StepNotice[];
  readonly rules?: readonly StepRule[];
  readonly multi?: MultiInstance;
}

export interface ServiceTaskNode extends NodeBase {
  readonly kind: 'service-task';
  /** Name of the platform's handler. */
  readonly handler: string;
  /** The process goes on only when the handler reports completion. */
  readonly waiting?: true;
  readonly multi?: MultiInstance;
}

export interface CallActivityNode extends NodeBase {
  readonly kind: 'call-activity';
  /** Id of the called process definition. */
  readonly process: string;
  readonly multi?: MultiInstance;
}

export interface SubProcessNode extends NodeBase {
  readonly kind: 'sub-process';
  readonly multi?: MultiInstance;
}

export interface GatewayNode extends NodeBase {
  readonly kind: 'exclusive' | 'parallel' | 'inclusive';
  /** Id of the flow taken when no condition holds. */
  readonly default?: string;
}

export interface TimerCatchNode extends NodeBase {
  readonly kind: 'timer';
  readonly timer: TimerRule;
}

export interface MessageCatchNode extends NodeBase {
  readonly kind: 'message';
  readonly message: string;
  /** Expression whose value a message must carry to be received here. */
  readonly correlationKey?: string;
}

export interface BoundaryTimerNode extends NodeBase {
  readonly kind: 'boundary-timer';
  readonly host: string;
  readonly interrupting: boolean;
  readonly timer: TimerRule;
}

export interface BoundaryMessageNode extends NodeBase {
  readonly kind: 'boundary-message';
  readonly host: string;
  readonly interrupting: boolean;
  readonly message: string;
  readonly correlationKey?: string;
}

/** A node that does work and may hold boundary events and several instances. */
export type ActivityNode = UserTaskNode | ServiceTaskNode | CallActivityNode | SubProcessNode;
export type BoundaryNode = BoundaryTimerNode | BoundaryMessageNode;
export type ProcessNode =
  | StartNode
  | EndNode
  | ActivityNode
  | GatewayNode
  | TimerCatchNode
  | MessageCatchNode
  | BoundaryNode;

export interface SequenceFlow {
  readonly id: string;
  readonly name?: string;
  readonly from: string;
  readonly to: string;
  readonly condition?: string;
}

/** Executable form of one BPMN 2.0 process; plain JSON, stored beside its XML (WFL-01, WFL-03). */
export interface ProcessModel {
  readonly format: 1;
  readonly id: string;
  readonly name?: string;
  readonly nodes: readonly ProcessNode[];
  /** In document order, which is the order conditions are tried in. */
  readonly flows: readonly SequenceFlow[];
}

/** Tells whether a node does work, as opposed to routing or waiting for an event. */
export function isActivity(node: ProcessNode): node is ActivityNode {
  return node.kind === 'user-task' || node.kind === 'service-task' || node.kind === 'call-activity' || node.kind === 'sub-process';
}

/** Tells whether a node is an event on the boundary of an activity. */
export function isBoundary(node: ProcessNode): node is BoundaryNode {
  return node.kind === 'boundary-timer' || node.kind === 'boundary-message';
}

/** Tells whether a node is a gateway. */
export function isGateway(node: ProcessNode): node is GatewayNode {
  return node.kind === 'exclusive' || node.kind === 'parallel' || node.kind === 'inclusive';
}

/** Returns the expression of a value written with a leading `=`, undefined for a literal. */
export function findExpression(value: string): string | undefined {
  return value.startsWith('=') ? value.slice(1).trim() : undefined;
}
