import { beforeAll, describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { systemActor } from '../../kernel/access/index.ts';
import { systemContext, type Context } from '../../kernel/context.ts';
import { createId } from '../../kernel/db/index.ts';
import { addTestOrganization } from '../../kernel/identity/testing/test-accounts.ts';
import { evaluateRuleSet, findPublishedRuleSet } from '../../kernel/rules/index.ts';
import { seedItems, widerItems } from '../content/index.ts';
import { seedRules, seedRuleSets } from './seed-rule-sets.ts';

const server = useTestServer();
let ctx: Context;

async function run(code: string, inputs: Record<string, unknown>) {
  const published = await findPublishedRuleSet(ctx, code);
  if (!published) throw new Error(`${code} was not published`);
  return evaluateRuleSet(ctx, published.versionId, inputs);
}

describe('演示的业务规则 (DEC-02)', () => {
  beforeAll(async () => {
    ctx = systemContext(server().kernel, systemActor('seed', '演示数据'), createId());
    const { id } = await addTestOrganization(server().kernel, { name: '区民政局' });
    await seedRuleSets(ctx, () => id);
    await seedRuleSets(ctx, () => id);
  });

  it('法律依据都出自事项的设定依据', () => {
    const laws = new Set([...seedItems, ...widerItems].flatMap(({ elements }) => elements.legalBases.map(({ lawName }) => lawName)));
    for (const { ruleSet } of seedRules) expect([...laws].some((law) => ruleSet.legalBasis.includes(law)), ruleSet.name).toBe(true);
  });

  it('检查没有错误、测试用例通过，已发布；再次载入不变', async () => {
    for (const { ruleSet } of seedRules) expect(await findPublishedRuleSet(ctx, ruleSet.code)).toMatchObject({ number: 1, name: ruleSet.name });
  });

  it('高龄津贴：自动办理说出是哪一条', async () => {
    const { outcome, number } = await run('elderly-allowance', { 出生日期: '1940-01-01', 申请日期: '2026-11-28', 户籍在本区: true, 健在: true, 亲属代办: false, 已取得授权: false });
    expect([outcome.ok, outcome.results, number]).toEqual([true, { 周岁: 86, 资格: { 结论: '符合', 理由: '年满80周岁，户籍在本区' }, 办理方式: '自动办理' }, 1]);
    expect(outcome.explanation[1]).toMatchObject({
      summary: '“资格”由第 1 行决定，结果是结论 “符合”，理由 “年满80周岁，户籍在本区”。',
      rules: [{ number: 1, decided: true, annotation: '老年人权益保障法第三十三条', conditions: [{ label: '周岁', test: '不小于 80', value: '86' }, { label: '户籍在本区', test: '是', value: '是' }, { label: '健在', test: '是', value: '是' }] }],
    });
  });

  it('劳务派遣：金额按分比较，不是整数的拒绝', async () => {
    const company = { 场所剩余使用期: 24, 管理制度项数: 6, 现场核查: '通过' };
    expect((await run('labour-dispatch-conditions', { ...company, 实缴注册资本: 200_000_000 })).outcome.results).toMatchObject({ 审查建议: '建议准予' });
    expect((await run('labour-dispatch-conditions', { ...company, 实缴注册资本: 200_000_000.5 })).outcome).toMatchObject({ ok: false, failure: { code: 'wrong-type' } });
  });
});
