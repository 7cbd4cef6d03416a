import { describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { exe, png } from '../../kernel/files/testing/samples.ts';
import { addTestOrganization, signInTestPerson, signInTestStaff, type TestAccount } from '../../kernel/identity/testing/test-accounts.ts';

const server = useTestServer({ now: '2026-11-02T10:00:00+08:00' });
const call = async (who: TestAccount, method: 'GET' | 'POST', url: string, payload?: object) => {
  const answer = await server().app.inject({ method, url: `/api/v1${url}`, headers: who.headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.headers['content-type']?.toString().includes('json') ? answer.json() : answer.rawPayload };
};
const upload = async (who: TestAccount, name: string, content = png()) => {
  const answer = await server().app.inject({
    method: 'POST', url: '/api/v1/files', headers: { ...who.headers, 'content-type': 'multipart/form-data; boundary=b' },
    payload: Buffer.concat([Buffer.from(`--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: image/png\r\n\r\n`), content, Buffer.from('\r\n--b--\r\n')]),
  });
  return { status: answer.statusCode, id: answer.json().id as string };
};
const report = { content: '网上预审说材料不清楚，附上截图，请看看差在哪里。', reasonCode: 'repeated-materials', mobile: '13900001234' };
let serial = 0;
const words = '请核实截图里的问题后办理。';

async function setUp() {
  const { kernel } = server();
  serial += 1;
  const [office, elsewhere] = [await addTestOrganization(kernel, { name: `区住建局${serial}` }), await addTestOrganization(kernel, { name: `区市监局${serial}` })];
  const officer = (code: string, of = office) => signInTestStaff(kernel, { organizationId: of.id, roles: [{ code, scope: { kind: 'organization', organizationPath: of.path }, organizationId: of.id }] });
  const [person, handler, colleague, clerk, stranger] = [await signInTestPerson(kernel), await officer('decider'), await officer('reviewer'), await officer('window-clerk', elsewhere), await officer('decider', elsewhere)];
  const supervisor = await signInTestStaff(kernel, { roles: ['supervisor'] });
  const step = async (who: TestAccount, id: string, payload: object) => call(who, 'POST', `/stuck-matters/${id}/steps`, { version: (await call(supervisor, 'GET', `/stuck-matters/${id}`)).body.version, ...payload });
  return { office, person, handler, colleague, clerk, stranger, supervisor, step };
}

describe('办不成事：附件 (STK-01)', () => {
  it('反映时附上照片，本人和办理人员能看，别人不能；文件名中的证件号遮住，每次查看留痕', async () => {
    const { office, person, handler, colleague, stranger, supervisor, step } = await setUp();
    const { id: fileId } = await upload(person, '身份证511602199001011234.png');
    const { status, body: matter } = await call(person, 'POST', '/my-stuck-matters', { ...report, fileIds: [fileId] });
    expect(status).toBe(201);
    expect(matter.files).toEqual([{ id: fileId, name: '身份证511602********1234.png' }]);
    expect((await call(person, 'GET', `/my-stuck-matters/${matter.id}/files/${fileId}`)).body).toEqual(png());
    const file = `/stuck-matters/${matter.id}/files/${fileId}`;
    expect((await call(supervisor, 'GET', file)).status).toBe(200);
    expect([(await call(handler, 'GET', file)).status, (await call(stranger, 'GET', file)).status]).toEqual([404, 404]);
    expect((await step(supervisor, matter.id, { action: 'assign', organizationId: office.id, officerId: handler.id, text: words })).status).toBe(200);
    expect((await call(handler, 'GET', file)).body).toEqual(png());
    // A colleague sees the matter, but it is not with them.
    expect((await call(colleague, 'GET', `/stuck-matters/${matter.id}`)).body).toMatchObject({ files: [{ id: fileId }], abilities: { readContact: false } });
    expect([(await call(colleague, 'GET', file)).status, (await call(stranger, 'GET', file)).status]).toEqual([403, 404]);
    const other = await signInTestPerson(server().kernel);
    expect((await call(other, 'GET', `/my-stuck-matters/${matter.id}/files/${fileId}`)).status).toBe(404);
    const { rows } = await server().kernel.db.pool.query(`SELECT actor_id FROM kernel.audit_entry WHERE action = 'stuck-matters.read-matter-file' AND object_id = $1 ORDER BY id`, [matter.id]);
    expect(rows.map(({ actor_id }) => actor_id)).toEqual([supervisor.id, handler.id]);
  });

  it('办理结果的附件审核通过后反映人才看到', async () => {
    const { office, person, handler, supervisor, clerk, step } = await setUp();
    const registered = await call(clerk, 'POST', '/stuck-matters', { ...report, channel: 'window', name: '诸葛明', fileIds: [(await upload(clerk, '通知书.png')).id] });
    expect(registered.body).toMatchObject({ files: [{ name: '通知书.png' }], steps: [{ action: 'register', files: [{ name: '通知书.png' }] }] });
    const { body: { id } } = await call(person, 'POST', '/my-stuck-matters', report);
    const { id: fileId } = await upload(handler, '送达回证.png');
    const own = async () => (await call(person, 'GET', `/my-stuck-matters/${id}`)).body;
    const readOwn = async () => (await call(person, 'GET', `/my-stuck-matters/${id}/files/${fileId}`)).status;
    for (const payload of [{ action: 'assign', organizationId: office.id, text: words }]) expect((await step(supervisor, id, payload)).status).toBe(200);
    for (const payload of [{ action: 'take' }, { action: 'answer', text: '已经上门收取材料，当天发证。', fileIds: [fileId] }]) expect((await step(handler, id, payload)).status).toBe(200);
    expect([(await own()).answerFiles, await readOwn()]).toEqual([[], 404]);
    const passed = await step(supervisor, id, { action: 'pass', text: '结果属实，同意办结。', causeCode: 'department-fault', causeText: '没有一次性告知' });
    expect(passed.body.answer).toMatchObject({ files: [{ id: fileId, name: '送达回证.png' }] });
    expect([(await own()).answerFiles, await readOwn()]).toEqual([[{ id: fileId, name: '送达回证.png' }], 200]);
  });

  it('别人上传的、在别处用着的、伪装的、太多的文件不收', async () => {
    const { person, clerk } = await setUp();
    const other = await signInTestPerson(server().kernel);
    const refused = async (fileIds: readonly string[]) => (await call(person, 'POST', '/my-stuck-matters', { ...report, fileIds })).body.code;
    const { id: fileId } = await upload(person, '截图.png');
    expect(await refused([(await upload(other, '截图.png')).id])).toBe('files.not-yours');
    expect((await call(person, 'POST', '/my-stuck-matters', { ...report, fileIds: [fileId] })).status).toBe(201);
    expect(await refused([fileId])).toBe('files.not-yours');
    expect((await call(clerk, 'POST', '/stuck-matters', { ...report, channel: 'phone', name: '张三', fileIds: [fileId] })).body.code).toBe('files.not-yours');
    expect((await upload(person, '截图.png', exe)).status).toBe(400);
    expect(await refused(Array.from({ length: 7 }, (_one, index) => `00000000-0000-7000-8000-00000000000${index}`))).toBe('kernel.invalid-input');
    const { rows } = await server().kernel.db.pool.query('SELECT count(*)::int AS count FROM stuck_matters.matter WHERE reporter_id = $1', [person.id]);
    expect(rows).toEqual([{ count: 1 }]);
  });
});
