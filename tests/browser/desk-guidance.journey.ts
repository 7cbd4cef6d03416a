import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDraft, editDraft, getItemVersion, listStaffItems } from '../../server/src/modules/catalog/contract.ts';
import { openBrowser, seeOff } from './open-page.ts';
import { seatOfficer, type Officer } from './staff.ts';

const item = '城镇污水排入排水管网许可';
let browser: Browser;
let administrator: Officer;
let versionId = '';

beforeAll(async () => {
  browser = await openBrowser();
  administrator = await seatOfficer(browser, 'item.admin');
  versionId = await draftWithoutQuestions(administrator);
});
afterAll(seeOff);

/** A draft of a published item as it is before anybody thought of situations: one for everybody. */
async function draftWithoutQuestions({ client }: Officer): Promise<string> {
  const { items } = await client.call(listStaffItems, { query: { q: item, limit: 20 } });
  const found = items.find(({ name }) => name === item);
  if (!found) throw new Error(`no item ${item}`);
  const draft = await client.call(createDraft, { params: { itemId: found.id }, body: {} }, { idempotencyKey: `guidance-${found.id}` });
  const params = { versionId: draft.versionId };
  const { elements } = await client.call(getItemVersion, { params });
  await client.call(editDraft, {
    params, body: {
      revision: draft.revision,
      elements: {
        ...elements, questionnaire: { questions: [], situations: [{ key: 'general', name: '通用情形', when: [], notes: [] }] },
        materials: elements.materials.map(({ when: _when, ...material }) => material), forms: elements.forms.map((form) => ({ ...form, definition: { ...form.definition, parameters: [] } })),
      },
    },
  });
  return draft.versionId;
}

const card = (page: Page, question: string): Locator => page.locator('.flow-card').filter({ hasText: question });
const option = (page: Page, question: string, words: string): Locator => card(page, question).locator('.flow-row').filter({ hasText: words });
const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name });
const chosen = (page: Page): Locator => page.locator('.flow__box :focus');

/** Writes words where the focus is, as F2 and Enter do it. */
async function writeHere(page: Page, words: string): Promise<void> {
  await page.keyboard.press('F2');
  await page.locator('.flow__box textarea:focus').waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await expect.poll(() => chosen(page).innerText()).toBe(words);
}

