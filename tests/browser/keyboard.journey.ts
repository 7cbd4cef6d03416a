import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workOn } from '../../server/src/cli/journey/handle.ts';
import { scanPaper } from './citizen.ts';
import { noticeShown, tickEverything } from './desk-cases.ts';
import { openBrowser, seeOff, welcome, type Visitor } from './open-page.ts';
import { codeOf, passwordOf, seatOfficer } from './staff.ts';
import { expectFocusIn, hasFocus, pressByKeys, tabTo, typeByKeys } from './walk-by-keys.ts';

const item = '80周岁以上老年人高龄津贴申领';
const elder = '19900000006';

let browser: Browser;
let citizen: Visitor;
let clerk: Visitor;
const held = { number: '', caseId: '' };

beforeAll(async () => {
  browser = await openBrowser();
  [citizen, clerk] = await Promise.all([welcome(browser, 'workbench'), welcome(browser, 'workbench')]);
});
afterAll(seeOff);

/** Gives the next material from the file button that the Tab key leads to. */
async function giveByKeys({ page }: Visitor, material: string): Promise<void> {
  const part = page.getByRole('region', { name: material, exact: true });
  await tabTo(page, part.getByLabel(`选择文件：${material}`, { exact: true }));
  const [chooser, buffer] = [page.waitForEvent('filechooser'), await scanPaper(page, material)];
  await page.keyboard.press('Enter');
  await (await chooser).setFiles({ name: `${material}.pdf`, mimeType: 'application/pdf', buffer });
  await part.getByRole('link', { name: `查看文件：${material}.pdf`, exact: true }).waitFor();
}

