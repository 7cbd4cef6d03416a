import { describe, expect, it } from 'vitest';
import type { BodyOf } from '@tongban/contract-kit';
import { copyableText } from '../../kernel/documents/testing/copyable-text.ts';
import { pdf } from '../../kernel/files/testing/samples.ts';
import { registerPerson, revokeMandate, sendVerificationCode } from '../../kernel/identity/contract.ts';
import { fictitiousCreditCode, fictitiousResidentId } from '../../kernel/identity/fictitious-numbers.ts';
import { lastCode } from '../../kernel/identity/testing/http.ts';
import { listMessages, setPreference } from '../../kernel/messaging/contract.ts';
import { openZipParts } from '../../kernel/zip/index.ts';
import { gatherMaterials, sampleAnswersOf } from '../../testing/apply.ts';
import { actForCompany, registerTestCompany } from '../../testing/companies.ts';
import { refusalOf, visit } from '../../testing/http-client.ts';
import { accept, look } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { expectWholeRecords } from '../../testing/whole-records.ts';
import { downloadCaseFile, downloadNotice, findCasesByDocument, getCase, getCaseApplication, listCases, trackCase } from '../cases/contract.ts';
import { downloadArchive, getArchive, listArchives, makeArchive } from '../archives/contract.ts';
import { createWindowDraft, deleteDraft, getDraft, saveDraft, setDraftAgent, submitDraft, withdrawCase, type Draft } from './contract.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
expectWholeRecords(city);

const food = 'prepackaged-food-filing';
const company = { kind: 'company' as const, name: '广安区老街便利店', documentType: '001', documentNumber: fictitiousCreditCode(901), mobile: '19900009001' };
const representative = { name: '𠮷小平', documentType: '111', documentNumber: fictitiousResidentId(901) };
const agent = { name: '李敏', documentType: '111', documentNumber: fictitiousResidentId(902), mobile: '19900009002' };
type TypedAgent = NonNullable<BodyOf<typeof setDraftAgent>['agent']>;

const window = (another?: string): Promise<Signed> => city().officer('区市监局', 'window', another);
const sql = async <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => (await city().server.database.db.pool.query(text, values)).rows as T[];

const begin = (clerk: Signed, applicant: BodyOf<typeof createWindowDraft>['applicant'] = { ...company, representative }): Promise<Draft> =>
  clerk.http.call(createWindowDraft, { body: { itemId: city().itemId(food), guidance: [], applicant } });
const beginAllowance = async (applicant: object = {}): Promise<{ clerk: Signed; draft: Draft }> => {
  const clerk = await city().officer('区民政局', 'window');
  const elder = { kind: 'person' as const, name: '陈德福', documentType: '111', documentNumber: fictitiousResidentId(910, '19390505'), mobile: '19900009010', ...applicant };
  return { clerk, draft: await clerk.http.call(createWindowDraft, { body: { itemId: city().itemId('elderly-allowance'), guidance: [{ question: 'who', option: 'self' }], applicant: elder } }) };
};
const set = (clerk: Signed, draft: Pick<Draft, 'id' | 'revision'>, typed: Partial<TypedAgent> | null) =>
  clerk.http.call(setDraftAgent, { params: { draftId: draft.id }, body: { revision: draft.revision, agent: typed === null ? null : { ...agent, ...typed } } });

/** Fills the registration of a company in and hands it in. */
async function fileFor(clerk: Signed, draft: Draft, typed: Partial<TypedAgent> | null): Promise<{ caseId: string; number: string; noticeId: string }> {
  const stated = await set(clerk, draft, typed);
  const answers = { ...sampleAnswersOf(food), ...draft.answers };
  const { revision } = await clerk.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: stated.revision, answers, materials: await gatherMaterials(clerk, draft) } });
  const receipt = await clerk.http.call(submitDraft, { params: { draftId: draft.id }, body: { revision, declared: true } });
  await city().server.relay.drain();
  return receipt;
}

