import { findShape, resultShape, toNameType, typeLabels, type ValueShape } from '@tongban/decision-tables';
import { compile, type ExpressionForm, type NameType } from '@tongban/expressions';
import { FORM_FUNCTIONS } from '@tongban/form-model';
import type { Vocabulary, Word } from '../../../shared/expression/suggest.ts';
import type { RuleSetContent } from '@tongban/server/src/kernel/rules/contract.ts';
import { labelOf, replaceDecision, type RuleDecision, type TableInput, type TableOutput } from './draft.ts';

/** The shapes of what a decision may read: every input, and every decision that does not itself read it. */
export function readableShapes({ inputs, decisions }: RuleSetContent, decisionId: string): ReadonlyMap<string, ValueShape> {
  const self = decisions.find(({ id }) => id === decisionId);
  const others = decisions.filter(({ name }) => self === undefined || !reaches(decisions, name, self.name));
  return new Map<string, ValueShape>([...inputs.map((input): [string, ValueShape] => [input.name, input]), ...others.map((decision): [string, ValueShape] => [decision.name, resultShape(decision)])]);
}

/** Whether a decision stands on another, or is it. */
function reaches(decisions: readonly RuleDecision[], from: string, to: string, seen: ReadonlySet<string> = new Set()): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  const requires = decisions.find(({ name }) => name === from)?.requires ?? [];
  return requires.some((name) => reaches(decisions, name, to, new Set([...seen, from])));
}

/** Names with their types, as expressions are compiled. */
export function nameTypes(shapes: ReadonlyMap<string, ValueShape>): Readonly<Record<string, NameType>> {
  return Object.fromEntries([...shapes].map(([name, shape]) => [name, toNameType(shape)]));
}

/** Names to offer while an expression is typed, the fields of records among them. */
export function nameWords(shapes: ReadonlyMap<string, ValueShape>): readonly Word[] {
  const words = (path: string, shape: ValueShape): Word[] => [
    { text: path, detail: `${typeLabels[shape.type]}${shape.list === true ? '的列表' : ''}` },
    ...(shape.list === true ? [] : (shape.fields ?? []).flatMap((field) => words(`${path}.${field.name}`, field))),
  ];
  return [...shapes].filter(([name]) => name !== '').flatMap(([name, shape]) => words(name, shape));
}

/** The values of a list such as `"甲", "乙"`; none for anything else. */
export function listedValues(allowed: string | undefined): readonly string[] {
  if (allowed === undefined || !/^\s*("[^"]*"|-?\d+(\.\d+)?)(\s*,\s*("[^"]*"|-?\d+(\.\d+)?))*\s*$/.test(allowed)) return [];
  return allowed.match(/"[^"]*"|-?\d+(?:\.\d+)?/g) ?? [];
}

/** Values to offer where a value of this shape is tested or given. */
export function valueWords({ type, allowedValues }: Pick<ValueShape, 'type' | 'allowedValues'>): readonly Word[] {
  if (type === 'boolean') return [{ text: 'true', detail: '是' }, { text: 'false', detail: '否' }];
  return listedValues(allowedValues).map((text) => ({ text, detail: '允许的值' }));
}

/** The shape that a condition column tests: what it declares, otherwise what its expression names. */
export function columnShape(column: TableInput, shapes: ReadonlyMap<string, ValueShape>): ValueShape {
  const named = findShape(column.expression.trim(), shapes);
  const allowedValues = column.allowedValues ?? named?.allowedValues;
  return { type: column.type ?? named?.type ?? 'any', ...(named?.list === true && { list: true }), ...(allowedValues !== undefined && { allowedValues }), ...((column.optional ?? named?.optional) === true && { optional: true }) };
}

export function columnLabel(column: TableInput, content: RuleSetContent): string {
  if (column.label !== undefined && column.label.trim() !== '') return column.label;
  const input = content.inputs.find(({ name }) => name === column.expression.trim());
  return input ? labelOf(input) : column.expression;
}

export function cellVocabulary(column: { input: TableInput } | { output: TableOutput }, shapes: ReadonlyMap<string, ValueShape>): Vocabulary {
  const shape = 'input' in column ? columnShape(column.input, shapes) : column.output;
  return { names: nameWords(shapes), values: valueWords(shape) };
}

/** The names out of `known` that an expression reads; none when it cannot be read. */
function namesIn(source: string, known: Readonly<Record<string, NameType>>, form: ExpressionForm): readonly string[] {
  if (source.trim() === '' || source.trim() === '-') return [];
  const result = compile(source, { names: known, functions: FORM_FUNCTIONS, form });
  return result.ok ? result.expression.names : [];
}

/** A decision with everything in `requires` that its expressions and cells read by now; what it had stays. */
export function withRequirements(content: RuleSetContent, decisionId: string): RuleSetContent {
  const known = nameTypes(readableShapes(content, decisionId));
  return replaceDecision(content, decisionId, (decision) => {
    const { logic } = decision;
    const read = logic.kind === 'expression' ? namesIn(logic.expression, known, 'expression') : [
      ...logic.inputs.flatMap(({ expression }) => namesIn(expression, known, 'expression')),
      ...logic.rules.flatMap((rule) => [...rule.inputs.flatMap((cell) => (isPlain(cell) ? [] : namesIn(cell, known, 'tests'))), ...rule.outputs.flatMap((cell) => (isPlain(cell) ? [] : namesIn(cell, known, 'expression')))]),
    ];
    const added = [...new Set(read)].filter((name) => Object.hasOwn(known, name) && !decision.requires.includes(name));
    return added.length === 0 ? decision : { ...decision, requires: [...decision.requires, ...added] };
  });
}

/** A cell in which no name can stand: nothing but texts, numbers and signs. */
function isPlain(cell: string): boolean {
  return !/[\p{L}_]/u.test(cell.replace(/"[^"]*"/g, '').replace(/\b(true|false|null|not|date)\b/g, ''));
}
