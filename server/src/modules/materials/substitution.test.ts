import { beforeAll, describe, expect, it } from 'vitest';
import { seedRegions } from '../../kernel/organization/index.ts';
import { seedItems } from '../../seed/content/index.ts';
import { beginDraft, fillDraft, handIn } from '../../testing/apply.ts';
import { registerTestCompany } from '../../testing/companies.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { look } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { getDraft, requestSupplement, saveDraft, supplementCase, type Draft } from '../intake/contract.ts';
import { issueLicence, completeLicence } from '../licences/index.ts';
import {
  editSubstitution, endSubstitution, getGuideMaterials, listSubstitutions, proposeSubstitution, reviewSubstitution, submitSubstitution,
  type MaterialView, type Substitution, type SubstitutionTerms,
} from './contract.ts';
import { addMaterial, mapItem, publishOpenDraft } from './testing/library.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
const branch = 'labour-dispatch-branch';
const terms: SubstitutionTerms = {
  licenceTypeCode: 'labour-dispatch-licence', holderKind: 'company', minimumDaysLeft: 30, issuedWithin: '511602000000',
  legalBasis: '《国务院关于在线政务服务的若干规定》第十条：电子证照与纸质证照具有同等法律效力。',
};
let administrator: Signed;
let colleague: Signed;
let agent: Signed;
let licenceId = '';
let material: MaterialView;

/** A licence of the company as a decision would have issued it, in force until the end of 2027. */
async function giveLicence(holder: { id: string; name: string; creditCode: string }): Promise<string> {
  const organization = { id: city().organizationId('区人社局'), name: '广安市广安区人力资源和社会保障局' };
  const { rows: [department] } = await city().server.database.db.pool.query<{ code: string }>('SELECT code FROM organization.organization WHERE id = $1', [organization.id]);
  const form = seedItems.find(({ key }) => key === 'labour-dispatch-licence')?.forms[0];
  if (!form) throw new Error('the demonstration has no form of the licence');
  const licence = await issueLicence(city().system(), {
    typeCode: 'labour-dispatch-licence', caseId: '01939000-0000-7000-8000-000000000001', caseNumber: 'T-1', regionCode: '511602000000',
    holder: { kind: 'company', id: holder.id, name: holder.name, documentNumber: holder.creditCode, documentMasked: holder.creditCode },
    issuer: { ...organization, creditCode: department?.code ?? '' }, form: { definition: form.definition, answers: form.sampleData }, itemName: '劳务派遣经营许可', validTo: '2027-12-31',
  });
  await completeLicence(city().system(), licence);
  return licence.id;
}

beforeAll(async () => {
  await seedRegions(city().server.kernel.db);
  administrator = await city().itemAdministrator();
  colleague = await city().itemAdministrator('同事');
  const company = await registerTestCompany(city(), { name: '广安示范人力资源有限公司' });
  ({ agent } = company);
  licenceId = await giveLicence(company);
  material = await addMaterial(administrator, '分公司营业执照', { source: '20', issuingAuthority: '市场监督管理部门' });
  await mapItem(administrator, city().itemId(branch), { 'branch-licence': material.code });
  await publishOpenDraft(city(), city().itemId(branch));
});

const propose = (change: Partial<SubstitutionTerms> = {}, replacesId?: string) => administrator.http.call(proposeSubstitution, {
  body: { materialId: material.id, terms: { ...terms, ...change }, ...(replacesId ? { replacesId } : {}) },
});
const submit = ({ id, revision }: Substitution) => administrator.http.call(submitSubstitution, { params: { substitutionId: id }, body: { revision } });
const approve = async (rule: Substitution): Promise<Substitution> => {
  const { id, revision } = await submit(rule);
  return colleague.http.call(reviewSubstitution, { params: { substitutionId: id }, body: { revision, decision: 'approve', opinion: '依据充分，同意。' } });
};
const end = async ({ id }: Substitution): Promise<Substitution> => {
  const { items } = await administrator.http.call(listSubstitutions, { query: { materialId: material.id, limit: 100 } });
  return administrator.http.call(endSubstitution, { params: { substitutionId: id }, body: { revision: items.find((one) => one.id === id)?.revision ?? 0, reason: '依据已修改' } });
};
const offered = (draft: Draft, key = 'branch-licence') => draft.materials.find((slot) => slot.material.key === key)?.licences.map(({ id }) => id);
const guideOf = async () => (await city().stranger().call(getGuideMaterials, { params: { itemId: city().itemId(branch) } })).materials.find(({ key }) => key === 'branch-licence');

