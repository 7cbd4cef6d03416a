import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_TEMPLATES } from '../../kernel/documents/index.ts';
import { copyableText } from '../../kernel/documents/testing/copyable-text.ts';
import { applyAsElder, applyFor } from '../../testing/apply.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { accept, approve, look, review } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { downloadNotice, listPreviewCases, previewNotice } from '../cases/contract.ts';
import { downloadLicence, listMyLicences } from '../licences/contract.ts';
import {
  createTemplate, createVersion, discardVersion, editVersion, getTemplate, getVersion, listTemplates, previewTemplate, publishVersion, retireTemplate, templateStageLabels, templateStages, type TemplateContent, type TemplateVersion,
} from './contract.ts';
import { syncTemplates } from './index.ts';

const city = useTestCity();
let author: Signed, second: Signed, department: Signed, decider: Signed, clerk: Signed;
const elderly = (): string => city().itemId('elderly-allowance');

beforeAll(async () => {
  [author, second, department] = [await city().itemAdministrator(), await city().itemAdministrator('二'), await city().departmentAdministrator('区民政局')];
  [decider, clerk] = [await city().officer('区民政局', 'decision'), await city().officer('区民政局', 'window')];
});

/** Rare characters that nothing else prints. */
const mark = { own: '鲲鹏', next: '麒麟', company: '貔貅' } as const;

function say(content: TemplateContent, text: string): Extract<TemplateContent, { kind: 'notice' }> {
  if (content.kind !== 'notice') throw new Error('a notice');
  return { ...content, blocks: [...content.blocks, { type: 'paragraph', text }] };
}

async function save(who: Signed, version: TemplateVersion, content: TemplateContent): Promise<TemplateVersion> {
  return who.http.call(editVersion, { params: { versionId: version.id }, body: { revision: version.revision, note: '', content } });
}

async function publish(who: Signed, version: TemplateVersion): Promise<TemplateVersion> {
  return who.http.call(publishVersion, { params: { versionId: version.id }, body: { revision: version.revision } });
}

async function tailor(kind: string, text: string, scope: { itemId?: string; applicantKind?: 'person' | 'company'; step?: 'before-acceptance' | 'after-acceptance' }): Promise<TemplateVersion> {
  const draft = await author.http.call(createTemplate, { body: { kind, itemId: null, applicantKind: null, step: null, ...scope } });
  return publish(second, await save(author, draft, say(draft.content, text)));
}

async function general(kind: string) {
  const { items } = await author.http.call(listTemplates, { query: { tailored: 'general', limit: 100 } });
  const found = items.find((one) => one.kind === kind);
  if (!found) throw new Error(kind);
  return found;
}

async function textOf(response: Blob): Promise<string> {
  return copyableText(Buffer.from(await response.arrayBuffer()));
}

async function noticeText(reader: Signed, caseId: string, kind: string): Promise<string> {
  await city().server.relay.drain();
  const notice = (await look(reader, caseId)).notices.find((one) => one.kind === kind);
  return textOf(await reader.http.download(downloadNotice, { params: { caseId, noticeId: notice?.id ?? '' } }));
}

const says = (text: string, words: string): boolean => [...words].every((character) => text.includes(character));

describe('平台自带的模板 (HND-05)', () => {
  it('打印、短信、出件的模板每个环节至少一个', async () => {
    const { items } = await author.http.call(listTemplates, { query: { limit: 100 } });
    const { rows } = await city().server.kernel.db.pool.query<{ key: string }>('SELECT key FROM messaging.template WHERE sms IS NOT NULL');
    const told = new Set(rows.map(({ key }) => key));
    const messages = {
      receive: 'processes.case-submitted', accept: 'processes.case-accepted', review: 'processes.case-paused', decide: 'processes.case-approved', issue: 'processes.licence-issued', deliver: 'ratings.invitation', end: 'processes.case-terminated',
    } as const;
    for (const stage of templateStages) expect({ stage, printed: items.some((one) => one.group === templateStageLabels[stage]), told: told.has(messages[stage]) }).toEqual({ stage, printed: true, told: true });
  });

  it('每种文书一个，都已发布', async () => {
    const { items } = await author.http.call(listTemplates, { query: { limit: 100 } });
    expect(items).toHaveLength(DEFAULT_TEMPLATES.length);
    expect(items.every(({ published, draft }) => published?.number === 1 && draft === null)).toBe(true);
  });

  it('再启动不重复写；城市自己发布的不覆盖', async () => {
    await syncTemplates(city().server.kernel.db);
    expect((await general('withdrawal-notice')).published).toMatchObject({ number: 1, byName: '平台' });
  });
});

