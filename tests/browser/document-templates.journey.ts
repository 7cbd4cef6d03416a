import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choose, told } from './items-desk.ts';
import { openBrowser, seeOff, viewports } from './open-page.ts';
import { takeSeats } from './staff.ts';

let browser: Browser;
const { officer, faults } = takeSeats(() => browser);
const item = '高龄津贴';
const list = '/workbench/document-templates';

beforeAll(async () => { browser = await openBrowser(); });
afterAll(seeOff);

/** Waits until the server has everything. */
async function saved(page: Page): Promise<void> {
  await expect.poll(() => page.locator('.wb-page__aside').innerText()).toMatch(/已保存/);
}

const block = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const side = (page: Page): Locator => page.getByRole('complementary', { name: '预览和检查' });
const row = (page: Page, words: RegExp): Locator => page.getByRole('table', { name: '文书和消息模板' }).getByRole('row').filter({ hasText: words }).first();

describe('文书模板：为一个事项定制，直到发布', () => {
  test('HND-05 每个环节都有通用模板，部门只能看；选事项定制，从现在用的开始', async () => {
    const { page, visit, capture } = await officer('civil.items');
    await visit(list);
    await expect.poll(() => page.getByRole('table', { name: '文书和消息模板' }).innerText()).toMatch(/收件[\s\S]*受理[\s\S]*审查[\s\S]*决定[\s\S]*制证[\s\S]*送达[\s\S]*终止/);
    await capture('templates-list');
    await row(page, /不予许可决定书/).click();
    await page.getByRole('heading', { level: 1, name: '不予许可决定书' }).waitFor();
    expect(await page.getByRole('button', { name: '新建草稿' }).count()).toBe(0);
    await page.getByRole('button', { name: '定制' }).click();
    // A press while the dialog is still coming may go past the button.
    await expect.poll(async () => {
      await page.getByRole('dialog').getByRole('button', { name: '新建草稿' }).click();
      return page.getByText('请至少选择一项条件').isVisible();
    }).toBe(true);
    await page.locator('#template-item').fill(item);
    await choose(page, item);
    await page.getByRole('dialog').getByRole('button', { name: '新建草稿' }).click();
    await expect.poll(() => page.locator('.wb-page__aside').innerText()).toMatch(/草稿\s*第 1 版[\s\S]*高龄津贴/);
  });

  test('HND-05 只用键盘：写一段，输入 { 选申请表里的字段，不用记代码', async () => {
    const { page, capture } = await officer('civil.items');
    const last = block(page, '段落 5').getByRole('textbox', { name: '段落' });
    await last.focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await block(page, '段落 6').getByRole('textbox', { name: '段落' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.insertText('津贴原拟发放至');
    await page.keyboard.press('{');
    await page.getByRole('combobox', { name: '查找字段' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.insertText('开户');
    await capture('templates-field');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('。');
    await expect.poll(() => block(page, '段落 6').getByRole('textbox', { name: '段落' }).innerText()).toMatch(/津贴原拟发放至\u200B?开户银行，无则“无”\u200B?。/);
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => block(page, '段落 5').innerText()).toContain('津贴原拟发放至');
    await page.keyboard.press('Control+z');
    await expect.poll(() => block(page, '段落 6').innerText()).toContain('津贴原拟发放至');
    await saved(page);
    await expect.poll(() => side(page).locator('iframe').count()).toBe(1);
    await capture('templates-editor');
  });

  test('HND-05 浏览器关了再开，草稿还在', async () => {
    const { page } = await officer('civil.items');
    await page.reload();
    await expect.poll(() => block(page, '段落 6').innerText()).toContain('津贴原拟发放至');
  });

  test('HND-05 认不得的字段、没写完的括号、缺了救济途径：说明在哪里，一键改好', async () => {
    const { page, capture } = await officer('civil.items');
    const own = block(page, '段落 6').getByRole('textbox', { name: '段落' });
    await own.focus();
    await page.keyboard.press('Control+End');
    await own.evaluate((box) => {
      const data = new DataTransfer();
      data.setData('text/plain', '{{applicant.nmae}}和{{没写完');
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.getByText('没有“applicant.nmae”这个字段').first().waitFor();
    await page.getByText('“{{没写完”的大括号没有写完').first().waitFor();
    await block(page, '段落 5').getByRole('button', { name: '删除：段落 5' }).click();
    await side(page).getByRole('tab', { name: '检查（3）' }).click();
    await side(page).getByText('缺少“救济途径”（《中华人民共和国行政许可法》第三十八条第二款）').waitFor();
    await capture('templates-check');
    await side(page).getByRole('button', { name: '补上“救济途径”' }).click();
    await side(page).getByRole('button', { name: '删去多余的大括号' }).click();
    await block(page, '段落 5').locator('.chip.is-unknown').click();
    await page.getByRole('group', { name: /的写法/ }).getByRole('button', { name: '删去字段' }).click();
    await side(page).getByText('没有要修改的地方。').waitFor();
    await saved(page);
    await page.getByLabel('修改说明').fill('写明津贴账户');
    await saved(page);
    await page.getByRole('button', { name: '可以发布了' }).waitFor();
  });

  test('HND-05 另一个人核对后发布；两个版本逐处比较，退回就是以旧版为基础再发布', async () => {
    const { page, visit, capture } = await officer('civil.decider');
    await visit(`${list}?tailored=tailored`);
    await row(page, /不予许可决定书[\s\S]*高龄津贴/).click();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
    await told(page, '第 1 版已发布');
    const keeper = await officer('civil.items');
    await keeper.visit(`${list}?tailored=tailored`);
    await row(keeper.page, /不予许可决定书[\s\S]*高龄津贴/).click();
    await keeper.page.getByRole('button', { name: '新建草稿' }).click();
    await told(keeper.page, '已新建第 2 版草稿');
    const paragraph = block(keeper.page, '段落 5').getByRole('textbox', { name: '段落' });
    // The draft takes the published version's place a moment after it is told of; a caret set before goes with it.
    await expect
      .poll(async () => {
        await paragraph.focus();
        return paragraph.evaluate((element) => element.contains(document.activeElement));
      })
      .toBe(true);
    await keeper.page.keyboard.press('Control+End');
    await keeper.page.keyboard.insertText('另行通知。');
    await expect.poll(() => paragraph.innerText()).toContain('另行通知。');
    await saved(keeper.page);
    await keeper.page.getByText('版本（2）').click();
    await expect.poll(() => keeper.page.locator('.template-compare').innerText()).toMatch(/修改[\s\S]*另行通知。/);
    await keeper.capture('templates-compare');
    await capture('templates-published');
  });

  test('HND-05 用示例内容和真实办件预览；手机宽度不横向滚动', async () => {
    const { page, visit, capture } = await officer('civil.items');
    await visit(`${list}?stage=issue`);
    await row(page, /电子证照照面/).click();
    await page.getByRole('heading', { level: 1, name: '电子证照照面' }).waitFor();
    await expect.poll(() => side(page).locator('iframe').count()).toBe(1);
    await page.setViewportSize(viewports.phone);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await capture('templates-phone');
    expect(await faults()).toEqual([]);
  });
});
