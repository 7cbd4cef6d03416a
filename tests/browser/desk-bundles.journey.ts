import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listBundles } from '../../server/src/modules/bundles/contract.ts';
import { openBrowser, seeOff, viewports, welcome } from './open-page.ts';
import { seatOfficer, type Officer } from './staff.ts';

const bundle = '困难群众救助';
const [relief, disabled] = ['临时救助对象认定和救助金给付', '残疾人两项补贴资格认定申请'];
const member = '家里有持残疾人证的成员吗？';

let browser: Browser;
beforeAll(async () => { browser = await openBrowser(); });
afterAll(seeOff);

/** Opens a part of the editor. */
async function openPart(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '配置内容' }).getByRole('button', { name }).click();
  await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
}

/** Everything that was typed is on the server. */
async function saved(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: '已保存' }).waitFor();
}

async function choose(page: Page, select: Locator, option: string): Promise<void> {
  await select.click();
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: option }).first().click();
  await page.keyboard.press('Escape');
}

function overhangOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const main = document.getElementById('main');
    return Math.max(document.documentElement.scrollWidth - window.innerWidth, main ? main.scrollWidth - main.clientWidth : 0);
  });
}

/** Both widths of the workbench, without sideways scrolling. */
async function look({ page, capture }: Officer, name: string): Promise<void> {
  for (const viewport of ['workbench', 'wide'] as const) {
    await page.setViewportSize(viewports[viewport]);
    await capture(`desk-bundle-${name}-${viewports[viewport].width}`);
    expect(await overhangOf(page)).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(viewports.workbench);
}

describe('一件事：认领、配置、审核、发布，群众在手机上走一遍（BDL-01）', () => {
  test('牵头部门认领，配置问卷、事项、表单和材料，检查通过后提交', async () => {
    const seat = await seatOfficer(browser, 'civil.items');
    const { page, visit } = seat;
    await visit('/workbench/bundles');
    await look(seat, 'catalogue');
    const rows = page.getByRole('table', { name: '一件事目录' }).getByRole('row');
    await page.getByRole('textbox', { name: '编码、名称或部门' }).fill(bundle);
    // The heading and the one that was looked for.
    await expect.poll(() => rows.count()).toBe(2);
    await rows.filter({ hasText: bundle }).click();
    await page.getByRole('button', { name: '认领', exact: true }).click();
    const claim = page.getByRole('dialog', { name: `认领：${bundle}` });
    const sure = claim.getByRole('checkbox', { name: '我确认本部门承担这件事的牵头职责' });
    // A press while the dialog still opens may miss the button.
    await expect.poll(async () => {
      await claim.getByRole('button', { name: '确认认领' }).click();
      return claim.getByText('请先确认上面这一项。').isVisible();
    }).toBe(true);
    await expect.poll(() => sure.evaluate((box) => box === document.activeElement)).toBe(true);
    await sure.check();
    await claim.getByRole('button', { name: '确认认领' }).click();
    await page.getByRole('button', { name: '开始配置' }).click();

    await page.getByRole('heading', { level: 1, name: bundle }).waitFor();
    await page.getByRole('button', { name: '提交审核' }).click();
    await page.getByText(/还有 \d+ 处错误，改好后才能提交/).waitFor();
    await page.getByRole('heading', { level: 2, name: '检查' }).waitFor();
    await openPart(page, '基本信息');
    await page.getByRole('textbox', { name: '简介' }).fill('遇到困难的家庭，救助和补贴一次问清、一起办理。');
    await page.getByRole('textbox', { name: '咨询电话' }).fill('0826-2333015');
    await page.getByRole('button', { name: '添加提示' }).click();
    await page.getByRole('textbox', { name: '提示 1' }).fill('情况紧急的，可以先电话联系，先行救助。');

    await openPart(page, '情形问卷');
    await page.getByRole('button', { name: '添加问题' }).click();
    await page.getByRole('textbox', { name: '题目 1' }).fill(member);

    await openPart(page, '事项与关联');
    await page.getByRole('button', { name: '添加事项' }).click();
    const picker = page.getByRole('dialog', { name: '添加事项' });
    for (const name of [relief, disabled]) {
      await picker.getByRole('textbox', { name: '事项名称、拼音或编码' }).fill(name);
      await picker.getByRole('button', { name: `添加 ${name}` }).click();
      await picker.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) }).getByText('已在其中').waitFor();
    }
    await picker.getByRole('button', { name: '关闭', exact: true }).last().click();
    await saved(page);

    const card = (name: string) => page.getByRole('region', { name });
    await card(disabled).getByRole('button', { name: `展开 ${disabled}` }).click();
    await choose(page, card(disabled).getByRole('combobox', { name: `${member} 选择答案` }), '是');
    await card(disabled).getByRole('button', { name: '加入问卷' }).click();
    await card(relief).getByRole('button', { name: `展开 ${relief}` }).click();
    await card(relief).getByRole('button', { name: '加入问卷' }).first().click();
    await card(relief).getByRole('button', { name: '加入问卷' }).first().click();
    await expect.poll(() => card(relief).getByRole('button', { name: '加入问卷' }).count()).toBe(0);
    await saved(page);
    await look(seat, 'items');

    await openPart(page, '一张表单');
    await page.getByText(/个字段合并为 \d+ 个，其中 [1-9]\d* 个由多个事项共用/).waitFor();
    await look(seat, 'form');
    await openPart(page, '一套材料');
    await look(seat, 'materials');
    await openPart(page, '检查');
    await page.getByRole('status').filter({ hasText: /没有发现问题|0 处错误/ }).waitFor();
    await openPart(page, '预览');
    await page.getByRole('radio', { name: '是', exact: true }).click();
    await page.getByRole('radiogroup', { name: '申请哪一项补贴？' }).waitFor();
    await look(seat, 'preview');
    await page.getByRole('button', { name: '查看表单' }).click();
    await page.getByRole('textbox', { name: /^姓名/ }).first().waitFor();
    await page.getByRole('heading', { name: '共同填写' }).waitFor();

    await page.getByRole('button', { name: '提交审核' }).click();
    await page.getByText('这个版本正在审核，不能修改。').waitFor();
    await expect.poll(() => page.getByRole('button', { name: '审核', exact: true }).count()).toBe(0);
    expect(seat.faults.splice(0)).toEqual([]);
  });

  test('初审、复审各从待办打开，看过预览、批注后通过，最后一步通过即发布', async () => {
    const open = async ({ page, visit }: Officer) => {
      await visit('/workbench/inbox');
      await page.getByRole('table', { name: '待办' }).getByRole('row').filter({ hasText: bundle }).click();
      await page.getByRole('heading', { level: 1, name: bundle }).waitFor();
    };
    const approve = async ({ page }: Officer, step: string, opinion: string) => {
      await page.getByRole('button', { name: '审核', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: `审核：${step}` });
      await dialog.getByRole('textbox', { name: '审核意见' }).fill(opinion);
      await dialog.getByRole('button', { name: '通过', exact: true }).click();
    };
    const [first, second] = [await seatOfficer(browser, 'civil.decider'), await seatOfficer(browser, 'item.reviewer')];
    await open(first);
    await openPart(first.page, '预览');
    await first.page.getByText(member).first().waitFor();
    await openPart(first.page, '审核与批注');
    await first.page.getByRole('textbox', { name: '批注内容：哪里不清楚、应当怎样改' }).fill('这一题问得清楚。');
    await first.page.getByRole('button', { name: '添加批注' }).click();
    await first.page.locator('.comments').getByText('这一题问得清楚。').waitFor();
    await look(first, 'review');
    await approve(first, '初审', '事项和问卷核对无误。');
    await first.page.getByText(/当前环节：复审/).waitFor();

    await open(second);
    await approve(second, '复审', '同意发布。');
    await second.page.getByText('这是已发布的版本。要修改请新建版本。').waitFor();
    await second.page.getByText('审核意见：同意发布。').waitFor();
    expect((await second.client.call(listBundles, { query: { q: bundle } })).bundles.map(({ name }) => name)).toEqual([bundle]);
    expect([...first.faults.splice(0), ...second.faults.splice(0)]).toEqual([]);
  });

  test('群众在手机上从首页进入，逐题回答，得到事项、顺序、材料，并带着回答去申请', async () => {
    const { page, visit, capture, faults } = await welcome(browser, 'phone');
    await visit('/');
    await page.getByRole('region', { name: '一件事' }).getByRole('link', { name: new RegExp(bundle) }).click();
    await page.getByRole('heading', { level: 1, name: bundle }).waitFor();
    await capture('phone-bundle-start');
    await page.getByRole('link', { name: '开始回答' }).click();
    const answers: readonly (readonly [question: string, option: string])[] = [
      [member, '是'], ['申请哪一项补贴？', '两项都申请'], ['困难是什么原因造成的？', '突发重大疾病'],
    ];
    for (const [question, option] of answers) {
      const asked = page.getByRole('group', { name: new RegExp(question) });
      await asked.getByRole('radio', { name: new RegExp(`^${option}`) }).check();
      await page.getByRole('button', { name: '下一题' }).click();
      await asked.waitFor({ state: 'detached' });
    }
    await capture('phone-bundle-question');
    await page.getByRole('radio').last().check();
    await page.getByRole('button', { name: '下一题' }).click();
    await page.getByRole('heading', { level: 1, name: '您要办的事' }).waitFor();
    await page.getByText('同时办理', { exact: true }).waitFor();
    await page.getByRole('link', { name: '一次申请全部事项', exact: true }).waitFor();
    expect(await page.getByRole('link', { name: '0826-2333015' }).getAttribute('href')).toBe('tel:08262333015');
    await capture('phone-bundle-result');
    expect(await overhangOf(page)).toBeLessThanOrEqual(0);
    await page.getByRole('link', { name: `申请：${disabled}` }).click();
    await page.getByRole('heading', { level: 1, name: '您需要准备的' }).waitFor();
    await page.getByText('两项补贴', { exact: true }).first().waitFor();
    expect(faults).toEqual([]);
  });
});
