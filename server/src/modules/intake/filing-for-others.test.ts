import { describe, expect, it } from 'vitest';
import { actFor, registerPerson, revokeMandate, sendVerificationCode } from '../../kernel/identity/contract.ts';
import { fictitiousCreditCode, fictitiousResidentId } from '../../kernel/identity/fictitious-numbers.ts';
import { lastCode } from '../../kernel/identity/testing/http.ts';
import { applyFor, beginDraft, fillDraft, handIn } from '../../testing/apply.ts';
import { actForCompany, registerTestCompany } from '../../testing/companies.ts';
import { refusalOf, visit } from '../../testing/http-client.ts';
import { accept, approve, deliver, look, review } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { expectWholeRecords } from '../../testing/whole-records.ts';
import { getCase, listMyCases } from '../cases/contract.ts';
import { listMyLicences, listMyLicenceUses, revokeLicence } from '../licences/contract.ts';
import { createWindowDraft, findCounterApplicant, getDraft, listDrafts, saveDraft, submitDraft } from './contract.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
expectWholeRecords(city);

describe('窗口代为登记 (INT-02, INT-11)：办理人不是申请人', () => {
  const applicant = { kind: 'person' as const, name: '热依汗·艾合买提', documentType: '111', documentNumber: fictitiousResidentId(801, '19390505'), mobile: '19900008001' };

  it('窗口收纸质件登记，申请人以后注册就能在门户看到，办理人记为窗口人员', async () => {
    const clerk = await city().officer('区民政局', 'window');
    const draft = await clerk.http.call(createWindowDraft, { body: { itemId: city().itemId('elderly-allowance'), guidance: [{ question: 'who', option: 'self' }], applicant: { ...applicant, identifiedBy: 'card' } } });
    expect(draft).toMatchObject({ filedBy: { kind: 'clerk', name: clerk.name }, applicant: { name: '热依汗·艾合买提' }, answers: { personName: '热依汗·艾合买提' } });
    const materials = draft.materials.filter(({ required }) => required).map(({ material }) => ({ key: material.key, fileIds: [], paperReceived: true }));
    const answers = { ...draft.answers, address: '示范镇', household: '511602000000', livingState: '独居', bankName: '示范银行', bankAccount: '6217000000000000000', byFamily: false, declared: true };
    const { revision, issues } = await clerk.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: draft.revision, answers, materials } });
    expect(issues).toEqual([]);
    const receipt = await clerk.http.call(submitDraft, { params: { draftId: draft.id }, body: { revision, declared: true } });
    expect(receipt.applicantName).toBe('热依汗·艾合买提');
    expect((await look(clerk, receipt.caseId)).timeline[0]?.opinion).toBe('窗口登记，读取身份证核验申请人。');

    const http = visit(city().origin);
    await http.call(sendVerificationCode, { body: { purpose: 'register', mobile: applicant.mobile } });
    const { kind: _kind, ...identity } = applicant;
    await http.call(registerPerson, { body: { ...identity, code: await lastCode(city().server, applicant.mobile), password: 'Tongban-2026-window' } });
    expect((await http.call(listMyCases, { query: {} })).items).toMatchObject([{ number: receipt.number, channel: 'window', filerName: clerk.name }]);
    const view = await http.call(getCase, { params: { caseId: receipt.caseId } });
    expect(view).toMatchObject({ filer: { kind: 'clerk' }, abilities: { withdraw: true } });
    expect(view.materials.find(({ key }) => key === 'id-card')).toMatchObject({ source: 'paper', files: [] });
  });

  it('同一窗口的同事能代为补正和撤回，别的部门看不到', async () => {
    const clerk = await city().officer('区民政局', 'window');
    const [mine] = (await clerk.http.call(listDrafts, {})).items;
    expect(mine).toBeUndefined();
    const { rows: [row] } = await city().server.database.db.pool.query<{ id: string }>(`SELECT id FROM cases."case" WHERE filer_kind = 'clerk'`);
    expect((await look(await city().officer('区民政局', 'window', '同事'), row?.id ?? '')).abilities.withdraw).toBe(true);
    expect((await look(await city().officer('区民政局', 'preliminary-review'), row?.id ?? '')).abilities.withdraw).toBe(false);
    expect(await refusalOf(look(await city().officer('区住建局', 'window'), row?.id ?? ''))).toMatchObject({ status: 404 });
  });

  it('暂存两件，换一台机器两件都能接着办，互不影响；别人看不到 (INT-06)', async () => {
    const clerk = await city().officer('区民政局', 'window');
    const begin = (order: number) => clerk.http.call(createWindowDraft, { body: {
      itemId: city().itemId('elderly-allowance'), guidance: [{ question: 'who', option: 'self' }],
      applicant: { ...applicant, name: `暂存${'甲乙'.charAt(order)}`, documentNumber: fictitiousResidentId(810 + order, '19390505') },
    } });
    const drafts = [await begin(0), await begin(1)];
    for (const draft of drafts) {
      await clerk.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: draft.revision, answers: { ...draft.answers, address: `${draft.applicant.name}的住址` }, materials: [] } });
    }
    const elsewhere = visit(city().origin, clerk.headers.authorization.slice('Bearer '.length));
    expect(new Set((await elsewhere.call(listDrafts, {})).items.map(({ id }) => id))).toEqual(new Set(drafts.map(({ id }) => id)));
    for (const draft of drafts) {
      expect((await elsewhere.call(getDraft, { params: { draftId: draft.id } })).answers).toMatchObject({ personName: draft.applicant.name, address: `${draft.applicant.name}的住址` });
    }
    const other = await city().officer('区民政局', 'window', '同事');
    expect((await other.http.call(listDrafts, {})).items).toEqual([]);
    expect(await refusalOf(other.http.call(getDraft, { params: { draftId: drafts[0]?.id ?? '' } }))).toMatchObject({ status: 404 });
  });

  it('按证件号码认出办过事的人：带出姓名，手机隐去中段并且不用再填；没办过的要填手机；查看留痕，没有登记权限的不能查 (INT-02)', async () => {
    const clerk = await city().officer('区民政局', 'window');
    const look = (documentNumber: string, by = clerk) => by.http.call(findCounterApplicant, { body: { kind: 'person', documentType: '111', documentNumber } });
    expect(await look(applicant.documentNumber)).toEqual({ applicant: { name: applicant.name, mobileMasked: '199****8001' } });
    const stranger = { kind: 'person' as const, name: '生客', documentType: '111', documentNumber: fictitiousResidentId(820, '19390505') };
    expect(await look(stranger.documentNumber)).toEqual({ applicant: null });
    const { rows } = await city().server.database.db.pool.query(`SELECT 1 FROM kernel.audit_entry WHERE action = 'identity.read-person' AND purpose = '窗口登记：按证件号码查找申请人'`);
    expect(rows).toHaveLength(1);
    const begin = (who: Omit<typeof applicant, 'mobile'>) => clerk.http.call(createWindowDraft, { body: { itemId: city().itemId('elderly-allowance'), guidance: [{ question: 'who', option: 'self' }], applicant: who } });
    const { mobile: _mobile, ...known } = applicant;
    expect(await begin(known)).toMatchObject({ applicant: { name: applicant.name }, answers: { mobile: applicant.mobile } });
    expect(await refusalOf(begin(stranger))).toMatchObject({ status: 400, code: 'intake.mobile-missing' });
    expect(await refusalOf(look(applicant.documentNumber, await city().officer('区民政局', 'preliminary-review')))).toMatchObject({ status: 403 });
  });

  it('企业第一次来办要登记法定代表人，第二次直接认出', async () => {
    const clerk = await city().officer('区市监局', 'window');
    const company = { kind: 'company' as const, name: '广安区老街便利店', documentType: '001', documentNumber: fictitiousCreditCode(801), mobile: '19900008002' };
    const register = (extra: object) => clerk.http.call(createWindowDraft, { body: { itemId: city().itemId('prepackaged-food-filing'), guidance: [], applicant: { ...company, ...extra } } });
    expect(await refusalOf(register({}))).toMatchObject({ status: 400, code: 'intake.representative-missing' });
    const first = await register({ representative: { name: '𠮷小平', documentType: '111', documentNumber: fictitiousResidentId(802) } });
    expect(first).toMatchObject({ applicant: { kind: 'company', name: '广安区老街便利店' }, answers: { legalRepresentative: '𠮷小平' } });
    expect((await register({})).applicant.id).toBe(first.applicant.id);
  });
});

