import { describe, expect, it } from 'vitest';
import { pdf, png } from '../../kernel/files/testing/samples.ts';
import { openSpreadsheet, xlsxMediaType } from '../../kernel/spreadsheets/index.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { useTestCity } from '../../testing/test-city.ts';
import {
  addMaterialFile, addReviewPoint, changeMaterialState, createMaterial, downloadGuideFile, downloadMaterialFile, editMaterial, editReviewPoint, getMaterial,
  listLicenceTypes, listMaterials, removeMaterialFile, removeReviewPoint, setLicenceTypes,
} from './contract.ts';
import { addMaterial, contentOfMaterial } from './testing/library.ts';

const city = useTestCity();

describe('CAT-05 材料库：标准材料', () => {
  it('自动编号，草稿补全后启用，停用要写原因，停用后可重新启用', async () => {
    const { http } = await city().itemAdministrator();
    const first = await http.call(createMaterial, { body: contentOfMaterial('居民户口簿', { source: '20', acceptanceStandard: ' ' }) });
    const second = await http.call(createMaterial, { body: contentOfMaterial('结婚证') });
    expect([first.code, second.code].map((code) => /^CL-\d{6}$/.test(code))).toEqual([true, true]);
    expect(Number(second.code.slice(3)) - Number(first.code.slice(3))).toBe(1);
    const params = { materialId: first.id };
    expect(await refusalOf(http.call(changeMaterialState, { params, body: { revision: 1, action: 'activate' } })))
      .toMatchObject({ code: 'materials.incomplete', title: '启用之前请补充受理标准、出具机构' });
    const whole = contentOfMaterial('居民户口簿', { source: '20', issuingAuthority: '公安机关', aliases: ['户口本', ' 户口本 ', '居民户口簿'] });
    const edited = await http.call(editMaterial, { params, body: { revision: 1, content: whole } });
    expect(edited.content.aliases).toEqual(['户口本']);
    const active = await http.call(changeMaterialState, { params, body: { revision: edited.revision, action: 'activate' } });
    expect(active).toMatchObject({ state: 'active', abilities: { edit: true, retire: true, activate: false } });
    expect(await refusalOf(http.call(changeMaterialState, { params, body: { revision: active.revision, action: 'retire' } }))).toMatchObject({ code: 'materials.reason-missing' });
    const retired = await http.call(changeMaterialState, { params, body: { revision: active.revision, action: 'retire', reason: '户籍信息已共享' } });
    expect(retired).toMatchObject({ state: 'retired', stateReason: '户籍信息已共享', abilities: { edit: false } });
    expect(await refusalOf(http.call(editMaterial, { params, body: { revision: retired.revision, content: whole } })))
      .toMatchObject({ code: 'materials.state-refused', title: '“停用”的标准材料不能修改' });
    expect((await http.call(changeMaterialState, { params, body: { revision: retired.revision, action: 'activate' } })).state).toBe('active');
  });

  it('两人同时修改，后到的被告知，内容不被覆盖；代码表和证照目录之外的值被拒绝', async () => {
    const [one, other] = [await city().itemAdministrator(), await city().itemAdministrator('同事')];
    const { id, revision, code } = await addMaterial(one, '不动产权证书');
    await other.http.call(editMaterial, { params: { materialId: id }, body: { revision, content: contentOfMaterial('不动产权证书', { pageFormat: 'A4' }) } });
    expect(await refusalOf(one.http.call(editMaterial, { params: { materialId: id }, body: { revision, content: contentOfMaterial('房产证') } }))).toMatchObject({ status: 409, code: 'materials.stale' });
    expect((await one.http.call(getMaterial, { params: { code } })).content).toMatchObject({ name: '不动产权证书', pageFormat: 'A4' });
    expect(await refusalOf(one.http.call(createMaterial, { body: contentOfMaterial('甲', { source: '77' }) }))).toMatchObject({ code: 'materials.unknown-code', title: '“77”不在代码表“材料来源渠道”中' });
    expect(await refusalOf(one.http.call(createMaterial, { body: contentOfMaterial('甲', { licenceTypes: ['no-such'] }) }))).toMatchObject({ code: 'materials.unknown-licence-type' });
    expect(await refusalOf(one.http.call(createMaterial, { body: contentOfMaterial('甲'.repeat(201)) }))).toMatchObject({ status: 400 });
  });

  it.each<[string, string, string]>([
    ['分词', '消防 意见', 'words'], ['别名', '消防意见书', 'words'], ['拼音', 'xiaofang', 'pinyin'], ['首字母', 'xfys', 'pinyin'], ['错一个字', '消防验牧意见', 'similar'],
  ])('检索：%s', async (_name, q, match) => {
    const administrator = await city().itemAdministrator();
    const known = await administrator.http.call(listMaterials, { query: { q: '消防验收意见' } });
    if (known.items.length === 0) await addMaterial(administrator, '消防验收意见', { aliases: ['消防意见书'] });
    const found = await administrator.http.call(listMaterials, { query: { q } });
    expect([found.match, found.items[0]?.name]).toEqual([match, '消防验收意见']);
  });

  it('按编码检索（写法不限），按来源、敏感、是否使用筛选，翻页不重不漏', async () => {
    const administrator = await city().itemAdministrator();
    const { http } = administrator;
    const { code } = await addMaterial(administrator, '无犯罪记录证明', { source: '20', issuingAuthority: '公安机关', sensitive: true });
    for (const q of [code, code.toLowerCase(), code.replace('-', ''), code.slice(3)]) {
      expect(await http.call(listMaterials, { query: { q } })).toMatchObject({ match: 'code', items: [{ code }] });
    }
    expect((await http.call(listMaterials, { query: { source: '20', sensitive: true, used: false } })).items.map((one) => one.code)).toEqual([code]);
    expect((await http.call(listMaterials, { query: { used: true } })).items).toEqual([]);
    const all = await http.call(listMaterials, { query: { limit: 100 } });
    const seen: string[] = [];
    for (let cursor: string | undefined, pages = 0; pages < 50; pages += 1) {
      const page = await http.call(listMaterials, { query: { limit: 2, ...(cursor ? { cursor } : {}) } });
      seen.push(...page.items.map((one) => one.code));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(all.items.map((one) => one.code));
    expect(await refusalOf(http.call(listMaterials, { query: { cursor: Buffer.from('["all",1,"x"]').toString('base64url') } }))).toMatchObject({ code: 'kernel.bad-cursor' });
  });
});

describe('CAT-05 材料库由谁维护', () => {
  it('部门可以提出并修改自己的草稿，在用的材料由全区的管理员维护；窗口只能查看，市民看不到', async () => {
    const department = await city().departmentAdministrator('区住建局');
    const administrator = await city().itemAdministrator();
    const draft = await department.http.call(createMaterial, { body: contentOfMaterial('道路挖掘施工方案') });
    expect(draft.abilities).toMatchObject({ edit: true, activate: false });
    const params = { materialId: draft.id };
    const edited = await department.http.call(editMaterial, { params, body: { revision: 1, content: contentOfMaterial('城市道路挖掘施工方案') } });
    expect(await refusalOf((await city().departmentAdministrator('区民政局')).http.call(editMaterial, { params, body: { revision: 2, content: contentOfMaterial('乙') } }))).toMatchObject({ status: 403 });
    const activate = { params, body: { revision: edited.revision, action: 'activate' as const } };
    expect(await refusalOf(department.http.call(changeMaterialState, activate))).toMatchObject({ status: 403 });
    const active = await administrator.http.call(changeMaterialState, activate);
    expect(await refusalOf(department.http.call(editMaterial, { params, body: { revision: active.revision, content: contentOfMaterial('丙') } }))).toMatchObject({ status: 403 });
    const clerk = await city().officer('区住建局', 'window');
    expect((await clerk.http.call(getMaterial, { params: { code: active.code } })).abilities).toEqual({ edit: false, activate: false, retire: false, merge: false, substitute: false });
    expect(await refusalOf(clerk.http.call(createMaterial, { body: contentOfMaterial('丁') }))).toMatchObject({ status: 403 });
    expect(await refusalOf((await city().person()).http.call(listMaterials, { query: {} }))).toMatchObject({ status: 403 });
    expect(await refusalOf(city().stranger().call(listMaterials, { query: {} }))).toMatchObject({ status: 401 });
  });
});

describe('CAT-05 导出标准材料', () => {
  it('按列表的筛选导出 Excel，代码写成名称；市民不能导出', async () => {
    const administrator = await city().itemAdministrator();
    const { code } = await addMaterial(administrator, '导出试验证明', { source: '20', issuingAuthority: '公安机关', aliases: ['导出别名'] });
    await addMaterial(administrator, '不在筛选里的表', { source: '10' });
    const answer = await city().server.app.inject({ method: 'GET', url: `/api/v1/standard-materials/export?source=20&q=${encodeURIComponent('导出试验')}`, headers: administrator.headers });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, xlsxMediaType]);
    const book = await openSpreadsheet({ fileName: '标准材料.xlsx', content: answer.rawPayload });
    const rows = [];
    for await (const row of book.rows('标准材料')) rows.push([1, 2, 3, 4, 6, 7].map((column) => row.cells.get(column)?.text));
    expect(rows).toEqual([['编码', '材料名称', '别名', '类别', '来源渠道', '出具机构'], [code, '导出试验证明', '导出别名', '申请材料', '政府部门核发', '公安机关']]);
    expect((await city().server.app.inject({ method: 'GET', url: '/api/v1/standard-materials/export', headers: (await city().person()).headers })).statusCode).toBe(403);
  });
});

