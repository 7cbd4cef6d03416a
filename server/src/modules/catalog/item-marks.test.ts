import { describe, expect, it } from 'vitest';
import { addTestOrganization } from '../../kernel/identity/testing/test-accounts.ts';
import { useItemOffice } from '../../testing/item-office.ts';
import { partsOf } from '../cases/index.ts';
import type { ItemElements, LifeStage, StaffItem } from './contract.ts';

const office = useItemOffice();
const get = async (url: string, who: Parameters<ReturnType<typeof office>['call']>[0] = office().editor) => (await office().call(who, 'GET', url)).body;
const listed = async (query: string): Promise<string[]> => (await get(`/api/v1/catalog/items?limit=100&${query}`)).items.map(({ name }: StaffItem) => name).sort();
const guideOf = async (itemId: string): Promise<ItemElements> => (await office().call(undefined, 'GET', `/api/v1/items/${itemId}`)).body.elements;

describe('清单标签和生命周期 (CAT-06, CAT-07)', () => {
  it.each([
    ['一证通办', 'one-licence'], ['零材料', 'zero-material'], ['川渝通办', 'sichuan-chongqing'],
  ])('带“%s”标签的事项列入清单，市民检索时看到标签；统计区分已发布的', async (name, tag) => {
    const { entries } = await get('/api/v1/dictionaries/item-tag', undefined);
    const code = entries.find((entry: { name: string }) => entry.name === name)?.code ?? tag;
    const counted = async () => (await get('/api/v1/catalog/tags')).tags.find((one: { code: string }) => one.code === code);
    const before = await counted();
    const [one, two] = [office().elements({ tags: [code] }), office().elements({ tags: [code] })];
    const { itemId } = await office().publishNew(one);
    await office().create(two);
    expect(await listed(`tag=${code}`)).toEqual([one.name, two.name].sort());
    expect(await listed(`tag=${code}&state=published`)).toEqual([one.name]);
    expect(await counted()).toMatchObject({ name, itemCount: before.itemCount + 2, publishedCount: before.publishedCount + 1 });
    const found = (await office().call(undefined, 'GET', `/api/v1/items?q=${encodeURIComponent(one.name)}`)).body.items;
    expect(found.find(({ id }: { id: string }) => id === itemId)?.tags).toEqual([code]);
  });

  it('按个人、企业的生命周期阶段分开列出；同名阶段互不相混；指南上有阶段', async () => {
    const [person, company] = [office().elements({ personLifeStages: ['retirement'] }), office().elements({ companyLifeStages: ['exit'] })];
    const { itemId } = await office().publishNew(company);
    await office().create(person);
    expect([await listed('lifeStage=person:retirement'), await listed('lifeStage=company:exit'), await listed('lifeStage=person:exit')]).toEqual([[person.name], [company.name], []]);
    expect(await guideOf(itemId)).toMatchObject({ companyLifeStages: ['exit'] });
  });
});

