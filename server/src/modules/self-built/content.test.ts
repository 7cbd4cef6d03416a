import { sm3 } from '@tongban/gm-crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdf } from '../../kernel/files/testing/samples.ts';
import { seedItems } from '../../seed/content/index.ts';
import { addElder, applyAsElder, applyFor, beginDraft, fillDraft, handIn } from '../../testing/apply.ts';
import { registerTestCompany } from '../../testing/companies.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { look } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { getCaseApplication } from '../cases/contract.ts';
import { getDraft, requestSupplement, saveDraft, supplementCase, withdrawCase } from '../intake/contract.ts';
import { listMyLicenceUses } from '../licences/contract.ts';
import { completeLicence, issueLicence } from '../licences/index.ts';
import { daysAfterDelivery, mostPartBytes, type ApplicationContent, type FilePart } from './content.contract.ts';
import { consentOf, jumpToSystem, listSystems, saveSystem, type SystemSettings } from './contract.ts';
import type { SignedMessage } from './exchange.contract.ts';
import { isSigned, sealMessage } from './signing.ts';
import { enter, enteredCase, linkOf, registerSystem, signInAdministrator, stop, type RealEstate } from './testing/real-estate.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
let administrator: Signed;
let estate: RealEstate;
let other: RealEstate;
beforeAll(async () => {
  administrator = await signInAdministrator(city());
  estate = await registerSystem(city(), administrator, { name: '不动产登记系统', itemKey: 'elderly-allowance', disclosure: 'materials' });
  other = await registerSystem(city(), administrator, { name: '公积金系统', itemKey: 'labour-dispatch-branch', disclosure: 'materials' });
});
afterAll(() => { stop(estate); stop(other); });

const application = (number: string, from = estate) => from.simulator.send('cases/content', 'content', { caseNumber: number });
const file = (number: string, fileId: string, part?: number) => estate.simulator.send('cases/files', 'file', { caseNumber: number, fileId, ...(part === undefined ? {} : { part }) });
const contentIn = <T>({ body }: Awaited<ReturnType<typeof application>>): T => JSON.parse((body as Readonly<Record<string, unknown>> & SignedMessage).payload) as T;
const read = async (number: string): Promise<ApplicationContent> => contentIn<ApplicationContent>(await application(number));
const refusedWith = (code: string) => ({ body: { code: `self-built.${code}` } });

/** Sets what the system is given. */
async function give(disclosure: SystemSettings['disclosure']): Promise<void> {
  const { revision } = (await administrator.http.call(listSystems, {})).items.find(({ id }) => id === estate.system.id) ?? { revision: 0 };
  await administrator.http.call(saveSystem, { params: { systemId: estate.system.id }, body: { revision, settings: { ...estate.settings, disclosure } } });
}

async function audited(action: string, caseId: string) {
  const { rows } = await city().server.database.db.pool.query<{ purpose: string | null; result: string; detail: Record<string, unknown>; actorName: string }>(
    'SELECT purpose, result, detail::jsonb AS detail, actor_name AS "actorName" FROM kernel.audit_entry WHERE action = $1 AND object_id = $2 ORDER BY id', [action, caseId]);
  return rows;
}

