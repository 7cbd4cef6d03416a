import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose, told } from './items-desk.ts';
import { pictureOf } from './manual-picture.ts';
import { openBrowser, seeOff } from './open-page.ts';
import { takeSeats } from './staff.ts';

let browser: Browser;
const { officer } = takeSeats(() => browser);
const picture = pictureOf('templates');
const list = '/workbench/document-templates';
const item = '80周岁以上老年人高龄津贴申领';

beforeAll(async () => { browser = await openBrowser(); });
afterAll(seeOff);

test('文书模板', async () => {
  const { page, visit } = await officer('civil.items');
  await visit(list);
  await page.getByRole('row').filter({ hasText: '撤回申请确认书' }).waitFor();
  await picture(page, 'list', 720);
  await page.getByRole('row').filter({ hasText: '不予许可决定书' }).first().click();
  await page.getByRole('heading', { level: 1, name: '不予许可决定书' }).waitFor();
  await page.getByRole('button', { name: '定制', exact: true }).click();
  await page.locator('#template-item').fill(item);
  await choose(page, item);
  await picture(page, 'create', page.getByRole('dialog'));
  await page.getByRole('dialog').getByRole('button', { name: '新建草稿' }).click();

  const side = page.getByRole('complementary', { name: '预览和检查' });
  const last = page.getByRole('region', { name: '段落 5', exact: true });
  await last.getByRole('textbox').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: '段落 6', exact: true }).getByRole('textbox').and(page.locator(':focus')).waitFor();
  await page.keyboard.insertText('津贴原拟发放至');
  await page.keyboard.press('{');
  await page.getByRole('combobox', { name: '查找字段' }).fill('开户');
  await side.getByRole('tab', { name: /检查/ }).click();
  await page.getByRole('region', { name: '段落 6', exact: true }).getByRole('button', { name: '插入字段：段落' }).click();
  await page.getByRole('combobox', { name: '查找字段' }).fill('开户');
  await picture(page, 'editor');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '删除：段落 5' }).click();
  await side.getByText('缺少“救济途径”').waitFor();
  await picture(page, 'check');
  await side.getByRole('button', { name: '补上“救济途径”' }).click();
  await expect.poll(() => page.locator('.wb-page__aside').innerText()).toMatch(/已保存/);

  const decider = await officer('civil.decider');
  await decider.visit(`${list}?tailored=tailored`);
  await decider.page.getByRole('row').filter({ hasText: '高龄津贴' }).first().click();
  await decider.page.getByRole('button', { name: '发布', exact: true }).click();
  await decider.page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
  await told(decider.page, '第 1 版已发布');
  await visit(`${list}?tailored=tailored`);
  await page.getByRole('row').filter({ hasText: '高龄津贴' }).first().click();
  await page.getByRole('button', { name: '新建草稿' }).click();
  await told(page, '已新建第 2 版草稿');
  await page.getByRole('region', { name: '段落 5', exact: true }).getByRole('textbox').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('账户有变化的，请及时告知。');
  await expect.poll(() => page.locator('.wb-page__aside').innerText()).toMatch(/已保存/);
  await page.getByText('版本（2）').click();
  await page.locator('.template-compare ins').first().waitFor();
  await picture(page, 'compare', 480);
});
