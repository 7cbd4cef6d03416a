import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyOnline } from '../../server/src/cli/journey/apply.ts';
import { actAs, type Participant } from '../../server/src/cli/journey/people.ts';
import { assignRole } from '../../server/src/kernel/access/contract.ts';
import { getSession, openStaffAccount } from '../../server/src/kernel/identity/contract.ts';
import { fictitiousMobile } from '../../server/src/kernel/identity/fictitious-numbers.ts';
import { totpCodeAt } from '../../server/src/kernel/identity/totp.ts';
import { getCase } from '../../server/src/modules/cases/contract.ts';
import type { Receipt } from '../../server/src/modules/intake/contract.ts';
import { citizenOf, noticeShown, openCase, pressPrimary, statusOf, tickEverything } from './desk-cases.ts';
import { openBrowser, seeOff, welcome } from './open-page.ts';
import { officerOn, seatOfficer, type Officer } from './staff.ts';

const application = { item: '80周岁以上老年人高龄津贴申领', options: { who: 'self' }, answers: { byFamily: false } };
let browser: Browser;
let clerk: Officer;
let elder: Participant;
beforeAll(async () => {
  browser = await openBrowser();
  clerk = await seatOfficer(browser, 'civil.window');
  elder = await citizenOf(fictitiousMobile(6));
});
afterAll(seeOff);

test('不予受理：条件不符合的不能受理，说明写入理由；写明情形，出具决定书 (DEC-01)', async () => {
  const { page } = clerk;
  const { number } = await applyOnline(elder, application);
  await openCase(clerk, number);
  const condition = page.locator('.desk__left .document', { hasText: '年满80周岁。' });
  await condition.getByRole('radio', { name: '不符合' }).click();
  await condition.getByRole('textbox').fill('申请之日79周岁');
  await pressPrimary(page, '受理');
  await page.getByText('有 1 条审查要点不符合，不能受理').first().waitFor();
  await page.getByRole('button', { name: '不予受理' }).click();
  await expect.poll(() => page.getByLabel('理由（写明事实和依据）').inputValue()).toBe('不具备“年满80周岁”的条件：申请之日79周岁。');
  await page.getByLabel('不属于本机关职权范围').check();
  const confirm = page.getByRole('button', { name: '作出不予受理决定' });
  await page.getByLabel('理由（写明事实和依据）').fill('申请人户籍不在本区。');
  await confirm.click();
  await page.getByText('请填写应当向哪个机关申请。').waitFor();
  const competent = page.getByLabel('应当向哪个机关申请');
  expect(await competent.evaluate((field) => field === document.activeElement)).toBe(true);
  await competent.fill('前锋区民政局');
  await clerk.capture('desk-refusal-sheet');
  await confirm.click();
  await noticeShown(page, '不予受理决定书').waitFor();
  await expect.poll(() => statusOf(page).innerText()).toBe('不予受理');
  await clerk.capture('desk-refusal-notice');
  expect(clerk.faults).toEqual([]);
});

test('决定环节的审查要点在决定之前核对：没有核对的不能准予，不符合的写入不予许可的理由，决定后看得到核对了什么 (DEC-01, HND-04)', async () => {
  const caterer = await citizenOf(fictitiousMobile(2));
  await actAs(caterer, '广安示例餐饮有限公司');
  const { number } = await applyOnline(caterer, { item: '仅销售预包装食品备案' });
  const desk = await seatOfficer(browser, 'market.window');
  const { page, capture } = desk;
  await openCase(desk, number);
  await tickEverything(page);
  await pressPrimary(page, '受理');
  await noticeShown(page, '受理通知书').waitFor();
  const point = page.locator('.desk__left .point', { hasText: '只含预包装食品' });
  await point.waitFor();
  await pressPrimary(page, '作出决定');
  const sheet = page.getByRole('dialog', { name: '作出决定' });
  await sheet.getByText('还有 1 条审查要点没有核对').first().waitFor();
  await sheet.getByLabel('决定意见').fill('符合备案要求。');
  await sheet.getByRole('button', { name: '准予许可，出具决定书' }).click();
  await capture('desk-decision-points');
  expect(await statusOf(page).innerText()).toBe('审查中');
  await sheet.getByRole('button', { name: '取消' }).click();
  await point.getByRole('radio', { name: '不符合' }).click();
  await point.getByRole('textbox').fill('现场有散装糕点');
  await pressPrimary(page, '作出决定');
  await sheet.getByText('有 1 条审查要点不符合，不能准予许可').first().waitFor();
  await sheet.getByText('不予许可', { exact: true }).click();
  await expect.poll(() => sheet.getByLabel('不予许可的理由（写入决定书）').inputValue()).toContain('现场有散装糕点。');
  await sheet.getByRole('button', { name: '取消' }).click();
  await point.getByRole('radio').first().click();
  await pressPrimary(page, '作出决定');
  await sheet.getByText('准予许可', { exact: true }).click();
  await sheet.getByRole('button', { name: '准予许可，出具决定书' }).click();
  await page.locator('.desk__middle iframe[title$="决定书"]').waitFor();
  const decided = page.getByRole('region', { name: '审查意见' }).locator('.opinion').first();
  await decided.getByRole('button', { name: '核对要点 1 条，全部符合' }).click();
  await decided.getByRole('listitem').filter({ hasText: '只含预包装食品' }).waitFor();
  await capture('desk-decision-points-record');
  expect(desk.faults).toEqual([]);
});

