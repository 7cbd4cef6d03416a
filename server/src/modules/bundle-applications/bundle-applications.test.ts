import { beforeAll, describe, expect, it } from 'vitest';
import { findRow } from '../../kernel/db/index.ts';
import { registerTestCompany, type TestCompany } from '../../testing/companies.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { fillBundle, handInBundle, publishBundle } from '../../testing/bundles.ts';
import { accept, approve, deliver, fillStepForm, findTurn, look, review, taskOf } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { expectWholeRecords } from '../../testing/whole-records.ts';
import { downloadCaseFile, getCaseApplication } from '../cases/contract.ts';
import { decideCase } from '../handling/contract.ts';
import { createBundleDraft, getDraft, saveDraft, submitDraft } from '../intake/contract.ts';
import { listMessages } from '../../kernel/messaging/contract.ts';
import {
  agreeToPartialDelivery, deliverBundle, getBundleApplication, getBundleOfCase, listBundleApplications, listMyBundleApplications, rateBundle, submitBundleDraft, withdrawBundle,
  type BundleApplicationView, type BundleReceipt,
} from './contract.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
expectWholeRecords(city);
let bundleId: string;
let company: TestCompany;

const first = 'labour-dispatch-licence';
const second = 'labour-dispatch-branch';
const beside = 'outdoor-advertising';
const sign = (option: string) => [{ question: 'sign', option }];

beforeAll(async () => {
  await city().moveTo('2026-11-20T10:00');
  bundleId = await publishBundle(city(), 'PQ-01', '区人社局', {
    questions: [{ key: 'sign', text: '要设置户外广告吗？', options: [{ key: 'yes', text: '要' }, { key: 'no', text: '不要' }] }],
  }, [
    { key: first, when: [], dependsOn: [], answers: [] },
    { key: second, when: [], dependsOn: [first], answers: [] },
    { key: beside, when: [{ question: 'sign', options: ['yes'] }], dependsOn: [], answers: [{ question: 'carrier', option: 'wall', when: [] }, { question: 'screen', option: 'no', when: [] }] },
  ]);
  company = await registerTestCompany(city());
});

const settle = () => city().server.relay.drain();
const view = (reader: Signed, applicationId: string): Promise<BundleApplicationView> => reader.http.call(getBundleApplication, { params: { applicationId } });
const childOf = (application: BundleApplicationView, key: string) => {
  const child = application.children.find((one) => one.key === key);
  if (!child) throw new Error(key);
  return child;
};

async function apply(filer: Signed = company.agent, option = 'no'): Promise<BundleReceipt> {
  const { draft, revision } = await fillBundle(filer, bundleId, sign(option));
  return handInBundle(filer, draft.id, revision);
}

/** The case of an item of an application. @throws Error while it has none */
async function caseOf(applicationId: string, key: string): Promise<string> {
  const { caseId } = childOf(await view(company.agent, applicationId), key);
  if (caseId === null) throw new Error(`${key} is no case yet`);
  return caseId;
}

/** Everything up to a decision, by whoever has the turn. */
async function decide(caseId: string, outcome: 'approved' | 'denied' = 'approved'): Promise<void> {
  for (let turn = await findTurn(city(), caseId); turn && turn.step !== 'delivery'; turn = await findTurn(city(), caseId)) {
    const { officer, step } = turn;
    if (step === 'acceptance') await accept(officer, caseId);
    else if (step === 'review') await review(officer, caseId);
    else if (outcome === 'approved') await approve(officer, caseId, (await look(officer, caseId)).licenceValidity === 'decided' ? { validFrom: '2026-12-01', validTo: '2027-11-30' } : undefined);
    else {
      const shown = await look(officer, caseId);
      await fillStepForm(officer, shown);
      await officer.http.call(decideCase, { params: { caseId }, body: { taskId: taskOf(shown, 'decision'), outcome, opinion: '不予批准。', reasons: '经营场所不符合条件。' } });
    }
    await settle();
  }
}