describe('自建系统取得申请内容 (INT-04)', () => {
  it('同意之后取得情形、申请表和材料，文件逐份核对摘要，对方页面不用重新录入；每次读取有用途、在审计里', async () => {
    const { elder, receipt } = await applyAsElder(city());
    await city().server.relay.drain();
    expect((await linkOf(elder, receipt.caseId)).consent).toContain('申请表的全部内容和全部申请材料');
    const page = await (await enter(elder, receipt.caseId)).text();
    const content = await read(receipt.number);
    expect(content).toMatchObject({
      caseNumber: receipt.number, situation: { key: 'self', name: '本人申请', choices: [{ question: 'who', optionText: '老年人本人' }] }, disclosure: 'materials', consent: { text: expect.stringContaining('全部申请材料') }, form: { round: 0 },
    });
    const elderName = content.form.answers.find(({ value }) => value === '陈德福');
    expect(elderName).toMatchObject({ text: '陈德福', dataElement: expect.any(String), section: expect.any(String) });
    expect(content.form.answers.find(({ type }) => type === 'date')?.text).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日$/);
    const [material] = content.materials?.filter(({ files }) => files.length > 0) ?? [];
    expect(material).toMatchObject({ providedAs: 'upload', round: 0, licence: null, files: [{ mediaType: 'application/pdf', size: pdf().length, digest: sm3(pdf()).toString('hex'), parts: 1 }] });
    for (const { label, text } of content.form.answers) expect([page.includes(label), page.includes(text)], label).toEqual([true, true]);
    expect(page).toContain(material?.files[0]?.name);
    const part = contentIn<FilePart>(await file(receipt.number, material?.files[0]?.fileId ?? ''));
    expect(part).toMatchObject({ caseNumber: receipt.number, part: 1, parts: 1, digest: material?.files[0]?.digest });
    expect(Buffer.from(part.content, 'base64')).toEqual(pdf());
    expect(await linkOf(elder, receipt.caseId)).toMatchObject({ disclosure: 'materials', contentReadAt: expect.any(String), consentNeeded: false });
    const readings = [...await audited('self-built.read-content', receipt.caseId), ...await audited('self-built.read-file', receipt.caseId)];
    expect(readings).toHaveLength(3);
    for (const one of readings) expect(one).toMatchObject({ actorName: '不动产登记系统', purpose: expect.stringContaining('不动产登记系统办理“'), result: 'done', detail: { number: receipt.number } });
    for (const secret of ['陈德福', elder.documentNumber, elder.mobile]) expect(JSON.stringify(readings)).not.toContain(secret);
  });

  it('答复用来问的密钥和 nonce 签名；签名被改、用途不对、重放、别的系统、没有的办件都拒绝', async () => {
    const { number } = await enteredCase(city());
    const now = city().server.clock.now();
    const question = sealMessage(estate.key, 'content', { caseNumber: number }, now);
    const send = (message: SignedMessage) => estate.simulator.send('cases/content', 'content', {}, message);
    expect(await send({ ...question, payload: question.payload.replace(number, '511602202611200100000') })).toMatchObject({ status: 401, ...refusedWith('bad-signature') });
    expect(await send(sealMessage(estate.key, 'query', { caseNumber: number }, now))).toMatchObject({ status: 401, ...refusedWith('bad-signature') });
    const answer = await send(question);
    const signed = answer.body as Readonly<Record<string, unknown>> & SignedMessage;
    expect(answer.status).toBe(200);
    expect([signed.nonce, signed.keyId, isSigned(estate.key.secret, 'answer', signed), isSigned(estate.key.secret, 'answer', { ...signed, payload: signed.payload.replace('陈德福', '陈得福') })]).toEqual([question.nonce, estate.key.keyId, true, false]);
    expect(await send(question)).toMatchObject({ status: 409, ...refusedWith('replayed') });
    expect(await application(number, other)).toMatchObject({ status: 404, ...refusedWith('unknown-case') });
    expect(await application('511602202611200100000')).toMatchObject({ status: 404, ...refusedWith('unknown-case') });
    const second = await enteredCase(city());
    const [material] = (await read(second.number)).materials?.filter(({ files }) => files.length > 0) ?? [];
    expect(await file(number, material?.files[0]?.fileId ?? '')).toMatchObject({ status: 404, ...refusedWith('unknown-file') });
    expect((await audited('self-built.read-file', second.caseId))).toEqual([]);
  });

  it('没有同意的、按以前的说法同意的都不给；重新进入须按现在的内容同意', async () => {
    const { elder, receipt } = await applyAsElder(city());
    await city().server.relay.drain();
    await linkOf(elder, receipt.caseId);
    expect(await application(receipt.number)).toMatchObject({ status: 403, body: { code: 'self-built.not-agreed', title: '申请人没有同意提供申请表' } });
    expect(await audited('self-built.read-content', receipt.caseId)).toMatchObject([{ result: 'refused', detail: { code: 'self-built.not-agreed' } }]);
    await give('identity');
    const before = await linkOf(elder, receipt.caseId);
    expect(before.consent).toBe(consentOf({ systemName: '不动产登记系统', departmentName: before.departmentName, itemName: (await look(elder, receipt.caseId)).itemName, disclosure: 'identity' }));
    expect(before.consent).toContain('联系电话和本办件的编号提供给');
    await enter(elder, receipt.caseId);
    expect(await application(receipt.number)).toMatchObject({ status: 403, ...refusedWith('not-given') });
    await give('materials');
    expect(await application(receipt.number)).toMatchObject({ status: 403, ...refusedWith('not-agreed') });
    const asked = await linkOf(elder, receipt.caseId);
    expect(asked).toMatchObject({ consentNeeded: true, consentedAt: expect.any(String), disclosure: 'identity', consent: expect.stringContaining('全部申请材料') });
    for (const body of [{}, { consent: before.consent }]) expect(await refusalOf(elder.http.call(jumpToSystem, { params: { caseId: receipt.caseId }, body }))).toMatchObject({ code: 'self-built.consent-needed' });
    await enter(elder, receipt.caseId);
    expect((await read(receipt.number)).disclosure).toBe('materials');
    expect(await linkOf(elder, receipt.caseId)).toMatchObject({ consentNeeded: false, disclosure: 'materials' });
    expect((await audited('self-built.jump', receipt.caseId)).map(({ detail }) => String(detail['consent']).includes('全部申请材料'))).toEqual([false, true]);
  });

  it('给的不超过同意的，也不超过现在设置的：只给申请表时没有材料清单，材料的文件也不给', async () => {
    const { number } = await enteredCase(city());
    const [material] = (await read(number)).materials?.filter(({ files }) => files.length > 0) ?? [];
    const fileId = material?.files[0]?.fileId ?? '';
    await give('form');
    expect(await read(number)).toMatchObject({ disclosure: 'form', materials: null });
    expect(await file(number, fileId)).toMatchObject({ status: 403, body: { code: 'self-built.not-given', title: '平台没有设置向贵系统提供申请材料' } });
    const second = await enteredCase(city());
    await give('materials');
    expect(await read(second.number)).toMatchObject({ disclosure: 'form', materials: null });
    expect(await file(second.number, fileId)).toMatchObject({ status: 403, ...refusedWith('not-agreed') });
  });

  it('撤回的马上不给；送达的留七天核对，之后不给', async () => {
    const withdrawn = await enteredCase(city());
    const { version } = await look(withdrawn.elder, withdrawn.caseId);
    await withdrawn.elder.http.call(withdrawCase, { params: { caseId: withdrawn.caseId }, body: { version, reason: '不办了' } });
    expect(await application(withdrawn.number)).toMatchObject({ status: 422, ...refusedWith('content-closed') });
    const { number } = await enteredCase(city());
    for (const what of [{ kind: 'accepted' }, { kind: 'decided', outcome: 'approved' }, { kind: 'delivered', receiver: '陈德福' }] as const) {
      expect(await estate.simulator.happen(number, what)).toMatchObject({ status: 200 });
      await city().server.relay.drain();
    }
    expect((await application(number)).status).toBe(200);
    await city().moveTo(`2026-11-${20 + daysAfterDelivery}T10:00`);
    expect((await application(number)).status).toBe(200);
    await city().moveTo(`2026-11-${20 + daysAfterDelivery}T10:01`);
    const late = await application(number);
    expect(late).toMatchObject({ status: 422, body: { code: 'self-built.content-closed', detail: expect.stringContaining('送达 7 天以后') } });
    await city().moveTo('2026-11-20T10:00');
  });

  it('大的文件分份取，没有的份数说明共有几份；消息太大的不收', async () => {
    const big = pdf({ extra: `% ${'x'.repeat(mostPartBytes + 1000)}` });
    const elder = await addElder(city());
    const draft = await beginDraft(city(), elder, 'elderly-allowance', [{ question: 'who', option: 'self' }]);
    const filled = await fillDraft(elder, draft, 'elderly-allowance', { byFamily: false });
    const { id } = await elder.http.uploadMaterial('户口簿.pdf', big);
    const materials = (await elder.http.call(getDraft, { params: { draftId: draft.id } })).materials.map(({ material, files, licenceId, licenceConsent }, index) => ({ key: material.key, fileIds: index === 0 ? [id] : files.map((one) => one.id), licenceId, licenceConsent }));
    const { revision } = await elder.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: filled.revision, answers: filled.answers, materials } });
    const { caseId, number } = await handIn(elder, draft.id, revision);
    await city().server.relay.drain();
    await enter(elder, caseId);
    expect((await read(number)).materials?.flatMap(({ files }) => files).find(({ fileId }) => fileId === id)).toMatchObject({ size: big.length, parts: 2 });
    const pieces = await Promise.all([1, 2].map(async (part) => Buffer.from(contentIn<FilePart>(await file(number, id, part)).content, 'base64')));
    expect(pieces[0]?.length).toBe(mostPartBytes);
    expect(sm3(Buffer.concat(pieces)).equals(sm3(big))).toBe(true);
    expect(await file(number, id, 3)).toMatchObject({ status: 400, body: { code: 'self-built.no-part', detail: expect.stringContaining('共有 2 份') } });
    expect((await estate.simulator.send('cases/files', 'file', { caseNumber: number, fileId: id, part: 1, filler: 'x'.repeat(70_000) })).body).toMatchObject({ code: 'kernel.body-too-large' });
    const opened = await fetch(`${estate.settings.entryUrl}files/${id}?case=${number}`);
    expect([opened.headers.get('content-type'), Buffer.from(await opened.arrayBuffer()).equals(big)]).toEqual(['application/pdf', true]);
  });

  it('补正以后给新的：答案、轮次和文件', async () => {
    const { elder, caseId, number } = await enteredCase(city());
    const [before] = (await read(number)).materials?.filter(({ files }) => files.length > 0) ?? [];
    const clerk = await city().officer('区民政局', 'window');
    const { version } = await look(clerk, caseId);
    await clerk.http.call(requestSupplement, { params: { caseId }, body: { version, explanation: '请按所列内容一次补齐。', items: [{ kind: 'material', key: before?.key ?? '', reason: '不清楚，请重新上传' }] } });
    const clear = pdf({ pages: 2 });
    const { answers } = await elder.http.call(getCaseApplication, { params: { caseId }, query: {} });
    const { id } = await elder.http.uploadMaterial('清楚的.pdf', clear);
    await elder.http.call(supplementCase, { params: { caseId }, body: { version: (await look(elder, caseId)).version, answers, materials: [{ key: before?.key ?? '', fileIds: [id] }] } });
    await city().server.relay.drain();
    expect((await read(number)).materials?.find(({ key }) => key === before?.key)).toMatchObject({ round: 1, files: [{ fileId: id, digest: sm3(clear).toString('hex') }] });
    expect(await file(number, before?.files[0]?.fileId ?? '')).toMatchObject(refusedWith('unknown-file'));
  });

  it('用电子证照代替的给证照标识和查验地址，不给副本；持有人看得到这次使用 (LIC-06)', async () => {
    const company = await registerTestCompany(city(), { name: '广安示范人力资源有限公司' });
    const organizationId = city().organizationId('区人社局');
    const { rows: [department] } = await city().server.database.db.pool.query<{ code: string }>('SELECT code FROM organization.organization WHERE id = $1', [organizationId]);
    const form = seedItems.find(({ key }) => key === 'labour-dispatch-licence')?.forms[0];
    if (!form) throw new Error('the demonstration has no form of the licence');
    const licence = await issueLicence(city().system(), {
      typeCode: 'labour-dispatch-licence', caseId: '01939000-0000-7000-8000-000000000001', caseNumber: 'T-1', regionCode: '511602000000',
      holder: { kind: 'company', id: company.id, name: company.name, documentNumber: company.creditCode, documentMasked: company.creditCode },
      issuer: { id: organizationId, name: '广安市广安区人力资源和社会保障局', creditCode: department?.code ?? '' }, form: { definition: form.definition, answers: form.sampleData }, itemName: '劳务派遣经营许可', validTo: '2027-12-31',
    });
    await completeLicence(city().system(), licence);
    const { caseId, number } = await applyFor(city(), company.agent, 'labour-dispatch-branch');
    await city().server.relay.drain();
    await enter(company.agent, caseId);
    const found = contentIn<ApplicationContent>(await application(number, other)).materials?.find(({ providedAs }) => providedAs === 'licence');
    expect(found).toMatchObject({ files: [], licence: { typeCode: 'labour-dispatch-licence', number: licence.number, identifier: licence.identifier, state: 'valid', verifyUrl: expect.stringContaining(`/verify/${licence.identifier}`) } });
    const { items } = await company.agent.http.call(listMyLicenceUses, { query: {} });
    expect(items.map(({ purpose }) => purpose)).toContainEqual(expect.stringContaining('公积金系统办理'));
  });
});
