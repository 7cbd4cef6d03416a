import { beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/http-client.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { getItemGuide, getItemVersion } from '../catalog/contract.ts';
import { readItemContents, submitVersion } from '../catalog/index.ts';
import {
  addReviewPoint, applyMapping, changeMaterialState, getMappingProgress, getMaterial, listMappingUses, listMaterialUses, listUnmapped, previewMapping, type MaterialView,
} from './contract.ts';
import { catchUpWithItems } from './index.ts';
import { addMaterial, mapItem, publishOpenDraft } from './testing/library.ts';

const city = useTestCity();
let administrator: Signed;
let licence: MaterialView;

beforeAll(async () => {
  administrator = await city().itemAdministrator();
  await catchUpWithItems(city().system());
  await addMaterial(administrator, '营业执照', { kind: 'issued' });
  licence = await addMaterial(administrator, '营业执照（副本）', { source: '20', issuingAuthority: '市场监督管理部门', aliases: ['企业法人营业执照'] });
});

const unmapped = (query: Parameters<typeof administrator.http.call<typeof listUnmapped>>[1]['query'] = {}) => administrator.http.call(listUnmapped, { query: { limit: 100, ...query } });
const groupOf = async (nameKey: string) => (await unmapped()).items.find((group) => group.nameKey === nameKey);

describe('CAT-05 事项材料对应标准材料', () => {
  it('未对应的材料按名称归组，用得最多的在前；括号、复印件不同也给出建议', async () => {
    const { items } = await unmapped();
    expect(items.map(({ itemCount }) => itemCount)).toEqual(items.map(({ itemCount }) => itemCount).toSorted((one, other) => other - one));
    const group = await groupOf('营业执照');
    expect(group).toMatchObject({ names: ['营业执照'], suggestions: [{ code: licence.code, ground: 'normalised' }] });
    expect(group?.itemCount).toBeGreaterThan(3);
    expect((await unmapped({ suggested: true })).items.map(({ nameKey }) => nameKey)).toEqual(['营业执照']);
    expect((await unmapped({ q: '（执照）' })).items).toEqual([]);
    expect((await unmapped({ q: '营业执照' })).items.map(({ nameKey }) => nameKey)).toContain('营业执照');
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await administrator.http.call(listUnmapped, { query: { limit: 7, ...(cursor ? { cursor } : {}) } });
      seen.push(...page.items.map(({ nameKey }) => nameKey));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(items.map(({ nameKey }) => nameKey));
  });

  it('预览说明将新建草稿；对应之后草稿带编码，已发布的办事指南不变，进度和使用处随之变化', async () => {
    const { items: uses } = await administrator.http.call(listMappingUses, { query: { nameKey: '营业执照', limit: 100 } });
    const lines = uses.map(({ itemId, key }) => ({ itemId, key, standardCode: licence.code }));
    const { plans } = await administrator.http.call(previewMapping, { body: { lines } });
    expect(plans.map(({ effect }) => effect)).toEqual(uses.map(() => 'new-draft'));
    expect(plans[0]?.changes).toMatchObject([{ name: '营业执照', from: null, to: licence.code, toName: '营业执照（副本）' }]);
    const before = await administrator.http.call(getMappingProgress, {});
    const { outcomes } = await administrator.http.call(applyMapping, {
      body: { withReviewPoints: false, items: plans.map(({ itemId, versionId, revision, changes }) => ({ itemId, versionId, revision, changes: changes.map(({ key, to }) => ({ key, standardCode: to })) })) },
    });
    expect(outcomes.map(({ outcome, newDraft }) => [outcome, newDraft])).toEqual(uses.map(() => ['mapped', true]));
    const after = await administrator.http.call(getMappingProgress, {});
    expect([after.total, after.mapped, after.suggested]).toEqual([before.total, before.mapped + uses.length, before.suggested - uses.length]);
    expect(after.departments.reduce((sum, { mapped }) => sum + mapped, 0)).toBe(after.mapped);
    const [first] = outcomes;
    const draft = await administrator.http.call(getItemVersion, { params: { versionId: first?.versionId ?? '' } });
    expect([draft.state, draft.elements.materials.find(({ name }) => name === '营业执照')?.standardCode]).toEqual(['draft', licence.code]);
    const guide = await city().stranger().call(getItemGuide, { params: { itemId: first?.itemId ?? '' } });
    expect(guide.elements.materials.every(({ standardCode }) => standardCode === undefined)).toBe(true);
    expect((await administrator.http.call(getMaterial, { params: { code: licence.code } })).itemCount).toBe(uses.length);
    expect((await administrator.http.call(listMaterialUses, { params: { materialId: licence.id }, query: { limit: 100 } })).items.map(({ versionState }) => versionState)).toEqual(uses.map(() => 'draft'));
    expect(await groupOf('营业执照')).toBeUndefined();
  });

  it('事件送达之后使用情况与直接读取的一致；发布之后使用处成为已发布版本', async () => {
    const itemId = city().itemId('labour-dispatch-licence');
    await publishOpenDraft(city(), itemId);
    const { items } = await administrator.http.call(listMaterialUses, { params: { materialId: licence.id }, query: { limit: 100 } });
    expect(items.filter((use) => use.itemId === itemId).map(({ versionState, versionNumber }) => [versionState, versionNumber])).toEqual([['published', 2]]);
    await catchUpWithItems(city().system());
    expect((await administrator.http.call(listMaterialUses, { params: { materialId: licence.id }, query: { limit: 100 } })).items).toEqual(items);
  });

  it('正在审核的、预览之后被改过的、范围之外的逐个说明原因，其余照常对应', async () => {
    const card = await addMaterial(administrator, '身份证明', { source: '20', issuingAuthority: '公安机关' });
    const reviewed = city().itemId('nurse-registration');
    const other = city().itemId('elderly-allowance');
    const wanted = async (itemId: string) => {
      const [item] = await readItemContents(city().server.kernel, [itemId]);
      const version = item?.open ?? item?.published;
      return { itemId, versionId: version?.versionId ?? '', revision: version?.revision ?? 0, changes: [{ key: version?.elements.materials[1]?.key ?? '', standardCode: card.code }] };
    };
    const outcome = await mapItem(administrator, reviewed, { [(await wanted(reviewed)).changes[0]?.key ?? '']: card.code });
    expect(outcome).toMatchObject({ outcome: 'mapped', newDraft: true });
    const [draft] = await readItemContents(city().server.kernel, [reviewed]);
    await submitVersion(city().system(), draft?.open?.versionId ?? '', draft?.open?.revision ?? 0);
    const stale = { ...await wanted(other), revision: 99 };
    const unknown = { ...await wanted(other), itemId: '00000000-0000-7000-8000-000000000000' };
    const { outcomes } = await administrator.http.call(applyMapping, { body: { withReviewPoints: false, items: [await wanted(reviewed), stale, unknown, await wanted(city().itemId('fireworks-retail'))] } });
    expect(outcomes.map((one) => one.message)).toEqual(['正在审核，请在审核退回或发布之后再对应。', '预览之后有人修改了这个事项，请重新预览。', '没有找到这个事项，或不在您可以编制的范围内。', null]);
  });

  it('停用的、核发的、不存在的标准材料不能对应；只看预览不会留下草稿', async () => {
    const old = await addMaterial(administrator, '暂住证');
    await administrator.http.call(changeMaterialState, { params: { materialId: old.id }, body: { revision: old.revision, action: 'retire', reason: '已改为居住证' } });
    const itemId = city().itemId('elderly-allowance');
    const lines = [{ itemId, key: 'id-card', standardCode: old.code }];
    const before = await readItemContents(city().server.kernel, [itemId]);
    const { plans } = await administrator.http.call(previewMapping, { body: { lines } });
    expect(plans).toMatchObject([{ effect: 'refused', reason: '标准材料“暂住证”不是在用状态，不能对应。' }]);
    const issued = await addMaterial(administrator, '身份证', { kind: 'issued' });
    expect((await administrator.http.call(previewMapping, { body: { lines: [{ itemId, key: 'id-card', standardCode: issued.code }] } })).plans)
      .toMatchObject([{ reason: '“身份证”是核发材料，请对应到申请材料。' }]);
    const missing = await administrator.http.call(previewMapping, { body: { lines: [{ itemId, key: 'id-card', standardCode: 'CL-999999' }] } });
    expect(missing.plans).toMatchObject([{ reason: '材料库中没有编码 CL-999999。' }]);
    expect(await readItemContents(city().server.kernel, [itemId])).toEqual(before);
  });

  it('部门只看到并只能对应自己的事项；没有权限的岗位被拒绝', async () => {
    const department = await city().departmentAdministrator('区民政局');
    const progress = await department.http.call(getMappingProgress, {});
    expect(progress.departments.map(({ name }) => name)).toEqual(['区民政局']);
    const { items } = await department.http.call(listMappingUses, { query: { limit: 100 } });
    expect(new Set(items.map(({ departmentName }) => departmentName))).toEqual(new Set(['区民政局']));
    const foreign = { itemId: city().itemId('fireworks-retail'), key: 'business-licence', standardCode: licence.code };
    expect((await department.http.call(previewMapping, { body: { lines: [foreign] } })).plans).toEqual([]);
    const clerk = await city().officer('区民政局', 'window');
    expect(await refusalOf(clerk.http.call(getMappingProgress, {}))).toMatchObject({ status: 403 });
    expect(await refusalOf(clerk.http.call(previewMapping, { body: { lines: [foreign] } }))).toMatchObject({ status: 403 });
  });
});

describe('GDE-03 审查要点库：对应时补齐要点', () => {
  it('只补材料没有的要点，带上要点库的标识；同样的话不重复', async () => {
    const material = await addMaterial(administrator, '卫生检测报告');
    const params = { materialId: material.id };
    const { points } = await administrator.http.call(addReviewPoint, { params, body: { stage: 'acceptance', text: '检测机构具有检验检测机构资质认定证书。' } });
    const itemId = city().itemId('public-place-hygiene');
    const [item] = await readItemContents(city().server.kernel, [itemId]);
    const target = (item?.open ?? item?.published)?.elements.materials.at(-1);
    const own = target?.reviewPoints[0];
    if (!target || !own) throw new Error('the item has no material with a review point');
    await administrator.http.call(addReviewPoint, { params, body: { stage: own.stage, text: own.text } });
    await mapItem(administrator, itemId, { [target.key]: material.code }, { withReviewPoints: true });
    const [mapped] = await readItemContents(city().server.kernel, [itemId]);
    const after = mapped?.open?.elements.materials.find(({ key }) => key === target.key);
    expect(after?.reviewPoints.map(({ text, libraryPointId }) => [text, libraryPointId])).toEqual([
      ...target.reviewPoints.map(({ text }) => [text, undefined]), ['检测机构具有检验检测机构资质认定证书。', points[0]?.id],
    ]);
    await mapItem(administrator, itemId, { [target.key]: material.code }, { withReviewPoints: true });
    const [again] = await readItemContents(city().server.kernel, [itemId]);
    expect(again?.open?.elements.materials.find(({ key }) => key === target.key)?.reviewPoints).toEqual(after?.reviewPoints);
  });
});
