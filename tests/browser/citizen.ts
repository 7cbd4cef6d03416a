import type { Page } from 'playwright-core';
import { uploadFile } from '../../server/src/kernel/files/contract.ts';

/** Signs a citizen of the demonstration in on the form that is shown, be it the page's or the one of a session that has ended. */
export async function signInCitizen(page: Page, name: string): Promise<void> {
  const form = page.locator('form', { has: page.getByLabel('密码', { exact: true }) });
  await form.getByText('演示环境').click();
  await form.getByRole('button', { name: `使用“${name}”`, exact: true }).click();
  await form.getByRole('button', { name: '登录', exact: true }).click();
  await form.waitFor({ state: 'detached' });
}

/** Where paper is printed, one after the other: a page of its own for each would cost more than the printing. */
let desk: Promise<Page> | undefined;
let printing: Promise<unknown> = Promise.resolve();

/** A page of paper with a heading, as an applicant scans it. */
export async function scanPaper(page: Page, title: string): Promise<Buffer> {
  desk ??= page.context().browser()?.newPage();
  const paper = printing.then(() => print(title));
  printing = paper.catch(() => {});
  return await paper;
}

async function print(title: string): Promise<Buffer> {
  const page = await desk;
  if (!page) throw new Error('a page that lies in no browser prints nothing');
  await page.setContent(`<h1>${title}</h1><p>本件与原件一致。</p>`);
  return await page.pdf({ format: 'A4' });
}

/** Gives a material by its name and waits until this upload has ended and the file is listed. */
export async function giveMaterial(page: Page, material: string): Promise<void> {
  const name = `${material}.pdf`;
  const buffer = await scanPaper(page, material);
  const part = page.getByRole('region', { name: material, exact: true });
  const stored = page.waitForResponse((response) => new URL(response.url()).pathname === uploadFile.path && response.request().method() === uploadFile.method);
  await part.getByLabel(`选择文件：${material}`, { exact: true }).setInputFiles({ name, mimeType: 'application/pdf', buffer });
  await stored;
  await part.getByRole('link', { name: `查看文件：${name}`, exact: true }).waitFor();
}
