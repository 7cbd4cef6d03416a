import { describe, expect, it } from 'vitest';
import { forgetCalendar } from '../../kernel/calendar/load-calendar.ts';
import { jpeg, pdf } from '../../kernel/files/testing/samples.ts';
import { applyAsElder } from '../../testing/apply.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { accept, approve, look, review, tick } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { expectWholeRecords } from '../../testing/whole-records.ts';
import { downloadNotice, getCaseApplication } from '../cases/contract.ts';
import { acceptCase, refuseCase, requestSupplement, supplementCase, withdrawCase } from './contract.ts';
import { applyLawDeadlines } from './index.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
expectWholeRecords(city);
const civil = '区民政局';
const window = (another?: string): Promise<Signed> => city().officer(civil, 'window', another);

async function requestOf(clerk: Signed, caseId: string, items: { kind: 'material' | 'field' | 'other'; key: string; reason: string }[]) {
  const { version } = await look(clerk, caseId);
  return clerk.http.call(requestSupplement, { params: { caseId }, body: { version, explanation: '请补正下列内容。', items } });
}

const blurred = [{ kind: 'material' as const, key: 'household-register', reason: '本人页照片模糊，请重新拍摄。' }];

describe('一次性补正 (INT-03, 行政许可法第三十二条第一款第四项)', () => {
  it('告知、补正、受理：只换告知的材料，原来的内容仍可查', async () => {
    await city().moveTo('2026-11-20T10:00');
    const { elder, receipt: { caseId } } = await applyAsElder(city());
    const clerk = await window();
    const { noticeId } = await requestOf(clerk, caseId, [...blurred, { kind: 'field', key: 'bankAccount', reason: '账号少一位。' }]);
    const view = await look(elder, caseId);
    expect(view).toMatchObject({ status: 'supplementing', acceptanceDueOn: null, abilities: { supplement: true }, supplement: { dueOn: '2026-12-11' } });
    expect(view.supplement?.items).toMatchObject([{ name: '户口簿' }, { name: '申请表“社会保障卡银行账号”' }]);
    const notice = Buffer.from(await (await elder.http.download(downloadNotice, { params: { caseId, noticeId: noticeId ?? '' } })).arrayBuffer());
    expect(notice.subarray(0, 5).toString()).toBe('%PDF-');
    await city().moveTo('2026-11-24T10:00');
    const { answers } = await elder.http.call(getCaseApplication, { params: { caseId }, query: {} });
    const photo = await elder.http.uploadMaterial('户口簿.jpg', jpeg());
    await elder.http.call(supplementCase, {
      params: { caseId },
      body: { version: view.version, answers: { ...answers, bankAccount: '6217000000000000001' }, materials: [{ key: 'household-register', fileIds: [photo.id] }] },
    });
    const after = await look(clerk, caseId);
    expect(after).toMatchObject({ status: 'submitted', acceptanceDueOn: '2026-12-01', abilities: { accept: true, requestSupplement: false } });
    expect(after.materials.filter(({ key }) => key === 'household-register').map(({ round, superseded }) => [round, superseded])).toEqual([[0, true], [1, false]]);
    expect(after.materials.filter(({ key }) => key === 'id-card')).toMatchObject([{ round: 0, superseded: false }]);
    const form = await elder.http.call(getCaseApplication, { params: { caseId }, query: {} });
    expect(form).toMatchObject({ round: 1, answers: { bankAccount: '6217000000000000001' }, earlierRounds: [{ round: 0, answers: { bankAccount: '6217000000000000000' } }] });
    await accept(clerk, caseId);
    expect((await look(elder, caseId)).clock).toMatchObject({ state: 'running', startedOn: '2026-11-24' });
  });

  it('只能告知一次；本件没有的材料不能要', async () => {
    await city().moveTo('2026-11-20T10:00');
    const { elder, receipt: { caseId } } = await applyAsElder(city());
    const clerk = await window();
    expect(await refusalOf(requestOf(clerk, caseId, [{ kind: 'material', key: 'house-deed', reason: '请补充。' }]))).toMatchObject({ status: 422, code: 'intake.supplement-item-unknown', title: '补正内容中的“house-deed”不在本件的材料或表单中' });
    await requestOf(clerk, caseId, blurred);
    expect(await refusalOf(requestOf(clerk, caseId, blurred))).toMatchObject({ code: 'cases.wrong-status' });
    const view = await look(elder, caseId);
    const file = await elder.http.uploadMaterial('户口簿.pdf', pdf());
    const { answers } = await elder.http.call(getCaseApplication, { params: { caseId }, query: {} });
    await elder.http.call(supplementCase, { params: { caseId }, body: { version: view.version, answers, materials: [{ key: 'household-register', fileIds: [file.id] }] } });
    expect(await refusalOf(requestOf(clerk, caseId, blurred))).toMatchObject({ status: 422, code: 'cases.supplement-once', detail: expect.stringContaining('第三十二条') });
  });

  it('收到申请五个工作日后不能再要求补正', async () => {
    await city().moveTo('2026-11-20T10:00');
    const { receipt: { caseId } } = await applyAsElder(city());
    await city().moveTo('2026-11-30T09:00');
    expect(await refusalOf(requestOf(await window(), caseId, blurred))).toMatchObject({ status: 422, code: 'cases.supplement-too-late' });
    await accept(await window(), caseId);
  });

  it('逾期不补正由任务终止，申请人可以重新申请', async () => {
    await city().moveTo('2026-11-20T10:00');
    const { elder, receipt: { caseId } } = await applyAsElder(city());
    await requestOf(await window(), caseId, blurred);
    await city().moveTo('2026-12-11T23:50');
    await applyLawDeadlines(city().system());
    expect((await look(elder, caseId)).status).toBe('supplementing');
    await city().moveTo('2026-12-12T00:10');
    await applyLawDeadlines(city().system());
    const view = await look(elder, caseId);
    expect(view).toMatchObject({ status: 'terminated', tasks: [], abilities: { supplement: false, withdraw: false } });
    expect(view.timeline.at(-1)).toMatchObject({ type: 'terminate', by: '系统自动', opinion: expect.stringContaining('重新提出申请') });
    expect(view.notices.map(({ kind }) => kind)).toContain('termination-notice');
  });
});

