/** A function of expressions as people look it up. */
export interface FunctionHelp {
  readonly name: string;
  readonly signature: string;
  readonly meaning: string;
}

/** Functions most used in forms; FEEL has more, which can be typed as well. */
export const FUNCTION_HELP: readonly FunctionHelp[] = [
  { name: 'total', signature: 'total(表格.列)', meaning: '一列的合计，空着的不算' },
  { name: 'count', signature: 'count(表格)', meaning: '填了几行' },
  { name: 'age', signature: 'age(出生日期, today)', meaning: '周岁' },
  { name: 'birthDateOf', signature: 'birthDateOf(身份证号码)', meaning: '身份证号码里的出生日期' },
  { name: 'sexOf', signature: 'sexOf(身份证号码)', meaning: '身份证号码里的性别：男或女' },
  { name: 'max', signature: 'max(甲, 乙)', meaning: '最大的一个' },
  { name: 'min', signature: 'min(甲, 乙)', meaning: '最小的一个' },
  { name: 'mean', signature: 'mean(表格.列)', meaning: '平均数' },
  { name: 'abs', signature: 'abs(数)', meaning: '绝对值' },
  { name: 'floor', signature: 'floor(数)', meaning: '去掉小数，往小取' },
  { name: 'ceiling', signature: 'ceiling(数)', meaning: '去掉小数，往大取' },
  { name: 'decimal', signature: 'decimal(数, 2)', meaning: '保留几位小数' },
  { name: 'not', signature: 'not(条件)', meaning: '条件不成立' },
  { name: 'contains', signature: 'contains(文字, "字")', meaning: '文字里有这几个字' },
  { name: 'starts with', signature: 'starts with(文字, "字")', meaning: '以这几个字开头' },
  { name: 'string length', signature: 'string length(文字)', meaning: '几个字' },
  { name: 'list contains', signature: 'list contains(多选, "值")', meaning: '多选里选了这一项' },
  { name: 'date', signature: 'date("2026-01-01")', meaning: '某一天' },
];
