import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../server/src/kernel/access/index.ts';
import { systemContext } from '../../server/src/kernel/context.ts';
import { createId } from '../../server/src/kernel/db/index.ts';
import { createRuleSet, publishVersion } from '../../server/src/kernel/rules/index.ts';
import { createProcessDraft, editProcessDraft } from '../../server/src/kernel/workflow/definition.contract.ts';
import { dispatchContent, inputOf } from '../../server/src/modules/dispatch/index.ts';
import { listReplays } from '../../server/src/modules/replays/contract.ts';
import { runReplay } from '../../server/src/modules/replays/jobs/run-replay.ts';
import { readProcessXml, seedProcesses } from '../../server/src/seed/content/index.ts';
import { seedRuleSets } from '../../server/src/seed/rules/seed-rule-sets.ts';
import { siteInspectionRules } from '../../server/src/seed/rules/site-inspection-rules.ts';
import { applyFor } from '../../server/src/testing/apply.ts';
import { registerTestCompany } from '../../server/src/testing/companies.ts';
import { accept } from '../../server/src/testing/office.ts';
import { useTestCity } from '../../server/src/testing/test-city.ts';
import { choose, told } from './items-desk.ts';
import { openBrowser, seeOff, type Visitor } from './open-page.ts';
import { caseAfter, processKey, seatIn } from './process-city.ts';

const city = useTestCity({ now: '2026-11-20T09:00:00+08:00', withFrontEnds: true });
const now = '2026-12-08T15:00';
let browser: Browser;
let draftId = '', inspectedId = '';

const badge = (scope: Page | Locator, id: string): Locator => scope.locator(`g[data-element-id="${id}"] .diagram-badge`);
const faultsOf = ({ faults }: Visitor): string[] => faults.filter((fault) => !fault.includes('/api/v1/regions'));
const panel = (page: Page, title: string): Locator => page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) });
const outline = (page: Page, words: string | RegExp): Locator => page.getByRole('region', { name: '图形清单' }).getByRole('button', { name: words, exact: true });

/** A visit to the site in place of the check, for persons only; the condition names what not every case has. */
async function withInspection(): Promise<string> {
  const process = seedProcesses.find(({ key }) => key === processKey);
  if (!process) throw new Error('no such process');
  return (await readProcessXml(process)).replaceAll('"Check"', '"Inspect"').replace('name="审核" tongban:step="review" tongban:limitWorkingDays="1"', 'name="现场勘验" tongban:step="review" tongban:limitWorkingDays="3"');
}

/** From now on, visits to the site go to the post that checks, as two people publish it. */
async function dispatchToReview(): Promise<void> {
  const [editor, publisher] = ['编制人', '发布人'].map((name) => systemContext(city().server.kernel, systemActor(name, name), createId()));
  if (!editor || !publisher) throw new Error('two people');
  const content = dispatchContent('approval', [inputOf('环节')], [{ id: 'c1', expression: '环节' }], [{ id: 'r1', inputs: ['"现场核查"'], outputs: ['null', '"审核岗"', 'null', 'null'], annotation: '按新的分工' }]);
  const testCases = [{ id: 't1', name: '示例', inputs: { 环节: '现场核查' }, expected: { 去向: { 机构: null, 岗位: '审核岗', 人员: null, 分派: null } } }];
  const draft = await createRuleSet(editor, { code: 'dispatch-approval-visits', name: '核查分给审核岗', description: '', legalBasis: '', content, testCases }, { organizationPath: '', regionCode: '' });
  await publishVersion(publisher, draft.id, draft.revision);
  await city().server.relay.drain();
}

