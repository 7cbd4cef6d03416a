import { readCertificate, verifySm2 } from '@tongban/gm-crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { fictitiousResidentId } from '../../kernel/identity/fictitious-numbers.ts';
import { pdf } from '../../kernel/files/testing/samples.ts';
import { applyFor } from '../../testing/apply.ts';
import { signInTestStaff } from '../../kernel/identity/testing/test-accounts.ts';
import { refusalOf, visit } from '../../testing/http-client.ts';
import { accept, approve, look, review } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { downloadNotice } from '../cases/contract.ts';
import { downloadLicence, getLicence, listLicences, listMyLicences, listMyLicenceUses, revokeLicence, verifyLicenceCode, verifyLicenceFile, type LicenceSummary } from './contract.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
const office = '区行政审批局';

let nurse: Signed & { documentNumber: string; mobile: string };
let licence: LicenceSummary;
let caseId: string;

beforeAll(async () => {
  nurse = await city().person({ name: '周婷', documentNumber: fictitiousResidentId(1, '19950808', '519996') });
  ({ caseId } = await applyFor(city(), nurse, 'nurse-registration', [{ question: 'years', option: 'within' }]));
  await accept(await city().officer(office, 'window'), caseId);
  for (const post of ['preliminary-review', 'review'] as const) {
    const officer = await city().officer(office, post);
    if ((await look(officer, caseId)).abilities.review) await review(officer, caseId);
  }
  await approve(await city().officer(office, 'decision'), caseId);
  await city().server.relay.drain();
  const { items: [issued] } = await nurse.http.call(listMyLicences, { query: {} });
  if (!issued) throw new Error('no licence was issued');
  licence = issued;
}, 120_000);

const byCode = (code: string) => city().stranger().call(verifyLicenceCode, { params: { code } });
const byFile = (content: Uint8Array) => {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(content)]), '证照.pdf');
  return city().stranger().upload(verifyLicenceFile, {}, form);
};
const bytesOf = async (blob: Promise<Blob>) => Buffer.from(await (await blob).arrayBuffer());

describe('公众查验 (LIC-06, design 不变量 7)', () => {
  it('只告诉陌生人该知道的：姓名隐去一部分，没有证件号码', async () => {
    const found = await byCode(licence.identifier);
    expect(found).toMatchObject({ verdict: 'genuine', message: '该证照由本平台签发，真实有效。', licence: { typeName: '护士执业证书', holderName: '周*', validTo: '2031-11-19' } });
    expect(JSON.stringify(found)).not.toContain(nurse.documentNumber.slice(6, 14));
    const { face } = await nurse.http.call(getLicence, { params: { licenceId: licence.id } });
    expect(face).toContainEqual({ label: '公民身份号码', value: nurse.documentNumber });
  });

  it.each([
    ['小写', (code: string) => code.toLowerCase()],
    ['二维码里的网址', (code: string) => `https://zwfw.example.cn/verify/${code}#2026-11-20.2031-11-19.MEUCIQ`],
    ['前后有空格', (code: string) => ` ${code} `],
  ])('扫到或输入的标识%s，一样查得到', async (_label, spell) => {
    expect((await byCode(spell(licence.identifier))).verdict).toBe('genuine');
  });

  it('没有签发过的标识', async () => {
    for (const code of [licence.identifier.replace(/.$/, '?'), 'abc']) {
      expect(await byCode(code)).toMatchObject({ verdict: 'unknown', licence: null, message: expect.stringContaining('谨防假冒') });
    }
  });

  it('文书虽有本平台签章，也不能当证照；没有签章的文件、空请求说明原因', async () => {
    const [notice] = (await look(nurse, caseId)).notices;
    const sealed = await bytesOf(nurse.http.download(downloadNotice, { params: { caseId, noticeId: notice?.id ?? '' } }));
    expect(await byFile(sealed)).toMatchObject({ verdict: 'unknown', message: expect.stringContaining('不是本平台登记的证照') });
    expect((await byFile(pdf())).verdict).toBe('altered');
    expect(await refusalOf(byFile(Buffer.from('证照照片')))).toMatchObject({ status: 400, code: 'licences.not-a-pdf' });
    expect(await refusalOf(city().stranger().upload(verifyLicenceFile, {}, new FormData()))).toMatchObject({ status: 400 });
  });

  it('二维码中的签名不联网也能用签发机关的证书核对，改了日期就不对', async () => {
    const { rows: [row] } = await city().server.database.db.pool.query<{ words: string; signature: string; certificate: Buffer }>(
      `SELECT l.identifier || '|' || l.issued_on || '|' || l.valid_to AS words, l.code_signature AS signature, s.certificate
       FROM licences.licence l JOIN seals.seal s ON s.organization_id = l.issuer_id WHERE l.id = $1`, [licence.id]);
    const { publicKey } = readCertificate(row?.certificate ?? Buffer.alloc(0));
    const signature = Buffer.from(row?.signature ?? '', 'base64url');
    expect(verifySm2(Buffer.from(row?.words ?? ''), signature, publicKey)).toBe(true);
    expect(verifySm2(Buffer.from(row?.words.replace('2031', '2041') ?? ''), signature, publicKey)).toBe(false);
  });
});

