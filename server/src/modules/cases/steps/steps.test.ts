import { beforeAll, describe, expect, it } from 'vitest';
import { listInbox } from '../../../kernel/workflow/contract.ts';
import { createProcessDraft, editProcessDraft, getProcess, getProcessDraft, listStepChoices, publishProcessDraft } from '../../../kernel/workflow/definition.contract.ts';
import { listMessages } from '../../../kernel/messaging/contract.ts';
import { readProcessXml, seedProcesses } from '../../../seed/content/index.ts';
import { seedRuleSets } from '../../../seed/rules/seed-rule-sets.ts';
import { siteInspectionRules } from '../../../seed/rules/site-inspection-rules.ts';
import { applyFor } from '../../../testing/apply.ts';
import { registerTestCompany, type TestCompany } from '../../../testing/companies.ts';
import { refusalOf } from '../../../testing/http-client.ts';
import { accept, look, review, tick } from '../../../testing/office.ts';
import { useTestCity, type Signed } from '../../../testing/test-city.ts';
import { listStepForms } from '../../catalog/contract.ts';
import { recordReview } from '../../handling/contract.ts';
import { getCase } from '../contract.ts';
import { completeCustomStep, getStepWork, saveStepForm, type StepWork } from '../steps.contract.ts';

const city = useTestCity({ now: '2026-11-20T09:30:00+08:00' });
const key = 'inspection-record';
const record = { visitedOn: '2026-11-20', areaOnSite: 850, siteResult: '符合', findings: '与平面图一致。', internalRemark: '门头与店名不同，已口头提醒。' };
let company: TestCompany, clerk: Signed, inspector: Signed, checker: Signed, head: Signed;
let xml = '';

const work = (reader: Signed, caseId: string): Promise<StepWork> => reader.http.call(getStepWork, { params: { caseId } });
const inspectionOf = async (caseId: string): Promise<string> => (await look(inspector, caseId)).tasks.find(({ name }) => name === '现场核查')?.taskId ?? '';
const save = (officer: Signed, caseId: string, taskId: string, answers: Record<string, unknown>, revision = 0) => officer.http.call(saveStepForm, { params: { caseId, taskId }, body: { revision, answers } });

/** A case of a place that is visited, accepted. */
async function begin(): Promise<string> {
  const { caseId } = await applyFor(city(), company.agent, 'public-place-hygiene', [{ question: 'kind', option: 'lodging' }, { question: 'air', option: 'no' }], { airConditioning: false });
  await accept(clerk, caseId);
  await city().server.relay.drain();
  return caseId;
}

async function pass(officer: Signed, caseId: string, taskId: string) {
  const view = await look(officer, caseId);
  return officer.http.call(recordReview, { params: { caseId }, body: { taskId, conclusion: 'pass', opinion: '符合要求。', points: await tick(officer, view, 'review') } });
}

beforeAll(async () => {
  await seedRuleSets(city().system(), (department) => city().organizationId(department), [siteInspectionRules]);
  company = await registerTestCompany(city());
  [clerk, inspector, checker, head] = [await city().officer('区行政审批局', 'window'), await city().officer('区行政审批局', 'preliminary-review'), await city().officer('区行政审批局', 'review'), await city().officer('区行政审批局', 'decision')];
  const seed = seedProcesses.find((one) => one.key === key);
  if (!seed) throw new Error('no such process');
  xml = await readProcessXml(seed);
}, 120_000);

