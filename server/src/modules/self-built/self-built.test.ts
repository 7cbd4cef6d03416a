import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMessages } from '../../kernel/messaging/contract.ts';
import { applyAsElder } from '../../testing/apply.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { look } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { downloadCaseFile } from '../cases/contract.ts';
import { withdrawCase } from '../intake/contract.ts';
import { addSystem, endKey, getCaseLink, jumpToSystem, listSystems, makeKey, saveSystem, tryConnection } from './contract.ts';
import { sealMessage } from './signing.ts';
import { enter, enteredCase, linkOf, registerSystem, signInAdministrator, stop, type RealEstate } from './testing/real-estate.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
let administrator: Signed;
let estate: RealEstate;
let other: RealEstate;
beforeAll(async () => {
  administrator = await signInAdministrator(city());
  estate = await registerSystem(city(), administrator, { name: '不动产登记系统', itemKey: 'elderly-allowance' });
  other = await registerSystem(city(), administrator, { name: '公积金系统', itemKey: 'nurse-registration' });
});
afterAll(() => { stop(estate); stop(other); });

const happen = (number: string, what: Parameters<RealEstate['simulator']['happen']>[1]) => estate.simulator.happen(number, what);

describe('自建系统跳转并回流 (INT-04)', () => {
  it('登记在前：跳转票据只带编号和签名，凭票据取得来人、办件和同意的内容，只能用一次', async () => {
    const { elder, receipt } = await applyAsElder(city());
    await city().server.relay.drain();
    const link = await linkOf(elder, receipt.caseId);
    expect(link).toMatchObject({ systemName: '不动产登记系统', stateLabel: '已登记，待进入', mayJump: true, consentedAt: null });
    expect(link.consent).toContain('姓名（名称）、证件号码、联系电话');
    expect(await refusalOf(elder.http.call(jumpToSystem, { params: { caseId: receipt.caseId }, body: {} }))).toMatchObject({ code: 'self-built.consent-needed' });
    expect(await refusalOf(elder.http.call(jumpToSystem, { params: { caseId: receipt.caseId }, body: { consent: '同意一切' } }))).toMatchObject({ code: 'self-built.consent-needed' });
    const { url, expiresAt } = await elder.http.call(jumpToSystem, { params: { caseId: receipt.caseId }, body: { consent: link.consent } });
    for (const secret of [elder.documentNumber, elder.mobile, receipt.number, encodeURIComponent('陈德福'), elder.headers.authorization.slice(7), estate.key.secret]) expect(url).not.toContain(secret);
    expect(new Date(expiresAt).getTime() - city().server.clock.now().getTime()).toBe(120_000);
    expect((await fetch(url)).status).toBe(200);
    const { content } = estate.simulator.cases.get(receipt.number) ?? {};
    expect(content).toMatchObject({
      caseNumber: receipt.number, applicant: { kind: 'person', name: '陈德福', documentNumber: elder.documentNumber, mobile: elder.mobile }, visitor: { kind: 'applicant', name: '陈德福', windowName: null },
      consent: { text: link.consent }, state: 'entered', nextSequence: 1,
    });
    expect(await (await fetch(url)).text()).toContain('票据已经用过');
    expect(await linkOf(elder, receipt.caseId)).toMatchObject({ state: 'entered', consentedAt: expect.any(String) });
    const { rows } = await city().server.database.db.pool.query(`SELECT FROM kernel.audit_entry WHERE action = 'self-built.redeem-ticket' AND object_id = $1 AND purpose <> ''`, [receipt.caseId]);
    expect(rows).toHaveLength(1);
  });

  it('票据过时、被改动、拿到别的系统都不认', async () => {
    const { elder, receipt } = await applyAsElder(city());
    const { consent } = await linkOf(elder, receipt.caseId);
    const jump = async () => new URL((await elder.http.call(jumpToSystem, { params: { caseId: receipt.caseId }, body: { consent } })).url).searchParams.get('ticket') ?? '';
    const redeem = (system: RealEstate, ticket: string) => system.simulator.send('tickets/redeem', 'redeem', { ticket });
    const ticket = await jump();
    expect((await redeem(other, ticket)).body).toMatchObject({ code: 'self-built.bad-ticket' });
    const later = ticket.replace(/\.(\d{10})\./, (_all, until: string) => `.${Number(until) + 600}.`);
    expect((await redeem(estate, later)).body).toMatchObject({ code: 'self-built.bad-ticket' });
    city().server.clock.set(new Date('2026-11-20T10:02:01+08:00'));
    expect((await redeem(estate, ticket)).body).toMatchObject({ code: 'self-built.ticket-expired' });
    await city().moveTo('2026-11-20T10:00');
    const both = await Promise.all([redeem(estate, ticket), redeem(estate, ticket)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('窗口人员带着申请人跳转，票据写明人员和单位；别的部门、没有权限的人不能', async () => {
    const { elder, receipt } = await applyAsElder(city());
    const clerk = await city().officer('区民政局', 'window');
    await enter(clerk, receipt.caseId);
    expect(estate.simulator.cases.get(receipt.number)?.content.visitor).toMatchObject({ kind: 'clerk', name: clerk.name });
    expect(estate.simulator.cases.get(receipt.number)?.content.returnUrl).toContain('/workbench/cases/');
    const stranger = await city().officer('区住建局', 'window');
    const neighbour = await city().person({});
    for (const who of [stranger, neighbour]) {
      expect(await refusalOf(who.http.call(getCaseLink, { params: { caseId: receipt.caseId } }))).toMatchObject({ status: 404 });
      expect(await refusalOf(who.http.call(jumpToSystem, { params: { caseId: receipt.caseId }, body: {} }))).toMatchObject({ status: 404 });
    }
    expect(await refusalOf((await city().officer('区民政局', 'decision')).http.call(jumpToSystem, { params: { caseId: receipt.caseId }, body: {} }))).toMatchObject({ code: 'self-built.may-not-jump' });
    expect((await linkOf(elder, receipt.caseId)).state).toBe('entered');
  });

  it('受理、环节、决定、送达依次回流：时限、文书、时间线、申请人的进度和消息与其他办件一样，结果材料可以下载', async () => {
    const { elder, caseId, number } = await enteredCase(city());
    expect(await happen(number, { kind: 'accepted', officerName: '刘登记' })).toMatchObject({ status: 200, body: { state: 'accepted', duplicate: false, nextSequence: 2 } });
    const accepted = await look(elder, caseId);
    expect(accepted).toMatchObject({ status: 'accepted', clock: { state: 'running', promisedDueOn: expect.any(String) } });
    expect(accepted.notices.map(({ title }) => title)).toContain('受理通知书');
    expect((await happen(number, { kind: 'in-progress', stepName: '权籍调查', opinion: '界址清楚。' })).status).toBe(200);
    const document = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Kids [] /Count 1 /Type /Pages >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');
    expect(await happen(number, { kind: 'decided', outcome: 'approved', opinion: '准予登记。', documents: [{ name: '登记结果.pdf', content: document.toString('base64') }] })).toMatchObject({ status: 200, body: { state: 'decided' } });
    await city().server.relay.drain();
    expect((await look(elder, caseId))).toMatchObject({ status: 'decided', outcome: 'approved', clock: { state: 'stopped' } });
    expect(await happen(number, { kind: 'delivered', receiver: '陈德福', method: 'counter' })).toMatchObject({ status: 200, body: { state: 'delivered' } });
    await city().server.relay.drain();
    const view = await look(elder, caseId);
    expect(view.status).toBe('closed');
    expect(view.timeline.map(({ label, by }) => [label, by])).toEqual(expect.arrayContaining([['受理', '不动产登记系统'], ['权籍调查', '不动产登记系统'], ['作出决定', '不动产登记系统'], ['送达', '不动产登记系统']]));
    expect(view.tasks).toEqual([]);
    const link = await linkOf(elder, caseId);
    expect(link.reports.map(({ label }) => label)).toEqual(['送达', '作出决定', '权籍调查', '受理']);
    const [file] = link.reports[1]?.documents ?? [];
    const answer = await fetch(`${city().origin}/api/v1/cases/${caseId}/files/${file?.id}`, { headers: elder.headers });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(document);
    expect(downloadCaseFile.permission).toBe('signed-in');
    expect((await elder.http.call(listMessages, { query: {} })).items.map(({ title }) => title).filter((title) => title.includes('受理'))).not.toEqual([]);
  });

  it('补正：对方告知后申请人在平台补正，或者对方收到后回传，都回到待受理；不予受理出具决定书', async () => {
    const first = await enteredCase(city());
    const items = [{ name: '权属来源材料', reason: '请提供原件' }];
    expect(await happen(first.number, { kind: 'supplement-needed', opinion: '请一次补齐下列内容。', items })).toMatchObject({ status: 200, body: { state: 'supplementing' } });
    expect(await look(first.elder, first.caseId)).toMatchObject({ status: 'supplementing', supplement: { items: [{ reason: '权属来源材料：请提供原件' }] } });
    expect(await happen(first.number, { kind: 'accepted' })).toMatchObject({ status: 422, body: { code: 'self-built.wrong-state', detail: expect.stringContaining('已补正（supplemented）') } });
    expect(await happen(first.number, { kind: 'supplemented' })).toMatchObject({ status: 200, body: { state: 'entered' } });
    expect(await look(first.elder, first.caseId)).toMatchObject({ status: 'submitted' });
    expect(await happen(first.number, { kind: 'supplement-needed', opinion: '还要补一样材料。', items })).toMatchObject({ status: 422, body: { code: 'cases.supplement-once' } });
    const second = await enteredCase(city());
    expect(await happen(second.number, { kind: 'refused', opinion: '房屋不在本区登记范围。', ground: 'not-competent', competentAuthority: '市自然资源和规划局' })).toMatchObject({ status: 200, body: { state: 'ended' } });
    const view = await look(second.elder, second.caseId);
    expect(view.status).toBe('refused');
    expect(view.notices.map(({ title }) => title)).toContain('不予受理决定书');
    expect(await happen(second.number, { kind: 'accepted' })).toMatchObject({ status: 422, body: { code: 'self-built.wrong-state' } });
  });

  it('不予的要写理由；申请人撤回后对方不能再回传，页面不再让进入', async () => {
    const { elder, caseId, number } = await enteredCase(city());
    expect(await happen(number, { kind: 'accepted' })).toMatchObject({ status: 200 });
    expect(await happen(number, { kind: 'decided', outcome: 'denied' })).toMatchObject({ status: 400, body: { code: 'self-built.report-lacks' } });
    expect(await happen(number, { kind: 'decided', outcome: 'denied', reasons: '权属有争议。' })).toMatchObject({ status: 200 });
    expect(await look(elder, caseId)).toMatchObject({ status: 'decided', outcome: 'denied' });
    const withdrawn = await enteredCase(city());
    const { version } = await look(withdrawn.elder, withdrawn.caseId);
    await withdrawn.elder.http.call(withdrawCase, { params: { caseId: withdrawn.caseId }, body: { version, reason: '不办了' } });
    await city().server.relay.drain();
    expect(await happen(withdrawn.number, { kind: 'accepted' })).toMatchObject({ status: 422, body: { code: 'self-built.wrong-state', detail: expect.stringContaining('已终结') } });
    expect(await linkOf(withdrawn.elder, withdrawn.caseId)).toMatchObject({ state: 'ended', mayJump: false, blocked: expect.stringContaining('已经终结') });
  });
});

describe('回流的签名、重放和次序 (INT-04)', () => {
  const reportOf = (number: string, change: object = {}) => ({ reportId: `report-${number}`, caseNumber: number, sequence: 1, kind: 'accepted', at: '2026-11-20T02:00:00Z', ...change });

  it('签名错、用途错、过时、重放、停用的钥匙、别的系统的办件，各有明白的说明，都不起作用', async () => {
    const { elder, caseId, number } = await enteredCase(city());
    const now = city().server.clock.now();
    const send = (message: ReturnType<typeof sealMessage>) => estate.simulator.send('reports', 'report', {}, message);
    const good = sealMessage(estate.key, 'report', reportOf(number), now);
    expect(await send({ ...good, payload: good.payload.replace('accepted', 'refused') })).toMatchObject({ status: 401, body: { code: 'self-built.bad-signature' } });
    expect(await send(sealMessage(estate.key, 'redeem', reportOf(number), now))).toMatchObject({ status: 401, body: { code: 'self-built.bad-signature' } });
    expect(await send(sealMessage({ ...estate.key, secret: 'x'.repeat(43) }, 'report', reportOf(number), now))).toMatchObject({ status: 401 });
    expect(await send(sealMessage(estate.key, 'report', reportOf(number), new Date(now.getTime() - 6 * 60_000)))).toMatchObject({ status: 401, body: { code: 'self-built.stale' } });
    expect(await send(sealMessage(estate.key, 'report', reportOf(number), new Date(now.getTime() + 6 * 60_000)))).toMatchObject({ status: 401, body: { code: 'self-built.stale' } });
    expect(await other.simulator.send('reports', 'report', reportOf(number))).toMatchObject({ status: 404, body: { code: 'self-built.unknown-case' } });
    expect(await estate.simulator.send('reports', 'report', reportOf('511602202611200100000'))).toMatchObject({ status: 404, body: { code: 'self-built.unknown-case' } });
    expect(await estate.simulator.send('reports', 'report', { ...reportOf(number), sequence: 'eins' })).toMatchObject({ status: 400, body: { code: 'self-built.bad-payload', issues: [{ path: 'sequence' }] } });
    expect((await look(elder, caseId)).status).toBe('submitted');
    expect(await send(good)).toMatchObject({ status: 200 });
    expect(await send(good)).toMatchObject({ status: 409, body: { code: 'self-built.replayed' } });
    expect((await look(elder, caseId)).status).toBe('accepted');
  });

  it('同一 reportId 重发得到同样的答复；改了内容、跳号、倒序、时间在将来都拒绝；同时到达的只记一次', async () => {
    const { caseId, elder, number } = await enteredCase(city());
    const send = (report: object) => estate.simulator.send('reports', 'report', report);
    expect(await send(reportOf(number, { sequence: 2 }))).toMatchObject({ status: 409, body: { code: 'self-built.wrong-sequence', detail: expect.stringContaining('第 1 次') } });
    expect(await send(reportOf(number, { kind: 'decided', outcome: 'approved' }))).toMatchObject({ status: 422, body: { code: 'self-built.wrong-state' } });
    expect(await send(reportOf(number, { at: '2026-11-20T03:00:00Z' }))).toMatchObject({ status: 400, body: { code: 'self-built.in-future' } });
    const answers = await Promise.all([1, 2, 3].map(() => send(reportOf(number))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers.filter(({ body }) => body['duplicate'] === false)).toHaveLength(1);
    expect(await send(reportOf(number))).toMatchObject({ status: 200, body: { duplicate: true, sequence: 1, nextSequence: 2, state: 'accepted' } });
    expect(await send(reportOf(number, { opinion: '改了' }))).toMatchObject({ status: 409, body: { code: 'self-built.report-changed' } });
    expect((await look(elder, caseId)).timeline.filter(({ type }) => type === 'accept')).toHaveLength(1);
    expect((await linkOf(elder, caseId)).reports).toHaveLength(1);
    await expect(city().server.database.db.pool.query(`UPDATE self_built.report SET kind = 'refused' WHERE case_id = $1`, [caseId])).rejects.toThrow('never changed');
  });

  it('法定期限届满视为受理、部门在平台作了决定的，对方的回传不重复办理', async () => {
    const { elder, caseId, number } = await enteredCase(city());
    await city().moveTo('2026-11-30T10:00');
    const { applyLawDeadlines } = await import('../intake/index.ts');
    await applyLawDeadlines(city().system());
    expect((await look(elder, caseId)).status).toBe('accepted');
    expect(await happen(number, { kind: 'accepted' })).toMatchObject({ status: 200, body: { state: 'accepted' } });
    expect((await look(elder, caseId)).timeline.filter(({ type }) => type === 'accept' || type === 'deem-accepted')).toHaveLength(1);
    await city().moveTo('2026-11-20T10:00');
  });
});

describe('登记自建系统 (INT-04)', () => {
  it('只有系统管理员能登记；地址、事项、密钥有错的说明白；一个事项只归一个系统', async () => {
    const clerk = await city().officer('区民政局', 'window');
    expect(await refusalOf(clerk.http.call(listSystems, {}))).toMatchObject({ status: 403 });
    expect(await refusalOf(clerk.http.call(addSystem, { body: estate.settings }))).toMatchObject({ status: 403 });
    const settings = { ...estate.settings, name: '另一个系统', itemIds: [], enabled: false };
    const add = (change: object) => refusalOf(administrator.http.call(addSystem, { body: { ...settings, ...change } }));
    for (const entryUrl of ['http://example.com/', 'https://a:b@example.com/', 'ftp://example.com/', 'https://example.com/#x', 'javascript:alert(1)']) expect(await add({ entryUrl })).toMatchObject({ code: 'self-built.bad-address' });
    expect(await add({ name: '不动产登记系统' })).toMatchObject({ code: 'self-built.name-taken' });
    expect(await add({ itemIds: estate.settings.itemIds })).toMatchObject({ code: 'self-built.item-taken', title: expect.stringContaining('不动产登记系统') });
    expect(await add({ itemIds: ['00000000-0000-7000-8000-000000000000'] })).toMatchObject({ code: 'self-built.unknown-item' });
    expect(await add({ enabled: true })).toMatchObject({ code: 'self-built.no-key' });
    const { id, revision } = await administrator.http.call(addSystem, { body: settings });
    expect(await refusalOf(administrator.http.call(saveSystem, { params: { systemId: id }, body: { revision, settings: { ...settings, enabled: true } } }))).toMatchObject({ code: 'self-built.no-key' });
    expect(await refusalOf(administrator.http.call(saveSystem, { params: { systemId: id }, body: { revision: 9, settings } }))).toMatchObject({ status: 409 });
    expect(await refusalOf(clerk.http.call(makeKey, { params: { systemId: id } }))).toMatchObject({ status: 403 });
  });

  it('密钥只显示一次，加密保存；更换时两把都有效，作废的不再认，启用中的系统至少留一把', async () => {
    const { keyId, secret, system } = await administrator.http.call(makeKey, { params: { systemId: other.system.id } });
    expect(JSON.stringify(system)).not.toContain(secret);
    const { rows } = await city().server.database.db.pool.query<{ secretCipher: string }>('SELECT secret_cipher AS "secretCipher" FROM self_built.system_key WHERE key_id = $1', [keyId]);
    expect(rows[0]?.secretCipher).not.toContain(secret);
    expect(await refusalOf(administrator.http.call(makeKey, { params: { systemId: other.system.id } }))).toMatchObject({ code: 'self-built.two-keys' });
    const ask = (key: { keyId: string; secret: string }) => other.simulator.send('cases/query', 'query', {}, sealMessage(key, 'query', { caseNumber: '511602202611200100000' }, city().server.clock.now()));
    expect([(await ask({ keyId, secret })).status, (await ask(other.key)).status]).toEqual([404, 404]);
    await administrator.http.call(endKey, { params: { systemId: other.system.id, keyId: other.key.keyId } });
    expect([(await ask({ keyId, secret })).status, (await ask(other.key)).status]).toEqual([404, 401]);
    expect(await refusalOf(administrator.http.call(endKey, { params: { systemId: other.system.id, keyId } }))).toMatchObject({ code: 'self-built.last-key' });
    expect(await refusalOf(administrator.http.call(endKey, { params: { systemId: other.system.id, keyId: other.key.keyId } }))).toMatchObject({ code: 'self-built.key-ended' });
  });

  it('试连说明通不通和原因；停用后新办件在本平台办理，对方的消息被拒绝', async () => {
    expect(await administrator.http.call(tryConnection, { params: { systemId: estate.system.id } })).toMatchObject({ ok: true, reason: null, system: { connection: { state: 'up' } } });
    estate.simulator.fail = 503;
    expect(await administrator.http.call(tryConnection, { params: { systemId: estate.system.id } })).toMatchObject({ ok: false, reason: expect.stringContaining('503'), system: { connection: { state: 'down' } } });
    estate.simulator.fail = undefined;
    await administrator.http.call(tryConnection, { params: { systemId: estate.system.id } });
    const { number } = await enteredCase(city());
    const { revision } = (await administrator.http.call(listSystems, {})).items.find(({ id }) => id === estate.system.id) ?? { revision: 0 };
    const off = await administrator.http.call(saveSystem, { params: { systemId: estate.system.id }, body: { revision, settings: { ...estate.settings, enabled: false } } });
    expect(await happen(number, { kind: 'accepted' })).toMatchObject({ status: 403, body: { code: 'self-built.disabled' } });
    const { elder, receipt } = await applyAsElder(city());
    await city().server.relay.drain();
    expect((await elder.http.call(getCaseLink, { params: { caseId: receipt.caseId } })).link).toBeNull();
    expect(await refusalOf(elder.http.call(jumpToSystem, { params: { caseId: receipt.caseId }, body: {} }))).toMatchObject({ code: 'self-built.not-linked' });
    await administrator.http.call(saveSystem, { params: { systemId: estate.system.id }, body: { revision: off.revision, settings: estate.settings } });
  });
});
