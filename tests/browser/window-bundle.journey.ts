import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fictitiousMobile, fictitiousResidentId } from '../../server/src/kernel/identity/fictitious-numbers.ts';
import { dayFromNow, tick, typeDay, typeInto } from './fill-form.ts';
import { openBrowser, seeOff, viewports } from './open-page.ts';
import { findAtWindow } from './registration-desk.ts';
import { seatOfficer, type Officer } from './staff.ts';

const bundle = '灵活就业参保';
const [insurance, card] = ['灵活就业人员参保登记', '社会保障卡申领'];
const courier = { number: fictitiousResidentId(741, '19930718'), name: '热依汗', mobile: fictitiousMobile(741) };

let browser: Browser;
let clerk: Officer;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  clerk = await seatOfficer(browser, 'labour.window');
  page = clerk.page;
});
afterAll(seeOff);

const field = (label: string): Locator => page.getByLabel(label, { exact: true });
const button = (name: string | RegExp): Locator => page.getByRole('button', { name });

/** Both widths of the workbench, without sideways scrolling. */
async function look(name: string): Promise<void> {
  for (const viewport of ['wide', 'workbench'] as const) {
    await page.setViewportSize(viewports[viewport]);
    await clerk.capture(`window-bundle-${name}-${viewports[viewport].width}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
}

describe('INT-04、BDL-02 窗口登记一件事：问卷、一张表单、一套材料、一次提交', () => {
  test('从窗口的查找里找到一件事，答完问卷看到事项的先后和一套材料', async () => {
    await findAtWindow(clerk, '灵活就业', bundle, new RegExp(`^${bundle}.*一件事`));
    for (const [question, option] of [['以前交过社会保险吗', '没有'], ['有能用的社会保障卡吗', '没有办过'], ['属于就业困难人员吗', '不属于']] as const) {
      const answer = page.getByRole('group', { name: new RegExp(question) }).getByRole('radio', { name: new RegExp(option) });
      await answer.click();
      // The server says which answers count; the page shows them then.
      await expect.poll(() => answer.isChecked()).toBe(true);
    }
    await page.getByText(`等“${insurance}”办好后开始`).waitFor();
    await page.getByText('2 个事项共用').waitFor();
    await look('start');
    await field('证件号码').fill(courier.number);
    await field('姓名').fill(courier.name);
    await field('手机号码').fill(courier.mobile);
    await page.keyboard.press('Alt+s');
    await page.getByRole('heading', { level: 2, name: '要办的事项' }).waitFor();
  });

  test('草稿随填随存，关了再从首页接着填；缺什么当场说明', async () => {
    await typeInto(page, '联系地址', '广安区和平路9号');
    await page.getByText(/^已保存/).waitFor();
    await clerk.visit('/workbench/');
    await page.getByRole('link', { name: new RegExp(`${courier.name}.*${bundle}`) }).click();
    await expect.poll(() => page.getByRole('textbox', { name: /^联系地址/ }).inputValue()).toBe('广安区和平路9号');
    await page.keyboard.press('Alt+s');
    await page.getByRole('alert').getByText(/^有 \d+ 处需要修改$/).waitFor();
    await look('mistakes');
  });

  test('填完、收材料，一次提交；整件事一份回执，每个办件一份', async () => {
    await tick(page, '就业形式', '自由职业');
    await tick(page, '缴费基数档次', '60%');
    await typeDay(page, '希望开始缴费的日期', dayFromNow(20));
    await tick(page, '缴费方式', '按月');
    await tick(page, '合作银行', '中国农业银行');
    await tick(page, '领卡方式', '银行网点领取');
    await page.getByRole('checkbox', { name: /真实性负责/ }).check();
    for (const paper of await page.locator('.slot').getByRole('checkbox').all()) await paper.check();
    await page.getByRole('checkbox', { name: /申请人确认所填内容和材料真实有效/ }).check();
    await page.getByText(/^已保存/).waitFor();
    await page.keyboard.press('Alt+s');
    await page.getByRole('heading', { level: 1, name: '登记完成' }).waitFor();
    const receipts = page.getByRole('navigation', { name: '回执' });
    await receipts.getByText(`等“${insurance}”办好后自动开始`).waitFor();
    await page.getByRole('img', { name: '查看进度的二维码' }).waitFor();
    expect(await page.getByRole('article').innerText()).toMatch(/YJS-\d{6}-\d{8}-\d{6}/);
    await look('receipt');
    await receipts.getByRole('button', { name: insurance }).click();
    const frame = page.locator(`iframe[title="申请回执 ${insurance}"]`);
    await frame.waitFor();
    await frame.evaluate((one: HTMLIFrameElement) => { if (one.contentWindow) one.contentWindow.print = () => { one.dataset['printed'] = 'yes'; }; });
    await button(/打印回执/).click();
    await expect.poll(() => frame.getAttribute('data-printed')).toBe('yes');
    await button('看办理进度').click();
    await page.getByRole('table').first().waitFor();
    expect(await page.getByRole('main').innerText()).toContain(card);
    expect(clerk.faults).toEqual([]);
  });
});
