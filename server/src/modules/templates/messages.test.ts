import { beforeAll, describe, expect, it } from 'vitest';
import { listMessages } from '../../kernel/messaging/contract.ts';
import { applyAsElder, applyFor } from '../../testing/apply.ts';
import { registerTestCompany } from '../../testing/companies.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { accept } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { listPreviewCases, previewMessage } from '../cases/contract.ts';
import {
  createTemplate, createVersion, editVersion, getTemplate, getVersion, listMessageKinds, listTemplates, publishVersion, retireTemplate, type MessageDefinition, type TemplateScope, type TemplateVersion,
} from './contract.ts';
import { syncTemplates } from './index.ts';

const city = useTestCity();
let author: Signed, second: Signed, department: Signed, decider: Signed, clerk: Signed;
const elderly = (): string => city().itemId('elderly-allowance');
const submitted = 'processes.case-submitted';
const everything: TemplateScope = { itemId: null, applicantKind: null, step: null };

beforeAll(async () => {
  [author, second, department] = [await city().itemAdministrator(), await city().itemAdministrator('二'), await city().departmentAdministrator('区民政局')];
  [decider, clerk] = [await city().officer('区民政局', 'decision'), await city().officer('区民政局', 'window')];
});

function messageOf({ content }: TemplateVersion): MessageDefinition {
  if (content.kind !== 'message') throw new Error('a message');
  return content;
}

async function save(who: Signed, version: TemplateVersion, change: Partial<MessageDefinition>): Promise<TemplateVersion> {
  return who.http.call(editVersion, { params: { versionId: version.id }, body: { revision: version.revision, note: '', content: { ...messageOf(version), ...change } } });
}

async function publish(who: Signed, version: TemplateVersion): Promise<TemplateVersion> {
  return who.http.call(publishVersion, { params: { versionId: version.id }, body: { revision: version.revision } });
}

async function tailor(kind: string, scope: Partial<TemplateScope>, change: Partial<MessageDefinition>): Promise<TemplateVersion> {
  return publish(second, await save(author, await author.http.call(createTemplate, { body: { kind, ...everything, ...scope } }), change));
}

async function general(kind: string) {
  const { items } = await author.http.call(listTemplates, { query: { family: 'message', tailored: 'general', limit: 100 } });
  const found = items.find((one) => one.kind === kind);
  if (!found) throw new Error(kind);
  return found;
}

/** What was told in-site, the newest first. */
async function told(reader: Signed, templateKey: string): Promise<{ title: string; body: string }[]> {
  await city().server.relay.drain();
  return (await reader.http.call(listMessages, { query: {} })).items.filter((one) => one.templateKey === templateKey);
}

const smsOf = async (personId: string, templateKey: string) => (await city().server.kernel.db.pool.query<{ body: string; version_id: string; version_number: number }>(
  `SELECT body, version_id, version_number FROM messaging.message WHERE recipient_id = $1 AND template_key = $2 AND channel = 'sms' ORDER BY id DESC`, [personId, templateKey])).rows;

