import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listHandlingProcesses } from '../../server/src/modules/catalog/contract.ts';
import { told } from './items-desk.ts';
import { openBrowser, seeOff } from './open-page.ts';
import { takeSeats } from './staff.ts';
import { pressByKeys } from './walk-by-keys.ts';

const name = '燃气经营许可勘验流程';
const key = 'gas-inspection';
let browser: Browser;
const seats = takeSeats(() => browser);

beforeAll(async () => { browser = await openBrowser(); });
afterAll(seeOff);

const shape = (page: Page, id: string): Locator => page.locator(`.diagram g[data-element-id="${id}"]`);
const outline = (page: Page, words: string | RegExp): Locator => page.getByRole('region', { name: '图形清单' }).getByRole('button', { name: words, exact: true });
const problems = (page: Page): Locator => page.getByRole('region', { name: '检查', exact: true });
const faultless = (page: Page): Promise<void> => problems(page).getByText('没有问题').waitFor();

describe('流程设计器 (WFL-01, WFL-03)', () => {
  test('从“一审一核”开始画：走不到的结束当场指出，点过去改好', async () => {
    const { page, visit, capture } = await seats.officer('item.admin');
    await visit('/workbench/processes');
    await page.getByRole('cell', { name: '一审一核' }).waitFor();
    await capture('processes');
    await page.getByRole('button', { name: '新建流程' }).click();
    await page.locator('#process-name:focus').waitFor();
    await page.getByLabel('名称', { exact: true }).fill(name);
    await page.getByLabel('编码', { exact: true }).fill(key);
    await capture('process-new');
    await page.getByRole('button', { name: '新建并开始画' }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await shape(page, 'Review').waitFor();
    // The licence of the drawing library asks for it.
    expect(await page.locator('.bjs-powered-by').isVisible()).toBe(true);
    await faultless(page);

    await outline(page, '送达 → 办结').click();
    await page.getByRole('button', { name: '删除', exact: true }).click();
    await problems(page).getByRole('button', { name: '「办结」从开始事件走不到，请接上连线或删除' }).click();
    await page.getByRole('region', { name: '办结' }).waitFor();
    expect(await shape(page, 'End').getAttribute('class')).toContain('has-problem');
    await capture('process-unreachable');
    await outline(page, '送达').click();
    await page.getByLabel('连到').click();
    await page.locator('.ant-select-item-option').filter({ hasText: '办结', visible: true }).click();
    await page.getByRole('button', { name: '连线', exact: true }).click();
    await faultless(page);
  });

  test('从工具栏把一个环节放到连线上，写上办理人；只用键盘再加一个，撤销', async () => {
    const { page, capture } = await seats.officer('item.admin');
    await page.locator('.djs-palette [data-action="create.user-task"]').click();
    const [from, to] = [await shape(page, 'Review').boundingBox(), await shape(page, 'Check').boundingBox()];
    if (!from || !to) throw new Error('the steps are not on the canvas');
    const [x, y] = [(from.x + from.width + to.x) / 2, from.y + from.height / 2];
    await page.mouse.move(x - 2, y);
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
    await problems(page).getByText('「新环节」没有办理人').waitFor();
    await outline(page, '新环节').click();
    const panel = page.getByRole('region', { name: '新环节' });
    await panel.getByLabel('名称', { exact: true }).fill('现场勘验');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '增加一组' }).click();
    await page.getByLabel('办理时限（工作日）').fill('3天');
    await page.getByText('请填 1 至 9999 的整数').waitFor();
    await page.getByLabel('办理时限（工作日）').fill('3');
    await page.keyboard.press('Enter');
    await faultless(page);
    await outline(page, '审查 → 现场勘验').waitFor();
    await capture('process-designer');

    await pressByKeys(page, outline(page, '审核'));
    await pressByKeys(page, page.getByRole('region', { name: '审核' }).getByRole('button', { name: '人工环节', exact: true }));
    await problems(page).getByText('「新环节」没有办理人').waitFor();
    await outline(page, '审核 → 新环节').waitFor();
    await page.keyboard.press('ControlOrMeta+KeyZ');
    await faultless(page);
    await outline(page, '审核 → 决定').waitFor();
    await expect.poll(() => page.locator('.save-state').innerText()).toMatch(/^已保存/);
  });

  test('试走一件：逐步办到结束，图上看得到走过的和停在的', async () => {
    const { page, capture } = await seats.officer('item.admin');
    await page.getByRole('button', { name: '试走', exact: true }).click();
    await page.getByLabel('件的数据').fill('applicantKind = person');
    await page.getByRole('button', { name: '开始试走' }).click();
    await page.getByText('第 1 行：').waitFor();
    await page.getByLabel('件的数据').fill('departments = {acceptance: "d1", lead: "d1", decision: "d1"}');
    await page.getByRole('button', { name: '开始试走' }).click();
    for (const step of ['受理', '审查', '现场勘验']) await page.getByRole('button', { name: `办完“${step}”` }).click();
    await page.getByRole('button', { name: '办完“审核”' }).waitFor();
    expect(await shape(page, 'Check').getAttribute('class')).toContain('is-waiting');
    expect(await shape(page, 'Accept').getAttribute('class')).toContain('is-walked');
    await capture('process-walk');
    for (const step of ['审核', '决定', '送达']) await page.getByRole('button', { name: `办完“${step}”` }).click();
    await page.getByText('走到了结束，各环节时限用足共 8 个工作日').waitFor();
    await page.keyboard.press('Escape');
  });

  test('最后修改的人不能发布，另一人核对后发布；事项可以选用', async () => {
    const author = await seats.officer('item.admin');
    expect(await author.page.getByRole('button', { name: '发布', exact: true }).count()).toBe(0);
    const { page, visit, capture, client } = await seats.officer('item.reviewer');
    await visit(`/workbench/processes?q=${key}`);
    await page.getByRole('cell', { name }).click();
    await shape(page, 'Review').waitFor();
    await faultless(page);
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
    await told(page, '已发布');
    await page.getByRole('cell', { name: '第 1 版' }).waitFor();
    await page.locator('.diagram').getByText('现场勘验').waitFor();
    await capture('process-versions');
    const { processes } = await client.call(listHandlingProcesses, {});
    expect(processes).toContainEqual({ key, name, version: 1 });
    await page.setViewportSize({ width: 390, height: 844 });
    await visit('/workbench/processes');
    await capture('processes-phone');
  });

  test('读入的文件替换画着的图，照样自动保存；放弃草稿', async () => {
    const { page, visit } = await seats.officer('item.admin');
    await visit(`/workbench/processes/${key}`);
    await page.getByRole('button', { name: '新建草稿' }).click();
    await shape(page, 'Review').waitFor();
    await page.locator('input[type=file]').setInputFiles('web/workbench/src/features/processes/templates/countersign.bpmn');
    await page.getByRole('dialog').getByRole('button', { name: /替\s?换/ }).click();
    await shape(page, 'Countersign').waitFor();
    await expect.poll(() => page.locator('.save-state').innerText()).toMatch(/^已保存/);
    await outline(page, '部门会签').click();
    expect(await page.getByRole('checkbox', { name: '同一个环节由几个部门或几个人各办一份' }).isChecked()).toBe(true);
    expect(await seats.faults()).toEqual([]);
    await page.getByRole('button', { name: '放弃草稿' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '放弃草稿' }).click();
    await page.getByRole('heading', { level: 1, name: '办理流程' }).waitFor();
  });
});
