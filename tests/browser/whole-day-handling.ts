import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { attach, readBoard } from './case-desk.ts';
import { giveMaterial } from './citizen.ts';
import { noticeShown, openCase, pressPrimary, statusOf, tickEverything } from './desk-cases.ts';
import { excavation, roadBuilder } from './excavation.ts';
import { dayFromNow } from './fill-form.ts';
import { choose } from './items-desk.ts';
import type { Officer } from './staff.ts';
import { drawing, housing, inWords, permit, type Chapter, type Day } from './whole-day.ts';

const clockOf = (page: Page): Locator => page.getByRole('region', { name: '办理时限' });

/** Opens the case from one's tasks: the row chosen by keys, as one works through a pile. */
async function takeFromInbox({ number }: Day['held'], { page, visit }: Officer): Promise<void> {
  await visit(`/workbench/inbox?q=${number}`);
  await page.getByRole('table', { name: '待办' }).getByRole('row').filter({ hasText: number }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.locator('.desk__head').getByText(number).waitFor();
}

async function giveOpinion({ officer, held }: Day, accountName: string, opinion: string): Promise<void> {
  const reviewer = await officer(accountName);
  const { page } = reviewer;
  await takeFromInbox(held, reviewer);
  await tickEverything(page);
  await page.getByRole('textbox', { name: '审查意见' }).fill(opinion);
  await pressPrimary(page, '提交审查意见');
  await expect.poll(() => page.getByRole('region', { name: '审查意见' }).innerText()).toContain(opinion);
}

/** Holds back what is uploaded from now on, as a slow line does, until the function it gives is called. */
async function holdUploads({ page }: Officer): Promise<() => void> {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => { arrive = resolve; });
  await page.route('**/api/v1/files', async (route) => { await arrived; await route.continue(); });
  return arrive;
}

