import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { expect } from 'vitest';

const folder = path.resolve(import.meta.dirname, '..', '..', 'docs', 'manuals', 'pictures');
/** Largest file of one picture, bytes. */
const mostBytes = 150 * 1024;

/** Waits until nothing is on the way, nothing moves and no passing message lies over the page. */
export async function untilStill(page: Page): Promise<void> {
  await expect.poll(() => page.locator('.ant-skeleton, .ant-spin-spinning, .list__ghost, .tb-skeleton, [aria-busy="true"], .ant-message-notice, .ant-zoom-enter, .ant-zoom-appear, .ant-fade-enter, .ant-fade-appear, .tb-toast').count()).toBe(0);
}

/** Gives what saves the upper part of the screen, or one part of it, as `docs/manuals/pictures/PREFIX-NAME.png` with a palette of its own. */
export function pictureOf(prefix: string): (page: Page, name: string, shown?: number | Locator) => Promise<void> {
  return async (page, name, shown = 768) => {
    await untilStill(page);
    const how = { animations: 'disabled', caret: 'hide' } as const;
    const taken = typeof shown === 'number' ? await page.screenshot({ ...how, clip: { x: 0, y: 0, width: page.viewportSize()?.width ?? 1366, height: shown } }) : await shown.screenshot(how);
    const picture = await sharp(taken).png({ palette: true, colours: 96, effort: 10, compressionLevel: 9 }).toBuffer();
    expect(picture.length).toBeLessThan(mostBytes);
    await writeFile(path.join(folder, `${prefix}-${name}.png`), picture);
  };
}
