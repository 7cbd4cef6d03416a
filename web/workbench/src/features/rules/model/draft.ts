import type { RuleSetContent, RuleTestCase, RuleVersion } from '@tongban/server/src/kernel/rules/contract.ts';

/** What is worked on: the rules of a version, its test cases and what is said of it. */
export interface RuleDraft {
  readonly content: RuleSetContent;
  readonly testCases: RuleTestCase[];
  readonly note: string;
}

export type RuleInput = RuleSetContent['inputs'][number];
export type RuleDecision = RuleSetContent['decisions'][number];
export type RuleTable = Extract<RuleDecision['logic'], { kind: 'table' }>;
export type RuleLiteral = Extract<RuleDecision['logic'], { kind: 'expression' }>;
export type TableInput = RuleTable['inputs'][number];
export type TableOutput = RuleTable['outputs'][number];
export type TableRule = RuleTable['rules'][number];

export function draftOf({ content, testCases, note }: RuleVersion): RuleDraft {
  return { content, testCases, note };
}

/** A new id; it tells rows, columns and decisions apart when two people's changes are merged, and between versions. */
export function newId(kind: string): string {
  return `${kind}-${Math.random().toString(36).slice(2, 10)}`;
}

/** A table with one result and nothing in it yet. */
export function emptyTable(name: string): RuleTable {
  return { kind: 'table', hitPolicy: 'U', inputs: [], outputs: [{ id: newId('o'), name, type: 'text' }], rules: [] };
}

export function emptyContent(): RuleSetContent {
  return { inputs: [], decisions: [{ id: newId('d'), name: '结论', requires: [], logic: emptyTable('结论') }] };
}

/** A name that nothing in the rule set has yet. */
export function freeName({ inputs, decisions }: RuleSetContent, wanted: string): string {
  const taken = new Set([...inputs, ...decisions].map(({ name }) => name));
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}${count}`;
  return name;
}

export function replaceDecision(content: RuleSetContent, id: string, change: (decision: RuleDecision) => RuleDecision): RuleSetContent {
  return { ...content, decisions: content.decisions.map((decision) => (decision.id === id ? change(decision) : decision)) };
}

/** What people read for something that has a name and may have words of its own. */
export function labelOf({ name, label }: { name: string; label?: string }): string {
  return label === undefined || label.trim() === '' ? name : label;
}
