import { beforeAll, describe, expect, it } from 'vitest';
import { copyableText } from '../../kernel/documents/testing/copyable-text.ts';
import { fictitiousResidentId } from '../../kernel/identity/fictitious-numbers.ts';
import { applyFor, sampleAnswersOf } from '../../testing/apply.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { accept, approve, look, review } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { demoDepartments } from '../../seed/content/index.ts';
import { createDraft, editDraft, getItemVersion, submitVersion, type ItemElements } from '../catalog/contract.ts';
import {
  changeLicenceTypeState, createLicenceType, downloadLicence, editLicenceType, getLicence, getLicenceType, listFormFields, listLicenceTypes, listMyLicences, previewLicenceType, type LicenceTypeContent, type LicenceTypeView,
} from './contract.ts';
import { addLicenceType, getLicenceType as readType, issueLicence } from './index.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
let admin: Signed, colleague: Signed, department: Signed;
const creditCode = demoDepartments.find(({ shortName }) => shortName === '区住建局')?.code ?? '';

beforeAll(async () => {
  [admin, colleague, department] = [await city().itemAdministrator(), await city().itemAdministrator('同事'), await city().departmentAdministrator('区住建局')];
});

let serial = 500;

function contentOf(change: Partial<LicenceTypeContent> = {}): LicenceTypeContent {
  serial += 1;
  return {
    name: `试验许可证${serial}`, typeCode: `${creditCode}${serial}`, issuerId: city().organizationId('区住建局'), holderKind: 'company', validity: 'years', validYears: 3, numberPattern: '试〔{year}〕{sequence:5}号', statement: '准予试验。',
    face: [{ key: 'holder', label: '单位名称', from: 'holder.name' }, { key: 'until', label: '有效期至', from: 'licence.validTo' }], ...change,
  };
}

const create = (content = contentOf(), code?: string, who = admin): Promise<LicenceTypeView> => who.http.call(createLicenceType, { body: { content, ...(code === undefined ? {} : { code }) } });
const read = (code: string, who = admin): Promise<LicenceTypeView> => who.http.call(getLicenceType, { params: { code } });
const edit = (type: LicenceTypeView, change: Partial<LicenceTypeContent>, who = admin): Promise<LicenceTypeView> =>
  who.http.call(editLicenceType, { params: { code: type.code }, body: { revision: type.revision, content: { ...type.content, ...change } } });
const turn = (type: LicenceTypeView, action: 'retire' | 'restore', reason?: string, who = admin) =>
  who.http.call(changeLicenceTypeState, { params: { code: type.code }, body: { revision: type.revision, action, ...(reason === undefined ? {} : { reason }) } });
const textOf = async (answer: Promise<Blob>): Promise<string> => copyableText(Buffer.from(await (await answer).arrayBuffer()));

/** Begins a draft of a published item with a licence, and gives what its checks say. */
async function draftWith(itemKey: string, change: (elements: ItemElements) => ItemElements) {
  const { versionId } = await admin.http.call(createDraft, { params: { itemId: city().itemId(itemKey) }, body: {} });
  const { revision, elements } = await admin.http.call(getItemVersion, { params: { versionId } });
  const saved = await admin.http.call(editDraft, { params: { versionId }, body: { revision, elements: change(elements) } });
  return { versionId, revision: saved.revision, findings: saved.findings };
}

