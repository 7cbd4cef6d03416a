import { describe, expect, test } from 'vitest';
import { getItemVersion, retireItem } from '../catalog/contract.ts';
import { signInTestStaff } from '../../kernel/identity/testing/test-accounts.ts';
import { refusalOf, visit } from '../../testing/http-client.ts';
import { useTestCity } from '../../testing/test-city.ts';
import { acceptFinding, cancelRun, getQualityOverview, getQualityTrend, listFindings, listRules, listRuns, saveRule, startRun, withdrawException } from './contract.ts';
import { checkNightly, runChecks } from './index.ts';
import { qualityDesk } from './testing/quality-desk.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
const desk = qualityDesk(city);
const overview = async () => (await city().itemAdministrator()).http.call(getQualityOverview, { query: {} });
const query = (text: string, values: unknown[] = []) => city().server.kernel.db.pool.query(text, values);

describe('检查跟着事项走 (CAT-04)', () => {
  test('发布的事项随即有检查结果；示范事项没有错误，准确率 100%', async () => {
    await desk.settle();
    const { total, unchecked, departments, formula } = await overview();
    const { rows: [count] } = await query('SELECT count(*)::int AS items FROM catalog.item WHERE published_version_id IS NOT NULL');
    expect([total.inUse, unchecked, total.errors, total.accuracy]).toEqual([count.items, 0, 0, 100]);
    expect(departments.reduce((sum, department) => sum + department.inUse, 0)).toBe(count.items);
    expect(formula).toMatchObject({ version: 1, text: expect.stringContaining('没有“错误”级问题的在用事项数÷在用事项数') });
  });

  test('合并后仍写着原部门名称的事项，列在承接部门现在的名称下 (ORG-01, CAT-04)', async () => {
    const itemId = city().itemId('drainage-licence');
    const { rows: [check] } = await query('SELECT organization_name FROM item_quality.item_check WHERE item_id = $1', [itemId]);
    await query(`UPDATE item_quality.item_check SET organization_name = '龥原来的局' WHERE item_id = $1`, [itemId]);
    expect((await overview()).departments.find(({ organizationId }) => organizationId === city().organizationId('区住建局'))?.organizationName).toBe('区住建局');
    await query('UPDATE item_quality.item_check SET organization_name = $2 WHERE item_id = $1', [itemId, check.organization_name]);
  });

  test('保存草稿时查出问题，改好后记为已整改；发布后草稿的问题不再适用，在用的另记', async () => {
    const [editor, reviewer] = [await city().departmentAdministrator('区住建局'), await city().itemAdministrator()];
    const itemId = city().itemId('drainage-licence');
    const draft = await desk.draft(editor, itemId, (elements) => ({ ...elements, conditions: ['法律、法规规定的其他条件。', '场所、人员等符合要求。'] }));
    const prepared = { itemId, track: 'in-preparation' } as const;
    const found = await desk.findings(editor, { ...prepared, state: 'open' });
    expect(found).toContainEqual(expect.objectContaining({
      rule: 'vague', severity: 'error', group: 'guide', path: 'conditions.0', itemName: '城镇污水排入排水管网许可', organizationName: '区住建局',
      message: expect.stringContaining('“其他条件”'), mend: expect.stringContaining('写明'), ruleTitle: expect.any(String),
    }));
    expect((await editor.http.call(getItemVersion, { params: draft })).findings).toContainEqual(expect.objectContaining({ rule: 'vague', path: 'conditions.0' }));
    await desk.save(editor, draft, (elements) => ({ ...elements, conditions: ['排放口按规划设置。', '场所、人员等符合要求。'] }));
    expect((await desk.findings(editor, { ...prepared, rule: 'vague' })).map(({ state, closedAt }) => [state, closedAt !== null])).toEqual([['mended', true]]);
    await desk.publish(editor, reviewer, draft);
    expect((await desk.findings(editor, { ...prepared, rule: 'unclear-wording' })).map(({ path, state }) => [path, state]).sort()).toEqual([['conditions.0', 'mended'], ['conditions.1', 'withdrawn']]);
    expect(await desk.findings(editor, { itemId, track: 'in-use', rule: 'unclear-wording', state: 'current' })).toContainEqual(expect.objectContaining({ versionId: draft.versionId, path: 'conditions.1' }));
  });

  test('再查一遍什么也不变：问题不重复，不多写一行', async () => {
    const admin = await city().itemAdministrator();
    const count = async () => (await query('SELECT (SELECT count(*) FROM item_quality.finding)::int AS findings, (SELECT count(*) FROM kernel.event)::int AS events')).rows[0];
    const before = await count();
    const run = await desk.check(admin);
    expect(await count()).toEqual(before);
    const { items } = await admin.http.call(listRuns, { query: {} });
    expect(items.find(({ id }) => id === run.id)).toMatchObject({ state: 'finished', opened: 0, closed: 0, done: items[0]?.total, scopeName: '全部事项' });
  });

  test('取消的事项不再计入，它的问题不再适用', async () => {
    const admin = await city().itemAdministrator();
    const before = (await overview()).total.inUse;
    await admin.http.call(retireItem, { params: { itemId: city().itemId('road-occupation') }, body: { reason: '国家取消该事项' } });
    await desk.settle();
    expect((await overview()).total.inUse).toBe(before - 1);
    expect(new Set((await desk.findings(admin, { itemId: city().itemId('road-occupation') })).map(({ state }) => state))).toEqual(new Set(['withdrawn']));
  });
});

