import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyOnline } from '../../server/src/cli/journey/apply.ts';
import { actAs, type Participant } from '../../server/src/cli/journey/people.ts';
import { fictitiousMobile } from '../../server/src/kernel/identity/fictitious-numbers.ts';
import { rateCase } from '../../server/src/modules/ratings/contract.ts';
import type { Receipt } from '../../server/src/modules/intake/contract.ts';
import { attach } from './case-desk.ts';
import { citizenOf, noticeShown, openCase, pressPrimary, statusOf, tickEverything } from './desk-cases.ts';
import { openBrowser } from './open-page.ts';
import { takeSeats, type Officer } from './staff.ts';

let browser: Browser;
let agent: Participant;
let receipt: Receipt;
const { officer, faults } = takeSeats(() => browser);

beforeAll(async () => {
  browser = await openBrowser();
  agent = await citizenOf(fictitiousMobile(5));
  await actAs(agent, '广安示例路桥工程有限公司');
  receipt = await applyOnline(agent, { item: '挖掘城市道路审批', options: { traffic: 'part' } });
});
afterAll(async () => { await browser.close(); });

/** Opens the case from the inbox: the row chosen by keys, as one works through a pile. */
async function takeFromInbox({ page, visit }: Officer): Promise<void> {
  await visit(`/workbench/inbox?q=${receipt.number}`);
  await page.getByRole('table', { name: '待办' }).getByRole('row').filter({ hasText: receipt.number }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.locator('.desk__head').getByText(receipt.number).waitFor();
}

/** Holds back what is uploaded from now on, as a slow line does, until the function it gives is called. */
async function holdUploads({ page }: Officer): Promise<() => void> {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => { arrive = resolve; });
  await page.route('**/api/v1/files', async (route) => { await arrived; await route.continue(); });
  return arrive;
}

async function giveOpinion(accountName: string, opinion: string): Promise<void> {
  const reviewer = await officer(accountName);
  const { page } = reviewer;
  await takeFromInbox(reviewer);
  await tickEverything(page);
  await page.getByRole('textbox', { name: '审查意见' }).fill(opinion);
  await pressPrimary(page, '提交审查意见');
  await expect.poll(() => page.getByRole('region', { name: '审查意见' }).innerText()).toContain(opinion);
}

