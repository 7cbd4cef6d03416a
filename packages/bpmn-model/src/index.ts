export { parseProcess, lintProcess, type ParseOptions, type ParseResult } from './parse-process.ts';
export { describeElement, nodeKindLabels, type Problem, type ProblemCode } from './problem.ts';
export { tongbanExtension } from './moddle-extension.ts';
export type { ExpressionCheck } from './read/reading.ts';
export { isTimerValue } from './read/read-event.ts';
export { createGraph, type ProcessGraph } from './graph/graph.ts';
export { findReachable } from './graph/find-reachable.ts';
export { findBackEdges, edgeKey } from './graph/find-back-edges.ts';
export {
  findExpression,
  isActivity,
  isBoundary,
  isGateway,
  type ActivityNode,
  type BoundaryMessageNode,
  type BoundaryNode,
  type BoundaryTimerNode,
  type CallActivityNode,
  type CandidateRule,
  type EndNode,
  type FieldAccess,
  type GatewayNode,
  type MessageCatchNode,
  type MultiInstance,
  type NoHandlerPolicy,
  type NoticeRecipient,
  type ProcessModel,
  type ProcessNode,
  type RuleEffect,
  type SequenceFlow,
  type ServiceTaskNode,
  type StartNode,
  type StepField,
  type StepMoment,
  type StepNotice,
  type StepRule,
  type SubProcessNode,
  type TaskStep,
  type TimerCatchNode,
  type TimerRule,
  type UserTaskNode,
} from './model.ts';
