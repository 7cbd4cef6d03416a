import { useTestServer } from '@tongban/testkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { addTestOrganization, signInTestPerson, signInTestStaff, type TestAccount } from '../../kernel/identity/testing/test-accounts.ts';
import { openSpreadsheet } from '../../kernel/spreadsheets/index.ts';
import { seedItems, toItemElements } from '../../seed/content/index.ts';
import type { ItemElements } from '../catalog/contract.ts';
import { addTestCase } from '../../testing/add-case.ts';
import { addProcesses } from '../../testing/add-processes.ts';
import type { Difference } from './change.contract.ts';
import type { EntryElements } from './entry.contract.ts';
import { addTestRegions, openDirectoryScene, type DirectoryScene } from './testing/directory-scene.ts';
import { entryElements } from './testing/entry-elements.ts';

const server = useTestServer({ now: '2026-11-28T10:00:00+08:00' });
let scene: DirectoryScene;
let office: { id: string; path: string; name: string };
let clerk: TestAccount;
let serial = 0;

beforeAll(async () => {
  await addTestRegions(server());
  await addProcesses(server().kernel);
  scene = await openDirectoryScene(server());
  office = await addTestOrganization(server().kernel, { name: '区住建局' });
  clerk = await signInTestStaff(server().kernel, { organizationId: office.id, roles: [{ code: 'item-administrator', scope: { kind: 'organization', organizationPath: office.path } }] });
});

const row = (name: string, extra: object = {}) => ({ name, type: '3', form: '3', necessity: '1', source: '10', originals: 1, copies: 0, ...extra });

/** A published item of the office, linked to an entry that says what the item says, with changes that come afterwards. */
async function linked(extra: Partial<EntryElements> = {}, own: Partial<ItemElements> = {}) {
  const seed = seedItems.find(({ key }) => key === 'drainage-licence');
  if (!seed) throw new Error('seed');
  serial += 1;
  const code = `0001C1${String(serial).padStart(3, '0')}000`;
  const elements: ItemElements = { ...toItemElements(seed, () => office.id), localTaskCode: `CHANGE-${serial}`, name: `排水许可变更试验${serial}`, catalogCode: code, ...own };
  const draft = (await scene.call(scene.editor, 'POST', '/catalog/items', { elements })).body;
  const submitted = (await scene.call(scene.editor, 'POST', `/catalog/versions/${draft.versionId}/submit`, { revision: draft.revision })).body;
  const approved = (await scene.call(scene.reviewer, 'POST', `/catalog/versions/${draft.versionId}/review`, { revision: submitted.revision, decision: 'approve', opinion: '同意。' })).body;
  const published = await scene.call(scene.reviewer, 'POST', `/catalog/versions/${draft.versionId}/publish`, { revision: approved.revision });
  expect([published.status, published.body.code]).toEqual([200, undefined]);
  const agreed = entryElements({
    catalogCode: code, name: elements.name, guidanceDepartment: 'C1', legalBases: elements.legalBases, lockedElements: ['legalLimit'],
    publicElements: {
      legalLimit: elements.legalLimit ?? { days: 20, unit: 'working-day' }, conditions: elements.conditions,
      materials: elements.materials.map(({ name, type, form, necessity, source, originals, copies }) => ({ name, type, form, necessity, source, originals, copies })),
    }, ...extra,
  });
  const entry = await scene.putInForce(agreed);
  const { results: [claimed] } = (await scene.call(clerk, 'POST', '/directory/claims', { organizationId: office.id, rows: [{ entryId: entry.entryId, kind: 'link', itemId: draft.itemId }] })).body;
  const confirmed = await scene.call(scene.reviewer, 'POST', '/directory/claims/decisions', { decision: 'confirm', rows: [{ claimId: claimed.claimId, version: 1 }] });
  expect(confirmed.body.results).toMatchObject([{ ok: true }]);
  await server().relay.drain();
  return { itemId: String(draft.itemId), versionId: String(draft.versionId), elements, entryId: entry.entryId, agreed, claimId: String(claimed.claimId) };
}

