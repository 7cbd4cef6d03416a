import type { DecisionTable, HitPolicy, TableInput, TableOutput, TableRule, ValueShape } from '@tongban/decision-tables';
import { findElement, findText, listElements, type ModdleElement } from './element.ts';
import { idOf, isOptional, ownType } from './own.ts';
import type { DmnTypes } from './read-types.ts';

const POLICIES: Readonly<Record<string, HitPolicy>> = { UNIQUE: 'U', ANY: 'A', PRIORITY: 'P', FIRST: 'F', 'RULE ORDER': 'R', 'OUTPUT ORDER': 'O', COLLECT: 'C' };
const AGGREGATIONS: Readonly<Record<string, HitPolicy>> = { SUM: 'C+', MIN: 'C<', MAX: 'C>', COUNT: 'C#' };

interface Owner {
  readonly name: string;
  readonly shape: ValueShape;
  /** Whether the model says by name what may be missing; elsewhere a cell that speaks of null says so. */
  readonly own: boolean;
}

/** Reads a decision table; a string is the name of a type that a rule set does not have. */
export function readTable(logic: ModdleElement, decision: Owner, types: DmnTypes): DecisionTable | string {
  const inputs = readInputs(logic, types, decision.own);
  const outputs = readOutputs(logic, decision, types);
  if (typeof inputs === 'string') return inputs;
  if (typeof outputs === 'string') return outputs;
  const rules = listElements(logic, 'rule').map((rule, index) => readRule(rule, index));
  const speaksOfNull = (cell: string | undefined): boolean => !decision.own && /\bnull\b/.test(cell ?? '');
  const nullable = new Set(rules.flatMap((rule) => rule.outputs.flatMap((cell, index) => (speaksOfNull(cell) ? [index] : []))));
  const aggregation = findText(logic, 'aggregation') ?? '';
  const policy = POLICIES[findText(logic, 'hitPolicy') ?? 'UNIQUE'] ?? 'U';
  return {
    kind: 'table', hitPolicy: policy === 'C' ? AGGREGATIONS[aggregation] ?? 'C' : policy, rules,
    inputs: inputs.map((input, index) => (rules.some((rule) => speaksOfNull(rule.inputs[index])) ? { ...input, optional: true } : input)),
    outputs: outputs.map((output, index) => (nullable.has(index) ? { ...output, optional: true } : output)),
  };
}

function readInputs(logic: ModdleElement, types: DmnTypes, own: boolean): TableInput[] | string {
  const inputs: TableInput[] = [];
  for (const [index, input] of listElements(logic, 'input').entries()) {
    const expression = findElement(input, 'inputExpression');
    const shape = types.find(expression && findText(expression, 'typeRef'));
    if (typeof shape === 'string') return shape;
    const allowedValues = findText(input, 'inputValues') ?? shape.allowedValues;
    const label = findText(input, 'label');
    const type = own ? ownType(input) : shape.type !== 'any' && shape.list !== true ? shape.type : undefined;
    inputs.push({
      id: idOf(input, `input-${index + 1}`), expression: (expression && findText(expression, 'text')) ?? '',
      ...(label !== undefined && { label }), ...(type !== undefined && { type }), ...(allowedValues !== undefined && { allowedValues }), ...(isOptional(input) && { optional: true }),
    });
  }
  return inputs;
}

function readOutputs(logic: ModdleElement, decision: Owner, types: DmnTypes): TableOutput[] | string {
  const columns = listElements(logic, 'output');
  const outputs: TableOutput[] = [];
  for (const [index, output] of columns.entries()) {
    const typeRef = findText(output, 'typeRef');
    const name = output.name?.trim() ?? '';
    const known = columns.length === 1 ? decision.shape : decision.shape.fields?.find((field) => field.name === name);
    const shape = typeRef === undefined ? known ?? { type: 'any' as const } : types.find(typeRef);
    if (typeof shape === 'string') return shape;
    const allowedValues = findText(output, 'outputValues') ?? shape.allowedValues;
    const defaultValue = findText(output, 'defaultOutputEntry');
    const label = findText(output, 'label');
    outputs.push({
      id: idOf(output, `output-${index + 1}`), name: name === '' && columns.length === 1 ? decision.name : name, type: ownType(output) ?? (shape.list === true ? 'any' : shape.type),
      ...(label !== undefined && { label }), ...(allowedValues !== undefined && { allowedValues }), ...(defaultValue !== undefined && { defaultValue }), ...(isOptional(output) && { optional: true }),
    });
  }
  return outputs;
}

function readRule(rule: ModdleElement, index: number): TableRule {
  const texts = (property: string): string[] => listElements(rule, property).map((entry) => findText(entry, 'text') ?? '');
  const annotation = [findText(rule, 'description'), ...texts('annotationEntry')].filter((text) => text !== undefined && text !== '').join('；');
  return { id: idOf(rule, `rule-${index + 1}`), inputs: texts('inputEntry'), outputs: texts('outputEntry'), ...(annotation !== '' && { annotation }) };
}
