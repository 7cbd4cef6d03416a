import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { applyOnline } from '../../server/src/cli/journey/apply.ts';
import { workOn } from '../../server/src/cli/journey/handle.ts';
import { actAs } from '../../server/src/cli/journey/people.ts';
import { getCase } from '../../server/src/modules/cases/contract.ts';
import { getSituationForm } from '../../server/src/modules/guidance/contract.ts';
import { getDraft, saveDraft } from '../../server/src/modules/intake/contract.ts';
import { demoCompanies } from '../../server/src/seed/identity/demo-citizens.ts';
import { signInCitizen } from './citizen.ts';
import { openBrowser, seeOff, viewports, welcome, type Visitor } from './open-page.ts';
import { findAtWindow } from './registration-desk.ts';
import { clientOf, takeSeats, type Officer } from './staff.ts';

const [permit, filing] = ['劳务派遣经营许可', '劳务派遣单位设立分公司备案'];
const licence = '劳务派遣经营许可证';
const company = '广安示例餐饮有限公司';
const creditCode = demoCompanies.find(({ name }) => name === company)?.creditCode ?? '';

let browser: Browser;
let phone: Visitor;
const { officer, faults } = takeSeats(() => browser);
/** What the citizen holds in hand. */
const held = { first: '' };

beforeAll(async () => {
  browser = await openBrowser();
  phone = await welcome(browser, 'phone');
});
afterAll(seeOff);
afterEach(async () => { expect([...phone.faults, ...await faults()]).toEqual([]); });

/** What everybody may see of a phone: nothing to push sideways. */
async function look(name: string): Promise<void> {
  await phone.capture(name);
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth), `${name} 横向滚动`).toBeLessThanOrEqual(viewports.phone.width);
}

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: '扫共享码' });

/** Makes a code on the phone: the permit, for whatever item; gives its digits. */
async function makeCode(page: Page): Promise<string> {
  await page.getByRole('link', { name: '生成共享码' }).click();
  await page.getByRole('checkbox', { name: new RegExp(`^${licence}`) }).check();
  await page.getByRole('checkbox', { name: '我已经看过，同意按以上内容提供' }).check();
  await page.getByRole('button', { name: '同意并生成共享码' }).click();
  await page.getByRole('img', { name: '共享码二维码' }).waitFor();
  return (await page.locator('.share-code__number').innerText()).replaceAll(/\D/g, '');
}

/** Begins the registration of the filing and opens the scanning by its key. */
async function beginScanning(clerk: Officer): Promise<void> {
  const { page } = clerk;
  await findAtWindow(clerk, filing, filing);
  await page.locator('#document-number').waitFor();
  await page.keyboard.press('Alt+q');
  await dialog(page).getByLabel('共享码', { exact: true }).waitFor();
}

/** Fills the form in with its own sample; its controls are those of every other journey. */
async function fillForm({ page, client, visit }: Officer): Promise<void> {
  await page.getByText(/^已保存/).waitFor();
  const address = new URL(page.url()).pathname;
  const params = { draftId: address.split('/').at(-1) ?? '' };
  await visit('/workbench/registration');
  const draft = await client.call(getDraft, { params });
  const { sampleData } = await client.call(getSituationForm, { params: { versionId: draft.itemVersionId ?? '', formKey: draft.formKey } });
  const materials = draft.materials.map(({ material: { key }, licenceId, licenceConsent, files, paperReceived }) => ({ key, licenceId, licenceConsent, paperReceived, fileIds: files.map(({ id }) => id) }));
  await client.call(saveDraft, { params, body: { revision: draft.revision, answers: { ...sampleData, ...draft.answers }, materials } });
  await visit(address);
}

