import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdf } from '../../kernel/files/testing/samples.ts';
import { seedRecognition } from '../../seed/recognition/seed-recognition.ts';
import { addElder, beginDraft, handIn, sampleAnswersOf } from '../../testing/apply.ts';
import { settle } from '../../testing/automation.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { saveDraft, type Draft } from '../intake/contract.ts';
import {
  acknowledgeQuestions, activateModel, checkDraftFiles, correctReading, createDocumentType, deactivateModel, downloadCasePage, downloadDraftPage, editDocumentType, getCaseReadings, getDocumentType, getDraftReadings,
  getOverview, labelSample, listDocumentTypes, listModels, listSamples, readAgain, switchDraftCheck, trainModel, type Readings,
} from './contract.ts';
import { createOcrSimulator } from './simulator/ocr-simulator.ts';
import { createPictureBook, type KnownPicture } from './simulator/picture-book.ts';
import { drawCat, drawDocument, scanOf } from './testing/draw-document.ts';
import type { OcrLine } from './ocr/engine.ts';

let book: (image: Buffer) => Promise<readonly OcrLine[] | undefined> = async () => undefined;
let broken = false;
const simulator = createOcrSimulator({ textOf: async (image) => { if (broken) throw new Error('broken'); return book(image); } });
await new Promise<void>((resolve) => { simulator.listen(0, '127.0.0.1', resolve); });
afterAll(() => { simulator.close(); simulator.closeAllConnections(); });

const city = useTestCity({ now: '2026-11-20T09:30:00+08:00', env: { OCR_ENGINE_URL: `http://127.0.0.1:${(simulator.address() as AddressInfo).port}` } });
const known: KnownPicture[] = [];
async function draw(lines: readonly string[], options: Parameters<typeof drawDocument>[1] = {}): Promise<Buffer> {
  const drawn = await drawDocument(lines, { width: 900, height: 1_270, size: 26, ...options });
  known.push(drawn);
  book = await createPictureBook(known);
  return drawn.picture;
}
const cardOf = (name: string, number: string) => ['中华人民共和国居民身份证', `姓名 ${name}`, '性别 男 民族 汉', '出生 1941年2月3日', '住址 四川省广安市广安区示范镇和平村', `公民身份号码 ${number}`];
const licenceLines = ['营业执照', '统一社会信用代码 91510000MA00000000', '名称 广安示范餐饮管理有限公司', '法定代表人 王示范', '注册资本 贰佰万元整', '住所 广安区测试路1号', '经营范围 餐饮服务', '登记机关 广安区市场监督管理局'];

beforeAll(() => seedRecognition(city().system()));

interface Filed { elder: Awaited<ReturnType<typeof addElder>>; draft: Draft; revision: number; fileIds: string[] }
/** A draft of the allowance of the old with these files as the identity document. */
async function fileCard(files: readonly { name: string; content: Buffer }[], change: Record<string, unknown> = {}, elder?: Filed['elder']): Promise<Filed> {
  const applicant = elder ?? await addElder(city());
  const draft = await beginDraft(city(), applicant, 'elderly-allowance', [{ question: 'who', option: 'self' }]);
  const fileIds = [];
  for (const { name, content } of files) fileIds.push((await applicant.http.uploadMaterial(name, content)).id);
  const household = (await applicant.http.uploadMaterial('户口簿.pdf', pdf())).id;
  const answers = { ...sampleAnswersOf('elderly-allowance'), ...draft.answers, byFamily: false, ...change };
  const { revision } = await applicant.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: draft.revision, answers, materials: [{ key: 'id-card', fileIds }, { key: 'household-register', fileIds: [household] }] } });
  return { elder: applicant, draft, revision, fileIds };
}
/** The findings on a draft after the background has worked. */
async function look({ elder, draft }: Filed): Promise<Readings> {
  await elder.http.call(checkDraftFiles, { params: { draftId: draft.id } });
  await settle(city(), 'recognition.');
  return elder.http.call(getDraftReadings, { params: { draftId: draft.id } });
}
const questionsOf = ({ questions }: Readings) => questions.map(({ kind }) => kind);
const codeOf = async (call: Promise<unknown>) => (await refusalOf(call)).code;

