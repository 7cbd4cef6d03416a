import type { SequenceFlow } from '../model.ts';
import { findElement, findFormalExpression, findText, type ModdleElement } from './element.ts';
import { checkExpression, report, type Reading } from './reading.ts';
import { nameType } from './unsupported-names.ts';

/** Reads one sequence flow; undefined when an end is missing (moddle has already named the unresolved reference). */
export function readFlow(reading: Reading, element: ModdleElement): SequenceFlow | undefined {
  const from = findElement(element, 'sourceRef')?.id;
  const to = findElement(element, 'targetRef')?.id;
  if (element.id === undefined) report(reading, 'missing-id', element, nameType(element.$type));
  if (from === undefined || to === undefined) report(reading, 'unresolved-reference', element, '起点或终点');
  if (element.id === undefined || from === undefined || to === undefined) return undefined;
  const name = findText(element, 'name');
  const condition = findFormalExpression(element, 'conditionExpression');
  checkExpression(reading, element, condition);
  return { id: element.id, ...(name === undefined ? {} : { name }), from, to, ...(condition === undefined ? {} : { condition }) };
}
