import type { Decision, DecisionTable, HitPolicy, RuleSet, ValueField, ValueShape, ValueType } from '@tongban/decision-tables';
import { OWN_NAMESPACE, OWN_PREFIX } from './own.ts';

const TYPES: Readonly<Record<ValueType, string>> = { text: 'string', number: 'number', integer: 'number', boolean: 'boolean', date: 'date', record: 'Any', any: 'Any' };
const POLICIES: Readonly<Record<HitPolicy, string>> = {
  U: 'UNIQUE', A: 'ANY', P: 'PRIORITY', F: 'FIRST', R: 'RULE ORDER', O: 'OUTPUT ORDER', C: 'COLLECT', 'C+': 'COLLECT" aggregation="SUM', 'C<': 'COLLECT" aggregation="MIN', 'C>': 'COLLECT" aggregation="MAX', 'C#': 'COLLECT" aggregation="COUNT',
};

interface Place {
  readonly id: string;
  readonly kind: 'Input' | 'Decision';
}

interface Writing {
  readonly types: string[];
  /** Ids of what is required, by name. */
  readonly places: ReadonlyMap<string, Place>;
  next: (kind: string) => string;
}

/**
 * Writes a rule set as DMN 1.3. What DMN has no word for (whole numbers, what may be missing, our ids) stands in attributes of
 * a namespace of our own, so that `readDmn` gives back the same rule set and other tools still read the rest.
 */
export function writeDmn(name: string, ruleSet: RuleSet): string {
  let count = 0;
  const next = (kind: string): string => `${kind}_${count += 1}`;
  const places = new Map<string, Place>([
    ...ruleSet.inputs.map((input): [string, Place] => [input.name, { id: next('input'), kind: 'Input' }]),
    ...ruleSet.decisions.map((decision): [string, Place] => [decision.name, { id: next('decision'), kind: 'Decision' }]),
  ]);
  const writing: Writing = { types: [], places, next };
  const inputs = ruleSet.inputs.map((input) => element(1, 'inputData', { ...named(writing, input), ...own({ id: input.id, optional: input.optional }) }, [
    element(2, 'variable', { name: input.name, typeRef: typeOf(writing, input) }),
  ]));
  const decisions = ruleSet.decisions.map((decision) => writeDecision(writing, decision));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(0, 'definitions', {
    xmlns: 'https://www.omg.org/spec/DMN/20191111/MODEL/', [`xmlns:${OWN_PREFIX}`]: OWN_NAMESPACE, id: 'definitions', name, namespace: OWN_NAMESPACE, ...own({ format: '1' }),
  }, [...writing.types, ...inputs, ...decisions])}`;
}

function writeDecision(writing: Writing, decision: Decision): string {
  const { logic } = decision;
  const requirements = decision.requires.flatMap((name) => {
    const place = writing.places.get(name);
    return place === undefined ? [] : [element(2, 'informationRequirement', { id: writing.next('requirement') }, [element(3, `required${place.kind}`, { href: `#${place.id}` })])];
  });
  const body = logic.kind === 'table' ? writeTable(writing, logic) : element(2, 'literalExpression', { id: writing.next('expression') }, [text(3, logic.expression)]);
  const typeRef = logic.kind === 'expression' ? { typeRef: typeOf(writing, logic) } : {};
  const optional = logic.kind === 'expression' ? { optional: logic.optional } : {};
  return element(1, 'decision', { ...named(writing, decision), ...own({ id: decision.id, ...optional }) }, [element(2, 'variable', { name: decision.name, ...typeRef }), ...requirements, body]);
}

