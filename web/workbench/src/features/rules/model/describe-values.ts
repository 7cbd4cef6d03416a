import { formatValue, resultShape, type ValueShape } from '@tongban/decision-tables';
import type { RuleSetContent, RuleTestCase } from '@tongban/server/src/kernel/rules/contract.ts';
import { labelOf } from './draft.ts';

/** Values by name in the order in which they are declared, in words; names that nothing has any more stand last. */
function describe(declared: readonly { readonly name: string; readonly label: string; readonly shape: ValueShape }[], values: Readonly<Record<string, unknown>>): string {
  const known = declared.filter(({ name }) => Object.hasOwn(values, name)).map(({ name, label, shape }) => `${label} ${describeValue(values[name], shape)}`);
  const unknown = Object.keys(values).filter((name) => !declared.some((one) => one.name === name)).map((name) => `${name} ${formatValue(values[name])}`);
  return [...known, ...unknown].join('，');
}

function describeValue(value: unknown, shape: ValueShape): string {
  const fields = shape.fields ?? [];
  if (shape.list === true || fields.length === 0 || typeof value !== 'object' || value === null) return formatValue(value, shape.type);
  return describe(fields.map((field) => ({ name: field.name, label: labelOf(field), shape: field })), Object.fromEntries(Object.entries(value)));
}

/** What the rules are told. */
export function describeInputs({ inputs }: RuleSetContent, values: Readonly<Record<string, unknown>>): string {
  return describe(inputs.map((input) => ({ name: input.name, label: labelOf(input), shape: input })), values);
}

/** What comes of it, decision by decision. */
export function describeResults({ decisions }: RuleSetContent, values: Readonly<Record<string, unknown>>): string {
  return describe(decisions.map((decision) => ({ name: decision.name, label: labelOf(decision), shape: resultShape(decision) })), values);
}

export function describeTestCase(content: RuleSetContent, { inputs, expected, failure }: Pick<RuleTestCase, 'inputs' | 'expected' | 'failure'>): string {
  return `${describeInputs(content, inputs)} → ${failure ?? describeResults(content, expected)}`;
}