/** Fills an application in which the licence stands for one material, and hands it in. */
async function applyWithLicence(key: string) {
  const draft = await beginDraft(city(), agent, branch);
  const filled = await fillDraft(agent, draft, branch);
  const materials = (await agent.http.call(getDraft, { params: { draftId: draft.id } })).materials.map((slot) => (slot.material.key === key
    ? { key, fileIds: [], licenceId, licenceConsent: true } : { key: slot.material.key, fileIds: slot.files.map(({ id }) => id), licenceId: slot.licenceId, licenceConsent: slot.licenceConsent }));
  const { revision } = await agent.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: filled.revision, answers: filled.answers, materials } });
  return handIn(agent, draft.id, revision);
}

describe('CAT-05 材料关系：起草、审核、生效、终止', () => {
  it('经另一人审核才生效：草稿和审核中的规则不起作用，起草人不能审核自己的', async () => {
    const rule = await propose();
    expect(rule).toMatchObject({ state: 'draft', material: { code: material.code }, licenceTypeName: '劳务派遣经营许可证', itemCount: 1, conditions: '持证人为企业（单位），剩余有效期不少于 30 日，由四川省广安市广安区签发' });
    expect(await guideOf()).toBeUndefined();
    const edited = await administrator.http.call(editSubstitution, { params: { substitutionId: rule.id }, body: { revision: rule.revision, terms: { ...terms, explanation: '证载单位与备案单位一致' } } });
    const inReview = await submit(edited);
    expect(inReview.abilities).toMatchObject({ edit: false, submit: false, review: false });
    const review = { params: { substitutionId: rule.id }, body: { revision: inReview.revision, decision: 'approve' as const, opinion: '同意。' } };
    expect(await refusalOf(administrator.http.call(reviewSubstitution, review))).toMatchObject({ code: 'materials.own-review' });
    const returned = await colleague.http.call(reviewSubstitution, { ...review, body: { ...review.body, decision: 'return', opinion: '请写明条款。' } });
    expect(returned).toMatchObject({ state: 'draft', reviewOpinion: '请写明条款。', reviewedByName: colleague.name });
    expect(await refusalOf(colleague.http.call(reviewSubstitution, review))).toMatchObject({ code: 'materials.substitution-refused' });
    const active = await approve(returned);
    expect(active).toMatchObject({ state: 'active', abilities: { edit: false, review: false, replace: true, end: true } });
    expect(await guideOf()).toMatchObject({ standardCode: material.code, substitutes: [{ licenceTypeName: '劳务派遣经营许可证', conditions: expect.stringContaining('30 日'), legalBasis: terms.legalBasis }] });
    expect(await refusalOf(approve(await propose()))).toMatchObject({ status: 409, code: 'materials.substitution-in-force' });
    expect(await refusalOf(end(active).then(() => end(active)))).toMatchObject({ code: 'materials.substitution-refused' });
    expect(await guideOf()).toBeUndefined();
  });

  it('修改生效的规则用新的一条替换，旧的同时终止', async () => {
    const first = await approve(await propose());
    const second = await approve(await propose({ minimumDaysLeft: 60 }, first.id));
    expect(second).toMatchObject({ state: 'active', replacesId: first.id });
    const { items } = await administrator.http.call(listSubstitutions, { query: { state: 'active', materialId: material.id } });
    expect(items.map(({ id }) => id)).toEqual([second.id]);
    expect(await refusalOf(propose({ minimumDaysLeft: 90 }, first.id))).toMatchObject({ code: 'materials.substitution-refused' });
    await end(second);
  });

  it('证照类型、持证主体、签发地区不对的规则不能起草；部门管理员不能起草，窗口不能审核', async () => {
    expect(await refusalOf(propose({ licenceTypeCode: 'no-such' }))).toMatchObject({ code: 'materials.unknown-licence-type' });
    expect(await refusalOf(propose({ licenceTypeCode: 'nurse-certificate' }))).toMatchObject({ code: 'materials.substitution-holder', title: '“护士执业证书”只发给个人' });
    expect(await refusalOf(propose({ issuedWithin: '999999000000' }))).toMatchObject({ code: 'materials.unknown-region' });
    expect(await refusalOf(propose({ legalBasis: '无' }))).toMatchObject({ status: 400 });
    const body = { materialId: material.id, terms };
    expect(await refusalOf((await city().departmentAdministrator('区人社局')).http.call(proposeSubstitution, { body }))).toMatchObject({ status: 403 });
    const clerk = await city().officer('区人社局', 'window');
    expect(await refusalOf(clerk.http.call(reviewSubstitution, { params: { substitutionId: material.id }, body: { revision: 1, decision: 'approve', opinion: '同意。' } }))).toMatchObject({ status: 403 });
  });
});