describe('窗口登记经办人（代理人）(INT-02, IDN-03)', () => {
  it('校验错位、15 位旧号、姓名、手机号码有错的，逐项用中文说明；没有授权、没有手机的不能登记，什么都没有留下', async () => {
    const clerk = await window();
    const draft = await begin(clerk);
    const wrongDigit = `${agent.documentNumber.slice(0, -1)}${agent.documentNumber.endsWith('0') ? '1' : '0'}`;
    const refused = await refusalOf(set(clerk, draft, { documentNumber: wrongDigit, mobile: '1990000', originalSeen: true }));
    expect(refused).toMatchObject({ status: 400, code: 'identity.invalid-identity', issues: [{ path: 'documentNumber' }, { path: 'mobile' }] });
    expect(refused.issues?.map(({ message }) => message).join('')).toMatch(/[\u4e00-\u9fff]{4}/);
    const short = await refusalOf(set(clerk, draft, { documentNumber: '511602800101001', originalSeen: true }));
    expect(short.issues).toMatchObject([{ path: 'documentNumber', message: expect.stringContaining('18') }]);
    expect(await refusalOf(set(clerk, draft, {}))).toMatchObject({ status: 400, code: 'intake.agent-authority-missing', title: '请说明凭什么代办' });
    const { mobile: _mobile, ...unreachable } = agent;
    expect(await refusalOf(clerk.http.call(setDraftAgent, { params: { draftId: draft.id }, body: { revision: draft.revision, agent: { ...unreachable, originalSeen: true } } }))).toMatchObject({ code: 'intake.agent-mobile-missing' });
    expect(await refusalOf(set(clerk, draft, { name: '名'.repeat(101), originalSeen: true }))).toMatchObject({ status: 400 });
    expect(await sql('SELECT 1 FROM identity.person WHERE name = $1', [agent.name])).toEqual([]);
    expect(await clerk.http.call(getDraft, { params: { draftId: draft.id } })).toMatchObject({ revision: draft.revision, agent: null, agentAllowed: true });
  });

  it('核验原件登记：隐去号码、记入审计；证件与别人的姓名不符、版本落后、不是本人登记的草稿、没有权限的都拒绝', async () => {
    const clerk = await window();
    const draft = await begin(clerk);
    const stated = await set(clerk, draft, { originalSeen: true, identifiedBy: 'card' });
    expect(stated.agent).toEqual({
      role: '经办人', name: '李敏', documentTypeName: '居民身份证', documentNumber: expect.stringContaining('****'), mobile: '199****9002', authority: 'original', authorityLabel: '已核验授权委托书原件',
      mandated: false, identifiedBy: 'card', letter: null,
    });
    expect(JSON.stringify(await sql('SELECT agent FROM intake.draft WHERE id = $1', [draft.id]))).not.toContain(agent.documentNumber);
    expect(await sql(`SELECT actor_name AS name, detail::json->>'authority' AS authority FROM kernel.audit_entry WHERE action = 'intake.set-agent' AND object_id = $1`, [draft.id])).toEqual([{ name: clerk.name, authority: 'original' }]);
    const now = { id: draft.id, revision: stated.revision };
    expect(await refusalOf(set(clerk, now, { name: '王五', originalSeen: true }))).toMatchObject({ status: 400, code: 'identity.name-mismatch' });
    expect(await refusalOf(set(clerk, draft, { originalSeen: true }))).toMatchObject({ status: 409, code: 'intake.draft-stale' });
    expect(await refusalOf(set(await window('同事'), now, { originalSeen: true }))).toMatchObject({ status: 404, code: 'intake.draft-not-found' });
    expect(await refusalOf(set(await city().officer('区市监局', 'preliminary-review'), now, { originalSeen: true }))).toMatchObject({ status: 403 });
    expect(await refusalOf(set(await city().person(), now, { originalSeen: true }))).toMatchObject({ status: 403 });
    expect(await set(clerk, now, null)).toMatchObject({ agent: null });
  });

  it('申请人本人、只能本人办的事项不能登记代理人；法定代表人本人到场不要委托书', async () => {
    const { clerk, draft } = await beginAllowance();
    expect(await refusalOf(set(clerk, draft, { name: '陈德福', documentNumber: fictitiousResidentId(910, '19390505'), originalSeen: true }))).toMatchObject({ status: 422, code: 'intake.agent-is-applicant' });
    expect((await set(clerk, draft, { originalSeen: true })).agent).toMatchObject({ role: '代理人', name: '李敏' });
    const nurse = { kind: 'person' as const, name: '周婷', documentType: '111', documentNumber: fictitiousResidentId(911, '19950808'), mobile: '19900009011' };
    const alone = await clerk.http.call(createWindowDraft, { body: { itemId: city().itemId('nurse-registration'), guidance: [{ question: 'years', option: 'within' }], applicant: nurse } });
    expect(alone.agentAllowed).toBe(false);
    expect(await refusalOf(set(clerk, alone, { originalSeen: true }))).toMatchObject({ status: 422, code: 'intake.agent-not-allowed' });
    const shop = await window();
    expect((await set(shop, await begin(shop), { ...representative, mobile: company.mobile })).agent).toMatchObject({ role: '法定代表人', authority: 'representative', authorityLabel: '法定代表人身份', mandated: false });
  });

  it('企业申请表的联系人跟着到场的人：登记经办人填经办人，改为本人办理填法定代表人；窗口自己填的不动 (FRM-02)', async () => {
    const clerk = await city().officer('区住建局', 'window');
    const guidance = [{ question: 'road-age', option: 'old' }, { question: 'traffic', option: 'none' }];
    const draft = await clerk.http.call(createWindowDraft, { body: { itemId: city().itemId('road-excavation'), guidance, applicant: { ...company, representative } } });
    expect(draft.answers).toMatchObject({ contactName: representative.name, contactMobile: company.mobile });
    const withAgent = await set(clerk, draft, { originalSeen: true });
    expect(withAgent.answers).toMatchObject({ contactName: agent.name, contactMobile: agent.mobile });
    expect(withAgent.prefilled['contactName']).toMatchObject({ value: agent.name });
    expect(withAgent.answers).toEqual({ ...draft.answers, contactName: agent.name, contactMobile: agent.mobile });
    const own = await set(clerk, { ...draft, revision: withAgent.revision }, null);
    expect(own.answers).toEqual(draft.answers);
    const saved = await clerk.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: own.revision, answers: { ...own.answers, contactName: '门店店长', contactMobile: '' }, materials: [] } });
    const typed = await set(clerk, { ...draft, revision: saved.revision }, { originalSeen: true });
    expect(typed.answers).toMatchObject({ contactName: '门店店长' });
    expect(typed.answers['contactMobile'] ?? '').toBe('');
  });
});