describe('消息的模板有版本，可以定制 (HND-05)', () => {
  it('平台会发的每种消息都有一个已发布的通用模板；再启动不重复写', async () => {
    const [{ items: kinds }, { items }] = [await author.http.call(listMessageKinds, {}), await author.http.call(listTemplates, { query: { family: 'message', limit: 100 } })];
    expect(items.map(({ kind }) => kind).sort()).toEqual(kinds.map(({ key }) => key).sort());
    expect(items.every(({ family, published, draft }) => family === 'message' && published?.number === 1 && draft === null)).toBe(true);
    await syncTemplates(city().server.kernel.db);
    expect((await general(submitted)).published).toMatchObject({ number: 1, byName: '平台' });
    expect(kinds.find(({ key }) => key === submitted)).toMatchObject({ name: '收到申请', about: 'case', steps: [] });
    expect(kinds.find(({ key }) => key === 'identity.verification-code')).toMatchObject({ about: null });
  });

  let ofElders: TemplateVersion;

  it('按事项定制的用于这个事项，带办件的内容；用了哪一版记在消息上', async () => {
    const before = await applyAsElder(city());
    await city().server.relay.drain();
    ofElders = await tailor(submitted, { itemId: elderly() }, { title: '津贴申请已收到', body: '{{applicant}}，受理日期：{{acceptedOn|or:待定}}，咨询电话 {{windowPhone|or:12345}}。', sms: '津贴申请 {{number}} 已收到，咨询 {{windowPhone|or:12345}}。' });
    expect(ofElders.words?.fields).toContainEqual(expect.objectContaining({ path: 'windowPhone', label: '咨询电话', group: '办件', optional: true }));
    const after = await applyAsElder(city());
    expect((await told(after.elder, submitted))[0]).toMatchObject({ title: '津贴申请已收到', body: expect.stringMatching(/^陈\*福，受理日期：待定，咨询电话 0826-\d+。$/) });
    expect((await told(before.elder, submitted)).at(-1)?.title).toBe('已收到您的申请：80周岁以上老年人高龄津贴申领');
    expect((await smsOf(after.elder.id, submitted))[0]).toMatchObject({ version_id: ofElders.id, version_number: 1, body: expect.stringContaining(`津贴申请 ${after.receipt.number} 已收到`) });
  });

  it('别的事项不用它；停用后回到通用', async () => {
    const nurse = await city().person({ name: '李护理' });
    await applyFor(city(), nurse, 'nurse-registration', [{ question: 'years', option: 'within' }]);
    expect((await told(nurse, submitted))[0]?.title).toBe('已收到您的申请：护士执业注册（首次）');
    const { versions, published } = await author.http.call(getTemplate, { params: { templateId: ofElders.templateId } });
    expect(versions.map(({ state, uses }) => [state, uses > 0])).toEqual([['published', true]]);
    await second.http.call(retireTemplate, { params: { templateId: ofElders.templateId }, body: { versionId: published?.versionId ?? '' } });
    const last = await applyAsElder(city());
    expect((await told(last.elder, submitted))[0]?.title).toBe('已收到您的申请：80周岁以上老年人高龄津贴申领');
  });

  it('代办人、企业各有各的文字；事项优先于申请人', async () => {
    await tailor(submitted, { applicantKind: 'agent' }, { title: '您代办的申请已收到：{{itemName}}' });
    await tailor(submitted, { applicantKind: 'company' }, { title: '企业申请已收到：{{itemName}}' });
    const { agent } = await registerTestCompany(city());
    await applyFor(city(), agent, 'road-excavation', [{ question: 'road-age', option: 'old' }, { question: 'traffic', option: 'none' }]);
    const titles = (await told(agent, submitted)).map(({ title }) => title);
    expect(titles[0]).toMatch(/^(您代办的|企业)申请已收到：/);
    const { rows } = await city().server.kernel.db.pool.query<{ title: string; recipient_kind: string }>(`SELECT title, recipient_kind FROM messaging.message WHERE template_key = $1 AND channel = 'in-site' AND title LIKE '%挖掘城市道路审批' ORDER BY recipient_kind`, [submitted]);
    expect(rows.filter(({ recipient_kind }) => recipient_kind === 'company').map(({ title }) => title)).toEqual(['企业申请已收到：挖掘城市道路审批']);
    expect(rows.filter(({ recipient_kind }) => recipient_kind === 'person').every(({ title }) => title === '您代办的申请已收到：挖掘城市道路审批')).toBe(true);
  });

  it('工作人员的待办提醒可以按环节定制', async () => {
    await tailor('processes.task-arrived', { itemId: elderly(), step: 'review' }, { title: '请审查津贴：{{number}}' });
    const { receipt } = await applyAsElder(city());
    await city().server.relay.drain();
    await accept(clerk, receipt.caseId);
    const examiner = await city().officer('区民政局', 'preliminary-review');
    expect((await told(examiner, 'processes.task-arrived'))[0]?.title).toBe(`请审查津贴：${receipt.number}`);
    expect((await told(clerk, 'processes.task-arrived'))[0]?.title).toContain('（受理）');
  });

  it('城市发布过的，平台升级不覆盖；没有发布过的跟着升级成新的一版', async () => {
    const pool = city().server.kernel.db.pool;
    const base = await general('processes.case-resumed');
    const draft = await author.http.call(createVersion, { params: { templateId: base.id }, body: {} });
    await publish(second, await save(author, draft, { body: '继续办理。' }));
    await pool.query(`UPDATE messaging.template SET body = '升级后的文字。' WHERE key IN ('processes.case-resumed', 'processes.case-withdrawn')`);
    await syncTemplates(city().server.kernel.db);
    const bodyOf = async (kind: string) => messageOf(await author.http.call(getVersion, { params: { versionId: (await general(kind)).published?.versionId ?? '' } })).body;
    expect([await bodyOf('processes.case-resumed'), await bodyOf('processes.case-withdrawn')]).toEqual(['继续办理。', '升级后的文字。']);
    const { rows } = await pool.query(`SELECT key, body FROM messaging.wording WHERE key IN ('processes.case-resumed', 'processes.case-withdrawn') ORDER BY key`);
    expect(rows.map(({ body }) => body)).toEqual(['继续办理。', '升级后的文字。']);
  });
});

