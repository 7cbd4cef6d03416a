import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look } from './look-at.ts';
import { openBrowser, seeOff, welcome, type Visitor } from './open-page.ts';
import { takeSeats } from './staff.ts';
import { chapters } from './stuck-matter.ts';

let browser: Browser;
let citizen: Visitor;
const { officer, faults } = takeSeats(() => browser);
const held = { number: '', path: '' };
const show = (visitor: Visitor, name: string): Promise<void> => look(visitor, `stuck-matter-${name}`);

beforeAll(async () => {
  browser = await openBrowser();
  citizen = await welcome(browser, 'phone');
});
afterAll(seeOff);

describe('办不成事：带附件反映，部门答复，本人评价 (STK-01)', () => {
  for (const { title, run } of chapters) test(title, () => run({ officer, citizen, show, held }));

  test('一路上没有脚本错误和失败的请求', async () => { expect([...citizen.faults, ...await faults()]).toEqual([]); });
});