describe('库中没有明文的个人号码 (design 不变量 9)', () => {
  it('走完一件之后，任何一张表里都找不到证件号码和手机号码', async () => {
    const { pool } = city().server.database.db;
    const { rows: tables } = await pool.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`);
    expect(tables.length).toBeGreaterThan(40);
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows: [row] } = await pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${name} t WHERE t::text LIKE ANY ($1)`, [[`%${nurse.documentNumber}%`, `%${nurse.mobile}%`]]);
      if (row?.count !== 0) found.push(name);
    }
    expect(found).toEqual([]);
  });
});

describe('谁用过我的证：核验也留痕，不记是谁 (LIC-06, IDN-03)', () => {
  const uses = async () => (await nurse.http.call(listMyLicenceUses, { query: {} })).items;

  it('陌生人扫码、传文件，各记一条，同一天的合计次数；持证人自己看的不算', async () => {
    await city().moveTo('2026-11-23T09:00');
    const earlier = (await uses()).length;
    const file = await bytesOf(nurse.http.download(downloadLicence, { params: { licenceId: licence.id } }));
    await byCode(licence.identifier);
    await city().moveTo('2026-11-23T09:30');
    await byCode(licence.identifier);
    await byFile(file);
    await nurse.http.call(verifyLicenceCode, { params: { code: licence.identifier } });
    await byCode(licence.identifier.replace(/.$/, '?'));
    const stranger = await city().person({ name: '路过的人' });
    await stranger.http.call(verifyLicenceCode, { params: { code: licence.identifier } });
    const now = await uses();
    expect(now).toHaveLength(earlier + 2);
    expect(now.slice(0, 2).map(({ at, by, purpose, times, licenceId }) => ({ at, by, purpose, times, licenceId }))
      .toSorted((a, b) => a.times - b.times)).toEqual([
      { at: '2026-11-23T01:30:00.000Z', by: '匿名核验（不记录身份）', purpose: '上传证照文件核验真伪', times: 1, licenceId: licence.id },
      { at: '2026-11-23T01:30:00.000Z', by: '匿名核验（不记录身份）', purpose: '扫码或输入标识核验真伪', times: 3, licenceId: licence.id },
    ]);
    expect(JSON.stringify(now)).not.toContain(stranger.name);
  });

  it('工作人员核验的，写明单位；次日另起一条；别人看不到我的记录', async () => {
    await city().moveTo('2026-11-24T10:00');
    const officer = await city().officer('区公安分局', 'window');
    await officer.http.call(verifyLicenceCode, { params: { code: licence.identifier } });
    await byCode(licence.identifier);
    const [first, second, third] = await uses();
    expect([first, second].map((use) => use?.by).sort()).toEqual(['匿名核验（不记录身份）', '广安市公安局广安区分局']);
    expect(third).toMatchObject({ at: '2026-11-23T01:30:00.000Z' });
    expect((await (await city().person()).http.call(listMyLicenceUses, { query: {} })).items).toEqual([]);
    await city().moveTo('2026-11-20T10:00');
  });
});

