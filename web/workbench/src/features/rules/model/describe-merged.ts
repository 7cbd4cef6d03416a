import { formatValue } from '@tongban/decision-tables';
import type { RuleSetContent, RuleTestCase } from '@tongban/server/src/kernel/rules/contract.ts';
import { text } from '../text.ts';

const words = text.merge;

/** A part of a draft as people compare it when two changed it. */
export function describeMerged(path: string, value: unknown): string {
  if (value === undefined) return words['gone'] ?? '';
  if (path.startsWith('decisions.')) return describeDecision(value as RuleSetContent['decisions'][number]);
  if (path.startsWith('testCases.')) {
    const { name, inputs, expected, failure } = value as RuleTestCase;
    return `${name}：${formatValue(inputs)} → ${failure ?? formatValue(expected)}`;
  }
  return typeof value === 'string' ? value : formatValue(value);
}

/** Rows of a table that are shown. */
const most = 60;

/** The rows of a table, so that what differs can be seen. */
function describeDecision({ logic }: RuleSetContent['decisions'][number]): string {
  if (logic.kind === 'expression') return logic.expression;
  const rows = logic.rules.slice(0, most).map((rule, index) => `${index + 1}. ${rule.inputs.join(' | ')} → ${rule.outputs.join(' | ')}`);
  return [...rows, ...(logic.rules.length > most ? [words['more'] ?? ''] : [])].join('\n');
}