describe('检查、预览和权限 (HND-05)', () => {
  it('不认得的字段、丢了验证码的短信不能发布，写明在哪里；最后修改的人不能发布', async () => {
    const base = await general('identity.verification-code');
    const draft = await author.http.call(createVersion, { params: { templateId: base.id }, body: {} });
    const wrong = await save(author, draft, { body: '{{dueOn}}', sms: '请查收。' });
    expect(await refusalOf(publish(author, wrong))).toMatchObject({ code: 'templates.own-version' });
    expect(await refusalOf(publish(second, wrong))).toMatchObject({
      status: 422, code: 'templates.not-ready', issues: [{ path: 'body', code: 'unknown-field' }, { path: 'sms', code: 'field-missing', message: expect.stringContaining('短信中必须保留“验证码”') }],
    });
    expect(await refusalOf(save(second, draft, {}))).toMatchObject({ status: 409, code: 'templates.stale' });
  });

  it('用真实办件预览：办件的内容是真的，姓名隐去，还没有的用写好的话；查看留痕', async () => {
    const { receipt } = await applyAsElder(city());
    const { published } = await general(submitted);
    const content = { ...messageOf(await author.http.call(getVersion, { params: { versionId: published?.versionId ?? '' } })), body: '{{applicant}}，{{itemName}}，{{acceptedOn|or:尚未受理}}', sms: `${'长'.repeat(60)}{{number}}` };
    const { items } = await department.http.call(listPreviewCases, { query: { kind: submitted, itemId: elderly() } });
    expect(items.find(({ id }) => id === receipt.caseId)).toMatchObject({ applicantName: '陈*福', hasNotice: false });
    const shown = await department.http.call(previewMessage, { params: { caseId: receipt.caseId }, body: { content } });
    expect(shown).toMatchObject({ body: '陈*福，80周岁以上老年人高龄津贴申领，尚未受理', smsLength: 60 + receipt.number.length, smsParts: 2 });
    const ask = (who: Signed, change: Partial<MessageDefinition> = {}) => refusalOf(who.http.call(previewMessage, { params: { caseId: receipt.caseId }, body: { content: { ...content, ...change } } }));
    expect(await ask(author, { body: '{{itmeName}}' })).toMatchObject({ status: 422, code: 'templates.not-shown', issues: [{ path: 'body' }] });
    expect(await ask(author, { code: 'sample.none' })).toMatchObject({ status: 400, code: 'templates.unknown-kind' });
    expect(await ask(await city().officer('区住建局', 'decision'))).toMatchObject({ status: 404 });
    expect(await ask(clerk)).toMatchObject({ status: 403 });
    const { rows } = await city().server.kernel.db.pool.query(`SELECT actor_name FROM kernel.audit_entry WHERE action = 'cases.preview-message' AND object_id = $1`, [receipt.caseId]);
    expect(rows).toHaveLength(1);
  });

  it('不是事项的消息不能按事项定制；文书不能只给代办人；没有的环节、种类说明', async () => {
    const create = (kind: string, scope: Partial<TemplateScope>) => refusalOf(author.http.call(createTemplate, { body: { kind, ...everything, ...scope } }));
    expect(await create('identity.verification-code', { itemId: elderly() })).toMatchObject({ status: 400, code: 'templates.not-about-items', title: '“短信验证码”不能按事项定制' });
    expect(await create('denial-decision', { applicantKind: 'agent' })).toMatchObject({ code: 'templates.no-such-applicant' });
    expect(await create(submitted, { step: 'review' })).toMatchObject({ code: 'templates.no-such-step' });
    expect(await create('processes.nothing', { applicantKind: 'person' })).toMatchObject({ code: 'templates.unknown-kind' });
  });

  it('部门只改自己事项的；决定人员只发布；收件员、申请人进不来', async () => {
    const base = await general('processes.case-accepted');
    expect(await department.http.call(getTemplate, { params: { templateId: base.id } })).toMatchObject({ abilities: { draft: false, retire: false } });
    expect(await refusalOf(department.http.call(createVersion, { params: { templateId: base.id }, body: {} }))).toMatchObject({ status: 404 });
    const own = await department.http.call(createTemplate, { body: { kind: 'processes.case-accepted', ...everything, itemId: elderly() } });
    expect(await refusalOf(decider.http.call(editVersion, { params: { versionId: own.id }, body: { revision: 1, note: '', content: own.content } }))).toMatchObject({ status: 403 });
    expect((await publish(decider, own)).state).toBe('published');
    const person = await city().person();
    for (const who of [clerk, person]) {
      expect(await refusalOf(who.http.call(listTemplates, { query: { family: 'message' } }))).toMatchObject({ status: 403 });
      expect(await refusalOf(who.http.call(listMessageKinds, {}))).toMatchObject({ status: 403 });
    }
  });
});
