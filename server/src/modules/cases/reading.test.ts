import { beforeAll, describe, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import type { QueryOf, ResponseOf } from '@tongban/contract-kit';
import { evaluateForm, type FormDefinition } from '@tongban/form-model';
import { addElder, applyAsElder, applyFor } from '../../testing/apply.ts';
import { registerTestCompany } from '../../testing/companies.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { accept, look } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { signInTestStaff } from '../../kernel/identity/testing/test-accounts.ts';
import { visit } from '../../testing/http-client.ts';
import { countCases, countItemCases, downloadCaseFile, downloadNotice, getCaseApplication, listCases, listMyCases } from './contract.ts';
import { listOpenableCases } from './openable.contract.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
const civil = '区民政局';
let elder: Awaited<ReturnType<typeof addElder>>;
let caseId: string;
let number: string;

beforeAll(async () => {
  const applied = await applyAsElder(city());
  ({ elder, receipt: { caseId, number } } = applied);
}, 60_000);

async function auditOf(action: string): Promise<{ actor_id: string; purpose: string | null }[]> {
  const { rows } = await city().server.database.db.pool.query<{ actor_id: string; purpose: string | null }>(
    'SELECT actor_id, purpose FROM kernel.audit_entry WHERE action = $1 AND object_id = $2 ORDER BY id', [action, caseId]);
  return rows;
}

describe('申请内容：默认隐去，说明用途才完整显示并留痕 (design 不变量 9)', () => {
  it('本人看全部；窗口人员看到隐去的；写明用途后看全部，用途记入审计', async () => {
    const own = await elder.http.call(getCaseApplication, { params: { caseId }, query: {} });
    expect(own).toMatchObject({ masked: false, answers: { idNumber: elder.documentNumber } });
    const clerk = await city().officer(civil, 'window');
    const masked = await clerk.http.call(getCaseApplication, { params: { caseId }, query: {} });
    expect(masked.masked).toBe(true);
    expect(masked.answers['idNumber']).not.toBe(elder.documentNumber);
    expect(masked.answers['personName']).toBe('陈德福');
    const full = await clerk.http.call(getCaseApplication, { params: { caseId }, query: { purpose: '与户籍数据比对' } });
    expect(full).toMatchObject({ masked: false, answers: { idNumber: elder.documentNumber } });
    expect(await auditOf('cases.read-application-in-full')).toEqual([{ actor_id: clerk.id, purpose: '与户籍数据比对' }]);
    expect(await auditOf('cases.read-application')).toEqual([{ actor_id: clerk.id, purpose: `办理办件${number}` }]);
  });

  it('只能监督的人看得到办件，看不到完整信息', async () => {
    const account = await signInTestStaff(city().server.kernel, { roles: ['supervisor'] });
    const supervisor: Signed = { ...account, http: visit(city().origin, account.headers.authorization.slice(7)) };
    expect((await look(supervisor, caseId)).abilities).toMatchObject({ accept: false, readFull: false, withdraw: false });
    expect(await refusalOf(supervisor.http.call(getCaseApplication, { params: { caseId }, query: { purpose: '看看' } }))).toMatchObject({ status: 403, code: 'kernel.forbidden' });
  });
});

describe('材料和文书', () => {
  it('办理的部门能看，查看留痕；别人、别的办件、不存在的都找不到', async () => {
    const clerk = await city().officer(civil, 'window');
    const view = await look(clerk, caseId);
    const file = view.materials.find(({ key }) => key === 'id-card')?.files[0];
    const params = { caseId, fileId: file?.id ?? '' };
    expect((await clerk.http.download(downloadCaseFile, { params })).type).toBe('application/pdf');
    expect(await auditOf('cases.read-file')).toHaveLength(1);
    await elder.http.download(downloadCaseFile, { params });
    expect(await auditOf('cases.read-file')).toHaveLength(1);
    const other = await applyAsElder(city());
    expect(await refusalOf(other.elder.http.download(downloadCaseFile, { params }))).toMatchObject({ status: 404 });
    expect(await refusalOf(other.elder.http.download(downloadCaseFile, { params: { ...params, caseId: other.receipt.caseId } }))).toMatchObject({ status: 404, code: 'cases.not-found' });
    expect(await refusalOf(elder.http.download(downloadNotice, { params: { caseId, noticeId: other.receipt.noticeId } }))).toMatchObject({ status: 404 });
    expect(await refusalOf(elder.http.download(downloadNotice, { params: { caseId, noticeId: randomUUID() } }))).toMatchObject({ status: 404 });
  });
});

describe('列表', () => {
  it('本人只看到自己的，分页不重不漏，可以只看在办', async () => {
    const busy = await addElder(city());
    const numbers: string[] = [];
    for (let count = 0; count < 5; count += 1) numbers.unshift((await applyFor(city(), busy, 'elderly-allowance', [{ question: 'who', option: 'self' }], { byFamily: false })).number);
    const first = await busy.http.call(listMyCases, { query: { limit: 2 } });
    const second = await busy.http.call(listMyCases, { query: { limit: 2, cursor: first.nextCursor ?? '' } });
    const third = await busy.http.call(listMyCases, { query: { limit: 2, cursor: second.nextCursor ?? '' } });
    expect([first, second, third].flatMap(({ items }) => items.map((one) => one.number))).toEqual(numbers);
    expect(third.nextCursor).toBeNull();
    expect((await busy.http.call(listMyCases, { query: { group: 'closed' } })).items).toEqual([]);
    expect(await refusalOf(busy.http.call(listMyCases, { query: { cursor: '改过的' } }))).toMatchObject({ status: 400, code: 'kernel.bad-cursor' });
  });

  it('工作人员按范围看到：本部门、参与的联办部门、分别有角色的几个部门 (ORG-04)；按编号、姓名、状态、时限筛选', async () => {
    const { agent } = await registerTestCompany(city());
    const joint = await applyFor(city(), agent, 'road-excavation', [{ question: 'road-age', option: 'old' }, { question: 'traffic', option: 'part' }]);
    const police = await city().officer('区公安分局', 'preliminary-review');
    expect((await police.http.call(listCases, { query: {} })).items.map((one) => one.number)).toEqual([joint.number]);
    expect((await (await city().officer('区人社局', 'window')).http.call(listCases, { query: {} })).items).toEqual([]);
    const clerk = await city().officer(civil, 'window');
    expect((await clerk.http.call(listCases, { query: { q: number.slice(-8) } })).items.map((one) => one.number)).toEqual([number]);
    expect((await clerk.http.call(listCases, { query: { q: '100%' } })).items).toEqual([]);
    expect(await refusalOf(police.http.call(getCaseApplication, { params: { caseId }, query: {} }))).toMatchObject({ status: 404 });
    const ofBoth = await signInTestStaff(city().server.kernel, {
      organizationId: city().organizationId('区人社局'),
      roles: ([civil, '区公安分局'] as const).map((name) => ({ code: 'reviewer', scope: { kind: 'organization' as const, organizationPath: '' }, organizationId: city().organizationId(name) })),
    });
    const both = visit(city().origin, ofBoth.headers.authorization.slice(7));
    const seen = (await both.call(listCases, { query: { limit: 100 } })).items.map((one) => one.number);
    expect(seen).toEqual(expect.arrayContaining([joint.number, number]));
    for (const id of [caseId, joint.caseId]) expect(await both.call(getCaseApplication, { params: { caseId: id }, query: {} })).toMatchObject({ masked: true });
    await accept(clerk, caseId);
    expect((await clerk.http.call(listCases, { query: { status: 'accepted' } })).items).toMatchObject([{ number, promisedDueOn: '2026-11-27', level: 'normal' }]);
    expect((await clerk.http.call(listCases, { query: { level: 'red' } })).items).toEqual([]);
    expect((await clerk.http.call(listCases, { query: { submittedFrom: '2026-11-21' } })).items).toEqual([]);
    expect((await clerk.http.call(listCases, { query: { submittedTo: '2026-11-20' } })).items.length).toBeGreaterThan(5);
  });

  it('一批办件里只说出自己打得开的；没有查看权限的不能问 (DEC-02)', async () => {
    const other = await applyAsElder(city());
    const caseIds = [caseId, other.receipt.caseId, randomUUID()];
    const ask = async (officer: Signed): Promise<readonly string[]> => (await officer.http.call(listOpenableCases, { body: { caseIds } })).caseIds;
    expect((await ask(await city().officer(civil, 'window'))).toSorted()).toEqual(caseIds.slice(0, 2).toSorted());
    expect(await ask(await city().officer('区公安分局', 'preliminary-review'))).toEqual([]);
    const account = await signInTestStaff(city().server.kernel, { roles: ['item-administrator'] });
    const administrator: Signed = { ...account, http: visit(city().origin, account.headers.authorization.slice(7)) };
    expect(await refusalOf(ask(administrator))).toMatchObject({ status: 403, code: 'kernel.forbidden' });
    expect(await refusalOf(elder.http.call(listOpenableCases, { body: { caseIds } }))).toMatchObject({ status: 403 });
  });

  it('按同样的条件和范围数得出有多少件；申请人不能数', async () => {
    const clerk = await city().officer(civil, 'window');
    const count = async (query: QueryOf<typeof countCases>): Promise<number> => {
      const listed = (await clerk.http.call(listCases, { query: { ...query, limit: 100 } })).items.length;
      expect(await clerk.http.call(countCases, { query })).toEqual({ count: listed, more: false });
      return listed;
    };
    expect(await count({})).toBeGreaterThan(5);
    expect(await count({ status: 'accepted' })).toBe(1);
    expect(await count({ q: number.slice(-8) })).toBe(1);
    expect(await (await city().officer('区人社局', 'window')).http.call(countCases, { query: {} })).toEqual({ count: 0, more: false });
    expect(await refusalOf(elder.http.call(countCases, { query: {} }))).toMatchObject({ status: 403 });
  });

  it('一千件以上只说超过，不再数下去', async () => {
    const itemId = randomUUID();
    await city().server.database.db.pool.query(
      `INSERT INTO cases."case" SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', 'MANY-' || i, 'submission_key', 'many-' || i, 'item_id', $2::text))).*
       FROM cases."case" c, generate_series(1, 1001) i WHERE c.id = $1`, [caseId, itemId]);
    try {
      const clerk = await city().officer(civil, 'window');
      expect(await clerk.http.call(countCases, { query: { itemId } })).toEqual({ count: 1000, more: true });
      expect(await clerk.http.call(countCases, { query: { itemId, q: 'MANY-1000' } })).toEqual({ count: 1, more: false });
    } finally {
      await city().server.database.db.pool.query('DELETE FROM cases."case" WHERE item_id = $1', [itemId]);
    }
  });

  it('最早申请的在前时，翻页不重不漏，次序正好相反', async () => {
    const clerk = await city().officer(civil, 'window');
    const pages = async (order: 'newest' | 'oldest'): Promise<string[]> => {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: ResponseOf<typeof listCases> = await clerk.http.call(listCases, { query: { order, limit: 2, ...(cursor === null ? {} : { cursor }) } });
        seen.push(...page.items.map((one) => one.number));
        cursor = page.nextCursor;
      } while (cursor !== null);
      return seen;
    };
    const oldest = await pages('oldest');
    expect(oldest.length).toBeGreaterThan(5);
    expect(oldest).toEqual((await pages('newest')).reverse());
  });
});

