import { beforeEach, describe, expect, it } from 'vitest';
import { advanceAccounts } from '../../../kernel/time-accounts/index.ts';
import { applyAsElder } from '../../../testing/apply.ts';
import { refusalOf } from '../../../testing/http-client.ts';
import { accept, look } from '../../../testing/office.ts';
import { openSpreadsheet } from '../../../kernel/spreadsheets/index.ts';
import { pdf } from '../../../kernel/files/testing/samples.ts';
import { useTestCity, type Signed } from '../../../testing/test-city.ts';
import { listSignals, type Signal } from '../contract.ts';
import { advanceOrder, exportOrders, getOrder, issueOrder, listLeads, listOrders, printOrder, readOrderFile, type OrderStep, type OrderView } from '../orders.contract.ts';
import { advanceWatch } from '../signals/advance-watch.ts';
import { drawSpotCheck, exportSpotCheck, getSpotCheck, listInspectors, listSpotChecks, readSpotCase, recordFindings, spotPoints, type SpotPoint } from '../spot-checks.contract.ts';

const city = useTestCity({ now: '2026-11-02T10:00:00+08:00' });

async function on(time: string): Promise<void> {
  await city().moveTo(time);
  await settle();
}
async function settle(): Promise<void> {
  await advanceAccounts(city().system());
  await city().server.relay.drain();
  await advanceWatch(city().system());
  await city().server.relay.drain();
}

const organizationId = (): string => city().organizationId('区民政局');
let [supervisor, decider, clerk, stranger]: Signed[] = [];
const signed = (one: Signed | undefined): Signed => { if (!one) throw new Error('nobody is signed in yet'); return one; };

beforeEach(async () => {
  await on('2026-11-02T10:00');
  [supervisor, decider, clerk, stranger] = [await city().officer('区民政局', 'supervision'), await city().officer('区民政局', 'decision'), await city().officer('区民政局', 'window'), await city().officer('区住建局', 'decision')];
});
const words = { content: '办件超过承诺期限，群众有反映。', demands: '请说明超期原因，三日内办结。' };
const issue = (input: Partial<Parameters<typeof free>[0]> = {}) => free({ organizationId: organizationId(), limitOn: '2026-11-06', ...input });
const free = (input: { organizationId?: string; limitOn: string; signalIds?: string[]; caseId?: string; leadId?: string; spotCaseId?: string }): Promise<OrderView> => signed(supervisor).http.call(issueOrder, { body: { ...words, ...input } });
type StepOf = OrderStep extends infer S ? (S extends { version: number } ? Omit<S, 'version'> : never) : never;
const step = async (by: Signed | undefined, orderId: string, one: StepOf): Promise<OrderView> => {
  const { version } = await signed(supervisor).http.call(getOrder, { params: { orderId } });
  return signed(by).http.call(advanceOrder, { params: { orderId }, body: { ...one, version } as OrderStep });
};
const refusal = async (by: Signed | undefined, orderId: string, one: StepOf) => refusalOf(step(by, orderId, one));
const signalsOf = async (ids: { caseId?: string }): Promise<Signal[]> => (await signed(supervisor).http.call(listSignals, { query: { ...ids, open: true } })).items;
const told = async (id: string): Promise<string[]> => (await city().server.database.db.pool.query(`SELECT title FROM messaging.message WHERE recipient_id = $1 AND dedupe_key LIKE 'order:%' ORDER BY created_at, id`, [id])).rows.map(({ title }) => title);

