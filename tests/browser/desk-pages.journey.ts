import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyAtWindow, samplePdf } from '../../server/src/cli/journey/apply.ts';
import { fictitiousMobile, fictitiousResidentId } from '../../server/src/kernel/identity/fictitious-numbers.ts';
import { getCase } from '../../server/src/modules/cases/contract.ts';
import { openBrowser, seeOff, viewports, welcome } from './open-page.ts';
import { platform } from './platform.ts';
import { signInOn, takeSeats } from './staff.ts';

let browser: Browser;
const ids = { case: '', version: '', item: '' };
const item = '80周岁以上老年人高龄津贴申领';
const { officer } = takeSeats(() => browser);

beforeAll(async () => {
  browser = await openBrowser();
  const clerk = await officer('civil.window');
  const person = { name: '廖文德', documentType: '111', documentNumber: fictitiousResidentId(811, '19410203'), mobile: fictitiousMobile(811) };
  const { caseId } = await applyAtWindow(clerk, { item, options: { who: 'self' }, answers: { byFamily: false } }, person);
  const view = await clerk.client.call(getCase, { params: { caseId } });
  Object.assign(ids, { case: caseId, version: view.itemVersionId, item: view.itemId });
});
afterAll(seeOff);

/** Everything that was asked for is here: nothing turns, nothing stands in for what is to come. */
async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await expect.poll(() => page.locator('.ant-skeleton, .ant-spin-spinning, .shell__progress, .list-skeleton').count()).toBe(0);
}

/** How far the page, or its main part, is wider than its screen. */
function overhangOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const main = document.getElementById('main');
    return Math.max(document.documentElement.scrollWidth - window.innerWidth, main ? main.scrollWidth - main.clientWidth : 0);
  });
}

const pages: readonly [name: string, accountName: string, path: () => string][] = [
  ['home', 'civil.window', () => '/'], ['inbox', 'civil.window', () => '/inbox'], ['inbox-done', 'civil.window', () => '/inbox/done'],
  ['inbox-to-read', 'civil.window', () => '/inbox/to-read'], ['registration', 'civil.window', () => '/registration'],
  ['registration-start', 'civil.window', () => `/registration/items/${ids.item}`], ['cases', 'civil.window', () => '/cases'],
  ['case', 'civil.window', () => `/cases/${ids.case}`], ['licences', 'civil.window', () => '/licences'], ['messages', 'civil.window', () => '/messages?show=all'],
  ['account', 'civil.window', () => '/account'], ['calendar', 'civil.window', () => '/calendar'],
  ['seals', 'civil.decider', () => '/seals'],
  ['supervision', 'supervisor', () => '/supervision'], ['supervision-cases', 'supervisor', () => '/supervision?tab=cases'],
  ['supervision-signals', 'supervisor', () => '/supervision?tab=signals'], ['rectifications', 'supervisor', () => '/rectifications'],
  ['stuck-matters', 'supervisor', () => '/stuck-matters?which=all'], ['stuck-matters-duty', 'supervisor', () => '/stuck-matters?tab=duty'], ['stuck-matters-knowledge', 'supervisor', () => '/stuck-matters?tab=knowledge'],
  ['stuck-matters-statistics', 'supervisor', () => '/stuck-matters?tab=statistics'], ['stuck-matters-settings', 'supervisor', () => '/stuck-matters?tab=settings'], ['stuck-matter-registration', 'approval.window', () => '/stuck-matters/new'],
  ['archives', 'supervisor', () => '/archives'], ['archive-figures', 'supervisor', () => '/archives?tab=figures'], ['archive-retention', 'supervisor', () => '/archives?tab=retention'],
  ['hand-out', 'emergency.window', () => '/hand-out'], ['custody', 'emergency.window', () => '/custody?view=all'], ['custody-batches', 'emergency.window', () => '/custody?tab=batches'], ['custody-rules', 'item.admin', () => '/custody?tab=rules'],
  ['catalogue', 'item.admin', () => '/catalogue'], ['catalogue-version', 'item.admin', () => `/catalogue/versions/${ids.version}`],
  ['catalogue-editor', 'item.admin', () => `/catalogue/versions/${ids.version}/edit`], ['catalogue-guidance', 'item.admin', () => `/catalogue/versions/${ids.version}/guidance`],
  ['catalogue-guidance-ways', 'item.admin', () => `/catalogue/versions/${ids.version}/guidance?view=paths`],
  ['automation', 'item.admin', () => '/automation'], ['automation-results', 'supervisor', () => '/automation?tab=results'], ['automation-statistics', 'supervisor', () => '/automation?tab=statistics'],
  ['rules', 'civil.items', () => '/rules'], ['intelligence', 'civil.items', () => '/intelligence'], ['dispatch', 'urban.items', () => '/dispatch'], ['dispatch-monitor', 'supervisor', () => '/dispatch?tab=monitor'], ['dispatch-records', 'supervisor', () => '/dispatch?tab=records'], ['organizations', 'system.admin', () => '/organizations'], ['staff', 'system.admin', () => '/staff'], ['outbox', 'system.admin', () => '/outbox'], ['outbox-topics', 'system.admin', () => '/outbox?tab=topics'], ['outbox-deliveries', 'system.admin', () => '/outbox?tab=deliveries'], ['outbox-statistics', 'system.admin', () => '/outbox?tab=statistics'],
  ['message-templates', 'civil.items', () => '/document-templates?family=message'], ['site', 'system.admin', () => '/site'],
  ['roles', 'security.admin', () => '/roles'], ['audit', 'audit.admin', () => '/audit'],
];

