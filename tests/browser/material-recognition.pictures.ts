import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveMaterial, signInCitizen } from './citizen.ts';
import { openCase } from './desk-cases.ts';
import { drawKnown } from './known-documents.ts';
import { pictureOf } from './manual-picture.ts';
import { openBrowser, seeOff, welcome } from './open-page.ts';
import { beginElderApplication, drawRegion } from './recognition-desk.ts';
import { takeSeats } from './staff.ts';

let browser: Browser;
const { officer } = takeSeats(() => browser);
const save = pictureOf('recognition');
const material = '老年人身份证明';
let number = '';

/** Saves a picture once nothing is being read any more. */
async function picture(page: Page, name: string, part?: Locator): Promise<void> {
  await expect.poll(() => page.locator('.reading--running').count(), { timeout: 20_000 }).toBe(0);
  await save(page, name, part);
}

beforeAll(async () => { browser = await openBrowser(); });
afterAll(seeOff);

test('材料识别：申请人', async () => {
  const applicant = await welcome(browser, 'workbench');
  const { page } = applicant;
  // The bar that stays in sight would lie over a part that is taller than the screen.
  await page.setViewportSize({ width: 1366, height: 1_500 });
  await applicant.visit(`/drafts/${await beginElderApplication()}?step=materials`);
  await signInCitizen(page, '王秀兰');
  await page.getByLabel(`选择文件：${material}`, { exact: true }).setInputFiles({ name: '身份证.jpg', mimeType: 'image/jpeg', buffer: (await drawKnown('wrongCard')).picture });
  const result = page.getByRole('group', { name: '“身份证.jpg”的识别结果' });
  await result.getByRole('button', { name: '在图片上看' }).click({ timeout: 30_000 });
  await result.locator('.page-picture__mark').first().waitFor();
  await picture(page, 'result', page.getByRole('region', { name: material, exact: true }));
  await picture(page, 'questions', page.getByRole('region', { name: /^材料问题清单/ }));
  await giveMaterial(page, '户口簿');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel(/^我承诺填写的内容/).check();
  await page.getByRole('button', { name: '提交申请' }).click();
  number = await page.locator('.receipt__number').innerText();
});

test('材料识别：工作人员', async () => {
  const clerk = await officer('civil.window');
  const { page } = clerk;
  await openCase(clerk, number);
  await page.locator('.document__name').filter({ hasText: material }).click();
  await page.getByRole('button', { name: '查看比对' }).click();
  await page.locator('.marked-page__mark').first().waitFor();
  await picture(page, 'compare', page.locator('.desk__middle'));
});

test('材料识别：智审目录、模板、训练', async () => {
  const keeper = await officer('item.admin');
  const { page } = keeper;
  await keeper.visit('/workbench/recognition');
  await page.getByRole('row').filter({ hasText: '居民身份证' }).waitFor();
  await picture(page, 'catalogue');
  await page.getByRole('cell', { name: /^居民身份证/ }).click();
  await page.getByLabel('样本图片', { exact: true }).setInputFiles({ name: '样本.jpg', mimeType: 'image/jpeg', buffer: (await drawKnown('rightCard')).picture });
  await page.locator('.recognition-sheet img').waitFor();
  await page.locator('.recognition-fields li').nth(1).getByRole('button', { name: '没有区域' }).click();
  await drawRegion(page);
  await picture(page, 'template', page.getByRole('region', { name: '识别模板' }));
  await keeper.visit('/workbench/recognition?tab=models');
  await page.getByRole('button', { name: '训练新版本' }).click();
  await page.getByText('未启用', { exact: true }).waitFor({ timeout: 30_000 });
  await page.getByRole('cell', { name: '第 1 版' }).click();
  await page.getByRole('dialog').getByText('人工＼模型').waitFor();
  await picture(page, 'model', page.locator('.ant-modal-container, .ant-modal-content').first());
});
