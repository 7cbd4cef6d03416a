import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { defineSheet, openSpreadsheet, writeWorkbook } from '../../server/src/kernel/spreadsheets/index.ts';
import type { Officer } from './staff.ts';

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

/** Chooses an item of the basic directory on the page of claims that is shown, by its name. */
export async function tickItem({ page }: Officer, name: string): Promise<void> {
  await page.getByRole('checkbox', { name: `选择“${name}”` }).check();
}

/** Claims the one item that is chosen, for one's own department. */
export async function claimChosen({ page }: Officer): Promise<void> {
  await page.getByRole('button', { name: '认领（1）' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '认领', exact: true }).click();
  await told(page, '已认领 1 项');
}

/** Confirms the one claim that is chosen. */
export async function confirmChosen({ page }: Officer): Promise<void> {
  await page.getByRole('button', { name: '确认', exact: true }).click();
  await told(page, '已确认 1 条');
}

/** Chooses in the editor what to copy from the published list of that name: all but what an item says of itself. */
export async function chooseCopied(page: Page, from: string): Promise<void> {
  await page.getByRole('button', { name: '从其他清单复制' }).click();
  await page.getByLabel('输入事项名称，查找任何地区、部门已发布的清单').fill(from);
  await page.locator('.copying__found').getByRole('button', { name: new RegExp(`^${from}`) }).click();
  await page.getByRole('checkbox', { name: '全选' }).check();
  for (const own of ['俗称', '简介', '设定依据']) await page.getByRole('dialog').getByRole('checkbox', { name: own, exact: true }).uncheck();
}

/** Copies what is chosen, and waits until the server has it. */
export async function copyChosen(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^复制 \d+ 项/ }).click();
  await saved(page);
}

/** Opens the draft of an item in two officers' editors, at the same group of elements. */
export async function openTogether(item: string, group: string, first: Officer, second: Officer): Promise<void> {
  await openItem(second, item);
  await second.page.getByRole('button', { name: '编辑要素' }).click();
  for (const { page } of [second, first]) await openGroup(page, group);
}

/** Previews a tag for so many published items at once; gives the table of what would change. */
export async function previewBulkTag({ page, visit }: Officer, count: number, tag: string): Promise<Locator> {
  await visit('/workbench/catalogue?q=%E8%AE%B8%E5%8F%AF&state=published');
  const boxes = page.getByRole('checkbox', { name: /^选择 / });
  await boxes.nth(count - 1).waitFor();
  const names = await boxes.evaluateAll((all, most) => all.slice(0, most).map((box) => box.getAttribute('aria-label') ?? ''), count);
  for (const name of names) await page.getByRole('checkbox', { name, exact: true }).check();
  await page.getByRole('button', { name: `批量修改（${count}）` }).click();
  await page.getByRole('dialog').getByLabel('标签').last().fill(tag);
  await choose(page, tag);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '预览', exact: true }).click();
  const table = page.getByRole('table', { name: '批量修改' });
  await table.waitFor();
  return table;
}

/** Uploads a list of three items of which only the first can be imported: one limit is no number, one department is unknown. Gives the table of the preview. */
export async function previewImport({ page, visit }: Officer, items: readonly (readonly [code: string, name: string])[], unknownDepartment: string): Promise<Locator> {
  const faulty = [{ 承诺办结时限: '5' }, { 承诺办结时限: '很快' }, { 实施主体: unknownDepartment, 承诺办结时限: '3' }];
  const lines = items.map(([code, name], index) => ({ 地方实施编码: code, 事项名称: name, 实施主体: '区住建局', 事项类型: '行政许可', ...faulty[index] }));
  await visit('/workbench/item-exchange');
  await giveFile(page, '上传清单', '省库清单.xlsx', await workbookOf({ 事项: lines }));
  await page.getByRole('heading', { level: 1, name: '省库清单.xlsx' }).waitFor();
  const rows = page.getByRole('table', { name: '变更和问题' });
  await expect.poll(() => rows.innerText()).toContain(unknownDepartment);
  return rows;
}

/** Opens the version of an item that waits for one's review, from the inbox. */
export async function openReview({ page, visit }: Officer, item: string): Promise<void> {
  await visit('/workbench/inbox');
  await page.getByRole('table', { name: '待办' }).getByRole('row').filter({ hasText: item }).click();
  await page.getByRole('heading', { level: 1, name: item }).waitFor();
}

/** Reviews the version that is shown. */
export async function giveReview({ page }: Officer, button: '退回修改' | '审核通过', opinion: string, done: string): Promise<void> {
  await page.getByRole('button', { name: '审核', exact: true }).click();
  await page.getByLabel('审核意见').fill(opinion);
  await page.getByRole('dialog').getByRole('button', { name: button }).click();
  await told(page, done);
}
