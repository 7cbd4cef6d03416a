import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const folder = path.resolve(import.meta.dirname, '..', '..', 'docs', 'manuals', 'pictures');
/** Largest file of one picture, bytes. */
const mostBytes = 150 * 1024;

/** Gives what saves the upper part of the screen, or one part of it, as `docs/manuals/pictures/PREFIX-NAME.png`, with nothing on the way and no passing message. */
export function pictureOf(prefix: string): (page: Page, name: string, shown?: number | Locator) => Promise<void> {
  return async (page, name, shown = 768) => {
    await expect.poll(() => page.locator('.ant-skeleton, .ant-spin-spinning, .list__ghost, [aria-busy="true"], .ant-message-notice, .ant-zoom-enter, .ant-zoom-appear, .ant-fade-enter, .ant-fade-appear').count()).toBe(0);
    const file = path.join(folder, `${prefix}-${name}.png`);
    const how = { path: file, animations: 'disabled', caret: 'hide' } as const;
    if (typeof shown === 'number') await page.screenshot({ ...how, clip: { x: 0, y: 0, width: page.viewportSize()?.width ?? 1366, height: shown } });
    else await shown.screenshot(how);
    expect((await stat(file)).size).toBeLessThan(mostBytes);
  };
}