describe('LIC-01 证照目录', () => {
  it('新建后自动编号，立即可以查到；代码大写，空格去掉', async () => {
    const made = await create(contentOf({ name: '  挖掘试验许可证 ', typeCode: ` ${creditCode.toLowerCase()}777 ` }));
    expect(made).toMatchObject({ name: '挖掘试验许可证', typeCode: `${creditCode}777`, state: 'active', revision: 1, itemCount: 0, licenceCount: 0, issuer: { name: expect.stringContaining('住房') }, abilities: { edit: true, retire: true, changeTypeCode: true } });
    expect(made.code).toMatch(/^ZZ-\d{6}$/);
    for (const q of ['挖掘试验', made.code.toLowerCase(), `${creditCode}777`]) {
      expect((await admin.http.call(listLicenceTypes, { query: { q } })).items.map(({ code }) => code)).toEqual([made.code]);
    }
  });

  it('按持证主体、状态、颁发机构筛选，翻页不重不漏；列出签发它的事项数', async () => {
    const issuerId = city().organizationId('区民政局');
    const ofBureau = (await admin.http.call(listLicenceTypes, { query: { issuerId, limit: 100 } })).items;
    expect(ofBureau.length).toBeGreaterThan(0);
    expect(ofBureau.every(({ issuer }) => issuer?.id === issuerId)).toBe(true);
    expect((await admin.http.call(listLicenceTypes, { query: { holderKind: 'person', limit: 100 } })).items.every(({ holderKind }) => holderKind === 'person')).toBe(true);
    expect((await admin.http.call(listLicenceTypes, { query: { q: 'drainage-licence' } })).items).toMatchObject([{ code: 'drainage-licence', itemCount: 1 }]);
    const all = (await admin.http.call(listLicenceTypes, { query: { limit: 100 } })).items.map(({ code }) => code);
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await admin.http.call(listLicenceTypes, { query: { limit: 4, ...(cursor ? { cursor } : {}) } });
      seen.push(...page.items.map(({ code }) => code));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(all);
    expect((await admin.http.call(listLicenceTypes, { query: { q: '%' } })).items).toEqual([]);
  });

  it('有问题的不能保存，逐处说怎样改', async () => {
    const refused = await refusalOf(create(contentOf({ name: '', typeCode: '11511602', numberPattern: '{month}', face: [{ key: 'a', label: '', from: 'form' }] })));
    expect(refused).toMatchObject({ status: 400, code: 'licences.type-faults', title: '有 5 处需要修改，暂时不能保存' });
    expect(refused.issues?.map(({ path }) => path)).toEqual(['content.name', 'content.typeCode', 'content.numberPattern', 'content.face.0.label', 'content.face.0.from']);
    expect(await refusalOf(create(contentOf({ face: Array.from({ length: 31 }, (_one, index) => ({ key: `k${index}`, label: `行${index}`, from: 'item.name' })) })))).toMatchObject({ status: 400 });
    expect(await refusalOf(create(contentOf({ issuerId: '0192f1d0-0000-7000-8000-000000000000' })))).toMatchObject({ code: 'licences.type-issuer' });
  });

  it('目录编码、证照类型代码都不能重复', async () => {
    const made = await create(contentOf(), 'trial-licence');
    expect(made.code).toBe('trial-licence');
    expect(await refusalOf(create(contentOf(), 'trial-licence'))).toMatchObject({ status: 409, code: 'licences.type-taken' });
    expect(await refusalOf(create(contentOf({ typeCode: made.typeCode })))).toMatchObject({ status: 409, code: 'licences.type-code-taken', title: `证照类型代码“${made.typeCode}”已经用于“${made.name}”` });
    const other = await create();
    expect(await refusalOf(edit(other, { typeCode: made.typeCode }))).toMatchObject({ code: 'licences.type-code-taken' });
  });

  it('两人同时修改，后到的被告知，先到的内容不丢', async () => {
    const made = await create();
    const first = await edit(made, { statement: '甲改的正文' }, colleague);
    expect(await refusalOf(edit(made, { numberPattern: '乙{sequence:3}' }))).toMatchObject({ status: 409, code: 'licences.type-stale' });
    const stored = await read(made.code);
    expect(stored).toMatchObject({ revision: first.revision, content: { statement: '甲改的正文', numberPattern: made.content.numberPattern } });
    expect((await edit(stored, { numberPattern: '乙{sequence:3}' })).content).toMatchObject({ statement: '甲改的正文', numberPattern: '乙{sequence:3}' });
  });

  it('停用要写原因，停用后不能修改，可以重新启用；每一步都进审计', async () => {
    const made = await create();
    expect(await refusalOf(turn(made, 'retire', '  '))).toMatchObject({ code: 'licences.type-reason-missing' });
    expect(await refusalOf(turn(made, 'restore'))).toMatchObject({ code: 'licences.type-state-refused', title: '“在用”的证照类型不能重新启用' });
    const retired = await turn(made, 'retire', '与另一种合并');
    expect(retired).toMatchObject({ state: 'retired', stateReason: '与另一种合并', abilities: { edit: false, retire: false, restore: true } });
    expect(await refusalOf(edit(retired, { name: '新名称' }))).toMatchObject({ code: 'licences.type-state-refused' });
    expect((await admin.http.call(listLicenceTypes, { query: { state: 'retired', limit: 100 } })).items.map(({ code }) => code)).toContain(made.code);
    expect((await turn(retired, 'restore')).state).toBe('active');
    const { rows } = await city().server.kernel.db.pool.query<{ action: string }>('SELECT action FROM kernel.audit_entry WHERE object_type = $1 AND object_id = $2 ORDER BY id', ['licence-type', made.code]);
    expect(rows.map(({ action }) => action)).toEqual(['licences.create-type', 'licences.retire-type', 'licences.restore-type']);
  });

  it('已发布的事项还在签发的不能停用，说出是哪些事项', async () => {
    const type = await read('drainage-licence');
    expect(type.givers).toMatchObject([{ itemName: '城镇污水排入排水管网许可', published: true }]);
    const refused = await refusalOf(turn(type, 'retire', '不再办理'));
    expect(refused).toMatchObject({ code: 'licences.type-in-use', title: '还有 1 个已发布的事项签发它，不能停用' });
    expect(refused.detail).toContain('“城镇污水排入排水管网许可”');
    expect((await read('drainage-licence')).state).toBe('active');
  });
});