describe('逾期不告知视为受理', () => {
  it('满五个工作日仍未答复，由任务受理，从收到之日起算', async () => {
    await city().moveTo('2026-11-20T10:00');
    const { elder, receipt: { caseId } } = await applyAsElder(city());
    await city().moveTo('2026-11-27T23:50');
    await applyLawDeadlines(city().system());
    expect((await look(elder, caseId)).status).toBe('submitted');
    await city().moveTo('2026-11-28T00:10');
    await applyLawDeadlines(city().system());
    await applyLawDeadlines(city().system());
    const view = await look(elder, caseId);
    expect(view).toMatchObject({ status: 'accepted', clock: { startedOn: '2026-11-20', consumedDays: 5 } });
    expect(view.timeline.filter(({ type }) => type === 'deem-accepted')).toMatchObject([{ by: '系统自动', opinion: expect.stringContaining('五个工作日') }]);
    expect(view.notices.map(({ kind }) => kind)).toContain('acceptance-notice');
    await review(await city().officer(civil, 'preliminary-review'), caseId);
  });

  it('放假通知还没有录入时，不因逾期产生法律后果；录入后按确定的日期补做 (ADR 0005)', async () => {
    await city().moveTo('2026-12-28T10:00');
    const { elder, receipt: { caseId } } = await applyAsElder(city());
    await city().moveTo('2027-01-06T10:00');
    await applyLawDeadlines(city().system());
    expect((await look(elder, caseId)).status).toBe('submitted');
    const { kernel, database } = city().server;
    await database.db.pool.query(`INSERT INTO calendar.covered_year VALUES (2027, '通知', 1, now(), 'test')`);
    await database.db.pool.query(`INSERT INTO calendar.day_exception VALUES ('2027-01-01', 'holiday', '元旦', 2027)`);
    forgetCalendar(kernel);
    await city().moveTo('2027-01-05T23:50');
    await applyLawDeadlines(city().system());
    expect((await look(elder, caseId)).status).toBe('submitted');
    await city().moveTo('2027-01-06T00:10');
    await applyLawDeadlines(city().system());
    expect(await look(elder, caseId)).toMatchObject({ status: 'accepted', clock: { startedOn: '2026-12-28', provisional: false } });
  });
});