describe('一件事申报：一张表单、一套材料（BDL-02）', () => {
  it('问卷答完才能开始；草稿里相同的只问一次，要等前一事项结果的不用填、不用交', async () => {
    const { http } = company.agent;
    expect(await refusalOf(http.call(createBundleDraft, { params: { bundleId }, body: { guidance: [] } }))).toMatchObject({ status: 400, code: 'bundles.answers-incomplete' });
    const draft = await http.call(createBundleDraft, { params: { bundleId }, body: { guidance: sign('yes') } });
    expect(draft).toMatchObject({ itemId: null, bundle: { id: bundleId }, applicant: { kind: 'company', id: company.id } });
    expect(draft.bundle?.items.map(({ key, after }) => [key, after.length])).toEqual([[first, 0], [second, 1], [beside, 0]]);
    expect(draft.bundle?.takenOver).toMatchObject([{ name: '劳务派遣经营许可证' }]);
    expect(draft.materials.some(({ material }) => material.key.endsWith('dispatch-licence'))).toBe(false);
    expect(draft.bundle?.fields.find(({ id }) => id === 'companyName')?.itemNames).toHaveLength(3);
    expect(draft.answers).toMatchObject({ companyName: company.name });
    const cells = JSON.stringify(draft.formDefinition);
    expect(cells).toContain('办好后自动填写，不用填');
  });

  it('别人看不到草稿；个人不能申请企业的一件事；单个事项的提交入口不收', async () => {
    const { draft, revision } = await fillBundle(company.agent, bundleId, sign('no'));
    const stranger = await city().person();
    expect(await refusalOf(stranger.http.call(getDraft, { params: { draftId: draft.id } }))).toMatchObject({ status: 404 });
    expect(await refusalOf(stranger.http.call(submitBundleDraft, { params: { draftId: draft.id }, body: { revision, declared: true } }))).toMatchObject({ status: 404 });
    expect(await refusalOf(stranger.http.call(createBundleDraft, { params: { bundleId }, body: { guidance: sign('no') } }))).toMatchObject({ code: 'intake.wrong-audience' });
    expect(await refusalOf(company.agent.http.call(submitDraft, { params: { draftId: draft.id }, body: { revision, declared: true } }))).toMatchObject({ code: 'intake.bundle-draft' });
  });

  it('两处同时填写，后保存的得到提示；没填的在共同的表单上指出，办件一件也没有', async () => {
    const { http } = company.agent;
    const draft = await http.call(createBundleDraft, { params: { bundleId }, body: { guidance: sign('no') } });
    const save = (revision: number, answers: Record<string, unknown>) => http.call(saveDraft, { params: { draftId: draft.id }, body: { revision, answers, materials: [] } });
    const { revision } = await save(1, { ...draft.answers, premisesArea: 120 });
    expect(await refusalOf(save(1, {}))).toMatchObject({ status: 409, code: 'intake.draft-stale' });
    expect(await refusalOf(http.call(submitBundleDraft, { params: { draftId: draft.id }, body: { revision, declared: false } }))).toMatchObject({ code: 'intake.not-declared' });
    const refusal = await refusalOf(http.call(submitBundleDraft, { params: { draftId: draft.id }, body: { revision, declared: true } }));
    expect(refusal).toMatchObject({ status: 400, code: 'intake.incomplete' });
    const paths = refusal.issues?.map(({ path }) => path) ?? [];
    expect(paths).toEqual(expect.arrayContaining(['branchName', 'managers']));
    expect(paths.filter((path) => path === 'declared')).toHaveLength(1);
    expect(paths.some((path) => path.startsWith('materials.'))).toBe(true);
    expect(paths).not.toContain('licenceNumber');
    expect((await http.call(getDraft, { params: { draftId: draft.id } })).caseId).toBeNull();
  });
});

