import { useTestServer } from '@tongban/testkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { addTestOrganization, signInTestStaff, type TestAccount } from '../../kernel/identity/testing/test-accounts.ts';
import { seedItems, toItemElements } from '../../seed/content/index.ts';
import type { EntryElements, PublicElements } from './entry.contract.ts';
import { entryElements, nextMainCode, subCode } from './testing/entry-elements.ts';
import { addTestRegions, openDirectoryScene, type DirectoryScene } from './testing/directory-scene.ts';

const server = useTestServer({ now: '2026-11-28T10:00:00+08:00' });
const county = '511602000000';
let scene: DirectoryScene;
let office: { id: string; path: string; name: string };
let clerk: TestAccount;

beforeAll(async () => {
  await addTestRegions(server());
  scene = await openDirectoryScene(server());
  office = await addTestOrganization(server().kernel, { name: '区住建局' });
  clerk = await officerOf(office);
});

/** An item administrator of one department. */
async function officerOf(organization: { id: string; path: string }): Promise<TestAccount> {
  return signInTestStaff(server().kernel, { organizationId: organization.id, roles: [{ code: 'item-administrator', scope: { kind: 'organization', organizationPath: organization.path } }] });
}

type Row = { entryId: string; kind: string; itemId?: string; reason?: string };
const claim = async (rows: Row[], who: TestAccount = clerk, organizationId = office.id) => (await scene.call(who, 'POST', '/directory/claims', { organizationId, rows })).body.results;
const decide = async (claimIds: string[], decision = 'confirm', who: TestAccount = scene.reviewer, reason?: string) => {
  const claims = (await scene.call(scene.reviewer, 'GET', '/directory/claims?limit=100')).body.items;
  const rows = claimIds.map((claimId) => ({ claimId, version: claims.find(({ id }: { id: string }) => id === claimId)?.version ?? 1 }));
  return (await scene.call(who, 'POST', '/directory/claims/decisions', { decision, rows, ...(reason ? { reason } : {}) })).body.results;
};
const claimOf = async (claimId: string) => (await scene.call(scene.reviewer, 'GET', '/directory/claims?limit=100')).body.items.find(({ id }: { id: string }) => id === claimId);
const slots = async (query: string, who: TestAccount = scene.reviewer) => (await scene.call(who, 'GET', `/directory/slots?limit=100&${query}`)).body.items;

const publicElements: PublicElements = {
  serviceObjects: ['2', '1'], projectType: '2', conditions: ['因工程建设需要挖掘城市道路。'], legalLimit: { days: 20, unit: 'working-day' }, charged: false,
  materials: [{ name: '挖掘城市道路申请表', type: '2', form: '2', necessity: '1', source: '10', originals: 1, copies: 0 }],
  results: [{ name: '挖掘城市道路许可证', type: '10' }],
};

