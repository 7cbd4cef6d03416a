import { beforeAll, describe, expect, it } from 'vitest';
import { applyAsElder } from '../../testing/apply.ts';
import { accept, approve, look, review } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { listDispatchRuleSets } from './contract.ts';
import { addClosedDepartment, addSupervisor, publishRules, recordsOf, rulesOver } from './testing/dispatching.ts';

const city = useTestCity({ now: '2026-11-23T09:30:00+08:00' });
const to = (place: string, post = 'null') => [place, post, 'null', 'null'];
let supervisor: Signed;
beforeAll(async () => {
  supervisor = await addSupervisor(city());
  await addClosedDepartment(city(), '原区粮食局');
});

describe('规则写错了也不丢件 (DEC-07)', () => {
  it('机构已撤销：按流程办理，监控里说明原因和怎样改；规则列表预先指出', async () => {
    await publishRules(city(), 'dispatch-acceptance-closed', rulesOver('acceptance', '申请人类型', [['"个人"', to('"原区粮食局"', '"窗口受理岗"')]]), { inputs: { 申请人类型: '个人' }, expected: { 去向: { 机构: '原区粮食局', 岗位: '窗口受理岗', 人员: null, 分派: null } } });
    const { receipt } = await applyAsElder(city());
    const clerk = await city().officer('区民政局', 'window');
    expect((await look(clerk, receipt.caseId)).tasks).toMatchObject([{ name: '受理', mine: true }]);
    expect(await recordsOf(supervisor, receipt.number)).toMatchObject([{
      outcome: 'fell-back', reasonCode: 'closed-organisation', reason: '规则写的机构“原区粮食局”已经撤销', mend: expect.stringContaining('承接'), target: '区民政局窗口受理岗', rule: { rows: [1] },
    }]);
    const { items } = await supervisor.http.call(listDispatchRuleSets, { query: {} });
    expect(items).toMatchObject([{ code: 'dispatch-acceptance-closed', failed: 1, followed: 0, organizationName: null, problems: [{ version: 'published', row: 1, message: '规则写的机构“原区粮食局”已经撤销' }] }]);
  });

  it.each([
    ['没有这个机构', 'unknown-organisation', '"区火星局"', 'null'],
    ['没有这个岗位', 'unknown-post', 'null', '"火星岗"'],
    ['岗位没有人', 'vacant', '"区民政局"', '"制证岗"'],
    ['决定给了别的机关', 'outside-authority', '"区公安分局"', '"决定岗"'],
  ] as const)('%s：各环节都按流程走到底', async (name, code, place, post) => {
    const key = `dispatch-approval-${code}`;
    const content = rulesOver('approval', '环节类型', [['"决定"', to(place, post)]]);
    const written = (cell: string): string | null => (cell === 'null' ? null : cell.slice(1, -1));
    const { ruleSetId } = await publishRules(city(), key, content, { inputs: { 环节类型: '决定' }, expected: { 去向: { 机构: written(place), 岗位: written(post), 人员: null, 分派: null } } });
    const { receipt: { caseId, number } } = await applyAsElder(city());
    await accept(await city().officer('区民政局', 'window'), caseId);
    await review(await city().officer('区民政局', 'preliminary-review'), caseId);
    await review(await city().officer('区民政局', 'review'), caseId);
    await approve(await city().officer('区民政局', 'decision'), caseId);
    const decision = (await recordsOf(supervisor, number)).find(({ taskName }) => taskName === '决定');
    expect(decision, name).toMatchObject({ outcome: 'fell-back', reasonCode: code, target: '区民政局决定岗', state: 'done', rule: { ruleSetId } });
    await city().server.database.db.pool.query(`INSERT INTO dispatch.halt (rule_set_id, at, by_id, by_name, reason) VALUES ($1, now(), 'test', '测试', '换下一种')`, [ruleSetId]);
  }, 60_000);

  it('数据缺少、规则不能运行：按流程办理', async () => {
    const content = rulesOver('acceptance', '渠道', [['"网上"', to('"区民政局"')]]);
    content.inputs.push({ id: 'strange', name: '天气', type: 'text' });
    const [decision] = content.decisions;
    if (decision) decision.requires.push('天气');
    await city().server.database.db.pool.query(`INSERT INTO dispatch.halt (rule_set_id, at, by_id, by_name, reason) SELECT id, now(), 'test', '测试', '换下一种' FROM rules.rule_set WHERE code = 'dispatch-acceptance-closed'`);
    await publishRules(city(), 'dispatch-acceptance-weather', content, { inputs: { 渠道: '网上', 天气: '晴' }, expected: { 去向: { 机构: '区民政局', 岗位: null, 人员: null, 分派: null } } });
    const { receipt } = await applyAsElder(city());
    expect(await recordsOf(supervisor, receipt.number)).toMatchObject([{ outcome: 'fell-back', reasonCode: 'rules-failed', reason: '规则“dispatch-acceptance-weather”不能运行：缺少数据' }]);
    const { items } = await supervisor.http.call(listDispatchRuleSets, { query: { kind: 'acceptance' } });
    expect(items.find(({ code }) => code === 'dispatch-acceptance-weather')?.problems).toMatchObject([{ message: '数据“天气”没有来源，规则运行时缺少它' }]);
  }, 60_000);
});