describe('不予受理与撤回', () => {
  it('不属于本机关职权的要告知去处；出具决定书后不能再办', async () => {
    const { elder, receipt: { caseId } } = await applyAsElder(city());
    const clerk = await window();
    const { version } = await look(clerk, caseId);
    const body = { version, ground: 'not-competent' as const, reasons: '户籍不在本区。' };
    expect(await refusalOf(clerk.http.call(refuseCase, { params: { caseId }, body }))).toMatchObject({ status: 400, code: 'intake.competent-authority-missing' });
    await clerk.http.call(refuseCase, { params: { caseId }, body: { ...body, competentAuthority: '岳池县民政局' } });
    const view = await look(elder, caseId);
    expect(view).toMatchObject({ status: 'refused', tasks: [], rateable: false });
    expect(view.notices.map(({ kind }) => kind)).toEqual(['application-receipt', 'refusal-notice']);
    expect(await refusalOf(clerk.http.call(acceptCase, { params: { caseId }, body: { version: view.version, points: await tick(clerk, view, 'acceptance') } }))).toMatchObject({ status: 409, code: 'cases.no-such-task' });
  });

  it('决定作出之前可以撤回，之后不可以；别人不能撤回', async () => {
    const first = await applyAsElder(city());
    const clerk = await window();
    await accept(clerk, first.receipt.caseId);
    const withdraw = async (who: Signed, caseId: string) => who.http.call(withdrawCase, { params: { caseId }, body: { version: (await look(who, caseId)).version, reason: '不再需要。' } });
    expect(await refusalOf(withdraw(clerk, first.receipt.caseId))).toMatchObject({ status: 403, code: 'intake.not-applicant' });
    await withdraw(first.elder, first.receipt.caseId);
    expect(await look(first.elder, first.receipt.caseId)).toMatchObject({ status: 'withdrawn', tasks: [], clock: { state: 'stopped' } });

    const second = await applyAsElder(city());
    const { caseId } = second.receipt;
    await accept(clerk, caseId);
    await review(await city().officer(civil, 'preliminary-review'), caseId);
    await review(await city().officer(civil, 'review'), caseId);
    await approve(await city().officer(civil, 'decision'), caseId);
    expect(await refusalOf(withdraw(second.elder, caseId))).toMatchObject({ status: 422, code: 'cases.wrong-status', title: '办件当前为“已决定，待送达”，不能撤回' });
  });
});

describe('同时办理', () => {
  it('两名窗口人员同时受理同一件：一人成功，另一人得到说明，意见不丢', async () => {
    const { receipt: { caseId } } = await applyAsElder(city());
    const clerks = [await window(), await window('同事')];
    const views = await Promise.all(clerks.map((clerk) => look(clerk, caseId)));
    const outcomes = await Promise.allSettled(clerks.map(async (clerk, index) => clerk.http.call(acceptCase, {
      params: { caseId }, body: { version: views[index]?.version ?? 0, points: await tick(clerk, await look(clerk, caseId), 'acceptance') },
    })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes.findIndex(({ status }) => status === 'rejected');
    const problem = await refusalOf(Promise.reject(outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))[0]));
    expect(problem).toMatchObject({ status: 409, kind: 'conflict', detail: expect.stringContaining('请刷新') });
    const view = await look(clerks[lost] ?? await window(), caseId);
    expect(view.timeline.filter(({ type }) => type === 'accept')).toHaveLength(1);
    expect(view.notices.filter(({ kind }) => kind === 'acceptance-notice')).toHaveLength(1);
  });
});