describe('引用的东西没有了 (CAT-04)', () => {
  test('代码停用后，夜间检查在用到它的事项上报错，准确率随之下降；恢复后记为已整改', async () => {
    const admin = await city().itemAdministrator();
    await query(`UPDATE kernel.dictionary_entry SET active = false WHERE dictionary = 'special-procedure' AND code = 'detection'`);
    await checkNightly(city().system());
    const nightly = (await admin.http.call(listRuns, { query: { limit: 1 } })).items[0];
    expect(nightly).toMatchObject({ cause: 'nightly', state: 'waiting', abilities: { cancel: true } });
    await runChecks(city().system(), nightly?.id ?? '');
    const found = await desk.findings(admin, { rule: 'unknown-code', state: 'current', track: 'in-use' });
    expect(found).toContainEqual(expect.objectContaining({ itemId: city().itemId('drainage-licence'), path: 'specialProcedures.water-detection.kind', severity: 'error' }));
    const { total, departments, rules } = await overview();
    expect([total.errors, total.accurate]).toEqual([found.length, total.inUse - new Set(found.map(({ itemId }) => itemId)).size]);
    expect(total.accuracy).toBeLessThan(100);
    expect(departments[0]?.accuracy).toBe(Math.min(...departments.map(({ accuracy }) => accuracy ?? 100)));
    expect(rules.find(({ rule }) => rule === 'unknown-code')).toMatchObject({ severity: 'error', findings: found.length });
    await query(`UPDATE kernel.dictionary_entry SET active = true WHERE dictionary = 'special-procedure' AND code = 'detection'`);
    await desk.check(admin);
    expect((await overview()).total.accuracy).toBe(100);
    expect((await desk.findings(admin, { rule: 'unknown-code', track: 'in-use' })).map(({ state }) => state)).toEqual(found.map(() => 'mended'));
  });

  test.each([
    ['部门撤销', `UPDATE organization.organization SET valid_to = '2026-11-20' WHERE id = $1`, `UPDATE organization.organization SET valid_to = NULL WHERE id = $1`, ['organization-closed', 'handling-department-closed']],
    ['部门还没有到撤销的日子', `UPDATE organization.organization SET valid_to = '2026-11-21' WHERE id = $1`, `UPDATE organization.organization SET valid_to = NULL WHERE id = $1`, []],
    ['流程模型不存在', `UPDATE catalog.item_version SET elements = jsonb_set(elements, '{handling,processKey}', to_jsonb('gone-' || (elements #>> '{handling,processKey}'))) WHERE elements ->> 'organizationId' = $1::text`,
      `UPDATE catalog.item_version SET elements = jsonb_set(elements, '{handling,processKey}', to_jsonb(substr(elements #>> '{handling,processKey}', 6))) WHERE elements ->> 'organizationId' = $1::text`, ['process-unknown']],
    ['证照类型没有了', `UPDATE licences.licence_type SET code = 'gone-' || code WHERE $1::text IS NOT NULL`, `UPDATE licences.licence_type SET code = substr(code, 6) WHERE $1::text IS NOT NULL`, ['licence-type-unknown']],
    ['循环隶属', `UPDATE catalog.item SET parent_item_id = id WHERE organization_id = $1`, `UPDATE catalog.item SET parent_item_id = NULL WHERE organization_id = $1`, ['item-cycle']],
  ])('%s', async (_name, spoil, restore, expected) => {
    const admin = await city().itemAdministrator();
    const organizationId = city().organizationId('区民政局');
    await query(spoil, [organizationId]);
    await desk.check(admin, { organizationId });
    const rules = new Set((await desk.findings(admin, { itemId: city().itemId('elderly-allowance'), state: 'current', severity: 'error' })).map(({ rule }) => rule));
    await query(restore, [organizationId]);
    await desk.check(admin, { organizationId });
    expect([...rules].sort()).toEqual(expected.toSorted());
    expect(await desk.findings(admin, { itemId: city().itemId('elderly-allowance'), state: 'current', severity: 'error' })).toEqual([]);
  });

  test('同一部门同名的事项互相指出', async () => {
    const admin = await city().itemAdministrator();
    const { rows: [other] } = await query(`UPDATE catalog.item SET name = '城镇污水排入排水管网许可' WHERE organization_id = $1 AND id <> $2 AND published_version_id IS NOT NULL AND id = (
      SELECT id FROM catalog.item WHERE organization_id = $1 AND id <> $2 AND published_version_id IS NOT NULL LIMIT 1) RETURNING local_task_code`,
    [city().organizationId('区住建局'), city().itemId('drainage-licence')]);
    await desk.check(admin, { organizationId: city().organizationId('区住建局') });
    expect(await desk.findings(admin, { rule: 'namesake', itemId: city().itemId('drainage-licence'), state: 'current' }))
      .toMatchObject([{ path: 'name', severity: 'warning', message: expect.stringContaining(other.local_task_code) }]);
  });
});

