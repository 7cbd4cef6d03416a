import { compile, vetPattern } from '@tongban/expressions';
import { isIdentityDocumentType } from '@tongban/identifiers';
import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { Value } from 'typebox/value';
import { checkLayout } from './check-layout.ts';
import { compileForm } from './compile-form.ts';
import { FormDefinition } from './definition.ts';
import type { DefinitionProblem } from './definition-problem.ts';
import { describeCircle } from './describe-circle.ts';
import { type Check, FIELD_SCHEMAS, type Field, type Option } from './field-schemas.ts';
import { columnsOf, findField, listFields, listPlacedFields, nodeId } from './list-fields.ts';
import { ownValue } from './reading.ts';

/**
 * Checks a form definition before it is used: shape, ids, layout, choices, patterns, names in expressions, circles of
 * conditions or computations. Returns every problem found, none when the form can be published (FRM-01, FRM-03).
 */
export function checkDefinition(definition: unknown): readonly DefinitionProblem[] {
  if (!isFormDefinition(definition)) {
    const shape = explainShape(definition);
    return shape.length > 0 ? shape : [problem('', 'shape', '表单定义的结构不对。')];
  }
  const own = [...checkIds(definition), ...checkLayout(definition), ...listPlacedFields(definition).flatMap(({ field }) => checkField(field)), ...checkRules(definition)];
  return own.some((found) => found.code === 'duplicate-id') ? own : [...own, ...checkExpressions(definition)];
}

let validator: Validator | undefined;

/**
 * Whether a value has the shape of a form definition. Compiled at first use: a nightly check of a whole city asks it of some
 * ten thousand forms, and the schema interpreted costs a hundred times as much.
 */
export function isFormDefinition(definition: unknown): definition is FormDefinition {
  validator ??= Compile(FormDefinition);
  return validator.Check(definition);
}

function problem(path: string, code: string, message: string, fieldId?: string): DefinitionProblem {
  return { path, code, message, ...(fieldId === undefined ? {} : { fieldId }) };
}

