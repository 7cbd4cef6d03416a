import { beforeAll, describe, expect, it } from 'vitest';
import { fictitiousResidentId } from '../../kernel/identity/fictitious-numbers.ts';
import { ApiError } from '@tongban/api-client';
import { createVersion, editVersion, getRuleSet, listRuleSets, publishVersion } from '../../kernel/rules/contract.ts';
import { listMessages } from '../../kernel/messaging/contract.ts';
import { useAutomaticItems, applyAutomatic, fillAutomatic, settle } from '../../testing/automation.ts';
import { applyAsElder } from '../../testing/apply.ts';
import { accept, look } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { expectWholeRecords } from '../../testing/whole-records.ts';
import { listMyLicences, verifyLicenceCode } from '../licences/contract.ts';
import {
  activateSetting, agreeWithRun, checkSetting, createSetting, editSetting, exportRuns, getCaseAutomation, getMyAutomation, getPlatformSwitch, getRun, getSetting, getStatistics, listAutomation, listReviews,
  listRuns, overturnRun, preCheckDraft, requestReview, resumeSetting, setPlatformSwitch, stopSetting, takeOverCase,
} from './contract.ts';
import { runCase } from './engine/run-case.ts';
import { sweepRuns } from './engine/sweep-runs.ts';

const city = useTestCity({ now: '2026-11-20T09:30:00+08:00' });
expectWholeRecords(city);
const automatic = useAutomaticItems(city);

let people = 0;
/** A new applicant of an age between 20 and 50. */
const adult = (birth = '19900515') => city().person({ name: '周婷', documentNumber: fictitiousResidentId(300 + (people += 1), birth) });
const apply = async (key = 'employment-record', change: Record<string, unknown> = {}, birth?: string) => {
  const who = await adult(birth);
  const { caseId } = await applyAutomatic(who, automatic().itemId(key), key, change);
  return { who, caseId };
};
/** A case that the platform has decided and that was not drawn as a sample: nobody has begun to review it. */
const applyUnsampled = async () => {
  for (;;) {
    const applied = await apply();
    await settle(city());
    if ((await applied.who.http.call(getMyAutomation, { params: { caseId: applied.caseId } })).mayRequest) return applied;
  }
};
const refusal = async (call: Promise<unknown>) => {
  const error = await call.then(() => undefined, (caught: unknown) => caught);
  return error instanceof ApiError ? error.problem.code : undefined;
};
const settingOf = async (reader: Signed, key: string) => {
  const { items } = await reader.http.call(listAutomation, { query: { limit: 100 } });
  const line = items.find(({ itemId }) => itemId === automatic().itemId(key));
  if (!line) throw new Error(`no setting of ${key}`);
  return line;
};

