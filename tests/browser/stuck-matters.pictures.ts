import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { pictureOf } from './manual-picture.ts';
import { openBrowser, seeOff, welcome, type Visitor } from './open-page.ts';
import { takeSeats } from './staff.ts';
import { chapters } from './stuck-matter.ts';

let browser: Browser;
let citizen: Visitor;
const { officer } = takeSeats(() => browser);
const picture = pictureOf('stuck-matters');

beforeAll(async () => {
  browser = await openBrowser();
  citizen = await welcome(browser, 'phone');
});
afterAll(seeOff);

/** The screen as it stands before the person; a phone whole, of the workbench the upper part. */
async function show({ page }: Visitor, name: string): Promise<void> {
  await picture(page, name, page === citizen.page ? 844 : 700);
}

test('办不成事', { timeout: 300_000 }, async () => {
  const held = { number: '', path: '' };
  for (const { run } of chapters) await run({ officer, citizen, show, held });
});
