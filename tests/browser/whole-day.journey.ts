import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { look } from './look-at.ts';
import { openBrowser, seeOff } from './open-page.ts';
import { takeSeats } from './staff.ts';
import { evening } from './whole-day-evening.ts';
import { handling } from './whole-day-handling.ts';
import { morning } from './whole-day-morning.ts';
import { beginDay, type Day } from './whole-day.ts';

let browser: Browser;
let day: Day;
const { officer, faults } = takeSeats(() => browser);

beforeAll(async () => {
  browser = await openBrowser();
  day = await beginDay(browser, { officer, show: (visitor, name) => look(visitor, `whole-day-${name}`) });
});
afterAll(seeOff);
afterEach(async () => {
  const { citizen, stranger, kiosk, terminal, screen } = day;
  // What the server refuses on purpose is told on the page, and that is looked for.
  expect([...[citizen, stranger, kiosk, terminal, screen].flatMap((one) => one.faults), ...await faults(/status of 400/)]).toEqual([]);
});

describe('大厅的一天：市民、窗口、两个部门、大厅负责人、监督员', () => {
  for (const { title, run } of [...morning, ...handling, ...evening]) test(title, () => run(day));
});
