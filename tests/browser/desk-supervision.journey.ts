import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { advanceAccounts } from '../../server/src/kernel/time-accounts/index.ts';
import { applyAsElder } from '../../server/src/testing/apply.ts';
import { accept } from '../../server/src/testing/office.ts';
import { useTestCity, type Signed, type TestPost } from '../../server/src/testing/test-city.ts';
import { openBrowser, welcome, type viewports, type Visitor } from './open-page.ts';

// Red takes twenty working days: this city's clock is moved, and the browser's with it.
const city = useTestCity({ now: '2026-11-02T10:00:00+08:00', withFrontEnds: true });
const today = '2026-12-01T10:00';
let browser: Browser;
beforeAll(async () => { browser = await openBrowser(); });
afterAll(async () => { await browser.close(); });

/** Moves to a time and does what the minutely job and the relay would have done. */
async function moveTo(time: string): Promise<void> {
  await city().moveTo(time);
  await advanceAccounts(city().system());
  await city().server.relay.drain();
}

async function acceptedOn(time: string): Promise<string> {
  await moveTo(time);
  const { receipt } = await applyAsElder(city());
  await accept(await city().officer('区民政局', 'window'), receipt.caseId);
  await city().server.relay.drain();
  return receipt.number;
}

/** Seats an officer of the city whose clock is moved, in the session that the city gave. */
async function seat(post: TestPost, viewport: keyof typeof viewports = 'workbench'): Promise<Visitor> {
  const { headers }: Signed = await city().officer('区民政局', post);
  const { hostname } = new URL(city().origin);
  const cookie = { name: 'tb_session', value: headers.authorization.slice('Bearer '.length), domain: hostname, path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' as const };
  const visitor = await welcome(browser, viewport, { origin: city().origin, storageState: { cookies: [cookie], origins: [] } });
  await visitor.page.clock.setFixedTime(new Date(`${today}:00+08:00`));
  return visitor;
}

describe('运行看板：预警、黄牌、红牌和督办 (SUP-01, SUP-02, SUP-03)', () => {
  const numbers: Record<'red' | 'yellow' | 'warning', string> = { red: '', yellow: '', warning: '' };
  beforeAll(async () => {
    numbers.red = await acceptedOn('2026-11-02T11:00');
    numbers.yellow = await acceptedOn('2026-11-20T10:00');
    numbers.warning = await acceptedOn('2026-11-25T10:00');
    await moveTo(today);
  });

  test('看板上的数字带出背后的办件，颜色都有文字', async () => {
    const supervisor = await seat('supervision');
    const { page } = supervisor;
    await supervisor.visit('/workbench/supervision');
    for (const level of ['预警', '黄牌', '红牌']) {
      await expect.poll(() => page.locator('.board-total', { hasText: level }).innerText()).toMatch(new RegExp(`^${level}\\s*1$`));
    }
    await supervisor.capture('desk-board');
    await page.locator('.board-total', { hasText: '红牌' }).click();
    const row = page.getByRole('row').filter({ hasText: numbers.red });
    await expect.poll(() => row.innerText()).toContain('红牌');
    expect(await row.innerText()).toContain('已过期');
    expect(await page.getByRole('row').filter({ hasText: numbers.yellow }).count()).toBe(0);
    await page.locator('.ant-segmented-item', { hasText: '全部' }).last().click();
    await page.getByRole('row').filter({ hasText: numbers.warning }).waitFor();
    await supervisor.capture('desk-board-cases');
    expect(supervisor.faults).toEqual([]);
  });

  test('督办一张红牌，责任部门反馈', async () => {
    const [supervisor, department] = [await seat('supervision'), await seat('decision')];
    await supervisor.visit('/workbench/supervision?tab=signals');
    const signal = supervisor.page.getByRole('row').filter({ hasText: numbers.red }).filter({ hasText: '红牌' });
    await signal.getByRole('button', { name: '督办' }).click();
    await supervisor.page.getByLabel('督办要求').fill('请说明超期原因，三日内办结。');
    await supervisor.page.getByRole('button', { name: '发出' }).click();
    await expect.poll(() => signal.innerText()).toContain('已督办，待反馈');
    await supervisor.capture('desk-signals');
    await city().server.relay.drain();
    await department.visit('/workbench/messages');
    await department.page.getByText('督办：', { exact: false }).first().click();
    const demanded = department.page.getByRole('row').filter({ hasText: numbers.red });
    await demanded.getByRole('button', { name: '反馈督办' }).click();
    await department.page.getByLabel('反馈内容').fill('已安排专人加快办理，三日内办结。');
    await department.page.getByRole('button', { name: '发出' }).click();
    await expect.poll(() => demanded.innerText()).toContain('已反馈');
    await department.capture('desk-signal-answered');
    await department.visit(`/workbench/cases?q=${numbers.red}`);
    const row = department.page.getByRole('row').filter({ hasText: numbers.red });
    await expect.poll(() => row.innerText()).toContain('红牌');
    await row.click();
    await expect.poll(() => department.page.getByRole('region', { name: '办理时限' }).innerText()).toMatch(/超过 \d+ 个工作日/);
    await department.capture('desk-overdue-case');
    // This city has departments and items, but no list of regions.
    expect([...supervisor.faults, ...department.faults].filter((fault) => !fault.includes('/api/v1/regions'))).toEqual([]);
  });
});
