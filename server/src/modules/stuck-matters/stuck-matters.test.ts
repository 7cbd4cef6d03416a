import { describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { systemActor } from '../../kernel/access/index.ts';
import { systemContext } from '../../kernel/context.ts';
import { createId } from '../../kernel/db/index.ts';
import { addTestOrganization, signInTestPerson, signInTestStaff, type TestAccount } from '../../kernel/identity/testing/test-accounts.ts';
import { openSpreadsheet } from '../../kernel/spreadsheets/index.ts';
import { advanceAccounts } from '../../kernel/time-accounts/index.ts';
import { addTestCase } from '../../testing/add-case.ts';
import { endWaiting } from './jobs/end-waiting.ts';

type Headers = Record<string, string>;

const server = useTestServer({ now: '2026-11-02T10:00:00+08:00' });
const call = async (who: { headers: Headers }, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) => {
  const answer = await server().app.inject({ method, url: `/api/v1${url}`, headers: who.headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() };
};
let serial = 0;
const nobody = { headers: {} };
const words = '请尽快联系反映人，核实后办理。';
const report = { content: '去了四次窗口，每次都说材料不齐，身份证511602199001011234也反复要', reasonCode: 'repeated-materials', mobile: '13900001234' };
const moveTo = async (now: string) => {
  server().clock.set(now);
  await server().kernel.db.pool.query(`UPDATE identity.session SET last_seen_at = $1, expires_at = $1::timestamptz + interval '30 days' WHERE ended_at IS NULL`, [server().clock.now()]);
  await advanceAccounts(systemContext(server().kernel, systemActor('test'), createId()));
  await server().relay.drain();
};
const messages = async (who: { headers: Headers }) => (await call(who, 'GET', '/messages')).body.items.map(({ title }: { title: string }) => title) as string[];

async function setUp() {
  const { kernel } = server();
  serial += 1;
  const [organization, elsewhere] = [await addTestOrganization(kernel, { name: `区住建局${serial}` }), await addTestOrganization(kernel, { name: `区市监局${serial}` })];
  const officer = (code: string, of = organization, name?: string) => signInTestStaff(kernel, {
    ...(name ? { name } : {}), organizationId: of.id, roles: [{ code, scope: { kind: 'organization', organizationPath: of.path }, organizationId: of.id }],
  });
  const [person, handler, clerk, stranger] = [await signInTestPerson(kernel, { name: '欧阳修' }), await officer('decider', organization, '王办理'), await officer('window-clerk', elsewhere, '李窗口'), await officer('decider', elsewhere)];
  const supervisor = await signInTestStaff(kernel, { name: '严督查', roles: ['supervisor'] });
  const own = async (matterId: string) => (await call(person, 'GET', `/my-stuck-matters/${matterId}`)).body;
  const step = async (who: { headers: Headers }, matterId: string, payload: object) => {
    const { version } = (await call(supervisor, 'GET', `/stuck-matters/${matterId}`)).body;
    return call(who, 'POST', `/stuck-matters/${matterId}/steps`, { version, ...payload });
  };
  const reported = async (more: object = {}) => {
    const answer = await call(person, 'POST', '/my-stuck-matters', { ...report, ...more });
    expect(answer.status).toBe(201);
    return answer.body as { id: string; number: string; version: number };
  };
  const assign = (id: string, more: object = {}) => step(supervisor, id, { action: 'assign', organizationId: organization.id, text: words, ...more });
  const toWord = async (id: string, cause: object = { causeCode: 'department-fault', causeText: '没有一次性告知' }) => {
    for (const one of [await assign(id), await step(handler, id, { action: 'take' }), await step(handler, id, { action: 'answer', text: '已经上门收取材料，当天发证。' }), await step(supervisor, id, { action: 'pass', text: '结果属实，同意办结。', ...cause })]) expect(one.status).toBe(200);
  };
  return { organization, elsewhere, officer, person, handler, clerk, stranger, supervisor, own, step, reported, assign, toWord };
}

describe('办不成事：反映和登记 (STK-01)', () => {
  it('网上反映得到编号和回执，关联的办件要是本人的；内容中的证件号对工作人员遮住', async () => {
    const { person, supervisor, organization, reported, own } = await setUp();
    const { number } = await addTestCase(server().kernel, { applicant: person, organization, status: 'accepted' });
    const matter = await reported({ caseNumber: ` ${number} ` });
    expect(matter.number).toMatch(/^FY-2026-\d{6}$/);
    expect(await own(matter.id)).toMatchObject({ state: 'registered', stateLabel: '待分派', caseNumber: number, itemName: '食品经营许可', organizationName: expect.stringContaining('区住建局'), content: report.content, steps: [{ label: '已收到' }], abilities: { giveWord: false, withdraw: true, urge: true } });
    const seen = (await call(supervisor, 'GET', `/stuck-matters/${matter.id}`)).body;
    expect(seen).toMatchObject({ reporterName: '欧*修', mobileMasked: '139****1234', channel: 'portal', reason: '材料反复提交', concernedName: expect.stringContaining('区住建局'), organization: null });
    expect(seen.content).toContain('511602********1234');
    expect(JSON.stringify(seen)).not.toContain('欧阳');
    expect(await messages(supervisor)).toContain(`收到办不成事反映 ${matter.number}`);
    const other = await signInTestPerson(server().kernel);
    const foreign = await call(other, 'POST', '/my-stuck-matters', { ...report, caseNumber: number });
    expect([foreign.status, foreign.body.code]).toEqual([400, 'stuck-matters.case-not-found']);
    expect((await call(other, 'GET', `/my-stuck-matters/${matter.id}`)).status).toBe(404);
    expect((await call(other, 'GET', '/my-stuck-matters')).body.items).toEqual([]);
    expect((await call(nobody, 'POST', '/my-stuck-matters', report)).status).toBe(401);
  });

  it('电话、窗口由工作人员登记，姓名和手机号加密，按目的查看并留痕，短信告知', async () => {
    const { clerk, supervisor, stranger, handler, assign } = await setUp();
    const answer = await call(clerk, 'POST', '/stuck-matters', { ...report, channel: 'phone', name: '诸葛明', mobile: '138 0000 4321' });
    expect(answer.body).toMatchObject({ channel: 'phone', reporterKind: 'caller', reporterName: '诸*明', mobileMasked: '138****4321', registeredByName: '李窗口', abilities: { assign: false, readContact: true } });
    const { id } = answer.body;
    const { pool } = server().kernel.db;
    const { rows: [row] } = await pool.query('SELECT * FROM stuck_matters.matter WHERE id = $1', [id]);
    expect(JSON.stringify(row)).not.toMatch(/诸葛|13800004321/);
    expect((await call(clerk, 'POST', `/stuck-matters/${id}/contact`, { purpose: '联系反映人' })).body).toEqual({ name: '诸葛明', mobile: '13800004321', content: report.content });
    expect((await pool.query(`SELECT purpose FROM kernel.audit_entry WHERE action = 'stuck-matters.read-contact' AND object_id = $1`, [id])).rows).toEqual([{ purpose: '联系反映人' }]);
    await assign(id);
    expect((await call(handler, 'POST', `/stuck-matters/${id}/contact`, { purpose: '联系反映人' })).status).toBe(200);
    for (const url of [`/stuck-matters/${id}`]) expect((await call(stranger, 'GET', url)).status).toBe(404);
    expect((await call(stranger, 'POST', `/stuck-matters/${id}/contact`, { purpose: '想看看' })).status).toBe(404);
    expect((await call(supervisor, 'GET', '/stuck-matters?q=%E8%AF%B8%E8%91%9B')).body.items).toEqual([]);
    const { rows: sms } = await pool.query(`SELECT count(*)::int AS count FROM messaging.message WHERE template_key = 'stuck-matters.received' AND channel = 'sms' AND recipient_kind = 'mobile'`);
    expect(sms[0].count).toBeGreaterThan(0);
  });

  it.each([
    [{ mobile: '12345678901' }, 'stuck-matters.bad-contact'], [{ reasonCode: 'nothing' }, 'stuck-matters.unknown-reason'], [{ caseNumber: 'NO-1' }, 'stuck-matters.case-not-found'],
    [{ itemId: '00000000-0000-7000-8000-000000000000' }, 'stuck-matters.item-not-found'], [{ regionCode: '999999' }, 'stuck-matters.unknown-region'], [{ content: '太短' }, 'kernel.invalid-input'],
    [{ content: '长'.repeat(2001) }, 'kernel.invalid-input'],
  ])('%j：不收，说明怎么改', async (more, code) => {
    const { person, clerk } = await setUp();
    expect((await call(person, 'POST', '/my-stuck-matters', { ...report, ...more })).body.code).toBe(code);
    expect((await call(clerk, 'POST', '/stuck-matters', { ...report, channel: 'window', name: '张三', ...more })).body.code).toBe(code);
  });

  it('原因可以增加、改名、停用；没有权限的人不能', async () => {
    const { supervisor, handler, person } = await setUp();
    expect((await call(handler, 'PUT', '/stuck-matter-lists/reason/queue-too-long', { name: '排队太久', active: true })).status).toBe(403);
    expect((await call(supervisor, 'PUT', '/stuck-matter-lists/reason/queue-too-long', { name: '排队太久', active: true })).body).toEqual({ code: 'queue-too-long', name: '排队太久', active: true });
    expect((await call(nobody, 'GET', '/stuck-matter-reasons')).body.items).toContainEqual({ code: 'queue-too-long', name: '排队太久', active: true });
    expect((await call(person, 'POST', '/my-stuck-matters', { ...report, reasonCode: 'queue-too-long' })).status).toBe(201);
    await call(supervisor, 'PUT', '/stuck-matter-lists/reason/queue-too-long', { name: '排队太久', active: false });
    expect((await call(person, 'POST', '/my-stuck-matters', { ...report, reasonCode: 'queue-too-long' })).body.code).toBe('stuck-matters.unknown-reason');
  });
});

describe('办不成事：分派到办结 (STK-01)', () => {
  it('分派、签收、反馈、审核、评价满意；每一步该通知的人收到，反映人看到进度', async () => {
    server().clock.set('2026-11-02T10:00:00+08:00');
    const { reported, supervisor, handler, stranger, person, own, step, assign, toWord } = await setUp();
    const { id, number } = await reported();
    expect((await step(handler, id, { action: 'take' })).status).toBe(404);
    expect((await assign(id)).body).toMatchObject({ state: 'assigned', organization: { name: expect.stringContaining('区住建局') }, officer: null, dueOn: '2026-11-09', remainingDays: 5, limitDays: 5 });
    expect(await messages(handler)).toContain(`办不成事反映 ${number} 交您办理`);
    expect((await step(stranger, id, { action: 'take' })).status).toBe(404);
    expect((await step(supervisor, id, { action: 'take' })).status).toBe(403);
    expect((await step(handler, id, { action: 'pass', text: words, causeCode: 'system', causeText: '系统故障' })).status).toBe(403);
    expect((await step(handler, id, { action: 'answer', text: '没有签收就反馈结果，应当不行。' })).body).toMatchObject({ code: 'stuck-matters.wrong-state', title: '这件反映当前为“待签收”，不能进行这一步' });
    await toWord(id);
    expect(await messages(supervisor)).toContain(`反映 ${number} 已反馈结果，待审核`);
    expect(await messages(person)).toContain(`您的反映 ${number} 有了办理结果`);
    const mine = await own(id);
    expect(mine).toMatchObject({ state: 'awaiting-word', answer: '已经上门收取材料，当天发证。', wordUntil: '2026-11-09', abilities: { giveWord: true, withdraw: false } });
    expect(mine.steps.map(({ label }: { label: string }) => label)).toEqual(['已收到', '已交部门办理', '已交部门办理', '部门已签收', '有了办理结果']);
    expect(JSON.stringify(mine)).not.toContain('王办理');
    const closed = await call(person, 'POST', `/my-stuck-matters/${id}/steps`, { action: 'give-word', version: mine.version, word: 'satisfied', text: '谢谢' });
    expect(closed.body).toMatchObject({ state: 'closed', word: 'satisfied', wordText: '谢谢' });
    const seen = (await call(supervisor, 'GET', `/stuck-matters/${id}`)).body;
    expect(seen).toMatchObject({ word: 'satisfied', wordBy: 'reporter', answer: { inTime: true }, cause: { name: '部门履职不到位' }, findingId: null });
    expect(seen.steps.map(({ label }: { label: string }) => label)).toEqual(['登记', '分派', '二次指派', '签收', '反馈结果', '办结审核通过', '群众评价']);
  });

  it('不满意一次转二次指派，第二次无论怎样都办结', async () => {
    const { reported, person, supervisor, own, toWord } = await setUp();
    const { id, number } = await reported();
    const giveWord = async (word: string) => call(person, 'POST', `/my-stuck-matters/${id}/steps`, { action: 'give-word', version: (await own(id)).version, word });
    await toWord(id);
    expect((await giveWord('dissatisfied')).body).toMatchObject({ state: 'reopened', stateLabel: '待二次指派', round: 2 });
    expect(await messages(supervisor)).toContain(`反映人对 ${number} 的办理不满意，待二次指派`);
    await toWord(id);
    expect((await giveWord('dissatisfied')).body).toMatchObject({ state: 'closed', word: 'dissatisfied', round: 2 });
    expect((await giveWord('satisfied')).body.code).toBe('stuck-matters.wrong-state');
  });

  it('部门退回重新分派；审核退回再办；指定帮办人；驳回要写理由并告知', async () => {
    const { reported, elsewhere, clerk, handler, supervisor, person, own, step, assign } = await setUp();
    const { id, number } = await reported();
    await assign(id, { officerId: handler.id, limitDays: 3 });
    expect((await step(handler, id, { action: 'hand-back', text: '不是本部门的职责，请交市监局。' })).body.code).toBe(undefined);
    expect((await call(supervisor, 'GET', `/stuck-matters/${id}`)).body).toMatchObject({ state: 'registered', organization: null, dueOn: null });
    expect((await call(handler, 'GET', `/stuck-matters/${id}`)).status).toBe(404);
    expect(await messages(supervisor)).toContain(`反映 ${number} 被退回，待重新分派`);
    expect((await assign(id, { organizationId: elsewhere.id, officerId: handler.id })).body.code).toBe('stuck-matters.unknown-officer');
    expect((await assign(id, { organizationId: elsewhere.id, officerId: clerk.id })).body).toMatchObject({ state: 'assigned', officer: { name: '李窗口' } });
    expect((await step(clerk, id, { action: 'accompany', officerId: handler.id, text: '陪同到住建局窗口。' })).body).toMatchObject({ companion: { name: '王办理' } });
    expect((await call(handler, 'GET', `/stuck-matters/${id}`)).body.abilities).toMatchObject({ answer: false, readContact: true });
    await step(clerk, id, { action: 'take' });
    await step(clerk, id, { action: 'answer', text: '已电话说明政策，反映人理解。' });
    expect((await step(supervisor, id, { action: 'send-back', text: '没有解决问题，请上门办理。' })).body).toMatchObject({ state: 'handling', answer: null });
    expect(await messages(clerk)).toContain(`反映 ${number} 的办理结果被退回`);
    expect(await own(id)).toMatchObject({ answer: null, companionName: '王办理' });
    const second = await reported();
    expect((await step(supervisor, second.id, { action: 'reject', text: '短' })).body.code).toBe('kernel.invalid-input');
    expect((await step(supervisor, second.id, { action: 'reject', text: '反映的是信访事项，请到信访局反映。' })).body).toMatchObject({ state: 'rejected' });
    expect(await own(second.id)).toMatchObject({ state: 'rejected', rejection: '反映的是信访事项，请到信访局反映。' });
    expect(await messages(person)).toContain(`您的反映 ${second.number} 未予办理`);
  });

  it('没有人能办理的部门不能分派；两人同时分派，后一人被告知', async () => {
    const { reported, supervisor, organization, assign } = await setUp();
    const { id, version } = await reported();
    const empty = await addTestOrganization(server().kernel, { name: '区无人局' });
    expect((await assign(id, { organizationId: empty.id })).body).toMatchObject({ code: 'stuck-matters.nobody-handles', title: '“区无人局”没有能办理反映的人员' });
    const post = () => call(supervisor, 'POST', `/stuck-matters/${id}/steps`, { action: 'assign', version, organizationId: organization.id, text: words });
    expect((await Promise.all([post(), post()])).map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('反映人每天可以催办一次，可以撤回；督查人员催办直接到办理人', async () => {
    server().clock.set('2026-11-02T10:00:00+08:00');
    const { reported, person, supervisor, handler, own, step, assign } = await setUp();
    const { id, number } = await reported();
    const own1 = async (payload: object) => call(person, 'POST', `/my-stuck-matters/${id}/steps`, { version: (await own(id)).version, ...payload });
    // Before it is assigned, those who assign have nobody to urge; the one who reported may urge them.
    const seen = (await call(supervisor, 'GET', `/stuck-matters/${id}`)).body;
    expect(seen.abilities).toMatchObject({ assign: true, urge: false });
    expect((await step(supervisor, id, { action: 'urge', text: '还没有分派，没有可催办的人。' })).body.code).toBe('stuck-matters.wrong-state');
    expect((await own(id)).abilities).toMatchObject({ urge: true });
    await assign(id);
    expect((await call(supervisor, 'GET', `/stuck-matters/${id}`)).body.abilities).toMatchObject({ urge: true });
    expect((await own1({ action: 'urge' })).body).toMatchObject({ state: 'assigned', abilities: { urge: false } });
    expect((await own1({ action: 'urge' })).body.code).toBe('stuck-matters.urged-today');
    expect([await messages(handler), await messages(supervisor)].map((titles) => titles.includes(`催办：办不成事反映 ${number}`))).toEqual([true, true]);
    expect((await step(supervisor, id, { action: 'urge', text: '群众已等了三天，今天必须联系。' })).status).toBe(200);
    expect((await step(handler, id, { action: 'urge', text: '自己催自己不行的吧。' })).status).toBe(403);
    await moveTo('2026-11-03T10:00:00+08:00');
    expect((await own1({ action: 'urge', text: '还没有人联系我' })).status).toBe(200);
    expect((await own1({ action: 'withdraw', text: '问题已经解决了' })).body).toMatchObject({ state: 'withdrawn' });
    expect(await messages(handler)).toContain(`反映 ${number} 已撤回`);
    expect(JSON.stringify((await own(id)).steps)).not.toContain('今天必须联系');
  });

  it('没有账号的反映人由登记人回访代记评价', async () => {
    const { clerk, handler, supervisor, step, toWord } = await setUp();
    const { id } = (await call(clerk, 'POST', '/stuck-matters', { ...report, channel: 'window', name: '张三' })).body;
    await toWord(id);
    expect((await call(clerk, 'GET', '/stuck-matters?mine=true')).body.items.map((row: { id: string }) => row.id)).toEqual([id]);
    expect((await step(handler, id, { action: 'record-word', word: 'satisfied', text: '电话回访，满意。' })).status).toBe(403);
    expect((await step(clerk, id, { action: 'record-word', word: 'fairly-satisfied', text: '电话回访，基本满意。' })).body).toMatchObject({ state: 'closed', word: 'fairly-satisfied', wordBy: 'clerk' });
    expect((await call(supervisor, 'GET', `/stuck-matters/${id}`)).body.abilities).toMatchObject({ 'record-word': false, writeEntry: true });
  });
});

describe('办不成事：时限、红黄牌、值班局长 (STK-01)', () => {
  it('还剩一个工作日预警办理人，超期黄牌，再超同样多红牌并告知督查人员；期限和红牌可以设置', async () => {
    await moveTo('2026-11-02T10:00:00+08:00');
    const { reported, supervisor, handler, step, assign } = await setUp();
    const { id, number } = await reported();
    await assign(id, { limitDays: 3 });
    await step(handler, id, { action: 'take' });
    const level = async () => (await call(supervisor, 'GET', `/stuck-matters/${id}`)).body;
    await moveTo('2026-11-04T09:00:00+08:00');
    expect(await level()).toMatchObject({ level: 'warning', dueOn: '2026-11-05', remainingDays: 1 });
    expect([await messages(handler), await messages(supervisor)].map((titles) => titles.includes(`预警：办不成事反映 ${number}`))).toEqual([true, false]);
    await moveTo('2026-11-06T09:00:00+08:00');
    expect(await level()).toMatchObject({ level: 'yellow', remainingDays: -1 });
    expect(await messages(supervisor)).toContain(`黄牌：办不成事反映 ${number}`);
    expect((await call(supervisor, 'GET', '/stuck-matters?level=yellow')).body.items.map((row: { id: string }) => row.id)).toContain(id);
    await moveTo('2026-11-11T09:00:00+08:00');
    expect((await level()).steps.map(({ label }: { label: string }) => label)).toEqual(['登记', '分派', '签收', '预警', '黄牌', '红牌']);
    expect((await step(handler, id, { action: 'answer', text: '拖延了，已经办好并致歉。' })).body).toMatchObject({ answer: { inTime: false } });
    expect((await call(handler, 'PUT', '/stuck-matter-settings', { limitDays: 2, redPercent: 50, wordDays: 3 })).status).toBe(403);
    expect((await call(supervisor, 'PUT', '/stuck-matter-settings', { limitDays: 2, redPercent: 50, wordDays: 3 })).body).toEqual({ limitDays: 2, redPercent: 50, wordDays: 3 });
    const second = await reported();
    expect((await assign(second.id)).body).toMatchObject({ dueOn: '2026-11-13', limitDays: 2 });
    await call(supervisor, 'PUT', '/stuck-matter-settings', { limitDays: 5, redPercent: 100, wordDays: 5 });
  });

  it('等不到评价，过了期限自动办结，不记满意', async () => {
    await moveTo('2026-11-02T10:00:00+08:00');
    const { reported, supervisor, toWord } = await setUp();
    const { id } = await reported();
    await toWord(id);
    const system = systemContext(server().kernel, systemActor('test'), createId());
    await moveTo('2026-11-09T23:00:00+08:00');
    await endWaiting(system);
    expect((await call(supervisor, 'GET', `/stuck-matters/${id}`)).body.state).toBe('awaiting-word');
    await moveTo('2026-11-10T00:10:00+08:00');
    await endWaiting(system);
    await endWaiting(system);
    expect((await call(supervisor, 'GET', `/stuck-matters/${id}`)).body).toMatchObject({ state: 'closed', word: null, wordBy: 'nobody' });
  });

  it('局长进大厅：排值班、交办、局长签收；没有值班的日子和过去的日子不行', async () => {
    await moveTo('2026-11-02T10:00:00+08:00');
    const { reported, supervisor, handler, clerk, step } = await setUp();
    const { id } = await reported();
    const put = (on: string) => step(supervisor, id, { action: 'put-to-director', on, text: '请局长当面接待。' });
    expect((await put('2026-11-04')).body).toMatchObject({ code: 'stuck-matters.no-duty', title: '2026年11月4日 没有安排局长值班' });
    const duty = { directorId: handler.id, place: '二楼办不成事窗口', note: '' };
    expect((await call(clerk, 'PUT', '/stuck-matter-duty/2026-11-04', duty)).status).toBe(403);
    expect((await call(supervisor, 'PUT', '/stuck-matter-duty/2026-11-01', duty)).body.code).toBe('stuck-matters.duty-past');
    expect((await call(supervisor, 'PUT', '/stuck-matter-duty/2026-11-04', { ...duty, directorId: supervisor.id })).body.code).toBe('stuck-matters.unknown-officer');
    expect((await call(supervisor, 'PUT', '/stuck-matter-duty/2026-11-04', duty)).body).toMatchObject({ directorName: '王办理', organizationName: expect.stringContaining('区住建局'), matters: 0 });
    expect((await put('2026-11-04')).body).toMatchObject({ state: 'assigned', officer: { name: '王办理' }, withDirector: true });
    expect((await step(handler, id, { action: 'take' })).body.state).toBe('handling');
    const list = (await call(clerk, 'GET', '/stuck-matter-duty?from=2026-11-01&to=2026-11-30')).body;
    expect(list).toMatchObject({ canEdit: false, items: [{ on: '2026-11-04', matters: 1 }] });
    expect((await call(clerk, 'GET', '/stuck-matter-duty?from=2026-01-01&to=2026-12-31')).body.code).toBe('stuck-matters.long-period');
    expect((await call(clerk, 'DELETE', '/stuck-matter-duty/2026-11-04')).status).toBe(403);
    expect((await call(supervisor, 'DELETE', '/stuck-matter-duty/2026-11-04')).status).toBe(204);
    expect((await call(supervisor, 'DELETE', '/stuck-matter-duty/2026-11-04')).body.code).toBe('stuck-matters.duty-not-found');
  });
});

describe('办不成事：列表、统计、知识库 (STK-02)', () => {
  it('本人待办、筛选、翻页；别的部门看不到；导出与列表一致', async () => {
    const { reported, organization, supervisor, handler, stranger, assign } = await setUp();
    const ids = [];
    for (let index = 0; index < 3; index += 1) ids.push((await reported({ reasonCode: 'system-failure' })).id);
    const mine = async (who: TestAccount) => (await call(who, 'GET', '/stuck-matters?mine=true')).body.items.map((row: { id: string }) => row.id);
    expect(await mine(supervisor)).toEqual(expect.arrayContaining(ids));
    await assign(ids[0] ?? '');
    expect([await mine(handler), await mine(stranger)]).toEqual([[ids[0]], []]);
    expect((await call(handler, 'GET', '/stuck-matters')).body.items.map((row: { id: string }) => row.id)).toEqual([ids[0]]);
    const query = `reasonCode=system-failure&finished=false&organizationId=${organization.id}&regionCode=511602&channel=portal&from=2026-11-01&to=2026-11-30`;
    expect((await call(supervisor, 'GET', `/stuck-matters?${query}`)).body.items).toMatchObject([{ id: ids[0], reason: '系统故障' }]);
    const first = (await call(supervisor, 'GET', '/stuck-matters?reasonCode=system-failure&limit=2')).body;
    const second = (await call(supervisor, 'GET', `/stuck-matters?reasonCode=system-failure&limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items].map((row: { id: string }) => row.id)).toEqual(ids.toReversed());
    const file = await server().app.inject({ method: 'GET', url: `/api/v1/stuck-matters/export?${query}`, headers: supervisor.headers });
    const sheet = await openSpreadsheet({ fileName: 'a.xlsx', content: file.rawPayload });
    const rows: string[][] = [];
    for await (const { cells } of sheet.rows('办不成事反映')) rows.push([...cells.values()].map(({ text }) => text));
    expect([rows.length, rows[1]?.slice(1, 5)]).toEqual([2, ['待签收', '网上', '欧*修', '系统故障']]);
  });

  it('按原因、区划、部门统计已办、在办、超期和平均用时；办理人员只统计本部门；可以导出', async () => {
    await moveTo('2026-10-12T10:00:00+08:00');
    const { reported, supervisor, handler, clerk, person, own, organization, toWord, assign } = await setUp();
    const done = await reported({ reasonCode: 'attitude' });
    await toWord(done.id);
    await call(person, 'POST', `/my-stuck-matters/${done.id}/steps`, { action: 'give-word', version: (await own(done.id)).version, word: 'satisfied' });
    const late = await reported({ reasonCode: 'attitude' });
    await assign(late.id, { limitDays: 1 });
    await moveTo('2026-10-15T10:00:00+08:00');
    const statistics = async (who: TestAccount) => (await call(who, 'GET', '/stuck-matter-statistics?from=2026-10-12&to=2026-10-12')).body;
    const all = await statistics(supervisor);
    expect(all.byReason).toMatchObject([{ key: 'attitude', name: '服务态度差', total: 2, done: 1, open: 1, waiting: 1, late: 1, averageDays: 0, satisfiedShare: 100 }]);
    expect(all.byOrganization).toMatchObject([{ key: organization.id, name: expect.stringContaining('区住建局'), total: 2 }]);
    expect(all.byRegion).toMatchObject([{ key: '511602000000', total: 2 }]);
    expect(all.byCause).toMatchObject([{ key: 'department-fault', total: 1 }]);
    expect((await statistics(handler)).total).toMatchObject({ total: 2 });
    expect((await call(clerk, 'GET', '/stuck-matter-statistics')).status).toBe(403);
    const file = await server().app.inject({ method: 'GET', url: '/api/v1/stuck-matter-statistics/export?from=2026-10-12&to=2026-10-12', headers: supervisor.headers });
    expect((await openSpreadsheet({ fileName: 'a.xlsx', content: file.rawPayload })).sheets.map(({ name }) => name)).toEqual(['按原因', '按区划', '按部门', '按根本原因']);
  });

  it('办结的反映转为知识，他人审核后发布，窗口能搜到，可以停用', async () => {
    await moveTo('2026-11-02T10:00:00+08:00');
    const { reported, supervisor, handler, clerk, person, own, toWord } = await setUp();
    const { id, number } = await reported();
    const entry = { question: '反复要求提交身份证复印件怎么办？', answer: '身份证可由电子证照替代，窗口不得要求重复提交。', itemId: null, tags: ['免交'], matterId: id };
    await toWord(id);
    expect((await call(handler, 'POST', '/stuck-matter-knowledge', entry)).body.code).toBe('stuck-matters.not-closed');
    await call(person, 'POST', `/my-stuck-matters/${id}/steps`, { action: 'give-word', version: (await own(id)).version, word: 'satisfied' });
    const draft = (await call(handler, 'POST', '/stuck-matter-knowledge', entry)).body;
    expect(draft).toMatchObject({ state: 'draft', matter: { number }, abilities: { edit: true, submit: true, decide: false } });
    expect((await call(handler, 'POST', '/stuck-matter-knowledge', entry)).body.code).toBe('stuck-matters.entry-exists');
    const advance = async (who: TestAccount, payload: object) => {
      const { version } = (await call(supervisor, 'GET', `/stuck-matter-knowledge/${draft.id}`)).body;
      return call(who, 'POST', `/stuck-matter-knowledge/${draft.id}/steps`, { version, ...payload });
    };
    const search = async (who: TestAccount, q = '身份证 免交') => (await call(who, 'GET', `/stuck-matter-knowledge?q=${encodeURIComponent(q)}`)).body.items.map((row: { id: string }) => row.id);
    expect([await search(clerk), (await call(clerk, 'GET', `/stuck-matter-knowledge/${draft.id}`)).status]).toEqual([[], 404]);
    expect((await advance(handler, { action: 'publish', text: '自己发布' })).body.code).toBe('stuck-matters.entry-state');
    expect((await advance(handler, { action: 'submit' })).body.state).toBe('review');
    expect((await advance(handler, { action: 'publish', text: '自己发布' })).body.code).toBe('stuck-matters.own-entry');
    expect((await advance(supervisor, { action: 'return', text: '请补充依据。' })).body).toMatchObject({ state: 'draft', decision: { text: '请补充依据。' } });
    expect((await advance(handler, { action: 'edit', ...entry, tags: ['免交', '电子证照'] })).body.tags).toEqual(['免交', '电子证照']);
    await advance(handler, { action: 'submit' });
    expect((await advance(supervisor, { action: 'publish', text: '' })).body.state).toBe('published');
    expect(await search(clerk)).toEqual([draft.id]);
    expect(await search(clerk, '100%')).toEqual([]);
    expect((await advance(clerk, { action: 'retire', text: '没有权限停用' })).status).toBe(403);
    expect((await advance(supervisor, { action: 'retire', text: '政策已变' })).body.state).toBe('retired');
    expect(await search(clerk)).toEqual([]);
  });
});

describe('机构合并 (ORG-01, STK-01)', () => {
  it('没有办完的反映由承接机构接着办，别的部门不能办，经过里留着原来的名称', async () => {
    const { organization, elsewhere, officer, stranger, step, reported, assign, own } = await setUp();
    const matter = await reported();
    expect((await assign(matter.id)).status).toBe(200);
    expect((await step(stranger, matter.id, { action: 'take' })).status).not.toBe(200);
    const administrator = await signInTestStaff(server().kernel, { roles: ['system-administrator'] });
    const preview = await call(administrator, 'GET', `/organizations/${organization.id}/merger?into=${elsewhere.id}`);
    expect(preview.body.parts).toContainEqual({ name: 'stuck-matters.matters', label: '办不成事反映', count: 1 });
    const merged = await call(administrator, 'POST', `/organizations/${organization.id}/merger`, { into: elsewhere.id, revision: preview.body.revision, reason: '机构改革，职责整体并入' });
    expect(merged.status).toBe(201);
    const third = await addTestOrganization(server().kernel);
    expect((await step(await officer('decider', third), matter.id, { action: 'take' })).status).not.toBe(200);
    expect((await step(stranger, matter.id, { action: 'take' })).status).toBe(200);
    expect((await step(stranger, matter.id, { action: 'answer', text: '已经上门收取材料，当天发证。' })).status).toBe(200);
    expect(await own(matter.id)).toMatchObject({ organizationName: elsewhere.name });
  });
});
