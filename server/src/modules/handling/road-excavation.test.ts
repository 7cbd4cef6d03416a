import { describe, expect, it } from 'vitest';
import { getSession, registerCompany, registerPerson, sendVerificationCode, signInPerson } from '../../kernel/identity/contract.ts';
import { fictitiousCreditCode, fictitiousResidentId } from '../../kernel/identity/fictitious-numbers.ts';
import { lastCode } from '../../kernel/identity/testing/http.ts';
import { pdf } from '../../kernel/files/testing/samples.ts';
import { listInbox } from '../../kernel/workflow/contract.ts';
import { beginDraft, fillDraft, handIn } from '../../testing/apply.ts';
import { settle } from '../../testing/automation.ts';
import { actForCompany } from '../../testing/companies.ts';
import { refusalOf, visit } from '../../testing/http-client.ts';
import { accept, approve, deliver, look, review, taskOf, tick } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { expectWholeRecords } from '../../testing/whole-records.ts';
import { downloadNotice, getCaseApplication, listMyCases } from '../cases/contract.ts';
import { getDraft, listDrafts, saveDraft, type Receipt } from '../intake/contract.ts';
import { downloadLicence, getLicence, listMyLicences, revokeLicence, verifyLicenceCode, verifyLicenceFile } from '../licences/contract.ts';
import { answerSpecialProcedure, decideCase, endSpecialProcedure, proposeSpecialProcedure, recordReview } from './contract.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
expectWholeRecords(city);
const recentRoad = [{ question: 'road-age', option: 'recent' }, { question: 'traffic', option: 'part' }];
const [housing, police] = ['区住建局', '区公安分局'] as const;

/** Registers a person as one does in the portal: code by SMS, document, password. */
async function registerAtPortal(): Promise<Signed> {
  const http = visit(city().origin);
  const mobile = '19900007001';
  await http.call(sendVerificationCode, { body: { purpose: 'register', mobile } });
  const session = await http.call(registerPerson, {
    body: {
      name: '欧阳·买买提', documentType: '111', documentNumber: fictitiousResidentId(701), mobile,
      code: await lastCode(city().server, mobile), password: 'Tongban-2026-walk',
    },
  });
  return { id: session.account.id, name: session.account.name, headers: { authorization: '' }, http };
}

