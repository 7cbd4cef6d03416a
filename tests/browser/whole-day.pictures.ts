import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureOf } from './manual-picture.ts';
import { openBrowser, seeOff } from './open-page.ts';
import { takeSeats } from './staff.ts';
import { evening } from './whole-day-evening.ts';
import { handling } from './whole-day-handling.ts';
import { morning } from './whole-day-morning.ts';
import { beginDay, type Day } from './whole-day.ts';

/** What the manuals of the roles show of the day. */
const shown = new Set([
  'windows', 'seats', 'devices', 'faults', 'tickets', 'check-in', 'screen', 'terminal',
  'guide', 'outcome', 'slots', 'appointment', 'ticket', 'supplement-mistakes', 'closed', 'licence', 'rating', 'rectified',
  'calling', 'registration-mistakes', 'supplement-sheet', 'earlier-round',
  'special-proposal', 'special-running', 'transfer', 'joint-review', 'return', 'inbox-returned', 'decision-refused',
  'board', 'signal', 'order-issue', 'order-rectified', 'rectification', 'archive',
]);

let browser: Browser;
const { officer } = takeSeats(() => browser);
const picture = pictureOf('day');
const taken = new Set<string>();

beforeAll(async () => { browser = await openBrowser(); });
afterAll(seeOff);

/** The screen as it stands before the person, for those moments that a manual tells of. */
const show: Day['show'] = async ({ page }, name) => {
  if (!shown.has(name)) return;
  await picture(page, name, page.viewportSize()?.height ?? 768);
  taken.add(name);
};

test('大厅的一天', { timeout: 900_000 }, async () => {
  const day = await beginDay(browser, { officer, show });
  for (const { run } of [...morning, ...handling, ...evening]) await run(day);
  expect([...shown].filter((name) => !taken.has(name))).toEqual([]);
});