describe('一次提交，按事项拆分派发（BDL-02）', () => {
  it('同时办的各成一件，要等的等着；各得自己的表单和自己的文件；连点两次是同一个回执', async () => {
    const { draft, revision, answers } = await fillBundle(company.agent, bundleId, sign('yes'));
    const clicks = await Promise.all([1, 2, 3].map(() => handInBundle(company.agent, draft.id, revision)));
    const [receipt] = clicks;
    if (!receipt) throw new Error('no receipt');
    expect(new Set(clicks.map(({ number }) => number)).size).toBe(1);
    expect(await handInBundle(company.agent, draft.id, revision)).toEqual(receipt);
    expect(receipt.number).toMatch(/^YJS-511602-20261120-\d{6}$/);
    expect(receipt.children.map(({ caseId, after }) => [caseId !== null, after.length])).toEqual([[true, 0], [false, 1], [true, 0]]);
    const count = await findRow<{ cases: string }>(city().server.kernel.db, 'SELECT count(*) AS cases FROM cases."case" WHERE applicant_id = $1', [company.id]);
    expect(Number(count?.cases)).toBe(2);

    const clerk = await city().officer('区人社局', 'window');
    const caseId = receipt.children[0]?.caseId ?? '';
    const form = await clerk.http.call(getCaseApplication, { params: { caseId }, query: { purpose: '核对' } });
    expect(form.answers).toMatchObject({ premisesArea: answers['premisesArea'], companyName: company.name });
    expect(form.answers).not.toHaveProperty('branchName');
    const shown = await look(clerk, caseId);
    const file = shown.materials.flatMap(({ files }) => files)[0];
    expect((await clerk.http.download(downloadCaseFile, { params: { caseId, fileId: file?.id ?? '' } })).size).toBeGreaterThan(100);
    // What two items take is a file of each.
    const other = await look(await city().officer('区综合执法局', 'window'), receipt.children[2]?.caseId ?? '');
    expect(other.materials.flatMap(({ files }) => files.map(({ id }) => id)).some((id) => shown.materials.some(({ files }) => files.some((one) => one.id === id)))).toBe(false);
  });

  it('提交是一条语句：哪一部分写不进去，就什么都没有，草稿还在，再提交就成', async () => {
    const { kernel } = city().server;
    const { draft, revision } = await fillBundle(company.agent, bundleId, sign('yes'));
    const rows = async () => (await findRow<{ all: string }>(kernel.db, 'SELECT (SELECT count(*) FROM cases."case") + (SELECT count(*) FROM cases.notice) + (SELECT count(*) FROM kernel.event) + (SELECT count(*) FROM files.file WHERE owner_type = \'case\') AS all', []))?.all;
    const before = await rows();
    await kernel.db.pool.query(`CREATE FUNCTION public.break() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''cut''; END'; CREATE TRIGGER cut BEFORE INSERT ON bundle_applications.child FOR EACH ROW WHEN (NEW.key = '${beside}') EXECUTE FUNCTION public.break()`);
    try {
      expect(await refusalOf(handInBundle(company.agent, draft.id, revision))).toMatchObject({ status: 500 });
      expect(await rows()).toBe(before);
    } finally {
      await kernel.db.pool.query('DROP TRIGGER cut ON bundle_applications.child; DROP FUNCTION public.break()');
    }
    expect((await handInBundle(company.agent, draft.id, revision)).children).toHaveLength(3);
  });
});

