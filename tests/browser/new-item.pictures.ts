import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { pictureOf } from './manual-picture.ts';
import { chapters } from './new-item-chapters.ts';
import { openBrowser, seeOff, welcome, type Visitor } from './open-page.ts';
import { takeSeats } from './staff.ts';

let browser: Browser;
let citizen: Visitor;
const { officer } = takeSeats(() => browser);
const picture = pictureOf('new-item');

beforeAll(async () => {
  browser = await openBrowser();
  citizen = await welcome(browser, 'phone');
});
afterAll(seeOff);

/** Shows the dialog that is open, else the whole phone or the upper part of the workbench. */
async function show(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await picture(page, name, await dialog.isVisible() ? dialog : page === citizen.page ? 844 : 620);
}

test('新事项上线', { timeout: 600_000 }, async () => {
  for (const { run } of chapters) await run({ officer, citizen, show });
});