describe('规则由城市设置 (CAT-04)', () => {
  const ruleOf = async (id: string) => (await (await city().itemAdministrator()).http.call(listRules, {})).rules.find((rule) => rule.id === id);

  test('改参数和严重程度：提交时即按新设置，全部事项随后重新检查；理由留痕', async () => {
    const admin = await city().itemAdministrator();
    expect(await ruleOf('faq')).toMatchObject({ severity: 'error', ownSeverity: 'error', revision: 0, changed: null, parameters: expect.arrayContaining([expect.objectContaining({ name: 'least', value: 1, minimum: 1, maximum: 20 })]) });
    const saved = await admin.http.call(saveRule, { params: { ruleId: 'faq' }, body: { revision: 0, severity: null, parameters: { least: 20 }, reason: '市里要求每个许可写满常见问题' } });
    expect(saved).toMatchObject({ revision: 1, severity: 'error', changed: { reason: '市里要求每个许可写满常见问题', byName: admin.name } });
    expect((await admin.http.call(listRuns, { query: { limit: 1 } })).items).toMatchObject([{ cause: 'rules', state: 'waiting' }]);
    await desk.finishRuns(admin);
    const found = await desk.findings(admin, { rule: 'faq', state: 'current', track: 'in-use' });
    expect(found.length).toBeGreaterThan(5);
    expect(found[0]?.message).toMatch(/常见问题有 \d+ 个，至少需要 20 个。/);

    await admin.http.call(saveRule, { params: { ruleId: 'faq' }, body: { revision: 1, severity: 'off', parameters: {}, reason: '暂不考核常见问题' } });
    const editor = await city().departmentAdministrator('区市监局');
    const draft = await desk.draft(editor, city().itemId('food-business-licence'), (elements) => ({ ...elements, faqs: [] }));
    await desk.publish(editor, admin, draft);
    await desk.finishRuns(admin);
    expect((await desk.findings(admin, { rule: 'faq', track: 'in-use' })).map(({ state }) => state)).toEqual(found.map(() => 'withdrawn'));
    const { rows } = await query(`SELECT detail FROM kernel.audit_entry WHERE action = 'item-quality.save-rule' ORDER BY at`);
    expect(rows.map(({ detail }) => detail).join()).toContain('市里要求每个许可写满常见问题');
    await admin.http.call(saveRule, { params: { ruleId: 'faq' }, body: { revision: 2, severity: null, parameters: {}, reason: '恢复平台的规则' } });
    await desk.finishRuns(admin);
  });

  test('检查途中规则又变，按旧规则的检查让位给新的', async () => {
    const admin = await city().itemAdministrator();
    const old = await admin.http.call(startRun, { body: {} });
    await admin.http.call(saveRule, { params: { ruleId: 'name-spacing' }, body: { revision: 0, severity: 'error', parameters: {}, reason: '名称要求更严' } });
    const [latest, before] = (await admin.http.call(listRuns, { query: { limit: 2 } })).items;
    expect([latest?.cause, latest?.state, before?.id, before?.state]).toEqual(['rules', 'waiting', old.id, 'cancelled']);
    await desk.finishRuns(admin);
  });

  test('两人同时改，后保存的看到最新设置；参数不对、规则不存在、只管一个部门的人被拒绝', async () => {
    const admin = await city().itemAdministrator();
    const body = { revision: 0, severity: 'warning' as const, parameters: {}, reason: '先按提醒执行' };
    await admin.http.call(saveRule, { params: { ruleId: 'window-hours' }, body });
    expect((await refusalOf(admin.http.call(saveRule, { params: { ruleId: 'window-hours' }, body }))).code).toBe('catalog.rule-stale');
    expect((await refusalOf(admin.http.call(saveRule, { params: { ruleId: 'faq' }, body: { ...body, revision: 3, parameters: { least: 99 } } }))).detail).toBe('请填写 1 到 20 之间的整数。');
    expect((await refusalOf(admin.http.call(saveRule, { params: { ruleId: 'vague' }, body: { ...body, parameters: { words: ['…'] } } }))).code).toBe('item-quality.bad-parameter');
    expect((await refusalOf(admin.http.call(saveRule, { params: { ruleId: 'faq' }, body: { ...body, revision: 3, parameters: { other: 1 } } }))).code).toBe('item-quality.bad-parameter');
    expect((await refusalOf(admin.http.call(saveRule, { params: { ruleId: 'none' }, body }))).code).toBe('item-quality.rule-not-found');
    const department = await city().departmentAdministrator('区市监局');
    expect((await refusalOf(department.http.call(saveRule, { params: { ruleId: 'faq' }, body }))).code).toBe('item-quality.whole-city');
    expect((await department.http.call(listRules, {})).abilities).toEqual({ edit: false });
    await desk.finishRuns(admin);
  });
});

