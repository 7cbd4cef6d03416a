import { checkRuleSet, compileRuleSet, evaluateRuleSet, type RuleSet } from '@tongban/decision-tables';
import { describe, expect, test } from 'vitest';
import { readDmn } from './index.ts';

const MODELS = ['http://www.omg.org/spec/DMN/20180521/MODEL/', 'https://www.omg.org/spec/DMN/20191111/MODEL/', 'https://www.omg.org/spec/DMN/20211108/MODEL/', 'https://www.omg.org/spec/DMN/20230324/MODEL/'];

const input = (name: string, type: string, id = 'i_1'): string => `<inputData id="${id}" name="${name}"><variable name="${name}" typeRef="${type}"/></inputData>`;
const needs = (...ids: string[]): string => ids.map((id) => `<informationRequirement><required${id.startsWith('i_') ? 'Input' : 'Decision'} href="#${id}"/></informationRequirement>`).join('');
const column = (expression: string, type: string, values = ''): string => `<input><inputExpression typeRef="${type}"><text>${expression}</text></inputExpression>${values === '' ? '' : `<inputValues><text>${values}</text></inputValues>`}</input>`;
const line = (inputs: readonly string[], outputs: readonly string[], note = ''): string => `<rule>${inputs.map((cell) => `<inputEntry><text><![CDATA[${cell}]]></text></inputEntry>`).join('')}${outputs.map((cell) => `<outputEntry><text>${cell}</text></outputEntry>`).join('')}${note === '' ? '' : `<annotationEntry><text>${note}</text></annotationEntry>`}</rule>`;
const model = (content: string, namespace = MODELS[1]): string => `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="${namespace ?? ''}" id="m" name="高龄津贴" namespace="urn:test">${content}</definitions>`;

const ALLOWANCE = `
  <itemDefinition name="tCity"><typeRef>string</typeRef><allowedValues><text>"广安", "成都"</text></allowedValues></itemDefinition>
  <itemDefinition name="tPerson"><itemComponent name="年龄"><typeRef>number</typeRef></itemComponent><itemComponent name="户籍"><typeRef>tCity</typeRef></itemComponent></itemDefinition>
  ${input('申请人', 'tPerson')}
  <decision id="d_level" name="档次"><variable name="档次" typeRef="string"/>${needs('i_1')}
    <decisionTable hitPolicy="PRIORITY">${column('申请人.年龄', 'number')}${column('申请人.户籍', 'tCity')}
      <output><outputValues><text>"高", "中", "无"</text></outputValues></output>
      ${line(['>= 80', '"广安"'], ['"中"'])}${line(['>= 90', '"广安"'], ['"高"'], '《办法》第三条')}${line(['-', '-'], ['"无"'])}
    </decisionTable></decision>
  <decision id="d_sum" name="津贴  元"><variable name="津贴 元" typeRef="number"/>${needs('d_level')}
    <literalExpression><text>if 档次 = "高" then 300 else if 档次 = "中" then 100 else 0</text></literalExpression></decision>`;

async function read(xml: string): Promise<{ ruleSet: RuleSet; leftOut: readonly { name: string; reason: string }[] }> {
  const result = await readDmn(xml);
  if (!result.ok) throw new Error(result.message);
  return result;
}

function run(ruleSet: RuleSet, values: Readonly<Record<string, unknown>>): unknown {
  const result = compileRuleSet(ruleSet);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const outcome = evaluateRuleSet(result.compiled, values);
  return outcome.ok ? outcome.results : outcome.failure.code;
}

