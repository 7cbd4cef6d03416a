import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listMigrations } from '../../server/src/kernel/workflow/migration.contract.ts';
import { runMigration } from '../../server/src/kernel/workflow/migration/run-migration.ts';
import { useTestCity } from '../../server/src/testing/test-city.ts';
import { choose } from './items-desk.ts';
import { openBrowser, seeOff, type Visitor } from './open-page.ts';
import { caseAfter, countTimes, processKey, publishNext, seatIn } from './process-city.ts';
import { pressByKeys } from './walk-by-keys.ts';

const city = useTestCity({ now: '2026-11-02T09:00:00+08:00', withFrontEnds: true });
const now = '2026-11-18T15:00';
let browser: Browser;
const cases = { done: '', waiting: '', reviewed: '' };
let waitingId = '';

beforeAll(async () => {
  browser = await openBrowser();
  cases.done = (await caseAfter(city(), 881, 'deliver', ['2026-11-02', '2026-11-03', '2026-11-06', '2026-11-09', '2026-11-10', '2026-11-10'])).number;
  const waiting = await caseAfter(city(), 882, 'accept', ['2026-11-11', '2026-11-12']);
  [cases.waiting, waitingId] = [waiting.number, waiting.caseId];
  cases.reviewed = (await caseAfter(city(), 883, 'review', ['2026-11-12', '2026-11-13', '2026-11-17'])).number;
  await publishNext(city());
  await countTimes(city());
  await city().moveTo(now);
});
afterAll(seeOff);

const administrator = async (viewport: Parameters<typeof seatIn>[4] = 'workbench'): Promise<Visitor> => seatIn(browser, city(), await city().itemAdministrator(), now, viewport);
const badge = (scope: Page | Locator, id: string): Locator => scope.locator(`g[data-element-id="${id}"] .diagram-badge`);
/** This city has departments and items, but no list of regions. */
const faultsOf = ({ faults }: Visitor): string[] => faults.filter((fault) => !fault.includes('/api/v1/regions'));