describe('CAT-05 材料与证照目录映射', () => {
  it('没有对应材料的证照类型排在前面；设定之后不再列出，另一种材料仍可对应同一证照', async () => {
    const administrator = await city().itemAdministrator();
    const { http } = administrator;
    const before = (await http.call(listLicenceTypes, {})).types;
    expect(before.find(({ code }) => code === 'nurse-certificate')).toMatchObject({ name: '护士执业证书', holderKind: 'person', materials: [] });
    const { id, revision, code } = await addMaterial(administrator, '护士执业证书', { source: '20', issuingAuthority: '卫生健康部门' });
    const unmapped = () => http.call(listMaterials, { query: { source: '20', state: 'active', withLicenceType: false, limit: 100 } });
    expect((await unmapped()).items.map((one) => one.code)).toContain(code);
    expect((await http.call(setLicenceTypes, { params: { materialId: id }, body: { revision, licenceTypes: ['nurse-certificate'] } })).content.licenceTypes).toEqual(['nurse-certificate']);
    const after = (await http.call(listLicenceTypes, {})).types;
    expect(after.find((type) => type.code === 'nurse-certificate')?.materials.map((one) => one.code)).toEqual([code]);
    expect(after.findIndex((type) => type.materials.length > 0)).toBeGreaterThan(0);
    expect((await unmapped()).items.map((one) => one.code)).not.toContain(code);
    expect(await refusalOf(http.call(setLicenceTypes, { params: { materialId: id }, body: { revision: revision + 1, licenceTypes: ['x'] } }))).toMatchObject({ code: 'materials.unknown-licence-type' });
  });
});