describe('工作台的每一页', () => {
  test.each(pages)('%s：1366 和 1920 宽都不横向滚动，没有错误', async (name, accountName, path) => {
    const seat = await officer(accountName);
    for (const viewport of ['workbench', 'wide'] as const) {
      await seat.page.setViewportSize(viewports[viewport]);
      if (viewport === 'workbench') await seat.visit(`/workbench${path()}`);
      await settle(seat.page);
      await seat.capture(`desk-page-${name}-${viewports[viewport].width}`);
      expect(await overhangOf(seat.page)).toBeLessThanOrEqual(0);
    }
    expect(seat.faults.splice(0)).toEqual([]);
  });

  test('办件页在 1366×768 上不用滚动就看到时限、申请人、材料、意见和过程', async () => {
    const { page, visit } = await officer('civil.window');
    await page.setViewportSize(viewports.workbench);
    await visit(`/workbench/cases/${ids.case}`);
    await settle(page);
    const parts = [
      page.getByRole('region', { name: '办理时限' }), page.getByRole('region', { name: '申请人' }), page.locator('.documents__group').first(),
      page.getByRole('region', { name: '审查意见' }), page.getByRole('region', { name: '办理过程' }), page.locator('.bar'),
    ];
    // Whoever sits at a window of a hall has the calling bar as well; another journey may have seated this clerk.
    const callingBar = page.locator('.calling-bar');
    const room = viewports.workbench.height + (await callingBar.count() === 0 ? 0 : (await callingBar.boundingBox())?.height ?? 0);
    for (const part of parts) {
      const box = await part.boundingBox();
      expect(box).not.toBeNull();
      expect((box?.y ?? 0) + (box?.height ?? Infinity)).toBeLessThanOrEqual(room);
    }
  });
});

describe('键盘和大字', () => {
  test('问号列出本页的快捷键，Esc 关闭；/ 到搜索；j 和 Enter 打开一行', async () => {
    const { page, visit } = await officer('civil.window');
    await visit('/workbench/cases?q=廖文德');
    await page.getByRole('row').filter({ hasText: '廖文德' }).first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    const help = page.getByRole('dialog');
    await expect.poll(() => help.innerText()).toContain('打开选中的行');
    await page.keyboard.press('Escape');
    await expect.poll(() => help.isVisible()).toBe(false);
    await page.keyboard.press('/');
    expect(await page.locator('[aria-label="搜索办件"]:focus').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.locator('.desk__head').waitFor();
  });

  test('大字放大全部内容，仍不横向滚动；刷新后保持', async () => {
    const { page, visit, capture } = await officer('civil.window');
    await visit(`/workbench/cases/${ids.case}`);
    const size = () => page.locator('.desk__head h1').evaluate((heading) => parseFloat(getComputedStyle(heading).fontSize));
    await settle(page);
    const before = await size();
    await page.getByRole('button', { name: '大字' }).click();
    await expect.poll(size).toBeGreaterThan(before * 1.15);
    for (const [name, path] of [['case', `/cases/${ids.case}`], ['home', '/'], ['inbox', '/inbox'], ['registration-start', `/registration/items/${ids.item}`]] as const) {
      await visit(`/workbench${path}`);
      await settle(page);
      await capture(`desk-large-${name}`);
      expect(await overhangOf(page)).toBeLessThanOrEqual(0);
    }
    await page.getByRole('button', { name: '标准字' }).click();
  });
});

test('网络断开时打开的页面说明原因，网络恢复后自己打开', async () => {
  const seat = await officer('civil.window');
  const { page } = seat;
  await seat.visit('/workbench/');
  await settle(page);
  // What the browser still has of other visits must not serve the page.
  await page.route(/\/assets\/RegistrationPage-/, (route) => route.abort('internetdisconnected'));
  await page.context().setOffline(true);
  await page.getByRole('link', { name: /窗口登记$/ }).first().click();
  await page.getByRole('alert').getByText('这个页面暂时打不开').waitFor();
  await seat.capture('desk-page-offline');
  await page.unroute(/\/assets\/RegistrationPage-/);
  await page.context().setOffline(false);
  await page.getByRole('heading', { name: '窗口登记', level: 1 }).waitFor();
  seat.pardon(/ERR_INTERNET_DISCONNECTED/);
});

test('内网以 http 的名称打开时，一样能登录、登记和上传', async () => {
  const origin = new URL(platform.url);
  origin.hostname = 'hall.test';
  const visitor = await welcome(browser, 'workbench', { origin: origin.href });
  const { page } = visitor;
  await visitor.visit('/workbench/');
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  await signInOn(page, 'civil.window');
  await visitor.visit(`/workbench/registration/items/${ids.item}`);
  await page.getByText('老年人本人').click();
  await page.getByLabel('证件号码').fill(fictitiousResidentId(812, '19410203'));
  await page.getByLabel('姓名').fill('马玉珍');
  await page.getByLabel('手机号码').fill(fictitiousMobile(812));
  await page.getByRole('button', { name: '核对无误，开始填写' }).click();
  const content = Buffer.from(await samplePdf('户口簿').arrayBuffer());
  await page.getByLabel('上传 户口簿').setInputFiles({ name: '户口簿.pdf', mimeType: 'application/pdf', buffer: content });
  await page.locator('#material-household-register .slot__done').waitFor();
  expect(visitor.faults).toEqual([]);
});
