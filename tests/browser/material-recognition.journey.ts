import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { drawCat } from '../../server/src/modules/recognition/testing/draw-document.ts';
import { signInCitizen, giveMaterial } from './citizen.ts';
import { openCase } from './desk-cases.ts';
import { drawKnown } from './known-documents.ts';
import { beginElderApplication, drawRegion } from './recognition-desk.ts';
import { openBrowser, seeOff, welcome, type Visitor } from './open-page.ts';
import { takeSeats } from './staff.ts';

const material = '老年人身份证明';
let browser: Browser;
let phone: Visitor;
beforeAll(async () => {
  browser = await openBrowser();
  phone = await welcome(browser, 'phone');
});
afterAll(seeOff);
const { officer, faults } = takeSeats(() => browser);
afterEach(async () => { expect([...phone.faults, ...await faults()]).toEqual([]); });

async function give(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel(`选择文件：${material}`, { exact: true }).setInputFiles({ name, mimeType: 'image/jpeg', buffer });
  await page.getByRole('link', { name: `查看文件：${name}`, exact: true }).waitFor();
}

describe('材料识别：上传即识别、问题清单、比对更正、回流训练 (DEC-04, DEC-05, DEC-09)', () => {
  let number = '';

  test('老人在手机上传身份证：看到识别结果和不一致的地方，仍然提交', async () => {
    const { page } = phone;
    const draftId = await beginElderApplication();
    await phone.visit(`/drafts/${draftId}?step=materials`);
    await signInCitizen(page, '王秀兰');
    await page.getByRole('heading', { name: material }).waitFor();
    await give(page, '身份证.jpg', (await drawKnown('wrongCard')).picture);
    const result = page.getByRole('group', { name: '“身份证.jpg”的识别结果' });
    await result.getByText('居民身份证', { exact: true }).waitFor({ timeout: 30_000 });
    expect(await result.innerText()).toMatch(/姓名[\s\S]*王秀蓝[\s\S]*不一致[\s\S]*王秀兰[\s\S]*公民身份号码[\s\S]*一致/);
    await result.getByRole('button', { name: '在图片上看' }).click();
    await result.locator('.page-picture__mark').first().waitFor();
    await phone.capture('recognition-result');
    await give(page, '猫.jpg', await drawCat());
    const questions = page.getByRole('region', { name: /^材料问题清单/ });
    await questions.getByText(/“猫.jpg”不像所需的材料《居民身份证》/).waitFor({ timeout: 30_000 });
    await phone.capture('recognition-questions');
    await page.getByRole('button', { name: '不再检查' }).click();
    await page.getByText('已停止检查这份申请的材料。').waitFor();
    await page.getByRole('button', { name: '恢复检查' }).click();
    await questions.getByText(/姓名不一致/).waitFor({ timeout: 30_000 });
    await questions.getByRole('button', { name: '去更正申请表' }).click();
    await page.getByRole('button', { name: '稍后再填' }).waitFor();
    await phone.visit(`/drafts/${draftId}?step=materials`);
    await giveMaterial(page, '户口簿');
    await page.getByRole('button', { name: '下一步' }).click();
    await questions.getByRole('button', { name: '全部仍然提交' }).click();
    await questions.getByText('已看过，仍然提交').nth(1).waitFor();
    await phone.capture('recognition-review');
    await page.getByLabel(/^我承诺填写的内容/).check();
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.getByRole('link', { name: '查看办理进度' }).waitFor();
    number = await page.locator('.receipt__number').innerText();
  });

  test('窗口人员在材料旁看到比对，更正后留作样本', async () => {
    const clerk = await officer('civil.window');
    const { page } = clerk;
    await openCase(clerk, number);
    await page.locator('.document__name').filter({ hasText: material }).click();
    const strip = page.getByRole('group', { name: '材料识别' });
    await strip.getByText('1 项不一致').waitFor();
    await strip.getByRole('button', { name: '查看比对' }).click();
    await page.locator('.marked-page__mark.is-different').waitFor();
    expect(await page.locator('.reading-panel').innerText()).toMatch(/王\*蓝[\s\S]*申请人看过，仍然提交/);
    await clerk.capture('recognition-case');
    await page.getByRole('button', { name: '更正', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '更正识别结果' });
    await dialog.getByLabel('公民身份号码').fill('123');
    await dialog.getByRole('button', { name: '保存更正' }).click();
    await dialog.getByText('“公民身份号码”的内容不符合格式').waitFor();
    clerk.pardon(/correction/);
    await dialog.getByLabel('公民身份号码').fill('');
    await dialog.getByLabel('姓名').fill('王秀兰');
    await clerk.capture('recognition-correct');
    await dialog.getByRole('button', { name: '保存更正' }).click();
    await page.getByText('已更正，并留作标注样本').waitFor();
    await strip.getByText('居民身份证 人工').waitFor();
    await strip.getByText(/^3 项一致|^2 项一致/).waitFor();
  });

  test('事项管理人员画模板、看样本、训练并启用分类模型', async () => {
    const keeper = await officer('item.admin');
    const { page } = keeper;
    await keeper.visit('/workbench/recognition');
    await page.getByRole('table', { name: '智审目录' }).getByRole('row').filter({ hasText: '居民身份证' }).waitFor();
    await keeper.capture('recognition-catalogue');
    await page.getByRole('cell', { name: /^居民身份证/ }).click();
    await page.getByLabel('样本图片', { exact: true }).setInputFiles({ name: '样本.jpg', mimeType: 'image/jpeg', buffer: (await drawKnown('rightCard')).picture });
    await page.locator('.recognition-sheet img').waitFor();
    await page.locator('.recognition-fields li').nth(1).getByRole('button', { name: '没有区域' }).click();
    await drawRegion(page);
    await page.getByRole('button', { name: /^保存/ }).click();
    await page.getByText('已保存').waitFor();
    await keeper.capture('recognition-template');
    await keeper.visit('/workbench/recognition?tab=samples&origin=correction');
    await page.getByRole('row').filter({ hasText: '居民身份证' }).first().waitFor();
    expect(await page.getByRole('table', { name: '样本' }).innerText()).not.toMatch(/王秀/);
    await keeper.capture('recognition-samples');
    await keeper.visit('/workbench/recognition?tab=models');
    await page.getByRole('button', { name: '训练新版本' }).click();
    await page.getByText('未启用', { exact: true }).waitFor({ timeout: 30_000 });
    await page.getByRole('cell', { name: '第 1 版' }).click();
    await page.getByRole('dialog').getByText('混淆表').or(page.getByRole('dialog').getByText('人工＼模型')).first().waitFor();
    await keeper.capture('recognition-model');
    await page.getByRole('dialog').getByRole('button', { name: '启用', exact: true }).click();
    await page.getByText('已启用').first().waitFor();
  });
});