describe('全流程自动：从提交到核验为真的证照 (DEC-01, DEC-03, DEC-06)', () => {
  it('符合规则的当场受理、决定、发证、送达；时间线写明系统自动，决定书告知怎样要求人工', async () => {
    const { who, caseId } = await apply();
    await settle(city());
    const view = await look(who, caseId);
    expect([view.status, view.outcome, view.tasks]).toEqual(['closed', 'approved', []]);
    expect(view.timeline.map(({ type, by }) => [type, by])).toEqual([['submit', '周婷'], ['accept', '系统自动'], ['decide', '系统自动'], ['deliver', '系统自动']]);
    expect(view.timeline.find(({ type }) => type === 'decide')?.opinion).toContain('“办理方式”');
    const { items: licences } = await who.http.call(listMyLicences, { query: {} });
    expect(await city().stranger().call(verifyLicenceCode, { params: { code: licences[0]?.identifier ?? '' } })).toMatchObject({ verdict: 'genuine' });
    const { rows: [notice] } = await city().server.database.db.pool.query<{ data: { automatic: string } }>(`SELECT data FROM cases.notice WHERE case_id = $1 AND kind = 'approval-decision'`, [caseId]);
    expect(notice?.data.automatic).toMatch(/业务规则（第 1 版.*要求由工作人员复核/);
  });

  it('每个决定都钉住规则版本、留下输入和逐项解释；查看解释留痕', async () => {
    const { caseId } = await apply();
    await settle(city());
    const supervisor = await city().officer('区人社局', 'supervision');
    const run = await supervisor.http.call(getRun, { params: { caseId } });
    expect(run).toMatchObject({ outcome: 'approved', ruleVersionNumber: 1, applicantName: '周*' });
    expect(run.explanation?.map(({ decision, result }) => [decision, result])).toEqual([['问题清单', expect.any(String)], ['办理方式', '“自动办理”']]);
    expect(run.checks.every(({ passed }) => passed)).toBe(true);
    const { rows } = await city().server.database.db.pool.query(`SELECT version_id AS "versionId" FROM rules.evaluation WHERE subject_type = 'case' AND subject_id = $1`, [caseId]);
    expect(rows).toEqual([{ versionId: run.ruleVersionId }]);
    const { rows: [audit] } = await city().server.database.db.pool.query(`SELECT purpose FROM kernel.audit_entry WHERE action = 'decisioning.read-explanation' AND object_id = $1`, [caseId]);
    expect(audit).toEqual({ purpose: '核查自动审批的依据' });
  });

  it('单线流程中的两次审查也由系统完成；零材料事项列得出来 (DEC-06)', async () => {
    const { caseId, who } = await apply('elderly-card', {}, '19500203');
    await settle(city());
    const view = await look(await city().officer('区民政局', 'decision'), caseId);
    expect(view.timeline.map(({ type }) => type)).toEqual(['submit', 'accept', 'review', 'review', 'decide', 'deliver']);
    expect(view.reviews.flatMap(({ points }) => points).every(({ satisfied }) => satisfied)).toBe(true);
    expect((await look(who, caseId)).licence?.name).toBe('老年人优待证');
    const { items } = await (await city().itemAdministrator()).http.call(listAutomation, { query: { withoutMaterials: true } });
    expect(items.map(({ itemName }) => itemName)).toEqual(expect.arrayContaining(['就业登记', '失业登记', '老年人优待证申领', '市场主体歇业备案']));
  });

  it('规则不支持的转工作人员，不由系统作不利决定；原因写在结果里，待办照常', async () => {
    const { caseId, who } = await apply('unemployment-record', { now: '有' });
    await settle(city());
    const view = await look(who, caseId);
    expect([view.status, view.outcome]).toEqual(['submitted', null]);
    const clerk = await city().officer('区人社局', 'window');
    expect((await look(clerk, caseId)).tasks).toEqual([expect.objectContaining({ step: 'acceptance', mine: true })]);
    const { automation } = await clerk.http.call(getCaseAutomation, { params: { caseId } });
    expect(automation).toMatchObject({ outcome: 'to-person', reason: expect.stringContaining('转人工') });
    await accept(clerk, caseId);
    expect((await look(who, caseId)).status).toBe('accepted');
  });

  it('渠道之外、已有在办件的转工作人员', async () => {
    const who = await adult();
    const [first, second] = [await applyAutomatic(who, automatic().itemId('unemployment-record'), 'unemployment-record', { now: '有' }), await applyAutomatic(who, automatic().itemId('unemployment-record'), 'unemployment-record')];
    await settle(city());
    const decider = await city().officer('区人社局', 'decision');
    const reasons = await Promise.all([first, second].map(async ({ caseId }) => (await decider.http.call(getRun, { params: { caseId } })).reason));
    expect(reasons[0]).toContain('办理方式');
    expect(reasons[1]).toContain(`没有同一事项的在办件（办件${first.number}）`);
  });

  it('重复的事件、重复的任务、中途被杀：只办一次，从停下的地方接着办', async () => {
    const { caseId, who } = await apply();
    const ctx = city().system();
    // As if the process had died after acceptance: the run is at work, the case accepted, the job comes again.
    await city().server.relay.drain();
    await Promise.all([runCase(ctx, caseId), runCase(ctx, caseId)]);
    await city().server.database.db.pool.query(`UPDATE kernel.subscription SET last_tx = '0', last_position = 0 WHERE name LIKE 'decisioning.%'`);
    await settle(city());
    await runCase(ctx, caseId);
    const view = await look(who, caseId);
    expect(view.timeline.map(({ type }) => type)).toEqual(['submit', 'accept', 'decide', 'deliver']);
    const { rows: [counts] } = await city().server.database.db.pool.query(
      `SELECT (SELECT count(*)::int FROM licences.licence WHERE case_id = $1) AS licences, (SELECT count(*)::int FROM decisioning.run WHERE case_id = $1) AS runs`, [caseId]);
    expect(counts).toEqual({ licences: 1, runs: 1 });
  });

  it('系统办不完的，到时间转给工作人员', async () => {
    const { caseId } = await apply();
    const ctx = city().system();
    await city().server.database.db.pool.query(
      `INSERT INTO decisioning.run (case_id, case_number, setting_id, setting_number, model, item_id, item_version_id, item_name, organization_id, organization_name, organization_path, region_code, applicant_name, outcome, submitted_at, started_at)
       SELECT c.id, c.number, s.id, s.number, s.model, c.item_id, c.item_version_id, c.item_name, c.organization_id, c.organization_name, s.organization_path, c.region_code, c.applicant_name, 'working', c.submitted_at, c.submitted_at - interval '1 hour'
       FROM cases."case" c JOIN decisioning.setting s ON s.item_id = c.item_id AND s.state = 'active' WHERE c.id = $1`, [caseId]);
    await sweepRuns(ctx);
    await settle(city());
    const supervisor = await city().officer('区人社局', 'supervision');
    expect(await supervisor.http.call(getRun, { params: { caseId } })).toMatchObject({ outcome: 'to-person', reason: expect.stringContaining('15 分钟') });
  });
});

