import { expect } from 'vitest';
import { scanPaper } from './citizen.ts';
import type { Officer } from './staff.ts';

/** Opens a case from the list of one's tasks. */
export async function takeUp({ page, visit }: Officer, number: string): Promise<void> {
  await visit('/workbench/inbox');
  await page.getByRole('table', { name: '待办' }).getByRole('cell', { name: number, exact: true }).click();
  await page.getByRole('region', { name: '办理时限' }).waitFor();
}

/** Finds every review point of the step satisfied, one by one. */
export async function tickPoints({ page }: Officer): Promise<void> {
  const satisfied = page.getByRole('radio', { name: /(?<!不)符合$/ });
  await satisfied.first().waitFor();
  const count = await satisfied.count();
  for (let index = 0; index < count; index += 1) await satisfied.nth(index).click();
  await page.getByText(`要点 ${count}/${count}`, { exact: true }).waitFor();
}

/** Presses the button of the step and waits until the workbench says that it is done. */
export async function finish({ page }: Officer, button: string, done: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('alert').getByText(done, { exact: true }).waitFor();
}

/** Ticks the points of a review and hands the opinion in. */
export async function review(officer: Officer, number: string, opinion: string): Promise<void> {
  await takeUp(officer, number);
  await tickPoints(officer);
  await officer.page.getByRole('textbox', { name: '审查意见' }).fill(opinion);
  await officer.capture(`case-review-${officer.name}`);
  await finish(officer, '提交审查意见', '审查意见已提交');
}

/** Gives a document to the form that is open and waits until it is listed. */
export async function attach({ page }: Officer, label: string, name: string): Promise<void> {
  const buffer = await scanPaper(page, name);
  await page.getByLabel(label, { exact: true }).setInputFiles({ name: `${name}.pdf`, mimeType: 'application/pdf', buffer });
  await page.getByRole('button', { name: `移除 ${name}.pdf`, exact: true }).waitFor();
}

/** A department's numbers on the supervisor's board, by the heading of the column. */
export async function readBoard({ page, visit }: Officer, department: string): Promise<ReadonlyMap<string, number>> {
  await visit('/workbench/supervision');
  const board = page.getByRole('table', { name: '运行看板' });
  const row = board.getByRole('row').filter({ has: page.getByRole('cell', { name: department, exact: true }) });
  await row.waitFor();
  const titles = await board.getByRole('columnheader').allInnerTexts();
  const cells = await row.getByRole('cell').allInnerTexts();
  expect(cells).toHaveLength(titles.length);
  return new Map(titles.map((title, index) => [title, Number.parseFloat(cells[index] ?? '')]));
}
