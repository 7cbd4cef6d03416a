import { beforeAll, describe, expect, it } from 'vitest';
import { dispatchRules } from '../../seed/dispatch/index.ts';
import { seedRuleSets } from '../../seed/rules/seed-rule-sets.ts';
import { createVersion, dryRunVersion, editVersion, getRuleSet } from '../../kernel/rules/contract.ts';
import { listInbox } from '../../kernel/workflow/contract.ts';
import { applyFor, beginDraft, fillDraft, handIn, type Guidance } from '../../testing/apply.ts';
import { registerTestCompany, type TestCompany } from '../../testing/companies.ts';
import { statementsOf } from '../../testing/count-statements.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { accept, approve, look, review } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { expectWholeRecords } from '../../testing/whole-records.ts';
import { getDispatchOverview, getDispatchRecord, haltDispatchRuleSet, listDispatchRuleSets, resumeDispatchRuleSet } from './contract.ts';
import { addSupervisor, recordsOf } from './testing/dispatching.ts';

const city = useTestCity({ now: '2026-11-20T09:30:00+08:00' });
expectWholeRecords(city);
const roof: Guidance = [{ question: 'carrier', option: 'roof' }, { question: 'screen', option: 'no' }];
const [urban, police, transport] = ['区综合执法局', '区公安分局', '区交通运输局'] as const;

let company: TestCompany;
let supervisor: Signed;
beforeAll(async () => {
  company = await registerTestCompany(city());
  supervisor = await addSupervisor(city());
  await seedRuleSets(city().system(), (department) => city().organizationId(department), dispatchRules);
  await city().server.relay.drain();
});

async function apply(item: string, guidance: Guidance): Promise<{ caseId: string; number: string }> {
  const receipt = await applyFor(city(), company.agent, item, guidance);
  await city().server.relay.drain();
  return receipt;
}

async function inboxOf(officer: Signed, number: string): Promise<string[]> {
  return (await officer.http.call(listInbox, { query: { q: number } })).items.map(({ name, claim }) => `${name}/${claim}`);
}

