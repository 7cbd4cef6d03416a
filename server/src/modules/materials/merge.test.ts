import { beforeAll, describe, expect, it } from 'vitest';
import { pdf } from '../../kernel/files/testing/samples.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { readItemContents } from '../catalog/index.ts';
import {
  addMaterialFile, addReviewPoint, editMaterial, getMaterial, listMaterials, listMaterialUses, listMergeGroups, listMerges, mergeMaterials, previewMerge,
  proposeSubstitution, undoMerge, type MaterialView,
} from './contract.ts';
import { materialsEvents, resolveStandardCodes } from './index.ts';
import { addMaterial, mapItem, publishOpenDraft } from './testing/library.ts';

const city = useTestCity();
let administrator: Signed;
let kept: MaterialView;
let copy: MaterialView;
let old: MaterialView;

const look = (code: string) => administrator.http.call(getMaterial, { params: { code } });
const merge = async (into: MaterialView, merged: readonly MaterialView[], by = administrator) => {
  const [target, ...others] = await Promise.all([into, ...merged].map(({ code }) => look(code)));
  return by.http.call(mergeMaterials, {
    body: { keptId: into.id, keptRevision: target?.revision ?? 0, merged: others.map(({ id, revision }) => ({ id, revision })), reason: '名称不同，同为市场监管部门核发的营业执照' },
  });
};

beforeAll(async () => {
  administrator = await city().itemAdministrator();
  const issued = { source: '20', issuingAuthority: '市场监督管理部门' };
  kept = await addMaterial(administrator, '营业执照', { ...issued, acceptanceStandard: '在有效登记状态。' });
  copy = await addMaterial(administrator, '营业执照（副本）复印件', { ...issued, aliases: ['工商营业执照'], licenceTypes: ['food-business-licence'], form: '1' });
  old = await addMaterial(administrator, '工商营业执照', issued);
  const file = await administrator.http.uploadMaterial('营业执照样本.pdf', pdf());
  copy = await administrator.http.call(addMaterialFile, { params: { materialId: copy.id }, body: { fileId: file.id, kind: 'example', title: '营业执照样本' } });
  copy = await administrator.http.call(addReviewPoint, { params: { materialId: copy.id }, body: { stage: 'review', text: '登记状态为存续。' } });
  await administrator.http.call(proposeSubstitution, {
    body: { materialId: copy.id, terms: { licenceTypeCode: 'labour-dispatch-licence', holderKind: 'any', minimumDaysLeft: 0, legalBasis: '《国务院关于在线政务服务的若干规定》第十条' } },
  });
  await mapItem(administrator, city().itemId('food-business-licence'), { 'business-licence': copy.code });
  await mapItem(administrator, city().itemId('road-freight-licence'), { 'business-licence': kept.code });
  await publishOpenDraft(city(), city().itemId('food-business-licence'));
});