describe('大量试探', () => {
  it('逐个试标识的，过一会儿才能再试', async () => {
    await city().moveTo('2026-11-20T12:00');
    const answers = [];
    for (let serial = 0; serial <= 60; serial += 1) answers.push(await byCode(`${licence.identifier.slice(0, -6)}${String(serial).padStart(6, '0')}`).then(({ verdict }) => verdict, () => 'refused'));
    expect(answers.indexOf('refused')).toBe(60);
    expect(await refusalOf(byCode(licence.identifier))).toMatchObject({ status: 429, code: 'identity.too-many-attempts' });
    await city().moveTo('2026-11-20T12:10');
    expect((await byCode(licence.identifier)).verdict).toBe('genuine');
    await city().moveTo('2026-11-20T10:00');
  });
});

describe('谁能看证照', () => {
  it('持证人、签发机关能看能下载；别人和别的部门找不到', async () => {
    const params = { licenceId: licence.id };
    expect((await bytesOf(nurse.http.download(downloadLicence, { params }))).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await refusalOf((await city().person()).http.call(getLicence, { params }))).toMatchObject({ status: 404, code: 'licences.not-found' });
    const head = await city().officer(office, 'decision');
    expect((await head.http.call(listLicences, { query: { q: '周婷' } })).items).toMatchObject([{ id: licence.id }]);
    expect((await head.http.call(listLicences, { query: { state: 'expired' } })).items).toEqual([]);
    const other = await city().officer('区住建局', 'decision');
    expect((await other.http.call(listLicences, { query: {} })).items).toEqual([]);
    const ofBoth = await signInTestStaff(city().server.kernel, {
      roles: (['区住建局', office] as const).map((name) => ({ code: 'licence-issuer', scope: { kind: 'organization' as const, organizationPath: '' }, organizationId: city().organizationId(name) })),
    });
    const both = visit(city().origin, ofBoth.headers.authorization.slice(7));
    expect((await both.call(listLicences, { query: {} })).items).toMatchObject([{ id: licence.id }]);
    expect(await both.call(getLicence, { params })).toMatchObject({ id: licence.id });
    expect(await refusalOf(other.http.call(revokeLicence, { params, body: { kind: 'revoked', reason: '越权的撤销。' } }))).toMatchObject({ status: 404 });
  });
});

describe('状态的变化立即对外', () => {
  const revoke = async (kind: 'suspended' | 'revoked' | 'cancelled') =>
    (await city().officer(office, 'decision')).http.call(revokeLicence, { params: { licenceId: licence.id }, body: { kind, reason: '依照护士条例处理。' } });

  it('有效期最后一天还有效，次日就是过期，不靠任务', async () => {
    await city().moveTo('2031-11-19T23:59');
    expect((await byCode(licence.identifier)).verdict).toBe('genuine');
    await city().moveTo('2031-11-20T00:00');
    expect(await byCode(licence.identifier)).toMatchObject({ verdict: 'not-in-force', licence: { state: 'expired' } });
    await city().moveTo('2026-11-20T10:00');
  });

  it('暂扣后可以撤销，撤销后不能再改', async () => {
    await revoke('suspended');
    expect(await byCode(licence.identifier)).toMatchObject({ verdict: 'not-in-force', licence: { state: 'suspended', stateReason: '依照护士条例处理。' } });
    expect((await revoke('revoked')).state).toBe('revoked');
    expect(await refusalOf(revoke('cancelled'))).toMatchObject({ status: 422, code: 'licences.already-ended', title: '该证照已撤销，不能再变更' });
    const file = await bytesOf(nurse.http.download(downloadLicence, { params: { licenceId: licence.id } }));
    expect(await byFile(file)).toMatchObject({ verdict: 'not-in-force', checks: expect.arrayContaining([{ name: '文件完整性', passed: true, detail: '签章之后没有被改动' }]) });
  });
});
