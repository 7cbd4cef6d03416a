import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { samplePdf } from '../../server/src/cli/journey/apply.ts';
import { meetPeople, type Participant } from '../../server/src/cli/journey/people.ts';
import { platform } from './platform.ts';
import type { Officer } from './staff.ts';

/** A citizen of the demonstration by mobile, signed in over the API: what the portal's own journeys show is not repeated at the desk. */
export async function citizenOf(mobile: string): Promise<Participant> {
  return (await meetPeople(platform.url)).citizen(mobile);
}

/** Finds a case by its number with the keyboard alone, as an officer does, and opens it. */
export async function openCase({ page, visit }: Officer, number: string): Promise<void> {
  await visit('/workbench/inbox');
  await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
  await page.keyboard.press('/');
  await page.locator('[aria-label="搜索办件"]:focus').waitFor();
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  await page.getByRole('table', { name: '办件查询' }).getByRole('row').filter({ hasText: number }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.locator('.desk__head').getByText(number).waitFor();
}

/** Where a case stands, as its head says. */
export const statusOf = (page: Page): Locator => page.locator('.desk__head .tag').first();

/** Finds every review point of the materials satisfied, one material after the other by `j` and `y`. */
export async function tickEverything(page: Page): Promise<void> {
  const points = page.locator('.desk__left .point');
  await points.first().waitFor();
  const materials = await page.locator('.desk__left .document').count();
  for (let index = 0; index < materials; index += 1) await page.keyboard.press('k');
  for (let index = 0; index < materials; index += 1) {
    await page.keyboard.press('j');
    await page.keyboard.press('y');
  }
  await expect.poll(() => page.locator('.bar__points').innerText()).toMatch(/要点 (\d+)\/\1/);
}

/** The notice that opens in the middle once an action has made it. */
export const noticeShown = (page: Page, title: string): Locator => page.locator(`.desk__middle iframe[title="${title}"]`);

/** Presses the key of the view's one primary action once the view offers it. */
export async function pressPrimary(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).and(page.locator('.ant-btn-primary:enabled')).waitFor();
  await page.keyboard.press('Alt+s');
}

/** A PDF that says its name, as it is given to a chooser of files. */
export async function pdfOf(name: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  return { name: `${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(await samplePdf(name).arrayBuffer()) };
}
