import { beforeEach, describe, expect, it } from 'vitest';
import { advanceAccounts, recountAccounts } from '../../../kernel/time-accounts/index.ts';
import { applyAsElder } from '../../../testing/apply.ts';
import { refusalOf } from '../../../testing/http-client.ts';
import { accept, approve, deliver, look, review } from '../../../testing/office.ts';
import { useTestCity, type Signed } from '../../../testing/test-city.ts';
import { refuseCase, requestSupplement } from '../../intake/contract.ts';
import { applyLawDeadlines } from '../../intake/index.ts';
import { listSignals, settleSignal, type Signal } from '../contract.ts';
import { addSupervisionRule, changeSupervisionRule, listRuleVersions, listSupervisionRules, tryRule, type RuleSettings, type SupervisionRule } from '../rules.contract.ts';
import { advanceWatch } from '../signals/advance-watch.ts';

const city = useTestCity({ now: '2026-11-02T10:00:00+08:00', env: { TONGBAN_DEMO: '1' } });

/** Moves to a time and does what the minutely jobs and the relay would have done. */
async function on(time: string): Promise<void> {
  await city().moveTo(time);
  await settle();
}
async function settle(): Promise<void> {
  await recountAccounts(city().system());
  await advanceAccounts(city().system());
  await city().server.relay.drain();
  await advanceWatch(city().system());
  await city().server.relay.drain();
}

const wide: RuleSettings = { name: '城区补正', kind: 'supplement-repeated', level: 'yellow', thresholds: { times: 0 }, findings: [], told: ['supervisor'], regionCode: null, organizationId: null, itemId: null, projectType: null, validFrom: null, validTo: null, channels: null, active: true };

