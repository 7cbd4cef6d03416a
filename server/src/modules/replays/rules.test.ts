import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../kernel/access/index.ts';
import { systemContext } from '../../kernel/context.ts';
import { createId } from '../../kernel/db/index.ts';
import { createRuleSet, publishVersion } from '../../kernel/rules/index.ts';
import { createProcessDraft, editProcessDraft, getProcess, getProcessDraft } from '../../kernel/workflow/definition.contract.ts';
import { dispatchRules } from '../../seed/dispatch/index.ts';
import { seedRuleSets } from '../../seed/rules/seed-rule-sets.ts';
import { siteInspectionRules } from '../../seed/rules/site-inspection-rules.ts';
import { applyAsElder, applyFor } from '../../testing/apply.ts';
import { registerTestCompany } from '../../testing/companies.ts';
import { accept, approve, deliver, look, review, tick } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { saveStepForm } from '../cases/steps.contract.ts';
import { dispatchContent, inputOf } from '../dispatch/index.ts';
import { recordReview } from '../handling/contract.ts';
import { getReplay, listReplayedCases, startReplay, type Replay, type ReplayedCase } from './contract.ts';
import { runReplay } from './jobs/run-replay.ts';

const city = useTestCity({ now: '2026-11-20T09:30:00+08:00' });
const passed = { visitedOn: '2026-11-20', areaOnSite: 850, siteResult: '符合', findings: '与平面图一致。', internalRemark: '门头与店名不同。' };
let implementer: Signed;
let elder = '', excavation = '', hygiene = '';

/** Dispatch rules in force from now on, as two people publish them. */
async function dispatchBy(code: string, kind: 'acceptance' | 'approval', name: string, cell: string, outputs: string[], inputs: Record<string, unknown>): Promise<void> {
  const written = outputs.map((output) => (output === 'null' ? null : output.slice(1, -1)));
  const [机构, 岗位, 人员, 分派] = written;
  const content = dispatchContent(kind, [inputOf(name)], [{ id: 'c1', expression: name }], [{ id: 'r1', inputs: [cell], outputs, annotation: '按新的分工' }]);
  const editor = systemContext(city().server.kernel, systemActor('test-editor', '编制人'), createId());
  const draft = await createRuleSet(editor, { code, name: code, description: '', legalBasis: '', content, testCases: [{ id: 't1', name: '示例', inputs, expected: { 去向: { 机构, 岗位, 人员, 分派 } } }] }, { organizationPath: '', regionCode: '' });
  await publishVersion(systemContext(city().server.kernel, systemActor('test-publisher', '发布人'), createId()), draft.id, draft.revision);
  await city().server.relay.drain();
}

async function replayOf(key: string, number: string, which: { draftId?: string } = {}): Promise<{ replay: Replay; one: ReplayedCase }> {
  const { versions: [current] } = await implementer.http.call(getProcess, { params: { key } });
  const target = which.draftId === undefined ? { definitionId: current?.definitionId ?? '' } : { draftId: which.draftId };
  const { replayId } = await implementer.http.call(startReplay, { body: { ...target, cases: { itemIds: [], numbers: [number], state: 'all', limit: 10 }, nodeMap: [], assumptions: [] } });
  await runReplay(city().system(), replayId);
  const [one] = (await implementer.http.call(listReplayedCases, { params: { replayId }, query: {} })).items;
  if (!one) throw new Error('the case was not replayed');
  return { replay: await implementer.http.call(getReplay, { params: { replayId } }), one };
}

beforeAll(async () => {
  implementer = await city().itemAdministrator();
  await seedRuleSets(city().system(), (department) => city().organizationId(department), [siteInspectionRules]);
  const company = await registerTestCompany(city());
  const { receipt } = await applyAsElder(city());
  elder = receipt.number;
  const [clerk, examiner, checker, head] = [await city().officer('区民政局', 'window'), await city().officer('区民政局', 'preliminary-review'), await city().officer('区民政局', 'review'), await city().officer('区民政局', 'decision')];
  await accept(clerk, receipt.caseId);
  for (const officer of [examiner, checker]) await review(officer, receipt.caseId);
  await approve(head, receipt.caseId);
  await city().server.relay.drain();
  await deliver(clerk, receipt.caseId);
  excavation = (await applyFor(city(), company.agent, 'road-excavation', [{ question: 'road-age', option: 'old' }, { question: 'traffic', option: 'full' }])).number;
  const visited = await applyFor(city(), company.agent, 'public-place-hygiene', [{ question: 'kind', option: 'lodging' }, { question: 'air', option: 'no' }], { airConditioning: false });
  hygiene = visited.number;
  await accept(await city().officer('区行政审批局', 'window'), visited.caseId);
  await city().server.relay.drain();
  const inspector = await city().officer('区行政审批局', 'preliminary-review');
  const view = await look(inspector, visited.caseId);
  const taskId = view.tasks.find(({ name }) => name === '现场核查')?.taskId ?? '';
  await inspector.http.call(saveStepForm, { params: { caseId: visited.caseId, taskId }, body: { revision: 0, answers: passed } });
  await inspector.http.call(recordReview, { params: { caseId: visited.caseId }, body: { taskId, conclusion: 'pass', opinion: '符合要求。', points: await tick(inspector, view, 'review') } });
}, 120_000);