beforeAll(async () => {
  browser = await openBrowser();
  const { agent } = await registerTestCompany(city());
  await seedRuleSets(city().system(), (department) => city().organizationId(department), [siteInspectionRules]);
  await caseAfter(city(), 884, 'deliver', ['2026-11-20', '2026-11-23', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30']);
  await caseAfter(city(), 885, 'deliver', ['2026-12-01', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07']);
  const author = await city().itemAdministrator();
  ({ draftId } = await author.http.call(createProcessDraft, { params: { key: processKey }, body: {} }));
  await author.http.call(editProcessDraft, { params: { draftId }, body: { revision: 1, xml: await withInspection(), note: '审核改为现场勘验' } });
  ({ caseId: inspectedId } = await applyFor(city(), agent, 'public-place-hygiene', [{ question: 'kind', option: 'lodging' }, { question: 'air', option: 'no' }], { airConditioning: false }));
  await city().server.relay.drain();
  await accept(await city().officer('区行政审批局', 'window'), inspectedId);
  await city().server.relay.drain();
  await city().moveTo(now);
}, 240_000);
afterAll(seeOff);

describe('用办过的件试算，环节的表单、通知和规则 (WFL-01, WFL-03)', () => {
  test('选件、设定、试算：图上每条连线多少件，路变了的件逐件可看', async () => {
    const visitor = await seatIn(browser, city(), await city().itemAdministrator(), now);
    const { page } = visitor;
    await visitor.visit(`/workbench/processes/drafts/${draftId}`);
    await page.getByRole('link', { name: '用办过的件试算' }).click();
    await page.getByRole('heading', { level: 1, name: '一审一核：用办过的件试算' }).waitFor();
    await page.getByRole('button', { name: '看有多少件' }).click();
    await page.getByText('选中 2 件').waitFor();
    const row = page.getByRole('row').filter({ hasText: '现场勘验' });
    await row.getByText('没有记录').waitFor();
    await visitor.capture('replay-plan');
    await page.getByLabel('“现场勘验”用几个工作日').fill('2');
    await page.getByLabel('“现场勘验”通过的比例').fill('90');
    await page.getByRole('button', { name: '试算 2 件' }).click();
    await page.getByText('“现场勘验”的比例合计 90%，请改为 100%').waitFor();
    await page.getByLabel('“现场勘验”不通过的比例').fill('10');
    await page.getByRole('button', { name: '试算 2 件' }).click();
    await page.getByRole('heading', { level: 1, name: '试算：一审一核（草稿）' }).waitFor();
    await page.getByText('正在逐件试算').waitFor();
    await visitor.capture('replay-waiting');
    const { items: [run] } = await (await city().itemAdministrator()).http.call(listReplays, { query: { processKey } });
    await runReplay(city().system(), run?.replayId ?? '');
    await page.getByText('0 件路径不变，2 件路径改变，0 件卡住').waitFor();
    await badge(page, 'Inspect').getByText('2 件').waitFor();
    await badge(page, 'Flow_3').getByText('2（0）').waitFor();
    await visitor.capture('replay-result');
    await page.locator('g[data-element-id="Inspect"] .djs-hit').first().click();
    await page.getByText('只列：经过“现场勘验”的').waitFor();
    await page.getByRole('table', { name: '逐件' }).getByRole('row').nth(1).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('多走 现场勘验').first().waitFor();
    await visitor.capture('replay-case');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    await page.setViewportSize({ width: 390, height: 844 });
    await visitor.capture('replay-result-phone');
    expect(faultsOf(visitor)).toEqual([]);
    await page.context().close();
  });

  test('设计器里给环节写通知和规则：可选的模板、规则集和结果都从现有的里选', async () => {
    const visitor = await seatIn(browser, city(), await city().itemAdministrator(), now);
    const { page } = visitor;
    await visitor.visit(`/workbench/processes/drafts/${draftId}`);
    await outline(page, '现场勘验').click();
    const panel = page.getByRole('region', { name: '现场勘验' });
    await panel.getByRole('button', { name: '增加通知' }).click();
    await panel.getByLabel('附言').fill('勘验人员会事先电话联系。');
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: '增加规则' }).click();
    await panel.getByLabel('何时运行、怎样处理').click();
    await choose(page, '办完之前运行，不让办完');
    await panel.getByLabel('决策', { exact: true }).click();
    await choose(page, '面积核对');
    await page.getByRole('region', { name: '检查', exact: true }).getByText('没有问题').waitFor();
    await panel.getByRole('group', { name: '规则 1' }).scrollIntoViewIfNeeded();
    await visitor.capture('process-step-properties');
    await panel.getByLabel('告知谁').click();
    await choose(page, '承办部门负责人');
    await page.getByRole('region', { name: '检查', exact: true }).getByText('没有问题').waitFor();
    expect(faultsOf(visitor)).toEqual([]);
    await page.context().close();
  });

  test('办件页：填写环节表单，规则说出为什么还不能办完、依据哪一版；待办里看得到要填表', async () => {
    const officer = await seatIn(browser, city(), await city().officer('区行政审批局', 'preliminary-review'), now);
    const { page } = officer;
    await officer.visit('/workbench/inbox');
    await page.getByText('要填表').first().waitFor();
    await officer.capture('inbox-step-form');
    await officer.visit(`/workbench/cases/${inspectedId}`);
    const part = page.getByRole('region', { name: '环节要求' });
    await part.getByText('还没有填').waitFor();
    await part.getByRole('button', { name: '填写' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel(/现场面积/).fill('300');
    await drawer.getByLabel(/核查情况/).fill('与平面图不一致。');
    await officer.capture('case-step-form');
    await drawer.getByRole('button', { name: '保存' }).click();
    await told(page, '已保存');
    await part.getByText('现在还不能办完：现场面积与申报的经营场所面积相差超过两成').waitFor();
    await part.getByRole('button', { name: '看依据' }).click();
    await officer.capture('case-step-rules');
    expect(faultsOf(officer)).toEqual([]);
    await page.context().close();
  });

  test('试算结果里看到照今天的规则交给谁、环节的规则会不会拦住，逐件也一样 (DEC-07)', async () => {
    await dispatchToReview();
    const visitor = await seatIn(browser, city(), await city().itemAdministrator(), now);
    const { page } = visitor;
    await visitor.visit('/workbench/processes/inspection-record/replay');
    await page.getByText('全部', { exact: true }).click();
    await page.getByRole('button', { name: '看有多少件' }).click();
    await page.getByText('选中 1 件').waitFor();
    await page.getByRole('button', { name: '试算 1 件' }).click();
    await page.getByRole('heading', { level: 1, name: /^试算：书面审查、现场核查并填写记录/ }).waitFor();
    const { items: [run] } = await (await city().itemAdministrator()).http.call(listReplays, { query: { processKey: 'inspection-record' } });
    await runReplay(city().system(), run?.replayId ?? '');
    const sent = panel(page, '按现行规则交给谁');
    await sent.getByRole('row', { name: /现场核查.*区行政审批局审核岗.*按规则.*核查分给审核岗（第 1 版）/ }).waitFor();
    await sent.getByRole('row', { name: /受理.*区行政审批局窗口受理岗.*按流程/ }).waitFor();
    await sent.scrollIntoViewIfNeeded();
    await visitor.capture('replay-dispatched');
    const checked = panel(page, '环节的规则会怎样');
    const blocked = checked.getByRole('row', { name: /现场核查.*会拦住.*现场面积与申报的经营场所面积相差超过两成/ });
    await blocked.waitFor();
    await panel(page, '没有记录、无从得知的').getByText('看办理人填的').waitFor();
    await checked.scrollIntoViewIfNeeded();
    await visitor.capture('replay-checked');
    await blocked.getByRole('button').click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('row', { name: /现场核查.*核查分给审核岗.*会拦住/ }).waitFor();
    await drawer.getByRole('heading', { name: '分发与环节规则' }).scrollIntoViewIfNeeded();
    await visitor.capture('replay-case-rules');
    expect(faultsOf(visitor)).toEqual([]);
    await page.context().close();
  });
});
