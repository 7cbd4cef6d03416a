import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { applyOnline } from '../../server/src/cli/journey/apply.ts';
import { signInCitizen } from './citizen.ts';
import { look } from './look-at.ts';
import { openBrowser, seeOff, welcome, type Visitor } from './open-page.ts';
import { clientOf } from './staff.ts';

const item = '80周岁以上老年人高龄津贴申领';
const name = '王秀兰';
const moved = '四川省广安市广安区示范镇和平村 2 组';

let browser: Browser;
let citizen: Visitor;
let page: Page;
const known = { address: '', agent: '' };

beforeAll(async () => {
  browser = await openBrowser();
  citizen = await welcome(browser, 'phone');
  page = citizen.page;
});
afterAll(seeOff);
afterEach(() => { expect(citizen.faults).toEqual([]); });

const field = (label: string): Locator => page.getByLabel(`${label}（必填）`, { exact: true });
const button = (label: string): Locator => page.getByRole('button', { name: label, exact: true });
const saved = (): Promise<void> => page.getByText(/^已保存/).first().waitFor();

describe('自动填写：同意才读，写明来源，撤回就清除 (FRM-02)', () => {
  test('以前办过一次的人再来办：只有实名信息先填好，其余问一次，列出来源和栏目', async () => {
    await citizen.visit('/sign-in');
    await signInCitizen(page, name);
    await applyOnline({ name, client: await clientOf(page) }, { item, options: { who: 'family' } });
    await citizen.visit(`/search?q=${encodeURIComponent(item)}`);
    await page.getByRole('link', { name: item, exact: true }).click();
    await page.getByRole('link', { name: '在线申请', exact: true }).click();
    await page.getByLabel('子女等亲属或者村（社区）代办').check();
    await button('下一题').click();
    await page.getByRole('link', { name: '开始申请', exact: true }).click();
    await button('开始填写').click();
    await page.getByText(/^要不要帮您自动填写？最多 \d+ 项$/).waitFor();
    await page.getByText(/^以往办件（以前提交的申请），可填入“.*联系地址/).waitFor();
    expect(await field('姓名').inputValue()).toBe(name);
    await page.getByText(/^已自动填入，来源：实名认证信息/).first().waitFor();
    expect(await field('联系地址').inputValue()).toBe('');
    await look(citizen, 'prefill-question');
  });

  test('同意后填入，每一栏写明来自哪里；没有接入的来源如实说明；再打开不再问', async () => {
    await button('同意并自动填写').click();
    await page.getByText(/^已按您的同意自动填入 \d+ 项，请核对$/).waitFor();
    await page.getByText(/没有接入，没有查询。$/).waitFor();
    await page.getByText(new RegExp(`^已自动填入，来源：以往办件“${item}”`)).first().waitFor();
    // That a relative applies was answered before the form.
    [known.address, known.agent] = [await field('联系地址').inputValue(), await field('代办人姓名').inputValue()];
    expect([known.address, known.agent]).not.toContain('');
    await saved();
    await look(citizen, 'prefill-filled');
    await citizen.visit(new URL(page.url()).pathname);
    await page.getByText(/^已按您的同意自动填入 \d+ 项，请核对$/).waitFor();
    expect(await page.getByText(/^要不要帮您自动填写/).count()).toBe(0);
    expect(await field('联系地址').inputValue()).toBe(known.address);
  });

  test('改过的写明已修改；撤回同意后没有改过的清除，改过的和实名信息保留', async () => {
    await field('联系地址').fill(moved);
    await field('联系地址').press('Tab');
    await page.getByText(/您已修改/).first().waitFor();
    await saved();
    await button('撤回同意').click();
    const dialog = page.getByRole('dialog', { name: '撤回同意？' });
    await dialog.getByText(/^据此填入的 \d+ 项中，您没有改过的会清除，改过的保留。$/).waitFor();
    await look(citizen, 'prefill-withdraw');
    await dialog.getByRole('button', { name: '撤回同意', exact: true }).click();
    await page.getByText('您已撤回同意，据此填入、没有改过的内容已清除。').waitFor();
    await expect.poll(() => field('代办人姓名').inputValue()).toBe('');
    expect([await field('联系地址').inputValue(), await field('姓名').inputValue()]).toEqual([moved, name]);
    await look(citizen, 'prefill-withdrawn');
  });

  test('改主意再问一次；不同意的什么都不读，照常往下填', async () => {
    await button('改为自动填写').click();
    await button('不用，我自己填').click();
    await page.getByText('您选择自己填写。').waitFor();
    expect(await field('代办人姓名').inputValue()).toBe('');
    await field('开户银行').fill('示范农村商业银行');
    await saved();
    await citizen.visit(new URL(page.url()).pathname);
    await expect.poll(() => field('开户银行').inputValue()).toBe('示范农村商业银行');
    await page.getByText('您选择自己填写。').waitFor();
  });
});
