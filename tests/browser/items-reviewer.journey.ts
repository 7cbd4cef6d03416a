import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDraft, editDraft, getItemVersion, listStaffItems, publishVersion, reviewVersion, submitVersion } from '../../server/src/modules/catalog/contract.ts';
import { openBrowser, seeOff, welcome, type Visitor } from './open-page.ts';
import { fieldOf, giveReview, openGroup, openReview, saved, told } from './items-desk.ts';
import { takeSeats } from './staff.ts';

let browser: Browser;
const { officer, faults } = takeSeats(() => browser);
const item = '商品房预售许可';
const ids = { item: '', published: '', draft: '' };
const vague = '项目资金等符合相关规定。';
const clear = '项目投入资金达到工程建设总投资的百分之二十五以上，施工进度和竣工交付日期已经确定。';
let reader: Visitor;

/** What the portal's guide says to somebody who opens it now. */
async function guideText(): Promise<string> {
  await reader.visit(`/items/${ids.item}`);
  await reader.page.getByRole('heading', { level: 1, name: item }).waitFor();
  return reader.page.locator('main').innerText();
}

beforeAll(async () => {
  browser = await openBrowser();
  reader = await welcome(browser, 'desktop');
  const { client } = await officer('housing.items');
  const found = (await client.call(listStaffItems, { query: { q: item } })).items.find(({ name }) => name === item);
  Object.assign(ids, { item: found?.id ?? '', published: found?.latestVersionId ?? '' });
  const draft = await client.call(createDraft, { params: { itemId: ids.item }, body: {} });
  ids.draft = draft.versionId;
  const { elements } = await client.call(getItemVersion, { params: { versionId: draft.versionId } });
  const edited = await client.call(editDraft, { params: { versionId: draft.versionId }, body: { revision: draft.revision, elements: { ...elements, conditions: [...elements.conditions, vague] } } });
  await client.call(submitVersion, { params: { versionId: draft.versionId }, body: { revision: edited.revision } });
});
afterAll(seeOff);

describe('审核人员：批注、退回、通过、发布 (CAT-03)', () => {
  test('初审从待办打开，在要素上批注，退回修改', async () => {
    const decider = await officer('housing.decider');
    const { page, capture } = decider;
    await openReview(decider, item);
    await page.getByRole('tab', { name: /质量检查/ }).click();
    await expect.poll(() => page.locator('.findings').innerText()).toContain('不够明确');
    await page.getByRole('tab', { name: /批注/ }).click();
    await page.getByRole('combobox', { name: '要素' }).fill('受理条件');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: '批注内容：哪里不清楚、应当怎样改' }).fill('“等符合相关规定”不明确，请写明资金比例。');
    await page.getByRole('button', { name: '添加批注' }).click();
    await expect.poll(() => page.locator('.comments').innerText()).toMatch(/受理条件[\s\S]*请写明资金比例/);
    await capture('items-comment');
    await giveReview(decider, '退回修改', '请按批注修改受理条件。', '已退回修改');
    expect(await guideText()).not.toContain(vague);
  });

  test('编制人看到批注，改好要素，回复并标为已处理，再提交', async () => {
    const { page, visit, capture } = await officer('housing.items');
    await visit(`/workbench/catalogue/versions/${ids.draft}/edit?at=conditions`);
    await expect.poll(() => fieldOf(page, '受理条件').innerText()).toContain('请写明资金比例。');
    await capture('items-remark');
    await visit(`/workbench/catalogue/versions/${ids.draft}?tab=comments`);
    const thread = page.locator('.comments__thread').filter({ hasText: '请写明资金比例' });
    await thread.getByRole('textbox', { name: '回复，回车发送' }).fill('已写明比例。');
    await page.keyboard.press('Enter');
    await expect.poll(() => thread.innerText()).toContain('已写明比例。');
    await thread.getByRole('button', { name: '标为已处理' }).click();
    await page.getByText('没有批注。').waitFor();
    await page.getByRole('tab', { name: /质量检查/ }).click();
    await page.getByRole('button', { name: '去修改受理条件' }).first().click();
    const conditions = fieldOf(page, '受理条件');
    await expect.poll(() => conditions.evaluate((field) => field.classList.contains('is-pointed'))).toBe(true);
    const box = conditions.getByRole('textbox');
    await box.fill((await box.inputValue()).replace(vague, clear));
    await saved(page);
    await openGroup(page, '基本信息');
    await page.getByRole('button', { name: '提交审核' }).click();
    await told(page, '已提交审核');
  });

  test('初审、复审通过后发布；门户的指南就是发布的这一版', async () => {
    const [first, second] = [await officer('housing.decider'), await officer('item.reviewer')];
    await openReview(first, item);
    await giveReview(first, '审核通过', '条件明确，同意。', '已审核通过');
    await openReview(second, item);
    await expect.poll(() => second.page.locator('.review-steps').innerText()).toContain('条件明确，同意。');
    await giveReview(second, '审核通过', '同意发布。', '已审核通过');
    expect(await guideText()).not.toContain(clear);
    await second.page.getByRole('button', { name: '发布', exact: true }).click();
    await told(second.page, '已发布');
    const { elements } = await second.client.call(getItemVersion, { params: { versionId: ids.draft } });
    const guide = await guideText();
    for (const condition of elements.conditions) expect(guide).toContain(condition);
    expect(guide).not.toContain(vague);
    for (const { name } of elements.materials) expect(guide).toContain(name);
  });

  test('CAT-02 两版并排比较，逐字标出增加的；以旧版为基础新建草稿并发布，指南回到旧版', async () => {
    const reviewer = await officer('item.reviewer');
    const { page, visit, capture, client } = reviewer;
    await visit(`/workbench/catalogue/versions/${ids.draft}?tab=differences`);
    const comparison = page.locator('.comparison');
    await expect.poll(() => comparison.locator('ins').allInnerTexts().then((texts) => texts.join(''))).toContain('百分之二十五');
    await capture('items-comparison');
    await page.locator('.versions li').filter({ hasText: '第 1 版' }).getByRole('button', { name: '新建草稿' }).click();
    await told(page, '已新建草稿');
    await page.waitForURL((url) => !url.pathname.includes(ids.draft));
    const rolledBack = /versions\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';
    await visit(`/workbench/catalogue/versions/${rolledBack}?tab=differences&against=${ids.published}`);
    await page.getByText('两个版本没有差异。').waitFor();

    const keeper = await officer('housing.items');
    const at = { params: { versionId: rolledBack } };
    let { revision } = await client.call(getItemVersion, at);
    ({ revision } = await keeper.client.call(submitVersion, { ...at, body: { revision } }));
    for (const who of ['housing.decider', 'item.reviewer']) {
      ({ revision } = await (await officer(who)).client.call(reviewVersion, { ...at, body: { revision, decision: 'approve', opinion: '同意恢复。' } }));
    }
    await client.call(publishVersion, { ...at, body: { revision } });
    expect(await guideText()).not.toContain(clear);
  });

  test('一路上没有脚本错误和失败的请求', async () => {
    expect(await faults(/status of (409|422)/)).toEqual([]);
    expect(reader.faults).toEqual([]);
  });
});
