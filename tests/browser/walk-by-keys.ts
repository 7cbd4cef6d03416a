import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Stops of the Tab key after which a person would give up. */
const PATIENCE = 60;

/** What has the focus and whether one can see it: an outline, a ring of the field's own, or that of the label around it. */
async function lookAtFocus(page: Page): Promise<{ name: string; seen: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return { name: 'nothing', seen: true };
    const around = [element, element.parentElement, element.closest('label'), element.nextElementSibling, element.closest('.ant-input-affix-wrapper, .ant-select, .ant-picker, .tb-drop')];
    const seen = around.some((one) => {
      if (!one) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || (boxShadow !== 'none' && one.matches(':focus-within'));
    });
    const box = element.getBoundingClientRect();
    const name = `${element.tagName} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30)}`;
    return { name, seen: seen && box.bottom > 0 && box.top < window.innerHeight };
  });
}

/** Whether an element has the focus. */
export async function hasFocus(target: Locator): Promise<boolean> {
  return await target.count() > 0 && await target.first().evaluate((element) => element === document.activeElement);
}

/** Goes on with the Tab key until a control has the focus, which has to be seen at every stop. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor({ state: 'attached' });
  for (let stop = 0; stop < PATIENCE; stop += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
    const { name, seen } = await lookAtFocus(page);
    if (!seen) throw new Error(`nobody can see that ${name} has the focus`);
  }
  throw new Error(`${PATIENCE} stops did not lead to ${String(target)}`);
}

/** Goes to a button or a link and presses it. */
export async function pressByKeys(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Goes to a field and types into it. */
export async function typeByKeys(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

/** The focus is where a new page begins, not on what led to it or nowhere. */
export async function expectFocusIn(page: Page, part: string): Promise<void> {
  await expect.poll(() => page.evaluate((selector) => document.activeElement?.closest(selector) !== null && document.activeElement !== document.body, part)).toBe(true);
}
