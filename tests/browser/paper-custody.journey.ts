import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workOn } from '../../server/src/cli/journey/handle.ts';
import { fictitiousCreditCode, fictitiousMobile, fictitiousResidentId } from '../../server/src/kernel/identity/fictitious-numbers.ts';
import { getCase } from '../../server/src/modules/cases/contract.ts';
import { searchItems } from '../../server/src/modules/catalog/contract.ts';
import { getSituationForm } from '../../server/src/modules/guidance/contract.ts';
import { createWindowDraft, saveDraft, submitDraft, type Receipt } from '../../server/src/modules/intake/contract.ts';
import { openCase, pressPrimary, tickEverything } from './desk-cases.ts';
import { openBrowser, seeOff } from './open-page.ts';
import { takeSeats, type Officer } from './staff.ts';

const itemName = '烟花爆竹经营（零售）许可';
const shop = { name: '广安区示范烟花店', owner: '雷小平', serial: 690 };

let browser: Browser;
let receipt: Receipt;
const { officer, faults } = takeSeats(() => browser);

/** A shopkeeper brought everything on paper; the clerk types it in. */
async function registerOnPaper({ client }: Officer): Promise<Receipt> {
  const { items } = await client.call(searchItems, { query: { q: itemName } });
  const itemId = items.find(({ name }) => name === itemName)?.id ?? '';
  const draft = await client.call(createWindowDraft, { body: { itemId, guidance: [], applicant: {
    kind: 'company', name: shop.name, documentType: '001', documentNumber: fictitiousCreditCode(shop.serial, '92'), mobile: fictitiousMobile(shop.serial),
    representative: { name: shop.owner, documentType: '111', documentNumber: fictitiousResidentId(shop.serial, '19780506') },
  } } });
  const form = await client.call(getSituationForm, { params: { versionId: draft.itemVersionId ?? '', formKey: draft.formKey } });
  const materials = draft.materials.map(({ material }) => ({ key: material.key, fileIds: [], paperReceived: true }));
  const { revision } = await client.call(saveDraft, { params: { draftId: draft.id }, body: { revision: draft.revision, answers: { ...form.sampleData, ...draft.answers }, materials } });
  return client.call(submitDraft, { params: { draftId: draft.id }, body: { revision, declared: true } });
}

beforeAll(async () => {
  browser = await openBrowser();
  receipt = await registerOnPaper(await officer('emergency.window'));
});
afterAll(seeOff);

test('收纸质材料受理，出现待递交', async () => {
  const clerk = await officer('emergency.window');
  await openCase(clerk, receipt.number);
  await tickEverything(clerk.page);
  await pressPrimary(clerk.page, '受理');
  await clerk.page.getByText('审查中', { exact: true }).first().waitFor();
  await clerk.visit(`/workbench/custody?q=${receipt.number}`);
  await clerk.page.getByRole('row').filter({ hasText: receipt.number }).getByText('待递交').waitFor();
});

let code = '';
test('装批次，交接单上有材料袋和材料，递交', async () => {
  const { page } = await officer('emergency.window');
  const row = page.getByRole('row').filter({ hasText: receipt.number });
  code = (await row.locator('.list__strong').innerText()).trim();
  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: '装批次递交' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '装批次', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /^交接批次 JJ/ }).waitFor();
  expect(await page.locator('.custody-sheet').textContent()).toContain(code);
  expect(await page.locator('.custody-sheet').textContent()).toContain('安全知识教育合格证明');
  await pressPrimary(page, '递交');
  await page.getByRole('dialog').getByRole('button', { name: '递交', exact: true }).click();
  await page.getByText('已递交待签收').first().waitFor();
});

test('审查员扫码，逐项核对，有缺的写明情况后签收；办件页写明在谁手里', async () => {
  const examiner = await officer('emergency.examiner');
  const { page } = examiner;
  await examiner.visit('/workbench/custody');
  await page.locator('.custody-scan input:focus').waitFor();
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  const card = page.locator('.custody-card.is-focused');
  await card.getByText(code).waitFor();
  await card.getByRole('button', { name: '签收' }).click();
  await card.getByText('请逐项选择“齐”“缺”或“不符”。').first().waitFor();
  await card.getByRole('button', { name: '全部齐' }).click();
  await card.getByText('不符', { exact: true }).first().click();
  await card.getByRole('button', { name: '签收' }).click();
  await card.getByRole('alert').getByText('请写明缺什么、哪里不符。').waitFor();
  await card.getByRole('textbox').fill('营业执照复印件看不清');
  await card.getByRole('button', { name: '签收' }).click();
  await card.getByText('已签收').waitFor();
  await openCase(examiner, receipt.number);
  await expect.poll(() => page.getByRole('region', { name: '纸质材料' }).innerText()).toContain(`现在在：广安市广安区应急管理局 ${examiner.name}`);
});

test('作出决定后到窗口领取：核验法定代表人的证件，签名，出具送达回证', async () => {
  const clerk = await officer('emergency.window');
  const { page, client } = clerk;
  const handlers = [await officer('emergency.examiner'), await officer('emergency.reviewer'), await officer('emergency.decider')];
  await expect.poll(async () => {
    for (const handler of handlers) await workOn(handler, receipt.caseId);
    return (await client.call(getCase, { params: { caseId: receipt.caseId } })).abilities.deliver;
  }, { timeout: 60_000 }).toBe(true);
  await clerk.visit('/workbench/hand-out');
  // What a scanner reads from the receipt.
  await page.getByRole('textbox', { name: '扫回执上的码，或输入办件编号、申请人、事项' }).fill(`https://zwfw.example.gov.cn/progress?number=${receipt.number}`);
  await page.keyboard.press('Enter');
  await page.getByRole('row').filter({ hasText: receipt.number }).click();
  await page.getByRole('button', { name: '确认发放' }).click();
  await page.getByText('请先核验领取人的身份。').waitFor();
  await page.getByLabel('姓名').fill('路过人');
  await page.getByLabel('证件号码').fill(fictitiousResidentId(shop.serial, '19780506'));
  await page.getByRole('button', { name: '核验', exact: true }).click();
  await page.getByText('路过人不能领取这个办件的结果').waitFor();
  await page.getByLabel('姓名').fill(shop.owner);
  await page.keyboard.press('Tab');
  // The mark of loading may still be leaving the button that was refused.
  await page.getByRole('button', { name: /核验$/ }).click();
  await page.getByText('法定代表人，可以领取').waitFor();
  await page.getByRole('button', { name: '确认发放' }).click();
  await page.getByText('请领取人签名。', { exact: true }).waitFor();
  const pad = await page.getByRole('img', { name: '签名板' }).boundingBox();
  if (!pad) throw new Error('the pad is not there');
  await page.mouse.move(pad.x + 60, pad.y + 60);
  await page.mouse.down();
  await page.mouse.move(pad.x + 160, pad.y + 110, { steps: 8 });
  await page.mouse.move(pad.x + 220, pad.y + 50, { steps: 8 });
  await page.mouse.up();
  await page.getByRole('button', { name: '确认发放' }).click();
  await page.getByRole('heading', { name: '已领取' }).waitFor();
  await page.getByText(`${shop.owner}（法定代表人）`).waitFor();
  await expect.poll(() => page.getByRole('img', { name: `${shop.owner}的签名` }).evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(100);
  expect((await client.call(getCase, { params: { caseId: receipt.caseId } })).status).toBe('closed');
}, 120_000);

test('没有一页出错', async () => {
  // Who is not entitled is refused.
  expect(await faults(/collection\/checks/)).toEqual([]);
});
