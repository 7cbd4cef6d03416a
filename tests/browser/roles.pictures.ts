import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { applyOnline } from '../../server/src/cli/journey/apply.ts';
import { fictitiousMobile, fictitiousResidentId } from '../../server/src/kernel/identity/fictitious-numbers.ts';
import { signInCitizen } from './citizen.ts';
import { citizenOf } from './desk-cases.ts';
import { createDeviceDesk } from './device-desk.ts';
import { pictureOf } from './manual-picture.ts';
import { openBrowser, seeOff, welcome } from './open-page.ts';
import { takeSeats } from './staff.ts';

const item = '80周岁以上老年人高龄津贴申领';
const elder = { name: '龙㛃', sex: '女', birthDate: '1942-05-27', number: fictitiousResidentId(731, '19420527') };
const desk = createDeviceDesk([elder]);

let browser: Browser;
const { officer } = takeSeats(() => browser);

beforeAll(async () => {
  browser = await openBrowser();
  await desk.start();
});
afterAll(async () => {
  await seeOff();
  await desk.stop();
});

test('窗口：待办、读证、高拍、快捷键', async () => {
  const picture = pictureOf('window');
  const applicant = await citizenOf(fictitiousMobile(6));
  for (let count = 0; count < 3; count += 1) await applyOnline(applicant, { item, options: { who: 'self' }, answers: { byFamily: false } });
  const { page, visit } = await officer('civil.window');
  await visit('/workbench/inbox');
  await page.getByRole('table', { name: '待办' }).getByRole('row').nth(3).waitFor();
  await picture(page, 'inbox');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await picture(page, 'keys', page.getByRole('dialog'));
  await page.keyboard.press('Escape');
  await desk.connect(page);
  await picture(page, 'devices', 480);
  await page.keyboard.press('Escape');
  await visit('/workbench/registration');
  await page.getByRole('textbox', { name: '查找事项' }).fill('高龄');
  await page.locator('.finder').getByRole('button', { name: item }).waitFor();
  await picture(page, 'find', 480);
  await page.locator('.finder').getByRole('button', { name: item }).click();
  await page.getByText('子女等亲属或者村（社区）代办').waitFor();
  await page.keyboard.press('1');
  await page.getByRole('button', { name: /读身份证/ }).waitFor();
  await page.keyboard.press('Alt+r');
  await page.getByText(`已读取${elder.name}的身份证`).waitFor();
  await page.getByLabel('手机号码', { exact: true }).fill(fictitiousMobile(731));
  await picture(page, 'card');
  await page.getByRole('button', { name: '核对无误，开始填写' }).click();
  await page.getByRole('button', { name: '高拍仪 户口簿' }).click();
  const scan = page.getByRole('dialog', { name: '高拍：户口簿' });
  await scan.getByRole('button', { name: '拍一页' }).click();
  await scan.getByRole('button', { name: '第 1 页' }).waitFor();
  await picture(page, 'scan');
});

test('系统、安全、审计管理员', async () => {
  const picture = pictureOf('admin');
  const { page, visit } = await officer('system.admin');
  await visit('/workbench/staff');
  await page.getByRole('row').nth(3).waitFor();
  await picture(page, 'staff');
  await page.getByRole('button', { name: '开通账号' }).click();
  const opening = page.getByRole('dialog');
  await opening.getByLabel('姓名', { exact: true }).fill('傅晓峰');
  await opening.getByLabel('账号名', { exact: true }).fill('fuxiaofeng');
  await opening.getByRole('button', { name: /^开\s?通$/ }).click();
  await picture(page, 'open-account');
  await visit('/workbench/calendar');
  await picture(page, 'calendar');
  await visit('/workbench/outbox');
  await picture(page, 'channels');
  await visit('/workbench/site');
  await picture(page, 'site');

  const security = await officer('security.admin');
  await security.visit('/workbench/roles');
  await security.page.getByRole('row').nth(3).waitFor();
  await picture(security.page, 'roles');
  await security.page.getByRole('button', { name: '授予角色' }).click();
  await picture(security.page, 'assign', security.page.getByRole('dialog'));

  const auditor = await officer('audit.admin');
  await auditor.visit('/workbench/audit');
  await auditor.page.getByRole('button', { name: '核对审计链' }).click();
  await auditor.page.getByText(/^审计链完整/).waitFor();
  await picture(auditor.page, 'audit');
});

test('办事群众：手机', async () => {
  const picture = pictureOf('citizen');
  const elderly = await welcome(browser, 'phone');
  await elderly.visit('/');
  await elderly.page.getByRole('button', { name: '大字版' }).click();
  await picture(elderly.page, 'home-large', 844);
  const phone = await welcome(browser, 'phone');
  const { page } = phone;
  const save = (name: string): Promise<void> => picture(page, name, 844);
  await phone.visit('/');
  await save('home');
  await phone.visit('/sign-in');
  await save('sign-in');
  await signInCitizen(page, '王秀兰');
  for (const [path, name] of [['/space/cases', 'cases'], ['/space/mandates', 'mandates'], ['/space/account', 'account'], ['/progress', 'progress']] as const) {
    await phone.visit(path);
    await top(page);
    await save(name);
  }
});

/** The page from its beginning. */
async function top(page: Page): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0));
}