describe('环节表单 (WFL-01)', () => {
  it('办理人填写、分次保存、原来的可追；没填全不能办完', async () => {
    const caseId = await begin();
    const taskId = await inspectionOf(caseId);
    const before = await work(inspector, caseId);
    expect(before.own).toMatchObject({ taskId, name: '现场核查', form: { key: 'site-inspection-record', revision: 0, saved: null, writable: ['visitedOn', 'areaOnSite', 'siteResult', 'findings', 'internalRemark'] } });
    expect(await refusalOf(pass(inspector, caseId, taskId))).toMatchObject({ code: 'cases.step-form-incomplete', title: '“现场核查记录”还有 4 处要填，不能办完这个环节' });
    expect(await save(inspector, caseId, taskId, { areaOnSite: 850 })).toMatchObject({ revision: 1, answers: { areaOnSite: 850 }, saved: { byName: inspector.name, stepName: '现场核查' } });
    expect(await refusalOf(save(inspector, caseId, taskId, record))).toMatchObject({ code: 'cases.step-form-stale' });
    await save(inspector, caseId, taskId, record, 1);
    await pass(inspector, caseId, taskId);
    const { rows } = await city().server.kernel.db.pool.query('SELECT revision, cipher FROM cases.step_answers WHERE case_id = $1 ORDER BY revision', [caseId]);
    expect(rows.map(({ revision }) => revision)).toEqual([1, 2]);
    expect(JSON.stringify(rows)).not.toContain('平面图');
  });

  it('只读的字段写不进，隐去的字段看不到也写不进；别人的环节、别的人都被拒绝', async () => {
    const caseId = await begin();
    const taskId = await inspectionOf(caseId);
    await save(inspector, caseId, taskId, record);
    await pass(inspector, caseId, taskId);
    await review(inspector, caseId);
    await city().server.relay.drain();
    const seen = await work(checker, caseId);
    const check = seen.own?.taskId ?? '';
    expect(seen.own).toMatchObject({ name: '审核', form: { writable: [], answers: { siteResult: '符合' } } });
    expect(JSON.stringify(seen)).not.toMatch(/internalRemark|内部备注|门头/);
    expect(await refusalOf(save(checker, caseId, check, { siteResult: '不符合' }, 1))).toMatchObject({ status: 403, code: 'cases.step-field-not-writable', title: '这个环节不能填写“核查结果”' });
    expect(await refusalOf(save(checker, caseId, check, { internalRemark: '改' }, 1))).toMatchObject({ code: 'cases.step-field-not-writable', title: '这个环节不能填写“internalRemark”' });
    // Who filled it in sees what that step shows; who has done nothing sees what no step hides.
    expect((await work(inspector, caseId)).forms[0]?.answers).toMatchObject({ internalRemark: record.internalRemark });
    expect(JSON.stringify(await work(head, caseId))).not.toContain('门头');
    expect(await refusalOf(save(inspector, caseId, check, { siteResult: '不符合' }, 1))).toMatchObject({ code: 'cases.not-your-task' });
    const stranger = await city().officer('区公安分局', 'preliminary-review');
    expect(await refusalOf(work(stranger, caseId))).toMatchObject({ code: 'cases.not-found' });
    expect(await refusalOf(save(stranger, caseId, check, {}))).toMatchObject({ code: 'cases.not-found' });
    expect(await refusalOf(work(company.agent, caseId))).toMatchObject({ status: 403 });
    // The applicant's own page says nothing of it.
    expect(JSON.stringify(await company.agent.http.call(getCase, { params: { caseId } }))).not.toContain('现场核查记录');
  });

  it('填错的、不认识的字段都被指出', async () => {
    const caseId = await begin();
    const taskId = await inspectionOf(caseId);
    expect(await refusalOf(save(inspector, caseId, taskId, { siteResult: '大概符合' }))).toMatchObject({ code: 'cases.step-form-invalid', issues: [{ path: 'siteResult' }] });
    expect(await refusalOf(save(inspector, caseId, taskId, { colour: '红' }))).toMatchObject({ code: 'cases.step-field-not-writable', title: '这个环节不能填写“colour”' });
    const other = (await look(inspector, caseId)).tasks.find(({ name }) => name === '书面审查')?.taskId ?? '';
    expect(await refusalOf(save(inspector, caseId, other, {}))).toMatchObject({ code: 'cases.step-no-form' });
  });
});

