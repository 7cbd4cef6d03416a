import { beforeAll, describe, expect, it } from 'vitest';
import { createProcessDraft, editProcessDraft, getProcess, getProcessDraft, type ProcessDraft } from '../../kernel/workflow/definition.contract.ts';
import { readProcessXml, seedProcesses } from '../../seed/content/index.ts';
import { applyAsElder } from '../../testing/apply.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { accept, approve, deliver, look, review, taskOf } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { returnForRework } from '../handling/contract.ts';
import { withdrawCase } from '../intake/contract.ts';
import { getReplay, listReplayedCases, listReplays, planReplay, startReplay, stopReplay, type Replay, type ReplayedCases } from './contract.ts';
import { runReplay } from './jobs/run-replay.ts';

const city = useTestCity({ now: '2026-11-02T09:00:00+08:00' });
const key = 'review-and-check';
const all: ReplayedCases = { itemIds: [], numbers: [], state: 'all', limit: 1_000 };
let implementer: Signed, clerk: Signed, examiner: Signed, checker: Signed, head: Signed;
let xml = '';
const numbers: string[] = [];

/** The draft as its author changes it. */
async function draw(change: (xml: string) => string): Promise<ProcessDraft> {
  const { draft } = await implementer.http.call(getProcess, { params: { key } });
  const created = draft ?? await implementer.http.call(createProcessDraft, { params: { key }, body: {} });
  const { revision } = await implementer.http.call(getProcessDraft, { params: { draftId: created.draftId } });
  return implementer.http.call(editProcessDraft, { params: { draftId: created.draftId }, body: { revision, xml: change(xml), note: '试算' } });
}

async function replayOn(draftId: string, more: { cases?: Partial<ReplayedCases>; assumptions?: { node: string; days?: number; outcomes: { values: Record<string, unknown>; percent: number }[] }[]; nodeMap?: { from: string; to: string }[] } = {}): Promise<Replay> {
  const { replayId } = await implementer.http.call(startReplay, { body: { draftId, cases: { ...all, ...more.cases }, nodeMap: more.nodeMap ?? [], assumptions: more.assumptions ?? [] } });
  await runReplay(city().system(), replayId);
  return implementer.http.call(getReplay, { params: { replayId } });
}

/** A visit to the site between review and check, for what the condition says; a review that fails does not go on to it. */
const withInspection = (condition: string) => (before: string) => before
  .replace('<bpmn:endEvent id="End"', `<bpmn:exclusiveGateway id="Gate" name="要不要现场勘验" default="Flow_no" />
    <bpmn:userTask id="Inspect" name="现场勘验" tongban:step="review" tongban:limitWorkingDays="3"><bpmn:extensionElements><tongban:candidate post="preliminary-review" organisation="=departments.lead" /></bpmn:extensionElements></bpmn:userTask>
    <bpmn:endEvent id="End"`)
  .replace('sourceRef="Review" targetRef="Check"', 'sourceRef="Review" targetRef="Gate"')
  .replace('</bpmn:process>', `<bpmn:sequenceFlow id="Flow_yes" sourceRef="Gate" targetRef="Inspect"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="Flow_no" sourceRef="Gate" targetRef="Check" /><bpmn:sequenceFlow id="Flow_inspected" sourceRef="Inspect" targetRef="Check" /></bpmn:process>`);

beforeAll(async () => {
  const seed = seedProcesses.find((one) => one.key === key);
  if (!seed) throw new Error('no such process');
  xml = await readProcessXml(seed);
  implementer = await city().itemAdministrator();
  [clerk, examiner, checker, head] = [await city().officer('区民政局', 'window'), await city().officer('区民政局', 'preliminary-review'), await city().officer('区民政局', 'review'), await city().officer('区民政局', 'decision')];
  const apply = async () => {
    const { elder, receipt } = await applyAsElder(city());
    numbers.push(receipt.number);
    return { caseId: receipt.caseId, elder };
  };
  // One that went through, a day for each step; one that was sent back once; one that was withdrawn; one under way.
  const [whole, returned, withdrawn, open] = [await apply(), await apply(), await apply(), await apply()];
  for (const { caseId } of [whole, returned, withdrawn, open]) await accept(clerk, caseId);
  await city().moveTo('2026-11-03T09:00');
  for (const { caseId } of [whole, returned]) await review(examiner, caseId);
  await city().moveTo('2026-11-04T09:00');
  for (const { caseId } of [whole, returned]) await review(checker, caseId);
  await withdrawn.elder.http.call(withdrawCase, { params: { caseId: withdrawn.caseId }, body: { version: (await look(withdrawn.elder, withdrawn.caseId)).version, reason: '不申领了' } });
  await head.http.call(returnForRework, { params: { caseId: returned.caseId }, body: { taskId: taskOf(await look(head, returned.caseId), 'decision'), toNode: 'Review', reason: '请重新比对户籍。' } });
  await city().moveTo('2026-11-05T09:00');
  await review(examiner, returned.caseId);
  for (const { caseId } of [whole, returned]) await approve(head, caseId);
  await city().server.relay.drain();
  for (const { caseId } of [whole, returned]) await deliver(clerk, caseId);
}, 120_000);

