import { randomUUID } from 'node:crypto';
import { request as openRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import { docx, exe } from '../../kernel/files/testing/samples.ts';
import { fictitiousCreditCode, fictitiousResidentId } from '../../kernel/identity/fictitious-numbers.ts';
import { addElder, applyAsElder, applyFor, beginDraft, fillDraft, handIn } from '../../testing/apply.ts';
import { refusalOf, visit } from '../../testing/http-client.ts';
import { look, tick } from '../../testing/office.ts';
import { useTestCity } from '../../testing/test-city.ts';
import { expectWholeRecords } from '../../testing/whole-records.ts';
import { getCaseApplication, listMyCases, trackCase } from '../cases/contract.ts';
import { acceptCase, createDraft, createWindowDraft, getDraft, saveDraft, submitDraft } from './contract.ts';

// Registration online, verification codes and passwords: kernel/identity/person-registration.test.ts. Kinds of files: kernel/files/inspect.
const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
expectWholeRecords(city);
const self = [{ question: 'who', option: 'self' }];

describe('窗口录入的证件与姓名：说清哪里不对、怎么改', () => {
  const applicant = { kind: 'person' as const, name: '张伟', documentType: '111', documentNumber: fictitiousResidentId(900, '19400101'), mobile: '19900009001' };
  const register = async (change: object) => (await city().officer('区民政局', 'window')).http.call(createWindowDraft, {
    body: { itemId: city().itemId('elderly-allowance'), guidance: self, applicant: { ...applicant, ...change } },
  });

  it.each([
    ['校验位错误', { documentNumber: '519999194001010010' }, 'documentNumber', '校验'],
    ['15 位旧号码', { documentNumber: '519999400101001' }, 'documentNumber', '18位'],
    ['不存在的出生日期', { documentNumber: '519999194002300019' }, 'documentNumber', '日期'],
    ['未来的出生日期', { documentNumber: fictitiousResidentId(1, '20991231') }, 'documentNumber', '日期'],
    ['护照号码含汉字', { documentType: '414', documentNumber: '护照一号' }, 'documentNumber', '护照'],
    ['没有这种证件', { documentType: '888' }, 'documentType', '证件类型'],
    ['姓名里有网页标记', { name: '<script>alert(1)</script>' }, 'name', '尖括号'],
    ['手机号码少一位', { mobile: '1990000900' }, 'mobile', '11位'],
  ])('%s', async (_label, change, path, words) => {
    const problem = await refusalOf(register(change));
    expect(problem).toMatchObject({ status: 400, kind: 'invalid', code: 'identity.invalid-identity' });
    expect(problem.issues).toMatchObject([{ path: expect.stringMatching(new RegExp(`${path}$`)), message: expect.stringContaining(words) }]);
  });

  it.each([
    ['小写 x', { documentNumber: [...Array(20).keys()].map((serial) => fictitiousResidentId(serial, '19380203')).find((number) => number.endsWith('X'))?.toLowerCase() }, '张伟'],
    ['名字有间隔号', { name: '阿卜杜拉·买买提', documentNumber: fictitiousResidentId(901, '19400101') }, '阿卜杜拉·买买提'],
    ['间隔号写成点', { name: '阿卜杜拉.买买提', documentNumber: fictitiousResidentId(902, '19400101') }, '阿卜杜拉·买买提'],
    ['扩展区汉字 𠮷', { name: '𠮷田㛃', documentNumber: fictitiousResidentId(903, '19400101') }, '𠮷田㛃'],
    ['外国护照', { name: 'Anna Müller', documentType: '414', documentNumber: 'c01x00t48' }, 'Anna Müller'],
  ])('%s 可以登记', async (_label, change, name) => {
    expect((await register(change)).applicant.name).toBe(name);
  });

  it('统一社会信用代码错误', async () => {
    const right = fictitiousCreditCode(900);
    const wrong = right.slice(0, -1) + (right.endsWith('A') ? 'B' : 'A');
    const company = { kind: 'company' as const, name: '广安老街便利店', documentType: '001', documentNumber: wrong, mobile: '19900009002', representative: { name: '王芳', documentType: '111', documentNumber: fictitiousResidentId(904) } };
    const problem = await refusalOf((await city().officer('区市监局', 'window')).http.call(createWindowDraft, { body: { itemId: city().itemId('prepackaged-food-filing'), guidance: [], applicant: company } }));
    expect(problem).toMatchObject({ status: 400, code: 'identity.invalid-identity', issues: [{ path: expect.stringMatching(/creditCode$/), message: expect.stringContaining('统一社会信用代码') }] });
  });
});

describe('表单内容', () => {
  it('提交时逐项说明；草稿不因此丢失', async () => {
    const elder = await addElder(city());
    const draft = await beginDraft(city(), elder, 'elderly-allowance', self);
    const filled = await fillDraft(elder, draft, 'elderly-allowance', { byFamily: false, bankAccount: '123', household: '110101000000', mobile: '12345' });
    const problem = await refusalOf(handIn(elder, draft.id, filled.revision));
    expect(problem).toMatchObject({ status: 400, code: 'intake.incomplete' });
    expect(problem.issues?.map(({ path }) => path).sort()).toEqual(expect.arrayContaining(['bankAccount', 'household']));
    expect(problem.issues?.every(({ message }) => /[\u4e00-\u9fff]/u.test(message))).toBe(true);
    expect((await elder.http.call(getDraft, { params: { draftId: draft.id } })).answers).toMatchObject({ bankAccount: '123' });
  });

  it('网页标记当作普通文字保存，原样取回，不会当作网页执行', async () => {
    const elder = await addElder(city());
    const text = '<img src=x onerror=alert(1)>&lt;b&gt; "引号" {{holder.name}}';
    const receipt = await applyFor(city(), elder, 'elderly-allowance', self, { byFamily: false, address: text });
    const clerk = await city().officer('区民政局', 'window');
    const shown = await clerk.http.call(getCaseApplication, { params: { caseId: receipt.caseId }, query: { purpose: '核对地址' } });
    expect(shown.answers['address']).toBe(text);
    const raw = await fetch(`${city().origin}/api/v1/cases/${receipt.caseId}/application`, { headers: elder.headers });
    expect(raw.headers.get('content-type')).toContain('application/json');
    expect(raw.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('没有声明的字段被丢弃，过大的内容被拒绝', async () => {
    const elder = await addElder(city());
    const draft = await beginDraft(city(), elder, 'elderly-allowance', self);
    const params = { draftId: draft.id };
    await elder.http.call(saveDraft, { params, body: { revision: draft.revision, answers: { ...draft.answers, isAdministrator: true }, materials: [] } });
    expect((await elder.http.call(getDraft, { params })).answers).not.toHaveProperty('isAdministrator');
    const huge = elder.http.call(saveDraft, { params, body: { revision: draft.revision + 1, answers: { address: 'x'.repeat(2_000_000) }, materials: [] } });
    expect(await refusalOf(huge)).toMatchObject({ status: 400, code: 'kernel.body-too-large', detail: expect.stringContaining('请') });
  });
});

describe('上传', () => {
  it('改了名的程序、压缩炸弹、材料不收的格式', async () => {
    const elder = await addElder(city());
    expect(await refusalOf(elder.http.uploadMaterial('身份证.jpg', exe))).toMatchObject({ status: 400, code: 'files.type-not-allowed', title: '“身份证.jpg”实际是Windows 程序，不能作为材料上传' });
    const bomb = docx({ name: 'word/media/a.xml', content: Buffer.alloc(201 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refusalOf(elder.http.uploadMaterial('说明.docx', bomb))).toMatchObject({ status: 400, code: 'files.expands-too-far', detail: expect.stringContaining('PDF') });
    const draft = await beginDraft(city(), elder, 'elderly-allowance', self);
    const filled = await fillDraft(elder, draft, 'elderly-allowance', { byFamily: false });
    const word = await elder.http.uploadMaterial('身份证.docx', docx());
    const materials = (await elder.http.call(getDraft, { params: { draftId: draft.id } })).materials
      .map(({ material, files }) => ({ key: material.key, fileIds: material.key === 'id-card' ? [word.id] : files.map(({ id }) => id) }));
    const { revision } = await elder.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: filled.revision, answers: filled.answers, materials } });
    expect(await refusalOf(handIn(elder, draft.id, revision))).toMatchObject({
      code: 'intake.incomplete', issues: [{ path: 'materials.id-card', code: 'file-type', message: '“老年人身份证明”请上传pdf、jpg、png格式的文件，“身份证.docx”不是这些格式。' }],
    });
  });

  it('200 MB 的文件：边收边拒绝，内存不随文件增长', async () => {
    const { headers } = await addElder(city());
    const before = process.memoryUsage().arrayBuffers;
    const { status, body, peak } = await sendLarge(headers.authorization, 200);
    expect({ status, body }).toMatchObject({ status: 400, body: { code: 'kernel.file-too-large', title: '文件超过 20 MB，无法上传', detail: expect.stringContaining('压缩图片') } });
    expect(peak - before).toBeLessThan(100 * 1024 * 1024);
  });
});

/** Sends so many megabytes as one file, a megabyte at a time, and gives the answer and the most memory held in buffers. */
function sendLarge(authorization: string, megabytes: number): Promise<{ status: number | undefined; body: unknown; peak: number }> {
  const boundary = 'tongban-large-file';
  const chunk = Buffer.alloc(1024 * 1024, 'a');
  return new Promise((resolve, reject) => {
    let peak = 0;
    let answered = false;
    const request = openRequest(`${city().origin}/api/v1/files`, { method: 'POST', headers: { authorization, 'content-type': `multipart/form-data; boundary=${boundary}`, 'x-tongban-client': '1' } }, (response) => {
      answered = true;
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, body: JSON.parse(Buffer.concat(parts).toString('utf8')), peak }));
    });
    // The server may hang up once it has answered.
    request.on('error', (error) => { if (!answered) reject(error); });
    request.write(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="大.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.7\n`);
    let sent = 0;
    const send = (): void => {
      while (sent < megabytes && !answered) {
        sent += 1;
        peak = Math.max(peak, process.memoryUsage().arrayBuffers);
        if (!request.write(chunk)) { request.once('drain', send); return; }
      }
      request.end(`\r\n--${boundary}--\r\n`);
    };
    send();
  });
}

describe('重复与过期', () => {
  it.each([2, 10, 10, 10])('同时点 %d 下提交：一个办件，同一张回执', async (clicks) => {
    const elder = await addElder(city());
    const draft = await beginDraft(city(), elder, 'elderly-allowance', self);
    const { revision } = await fillDraft(elder, draft, 'elderly-allowance', { byFamily: false });
    const receipts = await Promise.all(Array.from({ length: clicks }, () => handIn(elder, draft.id, revision)));
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect(await handIn(elder, draft.id, revision)).toEqual(receipts[0]);
    const { items } = await elder.http.call(listMyCases, { query: {} });
    expect(items.map(({ number }) => number)).toEqual([receipts[0]?.number]);
    const { rows } = await city().server.database.db.pool.query(`SELECT type FROM kernel.event WHERE aggregate_id = $1 AND type = 'cases.case-submitted'`, [receipts[0]?.caseId]);
    expect(rows).toHaveLength(1);
  });

  it('重放的请求得到第一次的结果；同一标识换了内容被拒绝', async () => {
    const elder = await addElder(city());
    const body = { itemId: city().itemId('elderly-allowance'), guidance: self };
    const options = { idempotencyKey: randomUUID() };
    const first = await elder.http.call(createDraft, { body }, options);
    expect(await elder.http.call(createDraft, { body }, options)).toEqual(first);
    const { rows: [stored] } = await city().server.database.db.pool.query<{ response: string }>('SELECT response::text FROM kernel.idempotency WHERE key = $1', [options.idempotencyKey]);
    expect(stored?.response).not.toContain(elder.documentNumber);
    const other = elder.http.call(createDraft, { body: { ...body, guidance: [{ question: 'who', option: 'family' }] } }, options);
    expect(await refusalOf(other)).toMatchObject({ status: 409, code: 'kernel.idempotency-mismatch' });

    const { receipt: { caseId } } = await applyAsElder(city());
    const clerk = await city().officer('区民政局', 'window');
    const view = await look(clerk, caseId);
    const request = { params: { caseId }, body: { version: view.version, points: await tick(clerk, view, 'acceptance') } };
    const accepted = await clerk.http.call(acceptCase, request, options);
    expect(await clerk.http.call(acceptCase, request, options)).toEqual(accepted);
    expect((await look(clerk, caseId)).timeline.filter(({ type }) => type === 'accept')).toHaveLength(1);
  });

  it('两台设备填同一份草稿：后保存的一方得到说明，先保存的不被覆盖', async () => {
    const elder = await addElder(city());
    const draft = await beginDraft(city(), elder, 'elderly-allowance', self);
    const save = (address: string) => elder.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: draft.revision, answers: { ...draft.answers, address }, materials: [] } });
    await save('电脑上填的');
    expect(await refusalOf(save('手机上填的'))).toMatchObject({ status: 409, code: 'intake.draft-stale', detail: expect.stringContaining('另一台设备') });
    expect((await elder.http.call(getDraft, { params: { draftId: draft.id } })).answers).toMatchObject({ address: '电脑上填的' });
  });

  it('填写中登录过期：401 且说明内容不丢，草稿原样，重新登录后接着提交', async () => {
    const elder = await addElder(city());
    const draft = await beginDraft(city(), elder, 'elderly-allowance', self);
    const filled = await fillDraft(elder, draft, 'elderly-allowance', { byFamily: false });
    city().server.clock.set('2026-11-21T10:00:00+08:00');
    const save = elder.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: filled.revision, answers: {}, materials: [] } });
    expect(await refusalOf(save)).toMatchObject({ status: 401, code: 'kernel.unauthenticated', detail: expect.stringContaining('不会丢失') });
    expect(await refusalOf(visit(city().origin).call(submitDraft, { params: { draftId: draft.id }, body: { revision: filled.revision, declared: true } }))).toMatchObject({ status: 401 });
    await city().moveTo('2026-11-21T10:01');
    expect(await elder.http.call(getDraft, { params: { draftId: draft.id } })).toMatchObject({ revision: filled.revision, answers: { address: filled.answers['address'] } });
    await handIn(elder, draft.id, filled.revision);
    await city().moveTo('2026-11-20T10:00');
  });
});

describe('不登录的进度查询', () => {
  it('编号和证件后四位都对才有结果，不显示姓名；反复试错被拒绝', async () => {
    const { elder, receipt } = await applyAsElder(city());
    const anyone = city().stranger();
    const lastFour = elder.documentNumber.slice(-4);
    const found = await anyone.call(trackCase, { body: { number: receipt.number.toLowerCase(), lastFour: lastFour.toLowerCase() } });
    expect(found).toMatchObject({ status: 'submitted', steps: [{ label: '提交申请' }] });
    expect(JSON.stringify(found)).not.toContain(elder.name);
    const guess = (attempt: number) => refusalOf(anyone.call(trackCase, { body: { number: receipt.number, lastFour: String(attempt).padStart(4, 'Z') } }));
    const codes: string[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) codes.push((await guess(attempt)).code);
    expect(codes[0]).toBe('cases.track-mismatch');
    expect(codes.at(-1)).toBe('identity.too-many-attempts');
    expect(await refusalOf(anyone.call(trackCase, { body: { number: receipt.number, lastFour } }))).toMatchObject({ status: 429, code: 'identity.too-many-attempts' });
  });
});