describe('CAT-01 CAT-02 认领', () => {
  it('部门认领，另一人确认后生成实施清单草稿，公共要素已填好，锁定的不能改', async () => {
    const entry = await scene.putInForce(entryElements({ name: '挖掘城市道路审批', publicElements, lockedElements: ['name', 'materials', 'legalLimit'] }));
    const [made] = await claim([{ entryId: entry.entryId, kind: 'create' }]);
    expect(made).toMatchObject({ ok: true });
    expect((await decide([made.claimId], 'confirm', clerk))[0].problem).toMatchObject({ code: 'directory.own-review' });
    expect((await decide([made.claimId]))[0]).toMatchObject({ ok: true });
    const { state, item } = await claimOf(made.claimId);
    expect(state).toBe('confirmed');
    const version = (await scene.call(clerk, 'GET', `/catalog/versions/${item.latestVersionId}`)).body;
    expect(version).toMatchObject({ state: 'draft', lockedElements: ['catalogCode', 'name', 'materials', 'legalLimit'] });
    expect(version.elements).toMatchObject({
      name: '挖掘城市道路审批', regionCode: county, exerciseLevel: '4', powerSource: '1', organizationId: office.id, departmentName: '区住建局',
      serviceObjects: ['2', '1'], audiences: ['person', 'company'], legalLimit: { days: 20 }, materials: [{ key: 'material-1', name: '挖掘城市道路申请表' }], results: [{ name: '挖掘城市道路许可证' }],
    });
    const edit = (elements: object) => scene.call(clerk, 'PUT', `/catalog/versions/${version.versionId}`, { revision: version.revision, elements: { ...version.elements, ...elements } });
    expect((await edit({ legalLimit: { days: 5, unit: 'working-day' } })).body).toMatchObject({ code: 'catalog.locked-element' });
    expect((await edit({ conditions: ['本地增加的条件。'] })).status).toBe(200);
  });

  it('批量认领逐行回答：已认领的、有子项的主项、层级不符的、不在用的，各说各的原因', async () => {
    const [fine, other] = [await scene.putInForce(entryElements()), await scene.putInForce(entryElements({ useLevels: ['3'] }))];
    const mainCode = nextMainCode();
    const main = await scene.putInForce(entryElements({ catalogCode: mainCode }));
    const sub = await scene.putInForce(entryElements({ catalogCode: subCode(mainCode, 1) }));
    const draft = (await scene.call(scene.editor, 'POST', '/directory/entries', { regionCode: '000000000000', elements: entryElements() })).body;
    const rows = [fine, other, main, sub, draft, fine].map(({ entryId }) => ({ entryId, kind: 'create' }));
    const results = await claim([...rows, { entryId: '00000000-0000-7000-8000-000000000000', kind: 'create' }, { entryId: sub.entryId, kind: 'not-applicable' }]);
    expect(results.map(({ ok, problem }: { ok: boolean; problem: { code: string } | null }) => ok || problem?.code)).toEqual([
      true, 'directory.not-for-region', 'directory.is-main-item', true, 'directory.not-in-force', 'directory.already-claimed', 'directory.entry-not-found', 'directory.reason-required',
    ]);
  });

  it('退回要有理由，退回后可以再次认领；撤回只在确认之前', async () => {
    const { entryId } = await scene.putInForce(entryElements());
    const [first] = await claim([{ entryId, kind: 'create' }]);
    expect((await scene.call(scene.reviewer, 'POST', '/directory/claims/decisions', { decision: 'refuse', rows: [{ claimId: first.claimId, version: 1 }] })).body).toMatchObject({ code: 'directory.reason-required' });
    await decide([first.claimId], 'refuse', scene.reviewer, '应由综合执法部门认领。');
    expect(await claimOf(first.claimId)).toMatchObject({ state: 'refused', decisionReason: '应由综合执法部门认领。' });
    const [second] = await claim([{ entryId, kind: 'create' }]);
    const withdraw = (version: number) => scene.call(clerk, 'POST', `/directory/claims/${second.claimId}/withdraw`, { version, reason: '选错了事项。' });
    expect((await withdraw(9)).body).toMatchObject({ code: 'directory.claim-stale' });
    expect((await withdraw(1)).body).toMatchObject({ state: 'withdrawn' });
    expect((await withdraw(2)).body).toMatchObject({ code: 'directory.claim-decided' });
    expect((await decide([second.claimId]))[0].problem).toMatchObject({ code: 'directory.claim-decided' });
  });

  it('两人同时确认，只生成一个实施清单', async () => {
    const { entryId } = await scene.putInForce(entryElements({ name: '同时确认的事项' }));
    const [made] = await claim([{ entryId, kind: 'create' }]);
    const outcomes = (await Promise.all([decide([made.claimId]), decide([made.claimId], 'confirm', scene.editor)])).flat();
    expect(outcomes.map(({ ok }: { ok: boolean }) => ok).sort()).toEqual([false, true]);
    const { rows: [{ count }] } = await server().database.db.pool.query(`SELECT count(*)::int FROM catalog.item WHERE name = '同时确认的事项'`);
    expect(count).toBe(1);
  });

  it('本地不适用要说明理由，确认后不计入应认领', async () => {
    const { entryId } = await scene.putInForce(entryElements({ guidanceDepartment: 'X1', catalogCode: '0001X1001000' }));
    const [made] = await claim([{ entryId, kind: 'not-applicable', reason: '本区没有该类经营主体。' }]);
    await decide([made.claimId]);
    expect(await slots('q=0001X1001000&regionCode=511602000000')).toMatchObject([{ standing: 'not-applicable' }]);
  });

  it('已撤销的部门不能认领；认领后撤销的，列表标出，不能确认', async () => {
    const { entryId } = await scene.putInForce(entryElements());
    const closed = await addTestOrganization(server().kernel, { name: '区原市政局' });
    const officer = await officerOf(closed);
    const [made] = await claim([{ entryId, kind: 'create' }], officer, closed.id);
    await server().database.db.pool.query(`UPDATE organization.organization SET valid_to = '2026-11-27' WHERE id = $1`, [closed.id]);
    const another = await scene.putInForce(entryElements());
    expect((await claim([{ entryId: another.entryId, kind: 'create' }], scene.editor, closed.id))[0].problem).toMatchObject({ code: 'directory.department-closed', title: '“区原市政局”已撤销，不能认领' });
    expect((await decide([made.claimId]))[0].problem).toMatchObject({ code: 'directory.department-closed' });
    const { items } = (await scene.call(scene.reviewer, 'GET', '/directory/claims?closedDepartment=true')).body;
    expect(items).toMatchObject([{ id: made.claimId, organization: { name: '区原市政局', closed: true } }]);
  });
});

