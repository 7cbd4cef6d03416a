import { compile, type Expression, type ExpressionFunctions, orderByDependency } from '@tongban/expressions';
import type { CellTest } from './compile-cell.ts';
import { type CompiledTable, compileTable } from './compile-table.ts';
import { RULE_LIMITS } from './limits.ts';
import { problemsAt, type RulePlace, type RuleProblem } from './problem.ts';
import { compileAllowed, labelOf, type Reading } from './reading.ts';
import type { Decision, LiteralExpression, RuleInput, RuleSet, ValueShape } from './rule-set.ts';
import { toNameType } from './values.ts';

export interface CompiledLiteral {
  readonly kind: 'expression';
  readonly definition: LiteralExpression;
  readonly expression: Expression;
  readonly allowed: CellTest;
}

export interface CompiledDecision {
  readonly definition: Decision;
  readonly label: string;
  readonly logic: CompiledTable | CompiledLiteral;
}

export interface CompiledInput {
  readonly definition: RuleInput;
  readonly label: string;
  readonly allowed: CellTest;
}

/** A rule set ready to run and to check: immutable, safe to share and to keep. */
export interface CompiledRuleSet {
  readonly inputs: ReadonlyMap<string, CompiledInput>;
  /** By name, each after those it requires. */
  readonly decisions: ReadonlyMap<string, CompiledDecision>;
  readonly functions: ExpressionFunctions;
}

export type CompileRuleSetResult =
  | { readonly ok: true; readonly compiled: CompiledRuleSet }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] };

export interface CompileRuleSetOptions {
  /** Functions lent to every expression, such as working-day arithmetic; keep one object, it is part of the cache key. */
  readonly functions?: ExpressionFunctions;
}

const NO_FUNCTIONS: ExpressionFunctions = Object.freeze({});

/**
 * Compiles a rule set, or says in Chinese everything that is wrong with it and where: names, cells, circles, and work that
 * no bound on the input would bound. Source: OMG DMN 1.3, 6 and 8; DEC-02.
 */
export function compileRuleSet(ruleSet: RuleSet, options: CompileRuleSetOptions = {}): CompileRuleSetResult {
  const functions = options.functions ?? NO_FUNCTIONS;
  const problems = [...checkNames(ruleSet), ...checkSizes(ruleSet)];
  const order = orderDecisions(ruleSet, problems);
  if (problems.length > 0) return { ok: false, problems };
  let work = 0;
  const count = (expression: Expression): void => { work += expression.quick ? 0 : workOf(expression.loopDepth); };
  const inputs = new Map(ruleSet.inputs.map((input) => [input.name, compileInput(input, functions, problems, count)]));
  const decisions = new Map<string, CompiledDecision>();
  const shapes = new Map<string, ValueShape>(ruleSet.inputs.map((input) => [input.name, input]));
  for (const decision of order) {
    const required = new Map(decision.requires.flatMap((name): [string, ValueShape][] => {
      const shape = shapes.get(name);
      return shape === undefined ? [] : [[name, shape]];
    }));
    const names = Object.fromEntries([...required].map(([name, shape]) => [name, toNameType(shape)]));
    const reading: Reading = { place: { decision: decision.name }, names, functions, problems, shapes: required, count };
    const logic = decision.logic.kind === 'table' ? compileTable(decision.logic, reading) : compileLiteral(decision.logic, reading);
    shapes.set(decision.name, resultShape(decision));
    if (logic !== undefined) decisions.set(decision.name, { definition: decision, label: labelOf(decision), logic });
  }
  if (work > RULE_LIMITS.work) {
    problems.push({ code: 'too-much-work', message: '自由表达式太多，或循环套得太深，运行一次会太慢。请把条件改成比较、区间或列举，或把循环移到一个单独的决策。' });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, compiled: { inputs, decisions, functions } };
}

function workOf(loopDepth: number): number {
  return loopDepth >= 2 ? 1_000 : loopDepth === 1 ? 20 : 1;
}