describe('CAT-05 替代规则在申请时起作用，由办件固定', () => {
  it('没有规则时不提供；规则生效后按条件提供，条件不符的不提供', async () => {
    const draft = await beginDraft(city(), agent, branch);
    const again = () => agent.http.call(getDraft, { params: { draftId: draft.id } });
    expect(offered(draft)).toEqual([]);
    expect(offered(draft, 'dispatch-licence')).toEqual([licenceId]);
    const rule = await approve(await propose());
    expect(offered(await again())).toEqual([licenceId]);
    const longer = await approve(await propose({ minimumDaysLeft: 3650 }, rule.id));
    expect(offered(await again())).toEqual([]);
    const elsewhere = await approve(await propose({ issuedWithin: '511603000000' }, longer.id));
    expect(offered(await again())).toEqual([]);
    await end(elsewhere);
  });

  it('材料库对同一证照有规则时，以规则的条件为准，事项自己写的不能绕过', async () => {
    const dispatch = await addMaterial(administrator, '劳务派遣经营许可证', { source: '20', issuingAuthority: '人力资源社会保障部门' });
    await mapItem(administrator, city().itemId(branch), { 'dispatch-licence': dispatch.code });
    await publishOpenDraft(city(), city().itemId(branch));
    const fresh = async () => offered(await beginDraft(city(), agent, branch), 'dispatch-licence');
    expect(await fresh()).toEqual([licenceId]);
    const strict = await administrator.http.call(proposeSubstitution, { body: { materialId: dispatch.id, terms: { ...terms, minimumDaysLeft: 3650 } } });
    const active = await approve(strict);
    expect(await fresh()).toEqual([]);
    await administrator.http.call(endSubstitution, { params: { substitutionId: active.id }, body: { revision: active.revision, reason: '条件过严' } });
    expect(await fresh()).toEqual([licenceId]);
  });

  it('没有规则允许的证照不能冒充；规则终止后，已提交的办件补正时仍按提交时的规则', async () => {
    expect(await refusalOf(applyWithLicence('branch-licence'))).toMatchObject({ status: 422, code: 'intake.licence-unfit', title: '“劳务派遣经营许可证”不能代替这个材料' });
    const rule = await approve(await propose());
    const { caseId } = await applyWithLicence('branch-licence');
    const given = (await look(agent, caseId)).materials.find(({ key }) => key === 'branch-licence');
    expect(given).toMatchObject({ source: 'licence', files: [], licence: { id: licenceId, basis: terms.legalBasis } });
    await end(rule);
    expect(offered(await beginDraft(city(), agent, branch))).toEqual([]);
    const clerk = await city().officer('区人社局', 'window');
    await clerk.http.call(requestSupplement, {
      params: { caseId }, body: { version: (await look(clerk, caseId)).version, explanation: '请补正。', items: [{ kind: 'material', key: 'branch-licence', reason: '请确认所用证照。' }] },
    });
    const view = await look(agent, caseId);
    const application = await beginDraft(city(), agent, branch);
    const answers = (await fillDraft(agent, application, branch)).answers;
    await agent.http.call(supplementCase, { params: { caseId }, body: { version: view.version, answers, materials: [{ key: 'branch-licence', fileIds: [], licenceId, licenceConsent: true }] } });
    expect((await look(agent, caseId)).materials.filter(({ key }) => key === 'branch-licence').map(({ source, round }) => [source, round])).toEqual([['licence', 0], ['licence', 1]]);
  });
});