describe('按事项定制，直到盖章的文书 (HND-05)', () => {
  let template: TemplateVersion;

  it('发布之前记录的文书不变；以后这个事项的文书有定制的内容，也有申请表里的', async () => {
    const before = await applyAsElder(city());
    template = await tailor('application-receipt', `请保持电话畅通。${mark.own}。开户银行：{{application.bankName|or:未填}}。`, { itemId: elderly() });
    const after = await applyAsElder(city());
    // Recorded before the template was published, rendered only now.
    expect(says(await noticeText(before.elder, before.receipt.caseId, 'application-receipt'), mark.own)).toBe(false);
    const draft = await author.http.call(createVersion, { params: { templateId: template.templateId }, body: {} });
    await publish(second, await save(author, draft, say(template.content, mark.next)));
    const text = await noticeText(after.elder, after.receipt.caseId, 'application-receipt');
    expect([says(text, mark.own), says(text, '示范农村商业银行'), says(text, mark.next)]).toEqual([true, true, false]);
    const { versions } = await author.http.call(getTemplate, { params: { templateId: template.templateId } });
    expect(versions.map(({ number, state, uses }) => [number, state, uses])).toEqual([[2, 'published', 0], [1, 'superseded', 1]]);
  });

  it('别的事项的文书没有；停用后回到通用', async () => {
    const nurse = await city().person({ name: '李护理' });
    const other = await applyFor(city(), nurse, 'nurse-registration', [{ question: 'years', option: 'within' }]);
    expect(says(await noticeText(nurse, other.caseId, 'application-receipt'), mark.own)).toBe(false);
    const { published } = await author.http.call(getTemplate, { params: { templateId: template.templateId } });
    await second.http.call(retireTemplate, { params: { templateId: template.templateId }, body: { versionId: published?.versionId ?? '' } });
    const after = await applyAsElder(city());
    expect(says(await noticeText(after.elder, after.receipt.caseId, 'application-receipt'), mark.own)).toBe(false);
  });

  it('事项优先于申请人类型；退回旧版就是以旧版为基础再发布', async () => {
    const person = await tailor('acceptance-notice', mark.company, { applicantKind: 'person' });
    const { receipt, elder } = await applyAsElder(city());
    await accept(clerk, receipt.caseId);
    expect(says(await noticeText(elder, receipt.caseId, 'acceptance-notice'), mark.company)).toBe(true);
    await tailor('acceptance-notice', mark.own, { itemId: elderly() });
    const next = await applyAsElder(city());
    await accept(clerk, next.receipt.caseId);
    const text = await noticeText(next.elder, next.receipt.caseId, 'acceptance-notice');
    expect([says(text, mark.own), says(text, mark.company)]).toEqual([true, false]);
    const draft = await author.http.call(createVersion, { params: { templateId: person.templateId }, body: { fromVersionId: person.id } });
    expect((await publish(second, draft)).content).toEqual(person.content);
  });

  it('证照照面也按模板制作', async () => {
    const base = await general('licence-face');
    const draft = await author.http.call(createVersion, { params: { templateId: base.id }, body: {} });
    if (draft.content.kind !== 'certificate') throw new Error('a certificate');
    await publish(second, await save(author, draft, { ...draft.content, subtitle: mark.next }));
    const licensed = await applyForLicence();
    const { items } = await licensed.http.call(listMyLicences, { query: {} });
    const text = await textOf(await licensed.http.download(downloadLicence, { params: { licenceId: items[0]?.id ?? '' } }));
    expect(says(text, mark.next)).toBe(true);
    await syncTemplates(city().server.kernel.db);
    expect((await general('licence-face')).published).toMatchObject({ number: 2 });
  });
});