describe('预审分发与审批分发 (DEC-07)', () => {
  it('提交时分给待办最少的受理人员，审查改由审核岗，决定没有规则时按流程', async () => {
    const [clerk, other] = [await city().officer(urban, 'window'), await city().officer(urban, 'window', '另一名')];
    const [examiner, checker, decider] = [await city().officer(urban, 'preliminary-review'), await city().officer(urban, 'review'), await city().officer(urban, 'decision')];
    const cases = [await apply('outdoor-advertising', roof), await apply('outdoor-advertising', roof)];
    // each of the two clerks has one
    for (const { number } of cases) expect((await Promise.all([inboxOf(clerk, number), inboxOf(other, number)])).toSorted()).toEqual([[], ['受理/mine']]);
    const mine = cases[0] as { caseId: string; number: string };
    const holder = (await inboxOf(clerk, mine.number)).length > 0 ? clerk : other;
    await accept(holder, mine.caseId);
    await city().server.relay.drain();
    expect(await inboxOf(examiner, mine.number)).toEqual(['现场核查/open']);
    expect(await inboxOf(checker, mine.number)).toEqual(expect.arrayContaining(['书面审查/open']));

    const records = await recordsOf(supervisor, mine.number);
    expect(records.map(({ taskName, outcome, target }) => [taskName, outcome, target])).toEqual(expect.arrayContaining([
      ['受理', 'by-rule', `区综合执法局窗口受理岗（${holder.name}）`], ['书面审查', 'by-rule', '区综合执法局审核岗'], ['现场核查', 'by-process', expect.stringContaining('区综合执法局审查岗')],
    ]));
    const acceptance = records.find(({ taskName }) => taskName === '受理');
    expect(acceptance?.rule).toMatchObject({ name: '综合执法事项的受理分发', number: 1, rows: [2], note: '网上申请分给待办最少的受理人员' });
    expect(records.find(({ taskName }) => taskName === '现场核查')).toMatchObject({ reasonCode: 'no-rule', reason: '分发规则没有一行适用', mend: expect.stringContaining('补一行') });

    const { explanation, record } = await supervisor.http.call(getDispatchRecord, { params: { recordId: acceptance?.id ?? '' } });
    expect([record.state, explanation?.[0]?.rules.map(({ number, decided }) => [number, decided])]).toEqual(['done', [[2, true]]]);

    await review(examiner, mine.caseId);
    await review(checker, mine.caseId);
    await review(checker, mine.caseId);
    await approve(decider, mine.caseId, { validFrom: '2026-12-01', validTo: '2027-05-31' });
    await city().server.relay.drain();
    expect((await recordsOf(supervisor, mine.number)).map(({ taskName, outcome }) => [taskName, outcome])).toEqual(expect.arrayContaining([['决定', 'by-process'], ['送达', 'by-process']]));
  }, 120_000);

  it('规则在内存里时，提交不多一次数据库往返', async () => {
    const submit = async (item: string, guidance: Guidance): Promise<string[]> => {
      const filled = await fillDraft(company.agent, await beginDraft(city(), company.agent, item, guidance), item);
      return statementsOf(() => handIn(company.agent, filled.draft.id, filled.revision));
    };
    const guidance = [{ question: 'road-age', option: 'old' }, { question: 'traffic', option: 'full' }];
    await submit('road-excavation', guidance);
    const sent = await submit('road-excavation', guidance);
    expect({ sent, within: sent.length <= 3 }).toMatchObject({ within: true });
    expect(sent.filter((text) => text.startsWith('WITH w0 AS'))).toHaveLength(1);
  });

  it('停用后立即按流程，启用后又按规则；没有权限的人不能停用', async () => {
    const keeper = await city().departmentAdministrator(urban);
    const clerk = await city().officer(urban, 'window');
    const { items } = await keeper.http.call(listDispatchRuleSets, { query: { kind: 'acceptance' } });
    const params = { ruleSetId: items[0]?.ruleSetId ?? '' };
    expect(items).toMatchObject([{ code: 'dispatch-acceptance-urban', organizationName: urban, halted: null, problems: [], abilities: { edit: true, halt: true } }]);
    expect(await refusalOf(clerk.http.call(haltDispatchRuleSet, { params, body: { reason: '试一下' } }))).toMatchObject({ status: 403 });
    expect(await refusalOf((await city().departmentAdministrator(police)).http.call(haltDispatchRuleSet, { params, body: { reason: '试一下' } }))).toMatchObject({ status: 404 });

    await keeper.http.call(haltDispatchRuleSet, { params, body: { reason: '分错了人，先停用' } });
    expect(await refusalOf(keeper.http.call(haltDispatchRuleSet, { params, body: { reason: '再停一次' } }))).toMatchObject({ code: 'dispatch.already-halted' });
    const halted = await apply('outdoor-advertising', roof);
    expect(await recordsOf(supervisor, halted.number)).toMatchObject([{ outcome: 'by-process', reasonCode: null, rule: null }]);
    await keeper.http.call(resumeDispatchRuleSet, { params });
    const resumed = await apply('outdoor-advertising', roof);
    expect(await recordsOf(supervisor, resumed.number)).toMatchObject([{ outcome: 'by-rule' }]);
  });

  it('新版本发布前可以在办过的件上试运行', async () => {
    const keeper = await city().departmentAdministrator(urban);
    const { items } = await keeper.http.call(listDispatchRuleSets, { query: { kind: 'acceptance' } });
    const draft = await keeper.http.call(createVersion, { params: { ruleSetId: items[0]?.ruleSetId ?? '' }, body: {} });
    const content = structuredClone(draft.content);
    const table = content.decisions[0]?.logic;
    const row = table?.kind === 'table' ? table.rules[1] : undefined;
    if (row) row.outputs = ['null', '"审核岗"', 'null', '"共同待办"'];
    await keeper.http.call(editVersion, { params: { versionId: draft.id }, body: { revision: draft.revision, note: '', content, testCases: draft.testCases } });
    const found = await keeper.http.call(dryRunVersion, { params: { versionId: draft.id }, body: {} });
    expect([found.total > 0, found.changed, found.changes[0]?.decisions[0]?.decision]).toEqual([true, found.total, '去向']);
    const { versions } = await keeper.http.call(getRuleSet, { params: { ruleSetId: items[0]?.ruleSetId ?? '' } });
    expect(versions.map(({ state }) => state)).toEqual(['draft', 'published']);
  });

  it('监控按去向、机构和岗位计数，逐日积压对得上；审查人员看不到监控', async () => {
    const query = { from: '2026-11-18', to: '2026-11-20' };
    const overview = await supervisor.http.call(getDispatchOverview, { query });
    const byRule = overview.outcomes.find(({ outcome }) => outcome === 'by-rule')?.count ?? 0;
    expect(byRule).toBeGreaterThan(3);
    const today = overview.days.at(-1);
    expect(today?.waiting).toBe(overview.waiting.reduce((sum, { waiting, taken }) => sum + waiting + taken, 0));
    expect(overview.days[0]).toEqual({ day: '2026-11-18', arrived: 0, done: 0, waiting: 0 });
    expect(overview.waiting).toContainEqual(expect.objectContaining({ organizationName: urban, postName: '窗口受理岗' }));
    expect(overview.rules).toContainEqual(expect.objectContaining({ name: '综合执法事项的受理分发', number: 1, failed: 0 }));
    expect(await refusalOf(supervisor.http.call(getDispatchOverview, { query: { from: '2026-11-20', to: '2026-11-18' } }))).toMatchObject({ code: 'dispatch.bad-period' });
    const examiner = await city().officer(urban, 'preliminary-review');
    expect(await refusalOf(examiner.http.call(getDispatchOverview, { query }))).toMatchObject({ status: 403 });
    const elsewhere = await city().officer(police, 'supervision');
    expect((await elsewhere.http.call(getDispatchOverview, { query })).rules.filter(({ name }) => name.startsWith('综合执法'))).toEqual([]);
  });
});