function compileInput(input: RuleInput, functions: ExpressionFunctions, problems: RuleProblem[], count: (expression: Expression) => void): CompiledInput {
  const allowed = compileAllowed(input, { functions, problems, place: { input: input.name }, count });
  return { definition: input, label: labelOf(input), allowed };
}

function compileLiteral(definition: LiteralExpression, reading: Reading): CompiledLiteral | undefined {
  const compiled = compile(definition.expression, { names: reading.names, functions: reading.functions });
  const allowed = compileAllowed(definition, reading);
  if (!compiled.ok) {
    reading.problems.push(...problemsAt(reading.place, compiled.problems));
    return undefined;
  }
  reading.count(compiled.expression);
  return { kind: 'expression', definition, expression: compiled.expression, allowed };
}

/** What the decisions that require this one see of it. */
export function resultShape({ logic }: Pick<Decision, 'logic'>): ValueShape {
  if (logic.kind === 'expression') return logic;
  const [only] = logic.outputs;
  if (logic.hitPolicy === 'C#') return { type: 'integer' };
  if (only === undefined) return { type: 'any' };
  const list = logic.hitPolicy === 'R' || logic.hitPolicy === 'O' || logic.hitPolicy === 'C';
  // A sum, or a default, may be none of the values that single rules give.
  if (logic.hitPolicy.startsWith('C') && !list) return { type: only.type };
  const shape: ValueShape = logic.outputs.length === 1 ? only : { type: 'record', fields: logic.outputs };
  return { ...shape, ...(list && { list }) };
}

function checkNames(ruleSet: RuleSet): RuleProblem[] {
  const problems: RuleProblem[] = [];
  const seen = new Set<string>();
  const named: { name: string; place: RulePlace }[] = [
    ...ruleSet.inputs.map(({ name }) => ({ name, place: { input: name } })),
    ...ruleSet.decisions.map(({ name }) => ({ name, place: { decision: name } })),
  ];
  for (const { name, place } of named) {
    if (name.trim() === '') problems.push({ ...place, code: 'name-missing', message: '输入和决策都要有名称。' });
    else if (name.length > RULE_LIMITS.nameLength) problems.push({ ...place, code: 'name-too-long', message: `名称不能超过 ${RULE_LIMITS.nameLength} 个字符。` });
    else if (seen.has(name)) problems.push({ ...place, code: 'name-repeated', message: `名称“${name}”重复，请改一个。` });
    seen.add(name);
  }
  for (const decision of ruleSet.decisions) {
    for (const name of decision.requires) {
      if (!seen.has(name)) problems.push({ decision: decision.name, code: 'unknown-requirement', message: `决策“${labelOf(decision)}”依赖的“${name}”不存在。` });
    }
  }
  return problems;
}

function checkSizes({ inputs, decisions }: RuleSet): RuleProblem[] {
  const problems: RuleProblem[] = [];
  if (decisions.length === 0) problems.push({ code: 'no-decision', message: '规则集里还没有决策，请先添加一个决策表或表达式。' });
  if (inputs.length > RULE_LIMITS.inputs) problems.push({ code: 'too-many-inputs', message: `输入不能超过 ${RULE_LIMITS.inputs} 个。` });
  if (decisions.length > RULE_LIMITS.decisions) problems.push({ code: 'too-many-decisions', message: `决策不能超过 ${RULE_LIMITS.decisions} 个。` });
  return problems;
}

function orderDecisions(ruleSet: RuleSet, problems: RuleProblem[]): readonly Decision[] {
  const byName = new Map(ruleSet.decisions.map((decision) => [decision.name, decision]));
  const order = orderByDependency(new Map(ruleSet.decisions.map(({ name, requires }) => [name, new Set(requires)])));
  if (order.ok) return order.order.flatMap((name) => byName.get(name) ?? []);
  const labels = order.cycle.map((name) => `“${labelOf(byName.get(name) ?? { name })}”`);
  problems.push({ decision: order.cycle[0] ?? '', code: 'circle', message: `决策互相依赖，成了一个圈：${labels.join(' → ')}。` });
  return [];
}
