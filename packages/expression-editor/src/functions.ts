import type { Suggestion } from './suggestion.ts';

/** A function or a way of writing, as people look it up. */
export interface ExpressionFunction {
  readonly name: string;
  /** What is written for it; the cursor goes to `$`. */
  readonly template: string;
  /** With its arguments in words. */
  readonly signature: string;
  readonly meaning: string;
}

const functions: readonly (readonly [template: string, signature: string, meaning: string])[] = [
  ['if $ then 1 else 2', 'if 条件 then 甲 else 乙', '如果……就……否则……'],
  ['count($)', 'count(列表)', '列表有几个，表格填了几行'],
  ['sum($)', 'sum(列表)', '数字求和'],
  ['total($)', 'total(列表)', '数字求和，空的不算'],
  ['min($)', 'min(甲, 乙)', '最小的一个'],
  ['max($)', 'max(甲, 乙)', '最大的一个'],
  ['mean($)', 'mean(列表)', '平均数'],
  ['list contains($, "")', 'list contains(列表, "值")', '列表、多选里有没有这一项'],
  ['contains($, "")', 'contains(文字, "字")', '文字里有没有这几个字'],
  ['starts with($, "")', 'starts with(文字, "字")', '文字以此开头'],
  ['ends with($, "")', 'ends with(文字, "字")', '文字以此结尾'],
  ['matches($, "")', 'matches(文字, "式样")', '文字符合正则表达式'],
  ['string length($)', 'string length(文字)', '文字有几个字'],
  ['substring($, 1, 1)', 'substring(文字, 起, 个数)', '从第几个字起取几个字'],
  ['substring before($, "")', 'substring before(文字, "字")', '此前的文字'],
  ['substring after($, "")', 'substring after(文字, "字")', '此后的文字'],
  ['upper case($)', 'upper case(文字)', '改成大写字母'],
  ['floor($)', 'floor(数)', '去掉小数，往小取'],
  ['ceiling($)', 'ceiling(数)', '去掉小数，往大取'],
  ['round half up($, 2)', 'round half up(数, 2)', '四舍五入到几位小数'],
  ['decimal($, 2)', 'decimal(数, 2)', '保留几位小数（四舍六入五成双）'],
  ['abs($)', 'abs(数)', '绝对值'],
  ['modulo($, 2)', 'modulo(数, 除数)', '除以后的余数'],
  ['date("$")', 'date("2026-01-01")', '某一天'],
  ['age($, date(""))', 'age(出生日期, 某一天)', '到某一天的周岁'],
  ['birthDateOf($)', 'birthDateOf(身份证号码)', '身份证号码里的出生日期'],
  ['sexOf($)', 'sexOf(身份证号码)', '身份证号码里的性别：男或女'],
  ['not($)', 'not(条件)', '条件不成立'],
  ['some x in $ satisfies x > 0', 'some x in 列表 satisfies 条件', '列表里有一个满足'],
  ['every x in $ satisfies x > 0', 'every x in 列表 satisfies 条件', '列表里每个都满足'],
];

/** What people use of FEEL and of the platform's own functions; FEEL has more, which can be typed as well. */
export const expressionFunctions: readonly ExpressionFunction[] = functions.map(([template, signature, meaning]) => ({
  name: /^[^($]*/.exec(template)?.[0].trim() ?? template, template, signature, meaning,
}));

/** The functions as things to write. */
export function suggestFunctions(): readonly Suggestion[] {
  return expressionFunctions.map(({ name, template, signature, meaning }) => ({
    key: `function ${name}`, label: signature, note: meaning, insert: template.replace('$', ''), cursor: template.indexOf('$'),
  }));
}