describe('公众按生命周期找事项 (CAT-07)', () => {
  const read = async (url: string) => (await office().call(undefined, 'GET', url)).body;
  const stagesOf = async (query = ''): Promise<LifeStage[]> => (await read(`/api/v1/item-life-stages${query}`)).stages;
  const stage = (stages: readonly LifeStage[], audience: string, code: string) => stages.find((one) => one.audience === audience && one.code === code);
  const foundAt = async (lifeStage: string, query = ''): Promise<string[]> =>
    (await read(`/api/v1/items?lifeStage=${lifeStage}${query}`)).items.map(({ name }: { name: string }) => name);

  it('阶段按一生的先后排列，没有事项的也在；只数已发布的，取消的不再数', async () => {
    const [birth, after] = [office().elements({ personLifeStages: ['birth', 'after-death'] }), office().elements({ personLifeStages: ['after-death'] })];
    const published = await office().publishNew(birth);
    await office().create(after);
    const person = await stagesOf('?audience=person');
    expect(person.map(({ name }) => name)).toEqual(['出生', '教育', '就业', '婚育', '置业', '生活', '出行', '就医', '救助', '养老', '身后']);
    expect(stage(person, 'person', 'birth')).toEqual({ code: 'birth', name: '出生', audience: 'person', itemCount: 1, items: [{ itemId: published.itemId, name: birth.name }] });
    expect(stage(person, 'person', 'after-death')).toMatchObject({ itemCount: 1 });
    expect(stage(person, 'person', 'travel')).toMatchObject({ itemCount: 0, items: [] });
    await office().call(office().reviewer, 'POST', `/api/v1/catalog/items/${published.itemId}/retire`, { reason: '取消' });
    expect(stage(await stagesOf(), 'person', 'birth')).toMatchObject({ itemCount: 0, items: [] });
  });

  it('一个阶段写出常办的三个事项和总数；检索结果与数目一致，可以再用关键词筛选', async () => {
    const names = ['参保登记甲', '参保登记乙', '参保登记丙', '用工备案丁'];
    for (const name of names) await office().publishNew(office().elements({ name, companyLifeStages: ['employing'] }));
    await office().publishNew(office().elements({ name: '参保登记戊', personLifeStages: ['employment'] }));
    const employing = stage(await stagesOf(), 'company', 'employing');
    expect([employing?.itemCount, employing?.items.length]).toEqual([4, 3]);
    expect((await foundAt('company:employing')).sort()).toEqual([...names].sort());
    expect((await foundAt('company:employing', `&q=${encodeURIComponent('参保登记')}`)).sort()).toEqual(names.slice(0, 3).sort());
    expect(await foundAt('person:employing')).toEqual([]);
  });

  it('发布的新版本换了阶段，两处随之改变；写法不对的条件被拒绝', async () => {
    const elements = office().elements({ companyLifeStages: ['taxes'] });
    const { itemId } = await office().publishNew(elements);
    expect(await foundAt('company:taxes')).toEqual([elements.name]);
    const draft = (await office().call(office().editor, 'POST', `/api/v1/catalog/items/${itemId}/versions`, {})).body;
    await office().publish((await office().save(draft, { ...elements, companyLifeStages: ['growth'] })).body);
    expect([await foundAt('company:taxes'), await foundAt('company:growth')]).toEqual([[], [elements.name]]);
    expect(stage(await stagesOf('?audience=company'), 'company', 'taxes')).toMatchObject({ itemCount: 0 });
    for (const wrong of ['birth', 'dog:birth', 'person:a%27b']) expect((await office().call(undefined, 'GET', `/api/v1/items?lifeStage=${wrong}`)).status).toBe(400);
  });
});

describe('事项与证照生命周期的关系 (CAT-07)', () => {
  it('从任何一个事项看得到同一证照的核发、变更、注销各由哪个事项办；没有说的按核发，没有别的事项的不列，取消的不列', async () => {
    const licence = (name: string, licenceStage?: string): Partial<ItemElements> =>
      ({ results: [{ name: '示范经营许可证', type: '10', licenceTypeCode: 'sample-permit', sample: '载明持证人。', ...(licenceStage ? { licenceStage } : {}) }], name });
    const livesOf = async (itemId: string) => (await office().call(undefined, 'GET', `/api/v1/items/${itemId}/licence-lives`)).body.licences;
    const issue = await office().publishNew(office().elements(licence('示范经营许可证核发')));
    expect(await livesOf(issue.itemId)).toEqual([]);
    const change = await office().publishNew(office().elements(licence('示范经营许可证变更', 'change')));
    const end = await office().publishNew(office().elements(licence('示范经营许可证注销', 'end')));
    office().server.clock.set(new Date(office().server.clock.now().getTime() + 60_000));
    await office().publishNew(office().elements({ ...licence('外区的示范经营许可证延续', 'renew'), regionCode: '500112000000' }));
    const seen = (lives: { stages: { name: string; items: { name: string; itemId: string }[] }[] }[]) => lives.map(({ stages }) => stages.map(({ name, items }) => [name, items.map((one) => one.name)]));
    const all = [[['核发', ['示范经营许可证核发']], ['变更', ['示范经营许可证变更']], ['注销', ['示范经营许可证注销']]]];
    expect([seen(await livesOf(issue.itemId)), seen(await livesOf(end.itemId))]).toEqual([all, all]);
    await office().call(office().reviewer, 'POST', `/api/v1/catalog/items/${change.itemId}/retire`, { reason: '并入核发' });
    expect(seen(await livesOf(issue.itemId))).toEqual([[['核发', ['示范经营许可证核发']], ['注销', ['示范经营许可证注销']]]]);
    expect((await office().call(undefined, 'GET', `/api/v1/items/${change.itemId}/licence-lives`)).status).toBe(404);
  });

  it('选了关系没选证照、注销证照的事项还要签发它、代码表里没有的关系：检查时指出，不能提交审核', async () => {
    const rulesOf = async (result: Partial<ItemElements['results'][number]>, handling: Partial<ItemElements['handling']> = {}) => {
      const elements = office().elements();
      const made = (await office().create({ ...elements, handling: { ...elements.handling, ...handling }, results: elements.results.map((one) => ({ ...one, ...result })) })).body;
      return ((await office().act(office().editor, made, 'submit')).body.issues ?? []).map(({ path, code }: { path: string; code: string }) => `${code} ${path}`);
    };
    const { licenceTypeCode: _none, ...bare } = office().elements().results[0] ?? { name: '', type: '10' };
    const without = office().elements();
    const made = (await office().create({ ...without, results: [{ ...bare, licenceStage: 'change' }] })).body;
    expect((await office().act(office().editor, made, 'submit')).body.issues).toMatchObject([{ code: 'result-licence-stage', path: 'results.0.licenceTypeCode' }]);
    expect(await rulesOf({ licenceStage: 'end' })).toContain('result-licence-stage results.0.licenceStage');
    const whole = office().elements();
    const both = await office().create({ ...whole, results: [...whole.results, ...whole.results.map((one) => ({ ...one, name: '准予注销通知书', type: '20', licenceStage: 'end' }))] });
    expect((await office().act(office().editor, both.body, 'submit')).status).toBe(200);
    expect(await rulesOf({ licenceStage: 'lend' })).toEqual([expect.stringContaining('results.0.licenceStage')]);
    expect(await rulesOf({ licenceStage: 'renew' })).toEqual([]);
  });
});