describe('代理人的授权', () => {
  it('填到一半授权被撤销：保存、提交都被拒绝，草稿原样留着，换回本人或重新授权后才能继续', async () => {
    const { agent, representative, mandateId, id } = await registerTestCompany(city());
    const draft = await beginDraft(city(), agent, 'prepackaged-food-filing');
    expect(draft.prefilled).toMatchObject({ operatorName: { source: '企业登记信息' }, contactMobile: { source: '经办人实名信息' } });
    const filled = await fillDraft(agent, draft, 'prepackaged-food-filing');
    await representative.http.call(revokeMandate, { params: { mandateId }, body: { reason: '经办人离职' } });
    const save = agent.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: filled.revision, answers: {}, materials: [] } });
    expect(await refusalOf(save)).toMatchObject({ status: 403, code: 'kernel.mandate-ended', title: '您代理的授权已被撤销或到期', detail: expect.stringContaining('不会丢失') });
    expect(await refusalOf(handIn(agent, draft.id, filled.revision))).toMatchObject({ code: 'kernel.mandate-ended' });
    expect(await refusalOf(agent.http.call(getDraft, { params: { draftId: draft.id } }))).toMatchObject({ code: 'kernel.mandate-ended' });
    await agent.http.call(actFor, { body: { mandateId: null } });
    expect(await refusalOf(agent.http.call(getDraft, { params: { draftId: draft.id } }))).toMatchObject({ status: 404, code: 'intake.draft-not-found' });
    const { rows } = await city().server.database.db.pool.query('SELECT revision, submitted_case_id FROM intake.draft WHERE id = $1', [draft.id]);
    expect(rows).toEqual([{ revision: filled.revision, submitted_case_id: null }]);
    await actForCompany(representative, id);
    expect((await representative.http.call(listMyCases, { query: {} })).items).toEqual([]);
  });

  it('授权不包括的事项、只面向个人的事项、没有切换身份，都说明怎么办', async () => {
    const { agent, id } = await registerTestCompany(city(), { itemCategories: ['01'] });
    expect(await refusalOf(beginDraft(city(), agent, 'prepackaged-food-filing'))).toMatchObject({ status: 422, code: 'intake.mandate-too-narrow' });
    expect(await refusalOf(beginDraft(city(), agent, 'elderly-allowance', [{ question: 'who', option: 'self' }]))).toMatchObject({ code: 'intake.wrong-audience', title: '该事项面向个人办理' });
    await actForCompany(agent, null);
    expect(await refusalOf(beginDraft(city(), agent, 'prepackaged-food-filing'))).toMatchObject({ code: 'intake.wrong-audience', detail: expect.stringContaining('代办授权') });
    await actForCompany(agent, id);
  });
});

