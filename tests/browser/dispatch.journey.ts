import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyOnline } from '../../server/src/cli/journey/apply.ts';
import { actAs, type Participant } from '../../server/src/cli/journey/people.ts';
import { fictitiousMobile } from '../../server/src/kernel/identity/fictitious-numbers.ts';
import type { Receipt } from '../../server/src/modules/intake/contract.ts';
import { citizenOf } from './desk-cases.ts';
import { choose, told } from './items-desk.ts';
import { openBrowser, seeOff } from './open-page.ts';
import { takeSeats } from './staff.ts';

let browser: Browser;
let agent: Participant;
let receipts: Receipt[];
const { officer, faults } = takeSeats(() => browser);

beforeAll(async () => {
  browser = await openBrowser();
  agent = await citizenOf(fictitiousMobile(5));
  await actAs(agent, '广安示例路桥工程有限公司');
  receipts = [await applyOnline(agent, { item: '设置大型户外广告审批' }), await applyOnline(agent, { item: '设置大型户外广告审批' })];
});
afterAll(seeOff);

const records = (page: Page) => page.getByRole('table', { name: '分发记录' });

describe('业务分发：规则、监控、改派', () => {
  test('DEC-07 规则列表说明种类、管哪些事项和版本，打开就是决策表；新建带好数据列和结果列', async () => {
    const { page, visit, capture } = await officer('urban.items');
    await visit('/workbench/dispatch');
    const rules = page.getByRole('table', { name: '业务分发' });
    await expect.poll(() => rules.innerText()).toContain('综合执法事项的受理分发');
    expect(await rules.innerText()).toContain('区综合执法局的事项');
    await capture('dispatch-rules');
    await rules.getByRole('row').filter({ hasText: '综合执法事项的受理分发' }).click();
    await page.getByRole('heading', { level: 1, name: '综合执法事项的受理分发' }).waitFor();
    await expect.poll(() => page.locator('.grid').first().innerText()).toContain('待办最少');
    await capture('dispatch-rule-table');

    await visit('/workbench/dispatch');
    await page.getByRole('button', { name: '新建规则' }).click();
    await page.getByRole('button', { name: '新建并编辑' }).click();
    await page.getByText('请填写名称').or(page.getByText('名称至少')).first().waitFor();
    await page.getByLabel('名称', { exact: true }).fill('建筑垃圾的审批分发');
    await page.locator('#dispatch-code').fill('waste');
    await page.getByRole('dialog').getByRole('radio', { name: /审批分发/ }).check();
    await capture('dispatch-new');
    await page.getByRole('button', { name: '新建并编辑' }).click();
    await page.getByRole('heading', { level: 1, name: '建筑垃圾的审批分发' }).waitFor();
    await expect.poll(() => page.locator('.grid').first().innerText()).toContain('机构');
  });

  test('DEC-07 监控说明分到哪里、依据哪条规则；点数字看明细，点一行看命中解释', async () => {
    const { page, visit, capture } = await officer('supervisor');
    await visit('/workbench/dispatch?tab=monitor');
    await expect.poll(() => page.getByRole('table', { name: '各机构、岗位的待办' }).innerText()).toContain('区综合执法局');
    await capture('dispatch-monitor');
    await page.getByRole('button', { name: /^按规则/ }).click();
    await expect.poll(() => records(page).innerText()).toContain(receipts[0]?.number ?? '');
    await capture('dispatch-records');
    await records(page).getByRole('row').filter({ hasText: receipts[0]?.number ?? '' }).click();
    await expect.poll(() => page.getByRole('dialog').innerText()).toContain('网上申请分给待办最少的受理人员');
    await capture('dispatch-record');
    await page.keyboard.press('Escape');
  });

  test('DEC-07 两件一起改派给综合窗口，理由写进记录；综合窗口办得了', async () => {
    const { page, visit, capture } = await officer('supervisor');
    await visit('/workbench/dispatch?tab=records&open=1');
    for (const { number } of receipts) await page.getByRole('checkbox', { name: new RegExp(`选择 ${number}`) }).check();
    await page.getByRole('button', { name: '改派选中的 2 件' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '改派', exact: true }).click();
    await dialog.getByText('请至少选择机构、岗位、人员中的一项。').waitFor();
    await dialog.getByLabel('机构', { exact: true }).click();
    await choose(page, '广安市广安区行政审批局');
    await dialog.getByLabel('理由', { exact: true }).fill('执法局窗口培训一天');
    await capture('dispatch-redispatch');
    await dialog.getByRole('button', { name: '改派', exact: true }).click();
    await told(page, '已改派 2 件');
    await expect.poll(() => records(page).innerText()).toContain('区行政审批局窗口受理岗');
    await capture('dispatch-redispatched');

    const window = await officer('approval.window');
    await window.visit(`/workbench/inbox?q=${receipts[0]?.number ?? ''}`);
    await window.page.getByRole('table', { name: '待办' }).getByRole('row').filter({ hasText: receipts[0]?.number ?? '' }).click();
    await window.page.locator('.desk__head').getByText(receipts[0]?.number ?? '').waitFor();
    expect(await faults()).toEqual([]);
  });
});
