import type { BoundaryNode, GatewayNode, ProcessNode } from '../model.ts';
import { findElement, findText, type ModdleElement } from './element.ts';
import { readCallActivity, readServiceTask, readSubProcess, readUserTask } from './read-activity.ts';
import { findDefinition, readMessage, readTimer } from './read-event.ts';
import { report, type Reading } from './reading.ts';
import { nameType } from './unsupported-names.ts';

type Base = Pick<ProcessNode, 'id' | 'name' | 'scope'>;

// artifacts and data shapes are drawing aids: they carry no token
const silent = new Set(['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference', 'bpmn:TextAnnotation', 'bpmn:Association', 'bpmn:Group']);

/** Reads one flow node; undefined when it draws nothing executable or was refused (then the problem is recorded). */
export function readNode(reading: Reading, element: ModdleElement, scope: string | undefined): ProcessNode | undefined {
  if (silent.has(element.$type)) return undefined;
  if (element.id === undefined) {
    report(reading, 'missing-id', element, nameType(element.$type));
    return undefined;
  }
  const name = findText(element, 'name');
  const base: Base = { id: element.id, ...(name === undefined ? {} : { name }), ...(scope === undefined ? {} : { scope }) };
  switch (element.$type) {
    case 'bpmn:StartEvent':
      return findDefinition(reading, element, []) === 'refused' ? undefined : { ...base, kind: 'start' };
    case 'bpmn:EndEvent':
      return readEnd(reading, element, base);
    case 'bpmn:UserTask':
      return readUserTask(reading, element, base);
    case 'bpmn:ServiceTask':
      return readServiceTask(reading, element, base);
    case 'bpmn:CallActivity':
      return readCallActivity(reading, element, base);
    case 'bpmn:SubProcess':
      return readSubProcess(reading, element, base);
    case 'bpmn:ExclusiveGateway':
      return readGateway(element, base, 'exclusive');
    case 'bpmn:ParallelGateway':
      return readGateway(element, base, 'parallel');
    case 'bpmn:InclusiveGateway':
      return readGateway(element, base, 'inclusive');
    case 'bpmn:IntermediateCatchEvent':
      return readCatch(reading, element, base);
    case 'bpmn:BoundaryEvent':
      return readBoundary(reading, element, base);
    default:
      report(reading, 'unsupported-element', element, nameType(element.$type));
      return undefined;
  }
}

function readEnd(reading: Reading, element: ModdleElement, base: Base): ProcessNode | undefined {
  const definition = findDefinition(reading, element, ['bpmn:TerminateEventDefinition']);
  if (definition === 'refused') return undefined;
  return { ...base, kind: 'end', ...(definition === 'none' ? {} : { terminate: true }) };
}

function readGateway(element: ModdleElement, base: Base, kind: GatewayNode['kind']): GatewayNode {
  const fallback = kind === 'parallel' ? undefined : findElement(element, 'default')?.id;
  return { ...base, kind, ...(fallback === undefined ? {} : { default: fallback }) };
}

const catchable = ['bpmn:TimerEventDefinition', 'bpmn:MessageEventDefinition'];

function readCatch(reading: Reading, element: ModdleElement, base: Base): ProcessNode | undefined {
  const definition = findCatchable(reading, element);
  if (definition === undefined) return undefined;
  if (definition.$type === 'bpmn:TimerEventDefinition') {
    const timer = readTimer(reading, element, definition, false);
    return timer === undefined ? undefined : { ...base, kind: 'timer', timer };
  }
  const message = readMessage(reading, element, definition);
  return message === undefined ? undefined : { ...base, kind: 'message', ...message };
}

function readBoundary(reading: Reading, element: ModdleElement, base: Base): BoundaryNode | undefined {
  const definition = findCatchable(reading, element);
  const host = findElement(element, 'attachedToRef')?.id;
  if (host === undefined) report(reading, 'unresolved-reference', element, '所依附的活动');
  if (host === undefined || definition === undefined) return undefined;
  const interrupting = element.get('cancelActivity') !== false;
  if (definition.$type === 'bpmn:TimerEventDefinition') {
    const timer = readTimer(reading, element, definition, !interrupting);
    return timer === undefined ? undefined : { ...base, kind: 'boundary-timer', host, interrupting, timer };
  }
  const message = readMessage(reading, element, definition);
  return message === undefined ? undefined : { ...base, kind: 'boundary-message', host, interrupting, ...message };
}

function findCatchable(reading: Reading, element: ModdleElement): ModdleElement | undefined {
  const definition = findDefinition(reading, element, catchable);
  if (definition === 'none') report(reading, 'unsupported-element', element, '没有类型的中间事件');
  return definition === 'none' || definition === 'refused' ? undefined : definition;
}