describe('环节的规则 (WFL-01)', () => {
  it('办完之前：面积不符不让办完并说出依据的版本；改好后放行，结果连同版本记入办件', async () => {
    const caseId = await begin();
    const taskId = await inspectionOf(caseId);
    await save(inspector, caseId, taskId, { ...record, areaOnSite: 300 });
    expect((await work(inspector, caseId)).own?.checks).toMatchObject([{ effect: 'block', applies: true, failed: false, result: '面积不符', versionNumber: 1, at: null, message: expect.stringContaining('相差超过两成') }]);
    expect(await refusalOf(pass(inspector, caseId, taskId))).toMatchObject({ code: 'cases.step-blocked', title: expect.stringContaining('相差超过两成'), detail: expect.stringContaining('第 1 版') });
    await save(inspector, caseId, taskId, record, 1);
    await pass(inspector, caseId, taskId);
    const { checks } = await work(inspector, caseId);
    expect(checks).toMatchObject([{ stepName: '现场核查', moment: 'complete', applies: false, result: '一致', versionNumber: 1, at: expect.any(String) }]);
    expect(checks[0]?.explanation.length).toBeGreaterThan(0);
    const { rows } = await city().server.kernel.db.pool.query(`SELECT count(*)::int AS count FROM rules.evaluation WHERE subject_type = 'case' AND subject_id = $1`, [caseId]);
    expect(rows).toEqual([{ count: 1 }]);
  });

  it('进入时：给出默认结论和提示，收件箱里看得到；没有核查的情形照常', async () => {
    const caseId = await begin();
    const taskId = await inspectionOf(caseId);
    await save(inspector, caseId, taskId, { ...record, siteResult: '需要整改' });
    await pass(inspector, caseId, taskId);
    await review(inspector, caseId);
    await city().server.relay.drain();
    expect((await work(checker, caseId)).own).toMatchObject({ outcome: 'fail', checks: expect.arrayContaining([expect.objectContaining({ effect: 'warn', applies: true, message: '现场核查没有全部符合，请看核查记录后再作结论' })]) });
    const { items } = await checker.http.call(listInbox, { query: { box: 'todo' } });
    expect(items.find(({ subject }) => subject.id === caseId)).toMatchObject({ form: true, hint: '现场核查没有全部符合，请看核查记录后再作结论' });
    await review(checker, caseId);
    const plain = await applyFor(city(), company.agent, 'public-place-hygiene', [{ question: 'kind', option: 'hairdresser' }, { question: 'air', option: 'no' }], { airConditioning: false });
    await accept(clerk, plain.caseId);
    await review(inspector, plain.caseId);
    await city().server.relay.drain();
    expect((await work(checker, plain.caseId)).own).toMatchObject({ outcome: 'pass', form: { answers: {} } });
    await review(checker, plain.caseId);
  });

  it('规则运行不了：不让办完的说明原因，不会悄悄放行', async () => {
    await publish((before) => before.replace('inputs="={declaredArea: application.businessArea}"', 'inputs="={declaredArea: application.placeName}"'));
    const caseId = await beginOnLatest();
    const taskId = await inspectionOf(caseId);
    await save(inspector, caseId, taskId, record);
    expect(await refusalOf(pass(inspector, caseId, taskId))).toMatchObject({ code: 'cases.step-blocked', title: expect.stringContaining('没有得出结果') });
    await publish((before) => before);
  });
});

