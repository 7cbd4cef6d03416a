import { DmnModdle } from 'dmn-moddle';
import type { Decision, RuleInput, RuleSet, ValueShape } from '@tongban/decision-tables';
import { findElement, findText, listElements, type ModdleElement, nameOf } from './element.ts';
import { idOf, isOptional, isOwn } from './own.ts';
import { readTable } from './read-table.ts';
import { type DmnTypes, readTypes } from './read-types.ts';

/** A part of a model that a rule set has no place for, and why; decisions that need it are left out as well. */
export interface LeftOut {
  readonly name: string;
  readonly reason: string;
}

export type ReadDmnResult =
  | { readonly ok: true; readonly name: string; readonly ruleSet: RuleSet; readonly leftOut: readonly LeftOut[] }
  | { readonly ok: false; readonly message: string };

const MAXIMUM_LENGTH = 2_000_000;
const MODEL = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
/** DMN 1.2, 1.4 and 1.5 write what is read here as 1.3 does. */
const OTHER_MODELS = /http(?:s)?:\/\/www\.omg\.org\/spec\/DMN\/(?:20180521|20211108|20230324|20240513)\/MODEL\//g;

interface Reading {
  readonly definitions: ModdleElement;
  readonly types: DmnTypes;
  readonly byId: ReadonlyMap<string, ModdleElement>;
  readonly leftOut: LeftOut[];
}

/**
 * Reads DMN XML (1.2 to 1.5): input data, item definitions, decision tables and literal expressions. What a rule set cannot
 * hold is left out by name. Whether cells and expressions are right is for `compileRuleSet` to say.
 */
export async function readDmn(xml: string): Promise<ReadDmnResult> {
  if (xml.length > MAXIMUM_LENGTH) return { ok: false, message: `文件不能超过 ${MAXIMUM_LENGTH / 1_000_000} 兆字符。` };
  const parsed = await parse(xml);
  if (parsed === undefined) return { ok: false, message: '文件不是可以识别的 DMN（1.2 至 1.5），请检查导出格式。' };
  const { definitions, illegalIds } = parsed;
  const elements = listElements(definitions, 'drgElement');
  const byId = new Map(elements.map((element) => [element.id ?? '', element]));
  const reading: Reading = { definitions, types: readTypes(definitions), byId, leftOut: illegalIds.map((name) => ({ name, reason: '标识（id）只能用英文字母、数字、“-”和“_”，无法读入' })) };
  const inputs = elements.filter(({ $type }) => $type === 'dmn:InputData').flatMap((element) => readInput(reading, element));
  const decisions = elements.filter(({ $type }) => $type === 'dmn:Decision').flatMap((element) => readDecision(reading, element));
  const whole = keepWhole(reading, { inputs, decisions });
  const ruleSet = isOwn(definitions) ? whole : withOptional(whole);
  return { ok: true, name: nameOf(definitions), ruleSet, leftOut: reading.leftOut };
}

async function parse(xml: string): Promise<{ definitions: ModdleElement; illegalIds: readonly string[] } | undefined> {
  try {
    const { rootElement, warnings } = await new DmnModdle().fromXML(xml.replace(OTHER_MODELS, MODEL));
    const illegalIds = warnings.flatMap(({ message }) => /illegal ID <([^>]*)>/.exec(message)?.[1] ?? []);
    return rootElement.$type === 'dmn:Definitions' ? { definitions: rootElement, illegalIds } : undefined;
  } catch {
    return undefined;
  }
}

function leaveOut(reading: Reading, element: ModdleElement, reason: string): [] {
  reading.leftOut.push({ name: nameOf(element), reason });
  return [];
}

function shapeOf(reading: Reading, element: ModdleElement): ValueShape | string {
  const variable = findElement(element, 'variable');
  return reading.types.find(variable && findText(variable, 'typeRef'));
}

