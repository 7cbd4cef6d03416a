import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isFormDefinition, listFields } from '../../packages/form-model/src/index.ts';
import { createDraft, getItemVersion, listStaffItems } from '../../server/src/modules/catalog/contract.ts';
import { saved } from './items-desk.ts';
import { openBrowser, seeOff } from './open-page.ts';
import { seatOfficer, type Officer } from './staff.ts';
import { hasFocus, pressByKeys, tabTo } from './walk-by-keys.ts';

const item = '仅销售预包装食品备案';
const formName = '场所情况登记表';
let browser: Browser;
let administrator: Officer;
let versionId = '';

beforeAll(async () => {
  browser = await openBrowser();
  administrator = await seatOfficer(browser, 'item.admin');
  const { items } = await administrator.client.call(listStaffItems, { query: { q: item, limit: 20 } });
  const found = items[0];
  if (!found) throw new Error(`no item ${item}`);
  versionId = (await administrator.client.call(createDraft, { params: { itemId: found.id }, body: {} }, { idempotencyKey: `forms-${found.id}` })).versionId;
});
afterAll(seeOff);

const control = (page: Page, name: string): Locator => page.locator(`.fd-palette [data-control="${name}"]`);
const card = (page: Page, label: string): Locator => page.locator('.fd-canvas .fd-card').filter({ hasText: label });
const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name: new RegExp(`^${name}`) });

/** Names the field that was just put in, by keys: Enter goes to its properties, Escape comes back. */
async function nameByKeys(page: Page, kind: string, label: string): Promise<void> {
  await expect.poll(() => hasFocus(card(page, kind).last())).toBe(true);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+KeyA');
  await page.keyboard.type(label);
  await page.keyboard.press('Escape');
  await expect.poll(() => hasFocus(card(page, label))).toBe(true);
}

/** Writes a rule of the field that has the focus, by keys. */
async function writeRule(page: Page, rule: string, source: string): Promise<void> {
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('combobox', { name: rule }));
  await page.keyboard.press('ControlOrMeta+KeyA');
  await page.keyboard.type(source);
  const editor = page.getByRole('combobox', { name: rule });
  // The editor is loaded when it is first shown; what was typed into its stand-in is typed again.
  if (!(await editor.innerText()).includes(source)) {
    await editor.focus();
    await page.keyboard.press('ControlOrMeta+KeyA');
    await page.keyboard.type(source);
  }
}

async function fields(): Promise<readonly { id: string; label: string }[]> {
  const { elements } = await administrator.client.call(getItemVersion, { params: { versionId } });
  const definition = elements.forms.find(({ name }) => name === formName)?.definition;
  return isFormDefinition(definition) ? listFields(definition) : [];
}