describe('CAT-05 样本和空白表格，GDE-03 审查要点与样本', () => {
  it('空白表格和示例样表公开下载，审查样本只给工作人员；移除之后不能再下载', async () => {
    const administrator = await city().itemAdministrator();
    const { http } = administrator;
    const { id } = await addMaterial(administrator, '授权委托书', { type: '2' });
    const form = await administrator.http.uploadMaterial('授权委托书.pdf', pdf());
    const params = { materialId: id };
    const withForm = await http.call(addMaterialFile, { params, body: { fileId: form.id, kind: 'blank-form', title: '授权委托书（空白）' } });
    const sample = await administrator.http.uploadMaterial('缺签名.png', png());
    const { files } = await http.call(addMaterialFile, { params, body: { fileId: sample.id, kind: 'fail-sample', title: '委托人未签名', note: '落款处没有签名，应补签。' } });
    expect(withForm.files).toMatchObject([{ kind: 'blank-form', name: '授权委托书.pdf', mediaType: 'application/pdf' }]);
    const [blank, wrong] = files;
    const stranger = city().stranger();
    expect((await stranger.download(downloadGuideFile, { params: { fileId: blank?.id ?? '' } })).size).toBe(form.size);
    expect(await refusalOf(stranger.download(downloadGuideFile, { params: { fileId: wrong?.id ?? '' } }))).toMatchObject({ status: 404 });
    const clerk = await city().officer('区住建局', 'window');
    expect((await clerk.http.download(downloadMaterialFile, { params: { ...params, fileId: wrong?.id ?? '' } })).type).toBe('image/png');
    expect(await refusalOf(http.call(addMaterialFile, { params, body: { fileId: form.id, kind: 'example', title: '同一文件' } }))).toMatchObject({ code: 'materials.file-unknown' });
    expect(await refusalOf(clerk.http.call(removeMaterialFile, { params: { ...params, fileId: blank?.id ?? '' } }))).toMatchObject({ status: 403 });
    expect((await http.call(removeMaterialFile, { params: { ...params, fileId: blank?.id ?? '' } })).files).toHaveLength(1);
    expect(await refusalOf(stranger.download(downloadGuideFile, { params: { fileId: blank?.id ?? '' } }))).toMatchObject({ status: 404 });
  });

  it('草稿的样表不公开，启用后公开', async () => {
    const { http } = await city().itemAdministrator();
    const draft = await http.call(createMaterial, { body: contentOfMaterial('章程') });
    const file = await (await city().itemAdministrator()).http.uploadMaterial('章程样表.pdf', pdf());
    const { files } = await http.call(addMaterialFile, { params: { materialId: draft.id }, body: { fileId: file.id, kind: 'example', title: '章程样表' } });
    const download = () => city().stranger().download(downloadGuideFile, { params: { fileId: files[0]?.id ?? '' } });
    expect(await refusalOf(download())).toMatchObject({ status: 404 });
    await http.call(changeMaterialState, { params: { materialId: draft.id }, body: { revision: draft.revision, action: 'activate' } });
    expect((await download()).type).toBe('application/pdf');
  });

  it('审查要点按环节添加、修改、移除，样本随要点移除；同一环节不重复', async () => {
    const administrator = await city().itemAdministrator();
    const { http } = administrator;
    const { id } = await addMaterial(administrator, '租赁合同');
    const params = { materialId: id };
    const added = await http.call(addReviewPoint, { params, body: { stage: 'acceptance', text: '出租人、承租人均已签字或者盖章。' } });
    await http.call(addReviewPoint, { params, body: { stage: 'review', text: '租期覆盖申请的许可期限。', basis: '《公共场所卫生管理条例实施细则》' } });
    expect(await refusalOf(http.call(addReviewPoint, { params, body: { stage: 'review', text: ' 租期覆盖申请的许可期限。 ' } }))).toMatchObject({ code: 'materials.point-taken' });
    const pointId = added.points[0]?.id ?? '';
    const sample = await administrator.http.uploadMaterial('合格合同.pdf', pdf());
    const body = { fileId: sample.id, kind: 'pass-sample' as const, title: '签字齐全', reviewPointId: pointId };
    expect(await refusalOf(http.call(addMaterialFile, { params, body: { ...body, kind: 'example' } }))).toMatchObject({ code: 'materials.sample-needs-review' });
    const withSample = await http.call(addMaterialFile, { params, body });
    expect(withSample.files).toMatchObject([{ reviewPointId: pointId, kind: 'pass-sample' }]);
    const edited = await http.call(editReviewPoint, { params: { ...params, pointId }, body: { stage: 'acceptance', text: '出租人、承租人均已签字。' } });
    expect(edited.points.map(({ text }) => text)).toEqual(['出租人、承租人均已签字。', '租期覆盖申请的许可期限。']);
    const removed = await http.call(removeReviewPoint, { params: { ...params, pointId } });
    expect([removed.points.length, removed.files.length]).toEqual([1, 0]);
    expect(await refusalOf(http.call(editReviewPoint, { params: { ...params, pointId }, body: { stage: 'review', text: '甲' } }))).toMatchObject({ code: 'materials.point-not-found' });
  });
});