describe('本平台签发过的证照代替材料 (LIC-06)：一次提交，多处复用', () => {
  const labour = '区人社局';
  let agent: Signed;
  let licenceId: string;

  async function finish(caseId: string): Promise<void> {
    await accept(await city().officer(labour, 'window'), caseId);
    for (let round = 0; round < 4 && !(await look(await city().officer(labour, 'decision'), caseId)).abilities.decide; round += 1) {
      for (const post of ['preliminary-review', 'review'] as const) {
        const officer = await city().officer(labour, post);
        if ((await look(officer, caseId)).abilities.review) await review(officer, caseId);
      }
    }
    await approve(await city().officer(labour, 'decision'), caseId);
    await city().server.relay.drain();
    await deliver(await city().officer(labour, 'window'), caseId);
  }

  it('先取得劳务派遣经营许可证', async () => {
    ({ agent } = await registerTestCompany(city(), { name: '广安示范人力资源有限公司' }));
    const { caseId } = await applyFor(city(), agent, 'labour-dispatch-licence', [], {});
    await finish(caseId);
    const { items } = await agent.http.call(listMyLicences, { query: {} });
    expect(items).toMatchObject([{ typeName: '劳务派遣经营许可证', validTo: '2029-11-19' }]);
    licenceId = items[0]?.id ?? '';
  });

  it('设立分公司时不用再传许可证；没有同意不能代用；用过的痕迹持证人看得到', async () => {
    const draft = await beginDraft(city(), agent, 'labour-dispatch-branch');
    expect(draft.materials.find(({ material }) => material.key === 'dispatch-licence')?.licences).toMatchObject([{ id: licenceId, name: '劳务派遣经营许可证' }]);
    const filled = await fillDraft(agent, draft, 'labour-dispatch-branch');
    const slot = { key: 'dispatch-licence', fileIds: [], licenceId };
    const others = (await agent.http.call(getDraft, { params: { draftId: draft.id } })).materials
      .filter(({ material }) => material.key !== 'dispatch-licence').map(({ material, files }) => ({ key: material.key, fileIds: files.map(({ id }) => id) }));
    const unasked = await agent.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: filled.revision, answers: filled.answers, materials: [...others, { ...slot, licenceConsent: false }] } });
    const refused = await refusalOf(handIn(agent, draft.id, unasked.revision));
    expect(refused).toMatchObject({ code: 'intake.incomplete', issues: [{ path: 'materials.dispatch-licence', code: 'consent' }] });
    const agreed = await agent.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: unasked.revision, answers: filled.answers, materials: [...others, { ...slot, licenceConsent: true }] } });
    const { caseId, number } = await handIn(agent, draft.id, agreed.revision);
    await city().server.relay.drain();
    expect((await look(agent, caseId)).materials.find(({ key }) => key === 'dispatch-licence')).toMatchObject({ source: 'licence', licence: { id: licenceId }, files: [] });
    expect((await agent.http.call(listMyLicenceUses, { query: {} })).items).toMatchObject([{ licenceId, by: '广安市广安区人力资源和社会保障局', caseNumber: number, purpose: '办理“劳务派遣单位设立分公司备案”，代替材料“劳务派遣经营许可证”' }]);
  });

  it('别人的证照、撤销后的证照不能代用', async () => {
    const other = await registerTestCompany(city());
    const theirs = await beginDraft(city(), other.agent, 'labour-dispatch-branch');
    expect(theirs.materials.find(({ material }) => material.key === 'dispatch-licence')?.licences).toEqual([]);
    const borrow = async (filer: Signed, draft: typeof theirs) => {
      const filled = await fillDraft(filer, draft, 'labour-dispatch-branch');
      const materials = (await filer.http.call(getDraft, { params: { draftId: draft.id } })).materials.map(({ material, files }) => (
        material.key === 'dispatch-licence' ? { key: material.key, fileIds: [], licenceId, licenceConsent: true } : { key: material.key, fileIds: files.map(({ id }) => id) }));
      const { revision } = await filer.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: filled.revision, answers: filled.answers, materials } });
      return handIn(filer, draft.id, revision);
    };
    expect(await refusalOf(borrow(other.agent, theirs))).toMatchObject({ status: 422, code: 'intake.licence-unusable' });
    const own = await beginDraft(city(), agent, 'labour-dispatch-branch');
    await (await city().officer(labour, 'decision')).http.call(revokeLicence, { params: { licenceId }, body: { kind: 'revoked', reason: '经营期间违法，依法撤销。' } });
    expect(await refusalOf(borrow(agent, own))).toMatchObject({ status: 422, code: 'intake.licence-unusable', detail: expect.stringContaining('改为上传') });
  });
});