describe('读入 DMN (DEC-02)', () => {
  test.each(MODELS)('%s', async (namespace) => {
    const { ruleSet, leftOut } = await read(model(ALLOWANCE, namespace));
    expect(leftOut).toEqual([]);
    expect(run(ruleSet, { 申请人: { 年龄: 92, 户籍: '广安' } })).toEqual({ 档次: '高', '津贴 元': 300 });
    expect(run(ruleSet, { 申请人: { 年龄: 85, 户籍: '广安' } })).toEqual({ 档次: '中', '津贴 元': 100 });
    expect(run(ruleSet, { 申请人: { 年龄: 92, 户籍: '成都' } })).toEqual({ 档次: '无', '津贴 元': 0 });
    expect(run(ruleSet, { 申请人: { 年龄: 92, 户籍: '重庆' } })).toBe('not-allowed');
    expect(run(ruleSet, { 申请人: { 年龄: '92', 户籍: '广安' } })).toBe('wrong-type');
  });

  test('读入的表同样查缺口和重叠，批注留下', async () => {
    const { ruleSet } = await read(model(ALLOWANCE.replace('PRIORITY', 'UNIQUE')));
    const result = compileRuleSet(ruleSet);
    expect(result.ok && checkRuleSet(result.compiled).map(({ code, rules }) => [code, ...rules])).toEqual([['overlap', 1, 2], ['overlap', 1, 3], ['overlap', 2, 3]]);
    const [level] = ruleSet.decisions;
    expect(level?.logic.kind === 'table' && level.logic.rules[1]?.annotation).toBe('《办法》第三条');
  });

  const policies: readonly [attributes: string, expected: unknown][] = [
    ['hitPolicy="FIRST"', 1], ['hitPolicy="PRIORITY"', 3], ['hitPolicy="RULE ORDER"', [1, 3]], ['hitPolicy="OUTPUT ORDER"', [3, 1]], ['hitPolicy="COLLECT"', [1, 3]],
    ['hitPolicy="COLLECT" aggregation="SUM"', 4], ['hitPolicy="COLLECT" aggregation="MIN"', 1], ['hitPolicy="COLLECT" aggregation="MAX"', 3], ['hitPolicy="COLLECT" aggregation="COUNT"', 2],
    ['', 'several-rules'], ['hitPolicy="ANY"', 'different-outputs'],
  ];
  test.each(policies)('命中策略 %s', async (attributes, expected) => {
    const { ruleSet } = await read(model(`${input('数', 'number')}<decision id="d" name="果"><variable typeRef="number"/>${needs('i_1')}
      <decisionTable ${attributes}>${column('数', 'number')}<output><outputValues><text>3, 2, 1</text></outputValues></output>${line(['> 1'], ['1'])}${line(['> 9'], ['2'])}${line(['> 2'], ['3'])}</decisionTable></decision>`));
    const result = run(ruleSet, { 数: 5 });
    expect(typeof result === 'string' ? result : Object.values(result as object)[0]).toEqual(expected);
  });

  test('默认结果；提到 null 的输入可以缺', async () => {
    const { ruleSet } = await read(model(`${input('日期', 'date')}<decision id="d" name="果"><variable typeRef="string"/>${needs('i_1')}
      <decisionTable>${column('日期', 'date')}<output><defaultOutputEntry><text>"早"</text></defaultOutputEntry></output>${line(['null'], ['"缺"'])}${line(['>= date("2026-01-01")'], ['"晚"'])}</decisionTable></decision>`));
    expect([{ 日期: '2025-12-31' }, { 日期: '2026-01-01' }, {}].map((values) => run(ruleSet, values))).toEqual([{ 果: '早' }, { 果: '晚' }, { 果: '缺' }]);
  });

  test('放不下的部分逐个说明，依赖它们的一并不读', async () => {
    const { ruleSet, leftOut } = await read(model(`${input('时刻', 'time', 'i_2')}${input('数', 'number')}
      <decision id="d_a" name="甲">${needs('i_2')}<literalExpression><text>时刻</text></literalExpression></decision>
      <decision id="d_b" name="乙">${needs('d_a')}<literalExpression><text>甲</text></literalExpression></decision>
      <decision id="d_c" name="丙"><context><contextEntry><variable name="x"/><literalExpression><text>1</text></literalExpression></contextEntry></context></decision>
      <decision id="d_d" name="丁"><knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement><literalExpression><text>f(1)</text></literalExpression></decision>
      <decision id="d_e" name="戊"/>
      <decision id="d_f" name="己">${needs('i_1')}<literalExpression><text>数 + 1</text></literalExpression></decision>`));
    expect(leftOut.map(({ name }) => name)).toEqual(['时刻', '丙', '丁', '戊', '甲', '乙']);
    expect(leftOut[0]?.reason).toBe('没有类型 time');
    expect(run(ruleSet, { 数: 1 })).toEqual({ 己: 2 });
  });

  test('标识不合规的元素说出来', async () => {
    const { leftOut } = await read(model(input('数', 'number', '输入一')));
    expect(leftOut).toEqual([{ name: '输入一', reason: '标识（id）只能用英文字母、数字、“-”和“_”，无法读入' }]);
  });

  test.each([['不是 XML', '你好'], ['别的 XML', '<svg xmlns="http://www.w3.org/2000/svg"/>'], ['太大', ' '.repeat(2_000_001)]])('拒绝：%s', async (_, xml) => {
    expect(await readDmn(xml)).toMatchObject({ ok: false });
  });
});
