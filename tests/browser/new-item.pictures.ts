import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { pictureOf } from './manual-picture.ts';
import { chapters } from './new-item-chapters.ts';
import { openBrowser, welcome, type Visitor } from './open-page.ts';
import { takeSeats } from './staff.ts';

let browser: Browser;
let citizen: Visitor;
const { officer } = takeSeats(() => browser);
const picture = pictureOf('new-item');

beforeAll(async () => {
  browser = await openBrowser();
  citizen = await welcome(browser, 'phone');
});
afterAll(async () => { await browser.close(); });

/** A phone is shown whole, a workbench by its upper part. */
async function show(page: Page, name: string): Promise<void> {
  await picture(page, name, page === citizen.page ? page.locator('#root') : 768);
}

test('新事项上线', { timeout: 600_000 }, async () => {
  for (const { run } of chapters) await run({ officer, citizen, show });
});
