import { expect } from 'vitest';
import { finish, readBoard } from './case-desk.ts';
import { dayFromNow } from './fill-form.ts';
import { choose } from './items-desk.ts';
import { download } from './look-at.ts';
import type { Visitor } from './open-page.ts';
import { housing, inWords, permit, type Chapter } from './whole-day.ts';

const complaint = '补正要求说得不够清楚，多跑了一趟。';

/** Takes a step of an order; the choice comes first where there are several. */
async function stepOrder({ page }: Visitor, name: string, label?: string, words?: string): Promise<void> {
  const button = page.getByRole('button', { name: new RegExp(`^${[...name].join('\\s?')}$`) });
  const choice = page.locator('.ant-segmented-item', { hasText: new RegExp(`^${name}$`) });
  await button.or(choice).first().waitFor();
  if (await choice.count() > 0) await choice.click();
  if (label !== undefined && words !== undefined) await page.getByLabel(label, { exact: true }).fill(words);
  await button.click();
}

async function verifyCode({ page, visit }: Visitor, code: string, verdict: string): Promise<void> {
  await visit('/verify');
  await page.getByRole('tab', { name: '输入标识' }).click();
  await page.getByLabel('证照标识或核验码').fill(code);
  await page.getByRole('button', { name: '核验', exact: true }).click();
  await page.getByRole('status').getByText(verdict, { exact: true }).waitFor();
}

async function verifyFile({ page, visit }: Visitor, content: Buffer, verdict: string): Promise<void> {
  await visit('/verify');
  await page.getByRole('tab', { name: '上传文件' }).click();
  await page.getByLabel('选择文件：证照文件', { exact: true }).setInputFiles({ name: '证照.pdf', mimeType: 'application/pdf', buffer: content });
  await page.getByRole('status').getByText(verdict, { exact: true }).waitFor();
}