describe('材料识别 (DEC-04, DEC-05, DEC-09)', () => {
  it('上传即识别：先等待，后台识别出类型和内容，与申请表一致的不提问；倒放的图片先扶正', async () => {
    const elder = await addElder(city());
    const picture = await draw(cardOf(elder.name, elder.documentNumber));
    const upsideDown = await sharp(picture).rotate(180).jpeg().toBuffer();
    const filed = await fileCard([{ name: '身份证.jpg', content: upsideDown }], {}, elder);
    const first = await elder.http.call(checkDraftFiles, { params: { draftId: filed.draft.id } });
    expect(first.files.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    const readings = await look(filed);
    const [card, household] = readings.files;
    expect(card).toMatchObject({ state: 'done', expected: true, hints: [], type: { code: 'identity-card', by: 'marks' }, engine: '文字识别模拟器 1', pagesRead: 1 });
    expect(card?.fields.filter(({ value }) => value !== null).map(({ key, value, comparison }) => [key, value, comparison])).toEqual([
      ['name', elder.name, 'same'], ['number', elder.documentNumber, 'same'], ['address', '四川省广安市广安区示范镇和平村', 'none'],
    ]);
    expect(card?.fields[0]?.place).toMatchObject({ page: 1 });
    expect(household).toMatchObject({ state: 'done', notes: ['no-picture-inside'], expected: null });
    expect(readings.questions).toEqual([]);
    const page = await elder.http.download(downloadDraftPage, { params: { draftId: filed.draft.id, fileId: filed.fileIds[0] ?? '', page: 1 } });
    expect(page.type).toBe('image/jpeg');
    // Encrypted at rest, and its reading is in the audit.
    const { rows } = await city().server.database.db.pool.query('SELECT content_cipher FROM recognition.reading WHERE file_id = $1', [filed.fileIds[0]]);
    expect(String(rows[0]?.content_cipher)).not.toContain(elder.documentNumber);
    const audit = await city().server.database.db.pool.query(`SELECT purpose FROM kernel.audit_entry WHERE action = 'recognition.read-file' AND object_id = $1`, [filed.fileIds[0]]);
    expect(audit.rows).toEqual([{ purpose: '核对申请材料' }]);
  });

  it('姓名不一致、传错材料、猫的照片、模糊：列出问题，可以仍然提交，工作人员看得到', async () => {
    const elder = await addElder(city());
    const wrongName = await draw(cardOf('陈德富', elder.documentNumber), { size: 25 });
    const licence = await draw(licenceLines);
    const filed = await fileCard([{ name: '身份证.jpg', content: wrongName }, { name: '猫.jpg', content: await drawCat() }], {}, elder);
    const readings = await look(filed);
    expect(questionsOf(readings)).toEqual(['differs', 'wrong-kind']);
    expect(readings.questions.map(({ message }) => message)).toEqual([`姓名不一致：材料上是“陈德富”，申请表“姓名”是“${elder.name}”`, expect.stringMatching(/^“猫.jpg”不像所需的材料《居民身份证》/)]);
    expect(readings.questions[0]).toMatchObject({ inForm: true, acknowledged: false, place: { page: 1 } });
    const other = await look(await fileCard([{ name: '执照.jpg', content: licence }]));
    expect(other.questions.map(({ message }) => message)).toEqual(['“执照.jpg”像是《营业执照》，这里需要《居民身份证》']);
    const goOn = await elder.http.call(acknowledgeQuestions, { params: { draftId: filed.draft.id }, body: { questionIds: readings.questions.map(({ id }) => id) } });
    expect(goOn.questions.every(({ acknowledged }) => acknowledged)).toBe(true);
    const { caseId } = await handIn(elder, filed.draft.id, filed.revision);
    const clerk = await city().officer('区民政局', 'window');
    const seen = await clerk.http.call(getCaseReadings, { params: { caseId }, query: {} });
    expect(seen).toMatchObject({ masked: true, abilities: { correct: true } });
    expect(seen.questions.map(({ acknowledged }) => acknowledged)).toEqual([true, true]);
    // Masked for officers, also in the words of the question; in full with a purpose, which is recorded.
    expect(JSON.stringify(seen)).not.toContain(elder.documentNumber);
    expect(seen.questions[0]?.message).toContain('陈*富');
    const full = await clerk.http.call(getCaseReadings, { params: { caseId }, query: { purpose: '核对身份证' } });
    expect(JSON.stringify(full)).toContain(elder.documentNumber);
    const { rows } = await city().server.database.db.pool.query(`SELECT action, purpose FROM kernel.audit_entry WHERE object_id = $1 AND action LIKE 'recognition.read-results%' ORDER BY id`, [caseId]);
    expect(rows.map(({ action }) => action)).toEqual(['recognition.read-results', 'recognition.read-results-in-full']);
  });

  it('100页的扫描件只看前5页并说明；同一页模糊的点名', async () => {
    const elder = await addElder(city());
    const picture = await draw(cardOf(elder.name, elder.documentNumber), { size: 27 });
    const blurred = await sharp(picture).blur(6).jpeg().toBuffer();
    const filed = await fileCard([{ name: '扫描件.pdf', content: scanOf([picture, blurred, ...Array.from({ length: 98 }, () => picture)]) }], {}, elder);
    const readings = await look(filed);
    expect(readings.files[0]).toMatchObject({ pagesTotal: 100, pagesRead: 5, notes: ['first-pages-only'], expected: true });
    expect(readings.files[0]?.hints).toEqual([{ page: 2, hint: 'blurred' }]);
    expect(readings.questions.map(({ message }) => message)).toEqual(['“扫描件.pdf”第2页模糊', '“扫描件.pdf”有100页，只识别了前5页']);
  });

  it('不再检查：停止识别，提示消失；恢复后接着识别', async () => {
    const filed = await fileCard([{ name: '猫.jpg', content: await drawCat() }]);
    const params = { draftId: filed.draft.id };
    await filed.elder.http.call(checkDraftFiles, { params });
    expect(await filed.elder.http.call(switchDraftCheck, { params, body: { checking: false } })).toEqual({ checking: false, files: [], questions: [] });
    await settle(city(), 'recognition.');
    const { rows } = await city().server.database.db.pool.query('SELECT 1 FROM recognition.reading WHERE file_id = $1', [filed.fileIds[0]]);
    expect(rows).toEqual([]);
    await filed.elder.http.call(switchDraftCheck, { params, body: { checking: true } });
    expect(questionsOf(await look(filed))).toEqual(['wrong-kind']);
  });

  it('识别接口不通：试三次后说明由人工核对，提交不受影响；恢复后可以重新识别', async () => {
    const elder = await addElder(city());
    const picture = await draw(cardOf(elder.name, elder.documentNumber), { size: 24 });
    const filed = await fileCard([{ name: '身份证.jpg', content: picture }], {}, elder);
    broken = true;
    const { caseId } = await handIn(elder, filed.draft.id, filed.revision);
    for (const _attempt of [1, 2, 3]) {
      await city().server.database.db.pool.query(`UPDATE graphile_worker._private_jobs SET run_at = now()`);
      await settle(city(), 'recognition.');
    }
    const clerk = await city().officer('区民政局', 'window');
    const read = async () => (await clerk.http.call(getCaseReadings, { params: { caseId }, query: {} })).files[0];
    expect(await read()).toMatchObject({ state: 'failed', notes: ['engine-failed'] });
    broken = false;
    await clerk.http.call(readAgain, { params: { caseId, fileId: filed.fileIds[0] ?? '' } });
    await settle(city(), 'recognition.');
    expect(await read()).toMatchObject({ state: 'done', expected: true });
  });

  it('别人看不到草稿的识别结果和图片；没有权限的不能更正、编目、训练', async () => {
    const filed = await fileCard([{ name: '猫.jpg', content: await drawCat() }]);
    await look(filed);
    const [stranger, reviewer] = [await city().person(), await city().officer('区人社局', 'review')];
    const params = { draftId: filed.draft.id };
    for (const call of [
      () => stranger.http.call(getDraftReadings, { params }), () => stranger.http.call(checkDraftFiles, { params }), () => stranger.http.call(switchDraftCheck, { params, body: { checking: false } }),
      () => stranger.http.download(downloadDraftPage, { params: { ...params, fileId: filed.fileIds[0] ?? '', page: 1 } }),
    ]) expect(await codeOf(call())).toBe('intake.draft-not-found');
    const { caseId } = await handIn(filed.elder, filed.draft.id, filed.revision);
    expect(await codeOf(reviewer.http.call(getCaseReadings, { params: { caseId }, query: {} }))).toBe('cases.not-found');
    expect(await codeOf(reviewer.http.download(downloadCasePage, { params: { caseId, fileId: filed.fileIds[0] ?? '', page: 1 } }))).toBe('cases.not-found');
    expect(await codeOf(filed.elder.http.call(correctReading, { params: { caseId, fileId: filed.fileIds[0] ?? '' }, body: { revision: 1, typeCode: null, fields: [] } }))).toBe('kernel.forbidden');
    expect(await codeOf(reviewer.http.call(trainModel, {}))).toBe('kernel.forbidden');
  });
});

describe('人工复核回流、智审目录、训练 (DEC-05)', () => {
  it('更正类型和内容：不合格式的退回；留下原识别结果和去除个人信息的样本', async () => {
    const elder = await addElder(city());
    const picture = await draw(cardOf('陈德富', elder.documentNumber), { size: 23 });
    const filed = await fileCard([{ name: '身份证.jpg', content: picture }], {}, elder);
    await look(filed);
    const { caseId } = await handIn(elder, filed.draft.id, filed.revision);
    const clerk = await city().officer('区民政局', 'window');
    const params = { caseId, fileId: filed.fileIds[0] ?? '' };
    const [reading] = (await clerk.http.call(getCaseReadings, { params: { caseId }, query: {} })).files;
    const body = { revision: reading?.revision ?? 0, typeCode: 'identity-card', fields: [{ key: 'name', value: elder.name }] };
    expect(await codeOf(clerk.http.call(correctReading, { params, body: { ...body, fields: [{ key: 'number', value: '12345' }] } }))).toBe('recognition.value-unfit');
    expect(await codeOf(clerk.http.call(correctReading, { params, body: { ...body, fields: [{ key: 'colour', value: '红' }] } }))).toBe('recognition.field-unknown');
    const corrected = await clerk.http.call(correctReading, { params, body });
    expect(corrected).toMatchObject({ type: { code: 'identity-card', by: 'person' }, correctedBy: { name: clerk.name } });
    expect(corrected.fields[0]).toMatchObject({ corrected: true, comparison: 'same', value: '陈*福' });
    expect(await codeOf(clerk.http.call(correctReading, { params, body }))).toBe('recognition.reading-stale');
    const administrator = await city().itemAdministrator();
    const { items: [sample] } = await administrator.http.call(listSamples, { query: { origin: 'correction' } });
    expect(sample).toMatchObject({ typeCode: 'identity-card', labelledByName: clerk.name });
    expect(sample?.excerpt).toContain('公民身份号码');
    expect(sample?.excerpt).not.toMatch(/陈德|1941|\d{6}[1-9]|和平村/);
    // None of the catalogue's kinds: the sample follows.
    await clerk.http.call(correctReading, { params, body: { revision: corrected.revision, typeCode: null, fields: [] } });
    expect((await administrator.http.call(listSamples, { query: { origin: 'correction' } })).items).toMatchObject([{ id: sample?.id, typeCode: null }]);
  });

  it('智审目录：添加、改阈值、画区域、停用；坏的内容点名退回，旧的修改被拒', async () => {
    const administrator: Signed = await city().itemAdministrator();
    const { items } = await administrator.http.call(listDocumentTypes, { query: {} });
    expect(items.find(({ code }) => code === 'identity-card')).toMatchObject({ name: '居民身份证', state: 'active', fieldCount: 4, regionCount: 0 });
    const content = { name: '残疾人证', materialNames: ['残疾人证'], marks: ['残疾人证', '残疾类别'], licenceTypes: [], typeThreshold: 0.6, fieldThreshold: 0.7, fields: [], sampleFileId: null };
    const created = await administrator.http.call(createDocumentType, { body: { code: 'disability-card', content } });
    expect(created).toMatchObject({ state: 'draft', revision: 1 });
    expect(await codeOf(administrator.http.call(createDocumentType, { body: { code: 'disability-card', content } }))).toBe('recognition.code-taken');
    const field = { key: 'number', label: '证号', kind: 'number' as const, anchors: ['证号'], elements: [] as string[], required: true, notPast: false, region: { left: 0.1, top: 0.2, width: 0.4, height: 0.05 } };
    const edit = (change: object, revision = 1) => administrator.http.call(editDocumentType, { params: { typeId: created.id }, body: { revision, state: 'active', content: { ...content, ...change } } });
    expect(await codeOf(edit({ fields: [field] }))).toBe('recognition.region-without-sample');
    expect(await codeOf(edit({ fields: [{ ...field, region: null, elements: ['person.shoeSize'] }] }))).toBe('recognition.element-unknown');
    expect(await codeOf(edit({ fields: [{ ...field, region: null }, { ...field, region: null }] }))).toBe('recognition.field-doubled');
    const sample = await administrator.http.uploadMaterial('样本.jpg', (await drawDocument(['残疾人证', '证号 51000000000000000042'])).picture);
    const saved = await edit({ fields: [field], sampleFileId: sample.id });
    expect(saved).toMatchObject({ revision: 2, state: 'active' });
    expect(await codeOf(edit({}))).toBe('recognition.type-stale');
    expect((await administrator.http.call(getDocumentType, { params: { typeId: created.id } })).content.fields).toEqual([field]);
    const clerk = await city().officer('区民政局', 'window');
    expect(await codeOf(clerk.http.call(listDocumentTypes, { query: {} }))).toBe('kernel.forbidden');
    // A department's administrator reads what is the whole platform's.
    const keeper = await city().departmentAdministrator('区民政局');
    expect((await keeper.http.call(getDocumentType, { params: { typeId: created.id } })).abilities).toEqual({ edit: false });
    expect(await codeOf(keeper.http.call(editDocumentType, { params: { typeId: created.id }, body: { revision: 2, state: 'draft', content } }))).toBe('kernel.forbidden');
  });

  it('训练、评估、启用、退回：样本不够说明差多少；启用后按模型判断并说明依据', async () => {
    const administrator = await city().itemAdministrator();
    const train = async () => {
      await administrator.http.call(trainModel, {});
      await settle(city(), 'recognition.');
      return (await administrator.http.call(listModels, { query: {} })).items;
    };
    const [first] = await train();
    expect(first).toMatchObject({ number: 1, state: 'ready', samples: 128 });
    const { evaluation } = first ?? {};
    expect(evaluation && evaluation.right / evaluation.tested).toBeGreaterThan(0.9);
    expect(evaluation?.confusion.flat().reduce((sum, count) => sum + count, 0)).toBe(evaluation?.tested);
    const [second] = await train();
    await administrator.http.call(activateModel, { params: { modelId: first?.id ?? '' } });
    await administrator.http.call(activateModel, { params: { modelId: second?.id ?? '' } });
    expect((await administrator.http.call(listModels, { query: {} })).items.map(({ number, state }) => [number, state])).toEqual([[2, 'active'], [1, 'ready']]);
    expect(await codeOf(administrator.http.call(activateModel, { params: { modelId: second?.id ?? '' } }))).toBe('recognition.model-not-ready');
    // Back to the version before.
    await administrator.http.call(activateModel, { params: { modelId: first?.id ?? '' } });
    const licence = await draw(['广安示范餐饮管理有限公司', '法定代表人 王示范', '注册资本 贰佰万元整', '住所 广安区测试路1号', '经营范围 餐饮服务；食品销售（依法须经批准的项目，经相关部门批准后方可开展经营活动）', '国家企业信用信息公示系统', '类型 有限责任公司'], { size: 22 });
    const readings = await look(await fileCard([{ name: '执照.jpg', content: licence }]));
    expect(readings.files[0]?.type).toMatchObject({ code: 'business-licence', by: 'classifier' });
    expect(readings.files[0]?.type?.because.length).toBeGreaterThan(0);
    await administrator.http.call(deactivateModel, { params: { modelId: first?.id ?? '' } });
    expect(await administrator.http.call(getOverview, {})).toMatchObject({ engine: { name: '文字识别模拟器' }, activeModel: null });
    const { items: [sample] } = await administrator.http.call(listSamples, { query: { typeCode: 'diploma' } });
    expect(await administrator.http.call(labelSample, { params: { sampleId: sample?.id ?? '' }, body: { typeCode: 'lease', excluded: true } })).toMatchObject({ typeName: '房屋租赁合同', excluded: true });
  });
});