describe('智能预审和辅助审批 (DEC-03)', () => {
  it('提交前列出问题，修改后预审通过；不阻止照样提交', async () => {
    const who = await adult();
    const itemId = automatic().itemId('unemployment-record');
    const { draft } = await fillAutomatic(who, itemId, 'unemployment-record', { now: '有', wish: '暂时不找工作' });
    const bad = await who.http.call(preCheckDraft, { params: { draftId: draft.id } });
    expect([bad.verdict, bad.problems.map(({ message }) => message)]).toEqual(['problems', ['正在从事有收入的工作', '没有求职要求']]);
    const good = await fillAutomatic(who, itemId, 'unemployment-record');
    expect(await who.http.call(preCheckDraft, { params: { draftId: good.draft.id } })).toMatchObject({ available: true, verdict: 'smooth', problems: [] });
    expect(await refusal((await adult()).http.call(preCheckDraft, { params: { draftId: draft.id } }))).toBe('intake.draft-not-found');
  });

  it('辅助审批给出要点和意见，决定由工作人员作出', async () => {
    const { receipt: { caseId }, elder } = await applyAsElder(city());
    await settle(city());
    const clerk = await city().officer('区民政局', 'window');
    const { automation } = await clerk.http.call(getCaseAutomation, { params: { caseId } });
    expect(automation).toMatchObject({ model: 'assisted', outcome: 'suggested', suggestion: { favourable: true, points: expect.arrayContaining([{ materialKey: 'application-form', pointKey: 'age', satisfied: true, because: expect.any(String) }, { pointKey: 'age', satisfied: true, because: expect.any(String) }]) } });
    expect((await look(elder, caseId)).status).toBe('submitted');
  });

  it('工作人员可以在决定之前接手；系统随即停手', async () => {
    const { receipt: { caseId } } = await applyAsElder(city());
    await settle(city());
    const clerk = await city().officer('区民政局', 'window');
    const { version } = await look(clerk, caseId);
    expect(await refusal((await city().officer('区住建局', 'window')).http.call(takeOverCase, { params: { caseId }, body: { version, reason: '需要当面核实。' } }))).toBe('cases.not-found');
    await clerk.http.call(takeOverCase, { params: { caseId }, body: { version, reason: '需要当面核实。' } });
    expect((await look(clerk, caseId)).timeline.at(-1)).toMatchObject({ type: 'take-over', opinion: '需要当面核实。' });
    expect((await clerk.http.call(getCaseAutomation, { params: { caseId } })).automation).toMatchObject({ outcome: 'taken-over', suggestion: null, abilities: { takeOver: false } });
  });
});

