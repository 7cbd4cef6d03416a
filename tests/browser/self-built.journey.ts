import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyOnline } from '../../server/src/cli/journey/apply.ts';
import { createSelfBuiltSimulator } from '../../server/src/modules/self-built/simulator/self-built-simulator.ts';
import { demoCitizens } from '../../server/src/seed/identity/demo-citizens.ts';
import { signInCitizen } from './citizen.ts';
import { citizenOf } from './desk-cases.ts';
import { openBrowser, seeOff, viewports, welcome, type Visitor } from './open-page.ts';
import { platform } from './platform.ts';
import { takeSeats } from './staff.ts';

const item = '不动产转移登记（存量房买卖）';
const name = '不动产登记系统';
const { mobile = '' } = demoCitizens.find((one) => one.key === 'citizen') ?? {};

const held: { key?: { keyId: string; secret: string }; first: string; second: string } = { first: '', second: '' };
const simulator = createSelfBuiltSimulator({ name, platform: () => platform.url, key: () => held.key, now: () => new Date() });
let browser: Browser;
let phone: Visitor;
const { officer, faults } = takeSeats(() => browser);

beforeAll(async () => {
  await new Promise<void>((resolve) => { simulator.server.listen(0, '127.0.0.1', resolve); });
  browser = await openBrowser();
  phone = await welcome(browser, 'phone');
});
afterAll(async () => {
  await seeOff();
  simulator.server.close();
  simulator.server.closeAllConnections();
});

/** What everybody may see of a phone: nothing to push sideways. */
async function look(picture: string): Promise<void> {
  await phone.capture(picture);
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth), `${picture} 横向滚动`).toBeLessThanOrEqual(viewports.phone.width);
}

/** An application of the citizen; gives the id and number of its case. */
async function apply(): Promise<{ caseId: string; number: string }> {
  return applyOnline(await citizenOf(mobile), { item });
}

/** Presses a button of the simulated system and waits for what the platform said. */
async function act(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).click();
  await page.locator('#answer').getByText(`${label}：平台已收到`).waitFor();
}

