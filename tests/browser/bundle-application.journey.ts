import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { getItemGuide } from '../../server/src/modules/catalog/contract.ts';
import { evaluateBundle } from '../../server/src/modules/bundles/contract.ts';
import { getSituationForm } from '../../server/src/modules/guidance/contract.ts';
import { getDraft, saveDraft } from '../../server/src/modules/intake/contract.ts';
import { finish, review, takeUp, tickPoints } from './case-desk.ts';
import { giveMaterial, signInCitizen } from './citizen.ts';
import { openBrowser, seeOff, welcome, type Visitor } from './open-page.ts';
import { clientOf, takeSeats } from './staff.ts';

const bundle = '开办劳务派遣公司';
const [licence, branch] = ['劳务派遣经营许可', '劳务派遣单位设立分公司备案'];

let browser: Browser;
let citizen: Visitor;
const { officer, faults } = takeSeats(() => browser);
/** What the citizen holds in hand. */
const held = { address: '', number: '', first: '', second: '' };

beforeAll(async () => {
  browser = await openBrowser();
  citizen = await welcome(browser, 'desktop');
});
afterAll(seeOff);
afterEach(async () => { expect([...citizen.faults, ...await faults()]).toEqual([]); });

/** Fills the one form in with the samples of the items' own forms; its controls are those of every other journey. */
async function fillForm(draftId: string): Promise<readonly string[]> {
  const client = await clientOf(citizen.page);
  const draft = await client.call(getDraft, { params: { draftId } });
  const { form, items } = await client.call(evaluateBundle, { params: { bundleId: draft.bundle?.id ?? '' }, body: { answers: draft.guidance } });
  const samples = new Map(await Promise.all(items.map(async ({ key, itemId, versionId }) => {
    const { elements } = await client.call(getItemGuide, { params: { itemId } });
    const { sampleData } = await client.call(getSituationForm, { params: { versionId, formKey: elements.handling.formKey ?? '' } });
    return [key, sampleData as Record<string, unknown>] as const;
  })));
  const sample = Object.fromEntries((form?.fields ?? []).map(({ id, sources }) => [id, sources.map(({ item, fieldId }) => samples.get(item)?.[fieldId]).find((value) => value !== undefined)]));
  await client.call(saveDraft, { params: { draftId }, body: { revision: draft.revision, answers: { ...sample, ...draft.answers }, materials: [] } });
  return draft.materials.filter(({ required }) => required).map(({ material }) => material.name);
}

/** From acceptance to a decision, by the officers of one department. */
async function handle(number: string): Promise<void> {
  const clerk = await officer('labour.window');
  await takeUp(clerk, number);
  await tickPoints(clerk);
  await finish(clerk, '受理', '已受理，受理通知书已出具');
  await review(await officer('labour.examiner'), number, '经审查，材料齐全，符合条件。');
  await review(await officer('labour.reviewer'), number, '审核无误，建议准予。');
  const decider = await officer('labour.decider');
  await takeUp(decider, number);
  await decider.page.getByRole('button', { name: '作出决定' }).click();
  await decider.page.getByRole('textbox', { name: '决定意见' }).fill('经审查，符合法定条件，准予。');
  await decider.page.getByRole('button', { name: /^准予.*出具决定书$/ }).click();
  await decider.page.getByRole('alert').getByText('决定已作出，决定书已出具').waitFor();
}

/** Looks at the progress of the bundle until it says so. */
async function untilShown(words: string): Promise<void> {
  await expect.poll(async () => {
    await citizen.visit(held.address);
    await citizen.page.getByRole('heading', { name: '各事项的进度' }).waitFor();
    return await citizen.page.getByRole('main').innerText();
  }, { timeout: 30_000, interval: 1_000 }).toContain(words);
}

