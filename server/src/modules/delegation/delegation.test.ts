import { useTestServer } from '@tongban/testkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../kernel/access/index.ts';
import { systemContext } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import { png } from '../../kernel/files/testing/samples.ts';
import { addTestOrganization, signInTestStaff, type TestAccount } from '../../kernel/identity/testing/test-accounts.ts';
import type { OrganizationTables } from '../../kernel/organization/tables.ts';
import { seedItems, toItemElements } from '../../seed/content/index.ts';
import { addProcesses } from '../../testing/add-processes.ts';
import type { ItemElements } from '../catalog/contract.ts';
import { authorityOf, issuerOf, partsOf } from '../cases/index.ts';
import type { DelegationInput } from './contract.ts';
import { followDates } from './jobs/follow-dates.ts';

const start = '2026-11-28T10:00:00+08:00';
const server = useTestServer({ now: start });

interface Office { id: string; path: string; name: string }
let giver: Office;
let receiver: Office;
let city: Office;
let clerk: TestAccount;
let leader: TestAccount;
let receiving: TestAccount;
let serial = 0;

beforeAll(async () => {
  const { kernel } = server();
  await addProcesses(kernel);
  const region = (code: string, name: string, level: number, parentCode: string) => ({ code, name, fullName: name, level, parentCode });
  await tablesOf<OrganizationTables>(kernel.db).insertInto('organization.region').values([
    region('511600000000', '广安市', 2, '510000000000'), region('511602000000', '广安区', 3, '511600000000'), region('511603000000', '前锋区', 3, '511600000000'),
  ]).execute();
  giver = await addTestOrganization(kernel, { name: '区住建局' });
  receiver = await addTestOrganization(kernel, { name: '区综合执法局' });
  city = await addTestOrganization(kernel, { name: '市住建局', regionCode: '511600000000' });
  [clerk, leader, receiving] = [await officerOf(giver), await officerOf(giver, 'decider'), await officerOf(receiver)];
});

const officerOf = (office: Office, code: 'item-administrator' | 'decider' = 'item-administrator'): Promise<TestAccount> =>
  signInTestStaff(server().kernel, { organizationId: office.id, roles: [{ code, scope: { kind: 'organization', organizationPath: office.path } }] });

async function call(who: TestAccount, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) {
  const response = await server().app.inject({ method, url: `/api/v1${url}`, ...(payload ? { payload } : {}), headers: who.headers });
  return { status: response.statusCode, body: response.body === '' ? {} : response.json() };
}

/** A published item of an office; `drainage-licence` with a code and name of its own. */
async function publishItem(office = giver, extra: Partial<ItemElements> = {}): Promise<string> {
  const seed = seedItems.find(({ key }) => key === 'drainage-licence');
  if (!seed) throw new Error('seed');
  serial += 1;
  const [editor, reviewer] = [await officerOf(office), await officerOf(office)];
  const elements: ItemElements = {
    ...toItemElements(seed, () => office.id), departmentName: office.name, localTaskCode: `GIVE-${serial}`, name: `放权试验事项${serial}`, ...extra,
    ...(office === city ? { regionCode: '511600000000', exerciseLevel: '3' } : {}),
  };
  const draft = (await call(editor, 'POST', '/catalog/items', { elements })).body;
  await publishVersion(draft, editor, reviewer);
  return draft.itemId;
}

async function publishVersion({ versionId, revision }: { versionId: string; revision: number }, editor: TestAccount, reviewer: TestAccount): Promise<void> {
  const submitted = (await call(editor, 'POST', `/catalog/versions/${versionId}/submit`, { revision })).body;
  const approved = (await call(reviewer, 'POST', `/catalog/versions/${versionId}/review`, { revision: submitted.revision, decision: 'approve', opinion: '同意。' })).body;
  const published = await call(reviewer, 'POST', `/catalog/versions/${versionId}/publish`, { revision: approved.revision });
  expect([published.status, submitted.issues, published.body.code]).toEqual([200, undefined, undefined]);
}