describe('从受理到送达：挖掘城市道路审批', () => {
  test('受理要点没有核对完时不能受理，并指到缺的那一份材料', async () => {
    const clerk = await officer('housing.window');
    await takeFromInbox(clerk);
    await pressPrimary(clerk.page, '受理');
    await clerk.page.getByText(/还有 \d+ 条审查要点没有核对/).waitFor();
    await tickEverything(clerk.page);
    await pressPrimary(clerk.page, '受理');
    await noticeShown(clerk.page, '受理通知书').waitFor();
    await clerk.capture('desk-handling-accepted');
  });

  test('特别程序：附书面文件申请、由决定人批准后停止计时、登记结果后恢复', async () => {
    const [examiner, decider] = [await officer('housing.examiner'), await officer('housing.decider')];
    await takeFromInbox(examiner);
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
    await examiner.capture('desk-special-procedure-proposal');
    await propose.click();
    await expect.poll(() => examiner.page.locator('.standing').innerText()).toContain('待批准');
    expect(await examiner.page.getByRole('button', { name: '审批特别程序' }).count()).toBe(0);

    await openCase(decider, receipt.number);
    await pressPrimary(decider.page, '审批特别程序');
    await decider.page.getByRole('button', { name: '批准并停止计时' }).click();
    await noticeShown(decider.page, '特别程序告知书').waitFor();
    await expect.poll(() => decider.page.getByRole('region', { name: '办理时限' }).innerText()).toContain('已停止计时');
    await decider.capture('desk-special-procedure-running');

    await examiner.page.getByRole('button', { name: '刷新' }).click();
    await examiner.page.getByRole('button', { name: '登记特别程序结束' }).click();
    await examiner.page.getByLabel('结果', { exact: true }).fill('专家组认为开挖方案可行。');
    await attach(examiner, '结果文件', '专家评审意见');
    await examiner.page.getByRole('button', { name: '登记结束并恢复计时' }).click();
    await expect.poll(() => statusOf(examiner.page).innerText()).toBe('审查中');
    await expect.poll(() => examiner.page.getByRole('region', { name: '办理时限' }).innerText()).toMatch(/剩余 \d+ 个工作日/);
  });

  test('并联审查：两个部门各自出具意见；一个部门内转办', async () => {
    await giveOpinion('housing.examiner', '设计文件齐全，路面恢复结构符合要求，建议准予。');
    const first = await officer('police.examiner');
    await first.visit(`/workbench/inbox?q=${receipt.number}`);
    await first.page.getByRole('row').filter({ hasText: receipt.number }).waitFor();
    await first.page.keyboard.press('j');
    await first.page.keyboard.press('t');
    await first.page.getByLabel('转给').fill('蒋海燕');
    await first.page.locator('.ant-select-item-option', { hasText: '蒋海燕' }).click();
    await first.page.getByLabel('转办原因').fill('现场核查由我单位审核岗办理。');
    await first.capture('desk-transfer');
    await first.page.getByRole('button', { name: '确认转办' }).click();
    await first.page.getByText('没有符合条件的').waitFor();
    await giveOpinion('police.reviewer', '交通组织方案可行，同意。');
    const lead = await officer('housing.reviewer');
    await takeFromInbox(lead);
    const opinions = await lead.page.getByRole('region', { name: '审查意见' }).innerText();
    expect(opinions).toContain('广安市公安局广安区分局');
    expect(opinions).toContain('交通组织方案可行，同意。');
    await lead.capture('desk-joint-review');
    await giveOpinion('housing.reviewer', '两部门意见一致，建议准予。');
  });

  test('退回重新审查：原意见保留并注明，待办里标出退回', async () => {
    const decider = await officer('housing.decider');
    await takeFromInbox(decider);
    await decider.page.getByRole('button', { name: '退回重新审查' }).click();
    await decider.page.locator('#return-node').press('Enter');
    await decider.page.locator('.ant-select-item-option', { hasText: '牵头部门审查' }).click();
    await decider.page.getByLabel('退回原因').fill('请补充说明压实度检测要求。');
    await decider.capture('desk-return');
    await decider.page.getByRole('button', { name: '退回', exact: true }).click();
    await expect.poll(() => decider.page.getByRole('region', { name: '审查意见' }).innerText()).toContain('已退回重审');
    const examiner = await officer('housing.examiner');
    await examiner.visit(`/workbench/inbox?q=${receipt.number}`);
    const row = examiner.page.getByRole('row').filter({ hasText: receipt.number });
    await expect.poll(() => row.innerText()).toContain('退回');
    await examiner.capture('desk-inbox-returned');
    await giveOpinion('housing.examiner', '压实度按城镇道路工程施工与质量验收规范检测，建议准予。');
  });

  test('决定：缺有效期时说明缺什么；准予后决定书随即打开', async () => {
    const decider = await officer('housing.decider');
    const { page } = decider;
    await takeFromInbox(decider);
    await pressPrimary(page, '作出决定');
    await page.getByLabel('决定意见').fill('经审查，符合法定条件、标准，准予许可。');
    const confirm = page.getByRole('button', { name: '准予许可，出具决定书' });
    await confirm.click();
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/请填写《.+》的有效期截止日期/);
    await decider.capture('desk-decision-refused');
    await page.getByPlaceholder('截止日期').fill('2027年1月31日');
    await page.keyboard.press('Enter');
    await confirm.click();
    await noticeShown(page, '准予许可决定书').waitFor();
    await expect.poll(() => statusOf(page).innerText()).toBe('已决定，待送达');
    await decider.capture('desk-decision');
  });

  test('证照签发后登记送达，办结；证照可以打开', async () => {
    const clerk = await officer('housing.window');
    const { page } = clerk;
    await takeFromInbox(clerk);
    const licence = page.locator('.document__name', { hasText: '许可证' });
    await expect.poll(async () => {
      await page.getByRole('button', { name: '刷新' }).click();
      return licence.count();
    }, { interval: 1_000 }).toBe(1);
    await licence.click();
    await page.locator('.desk__middle iframe').waitFor();
    await clerk.capture('desk-licence');
    await pressPrimary(page, '登记送达');
    await page.getByRole('button', { name: '登记送达并办结' }).click();
    await expect.poll(() => statusOf(page).innerText()).toBe('已办结');
    await page.getByRole('button', { name: '请申请人扫码评价' }).waitFor();
    await clerk.capture('desk-closed');
    await clerk.visit('/workbench/inbox/done');
    await expect.poll(() => page.getByRole('table', { name: '已办' }).innerText()).toContain(receipt.number);
  });
});

describe('差评整改：回访、整改、反馈、销号 (RAT-02)', () => {
  test('部门按步骤办理并反馈，监督人员销号', async () => {
    await agent.client.call(rateCase, { params: { caseId: receipt.caseId }, body: { level: 5, optionCodes: [], text: '等候时间长。', anonymous: false } });
    const [department, supervisor] = [await officer('housing.decider'), await officer('supervisor')];
    const { page } = department;
    await department.visit('/workbench/rectifications');
    await page.getByRole('row').filter({ hasText: '等候时间长。' }).click();
    await expect.poll(() => page.locator('.wb-page__aside').innerText()).toMatch(/期限.*剩 15 个工作日/);
    await department.capture('desk-rectification');
    const steps = [
      ['核实情况', '已电话联系，情况属实。', '登记核实'], ['整改措施和结果', '增开一个窗口，推行预约办理。', '登记整改'], ['反馈内容（评价人可见）', '已增开窗口，感谢您的监督。', '发出反馈'],
    ] as const;
    for (const [label, words, confirm] of steps) {
      await page.getByLabel(label).fill(words);
      await page.getByRole('button', { name: confirm }).click();
      await expect.poll(() => page.getByText(words).count()).toBeGreaterThan(0);
      await expect.poll(() => page.getByLabel(label).count()).toBe(0);
    }
    await supervisor.visit('/workbench/rectifications');
    await supervisor.page.getByRole('row').filter({ hasText: '等候时间长。' }).click();
    await supervisor.page.getByLabel('销号意见').fill('整改到位，同意销号。');
    await supervisor.page.getByRole('button', { name: '同意销号' }).click();
    await expect.poll(() => supervisor.page.locator('.wb-page__aside').innerText()).toContain('已销号');
    await supervisor.capture('desk-rectification-closed');
  });

  test('一路上没有脚本错误和失败的请求', async () => {
    expect(await faults(/status of 400/)).toEqual([]);
  });
});
