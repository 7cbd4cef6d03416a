import { beforeAll, describe, expect, test } from 'vitest';
import { useTestCity } from '../../testing/test-city.ts';
import { createMaterial } from '../materials/contract.ts';
import { acceptFinding, listRuns, saveRule, type QualityRun } from './contract.ts';
import { checkNightly, runChecks } from './index.ts';
import { qualityDesk } from './testing/quality-desk.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
const desk = qualityDesk(city);
const query = (text: string, values: unknown[] = []) => city().server.kernel.db.pool.query(text, values);

/** A night, and the run it led to. */
async function night(): Promise<QualityRun> {
  const admin = await city().itemAdministrator();
  await checkNightly(city().system());
  const latest = async () => (await admin.http.call(listRuns, { query: { limit: 1 } })).items[0];
  await runChecks(city().system(), (await latest())?.id ?? '');
  const run = await latest();
  if (!run) throw new Error('no run');
  expect(run).toMatchObject({ cause: 'nightly', state: 'finished', done: run.total });
  return run;
}

const checked = ({ done, unchanged }: QualityRun): number => done - unchanged;
const elderly = () => city().itemId('elderly-allowance');
const basisOf = async (itemId: string): Promise<string> => (await query(`SELECT basis FROM item_quality.item_check WHERE item_id = $1 AND track = 'in-use'`, [itemId])).rows[0]?.basis;
const refersTo = async (itemId: string) => (await query(`SELECT refers_to FROM item_quality.item_check WHERE item_id = $1 AND track = 'in-use'`, [itemId])).rows[0]?.refers_to;

beforeAll(async () => {
  const { code } = await (await city().itemAdministrator()).http.call(createMaterial, {
    body: { kind: 'application', name: '高龄津贴申领表', aliases: [], type: '1', form: '3', necessity: '1', source: '10', acceptanceStandard: '清晰、完整。', sensitive: false, licenceTypes: [] },
  });
  await query(`UPDATE catalog.item_version SET elements = jsonb_set(elements, '{materials,0,standardCode}', to_jsonb($2::text)) WHERE item_id = $1 AND state = 'published'`, [elderly(), code]);
  await desk.settle();
  expect(await night()).toMatchObject({ changedOnly: false, unchanged: 0 });
});

