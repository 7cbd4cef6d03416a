import { beforeEach, describe, expect, it } from 'vitest';
import { signInTestStaff } from '../../../kernel/identity/testing/test-accounts.ts';
import { advanceAccounts } from '../../../kernel/time-accounts/index.ts';
import { applyAsElder } from '../../../testing/apply.ts';
import { refusalOf, visit } from '../../../testing/http-client.ts';
import { accept, approve, deliver, review } from '../../../testing/office.ts';
import { useTestCity, type Signed } from '../../../testing/test-city.ts';
import { advanceRectification, getRectification, rateCase, type RectificationStep } from '../../ratings/contract.ts';
import { advanceMatter, advanceOwnMatter, getMatter, getOwnMatter, listCauses, reportMatter, type MatterStep } from '../../stuck-matters/contract.ts';
import { listSignals, settleSignal, type Signal } from '../contract.ts';
import { advanceOrder, getOrder, issueOrder, type OrderStep } from '../orders.contract.ts';
import { addSupervisionRule, changeSupervisionRule, listFindings, listSupervisionRules, type RuleSettings } from '../rules.contract.ts';
import { drawSpotCheck, readSpotCase, recordFindings, spotPoints, type SpotPoint } from '../spot-checks.contract.ts';
import { getView, viewDimensions } from '../views.contract.ts';

const city = useTestCity({ now: '2026-11-02T10:00:00+08:00' });

async function settle(): Promise<void> {
  await advanceAccounts(city().system());
  await city().server.relay.drain();
}

let [supervisor, decider]: Signed[] = [];
const signed = (one: Signed | undefined): Signed => { if (!one) throw new Error('nobody is signed in yet'); return one; };
beforeEach(async () => {
  await city().moveTo('2026-11-02T10:00');
  const account = await signInTestStaff(city().server.kernel, { roles: ['supervisor'] });
  [supervisor, decider] = [{ ...account, http: visit(city().origin, account.headers.authorization.slice('Bearer '.length)) }, await city().officer('区民政局', 'decision')];
});

/** A case that is over, with its applicant. */
async function endedCase(): Promise<{ caseId: string; elder: Signed }> {
  const { receipt: { caseId }, elder } = await applyAsElder(city());
  await accept(await city().officer('区民政局', 'window'), caseId);
  await review(await city().officer('区民政局', 'preliminary-review'), caseId);
  await review(await city().officer('区民政局', 'review'), caseId);
  await approve(signed(decider), caseId);
  await settle();
  await deliver(await city().officer('区民政局', 'delivery'), caseId);
  await settle();
  return { caseId, elder };
}

const found = async (query: { open?: boolean } = {}): Promise<Signal[]> => (await signed(supervisor).http.call(listSignals, { query: { verified: true, ...query } })).items;
const ofSubject = async (subjectId: string): Promise<Signal | undefined> => (await found({ open: true })).find((one) => one.subjectId === subjectId);

/** Draws the cases of today and finds a problem with one point of one of them. */
async function inspect(caseId: string, problem: SpotPoint, note: string): Promise<string> {
  const by = signed(supervisor);
  const check = await by.http.call(drawSpotCheck, { body: { name: '收费专项抽查', scope: 'all', from: '2026-11-01', to: '2026-11-02', size: 100, inspectorIds: [by.id] } });
  const drawn = check.cases.find((one) => one.caseId === caseId);
  const params = { spotCaseId: drawn?.id ?? '' };
  await by.http.call(readSpotCase, { params });
  const answers = (Object.keys(spotPoints) as SpotPoint[]).map((point) => ({ point, result: point === problem ? 'problem' as const : 'fine' as const, note: point === problem ? note : '' }));
  await by.http.call(recordFindings, { params, body: { answers, conclusion: '已登记' } });
  await settle();
  return check.number;
}

async function rectify(by: Signed | undefined, rectificationId: string, step: object) {
  const { version } = await signed(by).http.call(getRectification, { params: { rectificationId } });
  const view = await signed(by).http.call(advanceRectification, { params: { rectificationId }, body: { version, text: '已经电话核实。', ...step } as RectificationStep });
  await settle();
  return view;
}

async function badlyRated(anonymous = false): Promise<{ caseId: string; rectificationId: string }> {
  const { caseId, elder } = await endedCase();
  const { rectification } = await elder.http.call(rateCase, { params: { caseId }, body: { level: 4, optionCodes: [], text: '窗口另收了五十元', anonymous } });
  await settle();
  return { caseId, rectificationId: rectification?.id ?? '' };
}