const differences = async (itemId: string, who: TestAccount = clerk): Promise<Difference[]> => (await scene.call(who, 'GET', `/directory/differences?itemId=${itemId}&limit=100`)).body.items;
const change = async (entryId: string, elements: EntryElements) => { await scene.change(entryId, elements); await server().relay.drain(); };
const decide = (rows: object[], who: TestAccount = clerk) => scene.call(who, 'POST', '/directory/differences/decisions', { rows });
const latest = async (itemId: string) => {
  const { item } = (await scene.call(clerk, 'GET', `/catalog/items/${itemId}`)).body;
  return (await scene.call(clerk, 'GET', `/catalog/versions/${item.latestVersionId}`)).body;
};

describe('CAT-09 上级目录变更：逐项比对、影响、采纳', () => {
  it('一致时没有差异；目录变更后逐项列出，采纳写入草稿，锁定的不能不采纳，不采纳要有理由', async () => {
    const { itemId, entryId, agreed, elements, versionId } = await linked();
    expect(await differences(itemId)).toEqual([]);
    const dropped = elements.materials.at(-1);
    const materials = [...(agreed.publicElements.materials ?? []).slice(0, -1), row('排水水质承诺书')];
    await change(entryId, { ...agreed, publicElements: { ...agreed.publicElements, legalLimit: { days: 10, unit: 'working-day' }, materials, conditions: ['新的受理条件。'] } });
    const found = await differences(itemId);
    expect(found.map(({ element, label, locked, state }) => [element, label, locked, state]).sort()).toEqual([
      ['conditions', '受理条件', false, 'open'], ['legalLimit', '法定办结时限', true, 'open'], ['materials', '申请材料', false, 'open'],
    ]);
    const of = (element: string) => found.find((one) => one.element === element) ?? found[0];
    const say = (element: string, decision: string, reason?: string) => ({ differenceId: of(element)?.id, version: of(element)?.version, decision, ...(reason ? { reason } : {}) });
    const refusals = (await decide([say('legalLimit', 'refuse', '本地时限不同。'), say('conditions', 'refuse')])).body.results;
    expect(refusals.map(({ problem }: { problem: { code: string; title: string } }) => [problem.code, problem.title])).toEqual([
      ['directory.locked-element', '“法定办结时限”由上级清单统一规定，不能不采纳'], ['directory.reason-required', '请填写理由'],
    ]);
    expect((await decide([say('legalLimit', 'apply'), say('materials', 'apply'), say('conditions', 'refuse', '《四川省示范条例》另有规定。')])).body.results.map(({ ok }: { ok: boolean }) => ok)).toEqual([true, true, true]);
    const draft = await latest(itemId);
    expect(draft).toMatchObject({ state: 'draft', versionNumber: 2, elements: { legalLimit: { days: 10 }, conditions: elements.conditions } });
    const names = draft.elements.materials.map(({ name }: { name: string }) => name);
    expect([names.includes('排水水质承诺书'), names.includes(dropped?.name)]).toEqual([true, false]);
    // What is the list's own stays: keys, forms, conditions, review points.
    expect(draft.elements.materials[0]).toEqual(elements.materials[0]);
    expect((await latest(itemId)).versionId).not.toBe(versionId);
    expect((await differences(itemId)).map(({ element, state, reason }) => [element, state, reason]).sort()).toEqual([
      ['conditions', 'refused', '《四川省示范条例》另有规定。'], ['legalLimit', 'applied', null], ['materials', 'applied', null],
    ]);
    expect((await decide([say('legalLimit', 'apply')])).body.results[0].problem).toMatchObject({ code: 'directory.difference-decided' });
  });

  it('不采纳在目录内容不变时一直有效，目录又变了才再问；旧的待处理差异不再问', async () => {
    const { itemId, entryId, agreed } = await linked();
    const say = (conditions: string[]): EntryElements => ({ ...agreed, publicElements: { ...agreed.publicElements, conditions } });
    await change(entryId, say(['甲条件。']));
    const [first] = await differences(itemId);
    await decide([{ differenceId: first?.id, version: 1, decision: 'refuse', reason: '本地另有规定。' }]);
    await change(entryId, { ...say(['甲条件。']), remark: '只改了备注。' });
    expect((await differences(itemId)).map(({ state }) => state)).toEqual(['refused']);
    await change(entryId, say(['乙条件。']));
    expect((await differences(itemId)).map(({ state, incoming }) => [state, incoming])).toEqual([['open', ['乙条件。']], ['refused', ['甲条件。']]]);
    await change(entryId, say(['丙条件。']));
    expect((await differences(itemId)).map(({ state, incoming }) => [state, incoming])).toEqual([['open', ['丙条件。']], ['settled', ['乙条件。']], ['refused', ['甲条件。']]]);
  });

  it('影响：在办件、表单、流程、指南、情形、承诺时限；新办件按新版，在办件不变', async () => {
    const { itemId, entryId, agreed } = await linked();
    const applicant = await signInTestPerson(server().kernel);
    await addTestCase(server().kernel, { applicant, organization: office, itemId, status: 'accepted' });
    await addTestCase(server().kernel, { applicant, organization: office, itemId, status: 'closed' });
    await change(entryId, { ...agreed, publicElements: { ...agreed.publicElements, legalLimit: { days: 3, unit: 'working-day' }, materials: [row('只要这一份')] } });
    const { items: [adjustment] } = (await scene.call(clerk, 'GET', '/directory/adjustments?open=true&kind=changed')).body;
    expect(adjustment).toMatchObject({ entry: { id: entryId }, openDifferences: 2, affectedItems: 1, elements: [{ label: '申请材料' }, { label: '法定办结时限' }] });
    const { before, after, affected } = (await scene.call(clerk, 'GET', `/directory/adjustments/${adjustment.id}`)).body;
    expect([before.publicElements.legalLimit, after.publicElements.legalLimit.days]).toEqual([agreed.publicElements.legalLimit, 3]);
    const effects = Object.fromEntries(affected[0].effects.map(({ kind, count, names }: { kind: string; count: number; names: string[] }) => [kind, [count, ...names]]));
    expect(effects).toMatchObject({ cases: [1], guide: [1, expect.stringContaining('排水许可')], process: [1, expect.stringMatching(/^\p{Script=Han}/u)], forms: [1, expect.stringContaining('申请')] });
    expect(effects['guidance'][0]).toBeGreaterThan(0);
    expect(effects['limits'][1]).toContain('超过新的法定时限3天');
  });

  it('采纳后发布仍一致；发布时又改回去的，差异重新出现', async () => {
    const { itemId, entryId, agreed, elements } = await linked({ lockedElements: [] });
    await change(entryId, { ...agreed, publicElements: { ...agreed.publicElements, conditions: ['上级的条件。'] } });
    const [difference] = await differences(itemId);
    await decide([{ differenceId: difference?.id, version: difference?.version, decision: 'apply' }]);
    const publish = async (next: ItemElements) => {
      const draft = await latest(itemId);
      const saved = (await scene.call(scene.editor, 'PUT', `/catalog/versions/${draft.versionId}`, { revision: draft.revision, elements: next })).body;
      const submitted = (await scene.call(scene.editor, 'POST', `/catalog/versions/${draft.versionId}/submit`, { revision: saved.revision })).body;
      const approved = (await scene.call(scene.reviewer, 'POST', `/catalog/versions/${draft.versionId}/review`, { revision: submitted.revision, decision: 'approve', opinion: '同意。' })).body;
      expect((await scene.call(scene.reviewer, 'POST', `/catalog/versions/${draft.versionId}/publish`, { revision: approved.revision })).status).toBe(200);
      await server().relay.drain();
    };
    await publish({ ...elements, conditions: ['上级的条件。'] });
    expect((await differences(itemId)).map(({ state }) => state)).toEqual(['applied']);
    await scene.call(scene.editor, 'POST', `/catalog/items/${itemId}/versions`, {});
    await publish({ ...elements, conditions: ['又改回本地的条件。'] });
    expect((await differences(itemId)).map(({ state }) => state)).toEqual(['open']);
  });

  it('目录取消：待确认的认领终止，仍在发布的事项被查出；事项取消后可以重新认领', async () => {
    const { itemId, entryId, claimId } = await linked();
    await scene.cancel(entryId);
    await server().relay.drain();
    const findings = async () => (await scene.call(clerk, 'GET', '/directory/findings?rule=entry-cancelled')).body.items.filter(({ item }: { item: { id: string } }) => item.id === itemId);
    expect(await findings()).toMatchObject([{ rule: 'entry-cancelled', message: expect.stringContaining('请取消这个事项') }]);
    await scene.call(scene.editor, 'POST', `/catalog/items/${itemId}/retire`, { reason: '目录已取消。' });
    await server().relay.drain();
    expect(await findings()).toEqual([]);
    expect((await scene.call(clerk, 'GET', `/directory/claims?entryId=${entryId}`)).body.items).toMatchObject([{ id: claimId, state: 'ended' }]);
  });
});