describe('停止开关 (DEC-01)', () => {
  it('停用一个事项：新申请和办到一半的转工作人员；恢复后照常', async () => {
    const admin = await city().itemAdministrator();
    const line = await settingOf(admin, 'employment-record');
    const { caseId: before } = await apply();
    await admin.http.call(stopSetting, { params: { settingId: line.id }, body: { reason: '规则口径正在核对。' } });
    const { caseId: after } = await apply();
    await settle(city());
    const clerk = await city().officer('区人社局', 'window');
    expect([(await look(clerk, before)).status, (await look(clerk, after)).status]).toEqual(['submitted', 'submitted']);
    await admin.http.call(resumeSetting, { params: { settingId: line.id }, body: { reason: '口径已经明确。' } });
    const { caseId, who } = await apply();
    await settle(city());
    expect((await look(who, caseId)).status).toBe('closed');
    expect((await look(clerk, before)).status).toBe('submitted');
  });

  it('总开关：一次停止全部，恢复后各事项保持自己的状态；只有管辖全部的人能动', async () => {
    const admin = await city().itemAdministrator();
    const local = await city().departmentAdministrator('区人社局');
    expect(await refusal(local.http.call(setPlatformSwitch, { body: { stopped: true, reason: '只管本部门。' } }))).toBe('decisioning.whole-platform-only');
    expect(await admin.http.call(setPlatformSwitch, { body: { stopped: true, reason: '发现异常，先停下。' } })).toMatchObject({ stopped: true, by: admin.name });
    const { caseId, who } = await apply();
    await settle(city());
    expect((await look(who, caseId)).status).toBe('submitted');
    expect(await refusal(admin.http.call(setPlatformSwitch, { body: { stopped: true, reason: '再停一次看看。' } }))).toBe('decisioning.switch-unchanged');
    await admin.http.call(setPlatformSwitch, { body: { stopped: false, reason: '已经查明原因。' } });
    expect((await admin.http.call(getPlatformSwitch, {})).stopped).toBe(false);
    const next = await apply();
    await settle(city());
    expect((await look(next.who, next.caseId)).status).toBe('closed');
  });
});