describe('试算按现行规则分发 (WFL-03, DEC-07)', () => {
  it('没有规则的按流程，写明交给谁', async () => {
    const { replay, one } = await replayOf('review-and-check', elder);
    expect(replay.counts).toMatchObject({ same: 1 });
    expect(replay.dispatched.map(({ name, outcome, rule, target }) => [name, outcome, rule, target])).toEqual(expect.arrayContaining([['受理', 'by-process', null, '区民政局窗口受理岗'], ['决定', 'by-process', null, '区民政局决定岗']]));
    expect([one.split, one.unsure]).toEqual([null, []]);
  });

  it('有了新规则，过去的件也照今天的规则去：哪条规则、第几版、第几行、去了哪里；规则用不上的说明原因', async () => {
    await dispatchBy('dispatch-approval-new', 'approval', '环节', '"审查"', ['null', '"审核岗"', 'null', 'null'], { 环节: '审查' });
    await dispatchBy('dispatch-approval-other', 'approval', '环节', '"决定"', ['"区公安分局"', '"决定岗"', 'null', 'null'], { 环节: '决定' });
    const { replay, one } = await replayOf('review-and-check', elder);
    expect(replay.dispatched).toContainEqual({ node: 'Review', name: '审查', outcome: 'by-rule', rule: 'dispatch-approval-new（第 1 版）', target: '区民政局审核岗', reason: null, cases: 1, example: { position: 0, number: elder } });
    expect(replay.dispatched).toContainEqual(expect.objectContaining({ name: '决定', outcome: 'fell-back', target: '区民政局决定岗', reason: expect.stringContaining('不属于作出决定的机关') }));
    expect(one.visits.find(({ node }) => node === 'Review')?.dispatch?.rule).toEqual({ name: 'dispatch-approval-new', number: 1, rows: [1], note: '按新的分工' });
    const { rows } = await city().server.kernel.db.pool.query(`SELECT count(*)::int AS count FROM dispatch.record WHERE case_number = $1 AND rule_set_id IS NOT NULL`, [elder]);
    expect(rows).toEqual([{ count: 0 }]);
  });

  it('规则看当时没有记录的（待办数、谁的待办最少）：照样试算，写明哪些按现在的算', async () => {
    await dispatchBy('dispatch-acceptance-load', 'acceptance', '待办数', '>= 0', ['null', 'null', 'null', '"待办最少"'], { 待办数: 3 });
    const { replay, one } = await replayOf('review-and-check', elder);
    expect(one.unsure).toEqual([expect.stringContaining('看“待办数”，当时有多少没有记录'), '分给待办最少的人员，当时是谁没有记录']);
    expect(replay.unsure.map(({ cases }) => cases)).toEqual([1, 1]);
    expect(JSON.stringify([replay, one])).not.toContain('陈德福');
  });

  it('场景拆单：照今天的规则有哪些部门参加，参加的部门多了就多走', async () => {
    const key = (await city().server.kernel.db.pool.query(`SELECT d.key FROM workflow.instance i JOIN workflow.definition d ON d.id = i.definition_id JOIN cases."case" c ON c.process_instance_id = i.id WHERE c.number = $1`, [excavation])).rows[0]?.key as string;
    const before = await replayOf(key, excavation);
    expect(before.one.split).toMatchObject({ outcome: 'by-process', target: '区公安分局', rule: null });
    await seedRuleSets(city().system(), (department) => city().organizationId(department), dispatchRules);
    await city().server.relay.drain();
    const { replay, one } = await replayOf(key, excavation);
    expect(one.split).toMatchObject({ outcome: 'by-rule', rule: { number: 1, rows: [expect.any(Number)] }, target: '区公安分局、区交通运输局' });
    expect(one.visits.filter(({ name }) => name === '联办部门审查')).toHaveLength(before.one.visits.filter(({ name }) => name === '联办部门审查').length + 1);
    expect(replay.dispatched).toContainEqual(expect.objectContaining({ node: null, name: '并联审查的部门', outcome: 'by-rule', target: '区公安分局、区交通运输局' }));
  });
});

describe('试算运行环节的规则 (WFL-03, WFL-01)', () => {
  it('会不会拦住、提示什么，按现行版本；看办理人填的内容时写明按最后填的算', async () => {
    const { replay, one } = await replayOf('inspection-record', hygiene);
    expect(replay.checked).toContainEqual(expect.objectContaining({ name: '现场核查', effect: 'block', applies: false, failed: false, rule: expect.stringContaining('第 1 版'), cases: 1 }));
    expect(one.unsure).toContainEqual(expect.stringContaining('看办理人填的“核查结果”、“现场面积”'));
    expect(JSON.stringify([replay, one])).not.toMatch(/门头|850/);
  });

  it('改了草稿里的规则，先看到哪些办过的件会被拦住', async () => {
    const created = await implementer.http.call(createProcessDraft, { params: { key: 'inspection-record' }, body: {} });
    const { revision, xml } = await implementer.http.call(getProcessDraft, { params: { draftId: created.draftId } });
    const stricter = xml.replace('value="面积不符"', 'value="一致"');
    expect(stricter).not.toBe(xml);
    const draft = await implementer.http.call(editProcessDraft, { params: { draftId: created.draftId }, body: { revision, xml: stricter, note: '试算' } });
    const { replay } = await replayOf('inspection-record', hygiene, { draftId: draft.draftId });
    expect(replay.checked.filter(({ effect }) => effect === 'block')).toMatchObject([{ name: '现场核查', applies: true, cases: 1 }]);
  });
});
