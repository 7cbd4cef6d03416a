import { findExpression, type TimerRule } from '../model.ts';
import { findElement, findText, listElements, stripMarker, type ModdleElement } from './element.ts';
import { checkExpression, report, type Reading } from './reading.ts';
import { nameType } from './unsupported-names.ts';

const duration = /^P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;
const instant = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;
const cycle = /^R\d*\/(P.+)$/;

/** Finds an event's single definition; "refused" when it has several or one we do not execute (recorded), "none" without. */
export function findDefinition(reading: Reading, event: ModdleElement, allowed: readonly string[]): ModdleElement | 'none' | 'refused' {
  const [first, second] = listElements(event, 'eventDefinitions');
  if (first === undefined) return 'none';
  const refused = second ?? (allowed.includes(first.$type) ? undefined : first);
  if (refused === undefined) return first;
  report(reading, 'unsupported-element', event, nameType(refused.$type));
  return 'refused';
}

/** Reads a timer; `repeatable` says whether a cycle makes sense where it stands. */
export function readTimer(reading: Reading, event: ModdleElement, definition: ModdleElement, repeatable: boolean): TimerRule | undefined {
  const timer = findTimer(definition);
  if (timer === undefined || !isTimerValue(timer)) {
    report(reading, 'invalid-timer', event, timer?.value ?? '');
    return undefined;
  }
  if (timer.type === 'cycle' && !repeatable) {
    report(reading, 'timer-cycle-not-allowed', event);
    return undefined;
  }
  checkExpression(reading, event, findExpression(timer.value));
  return timer;
}

function findTimer(definition: ModdleElement): TimerRule | undefined {
  const workingDays = findText(definition, 'tongban:workingDays');
  if (workingDays !== undefined) return { type: 'working-days', value: workingDays };
  for (const [property, type] of [['timeDuration', 'duration'], ['timeDate', 'date'], ['timeCycle', 'cycle']] as const) {
    const expression = findElement(definition, property);
    const value = expression === undefined ? undefined : findText(expression, 'body');
    if (value !== undefined) return { type, value };
  }
  return undefined;
}

/** Tells whether a timer's literal value is well-formed; an expression is checked when it has been evaluated. */
export function isTimerValue({ type, value }: TimerRule): boolean {
  if (findExpression(value) !== undefined) return true;
  switch (type) {
    case 'duration':
      return duration.test(value);
    case 'date':
      return instant.test(value) && !Number.isNaN(Date.parse(value));
    case 'cycle':
      return duration.test(cycle.exec(value)?.[1] ?? '');
    case 'working-days':
      return /^[1-9]\d{0,3}$/.test(value);
  }
}

/** Reads a message's name and the key that tells one waiting process from another. */
export function readMessage(
  reading: Reading,
  event: ModdleElement,
  definition: ModdleElement,
): { message: string; correlationKey?: string } | undefined {
  const reference = findElement(definition, 'messageRef');
  const message = reference === undefined ? undefined : (findText(reference, 'name') ?? reference.id);
  if (message === undefined) {
    report(reading, 'missing-message', event);
    return undefined;
  }
  const correlationKey = stripMarker(findText(definition, 'tongban:correlationKey'));
  checkExpression(reading, event, correlationKey);
  return { message, ...(correlationKey === undefined ? {} : { correlationKey }) };
}