function readInput(reading: Reading, element: ModdleElement): RuleInput[] {
  const shape = shapeOf(reading, element);
  if (typeof shape === 'string') return leaveOut(reading, element, `没有类型 ${shape}`);
  const label = findText(element, 'label');
  return [{ ...shape, id: idOf(element, nameOf(element)), name: nameOf(element), ...(label !== undefined && { label }), ...(isOptional(element) && { optional: true }) }];
}

function readDecision(reading: Reading, element: ModdleElement): Decision[] {
  if (listElements(element, 'knowledgeRequirement').length > 0) return leaveOut(reading, element, '调用业务知识模型或决策服务');
  const requires = readRequirements(reading, element);
  if (requires === undefined) return leaveOut(reading, element, '依赖别的文件里的模型');
  const logic = findElement(element, 'decisionLogic');
  if (logic === undefined) return leaveOut(reading, element, '没有决策表或表达式，或是 DMN 1.4 以后的框式表达式');
  const shape = shapeOf(reading, element);
  const label = findText(element, 'label');
  const shared = { id: idOf(element, nameOf(element)), name: nameOf(element), ...(label !== undefined && { label }), requires };
  if (logic.$type === 'dmn:LiteralExpression') {
    const expression = findText(logic, 'text') ?? '';
    const known: ValueShape = typeof shape === 'string' ? { type: 'any' } : shape;
    const optional = isOwn(reading.definitions) ? isOptional(element) : /\bnull\b/.test(expression);
    return [{ ...shared, logic: { ...known, kind: 'expression', expression, ...(optional && { optional }) } }];
  }
  if (logic.$type !== 'dmn:DecisionTable') return leaveOut(reading, element, `框式表达式 ${logic.$type.replace('dmn:', '')}`);
  const table = readTable(logic, { name: shared.name, shape: typeof shape === 'string' ? { type: 'any' } : shape, own: isOwn(reading.definitions) }, reading.types);
  return typeof table === 'string' ? leaveOut(reading, element, `没有类型 ${table}`) : [{ ...shared, logic: table }];
}

/** Names of what a decision requires; undefined when one is not in this file. */
function readRequirements(reading: Reading, element: ModdleElement): string[] | undefined {
  const names: string[] = [];
  for (const requirement of listElements(element, 'informationRequirement')) {
    const target = findElement(requirement, 'requiredInput') ?? findElement(requirement, 'requiredDecision');
    const href = target && findText(target, 'href');
    // A reference may name its own model in full.
    const [space = '', id = ''] = href?.split('#') ?? [];
    const own = space === '' || space === findText(reading.definitions, 'namespace');
    const found = own ? reading.byId.get(id) : undefined;
    if (found === undefined) return undefined;
    names.push(nameOf(found));
  }
  return [...new Set(names)];
}

/** Leaves out decisions that need something left out. */
function keepWhole(reading: Reading, ruleSet: RuleSet): RuleSet {
  const names = new Set([...ruleSet.inputs, ...ruleSet.decisions].map(({ name }) => name));
  const [whole, broken] = [ruleSet.decisions.filter((decision) => decision.requires.every((name) => names.has(name))), ruleSet.decisions.filter((decision) => !decision.requires.every((name) => names.has(name)))];
  if (broken.length === 0) return ruleSet;
  for (const { name, requires } of broken) reading.leftOut.push({ name, reason: `依赖没有读入的“${requires.find((required) => !names.has(required)) ?? ''}”` });
  return keepWhole(reading, { ...ruleSet, decisions: whole });
}

/** DMN lets every value be null. A rule set asks for it by name: where a cell or an expression that reads it speaks of null. */
function withOptional(ruleSet: RuleSet): RuleSet {
  const asks = (name: string): boolean => ruleSet.decisions.some(({ requires, logic }) => {
    if (!requires.includes(name)) return false;
    if (logic.kind === 'expression') return logic.optional === true;
    return logic.inputs.some((input) => input.optional === true && (input.expression === name || input.expression.startsWith(`${name}.`)));
  });
  return { ...ruleSet, inputs: ruleSet.inputs.map((input) => (asks(input.name) ? { ...input, optional: true } : input)) };
}
