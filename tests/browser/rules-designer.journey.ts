import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choose, told } from './items-desk.ts';
import { openBrowser, seeOff, viewports } from './open-page.ts';
import { takeSeats } from './staff.ts';

let browser: Browser;
const { officer, faults } = takeSeats(() => browser);
const code = 'bus-card';

beforeAll(async () => { browser = await openBrowser(); });
afterAll(seeOff);

/** Waits until the server has everything. */
async function saved(page: Page): Promise<void> {
  await expect.poll(() => page.locator('.wb-page__aside').innerText()).toMatch(/已保存/);
}

const cell = (page: Page, row: number, column: number): Locator => page.locator(`[data-cell="${row - 1}:${column - 1}"]`);
const checks = (page: Page): Locator => page.getByRole('complementary', { name: '检查和试算' });

/** Writes cells one after another, going on with Tab. */
async function typeCells(page: Page, cells: readonly string[]): Promise<void> {
  for (const text of cells) {
    await page.keyboard.insertText(text);
    await page.keyboard.press('Tab');
  }
}

describe('业务规则：从空表到发布', () => {
  test('DEC-02 用键盘建一张表：新建数据、填行，写错的格当场说明', async () => {
    const { page, visit, capture } = await officer('civil.items');
    await visit('/workbench/rules');
    await expect.poll(() => page.getByRole('table', { name: '业务规则' }).innerText()).toContain('高龄津贴申领条件');
    await capture('rules-list');
    await page.getByRole('button', { name: '新建规则集' }).press('Enter');
    await page.locator('#rule-set-name:focus').waitFor();
    await page.keyboard.insertText('老年人乘车卡档次');
    await page.keyboard.press('Tab');
    await page.keyboard.insertText(code);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '老年人乘车卡档次' }).waitFor();

    await page.getByRole('button', { name: '添加条件' }).press('Enter');
    await page.locator('#column-expression:focus').waitFor();
    await page.keyboard.insertText('年龄');
    await page.getByText('“年龄”还不在数据里').waitFor();
    await page.getByRole('dialog').getByLabel('类型', { exact: true }).click();
    await choose(page, '整数');
    await page.getByRole('dialog').getByLabel('允许的值').fill('[0..150]');
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).press('Enter');

    await page.locator('.grid__field:focus').waitFor();
    await typeCells(page, ['80以上', '甲档', '第三条', '不满60', '丙档', '']);
    await expect.poll(() => cell(page, 1, 1).innerText()).toBe('>= 80');
    await expect.poll(() => cell(page, 1, 2).innerText()).toBe('"甲档"');
    await expect.poll(() => cell(page, 2, 1).innerText()).toBe('< 60');

    await cell(page, 2, 1).click();
    await page.keyboard.insertText('< "六十"');
    await page.keyboard.press('Enter');
    await expect.poll(() => cell(page, 2, 1).getAttribute('title')).toBe('这一列是整数，不能填文字“六十”。');
    await expect.poll(() => checks(page).innerText()).toContain('“结论”第 2 行条件第 1 列：这一列是整数，不能填文字“六十”。');
    await capture('rules-wrong-cell');
    await page.keyboard.press('Control+z');
    await expect.poll(() => cell(page, 2, 1).innerText()).toBe('< 60');
    await saved(page);
  });

  test('DEC-02 缺口带着例子指出来，一键补上正好缺的一段', async () => {
    const { page, capture } = await officer('civil.items');
    const gap = checks(page).getByRole('button', { name: /没有规则适用于：年龄 60 至 79。例如：年龄 60/ });
    await gap.waitFor();
    await capture('rules-gap');
    await checks(page).getByRole('button', { name: '补一行' }).click();
    await expect.poll(() => cell(page, 3, 1).innerText()).toBe('[60..79]');
    await expect.poll(() => page.locator('.grid__field').getAttribute('aria-label')).toContain('第 3 行 结论');
    await page.keyboard.insertText('乙档');
    await page.keyboard.press('Enter');
    await expect.poll(() => cell(page, 3, 2).innerText()).toBe('"乙档"');
    await expect.poll(() => checks(page).innerText()).toContain('没有缺口、重叠和冲突');
  });

  test('DEC-02 自相矛盾的表和会一直运行的表达式不能发布，说明在哪里', async () => {
    const { page, capture } = await officer('civil.items');
    await cell(page, 3, 1).click();
    await page.keyboard.press('F2');
    await page.locator('.grid__field').fill('[60..80]');
    await page.keyboard.press('Enter');
    await checks(page).getByRole('button', { name: /第 1 行与第 3 行同时适用，例如：年龄 80/ }).click();
    await expect.poll(() => page.locator('.grid__row.is-marked').count()).toBe(2);
    await capture('rules-overlap');
    await cell(page, 3, 1).click();
    await page.keyboard.insertText('count(for a in 1..1000000000 return a) > ?');
    await page.keyboard.press('Enter');
    await expect.poll(() => checks(page).innerText()).toContain('“结论”第 3 行条件第 1 列：循环的范围要写成整数，且不超过');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => cell(page, 3, 1).innerText()).toBe('[60..79]');
  });

  test('DEC-02 与 Excel 互相复制粘贴', async () => {
    const { page } = await officer('civil.items');
    await cell(page, 3, 2).click();
    const clip = await page.locator('.grid__field').evaluate((field) => {
      const data = new DataTransfer();
      field.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
      return data.getData('text/plain');
    });
    expect(clip).toBe('"""乙档"""');
    await cell(page, 4, 1).click();
    await page.locator('.grid__field').evaluate((field) => {
      const data = new DataTransfer();
      data.setData('text/plain', '1\t丁档\n2\t戊档\n');
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await expect.poll(() => cell(page, 5, 2).innerText()).toBe('"戊档"');
    await page.keyboard.press('Control+z');
    await expect.poll(() => cell(page, 4, 2).innerText()).toBe('');
  });

  test('DEC-02 试算说出由哪一行决定，存为测试用例', async () => {
    const { page, capture } = await officer('civil.items');
    await page.getByRole('tab', { name: '试算' }).click();
    await checks(page).getByLabel('年龄').fill('83');
    await page.keyboard.press('Enter');
    await expect.poll(() => checks(page).innerText()).toContain('“结论”由第 1 行决定，结果是“甲档”');
    await expect.poll(() => checks(page).innerText()).toContain('年龄：不小于 80（实际 83）');
    await expect.poll(() => page.locator('.grid__row.is-decided').count()).toBe(1);
    await capture('rules-trial');
    await checks(page).getByRole('button', { name: '存为测试用例' }).click();
    await page.getByRole('dialog').getByLabel('名称', { exact: true }).fill('八十三岁');
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    await told(page, '已存为测试用例');
    await page.getByRole('navigation', { name: '规则的各部分' }).getByRole('button', { name: /测试用例/ }).click();
    await page.getByText('1 个测试用例全部通过。').waitFor();
    await saved(page);
    await page.getByRole('button', { name: '可以发布了' }).click();
    await page.getByText('最后修改的人不能自己发布').waitFor();
  });

  test('DEC-02 另一个人核对后发布，列表上就是现行版本', async () => {
    const { page, visit, capture } = await officer('civil.decider');
    await visit(`/workbench/rules?q=${code}`);
    await page.getByRole('table', { name: '业务规则' }).getByText('老年人乘车卡档次').click();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
    await told(page, '第 1 版已发布');
    await expect.poll(() => page.locator('.wb-page__aside').innerText()).toMatch(/已发布/);
    await page.getByRole('navigation', { name: '规则的各部分' }).getByRole('button', { name: '版本' }).click();
    await capture('rules-published');
    await visit(`/workbench/rules?q=${code}`);
    await expect.poll(() => page.getByRole('table', { name: '业务规则' }).innerText()).toMatch(/第 1 版/);
  });

  test('DEC-02 以现行版本新建草稿，逐行比较', async () => {
    const { page, visit, capture } = await officer('civil.items');
    await visit(`/workbench/rules?q=${code}`);
    await page.getByRole('table', { name: '业务规则' }).getByText('老年人乘车卡档次').click();
    await page.getByRole('button', { name: '新建草稿' }).click();
    await told(page, '已新建第 2 版草稿');
    await cell(page, 1, 2).click();
    await page.keyboard.insertText('特档');
    await page.keyboard.press('Enter');
    await saved(page);
    await page.getByRole('navigation', { name: '规则的各部分' }).getByRole('button', { name: '版本' }).click();
    await expect.poll(() => page.locator('.rule-compare__table tbody').innerText()).toMatch(/"甲档"\s*"特档"/);
    await capture('rules-compare');
    await page.getByRole('navigation', { name: '规则的各部分' }).getByRole('button', { name: '试运行' }).click();
    await page.locator('.rule-desk__main').getByRole('button', { name: '试运行' }).click();
    await page.getByText('还没有记录可以试运行').waitFor();
  });

  test('手机宽度不横向滚动', async () => {
    const { page, visit, capture } = await officer('civil.items');
    await visit(`/workbench/rules?q=${code}`);
    await page.getByRole('table', { name: '业务规则' }).getByText('老年人乘车卡档次').click();
    await page.getByRole('heading', { level: 1, name: '老年人乘车卡档次' }).waitFor();
    await page.setViewportSize(viewports.phone);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await capture('rules-phone');
    expect(await faults()).toEqual([]);
  });
});