describe('受理、审查、决定、送达之外的环节 (WFL-01)', () => {
  it('由办理人写明情况办完，流程往下走；审查环节不能这样办完，别人也不能', async () => {
    await publish((before) => before.replace('id="Inspect" name="现场核查" tongban:step="review"', 'id="Inspect" name="现场核查" tongban:step="custom"'));
    const caseId = await begin();
    const taskId = await inspectionOf(caseId);
    const { pool } = city().server.kernel.db;
    await pool.query(`UPDATE workflow.instance SET definition_id = (SELECT id FROM workflow.definition WHERE key = $1 ORDER BY version DESC LIMIT 1) WHERE subject_id = $2`, [key, caseId]);
    await pool.query(`UPDATE workflow.task SET step = 'custom' WHERE id = $1`, [taskId]);
    const complete = (officer: Signed, task: string) => officer.http.call(completeCustomStep, { params: { caseId, taskId: task }, body: { opinion: '已到现场核查。' } });
    expect((await look(inspector, caseId)).abilities.handleStep).toBe(true);
    expect((await look(head, caseId)).abilities.handleStep).toBe(false);
    expect(await refusalOf(complete(head, taskId))).toMatchObject({ code: 'cases.not-your-task' });
    expect(await refusalOf(complete(inspector, taskId))).toMatchObject({ code: 'cases.step-form-incomplete' });
    await save(inspector, caseId, taskId, record);
    const other = (await look(inspector, caseId)).tasks.find(({ name }) => name === '书面审查')?.taskId ?? '';
    expect(await refusalOf(complete(inspector, other))).toMatchObject({ code: 'cases.step-has-own-action' });
    await complete(inspector, taskId);
    const view = await look(inspector, caseId);
    expect(view.timeline.at(-1)).toMatchObject({ type: 'handle-step', label: '现场核查', opinion: '已到现场核查。' });
    expect(view.tasks.map(({ name }) => name)).toEqual(['书面审查']);
    await publish((before) => before);
  });
});

describe('环节的通知 (WFL-01)', () => {
  it('到达环节告知申请人并发短信，办完告知部门负责人；附言照写', async () => {
    const caseId = await begin();
    const told = async (reader: Signed) => (await reader.http.call(listMessages, { query: {} })).items.filter(({ link }) => link?.includes(caseId) === true);
    expect((await told(company.agent)).find(({ templateKey }) => templateKey === 'processes.step-entered')).toMatchObject({ title: '现场核查：公共场所卫生许可新办', body: expect.stringContaining('请备好场所平面图和检测报告原件') });
    const { rows } = await city().server.kernel.db.pool.query(`SELECT channel FROM messaging.message WHERE template_key = 'processes.step-entered' AND body LIKE '%现场核查%' AND dedupe_key LIKE '%' || $1 || '%' ORDER BY channel`, [await inspectionOf(caseId)]);
    expect(rows.map(({ channel }) => channel)).toContain('sms');
    expect((await told(head)).map(({ templateKey }) => templateKey)).not.toContain('processes.step-done-staff');
    const taskId = await inspectionOf(caseId);
    await save(inspector, caseId, taskId, record);
    await pass(inspector, caseId, taskId);
    await city().server.relay.drain();
    expect((await told(head)).map(({ templateKey }) => templateKey)).toContain('processes.step-done-staff');
  });
});

/** Draws the process anew and has another publish it; items that name no version go by it. */
async function publish(change: (xml: string) => string): Promise<void> {
  const draftId = await draw(change);
  const publisher = await city().itemAdministrator('publisher');
  const { revision } = await publisher.http.call(getProcessDraft, { params: { draftId } });
  await publisher.http.call(publishProcessDraft, { params: { draftId }, body: { revision } });
}

async function draw(change: (xml: string) => string): Promise<string> {
  const author = await city().itemAdministrator();
  const { draft } = await author.http.call(getProcess, { params: { key } });
  const draftId = draft?.draftId ?? (await author.http.call(createProcessDraft, { params: { key }, body: {} })).draftId;
  const { revision } = await author.http.call(getProcessDraft, { params: { draftId } });
  await author.http.call(editProcessDraft, { params: { draftId }, body: { revision, xml: change(xml), note: '' } });
  return draftId;
}

/** A case that goes by the latest version, as an item that names none would have it. */
async function beginOnLatest(): Promise<string> {
  const { pool } = city().server.kernel.db;
  const caseId = await begin();
  await pool.query(`UPDATE workflow.instance SET definition_id = (SELECT id FROM workflow.definition WHERE key = $1 ORDER BY version DESC LIMIT 1) WHERE subject_id = $2`, [key, caseId]);
  return caseId;
}