describe('场景拆单 (DEC-07)', () => {
  const road = (traffic: string): Guidance => [{ question: 'road-age', option: 'old' }, { question: 'traffic', option: traffic }];

  it('不占用车道：公安不参加，也看不到这件；封闭道路：交通运输局参加审查', async () => {
    const [clerk, officer, mover] = [await city().officer('区住建局', 'window'), await city().officer(police, 'preliminary-review'), await city().officer(transport, 'preliminary-review')];
    const [none, full, part] = [await apply('road-excavation', road('none')), await apply('road-excavation', road('full')), await apply('road-excavation', road('part'))];
    for (const { caseId } of [none, full, part]) await accept(clerk, caseId);
    await city().server.relay.drain();
    expect(await refusalOf(look(officer, none.caseId))).toMatchObject({ code: 'cases.not-found' });
    expect((await look(clerk, none.caseId)).tasks.map(({ name }) => name)).toEqual(['牵头部门审查']);
    expect((await look(mover, full.caseId)).tasks.map(({ name, mine }) => [name, mine])).toEqual([['牵头部门审查', false], ['联办部门审查', false], ['联办部门审查', true]]);
    await review(mover, full.caseId);
    expect(await refusalOf(look(mover, part.caseId))).toMatchObject({ code: 'cases.not-found' });

    const splitOf = async ({ number }: { number: string }) => (await recordsOf(supervisor, number)).find(({ kind }) => kind === 'split');
    expect(await splitOf(none)).toMatchObject({ outcome: 'by-rule', target: '不需要联办部门', rule: { rows: [1], note: expect.stringContaining('不占用车道') } });
    expect(await splitOf(full)).toMatchObject({ outcome: 'by-rule', target: '区公安分局、区交通运输局', rule: { rows: [2] } });
    expect(await splitOf(part)).toMatchObject({ outcome: 'by-process', target: police, reasonCode: 'no-rule' });
  }, 120_000);

  it('拆出的部门少了，其余的照样办到决定', async () => {
    const { caseId } = await apply('road-excavation', road('none'));
    await accept(await city().officer('区住建局', 'window'), caseId);
    await review(await city().officer('区住建局', 'preliminary-review'), caseId);
    await review(await city().officer('区住建局', 'review'), caseId);
    expect((await look(await city().officer('区住建局', 'decision'), caseId)).tasks).toMatchObject([{ step: 'decision', mine: true }]);
  });
});