describe('一件事：从门户的问卷到最后一本证照', () => {
  test('BDL-02 答完问卷，一张表单、一套材料，一次提交，回执写明分到哪些部门', async () => {
    const { page } = citizen;
    await citizen.visit('/bundles?audience=company');
    await page.getByRole('link', { name: new RegExp(bundle) }).first().click();
    await page.getByRole('link', { name: '开始回答' }).click();
    for (const option of ['设立', '不设置']) {
      await page.getByLabel(option, { exact: true }).check();
      await page.getByRole('button', { name: '下一题' }).click();
    }
    await page.getByRole('link', { name: '一次申请全部事项' }).click();
    await signInCitizen(page, '周慧');
    await page.getByRole('button', { name: '开始填写' }).click();
    await page.getByRole('heading', { level: 1, name: '在线申请' }).waitFor();
    await page.getByText(`等“${licence}”办好后自动开始`).waitFor();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('alert').getByText(/^有 \d+ 处需要修改$/).waitFor();
    await citizen.capture('bundle-application-mistakes');
    const draftId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await citizen.visit('/bundles');
    const materials = await fillForm(draftId);
    await citizen.visit(`/drafts/${draftId}?step=materials`);
    expect(materials).not.toContain('劳务派遣经营许可证');
    for (const material of materials) await giveMaterial(page, material);
    await citizen.capture('bundle-application-materials');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel(/^我承诺/).check();
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.getByRole('heading', { level: 1, name: '提交成功' }).waitFor();
    await page.getByRole('img', { name: '查看进度的二维码' }).waitFor();
    const receipt = await page.getByRole('main').innerText();
    held.number = /YJS-\d{6}-\d{8}-\d{6}/.exec(receipt)?.[0] ?? '';
    held.first = /\d{18,}[0-9A-Z]/.exec(receipt)?.[0] ?? '';
    expect([held.number, held.first]).not.toContain('');
    await citizen.capture('bundle-application-receipt');
    await page.getByRole('link', { name: '查看进度' }).click();
    await page.getByText(/^预计 .+ 前全部办完$/).waitFor();
    held.address = new URL(page.url()).pathname;
    await citizen.capture('bundle-application-progress');
  });

  test('BDL-02 许可证办好，备案自动派发，许可证不用再交', async () => {
    await handle(held.first);
    await untilShown('已获准，待送达');
    await expect.poll(async () => {
      await citizen.visit(held.address);
      return await citizen.page.getByRole('link', { name: `查看“${branch}”`, exact: true }).count();
    }, { timeout: 30_000, interval: 1_000 }).toBe(1);
    await citizen.page.getByRole('link', { name: `查看“${branch}”`, exact: true }).click();
    await citizen.page.getByText(`这是“${bundle}”中的一件`).waitFor();
    held.second = /\d{18,}[0-9A-Z]/.exec(await citizen.page.getByRole('main').innerText())?.[0] ?? '';
    await handle(held.second);
  });

  test('BDL-02 BDL-03 牵头窗口一次出件，两本证照都在我的空间，评价一次', async () => {
    const clerk = await officer('labour.window');
    await clerk.visit(`/workbench/bundle-cases?q=${held.number}`);
    await clerk.page.getByRole('table', { name: '一件事办件' }).getByRole('cell', { name: held.number, exact: true }).click();
    await clerk.page.getByRole('button', { name: '统一送达', exact: true }).click();
    await clerk.capture('bundle-application-delivery');
    await clerk.page.getByRole('dialog').getByRole('button', { name: '统一送达', exact: true }).click();
    await clerk.page.locator('.ant-message').getByText('已送达').waitFor();
    const { page } = citizen;
    await untilShown('全部办结了，请您评价一次。');
    await citizen.capture('bundle-application-closed');
    await page.getByRole('link', { name: '去评价' }).click();
    await page.getByLabel('非常满意').check({ force: true });
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByText('谢谢您的评价').waitFor();
    await citizen.visit('/space/licences');
    for (const name of ['劳务派遣经营许可证', '劳务派遣分公司备案']) await page.getByRole('link', { name: new RegExp(`^查看和出示：${name}`) }).first().waitFor();
    await citizen.capture('bundle-application-licences');
  });
});
