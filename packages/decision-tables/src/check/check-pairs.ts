import { comparePriorities } from '../combine-hits.ts';
import type { CompiledTable } from '../compile-table.ts';
import { sameValue } from '../values.ts';
import type { Finding } from './finding.ts';
import { comparisonCost, exampleOf, findMeeting, type Meeting, type Space, wordsOf } from './space.ts';
import { budgetFinding, type TableCheck } from './table-check.ts';

/** Compares every rule with every later one: duplicates, and what must not fit together under the hit policy. */
export function checkPairs(check: TableCheck): Finding[] {
  const { table, space, most, budget } = check;
  const cost = comparisonCost(space);
  const findings: Finding[] = [];
  const unsure = new Set<number>();
  for (let one = 0; one < table.rules.length; one += 1) {
    if (budget.left <= 0) return [...findings, budgetFinding(check, '各行之间是否重叠或重复')];
    for (let other = one + 1; other < table.rules.length; other += 1) {
      budget.left -= cost;
      const meeting = findMeeting(space, one, other);
      if (meeting === undefined) continue;
      const finding = judgePair(check, one, other, meeting);
      if (finding === 'unsure') for (const rule of [one, other]) unsure.add(rule + 1);
      else if (finding !== undefined) findings.push(finding);
      if (findings.length >= most) return findings;
    }
  }
  if (unsure.size > 0) findings.push(unsureFinding(check, [...unsure].toSorted((left, right) => left - right)));
  return findings;
}

function unsureFinding({ decision, label }: TableCheck, rules: readonly number[]): Finding {
  const listed = rules.length > 10 ? `${rules.slice(0, 10).join('、')} 等 ${rules.length}` : rules.join('、');
  return { code: 'unjudged', severity: 'notice', decision, rules, message: `“${label}”第 ${listed} 行含有自由表达式，不能判断会不会与别的行同时适用，请用测试用例确认。` };
}

function judgePair(check: TableCheck, one: number, other: number, meeting: Meeting): Finding | 'unsure' | undefined {
  const { table, space } = check;
  const { hitPolicy } = table.definition;
  const outputs = compareOutputs(table, one, other);
  if (sameConditions(table, space, one, other) && outputs === 'same') return duplicate(check, one, other);
  if (hitPolicy === 'U') return meeting.sure ? together(check, 'overlap', one, other, meeting) : 'unsure';
  if (hitPolicy === 'A') {
    if (outputs === 'same') return undefined;
    return meeting.sure && outputs === 'different' ? together(check, 'conflict', one, other, meeting) : 'unsure';
  }
  const tie = hitPolicy === 'P' && meeting.sure && outputs === 'different' && comparePriorities(table.outputs, valuesOf(table, one), valuesOf(table, other)) === 0;
  return tie ? { ...together(check, 'conflict', one, other, meeting), severity: 'warning' } : undefined;
}

/** Whether two rules ask the same, in whatever words. */
function sameConditions(table: CompiledTable, space: Space, one: number, other: number): boolean {
  const boxes = [space.boxes[one], space.boxes[other]];
  if (!space.dimensions.every((_, index) => boxes[0]?.[index]?.join() === boxes[1]?.[index]?.join())) return false;
  if (!space.unjudged.has(one) && !space.unjudged.has(other)) return true;
  const cells = [one, other].map((rule) => table.rules[rule]?.definition.inputs.map((cell) => cell.replace(/\s+/g, '')).join('\n'));
  return cells[0] === cells[1];
}

function compareOutputs(table: CompiledTable, one: number, other: number): 'same' | 'different' | 'unknown' {
  let unknown = false;
  for (const [index, left] of (table.rules[one]?.outputs ?? []).entries()) {
    const right = table.rules[other]?.outputs[index];
    if (left.kind === 'constant' && right?.kind === 'constant') {
      if (!sameValue(left.value, right.value)) return 'different';
    } else if (left.kind !== 'expression' || right?.kind !== 'expression' || left.expression.source.trim() !== right.expression.source.trim()) unknown = true;
  }
  return unknown ? 'unknown' : 'same';
}

function valuesOf(table: CompiledTable, rule: number): readonly unknown[] {
  return (table.rules[rule]?.outputs ?? []).map((cell) => (cell.kind === 'constant' ? cell.value : undefined));
}

function duplicate({ table, decision, label }: TableCheck, one: number, other: number): Finding {
  return {
    code: 'duplicate', severity: table.definition.hitPolicy === 'U' ? 'error' : 'warning', decision, rules: [one + 1, other + 1],
    message: `“${label}”第 ${other + 1} 行与第 ${one + 1} 行重复，请删去一行。`,
  };
}

function together({ space, decision, label, related }: TableCheck, code: 'overlap' | 'conflict', one: number, other: number, meeting: Meeting): Finding {
  const example = exampleOf(space, meeting.places);
  const what = code === 'overlap' ? '同时适用' : '同时适用而结果不同';
  const when = example.length > 0 ? `，例如：${wordsOf(example)}` : '';
  const doubt = related ? '（各列互相有关，也可能不会出现）' : '';
  return {
    code, severity: related ? 'warning' : 'error', decision, rules: [one + 1, other + 1], example,
    message: `“${label}”第 ${one + 1} 行与第 ${other + 1} 行${what}${when}${doubt}。`,
  };
}