/** A new clerk of the department: account by the system administrator, role by the security administrator, first sign-in by the clerk. */
async function addColleague(): Promise<Officer> {
  const [system, security] = [await seatOfficer(browser, 'system.admin'), await seatOfficer(browser, 'security.admin')];
  const organizationId = (await clerk.client.call(getSession, {})).session?.account.organization?.id ?? '';
  const accountName = `civil.window.${process.pid}`;
  const { staffId, initialPassword } = await system.client.call(openStaffAccount, { body: { accountName, name: '傅晓峰', organizationId, postCodes: ['window'] } });
  await security.client.call(assignRole, { body: { staffId, roleCode: 'window-clerk', scope: { kind: 'organization', organizationId } } });
  const visitor = await welcome(browser, 'workbench');
  const { page } = visitor;
  await visitor.visit('/workbench/');
  await page.getByLabel('账号', { exact: true }).fill(accountName);
  await page.getByLabel('密码', { exact: true }).fill(initialPassword);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByLabel('新密码', { exact: true }).fill('Tong-ban!Window-2');
  await page.getByLabel('再输一次').fill('Tong-ban!Window-2');
  await page.getByRole('button', { name: '更换并继续' }).click();
  const secret = await page.locator('.sign-in__enrol .number').innerText();
  await visitor.capture('desk-first-sign-in-totp');
  await page.getByLabel('6 位数字').fill(totpCodeAt(secret.replace(/\s/g, ''), new Date()));
  await page.getByRole('button', { name: '绑定并登录' }).click();
  return officerOn(visitor, '傅晓峰');
}

describe('两名窗口人员同时办一件', () => {
  let colleague: Officer;
  let receipt: Receipt;
  beforeAll(async () => {
    colleague = await addColleague();
    receipt = await applyOnline(elder, application);
  });

  test('慢的一方被告知刚刚被处理，写好的意见还在', async () => {
    await openCase(clerk, receipt.number);
    await openCase(colleague, receipt.number);
    await tickEverything(clerk.page);
    await tickEverything(colleague.page);
    await colleague.page.getByLabel('受理意见（选填）').fill('已核对原件，予以受理。');
    await clerk.page.keyboard.press('Alt+s');
    await expect.poll(() => statusOf(clerk.page).innerText()).toBe('审查中');
    await colleague.page.keyboard.press('Alt+s');
    const told = colleague.page.getByRole('alert');
    await expect.poll(() => told.innerText()).toContain('刚刚被处理，刷新查看');
    expect(await told.innerText()).toContain('这个办件刚刚有了新的办理动作');
    expect(await colleague.page.getByLabel('受理意见（选填）').inputValue()).toBe('已核对原件，予以受理。');
    await colleague.capture('desk-two-clerks-told');
    await colleague.page.getByRole('button', { name: '刷新查看' }).click();
    await expect.poll(() => statusOf(colleague.page).innerText()).toBe('审查中');
    await expect.poll(() => colleague.page.locator('.bar').innerText()).toContain('您未提交的意见：已核对原件，予以受理。');
    await colleague.capture('desk-two-clerks-refreshed');
  });

  test('办件已到下一环节时，旧页面上的不予受理被拒绝并说明，理由不丢', async () => {
    const { caseId, number } = await applyOnline(elder, application);
    await openCase(colleague, number);
    await colleague.page.getByRole('button', { name: '不予受理' }).click();
    await colleague.page.getByLabel('理由（写明事实和依据）').fill('年龄不符合规定的条件。');
    await openCase(clerk, number);
    await tickEverything(clerk.page);
    await clerk.page.keyboard.press('Alt+s');
    await expect.poll(() => statusOf(clerk.page).innerText()).toBe('审查中');
    await colleague.page.getByRole('button', { name: '作出不予受理决定' }).click();
    await expect.poll(() => colleague.page.getByRole('alert').innerText()).toContain('刚刚被处理');
    expect(await colleague.page.getByLabel('理由（写明事实和依据）').inputValue()).toBe('年龄不符合规定的条件。');
    expect((await elder.client.call(getCase, { params: { caseId } })).status).toBe('accepted');
  });

  test('别的部门的办件，对本部门来说不存在', async () => {
    const stranger = await seatOfficer(browser, 'housing.window');
    await stranger.visit(`/workbench/cases/${receipt.caseId}`);
    await expect.poll(() => stranger.page.getByRole('alert').innerText()).toContain('没有找到这个办件');
    await stranger.capture('desk-other-department');
    await stranger.visit(`/workbench/cases?q=${receipt.number}`);
    await stranger.page.getByText('没有符合条件的记录').waitFor();
  });
});
