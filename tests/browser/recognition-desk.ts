import type { Page } from 'playwright-core';
import { searchItems } from '../../server/src/modules/catalog/contract.ts';
import { createDraft, saveDraft } from '../../server/src/modules/intake/contract.ts';
import { seedItems } from '../../server/src/seed/content/index.ts';
import { demoCitizens } from '../../server/src/seed/identity/demo-citizens.ts';
import { citizenOf } from './desk-cases.ts';

/** The elder's application for her allowance, filled in but for the materials; gives the draft's id. */
export async function beginElderApplication(): Promise<string> {
  const elder = demoCitizens.find(({ key }) => key === 'elder');
  const { client } = await citizenOf(elder?.mobile ?? '');
  const seeded = seedItems.find(({ key }) => key === 'elderly-allowance');
  const { items } = await client.call(searchItems, { query: { q: seeded?.elements.name ?? '' } });
  const draft = await client.call(createDraft, { body: { itemId: items[0]?.id ?? '', guidance: [{ question: 'who', option: 'self' }] } });
  const answers = { ...seeded?.forms[0]?.sampleData, ...draft.answers, byFamily: false };
  await client.call(saveDraft, { params: { draftId: draft.id }, body: { revision: draft.revision, answers, materials: [] } });
  return draft.id;
}

/** Draws the chosen field's region over the last line of the sample card. */
export async function drawRegion(page: Page): Promise<void> {
  const sheet = await page.locator('.recognition-sheet').boundingBox();
  if (!sheet) throw new Error('no sample picture');
  await page.mouse.move(sheet.x + sheet.width * 0.08, sheet.y + sheet.height * 0.7);
  await page.mouse.down();
  await page.mouse.move(sheet.x + sheet.width * 0.8, sheet.y + sheet.height * 0.8, { steps: 4 });
  await page.mouse.up();
  await page.locator('.recognition-region.is-chosen').waitFor();
}
