import { comparePriorities } from '../combine-hits.ts';
import type { CompiledTable } from '../compile-table.ts';
import type { Finding } from './finding.ts';
import { findUncovered, type Region, type Uncovered } from './find-uncovered.ts';
import { comparisonCost, describeRegion, exampleOf, fillingOf, findMeeting, placesOf, wordsOf } from './space.ts';
import { budgetFinding, type TableCheck } from './table-check.ts';

/** Rules whose conditions no value can meet. */
export function checkImpossible({ decision, label, table, space }: TableCheck): Finding[] {
  return space.boxes.flatMap((boxes, rule) => {
    const index = boxes.findIndex((box) => placesOf(box).length === 0);
    const dimension = space.dimensions[index];
    if (dimension === undefined) return [];
    const cells = dimension.columns.map((column) => table.rules[rule]?.definition.inputs[column]?.trim() ?? '').join('，且 ');
    return [{ code: 'impossible' as const, severity: 'error' as const, decision, rules: [rule + 1], message: `“${label}”第 ${rule + 1} 行永远不会适用：没有“${dimension.column.label}”的值能满足 ${cells}。` }];
  });
}

/** Rules that can fit but never decide, because rules that come before them always fit as well. */
export function checkUnreachable(check: TableCheck): Finding[] {
  const { decision, label, table, space, budget, most } = check;
  const findings: Finding[] = [];
  for (let rule = 0; rule < table.rules.length && findings.length < most; rule += 1) {
    const within = space.dimensions.map((_, index) => placesOf(space.boxes[rule]?.[index]));
    const before = rulesBefore(table, rule).filter((other) => findMeeting(space, rule, other)?.sure === true);
    budget.left -= rule * comparisonCost(space);
    if (budget.left <= 0) return [...findings, budgetFinding(check, '后面的行是否轮得到')];
    if (before.length === 0 || within.some((places) => places.length === 0)) continue;
    const { regions, complete } = findUncovered({ space, rules: before, within, generous: false, most: 1, budget });
    if (regions.length > 0) continue;
    if (!complete) return [...findings, budgetFinding(check, '后面的行是否轮得到')];
    const shadows = before.map((other) => other + 1);
    const listed = shadows.length > 10 ? `${shadows.slice(0, 10).join('、')} 等` : shadows.join('、');
    findings.push({ code: 'unreachable', severity: 'error', decision, rules: [rule + 1, ...shadows], message: `“${label}”第 ${rule + 1} 行永远轮不到：它的情况都已由第 ${listed} 行决定。` });
  }
  return findings;
}

/** Rules that win over one when both fit: earlier ones under F, those of higher priority under P. */
function rulesBefore(table: CompiledTable, rule: number): readonly number[] {
  const all = [...table.rules.keys()];
  if (table.definition.hitPolicy === 'F') return all.slice(0, rule);
  if (table.definition.hitPolicy !== 'P') return [];
  const values = (index: number): readonly unknown[] | undefined => {
    const cells = table.rules[index]?.outputs ?? [];
    return cells.every((cell) => cell.kind === 'constant') ? cells.map((cell) => cell.value) : undefined;
  };
  const own = values(rule);
  if (own === undefined) return [];
  return all.filter((other) => {
    const theirs = values(other);
    if (other === rule || theirs === undefined) return false;
    const order = comparePriorities(table.outputs, theirs, own);
    return order < 0 || (order === 0 && other < rule);
  });
}

/** Inputs that no rule fits, where the hit policy needs one and there is no default. */
export function checkGaps(check: TableCheck): Finding[] {
  const { decision, label, table, space } = check;
  if (!needsRule(table)) return [];
  const everywhere = space.dimensions.map((dimension) => dimension.atoms.map((_, place) => place));
  if (everywhere.some((places) => places.length === 0)) return [];
  const certain = search(check, everywhere, true);
  const findings = certain.regions.map((region) => gapFinding(check, region));
  if (!certain.complete && check.budget.left <= 0) return [...findings, budgetFinding(check, '是否还有没有规则适用的情况')];
  if (findings.length > 0 || space.unjudged.size === 0) return findings;
  const doubtful = search(check, everywhere, false);
  if (doubtful.complete && doubtful.regions.length === 0) return [];
  const rules = [...space.unjudged].map((rule) => rule + 1);
  return [{
    code: 'unjudged', severity: 'notice', decision, rules,
    message: `“${label}”第 ${rules.slice(0, 10).join('、')} 行含有自由表达式，不能判断规则是否覆盖所有情况，请用测试用例确认。`,
  }];
}

function search({ space, budget, most }: TableCheck, within: Region, generous: boolean): Uncovered {
  return findUncovered({ space, rules: [...space.boxes.keys()], within, generous, most, budget });
}

function needsRule({ outputs, definition }: CompiledTable): boolean {
  if (['R', 'O', 'C', 'C#'].includes(definition.hitPolicy)) return false;
  return !outputs.some((output) => output.defaultCell !== undefined);
}

function gapFinding({ decision, label, space, related }: TableCheck, region: Region): Finding {
  const example = exampleOf(space, region.map((places) => places[0] ?? 0));
  const doubt = related ? '（各列互相有关，也可能不会出现）' : '';
  return {
    code: 'gap', severity: related ? 'warning' : 'error', decision, rules: [], example, filling: fillingOf(space, region),
    message: `“${label}”没有规则适用于：${describeRegion(space, region)}${doubt}。例如：${wordsOf(example)}。`,
  };
}
