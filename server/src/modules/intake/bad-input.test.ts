import { randomUUID } from 'node:crypto';
import { request as openRequest, type IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { docx, exe } from '../../kernel/files/testing/samples.ts';
import { listOwnCompanies, registerCompany } from '../../kernel/identity/contract.ts';
import { fictitiousCreditCode, fictitiousResidentId } from '../../kernel/identity/fictitious-numbers.ts';
import { addElder, applyAsElder, applyFor, beginDraft, fillDraft, handIn } from '../../testing/apply.ts';
import { refusalOf, visit } from '../../testing/http-client.ts';
import { accept, look, tick } from '../../testing/office.ts';
import { useTestCity } from '../../testing/test-city.ts';
import { expectWholeRecords } from '../../testing/whole-records.ts';
import { downloadCaseFile, getCaseApplication, listMyCases, trackCase } from '../cases/contract.ts';
import { acceptCase, createDraft, createWindowDraft, getDraft, requestSupplement, saveDraft, submitDraft, supplementCase, withdrawCase } from './contract.ts';

// The list of bad input, over real HTTP; every refusal is a problem document in Chinese (testing/http-client.ts sees to it).
// Registration online, verification codes and passwords: kernel/identity/person-registration.test.ts. Kinds of files: kernel/files/inspect.
const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
expectWholeRecords(city);
const self = [{ question: 'who', option: 'self' }];

/** A resident identity number of somebody born that day whose check character is X. */
function endingInX(birthday: string): string {
  return [...Array(20).keys()].map((serial) => fictitiousResidentId(serial, birthday)).find((number) => number.endsWith('X')) ?? '';
}

describe('坏输入：窗口录入的证件与姓名，说清哪里不对、怎么改', () => {
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
    ['小写 x', { documentNumber: endingInX('19380203').toLowerCase() }, '张伟'],
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

describe('坏输入：网上登记的企业', () => {
  it.each([
    ['校验位错误', (code: string) => code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A'), '校验'],
    ['少一位', (code: string) => code.slice(1), '18位'],
    ['有字母 I', (code: string) => `${code.slice(0, 8)}I${code.slice(9)}`, '是否应为“1”'],
  ])('统一社会信用代码%s', async (_label, spoil, words) => {
    const representative = await city().person();
    const body = { name: '广安老街便利店', creditCode: spoil(fictitiousCreditCode(901)), regionCode: '511602', address: '四川省广安市广安区测试路1号' };
    const problem = await refusalOf(representative.http.call(registerCompany, { body }));
    expect(problem).toMatchObject({ status: 400, code: 'identity.invalid-identity', issues: [{ path: 'creditCode', message: expect.stringContaining(words) }] });
    expect((await representative.http.call(listOwnCompanies, {})).items).toEqual([]);
  });
});

describe('坏输入：表单内容', () => {
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

  it('申请表里的号码：每种错误各有说明；小写 x 和空格不用改', async () => {
    const documentNumber = endingInX('19370203');
    const elder = await city().person({ name: '陈德福', documentNumber });
    const draft = await beginDraft(city(), elder, 'elderly-allowance', self);
    const filled = await fillDraft(elder, draft, 'elderly-allowance', { byFamily: false });
    let { revision } = filled;
    const write = async (idNumber: string) => {
      const { materials } = await elder.http.call(getDraft, { params: { draftId: draft.id } });
      const entries = materials.map(({ material, files }) => ({ key: material.key, fileIds: files.map(({ id }) => id) }));
      ({ revision } = await elder.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision, answers: { ...filled.answers, idNumber }, materials: entries } }));
    };
    const mistyped = `${documentNumber.slice(0, -1)}1`;
    for (const [idNumber, words] of [[mistyped, '校验'], ['519999370203001', '18位'], ['519999193702300011', '日期']] as const) {
      await write(idNumber);
      const { issues } = await refusalOf(handIn(elder, draft.id, revision));
      expect(issues).toContainEqual(expect.objectContaining({ path: 'idNumber', message: expect.stringContaining(words) }));
    }
    await write(` ${documentNumber.toLowerCase()}`);
    const { caseId } = await handIn(elder, draft.id, revision);
    expect((await elder.http.call(getCaseApplication, { params: { caseId }, query: {} })).answers).toMatchObject({ idNumber: documentNumber });
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

describe('坏输入：上传', () => {
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
    const { status, body, sent, peak } = await sendLarge(headers.authorization, 200);
    expect({ status, body }).toMatchObject({ status: 400, body: tooLarge });
    expect(sent).toBeLessThan(100);
    expect(peak - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('说明了有 200 MB 的文件，不等内容就拒绝', async () => {
    const { headers } = await addElder(city());
    const announced = { authorization: headers.authorization, 'content-type': 'multipart/form-data; boundary=tongban-large-file', 'content-length': String(200 * 1024 * 1024) };
    const answer = await new Promise<{ status: number | undefined; body: unknown }>((resolve, reject) => {
      const request = openRequest(`${city().origin}/api/v1/files`, { method: 'POST', headers: announced }, (response) => {
        readJson(response).then((body) => resolve({ status: response.statusCode, body }), reject).finally(() => request.destroy());
      });
      request.on('error', reject);
      request.flushHeaders();
    });
    expect(answer).toMatchObject({ status: 400, body: tooLarge });
  });
});

const tooLarge = { code: 'kernel.file-too-large', title: '文件超过 20 MB，无法上传', detail: expect.stringContaining('压缩图片') };

async function readJson(response: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown;
}

/** Sends so many megabytes as one file, a megabyte at a time, and gives the answer, how many were sent before it came, and the most memory held in buffers. */
function sendLarge(authorization: string, megabytes: number): Promise<{ status: number | undefined; body: unknown; sent: number; peak: number }> {
  const boundary = 'tongban-large-file';
  const chunk = Buffer.alloc(1024 * 1024, 'a');
  return new Promise((resolve, reject) => {
    let peak = 0;
    let answered = false;
    let sent = 0;
    const request = openRequest(`${city().origin}/api/v1/files`, { method: 'POST', headers: { authorization, 'content-type': `multipart/form-data; boundary=${boundary}`, 'x-tongban-client': '1' } }, (response) => {
      answered = true;
      readJson(response).then((body) => resolve({ status: response.statusCode, body, sent, peak }), reject).finally(() => request.destroy());
    });
    // Once answered, nobody reads what is still being sent.
    request.on('error', (error) => { if (!answered) reject(error); });
    request.write(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="大.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.7\n`);
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

describe('坏输入：重复与过期', () => {
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

describe('坏输入：同一办件上的冲突与越权', () => {
  it('两名窗口人员同时受理：一人成功，另一人被请去刷新，只有一次受理', async () => {
    const { receipt: { caseId } } = await applyAsElder(city());
    const clerks = [await city().officer('区民政局', 'window'), await city().officer('区民政局', 'window', '同事')];
    const { version } = await look(clerks[0] ?? unreachable(), caseId);
    const attempts = await Promise.all(clerks.map(async (clerk) => {
      const points = await tick(clerk, await look(clerk, caseId), 'acceptance');
      return () => clerk.http.call(acceptCase, { params: { caseId }, body: { version, points } });
    }));
    const outcomes = await Promise.allSettled(attempts.map((attempt) => attempt()));
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    expect(refused).toHaveLength(1);
    expect(await refusalOf(Promise.reject(refused[0]))).toMatchObject({ status: 409, kind: 'conflict', detail: expect.stringContaining('请刷新') });
    const view = await look(clerks[0] ?? unreachable(), caseId);
    expect(view.timeline.filter(({ type }) => type === 'accept')).toHaveLength(1);
  });

  it('状态不允许的动作：说明现在是什么状态，什么也没有写', async () => {
    const { elder, receipt: { caseId } } = await applyAsElder(city());
    const clerk = await city().officer('区民政局', 'window');
    const { answers } = await elder.http.call(getCaseApplication, { params: { caseId }, query: {} });
    const unasked = elder.http.call(supplementCase, { params: { caseId }, body: { version: (await look(elder, caseId)).version, answers, materials: [] } });
    expect(await refusalOf(unasked)).toMatchObject({ status: 422, kind: 'rule-violated', code: 'cases.wrong-status', title: expect.stringMatching(/^办件当前为“.+”，不能/), detail: expect.stringContaining('刷新') });
    await accept(clerk, caseId);
    const before = await look(clerk, caseId);
    const tooLate = clerk.http.call(requestSupplement, { params: { caseId }, body: { version: before.version, explanation: '请补正。', items: [{ kind: 'material', key: 'id-card', reason: '看不清。' }] } });
    expect(await refusalOf(tooLate)).toMatchObject({ status: 409, code: 'cases.no-such-task', title: '这个环节已经办理完毕，或还没有开始' });
    const withdrawal = elder.http.call(withdrawCase, { params: { caseId }, body: { version: before.version - 1, reason: '不再需要。' } });
    expect(await refusalOf(withdrawal)).toMatchObject({ status: 409, kind: 'conflict' });
    expect(await look(clerk, caseId)).toEqual(before);
  });

  it('别的部门的办件：看、受理、取材料都是“没有找到”，不泄露它存在', async () => {
    const { receipt: { caseId } } = await applyAsElder(city());
    const clerk = await city().officer('区民政局', 'window');
    const view = await look(clerk, caseId);
    const stranger = await city().officer('区人社局', 'window');
    const fileId = view.materials.flatMap(({ files }) => files)[0]?.id ?? '';
    const body = { version: view.version, points: await tick(clerk, view, 'acceptance') };
    const refusals = await Promise.all([
      refusalOf(look(stranger, caseId)),
      refusalOf(stranger.http.call(acceptCase, { params: { caseId }, body })),
      refusalOf(stranger.http.download(downloadCaseFile, { params: { caseId, fileId } })),
      refusalOf(look(stranger, randomUUID())),
    ]);
    expect(refusals.map(({ status, code, title }) => ({ status, code, title }))).toEqual(Array(4).fill({ status: 404, code: 'cases.not-found', title: refusals[0]?.title }));
    expect(await look(clerk, caseId)).toEqual(view);
  });
});

function unreachable(): never {
  throw new Error('the list above is not empty');
}

describe('坏输入：不登录的进度查询 (PTL-10)', () => {
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
