import {
  findExpression,
  type CallActivityNode,
  type CandidateRule,
  type MultiInstance,
  type NoHandlerPolicy,
  type ServiceTaskNode,
  type SubProcessNode,
  type TaskStep,
  type UserTaskNode,
} from '../model.ts';
import { findElement, findFormalExpression, findText, listElements, stripMarker, type ModdleElement } from './element.ts';
import { checkExpression, report, type Reading } from './reading.ts';
import { readStepProperties } from './read-step-properties.ts';
import { nameType } from './unsupported-names.ts';

interface Base {
  readonly id: string;
  readonly name?: string;
  readonly scope?: string;
}

const steps: readonly string[] = ['acceptance', 'review', 'decision', 'delivery', 'custom'] satisfies TaskStep[];
const policies: readonly string[] = ['refuse', 'administrator', 'skip'] satisfies NoHandlerPolicy[];

/** Reads a user task with its candidates, limit and no-handler policy. */
export function readUserTask(reading: Reading, element: ModdleElement, base: Base): UserTaskNode {
  const step = findText(element, 'tongban:step') ?? 'custom';
  const noHandler = findText(element, 'tongban:noHandler') ?? 'administrator';
  const limit = findText(element, 'tongban:limitWorkingDays');
  const reviewOrganisation = findText(element, 'tongban:reviewOrganisation');
  const form = findText(element, 'tongban:form');
  if (!isStep(step)) report(reading, 'invalid-attribute', element, `tongban:step="${step}"`);
  if (!isPolicy(noHandler)) report(reading, 'invalid-attribute', element, `tongban:noHandler="${noHandler}"`);
  if (limit !== undefined && !/^(?:=.+|[1-9]\d{0,3})$/s.test(limit)) {
    report(reading, 'invalid-attribute', element, `tongban:limitWorkingDays="${limit}"`);
  }
  for (const value of [limit, reviewOrganisation]) checkExpression(reading, element, value && findExpression(value));
  return {
    ...base,
    kind: 'user-task',
    step: isStep(step) ? step : 'custom',
    candidates: readCandidates(reading, element),
    noHandler: isPolicy(noHandler) ? noHandler : 'refuse',
    ...(limit === undefined ? {} : { limitWorkingDays: limit }),
    ...(reviewOrganisation === undefined ? {} : { reviewOrganisation }),
    ...(form === undefined ? {} : { form }),
    ...readStepProperties(reading, element, form),
    ...readMultiInstance(reading, element),
  };
}

function isStep(value: string): value is TaskStep {
  return steps.includes(value);
}

function isPolicy(value: string): value is NoHandlerPolicy {
  return policies.includes(value);
}

function readCandidates(reading: Reading, element: ModdleElement): CandidateRule[] {
  const extension = findElement(element, 'extensionElements');
  const candidates = extension === undefined ? [] : listElements(extension, 'values').filter((value) => value.$type === 'tongban:Candidate');
  if (candidates.length === 0) report(reading, 'missing-candidates', element);
  return candidates.map((candidate) => readCandidate(reading, element, candidate));
}

function readCandidate(reading: Reading, task: ModdleElement, candidate: ModdleElement): CandidateRule {
  const parts: { post?: string; role?: string; organisation?: string; person?: string } = {};
  for (const part of ['post', 'role', 'organisation', 'person'] as const) {
    const value = findText(candidate, part);
    if (value === undefined) continue;
    parts[part] = value;
    checkExpression(reading, task, findExpression(value));
  }
  const expression = stripMarker(findText(candidate, 'expression'));
  checkExpression(reading, task, expression);
  const hasParts = Object.keys(parts).length > 0;
  if (hasParts === (expression !== undefined)) report(reading, 'invalid-candidate', task);
  return expression === undefined ? parts : { expression };
}

/** Reads a service task; its handler runs on the platform, at once or reporting back later (`tongban:mode="waiting"`). */
export function readServiceTask(reading: Reading, element: ModdleElement, base: Base): ServiceTaskNode {
  const handler = findText(element, 'tongban:handler');
  const mode = findText(element, 'tongban:mode') ?? 'synchronous';
  if (handler === undefined) report(reading, 'missing-handler', element);
  else if (reading.handlers?.has(handler) === false) report(reading, 'unknown-handler', element, handler);
  if (mode !== 'synchronous' && mode !== 'waiting') report(reading, 'invalid-attribute', element, `tongban:mode="${mode}"`);
  return {
    ...base,
    kind: 'service-task',
    handler: handler ?? '',
    ...(mode === 'waiting' ? { waiting: true } : {}),
    ...readMultiInstance(reading, element),
  };
}

/** Reads a call activity: the id of another process that runs as an instance of its own. */
export function readCallActivity(reading: Reading, element: ModdleElement, base: Base): CallActivityNode {
  const process = findText(element, 'calledElement');
  if (process === undefined) report(reading, 'missing-called-process', element);
  return { ...base, kind: 'call-activity', process: process ?? '', ...readMultiInstance(reading, element) };
}

/** Reads an embedded sub-process; its content is read by the caller. */
export function readSubProcess(reading: Reading, element: ModdleElement, base: Base): SubProcessNode {
  if (element.get('triggeredByEvent') === true) report(reading, 'unsupported-element', element, '事件子流程');
  return { ...base, kind: 'sub-process', ...readMultiInstance(reading, element) };
}

function readMultiInstance(reading: Reading, element: ModdleElement): { multi?: MultiInstance } {
  if (element.get('isForCompensation') === true) report(reading, 'unsupported-element', element, '补偿活动');
  const loop = findElement(element, 'loopCharacteristics');
  if (loop === undefined) return {};
  if (loop.$type !== 'bpmn:MultiInstanceLoopCharacteristics') {
    report(reading, 'unsupported-element', element, nameType(loop.$type));
    return {};
  }
  const collection = stripMarker(findText(loop, 'tongban:collection')) ?? findFormalExpression(loop, 'loopCardinality');
  const completionCondition = findFormalExpression(loop, 'completionCondition');
  const elementVariable = findText(loop, 'tongban:elementVariable');
  const outputElement = stripMarker(findText(loop, 'tongban:outputElement'));
  const outputCollection = findText(loop, 'tongban:outputCollection');
  if (collection === undefined) report(reading, 'missing-collection', element);
  for (const expression of [collection, completionCondition, outputElement]) checkExpression(reading, element, expression);
  return {
    multi: {
      ...(loop.get('isSequential') === true ? { sequential: true } : {}),
      collection: collection ?? '',
      ...(elementVariable === undefined ? {} : { elementVariable }),
      ...(outputElement === undefined ? {} : { outputElement }),
      ...(outputCollection === undefined ? {} : { outputCollection }),
      ...(completionCondition === undefined ? {} : { completionCondition }),
    },
  };
}
