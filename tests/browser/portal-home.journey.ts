import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, seeOff, viewports, welcome } from './open-page.ts';

let browser: Browser;
beforeAll(async () => { browser = await openBrowser(); });
afterAll(seeOff);

describe('门户首页', () => {
  test.each(['desktop', 'phone'] as const)('在%s上能打开、不出错、不横向滚动', async (viewport) => {
    const visitor = await welcome(browser, viewport);
    await visitor.visit('/');
    await visitor.page.getByRole('combobox').first().waitFor();
    const width = await visitor.page.evaluate(() => document.documentElement.scrollWidth);
    await visitor.capture(`portal-home-${viewport}`);
    expect(width).toBeLessThanOrEqual(viewports[viewport].width);
    expect(visitor.faults).toEqual([]);
  });
});
