import { beforeAll, describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { systemActor } from '../access/index.ts';
import { commit } from '../commit.ts';
import { systemContext, type Context } from '../context.ts';
import { createId, WriteBatch } from '../db/index.ts';
import { addTestOrganization, signInTestStaff, type TestAccount } from '../identity/testing/test-accounts.ts';
import { openSpreadsheet } from '../spreadsheets/index.ts';
import type { RuleSetContent, RuleTestCase, RuleVersion } from './contract.ts';
import { evaluateRuleSet, findPublishedRuleSet, recordEvaluation } from './index.ts';

const server = useTestServer();
let author: TestAccount, second: TestAccount, decider: TestAccount, reviewer: TestAccount, stranger: TestAccount, clerk: TestAccount;

async function call(who: TestAccount, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object): Promise<{ status: number; body: ReturnType<typeof JSON.parse> }> {
  const response = await server().app.inject({ method, url: `/api/v1${url}`, ...(payload ? { payload } : {}), headers: who.headers });
  return { status: response.statusCode, body: response.body === '' ? undefined : response.json() };
}

const system = (): Context => systemContext(server().kernel, systemActor('test', '测试'), createId());

function content(rows: readonly (readonly [cell: string, result: string])[]): RuleSetContent {
  return {
    inputs: [{ id: 'age', name: '年龄', type: 'integer', allowedValues: '[0..150]' }],
    decisions: [{
      id: 'd', name: '结论', requires: ['年龄'], logic: {
        kind: 'table', hitPolicy: 'U', inputs: [{ id: 'c', expression: '年龄' }], outputs: [{ id: 'o', name: '结论', type: 'text' }],
        rules: rows.map(([cell, result], index) => ({ id: `r${index}`, inputs: [cell], outputs: [result] })),
      },
    }],
  };
}

const whole = content([['>= 80', '"准予"'], ['< 80', '"不予"']]);
const tests: RuleTestCase[] = [{ id: 't1', name: '八十岁', inputs: { 年龄: 80 }, expected: { 结论: '准予' } }];
let serial = 0;

async function create(changes: object = {}): Promise<RuleVersion> {
  const { status, body } = await call(author, 'POST', '/rule-sets', { code: `rules-${serial += 1}`, name: '津贴条件', description: '', legalBasis: '', content: whole, testCases: tests, ...changes });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}

async function publish(version: RuleVersion, who = decider): Promise<RuleVersion> {
  const { status, body } = await call(who, 'POST', `/rule-set-versions/${version.id}/publish`, { revision: version.revision });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

beforeAll(async () => {
  const { kernel } = server();
  const [civil, other] = [await addTestOrganization(kernel, { name: '区民政局' }), await addTestOrganization(kernel, { name: '别的局' })];
  const account = ({ id, path }: { id: string; path: string }, code: 'item-administrator' | 'decider' | 'reviewer' | 'window-clerk', name: string) =>
    signInTestStaff(kernel, { name, organizationId: id, roles: [{ code, scope: { kind: 'organization', organizationPath: path } }] });
  [author, second, decider] = [await account(civil, 'item-administrator', '周敏'), await account(civil, 'item-administrator', '李敏'), await account(civil, 'decider', '陈决')];
  [reviewer, clerk, stranger] = [await account(civil, 'reviewer', '赵审'), await account(civil, 'window-clerk', '孙收'), await account(other, 'item-administrator', '王五')];
});

describe('编制规则 (DEC-02)', () => {
  it('新建、修改、放弃草稿；别人先改的不覆盖', async () => {
    const draft = await create();
    expect(draft).toMatchObject({ number: 1, state: 'draft', stateLabel: '草稿', revision: 1, abilities: { edit: true, discard: true, publish: false } });
    const edited = await call(second, 'PUT', `/rule-set-versions/${draft.id}`, { revision: 1, note: '改', content: whole, testCases: tests });
    expect(edited.body).toMatchObject({ revision: 2, updatedByName: '李敏', abilities: { publish: false } });
    expect((await call(author, 'PUT', `/rule-set-versions/${draft.id}`, { revision: 1, note: '', content: whole, testCases: [] })).body.code).toBe('rules.stale');
    expect((await call(author, 'POST', `/rule-sets/${draft.ruleSetId}/versions`, {})).body.code).toBe('rules.draft-exists');
    expect((await call(author, 'DELETE', `/rule-set-versions/${draft.id}?revision=1`)).body.code).toBe('rules.stale');
    expect((await call(author, 'DELETE', `/rule-set-versions/${draft.id}?revision=2`)).status).toBe(204);
    expect((await call(author, 'GET', `/rule-set-versions/${draft.id}`)).body.code).toBe('rules.version-not-found');
  });

  it('放弃唯一的草稿，规则集一并删除，编码可以再用；有别的版本的留下', async () => {
    const only = await create();
    expect((await call(author, 'DELETE', `/rule-set-versions/${only.id}?revision=1`)).status).toBe(204);
    expect((await call(author, 'GET', `/rule-sets/${only.ruleSetId}`)).body.code).toBe('rules.rule-set-not-found');
    const first = await publish(await create({ code: only.code }));
    const next: RuleVersion = (await call(author, 'POST', `/rule-sets/${first.ruleSetId}/versions`, {})).body;
    expect((await call(author, 'DELETE', `/rule-set-versions/${next.id}?revision=1`)).status).toBe(204);
    expect((await call(author, 'GET', `/rule-sets/${first.ruleSetId}`)).body).toMatchObject({ draft: null, published: { versionId: first.id } });
  });

  it('编码不能重复；超出上限的拒绝', async () => {
    const draft = await create();
    const fields = { name: '津贴条件', description: '', legalBasis: '', testCases: tests };
    expect((await call(author, 'POST', '/rule-sets', { ...fields, code: draft.code, content: whole })).body.code).toBe('rules.code-taken');
    const bounds: [string, RuleSetContent][] = [['too-many', content(Array.from({ length: 1_001 }, () => ['-', '"准予"'] as const))], ['too-long', content([['1'.repeat(501), '"准予"']])]];
    for (const [code, large] of bounds) expect((await call(author, 'POST', '/rule-sets', { ...fields, code, content: large })).status, code).toBe(400);
  });

  it('检查指出写错的格、缺口和没通过的用例', async () => {
    const wrong = await create({ content: content([['>= "80"', '"准予"']]) });
    expect((await call(reviewer, 'GET', `/rule-set-versions/${wrong.id}/check`)).body).toMatchObject({
      problems: [{ code: 'wrong-type', decision: '结论', rule: 1, column: { kind: 'input', index: 0 } }], findings: [], tests: [], obstacles: ['这一列是整数，不能填文字“80”。'],
    });
    const gap = await create({ content: content([['>= 80', '"准予"'], ['<= 60', '"不予"']]), testCases: [...tests, { id: 't2', name: '七十岁', inputs: { 年龄: 70 }, expected: { 结论: '不予' } }] });
    const { body } = await call(reviewer, 'GET', `/rule-set-versions/${gap.id}/check`);
    expect(body.findings).toMatchObject([{ code: 'gap', severity: 'error', message: '“结论”没有规则适用于：年龄 61 至 79。例如：年龄 61。', example: [{ label: '年龄', value: 61 }] }]);
    expect(body.tests).toMatchObject([{ id: 't1', passed: true }, { id: 't2', passed: false, message: '“结论”没有一行规则适用：年龄 70。', outcome: { ok: false, failure: { code: 'no-rule' } } }]);
    expect(body.obstacles).toHaveLength(2);
  });

  it('试算给出结果和解释', async () => {
    const draft = await create();
    const { body } = await call(reviewer, 'POST', `/rule-set-versions/${draft.id}/try`, { inputs: { 年龄: 81 } });
    expect(body).toMatchObject({ ok: true, results: { 结论: '准予' }, failure: null, explanation: [{ summary: '“结论”由第 1 行决定，结果是“准予”。', rules: [{ number: 1, conditions: [{ label: '年龄', test: '不小于 80', value: '81' }] }] }] });
    expect((await call(reviewer, 'POST', `/rule-set-versions/${draft.id}/try`, { inputs: {} })).body).toMatchObject({ ok: false, failure: { code: 'missing-input', message: '缺少“年龄”的值。', rules: [] } });
    expect((await call(reviewer, 'POST', `/rule-set-versions/${draft.id}/try`, { inputs: { 年龄: 1, 多余: 'x'.repeat(200_001) } })).body.code).toBe('rules.inputs-too-large');
    const broken = await create({ content: content([['>= ', '"准予"']]) });
    expect((await call(reviewer, 'POST', `/rule-set-versions/${broken.id}/try`, { inputs: {} })).body).toMatchObject({ code: 'rules.not-runnable', issues: [{ path: '结论', code: 'incomplete' }] });
  });

  it('会一直运行的表达式不能用', async () => {
    const rows = Array.from({ length: 7 }, () => ['count(for a in 1..200, b in 1..200 return a + b) > ?', '"准予"'] as const);
    const draft = await create({ content: content(rows) });
    expect((await call(author, 'POST', `/rule-set-versions/${draft.id}/try`, { inputs: { 年龄: 1 } })).body.issues).toMatchObject([{ code: 'too-much-work' }]);
    const endless = await create({ content: content([['count(for a in 1..1000000000 return a) > ?', '"准予"']]) });
    expect((await call(author, 'POST', `/rule-set-versions/${endless.id}/try`, { inputs: { 年龄: 1 } })).body.issues[0].code).toBe('range-too-long');
  });
});

describe('谁可以做什么', () => {
  it('别的部门看不到，也改不了', async () => {
    const draft = await create();
    const asked: [Parameters<typeof call>[1], string, object?][] = [
      ['GET', `/rule-sets/${draft.ruleSetId}`], ['GET', `/rule-set-versions/${draft.id}`], ['GET', `/rule-set-versions/${draft.id}/check`], ['POST', `/rule-set-versions/${draft.id}/try`, { inputs: {} }],
      ['PUT', `/rule-set-versions/${draft.id}`, { revision: 1, note: '', content: whole, testCases: tests }], ['DELETE', `/rule-set-versions/${draft.id}?revision=1`],
      ['POST', `/rule-set-versions/${draft.id}/publish`, { revision: 1 }], ['POST', `/rule-set-versions/${draft.id}/dry-run`, {}], ['POST', `/rule-sets/${draft.ruleSetId}/versions`, {}],
    ];
    for (const [method, url, payload] of asked) expect((await call(stranger, method, url, payload)).status, `${method} ${url}`).toBe(404);
    expect((await call(stranger, 'GET', '/rule-sets')).body.items).toEqual([]);
    expect((await call(reviewer, 'GET', `/rule-sets?q=${draft.code}`)).body.items).toMatchObject([{ id: draft.ruleSetId, published: null, draft: { versionId: draft.id } }]);
  });

  it('审查员只看不改；收件员连看都不能', async () => {
    const draft = await create();
    expect((await call(reviewer, 'PUT', `/rule-set-versions/${draft.id}`, { revision: 1, note: '', content: whole, testCases: tests })).status).toBe(403);
    expect((await call(reviewer, 'POST', `/rule-set-versions/${draft.id}/publish`, { revision: 1 })).status).toBe(403);
    expect((await call(decider, 'POST', `/rule-set-versions/${draft.id}/dry-run`, {})).status).toBe(403);
    expect((await call(clerk, 'GET', `/rule-set-versions/${draft.id}`)).status).toBe(403);
  });
});

describe('发布', () => {
  it('最后修改的人不能发布；有错误或用例不过不能发布', async () => {
    const draft = await create();
    expect((await call(author, 'POST', `/rule-set-versions/${draft.id}/publish`, { revision: 1 })).body.code).toBe('rules.own-version');
    expect((await call(decider, 'POST', `/rule-set-versions/${draft.id}/publish`, { revision: 9 })).body.code).toBe('rules.stale');
    const refused: [object, string][] = [
      [{ content: content([['>= 80', '"准予"']]) }, '没有规则适用于：年龄 0 至 79'], [{ content: content([['>= 80', '"准予"'], ['<= 80', '"不予"']]) }, '第 1 行与第 2 行同时适用'],
      [{ testCases: [] }, '还没有测试用例'], [{ testCases: [{ ...tests[0], expected: { 结论: '不予' } }] }, '应当是“不予”，实际是“准予”'], [{ testCases: [{ ...tests[0], expected: {} }] }, '还没有写期望的结果'],
      [{ testCases: [{ ...tests[0], expected: {}, failure: 'no-rule' }] }, '应当没有结果'], [{ content: content([['>= ', '"准予"']]) }, '没有写完'],
    ];
    for (const [changes, message] of refused) {
      const bad = await create(changes);
      const { body } = await call(decider, 'POST', `/rule-set-versions/${bad.id}/publish`, { revision: 1 });
      expect([body.code, body.issues.some((issue: { message: string }) => issue.message.includes(message))], JSON.stringify(body)).toEqual(['rules.not-ready', true]);
    }
  });

  it('新版本取代旧版本；旧版本照样能重现，内容改不了', async () => {
    const first = await publish(await create());
    expect(first).toMatchObject({ state: 'published', publishedByName: '陈决', abilities: { edit: false, publish: false } });
    expect((await call(author, 'PUT', `/rule-set-versions/${first.id}`, { revision: first.revision, note: '', content: whole, testCases: tests })).body.code).toBe('rules.not-draft');
    const draft: RuleVersion = (await call(author, 'POST', `/rule-sets/${first.ruleSetId}/versions`, {})).body;
    expect(draft).toMatchObject({ number: 2, content: whole, testCases: tests });
    const lower = await call(author, 'PUT', `/rule-set-versions/${draft.id}`, { revision: 1, note: '降到七十岁', content: content([['>= 70', '"准予"'], ['< 70', '"不予"']]), testCases: tests });
    const next = await publish(lower.body, second);
    const { body: detail } = await call(reviewer, 'GET', `/rule-sets/${first.ruleSetId}`);
    expect(detail.versions.map(({ number, state }: { number: number; state: string }) => [number, state])).toEqual([[2, 'published'], [1, 'superseded']]);
    expect(await findPublishedRuleSet(system(), first.code)).toMatchObject({ versionId: next.id, number: 2 });
    const run = async (id: string) => (await evaluateRuleSet(system(), id, { 年龄: 75 })).outcome.results;
    expect([await run(first.id), await run(next.id)]).toEqual([{ 结论: '不予' }, { 结论: '准予' }]);
    await expect(server().kernel.db.pool.query('UPDATE rules.version SET content = \'{}\' WHERE id = $1', [first.id])).rejects.toThrow('does not change');
    await expect(server().kernel.db.pool.query('DELETE FROM rules.version WHERE id = $1', [first.id])).rejects.toThrow('does not change');
  });

  it('两人同时发布，只成一次', async () => {
    const draft = await create();
    const answers = await Promise.all([decider, second].map((who) => call(who, 'POST', `/rule-set-versions/${draft.id}/publish`, { revision: 1 })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, expect.any(Number)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('草稿不能用来作决定；没有发布的编码找不到', async () => {
    const draft = await create();
    await expect(evaluateRuleSet(system(), draft.id, { 年龄: 1 })).rejects.toMatchObject({ code: 'rules.not-published' });
    expect(await findPublishedRuleSet(system(), draft.code)).toBeUndefined();
    await expect(evaluateRuleSet(system(), createId(), {})).rejects.toMatchObject({ code: 'rules.version-not-found' });
  });
});

describe('试运行', () => {
  it('用办过的数据比较两个版本，只说差别，不露数据，留下审计', async () => {
    const first = await publish(await create());
    const ctx = system();
    for (const age of [60, 72, 85, 200]) {
      const batch = new WriteBatch();
      recordEvaluation(ctx, batch, await evaluateRuleSet(ctx, first.id, { 年龄: age }), { type: 'case', id: `办件${age}`, label: `办件${age}` });
      await commit(ctx, batch);
    }
    const stored = await server().kernel.db.pool.query<{ inputs_cipher: string }>('SELECT inputs_cipher FROM rules.evaluation WHERE subject_id = $1', ['办件72']);
    // Its name alone tells: a number's digits come up in any cipher text now and then.
    expect(stored.rows[0]?.inputs_cipher).toMatch(/^sm4cbc1\.[^\u4e00-\u9fff{}]+$/);
    const draft: RuleVersion = (await call(author, 'POST', `/rule-sets/${first.ruleSetId}/versions`, {})).body;
    const changed = { ...content([['>= 70', '"准予"'], ['< 70', '"不予"']]), inputs: [{ id: 'age', name: '年龄', type: 'integer' as const, allowedValues: '[0..300]' }] };
    await call(author, 'PUT', `/rule-set-versions/${draft.id}`, { revision: 1, note: '', content: changed, testCases: tests });
    const { body } = await call(author, 'POST', `/rule-set-versions/${draft.id}/dry-run`, {});
    expect(body).toMatchObject({ recorded: 4, total: 4, complete: true, same: 2, changed: 2, nowFailing: 0, nowDecided: 1 });
    expect(body.changes).toMatchObject([
      { subjectType: 'case', subjectId: '办件200', subjectLabel: '办件200', summary: '“结论”第 1 行' },
      { subjectId: '办件72', decisions: [{ decision: '结论', before: '“不予”', after: '“准予”' }], summary: '“结论”第 1 行' },
    ]);
    expect((await call(author, 'POST', `/rule-set-versions/${first.id}/dry-run`, { againstVersionId: draft.id, limit: 1 })).body).toMatchObject({ recorded: 4, total: 1, changed: 1, nowFailing: 1 });
    const foreign = await create();
    expect((await call(author, 'POST', `/rule-set-versions/${draft.id}/dry-run`, { againstVersionId: foreign.id })).body.code).toBe('rules.not-same-rule-set');
    const audit = await server().kernel.db.pool.query<{ purpose: string }>('SELECT purpose FROM kernel.audit_entry WHERE action = \'rules.dry-run\' AND object_id = $1', [draft.id]);
    expect(audit.rows).toEqual([{ purpose: '核对规则修改的影响' }]);
  });
});

describe('列表和导出 (DEC-02)', () => {
  it('列表说出现行版本由谁发布', async () => {
    const first = await publish(await create());
    const { body } = await call(reviewer, 'GET', `/rule-sets?q=${first.code}`);
    expect(body.items).toMatchObject([{ published: { versionId: first.id, number: 1, byName: '陈决' }, draft: null }]);
  });

  it('草稿可以先缺名称和表达式，检查会指出；检查给出补上缺口的格子', async () => {
    const draft = await create({ content: { inputs: [{ id: 'i', name: '', type: 'text' }], decisions: [{ id: 'd', name: '结论', requires: [], logic: { kind: 'expression', type: 'text', expression: '' } }] } });
    expect((await call(author, 'GET', `/rule-set-versions/${draft.id}/check`)).body.problems).toMatchObject([{ code: 'name-missing' }]);
    const gap = await create({ content: content([['>= 80', '"准予"'], ['<= 60', '"不予"']]) });
    expect((await call(author, 'GET', `/rule-set-versions/${gap.id}/check`)).body.findings).toMatchObject([{ code: 'gap', filling: [{ expression: '年龄', cell: '[61..79]' }] }]);
  });

  it('导出的 DMN 读回来就是原来的内容', async () => {
    const draft = await create();
    const file = await server().app.inject({ method: 'GET', url: `/api/v1/rule-set-versions/${draft.id}/dmn`, headers: reviewer.headers });
    expect([file.statusCode, decodeURIComponent(String(file.headers['content-disposition']))]).toEqual([200, expect.stringContaining('津贴条件-第1版.dmn')]);
    expect((await call(author, 'POST', '/rule-sets/read-dmn', { xml: file.body })).body).toEqual({ name: '津贴条件', content: whole, leftOut: [], problems: [] });
  });

  it('导出的 Excel 有决策表、数据和测试用例', async () => {
    const draft = await create();
    const file = await server().app.inject({ method: 'GET', url: `/api/v1/rule-set-versions/${draft.id}/workbook`, headers: reviewer.headers });
    const book = await openSpreadsheet({ fileName: 'rules.xlsx', content: file.rawPayload });
    const rows = async (sheet: string): Promise<string[][]> => {
      const found: string[][] = [];
      for await (const { cells } of book.rows(sheet)) found.push([...cells.values()].map(({ text }) => text));
      return found;
    };
    expect(await rows('结论')).toEqual([['行', '年龄', '→ 结论', '说明'], ['1', '>= 80', '"准予"'], ['2', '< 80', '"不予"']]);
    expect((await rows('数据'))[1]).toEqual(['年龄', '整数', '[0..150]', '否']);
    expect((await rows('测试用例'))[1]).toEqual(['八十岁', '年龄 80', '结论 “准予”']);
  });

  it('别的部门和收件员导不出', async () => {
    const draft = await create();
    for (const format of ['dmn', 'workbook']) {
      expect((await call(stranger, 'GET', `/rule-set-versions/${draft.id}/${format}`)).status).toBe(404);
      expect((await call(clerk, 'GET', `/rule-set-versions/${draft.id}/${format}`)).status).toBe(403);
    }
  });
});

describe('读入 DMN', () => {
  const xml = (cell: string) => `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="m" name="津贴" namespace="urn:t"><inputData id="i" name="年龄"><variable name="年龄" typeRef="number"/></inputData>
    <decision id="d" name="结论"><variable name="结论" typeRef="string"/><informationRequirement><requiredInput href="#i"/></informationRequirement>
    <decisionTable><input><inputExpression typeRef="number"><text>年龄</text></inputExpression></input><output/><rule><inputEntry><text>${cell}</text></inputEntry><outputEntry><text>"准予"</text></outputEntry></rule></decisionTable></decision></definitions>`;

  it('得到可以保存的内容和问题；读不了的说明原因', async () => {
    const { body } = await call(author, 'POST', '/rule-sets/read-dmn', { xml: xml('&gt;= 80') });
    expect(body).toMatchObject({ name: '津贴', leftOut: [], problems: [] });
    expect((await create({ content: body.content })).content).toEqual(body.content);
    expect((await call(author, 'POST', '/rule-sets/read-dmn', { xml: xml('&gt;= x') })).body.problems).toMatchObject([{ code: 'unknown-name', decision: '结论', rule: 1 }]);
    expect((await call(author, 'POST', '/rule-sets/read-dmn', { xml: '你好' })).body).toMatchObject({ code: 'rules.dmn-unreadable', detail: expect.stringContaining('DMN') });
    expect((await call(author, 'POST', '/rule-sets/read-dmn', { xml: xml('1'.repeat(501)) })).body.code).toBe('rules.dmn-unreadable');
    expect((await call(reviewer, 'POST', '/rule-sets/read-dmn', { xml: xml('1') })).status).toBe(403);
  });
});