describe('复核和撤销 (DEC-08)', () => {
  let wrong: { who: Awaited<ReturnType<typeof adult>>; caseId: string };
  beforeAll(async () => {
    wrong = await applyUnsampled();
    await wrong.who.http.call(requestReview, { params: { caseId: wrong.caseId }, body: { reason: '就业日期填错了。' } });
  });

  it('申请人要求复核的进入复核任务，期限按工作日', async () => {
    const reviewer = await city().officer('区人社局', 'preliminary-review');
    const { items } = await reviewer.http.call(listReviews, { query: { limit: 100 } });
    expect(items.find(({ caseId }) => caseId === wrong.caseId)?.review).toMatchObject({ state: 'open', source: 'request', dueOn: '2026-11-27', overdue: false });
    expect(await wrong.who.http.call(getMyAutomation, { params: { caseId: wrong.caseId } })).toMatchObject({ automatic: true, mayRequest: false, revoked: false, review: { state: 'open', source: 'request' } });
    expect(await refusal(wrong.who.http.call(requestReview, { params: { caseId: wrong.caseId }, body: { reason: '再要求一次复核。' } }))).toBe('decisioning.review-requested');
  });

  it('推翻：决定撤销，证照失效，核验显示已撤销，告知申请人，有撤销决定书 (行政许可法第六十九条)', async () => {
    const [reviewer, decider] = [await city().officer('区人社局', 'preliminary-review'), await city().officer('区人社局', 'decision')];
    expect(await refusal(reviewer.http.call(overturnRun, { params: { caseId: wrong.caseId }, body: { reason: '就业情况不实。' } }))).toBe('kernel.forbidden');
    expect(await refusal((await city().officer('区住建局', 'decision')).http.call(overturnRun, { params: { caseId: wrong.caseId }, body: { reason: '不是本部门。' } }))).toBe('decisioning.run-not-found');
    const licence = (await look(wrong.who, wrong.caseId)).licence;
    expect(await decider.http.call(overturnRun, { params: { caseId: wrong.caseId }, body: { reason: '就业日期与参保记录不符。' } })).toMatchObject({ review: { state: 'overturned', by: decider.name } });
    await settle(city());
    const view = await look(wrong.who, wrong.caseId);
    expect([view.status, view.revokedOn, view.notices.at(-1)?.kind]).toEqual(['closed', '2026-11-20', 'revocation-decision']);
    expect(await wrong.who.http.call(getMyAutomation, { params: { caseId: wrong.caseId } })).toMatchObject({ automatic: true, mayRequest: false, revoked: true, review: { state: 'overturned', source: 'request' } });
    expect(await city().stranger().call(verifyLicenceCode, { params: { code: licence?.identifier ?? '' } })).toMatchObject({ verdict: 'not-in-force' });
    const { items } = await wrong.who.http.call(listMessages, { query: {} });
    expect(items.map(({ title }) => title)).toContain('准予决定已撤销：就业登记');
    expect(await refusal(decider.http.call(overturnRun, { params: { caseId: wrong.caseId }, body: { reason: '再撤销一次。' } }))).toBe('decisioning.no-open-review');
  });

  it('复核同意一次，之后不再待办', async () => {
    const right = await applyUnsampled();
    await right.who.http.call(requestReview, { params: { caseId: right.caseId }, body: { reason: '想确认一下结果。' } });
    const reviewer = await city().officer('区人社局', 'preliminary-review');
    expect(await reviewer.http.call(agreeWithRun, { params: { caseId: right.caseId }, body: { opinion: '与登记信息一致。' } })).toMatchObject({ review: { state: 'agreed' } });
    expect(await refusal(reviewer.http.call(agreeWithRun, { params: { caseId: right.caseId }, body: { opinion: '再同意一次。' } }))).toBe('decisioning.no-open-review');
  });

  it('效能统计随办随记，重复的事件不重复计数；结果可以导出 (DEC-08)', async () => {
    const supervisor = await city().officer('区人社局', 'supervision');
    const read = () => supervisor.http.call(getStatistics, { query: { from: '2026-11-20', to: '2026-11-20', by: 'item' as const } });
    const before = await read();
    await city().server.database.db.pool.query(`UPDATE kernel.subscription SET last_tx = '0', last_position = 0 WHERE name = 'decisioning.measure-case'`);
    await settle(city());
    const after = await read();
    expect(after).toEqual(before);
    const { items } = await supervisor.http.call(listRuns, { query: { limit: 100, outcome: 'approved' } });
    expect(after.total).toMatchObject({ automatic: items.length, overturned: 1, reviewed: 2, misjudged: 50, automaticMedian: 0 });
    expect(after.total.submitted).toBeGreaterThan(after.total.automatic);
    const file = await supervisor.http.download(exportRuns, { query: { outcome: 'approved' } });
    expect(file.size).toBeGreaterThan(3_000);
  });
});