describe('监察规则 (SUP-01)', () => {
  let supervisor: Signed;
  let clerk: Signed;
  let caseId: string;
  beforeEach(async () => {
    await on('2026-11-02T10:00');
    [supervisor, clerk] = [await city().officer('区民政局', 'supervision'), await city().officer('区民政局', 'window')];
    ({ receipt: { caseId } } = await applyAsElder(city()));
    await settle();
  });
  const signals = async (query: { open?: boolean } = {}): Promise<Signal[]> => (await supervisor.http.call(listSignals, { query: { ...query, caseId } })).items;
  const numbers = async (): Promise<string[]> => (await signals({ open: true })).map(({ rule }) => rule.ruleNo).toSorted();
  const rules = async () => (await supervisor.http.call(listSupervisionRules, {})).items;
  const ruleOf = async (ruleNo: string): Promise<SupervisionRule> => {
    const found = (await rules()).find((one) => one.ruleNo === ruleNo);
    if (!found) throw new Error(`no rule ${ruleNo}`);
    return found;
  };
  const settingsOf = ({ name, kind, level, thresholds, findings, told, regionCode, organizationId, itemId, projectType, validFrom, validTo, channels, active }: SupervisionRule): RuleSettings =>
    ({ name, kind, level, thresholds, findings, told, regionCode, organizationId, itemId, projectType, validFrom, validTo, channels, active });
  const change = async (ruleNo: string, next: Partial<RuleSettings>, reason = '按新要求调整') => {
    const rule = await ruleOf(ruleNo);
    return supervisor.http.call(changeSupervisionRule, { params: { ruleId: rule.id }, body: { ...settingsOf(rule), ...next, version: rule.version, reason } });
  };
  const told = async (staffId: string): Promise<string[]> => (await city().server.database.db.pool.query(
    `SELECT body FROM messaging.message WHERE recipient_id = $1 AND dedupe_key LIKE $2 ORDER BY id`, [staffId, `signal:${caseId}:%`])).rows.map(({ body }) => body);

  it('收件满四个工作日未受理即预警，告诉窗口；视为受理后变成黄牌并告诉监督员', async () => {
    await on('2026-11-06T10:00');
    expect(await numbers()).toEqual([]);
    await on('2026-11-07T00:00');
    expect(await signals({ open: true })).toMatchObject([{ level: 'warning', rule: { ruleNo: 'JC04', version: 1 }, says: '2026年11月2日 收到申请，满 4 个工作日仍未受理', advice: expect.stringContaining('视为受理') }]);
    expect(await told(clerk.id)).toEqual([expect.stringContaining('满 4 个工作日仍未受理')]);
    await on('2026-11-10T00:11');
    await applyLawDeadlines(city().system());
    await settle();
    expect(await numbers()).toContain('JC05');
    expect(await numbers()).not.toContain('JC04');
    expect(await told(supervisor.id)).toContainEqual(expect.stringContaining('视为受理'));
  });

  it.each([
    ['按消息设置走钉钉', null, ['dingtalk', 'in-site']], ['本规则指定邮件', ['email'], ['email', 'in-site']], ['两个都走', ['dingtalk', 'email'], ['dingtalk', 'email', 'in-site']], ['只发站内', [], ['in-site']],
  ] satisfies [string, RuleSettings['channels'], string[]][])('预警的消息通道：%s (MSG-01)', async (_how, channels, expected) => {
    const { pool } = city().server.database.db;
    await pool.query(`UPDATE messaging.channel SET enabled = true WHERE code IN ('dingtalk', 'email')`);
    for (const code of ['dingtalk', 'email']) await pool.query(`INSERT INTO messaging.address (owner_id, channel, owner_kind, address, address_index, bound_at) VALUES ($1, $2, 'staff', 'x', $1 || $2, now()) ON CONFLICT DO NOTHING`, [clerk.id, code]);
    expect((await change('JC04', { channels })).channels).toEqual(channels);
    await on('2026-11-07T00:00');
    const { rows } = await pool.query<{ channel: string }>('SELECT channel FROM messaging.message WHERE recipient_id = $1 AND dedupe_key LIKE $2 ORDER BY channel', [clerk.id, `signal:${caseId}:%`]);
    expect(rows.map(({ channel }) => channel)).toEqual(expected);
  });

  it('环节过了流程规定的日期预警；承诺期限一过，改为黄牌，环节预警解除', async () => {
    await accept(clerk, caseId);
    await settle();
    await on('2026-11-04T23:59');
    expect(await numbers()).toEqual([]);
    await on('2026-11-05T00:00');
    expect(await signals({ open: true })).toMatchObject([{ level: 'warning', rule: { ruleNo: 'JC06' }, dueOn: '2026-11-04', says: '“审查”环节应于 2026年11月4日 前办完' }]);
    await on('2026-11-10T00:00');
    expect(await numbers()).toEqual(['JC02']);
  });

  it('受理后几分钟就决定的疑似体外循环；决定后十个工作日没有送达亮黄牌，送达即解除', async () => {
    const decider = await city().officer('区民政局', 'decision');
    await accept(clerk, caseId);
    await review(await city().officer('区民政局', 'preliminary-review'), caseId);
    await review(await city().officer('区民政局', 'review'), caseId);
    await approve(decider, caseId);
    await settle();
    expect(await signals({ open: true })).toMatchObject([{ level: 'warning', rule: { ruleNo: 'JC09' }, says: '从受理到决定不到 1 分钟' }]);
    expect(await told(supervisor.id)).toHaveLength(1);
    expect(await told(decider.id)).toEqual([]);
    await on('2026-11-16T23:59');
    expect(await numbers()).toEqual(['JC09']);
    await on('2026-11-17T00:00');
    expect(await numbers()).toEqual(['JC09', 'JC12']);
    await deliver(await city().officer('区民政局', 'delivery'), caseId);
    await settle();
    expect(await numbers()).toEqual(['JC09']);
  });

  it('不予受理理由过短亮黄牌，告诉部门负责人；核销后不再亮起', async () => {
    const { version } = await look(clerk, caseId);
    await change('JC07', { thresholds: { characters: 60 } });
    await clerk.http.call(refuseCase, { params: { caseId }, body: { version, ground: 'not-qualified', reasons: '年龄不符合。' } });
    await settle();
    const [signal] = await signals({ open: true });
    expect(signal).toMatchObject({ level: 'yellow', rule: { ruleNo: 'JC07', version: 2 }, says: expect.stringMatching(/不予受理的理由只有 \d+ 个字/) });
    expect(await told((await city().officer('区民政局', 'decision')).id)).toHaveLength(1);
    expect(await refusalOf(clerk.http.call(settleSignal, { params: { signalId: signal?.id ?? '' }, body: { text: '已补充说明理由' } }))).toMatchObject({ status: 403 });
    const settled = await supervisor.http.call(settleSignal, { params: { signalId: signal?.id ?? '' }, body: { text: '已补充说明理由并重新送达' } });
    expect(settled).toMatchObject({ settled: { text: '已补充说明理由并重新送达' }, abilities: { settle: false } });
    expect(await refusalOf(supervisor.http.call(settleSignal, { params: { signalId: signal?.id ?? '' }, body: { text: '再核销一次' } }))).toMatchObject({ code: 'supervision.already-settled' });
    await change('JC07', { thresholds: { characters: 61 } });
    await settle();
    expect(await numbers()).toEqual([]);
  });

  it('规则可以新增、试算、修改、停用：在办件随之重新判定，历史留痕', async () => {
    const { version } = await look(clerk, caseId);
    await clerk.http.call(requestSupplement, { params: { caseId }, body: { version, explanation: '请补充', items: [{ kind: 'other', key: 'other', reason: '请补充户籍证明' }] } });
    await settle();
    const trial = await supervisor.http.call(tryRule, { body: wide });
    expect(trial).toMatchObject({ count: 1, partial: false, sample: [{ caseId, says: '已要求补正 1 次' }] });
    expect((await supervisor.http.call(tryRule, { body: { ...wide, organizationId: city().organizationId('区住建局') } })).count).toBe(0);
    expect(await numbers()).toEqual([]);
    const added = await supervisor.http.call(addSupervisionRule, { body: { ...wide, reason: '群众反映补正多' } });
    expect(added).toMatchObject({ ruleNo: 'JC23', version: 1 });
    expect((await supervisor.http.call(listSupervisionRules, {})).recheckLeft).toBeGreaterThan(0);
    await settle();
    expect(await numbers()).toEqual(['JC23']);
    expect(await ruleOf('JC23')).toMatchObject({ openSignals: 1 });
    const stopped = await change('JC23', { active: false }, '试行结束');
    await settle();
    expect(await numbers()).toEqual([]);
    const { items } = await supervisor.http.call(listRuleVersions, { params: { ruleId: stopped.id }, query: {} });
    expect(items.map((one) => [one.version, one.reason, one.settings.active])).toEqual([[2, '试行结束', false], [1, '群众反映补正多', true]]);
    const body = { ...settingsOf(stopped), version: 1, reason: '看过的是旧的' };
    expect(await refusalOf(supervisor.http.call(changeSupervisionRule, { params: { ruleId: stopped.id }, body }))).toMatchObject({ code: 'supervision.rule-stale' });
  });

  it('门槛、范围、日期不对的规则存不进去', async () => {
    const add = (next: Partial<RuleSettings>) => refusalOf(supervisor.http.call(addSupervisionRule, { body: { ...wide, ...next, reason: '试一试' } }));
    expect(await add({ thresholds: { times: 11 } })).toMatchObject({ code: 'supervision.bad-threshold' });
    expect(await add({ organizationId: '00000000-0000-7000-8000-000000000000' })).toMatchObject({ code: 'supervision.bad-scope' });
    expect(await add({ validFrom: '2026-12-01', validTo: '2026-11-01' })).toMatchObject({ code: 'supervision.bad-period' });
    const rule = await ruleOf('JC02');
    expect(await refusalOf(supervisor.http.call(changeSupervisionRule, { params: { ruleId: rule.id }, body: { ...settingsOf(rule), kind: 'over-legal', version: rule.version, reason: '换一种' } }))).toMatchObject({ code: 'supervision.rule-kind-fixed' });
  });

  it('全市的承诺期限预警一改，办件页上的时钟也按新的预警', async () => {
    await accept(clerk, caseId);
    await settle();
    expect((await look(supervisor, caseId)).clock).toMatchObject({ level: 'normal' });
    await change('JC01', { thresholds: { days: 4, share: 80 } });
    await on('2026-11-04T10:00');
    expect((await look(supervisor, caseId)).clock).toMatchObject({ level: 'warning' });
    expect(await numbers()).toContain('JC01');
    await change('JC01', { thresholds: { days: 1, share: 20 } });
    await settle();
    expect(await numbers()).not.toContain('JC01');
  });

  it('没有权限的人看不到规则，改不了规则 (ORG-04)', async () => {
    const [decider] = [await city().officer('区民政局', 'decision')];
    const rule = await ruleOf('JC02');
    expect(await decider.http.call(listSupervisionRules, {})).toMatchObject({ canEdit: false });
    const refused = [
      () => clerk.http.call(listSupervisionRules, {}), () => clerk.http.call(listRuleVersions, { params: { ruleId: rule.id }, query: {} }), () => decider.http.call(addSupervisionRule, { body: { ...wide, reason: '越权' } }),
      () => decider.http.call(tryRule, { body: wide }), () => decider.http.call(changeSupervisionRule, { params: { ruleId: rule.id }, body: { ...settingsOf(rule), version: rule.version, reason: '越权' } }),
    ];
    for (const call of refused) expect(await refusalOf(call())).toMatchObject({ status: 403 });
  });
});