describe('流程的版本、在办件和耗时 (WFL-03)', () => {
  test('在两张图上比较两个版本：颜色带文字，清单点到图形，键盘也行', async () => {
    const visitor = await administrator();
    const { page } = visitor;
    await visitor.visit(`/workbench/processes/${processKey}`);
    await page.getByRole('link', { name: '与前一版比较' }).click();
    await page.getByText('新增 1 处，删去 1 处，改动 3 处').waitFor();
    const [before, after] = [page.getByRole('region', { name: '旧版　第 1 版' }).last(), page.getByRole('region', { name: '新版　第 2 版' }).last()];
    await badge(before, 'Check').getByText('删去').waitFor();
    await badge(after, 'Inspect').getByText('新增').waitFor();
    await badge(after, 'Accept').getByText('改动').waitFor();
    const list = page.getByRole('region', { name: '差别' });
    await list.getByRole('button', { name: '改动 受理', exact: true }).click();
    await expect.poll(() => after.locator('g[data-element-id="Accept"]').getAttribute('class')).toContain('selected');
    expect(await list.getByRole('table').first().innerText()).toContain('办理时限（工作日）');
    await pressByKeys(page, list.getByRole('button', { name: '新增 现场核查' }));
    await expect.poll(() => after.locator('g[data-element-id="Inspect"]').getAttribute('class')).toContain('selected');
    await visitor.capture('process-compare');
    await page.setViewportSize({ width: 390, height: 844 });
    await visitor.capture('process-compare-phone');
    await page.setViewportSize({ width: 1366, height: 768 });
    await visitor.visit(`/workbench/processes/${processKey}/compare?from=2&to=2`);
    await page.getByText('请选两个不同的版本。').waitFor();
    expect(faultsOf(visitor)).toEqual([]);
    await page.context().close();
  });

  test('办件页上看流程图：停在哪里、走过哪里、每个环节多久；绘图程序到打开时才取', async () => {
    const officer = await seatIn(browser, city(), await city().officer('区民政局', 'preliminary-review'), now);
    const { page } = officer;
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await officer.visit(`/workbench/cases/${waitingId}`);
    await page.getByRole('region', { name: '办理时限' }).waitFor();
    expect(fetched.filter((url) => /picture|Progress/i.test(url))).toEqual([]);
    await page.getByRole('button', { name: '流程进展' }).click();
    await page.getByText('停在：审查').waitFor();
    const drawer = page.getByRole('dialog');
    await badge(drawer, 'Review').getByText('停在这里 6 天').waitFor();
    await badge(drawer, 'Accept').getByText('1 天 1 小时').waitFor();
    expect(fetched.some((url) => url.includes('picture'))).toBe(true);
    // The way it went stands out from the ways it did not go.
    const strokeOf = (flow: string) => drawer.locator(`g[data-element-id="${flow}"] .djs-visual > path`).first().evaluate((path) => getComputedStyle(path).stroke);
    expect([await strokeOf('Flow_2'), await strokeOf('Flow_4')].map((stroke) => stroke === 'rgb(20, 80, 158)')).toEqual([true, false]);
    const row = drawer.getByRole('row').filter({ hasText: '审查' });
    expect(await row.innerText()).toMatch(/4 个工作日/);
    await row.getByRole('button', { name: '审查' }).click();
    await expect.poll(() => drawer.locator('g[data-element-id="Review"]').getAttribute('class')).toContain('selected');
    await officer.capture('case-progress');
    await page.setViewportSize({ width: 390, height: 844 });
    await officer.capture('case-progress-phone');
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    expect(faultsOf(officer)).toEqual([]);
    await page.context().close();
  });

  test('环节耗时：图上由浅到深，表里有等待、办理、总用时；换一个数、换一段时间', async () => {
    const supervisor = await seatIn(browser, city(), await city().officer('区民政局', 'supervision'), now);
    const { page } = supervisor;
    await supervisor.visit('/workbench/');
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '环节耗时' }).click();
    await badge(page, 'Accept').getByText('3 件次').waitFor();
    const table = page.getByRole('table', { name: '环节耗时' });
    expect(await table.getByRole('row').filter({ hasText: '审查' }).innerText()).toMatch(/2/);
    await supervisor.capture('step-times');
    await page.getByText('90% 分位', { exact: true }).first().click();
    await page.getByText('等待', { exact: true }).first().click();
    await expect.poll(() => badge(page, 'Review').textContent()).toContain('小时');
    await page.setViewportSize({ width: 390, height: 844 });
    await supervisor.capture('step-times-phone');
    expect(faultsOf(supervisor)).toEqual([]);
    await page.context().close();
  });

  test('迁移在办件：补上对应，试算说出每件会怎样，说明不能撤销，逐件进行，结果逐件可查', async () => {
    const visitor = await administrator();
    const { page } = visitor;
    await visitor.visit(`/workbench/processes/${processKey}`);
    await page.getByRole('link', { name: '迁移在办件' }).click();
    await page.getByText('还没有对应的环节：审核（1 件）').waitFor();
    await page.getByRole('button', { name: '试算' }).click();
    await page.getByText('看了 2 件：1 件可以迁移，1 件不能').waitFor();
    await page.getByText('环节“审核”没有对应到新版本的环节').first().waitFor();
    await visitor.capture('process-migration-trial');
    await page.getByLabel('“审核”对应到').click();
    await choose(page, '现场核查');
    expect(await page.getByText('看了 2 件').count(), 'a changed map must be tried again').toBe(0);
    await page.getByRole('button', { name: '试算' }).click();
    await page.getByText('看了 2 件：2 件可以迁移，0 件不能').waitFor();
    await page.getByText('迁移不能撤销').waitFor();
    await page.getByRole('button', { name: '迁移 2 件' }).click();
    await page.getByText('迁移的理由至少写 5 个字。').waitFor();
    await page.getByLabel('迁移的理由').fill('现场核查是法定环节，原版本缺少');
    await page.getByRole('button', { name: '迁移 2 件' }).click();
    await page.getByText('请核对试算结果后勾选。').waitFor();
    await page.getByRole('checkbox').check();
    await visitor.capture('process-migration');
    await page.setViewportSize({ width: 390, height: 844 });
    await visitor.capture('process-migration-phone');
    await page.setViewportSize({ width: 1920, height: 1080 });
    await visitor.capture('process-migration-wide');
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.getByRole('button', { name: '迁移 2 件' }).click();
    await page.getByRole('heading', { level: 1, name: '第 1 版迁移到第 2 版' }).waitFor();
    await page.getByText('共 2 件，已迁移 0 件').waitFor();
    const { items: [migration] } = await (await city().itemAdministrator()).http.call(listMigrations, { params: { key: processKey }, query: {} });
    await runMigration(city().system(), migration?.migrationId ?? '');
    await page.getByText('共 2 件，已迁移 2 件，没有迁移 0 件').waitFor();
    await page.getByRole('row').filter({ hasText: cases.reviewed }).getByText('现场核查').waitFor();
    await visitor.capture('process-migration-done');
    expect(faultsOf(visitor)).toEqual([]);
    await page.context().close();

    const officer = await seatIn(browser, city(), await city().officer('区民政局', 'preliminary-review'), now);
    await officer.visit(`/workbench/cases/${waitingId}`);
    await officer.page.getByRole('button', { name: '流程进展' }).click();
    await officer.page.getByText(/从流程第 1 版迁移到第 2 版/).waitFor();
    await badge(officer.page.getByRole('dialog'), 'Accept').getByText('1 天 1 小时').waitFor();
    await officer.page.context().close();
  });
});