describe('督办单 (SUP-02)', () => {
  it('由红黄牌发出，签收、反馈、退回、整改、核查、销号，全程留痕；预警随之核销', async () => {
    const { receipt: { caseId, number } } = await applyAsElder(city());
    await accept(signed(clerk), caseId);
    await on('2026-11-10T10:00');
    const [signal] = await signalsOf({ caseId });
    expect(signal).toMatchObject({ rule: { ruleNo: 'JC02' }, order: null, abilities: { order: true } });
    const order = await issue({ signalIds: [signal?.id ?? ''], limitOn: '2026-11-13', leadId: signed(decider).id });
    expect(order).toMatchObject({ state: 'issued', source: 'signals', caseNumber: number, dueOn: '2026-11-13', leadName: expect.any(String), signals: [{ ruleNo: 'JC02', caseId }], abilities: { sign: false, withdraw: true, check: false } });
    expect(order.number).toMatch(/^DB-2026-\d{6}$/);
    expect(await signalsOf({ caseId })).toMatchObject([{ order: { number: order.number, stateLabel: '待签收', finished: false }, abilities: { order: false } }]);
    expect(await refusalOf(issue({ signalIds: [signal?.id ?? ''], limitOn: '2026-11-13' }))).toMatchObject({ code: 'supervision.already-ordered' });
    expect(await told(signed(decider).id)).toContain(`督办单 ${order.number}：${order.about}`);
    expect(await refusal(decider, order.id, { action: 'reply', text: '已经安排办理。', fileIds: [] })).toMatchObject({ code: 'supervision.order-wrong-state' });
    await step(decider, order.id, { action: 'sign' });
    const file = await signed(decider).http.uploadMaterial('情况说明.pdf', pdf());
    expect(await step(decider, order.id, { action: 'reply', text: '人手不足，已加派人员。', fileIds: [file.id] })).toMatchObject({ state: 'replied', inTime: true });
    expect(await told(signed(supervisor).id)).toContain(`督办单 ${order.number} 有反馈`);
    expect(await step(supervisor, order.id, { action: 'send-back', text: '没有说明何时办结。' })).toMatchObject({ state: 'signed', inTime: null, dueOn: '2026-11-13' });
    await step(decider, order.id, { action: 'reply', text: '十一月十六日前办结。', fileIds: [] });
    expect(await step(decider, order.id, { action: 'rectify', text: '增设一名审查人员。', until: '2026-11-16' })).toMatchObject({ state: 'rectifying', measures: '增设一名审查人员。', dueOn: '2026-11-16' });
    await step(decider, order.id, { action: 'report', text: '人员已到岗。', fileIds: [] });
    await step(supervisor, order.id, { action: 'check', text: '核查属实。' });
    const closed = await step(supervisor, order.id, { action: 'close', text: '整改到位，予以销号。' });
    expect(closed.steps.map(({ label, by }) => [label, by.length > 0])).toEqual(['发出督办单', '签收', '反馈', '退回', '反馈', '开始整改', '整改完成', '核查通过', '销号'].map((label) => [label, true]));
    expect(closed.steps[2]?.files).toEqual([{ id: file.id, name: '情况说明.pdf' }]);
    const params = { orderId: order.id, fileId: file.id };
    expect((await signed(supervisor).http.download(readOrderFile, { params })).size).toBeGreaterThan(0);
    expect(await refusalOf(signed(stranger).http.download(readOrderFile, { params }))).toMatchObject({ status: 404 });
    expect(await signalsOf({ caseId })).toEqual([]);
    const { items: [settled] } = await signed(supervisor).http.call(listSignals, { query: { caseId } });
    expect(settled).toMatchObject({ settled: { text: `督办单 ${order.number} 已销号` }, order: { finished: true } });
    expect(await refusal(supervisor, order.id, { action: 'withdraw', text: '已经结束了。' })).toMatchObject({ code: 'supervision.order-wrong-state' });
    const { rows } = await city().server.database.db.pool.query<{ action: string }>(`SELECT action FROM kernel.audit_entry WHERE object_id = $1`, [order.id]);
    expect(rows.map(({ action }) => action)).toContain('supervision.close-order');
  });

  it('逾期的督办单自己亮黄牌、红牌；催办、反馈后解除；撤回要写原因，撤回后可以重新督办', async () => {
    const order = await issue({ limitOn: '2026-11-04' });
    const lit = async () => (await signalsOf({})).filter(({ subjectId }) => subjectId === order.id).map(({ rule }) => rule.ruleNo).toSorted();
    await settle();
    await on('2026-11-05T00:00');
    expect(await lit()).toEqual(['JC18', 'JC19']);
    expect((await signed(supervisor).http.call(listOrders, { query: { overdue: true } })).items.map(({ id }) => id)).toContain(order.id);
    await step(supervisor, order.id, { action: 'urge', text: '已超过期限，请今天反馈。' });
    expect(await told(signed(decider).id)).toContain(`催办：督办单 ${order.number}`);
    await on('2026-11-07T00:00');
    expect(await lit()).toEqual(['JC18', 'JC19', 'JC20']);
    await step(decider, order.id, { action: 'sign' });
    await step(decider, order.id, { action: 'reply', text: '情况已经核实。', fileIds: [] });
    await settle();
    expect(await lit()).toEqual([]);
    expect(await refusal(supervisor, order.id, { action: 'withdraw', text: '错' })).toMatchObject({ status: 400 });
    expect(await step(supervisor, order.id, { action: 'withdraw', text: '事实有误，予以撤回。' })).toMatchObject({ state: 'withdrawn', inTime: false });
    expect((await issue({ limitOn: '2026-11-13' })).state).toBe('issued');
  });

  it('由办件发出；期限、部门、责任人不对的发不出去', async () => {
    const { receipt: { caseId, number } } = await applyAsElder(city());
    await settle();
    expect(await free({ caseId, limitOn: '2026-11-06' })).toMatchObject({ source: 'case', caseNumber: number, organizationName: '广安市广安区民政局' });
    expect(await refusalOf(issue({ limitOn: '2026-11-02' }))).toMatchObject({ code: 'supervision.limit-too-near' });
    expect(await refusalOf(free({ limitOn: '2026-11-06' }))).toMatchObject({ code: 'supervision.whom-missing' });
    expect(await refusalOf(issue({ leadId: signed(stranger).id }))).toMatchObject({ code: 'supervision.lead-unknown' });
  });

  it('台账可查可导出，督办单可打印；无关的人每个接口都进不来 (ORG-04)', async () => {
    const order = await issue();
    const params = { orderId: order.id };
    expect((await signed(decider).http.call(listOrders, { query: { mine: true } })).items.map(({ id }) => id)).toContain(order.id);
    expect((await signed(supervisor).http.call(listOrders, { query: { q: order.number } })).items).toHaveLength(1);
    expect((await signed(decider).http.download(printOrder, { params })).type).toBe('application/pdf');
    expect((await signed(supervisor).http.download(exportOrders, { query: {} })).type).toContain('spreadsheet');
    expect((await signed(supervisor).http.call(listLeads, { query: { organizationId: organizationId() } })).items.map(({ id }) => id)).toContain(signed(decider).id);
    expect((await signed(stranger).http.call(listOrders, { query: {} })).items.map(({ id }) => id)).not.toContain(order.id);
    const refused = [
      () => signed(stranger).http.call(getOrder, { params }), () => signed(stranger).http.call(advanceOrder, { params, body: { action: 'sign', version: 1 } }), () => signed(clerk).http.call(listOrders, { query: {} }),
      () => signed(decider).http.call(issueOrder, { body: { ...words, organizationId: organizationId(), limitOn: '2026-11-06' } }), () => signed(decider).http.call(listLeads, { query: { organizationId: organizationId() } }),
      () => signed(decider).http.call(advanceOrder, { params, body: { action: 'withdraw', version: 1, text: '不想办这一张。' } }), () => signed(supervisor).http.call(advanceOrder, { params, body: { action: 'sign', version: 1 } }),
    ];
    const statuses = [404, 404, 403, 403, 403, 403, 403];
    for (const [index, call] of refused.entries()) expect(await refusalOf(call())).toMatchObject({ status: statuses[index] });
    expect(await refusalOf(signed(stranger).http.download(printOrder, { params }))).toMatchObject({ status: 404 });
  });
});

