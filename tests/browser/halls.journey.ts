import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { searchItems } from '../../server/src/modules/catalog/contract.ts';
import { getHallSettings, listManagedHalls, saveHallSettings } from '../../server/src/modules/halls/configuration.contract.ts';
import { getDraft, listDrafts, saveDraft, submitDraft } from '../../server/src/modules/intake/contract.ts';
import { listRatings } from '../../server/src/modules/ratings/contract.ts';
import { signInCitizen } from './citizen.ts';
import { choose } from './items-desk.ts';
import { openBrowser, welcome, type Visitor } from './open-page.ts';
import { takeSeats, type Officer } from './staff.ts';

const citizenName = '王秀兰';
const item = '80周岁以上老年人高龄津贴申领';
const allDay = { from: '00:00', to: '23:59' };

let browser: Browser;
let leader: Officer;
let clerk: Officer;
let citizen: Visitor;
let kiosk: Visitor;
let terminal: Visitor;
let hallId = '';
let [code, number, caseNumber] = ['', '', ''];
const { officer, faults } = takeSeats(() => browser);

beforeAll(async () => {
  browser = await openBrowser();
  leader = await officer('hall.leader');
  clerk = await officer('civil.window');
  [citizen, kiosk, terminal] = await Promise.all([welcome(browser, 'desktop'), welcome(browser, 'desktop'), welcome(browser, 'desktop')]);
  hallId = (await leader.client.call(listManagedHalls, {})).items[0]?.hallId ?? '';
  // At whatever hour the journey runs, the hall is open and the next slot so near that one may check in.
  const { version, configuration } = await leader.client.call(getHallSettings, { params: { hallId } });
  await leader.client.call(saveHallSettings, { params: { hallId }, body: { version, configuration: {
    ...configuration, hours: configuration.hours.map(({ weekday }) => ({ weekday, periods: [allDay] })), queues: configuration.queues.map((queue) => ({ ...queue, slotMinutes: 10 })), seats: configuration.seats.map((seat) => ({ ...seat, ...allDay })),
  } } });
});
afterAll(async () => { await browser.close(); });

