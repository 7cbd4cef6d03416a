import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createSetting, listAutomation } from '../../server/src/modules/decisioning/contract.ts';
import { signInCitizen } from './citizen.ts';
import { tick, typeDay } from './fill-form.ts';
import { openBrowser, seeOff, welcome, type Visitor } from './open-page.ts';
import { takeSeats } from './staff.ts';

const item = '失业登记';
let browser: Browser;
let phone: Visitor;
beforeAll(async () => {
  browser = await openBrowser();
  phone = await welcome(browser, 'phone');
});
afterAll(seeOff);
const { officer, faults } = takeSeats(() => browser);
afterEach(async () => { expect([...phone.faults, ...await faults()]).toEqual([]); });

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });

/** Fills the form in and goes to the last step. */
async function fillIn({ page }: Visitor, now: string): Promise<void> {
  await typeDay(page, '失业日期', '2026-10-31');
  await tick(page, '失业原因', '劳动合同期满终止');
  await tick(page, '现在有没有从事有收入的工作', now);
  await tick(page, '求职要求', '希望就业');
  await page.getByRole('checkbox').last().check();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('这个事项不需要您提交材料').waitFor();
  await page.getByRole('button', { name: '下一步' }).click();
}

describe('自动审批：启用、秒批、解释、推翻、停止 (DEC-01, DEC-03, DEC-06, DEC-08)', () => {
  let caseUrl = '';

  test('编制的人改抽查比例，另一位核对后启用', async () => {
    const [editor, approver] = [await officer('item.admin'), await officer('item.reviewer')];
    const { items } = await editor.client.call(listAutomation, { query: { q: item } });
    const line = items.find(({ itemName }) => itemName === item);
    if (!line) throw new Error(`${item} is not automatic`);
    const draft = await editor.client.call(createSetting, { body: { itemId: line.itemId, model: 'automatic' } });
    await editor.visit(`/workbench/automation/settings/${draft.id}`);
    const { page } = editor;
    await page.getByLabel('抽查比例（%）').fill('100');
    await page.getByLabel('修改说明').fill('试运行期间全部复核');
    await page.getByRole('button', { name: /^保存/ }).click();
    await page.getByText('没有障碍，可以启用。').waitFor();
    expect(await page.getByRole('button', { name: '启用', exact: true }).count()).toBe(0);
    await editor.capture('automation-setting');
    await approver.visit(`/workbench/automation/settings/${draft.id}`);
    await approver.page.getByRole('button', { name: '启用', exact: true }).click();
    await approver.page.getByRole('dialog').getByRole('button', { name: '启用', exact: true }).click();
    await approver.page.getByText('已启用').waitFor();
    await editor.visit('/workbench/automation');
    await rowOf(page, item).waitFor();
    await editor.capture('automation-items');
  });

  test('市民在手机上预审、改正、提交，几秒后拿到凭证；决定写明由系统作出', async () => {
    const { page } = phone;
    await phone.visit(`/search?q=${encodeURIComponent(item)}`);
    await page.getByRole('link', { name: item, exact: true }).first().click();
    await page.getByRole('link', { name: '在线申请', exact: true }).first().click();
    await page.getByRole('link', { name: '开始申请' }).click();
    await signInCitizen(page, '林晓燕');
    await page.getByRole('button', { name: '开始填写' }).click();
    await fillIn(phone, '有');
    await page.getByText('正在从事有收入的工作', { exact: true }).waitFor();
    await phone.capture('automation-pre-check');
    await page.getByRole('button', { name: '去修改表单' }).click();
    await fillIn(phone, '没有');
    await page.getByText('预审通过，提交后当场办理').waitFor();
    await page.getByLabel(/^我承诺填写的内容/).check();
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.getByText('申请已获准予').waitFor({ timeout: 30_000 });
    await page.getByRole('link', { name: '查看证照' }).waitFor({ timeout: 30_000 });
    await phone.capture('automation-receipt');
    await page.getByRole('link', { name: '查看办理进度' }).click();
    await page.getByText('这个办件由系统自动办理').waitFor({ timeout: 30_000 });
    expect(await page.getByRole('main').innerText()).toContain('系统自动');
    caseUrl = new URL(page.url()).pathname;
    await phone.capture('automation-case');
  });

  test('监督的人读得懂依据；复核的人推翻，证照随即失效', async () => {
    const supervisor = await officer('supervisor');
    await supervisor.visit('/workbench/automation?tab=results');
    await rowOf(supervisor.page, item).first().click();
    const drawer = supervisor.page.getByRole('dialog', { name: '自动审批依据' });
    await drawer.getByText('问题清单', { exact: true }).waitFor();
    expect(await drawer.innerText()).toMatch(/没有同一事项的在办件[\s\S]*办理方式[\s\S]*自动办理/);
    expect(await drawer.getByRole('button', { name: '推翻决定' }).count()).toBe(0);
    await supervisor.capture('automation-explanation');
    const decider = await officer('labour.decider');
    await decider.visit('/workbench/automation?tab=reviews');
    await rowOf(decider.page, item).first().click();
    await decider.page.getByRole('button', { name: '推翻决定' }).click();
    const dialog = decider.page.getByRole('dialog', { name: '推翻这个决定？' });
    await dialog.getByRole('button', { name: '推翻决定' }).click();
    await dialog.getByText(/撤销理由.*5/).waitFor();
    await dialog.getByLabel('撤销理由').fill('失业日期与停保记录不符。');
    await dialog.getByRole('button', { name: '推翻决定' }).click();
    await decider.page.getByText('决定已撤销').first().waitFor();
    await decider.capture('automation-overturned');
    await phone.visit(caseUrl);
    await phone.page.getByText('准予决定已撤销').waitFor();
    await phone.capture('automation-revoked');
    await decider.visit('/workbench/automation?tab=statistics');
    await decider.page.getByText('误判率').first().waitFor();
    await decider.capture('automation-statistics');
  });

  test('一键停止全部，原因人人可见；恢复后照常', async () => {
    const { page, capture, visit } = await officer('supervisor');
    await visit('/workbench/automation');
    await page.getByRole('button', { name: '停止全部' }).click();
    const dialog = page.getByRole('dialog', { name: '停止全部自动审批？' });
    await dialog.getByLabel('原因').fill('发现一件误判，先停下核查。');
    await dialog.getByRole('button', { name: '停止全部' }).click();
    await page.getByText('全部自动审批已停止，新的申请由工作人员办理').waitFor();
    await page.getByText('发现一件误判，先停下核查。').waitFor();
    await capture('automation-stopped');
    await page.getByRole('button', { name: '恢复全部' }).click();
    const again = page.getByRole('dialog', { name: '恢复自动审批？' });
    await again.getByLabel('原因').fill('已经查明，是个别数据问题。');
    await again.getByRole('button', { name: '恢复全部' }).click();
    await page.getByText(/自动审批运行中/).waitFor();
  });
});
