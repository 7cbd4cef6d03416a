import type { StepField, StepNotice, StepRule, UserTaskNode } from '../model.ts';
import { findElement, findText, listElements, stripMarker, type ModdleElement } from './element.ts';
import { checkExpression, report, type Reading } from './reading.ts';

const moments = ['enter', 'leave'] as const satisfies readonly StepNotice['on'][];
const recipients = ['applicant', 'handler', 'department'] as const satisfies readonly StepNotice['to'][];
const channels = ['in-site', 'sms'] as const satisfies readonly StepNotice['channel'][];
const accesses = ['write', 'read', 'hidden'] as const satisfies readonly StepField['access'][];
const ruleMoments = ['enter', 'complete'] as const satisfies readonly StepRule['on'][];
const effects = ['block', 'warn', 'outcome'] as const satisfies readonly StepRule['effect'][];

/** Notices, fields and rules of one step at most; more than that nobody can keep in view. */
const most = { 'tongban:Notice': 20, 'tongban:Field': 300, 'tongban:Rule': 20 } as const;
const longest = 500;

type StepProperties = Pick<UserTaskNode, 'notices' | 'fields' | 'rules'>;

/** Reads what a step does beside being done: notices, the fields of its form, the rules that run. */
export function readStepProperties(reading: Reading, task: ModdleElement, form: string | undefined): StepProperties {
  const list = (type: keyof typeof most): readonly ModdleElement[] => {
    const extension = findElement(task, 'extensionElements');
    const found = extension === undefined ? [] : listElements(extension, 'values').filter((value) => value.$type === type);
    if (found.length > most[type]) report(reading, 'too-many-properties', task, String(most[type]));
    return found.slice(0, most[type]);
  };
  const notices = list('tongban:Notice').flatMap((one) => readNotice(reading, task, one));
  const fields = list('tongban:Field').flatMap((one) => readField(reading, task, one));
  const rules = list('tongban:Rule').flatMap((one) => readRule(reading, task, one));
  if (fields.length > 0 && form === undefined) report(reading, 'fields-without-form', task);
  for (const { field } of fields) if (fields.filter((one) => one.field === field).length > 1) report(reading, 'field-twice', task, field);
  return { ...(notices.length === 0 ? {} : { notices }), ...(fields.length === 0 ? {} : { fields }), ...(rules.length === 0 ? {} : { rules }) };
}

/** One of a few words; anything else is reported. */
function choose<T extends string>(reading: Reading, task: ModdleElement, element: ModdleElement, name: string, known: readonly T[], otherwise: T): T {
  const value = findText(element, name);
  if (value === undefined) return otherwise;
  const found = known.find((one) => one === value);
  if (found === undefined) report(reading, 'invalid-attribute', task, `${name}="${value}"`);
  return found ?? otherwise;
}

function readNotice(reading: Reading, task: ModdleElement, element: ModdleElement): StepNotice[] {
  const message = findText(element, 'message');
  const note = findText(element, 'note');
  const to = choose(reading, task, element, 'to', recipients, 'applicant');
  const channel = choose(reading, task, element, 'channel', channels, 'in-site');
  if (message === undefined) report(reading, 'notice-without-message', task);
  if (channel === 'sms' && to !== 'applicant') report(reading, 'notice-channel', task);
  if (note !== undefined && note.length > longest) report(reading, 'text-too-long', task, String(longest));
  return [{ on: choose(reading, task, element, 'on', moments, 'enter'), to, message: message ?? '', channel, ...(note === undefined ? {} : { note }) }];
}

function readField(reading: Reading, task: ModdleElement, element: ModdleElement): StepField[] {
  const field = findText(element, 'field');
  if (field === undefined) report(reading, 'invalid-attribute', task, 'tongban:field');
  return field === undefined ? [] : [{ field, access: choose(reading, task, element, 'access', accesses, 'read') }];
}

function readRule(reading: Reading, task: ModdleElement, element: ModdleElement): StepRule[] {
  const [ruleSet, decision, value, message] = ['ruleSet', 'decision', 'value', 'message'].map((name) => findText(element, name));
  const inputs = stripMarker(findText(element, 'inputs'));
  const on = choose(reading, task, element, 'on', ruleMoments, 'complete');
  const effect = choose(reading, task, element, 'effect', effects, 'warn');
  if (ruleSet === undefined || decision === undefined || value === undefined) report(reading, 'incomplete-rule', task);
  if (effect === 'block' && on === 'enter') report(reading, 'rule-cannot-block', task);
  if (effect === 'outcome' && on === 'complete') report(reading, 'rule-outcome-late', task);
  if (message !== undefined && message.length > longest) report(reading, 'text-too-long', task, String(longest));
  checkExpression(reading, task, inputs);
  return [{ on, ruleSet: ruleSet ?? '', decision: decision ?? '', effect, value: value ?? '', ...(message === undefined ? {} : { message }), ...(inputs === undefined ? {} : { inputs }) }];
}