function writeTable(writing: Writing, { hitPolicy, inputs, outputs, rules }: DecisionTable): string {
  const labelled = (label: string | undefined): Record<string, string> => (label === undefined ? {} : { label });
  return element(2, 'decisionTable', { id: writing.next('table'), hitPolicy: POLICIES[hitPolicy] }, [
    ...inputs.map((input) => element(3, 'input', { id: writing.next('column'), ...labelled(input.label), ...own(input) }, [
      element(4, 'inputExpression', { id: writing.next('expression'), ...(input.type && { typeRef: TYPES[input.type] }) }, [text(5, input.expression)]),
      ...optionalText('inputValues', input.allowedValues),
    ])),
    ...outputs.map((output) => element(3, 'output', { id: writing.next('column'), name: output.name, typeRef: TYPES[output.type], ...labelled(output.label), ...own(output) }, [
      ...optionalText('outputValues', output.allowedValues), ...optionalText('defaultOutputEntry', output.defaultValue),
    ])),
    element(3, 'annotation', { name: '说明' }),
    ...rules.map((rule) => element(3, 'rule', { id: writing.next('rule'), ...own({ id: rule.id }) }, [
      ...rule.inputs.map((cell) => element(4, 'inputEntry', { id: writing.next('cell') }, [text(5, cell)])),
      ...rule.outputs.map((cell) => element(4, 'outputEntry', { id: writing.next('cell') }, [text(5, cell)])),
      element(4, 'annotationEntry', {}, [text(5, rule.annotation ?? '')]),
    ])),
  ]);
}

function optionalText(name: string, source: string | undefined): string[] {
  return source === undefined || source.trim() === '' ? [] : [element(4, name, {}, [text(5, source)])];
}

function named(writing: Writing, { name, label }: { readonly name: string; readonly label?: string }): Record<string, string> {
  return { id: writing.places.get(name)?.id ?? writing.next('element'), name, ...(label === undefined ? {} : { label }) };
}

/** What DMN has no place for. */
function own(values: { readonly id?: string | undefined; readonly type?: ValueType | undefined; readonly optional?: boolean | undefined; readonly format?: string }): Record<string, string> {
  const { id, type, optional, format } = values;
  return Object.fromEntries(Object.entries({ id, type, format, optional: optional === true ? 'true' : undefined }).flatMap(([name, value]) => (value === undefined ? [] : [[`${OWN_PREFIX}:${name}`, value]])));
}

/** The name of a type, defined at the top of the model when DMN has none that says it all. */
function typeOf(writing: Writing, shape: ValueShape): string {
  const plain = shape.list !== true && shape.allowedValues === undefined && shape.type !== 'integer' && shape.type !== 'record';
  if (plain) return TYPES[shape.type];
  const name = writing.next('type');
  writing.types.push(writeItem(1, 'itemDefinition', name, shape));
  return name;
}

function writeItem(depth: number, tag: string, name: string, shape: ValueShape | ValueField): string {
  const fields = shape.fields ?? [];
  const attributes = { name, ...(shape.list === true && { isCollection: 'true' }), ...own({ type: shape.type, ...(tag === 'itemComponent' && { optional: shape.optional }) }) };
  return element(depth, tag, attributes, [
    ...(fields.length === 0 ? [`${'  '.repeat(depth + 1)}<typeRef>${TYPES[shape.type]}</typeRef>`] : []),
    ...(shape.allowedValues === undefined ? [] : [element(depth + 1, 'allowedValues', {}, [text(depth + 2, shape.allowedValues)])]),
    ...fields.map((field) => writeItem(depth + 1, 'itemComponent', field.name, field)),
  ]);
}

function element(depth: number, tag: string, attributes: Readonly<Record<string, string>>, children: readonly string[] = []): string {
  const indent = '  '.repeat(depth);
  const opened = `${indent}<${tag}${Object.entries(attributes).map(([name, value]) => ` ${name}="${name === 'hitPolicy' ? value : escaped(value)}"`).join('')}`;
  return children.length === 0 ? `${opened}/>` : `${opened}>\n${children.join('\n')}\n${indent}</${tag}>`;
}

function text(depth: number, source: string): string {
  return `${'  '.repeat(depth)}<text>${escaped(source)}</text>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\t': '&#9;', '\r': '' };

/** What XML 1.0 cannot hold is left out. */
function escaped(source: string): string {
  return source.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"\n\t\r]/g, (sign) => ENTITIES[sign] ?? '');
}
