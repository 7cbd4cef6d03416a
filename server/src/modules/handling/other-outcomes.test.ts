import { describe, expect, it } from 'vitest';
import { systemActor } from '../../kernel/access/index.ts';
import { systemContext } from '../../kernel/context.ts';
import { seedItems, toItemElements } from '../../seed/content/index.ts';
import { applyAsElder, applyFor, fillDraft, handIn } from '../../testing/apply.ts';
import { registerTestCompany } from '../../testing/companies.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { accept, approve, deliver, look, review, taskOf } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { expectWholeRecords } from '../../testing/whole-records.ts';
import { downloadNotice } from '../cases/contract.ts';
import { createItem, publishVersion, reviewVersion, submitVersion } from '../catalog/index.ts';
import { createDraft } from '../intake/contract.ts';
import { listMyLicences } from '../licences/contract.ts';
import { decideCase, extendLimit, getWorkSummary, listReturnTargets, proposeSpecialProcedure, returnForRework, terminateCase } from './contract.ts';
import { pdf } from '../../kernel/files/testing/samples.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
expectWholeRecords(city);
const officer = (post: Parameters<ReturnType<typeof city>['officer']>[1], department: Parameters<ReturnType<typeof city>['officer']>[0] = '区民政局') => city().officer(department, post);

/** An accepted case of one department. */
async function acceptedCase(): Promise<{ caseId: string; elder: Signed }> {
  const { elder, receipt: { caseId } } = await applyAsElder(city());
  await accept(await officer('window'), caseId);
  return { caseId, elder };
}

async function deny(decider: Signed, caseId: string, reasons?: string) {
  const view = await look(decider, caseId);
  return decider.http.call(decideCase, { params: { caseId }, body: { taskId: taskOf(view, 'decision'), outcome: 'denied', opinion: '不予批准。', ...(reasons === undefined ? {} : { reasons }) } });
}

describe('即办件当场办结 (HND-01)', () => {
  it('窗口受理、当场决定、发证、送达，都在一天里；不能停钟，不能延期', async () => {
    const { agent } = await registerTestCompany(city());
    const { caseId } = await applyFor(city(), agent, 'prepackaged-food-filing');
    const clerk = await officer('window', '区市监局');
    await accept(clerk, caseId);
    const accepted = await look(clerk, caseId);
    expect(accepted.clock).toMatchObject({ state: 'running', promisedDueOn: '2026-11-20' });
    expect(accepted.abilities).toMatchObject({ decide: true, extend: false, proposeSpecialProcedure: false });
    const file = await (await officer('preliminary-review', '区市监局')).http.uploadMaterial('委托书.pdf', pdf());
    const stop = (await officer('preliminary-review', '区市监局')).http.call(proposeSpecialProcedure, { params: { caseId }, body: { key: 'hearing', reason: '需要听证。', days: 5, fileIds: [file.id] } });
    expect(await refusalOf(stop)).toMatchObject({ status: 422, code: 'handling.immediate-no-pause' });
    const head = await officer('decision', '区市监局');
    const more = head.http.call(extendLimit, { params: { caseId }, body: { version: accepted.version, days: 3, reason: '需要更多时间。' } });
    expect(await refusalOf(more)).toMatchObject({ status: 422, code: 'time-accounts.immediate' });
    await approve(clerk, caseId);
    await city().server.relay.drain();
    await deliver(clerk, caseId);
    expect(await look(agent, caseId)).toMatchObject({ status: 'closed', outcome: 'approved', level: 'normal', licence: { name: '仅销售预包装食品备案凭证' } });
    expect((await agent.http.call(listMyLicences, { query: {} })).items).toMatchObject([{ validTo: null, state: 'valid' }]);
  });
});

describe('不核发证照的情形 (CAT-06, CAT-07)', () => {
  /** The filing item once more, with a situation in which its licence is given up. */
  async function publishWithEnd(): Promise<string> {
    const [author, reviewer] = ['author', 'reviewer'].map((id) => systemContext(city().server.kernel, systemActor(id), 'test'));
    const item = seedItems.find(({ key }) => key === 'prepackaged-food-filing');
    if (!author || !reviewer || !item) throw new Error('seed');
    const elements = toItemElements(item, (department) => city().organizationId(department));
    const [situation] = elements.questionnaire?.situations ?? [];
    if (!situation) throw new Error('the item has a situation');
    const draft = await createItem(author, {
      ...elements, name: '仅销售预包装食品备案注销', localTaskCode: 'TEST-FILING-END', questionnaire: { questions: [], situations: [{ ...situation, withoutLicence: true }] },
    });
    const { revision } = await submitVersion(author, draft.versionId, draft.revision);
    const approved = await reviewVersion(reviewer, draft.versionId, { revision, decision: 'approve', opinion: '同意' });
    return (await publishVersion(reviewer, draft.versionId, approved.revision)).itemId;
  }

  it('准予注销后不签发证照，不等证照就可以送达办结', async () => {
    const { agent } = await registerTestCompany(city());
    const draft = await agent.http.call(createDraft, { body: { itemId: await publishWithEnd(), guidance: [] } });
    const { revision } = await fillDraft(agent, draft, 'prepackaged-food-filing');
    const { caseId } = await handIn(agent, draft.id, revision);
    const clerk = await officer('window', '区市监局');
    await accept(clerk, caseId);
    expect((await look(clerk, caseId)).licenceValidity).toBeNull();
    await approve(clerk, caseId);
    await deliver(clerk, caseId);
    await city().server.relay.drain();
    expect(await look(agent, caseId)).toMatchObject({ status: 'closed', outcome: 'approved', licence: null });
    expect((await agent.http.call(listMyLicences, { query: {} })).items).toEqual([]);
  });
});

