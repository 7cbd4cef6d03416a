import { expect } from 'vitest';
import type { Visitor } from './open-page.ts';

/** Keeps a picture of the page and finds nothing that would have to be pushed sideways. */
export async function look(visitor: Visitor, name: string): Promise<void> {
  await visitor.capture(name);
  const { page } = visitor;
  // A list that has just been closed may still be measured beside the page.
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: `${name} 横向滚动` }).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

/** The PDF behind a link, fetched with the session of the page. */
export async function download({ page }: Visitor, link: string): Promise<Buffer> {
  const address = await page.getByRole('link', { name: link, exact: true }).getAttribute('href');
  const answer = await page.context().request.get(new URL(address ?? '', page.url()).href);
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toContain('application/pdf');
  return await answer.body();
}
