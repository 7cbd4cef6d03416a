import type { Locator, Page } from 'playwright-core';

type Part = Page | Locator;

/** How a label reads: fields that must be filled say so. */
const asked = (label: string): RegExp => new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(（必填）)?$`);

/** Types into the field with this label. */
export async function typeInto(part: Part, label: string, value: string): Promise<void> {
  await part.getByRole('textbox', { name: asked(label) }).fill(value);
}

/** Chooses from a list. */
export async function choose(part: Part, label: string, option: string): Promise<void> {
  await part.getByRole('combobox', { name: asked(label) }).selectOption(option);
}

/** Ticks one or more of the options that are all visible. */
export async function tick(part: Part, label: string, ...options: readonly string[]): Promise<void> {
  const group = part.getByRole('group', { name: asked(label) });
  for (const option of options) await group.getByLabel(option, { exact: true }).check();
}

/** Types a date, `2026-12-07`, as year, month and day. */
export async function typeDay(part: Part, label: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  const group = part.getByRole('group', { name: asked(label) });
  for (const [name, value] of [['年', year], ['月', month], ['日', date]] as const) await group.getByRole('textbox', { name: new RegExp(`${name}$`) }).fill(value);
}

/** The first and the last day of a period. */
export async function typePeriod(part: Part, label: string, first: string, last: string): Promise<void> {
  const group = part.getByRole('group', { name: asked(label) });
  await typeDay(group, '开始日期', first);
  await typeDay(group, '结束日期', last);
}

/** An organisation by name and unified social credit code. */
export async function typeOrganization(part: Part, label: string, name: string, creditCode: string): Promise<void> {
  const group = part.getByRole('group', { name: asked(label) });
  await group.getByLabel('名称', { exact: true }).fill(name);
  await group.getByLabel('统一社会信用代码').fill(creditCode);
}

/** A day so many days from today in China, `2026-12-07`. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}