describe('CAT-01 未认领清单与事项认领率', () => {
  const guidance = 'R1';
  const entry = (number: number, extra: Partial<EntryElements> = {}) => scene.putInForce(entryElements({ catalogCode: `0001R1${String(number).padStart(3, '0')}000`, guidanceDepartment: guidance, ...extra }));

  it('按区划、部门、层级汇总，能下钻到未认领的事项', async () => {
    const entries = [await entry(1), await entry(2), await entry(3, { useLevels: ['3', '4'] }), await entry(4)];
    const elsewhere = await addTestOrganization(server().kernel, { name: '前锋区示范局', regionCode: '511603000000' });
    const city = await addTestOrganization(server().kernel, { name: '广安市示范局', regionCode: '511600000000' });
    await scene.call(scene.editor, 'PUT', '/directory/duties', { regionCode: county, duties: [{ guidanceDepartment: guidance, organizationId: office.id }] });
    const [one, two, three] = await claim(entries.slice(0, 3).map(({ entryId }, index) => ({ entryId, kind: index === 2 ? 'not-applicable' : 'create', ...(index === 2 ? { reason: '本区不实施。' } : {}) })));
    await decide([one.claimId, three.claimId]);
    expect(two.ok).toBe(true);

    const mine = await slots(`regionCode=${county}&organizationId=${office.id}&q=0001R1`);
    expect(mine.map(({ standing, department }: { standing: string; department: { name: string } }) => [standing, department.name])).toEqual([
      ['claimed', '区住建局'], ['pending', '区住建局'], ['not-applicable', '区住建局'], ['unclaimed', '区住建局'],
    ]);
    expect(await slots(`regionCode=511600000000&level=3&q=0001R1`)).toMatchObject([{ regionCode: '511600000000', standing: 'unclaimed', department: null }]);
    const rates = async (query: string) => (await scene.call(scene.reviewer, 'GET', `/directory/claim-rates?${query}`)).body;
    const departments = (await rates(`regionCode=${county}&by=department`)).rows;
    const ours = departments.find(({ key }: { key: string }) => key === office.id);
    expect(ours.should - ours.notApplicable).toBe(ours.claimed + ours.pending + ours.unclaimed);
    expect(ours.rate).toBe(Math.round(ours.claimed / (ours.should - ours.notApplicable) * 1000) / 10);
    const regions = await rates('regionCode=511600000000&by=region');
    expect(regions.rows.map(({ key, name, hasChildren }: Record<string, unknown>) => [key, name, hasChildren])).toEqual([
      ['511600000000', '广安市', false], ['511602000000', '广安区', false], ['511603000000', '前锋区', false],
    ]);
    const neighbour = regions.rows[2];
    expect([neighbour.claimed, neighbour.unclaimed, neighbour.rate]).toEqual([0, neighbour.should, 0]);
    expect(neighbour.unclaimed).toBe((await slots('regionCode=511603000000&standing=unclaimed')).length);
    expect((await rates('regionCode=510000000000&by=region')).rows).toMatchObject([{ key: '511600000000', hasChildren: true, should: regions.total.should }]);
    expect((await rates('regionCode=511600000000&by=level')).rows.map(({ key }: { key: string }) => key)).toEqual(['3', '4']);
    expect([elsewhere.name, city.name]).toHaveLength(2);
  });

  it('部门只看到本单位对应的和还没有人认领的；别的部门的认领看不到', async () => {
    const { entryId } = await entry(9);
    const [made] = await claim([{ entryId, kind: 'create' }]);
    const stranger = await officerOf(await addTestOrganization(server().kernel, { name: '区别的局' }));
    expect((await slots('q=0001R1009', stranger))).toEqual([]);
    expect((await slots('q=0001R1009', clerk))).toMatchObject([{ standing: 'pending', claim: { id: made.claimId } }]);
    expect((await scene.call(stranger, 'GET', '/directory/claims')).body.items).toEqual([]);
    expect((await scene.call(stranger, 'POST', `/directory/claims/${made.claimId}/withdraw`, { version: 1, reason: '不是我的' })).status).toBe(404);
    expect((await scene.call(stranger, 'POST', '/directory/claims', { organizationId: office.id, rows: [{ entryId, kind: 'create' }] })).status).toBe(403);
    const decided = await scene.call(stranger, 'POST', '/directory/claims/decisions', { decision: 'confirm', rows: [{ claimId: made.claimId, version: 1 }] });
    expect(decided.body.results[0].problem).toMatchObject({ code: 'directory.claim-not-found' });
  });

  it('业务指导部门的代码由管理国家目录的人员登记名称，改名后按新名称显示；部门人员不能登记 (CAT-10)', async () => {
    const name = (title: string, who: TestAccount = scene.editor) => scene.call(who, 'PUT', '/directory/guidance-departments/Q7', { name: title });
    expect((await name('气象部门')).body).toEqual({ code: 'Q7', name: '气象部门' });
    expect((await name('气象主管机构')).status).toBe(200);
    const { entries } = (await scene.call(scene.editor, 'GET', '/dictionaries/guidance-department')).body;
    expect(entries.filter(({ code }: { code: string }) => code === 'Q7')).toMatchObject([{ name: '气象主管机构', active: true }]);
    expect((await name('某部门', clerk)).status).toBe(403);
    expect((await scene.call(scene.editor, 'PUT', '/directory/guidance-departments/%20', { name: '空' })).status).toBe(400);
  });

  it('部门对应：已撤销的、别的区划的部门不能指定；名称相符的作为建议', async () => {
    const { catalogCode: _none, ...local } = entryElements({ localCatalogCode: 'DUTY-1', guidanceDepartment: '示范建设局' });
    await scene.putInForce(local, county);
    const named = await addTestOrganization(server().kernel, { name: '广安区示范建设局' });
    const duties = (await scene.call(scene.editor, 'GET', `/directory/duties?regionCode=${county}`)).body.items;
    expect(duties.find(({ guidanceDepartment }: Record<string, unknown>) => guidanceDepartment === '示范建设局')).toMatchObject({ organization: null, suggestion: { id: named.id } });
    const save = (organizationId: string) => scene.call(scene.editor, 'PUT', '/directory/duties', { regionCode: county, duties: [{ guidanceDepartment: '示范建设局', organizationId }] });
    expect((await save(named.id)).status).toBe(200);
    const far = await addTestOrganization(server().kernel, { name: '远方的局', regionCode: '511603000000' });
    expect((await save(far.id)).body).toMatchObject({ code: 'directory.not-of-region' });
    await server().database.db.pool.query(`UPDATE organization.organization SET valid_to = '2026-11-27' WHERE id = $1`, [named.id]);
    expect((await save(named.id)).body).toMatchObject({ code: 'directory.department-closed' });
    expect((await scene.call(clerk, 'PUT', '/directory/duties', { regionCode: county, duties: [{ guidanceDepartment: '04', organizationId: office.id }] })).status).toBe(403);
  });
});

