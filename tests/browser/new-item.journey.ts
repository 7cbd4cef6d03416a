import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chapters } from './new-item-chapters.ts';
import { openBrowser, seeOff, welcome, type Visitor } from './open-page.ts';
import { takeSeats, type Officer } from './staff.ts';

let browser: Browser;
let citizen: Visitor;
const { officer, faults } = takeSeats(() => browser);
const seated = new Map<Page, Visitor>();

beforeAll(async () => {
  browser = await openBrowser();
  citizen = await welcome(browser, 'phone');
  seated.set(citizen.page, citizen);
});
afterAll(seeOff);

async function seat(accountName: string): Promise<Officer> {
  const taken = await officer(accountName);
  seated.set(taken.page, taken);
  return taken;
}

async function show(page: Page, name: string): Promise<void> {
  await seated.get(page)?.capture(`new-item-${name}`);
}

describe('新事项上线：从一个名称开始，不写代码 (CAT-02, GDE-02, FRM-01, WFL-01, DEC-01, DEC-02, DEC-03, DEC-06, HND-05, LIC-01)', () => {
  for (const { title, run } of chapters) test(title, () => run({ officer: seat, citizen, show }));

  test('一路上没有脚本错误和失败的请求', async () => {
    expect([...citizen.faults, ...await faults(/status of 422/)]).toEqual([]);
  });
});