describe('CAT-05 同名归并', () => {
  it('按名称、别名和规范化名称归组，别名相连的在一组，用得多的在前', async () => {
    const { items } = await administrator.http.call(listMergeGroups, { query: {} });
    expect(items).toHaveLength(1);
    expect(new Set(items[0]?.materials.map(({ code }) => code))).toEqual(new Set([kept.code, copy.code, old.code]));
    expect(items[0]?.materials.at(-1)?.code).toBe(old.code);
    expect(items[0]?.sharedNames.toSorted()).toEqual(['工商营业执照', '营业执照'].toSorted());
  });

  it('预览逐项列出别名、证照类型、文件、要点、替代规则、差异和用到的事项版本，什么也不改', async () => {
    const preview = await administrator.http.call(previewMerge, { body: { keptId: kept.id, mergedIds: [copy.id, old.id] } });
    expect(preview).toMatchObject({
      kept: { code: kept.code, itemCount: 1 }, resolvedCodes: [copy.code, old.code], addedAliases: ['营业执照（副本）复印件', '工商营业执照'],
      addedLicenceTypes: [{ code: 'food-business-licence', name: '食品经营许可证' }], files: [{ code: copy.code, kind: 'example', title: '营业执照样本' }],
      points: [{ code: copy.code, text: '登记状态为存续。' }], useCount: 1,
      substitutions: [{ code: copy.code, licenceTypeName: '劳务派遣经营许可证', state: 'draft', reachedItems: 1, doubled: false }],
    });
    expect(preview.differences.map(({ label, kept: mine, others }) => [label, mine, others[0]?.value])).toEqual([
      ['名称', '营业执照', '营业执照（副本）复印件'], ['材料形式', '纸质或电子化', '纸质'], ['受理标准', '在有效登记状态。', '清晰、完整、在有效期内。'],
    ]);
    expect(preview.uses).toMatchObject([{ itemName: '食品经营许可新办', versionState: 'published', standardCode: copy.code, doubledIn: [] }]);
    expect((await look(copy.code)).state).toBe('active');
    expect((await administrator.http.call(listMerges, { query: {} })).items).toEqual([]);
  });

  it('同一情形会出现两次同一材料时在预览中指出', async () => {
    const itemId = city().itemId('road-freight-licence');
    const [item] = await readItemContents(city().server.kernel, [itemId]);
    const second = item?.open?.elements.materials.find(({ key, formKey }) => key !== 'business-licence' && formKey === undefined);
    await mapItem(administrator, itemId, { [second?.key ?? '']: old.code });
    const preview = await administrator.http.call(previewMerge, { body: { keptId: kept.id, mergedIds: [old.id] } });
    expect(preview.uses).toMatchObject([{ itemId, versionState: 'draft', materialName: second?.name }]);
    expect(preview.uses[0]?.doubledIn.length).toBeGreaterThan(0);
  });

  it('归并后原编码继续有效并指向保留的材料，已发布版本不动；撤销后各自恢复原状', async () => {
    const published = (await readItemContents(city().server.kernel, [city().itemId('food-business-licence')]))[0]?.published;
    const before = await Promise.all([kept, copy, old].map(({ code }) => look(code)));
    const record = await merge(kept, [copy, old]);
    expect(record).toMatchObject({ kept: { code: kept.code }, merged: [{ code: copy.code }, { code: old.code }], abilities: { undo: true } });
    const resolved = await resolveStandardCodes(city().server.kernel, [copy.code, old.code, kept.code, 'CL-999999']);
    expect([...resolved].map(([code, target]) => [code, target.code])).toEqual(expect.arrayContaining([[copy.code, kept.code], [old.code, kept.code], [kept.code, kept.code]]));
    expect(resolved.size).toBe(3);
    const merged = await look(kept.code);
    expect(merged).toMatchObject({ itemCount: 2, files: [{ title: '营业执照样本', materialCode: copy.code }], points: [{ text: '登记状态为存续。' }] });
    expect(merged.content).toMatchObject({ aliases: ['营业执照（副本）复印件', '工商营业执照'], licenceTypes: ['food-business-licence'] });
    expect(await look(old.code)).toMatchObject({ state: 'merged', mergedInto: { code: kept.code }, abilities: { edit: false, merge: false } });
    expect((await administrator.http.call(listMaterials, { query: { q: '工商营业执照' } })).items.map(({ code }) => code)).toEqual([kept.code]);
    expect((await administrator.http.call(listMaterialUses, { params: { materialId: kept.id }, query: {} })).items.map(({ standardCode }) => standardCode).toSorted())
      .toEqual([kept.code, copy.code, old.code].toSorted());
    expect((await readItemContents(city().server.kernel, [city().itemId('food-business-licence')]))[0]?.published).toEqual(published);
    expect((await administrator.http.call(listMergeGroups, { query: {} })).items).toEqual([]);

    const undone = await administrator.http.call(undoMerge, { params: { mergeId: record.id } });
    expect(undone).toMatchObject({ undoneByName: administrator.name, abilities: { undo: false } });
    const after = await Promise.all([kept, copy, old].map(({ code }) => look(code)));
    const comparable = ({ content, state, files, points, itemCount, merged: others }: MaterialView) => ({ content, state, files, points, itemCount, others });
    expect(after.map(comparable)).toEqual(before.map(comparable));
    expect(await refusalOf(administrator.http.call(undoMerge, { params: { mergeId: record.id } }))).toMatchObject({ code: 'materials.merge-undone' });
  });

  it('归并接着归并：最早的编码也指向最后保留的；只能从最后一次撤销起', async () => {
    const first = await merge(copy, [old]);
    const second = await merge(kept, [copy]);
    const targets = async () => [...await resolveStandardCodes(city().server.kernel, [old.code, copy.code])].map(([, { code }]) => code);
    expect(await targets()).toEqual([kept.code, kept.code]);
    expect(await refusalOf(administrator.http.call(undoMerge, { params: { mergeId: first.id } }))).toMatchObject({ code: 'materials.merged-again' });
    await administrator.http.call(undoMerge, { params: { mergeId: second.id } });
    expect(await targets()).toEqual([copy.code, copy.code]);
    await administrator.http.call(undoMerge, { params: { mergeId: first.id } });
    expect((await look(old.code)).state).toBe('active');
  });

  it('归并之后写的内容在撤销时保留', async () => {
    const record = await merge(kept, [old]);
    const now = await look(kept.code);
    await administrator.http.call(editMaterial, {
      params: { materialId: kept.id }, body: { revision: now.revision, content: { ...now.content, aliases: [...now.content.aliases, '个体工商户营业执照'], pageFormat: 'A3' } },
    });
    await administrator.http.call(undoMerge, { params: { mergeId: record.id } });
    expect((await look(kept.code)).content).toMatchObject({ aliases: ['个体工商户营业执照'], pageFormat: 'A3' });
  });

  it('预览之后有人改过则拒绝；不能归并到自己、不能跨类、部门管理员和窗口不能归并', async () => {
    const stale = { keptId: kept.id, keptRevision: 1, merged: [{ id: old.id, revision: (await look(old.code)).revision }], reason: '同一材料' };
    expect(await refusalOf(administrator.http.call(mergeMaterials, { body: stale }))).toMatchObject({ status: 409, code: 'materials.stale' });
    expect((await look(old.code)).state).toBe('active');
    expect(await refusalOf(administrator.http.call(previewMerge, { body: { keptId: kept.id, mergedIds: [kept.id] } }))).toMatchObject({ code: 'materials.merge-into-itself' });
    const issued = await addMaterial(administrator, '准予许可决定书', { kind: 'issued' });
    expect(await refusalOf(administrator.http.call(previewMerge, { body: { keptId: kept.id, mergedIds: [issued.id] } }))).toMatchObject({ code: 'materials.merge-kinds-differ' });
    for (const person of [await city().departmentAdministrator('区市监局'), await city().officer('区市监局', 'window')]) {
      expect(await refusalOf(person.http.call(previewMerge, { body: { keptId: kept.id, mergedIds: [old.id] } }))).toMatchObject({ status: 403 });
    }
  });

  it('归并和撤销各发出一个事件，写明原编码', async () => {
    const { rows } = await city().server.database.db.pool.query<{ type: string; data: { mergedCodes?: string[]; restoredCodes?: string[] } }>(
      'SELECT type, data FROM kernel.event WHERE aggregate_id = $1 ORDER BY position LIMIT 2', [kept.id]);
    expect(rows.map(({ type, data }) => [type, (data.mergedCodes ?? data.restoredCodes)?.toSorted()])).toEqual([
      [materialsEvents.merged, [copy.code, old.code].toSorted()], [materialsEvents.mergeUndone, [copy.code, old.code].toSorted()],
    ]);
  });
});