describe('例外 (GDE-03)', () => {
  test('上级认可后不再算错误，提交不受阻；改了原文或者收回后又成为问题', async () => {
    const [editor, admin] = [await city().departmentAdministrator('区交通运输局'), await city().itemAdministrator()];
    const itemId = city().itemId('road-freight-licence');
    const { errors } = (await overview()).total;
    const wording = '国务院交通运输主管部门公布的其他证明文件。';
    const draft = await desk.draft(editor, itemId, (elements) => ({ ...elements, conditions: [wording, ...elements.conditions] }));
    const [finding] = await desk.findings(editor, { itemId, rule: 'vague', state: 'open' });
    expect(finding).toMatchObject({ path: 'conditions.0', abilities: { accept: false } });
    const params = { findingId: finding?.id ?? '' };
    expect((await refusalOf(editor.http.call(acceptFinding, { params, body: { reason: '法律原文如此' } }))).code).toBe('item-quality.own-department');
    expect((await refusalOf(desk.publish(editor, admin, draft))).code).toBe('catalog.not-ready');

    const accepted = await admin.http.call(acceptFinding, { params, body: { reason: '法律原文如此，部门已公布文件清单' } });
    expect(accepted).toMatchObject({ state: 'accepted', exception: { reason: '法律原文如此，部门已公布文件清单', byName: admin.name }, abilities: { accept: false, withdrawException: true } });
    expect((await editor.http.call(getItemVersion, { params: draft })).findings).toContainEqual(expect.objectContaining({ rule: 'vague', exception: expect.objectContaining({ byName: admin.name }) }));
    await desk.publish(editor, admin, draft);
    expect(await desk.findings(admin, { itemId, rule: 'vague', track: 'in-use' })).toMatchObject([{ state: 'accepted' }]);
    expect((await overview()).total).toMatchObject({ accepted: 1, errors });

    const [inUse] = await desk.findings(admin, { itemId, rule: 'vague', track: 'in-use' });
    const withdrawn = await admin.http.call(withdrawException, { params: { findingId: inUse?.id ?? '' }, body: { reason: '文件清单已取消' } });
    expect(withdrawn).toMatchObject({ state: 'open', exception: null });
    expect((await overview()).total.errors).toBe(errors + 1);
    expect((await refusalOf(admin.http.call(withdrawException, { params: { findingId: inUse?.id ?? '' }, body: { reason: '再收回一次' } }))).code).toBe('item-quality.not-accepted');
    await admin.http.call(acceptFinding, { params: { findingId: inUse?.id ?? '' }, body: { reason: '重新公布了清单' } });
    const next = await desk.draft(editor, itemId, (elements) => ({ ...elements, conditions: [`${wording.slice(0, -1)}和其他材料。`, ...elements.conditions.slice(1)] }));
    expect((await refusalOf(desk.publish(editor, admin, next))).code).toBe('catalog.not-ready');
    await desk.save(editor, next, (elements) => ({ ...elements, conditions: elements.conditions.slice(1) }));
    await desk.publish(editor, admin, next);
    expect((await overview()).total.errors).toBe(errors);
  });
});

