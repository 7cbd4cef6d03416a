import type { ResponseOf } from '@tongban/contract-kit';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { listMyCases } from '../../server/src/modules/cases/contract.ts';
import { submitDraft } from '../../server/src/modules/intake/contract.ts';
import { demoCompanies } from '../../server/src/seed/identity/demo-citizens.ts';
import { attach, finish, readBoard, review, takeUp, tickPoints } from './case-desk.ts';
import { giveMaterial, signInCitizen } from './citizen.ts';
import { choose, dayFromNow, tick, typeInto, typeOrganization, typePeriod } from './fill-form.ts';
import { openBrowser, viewports, welcome, type Visitor } from './open-page.ts';
import { takeSeats, type Officer } from './staff.ts';

const item = '挖掘城市道路审批';
const company = demoCompanies[0];
const housing = '广安市广安区住房和城乡建设局';

let browser: Browser;
let citizen: Visitor;
let stranger: Visitor;
let before: ReadonlyMap<string, number>;
const { officer, faults } = takeSeats(() => browser);
/** What the citizen holds in hand. */
const held: { number: string; casePath: string; identifier: string; licence: Buffer } = { number: '', casePath: '', identifier: '', licence: Buffer.alloc(0) };

beforeAll(async () => {
  browser = await openBrowser();
  citizen = await welcome(browser, 'phone');
  stranger = await welcome(browser, 'desktop');
});
afterAll(async () => { await browser.close(); });
afterEach(async () => { expect([...citizen.faults, ...stranger.faults, ...await faults()]).toEqual([]); });

/** What everybody may see of a phone: nothing to push sideways. */
async function look(visitor: Visitor, name: string): Promise<void> {
  await visitor.capture(name);
  const { page } = visitor;
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `${name} 横向滚动`).toBeLessThanOrEqual(page.viewportSize()?.width ?? viewports.phone.width);
}

/** The file behind a link, fetched with the session of the page. */
async function download({ page }: Visitor, link: string): Promise<Buffer> {
  const address = await page.getByRole('link', { name: link, exact: true }).getAttribute('href');
  const answer = await page.context().request.get(new URL(address ?? '', page.url()).href);
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toContain('application/pdf');
  return await answer.body();
}