/** Opens the case from the list of tasks: Tab leads to its first row, the arrows to the others. */
async function openRow({ page }: Visitor): Promise<void> {
  const table = page.getByRole('table', { name: '待办' });
  const row = table.getByRole('row').filter({ hasText: held.number });
  await row.waitFor();
  await tabTo(page, table.locator('tbody tr').first());
  const rows = await table.locator('tbody tr').count();
  for (let below = 1; below < rows && !await hasFocus(row); below += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.desk__head').getByText(held.number).waitFor();
}

describe('PTL-09 不用鼠标办一件事', () => {
  test('市民：查到事项，按引导到申请表，错处列出并能到达，附文件提交，看到回执', async () => {
    const { page } = citizen;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await citizen.visit('/');
    const search = page.getByRole('combobox');
    await search.waitFor();
    await page.keyboard.press('Tab');
    expect(await hasFocus(page.getByRole('link', { name: '跳到主要内容' }))).toBe(true);
    await page.keyboard.press('Enter');
    await expectFocusIn(page, '#main');
    await typeByKeys(page, search, item);
    await page.getByRole('option', { name: item }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: item }).waitFor();
    await expectFocusIn(page, '#main');
    await pressByKeys(page, page.getByRole('link', { name: '在线申请', exact: true }));
    await tabTo(page, page.getByRole('radio').first());
    await page.keyboard.press('Space');
    await pressByKeys(page, button('下一题'));
    await pressByKeys(page, page.getByRole('link', { name: '开始申请', exact: true }));
    await typeByKeys(page, page.getByLabel('手机号码或证件号码', { exact: true }), elder);
    await typeByKeys(page, page.getByLabel('密码', { exact: true }), await passwordOf(elder));
    await page.keyboard.press('Enter');
    await pressByKeys(page, button('开始填写'));

    await pressByKeys(page, button('下一步'));
    await expectFocusIn(page, '.tbf-summary');
    await pressByKeys(page, page.getByRole('alert').getByRole('link', { name: /联系地址/ }));
    const address = page.getByRole('textbox', { name: /^联系地址/ });
    expect(await hasFocus(address)).toBe(true);
    await page.keyboard.type('广安区示例街1号');
    await tabTo(page, page.getByRole('combobox', { name: /^户籍所在地/ }));
    await page.keyboard.press('ArrowDown');
    await tabTo(page, page.getByRole('group', { name: /^居住情况/ }).getByRole('radio').first());
    await page.keyboard.press('Space');
    await typeByKeys(page, page.getByRole('textbox', { name: /^开户银行/ }), '示范农村商业银行');
    await typeByKeys(page, page.getByRole('textbox', { name: /^社会保障卡银行账号/ }), '6217000000000000000');
    await tabTo(page, page.getByRole('checkbox', { name: /真实、合法/ }));
    await page.keyboard.press('Space');
    await pressByKeys(page, button('下一步'));
    await page.getByRole('heading', { name: '提交材料' }).waitFor();
    await expectFocusIn(page, '#main');

    await pressByKeys(page, button('下一步'));
    await pressByKeys(page, page.getByRole('alert').getByRole('link').first());
    for (const material of ['老年人身份证明', '户口簿']) await giveByKeys(citizen, material);
    await pressByKeys(page, button('下一步'));
    await tabTo(page, page.getByLabel(/^我承诺填写的内容/));
    await page.keyboard.press('Space');
    await pressByKeys(page, button('提交申请'));
    await page.getByRole('heading', { level: 1, name: '申请已提交' }).waitFor();
    await expectFocusIn(page, '#main');
    held.number = await page.locator('.receipt__number').innerText();
    held.caseId = new URL(page.url()).pathname.split('/').at(-2) ?? '';
    await tabTo(page, page.getByRole('main').getByRole('link', { name: '查看办理进度' }));
    expect(citizen.faults).toEqual([]);
  });

  test('窗口人员：用密码和动态口令登录，从待办打开，没有核对的要点会指到，核对后受理', async () => {
    const { page } = clerk;
    await clerk.visit('/workbench/');
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('civil.window');
    await typeByKeys(page, page.getByLabel('密码', { exact: true }), await passwordOf('civil.window'));
    await page.keyboard.press('Enter');
    const code = page.getByLabel('动态口令', { exact: true });
    await expect.poll(() => hasFocus(code)).toBe(true);
    await page.keyboard.type(await codeOf('civil.window'));
    await page.keyboard.press('Enter');
    await pressByKeys(page, page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: /待办/ }));
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
    await expectFocusIn(page, '#main');
    await openRow(clerk);
    await page.locator('.point').first().waitFor();
    await page.getByRole('button', { name: /^受理/ }).waitFor();
    await page.keyboard.press('Alt+s');
    await page.getByText(/还有 \d+ 条审查要点没有核对/).waitFor();
    await expectFocusIn(page, '.point');
    // A pair of answers is one stop of Tab; the arrows change between them.
    const remark = page.getByRole('textbox', { name: '哪里不符合（可写入意见）' });
    await page.keyboard.press('ArrowRight');
    await remark.waitFor();
    await page.keyboard.press('ArrowLeft');
    await remark.waitFor({ state: 'detached' });
    await tickEverything(page);
    await page.keyboard.press('Alt+s');
    await noticeShown(page, '受理通知书').waitFor();
    expect(clerk.faults).toEqual([]);
  });

  test('决定人：审阅后作出决定；Esc 收起侧栏，还能再打开', async () => {
    for (const account of ['civil.examiner', 'civil.reviewer']) await workOn(await seatOfficer(browser, account), held.caseId);
    const decider = await seatOfficer(browser, 'civil.decider');
    const { page } = decider;
    await decider.visit('/workbench/inbox');
    await openRow(decider);
    const decide = page.getByRole('button', { name: '作出决定', exact: true });
    await pressByKeys(page, decide);
    const opinion = page.getByRole('textbox', { name: '决定意见' });
    await expect.poll(() => hasFocus(opinion)).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => hasFocus(decide)).toBe(true);
    expect(await opinion.count()).toBe(0);
    await pressByKeys(page, decide);
    await expect.poll(() => hasFocus(opinion)).toBe(true);
    await page.keyboard.type('经审查，符合规定的条件，准予发放。');
    await pressByKeys(page, page.getByRole('button', { name: '准予许可，出具决定书' }));
    await page.getByText('决定已作出，决定书已出具').waitFor();
    expect(decider.faults).toEqual([]);
  });
});