describe('共享码：手机出示，窗口扫码免交 (INT-09)', () => {
  test('企业先在网上办好劳务派遣经营许可证', async () => {
    await phone.visit('/sign-in');
    await signInCitizen(phone.page, '周慧');
    const sharer = { name: '周慧', client: await clientOf(phone.page) };
    await actAs(sharer, company);
    const { caseId } = await applyOnline(sharer, { item: permit });
    const find = () => sharer.client.call(getCase, { params: { caseId } });
    while ((await find()).outcome === null) for (const post of ['window', 'examiner', 'reviewer', 'decider']) await workOn(await officer(`labour.${post}`), caseId);
    await expect.poll(async () => (await find()).licence?.name, { timeout: 30_000 }).toBe(licence);
  });

  test('手机上选择、看清同意书、出示：二维码、数字和倒计时在一屏里；没有选、没有同意的说明', async () => {
    const { page } = phone;
    await phone.visit('/space/share-codes');
    await page.getByRole('heading', { level: 1, name: '我的共享码' }).waitFor();
    await look('share-code-empty');
    await page.getByRole('link', { name: '生成共享码' }).click();
    await page.getByRole('button', { name: '同意并生成共享码' }).click();
    await page.getByText('请看过同意书，勾选同意。').waitFor();
    await page.getByText('请至少选择一份证照或材料。').waitFor();
    await look('share-code-choose');
    await phone.visit('/space/share-codes');
    held.first = await makeCode(page);
    expect(held.first).toMatch(/^\d{8}$/);
    const bottom = await page.locator('.share-code__left').evaluate((element) => element.getBoundingClientRect().bottom + window.scrollY);
    expect(bottom).toBeLessThanOrEqual(viewports.phone.height * 1.35);
    await look('share-code-shown');
  });

  test('窗口扫码填入申请人、看到同意的内容、放入材料免交，提交', async () => {
    const clerk = await officer('labour.window');
    const { page } = clerk;
    await beginScanning(clerk);
    await page.keyboard.press('Enter');
    await dialog(page).getByText('请扫描共享码，或者输入 8 位数字。').waitFor();
    await dialog(page).getByLabel('共享码', { exact: true }).pressSequentially(held.first);
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('list', { name: '同意提供的内容' }).getByText(licence, { exact: true }).waitFor();
    await clerk.capture('share-code-scanned');
    await dialog(page).getByRole('button', { name: '填入申请人' }).click();
    await expect.poll(() => page.locator('#document-number').inputValue()).toBe(creditCode);
    await page.keyboard.press('Alt+s');
    await dialog(page).getByRole('button', { name: '放入材料' }).click();
    await dialog(page).getByText('已放入 1 份').waitFor();
    await clerk.capture('share-code-placed');
    await dialog(page).getByRole('button', { name: '完成' }).click();
    await page.locator('#material-dispatch-licence').getByText(/^凭共享码提供，申请人 \d\d:\d\d 同意$/).waitFor();
    await fillForm(clerk);
    await page.locator('#material-dispatch-licence').getByText(/^凭共享码提供，申请人 \d\d:\d\d 同意$/).waitFor();
    await page.locator('#material-branch-licence').getByRole('checkbox').check();
    await page.getByRole('checkbox', { name: /申请人确认所填内容和材料真实有效/ }).check();
    await clerk.capture('share-code-registration');
    await page.getByText(/^已保存/).waitFor();
    await page.keyboard.press('Alt+s');
    await page.getByRole('heading', { level: 1, name: '登记完成' }).waitFor();
  });

  test('市民看到谁在什么时候扫码、用到哪件；再出示一个，立即撤回，窗口被告知', async () => {
    const { page } = phone;
    await page.getByText(`已随“${filing}”提交`, { exact: true }).waitFor();
    await page.getByText(/^广安市广安区人力资源和社会保障局（.+）扫码查看$/).waitFor();
    await look('share-code-used');
    await page.getByRole('link', { name: '全部共享码' }).click();
    const second = await makeCode(page);
    await page.getByRole('button', { name: '撤回', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click();
    await page.getByText('没有人可以再用它查看和取用。').waitFor();
    await look('share-code-withdrawn');

    const clerk = await officer('labour.window');
    await beginScanning(clerk);
    await clerk.page.keyboard.type(second);
    await clerk.page.keyboard.press('Enter');
    await dialog(clerk.page).getByText('申请人已撤回这次共享').waitFor();
    await clerk.capture('share-code-refused');
    clerk.pardon(/status of 422/);
  });
});