describe('从门户到查验的一个真实办件', () => {
  test('PTL-05 GDE-01 手机上按拼音找到事项，不登录就看清要什么、要多久、填什么', async () => {
    const { page } = citizen;
    await citizen.visit('/');
    await page.getByRole('combobox').fill('walu');
    await page.getByRole('option', { name: item }).waitFor();
    await look(citizen, 'whole-case-suggestions');
    await page.getByRole('button', { name: '搜索', exact: true }).click();
    await page.getByText('以下事项按读音找到。').waitFor();
    await look(citizen, 'whole-case-search');
    await page.getByRole('link', { name: item, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: item }).waitFor();
    const facts = await page.getByLabel('办事要点').innerText();
    for (const answer of ['8 个工作日', '0 次', '收费', '份材料']) expect(facts).toContain(answer);
    await look(citizen, 'whole-case-guide');
    await page.getByRole('link', { name: '在线申请', exact: true }).click();
    await page.getByLabel('交付使用满5年，且大修竣工满3年').check();
    await look(citizen, 'whole-case-question');
    await page.getByRole('button', { name: '下一题' }).click();
    await page.getByLabel('占用部分车道').check();
    await page.getByRole('button', { name: '下一题' }).click();
    await page.getByRole('heading', { level: 1, name: '您需要准备的' }).waitFor();
    const needed = await page.getByRole('main').innerText();
    for (const material of ['营业执照', '城市规划部门批准签发的文件', '挖掘工程设计文件', '施工组织方案', '道路交通组织方案', '挖掘城市道路申请表']) expect(needed).toContain(material);
    expect(needed).not.toContain('城市人民政府批准文件');
    await page.getByRole('banner').getByRole('link', { name: '登录', exact: true }).waitFor();
    await look(citizen, 'whole-case-outcome');
  });

  test('PTL-10 IDN-03 登录后代企业填表：指出错处，逐份上传，双击提交只得到一张回执', async () => {
    const { page } = citizen;
    await page.getByRole('link', { name: '开始申请', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
    await look(citizen, 'whole-case-sign-in');
    await signInCitizen(page, '孙浩');
    await page.getByLabel(company?.name ?? '').check();
    await look(citizen, 'whole-case-start');
    await page.getByRole('button', { name: '开始填写' }).click();
    await fillExcavation(citizen);
    await giveMaterials(citizen);
    await submitTwice(citizen);
  });

  test('INT-03 窗口核对要点后受理，受理通知书当场出具', async () => {
    before = await readBoard(await officer('supervisor'), housing);
    const clerk = await officer('housing.window');
    await takeUp(clerk, held.number);
    await tickPoints(clerk);
    await clerk.capture('case-acceptance');
    const shown = clerk.page.waitForResponse((response) => /^http.*\/notices\//.test(response.url()));
    await finish(clerk, '受理', '已受理，受理通知书已出具');
    const notice = await clerk.page.context().request.get((await shown).url());
    expect((await notice.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await clerk.page.locator('[aria-current=true]', { hasText: '受理通知书' }).waitFor();
    await clerk.capture('case-accepted');
  });

  test('HND-02 HND-03 两个部门同时审查；专家评审凭书面文件停钟，结束后接着计时', async () => {
    const [examiner, police, decider] = await Promise.all([officer('housing.examiner'), officer('police.examiner'), officer('housing.decider')]);
    await takeUp(examiner, held.number);
    await takeUp(police, held.number);
    await proposeExpertReview(examiner);
    await decider.visit(new URL(examiner.page.url()).pathname);
    await decider.page.getByRole('button', { name: '审批特别程序' }).click();
    await decider.capture('case-special-approval');
    await finish(decider, '批准并停止计时', '已批准，停止计时并书面告知申请人');
    await decider.page.getByRole('region', { name: '办理时限' }).getByText('已停止计时').waitFor();
    await citizen.visit(held.casePath);
    await citizen.page.getByText('已暂停计时').waitFor();
    await look(citizen, 'whole-case-paused');
    expect((await readBoard(await officer('supervisor'), housing)).get('停止计时')).toBe((before.get('停止计时') ?? 0) + 1);
    // The other department goes on meanwhile: only the clock stands still.
    await review(police, held.number, '交通组织方案可行，标志布设符合要求，同意。');
    await endExpertReview(examiner);
    await review(examiner, held.number, '设计文件和路面恢复结构符合要求，同意。');
  });

  test('HND-01 LIC-02 综合审核、决定后证照随即签发，送达办结', async () => {
    await review(await officer('housing.reviewer'), held.number, '两部门意见一致，材料齐全，建议准予。');
    const decider = await officer('housing.decider');
    await takeUp(decider, held.number);
    await decider.page.getByRole('button', { name: '作出决定' }).click();
    await decider.page.getByRole('textbox', { name: '决定意见' }).fill('经审查，符合法定条件、标准，准予许可。');
    await decider.page.getByPlaceholder('截止日期').fill(dayFromNow(40).replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日'));
    await decider.page.getByPlaceholder('截止日期').press('Enter');
    await decider.capture('case-decision');
    await finish(decider, '准予许可，出具决定书', '决定已作出，决定书已出具');
    const clerk = await officer('housing.window');
    await takeUp(clerk, held.number);
    await clerk.page.getByRole('button', { name: '登记送达' }).click();
    await clerk.capture('case-delivery');
    await finish(clerk, '登记送达并办结', '已登记送达，办件办结');
  });

  test('PTL-10 SPC-01 申请人看到全过程，证照已在我的空间', async () => {
    const { page } = citizen;
    await citizen.visit(held.casePath);
    await page.getByText('申请已获准予').waitFor();
    const story = await page.getByRole('main').innerText();
    for (const part of ['受理', '广安市公安局广安区分局', '专家评审', '停止计时', '准予', '送达', '受理通知书']) expect(story).toContain(part);
    await look(citizen, 'whole-case-closed');
    await page.getByRole('link', { name: '查看证照', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '挖掘城市道路许可证' }).waitFor();
    held.identifier = await page.locator('.identifier').innerText();
    await look(citizen, 'whole-case-licence');
    held.licence = await download(citizen, '下载证照（PDF）');
    await citizen.visit('/space/licences');
    await page.getByRole('link', { name: /^查看和出示：挖掘城市道路许可证/ }).waitFor();
    await look(citizen, 'whole-case-licences');
  });

  test('RAT-01 一件一评：评价一次，在另一个窗口再评被婉言说明', async () => {
    const { page } = citizen;
    const again = await page.context().newPage();
    const rating = new URL(`${held.casePath}/rating`, page.url()).href;
    for (const window of [page, again]) {
      await window.goto(rating);
      await window.getByLabel('非常满意').waitFor();
    }
    await page.getByLabel('非常满意').check({ force: true });
    await look(citizen, 'whole-case-rating');
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByText('谢谢您的评价').waitFor();
    await look(citizen, 'whole-case-rated');
    await again.getByLabel('不满意', { exact: true }).check({ force: true });
    await again.getByRole('button', { name: '提交评价' }).click();
    await again.getByText('这个办件已经评价过').waitFor();
    await again.getByText('您的评价').waitFor();
    expect(await again.getByRole('button', { name: '提交评价' }).count()).toBe(0);
    await again.close();
  });

  test('LIC-06 LIC-07 陌生人按标识、按文件查验，改动一个字节也被发现', async () => {
    const { page } = stranger;
    await verifyCode(stranger, held.identifier, '真实有效');
    await look(stranger, 'whole-case-genuine');
    await verifyFile(stranger, held.licence, '真实有效');
    await look(stranger, 'whole-case-genuine-file');
    const altered = Buffer.from(held.licence);
    const middle = Math.floor(altered.length / 2);
    altered.writeUInt8(altered.readUInt8(middle) ^ 1, middle);
    await verifyFile(stranger, altered, '内容被改动，不可采信');
    await look(stranger, 'whole-case-altered');
    expect(await page.getByRole('banner').getByRole('link', { name: '登录', exact: true }).count()).toBe(1);
  });

  test('LIC-02 撤销证照后，查验页立即看到', async () => {
    const issuer = await officer('housing.decider');
    await issuer.visit(`/workbench/licences?q=${encodeURIComponent(held.identifier)}`);
    await issuer.page.getByRole('table', { name: '已发证照' }).getByRole('cell', { name: '挖掘城市道路许可证' }).click();
    await issuer.page.getByRole('button', { name: '暂扣／撤销／注销' }).click();
    await issuer.page.getByRole('menuitem', { name: '撤销证照' }).click();
    await issuer.page.getByRole('textbox', { name: '法定理由' }).fill('被许可人以欺骗手段取得行政许可，依据《中华人民共和国行政许可法》第六十九条第二款撤销。');
    await issuer.capture('licence-revoke');
    await finish(issuer, '确认撤销', '已撤销');
    await verifyCode(stranger, held.identifier, '真实，但已失效');
    await stranger.page.getByText('第六十九条第二款').first().waitFor();
    await look(stranger, 'whole-case-revoked');
    await citizen.visit('/space/licences');
    await citizen.page.getByText('已撤销').waitFor();
    await look(citizen, 'whole-case-licence-revoked');
  });

  test('SUP-03 监督员的看板上，这个部门多了一件按时办结', async () => {
    const supervisor = await officer('supervisor');
    const after = await readBoard(supervisor, housing);
    await supervisor.capture('board-after');
    expect(after.get('办结')).toBe((before.get('办结') ?? 0) + 1);
    expect(after.get('停止计时')).toBe(before.get('停止计时'));
    expect(after.get('按时办结率')).toBe(100);
  });

  test('INT-08 办件立即归档，质检通过，写明用途后下载档案包', async () => {
    const { page, visit, capture } = await officer('supervisor');
    await visit(`/workbench/archives?q=${held.number}`);
    await page.getByRole('row').filter({ hasText: held.number }).click();
    const drawer = page.getByRole('dialog', { name: '档案', exact: true });
    await drawer.getByRole('button', { name: '立即归档' }).click();
    await drawer.getByText('已归档', { exact: true }).waitFor();
    expect(await drawer.getByText('不通过', { exact: true }).count()).toBe(0);
    await drawer.getByRole('cell', { name: /^结果\/001_挖掘城市道路许可证/ }).waitFor();
    await capture('archive-made');
    await drawer.getByRole('button', { name: '下载档案包' }).click();
    const purpose = page.getByRole('dialog', { name: '查看完整信息' });
    await purpose.getByRole('combobox').fill('核对归档内容');
    const [download] = await Promise.all([page.waitForEvent('download'), purpose.getByRole('button', { name: '查看并留痕' }).click()]);
    expect(download.suggestedFilename()).toMatch(/-ZW-\d{4}-D30-\d{6}\.zip$/);
  });
});

async function fillExcavation(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await page.getByRole('heading', { level: 1, name: '在线申请' }).waitFor();
  expect(await page.getByLabel('单位名称（必填）').inputValue()).toBe(company?.name);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('alert').getByText(/^有 \d+ 处需要修改$/).waitFor();
  await look(visitor, 'whole-case-form-mistakes');
  await typeInto(page, '工程名称', '示范路供水管道改造工程');
  await choose(page, '挖掘事由', '供水管线');
  await typeInto(page, '规划批准文件文号', '建字第511602202600012号');
  await typeOrganization(page, '施工单位', company?.name ?? '', company?.creditCode ?? '');
  await typeInto(page, '现场负责人', '赵强');
  await typeInto(page, '现场负责人电话', '1390000000');
  const segment = page.getByRole('group', { name: '路段 1' });
  await typeInto(segment, '道路名称及起止点', '示范路（1号至35号）');
  await tick(segment, '部位', '非机动车道');
  await tick(segment, '路面', '沥青');
  await segment.getByRole('textbox', { name: /^长/ }).fill('180');
  await segment.getByRole('textbox', { name: /^宽/ }).fill('1.2');
  await page.getByRole('textbox', { name: /^最大开挖深度/ }).fill('1.8');
  await typePeriod(page, '计划施工期', dayFromNow(10), dayFromNow(28));
  await tick(page, '路面修复方式', '委托市政养护单位修复');
  await tick(page, '对通行的影响', '占用部分车道');
  await typeInto(page, '交通疏导措施', '夜间22时至次日6时施工，保留双向各一条车道。');
  await tick(page, '开挖范围内是否有地下管线', '有');
  await typeInto(page, '保护措施', '开挖前人工探沟，燃气管线两侧1米内人工开挖。');
  await page.getByLabel(/对申请材料实质内容的真实性负责/).check();
  await page.getByRole('button', { name: '下一步' }).click();
  const mistakes = page.getByRole('alert').getByRole('link');
  expect(await mistakes.allInnerTexts()).toEqual([expect.stringContaining('现场负责人电话')]);
  await mistakes.click();
  await page.keyboard.press('End');
  await page.keyboard.type('0');
  await look(visitor, 'whole-case-form');
  await page.getByRole('button', { name: '下一步' }).click();
}

async function giveMaterials(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await page.getByRole('heading', { name: '提交材料' }).waitFor();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('有 5 份材料需要补充').waitFor();
  for (const material of ['营业执照', '城市规划部门批准签发的文件', '挖掘工程设计文件', '施工组织方案', '道路交通组织方案']) await giveMaterial(page, material);
  await page.getByText(/^已保存（/).waitFor();
  await look(visitor, 'whole-case-materials');
  await page.getByRole('button', { name: '下一步' }).click();
}

async function submitTwice(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await page.getByText('核对并提交').or(page.getByText('核对提交')).first().waitFor();
  await page.getByLabel(/^我承诺填写的内容/).check();
  await look(visitor, 'whole-case-check');
  const known = await countCases(visitor);
  let submissions = 0;
  const path = new RegExp(`^${submitDraft.path.replace(':draftId', '[^/]+')}$`);
  page.on('request', (request) => { if (path.test(new URL(request.url()).pathname)) submissions += 1; });
  await page.getByRole('button', { name: '提交申请' }).dblclick();
  await page.getByRole('heading', { level: 1, name: '申请已提交' }).waitFor();
  held.number = await page.locator('.receipt__number').innerText();
  held.casePath = new URL(page.url()).pathname.replace(/\/receipt$/, '');
  await look(visitor, 'whole-case-receipt');
  expect((await download(visitor, '下载申请回执（PDF）')).subarray(0, 5).toString()).toBe('%PDF-');
  expect(submissions).toBe(1);
  expect(await countCases(visitor)).toBe(known + 1);
  await visitor.visit('/space/cases');
  await page.getByText(`办件编号 ${held.number}`).waitFor();
  await look(visitor, 'whole-case-my-cases');
}

async function countCases({ page }: Visitor): Promise<number> {
  const answer = await page.context().request.get(new URL(`${listMyCases.path}?group=all&limit=50`, page.url()).href);
  const { items } = await answer.json() as ResponseOf<typeof listMyCases>;
  return items.length;
}

async function proposeExpertReview(examiner: Officer): Promise<void> {
  const { page } = examiner;
  await page.getByRole('button', { name: '申请特别程序' }).click();
  await page.getByRole('textbox', { name: '理由和依据' }).fill('涉及燃气管线，须组织专家评审开挖和保护方案。');
  await attach(examiner, '书面文件（必附）', '专家评审委托书');
  await examiner.capture('case-special-proposal');
  await finish(examiner, '提交申请', '特别程序申请已提交');
}

async function endExpertReview(examiner: Officer): Promise<void> {
  await examiner.visit(new URL(examiner.page.url()).pathname);
  await examiner.page.getByRole('button', { name: '登记特别程序结束' }).click();
  await examiner.page.getByRole('textbox', { name: '结果', exact: true }).fill('专家组意见：方案可行。');
  await attach(examiner, '结果文件', '专家评审意见');
  await finish(examiner, '登记结束并恢复计时', '特别程序已结束，恢复计时');
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