describe('自建系统跳转并回流 (INT-04)', () => {
  test('系统管理员改地址、生成密钥、试连；地址不对的当场说明', async () => {
    const { page, visit, capture } = await officer('system.admin');
    await visit('/workbench/self-built-systems');
    const card = page.getByRole('region', { name });
    await card.getByRole('button', { name: '设 置' }).or(card.getByRole('button', { name: '设置' })).click();
    const settings = page.getByRole('dialog', { name: `“${name}”的设置` });
    await settings.getByLabel('进入地址', { exact: true }).fill('bdc');
    await settings.getByRole('button', { name: /保\s?存/ }).click();
    await settings.getByText('请填写完整的 https 地址').waitFor();
    await capture('self-built-settings');
    const url = `http://127.0.0.1:${(simulator.server.address() as AddressInfo).port}/`;
    await settings.getByLabel('进入地址', { exact: true }).fill(url);
    await settings.getByLabel('服务地址', { exact: true }).fill(url);
    await settings.getByRole('button', { name: /保\s?存/ }).click();
    await settings.waitFor({ state: 'detached' });
    await card.getByText(url).first().waitFor();
    await card.getByRole('button', { name: /密\s?钥/ }).click();
    const keys = page.getByRole('dialog', { name: `“${name}”的签名密钥` });
    await keys.getByRole('button', { name: '生成密钥' }).click();
    await keys.getByText('密钥只显示这一次').waitFor();
    const [keyId = '', secret = ''] = (await keys.locator('.facts dd').allInnerTexts()).map((told) => told.trim());
    held.key = { keyId, secret };
    await capture('self-built-key');
    await keys.getByRole('button', { name: /关\s?闭/ }).last().click();
    await card.getByRole('button', { name: /试\s?连/ }).click();
    await page.getByText('已连通').waitFor();
    await card.getByText('正常').waitFor();
    await card.getByText('身份信息、编号、申请表和申请材料').waitFor();
    await capture('self-built-systems');
  });

  test('申请人在办件页面同意后跳转，地址里没有个人信息；对方看到来人，返回平台', async () => {
    const { caseId, number } = await apply();
    held.first = caseId;
    await phone.visit(`/cases/${caseId}`);
    await signInCitizen(phone.page, '林晓燕');
    const card = phone.page.locator('.tb-card', { hasText: `在“${name}”办理` });
    await card.getByText('已登记，待进入').waitFor();
    await card.getByRole('button', { name: `进入${name}` }).click();
    await card.getByText('请先阅读并勾选同意。').waitFor();
    await look('self-built-consent');
    await card.getByRole('checkbox').check();
    await card.getByRole('button', { name: `进入${name}` }).click();
    await phone.page.waitForURL(/ticket=/);
    await phone.page.getByText(number).waitFor();
    await phone.page.getByText('林晓燕').first().waitFor();
    // Nothing is typed twice: the form and the materials are there, and a file opens.
    await phone.page.getByRole('region', { name: '不动产转移登记申请表' }).getByText('示范小区1栋1单元101号').waitFor();
    const materials = phone.page.getByRole('region', { name: '申请材料' });
    const file = await phone.page.request.get(await materials.getByRole('link').first().evaluate((link: HTMLAnchorElement) => link.href));
    expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect(phone.page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?ticket=[0-9a-f-]{36}\.\d+\.[\w-]+\.[0-9a-f]{64}$/);
    await look('self-built-there');
    await phone.page.reload();
    await phone.page.getByText('票据已经用过').waitFor();
    phone.pardon(/403/);
    await phone.visit(`/cases/${caseId}`);
    await card.getByText('已进入，待受理').waitFor();
    await card.getByText('取得您同意提供的申请内容').waitFor();
  });

  test('窗口人员带办：再次进入，对方受理、调查、决定、送达，办件随着往前走', async () => {
    const { page, visit, capture } = await officer('resources.window');
    await visit(`/workbench/cases/${held.first}`);
    const panel = page.getByRole('region', { name: `在“${name}”办理` });
    await panel.getByText('申请人已同意提供身份信息、编号、申请表和申请材料').waitFor();
    const opened = page.waitForEvent('popup');
    await panel.getByRole('button', { name: '再次进入' }).click();
    const there = await opened;
    await there.getByText(/区自然资源|自然资源和规划局/).first().waitFor();
    for (const label of ['受理', '权籍调查完成', '准予登记', '送达证书']) await act(there, label);
    await there.close();
    await page.reload();
    await panel.getByText('已送达').waitFor();
    await panel.getByRole('link', { name: '不动产登记结果.pdf' }).waitFor();
    await page.locator('.desk__head').getByText('已办结').waitFor();
    await page.getByText('权籍调查').first().waitFor();
    await capture('self-built-case');
  });

  test('改了提供的内容，下次进入重新征得同意，对方只取得同意过的 (INT-04)', async () => {
    const { caseId } = await apply();
    const { page, visit, capture } = await officer('system.admin');
    const change = async (label: string) => {
      await visit('/workbench/self-built-systems');
      await page.getByRole('region', { name }).getByRole('button', { name: /设\s?置/ }).click();
      const settings = page.getByRole('dialog', { name: `“${name}”的设置` });
      await settings.getByRole('radio', { name: label, exact: true }).check();
      await capture('self-built-disclosure');
      await settings.getByRole('button', { name: /保\s?存/ }).click();
      await settings.waitFor({ state: 'detached' });
    };
    const card = phone.page.locator('.tb-card', { hasText: `在“${name}”办理` });
    const enter = async () => {
      await phone.visit(`/cases/${caseId}`);
      await card.getByRole('checkbox').check();
      await card.getByRole('button', { name: /进入/ }).click();
      await phone.page.waitForURL(/ticket=/);
    };
    await change('身份信息和编号');
    await enter();
    await phone.page.getByText('平台没有设置向贵系统提供申请表').waitFor();
    await change('身份信息、编号、申请表和申请材料');
    await phone.visit(`/cases/${caseId}`);
    await card.getByText('提供的内容现在有变化，请重新阅读').waitFor();
    await look('self-built-consent-again');
    await enter();
    await phone.page.getByRole('region', { name: '申请材料' }).getByRole('link').first().waitFor();
  });

  test('申请人看到每一步和结果材料', async () => {
    await phone.visit(`/cases/${held.first}`);
    const card = phone.page.locator('.tb-card', { hasText: `在“${name}”办理` });
    await card.getByText('已送达').first().waitFor();
    await card.getByText('权籍调查', { exact: true }).waitFor();
    await card.getByRole('link', { name: '不动产登记结果.pdf' }).waitFor();
    await look('self-built-progress');
    expect(phone.faults).toEqual([]);
  });

  test('对方停机：当场说明，登记保留；管理员看到没有进入的，恢复后对账一致', async () => {
    const { caseId, number } = await apply();
    held.second = number;
    simulator.fail = 503;
    await phone.visit(`/cases/${caseId}`);
    const card = phone.page.locator('.tb-card', { hasText: `在“${name}”办理` });
    await card.getByRole('checkbox').check();
    await card.getByRole('button', { name: `进入${name}` }).click();
    await card.getByText(new RegExp(`登记已经保留，编号 ${number}`)).waitFor();
    await look('self-built-down');
    phone.pardon(/503/);
    const { page, visit, capture } = await officer('system.admin');
    await visit('/workbench/self-built-systems');
    await page.getByRole('region', { name }).getByText('不通', { exact: true }).waitFor();
    await page.getByRole('region', { name }).getByRole('link', { name: /待处理/ }).click();
    await page.getByRole('row').filter({ hasText: number }).waitFor();
    await capture('self-built-outstanding');
    simulator.fail = undefined;
    await page.getByText('对账', { exact: true }).click();
    await page.getByRole('button', { name: /对\s?账/ }).click();
    await page.getByText('双方一致').waitFor();
    await capture('self-built-reconciliation');
    await page.getByText('被拒绝的回传', { exact: true }).click();
    await page.getByText('没有被拒绝的回传').waitFor();
    expect(await faults()).toEqual([]);
  });
});
