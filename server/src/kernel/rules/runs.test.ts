import { beforeAll, describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { systemActor } from '../access/index.ts';
import { commit } from '../commit.ts';
import { systemContext, type Context } from '../context.ts';
import { createId, WriteBatch } from '../db/index.ts';
import { addTestOrganization, signInTestPerson, signInTestStaff, type TestAccount } from '../identity/testing/test-accounts.ts';
import { openSpreadsheet } from '../spreadsheets/index.ts';
import type { RuleSetContent, RuleVersion } from './contract.ts';
import { evaluateRuleSet, recordEvaluation } from './index.ts';

const server = useTestServer();
let author: TestAccount, decider: TestAccount, reviewer: TestAccount, stranger: TestAccount;
let version: RuleVersion;

async function call(who: TestAccount, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object): Promise<{ status: number; body: ReturnType<typeof JSON.parse> }> {
  const response = await server().app.inject({ method, url: `/api/v1${url}`, ...(payload ? { payload } : {}), headers: who.headers });
  return { status: response.statusCode, body: response.body === '' ? undefined : response.json() };
}

const system = (): Context => systemContext(server().kernel, systemActor('test', '系统'), createId());

const content: RuleSetContent = {
  inputs: [{ id: 'n', name: '姓名', type: 'text' }, { id: 'b', name: '出生日期', type: 'date' }, { id: 'k', name: '户籍', type: 'text', allowedValues: '"本地","外地"' }, { id: 'a', name: '年龄', type: 'integer', allowedValues: '[0..150]' }],
  decisions: [{ id: 'e', name: '虚岁', requires: ['年龄'], logic: { kind: 'expression', type: 'integer', expression: '年龄 + 1' } }, {
    id: 'd', name: '结论', requires: ['年龄', '户籍'], logic: {
      kind: 'table', hitPolicy: 'U', inputs: [{ id: 'c', expression: '年龄' }, { id: 'h', expression: '户籍' }], outputs: [{ id: 'o', name: '结论', type: 'text' }],
      rules: [{ id: 'r1', inputs: ['>= 80', '"本地"'], outputs: ['"准予"'] }, { id: 'r2', inputs: ['< 80', '"本地"'], outputs: ['"不予"'] }, { id: 'r3', inputs: ['-', '"外地"'], outputs: ['"不予"'] }],
    },
  }],
};
const told = (age: number) => ({ 姓名: '陈德福', 出生日期: '1941-02-03', 户籍: '本地', 年龄: age });

beforeAll(async () => {
  const { kernel } = server();
  const [civil, other] = [await addTestOrganization(kernel, { name: '区民政局' }), await addTestOrganization(kernel, { name: '别的局' })];
  const account = ({ id, path }: { id: string; path: string }, code: 'item-administrator' | 'decider' | 'reviewer', name: string) =>
    signInTestStaff(kernel, { name, organizationId: id, roles: [{ code, scope: { kind: 'organization', organizationPath: path } }] });
  [author, decider, reviewer, stranger] = [await account(civil, 'item-administrator', '周敏'), await account(civil, 'decider', '陈决'), await account(civil, 'reviewer', '赵审'), await account(other, 'decider', '王五')];
  const testCases = [{ id: 't', name: '八十', inputs: told(80), expected: { 结论: '准予' } }];
  const draft = (await call(author, 'POST', '/rule-sets', { code: 'allowance-runs', name: '津贴条件', description: '', legalBasis: '', content, testCases })).body as RuleVersion;
  const published = await call(decider, 'POST', `/rule-set-versions/${draft.id}/publish`, { revision: draft.revision });
  expect(published.status, JSON.stringify(published.body)).toBe(200);
  version = published.body;
  for (const [number, age] of [['5116022026112000001', 85], ['5116022026112000002', 70], ['5116992026112000003', 400]] as const) {
    const ctx = system();
    const batch = new WriteBatch();
    recordEvaluation(ctx, batch, await evaluateRuleSet(ctx, version.id, told(age)), { type: 'case', id: createId(), label: number });
    await commit(ctx, batch);
  }
});

const runs = (who: TestAccount, query = '') => call(who, 'GET', `/rule-sets/${version.ruleSetId}/runs${query}`);

describe('规则的运行记录 (DEC-02)', () => {
  it('何时、由谁、哪个办件、哪一版、结果；新的在前，可以分页和筛选；不含填写的数据', async () => {
    const { status, body } = await runs(decider);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.items).toMatchObject([
      { subjectLabel: '5116992026112000003', decided: false, summary: '数据不在允许的值之内' },
      { subjectLabel: '5116022026112000002', decided: true, summary: '结论：“不予”' },
      { subjectLabel: '5116022026112000001', actorName: '系统', versionId: version.id, versionNumber: 1, decided: true, summary: '结论：“准予”' },
    ]);
    expect(JSON.stringify(body)).not.toContain('陈德福');
    const first = await runs(decider, '?limit=2');
    expect((await runs(decider, `?limit=2&cursor=${first.body.nextCursor}`)).body.items).toMatchObject([{ subjectLabel: '5116022026112000001' }]);
    const found = async (query: string) => ((await runs(decider, query)).body.items as unknown[]).length;
    const day = server().clock.now().toISOString().slice(0, 10);
    expect([await found('?outcome=failed'), await found('?outcome=decided'), await found('?q=511602'), await found(`?versionId=${createId()}`), await found('?to=2020-01-01'), await found(`?from=${day}`)]).toEqual([1, 2, 2, 0, 0, 3]);
    expect(await found('?q=%25')).toBe(0);
  });

  it('一次运行：个人信息隐去，命中的行看得到；填写用途才完整，权限不够的不行；查看都留痕', async () => {
    const id = (await runs(decider)).body.items[2].id as string;
    const masked = (await call(author, 'GET', `/rule-runs/${id}`)).body;
    expect(masked).toMatchObject({ full: false, abilities: { readFull: false }, inputs: [
      { name: '姓名', value: '已隐去', hidden: true }, { name: '出生日期', value: '已隐去', hidden: true }, { name: '户籍', value: '“本地”', hidden: false }, { name: '年龄', value: '已隐去', hidden: true },
    ] });
    expect(masked.outcome.explanation).toMatchObject([{ label: '虚岁', result: '已隐去', summary: '已隐去' }, { label: '结论' }]);
    expect(masked.outcome.results).toEqual({ 虚岁: '已隐去', 结论: '准予' });
    expect(masked.outcome.explanation[1]).toMatchObject({ result: '“准予”', rules: [{ number: 1, decided: true, conditions: [{ value: '已隐去' }, { value: '“本地”' }] }] });
    expect(JSON.stringify([masked.inputs, masked.outcome, masked.summary])).not.toMatch(/陈德福|1941|85|86/);
    expect((await call(author, 'GET', `/rule-runs/${id}?purpose=核对`)).status).toBe(403);
    const full = (await call(decider, 'GET', `/rule-runs/${id}?purpose=${encodeURIComponent('答复复议')}`)).body;
    expect(full).toMatchObject({ full: true, inputs: [{ value: '“陈德福”' }, {}, {}, { value: '85' }] });
    const audit = await server().kernel.db.pool.query(`SELECT actor_name, purpose FROM kernel.audit_entry WHERE action = 'rules.read-run' AND object_id = $1 ORDER BY id`, [id]);
    expect(audit.rows).toEqual([{ actor_name: '周敏', purpose: '查看规则运行记录' }, { actor_name: '陈决', purpose: '答复复议' }]);
  });

  it('没有得出结果的，原因里没有填写的数据', async () => {
    const id = (await runs(decider)).body.items[0].id as string;
    const { outcome } = (await call(decider, 'GET', `/rule-runs/${id}`)).body;
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'not-allowed', message: '数据不在允许的值之内' } });
    expect(JSON.stringify(outcome)).not.toContain('400');
  });

  it('导出同样的筛选，留痕', async () => {
    const file = await server().app.inject({ method: 'GET', url: `/api/v1/rule-sets/${version.ruleSetId}/runs/export?outcome=decided`, headers: decider.headers });
    const book = await openSpreadsheet({ fileName: 'runs.xlsx', content: file.rawPayload });
    const rows: string[][] = [];
    for await (const { cells } of book.rows('运行记录')) rows.push([...cells.values()].map(({ text }) => text));
    expect(rows.map((row) => row[1])).toEqual(['办件编号', '5116022026112000002', '5116022026112000001']);
    const audit = await server().kernel.db.pool.query(`SELECT 1 FROM kernel.audit_entry WHERE action = 'rules.export-runs'`);
    expect(audit.rowCount).toBe(1);
  });

  it('别的部门找不到；审查人员、申请人没有权限；乱写的条件被拒绝', async () => {
    const id = (await runs(decider)).body.items[0].id as string;
    const person = await signInTestPerson(server().kernel);
    for (const path of [`/rule-sets/${version.ruleSetId}/runs`, `/rule-sets/${version.ruleSetId}/runs/export`, `/rule-runs/${id}`]) {
      expect((await call(stranger, 'GET', path)).status).toBe(404);
      expect((await call(reviewer, 'GET', path)).status).toBe(403);
      expect((await call(person, 'GET', path)).status).toBe(403);
    }
    expect((await runs(decider, '?outcome=all')).status).toBe(400);
    expect((await runs(decider, '?from=昨天')).status).toBe(400);
    expect((await call(decider, 'GET', '/rule-runs/1')).status).toBe(400);
  });
});

