import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addOrganization, listOrganizations } from '../../server/src/kernel/organization/contract.ts';
import { openBrowser, seeOff } from './open-page.ts';
import { seatOfficer, type Officer } from './staff.ts';

const former = '广安市广安区示例管理办公室';
const successor = '广安市广安区住房和城乡建设局';

let browser: Browser;
let administrator: Officer;
beforeAll(async () => {
  browser = await openBrowser();
  administrator = await seatOfficer(browser, 'system.admin');
});
afterAll(seeOff);

test('系统管理员合并机构：先看会转什么，写明原因、核对后才合并，之后看得到转了什么 (ORG-01)', async () => {
  const { page, client, visit, capture } = administrator;
  const { items } = await client.call(listOrganizations, { query: {} });
  const government = items.find(({ kind }) => kind === 'government');
  const added = await client.call(addOrganization, { body: { parentId: government?.id ?? null, name: former, shortName: null, code: null, kind: 'unit', regionCode: '511602000000', duties: null } });
  await visit(`/workbench/organizations?id=${added.id}`);
  await page.getByRole('button', { name: '并入其他机构' }).click();
  const dialog = page.getByRole('dialog', { name: `把“${former}”并入其他机构` });
  await dialog.getByRole('button', { name: /合\s?并/ }).click();
  await dialog.getByText('请选择承接机构。').waitFor();
  await dialog.getByText('请核对数量并勾选。').waitFor();
  await capture('merger-missing');
  await dialog.getByLabel('承接机构', { exact: true }).fill('住房和城乡建设局');
  await page.getByTitle(successor, { exact: true }).click();
  await dialog.getByText(`会转到${successor}的：`).waitFor();
  await dialog.getByText('没有需要转的工作。').waitFor();
  await dialog.getByLabel('依据和原因', { exact: true }).fill('机构改革方案，职责整体并入');
  await dialog.getByRole('checkbox', { name: '我已核对上面的种类和数量' }).check();
  await capture('merger-preview');
  await dialog.getByRole('button', { name: /合\s?并/ }).click();
  await page.getByText(`${former}已并入${successor}`).waitFor();
  await page.getByRole('heading', { name: successor }).waitFor();
  await page.getByRole('heading', { name: '合并记录' }).waitFor();
  await page.getByText(`${former}并入${successor}`).waitFor();
  await capture('merger-history');
  await expect.poll(() => page.getByRole('navigation', { name: '机构' }).getByText(former).count()).toBe(0);
  expect(administrator.faults).toEqual([]);
});