describe('不予许可 (行政许可法第三十八条)', () => {
  it('审查不通过就不能准予；不予要写理由，告知救济；没有证照，可以送达办结', async () => {
    const { caseId, elder } = await acceptedCase();
    await review(await officer('preliminary-review'), caseId, { opinion: '出生日期与户口簿不一致，未满80周岁。', points: ['age'] });
    await review(await officer('review'), caseId, { opinion: '同意初审意见。', points: ['age'] });
    const head = await officer('decision');
    expect(await refusalOf(approve(head, caseId))).toMatchObject({ status: 422, code: 'handling.reviews-failed' });
    expect(await refusalOf(deny(head, caseId))).toMatchObject({ status: 400, code: 'handling.denial-needs-reasons' });
    await deny(head, caseId, '经核实，您未满80周岁，不符合申领条件。');
    await city().server.relay.drain();
    const decided = await look(elder, caseId);
    expect(decided).toMatchObject({ status: 'decided', outcome: 'denied', licence: null, clock: { state: 'stopped' } });
    // 高龄津贴 is no permit, and its decision does not call itself one.
    expect(decided.notices.at(-1)).toMatchObject({ kind: 'denial-decision', title: '不予办理决定书' });
    await deliver(await officer('window'), caseId);
    expect((await elder.http.call(listMyLicences, { query: {} })).items).toEqual([]);
    expect(await look(elder, caseId)).toMatchObject({ status: 'closed', rateable: true });
  });
});

describe('退回重新审查 (HND-04)', () => {
  it('回到指定的审查环节，改后直接送回决定；原意见仍可查', async () => {
    const { caseId } = await acceptedCase();
    const [examiner, checker, head] = [await officer('preliminary-review'), await officer('review'), await officer('decision')];
    await review(examiner, caseId, { opinion: '户籍不在本区。', points: ['region'] });
    await review(checker, caseId);
    const { items } = await head.http.call(listReturnTargets, { params: { caseId } });
    expect(items.map(({ name }) => name)).toEqual(expect.arrayContaining(['审查', '审核']));
    const view = await look(head, caseId);
    const target = items.find(({ name }) => name === '审查')?.node ?? '';
    await head.http.call(returnForRework, { params: { caseId }, body: { taskId: taskOf(view, 'decision'), toNode: target, reason: '请与公安户籍数据重新比对。' } });
    expect((await look(head, caseId)).abilities.decide).toBe(false);
    expect((await look(checker, caseId)).abilities.review).toBe(false);
    await review(examiner, caseId);
    const again = await look(head, caseId);
    expect(again.abilities.decide).toBe(true);
    expect(again.reviews.filter(({ step }) => step === 'review').map(({ opinion, superseded }) => [opinion, superseded]))
      .toEqual([['户籍不在本区。', true], ['经审查，符合要求。', false], ['经审查，符合要求。', false]]);
    await approve(head, caseId);
  });
});

describe('并联审查 (HND-02)', () => {
  it('两个部门同一时刻提交意见，都写得进去；都到了才往下走', async () => {
    const { agent } = await registerTestCompany(city());
    const { caseId } = await applyFor(city(), agent, 'road-excavation', [{ question: 'road-age', option: 'old' }, { question: 'traffic', option: 'part' }]);
    await accept(await officer('window', '区住建局'), caseId);
    const both = [await officer('preliminary-review', '区住建局'), await officer('preliminary-review', '区公安分局')];
    expect((await look(await officer('review', '区住建局'), caseId)).abilities.review).toBe(false);
    await Promise.all(both.map((one) => review(one, caseId)));
    const view = await look(await officer('review', '区住建局'), caseId);
    expect(view.reviews.filter(({ step }) => step === 'review').map(({ organizationName }) => organizationName).sort()).toEqual(['广安市公安局广安区分局', '广安市广安区住房和城乡建设局']);
    expect(view.abilities.review).toBe(true);
  });
});

