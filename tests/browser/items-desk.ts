import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { defineSheet, openSpreadsheet, writeWorkbook } from '../../server/src/kernel/spreadsheets/index.ts';
import { seatOfficer, type Officer } from './staff.ts';

/** Gives each officer of a journey one seat, taken at the first use. */
export function takeSeats(browser: () => Browser): { officer: (accountName: string) => Promise<Officer>; faults: (pardoned: RegExp) => Promise<string[]> } {
  const seats = new Map<string, Promise<Officer>>();
  const officer = (accountName: string): Promise<Officer> => {
    const seat = seats.get(accountName) ?? seatOfficer(browser(), accountName);
    seats.set(accountName, seat);
    return seat;
  };
  return { officer, faults: async (pardoned) => (await Promise.all(seats.values())).flatMap(({ faults }) => faults.filter((fault) => !pardoned.test(fault))) };
}

/** The element of that name in the editor of an item. */
export const fieldOf = (page: Page, label: string): Locator => page.locator('.editing').getByRole('region', { name: label, exact: true });

/** Opens a group of elements in the editor. */
export async function openGroup(page: Page, group: string): Promise<void> {
  await page.getByRole('navigation', { name: '要素分组' }).getByRole('button', { name: new RegExp(`^${group}`) }).click();
  await page.locator('.editing__form h2', { hasText: group }).waitFor();
}

/** Waits until the server has everything that was typed. */
export async function saved(page: Page): Promise<void> {
  await expect.poll(() => page.locator('.editing__state').innerText()).toMatch(/^已保存/);
}

/** Opens an item from the list by its name. */
export async function openItem({ page, visit }: Officer, name: string): Promise<void> {
  await visit(`/workbench/catalogue?q=${encodeURIComponent(name)}`);
  await page.getByRole('table', { name: '事项清单' }).getByRole('cell', { name, exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Waits until the workbench says that something is done. */
export async function told(page: Page, words: string | RegExp): Promise<void> {
  await page.locator('.ant-message').getByText(words).first().waitFor();
}

/** Chooses an option of a select that is open, as somebody does who reads the list. */
export async function choose(page: Page, option: string | RegExp): Promise<void> {
  await page.locator('.ant-select-item-option').filter({ hasText: option, visible: true }).first().click();
}

type Line = Readonly<Record<string, string>>;

/** A workbook with these sheets, as people fill them in; the headings are those of the first lines. */
export async function workbookOf(sheets: Readonly<Record<string, readonly Line[]>>): Promise<Buffer> {
  return writeWorkbook(Object.entries(sheets).map(([name, rows]) => defineSheet<Line>({
    name, rows, columns: [...new Set(rows.flatMap((row) => Object.keys(row)))].map((title) => ({ title, value: (row) => row[title] })),
  })));
}

/** The lines of a sheet by heading. */
export async function linesOf(content: Buffer, sheet: string): Promise<Line[]> {
  const rows: string[][] = [];
  for await (const { cells } of (await openSpreadsheet({ fileName: 'sheet.xlsx', content })).rows(sheet)) {
    rows.push(Array.from({ length: Math.max(...cells.keys()) }, (_none, index) => cells.get(index + 1)?.text ?? ''));
  }
  const [titles = [], ...lines] = rows;
  return lines.map((cells) => Object.fromEntries(titles.map((title, index) => [title, cells[index] ?? ''])));
}

/** Gives a file to the chooser of that name. */
export async function giveFile(page: Page, label: string, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel(label, { exact: true }).setInputFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer });
}

/** Downloads what a link or button leads to. */
export async function download({ page }: Officer, link: Locator): Promise<Buffer> {
  const [started] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const parts: Buffer[] = [];
  for await (const part of await started.createReadStream()) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
