import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { advanceAccounts } from '../../server/src/kernel/time-accounts/index.ts';
import { applyAsElder } from '../../server/src/testing/apply.ts';
import { accept } from '../../server/src/testing/office.ts';
import { useTestCity, type Signed, type TestPost } from '../../server/src/testing/test-city.ts';
import { openBrowser, seeOff, welcome, type viewports, type Visitor } from './open-page.ts';

// Red takes twenty working days: this city's clock is moved, and the browser's with it.
const city = useTestCity({ now: '2026-11-02T10:00:00+08:00', withFrontEnds: true });
const today = '2026-12-01T10:00';
let browser: Browser;
beforeAll(async () => { browser = await openBrowser(); });
afterAll(seeOff);

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

describe('运行看板：预警、黄牌、红牌，视图和抽查 (SUP-01, SUP-02, SUP-03)', () => {
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

  test('超期的办件：查询里标着红牌，办件页写明超过几个工作日', async () => {
    const department = await seat('decision');
    const { page } = department;
    await department.visit(`/workbench/cases?q=${numbers.red}`);
    const row = page.getByRole('row').filter({ hasText: numbers.red });
    await expect.poll(() => row.innerText()).toContain('红牌');
    await row.click();
    await expect.poll(() => page.getByRole('region', { name: '办理时限' }).innerText()).toMatch(/超过 \d+ 个工作日/);
    await department.capture('desk-overdue-case');
    // This city has departments and items, but no list of regions.
    expect(department.faults.filter((fault) => !fault.includes('/api/v1/regions'))).toEqual([]);
  });

  test('按部门、事项、人员、窗口看，数字带出办件；规则可试算；抽查办件', async () => {
    const supervisor = await seat('supervision');
    const { page } = supervisor;
    await supervisor.visit('/workbench/supervision?tab=views&by=department');
    const line = page.getByRole('row').filter({ hasText: '民政局' }).first();
    await expect.poll(() => line.innerText()).toContain('3');
    for (const by of ['事项', '人员', '窗口']) {
      await page.locator('.ant-segmented-item', { hasText: new RegExp(`^${by}$`) }).click();
      await page.getByRole('columnheader', { name: by }).waitFor();
    }
    await supervisor.capture('desk-views');
    await page.getByRole('row').filter({ hasText: '网上申请' }).getByRole('button').first().click();
    await page.getByText('只看“网上申请”的在办件').waitFor();
    await page.getByRole('row').filter({ hasText: numbers.warning }).waitFor();
    await supervisor.visit('/workbench/supervision/rules');
    await page.getByRole('row').filter({ hasText: 'JC02' }).click();
    await page.getByRole('button', { name: /^试\s?算$/ }).click();
    await page.getByText(/件在办件里有 \d+ 件会亮起/).waitFor();
    await supervisor.capture('desk-rule');
    await supervisor.visit('/workbench/spot-checks');
    await page.getByRole('button', { name: '抽取办件' }).first().click();
    await page.getByLabel('名称').fill('高龄津贴抽查');
    await page.locator('.ant-segmented-item', { hasText: /^全部$/ }).last().click();
    await page.getByLabel('检查人').click();
    await page.locator('.ant-select-item-option').first().click();
    await page.getByLabel('名称').click();
    await page.getByRole('dialog').getByRole('button', { name: /^抽\s?取$/ }).click();
    await page.getByRole('heading', { name: '高龄津贴抽查' }).waitFor();
    await page.getByRole('button', { name: /^检\s?查$/ }).first().click();
    await page.getByText('办理全程').waitFor();
    await supervisor.capture('desk-spot-check');
    expect(supervisor.faults.filter((fault) => !fault.includes('/api/v1/regions'))).toEqual([]);
  });
});