describe('用办过的件试算流程 (WFL-03)', () => {
  it('在原来的流程上走，每件都与当时一样；各环节的时间来自记录', async () => {
    const { versions: [current] } = await implementer.http.call(getProcess, { params: { key } });
    const { replayId } = await implementer.http.call(startReplay, { body: { definitionId: current?.definitionId ?? '', cases: all, nodeMap: [], assumptions: [] } });
    await runReplay(city().system(), replayId);
    const replay = await implementer.http.call(getReplay, { params: { replayId } });
    expect(replay).toMatchObject({ state: 'done', total: 4, done: 4, version: 1, counts: { same: 4, changed: 0, stuck: 0, loop: 0 } });
    expect(replay.times).toMatchObject({ cases: 2, before: { median: 3 * 86_400 }, after: { median: 3 * 86_400 } });
    expect(replay.steps.find(({ node }) => node === 'Review')).toMatchObject({ name: '审查', cases: 4, before: 3, median: 86_400, timeBy: 'recorded' });
    const { items } = await implementer.http.call(listReplayedCases, { params: { replayId }, query: { position: 2 } });
    // The latest application comes first.
    expect(items[0]).toMatchObject({ number: numbers[1], before: '受理 → 审查 → 审核 → 决定 → 审查 → 决定 → 送达', after: '受理 → 审查 → 审核 → 决定 → 审查 → 决定 → 送达', partial: false });
  });

  it('新的环节：按设定的结果和天数走，说出哪些件改走新路、每条连线多少件、时间差多少', async () => {
    const draft = await draw(withInspection('applicantKind = "person"'));
    const plan = await implementer.http.call(planReplay, { body: { draftId: draft.draftId, cases: all, nodeMap: [] } });
    expect(plan).toMatchObject({ cases: 4, more: false, version: null, unpaired: [] });
    expect(plan.nodes.find(({ node }) => node === 'Inspect')).toMatchObject({ visits: 0, limitWorkingDays: '3', median: null });
    expect(plan.nodes.find(({ node }) => node === 'Review')).toMatchObject({ visits: 3, outcomes: [{ values: { conclusion: 'pass' }, count: 3 }] });
    const replay = await replayOn(draft.draftId, { assumptions: [{ node: 'Inspect', days: 2, outcomes: [{ values: { conclusion: 'pass' }, percent: 100 }] }] });
    expect(replay.counts).toEqual({ same: 2, changed: 2, stuck: 0, loop: 0 });
    expect(replay.flows.find(({ flow }) => flow === 'Flow_yes')).toEqual({ flow: 'Flow_yes', cases: 4, before: 0 });
    expect(replay.flows.find(({ flow }) => flow === 'Flow_4')).toEqual({ flow: 'Flow_4', cases: 4, before: 2 });
    expect(replay.steps.find(({ node }) => node === 'Inspect')).toMatchObject({ cases: 4, before: 0, median: 2 * 86_400, timeBy: 'assumed', outcomeBy: [{ by: 'assumed' }] });
    // The one that was sent back to the review visits the site again, as the process says.
    expect(replay.times.after.median).toBe(5 * 86_400);
    const changed = await implementer.http.call(listReplayedCases, { params: { replayId: replay.replayId }, query: { result: 'changed' } });
    expect(changed.items.map(({ number, added }) => [number, added])).toEqual([[numbers[1], ['现场勘验']], [numbers[0], ['现场勘验']]]);
    const group = replay.groups.find(({ result, before }) => result === 'changed' && before === '受理 → 审查 → 审核 → 决定 → 送达');
    expect((await implementer.http.call(listReplayedCases, { params: { replayId: replay.replayId }, query: { group: group?.group ?? -1 } })).items).toHaveLength(1);
    expect((await implementer.http.call(listReplayedCases, { params: { replayId: replay.replayId }, query: { element: 'Flow_yes', limit: 3 } }))).toMatchObject({ items: [{}, {}, {}], nextCursor: expect.any(String) });
  });

  it('没有申请人的任何信息；能不能打开每件，按查看办件的权限', async () => {
    const [latest] = (await implementer.http.call(listReplays, { query: { processKey: key } })).items;
    const { items } = await implementer.http.call(listReplayedCases, { params: { replayId: latest?.replayId ?? '' }, query: {} });
    expect(JSON.stringify(items)).not.toContain('陈德福');
    expect(items.every(({ abilities }) => !abilities.open)).toBe(true);
  });

  it('卡住的：条件用到办件没有的数据、没有人能办；各给一件例子', async () => {
    const replay = await replayOn((await draw(withInspection('area &gt; 100'))).draftId);
    expect(replay.counts).toMatchObject({ stuck: 4 });
    expect(replay.stuck).toMatchObject([{ code: 'expression-failed', node: 'Gate', cases: 4, message: expect.stringContaining('area'), example: { number: numbers[3] } }]);
    const lonely = (noHandler: string) => (before: string) => withInspection('true')(before).replace('post="preliminary-review" organisation="=departments.lead" /></bpmn:extensionElements></bpmn:userTask>\n    <bpmn:endEvent', 'post="surveyor" organisation="=departments.lead" /></bpmn:extensionElements></bpmn:userTask>\n    <bpmn:endEvent').replace('id="Inspect" name="现场勘验"', `id="Inspect" name="现场勘验" tongban:noHandler="${noHandler}"`);
    expect((await replayOn((await draw(lonely('refuse'))).draftId)).stuck).toMatchObject([{ code: 'no-handler', cases: 4, message: expect.stringContaining('现场勘验') }]);
    expect(await replayOn((await draw(lonely('administrator'))).draftId)).toMatchObject({ stuck: [], unhandled: [{ node: 'Inspect', passedOver: false, cases: 4 }] });
  });

  it('走不出的一圈有上限，说出是哪些环节 (WFL-01)', async () => {
    const back = (before: string) => withInspection('conclusion = "fail"')(before).replace('sourceRef="Inspect" targetRef="Check"', 'sourceRef="Inspect" targetRef="Gate"');
    const replay = await replayOn((await draw(back)).draftId, { assumptions: [{ node: 'Inspect', outcomes: [{ values: { conclusion: 'fail' }, percent: 100 }] }, { node: 'Review', outcomes: [{ values: { conclusion: 'fail' }, percent: 100 }] }] });
    // Those with a recorded review passed; the others are assumed to fail and never come out.
    expect(replay.counts).toMatchObject({ loop: 2 });
    expect(replay.stuck).toMatchObject([{ code: 'loop', node: 'Inspect', message: '在“现场勘验”之间走了 20 遍，走不出这一圈。请检查这一圈里网关的条件。', cases: 2 }]);
  });

  it('按事项、期间、状态、编号选件；改了标识和名称的环节可以手工对应', async () => {
    const draft = await draw((before) => before.replaceAll('"Review"', '"FirstLook"').replace('name="审查"', 'name="初审"'));
    const only = await replayOn(draft.draftId, { cases: { numbers: [numbers[0] ?? ''] } });
    expect(only).toMatchObject({ total: 1, counts: { changed: 1 }, steps: expect.arrayContaining([expect.objectContaining({ node: 'FirstLook', timeBy: 'limit' })]) });
    const paired = await replayOn(draft.draftId, { cases: { numbers: [numbers[0] ?? ''] }, nodeMap: [{ from: 'Review', to: 'FirstLook' }] });
    expect(paired).toMatchObject({ counts: { same: 1 }, steps: expect.arrayContaining([expect.objectContaining({ node: 'FirstLook', timeBy: 'recorded' })]) });
    expect((await replayOn(draft.draftId, { cases: { state: 'open' } })).total).toBe(1);
    expect((await replayOn(draft.draftId, { cases: { state: 'over', limit: 2 } })).total).toBe(2);
    expect((await replayOn(draft.draftId, { cases: { itemIds: [city().itemId('elderly-allowance')], submittedFrom: '2026-11-02', submittedTo: '2026-11-02' } })).total).toBe(4);
    const start = (cases: Partial<ReplayedCases>) => implementer.http.call(startReplay, { body: { draftId: draft.draftId, cases: { ...all, ...cases }, nodeMap: [], assumptions: [] } });
    expect(await refusalOf(start({ itemIds: [city().itemId('food-business-licence')] }))).toMatchObject({ code: 'replays.no-cases' });
    expect(await refusalOf(start({ submittedFrom: '2026-12-01', submittedTo: '2026-11-01' }))).toMatchObject({ code: 'replays.bad-period' });
  });

  it('错的输入被拒绝并说出错在哪里', async () => {
    const draft = await draw(withInspection('true'));
    const body = { draftId: draft.draftId, cases: all, nodeMap: [], assumptions: [] };
    const start = (more: object) => refusalOf(implementer.http.call(startReplay, { body: { ...body, ...more } }));
    expect(await start({ assumptions: [{ node: 'Nowhere', outcomes: [] }] })).toMatchObject({ code: 'replays.node-unknown', title: '设定里的环节“Nowhere”不在这个流程里' });
    expect(await start({ assumptions: [{ node: 'Inspect', outcomes: [{ values: {}, percent: 60 }, { values: {}, percent: 30 }] }] })).toMatchObject({ code: 'replays.outcomes-sum', title: '环节“现场勘验”各结果的比例合计是 90%，不是 100%' });
    expect(await start({ draftId: undefined })).toMatchObject({ code: 'replays.target-missing' });
    expect(await start({ cases: { ...all, limit: 1_001 } })).toMatchObject({ status: 400 });
    const faulty = await draw((before) => before.replace(/<tongban:candidate post="decision"[^>]*>/, ''));
    expect(await start({ draftId: faulty.draftId })).toMatchObject({ code: 'replays.process-faulty' });
  });

  it('同一流程同时只算一次，可以停止；停止后算出的保留', async () => {
    const draft = await draw(withInspection('true'));
    const body = { draftId: draft.draftId, cases: all, nodeMap: [], assumptions: [] };
    const { replayId, abilities } = await implementer.http.call(startReplay, { body });
    expect(abilities.stop).toBe(true);
    expect(await refusalOf(implementer.http.call(startReplay, { body }))).toMatchObject({ code: 'replays.running' });
    expect(await implementer.http.call(stopReplay, { params: { replayId } })).toMatchObject({ state: 'stopped', note: '已由发起人停止，算了前 0 件。' });
    await runReplay(city().system(), replayId);
    expect(await implementer.http.call(getReplay, { params: { replayId } })).toMatchObject({ state: 'stopped', done: 0 });
    expect(await refusalOf(implementer.http.call(stopReplay, { params: { replayId } }))).toMatchObject({ code: 'replays.over' });
  });

  it('别人的试算看不到；别的部门的管理员只能用自己部门的件；没有权限的人被拒绝 (WFL-01)', async () => {
    const [own] = (await implementer.http.call(listReplays, { query: { processKey: key } })).items;
    const other = await city().itemAdministrator('another');
    expect(await refusalOf(other.http.call(getReplay, { params: { replayId: own?.replayId ?? '' } }))).toMatchObject({ code: 'replays.not-found' });
    expect(await refusalOf(other.http.call(listReplayedCases, { params: { replayId: own?.replayId ?? '' }, query: {} }))).toMatchObject({ code: 'replays.not-found' });
    const { versions: [current] } = await implementer.http.call(getProcess, { params: { key } });
    const body = { definitionId: current?.definitionId ?? '', cases: all, nodeMap: [], assumptions: [] };
    expect(await refusalOf((await city().departmentAdministrator('区住建局')).http.call(startReplay, { body }))).toMatchObject({ code: 'replays.no-cases' });
    expect(await refusalOf(head.http.call(startReplay, { body }))).toMatchObject({ status: 403 });
    expect(await refusalOf((await city().person()).http.call(planReplay, { body: { definitionId: body.definitionId, cases: all, nodeMap: [] } }))).toMatchObject({ status: 403 });
  });
});