describe('跨区域通办 (CAT-08)', () => {
  it('收件地与办理地可以不是一个部门：发布后指南、办件分工都分开', async () => {
    const hall = await addTestOrganization(office().server.kernel, { name: '外地的政务服务中心', regionCode: '500112000000' });
    const own = office().elements();
    const { itemId } = await office().publishNew({
      ...own, crossRegionScopes: ['3'],
      handlingDepartments: [...own.handlingDepartments.filter(({ role }) => role !== 'acceptance'), { organizationId: hall.id, name: '外地的政务服务中心', role: 'acceptance' }],
    });
    const guide = await guideOf(itemId);
    expect(guide.crossRegionScopes).toEqual(['3']);
    expect(partsOf(guide)).toMatchObject({ acceptance: hall.id, decision: office().organizationId });
  });
});

describe('与物流、支付、材料库关联 (CAT-11)', () => {
  it('收费的要说明能否网上支付，不收费的不能说可以，否则检查时指出；快递、支付在指南上照实显示', async () => {
    const charged: Partial<ItemElements> = { charged: true, fees: [{ name: '占道费', standard: '每平方米每日 1 元', basis: '《四川省示范收费办法》第五条', reducible: false }], expressDelivery: true };
    const said = async (elements: ItemElements): Promise<string[]> => {
      const { versionId } = (await office().create(elements)).body;
      return (await get(`/api/v1/catalog/versions/${versionId}`)).findings.filter(({ path }: { path: string }) => path === 'onlinePayment').map(({ message }: { message: string }) => message);
    };
    const { onlinePayment: _said, ...silent } = office().elements(charged);
    expect(await said(silent)).toEqual(['收费事项请说明是否支持网上支付。']);
    expect(await said(office().elements({ charged: false, fees: [], onlinePayment: true }))).toEqual(['不收费的事项，网上支付应为否。']);
    expect(await said(office().elements({ ...charged, onlinePayment: true }))).toEqual([]);
    const { itemId } = await office().publishNew(office().elements({ ...charged, onlinePayment: true }));
    expect(await guideOf(itemId)).toMatchObject({ charged: true, onlinePayment: true, expressDelivery: true, fees: [{ name: '占道费' }] });
  });

  it('材料的标准编码、可替代的证照随版本发布，指南和申请按它取用', async () => {
    const { materials: [first, ...others] } = office().elements();
    if (!first) throw new Error('the item asks for no material');
    const { itemId } = await office().publishNew(office().elements({ materials: [{ ...first, standardCode: 'CL-000001', replacedByLicenceTypes: ['drainage-licence'] }, ...others] }));
    expect((await guideOf(itemId)).materials[0]).toMatchObject({ standardCode: 'CL-000001', replacedByLicenceTypes: ['drainage-licence'] });
  });
});