describe('CAT-09 “减证便民”“证照分离”执行检测', () => {
  it('上级取消而本地仍要求的材料被查出并写明名称；本地取消后消失', async () => {
    const { itemId, entryId, agreed, elements } = await linked();
    const kept = elements.materials.at(-1)?.name ?? '';
    await change(entryId, { ...agreed, publicElements: { ...agreed.publicElements, materials: (agreed.publicElements.materials ?? []).slice(0, -1) } });
    const findings = async () => (await scene.call(clerk, 'GET', '/directory/findings?rule=extra-material')).body.items.filter(({ item }: { item: { id: string } }) => item.id === itemId);
    expect((await findings())[0].message).toContain(kept);
    const [difference] = await differences(itemId);
    await decide([{ differenceId: difference?.id, version: difference?.version, decision: 'apply' }]);
    await change(entryId, { ...agreed, remark: '再比一次。', publicElements: { ...agreed.publicElements, materials: (agreed.publicElements.materials ?? []).slice(0, -1) } });
    expect(await findings()).toEqual([]);
  });

  it.each([['filing', 'reform-filing', '审批改为备案'], ['abolish', 'reform-abolish', '直接取消审批'], ['promise', 'reform-promise', '告知承诺']] as const)('改革方式为 %s 而本地未改：查出', async (licenceReform, rule, words) => {
    const { itemId, entryId, agreed } = await linked();
    await change(entryId, { ...agreed, licenceReform });
    const { items } = (await scene.call(clerk, 'GET', `/directory/findings?rule=${rule}`)).body;
    expect(items.filter(({ item }: { item: { id: string } }) => item.id === itemId)).toMatchObject([{ message: expect.stringContaining(words) }]);
  });
});