describe('设置：编制、检查、启用 (DEC-01)', () => {
  it('有障碍不能启用，逐条说明；编制的人不能自己启用；别的部门看不到', async () => {
    const [editor, other] = [await city().itemAdministrator(), await city().itemAdministrator('审核')];
    const draft = await editor.http.call(createSetting, { body: { itemId: city().itemId('road-excavation'), model: 'automatic' } });
    const { findings } = await editor.http.call(checkSetting, { params: { settingId: draft.id } });
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['rules-missing', 'process-shape', 'material-upload', 'point-unanswered', 'licence-dates', 'special-procedure']));
    expect(await refusal(editor.http.call(activateSetting, { params: { settingId: draft.id }, body: { revision: draft.revision } }))).toBe('decisioning.same-person');
    expect(await refusal(other.http.call(activateSetting, { params: { settingId: draft.id }, body: { revision: draft.revision } }))).toBe('decisioning.not-ready');
    expect(await refusal((await city().departmentAdministrator('区民政局')).http.call(getSetting, { params: { settingId: draft.id } }))).toBe('decisioning.setting-not-found');
    expect(await refusal(editor.http.call(createSetting, { body: { itemId: city().itemId('road-excavation'), model: 'automatic' } }))).toBe('decisioning.draft-exists');
  });

  it('修改现行设置另起草稿，启用后取代；旧版本留在历史里', async () => {
    const [editor, other] = [await city().itemAdministrator(), await city().itemAdministrator('审核')];
    const line = await settingOf(editor, 'business-suspension');
    const draft = await editor.http.call(createSetting, { body: { itemId: line.itemId, model: 'automatic' } });
    const edited = await editor.http.call(editSetting, { params: { settingId: draft.id }, body: { revision: draft.revision, model: 'automatic', note: '提高抽查比例', content: { ...draft.content, sampleShare: 100 } } });
    expect(await refusal(editor.http.call(editSetting, { params: { settingId: draft.id }, body: { revision: draft.revision, model: 'automatic', note: '', content: draft.content } }))).toBe('decisioning.setting-stale');
    const active = await other.http.call(activateSetting, { params: { settingId: draft.id }, body: { revision: edited.revision } });
    expect([active.state, active.number, active.history.map(({ state }) => state)]).toEqual(['active', 2, ['active', 'superseded']]);
  });

  it('规则发布新版本后重新检查：不再成立的自行停用，告知管理员一次 (DEC-01)', async () => {
    const [editor, other] = [await city().itemAdministrator(), await city().itemAdministrator('审核')];
    const { items } = await editor.http.call(listRuleSets, { query: { q: 'unemployment-record' } });
    const { versions: [version], id } = await editor.http.call(getRuleSet, { params: { ruleSetId: items[0]?.id ?? '' } });
    const next = await editor.http.call(createVersion, { params: { ruleSetId: id }, body: { fromVersionId: version?.id ?? '' } });
    const renamed = { ...next.content, inputs: [...next.content.inputs, { id: 'i9', name: '学历', type: 'text' as const }] };
    const saved = await editor.http.call(editVersion, { params: { versionId: next.id }, body: { revision: next.revision, note: '', content: renamed, testCases: next.testCases.map((test) => ({ ...test, inputs: { ...test.inputs, 学历: '大专' } })) } });
    await other.http.call(publishVersion, { params: { versionId: next.id }, body: { revision: saved.revision } });
    await settle(city());
    const line = await settingOf(editor, 'unemployment-record');
    expect(line).toMatchObject({ state: 'stopped', stopped: { by: 'check', reason: expect.stringContaining('学历') } });
    await city().server.database.db.pool.query(`UPDATE kernel.subscription SET last_tx = '0', last_position = 0 WHERE name = 'decisioning.recheck-on-change'`);
    await settle(city());
    const { items: messages } = await editor.http.call(listMessages, { query: {} });
    expect(messages.filter(({ title }) => title === '自动审批已自行停用：失业登记')).toHaveLength(1);
    expect(await refusal(editor.http.call(resumeSetting, { params: { settingId: line.id }, body: { reason: '试着恢复一下。' } }))).toBe('decisioning.not-ready');
  });
});