describe('申请表按提交时的样子 (FRM-03, GDE-01)', () => {
  it('引导的回答、提交时间随表，隐去号码也看得到填过的和算出的', async () => {
    const { agent } = await registerTestCompany(city());
    const guided = [{ question: 'road-age', option: 'old' }, { question: 'traffic', option: 'full' }];
    const detour = '经和平路绕行。';
    const road = await applyFor(city(), agent, 'road-excavation', guided, { closure: '占用部分车道', detour });
    const form = await (await city().officer('区公安分局', 'preliminary-review')).http.call(getCaseApplication, { params: { caseId: road.caseId }, query: {} });
    expect(form).toMatchObject({ parameters: { road_age: 'old', traffic: 'full' }, at: '2026-11-20T02:00:00.000Z', answers: { detour, totalArea: 237.75 } });
    const later = { today: '2031-11-20', filed: true } as const;
    const definition = form.definition as FormDefinition;
    expect(evaluateForm(definition, form.answers, { ...later, parameters: form.parameters }).fields).toMatchObject({ detour: { visible: true, value: detour }, totalArea: { computed: false, value: 237.75 } });

    const clerk = await city().officer(civil, 'window');
    const masked = await clerk.http.call(getCaseApplication, { params: { caseId }, query: {} });
    expect(evaluateForm(masked.definition as FormDefinition, masked.answers, later).fields).toMatchObject({ birthDate: { visible: true, value: '1941-02-03' }, fullYears: { value: 85 } });
    const unguided = applyFor(city(), agent, 'road-excavation', guided, { detour: '' });
    expect(await refusalOf(unguided)).toMatchObject({ code: 'intake.incomplete', issues: [{ path: 'detour', message: '请填写“绕行路线”。' }] });
  });
});

describe('取消或变更事项之前看到在办件 (CAT-09)', () => {
  it('事项管理员看到按版本的在办件数，没有个人信息；别的部门和窗口以外的人看不到', async () => {
    const params = { itemId: city().itemId('elderly-allowance') };
    const administrator = await signInTestStaff(city().server.kernel, { roles: ['item-administrator'] });
    const answer = await visit(city().origin, administrator.headers.authorization.slice(7)).call(countItemCases, { params });
    expect(answer).toEqual({ open: answer.open, versions: [{ versionNumber: 1, open: answer.open }] });
    expect(answer.open).toBeGreaterThan(0);
    const elsewhere = await signInTestStaff(city().server.kernel, { roles: [{ code: 'item-administrator', scope: { kind: 'region', regionCode: '500100000000' } }] });
    expect((await refusalOf(visit(city().origin, elsewhere.headers.authorization.slice(7)).call(countItemCases, { params }))).code).toBe('cases.item-not-found');
    expect((await refusalOf(elder.http.call(countItemCases, { params }))).status).toBe(403);
  });
});