describe('CAT-09 动态调整统计表、事项运行统计表', () => {
  it('按部门统计新增、变更、取消和采纳、不采纳；只看得到权限范围内的部门', async () => {
    const { itemId, entryId, agreed } = await linked();
    await scene.call(scene.editor, 'PUT', '/directory/duties', { regionCode: '511602000000', duties: [{ guidanceDepartment: 'C1', organizationId: office.id }] });
    const report = async (query = 'from=2026-11-28&to=2026-11-28', who: TestAccount = scene.editor) => (await scene.call(who, 'GET', `/directory/reports/adjustments?${query}`)).body;
    const ours = async () => (await report()).rows.find(({ organizationId }: { organizationId: string }) => organizationId === office.id);
    const before = await ours();
    await change(entryId, { ...agreed, publicElements: { ...agreed.publicElements, conditions: ['统计用的条件。'], legalLimit: { days: 9, unit: 'working-day' } } });
    const [one, two] = await differences(itemId);
    await decide([{ differenceId: one?.id, version: 1, decision: 'apply' }, { differenceId: two?.id, version: 1, decision: two?.locked ? 'apply' : 'refuse', reason: '本地另有规定。' }]);
    await scene.cancel(entryId);
    await server().relay.drain();
    const after = await ours();
    const grown = Object.fromEntries((['changed', 'cancelled', 'applied', 'refused'] as const).map((kind) => [kind, after[kind] - before[kind]]));
    expect([grown['changed'], grown['cancelled'], (grown['applied'] ?? 0) + (grown['refused'] ?? 0)]).toEqual([1, 1, 2]);
    expect((await report('from=2026-11-01&to=2026-11-27')).rows.every(({ changed }: { changed: number }) => changed === 0)).toBe(true);
    expect((await report('from=2026-11-28&to=2026-11-28', clerk)).rows.map(({ organizationId }: { organizationId: string }) => organizationId)).toEqual([office.id]);
    expect(await report('from=2026-11-28&to=2026-11-01')).toMatchObject({ code: 'directory.period-invalid' });
  });

  it('事项按状态、网办率，办件按期间统计', async () => {
    const { rows } = (await scene.call(clerk, 'GET', '/directory/reports/operation?from=2026-11-01&to=2026-11-30')).body;
    expect(rows).toHaveLength(1);
    const [line] = rows;
    const { rows: [counted] } = await server().database.db.pool.query(
      `SELECT count(*)::int AS items, (count(*) FILTER (WHERE published_version_id IS NOT NULL))::int AS published FROM catalog.item WHERE organization_id = $1`, [office.id]);
    expect([line.items, line.published, line.onlineShare]).toEqual([counted.items, counted.published, 100]);
    expect([line.cases, line.closedCases]).toEqual([2, 1]);
  });
});

