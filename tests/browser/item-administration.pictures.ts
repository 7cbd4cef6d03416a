import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { listOrganizations } from '../../server/src/kernel/organization/contract.ts';
import { createDraft, editDraft, getItemVersion, listStaffItems, submitVersion } from '../../server/src/modules/catalog/contract.ts';
import { createSurvey, dispatchSurvey } from '../../server/src/modules/surveys/contract.ts';
import { pictureOf } from './manual-picture.ts';
import { openBrowser, seeOff } from './open-page.ts';
import { chooseCopied, claimChosen, confirmChosen, copyChosen, fieldOf, openGroup, openItem, openTogether, previewBulkTag, previewImport, saved, tickItem } from './items-desk.ts';
import { takeSeats } from './staff.ts';

let browser: Browser;
const { officer } = takeSeats(() => browser);
const item = '燃气经营者改动市政燃气设施审批';
const picture = pictureOf('items');

beforeAll(async () => { browser = await openBrowser(); });
afterAll(seeOff);

test('认领', async () => {
  const [keeper, reviewer] = [await officer('housing.items'), await officer('item.reviewer')];
  await keeper.visit('/workbench/directory/claims?standing=unclaimed');
  await tickItem(keeper, item);
  await picture(keeper.page, 'claim');
  await claimChosen(keeper);
  await reviewer.visit('/workbench/directory/claims?view=records&state=pending');
  await tickItem(reviewer, item);
  await picture(reviewer.page, 'claim-confirm');
  await confirmChosen(reviewer);
});

test('编制和检查', async () => {
  const keeper = await officer('housing.items');
  const { page } = keeper;
  await openItem(keeper, item);
  await page.getByRole('button', { name: '编辑要素' }).click();
  await fieldOf(page, '事项名称').waitFor();
  await picture(page, 'editor', 560);
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.getByRole('alert').filter({ hasText: '改好后才能提交' }).waitFor();
  await picture(page, 'unready', 520);
  await chooseCopied(page, '燃气经营许可');
  await picture(page, 'copy', page.getByRole('dialog'));
  await copyChosen(page);
  await openGroup(page, '申请材料');
  await page.locator('.entry__title').first().click();
  await page.locator('.entry.is-open').getByLabel('标准材料').waitFor();
  await picture(page, 'material', 600);
});

test('两人同时编辑', async () => {
  const [first, second] = [await officer('housing.items'), await officer('item.admin')];
  await openTogether(item, '窗口与电话', first, second);
  await fieldOf(first.page, '咨询电话').getByRole('textbox').fill('0826-2345678');
  await saved(first.page);
  await fieldOf(second.page, '咨询电话').getByRole('textbox').fill('0826-8765432');
  await second.page.getByRole('alert').filter({ hasText: '同时修改了同样的内容' }).waitFor();
  await picture(second.page, 'merge', 640);
  await second.page.getByRole('button', { name: '全部用丁书瑶的' }).click();
  await second.page.getByRole('button', { name: '按选择合并并保存' }).click();
  await saved(second.page);
});

test('审核和比较', async () => {
  const [keeper, decider] = [await officer('housing.items'), await officer('housing.decider')];
  const name = '商品房预售许可';
  const { items } = await keeper.client.call(listStaffItems, { query: { q: name } });
  const draft = await keeper.client.call(createDraft, { params: { itemId: items[0]?.id ?? '' }, body: {} });
  const at = { params: { versionId: draft.versionId } };
  const { elements } = await keeper.client.call(getItemVersion, at);
  const conditions = [...elements.conditions.slice(0, -1), '项目投入资金达到工程建设总投资的百分之二十五以上，施工进度和竣工交付日期已经确定。'];
  const edited = await keeper.client.call(editDraft, { ...at, body: { revision: draft.revision, elements: { ...elements, conditions, promisedLimit: { days: 5, unit: 'working-day' } } } });
  await keeper.client.call(submitVersion, { ...at, body: { revision: edited.revision } });
  await decider.visit(`/workbench/catalogue/versions/${draft.versionId}?tab=comments`);
  await decider.page.getByRole('combobox', { name: '要素' }).fill('受理条件');
  await decider.page.keyboard.press('Enter');
  await decider.page.getByRole('textbox', { name: '批注内容：哪里不清楚、应当怎样改' }).fill('“已经确定”以什么文件为准，请写明。');
  await decider.page.getByRole('button', { name: '添加批注' }).click();
  await decider.page.locator('.comments__thread').waitFor();
  await picture(decider.page, 'comment');
  await decider.page.getByRole('tab', { name: '与其他版本比较' }).click();
  await decider.page.locator('.comparison ins').first().waitFor();
  await picture(decider.page, 'comparison', 700);
  await decider.page.getByRole('button', { name: '审核', exact: true }).click();
  await decider.page.getByLabel('审核意见').waitFor();
  await picture(decider.page, 'review');
});