describe('经办人随办件 (INT-03, MSG-02)', () => {
  let filed: Awaited<ReturnType<typeof fileFor>>;
  let letterId: string;

  it('委托书随申请交出：办件页、回执、归档都有；号码默认隐去，写明用途才完整显示并留痕', async () => {
    const clerk = await window();
    letterId = (await clerk.http.uploadMaterial('授权委托书.pdf', pdf({ extra: '/Letter 1' }))).id;
    filed = await fileFor(clerk, await begin(clerk), { letterFileId: letterId });
    const view = await look(clerk, filed.caseId);
    expect(view.agent).toMatchObject({ role: '经办人', name: '李敏', mobile: '199****9002', authorityLabel: '已附授权委托书', letter: { id: letterId, name: '授权委托书.pdf' } });
    expect(view.timeline[0]?.opinion).toBe('窗口登记，由经办人李敏办理（查看证件原件核验，已附授权委托书）。');
    expect((await clerk.http.download(downloadCaseFile, { params: { caseId: filed.caseId, fileId: letterId } })).size).toBeGreaterThan(0);
    const [notice] = await sql<{ data: { agent: object } }>('SELECT data FROM cases.notice WHERE id = $1', [filed.noticeId]);
    expect(notice?.data.agent).toEqual({ role: '经办人', name: '李敏', document: expect.stringMatching(/^居民身份证\d+\*+/), mobile: '199****9002', authority: '已附授权委托书' });
    const receipt = await clerk.http.download(downloadNotice, { params: { caseId: filed.caseId, noticeId: filed.noticeId } });
    const printed = await copyableText(Buffer.from(await receipt.arrayBuffer()));
    expect([...'经办人李敏199****9002授权委托书'].every((character) => printed.includes(character))).toBe(true);
    expect(printed).not.toContain(agent.documentNumber);

    const reviewer = await city().officer('区市监局', 'preliminary-review');
    const application = (purpose?: string) => reviewer.http.call(getCaseApplication, { params: { caseId: filed.caseId }, query: purpose === undefined ? {} : { purpose } });
    expect((await application()).agent).toEqual({ documentNumber: view.agent?.documentNumber, mobile: '199****9002' });
    const readings = () => sql(`SELECT actor_name AS by, purpose FROM kernel.audit_entry WHERE action = 'identity.read-person' AND object_id = (SELECT id::text FROM identity.person WHERE name = '李敏') AND purpose = '核对经办人'`);
    expect(await readings()).toEqual([]);
    expect((await application('核对经办人')).agent).toEqual({ documentNumber: agent.documentNumber, mobile: agent.mobile });
    expect(await readings()).toEqual([{ by: reviewer.name, purpose: '核对经办人' }]);
    const stranger = await city().officer('区住建局', 'window');
    expect(await refusalOf(stranger.http.download(downloadCaseFile, { params: { caseId: filed.caseId, fileId: letterId } }))).toMatchObject({ status: 404 });
  });

  it('短信和站内信也到经办人；门户上凭此没有权利，只能凭编号查进度；本人关掉短信的照本人的', async () => {
    const http = visit(city().origin);
    const told = async () => (await http.call(listMessages, { query: {} })).items;
    await http.call(sendVerificationCode, { body: { purpose: 'register', mobile: agent.mobile } });
    await http.call(registerPerson, { body: { ...agent, code: await lastCode(city().server, agent.mobile), password: 'Tongban-2026-agent' } });
    expect(await told()).toMatchObject([{ templateKey: 'processes.case-submitted', link: `/progress?number=${filed.number}`, body: expect.stringContaining(filed.number) }]);
    const sms = () => sql<{ template: string; state: string }>(`SELECT template_key AS template, state FROM messaging.message WHERE channel = 'sms' AND recipient_id = (SELECT id::text FROM identity.person WHERE name = '李敏') AND template_key LIKE 'processes.%' ORDER BY created_at, id`);
    expect((await sms()).map(({ template, state }) => [template, state === 'suppressed'])).toEqual([['processes.case-submitted', false]]);
    expect(await refusalOf(http.call(getCase, { params: { caseId: filed.caseId } }))).toMatchObject({ status: 404, code: 'cases.not-found' });
    expect(await http.call(trackCase, { body: { number: filed.number, lastFour: company.documentNumber.slice(-4) } })).toMatchObject({ status: 'submitted' });
    await http.call(setPreference, { params: { topic: 'progress' }, body: { channels: [] } });
    await accept(await window(), filed.caseId);
    await city().server.relay.drain();
    expect((await sms()).map(({ template, state }) => [template, state === 'suppressed'])).toEqual([['processes.case-submitted', false], ['processes.case-accepted', true]]);
    expect((await told()).map(({ templateKey }) => templateKey)).toEqual(['processes.case-accepted', 'processes.case-submitted']);
  });

  it('办件查得到经办人：按姓名，按证件号码（隐去号码、记入审计、不进网址）；别的部门查不到 (INT-07)', async () => {
    const clerk = await window();
    const { items } = await clerk.http.call(listCases, { query: { q: agent.name } });
    expect(items.find(({ id }) => id === filed.caseId)).toMatchObject({ agentName: agent.name, filerName: clerk.name });
    const find = (officer: Signed, documentNumber: string, documentType = '111') => officer.http.call(findCasesByDocument, { body: { documentType, documentNumber } });
    const own = await find(clerk, agent.documentNumber);
    expect(own.items.filter(({ id }) => id === filed.caseId)).toMatchObject([{ part: 'agent', agentName: agent.name }]);
    expect(JSON.stringify(own)).not.toContain(agent.documentNumber);
    expect((await find(clerk, company.documentNumber, '001')).items.find(({ id }) => id === filed.caseId)).toMatchObject({ part: 'applicant' });
    expect(await find(clerk, fictitiousResidentId(999))).toEqual({ items: [], more: false });
    expect(await find(clerk, '5116')).toEqual({ items: [], more: false });
    expect(await sql(`SELECT purpose FROM kernel.audit_entry WHERE action = 'cases.find-by-document' AND actor_id = $1 AND object_id = (SELECT id::text FROM identity.person WHERE name = $2 LIMIT 1)`, [clerk.id, agent.name])).toEqual([{ purpose: '按证件号码查办件' }]);
    const elsewhere = await city().officer('区住建局', 'window');
    expect((await find(elsewhere, agent.documentNumber)).items).toEqual([]);
    expect((await elsewhere.http.call(listCases, { query: { q: agent.name } })).items).toEqual([]);
    expect(await refusalOf(find(await city().person(), agent.documentNumber))).toMatchObject({ status: 403 });
    const client = await city().server.database.db.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('SET LOCAL enable_seqscan = off');
      const { rows } = await client.query(`EXPLAIN SELECT id FROM cases."case" c WHERE (c.agent IS NOT NULL AND c.agent->>'personId' = 'x') OR (c.applicant_kind = 'person' AND c.applicant_id = '00000000-0000-7000-8000-000000000001') OR (c.filer_kind = 'agent' AND c.filer_id = '00000000-0000-7000-8000-000000000001')`);
      expect(rows.map((row) => String(row['QUERY PLAN'])).join(' ')).toMatch(/case_agent.*case_applicant|case_applicant.*case_agent/);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('平台上已接受授权的不用委托书；登记后授权被撤销，提交时拒绝，补上委托书就能提交', async () => {
    const clerk = await window();
    const { agent: mandated, representative: owner, mandateId, creditCode, name } = await registerTestCompany(city(), { agentName: '赵代办' });
    await actForCompany(mandated, null);
    const draft = await begin(clerk, { ...company, name, documentNumber: creditCode });
    const known = { name: '赵代办', documentNumber: mandated.documentNumber, mobile: mandated.mobile };
    const stated = await set(clerk, draft, known);
    expect(stated.agent).toMatchObject({ authority: 'mandate', authorityLabel: '平台上已接受的授权', mandated: true });
    await owner.http.call(revokeMandate, { params: { mandateId }, body: { reason: '经办人离职' } });
    const answers = { ...sampleAnswersOf(food), ...draft.answers };
    const saved = await clerk.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: stated.revision, answers, materials: await gatherMaterials(clerk, draft) } });
    const submit = (revision: number) => clerk.http.call(submitDraft, { params: { draftId: draft.id }, body: { revision, declared: true } });
    expect(await refusalOf(submit(saved.revision))).toMatchObject({ status: 422, code: 'intake.agent-mandate-ended', title: '赵代办的平台授权已经结束' });
    const again = await set(clerk, { id: draft.id, revision: saved.revision }, { ...known, originalSeen: true });
    expect(again.agent).toMatchObject({ authority: 'original', mandated: false });
    expect((await submit(again.revision)).caseId).not.toBe('');
  });

  it('撤回后归档：委托书在申请材料里，基本信息写明谁到场办理', async () => {
    const clerk = await window();
    const archived = await fileFor(clerk, await begin(clerk), { letterFileId: (await clerk.http.uploadMaterial('授权委托书.pdf', pdf({ extra: '/Letter 2' }))).id });
    await clerk.http.call(withdrawCase, { params: { caseId: archived.caseId }, body: { version: (await look(clerk, archived.caseId)).version, reason: '不办了' } });
    await city().server.relay.drain();
    const keeper = await city().officer('区市监局', 'delivery');
    const { items: [line] } = await keeper.http.call(listArchives, { query: { q: archived.number } });
    const { id, version } = await keeper.http.call(getArchive, { params: { archiveId: line?.id ?? '' } });
    const made = await keeper.http.call(makeArchive, { params: { archiveId: id }, body: { version } });
    expect(made.files.filter(({ part, name }) => part === 'material' && name === '授权委托书.pdf')).toHaveLength(1);
    const answer = await keeper.http.download(downloadArchive, { params: { archiveId: id }, query: { purpose: '核对归档' } });
    const parts = await openZipParts(Buffer.from(await answer.arrayBuffer()));
    expect(await parts.text('基本信息.xml')).toMatch(/<到场办理人>\s*<身份>经办人<\/身份>\s*<姓名>李敏<\/姓名>\s*<授权>已附授权委托书<\/授权>/);
  });

  it('委托书：别人上传的、不是 PDF 或图片的不能用；换掉的、随草稿删除的放掉', async () => {
    const clerk = await window();
    const draft = await begin(clerk);
    const upload = async (by: Signed, serial: number) => (await by.http.uploadMaterial(`委托书${serial}.pdf`, pdf({ extra: `/Letter ${serial}` }))).id;
    expect(await refusalOf(set(clerk, draft, { letterFileId: await upload(await window('同事'), 10) }))).toMatchObject({ status: 400, code: 'intake.letter-unusable' });
    const [first, second] = [await upload(clerk, 11), await upload(clerk, 12)];
    const owner = async (id: string) => (await sql<{ owner: string }>('SELECT owner_type AS owner FROM files.file WHERE id = $1', [id]))[0]?.owner;
    const one = await set(clerk, draft, { letterFileId: first });
    expect(await owner(first)).toBe('draft');
    await set(clerk, { id: draft.id, revision: one.revision }, { letterFileId: second });
    expect([await owner(first), await owner(second)]).toEqual(['', 'draft']);
    await clerk.http.call(deleteDraft, { params: { draftId: draft.id } });
    expect(await owner(second)).toBe('');
  });
});