describe('CAT-09 CAT-12 导出', () => {
  it.each([
    ['/directory/differences/export', '差异清单', '基本编码'], ['/directory/reports/adjustments/export?from=2026-11-01&to=2026-11-30', '动态调整统计表', '部门'],
    ['/directory/reports/operation/export?from=2026-11-01&to=2026-11-30', '事项运行统计表', '部门'],
  ])('%s 是可以打开的表格，行数与页面一致', async (url, name, firstColumn) => {
    const response = await server().app.inject({ method: 'GET', url: `/api/v1${url}`, headers: scene.editor.headers });
    expect([response.statusCode, response.headers['content-type']]).toEqual([200, expect.stringContaining('spreadsheetml')]);
    const file = await openSpreadsheet({ fileName: 'a.xlsx', content: response.rawPayload });
    const rows: string[] = [];
    for await (const { cells } of file.rows(name)) rows.push(cells.get(1)?.text ?? '');
    const shown = url.includes('differences')
      ? (await server().database.db.pool.query('SELECT count(*)::int FROM directory.difference')).rows[0].count
      : (await scene.call(scene.editor, 'GET', url.replace('/export', ''))).body.rows.length;
    expect([rows[0], rows.length - 1]).toEqual([firstColumn, shown]);
    expect(shown).toBeGreaterThan(0);
  });
});

describe('CAT-12 差异清单：谁看得到', () => {
  it('别的部门看不到，也不能处理；监督可以看不能处理', async () => {
    const { itemId, entryId, agreed } = await linked();
    await change(entryId, { ...agreed, publicElements: { ...agreed.publicElements, conditions: ['别人的条件。'] } });
    const [difference] = await differences(itemId);
    const elsewhere = await addTestOrganization(server().kernel);
    const stranger = await signInTestStaff(server().kernel, { organizationId: elsewhere.id, roles: [{ code: 'item-administrator', scope: { kind: 'organization', organizationPath: elsewhere.path } }] });
    expect(await differences(itemId, stranger)).toEqual([]);
    expect((await decide([{ differenceId: difference?.id, version: 1, decision: 'apply' }], stranger)).body.results[0].problem).toMatchObject({ code: 'directory.difference-not-found' });
    const supervisor = await signInTestStaff(server().kernel, { roles: ['supervisor'] });
    expect(await differences(itemId, supervisor)).toMatchObject([{ abilities: { apply: false, refuse: false } }]);
    expect((await decide([{ differenceId: difference?.id, version: 1, decision: 'apply' }], supervisor)).status).toBe(403);
  });
});
