import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { useTestCity } from '../../server/src/testing/test-city.ts';
import { choose } from './items-desk.ts';
import { pictureOf } from './manual-picture.ts';
import { openBrowser, seeOff } from './open-page.ts';
import { caseAfter, countTimes, processKey, publishNext, seatIn } from './process-city.ts';

const city = useTestCity({ now: '2026-11-02T09:00:00+08:00', withFrontEnds: true });
const now = '2026-11-18T15:00';
const picture = pictureOf('process');
let browser: Browser;
let waitingId = '';

beforeAll(async () => {
  browser = await openBrowser();
  await caseAfter(city(), 881, 'deliver', ['2026-11-02', '2026-11-03', '2026-11-06', '2026-11-09', '2026-11-10', '2026-11-10']);
  waitingId = (await caseAfter(city(), 882, 'accept', ['2026-11-11', '2026-11-12'])).caseId;
  await caseAfter(city(), 883, 'review', ['2026-11-12', '2026-11-13', '2026-11-17']);
  await publishNext(city());
  await countTimes(city());
  await city().moveTo(now);
});
afterAll(seeOff);

test('流程版本比较和在办件迁移', async () => {
  const { page, visit } = await seatIn(browser, city(), await city().itemAdministrator(), now);
  await visit(`/workbench/processes/${processKey}/compare`);
  await page.getByRole('button', { name: '改动 受理', exact: true }).click();
  await picture(page, 'compare');
  await visit(`/workbench/processes/${processKey}/migrate`);
  await page.getByLabel('“审核”对应到').click();
  await choose(page, '现场核查');
  await page.getByRole('button', { name: '试算' }).click();
  await page.getByText('看了 2 件').waitFor();
  await picture(page, 'migration');
});

test('流程进展和环节耗时', async () => {
  const officer = await seatIn(browser, city(), await city().officer('区民政局', 'preliminary-review'), now);
  await officer.visit(`/workbench/cases/${waitingId}`);
  await officer.page.getByRole('button', { name: '流程进展' }).click();
  await officer.page.locator('.diagram-badge').first().waitFor();
  await picture(officer.page, 'progress');
  const supervisor = await seatIn(browser, city(), await city().officer('区民政局', 'supervision'), now);
  await supervisor.visit('/workbench/step-times');
  await supervisor.page.locator('.diagram-badge').first().waitFor();
  await picture(supervisor.page, 'times');
});
