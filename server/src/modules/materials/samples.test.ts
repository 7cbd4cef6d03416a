import { beforeAll, describe, expect, it } from 'vitest';
import { jpeg, pdf } from '../../kernel/files/testing/samples.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { getItemGuide } from '../catalog/contract.ts';
import { readItemContents } from '../catalog/index.ts';
import {
  addMaterialFile, addReviewPoint, getGuideMaterials, getMaterial, getReviewSamples, mergeMaterials, type FileKind, type MaterialView,
} from './contract.ts';
import { addMaterial, mapItem, publishOpenDraft } from './testing/library.ts';

const city = useTestCity();
const item = 'fireworks-retail';
let administrator: Signed;
let material: MaterialView;
let key = '';
let ownPoint = { stage: 'acceptance' as 'acceptance' | 'review' | 'decision', text: '' };

async function addFile(kind: FileKind, title: string, reviewPointId?: string): Promise<void> {
  const file = await administrator.http.uploadMaterial(kind === 'blank-form' ? `${title}.pdf` : `${title}.jpg`, kind === 'blank-form' ? pdf() : jpeg());
  await administrator.http.call(addMaterialFile, { params: { materialId: material.id }, body: { fileId: file.id, kind, title, ...(reviewPointId ? { reviewPointId } : {}) } });
}

const samples = async (by: Signed) => {
  const [content] = await readItemContents(city().server.kernel, [city().itemId(item)]);
  return by.http.call(getReviewSamples, { params: { versionId: content?.published?.versionId ?? '' } });
};

beforeAll(async () => {
  administrator = await city().itemAdministrator();
  const { elements } = await administrator.http.call(getItemGuide, { params: { itemId: city().itemId(item) } });
  const target = elements.materials.find(({ formKey, reviewPoints }) => formKey === undefined && reviewPoints.length > 0);
  const point = target?.reviewPoints[0];
  if (!target || !point) throw new Error('the item has no uploaded material with a review point');
  ({ key } = target);
  ownPoint = { stage: point.stage, text: point.text };
  material = await addMaterial(administrator, target.name);
  const withPoints = await administrator.http.call(addReviewPoint, { params: { materialId: material.id }, body: ownPoint });
  const added = await administrator.http.call(addReviewPoint, { params: { materialId: material.id }, body: { stage: 'acceptance', text: '照片能看清四至和安全距离。' } });
  await addFile('blank-form', '登记表');
  await addFile('pass-sample', '与要点相同的合格样本', withPoints.points[0]?.id);
  await addFile('fail-sample', '照片模糊', added.points.find(({ text }) => text.startsWith('照片'))?.id);
  await addFile('example', '示例样表');
  await mapItem(administrator, city().itemId(item), { [key]: material.code }, { withReviewPoints: true });
  await publishOpenDraft(city(), city().itemId(item));
});

describe('GDE-03 审查样本：勾选要点时可以打开', () => {
  it('样本落在采用了要点库的要点和同样措辞的要点上，示例样表落在材料上；空白表格不算样本', async () => {
    const clerk = await city().officer('区应急管理局', 'window');
    const { materials } = await samples(clerk);
    expect(materials.map((one) => one.key)).toEqual([key]);
    expect(materials[0]?.files.map(({ title }) => title)).toEqual(['示例样表']);
    expect(materials[0]?.points.map(({ files }) => files.map(({ title, kind }) => [kind, title]))).toEqual([[['pass-sample', '与要点相同的合格样本']], [['fail-sample', '照片模糊']]]);
    expect(await refusalOf(samples(await city().person()))).toMatchObject({ status: 403 });
  });

  it('归并之后，用原编码的事项仍能打开样本和表格', async () => {
    const kept = await addMaterial(administrator, `${material.content.name}（统一）`);
    const { revision } = await administrator.http.call(getMaterial, { params: { code: material.code } });
    await administrator.http.call(mergeMaterials, { body: { keptId: kept.id, keptRevision: kept.revision, merged: [{ id: material.id, revision }], reason: '同一材料' } });
    expect((await samples(administrator)).materials[0]?.points).toHaveLength(2);
    const guide = await city().stranger().call(getGuideMaterials, { params: { itemId: city().itemId(item) } });
    expect(guide.materials).toMatchObject([{ key, standardCode: kept.code, files: [{ kind: 'blank-form', title: '登记表' }, { kind: 'example', title: '示例样表' }] }]);
  });
});

describe('CAT-05 办事指南上的样表', () => {
  it('没有对应标准材料的事项什么也不附加，不存在的事项是找不到', async () => {
    expect((await city().stranger().call(getGuideMaterials, { params: { itemId: city().itemId('nurse-registration') } })).materials).toEqual([]);
    expect(await refusalOf(city().stranger().call(getGuideMaterials, { params: { itemId: material.id } }))).toMatchObject({ status: 404 });
  });
});