/** What is wrong with a shape: each field against the schema of its own type first, since a union of twenty types explains nothing. */
function explainShape(definition: unknown): DefinitionProblem[] {
  const found: DefinitionProblem[] = [];
  const visit = (field: unknown, path: string, inTable: boolean): void => {
    const type = ownValue(field, 'type');
    const schema = typeof type === 'string' && Object.hasOwn(FIELD_SCHEMAS, type) ? FIELD_SCHEMAS[type] : undefined;
    if (schema === undefined) found.push(problem(path, 'unknown-field-type', `没有“${String(type)}”这种字段类型。`));
    else if (inTable && type === 'table') found.push(problem(path, 'table-in-table', '表格里不能再放表格，请改成并列的两个表格。'));
    else if (type === 'table') listOf(ownValue(field, 'columns')).forEach((column, index) => visit(column, `${path}.columns[${index}]`, true));
    if (schema !== undefined && found.length === 0) found.push(...describeErrors(schema, field, path));
  };
  listOf(ownValue(definition, 'sections')).forEach((section, s) => {
    listOf(ownValue(section, 'rows')).forEach((row, r) => {
      listOf(ownValue(row, 'cells')).forEach((cell, c) => {
        if (ownValue(cell, 'kind') === 'field') visit(ownValue(cell, 'field'), `sections[${s}].rows[${r}].cells[${c}].field`, false);
      });
    });
  });
  return found.length > 0 ? found : describeErrors(FormDefinition, definition, '');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function describeErrors(schema: TSchema, value: unknown, path: string): DefinitionProblem[] {
  return [...Value.Errors(schema, value)].filter((error) => error.keyword !== 'boolean').slice(0, 5).map((error) => {
    const place = `${path}${error.instancePath.replace(/\/(\d+)/g, '[$1]').replace(/\//g, '.')}`.replace(/^\./, '');
    return problem(place, 'shape', `“${place || '表单'}”的写法不对：${error.message}。`);
  });
}

/** Words FEEL or the evaluation of forms keeps for itself. */
const RESERVED = new Set(['today', 'item', 'partial', 'if', 'then', 'else', 'for', 'in', 'return', 'some', 'every', 'satisfies', 'and', 'or', 'not', 'between', 'instance', 'of', 'true', 'false', 'null', 'function', 'external', 'date', 'time', 'duration']);

function checkIds(definition: FormDefinition): DefinitionProblem[] {
  const seen = new Set(definition.parameters ?? []);
  const fields = listPlacedFields(definition).flatMap(({ field }) => {
    const found = seen.has(field.id) ? [problem(field.id, 'duplicate-id', `字段标识“${field.id}”重复，每个字段和列都要有自己的标识。`, field.id)] : [];
    seen.add(field.id);
    const usable = !RESERVED.has(field.id) && compile(`${field.id} = null`, { names: [field.id] }).ok;
    return usable ? found : [...found, problem(field.id, 'reserved-id', `“${field.id}”是表达式的保留字，请换一个字段标识。`, field.id)];
  });
  const sections = definition.sections.map((section) => section.id);
  const repeated = sections.filter((id, index) => sections.indexOf(id) !== index);
  return [...fields, ...repeated.map((id) => problem(id, 'duplicate-id', `分组标识“${id}”重复。`))];
}

/** Kinds of field whose answer only a person can give. */
const UNCOMPUTABLE: ReadonlySet<Field['type']> = new Set(['table', 'attachment', 'image', 'signature']);

function checkField(field: Field): DefinitionProblem[] {
  const at = (code: string, message: string): DefinitionProblem => problem(field.id, code, message, field.id);
  const found: DefinitionProblem[] = [];
  if (field.computed !== undefined && UNCOMPUTABLE.has(field.type)) {
    found.push(at('not-computable', `“${field.label}”这种字段不能自动计算。`));
  }
  if (field.type === 'choice' || field.type === 'choices') found.push(...checkChoices(field.options, field.dictionary).map((message) => at('options', `“${field.label}”${message}`)));
  if (field.type === 'text' && field.pattern !== undefined) {
    const verdict = vetPattern(field.pattern, { inputLength: field.maxLength ?? 200 });
    if (!verdict.ok) found.push(at(verdict.code, `“${field.label}”：${verdict.message}`));
    if (field.patternMessage === undefined) found.push(at('pattern-message', `“${field.label}”有格式规则，请写明不符时怎么提示。`));
  }
  if (field.type === 'identityDocument' && field.documentTypes?.some((type) => !isIdentityDocumentType(type)) === true) {
    found.push(at('unknown-document-type', `“${field.label}”里有系统不认识的证件类型代码。`));
  }
  const [least, most] = boundsOf(field);
  if (least !== undefined && most !== undefined && least > most) found.push(at('empty-range', `“${field.label}”的下限大于上限，谁也填不了。`));
  return found;
}

function checkChoices(options: readonly Option[] | undefined, dictionary: string | undefined): string[] {
  if ((options === undefined) === (dictionary === undefined)) return ['要么列出选项，要么指定字典，二者选一。'];
  const values = (options ?? []).map((option) => option.value);
  return new Set(values).size < values.length ? ['有两个选项的值相同。'] : [];
}

function boundsOf(field: Field): readonly [number | string | undefined, number | string | undefined] {
  switch (field.type) {
    case 'number':
    case 'money':
      return [field.minimum, field.maximum];
    case 'date':
    case 'dateRange':
      return field.minimum === 'today' || field.maximum === 'today' ? [undefined, undefined] : [field.minimum, field.maximum];
    case 'text':
    case 'multiline':
      return [field.minLength, field.maxLength];
    case 'choices':
      return [field.minimumChoices, field.maximumChoices];
    case 'table':
      return [field.minimumRows, field.maximumRows];
    default:
      return [undefined, undefined];
  }
}

/** Rules over several answers must point at fields that exist. */
function checkRules(definition: FormDefinition): DefinitionProblem[] {
  const top = new Set(listFields(definition).map((field) => field.id));
  const unknownIn = (checks: readonly Check[], known: ReadonlySet<string>): DefinitionProblem[] => checks.flatMap((check) =>
    check.fieldIds.filter((id) => !known.has(id)).map((id) => problem(check.id, 'unknown-field', `校验规则“${check.id}”指向的字段“${id}”不存在。`)));
  const inRows = listFields(definition).flatMap((field) => (field.type === 'table' ? unknownIn(field.checks ?? [], new Set(columnsOf(field).map((column) => column.id))) : []));
  return [...unknownIn(definition.checks ?? [], top), ...inRows];
}

function checkExpressions(definition: FormDefinition): DefinitionProblem[] {
  const { problems, cycle, rules } = compileForm(definition);
  const found = problems.map(({ place, fieldId, problem: { code, message } }) => problem(place, code, `${wordsOf(definition, place, fieldId)}：${message}`, fieldId));
  if (cycle === undefined) return found;
  const labels = new Map(listPlacedFields(definition).map((placed) => [nodeId(placed), placed.field.label]));
  const message = describeCircle(cycle, rules, (id) => labels.get(id) ?? findField(definition, id)?.label ?? id);
  // A column is told by its own id, as everywhere in problems.
  const first = cycle[0]?.split('.').at(-1) ?? '';
  return [...found, problem(cycle[0] ?? '', 'circular', message, first)];
}

const RULE_WORDS: Readonly<Record<string, string>> = { visibleWhen: '显示条件', requiredWhen: '必填条件', readOnlyWhen: '只读条件', computed: '自动计算', expression: '校验' };

/** A place such as `income.visibleWhen` as people call it. */
function wordsOf(definition: FormDefinition, place: string, fieldId: string | undefined): string {
  const dot = place.lastIndexOf('.');
  const [id, rule] = [place.slice(0, dot), RULE_WORDS[place.slice(dot + 1)] ?? '规则'];
  const field = fieldId === undefined ? undefined : listPlacedFields(definition).find((placed) => placed.field.id === fieldId)?.field;
  const check = [...definition.checks ?? [], ...listFields(definition).flatMap((one) => (one.type === 'table' ? one.checks ?? [] : []))].find((one) => one.id === id);
  const called = field?.label ?? check?.message ?? definition.sections.find((section) => section.id === id)?.title ?? id;
  return `“${called}”的${rule}`;
}