describe('办件全程留痕抽查 (SUP-02)', () => {
  it('按种子随机抽取，分给检查人，查阅留下审计，逐条登记，有问题的发督办单', async () => {
    const numbers = new Map<string, string>();
    for (let count = 0; count < 4; count += 1) {
      const { receipt } = await applyAsElder(city());
      numbers.set(receipt.caseId, receipt.number);
    }
    await settle();
    const body = { name: '高龄津贴抽查', scope: 'all' as const, organizationId: organizationId(), from: '2026-11-01', to: '2026-11-02', size: 3, inspectorIds: [signed(supervisor).id], seed: 'abcdef0123456789' };
    const check = await signed(supervisor).http.call(drawSpotCheck, { body });
    expect(check).toMatchObject({ number: expect.stringMatching(/^CC-2026-\d{6}$/), size: 3, done: 0, seed: body.seed });
    expect(check.population).toBeGreaterThanOrEqual(4);
    const again = await signed(supervisor).http.call(drawSpotCheck, { body });
    expect(again.cases.map(({ caseId }) => caseId)).toEqual(check.cases.map(({ caseId }) => caseId));
    const [first] = check.cases;
    const params = { spotCaseId: first?.id ?? '' };
    const answers = (Object.keys(spotPoints) as SpotPoint[]).map((point) => ({ point, result: point === 'opinions-proper' ? 'problem' as const : 'fine' as const, note: point === 'opinions-proper' ? '意见只写了“同意”' : '' }));
    const record = (by: Signed | undefined) => signed(by).http.call(recordFindings, { params, body: { answers, conclusion: '意见不规范' } });
    expect(await refusalOf(record(supervisor))).toMatchObject({ code: 'supervision.read-first' });
    const read = await signed(supervisor).http.call(readSpotCase, { params });
    expect(read.number).toBe(first?.caseNumber);
    // Which of the cases is drawn first depends on their ids; each begins with its applicant.
    expect(read.actions[0]).toMatchObject({ label: '提交申请', by: '申请人' });
    const { rows } = await city().server.database.db.pool.query(`SELECT count(*)::int AS count FROM kernel.audit_entry WHERE action = 'supervision.read-spot-case' AND object_id = $1 AND purpose = '办件抽查'`, [first?.caseId]);
    expect(rows).toEqual([{ count: 1 }]);
    const found = await record(supervisor);
    expect(found).toMatchObject({ done: 1, withProblems: 1 });
    expect(found.points.find(({ point }) => point === 'opinions-proper')).toMatchObject({ fine: 0, problem: 1 });
    expect(await refusalOf(record(supervisor))).toMatchObject({ code: 'supervision.inspected-already' });
    const order = await free({ spotCaseId: params.spotCaseId, limitOn: '2026-11-06' });
    expect(order).toMatchObject({ source: 'spot-check', caseNumber: first?.caseNumber });
    expect((await signed(supervisor).http.call(getSpotCheck, { params: { checkId: check.id } })).cases[0]).toMatchObject({ orderId: order.id, problems: 1, conclusion: '意见不规范' });
    expect((await signed(supervisor).http.call(listSpotChecks, { query: { limit: 1 } })).items).toHaveLength(1);
    expect((await signed(supervisor).http.call(listInspectors, {})).items.map(({ id }) => id)).toContain(signed(supervisor).id);
    const sheets = await openSpreadsheet({ fileName: 'a.xlsx', content: Buffer.from(await (await signed(supervisor).http.download(exportSpotCheck, { params: { checkId: check.id } })).arrayBuffer()) });
    const lines: string[][] = [];
    for await (const { cells } of sheets.rows('办件')) lines.push([...cells.values()].map(({ text }) => text));
    expect(lines).toHaveLength(4);
    expect(lines.find(([number]) => number === first?.caseNumber)).toEqual(expect.arrayContaining(['1 处问题', '审查意见与审查要点相符：意见只写了“同意”', '意见不规范', '已督办']));
    const other = await city().officer('区住建局', 'supervision');
    const refused: [() => Promise<unknown>, number][] = [
      [() => other.http.call(getSpotCheck, { params: { checkId: check.id } }), 404], [() => other.http.download(exportSpotCheck, { params: { checkId: check.id } }), 404], [() => signed(decider).http.download(exportSpotCheck, { params: { checkId: check.id } }), 403], [() => other.http.call(readSpotCase, { params }), 404], [() => record(other), 404],
      [() => signed(decider).http.call(drawSpotCheck, { body }), 403], [() => signed(decider).http.call(listSpotChecks, { query: {} }), 403], [() => signed(decider).http.call(readSpotCase, { params }), 403], [() => signed(decider).http.call(listInspectors, {}), 403],
    ];
    for (const [call, status] of refused) expect(await refusalOf(call())).toMatchObject({ status });
    expect(await refusalOf(signed(supervisor).http.call(drawSpotCheck, { body: { ...body, from: '2026-10-01', to: '2026-10-02' } }))).toMatchObject({ code: 'supervision.nothing-to-draw' });
    expect(await refusalOf(signed(supervisor).http.call(drawSpotCheck, { body: { ...body, inspectorIds: [signed(decider).id] } }))).toMatchObject({ code: 'supervision.inspector-unknown' });
    expect((await look(signed(supervisor), first?.caseId ?? '')).number).toBe(first?.caseNumber);
  });
});
