import type { RuleSetContent } from '../../../kernel/rules/contract.ts';
import { decisionOf, dispatchFacts, dispatchMethods, type DispatchFact, type DispatchKind } from '../contract.ts';

type Table = Extract<RuleSetContent['decisions'][number]['logic'], { kind: 'table' }>;

/** What most rules of a kind look at; others of the vocabulary are added in the editor. */
const usual: Readonly<Record<DispatchKind, readonly string[]>> = {
  acceptance: ['事项', '申请人类型', '渠道', '待办数'], approval: ['事项', '环节类型', '情形'], split: ['事项', '情形'],
};

const quoted = (...values: readonly string[]): string => values.map((value) => `"${value}"`).join(', ');
const allowed: Readonly<Record<string, string>> = { 申请人类型: quoted('个人', '法人'), 渠道: quoted('网上', '移动端', '窗口', '自助终端', '电话', '接口', '系统'), 待办数: '>= 0' };

/** An input of the vocabulary as a rule set declares it; `fields` for what a record is asked for. */
export function inputOf(name: string, fields: readonly string[] = []): RuleSetContent['inputs'][number] {
  const fact = dispatchFacts.find((one) => one.name === name);
  if (!fact) throw new Error(`dispatch rules are not told ${name}`);
  const { type, list, optional }: DispatchFact = fact;
  return {
    id: `in-${dispatchFacts.indexOf(fact) + 1}`, name, type, ...(list ? { list } : {}), ...(optional ? { optional } : {}), ...(allowed[name] === undefined ? {} : { allowedValues: allowed[name] }),
    ...(type === 'record' ? { fields: fields.map((field) => ({ name: field, type: 'any' as const, optional: true })) } : {}),
  };
}

const text = (id: string, name: string): Table['outputs'][number] => ({ id, name, type: 'text', optional: true });

/** The columns in which rules of a kind answer. */
export function outputsOf(kind: DispatchKind): Table['outputs'] {
  if (kind === 'split') return [{ id: 'out-place', name: '机构', type: 'text' }, { id: 'out-part', name: '参加', type: 'boolean' }];
  return [text('out-place', '机构'), text('out-post', '岗位'), text('out-person', '人员'), { ...text('out-method', '分派'), allowedValues: quoted(...Object.values(dispatchMethods)), defaultValue: quoted(dispatchMethods.process) }];
}

/** Rules of a kind over the named inputs: who does not fit any row is left to the process; of several rows the first counts, of a split all. */
export function dispatchContent(kind: DispatchKind, inputs: readonly RuleSetContent['inputs'][number][], columns: Table['inputs'], rules: Table['rules']): RuleSetContent {
  const name = decisionOf[kind];
  return {
    inputs: [...inputs],
    decisions: [{
      id: 'decision', name, requires: inputs.map((input) => input.name), logic: { kind: 'table', hitPolicy: kind === 'split' ? 'C' : 'F', inputs: columns, outputs: outputsOf(kind), rules },
    }],
  };
}

/** A new rule set of a kind, ready for its first row. */
export function emptyRules(kind: DispatchKind): RuleSetContent {
  const names = usual[kind];
  return dispatchContent(kind, names.map((name) => inputOf(name)), names.map((name, index) => ({ id: `col-${index + 1}`, expression: name })), []);
}