/** Registers a device as a hall leader does, and gives the path it opens. */
async function register(kind: string, name: string, window?: string): Promise<string> {
  const { page, visit } = leader;
  await visit(`/workbench/halls/${hallId}/devices`);
  await page.getByRole('button', { name: '登记设备' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('类型').click();
  await choose(page, kind);
  await dialog.getByLabel('名称').fill(name);
  if (window !== undefined) {
    await dialog.getByLabel(/所在的窗口/).click();
    await choose(page, new RegExp(`^${window} 号`));
  }
  await dialog.getByRole('button', { name: '登记设备' }).click();
  const url = new URL((await dialog.locator('.hall-key').first().innerText()).trim());
  await leader.capture(`halls-key-${kind}`);
  await dialog.getByRole('button', { name: '已复制，关闭' }).click();
  return url.pathname + url.hash;
}

describe('大厅：从预约到评价', () => {
  test('HAL-03 登记取号机和评价器；打开后在线，模拟设备也在跳', async () => {
    await kiosk.visit(await register('取号机', '取号机 9'));
    await terminal.visit(await register('评价器', '评价器 13', '13'));
    await kiosk.page.getByRole('button', { name: '预约签到' }).waitFor();
    await terminal.page.getByText('欢迎办事').waitFor();
    expect(kiosk.page.url()).not.toContain('#');
    const devices = leader.page.getByRole('table', { name: '设备' });
    const state = (name: string): Locator => devices.getByRole('row').filter({ hasText: name }).locator('.tag').last();
    await expect.poll(async () => [await state('取号机 9').innerText(), await state('评价器 13').innerText()], { timeout: 20_000 }).toEqual(['在线', '在线']);
    await expect.poll(() => devices.getByRole('row').filter({ hasText: '模拟' }).filter({ hasText: '在线' }).count(), { timeout: 90_000, interval: 1_000 }).toBeGreaterThan(3);
    await leader.capture('halls-devices');
  }, 120_000);

  test('HAL-02 有人走开一分钟，取号机回到开头，输入的内容不留给下一位', async () => {
    const { page } = kiosk;
    await page.clock.install();
    await page.reload();
    await page.getByRole('button', { name: '预约签到' }).click();
    await page.locator('.kiosk__keys').getByRole('button', { name: '1', exact: true }).click();
    await page.clock.fastForward(59_000);
    expect(await page.locator('.kiosk__keys').count()).toBe(1);
    await page.clock.fastForward(2_000);
    await page.getByRole('button', { name: '按业务取号', pressed: true }).waitFor();
    await page.clock.resume();
  });

  test('HAL-02 从办事指南预约，得到预约码', async () => {
    const { items: [found] } = await clerk.client.call(searchItems, { query: { q: '高龄津贴', limit: 1 } });
    await citizen.visit(`/items/${found?.id}`);
    await citizen.page.getByRole('link', { name: '预约到大厅办理' }).click();
    await signInCitizen(citizen.page, citizenName);
    await citizen.page.getByRole('group', { name: '时段' }).or(citizen.page.getByRole('radiogroup', { name: '时段' })).getByRole('radio').first().check();
    await citizen.page.getByRole('button', { name: '确认预约' }).click();
    const shown = citizen.page.locator('.hall-code').first();
    await shown.waitFor();
    code = (await shown.innerText()).replace(/\D/g, '');
    expect(code).toMatch(/^\d{8}$/);
    await citizen.capture('halls-appointment');
  });

  test('HAL-02 在取号机输入预约码签到', async () => {
    const { page } = kiosk;
    await page.getByRole('button', { name: '预约签到' }).click();
    await page.getByRole('button', { name: '签到取号' }).click();
    await page.getByText('请输入八位数字。').first().waitFor();
    for (const digit of code) await page.locator('.kiosk__keys').getByRole('button', { name: digit, exact: true }).click();
    await kiosk.capture('halls-check-in');
    await page.getByRole('button', { name: '签到取号' }).click();
    number = (await page.locator('.slip__number').innerText()).trim();
    expect(number).toMatch(/^B\d{3}$/);
  });

  test('HAL-02 窗口叫号，登记时取号人已填好；提交后办件编号回到号上', async () => {
    const { page, visit, client } = clerk;
    await visit('/workbench/calling');
    await page.getByRole('button', { name: '上岗' }).click();
    await page.getByRole('button', { name: '叫下一个' }).click();
    await expect.poll(() => page.locator('.calling-current__number b').innerText()).toBe(number);
    await page.getByRole('button', { name: '登记办件' }).click();
    await page.getByText(`为 ${number} 号登记`).waitFor();
    await page.keyboard.press('1');
    await expect.poll(() => page.getByLabel('姓名', { exact: true }).inputValue()).toBe(citizenName);
    expect(await page.getByLabel('证件号码', { exact: true }).inputValue()).toMatch(/^\d{17}[\dX]$/);
    await clerk.capture('halls-registration');
    await page.getByRole('button', { name: '核对无误，开始填写' }).click();
    await page.getByRole('heading', { level: 2, name: '申请材料' }).waitFor();
    const draftId = (await client.call(listDrafts, {})).items.find(({ itemName }) => itemName === item)?.id ?? '';
    const draft = await client.call(getDraft, { params: { draftId } });
    const answers = { ...draft.answers, address: '示范镇', household: '511602000000', livingState: '独居', bankName: '示范银行', bankAccount: '6217000000000000000', byFamily: false, declared: true };
    const materials = draft.materials.filter(({ required }) => required).map(({ material }) => ({ key: material.key, fileIds: [], paperReceived: true }));
    const { revision } = await client.call(saveDraft, { params: { draftId }, body: { revision: draft.revision, answers, materials } });
    caseNumber = (await client.call(submitDraft, { params: { draftId }, body: { revision, declared: true } })).number;
    await visit('/workbench/calling');
    await page.getByRole('link', { name: caseNumber }).waitFor();
    await clerk.capture('halls-calling');
  });

  test('HAL-02 RAT-01 办结后评价器请群众评价，一次；评价进入好差评', async () => {
    await clerk.page.getByRole('button', { name: '办结' }).click();
    const { page } = terminal;
    await page.getByRole('heading', { name: `${number} 号，请您评价这次服务` }).waitFor();
    await terminal.capture('halls-terminal');
    await page.getByRole('button', { name: '满意', exact: true }).click();
    await page.getByRole('button', { name: '服务态度较好' }).click();
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByText('感谢您的评价').waitFor();
    await page.getByText('欢迎办事').waitFor();
    const supervisor = await officer('supervisor');
    expect((await supervisor.client.call(listRatings, { query: { limit: 1 } })).items).toMatchObject([{ level: 2, channel: 'hall-terminal', itemName: item, caseNumber: null }]);
  });

  test('HAL-03 窗口为设备报修，负责人处理到确认；HAL-02 号票可以导出', async () => {
    const { page } = clerk;
    await page.getByRole('button', { name: '设备报修' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('设备', { exact: true }).click();
    await choose(page, /^评价器 13/);
    await dialog.getByLabel('故障类型').click();
    await choose(page, '屏幕故障');
    await dialog.getByLabel('哪里不好').fill('屏幕有一道竖线');
    await dialog.getByRole('button', { name: '报修' }).click();
    await page.getByText(/已报修，单号/).waitFor();

    await leader.visit(`/workbench/halls/${hallId}/devices?tab=faults`);
    const row = leader.page.getByRole('table', { name: '故障报修' }).getByRole('row').filter({ hasText: '评价器 13' });
    for (const [button, note, state] of [['接手处理', '', '处理中'], ['已解决', '换了屏幕排线', '已解决'], ['确认修好', '', '已确认']] as const) {
      await row.click();
      const fault = leader.page.getByRole('dialog');
      if (note !== '') await fault.getByLabel(/处理情况/).fill(note);
      await fault.getByRole('button', { name: button }).click();
      await expect.poll(() => row.locator('.tag').first().innerText()).toBe(state);
    }
    await leader.capture('halls-faults');
    await leader.visit(`/workbench/halls/${hallId}?tab=tickets`);
    await expect.poll(() => leader.page.getByRole('table', { name: '号票' }).innerText()).toContain(caseNumber);
    const href = await leader.page.getByRole('link', { name: '导出 Excel' }).getAttribute('href');
    const file = await leader.page.request.get(new URL(href ?? '', leader.page.url()).href);
    expect([file.status(), file.headers()['content-type']]).toEqual([200, expect.stringContaining('spreadsheet')]);
    expect([...await faults(), ...kiosk.faults, ...terminal.faults, ...citizen.faults]).toEqual([]);
  });
});
