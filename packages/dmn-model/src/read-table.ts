import type { DecisionTable, HitPolicy, TableInput, TableOutput, TableRule, ValueShape } from '@tongban/decision-tables';
import { findElement, findText, listElements, type ModdleElement } from './element.ts';
import type { DmnTypes } from './read-types.ts';

const POLICIES: Readonly<Record<string, HitPolicy>> = { UNIQUE: 'U', ANY: 'A', PRIORITY: 'P', FIRST: 'F', 'RULE ORDER': 'R', 'OUTPUT ORDER': 'O', COLLECT: 'C' };
const AGGREGATIONS: Readonly<Record<string, HitPolicy>> = { SUM: 'C+', MIN: 'C<', MAX: 'C>', COUNT: 'C#' };

/** Reads a decision table; a string is the name of a type that a rule set does not have. */
export function readTable(logic: ModdleElement, decision: { readonly name: string; readonly shape: ValueShape }, types: DmnTypes): DecisionTable | string {
  const inputs = readInputs(logic, types);
  const outputs = readOutputs(logic, decision, types);
  if (typeof inputs === 'string') return inputs;
  if (typeof outputs === 'string') return outputs;
  const rules = listElements(logic, 'rule').map((rule, index) => readRule(rule, index));
  const nullable = new Set(rules.flatMap((rule) => rule.outputs.flatMap((cell, index) => (/\bnull\b/.test(cell) ? [index] : []))));
  const aggregation = findText(logic, 'aggregation') ?? '';
  const policy = POLICIES[findText(logic, 'hitPolicy') ?? 'UNIQUE'] ?? 'U';
  return {
    kind: 'table', hitPolicy: policy === 'C' ? AGGREGATIONS[aggregation] ?? 'C' : policy, rules,
    inputs: inputs.map((input, index) => (rules.some((rule) => /\bnull\b/.test(rule.inputs[index] ?? '')) ? { ...input, optional: true } : input)),
    outputs: outputs.map((output, index) => (nullable.has(index) ? { ...output, optional: true } : output)),
  };
}

function readInputs(logic: ModdleElement, types: DmnTypes): TableInput[] | string {
  const inputs: TableInput[] = [];
  for (const [index, input] of listElements(logic, 'input').entries()) {
    const expression = findElement(input, 'inputExpression');
    const shape = types.find(expression && findText(expression, 'typeRef'));
    if (typeof shape === 'string') return shape;
    const allowedValues = findText(input, 'inputValues') ?? shape.allowedValues;
    const label = findText(input, 'label');
    inputs.push({
      id: input.id ?? `input-${index + 1}`, expression: (expression && findText(expression, 'text')) ?? '',
      ...(label !== undefined && { label }), ...(shape.type !== 'any' && shape.list !== true && { type: shape.type }), ...(allowedValues !== undefined && { allowedValues }),
    });
  }
  return inputs;
}

function readOutputs(logic: ModdleElement, decision: { readonly name: string; readonly shape: ValueShape }, types: DmnTypes): TableOutput[] | string {
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
      id: output.id ?? `output-${index + 1}`, name: name === '' && columns.length === 1 ? decision.name : name, type: shape.list === true ? 'any' : shape.type,
      ...(label !== undefined && { label }), ...(allowedValues !== undefined && { allowedValues }), ...(defaultValue !== undefined && { defaultValue }),
    });
  }
  return outputs;
}

function readRule(rule: ModdleElement, index: number): TableRule {
  const texts = (property: string): string[] => listElements(rule, property).map((entry) => findText(entry, 'text') ?? '');
  const annotation = [findText(rule, 'description'), ...texts('annotationEntry')].filter((text) => text !== undefined && text !== '').join('；');
  return { id: rule.id ?? `rule-${index + 1}`, inputs: texts('inputEntry'), outputs: texts('outputEntry'), ...(annotation !== '' && { annotation }) };
}