describe('批量检查 (CAT-04)', () => {
  test('同一范围同时只有一次；停止后不再继续；中断后从原处接着做', async () => {
    const admin = await city().itemAdministrator();
    const run = await admin.http.call(startRun, { body: {} });
    expect(run).toMatchObject({ state: 'waiting', done: 0, scopeName: '全部事项', requestedByName: admin.name });
    expect((await refusalOf(admin.http.call(startRun, { body: {} }))).code).toBe('item-quality.run-active');
    expect((await admin.http.call(cancelRun, { params: { runId: run.id } })).state).toBe('cancelled');
    expect((await refusalOf(admin.http.call(cancelRun, { params: { runId: run.id } }))).code).toBe('item-quality.run-ended');
    await runChecks(city().system(), run.id);
    expect((await admin.http.call(listRuns, { query: { limit: 1 } })).items).toMatchObject([{ id: run.id, state: 'cancelled', done: 0 }]);

    const second = await admin.http.call(startRun, { body: {} });
    const { rows: [middle] } = await query('SELECT id, (SELECT count(*)::int FROM catalog.item b WHERE b.id <= a.id) AS place, (SELECT count(*)::int FROM catalog.item) AS total FROM catalog.item a ORDER BY id OFFSET 10 LIMIT 1');
    await query(`UPDATE item_quality.run SET state = 'running', last_item_id = $1, done = $2 WHERE id = $3`, [middle.id, middle.place, second.id]);
    await runChecks(city().system(), second.id);
    expect((await admin.http.call(listRuns, { query: { limit: 1 } })).items).toMatchObject([{ id: second.id, state: 'finished', done: middle.total, total: middle.total }]);
  });

  test('停了很久的检查算中断，可以重新发起', async () => {
    const admin = await city().itemAdministrator();
    const stuck = await admin.http.call(startRun, { body: {} });
    await query(`UPDATE item_quality.run SET moved_at = moved_at - interval '1 hour' WHERE id = $1`, [stuck.id]);
    const run = await desk.check(admin);
    const states = new Map((await admin.http.call(listRuns, { query: {} })).items.map(({ id, state }) => [id, state]));
    expect([states.get(stuck.id), states.get(run.id)]).toEqual(['failed', 'finished']);
  });

  test('部门只能检查自己的事项；别的部门、别的区划当作没有', async () => {
    const department = await city().departmentAdministrator('区人社局');
    const run = await desk.check(department);
    expect(run).toMatchObject({ scopeName: '本部门及下属单位的事项', total: expect.any(Number) });
    expect((await refusalOf(department.http.call(startRun, { body: { organizationId: city().organizationId('区民政局') } }))).kind).toBe('not-found');
    expect((await refusalOf(department.http.call(startRun, { body: { regionCode: '511602000000' } }))).kind).toBe('not-found');
    const other = await city().departmentAdministrator('区民政局');
    expect((await other.http.call(listRuns, { query: {} })).items.map(({ id }) => id)).not.toContain(run.id);
    expect((await refusalOf(other.http.call(cancelRun, { params: { runId: run.id } }))).code).toBe('item-quality.run-not-found');
  });
});