/** What the citizen has of it, a bad rating and what becomes of it, an order of the supervisor, and the day in numbers. */
export const evening: readonly Chapter[] = [
  {
    title: 'PTL-10 SPC-01 申请人看到全过程，证照已在我的空间',
    run: async ({ citizen, held, show }) => {
      const { page } = citizen;
      await citizen.visit(held.casePath);
      await page.getByText('申请已获准予').waitFor();
      const story = await page.getByRole('main').innerText();
      for (const part of ['补正', '受理', '广安市公安局广安区分局', '专家评审', '停止计时', '准予', '送达', '受理通知书']) expect(story).toContain(part);
      await show(citizen, 'closed');
      await page.getByRole('link', { name: '查看证照', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: permit }).waitFor();
      held.identifier = await page.locator('.identifier').innerText();
      await show(citizen, 'licence');
      held.licence = await download(citizen, '下载证照（PDF）');
      await citizen.visit('/space/licences');
      await page.getByRole('link', { name: new RegExp(`^查看和出示：${permit}`) }).waitFor();
      await show(citizen, 'licences');
    },
  },
  {
    title: 'LIC-06 LIC-07 陌生人按标识、按文件查验，改动一个字节也被发现',
    run: async ({ stranger, held, show }) => {
      await verifyCode(stranger, held.identifier, '真实有效');
      await show(stranger, 'genuine');
      await verifyFile(stranger, held.licence, '真实有效');
      await show(stranger, 'genuine-file');
      const altered = Buffer.from(held.licence);
      const middle = Math.floor(altered.length / 2);
      altered.writeUInt8(altered.readUInt8(middle) ^ 1, middle);
      await verifyFile(stranger, altered, '内容被改动，不可采信');
      await show(stranger, 'altered');
      expect(await stranger.page.getByRole('banner').getByRole('link', { name: '登录', exact: true }).count()).toBe(1);
    },
  },
  {
    title: 'RAT-01 一件一评：给差评，在另一个窗口再评被婉言说明',
    run: async ({ citizen, held, show }) => {
      const { page } = citizen;
      const again = await page.context().newPage();
      const rating = new URL(`${held.casePath}/rating`, page.url()).href;
      for (const one of [page, again]) {
        await one.goto(rating);
        await one.getByLabel('非常满意').waitFor();
      }
      await page.getByRole('button', { name: '提交评价' }).click();
      await page.getByText('请选择满意程度。').waitFor();
      await page.getByLabel('不满意', { exact: true }).check({ force: true });
      await page.getByLabel(/^还想说什么/).fill(complaint);
      await show(citizen, 'rating');
      await page.getByRole('button', { name: '提交评价' }).click();
      await page.getByText('谢谢您的评价').waitFor();
      await show(citizen, 'rated');
      await again.getByLabel('非常满意').check({ force: true });
      await again.getByRole('button', { name: '提交评价' }).click();
      await again.getByText('这个办件已经评价过').waitFor();
      await again.getByText('您的评价').waitFor();
      expect(await again.getByRole('button', { name: '提交评价' }).count()).toBe(0);
      await again.close();
    },
  },
  {
    title: 'RAT-02 差评整改：部门回访、整改、反馈，监督人员销号，市民看到反馈',
    run: async ({ officer, citizen, held, show }) => {
      const [department, supervisor] = [await officer('housing.decider'), await officer('supervisor')];
      const { page } = department;
      await department.visit('/workbench/rectifications');
      await page.getByRole('row').filter({ hasText: complaint }).click();
      await expect.poll(() => page.locator('.wb-page__aside').innerText()).toMatch(/期限.*剩 15 个工作日/);
      // Given on a phone, and known as such.
      await expect.poll(() => page.getByRole('main').innerText()).toContain('移动端');
      await show(department, 'rectification');
      const steps = [
        ['核实情况', '已电话联系，情况属实。', '登记核实', '回访情况', '已联系到评价人'], ['整改措施和结果', '补正通知一律附样图，电话说明一次。', '登记整改', '整改方式', '立行立改'], ['反馈内容（评价人可见）', '已改进补正通知的写法，感谢您的监督。', '发出反馈'],
      ] as const;
      for (const [label, words, confirm, question, choice] of steps) {
        await page.getByLabel(label).fill(words);
        if (choice !== undefined) {
          await page.getByRole('button', { name: confirm }).click();
          await page.getByText(`请选择${question}。`).waitFor();
          await page.getByRole('radio', { name: choice }).check();
        }
        await page.getByRole('button', { name: confirm }).click();
        await expect.poll(() => page.getByText(words).count()).toBeGreaterThan(0);
        await expect.poll(() => page.getByLabel(label).count()).toBe(0);
      }
      await supervisor.visit('/workbench/rectifications');
      await supervisor.page.getByRole('row').filter({ hasText: complaint }).click();
      await supervisor.page.getByLabel('销号意见').fill('整改到位，同意销号。');
      await supervisor.page.getByRole('button', { name: '同意销号' }).click();
      await expect.poll(() => supervisor.page.locator('.wb-page__aside').innerText()).toContain('已销号');
      await show(supervisor, 'rectification-closed');
      await citizen.visit(`${held.casePath}/rating`);
      await citizen.page.getByText('已改进补正通知的写法，感谢您的监督。').waitFor();
      await show(citizen, 'rectified');
    },
  },
  {
    title: 'SUP-03 监督员的看板上，这个部门多了一件按时办结',
    run: async ({ officer, held, show }) => {
      const supervisor = await officer('supervisor');
      const after = await readBoard(supervisor, housing);
      await show(supervisor, 'board');
      expect(after.get('办结')).toBe((held.before.get('办结') ?? 0) + 1);
      expect(after.get('停止计时')).toBe(held.before.get('停止计时'));
      expect(after.get('按时办结率')).toBe(100);
    },
  },
  {
    title: 'SUP-01 SUP-02 受理到决定只有几分钟，亮起预警；督办、签收、反馈、整改、核查、销号',
    run: async ({ officer, held, show }) => {
      const [supervisor, department] = [await officer('supervisor'), await officer('housing.decider')];
      await supervisor.visit('/workbench/supervision?tab=signals');
      const signal = supervisor.page.getByRole('row').filter({ hasText: held.number }).filter({ hasText: '疑似体外循环' });
      await expect.poll(() => signal.innerText()).toMatch(/预警[\s\S]*从受理到决定(只用了|不到) \d 分钟/);
      await show(supervisor, 'signal');
      await signal.getByRole('button', { name: '督办' }).click();
      await supervisor.page.getByLabel('督办要求').fill('请说明审查经过，附现场核查记录。');
      await show(supervisor, 'order-issue');
      await supervisor.page.getByRole('button', { name: /^发\s?出$/ }).click();
      await supervisor.page.getByRole('heading', { name: /督办单 DB-/ }).waitFor();

      await department.visit('/workbench/supervision-orders?which=mine');
      await department.page.getByRole('row').filter({ hasText: '待签收' }).first().click();
      await department.page.getByText(held.number).first().waitFor();
      await stepOrder(department, '签收');
      await stepOrder(department, '反馈', '反馈内容', '审查意见当天线下会商后一并录入，附会商记录。');
      const { page } = department;
      await page.getByText('已反馈，待核查').first().waitFor();
      await page.getByLabel('整改措施').fill('审查意见当场录入，不再事后补录。');
      await page.locator('#order-until').fill(inWords(dayFromNow(7)));
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '开始整改' }).click();
      await page.getByText('整改中').first().waitFor();
      await stepOrder(department, '整改完成', '整改结果', '已向全体审查人员说明。');
      await page.getByText('整改完成，待核查').first().waitFor();
      await show(department, 'order-rectified');

      // The answer could be checked before as well: the page of a moment ago would send the check of that.
      await supervisor.page.getByText('整改完成，待核查').first().waitFor();
      await stepOrder(supervisor, '核查通过', '核查意见', '核查属实。');
      await supervisor.page.getByText('已核查，待销号').first().waitFor();
      await stepOrder(supervisor, '销号', '销号意见', '整改到位，予以销号。');
      await supervisor.page.getByText('已销号').first().waitFor();
      await show(supervisor, 'order-closed');
      await supervisor.visit('/workbench/supervision?tab=signals');
      await expect.poll(() => signal.count()).toBe(0);
    },
  },
  {
    title: 'INT-08 办件立即归档，质检通过，写明用途后下载档案包',
    run: async ({ officer, held, show }) => {
      const supervisor = await officer('supervisor');
      const { page, visit } = supervisor;
      await visit(`/workbench/archives?q=${held.number}`);
      await page.getByRole('row').filter({ hasText: held.number }).click();
      const drawer = page.getByRole('dialog', { name: '档案', exact: true });
      await drawer.getByRole('button', { name: '立即归档' }).click();
      await drawer.getByText('已归档', { exact: true }).waitFor();
      expect(await drawer.getByText('不通过', { exact: true }).count()).toBe(0);
      await drawer.getByRole('cell', { name: new RegExp(`^结果/001_${permit}`) }).waitFor();
      await show(supervisor, 'archive');
      await drawer.getByRole('button', { name: '下载档案包' }).click();
      const purpose = page.getByRole('dialog', { name: '查看完整信息' });
      await purpose.getByRole('combobox').fill('核对归档内容');
      const [archive] = await Promise.all([page.waitForEvent('download'), purpose.getByRole('button', { name: '查看并留痕' }).click()]);
      expect(archive.suggestedFilename()).toMatch(/-ZW-\d{4}-D30-\d{6}\.zip$/);
    },
  },
  {
    title: 'LIC-02 查出欺骗手段，撤销证照；查验页和市民手机上立即看到',
    run: async ({ officer, citizen, stranger, held, show }) => {
      const issuer = await officer('housing.decider');
      await issuer.visit(`/workbench/licences?q=${encodeURIComponent(held.identifier)}`);
      await issuer.page.getByRole('table', { name: '已发证照' }).getByRole('cell', { name: permit }).click();
      await issuer.page.getByRole('button', { name: '暂扣／撤销／注销' }).click();
      await issuer.page.getByRole('menuitem', { name: '撤销证照' }).click();
      await issuer.page.getByRole('textbox', { name: '法定理由' }).fill('被许可人以欺骗手段取得行政许可，依据《中华人民共和国行政许可法》第六十九条第二款撤销。');
      await show(issuer, 'revoke');
      await finish(issuer, '确认撤销', '已撤销');
      await verifyCode(stranger, held.identifier, '真实，但已失效');
      await stranger.page.getByText('第六十九条第二款').first().waitFor();
      await show(stranger, 'revoked');
      await citizen.visit('/space/licences');
      await citizen.page.getByText('已撤销').waitFor();
      await show(citizen, 'licence-revoked');
    },
  },
  {
    title: 'HAL-03 窗口为设备报修，负责人处理到确认；模拟设备也在跳',
    run: async ({ officer, held, show }) => {
      const clerk = await officer('housing.window');
      await clerk.visit('/workbench/calling');
      await clerk.page.getByRole('button', { name: '设备报修' }).click();
      const dialog = clerk.page.getByRole('dialog');
      await dialog.getByLabel('设备', { exact: true }).click();
      await choose(clerk.page, /^评价器 丙/);
      await dialog.getByLabel('故障类型').click();
      await choose(clerk.page, '屏幕故障');
      await dialog.getByLabel('哪里不好').fill('屏幕有一道竖线');
      await dialog.getByRole('button', { name: '报修' }).click();
      await clerk.page.getByText(/已报修，单号/).waitFor();
      await clerk.page.getByRole('button', { name: '离岗' }).click();
      await clerk.page.getByText('选择窗口上岗').waitFor();

      const leader = await officer('hall.leader');
      await leader.visit(`/workbench/halls/${held.hallId}/devices?tab=faults`);
      const row = leader.page.getByRole('table', { name: '故障报修' }).getByRole('row').filter({ hasText: '评价器 丙' });
      for (const [button, note, state] of [['接手处理', '', '处理中'], ['已解决', '换了屏幕排线', '已解决'], ['确认修好', '', '已确认']] as const) {
        await row.click();
        const fault = leader.page.getByRole('dialog');
        if (note !== '') await fault.getByLabel(/处理情况/).fill(note);
        await fault.getByRole('button', { name: button }).click();
        await expect.poll(() => row.locator('.tag').first().innerText()).toBe(state);
      }
      await show(leader, 'faults');
      await leader.page.locator('.ant-segmented-item', { hasText: /^设备$/ }).click();
      const devices = leader.page.getByRole('table', { name: '设备' });
      await expect.poll(() => devices.getByRole('row').filter({ hasText: '模拟' }).filter({ hasText: '在线' }).count(), { timeout: 90_000, interval: 1_000 }).toBeGreaterThan(3);
    },
  },
  {
    title: 'HAL-01 HAL-02 当天的数字、号票上的办件编号，导出 Excel',
    run: async ({ officer, held, show }) => {
      const leader = await officer('hall.leader');
      const { page, visit } = leader;
      await visit(`/workbench/halls/${held.hallId}?tab=tickets`);
      await expect.poll(() => page.getByRole('table', { name: '号票' }).innerText()).toContain(held.number);
      const tiles = await page.locator('.hall-tiles').innerText();
      expect(tiles).toMatch(/今天取号\s+1[\s\S]*正在等候\s+0[\s\S]*已办结\s+1/);
      await show(leader, 'tickets');
      const href = await page.getByRole('link', { name: '导出 Excel' }).getAttribute('href');
      const file = await page.request.get(new URL(href ?? '', page.url()).href);
      expect([file.status(), file.headers()['content-type']]).toEqual([200, expect.stringContaining('spreadsheet')]);
    },
  },
];
