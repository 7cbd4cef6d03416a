import { checkRuleSet, compileRuleSet, evaluateRuleSet, type CompiledRuleSet, type RuleSet, type TableRule } from '@tongban/decision-tables';
import { medianOf } from './lib/figures.ts';

export interface RuleFigures {
  /** Evaluations of a table of 200 rows a second, inputs checked and the trace of what fitted kept. */
  readonly evaluationsPerSecond: number;
  /** Milliseconds that the check for gaps and overlaps of the same table takes. */
  readonly checkMs: number;
}

const kinds = ['低保', '特困', '低收入', '残疾', '普通'];

/** A subsidy by age, income, kind and whether there is a home: 200 rules, complete and without overlaps. */
export const subsidyRules: RuleSet = {
  inputs: [
    { id: 'age', name: '年龄', type: 'integer', allowedValues: '[0..150]' },
    { id: 'income', name: '月收入', label: '月收入（分）', type: 'integer', allowedValues: '>= 0' },
    { id: 'kind', name: '类别', type: 'text', allowedValues: kinds.map((kind) => `"${kind}"`).join(', ') },
    { id: 'home', name: '有房', type: 'boolean' },
  ],
  decisions: [{
    id: 'subsidy', name: '补贴', requires: ['年龄', '月收入', '类别', '有房'], logic: {
      kind: 'table', hitPolicy: 'U',
      inputs: [{ id: 'c1', expression: '年龄' }, { id: 'c2', expression: '月收入' }, { id: 'c3', expression: '类别' }, { id: 'c4', expression: '有房' }],
      outputs: [{ id: 'o1', name: '补贴', type: 'integer' }],
      rules: listRules(),
    },
  }],
};

function listRules(): TableRule[] {
  const ages = ['< 18', '[18..60)', '[60..80)', '>= 80'];
  const incomes = ['< 50000', '[50000..100000)', '[100000..200000)', '[200000..400000)', '>= 400000'];
  const cells = ages.flatMap((age) => incomes.flatMap((income) => kinds.flatMap((kind) => ['true', 'false'].map((home) => [age, income, `"${kind}"`, home]))));
  return cells.map((inputs, index) => ({ id: `r${index}`, inputs, outputs: [String(index * 100)] }));
}

/** Measures the compiled table alone: no database, every input different from the one before. */
export function measureRules(): RuleFigures {
  const result = compileRuleSet(subsidyRules);
  if (!result.ok) throw new Error('the measured table does not compile');
  measureRound(result.compiled);
  const evaluations = Array.from({ length: 5 }, () => measureRound(result.compiled));
  const checks = Array.from({ length: 5 }, () => {
    const from = performance.now();
    if (checkRuleSet(result.compiled).length > 0) throw new Error('the measured table is not complete');
    return performance.now() - from;
  });
  return { evaluationsPerSecond: medianOf(evaluations), checkMs: medianOf(checks) };
}

function measureRound(compiled: CompiledRuleSet): number {
  const count = 100_000;
  const from = performance.now();
  for (let index = 0; index < count; index += 1) {
    const values = { 年龄: index % 120, 月收入: (index * 7_919) % 500_000, 类别: kinds[index % kinds.length], 有房: index % 2 === 0 };
    if (!evaluateRuleSet(compiled, values).ok) throw new Error('the measured table has a gap');
  }
  return Math.round((count / (performance.now() - from)) * 1_000);
}
