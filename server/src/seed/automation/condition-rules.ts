import type { RuleSetContent } from '../../kernel/rules/contract.ts';
import type { DepartmentName } from '../content/index.ts';
import type { SeedRuleSet } from '../rules/seed-rule-set.ts';

type ValueType = RuleSetContent['inputs'][number]['type'];

/** Conditions of an item as rows that name what is wrong: an application that fits none of them may be decided by itself. */
interface Sketch {
  readonly code: string;
  readonly name: string;
  readonly department: DepartmentName;
  readonly legalBasis: string;
  readonly inputs: Readonly<Record<string, ValueType>>;
  /** What the columns look at: inputs by name, or an expression with the type that it gives. */
  readonly columns: readonly (string | readonly [expression: string, label: string, type: ValueType])[];
  /** Cells, what is wrong, and the clause. */
  readonly wrong: readonly (readonly [cells: readonly string[], problem: string, basis?: string])[];
  /** Values that nothing is wrong with, and changes of them with the problems that they lead to. */
  readonly good: Readonly<Record<string, unknown>>;
  readonly bad: readonly (readonly [name: string, change: Readonly<Record<string, unknown>>, problems: readonly string[]])[];
}

/** Makes a rule set of two decisions: 问题清单 lists what is wrong, 办理方式 lets the platform decide only where nothing is. */
export function conditionRules({ code, name, department, legalBasis, inputs, columns, wrong, good, bad }: Sketch): SeedRuleSet {
  const names = Object.keys(inputs);
  return {
    department,
    ruleSet: {
      code, name, legalBasis, description: '逐项列出不符合的条件。没有问题的可以自动办理；有问题的一律转人工，由工作人员核实后决定。',
      content: {
        inputs: Object.entries(inputs).map(([input, type], index) => ({ id: `i${index + 1}`, name: input, type })),
        decisions: [
          {
            id: 'problems', name: '问题清单', requires: names, logic: {
              kind: 'table', hitPolicy: 'C',
              inputs: columns.map((column, index) => (typeof column === 'string' ? { id: `c${index + 1}`, expression: column } : { id: `c${index + 1}`, expression: column[0], label: column[1], type: column[2] })),
              outputs: [{ id: 'o1', name: '问题清单', type: 'text' }],
              rules: wrong.map(([cells, problem, basis], index) => ({ id: `r${index + 1}`, inputs: [...cells], outputs: [`"${problem}"`], ...(basis === undefined ? {} : { annotation: basis }) })),
            },
          },
          {
            id: 'handling', name: '办理方式', requires: ['问题清单'], logic: {
              kind: 'table', hitPolicy: 'U',
              inputs: [{ id: 'c1', expression: 'count(问题清单)', label: '问题数', type: 'integer', allowedValues: '>= 0' }],
              outputs: [{ id: 'o1', name: '办理方式', type: 'text', allowedValues: '"自动办理", "转人工"' }],
              rules: [
                { id: 'r1', inputs: ['0'], outputs: ['"自动办理"'] },
                { id: 'r2', inputs: ['> 0'], outputs: ['"转人工"'], annotation: '不利的决定由工作人员作出' },
              ],
            },
          },
        ],
      },
      testCases: [
        { id: 't0', name: '符合全部条件', inputs: { ...good }, expected: { 问题清单: [], 办理方式: '自动办理' } },
        ...bad.map(([testName, change, problems], index) => ({ id: `t${index + 1}`, name: testName, inputs: { ...good, ...change }, expected: { 问题清单: [...problems], 办理方式: '转人工' } })),
      ],
    },
  };
}
