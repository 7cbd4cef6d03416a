import type { ResponseOf } from '@tongban/contract-kit';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { listMyCases } from '../../server/src/modules/cases/contract.ts';
import { submitDraft } from '../../server/src/modules/intake/contract.ts';
import { giveMaterial, signInCitizen } from './citizen.ts';
import { excavation, excavationMaterials, fillExcavation, roadBuilder } from './excavation.ts';
import { download, look } from './look-at.ts';
import { openBrowser, seeOff, welcome, type Visitor } from './open-page.ts';

let browser: Browser;
let citizen: Visitor;

beforeAll(async () => {
  browser = await openBrowser();
  citizen = await welcome(browser, 'phone');
});
afterAll(seeOff);
afterEach(() => { expect(citizen.faults).toEqual([]); });

async function countCases({ page }: Visitor): Promise<number> {
  const answer = await page.context().request.get(new URL(`${listMyCases.path}?group=all&limit=50`, page.url()).href);
  const { items } = await answer.json() as ResponseOf<typeof listMyCases>;
  return items.length;
}

describe('手机上代企业在线申请 (PTL-10, IDN-03)', () => {
  test('登录后填表：指出错处，改好再往下', async () => {
    const { page } = citizen;
    await citizen.visit(`/search?q=${encodeURIComponent(excavation)}`);
    await page.getByRole('link', { name: excavation, exact: true }).click();
    await page.getByRole('link', { name: '在线申请', exact: true }).click();
    for (const answer of ['交付使用满5年，且大修竣工满3年', '占用部分车道']) {
      await page.getByLabel(answer).check();
      await page.getByRole('button', { name: '下一题' }).click();
    }
    await page.getByRole('link', { name: '开始申请', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
    await look(citizen, 'apply-phone-sign-in');
    await signInCitizen(page, '孙浩');
    await page.getByLabel(roadBuilder.name).check();
    await look(citizen, 'apply-phone-start');
    await page.getByRole('button', { name: '开始填写' }).click();
    await page.getByRole('heading', { level: 1, name: '在线申请' }).waitFor();
    expect(await page.getByLabel('单位名称（必填）').inputValue()).toBe(roadBuilder.name);
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('alert').getByText(/^有 \d+ 处需要修改$/).waitFor();
    await look(citizen, 'apply-phone-form-mistakes');
    await fillExcavation(page, '1390000000');
    await page.getByRole('button', { name: '下一步' }).click();
    const mistakes = page.getByRole('alert').getByRole('link');
    expect(await mistakes.allInnerTexts()).toEqual([expect.stringContaining('现场负责人电话')]);
    await mistakes.click();
    await page.keyboard.press('End');
    await page.keyboard.type('0');
    await look(citizen, 'apply-phone-form');
    await page.getByRole('button', { name: '下一步' }).click();
  });

  test('逐份上传材料，缺哪些写明', async () => {
    const { page } = citizen;
    await page.getByRole('heading', { name: '提交材料' }).waitFor();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('有 5 份材料需要补充').waitFor();
    for (const material of excavationMaterials) await giveMaterial(page, material);
    await page.getByText(/^已保存（/).waitFor();
    await look(citizen, 'apply-phone-materials');
    await page.getByRole('button', { name: '下一步' }).click();
  });

  test('双击提交只得到一张回执，回执可以下载，办件在我的空间', async () => {
    const { page } = citizen;
    await page.getByText('核对并提交').or(page.getByText('核对提交')).first().waitFor();
    await page.getByLabel(/^我承诺填写的内容/).check();
    await look(citizen, 'apply-phone-check');
    const known = await countCases(citizen);
    let submissions = 0;
    const path = new RegExp(`^${submitDraft.path.replace(':draftId', '[^/]+')}$`);
    page.on('request', (request) => { if (path.test(new URL(request.url()).pathname)) submissions += 1; });
    await page.getByRole('button', { name: '提交申请' }).dblclick();
    await page.getByRole('heading', { level: 1, name: '申请已提交' }).waitFor();
    const number = await page.locator('.receipt__number').innerText();
    await look(citizen, 'apply-phone-receipt');
    expect((await download(citizen, '下载申请回执（PDF）')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(submissions).toBe(1);
    expect(await countCases(citizen)).toBe(known + 1);
    await citizen.visit('/space/cases');
    await page.getByText(`办件编号 ${number}`).waitFor();
    await look(citizen, 'apply-phone-my-cases');
  });
});