describe('串联：前一事项办好，后一事项自动开始（BDL-02）', () => {
  it('许可证签发后备案自动派发，许可证代替材料、编号自动填入；全部办好一次出件、评价一次', async () => {
    const { applicationId } = await apply();
    const begun = await view(company.agent, applicationId);
    expect(begun).toMatchObject({ state: 'handling', items: { all: 2, settled: 0 }, toDo: [] });
    expect(childOf(begun, second)).toMatchObject({ state: 'waiting', caseId: null, estimated: true, dueOn: expect.any(String) });
    expect(begun.expectedOn).toBe(childOf(begun, second).dueOn);

    const firstCase = await caseOf(applicationId, first);
    await decide(firstCase);
    const opened = await caseOf(applicationId, second);
    const clerk = await city().officer('区人社局', 'window');
    const shown = await look(clerk, opened);
    const licence = (await look(clerk, firstCase)).licence;
    expect(shown.materials.find(({ key }) => key === 'dispatch-licence')).toMatchObject({ source: 'licence', licence: { id: licence?.id } });
    expect((await clerk.http.call(getCaseApplication, { params: { caseId: opened }, query: { purpose: '核对' } })).answers).toMatchObject({ licenceNumber: expect.stringMatching(/^511602/), licenceValidTo: expect.stringMatching(/^\d{4}-/) });

    const hand = { method: 'counter' as const, receiver: '李敏' };
    expect(await refusalOf(clerk.http.call(deliverBundle, { params: { applicationId }, body: hand }))).toMatchObject({ code: 'bundle-applications.not-all-done' });
    await decide(opened);
    expect(await view(clerk, applicationId)).toMatchObject({ state: 'decided', abilities: { deliver: true } });
    const elsewhere = await city().officer('区综合执法局', 'window');
    expect((await refusalOf(elsewhere.http.call(deliverBundle, { params: { applicationId }, body: hand }))).status).toBe(404);
    expect((await refusalOf(company.agent.http.call(deliverBundle, { params: { applicationId }, body: hand }))).status).toBe(403);
    expect(await clerk.http.call(deliverBundle, { params: { applicationId }, body: hand })).toMatchObject({ state: 'closed' });
    await settle();
    expect(await look(company.agent, opened)).toMatchObject({ status: 'closed', deliveryMethod: 'counter', licence: { name: expect.any(String) } });
    expect(await refusalOf(clerk.http.call(deliverBundle, { params: { applicationId }, body: hand }))).toMatchObject({ code: 'bundle-applications.nothing-to-deliver' });

    const rating = { level: 1, optionCodes: [], anonymous: false };
    expect((await refusalOf(clerk.http.call(rateBundle, { params: { applicationId }, body: rating }))).code).toBe('bundle-applications.not-rateable');
    expect(await company.agent.http.call(rateBundle, { params: { applicationId }, body: rating })).toMatchObject({ abilities: { rate: false }, ratedAt: expect.any(String) });
    await settle();
    expect((await look(company.agent, firstCase)).rateable).toBe(false);
    expect(await refusalOf(company.agent.http.call(rateBundle, { params: { applicationId }, body: rating }))).toMatchObject({ code: 'bundle-applications.not-rateable' });
  });

  it('前一事项没有获准，等它的不再办理并告知原因；其他事项照办，是部分办成', async () => {
    const { applicationId } = await apply(company.agent, 'yes');
    await decide(await caseOf(applicationId, first), 'denied');
    const shown = await view(company.agent, applicationId);
    expect(childOf(shown, second)).toMatchObject({ state: 'dropped', caseId: null, label: '不再办理', reason: expect.stringContaining('没有获准') });
    expect(shown).toMatchObject({ state: 'handling', items: { all: 3, settled: 2, failed: 2 } });
    const { items } = await company.agent.http.call(listMessages, { query: {} });
    expect(items.map(({ title }) => title)).toContain('“劳务派遣单位设立分公司备案”不再办理');
    await decide(await caseOf(applicationId, beside));
    expect(await view(company.agent, applicationId)).toMatchObject({ state: 'decided', items: { settled: 3, failed: 2 } });
  });

  it('还有没办完的，要申请人同意才先送达', async () => {
    const { applicationId } = await apply(company.agent, 'yes');
    const params = { applicationId };
    expect(await refusalOf(company.agent.http.call(agreeToPartialDelivery, { params }))).toMatchObject({ code: 'bundle-applications.nothing-left' });
    await decide(await caseOf(applicationId, beside));
    const clerk = await city().officer('区人社局', 'window');
    expect((await refusalOf(clerk.http.call(agreeToPartialDelivery, { params }))).status).toBe(404);
    expect(await company.agent.http.call(agreeToPartialDelivery, { params })).toMatchObject({ partialAgreedAt: expect.any(String), abilities: { agreeToPartial: false } });
    const delivered = await clerk.http.call(deliverBundle, { params, body: { method: 'electronic', receiver: '李敏' } });
    expect(childOf(delivered, beside).caseStatus).toBe('closed');
    expect(childOf(await view(company.agent, applicationId), first).caseStatus).toBe('submitted');
  });

  it('部门也可以照常送达自己的一件', async () => {
    const { applicationId } = await apply(company.agent, 'yes');
    const caseId = await caseOf(applicationId, beside);
    await decide(caseId);
    const turn = await findTurn(city(), caseId);
    if (turn) await deliver(turn.officer, caseId);
    await settle();
    expect(childOf(await view(company.agent, applicationId), beside)).toMatchObject({ label: '已获准，已办结' });
  });
});

