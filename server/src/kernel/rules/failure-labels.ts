import type { FailureCode } from '@tongban/decision-tables';

/** Failures without the values that their messages name: those may be personal. */
export const failureLabels: Readonly<Record<FailureCode, string>> = {
  'missing-input': '缺少数据', 'wrong-type': '数据类型不对', 'not-allowed': '数据不在允许的值之内', 'no-rule': '没有规则适用', 'several-rules': '几行规则同时适用',
  'different-outputs': '适用的规则结果不同', 'cell-failed': '条件无法判断', 'expression-failed': '无法计算', 'null-result': '没有算出结果', 'unknown-decision': '没有这个决策',
};

/** Why a run gave no result, without what was stated. */
export function failureLabel(code: string): string {
  return Object.entries(failureLabels).find(([known]) => known === code)?.[1] ?? '没有得出结果';
}