describe('延长期限 (行政许可法第四十二条)', () => {
  it('一次，最多十个工作日，由决定部门负责人批准并告知理由', async () => {
    await city().moveTo('2026-11-20T10:00');
    const { agent } = await registerTestCompany(city());
    const { caseId } = await applyFor(city(), agent, 'road-excavation', [{ question: 'road-age', option: 'old' }, { question: 'traffic', option: 'none' }]);
    await accept(await officer('window', '区住建局'), caseId);
    const { version } = await look(agent, caseId);
    const extend = (by: Signed, days: number, of = version) => by.http.call(extendLimit, { params: { caseId }, body: { version: of, days, reason: '需要征求沿线单位意见。' } });
    const head = await officer('decision', '区住建局');
    expect(await refusalOf(extend(await officer('decision', '区公安分局'), 5))).toMatchObject({ status: 403, code: 'cases.not-decider' });
    expect(await refusalOf(extend(head, 11))).toMatchObject({ status: 400, code: 'kernel.invalid-input' });
    expect(await refusalOf(extend(head, 5, version - 1))).toMatchObject({ status: 409, code: 'cases.stale' });
    await extend(head, 10);
    const view = await look(agent, caseId);
    expect(view.clock).toMatchObject({ promisedDueOn: '2026-12-16', segments: expect.arrayContaining([expect.objectContaining({ kind: 'extended', days: 10 })]) });
    expect(view.notices.map(({ kind }) => kind)).toContain('extension-notice');
    expect(await refusalOf(extend(head, 1, view.version))).toMatchObject({ status: 422, code: 'cases.extended-once' });
  });
});

describe('首页的数字 (INT-01)', () => {
  it('待办、今日收件随办件变化，受理后列入最近到期；别的部门不受影响', async () => {
    await city().moveTo('2026-11-20T10:00');
    const [clerk, other] = [await officer('window'), await officer('window', '区人社局')];
    const numbers = (who: Signed) => who.http.call(getWorkSummary, {});
    const [before, elsewhere] = [await numbers(clerk), await numbers(other)];
    const { receipt: { caseId, number } } = await applyAsElder(city());
    expect(await numbers(clerk)).toMatchObject({ open: before.open + 1, receivedToday: before.receivedToday + 1, closedToday: before.closedToday });
    await accept(clerk, caseId);
    const after = await numbers(clerk);
    expect(after).toMatchObject({ open: before.open, receivedToday: before.receivedToday + 1 });
    expect(after.nearest.map((one) => one.promisedDueOn)).toEqual(after.nearest.map((one) => one.promisedDueOn).sort());
    expect(after.nearest.length === 8 || after.nearest.some((one) => one.number === number)).toBe(true);
    expect(await numbers(other)).toEqual(elsewhere);
  });
});

describe('终止办理', () => {
  it('由决定部门写明理由终止，出具通知书；联办部门不能', async () => {
    const { caseId, elder } = await acceptedCase();
    const { version } = await look(elder, caseId);
    const body = { version, reason: '申请人已去世，依照行政许可法第七十条终止办理。' };
    expect(await refusalOf((await officer('decision', '区公安分局')).http.call(terminateCase, { params: { caseId }, body }))).toMatchObject({ status: 404, code: 'cases.not-found' });
    await (await officer('decision')).http.call(terminateCase, { params: { caseId }, body });
    const view = await look(elder, caseId);
    expect(view).toMatchObject({ status: 'terminated', tasks: [], clock: { state: 'stopped' } });
    expect(view.notices.map(({ kind }) => kind)).toContain('termination-notice');
  });
});

describe('印章一时不可用 (SEL-02)', () => {
  it('办理照常，文书和证照等印章恢复后自动补上，期间不能送达', async () => {
    const use = (state: 'active' | 'frozen') => city().server.database.db.pool.query('UPDATE seals.seal SET state = $1 WHERE organization_id = $2', [state, city().organizationId('区民政局')]);
    await city().moveTo('2026-11-20T10:00');
    await use('frozen');
    const { caseId, elder } = await acceptedCase();
    await review(await officer('preliminary-review'), caseId);
    await review(await officer('review'), caseId);
    await approve(await officer('decision'), caseId);
    await city().server.relay.drain();
    const [notice] = (await look(elder, caseId)).notices;
    expect(await refusalOf(elder.http.download(downloadNotice, { params: { caseId, noticeId: notice?.id ?? '' } }))).toMatchObject({ status: 422, code: 'seals.no-seal', title: '广安市广安区民政局没有可用的电子印章' });
    const clerk = await officer('window');
    expect(await look(clerk, caseId)).toMatchObject({ status: 'decided', licence: null, abilities: { deliver: false } });
    await use('active');
    for (const time of ['2026-11-20T10:30', '2026-11-20T11:00']) {
      await city().moveTo(time);
      await city().server.relay.drain();
    }
    expect(await look(clerk, caseId)).toMatchObject({ licence: { name: '高龄津贴发放通知' }, abilities: { deliver: true } });
    expect((await elder.http.download(downloadNotice, { params: { caseId, noticeId: notice?.id ?? '' } })).type).toBe('application/pdf');
    const { rows } = await city().server.database.db.pool.query('SELECT subscription, error FROM kernel.event_failure');
    expect(rows).toEqual([]);
    await deliver(clerk, caseId);
  });
});