/** Draws a line from the dot of an option to what it shall lead to. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.locator('.flow-row__port').boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('nothing to drag');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 5 });
  await page.mouse.move(end.x + end.width / 2, end.y + Math.min(12, end.height / 2), { steps: 5 });
  await page.mouse.up();
}

describe('情形引导：画出问题树、检查、走一遍、部门确认 (GDE-01, GDE-02)', () => {
  test('用鼠标和键盘建三个问题，看到死路，改好', async () => {
    const { page, visit, capture } = administrator;
    await visit(`/workbench/catalogue/versions/${versionId}/guidance`);
    await page.getByRole('button', { name: '开始', exact: true }).click();
    await page.getByRole('button', { name: '插入第一个问题' }).click();
    await page.getByRole('textbox', { name: '问什么' }).fill('向哪里排水？');
    await card(page, '向哪里排水？').locator('.flow-card__text').click();

    // The options with the keys alone.
    await page.keyboard.press('ArrowDown');
    await writeHere(page, '市政管网');
    await page.keyboard.press('ArrowDown');
    await writeHere(page, '河道');
    await page.keyboard.press('Alt+Enter');
    await writeHere(page, '自建处理设施');
    await expect.poll(() => tab(page, '检查').innerText()).toMatch(/检查\s*1/);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Alt+KeyQ');
    await page.getByRole('textbox', { name: '问什么' }).fill('是否排放工业废水？');
    await card(page, '是否排放工业废水？').waitFor();

    // A third question and a situation of its own with the mouse.
    await option(page, '是否排放工业废水？', '是').locator('.flow-row__text').click();
    await page.getByRole('button', { name: '在此插入问题' }).click();
    await page.getByRole('textbox', { name: '问什么' }).fill('是否为重点排污单位？');
    await option(page, '向哪里排水？', '河道').locator('.flow-row__text').click();
    await page.getByRole('combobox', { name: '下一步' }).click();
    await page.locator('.ant-select-item-option', { hasText: '新建情形并连接' }).click();
    await page.getByRole('textbox', { name: '情形名称' }).fill('不排入市政管网');
    await page.getByRole('checkbox', { name: '不在这里办理' }).check();
    await page.getByRole('textbox', { name: /提示/ }).fill('排入河道的，请向生态环境部门申请排污许可。');

    await tab(page, '检查').click();
    const fault = page.getByRole('button', { name: /按“自建处理设施”回答后没有对应情形/ });
    await fault.click();
    await expect.poll(() => page.locator('.flow-row.is-chosen').innerText()).toContain('自建处理设施');
    await capture('desk-guidance-fault');
    await drag(page, option(page, '向哪里排水？', '自建处理设施'), page.locator('.guide-aside').getByRole('button', { name: '不排入市政管网' }));
    await page.getByText('共 5 条路径：情形互斥、完备，没有死路', { exact: false }).waitFor();
    await expect.poll(() => page.getByRole('status').first().innerText()).toContain('已保存');
    await capture('desk-guidance');
  });

  test('撤销和重做；重新打开还在；列出全部路径', async () => {
    const { page, visit, capture } = administrator;
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('button', { name: /没有对应情形/ }).waitFor();
    await page.getByRole('button', { name: '重做' }).click();
    await expect.poll(() => page.getByRole('status').first().innerText()).toContain('已保存');
    await visit(`/workbench/catalogue/versions/${versionId}/guidance`);
    await expect.poll(() => page.locator('.flow-card').count()).toBe(3);
    await page.locator('.ant-segmented-item', { hasText: '全部路径' }).click();
    await expect.poll(() => page.getByRole('table', { name: '全部路径' }).getByRole('row').count()).toBe(6);
    await page.getByRole('row').filter({ hasText: '向哪里排水：自建处理设施' }).getByText('不排入市政管网').waitFor();
    await capture('desk-guidance-paths');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 Excel' }).click();
    expect((await downloading).suggestedFilename()).toMatch(/^情形引导-.*\.xlsx$/);
    await page.locator('.ant-segmented-item', { hasText: '流程图' }).click();
  });

  test('像申请人一样走一遍，看到材料、表单，或者该去哪里', async () => {
    const { page, capture } = administrator;
    await tab(page, '走一遍').click();
    for (const answer of ['市政管网', '是', '否']) await page.locator('.walk-question').getByText(answer, { exact: true }).click();
    const result = page.getByRole('region', { name: '结果' });
    await result.getByText('通用情形').waitFor();
    await expect.poll(() => result.locator('ol li').count()).toBeGreaterThan(2);
    await result.getByRole('button', { name: /申请/ }).first().click();
    await page.getByRole('dialog').locator('.tbf-form').waitFor();
    await capture('desk-guidance-form');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '重新开始' }).click();
    await page.locator('.walk-question').getByText('河道', { exact: true }).click();
    await result.getByText('排入河道的，请向生态环境部门申请排污许可。').waitFor();
    await capture('desk-guidance-walk');
  });

  test('送部门确认，部门的人从待办进来，写意见确认，经过留下', async () => {
    const { page, capture } = administrator;
    const department = await seatOfficer(browser, 'housing.decider');
    await tab(page, '部门确认').click();
    await page.getByRole('button', { name: '送部门确认' }).click();
    await page.getByText('已送部门确认，等待答复。').waitFor();
    await department.visit('/workbench/inbox');
    await department.page.getByRole('table', { name: '待办' }).getByRole('row').filter({ hasText: '部门确认' }).filter({ hasText: item }).click();
    await department.page.getByRole('textbox', { name: '确认意见' }).fill('问题与实际受理一致，同意。');
    await department.capture('desk-guidance-confirm');
    await department.page.getByRole('button', { name: '确认', exact: true }).click();
    await department.page.getByText(`${department.name}已确认现在的情形引导`, { exact: false }).waitFor();
    await page.reload();
    await tab(page, '部门确认').click();
    await page.getByText(`${department.name}已确认现在的情形引导`, { exact: false }).waitFor();
    const history = page.locator('.guide-history li').first();
    await expect.poll(() => history.innerText()).toContain('部门确认');
    await expect.poll(() => history.innerText()).toContain('问题与实际受理一致，同意。');
    await capture('desk-guidance-confirmed');
    expect([...administrator.faults, ...department.faults]).toEqual([]);
  });
});
