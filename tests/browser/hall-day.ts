import type { Locator } from 'playwright-core';
import { choose, told } from './items-desk.ts';
import type { Officer } from './staff.ts';
import type { Day } from './whole-day.ts';

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** What a hall leader sees to before the doors open. */
interface Opening {
  hall: string;
  /** Who sits at a window. */
  clerk: string;
  /** The queue whose appointments are short enough that one may check in for the next. */
  queue: string;
  /** A window that is added to the zone of the first. */
  newWindow: string;
}

/** Types a time of day and takes it by Enter. */
async function setTime(field: Locator, time: string): Promise<void> {
  await field.fill(time);
  await field.press('Enter');
}

/** Opens the hall around the clock by its settings, page by page: hours, queue, a new window, who sits where. Gives its id. */
export async function openHall(leader: Officer, show: Day['show'], { hall, clerk, queue, newWindow }: Opening): Promise<string> {
  const { page, visit } = leader;
  await visit('/workbench/halls');
  await page.getByRole('table', { name: '大厅' }).getByRole('row').filter({ hasText: hall }).getByRole('button', { name: '设置' }).click();
  await page.getByRole('heading', { level: 1, name: hall }).waitFor();
  const hallId = new URL(page.url()).pathname.split('/').at(-2) ?? '';
  for (const weekday of weekdays) {
    await setTime(page.getByLabel(`${weekday}从`, { exact: true }), '00:00');
    await setTime(page.getByLabel(`${weekday}到`, { exact: true }), '23:59');
  }
  await page.locator('.ant-segmented-item', { hasText: '分区与业务' }).click();
  await page.locator('.hall-queue', { has: page.locator(`input[value="${queue}"]`) }).getByLabel('预约时段（分钟）').fill('10');
  await page.locator('.ant-segmented-item', { hasText: /^窗口$/ }).click();
  await page.getByRole('button', { name: '加一个窗口' }).click();
  await page.getByLabel('窗口号').last().fill(newWindow);
  await page.getByText(/检查出 \d+ 处/).waitFor();
  await show(leader, 'windows');
  await page.locator('.ant-segmented-item', { hasText: '人员入驻' }).click();
  const seat = page.locator('.hall-seat', { hasText: clerk });
  await setTime(seat.getByLabel('从', { exact: true }), '00:00');
  await setTime(seat.getByLabel('到', { exact: true }), '23:59');
  await page.getByRole('button', { name: /^保\s?存$/ }).click();
  await told(page, '已保存');
  await show(leader, 'seats');
  return hallId;
}

/** Registers a device as a hall leader does, and gives the path that the device opens. */
export async function registerDevice(leader: Officer, show: Day['show'], { hallId, kind, name, window }: { hallId: string; kind: string; name: string; window?: string | undefined }): Promise<string> {
  const { page, visit } = leader;
  await visit(`/workbench/halls/${hallId}/devices`);
  await page.getByRole('button', { name: '登记设备' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('类型').click();
  await choose(page, kind);
  await dialog.getByLabel('名称').fill(name);
  if (window !== undefined) {
    await dialog.getByLabel(/所在的窗口/).click();
    await choose(page, new RegExp(`^${window} 号`));
  }
  await dialog.getByRole('button', { name: '登记设备' }).click();
  const url = new URL((await dialog.locator('.hall-key').first().innerText()).trim());
  await show(leader, `key-${kind}`);
  await dialog.getByRole('button', { name: '已复制，关闭' }).click();
  return url.pathname + url.hash;
}