describe('LIC-01 证照目录由谁管理', () => {
  it('办事人、窗口看不到；监督、决定、制证的人只能看', async () => {
    const person = await city().person();
    const [window, decider] = [await city().officer('区住建局', 'window'), await city().officer('区住建局', 'decision')];
    for (const who of [person, window]) {
      expect(await refusalOf(who.http.call(listLicenceTypes, { query: {} }))).toMatchObject({ status: 403 });
      expect(await refusalOf(create(contentOf(), undefined, who))).toMatchObject({ status: 403 });
    }
    const seen = await read('drainage-licence', decider);
    expect(seen.abilities).toMatchObject({ edit: false, retire: false });
    expect(await refusalOf(edit(seen, {}, decider))).toMatchObject({ status: 403 });
  });

  it('部门只管本部门颁发的，别的部门的看得到、改不了', async () => {
    const own = await create(contentOf(), undefined, department);
    expect(own.abilities.edit).toBe(true);
    const other = await read('elderly-allowance-notice', department);
    expect(other.abilities).toMatchObject({ edit: false, retire: false });
    expect(await refusalOf(edit(other, {}, department))).toMatchObject({ status: 403, code: 'licences.type-outside' });
    expect(await refusalOf(turn(other, 'retire', '试试', department))).toMatchObject({ status: 403 });
    expect(await refusalOf(create(contentOf({ issuerId: city().organizationId('区民政局') }), undefined, department))).toMatchObject({ code: 'licences.type-outside' });
    expect(await refusalOf(edit(own, { issuerId: city().organizationId('区民政局') }, department))).toMatchObject({ code: 'licences.type-outside' });
  });
});

describe('LIC-01 照面与申请表', () => {
  it('照面要印的字段申请表里没有，事项自己的检查说出来；补上来源后不再说', async () => {
    const type = await read('drainage-licence');
    expect(type.givers[0]?.forms[0]?.fields.map(({ id }) => id)).toContain('siteAddress');
    const changed = await edit(type, { face: [...type.content.face, { key: 'pump', label: '泵站', from: 'form.pumpStation' }] });
    const { versionId, findings } = await draftWith('drainage-licence', (elements) => ({ ...elements, summary: '试一试' }));
    expect(findings.filter(({ rule }) => rule === 'licence-face')).toMatchObject([{ severity: 'warning', path: 'handling.licenceTypeCode', message: expect.stringMatching(/^“城镇污水排入排水管网许可证”的照面要印“泵站”，申请表“.+”里没有这个字段/) }]);
    expect((await read('drainage-licence')).givers.map(({ published }) => published)).toEqual([true, false]);
    await edit(changed, { face: type.content.face });
    expect((await admin.http.call(getItemVersion, { params: { versionId } })).findings.filter(({ rule }) => rule === 'licence-face')).toEqual([]);
  });

  it('停用的证照类型不能再给事项，送审时被挡住', async () => {
    const made = await create();
    await turn(made, 'retire', '合并');
    const { versionId, revision, findings } = await draftWith('food-business-licence', (elements) => ({ ...elements, handling: { ...elements.handling, licenceTypeCode: made.code } }));
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'licence-type-retired', severity: 'error', message: `证照类型“${made.name}”已经停用，不能再作为办理结果。` }));
    expect(await refusalOf(admin.http.call(submitVersion, { params: { versionId }, body: { revision } }))).toMatchObject({ kind: 'rule-violated' });
  });

  it('一个事项的申请表字段可以选；没有的事项说明白', async () => {
    const { itemName, forms } = await admin.http.call(listFormFields, { params: { itemId: city().itemId('road-excavation') } });
    expect([itemName, forms[0]?.fields.find(({ id }) => id === 'projectName')?.label]).toEqual(['挖掘城市道路审批', expect.any(String)]);
    expect(await refusalOf(admin.http.call(listFormFields, { params: { itemId: '0192f1d0-0000-7000-8000-000000000000' } }))).toMatchObject({ status: 404, code: 'licences.type-item-not-found' });
  });

  // Only which characters a PDF prints can be read back: rare ones stand for what is printed or not.
  it('预览是真的 PDF：不选事项印名称，选了事项印申请表的示例内容', async () => {
    const content = contentOf({ name: '预览鲲许可证', statement: '准予鹏试验。', numberPattern: '貔〔{year}〕{sequence:5}', face: [{ key: 'place', label: '麒麟', from: 'form.siteAddress' }, { key: 'gone', label: '獬豸', from: 'form.pumpStation' }] });
    const plain = await textOf(admin.http.download(previewLicenceType, { body: { content, itemId: null, formKey: null } }));
    expect(['鲲', '鹏', '貔', '麒', '麟', '獬', '豸'].filter((character) => !plain.includes(character))).toEqual([]);
    const { forms } = await admin.http.call(listFormFields, { params: { itemId: city().itemId('drainage-licence') } });
    const filled = await textOf(admin.http.download(previewLicenceType, { body: { content, itemId: city().itemId('drainage-licence'), formKey: forms[0]?.key ?? null } }));
    const address = String(sampleAnswersOf('drainage-licence')['siteAddress'] ?? '');
    expect(address.length).toBeGreaterThan(5);
    expect([...address].filter((character) => /\p{Script=Han}/u.test(character) && !filled.includes(character))).toEqual([]);
    expect(['獬', '豸'].filter((character) => filled.includes(character))).toEqual([]);
    const unwritten = { ...content, name: '', typeCode: '', numberPattern: '{year', issuerId: null };
    expect(await textOf(admin.http.download(previewLicenceType, { body: { content: unwritten, itemId: null, formKey: null } }))).toContain('麒');
    expect(await refusalOf(admin.http.download(previewLicenceType, { body: { content, itemId: '0192f1d0-0000-7000-8000-000000000000', formKey: null } }))).toMatchObject({ status: 404 });
  });
});