describe('改规则集的名称、说明和依据 (DEC-02)', () => {
  it('改了以后列表和版本都是新的；原来的留在审计日志；两人同时改有人被告知', async () => {
    const path = `/rule-sets/${version.ruleSetId}`;
    const { revision } = (await call(author, 'GET', path)).body;
    const facts = { name: '高龄津贴条件', description: '按年龄和户籍', legalBasis: '《老年人权益保障法》第三十三条' };
    expect((await call(author, 'PUT', path, { revision, ...facts })).body).toMatchObject({ ...facts, revision: revision + 1, abilities: { edit: true } });
    expect((await call(author, 'PUT', path, { revision, ...facts })).body).toMatchObject({ code: 'rules.stale' });
    expect((await call(author, 'GET', `/rule-set-versions/${version.id}`)).body.name).toBe('高龄津贴条件');
    const audit = await server().kernel.db.pool.query<{ detail: string }>(`SELECT detail FROM kernel.audit_entry WHERE action = 'rules.edit-rule-set'`);
    expect(audit.rows.map(({ detail }): unknown => JSON.parse(detail))).toMatchObject([{ before: { name: '津贴条件', legalBasis: '' } }]);
    expect((await call(author, 'PUT', path, { revision: revision + 1, ...facts, name: '津' })).status).toBe(400);
    expect((await call(decider, 'PUT', path, { revision: revision + 1, ...facts })).status).toBe(403);
    expect((await call(stranger, 'PUT', path, { revision: revision + 1, ...facts })).status).toBe(403);
  });
});