async function uploadFile(who: TestAccount): Promise<string> {
  const response = await server().app.inject({
    method: 'POST', url: '/api/v1/files', headers: { ...who.headers, 'content-type': 'multipart/form-data; boundary=b' },
    payload: Buffer.concat([Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="委托书.png"\r\nContent-Type: image/png\r\n\r\n'), png(), Buffer.from('\r\n--b--\r\n')]),
  });
  expect(response.statusCode).toBe(201);
  return response.json().id;
}

async function inputOf(extra: Partial<DelegationInput> = {}): Promise<DelegationInput> {
  return {
    kind: 'entrust', giverId: giver.id, receiverId: receiver.id, itemIds: extra.itemIds ?? [await publishItem()], legalBasis: '《四川省示范条例》第十条：可以委托实施。',
    fileId: await uploadFile(clerk), startsOn: '2026-11-28', endsOn: '2027-11-27', changeable: ['windows', 'consultationTelephone', 'promisedLimit'], ...extra,
  };
}

type View = { id: string; version: number };
const propose = async (extra: Partial<DelegationInput> = {}, who = clerk) => call(who, 'POST', '/delegations', await inputOf(extra));
const submit = ({ id, version }: View, who = clerk) => call(who, 'POST', `/delegations/${id}/submit`, { version });
const review = ({ id, version }: View, who = leader, decision = 'approve') => call(who, 'POST', `/delegations/${id}/review`, { version, decision, opinion: '依据充分，同意。' });
const answer = ({ id, version }: View, accept = true, who = receiving, reason?: string) => call(who, 'POST', `/delegations/${id}/answer`, { version, accept, ...(reason ? { reason } : {}) });
const end = ({ id, version }: View, who: TestAccount) => call(who, 'POST', `/delegations/${id}/end`, { version, reason: '承接条件发生变化。' });

async function offer(extra: Partial<DelegationInput> = {}) {
  const offered = await review((await submit((await propose(extra)).body)).body);
  expect([offered.status, offered.body.state]).toEqual([200, 'offered']);
  return offered.body;
}

const job = () => followDates(systemContext(server().kernel, systemActor('test'), 'test'));
/** The state as the table has it: sessions end while the clock moves. */
const stateOf = async ({ id }: View) => (await server().database.db.pool.query('SELECT state FROM delegation.delegation WHERE id = $1', [id])).rows[0].state;
const receiverItem = async (view: { items: { receiverItem: { versionId: string } }[] }, who = receiving) => (await call(who, 'GET', `/catalog/versions/${view.items[0]?.receiverItem.versionId}`)).body;

describe('CAT-02 CAT-03 委托：双方同意，接收方有自己的实施清单', () => {
  it('放权方审核、接收方接收后生效；权力来源、实施主体、锁定要素正确，接收方只能改约定的要素', async () => {
    const offered = await offer();
    expect((await answer(offered, true, clerk)).status).toBe(403);
    const accepted = (await answer(offered)).body;
    expect(accepted).toMatchObject({ state: 'in-force', powerSource: '6', daysLeft: 364, steps: [{ label: '拟定' }, { label: '提交审核' }, { label: '审核通过' }, { label: '接收' }] });
    const version = await receiverItem(accepted);
    expect(version).toMatchObject({ state: 'draft', elements: { powerSource: '6', departmentType: '3', organizationId: receiver.id, departmentName: '区综合执法局', entrustingDepartmentName: '区住建局' } });
    const edit = (extra: object) => call(receiving, 'PUT', `/catalog/versions/${version.versionId}`, { revision: version.revision, elements: { ...version.elements, ...extra } });
    expect((await edit({ legalLimit: { days: 1, unit: 'working-day' } })).body).toMatchObject({ code: 'catalog.locked-element', title: expect.stringContaining('法定办结时限') });
    expect((await edit({ powerSource: '1' })).body).toMatchObject({ code: 'catalog.locked-element' });
    expect((await edit({ consultationTelephone: '0826-7654321' })).status).toBe(200);
  });

  it('放权方的空白表格、结果样本在接收方的清单上一样能看；接收方发布后市民能下载', async () => {
    const fileId = await uploadFile(clerk);
    const itemId = await publishItem();
    const draft = (await call(clerk, 'POST', `/catalog/items/${itemId}/versions`, {})).body;
    const { elements } = (await call(clerk, 'GET', `/catalog/versions/${draft.versionId}`)).body;
    const [material, ...others] = elements.materials;
    const saved = (await call(clerk, 'PUT', `/catalog/versions/${draft.versionId}`, { revision: draft.revision, elements: { ...elements, materials: [{ ...material, blankFormFileId: fileId }, ...others] } })).body;
    await publishVersion(saved, clerk, await officerOf(giver));
    const version = await receiverItem((await answer(await offer({ itemIds: [itemId] }))).body);
    expect(version.elements.materials[0].blankFormFileId).toBe(fileId);
    expect((await call(receiving, 'GET', `/catalog/versions/${version.versionId}/files`)).body.files).toMatchObject([{ id: fileId }]);
    await publishVersion(version, receiving, await officerOf(receiver));
    const shown = await server().app.inject({ method: 'GET', url: `/api/v1/item-versions/${version.versionId}/files/${fileId}` });
    expect([shown.statusCode, shown.headers['content-type']]).toEqual([200, 'image/png']);
  });

  it('受委托行政机关以委托机关的名义办理：文书由委托机关出具，受理、决定由接收方办理（行政许可法第二十四条）', async () => {
    const { elements } = await receiverItem((await answer(await offer())).body);
    expect(authorityOf(elements)).toBe(giver.id);
    const offices = new Map([[giver.id, giver], [receiver.id, receiver]]);
    expect(issuerOf(elements, offices)).toMatchObject({ organizationId: giver.id, organizationName: '区住建局' });
    expect(partsOf(elements)).toMatchObject({ acceptance: receiver.id, decision: receiver.id });
  });

  it('接收方的清单发布后，放权方修改并发布的内容以草稿到达接收方，接收方自己的要素不变', async () => {
    const itemId = await publishItem();
    const accepted = (await answer(await offer({ itemIds: [itemId] }))).body;
    const version = await receiverItem(accepted);
    const own = (await call(receiving, 'PUT', `/catalog/versions/${version.versionId}`, { revision: version.revision, elements: { ...version.elements, consultationTelephone: '0826-7654321' } })).body;
    await publishVersion(own, receiving, await officerOf(receiver));
    const source = (await call(clerk, 'GET', `/catalog/items/${itemId}`)).body.item;
    const draft = (await call(clerk, 'POST', `/catalog/items/${itemId}/versions`, {})).body;
    const { elements } = (await call(clerk, 'GET', `/catalog/versions/${source.latestVersionId}`)).body;
    const changed = (await call(clerk, 'PUT', `/catalog/versions/${draft.versionId}`, { revision: draft.revision, elements: { ...elements, conditions: ['放权方的新条件。'], consultationTelephone: '0826-1111111' } })).body;
    await publishVersion(changed, clerk, await officerOf(giver));
    await server().relay.drain();
    const followed = await receiverItem((await call(receiving, 'GET', `/delegations/${accepted.id}`)).body);
    expect(followed).toMatchObject({ state: 'draft', versionNumber: 2, elements: { conditions: ['放权方的新条件。'], consultationTelephone: '0826-7654321', powerSource: '6', organizationId: receiver.id } });
  });

  it('审核由另一人；接收方不能是报送人；退回后修改再报；别人先处理了要刷新', async () => {
    const admin = await signInTestStaff(server().kernel, { roles: ['item-administrator'] });
    const submitted = (await submit((await call(admin, 'POST', '/delegations', { ...await inputOf(), fileId: await uploadFile(admin) })).body, admin)).body;
    expect((await review(submitted, admin)).body).toMatchObject({ code: 'delegation.own-review' });
    const returned = (await review(submitted, leader, 'return')).body;
    expect(returned.state).toBe('draft');
    const { kind, legalBasis, startsOn, changeable, file, items } = returned;
    const input = { kind, giverId: giver.id, receiverId: receiver.id, itemIds: items.map(({ item }: { item: { id: string } }) => item.id), legalBasis, startsOn, endsOn: '2027-06-30', changeable, fileId: file.id };
    const edited = (await call(clerk, 'PUT', `/delegations/${returned.id}`, { version: returned.version, input })).body;
    expect(edited).toMatchObject({ endsOn: '2027-06-30', state: 'draft' });
    expect((await submit(returned)).body).toMatchObject({ code: 'delegation.stale' });
    const offered = (await review((await submit(edited, admin)).body)).body;
    expect((await answer(offered, true, admin)).body).toMatchObject({ code: 'delegation.own-answer' });
  });

  it('不予接收要说明理由，放权方收到消息；之后可以重新放权', async () => {
    const itemId = await publishItem();
    const offered = await offer({ itemIds: [itemId] });
    expect((await answer(offered, false)).body).toMatchObject({ code: 'delegation.reason-required' });
    const refused = (await answer(offered, false, receiving, '目前没有承接的人员。')).body;
    expect(refused).toMatchObject({ state: 'refused', steps: expect.arrayContaining([expect.objectContaining({ label: '不予接收', text: '目前没有承接的人员。' })]) });
    await server().relay.drain();
    const { rows } = await server().database.db.pool.query(`SELECT title FROM messaging.message WHERE recipient_id = $1 AND template_key = 'delegation.answered' ORDER BY id DESC LIMIT 1`, [clerk.id]);
    expect(rows[0].title).toContain('不予接收');
    expect((await offer({ itemIds: [itemId] })).state).toBe('offered');
  });

  it('同一事项对同一单位只有一份有效的放权，两份同时审核也只有一份成立', async () => {
    const itemId = await publishItem();
    const [one, two] = [(await submit((await propose({ itemIds: [itemId] })).body)).body, (await submit((await propose({ itemIds: [itemId] })).body)).body];
    const outcomes = await Promise.all([review(one), review(two)]);
    expect(outcomes.map(({ body }) => body.code ?? body.state).sort()).toEqual(['delegation.already-given', 'offered']);
  });
});

describe('CAT-02 放权的规则', () => {
  it('受委托行使的不能再委托、授权（行政许可法第二十四条第三款）', async () => {
    const accepted = (await answer(await offer())).body;
    const version = await receiverItem(accepted);
    await publishVersion(version, receiving, await officerOf(receiver));
    const third = await addTestOrganization(server().kernel, { name: '区第三局' });
    const attempt = await call(receiving, 'POST', '/delegations', { ...await inputOf({ itemIds: [accepted.items[0].receiverItem.id] }), giverId: receiver.id, receiverId: third.id, fileId: undefined });
    expect(attempt.body).toMatchObject({ code: 'delegation.no-sub-delegation', detail: expect.stringContaining('第二十四条第三款') });
  });

  it('权力来源随种类和层级：下放只给下级', async () => {
    const down = await addTestOrganization(server().kernel, { name: '前锋区住建局', regionCode: '511603000000' });
    const officer = await officerOf(city);
    const itemId = await publishItem(city);
    const attempt = async (kind: string, receiverId: string, from = { who: officer, giverId: city.id, itemIds: [itemId] }) =>
      (await call(from.who, 'POST', '/delegations', { ...await inputOf({ itemIds: from.itemIds }), fileId: undefined, kind, giverId: from.giverId, receiverId })).body;
    expect([(await attempt('devolve', receiver.id)).powerSource, (await attempt('authorise', receiver.id)).powerSource, (await attempt('entrust', receiver.id)).powerSource]).toEqual(['2', '3', '5']);
    const own = { who: clerk, giverId: giver.id, itemIds: [await publishItem()] };
    expect([(await attempt('authorise', receiver.id, own)).powerSource, (await attempt('entrust', receiver.id, own)).powerSource]).toEqual(['4', '6']);
    expect((await attempt('devolve', receiver.id, own)).code).toBe('delegation.not-below');
    expect((await attempt('entrust', down.id, own)).code).toBe('delegation.not-related');
    expect((await attempt('entrust', city.id, own)).code).toBe('delegation.not-related');
  });

  it('下放的清单：行使层级、实施主体性质、编码随接收方，没有委托机关', async () => {
    const officer = await officerOf(city);
    const proposed = (await call(officer, 'POST', '/delegations', { ...await inputOf({ itemIds: [await publishItem(city)] }), kind: 'devolve', giverId: city.id, fileId: await uploadFile(officer), endsOn: undefined })).body;
    const accepted = (await answer((await review((await submit(proposed, officer)).body, await officerOf(city))).body)).body;
    expect(accepted).toMatchObject({ state: 'in-force', endsOn: null, daysLeft: null });
    const { elements } = await receiverItem(accepted);
    expect(elements).toMatchObject({ exerciseLevel: '4', departmentType: '1', powerSource: '2', regionCode: '511602000000', localTaskCode: expect.stringMatching(/-XF[0-9a-f]{12}$/) });
    expect([authorityOf(elements), elements.entrustingDepartmentName]).toEqual([receiver.id, undefined]);
  });

  it.each<[string, () => Promise<Partial<DelegationInput>>, string]>([
    ['给自己', async () => ({ receiverId: giver.id }), 'delegation.same-party'],
    ['截止早于开始', async () => ({ startsOn: '2027-01-02', endsOn: '2027-01-01' }), 'delegation.dates-wrong'],
    ['截止早于今天', async () => ({ startsOn: '2026-01-01', endsOn: '2026-06-30' }), 'delegation.dates-wrong'],
    ['别人的事项', async () => ({ itemIds: [await publishItem(receiver)] }), 'delegation.item-unfit'],
    ['不存在的事项', async () => ({ itemIds: ['00000000-0000-7000-8000-000000000000'] }), 'delegation.item-unfit'],
    ['已撤销的接收方', async () => {
      const closed = await addTestOrganization(server().kernel);
      await server().database.db.pool.query(`UPDATE organization.organization SET valid_to = '2026-11-01' WHERE id = $1`, [closed.id]);
      return { receiverId: closed.id };
    }, 'delegation.department-closed'],
  ])('%s：拒绝并说明', async (_label, extra, code) => {
    expect((await propose(await extra())).body).toMatchObject({ code });
  });

  it('没有发布的事项不能放权；委托要有截止日期；没有文件不能报审；锁不住的要素不能选', async () => {
    const draft = (await call(clerk, 'POST', '/catalog/items', { elements: { ...toItemElements(seedItems[0] ?? failed(), () => giver.id), localTaskCode: `GIVE-DRAFT-${serial += 1}` } })).body;
    expect((await propose({ itemIds: [draft.itemId] })).body).toMatchObject({ code: 'delegation.item-unfit', title: expect.stringContaining('它还没有发布') });
    const { endsOn: _end, ...endless } = await inputOf();
    expect((await call(clerk, 'POST', '/delegations', endless)).body).toMatchObject({ code: 'delegation.end-required' });
    const { fileId: _file, ...without } = await inputOf();
    expect((await submit((await call(clerk, 'POST', '/delegations', without)).body)).body).toMatchObject({ code: 'delegation.file-required' });
    expect((await call(clerk, 'POST', '/delegations', { ...without, changeable: ['legalBases'] })).body).toMatchObject({ code: 'kernel.invalid-input' });
  });
});

function failed(): never {
  throw new Error('no seed items');
}

describe('CAT-02 放权的期限与终止', () => {
  it('到开始日期才生效；到期次日终止，接收方的清单取消并不能再编制；到期前双方收到提醒一次', async () => {
    const offered = await offer({ startsOn: '2026-12-01', endsOn: '2026-12-20' });
    const scheduled = (await answer(offered)).body;
    expect([scheduled.state, scheduled.items[0].receiverItem]).toEqual(['scheduled', null]);
    const { pool } = server().database.db;
    const receiverItemId = async () => (await pool.query('SELECT receiver_item_id FROM delegation.item WHERE delegation_id = $1', [offered.id])).rows[0].receiver_item_id;
    try {
      await job();
      expect(await stateOf(offered)).toBe('scheduled');
      server().clock.set('2026-12-01T08:00:00+08:00');
      await job();
      await job();
      expect([await stateOf(offered), await receiverItemId()]).toEqual(['in-force', expect.any(String)]);
      const { rows: told } = await pool.query(`SELECT recipient_id, count(*)::int FROM messaging.message WHERE template_key = 'delegation.ending' AND recipient_id = ANY($1) GROUP BY 1`, [[clerk.id, receiving.id]]);
      expect(told.map(({ count }) => count)).toEqual([1, 1]);
      server().clock.set('2026-12-20T23:00:00+08:00');
      await job();
      expect(await stateOf(offered)).toBe('in-force');
      server().clock.set('2026-12-21T00:30:00+08:00');
      await job();
      expect(await stateOf(offered)).toBe('ended');
    } finally {
      server().clock.set(start);
    }
    const officer = await officerOf(receiver);
    const refused = await call(officer, 'POST', `/catalog/items/${await receiverItemId()}/versions`, {});
    expect(refused.body).toMatchObject({ code: 'catalog.item-closed', detail: expect.stringContaining('已终止（到期终止）') });
  });

  it.each([['放权方收回', 'giver', '收回'], ['接收方交回', 'receiver', '交回']] as const)('提前终止：%s；已发布的清单从门户消失，没有发布的草稿作废', async (_label, side, label) => {
    const accepted = (await answer(await offer())).body;
    const version = await receiverItem(accepted);
    const publishing = side === 'giver';
    if (publishing) await publishVersion(version, receiving, await officerOf(receiver));
    const itemId = accepted.items[0].receiverItem.id;
    expect((await server().app.inject({ method: 'GET', url: `/api/v1/items/${itemId}` })).statusCode).toBe(publishing ? 200 : 404);
    const stranger = await officerOf(await addTestOrganization(server().kernel));
    expect((await end(accepted, stranger)).status).toBe(404);
    const ended = (await end(accepted, side === 'giver' ? clerk : receiving)).body;
    expect(ended).toMatchObject({ state: 'ended', steps: expect.arrayContaining([expect.objectContaining({ label, text: '承接条件发生变化。' })]) });
    const { rows: [item] } = await server().database.db.pool.query('SELECT latest_state, published_version_id, closed_reason FROM catalog.item WHERE id = $1', [itemId]);
    expect(item).toMatchObject({ latest_state: 'retired', published_version_id: null, closed_reason: expect.stringContaining(label) });
    expect((await end({ ...accepted, version: ended.version }, clerk)).body).toMatchObject({ code: 'delegation.state-refused', title: '“已终止”时不能提前终止' });
  });

  it('逾期没有答复的失效；待接收的可以撤回', async () => {
    const offered = await offer({ endsOn: '2026-11-28' });
    try {
      server().clock.set('2026-11-29T08:00:00+08:00');
      await job();
    } finally {
      server().clock.set(start);
    }
    expect(await stateOf(offered)).toBe('withdrawn');
    const other = await offer();
    const withdrawn = await call(clerk, 'POST', `/delegations/${other.id}/withdraw`, { version: other.version, reason: '文件需要更换。' });
    expect(withdrawn.body.state).toBe('withdrawn');
    expect((await answer(withdrawn.body)).body).toMatchObject({ code: 'delegation.state-refused' });
  });
});

describe('CAT-02 放权的查看', () => {
  it('双方各自的列表；草稿只有放权方看得到；旁人看不到，也看不到文件', async () => {
    const proposed = (await propose()).body;
    const list = async (who: TestAccount, query = '') => (await call(who, 'GET', `/delegations?limit=100${query}`)).body.items.map(({ id }: { id: string }) => id);
    expect([(await list(clerk)).includes(proposed.id), (await list(receiving)).includes(proposed.id)]).toEqual([true, false]);
    const offered = (await review((await submit(proposed)).body)).body;
    expect([(await list(clerk, '&side=given')).includes(offered.id), (await list(receiving, '&side=received&state=offered')).includes(offered.id), (await list(receiving, '&side=given')).includes(offered.id)]).toEqual([true, true, false]);
    const stranger = await officerOf(await addTestOrganization(server().kernel));
    expect(await list(stranger)).toEqual([]);
    expect((await call(stranger, 'GET', `/delegations/${offered.id}`)).status).toBe(404);
    const file = (who: TestAccount) => server().app.inject({ method: 'GET', url: `/api/v1/delegations/${offered.id}/file`, headers: who.headers });
    expect([(await file(stranger)).statusCode, (await file(receiving)).statusCode]).toEqual([404, 200]);
  });

  it('按事项名称查找，筛选即将到期的', async () => {
    const soon = (await answer(await offer({ endsOn: '2026-12-10' }))).body;
    const later = (await answer(await offer({ endsOn: '2027-12-10' }))).body;
    const ids = async (query: string) => (await call(clerk, 'GET', `/delegations?limit=100&${query}`)).body.items.map(({ id }: { id: string }) => id);
    const ending = await ids('endingWithin=30');
    expect([ending.includes(soon.id), ending.includes(later.id)]).toEqual([true, false]);
    expect(await ids(`q=${encodeURIComponent(soon.items[0].item.name)}`)).toEqual([soon.id]);
    expect(await ids(`itemId=${soon.items[0].receiverItem.id}`)).toEqual([soon.id]);
  });
});

describe('机构合并以后的放权 (ORG-01)', () => {
  async function merge(from: Office, into: Office): Promise<void> {
    const administrator = await signInTestStaff(server().kernel, { roles: ['system-administrator'] });
    const { body: { revision } } = await call(administrator, 'GET', `/organizations/${from.id}/merger?into=${into.id}`);
    expect((await call(administrator, 'POST', `/organizations/${from.id}/merger`, { into: into.id, revision, reason: '机构改革，职责并入' })).status).toBe(201);
    await server().relay.drain();
  }

  it('接收方并入第三方：承接机构接着实施，可以交回；并入放权方：自己对自己的放权终止', async () => {
    const [first, second] = [await addTestOrganization(server().kernel, { name: '区城管大队' }), await addTestOrganization(server().kernel, { name: '区城市服务中心' })];
    const given = (await answer(await offer({ receiverId: first.id }), true, await officerOf(first))).body;
    await merge(first, second);
    const officer = await officerOf(second);
    const seen = (await call(officer, 'GET', `/delegations/${given.id}`)).body;
    expect(seen).toMatchObject({ state: 'in-force', receiver: { id: second.id, name: '区城市服务中心' } });
    const another = (await answer(await offer({ receiverId: second.id }), true, officer)).body;
    expect((await end({ id: given.id, version: seen.version }, officer)).body).toMatchObject({ state: 'ended' });
    await merge(second, giver);
    expect(await stateOf(another)).toBe('ended');
    const { rows: [item] } = await server().database.db.pool.query('SELECT latest_state, closed_reason FROM catalog.item WHERE id = $1', [another.items[0].receiverItem.id]);
    expect(item).toMatchObject({ latest_state: 'retired', closed_reason: expect.stringContaining('双方已是同一机构') });
  });
});