describe('挖掘城市道路：从网上申请到查验证照 (INT-02, HND-01, HND-02, HND-03, LIC-02, PTL-10)', () => {
  let applicant: Signed;
  let companyName: string;
  let receipt: Receipt;
  let licenceId: string;
  const caseId = (): string => receipt.caseId;

  it('注册、登录、登记企业并以企业身份办事', async () => {
    const registered = await registerAtPortal();
    const http = visit(city().origin);
    await http.call(signInPerson, { body: { account: '19900007001', password: 'Tongban-2026-walk' } });
    applicant = { ...registered, http };
    companyName = '广安欧阳管线工程有限公司';
    const company = await http.call(registerCompany, { body: { name: companyName, creditCode: fictitiousCreditCode(701), regionCode: '511602', address: '四川省广安市广安区滨江路1号' } });
    await actForCompany(applicant, company.id);
    expect((await http.call(getSession, {})).session?.actingFor).toMatchObject({ kind: 'company', name: companyName });
  });

  it('草稿带出已知信息，边填边存，换一台设备接着填', async () => {
    const draft = await beginDraft(city(), applicant, 'road-excavation', recentRoad);
    expect(draft.answers).toMatchObject({ companyName, legalRepresentative: '欧阳·买买提', contactName: '欧阳·买买提' });
    expect(draft.materials.map(({ material }) => material.key)).toContain('government-approval');
    const saved = await applicant.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: draft.revision, answers: { ...draft.answers, projectName: '滨江路燃气改造' }, materials: [] } });
    const elsewhere = visit(city().origin);
    await elsewhere.call(signInPerson, { body: { account: '19900007001', password: 'Tongban-2026-walk' } });
    await actForCompany({ ...applicant, http: elsewhere }, (await elsewhere.call(getSession, {})).session?.actingChoices[0]?.id ?? '');
    const { items } = await elsewhere.call(listDrafts, {});
    expect(items).toMatchObject([{ id: draft.id, itemName: '挖掘城市道路审批', applicantName: companyName }]);
    expect(await elsewhere.call(getDraft, { params: { draftId: draft.id } })).toMatchObject({ revision: saved.revision, answers: { projectName: '滨江路燃气改造' } });
  });

  it('上传材料，提交，拿到回执和盖章的回执文书', async () => {
    const [line] = (await applicant.http.call(listDrafts, {})).items;
    const draft = await applicant.http.call(getDraft, { params: { draftId: line?.id ?? '' } });
    const filled = await fillDraft(applicant, draft, 'road-excavation', { projectName: '滨江路燃气改造' });
    receipt = await handIn(applicant, draft.id, filled.revision);
    expect(receipt).toMatchObject({ itemName: '挖掘城市道路审批', applicantName: companyName, organizationName: '广安市广安区住房和城乡建设局', acceptanceDueOn: '2026-11-27', promisedDays: 8 });
    expect(receipt.number).toMatch(/^51160220261120\d{2}[0-9A-Z]{6,}$/);
    await city().server.relay.drain();
    const file = Buffer.from(await (await applicant.http.download(downloadNotice, { params: { caseId: caseId(), noticeId: receipt.noticeId } })).arrayBuffer());
    expect(file.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await applicant.http.call(listMyCases, { query: {} })).items).toMatchObject([{ number: receipt.number, status: 'submitted' }]);
    expect((await applicant.http.call(listDrafts, {})).items).toEqual([]);
  });

  it('只有受理部门的窗口看到待办；别的部门找不到这个办件', async () => {
    const clerk = await city().officer(housing, 'window');
    const { items } = await clerk.http.call(listInbox, { query: { box: 'todo' } });
    expect(items.map(({ subject }) => subject.number)).toContain(receipt.number);
    const stranger = await city().officer('区民政局', 'window');
    expect(await refusalOf(look(stranger, caseId()))).toMatchObject({ status: 404, code: 'cases.not-found' });
    expect((await stranger.http.call(listInbox, { query: { box: 'todo' } })).items).toEqual([]);
  });

  it('逐条核对要点后受理：出具受理通知书，两个时限开始计算', async () => {
    await city().moveTo('2026-11-23T09:30');
    const clerk = await city().officer(housing, 'window');
    const { noticeId, status } = await accept(clerk, caseId());
    expect(status).toBe('accepted');
    const view = await look(applicant, caseId());
    expect(view.notices.map(({ id, kind }) => [id, kind])).toContainEqual([noticeId, 'acceptance-notice']);
    // 11-24 is day 1 of 8: 24–27, 11-30 to 12-03. The legal 20 end on 12-21.
    expect(view.clock).toMatchObject({ state: 'running', startedOn: '2026-11-23', promisedDueOn: '2026-12-03', legalDueOn: '2026-12-21', level: 'normal' });
  });

  it('住建、公安同时收到审查任务，互不等待；意见不给申请人看，申请人看到部门', async () => {
    await city().moveTo('2026-11-24T15:00');
    const [lead, traffic] = [await city().officer(housing, 'preliminary-review'), await city().officer(police, 'preliminary-review')];
    expect((await look(traffic, caseId())).abilities).toMatchObject({ review: true, decide: false, accept: false });
    const purpose = await lead.http.call(getCaseApplication, { params: { caseId: caseId() }, query: {} });
    expect(purpose.masked).toBe(true);
    await review(traffic, caseId());
    const view = await look(lead, caseId());
    expect(view.abilities.review).toBe(true);
    expect(view.reviews.filter(({ step }) => step === 'review')).toMatchObject([{ organizationName: '广安市公安局广安区分局', conclusion: 'pass' }]);
    const seen = await look(applicant, caseId());
    expect(seen.reviews).toEqual([]);
    expect(seen.timeline.find(({ type }) => type === 'review')).toMatchObject({ label: '联办部门审查', by: '广安市公安局广安区分局', opinion: null });
    expect(seen.tasks).toMatchObject([{ name: '牵头部门审查', handler: '广安市广安区住房和城乡建设局' }]);
  });

  it('审查要点没有逐条勾选、勾了不符合还要通过，都会被拒绝', async () => {
    const lead = await city().officer(housing, 'preliminary-review');
    const view = await look(lead, caseId());
    const points = await tick(lead, view, 'review');
    const body = { taskId: taskOf(view, 'review'), conclusion: 'pass' as const, opinion: '通过。' };
    const missing = await refusalOf(lead.http.call(recordReview, { params: { caseId: caseId() }, body: { ...body, points: points.slice(1) } }));
    expect(missing).toMatchObject({ status: 400, code: 'intake.points-incomplete', title: '还有 1 条审查要点没有核对' });
    const failing = points.map((point, index) => ({ ...point, satisfied: index > 0 }));
    expect(await refusalOf(lead.http.call(recordReview, { params: { caseId: caseId() }, body: { ...body, points: failing } }))).toMatchObject({ code: 'handling.points-failed' });
  });

  it('特别程序：申请要附文件，不能自批，联办部门不能批，批准后停钟并书面告知', async () => {
    await city().moveTo('2026-11-25T11:00');
    const lead = await city().officer(housing, 'preliminary-review');
    const proposal = { key: 'expert-review', reason: '道路大修未满三年，需组织专家评审路面结构。', days: 10 };
    expect(await refusalOf(lead.http.call(proposeSpecialProcedure, { params: { caseId: caseId() }, body: { ...proposal, fileIds: [] } }))).toMatchObject({ status: 400 });
    const file = await lead.http.uploadMaterial('专家评审委托书.pdf', pdf());
    expect(await refusalOf(lead.http.call(proposeSpecialProcedure, { params: { caseId: caseId() }, body: { ...proposal, key: 'hearing', fileIds: [file.id] } }))).toMatchObject({ code: 'handling.procedure-not-listed' });
    await lead.http.call(proposeSpecialProcedure, { params: { caseId: caseId() }, body: { ...proposal, fileIds: [file.id] } });
    const head = await city().officer(housing, 'decision');
    const [procedure] = (await look(head, caseId())).specialProcedures;
    const params = { caseId: caseId(), procedureId: procedure?.id ?? '' };
    expect((await look(head, caseId())).clock.state).toBe('running');
    expect(await refusalOf((await city().officer(police, 'decision')).http.call(answerSpecialProcedure, { params, body: { approved: true, opinion: '同意。' } }))).toMatchObject({ status: 403, code: 'cases.not-decider' });
    const { noticeId } = await head.http.call(answerSpecialProcedure, { params, body: { approved: true, opinion: '同意组织专家评审。' } });
    const view = await look(applicant, caseId());
    expect(view).toMatchObject({ status: 'paused', clock: { state: 'paused', promisedDueOn: null, consumedDays: 2 } });
    expect(view.notices.find(({ id }) => id === noticeId)?.kind).toBe('special-procedure-notice');
    expect(view.timeline.slice(-2)).toMatchObject([
      { label: '提请特别程序：专家评审', by: '广安市广安区住房和城乡建设局', opinion: null }, { label: '特别程序开始：专家评审', by: '广安市广安区住房和城乡建设局' },
    ]);
    expect(view.specialProcedures).toMatchObject([{ proposedBy: '广安市广安区住房和城乡建设局' }]);
  });

  it('停钟期间时间不走、可以审查、不能决定；结束后从次日起续算', async () => {
    await city().moveTo('2026-12-09T16:00');
    const lead = await city().officer(housing, 'preliminary-review');
    expect((await look(lead, caseId())).clock).toMatchObject({ state: 'paused', consumedDays: 2, level: 'normal' });
    await review(lead, caseId());
    await review(await city().officer(housing, 'review'), caseId());
    const head = await city().officer(housing, 'decision');
    const view = await look(head, caseId());
    expect(view.abilities.decide).toBe(false);
    const early = head.http.call(decideCase, { params: { caseId: caseId() }, body: { taskId: taskOf(view, 'decision'), outcome: 'approved', opinion: '同意。', licence: { validTo: '2026-12-25' } } });
    expect(await refusalOf(early)).toMatchObject({ status: 422, code: 'cases.wrong-status', title: '办件当前为“特别程序中”，不能作出决定' });
    const report = await lead.http.uploadMaterial('专家评审意见.pdf', pdf());
    await lead.http.call(endSpecialProcedure, { params: { caseId: caseId(), procedureId: view.specialProcedures[0]?.id ?? '' }, body: { result: '专家组同意恢复方案。', fileIds: [report.id] } });
    // Two of eight days were gone; six more from 12-10: 10, 11, 14–17.
    expect((await look(applicant, caseId())).clock).toMatchObject({ state: 'running', promisedDueOn: '2026-12-17', remainingPromisedDays: 6, consumedDays: 2 });
  });

  it('决定要写明证照有效期；准予后钟停、任务到送达，证照做好之前不能送达', async () => {
    await city().moveTo('2026-12-10T09:00');
    const head = await city().officer(housing, 'decision');
    const before = await look(head, caseId());
    expect(before).toMatchObject({ licenceValidity: 'decided', abilities: { decide: true } });
    expect(await refusalOf(approve(head, caseId()))).toMatchObject({ status: 400, code: 'handling.validity-missing', title: '请填写《挖掘城市道路许可证》的有效期截止日期' });
    await approve(head, caseId(), { validFrom: '2026-12-14', validTo: '2026-12-31' });
    const clerk = await city().officer(housing, 'window');
    const decided = await look(clerk, caseId());
    expect(decided).toMatchObject({ status: 'decided', outcome: 'approved', deliveryDueOn: '2026-12-24', clock: { state: 'stopped', consumedDays: 3 }, abilities: { deliver: false } });
    expect(await refusalOf(deliver(clerk, caseId()))).toMatchObject({ status: 409, code: 'handling.licence-pending' });
  });

  it('决定的事件引出一份签章的证照，重复投递不会再发一份', async () => {
    await city().server.relay.drain();
    await city().server.database.db.pool.query(`UPDATE kernel.subscription SET last_tx = '0', last_position = 0`);
    expect(await city().server.relay.drain()).toBeGreaterThan(0);
    const { items } = await applicant.http.call(listMyLicences, { query: {} });
    expect(items).toMatchObject([{ typeName: '挖掘城市道路许可证', holderName: companyName, validFrom: '2026-12-14', validTo: '2026-12-31', state: 'valid', caseId: caseId() }]);
    licenceId = items[0]?.id ?? '';
    expect(items[0]?.identifier).toMatch(/^1\.2\.156\.3005\.2\.[0-9A-Z]{21}\.[0-9A-Z]{18}\.2026\d{6}\.001\.[0-9A-Z]$/);
    const { face } = await applicant.http.call(getLicence, { params: { licenceId } });
    expect(face).toContainEqual({ label: '工程名称', value: '滨江路燃气改造' });
  });

  it('送达后办结，可以评价一次', async () => {
    await deliver(await city().officer(housing, 'window'), caseId(), '欧阳·买买提');
    const view = await look(applicant, caseId());
    expect(view).toMatchObject({ status: 'closed', rateable: true, licence: { id: licenceId }, tasks: [] });
    expect(view.timeline.map(({ type }) => type)).toEqual([
      'submit', 'accept', 'review', 'propose-special-procedure', 'start-special-procedure', 'review', 'review', 'end-special-procedure', 'decide', 'deliver',
    ]);
    expect(view.timeline.filter(({ type }) => type === 'review').map(({ label }) => label)).toEqual(['联办部门审查', '牵头部门审查', '综合审核']);
    expect(view.timeline.find(({ type }) => type === 'end-special-procedure')?.label).toBe('特别程序结束：专家评审');
    const staff = new Set((await look(await city().officer(housing, 'window'), caseId())).timeline.filter(({ organizationName }) => organizationName !== null).map(({ by }) => by));
    expect(view.timeline.filter(({ by }) => staff.has(by))).toEqual([]);
    await settle(city(), 'cases.');
    const { rows } = await city().server.database.db.pool.query<{ kind: string; file_id: string | null }>('SELECT kind, file_id FROM cases.notice WHERE case_id = $1', [caseId()]);
    expect(rows.filter(({ file_id: file }) => file === null)).toEqual([]);
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['acceptance-notice', 'application-receipt', 'approval-decision', 'delivery-receipt', 'special-procedure-notice']);
  });

  it('陌生人按标识和文件查验；改动任何一个字节都查得出来', async () => {
    const { identifier } = await applicant.http.call(getLicence, { params: { licenceId } });
    const anyone = city().stranger();
    expect(await anyone.call(verifyLicenceCode, { params: { code: identifier } })).toMatchObject({ verdict: 'genuine', licence: { holderName: companyName, state: 'valid' } });
    const file = Buffer.from(await (await applicant.http.download(downloadLicence, { params: { licenceId } })).arrayBuffer());
    const verify = async (content: Uint8Array) => {
      const form = new FormData();
      form.set('file', new Blob([new Uint8Array(content)]), 'licence.pdf');
      return anyone.upload(verifyLicenceFile, {}, form);
    };
    expect((await verify(file)).verdict).toBe('genuine');
    const places = [9, 200, ...Array.from({ length: 20 }, (_, index) => Math.floor((file.length - 1) * (index + 1) / 20))];
    for (const place of places) {
      const changed = Buffer.from(file);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      const { verdict } = await verify(changed);
      expect({ place, verdict }).not.toEqual({ place, verdict: 'genuine' });
    }
    expect((await verify(Buffer.concat([file, Buffer.from('\n')]))).verdict).not.toBe('genuine');
  });

  it('撤销立刻对外可见，原文件仍是真的但不再有效', async () => {
    const head = await city().officer(housing, 'decision');
    await head.http.call(revokeLicence, { params: { licenceId }, body: { kind: 'revoked', reason: '申请材料不实，依照行政许可法第六十九条撤销。' } });
    const { identifier } = await applicant.http.call(getLicence, { params: { licenceId } });
    expect(await city().stranger().call(verifyLicenceCode, { params: { code: `${city().origin}/verify/${identifier}` } }))
      .toMatchObject({ verdict: 'not-in-force', licence: { state: 'revoked', stateReason: expect.stringContaining('第六十九条') } });
  });
});
