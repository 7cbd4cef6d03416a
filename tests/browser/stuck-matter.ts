import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { scanPaper, signInCitizen } from './citizen.ts';
import { choose } from './items-desk.ts';
import type { Visitor } from './open-page.ts';
import type { Officer } from './staff.ts';

/** What the chapters of one matter share. */
interface Course {
  officer: (accountName: string) => Promise<Officer>;
  citizen: Visitor;
  /** Keeps what a page shows at a moment. */
  show: (visitor: Visitor, name: string) => Promise<void>;
  held: { number: string; path: string };
}

const said = '申请食品经营许可，窗口三次要补不同的材料，说法不一样，附上通知单照片。';

/** Opens the matter from the list of those that wait for the officer's own step. */
async function takeUp({ page, visit }: Officer, number: string): Promise<void> {
  await visit('/workbench/stuck-matters');
  await page.getByRole('table', { name: /^办不成事/ }).getByRole('row').filter({ hasText: number }).click();
  await page.getByRole('heading', { level: 1, name: `办不成事反映 ${number}` }).waitFor();
}

const write = (page: Page, words: string): Promise<void> => page.locator('#step-words').fill(words);
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name: new RegExp(`^${[...name].join('\\s?')}$`) }).click();

/** One matter from the citizen's phone to the citizen's word, with what is attached on the way. */
export const chapters: readonly { title: string; run: (course: Course) => Promise<void> }[] = [
  {
    title: '手机上反映：漏填的逐项说明，附上通知单',
    run: async ({ citizen, show, held }) => {
      const { page } = citizen;
      await citizen.visit('/sign-in');
      await signInCitizen(page, '林晓燕');
      await citizen.visit('/stuck-matters/new');
      await page.getByRole('button', { name: '提交反映' }).click();
      for (const fault of ['请选择原因。', '请至少写 10 个字，说清楚什么事没办成。', '请填写能联系到您的手机号。']) await page.getByText(fault).waitFor();
      await show(citizen, 'mistakes');
      await page.getByLabel('为什么没办成').selectOption({ label: '标准不一' });
      await page.getByLabel(/^什么事没办成/).fill(said);
      await page.getByLabel('联系手机号').fill('19900000001');
      const chooser = page.getByLabel('选择文件：照片或文件', { exact: true });
      await chooser.setInputFiles({ name: '通知单.txt', mimeType: 'text/plain', buffer: Buffer.from('通知') });
      await page.getByRole('alert').getByText(/通知单\.txt/).waitFor();
      await chooser.setInputFiles({ name: '补正通知单.pdf', mimeType: 'application/pdf', buffer: await scanPaper(page, '补正通知单') });
      await page.getByRole('link', { name: '查看文件：补正通知单.pdf' }).waitFor();
      await show(citizen, 'report');
      await page.getByRole('button', { name: '提交反映' }).click();
      await page.getByText('您的反映已收到').waitFor();
      held.path = new URL(page.url()).pathname;
      held.number = /FY-\d{4}-\d{6}/.exec(await page.getByRole('main').innerText())?.[0] ?? '';
      await page.getByRole('link', { name: '查看附件：补正通知单.pdf' }).waitFor();
      await show(citizen, 'received');
    },
  },
  {
    title: '监督员看附件，分派给部门',
    run: async ({ officer, show, held }) => {
      const supervisor = await officer('supervisor');
      const { page } = supervisor;
      await supervisor.visit('/workbench/stuck-matters');
      await show(supervisor, 'list');
      await takeUp(supervisor, held.number);
      const address = await page.getByRole('list', { name: '反映人提供的附件' }).getByRole('link', { name: '补正通知单.pdf' }).getAttribute('href');
      const answer = await page.request.get(new URL(address ?? '', page.url()).href);
      expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
      await press(page, '分派');
      await page.getByText('请选择办理部门。').waitFor();
      await page.locator('#step-organization').fill('市场监督');
      await choose(page, '市场监督管理局');
      await write(page, '请核实三次补正的依据，一次告知。');
      await show(supervisor, 'assign');
      await press(page, '分派');
      await page.locator('.tag', { hasText: '待签收' }).first().waitFor();
    },
  },
  {
    title: '部门签收，反馈结果并附依据',
    run: async ({ officer, show, held }) => {
      const handler = await officer('market.decider');
      const { page } = handler;
      await takeUp(handler, held.number);
      await press(page, '签收办理');
      await page.locator('.tag', { hasText: '办理中' }).first().waitFor();
      await write(page, '三次补正的依据已核实，平面图手绘即可，当天受理。');
      await page.getByLabel('附件（审核通过后反映人可见，可不传）', { exact: true }).setInputFiles({ name: '受理通知书.pdf', mimeType: 'application/pdf', buffer: await scanPaper(page, '受理通知书') });
      await page.getByRole('button', { name: '移除 受理通知书.pdf' }).waitFor();
      await show(handler, 'answer');
      await press(page, '反馈结果');
      await page.locator('.tag', { hasText: '待审核' }).first().waitFor();
    },
  },
  {
    title: '办结审核，认定根本原因',
    run: async ({ officer, show, held }) => {
      const supervisor = await officer('supervisor');
      const { page } = supervisor;
      await takeUp(supervisor, held.number);
      await page.locator('#step-cause').click();
      await choose(page, '部门履职不到位');
      await page.locator('#step-cause-text').fill('没有一次性告知');
      await write(page, '结果属实，同意办结。');
      await show(supervisor, 'pass');
      await press(page, '审核通过');
      await page.locator('.tag', { hasText: '待群众评价' }).first().waitFor();
    },
  },
  {
    title: '反映人看到结果和附件，评价',
    run: async ({ citizen, show, held }) => {
      const { page } = citizen;
      await citizen.visit(held.path);
      await page.getByRole('list', { name: '办理结果附件' }).getByRole('link', { name: '查看附件：受理通知书.pdf' }).waitFor();
      await show(citizen, 'result');
      await page.getByRole('button', { name: '提交评价' }).click();
      await page.getByText('请选择满意程度。').waitFor();
      await page.getByLabel('满意', { exact: true }).check({ force: true });
      await page.getByRole('button', { name: '提交评价' }).click();
      await page.getByText('谢谢您的评价').waitFor();
    },
  },
  {
    title: '统计里多一件，满意',
    run: async ({ officer, show }) => {
      const supervisor = await officer('supervisor');
      await supervisor.visit('/workbench/stuck-matters?tab=statistics');
      await supervisor.page.getByRole('table', { name: '按原因' }).getByRole('row').filter({ hasText: '标准不一' }).getByText('100%').waitFor();
      await show(supervisor, 'statistics');
    },
  },
];