describe('表单设计器 (FRM-01…FRM-04)', () => {
  test('新建表单，只用键盘放进三个字段，循环计算当场说明，改好', async () => {
    const { page, visit, capture } = administrator;
    await visit(`/workbench/catalogue/versions/${versionId}/edit?at=forms`);
    await page.getByRole('button', { name: '新建表单' }).click();
    await page.getByLabel('表单名称').fill(formName);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: new RegExp(formName) }).waitFor();

    await pressByKeys(page, control(page, 'number'));
    await nameByKeys(page, '数字', '建筑面积');
    await page.locator('h1').click();
    await pressByKeys(page, control(page, 'number'));
    await nameByKeys(page, '数字', '使用面积');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => page.locator('.fd-canvas .fd-card__label').allInnerTexts()).toEqual(['使用面积', '建筑面积']);
    await page.keyboard.press('ControlOrMeta+KeyZ');
    await expect.poll(() => page.locator('.fd-canvas .fd-card__label').allInnerTexts()).toEqual(['建筑面积', '使用面积']);

    // A name is completed from the words people know.
    await writeRule(page, '自动计算', '建筑');
    await page.getByRole('option', { name: /建筑面积/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.type(' * 0.8');
    await page.getByText('读作：“建筑面积” * 0.8').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowUp');
    await writeRule(page, '自动计算', 'number2 + 10');
    const circle = '“建筑面积”的自动计算用到“使用面积”，“使用面积”的自动计算用到“建筑面积”，互相等待';
    await page.locator('.fd-problems').getByText(circle, { exact: false }).waitFor();
    await capture('form-designer-circle');
    await page.keyboard.press('ControlOrMeta+KeyA');
    await page.keyboard.press('Delete');
    await page.getByText('没有发现问题').waitFor();
    await page.keyboard.press('Escape');
    await saved(page);
    expect((await fields()).map(({ label }) => label)).toEqual(['建筑面积', '使用面积']);
  });

  test('键盘删除、移动和添加，撤销、重做后键盘停在改动的卡片上', async () => {
    const { page } = administrator;
    const labels = page.locator('.fd-canvas .fd-card__label');
    const step = async (keys: string, shown: readonly string[], at: string): Promise<void> => {
      await page.keyboard.press(keys);
      await expect.poll(() => labels.allInnerTexts()).toEqual(shown);
      await expect.poll(() => hasFocus(card(page, at))).toBe(true);
    };
    const both = ['建筑面积', '使用面积'];
    await card(page, '使用面积').focus();
    await step('Delete', ['建筑面积'], '建筑面积');
    await step('ControlOrMeta+KeyZ', both, '使用面积');
    await step('Alt+ArrowUp', ['使用面积', '建筑面积'], '使用面积');
    await step('ControlOrMeta+KeyZ', both, '使用面积');
    await step('ControlOrMeta+KeyY', ['使用面积', '建筑面积'], '使用面积');
    await step('ControlOrMeta+KeyZ', both, '使用面积');
    await page.locator('h1').click();
    await pressByKeys(page, control(page, 'date'));
    await expect.poll(() => hasFocus(card(page, '日期'))).toBe(true);
    await step('ControlOrMeta+KeyZ', both, '使用面积');
    await step('ControlOrMeta+Shift+KeyZ', [...both, '日期'], '日期');
    await step('ControlOrMeta+KeyZ', both, '使用面积');
    await saved(page);
  });

  test('拖进图片和表格，拖到旁边排成一行', async () => {
    const { page, capture } = administrator;
    await control(page, 'image').dragTo(page.locator('.fd-end').last());
    await card(page, '图片').waitFor();
    await control(page, 'table').dragTo(page.locator('.fd-end').last());
    await card(page, '表格').waitFor();
    const beside = await card(page, '建筑面积').boundingBox();
    await card(page, '使用面积').dragTo(card(page, '建筑面积'), { targetPosition: { x: (beside?.width ?? 0) - 6, y: 20 } });
    await expect.poll(async () => {
      const [one, other] = [await card(page, '建筑面积').boundingBox(), await card(page, '使用面积').boundingBox()];
      return one?.y === other?.y && (other?.x ?? 0) > (one?.x ?? 0);
    }).toBe(true);
    await capture('form-designer');
    await saved(page);
    expect((await fields()).map(({ label }) => label)).toEqual(['建筑面积', '使用面积', '图片', '表格']);
  });

  test('分组存入公共字段库，再插入一份，谁在用', async () => {
    const { page } = administrator;
    await page.locator('.fd-section__title').first().click();
    await page.getByLabel('字段组名称').fill('场所面积');
    await page.getByRole('button', { name: '存入公共字段库' }).click();
    await page.getByText('取自“场所面积”第 1 版').waitFor();
    await saved(page);
    await page.getByRole('button', { name: '从公共字段库插入' }).click();
    await page.getByRole('menuitem', { name: /场所面积/ }).click();
    await expect.poll(() => page.locator('.fd-section').count()).toBe(2);
    await page.getByText('没有发现问题').waitFor();
    await page.keyboard.press('Delete');
    await expect.poll(() => page.locator('.fd-section').count()).toBe(1);
    await page.locator('.fd-section__title').first().click();
    await saved(page);
    await page.getByText('谁在用').click();
    await page.locator('.fd-right').getByRole('link', { name: `${item}：${formName}` }).waitFor();
  });

  test('纸面合并格子，打印出来只有一页表', async () => {
    const { page, capture } = administrator;
    await tab(page, '纸面').click();
    await page.locator('.fd-sheetcell').getByText('使用面积').click();
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(() => page.getByRole('spinbutton', { name: '占几格' }).inputValue()).toBe('7');
    await capture('form-designer-paper');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.fd-sheet .tbf-paper').isVisible()).toBe(true);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: null });
  });

  test('手机、自助终端和纸面预览，测试数据能提交；存进草稿', async () => {
    const { page, capture, visit, faults } = administrator;
    await tab(page, '预览').click();
    await page.getByRole('button', { name: '填入测试数据' }).click();
    await page.getByText('已填入一组符合全部规则的测试数据').waitFor();
    await page.getByRole('button', { name: '检查能否提交' }).click();
    await page.getByText('可以提交：全部规则都通过').waitFor();
    for (const device of ['手机', '自助终端', '纸面']) {
      await page.locator('.ant-segmented-item', { hasText: device }).click();
      const shown = page.locator(device === '纸面' ? '.fd-sheet' : '.fd-device');
      await shown.waitFor();
      expect(await shown.evaluate((element) => element.scrollWidth <= element.clientWidth + 1)).toBe(true);
      await capture(`form-designer-${device}`);
    }
    expect(await page.locator('.fd-sheet').innerText()).toContain('使用面积');
    await tab(page, '与已发布版本比较').click();
    await page.getByText('已发布的版本里没有这份表单').waitFor();
    await tab(page, '对草稿的影响').click();
    await page.getByText(/没有正在填写的草稿|份正在填写的草稿/).waitFor();
    await visit(`/workbench/catalogue/versions/${versionId}/edit?at=forms`);
    await page.getByRole('link', { name: formName }).waitFor();
    expect(faults).toEqual([]);
  });
});