describe('夜间只检查有变化的事项 (CAT-04)', () => {
  test('没有变化的一夜不检查任何事项，结果不变，当日的数照样留下', async () => {
    const count = async () => (await query('SELECT (SELECT count(*) FROM item_quality.finding)::int AS findings, (SELECT count(*) FROM kernel.event)::int AS events, (SELECT max(checked_at) FROM item_quality.item_check) AS at')).rows[0];
    const before = await count();
    await city().moveTo('2026-11-21T02:30');
    const run = await night();
    expect([run.changedOnly, checked(run)]).toEqual([true, 0]);
    expect(await count()).toEqual(before);
    expect((await query(`SELECT count(*)::int AS days FROM (SELECT DISTINCT day FROM item_quality.daily) d`)).rows).toEqual([{ days: 2 }]);
  });

  // Changes as they come about elsewhere, without an event that this module hears.
  test.each([
    ['版本的要素变了', `UPDATE catalog.item_version SET elements = jsonb_set(elements, '{conditions}', '["其他条件。"]') WHERE item_id = $1 AND state = 'published'`, 'vague',
      `UPDATE catalog.item_version SET elements = jsonb_set(elements, '{conditions}', '["年满八十周岁。"]') WHERE item_id = $1 AND state = 'published'`],
    ['引用的部门撤销', `UPDATE organization.organization SET valid_to = '2026-11-21' WHERE id = (SELECT organization_id FROM catalog.item WHERE id = $1)`, 'organization-closed',
      `UPDATE organization.organization SET valid_to = NULL WHERE id = (SELECT organization_id FROM catalog.item WHERE id = $1)`],
    ['引用的流程没有了', `SET session_replication_role = replica; UPDATE workflow.definition SET key = 'gone-' || key WHERE key = (SELECT elements #>> '{handling,processKey}' FROM catalog.item_version WHERE item_id = $1 AND state = 'published'); SET session_replication_role = DEFAULT`, 'process-unknown',
      `SET session_replication_role = replica; UPDATE workflow.definition SET key = substr(key, 6) WHERE key LIKE 'gone-%'; SET session_replication_role = DEFAULT`],
    ['引用的证照类型没有了', `UPDATE licences.licence_type SET code = 'gone-' || code WHERE code IN (SELECT elements #>> '{handling,licenceTypeCode}' FROM catalog.item_version WHERE item_id = $1)`, 'licence-type-unknown',
      `UPDATE licences.licence_type SET code = substr(code, 6) WHERE code LIKE 'gone-%'`],
    ['引用的标准材料没有了', `UPDATE materials.material SET code = 'gone-' || code WHERE code IN (SELECT m ->> 'standardCode' FROM catalog.item_version, jsonb_array_elements(elements -> 'materials') m WHERE item_id = $1)`, 'standard-material-unknown',
      `UPDATE materials.material SET code = substr(code, 6) WHERE code LIKE 'gone-%'`],
    ['成了自己的下级事项', `UPDATE catalog.item SET parent_item_id = id WHERE id = $1`, 'item-cycle', `UPDATE catalog.item SET parent_item_id = NULL WHERE id = $1`],
    ['另有同名事项', `UPDATE catalog.item SET name = (SELECT name FROM catalog.item WHERE id = $1) WHERE id = (SELECT o.id FROM catalog.item o JOIN catalog.item i ON i.id = $1 WHERE o.organization_id = i.organization_id AND o.id <> i.id AND o.published_version_id IS NOT NULL ORDER BY o.id LIMIT 1)`, 'namesake',
      `UPDATE catalog.item i SET name = v.elements ->> 'name' FROM catalog.item_version v WHERE v.id = i.published_version_id AND i.name <> v.elements ->> 'name'`],
  ])('%s：只检查有关的事项，查出来；恢复后消除', async (_what, spoil, rule, restore) => {
    const admin = await city().itemAdministrator();
    const itemId = city().itemId({ 'licence-type-unknown': 'food-business-licence', 'namesake': 'drainage-licence' }[rule] ?? 'elderly-allowance');
    const standing = async () => (await desk.findings(admin, { itemId, track: 'in-use', state: 'current', rule })).length;
    await query(spoil.replaceAll('$1', `'${itemId}'`));
    const spoiled = await night();
    expect([spoiled.changedOnly, checked(spoiled) > 0, spoiled.unchanged > 0, await standing() > 0]).toEqual([true, true, true, true]);
    await query(restore.replaceAll('$1', `'${itemId}'`));
    const restored = await night();
    expect([restored.changedOnly, checked(restored) > 0, await standing()]).toEqual([true, true, 0]);
    expect(checked(await night())).toBe(0);
  });

  test('代码停用：凡有代码的事项都检查', async () => {
    const admin = await city().itemAdministrator();
    await query(`UPDATE kernel.dictionary_entry SET active = false WHERE dictionary = 'special-procedure' AND code = 'detection'`);
    const run = await night();
    expect([run.changedOnly, run.unchanged]).toEqual([true, 0]);
    expect(await desk.findings(admin, { rule: 'unknown-code', state: 'current', itemId: city().itemId('drainage-licence') })).not.toEqual([]);
    await query(`UPDATE kernel.dictionary_entry SET active = true WHERE dictionary = 'special-procedure' AND code = 'detection'`);
    expect((await night()).unchanged).toBe(0);
    expect(await desk.findings(admin, { rule: 'unknown-code', state: 'current' })).toEqual([]);
  });

  test('到了部门撤销的日子：没有人改过什么，也检查', async () => {
    const admin = await city().itemAdministrator();
    const organizationId = city().organizationId('区民政局');
    await query(`UPDATE organization.organization SET valid_to = '2026-11-25' WHERE id = $1`, [organizationId]);
    expect(checked(await night())).toBe(0);
    await city().moveTo('2026-11-25T02:30');
    expect(checked(await night())).toBeGreaterThan(0);
    expect(await desk.findings(admin, { rule: 'organization-closed', state: 'current', itemId: elderly() })).toHaveLength(1);
    await query('UPDATE organization.organization SET valid_to = NULL WHERE id = $1', [organizationId]);
    await night();
  });

  test('规则的设置变了：全部检查；认可或收回例外：只检查这一项', async () => {
    const admin = await city().itemAdministrator();
    await query(`UPDATE catalog.item_version SET elements = jsonb_set(elements, '{conditions}', '["其他条件。"]') WHERE item_id = $1 AND state = 'published'`, [elderly()]);
    await night();
    const [finding] = await desk.findings(admin, { itemId: elderly(), rule: 'vague', track: 'in-use', state: 'open' });
    await admin.http.call(acceptFinding, { params: { findingId: finding?.id ?? '' }, body: { reason: '上级文件就是这样写的' } });
    expect(await desk.findings(admin, { itemId: elderly(), rule: 'vague', track: 'in-use', state: 'accepted' })).toHaveLength(1);
    // It was checked there and then; the night finds nothing left to do.
    expect(checked(await night())).toBe(0);
    await query('DELETE FROM catalog.quality_exception WHERE item_id = $1', [elderly()]);
    expect(checked(await night())).toBe(1);
    expect(await desk.findings(admin, { itemId: elderly(), rule: 'vague', track: 'in-use', state: 'open' })).toHaveLength(1);
    await admin.http.call(saveRule, { params: { ruleId: 'faq' }, body: { revision: 0, severity: null, parameters: { least: 20 }, reason: '市里要求写满常见问题' } });
    // Somebody stops the run over everything; the night makes up for it.
    await query(`UPDATE item_quality.run SET state = 'cancelled', finished_at = now() WHERE state = 'waiting'`);
    expect(await night()).toMatchObject({ changedOnly: true, unchanged: 0 });
    expect(await desk.findings(admin, { rule: 'faq', state: 'current', track: 'in-use' })).not.toEqual([]);
  });

  test('没有检查过的、检查所依据的不知道的、已取消的：都检查', async () => {
    await query('UPDATE item_quality.item_check SET basis = NULL WHERE item_id = $1', [elderly()]);
    await query('DELETE FROM item_quality.item_check WHERE item_id = $1', [city().itemId('drainage-licence')]);
    await query('UPDATE catalog.item SET published_version_id = NULL WHERE id = $1', [city().itemId('road-occupation')]);
    expect(checked(await night())).toBe(3);
    expect([await basisOf(elderly()), await refersTo(city().itemId('drainage-licence'))]).toEqual([expect.any(String), expect.objectContaining({ organizations: expect.any(Array) })]);
    const { rows } = await query(`SELECT active FROM item_quality.item_check WHERE item_id = $1 AND track = 'in-use'`, [city().itemId('road-occupation')]);
    expect(rows).toEqual([{ active: false }]);
    expect(checked(await night())).toBe(0);
  });

  test('三十天没有全部检查过的，当夜全部检查', async () => {
    await city().moveTo('2026-12-21T02:30');
    expect(await night()).toMatchObject({ changedOnly: false, unchanged: 0 });
    await city().moveTo('2026-12-22T02:30');
    expect(await night()).toMatchObject({ changedOnly: true });
  });
});