test('目录变更', async () => {
  const { page, visit } = await officer('item.admin');
  await visit('/workbench/directory/changes');
  await page.getByRole('row').filter({ hasText: '城镇污水排入排水管网许可' }).first().click();
  await page.getByText('涉及的实施清单').waitFor();
  await picture(page, 'change');
});

test('成批的工作', async () => {
  const keeper = await officer('item.admin');
  await previewBulkTag(keeper, 3, '川渝');
  await picture(keeper.page, 'bulk');
  await previewImport(keeper, [
    ['511A0101-511602000000-01', '城市桥梁上架设各类市政管线审批'], ['511A0102-511602000000-01', '改变绿化规划、绿化用地的使用性质审批'], ['511A0103-511602000000-01', '特殊车辆在城市道路上行驶审批'],
  ], '区市政局');
  await picture(keeper.page, 'import');
});

test('调研表', async () => {
  const [district, keeper] = [await officer('item.admin'), await officer('housing.items')];
  const housing = (await district.client.call(listOrganizations, { query: {} })).items.find(({ shortName }) => shortName === '区住建局');
  const made = await district.client.call(createSurvey, { body: {
    title: '办事指南要素核对', instructions: '请逐个事项核对承诺时限和咨询电话。', elements: ['promisedLimit', 'consultationTelephone'],
    questions: [{ key: 'online', text: '能否全程网办', kind: 'yes-no', required: true }], organizationIds: [housing?.id ?? ''], taskTypes: [],
    dueOn: new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10),
  } });
  await district.client.call(dispatchSurvey, { params: { surveyId: made.id }, body: { revision: made.revision } });
  await keeper.visit('/workbench/surveys');
  await keeper.page.getByRole('row').filter({ hasText: '办事指南要素核对' }).click();
  await keeper.page.getByRole('link', { name: '下载 Excel' }).waitFor();
  await picture(keeper.page, 'survey');
  await district.visit('/workbench/surveys?tab=board');
  await district.page.locator('.survey__card').first().waitFor();
  await picture(district.page, 'board');
});

test('质量', async () => {
  const { page, visit } = await officer('item.admin');
  await visit('/workbench/item-quality');
  await page.locator('.quality-totals').waitFor();
  await picture(page, 'quality', 680);
  await visit('/workbench/item-quality?tab=guide');
  await page.getByRole('table', { name: '办事指南异常' }).getByRole('checkbox').first().check();
  await picture(page, 'findings', 460);
});

test('放权', async () => {
  const { page, visit } = await officer('approval.items');
  await visit('/workbench/delegations');
  await page.getByRole('row').filter({ hasText: '待接收' }).click();
  await page.locator('.delegation').waitFor();
  await picture(page, 'delegation', 640);
});

test('情形引导和一件事', async () => {
  const { page, visit, client } = await officer('item.admin');
  const { items } = await client.call(listStaffItems, { query: { q: '挖掘城市道路审批' } });
  const draft = await client.call(createDraft, { params: { itemId: items[0]?.id ?? '' }, body: {} });
  await visit(`/workbench/catalogue/versions/${draft.versionId}/guidance`);
  await page.locator('.flow-card').first().waitFor();
  await picture(page, 'guidance', 700);
  await visit('/workbench/bundles');
  await page.getByRole('table', { name: '一件事目录' }).waitFor();
  await picture(page, 'bundles', 600);
});