describe('设计器的检查：指到的东西要在 (WFL-01)', () => {
  const problemsOf = async (change: (xml: string) => string) => {
    const author = await city().itemAdministrator();
    return (await author.http.call(getProcessDraft, { params: { draftId: await draw(change) } })).problems.map(({ code, element, message }) => ({ code, element, message }));
  };

  it.each<[string, (xml: string) => string, string, string]>([
    ['消息模板', (before) => before.replace('message="processes.step-entered"', 'message="processes.gone"'), 'unknown-message', '请在“通知”里改选'],
    ['收件人不符', (before) => before.replace('message="processes.step-entered" channel="sms"', 'message="processes.step-entered-staff"'), 'message-audience', '与收件人不符'],
    ['要填别的内容的模板', (before) => before.replace('message="processes.step-entered" channel="sms" note="核查人员会事先电话约定时间，请备好场所平面图和检测报告原件。"', 'message="processes.supplement-requested"'), 'message-unfit', '不能用在环节上'],
    ['规则集', (before) => before.replace('ruleSet="site-inspection" decision="面积核对"', 'ruleSet="gone" decision="面积核对"'), 'unknown-rule-set', '不存在或还没有发布'],
    ['决策', (before) => before.replace('decision="面积核对"', 'decision="没有的决策"'), 'unknown-decision', '“面积核对”、“审核建议”'],
    ['岗位', (before) => before.replace('<tongban:candidate post="decision"', '<tongban:candidate post="abolished-post"'), 'unknown-post', '请在“办理人”里改选'],
    ['表单', (before) => before.replaceAll('tongban:form="site-inspection-record"', 'tongban:form="gone"'), 'unknown-form', '公共场所卫生许可新办'],
    ['字段', (before) => before.replace('field="findings"', 'field="gone"'), 'unknown-field', '没有字段“gone”'],
  ])('%s', async (_name, change, code, words) => {
    const problems = await problemsOf(change);
    expect(problems.map((one) => one.code)).toContain(code);
    expect(problems.find((one) => one.code === code)).toMatchObject({ message: expect.stringContaining(words), element: expect.any(String) });
  });

  it('写法上的错与原来的检查一起指出；有问题不能发布', async () => {
    expect((await problemsOf((before) => before.replace('on="complete" ruleSet="site-inspection" decision="面积核对"', 'on="enter" ruleSet="site-inspection" decision="面积核对"'))).map(({ code }) => code)).toEqual(['rule-cannot-block']);
    const draftId = await draw((before) => before.replace('message="processes.step-entered"', 'message="processes.gone"'));
    const publisher = await city().itemAdministrator('publisher');
    const { revision } = await publisher.http.call(getProcessDraft, { params: { draftId } });
    expect(await refusalOf(publisher.http.call(publishProcessDraft, { params: { draftId }, body: { revision } }))).toMatchObject({ code: 'workflow.definition-invalid', issues: [{ path: 'Inspect', code: 'unknown-message' }] });
  });

  it('可以选的：能用的消息模板、已发布的规则、使用这个流程的事项的表单', async () => {
    const author = await city().itemAdministrator();
    const { messages, ruleSets } = await author.http.call(listStepChoices, {});
    expect(messages.find((one) => one.key === 'processes.step-entered')).toMatchObject({ to: 'applicant', sms: true, note: true });
    expect(messages.map((one) => one.key)).not.toContain('processes.supplement-requested');
    expect(ruleSets.find(({ code }) => code === 'site-inspection')?.decisions).toEqual([{ name: '面积核对', results: ['一致', '面积不符'] }, { name: '审核建议', results: ['建议通过', '建议不通过'] }]);
    const { forms } = await author.http.call(listStepForms, { params: { key } });
    expect(forms.find((form) => form.key === 'site-inspection-record')).toMatchObject({ items: ['公共场所卫生许可新办'], fields: expect.arrayContaining([{ id: 'internalRemark', label: '内部备注', required: false }]) });
    expect(await refusalOf((await city().person()).http.call(listStepChoices, {}))).toMatchObject({ status: 403 });
  });
});