/** What is missing is asked for once and given on the phone; two departments review side by side; the licence is made and handed over. */
export const handling: readonly Chapter[] = [
  {
    title: 'INT-03 要点没有核对完不能受理；不符合的写进一份通知，通知书随即打开',
    run: async ({ officer, show }) => {
      const clerk = await officer('housing.window');
      const { page } = clerk;
      await pressPrimary(page, '受理');
      await page.getByText(/还有 \d+ 条审查要点没有核对/).waitFor();
      const point = page.getByRole('radiogroup', { name: '图纸有设计单位图章和设计人员签字。' });
      await point.getByRole('radio', { name: '不符合' }).click();
      await page.getByLabel('哪里不符合（可写入意见）').fill('平面位置图没有设计单位图章，请盖章后重新扫描。');
      await page.getByRole('button', { name: '受理', exact: true }).click();
      await page.getByText('有 1 条审查要点不符合，不能受理；请一次性告知补正，或者不予受理。').waitFor();
      await page.getByRole('button', { name: '一次性告知补正' }).click();
      await expect.poll(() => page.getByLabel(`${drawing}：补正要求`).inputValue()).toBe('平面位置图没有设计单位图章，请盖章后重新扫描。');
      await page.getByLabel('需要修改的申请表内容').click();
      await page.keyboard.type('保护措施');
      await page.keyboard.press('Enter');
      await page.getByLabel('保护措施：补正要求').fill('请写明与燃气公司的联系人。');
      await show(clerk, 'supplement-sheet');
      await page.getByRole('button', { name: '发出补正通知（2 项）' }).click();
      await noticeShown(page, '一次性补正材料通知书').waitFor();
      await expect.poll(() => statusOf(page).innerText()).toBe('待补正');
      await show(clerk, 'supplement-notice');
    },
  },
  {
    title: 'HAL-02 RAT-01 这个号办结，评价器请群众评价一次',
    run: async ({ officer, terminal, held, show }) => {
      const clerk = await officer('housing.window');
      await clerk.visit('/workbench/calling');
      await clerk.page.getByRole('link', { name: held.number }).waitFor();
      await clerk.page.getByRole('button', { name: '办结' }).click();
      const { page } = terminal;
      await page.getByRole('heading', { name: `${held.ticket} 号，请您评价这次服务` }).waitFor();
      await show(terminal, 'terminal');
      await page.getByRole('button', { name: '满意', exact: true }).click();
      await page.getByRole('button', { name: '服务态度较好' }).click();
      await page.getByRole('button', { name: '提交评价' }).click();
      await page.getByText('感谢您的评价').waitFor();
      await page.getByText('欢迎办事').waitFor();
    },
  },
  {
    title: 'PTL-10 手机上看清要补什么；没传文件、没改内容时说明；补齐提交',
    run: async ({ citizen, held, show }) => {
      const { page } = citizen;
      await citizen.visit('/space/cases');
      await page.getByLabel('当前办事身份').selectOption({ label: roadBuilder.name });
      await page.getByRole('link', { name: new RegExp(excavation) }).first().click();
      await page.getByRole('link', { name: '现在补正' }).click();
      held.casePath = new URL(page.url()).pathname.replace(/\/supplement$/, '');
      await page.getByRole('heading', { level: 1, name: '补正' }).waitFor();
      for (const words of ['平面位置图没有设计单位图章，请盖章后重新扫描。', '请写明与燃气公司的联系人。']) await page.getByText(words).first().waitFor();
      await show(citizen, 'supplement');
      await page.getByRole('button', { name: '提交补正' }).click();
      await page.getByText(`请为“${drawing}”上传补正后的文件。`).waitFor();
      await show(citizen, 'supplement-mistakes');
      await giveMaterial(page, drawing);
      await page.getByRole('textbox', { name: /^保护措施/ }).fill('开挖前人工探沟，燃气管线两侧1米内人工开挖；燃气公司联系人何工。');
      await show(citizen, 'supplement-filled');
      await page.getByRole('button', { name: '提交补正' }).click();
      await page.getByText('补正已提交，部门会继续办理。').waitFor();
    },
  },
  {
    title: 'INT-03 补正前后都能看，不能再次要求补正；核对后受理，受理通知书当场出具',
    run: async ({ officer, held, show }) => {
      held.before = await readBoard(await officer('supervisor'), housing);
      const clerk = await officer('housing.window');
      const { page } = clerk;
      await takeFromInbox(held, clerk);
      await page.locator('.document__name', { hasText: /^申请表$/ }).click();
      const paper = page.locator('.application__sheet');
      await expect.poll(() => paper.innerText()).toContain('燃气公司联系人何工');
      await page.getByText('首次提交', { exact: true }).click();
      await expect.poll(() => paper.innerText()).not.toContain('燃气公司联系人何工');
      await show(clerk, 'earlier-round');
      expect(await page.getByRole('button', { name: '一次性告知补正' }).count()).toBe(0);
      await tickEverything(page);
      await page.getByLabel('受理意见（选填）').fill('补正后材料齐全，予以受理。');
      await pressPrimary(page, '受理');
      await noticeShown(page, '受理通知书').waitFor();
      await expect.poll(() => statusOf(page).innerText()).toBe('审查中');
      await show(clerk, 'accepted');
    },
  },
  {
    title: 'HND-03 特别程序：没有书面文件、文件还在传时说明；批准后停钟，市民看到暂停',
    run: async ({ officer, citizen, held, show }) => {
      const [examiner, decider] = await Promise.all([officer('housing.examiner'), officer('housing.decider')]);
      await takeFromInbox(held, examiner);
      await examiner.page.getByRole('button', { name: '申请特别程序' }).click();
      const propose = examiner.page.getByRole('button', { name: '提交申请' });
      await examiner.page.getByLabel('理由和依据').fill('道路下有燃气管线，需要专家评审开挖方案。');
      await propose.click();
      await examiner.page.getByText('请上传书面文件，没有它不能停止计时。').waitFor();
      const arrive = await holdUploads(examiner);
      const attached = attach(examiner, '书面文件（必附）', '专家评审委托书');
      await examiner.page.getByText('正在上传').waitFor();
      await propose.click();
      await examiner.page.getByText('文件还在上传，传完再提交。').waitFor();
      arrive();
      await attached;
      await show(examiner, 'special-proposal');
      await propose.click();
      await expect.poll(() => examiner.page.locator('.standing').innerText()).toContain('待批准');
      expect(await examiner.page.getByRole('button', { name: '审批特别程序' }).count()).toBe(0);

      await openCase(decider, held.number);
      await pressPrimary(decider.page, '审批特别程序');
      await decider.page.getByRole('button', { name: '批准并停止计时' }).click();
      await noticeShown(decider.page, '特别程序告知书').waitFor();
      await expect.poll(() => clockOf(decider.page).innerText()).toContain('已停止计时');
      await show(decider, 'special-running');
      await citizen.visit(held.casePath);
      await citizen.page.getByText('已暂停计时').waitFor();
      await show(citizen, 'paused');
      expect((await readBoard(await officer('supervisor'), housing)).get('停止计时')).toBe((held.before.get('停止计时') ?? 0) + 1);
    },
  },
  {
    title: 'HND-02 停钟期间另一个部门照常：部门内转办，审核岗出具意见',
    run: async (day) => {
      const { officer, held, show } = day;
      const first = await officer('police.examiner');
      const second = await officer('police.reviewer');
      await first.visit(`/workbench/inbox?q=${held.number}`);
      await first.page.getByRole('row').filter({ hasText: held.number }).waitFor();
      await first.page.keyboard.press('j');
      await first.page.keyboard.press('t');
      await first.page.getByLabel('转给').fill(second.name);
      await choose(first.page, second.name);
      await first.page.getByLabel('转办原因').fill('现场核查由我单位审核岗办理。');
      await show(first, 'transfer');
      await first.page.getByRole('button', { name: '确认转办' }).click();
      await first.page.getByText('没有符合条件的').waitFor();
      await giveOpinion(day, 'police.reviewer', '交通组织方案可行，同意。');
    },
  },
  {
    title: 'HND-02 登记专家评审结果，恢复计时；两个部门的意见并排，综合审核',
    run: async (day) => {
      const { officer, held, show } = day;
      const examiner = await officer('housing.examiner');
      const { page } = examiner;
      await takeFromInbox(held, examiner);
      await page.getByRole('button', { name: '登记特别程序结束' }).click();
      await page.getByLabel('结果', { exact: true }).fill('专家组认为开挖方案可行。');
      await attach(examiner, '结果文件', '专家评审意见');
      await page.getByRole('button', { name: '登记结束并恢复计时' }).click();
      await expect.poll(() => statusOf(page).innerText()).toBe('审查中');
      await expect.poll(() => clockOf(page).innerText()).toMatch(/剩余 \d+ 个工作日/);
      await giveOpinion(day, 'housing.examiner', '设计文件齐全，路面恢复结构符合要求，建议准予。');
      const lead = await officer('housing.reviewer');
      await takeFromInbox(held, lead);
      const opinions = await lead.page.getByRole('region', { name: '审查意见' }).innerText();
      for (const words of ['广安市公安局广安区分局', '交通组织方案可行，同意。']) expect(opinions).toContain(words);
      await show(lead, 'joint-review');
      await giveOpinion(day, 'housing.reviewer', '两部门意见一致，建议准予。');
    },
  },
  {
    title: 'HND-01 退回重新审查：原意见保留并注明，待办里标出退回',
    run: async (day) => {
      const { officer, held, show } = day;
      const decider = await officer('housing.decider');
      const { page } = decider;
      await takeFromInbox(held, decider);
      await page.getByRole('button', { name: '退回重新审查' }).click();
      await page.locator('#return-node').press('Enter');
      await choose(page, '牵头部门审查');
      await page.getByLabel('退回原因').fill('请补充说明压实度检测要求。');
      await show(decider, 'return');
      await page.getByRole('button', { name: '退回', exact: true }).click();
      await expect.poll(() => page.getByRole('region', { name: '审查意见' }).innerText()).toContain('已退回重审');
      const examiner = await officer('housing.examiner');
      await examiner.visit(`/workbench/inbox?q=${held.number}`);
      await expect.poll(() => examiner.page.getByRole('row').filter({ hasText: held.number }).innerText()).toContain('退回');
      await show(examiner, 'inbox-returned');
      await giveOpinion(day, 'housing.examiner', '压实度按城镇道路工程施工与质量验收规范检测，建议准予。');
    },
  },
  {
    title: 'HND-01 LIC-02 决定：缺有效期时说明；准予后决定书打开，证照签发；窗口送达办结',
    run: async ({ officer, held, show }) => {
      const decider = await officer('housing.decider');
      await takeFromInbox(held, decider);
      await pressPrimary(decider.page, '作出决定');
      await decider.page.getByLabel('决定意见').fill('经审查，符合法定条件、标准，准予许可。');
      const confirm = decider.page.getByRole('button', { name: '准予许可，出具决定书' });
      await confirm.click();
      await expect.poll(() => decider.page.getByRole('alert').innerText()).toMatch(/请填写《.+》的有效期截止日期/);
      await show(decider, 'decision-refused');
      await decider.page.getByPlaceholder('截止日期').fill(inWords(dayFromNow(40)));
      await decider.page.keyboard.press('Enter');
      await confirm.click();
      await noticeShown(decider.page, '准予许可决定书').waitFor();
      await expect.poll(() => statusOf(decider.page).innerText()).toBe('已决定，待送达');
      await show(decider, 'decision');

      const clerk = await officer('housing.window');
      await takeFromInbox(held, clerk);
      const licence = clerk.page.locator('.document__name', { hasText: permit });
      await licence.click();
      await clerk.page.locator('.desk__middle iframe').waitFor();
      await show(clerk, 'licence-made');
      await pressPrimary(clerk.page, '登记送达');
      await show(clerk, 'delivery');
      await clerk.page.getByRole('button', { name: '登记送达并办结' }).click();
      await expect.poll(() => statusOf(clerk.page).innerText()).toBe('已办结');
      await clerk.page.getByRole('button', { name: '请申请人扫码评价' }).waitFor();
      await show(clerk, 'closed-desk');
      await clerk.visit('/workbench/inbox/done');
      await expect.poll(() => clerk.page.getByRole('table', { name: '已办' }).innerText()).toContain(held.number);
    },
  },
];