/** An elder's allowance, approved; gives who holds the licence. */
async function applyForLicence(): Promise<Signed> {
  const { receipt, elder } = await applyAsElder(city());
  await accept(clerk, receipt.caseId);
  await review(await city().officer('区民政局', 'preliminary-review'), receipt.caseId);
  await review(await city().officer('区民政局', 'review'), receipt.caseId);
  await approve(decider, receipt.caseId);
  await city().server.relay.drain();
  return elder;
}

describe('用办件预览 (HND-05)', () => {
  it('真实办件的内容，个人信息隐去；填写用途也要有权限；别的部门的办件找不到', async () => {
    const { receipt, elder } = await applyAsElder(city());
    const template = await general('application-receipt');
    const { content } = await author.http.call(getVersion, { params: { versionId: template.published?.versionId ?? '' } });
    const { items } = await department.http.call(listPreviewCases, { query: { kind: 'application-receipt', itemId: elderly() } });
    expect(items.find(({ id }) => id === receipt.caseId)).toMatchObject({ applicantName: '陈*福', hasNotice: true });
    const body = { content: say(content, '账号{{application.bankAccount|or:无}}') };
    const shown = await textOf(await department.http.download(previewNotice, { params: { caseId: receipt.caseId }, body }));
    expect([shown.includes('德'), shown.includes('*'), says(shown, '预览')]).toEqual([false, true, true]);
    expect(await refusalOf(department.http.download(previewNotice, { params: { caseId: receipt.caseId }, body: { ...body, purpose: '核对' } }))).toMatchObject({ status: 403 });
    const full = await textOf(await decider.http.download(previewNotice, { params: { caseId: receipt.caseId }, body: { ...body, purpose: '核对文书' } }));
    expect(says(full, '德')).toBe(true);
    const stranger = await city().officer('区住建局', 'decision');
    expect(await refusalOf(stranger.http.download(previewNotice, { params: { caseId: receipt.caseId }, body }))).toMatchObject({ status: 404 });
    expect(await refusalOf(elder.http.download(previewNotice, { params: { caseId: receipt.caseId }, body }))).toMatchObject({ status: 403 });
  });

  it('还没有这种文书的办件，用示例内容补上；有错的模板说明第一处', async () => {
    const { receipt } = await applyAsElder(city());
    const { published } = await general('denial-decision');
    const { content } = await author.http.call(getVersion, { params: { versionId: published?.versionId ?? '' } });
    expect(says(await textOf(await author.http.download(previewNotice, { params: { caseId: receipt.caseId }, body: { content: say(content, '以上。') } })), '不予决定书')).toBe(true);
    const wrong = say(content, '{{applicant.nmae}}');
    expect(await refusalOf(author.http.download(previewTemplate, { body: { content: wrong, itemId: null } })))
      .toMatchObject({ status: 422, code: 'templates.not-shown', detail: '没有“applicant.nmae”这个字段；请删去后用“插入字段”从列表中选择。', issues: [{ path: 'blocks.5.text' }] });
    expect(await refusalOf(author.http.download(previewTemplate, { body: { content: say(content, '\uE001'), itemId: null } }))).toMatchObject({ code: 'documents.missing-glyph' });
  });
});