describe('准确率的变化 (IND-01)', () => {
  test('每天留下当日的数，旧日子不因后来的变化而改写；今天是现在的数', async () => {
    const admin = await city().itemAdministrator();
    await desk.check(admin);
    const yesterday = (await overview()).total;
    await city().moveTo('2026-11-21T10:00');
    await query(`UPDATE kernel.dictionary_entry SET active = false WHERE dictionary = 'special-procedure' AND code = 'detection'`);
    await desk.check(admin);
    const { days } = await admin.http.call(getQualityTrend, { query: { days: 7 } });
    expect(days.map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-21']);
    expect(days[0]).toMatchObject({ accuracy: yesterday.accuracy, accurate: yesterday.accurate, formulaVersion: 1 });
    expect(days[1]?.errors).toBeGreaterThan(yesterday.errors);
    const housing = await admin.http.call(getQualityTrend, { query: { days: 7, organizationId: city().organizationId('区民政局') } });
    expect(housing.days[1]?.inUse).toBeLessThan(days[1]?.inUse ?? 0);
  });
});

describe('看得到的范围 (CAT-04)', () => {
  test('权限分在几个部门的人：没检查过的事项照样算进分母；一次发起，逐处检查，正在检查的一处不重复', async () => {
    const departments = ['区民政局', '区人社局'] as const;
    const ids = departments.map((name) => city().organizationId(name));
    const account = await signInTestStaff(city().server.kernel, {
      organizationId: ids[0] ?? '', roles: ids.map((organizationId) => ({ code: 'item-administrator', organizationId, scope: { kind: 'organization' as const, organizationPath: '' } })),
    });
    const several = { ...account, http: visit(city().origin, account.headers.authorization.slice('Bearer '.length)) };
    await desk.settle();
    const { rows: [unchecked] } = await query(`DELETE FROM item_quality.item_check WHERE track = 'in-use' AND item_id = $1 RETURNING item_id`, [city().itemId('elderly-allowance')]);
    expect(unchecked.item_id).toBe(city().itemId('elderly-allowance'));
    const seen = await several.http.call(getQualityOverview, { query: {} });
    const { rows: [count] } = await query('SELECT count(*)::int AS items FROM catalog.item WHERE published_version_id IS NOT NULL AND organization_id = ANY($1::uuid[])', [ids]);
    expect([seen.unchecked, seen.total.inUse + seen.unchecked]).toEqual([1, count.items]);
    expect((await several.http.call(getQualityOverview, { query: { organizationId: ids[0] ?? '' } })).unchecked).toBe(1);
    const run = await several.http.call(startRun, { body: {} });
    const waiting = (await several.http.call(listRuns, { query: {} })).items.filter(({ state }) => state === 'waiting');
    expect(waiting.map(({ id }) => id)).toContain(run.id);
    expect(waiting.map(({ total }) => total)).toHaveLength(2);
    expect((await refusalOf(several.http.call(startRun, { body: {} }))).code).toBe('item-quality.run-active');
    for (const { id } of waiting) await runChecks(city().system(), id);
    expect((await several.http.call(getQualityOverview, { query: {} })).unchecked).toBe(0);
  });

  test('部门只看到自己的问题和比率；市民和窗口人员看不到', async () => {
    const [admin, department] = [await city().itemAdministrator(), await city().departmentAdministrator('区住建局')];
    const own = await desk.findings(department);
    expect(new Set(own.map(({ organizationId }) => organizationId))).toEqual(new Set([city().organizationId('区住建局')]));
    expect((await department.http.call(getQualityOverview, { query: {} })).departments.map(({ organizationId }) => organizationId)).toEqual([city().organizationId('区住建局')]);
    const foreign = (await desk.findings(admin)).find(({ organizationId }) => organizationId !== city().organizationId('区住建局'));
    expect((await refusalOf(department.http.call(acceptFinding, { params: { findingId: foreign?.id ?? '' }, body: { reason: '别的部门的问题' } }))).code).toBe('item-quality.finding-not-found');
    expect((await refusalOf((await city().officer('区住建局', 'window')).http.call(listFindings, { query: {} }))).kind).toBe('forbidden');
    expect((await refusalOf(city().stranger().call(listFindings, { query: {} }))).kind).toBe('unauthenticated');
  });
});
