import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, seeOff } from './open-page.ts';
import { chooseCopied, choose, claimChosen, confirmChosen, copyChosen, fieldOf, openGroup, openItem, openTogether, previewBulkTag, previewImport, saved, tickItem, told } from './items-desk.ts';
import { takeSeats } from './staff.ts';

let browser: Browser;
const { officer, faults } = takeSeats(() => browser);
const item = '燃气经营者改动市政燃气设施审批';

beforeAll(async () => { browser = await openBrowser(); });
afterAll(seeOff);

describe('事项管理员：从目录认领到提交审核', () => {
  test('CAT-01 部门认领一个目录事项，主管部门确认，实施清单草稿随之生成', async () => {
    const [keeper, reviewer] = [await officer('housing.items'), await officer('item.reviewer')];
    await keeper.visit(`/workbench/directory/claims?q=${encodeURIComponent(item)}`);
    await tickItem(keeper, item);
    await claimChosen(keeper);
    await expect.poll(() => keeper.page.getByRole('row').filter({ hasText: item }).innerText()).toContain('待确认');

    await reviewer.visit('/workbench/directory/claims?view=records&state=pending');
    await tickItem(reviewer, item);
    await confirmChosen(reviewer);
    await openItem(keeper, item);
    await keeper.capture('items-claimed');
    await expect.poll(() => keeper.page.locator('.wb-page__aside').innerText()).toContain('草稿');
  });

  test('CAT-02 CAT-04 没有填全的不能提交，逐条指到要素；从同类清单复制，再改好剩下的', async () => {
    const { page, capture } = await officer('housing.items');
    await page.getByRole('button', { name: '编辑要素' }).click();
    await expect.poll(() => fieldOf(page, '事项名称').getByRole('textbox').isDisabled()).toBe(true);
    await page.getByRole('button', { name: '提交审核' }).click();
    const unready = page.getByRole('alert').filter({ hasText: '改好后才能提交' });
    await expect.poll(() => unready.innerText()).toContain('请填写承诺办结时限。');
    await unready.getByRole('button', { name: '承诺办结时限' }).click();
    await expect.poll(() => fieldOf(page, '承诺办结时限').evaluate((field) => field.classList.contains('is-pointed'))).toBe(true);
    await capture('items-unready');

    await chooseCopied(page, '燃气经营许可');
    await copyChosen(page);
    await page.getByText('必须修改的都已改好，可以提交。').waitFor();

    await page.getByRole('textbox', { name: '说明（选填）' }).first().waitFor();
    const limit = fieldOf(page, '承诺办结时限');
    await limit.getByRole('spinbutton').fill('25');
    await expect.poll(() => limit.innerText()).toMatch(/不得(长于|超过)|长于法定|超过法定/);
    await limit.getByRole('spinbutton').fill('10');
    await expect.poll(() => limit.locator('.faults').count()).toBe(0);
  });

  test('CAT-05 申请材料从材料库选择标准材料和可替代的证照', async () => {
    const { page, capture } = await officer('housing.items');
    await openGroup(page, '申请材料');
    await page.getByRole('button', { name: '添加材料' }).click();
    const entry = page.locator('.entry.is-open').last();
    await entry.getByLabel('标准材料').fill('营业执照');
    await choose(page, /CL-\d{6}\s*营业执照/);
    await expect.poll(() => entry.getByLabel('材料名称').inputValue()).toContain('营业执照');
    await entry.getByLabel('可由证照替代').fill('营业执照');
    await choose(page, /^营业执照（/);
    await page.keyboard.press('Escape');
    await entry.getByLabel('受理标准').fill('在有效期内，经营范围与申请内容一致。');
    await saved(page);
    await expect.poll(() => entry.innerText()).toContain('营业执照（');
    await capture('items-material');
  });

  test('CAT-02 两人同时编辑：各自的修改合并，改了同一处的由后到的人选择，谁的都不丢', async () => {
    const [first, second] = [await officer('housing.items'), await officer('item.admin')];
    await openTogether(item, '窗口与电话', first, second);
    await fieldOf(first.page, '咨询电话').getByRole('textbox').fill('0826-2345678');
    await fieldOf(first.page, '监督投诉电话').getByRole('textbox').fill('0826-2345679');
    await saved(first.page);

    await fieldOf(second.page, '咨询电话').getByRole('textbox').fill('0826-8765432');
    const merge = second.page.getByRole('alert').filter({ hasText: '丁书瑶同时修改了同样的内容' });
    await merge.waitFor();
    await openGroup(second.page, '基本信息');
    await fieldOf(second.page, '简介').getByRole('textbox').fill('燃气经营者需要改动市政燃气设施的，向住建部门申请。');
    await second.capture('items-merge');
    await merge.getByRole('radio', { name: /0826-2345678/ }).check();
    await merge.getByRole('button', { name: '按选择合并并保存' }).click();
    await saved(second.page);
    await second.page.getByText('已合并丁书瑶刚刚的修改').waitFor();

    await openGroup(first.page, '基本信息');
    await fieldOf(first.page, '俗称').getByRole('textbox').fill('改动燃气管道');
    await saved(first.page);
    await first.page.getByText('已合并钱知行刚刚的修改').waitFor();
    await expect.poll(() => fieldOf(first.page, '简介').getByRole('textbox').inputValue()).toContain('需要改动市政燃气设施');
    await openGroup(first.page, '窗口与电话');
    const phones = await Promise.all(['咨询电话', '监督投诉电话'].map((label) => fieldOf(first.page, label).getByRole('textbox').inputValue()));
    expect(phones).toEqual(['0826-2345678', '0826-2345679']);
  });

  test('CAT-03 提交后进入审核，草稿不再能改', async () => {
    const { page, capture } = await officer('housing.items');
    await page.getByRole('button', { name: '提交审核' }).click();
    await told(page, '已提交审核');
    await expect.poll(() => page.locator('.wb-page__aside').innerText()).toContain('审核中');
    await expect.poll(() => page.getByRole('button', { name: '编辑要素' }).count()).toBe(0);
    await capture('items-submitted');
  });
});