describe('LIC-01 改类型不影响已签发的证照', () => {
  it('照面、编号、有效期和文件都不变，以后签发的按新的；类型代码不能再改', async () => {
    const nurse = await city().person({ name: '周婷', documentNumber: fictitiousResidentId(1, '19950808', '519997') });
    const { caseId } = await applyFor(city(), nurse, 'nurse-registration', [{ question: 'years', option: 'within' }]);
    await accept(await city().officer('区行政审批局', 'window'), caseId);
    for (const post of ['preliminary-review', 'review'] as const) {
      const officer = await city().officer('区行政审批局', post);
      if ((await look(officer, caseId)).abilities.review) await review(officer, caseId);
    }
    await approve(await city().officer('区行政审批局', 'decision'), caseId);
    await city().server.relay.drain();
    const [issued] = (await nurse.http.call(listMyLicences, { query: {} })).items;
    if (!issued) throw new Error('no licence was issued');
    const params = { licenceId: issued.id };
    const before = await nurse.http.call(getLicence, { params });
    const file = Buffer.from(await (await nurse.http.download(downloadLicence, { params })).arrayBuffer());
    const type = await read('nurse-certificate');
    expect(type).toMatchObject({ licenceCount: 1, abilities: { changeTypeCode: false } });
    expect(await refusalOf(edit(type, { typeCode: `${type.typeCode.slice(0, 18)}998` }))).toMatchObject({ code: 'licences.type-code-fixed' });
    await edit(type, { name: '护士执业证', numberPattern: '新〔{year}〕{sequence:6}', validYears: 9, statement: '新的正文', face: [{ key: 'only', label: '新的一行', from: 'holder.name' }] });
    expect(await nurse.http.call(getLicence, { params })).toEqual(before);
    expect(Buffer.from(await (await nurse.http.download(downloadLicence, { params })).arrayBuffer()).equals(file)).toBe(true);
    const next = await issueLicence(city().system(), {
      typeCode: 'nurse-certificate', caseId: '0192f1d0-0000-7000-8000-000000000001', caseNumber: '1', regionCode: '511602000000', itemName: '护士执业注册',
      holder: { kind: 'person', id: nurse.id, name: '周婷', documentNumber: '', documentMasked: '' }, issuer: { id: city().organizationId('区行政审批局'), name: '区行政审批局', creditCode },
      form: { definition: { formatVersion: 1, title: '', sections: [] }, answers: {} },
    });
    expect(next).toMatchObject({ typeName: '护士执业证', number: expect.stringMatching(/^新〔2026〕\d{6}$/), validTo: '2035-11-19' });
  }, 120_000);

  it('演示数据再次准备时，人改过的类型不被改回去', async () => {
    const made = await create(contentOf(), 'seed-again');
    await edit(made, { name: '人改过的名称' });
    const before = await readType(city().system(), 'seed-again');
    await addLicenceType(city().system(), { ...before, name: '原来的名称' });
    expect(await readType(city().system(), 'seed-again')).toEqual(before);
  });
});