describe('人工查实：违规收费等 (SUP-01)', () => {
  it('抽查发现违规收费的，这件办件亮红牌，告诉部门负责人和监督员；计入各视图；督办销号后核销，不再亮起', async () => {
    const { caseId } = await endedCase();
    const number = await inspect(caseId, 'no-illegal-fee', '另收复印费五十元，收据 511602199001011234');
    const signal = await ofSubject(caseId);
    expect(signal).toMatchObject({
      level: 'red', subjectType: 'case', rule: { ruleNo: 'JC22', name: '违规收费' }, dueOn: null, advice: expect.stringContaining('退还'), abilities: { settle: true, order: true },
      says: `办件抽查 ${number} 检查“没有违规收费”有问题：另收复印费五十元，收据 511602********1234`,
    });
    for (const { id } of [signed(decider), signed(supervisor)]) {
      const { rows } = await city().server.database.db.pool.query<{ body: string }>('SELECT body FROM messaging.message WHERE recipient_id = $1 AND dedupe_key = $2', [id, `signal:${caseId}:JC22`]);
      expect(rows.map(({ body }) => body)).toEqual([expect.stringContaining('没有违规收费')]);
    }
    const period = { from: '2026-11-01', to: '2026-11-30' };
    for (const by of viewDimensions) {
      const { lines, total } = await signed(supervisor).http.call(getView, { query: { by, ...period } });
      expect([by, total.found, lines[0]?.found]).toEqual([by, 1, 1]);
    }
    // Of another year in which nothing was decided, the finding still has its line with its name.
    expect((await signed(supervisor).http.call(getView, { query: { by: 'item', from: '2025-01-01', to: '2025-01-31' } })).lines).toMatchObject([{ name: expect.stringContaining('高龄'), found: 1, closed: 0 }]);
    const listed = async (query: object) => (await signed(supervisor).http.call(listSignals, { query: { verified: true, ...query } })).items.map(({ id }) => id);
    for (const query of [{ itemId: city().itemId('elderly-allowance') }, { handlerId: signed(decider).id }, { windowKey: 'online' }, { regionCode: '511602000000' }]) expect(await listed(query)).toEqual([signal?.id]);
    for (const query of [{ itemId: city().itemId('road-excavation') }, { handlerId: signed(supervisor).id }, { windowKey: 'counter' }, { regionCode: '511621000000' }]) expect(await listed(query)).toEqual([]);

    const order = await signed(supervisor).http.call(issueOrder, { body: { signalIds: [signal?.id ?? ''], content: '查实违规收费。', demands: '退还费用，书面反馈。', limitOn: '2026-11-06' } });
    expect(order).toMatchObject({ caseId, signals: [{ ruleNo: 'JC22' }] });
    const steps: [Signed | undefined, object][] = [
      [decider, { action: 'sign' }], [decider, { action: 'reply', text: '费用已经退还。', fileIds: [] }], [supervisor, { action: 'check', text: '核查属实。' }], [supervisor, { action: 'close', text: '整改到位，销号。' }],
    ];
    for (const [by, step] of steps) {
      const { version } = await signed(supervisor).http.call(getOrder, { params: { orderId: order.id } });
      await signed(by).http.call(advanceOrder, { params: { orderId: order.id }, body: { version, ...step } as OrderStep });
    }
    await settle();
    expect(await ofSubject(caseId)).toBeUndefined();
    await inspect(caseId, 'no-illegal-fee', '再次抽查');
    expect(await ofSubject(caseId)).toBeUndefined();
    expect((await found({ open: false })).find((one) => one.subjectId === caseId)).toMatchObject({ settled: { text: `督办单 ${order.number} 已销号` } });
  });

  it('别的检查内容不亮；新增一条规则选中它，下次登记起按它亮起', async () => {
    const { caseId } = await endedCase();
    await inspect(caseId, 'opinions-proper', '意见只写了“同意”');
    expect(await ofSubject(caseId)).toBeUndefined();
    const { sources } = await signed(supervisor).http.call(listFindings, {});
    expect(sources.map(({ source, items }) => [source, items.length > 5])).toEqual([['spot-check', true], ['rating', true], ['stuck-matter', true]]);
    const rule: RuleSettings = {
      name: '意见不规范', kind: 'verified', level: 'yellow', thresholds: {}, findings: ['spot-check:opinions-proper'], told: ['department-head'], regionCode: null, organizationId: null, itemId: null, projectType: null,
      validFrom: null, validTo: null, channels: null, active: true,
    };
    const add = (change: Partial<RuleSettings>) => signed(supervisor).http.call(addSupervisionRule, { body: { ...rule, ...change, reason: '专项整治' } });
    expect(await refusalOf(add({ findings: [] }))).toMatchObject({ code: 'supervision.findings-missing' });
    expect(await refusalOf(add({ findings: ['spot-check:weather'] }))).toMatchObject({ code: 'supervision.unknown-finding' });
    expect((await add({ kind: 'against-review' })).findings).toEqual([]);
    const added = await add({});
    const other = await endedCase();
    await inspect(other.caseId, 'opinions-proper', '意见只写了“同意”');
    expect(await ofSubject(other.caseId)).toMatchObject({ level: 'yellow', rule: { ruleNo: added.ruleNo } });
    await signed(supervisor).http.call(changeSupervisionRule, { params: { ruleId: added.id }, body: { ...rule, active: false, version: added.version, reason: '整治结束' } });
    expect((await signed(supervisor).http.call(listSupervisionRules, {})).items.find(({ id }) => id === added.id)).toMatchObject({ active: false, openSignals: 0 });
    expect(await ofSubject(other.caseId)).toBeUndefined();
  });

  it('差评核实属实是违规收费的亮起，监督员销号时可以更正；申诉成立的不算；匿名评价不说是哪件办件', async () => {
    const { rectificationId } = await badlyRated(true);
    expect(await refusalOf(rectify(decider, rectificationId, { action: 'verify', contacted: true, foundCodes: ['511'] }))).toMatchObject({ code: 'ratings.unknown-finding' });
    expect(await rectify(decider, rectificationId, { action: 'verify', contacted: true, foundCodes: ['290'] })).toMatchObject({ found: [{ code: '290', text: '违规收费' }] });
    const signal = await ofSubject(rectificationId);
    expect(signal).toMatchObject({ subjectType: 'rectification', level: 'red', caseNumber: null, says: '差评核实：违规收费' });
    const counted = async (by: 'department' | 'person') => (await signed(supervisor).http.call(getView, { query: { by, from: '2026-11-01', to: '2026-11-30' } })).lines.reduce((sum, line) => sum + line.found, 0);
    const [departments, persons] = [await counted('department'), await counted('person')];
    await rectify(decider, rectificationId, { action: 'rectify', measure: 'at-once' });
    await rectify(decider, rectificationId, { action: 'reply' });
    expect(await ofSubject(rectificationId)).toMatchObject({ id: signal?.id });
    expect(await rectify(supervisor, rectificationId, { action: 'close', foundCodes: [] })).toMatchObject({ state: 'closed', found: [] });
    expect(await ofSubject(rectificationId)).toBeUndefined();
    // Nobody learns from the lines of officers whose anonymous rating it was.
    expect([await counted('department'), await counted('person')]).toEqual([departments - 1, persons]);

    const appealed = await badlyRated();
    await rectify(decider, appealed.rectificationId, { action: 'verify', contacted: true, foundCodes: ['290'] });
    await rectify(decider, appealed.rectificationId, { action: 'appeal', ground: 'mistaken' });
    expect(await ofSubject(appealed.rectificationId)).toMatchObject({ caseNumber: expect.any(String) });
    await rectify(supervisor, appealed.rectificationId, { action: 'decide-appeal', granted: true });
    expect(await ofSubject(appealed.rectificationId)).toBeUndefined();
  });

  it('办不成事办结审核认定违规收费的亮起，办结后仍在，核销才解除', async () => {
    const { elder, caseId } = await endedCase();
    expect((await signed(supervisor).http.call(listCauses, {})).items.map(({ code }) => code).slice(-2)).toEqual(['illegal-fee', 'other']);
    const { id } = await elder.http.call(reportMatter, { body: { content: '办津贴时被要求另交五十元。', reasonCode: 'illegal-fee', mobile: '13900001234' } });
    const step = async (by: Signed | undefined, one: object) => {
      const { version } = await signed(supervisor).http.call(getMatter, { params: { matterId: id } });
      await signed(by).http.call(advanceMatter, { params: { matterId: id }, body: { version, ...one } as MatterStep });
      await settle();
    };
    await step(supervisor, { action: 'assign', organizationId: city().organizationId('区民政局'), text: '请核实是否违规收费。' });
    await step(decider, { action: 'take' });
    await step(decider, { action: 'answer', text: '情况属实，费用已经全部退还。' });
    expect(await ofSubject(id)).toBeUndefined();
    await step(supervisor, { action: 'pass', text: '结果属实，同意办结。', causeCode: 'illegal-fee', causeText: '窗口另收费用' });
    expect(await ofSubject(id)).toMatchObject({ subjectType: 'stuck-matter', level: 'red', says: '办不成事办结审核认定：违规收费' });
    const { version } = await elder.http.call(getOwnMatter, { params: { matterId: id } });
    expect(await elder.http.call(advanceOwnMatter, { params: { matterId: id }, body: { action: 'give-word', version, word: 'satisfied' } })).toMatchObject({ state: 'closed' });
    await settle();
    const signal = await ofSubject(id);
    const settled = await signed(supervisor).http.call(settleSignal, { params: { signalId: signal?.id ?? '' }, body: { text: '费用已退，责任人已处理' } });
    expect(settled).toMatchObject({ settled: { text: '费用已退，责任人已处理' } });
    expect(await ofSubject(id)).toBeUndefined();
    expect(await ofSubject(caseId)).toBeUndefined();
  });
});