describe('事项管理员：成批的工作', () => {
  test('CAT-02 CAT-06 批量修改：选事项、预览原内容和新内容、执行、撤销', async () => {
    const keeper = await officer('item.admin');
    const { page, capture } = keeper;
    const table = await previewBulkTag(keeper, 2, '川渝');
    await expect.poll(() => table.innerText()).toContain('川渝');
    await capture('items-bulk');
    await page.getByRole('button', { name: '修改 2 个事项' }).click();
    await expect.poll(() => page.locator('.bulk__standing').innerText()).toContain('已完成');
    await expect.poll(() => table.getByText('已修改', { exact: true }).count()).toBe(2);
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click();
    await expect.poll(() => page.locator('.bulk__standing').innerText()).toContain('已撤销');
  });

  test('CAT-12 导入 Excel：预览逐行列出错误和单元格位置，跳过错误导入其余，整次撤销', async () => {
    const keeper = await officer('item.admin');
    const { page, visit, capture } = keeper;
    const rows = await previewImport(keeper, [['JOURNEY-1', '试导入的事项甲'], ['JOURNEY-2', '试导入的事项乙'], ['JOURNEY-3', '试导入的事项丙']], '没有的局');
    const shown = await rows.innerText();
    expect(shown).toMatch(/事项!E3[\s\S]*很快/);
    expect(shown).toMatch(/事项!C4[\s\S]*没有的局/);
    await expect.poll(() => page.getByRole('radio', { name: '全部成功才导入' }).isDisabled()).toBe(true);
    await capture('items-import-preview');
    await page.getByRole('button', { name: '开始导入' }).click();
    await expect.poll(() => page.locator('.wb-page__aside').innerText()).toContain('已完成');
    await expect.poll(() => page.locator('.exchange__counts').first().innerText()).toMatch(/已导入\s*1/);
    await page.getByRole('button', { name: '撤销这次导入' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤销这次导入' }).click();
    await expect.poll(() => page.locator('.wb-page__aside').innerText()).toContain('已撤销');
    await visit('/workbench/catalogue?q=JOURNEY-1');
    await page.getByText('没有符合条件的记录').waitFor();
  });

  test('一路上没有脚本错误和失败的请求', async () => {
    expect(await faults(/status of (409|422)/)).toEqual([]);
  });
});
