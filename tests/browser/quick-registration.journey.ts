import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fictitiousMobile, fictitiousResidentId } from '../../server/src/kernel/identity/fictitious-numbers.ts';
import { countKeys, type CountedKeys } from './count-keys.ts';
import { dayFromNow } from './fill-form.ts';
import { openBrowser, seeOff } from './open-page.ts';
import { seatOfficer, type Officer } from './staff.ts';

const item = '灵活就业人员参保登记';
const courier = { number: fictitiousResidentId(721, '19920718'), name: '阿依努尔', mobile: fictitiousMobile(721) };

let browser: Browser;
let clerk: Officer;
let page: Page;
let keys: CountedKeys;
beforeAll(async () => {
  browser = await openBrowser();
  clerk = await seatOfficer(browser, 'labour.window');
  page = clerk.page;
  keys = await countKeys(page);
});
afterAll(seeOff);

const field = (label: string): Locator => page.getByLabel(label, { exact: true });
const asked = (label: string): Locator => page.getByRole('textbox', { name: new RegExp(`^${label}`) });
const choice = (label: string): Locator => page.getByRole('group', { name: new RegExp(`^${label}`) }).getByRole('radio').first();
const button = (name: string): Locator => page.getByRole('button', { name });

/** From the home page to the applicant: `/`, some letters of the item, down, Enter, and the digit of the situation. */
async function openItem(): Promise<void> {
  await clerk.visit('/workbench/');
  await keys.press('/');
  await keys.arrive(field('搜索办件'));
  await keys.type('lhjy');
  await page.getByRole('option', { name: item }).waitFor();
  await keys.press('ArrowDown', 'Enter');
  await page.getByRole('heading', { level: 1, name: item }).waitFor();
  await page.getByText('以前交过社保吗？').waitFor();
  keys.think();
  await keys.press('1');
  await keys.arrive(field('证件号码'));
}

/** The form, the paper at the counter, the applicant's word, all from one Enter to the next. */
async function fillIn(): Promise<void> {
  await keys.arrive(asked('联系地址'));
  await keys.type('广安区和平路9号');
  await keys.press('Enter');
  for (const label of ['就业形式', '缴费基数档次']) {
    await keys.arrive(choice(label));
    keys.think();
    await keys.press('Space', 'Enter');
  }
  const [year = '', month = '', day = ''] = dayFromNow(20).split('-');
  const date = page.getByRole('group', { name: /^希望开始缴费的日期/ });
  await keys.arrive(date.getByRole('textbox', { name: /年$/ }));
  await keys.type(year);
  for (const part of [month, day]) {
    await keys.press('Enter');
    await keys.type(part);
  }
  await keys.press('Enter');
  await keys.arrive(choice('缴费方式'));
  keys.think();
  await keys.press('Space', 'Enter');
  await keys.arrive(page.getByRole('checkbox', { name: /对申请材料实质内容的真实性负责/ }));
  await keys.press('Space', 'Enter');
  await keys.arrive(page.locator('#material-id-card').getByRole('checkbox'));
  keys.think();
  await keys.press('Space', 'Enter');
  await keys.arrive(page.getByRole('checkbox', { name: /申请人确认所填内容和材料真实有效/ }));
  keys.think();
  await keys.press('Space', 'Enter');
  await keys.arrive(button('提交登记'));
  await keys.press('Enter');
}

async function printReceipt(): Promise<void> {
  await page.getByRole('heading', { level: 1, name: '登记完成' }).waitFor();
  const receipt = page.locator('iframe[title="申请回执"]');
  await receipt.waitFor();
  // A browser without a screen has no printer to ask.
  await receipt.evaluate((frame: HTMLIFrameElement) => { if (frame.contentWindow) frame.contentWindow.print = () => { frame.dataset['printed'] = 'yes'; }; });
  await keys.press('Alt+p');
  await expect.poll(() => receipt.getAttribute('data-printed')).toBe('yes');
}

describe('INT-02、INT-03 一件即办件只用键盘登记，从首页搜索到打印回执', () => {
  test('第一次来办的人：证件号码、姓名、手机，Enter 一路到底，60 秒内的动作', async () => {
    await openItem();
    await keys.type(courier.number);
    await keys.press('Enter');
    await keys.arrive(field('姓名'));
    await keys.type(courier.name);
    await keys.press('Enter');
    await keys.arrive(field('手机号码'));
    await keys.type(courier.mobile);
    await keys.press('Enter');
    await keys.arrive(button('核对无误，开始填写'));
    await clerk.capture('quick-registration-applicant');
    await keys.press('Enter');
    // He agrees by word of mouth that earlier cases are looked up.
    await keys.arrive(page.getByRole('radio', { name: '签署书面同意书' }));
    keys.think();
    await keys.press('ArrowUp', 'Enter');
    await fillIn();
    await printReceipt();
    const count = await keys.count();
    process.stdout.write(`第一次来办：按键 ${count.keys} 次，点击 ${count.pointings} 次，停顿 ${count.thoughts} 次，估计 ${count.seconds} 秒\n`);
    expect(count.pointings).toBe(0);
    expect(count.keys).toBeLessThanOrEqual(150);
    expect(count.seconds).toBeLessThan(60);
    expect(clerk.faults).toEqual([]);
  });

  test('再次来办的人：输入证件号码就带出姓名和手机，不再填；按键更少', async () => {
    const before = await keys.count();
    await keys.press('Alt+s');
    await page.locator('[aria-label="查找事项"]:focus').waitFor();
    await openItem();
    await keys.type(courier.number);
    await keys.press('Enter');
    await keys.arrive(button('核对无误，开始填写'));
    expect(await field('姓名').inputValue()).toBe(courier.name);
    await page.getByText(/^平台已登记 199\*{4}\d{4}，不用再填$/).waitFor();
    await clerk.capture('quick-registration-known');
    await keys.press('Enter');
    await keys.arrive(page.getByRole('radio', { name: '签署书面同意书' }));
    keys.think();
    await keys.press('ArrowUp', 'Enter');
    await page.getByText(/经申请人同意填入 \d+ 项|已查过，没有可以填入的内容/).waitFor();
    const all = await keys.count();
    expect(all.keys - before.keys).toBeLessThanOrEqual(40);
    expect(all.pointings).toBe(0);
    expect(clerk.faults).toEqual([]);
  });
});