describe('编制、发布和权限 (HND-05)', () => {
  it('最后修改的人不能发布；有错的不能发布，逐处说明；别人先存的不覆盖', async () => {
    const draft = await author.http.call(createTemplate, { body: { kind: 'denial-decision', itemId: elderly(), applicantKind: null, step: null } });
    expect(draft).toMatchObject({ number: 1, state: 'draft', name: '不予许可决定书', abilities: { edit: true, discard: true, publish: false } });
    expect(draft.application.fields).toContainEqual({ path: 'application.bankName', label: '开户银行', group: '申请表', type: 'text', optional: true });
    if (draft.content.kind !== 'notice') throw new Error('a notice');
    const broken = await save(author, draft, { ...draft.content, blocks: draft.content.blocks.slice(0, -1) });
    expect(await refusalOf(publish(author, broken))).toMatchObject({ status: 422, code: 'templates.own-version' });
    expect(await refusalOf(publish(decider, broken))).toMatchObject({ status: 422, code: 'templates.not-ready', issues: [{ code: 'statutory-part', message: expect.stringContaining('救济途径') }] });
    expect(await refusalOf(save(second, draft, draft.content))).toMatchObject({ status: 409, code: 'templates.stale' });
    const other = DEFAULT_TEMPLATES.find(({ code }) => code === 'refusal-notice');
    if (other) expect(await refusalOf(save(author, broken, other))).toMatchObject({ code: 'templates.other-kind' });
    expect(await refusalOf(author.http.call(createVersion, { params: { templateId: draft.templateId }, body: {} }))).toMatchObject({ code: 'templates.draft-exists' });
    expect(await refusalOf(author.http.call(createTemplate, { body: { kind: 'denial-decision', itemId: elderly(), applicantKind: null, step: null } }))).toMatchObject({ status: 409, code: 'templates.already-tailored' });
    await author.http.call(discardVersion, { params: { versionId: draft.id }, query: { revision: broken.revision } });
    expect(await refusalOf(author.http.call(getTemplate, { params: { templateId: draft.templateId } }))).toMatchObject({ code: 'templates.template-not-found' });
  });

  it('定制要说明给谁用；不分环节的文书不能按环节定制；通用的不能停用', async () => {
    const create = (kind: string, scope: object) => refusalOf(author.http.call(createTemplate, { body: { kind, itemId: null, applicantKind: null, step: null, ...scope } }));
    expect(await create('denial-decision', {})).toMatchObject({ code: 'templates.not-tailored' });
    expect(await create('denial-decision', { step: 'before-acceptance' })).toMatchObject({ code: 'templates.no-such-step', title: '“不予许可决定书”不分环节' });
    expect(await create('nothing', { applicantKind: 'person' })).toMatchObject({ code: 'templates.unknown-kind' });
    const base = await general('denial-decision');
    expect(await refusalOf(second.http.call(retireTemplate, { params: { templateId: base.id }, body: { versionId: base.published?.versionId ?? '' } }))).toMatchObject({ code: 'templates.general-stays' });
    expect((await tailor('termination-notice', mark.own, { step: 'before-acceptance' })).state).toBe('published');
  });

  it('部门只改自己事项的；通用的看得到、改不了；收件员看不到', async () => {
    const base = await general('denial-decision');
    expect(await department.http.call(getTemplate, { params: { templateId: base.id } })).toMatchObject({ abilities: { draft: false, retire: false } });
    expect(await refusalOf(department.http.call(createVersion, { params: { templateId: base.id }, body: {} }))).toMatchObject({ status: 404 });
    expect(await refusalOf(department.http.call(createTemplate, { body: { kind: 'denial-decision', itemId: city().itemId('road-excavation'), applicantKind: null, step: null } }))).toMatchObject({ status: 404, code: 'templates.item-not-found' });
    const own = await department.http.call(createTemplate, { body: { kind: 'extension-notice', itemId: elderly(), applicantKind: null, step: null } });
    const elsewhere = await city().departmentAdministrator('区住建局');
    expect(await refusalOf(elsewhere.http.call(getVersion, { params: { versionId: own.id } }))).toMatchObject({ status: 404, code: 'templates.version-not-found' });
    expect((await elsewhere.http.call(listTemplates, { query: { q: '高龄' } })).items).toEqual([]);
    expect(await refusalOf(clerk.http.call(listTemplates, { query: {} }))).toMatchObject({ status: 403 });
    expect(await refusalOf(decider.http.call(editVersion, { params: { versionId: own.id }, body: { revision: 1, note: '', content: own.content } }))).toMatchObject({ status: 403 });
  });
});
