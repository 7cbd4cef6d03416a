import type { Officer } from './staff.ts';

/** Finds an item or a bundle at the window by some characters of its name, without a mouse, and opens its registration; `listed` is how the finder lists it. */
export async function findAtWindow({ page, visit }: Officer, typed: string, name: string, listed: string | RegExp = name): Promise<void> {
  await visit('/workbench/registration');
  await page.locator('[aria-label="查找事项"]:focus').waitFor();
  await page.keyboard.type(typed);
  await page.locator('.finder').getByRole('button', { name: listed }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** The item that most journeys at the window register. */
export const allowance = '80周岁以上老年人高龄津贴申领';

/** Opens the registration of the allowance and answers its one question by its key: for oneself, or through a relative. */
export async function beginAllowance(officer: Officer, who: 'self' | 'relative'): Promise<void> {
  const { page } = officer;
  await findAtWindow(officer, '高龄', allowance);
  await page.getByText('子女等亲属或者村（社区）代办').waitFor();
  await page.keyboard.press(who === 'self' ? '1' : '2');
  await page.getByText(who === 'self' ? '情形：本人申请' : '情形：亲属代办').waitFor();
}