describe('撤回（BDL-02）', () => {
  it('撤回一个事项，等它结果的不再办理，其他照办', async () => {
    const { applicationId } = await apply(company.agent, 'yes');
    const params = { applicationId };
    const stranger = await city().person();
    expect((await refusalOf(stranger.http.call(withdrawBundle, { params, body: { reason: '不办了' } }))).status).toBe(404);
    await company.agent.http.call(withdrawBundle, { params, body: { reason: '不办派遣了', keys: [first] } });
    await settle();
    const shown = await view(company.agent, applicationId);
    expect(shown.children.map(({ state, caseStatus }) => [state, caseStatus])).toEqual([['opened', 'withdrawn'], ['dropped', null], ['opened', 'submitted']]);
  });

  it('撤回整件事：全部撤回，再撤就没有了', async () => {
    const { applicationId } = await apply(company.agent, 'yes');
    const params = { applicationId };
    const shown = await company.agent.http.call(withdrawBundle, { params, body: { reason: '不办了' } });
    expect(shown).toMatchObject({ state: 'withdrawn', abilities: { withdraw: false } });
    await settle();
    const mine = await company.agent.http.call(listMyBundleApplications, { query: {} });
    expect(mine.items.find(({ id }) => id === applicationId)).toMatchObject({ state: 'withdrawn' });
    expect(await refusalOf(company.agent.http.call(withdrawBundle, { params, body: { reason: '不办了' } }))).toMatchObject({ code: 'bundle-applications.nothing-to-withdraw' });
  });
});

describe('谁能看到（BDL-03、INT-07）', () => {
  it('申请人和代办人看全部；部门看到自己的一件和其他事项的进度；无关的人看不到', async () => {
    const { applicationId, number } = await apply(company.agent, 'yes');
    const stranger = await city().person();
    expect((await refusalOf(view(stranger, applicationId))).status).toBe(404);
    expect((await stranger.http.call(listMyBundleApplications, { query: {} })).items).toEqual([]);
    const elsewhere = await city().officer('区民政局', 'window');
    expect((await refusalOf(view(elsewhere, applicationId))).status).toBe(404);
    expect((await elsewhere.http.call(listBundleApplications, { query: { q: number } })).items).toEqual([]);
    const reviewer = await city().officer('区综合执法局', 'window');
    const caseId = childOf(await view(company.agent, applicationId), beside).caseId ?? '';
    const { application } = await reviewer.http.call(getBundleOfCase, { params: { caseId } });
    expect(application?.number).toBe(number);
    expect(application?.children.map((child) => child.caseNumber !== null)).toEqual([false, false, true]);
    expect(application?.children[0]?.label).toBe('待受理');
    expect((await refusalOf(elsewhere.http.call(getBundleOfCase, { params: { caseId } }))).status).toBe(404);
  });

  it('牵头窗口按状态、编号查询，按状态计数', async () => {
    const clerk = await city().officer('区人社局', 'window');
    const { number } = await apply();
    const found = await clerk.http.call(listBundleApplications, { query: { q: number } });
    expect(found.items).toMatchObject([{ number, applicantName: company.name, items: { all: 2, settled: 0, failed: 0 } }]);
    expect(found.counts.find(({ state }) => state === 'handling')?.count).toBe(1);
    const first50 = await clerk.http.call(listBundleApplications, { query: { limit: 1 } });
    const next = await clerk.http.call(listBundleApplications, { query: { limit: 1, cursor: first50.nextCursor ?? '' } });
    expect(next.items[0]?.id).not.toBe(first50.items[0]?.id);
    expect((await clerk.http.call(listBundleApplications, { query: { state: 'withdrawn' } })).items.every(({ state }) => state === 'withdrawn')).toBe(true);
  });
});