describe('CAT-12 关联已有事项', () => {
  let serial = 0;
  async function addItem(name: string): Promise<{ itemId: string; versionId: string }> {
    const seed = seedItems.find(({ key }) => key === 'drainage-licence');
    if (!seed) throw new Error('seed');
    serial += 1;
    return (await scene.call(scene.editor, 'POST', '/catalog/items', { elements: { ...toItemElements(seed, () => office.id), localTaskCode: `LINK-${serial}`, name } })).body;
  }

  it('按名称和类型建议，关联后事项带上基本编码和锁定要素，不新建', async () => {
    const item = await addItem('城镇污水排入排水管网许可证核发');
    const { entryId } = await scene.putInForce(entryElements({ name: '城镇污水排入排水管网许可', publicElements: { legalLimit: { days: 20, unit: 'working-day' } }, lockedElements: ['legalLimit'] }));
    const { matches } = (await scene.call(clerk, 'GET', `/directory/matches?regionCode=${county}&entryIds=${entryId}`)).body;
    expect(matches[0].items).toMatchObject([{ itemId: item.itemId, closeness: 'similar' }]);
    const [made] = await claim([{ entryId, kind: 'link', itemId: item.itemId }]);
    expect((await scene.call(clerk, 'GET', `/directory/matches?regionCode=${county}&entryIds=${entryId}`)).body.matches[0].items).toEqual([]);
    await decide([made.claimId]);
    expect(await claimOf(made.claimId)).toMatchObject({ state: 'confirmed', item: { id: item.itemId } });
    expect((await scene.call(clerk, 'GET', `/catalog/versions/${item.versionId}`)).body.lockedElements).toEqual(['catalogCode', 'legalLimit']);
  });

  it('类型不同、不是本部门的、已关联别处的事项不能关联', async () => {
    const item = await addItem('示范备案事项');
    const [first, second] = [await scene.putInForce(entryElements()), await scene.putInForce(entryElements())];
    const public20 = await scene.putInForce(entryElements({ catalogCode: '0020D1001000', taskType: '20' }));
    const other = await addTestOrganization(server().kernel, { name: '区不相干局' });
    const results = [
      ...await claim([{ entryId: public20.entryId, kind: 'link', itemId: item.itemId }, { entryId: first.entryId, kind: 'link' }]),
      ...await claim([{ entryId: first.entryId, kind: 'link', itemId: item.itemId }], await officerOf(other), other.id),
      ...await claim([{ entryId: first.entryId, kind: 'link', itemId: item.itemId }, { entryId: second.entryId, kind: 'link', itemId: item.itemId }]),
    ];
    expect(results.map(({ ok, problem }: { ok: boolean; problem: { title: string } | null }) => ok || problem?.title)).toEqual([
      expect.stringContaining('事项类型不同'), '请选择要关联的事项', expect.stringContaining('它不是本部门的事项'), true, expect.stringContaining('它已关联其他目录事项'),
    ]);
  });
});
