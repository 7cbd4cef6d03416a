import { beforeAll, describe, expect, it } from 'vitest';
import { pdf } from '../../kernel/files/testing/samples.ts';
import { fictitiousCreditCode, fictitiousMobile, fictitiousResidentId } from '../../kernel/identity/fictitious-numbers.ts';
import { configuredBundles } from '../../seed/bundles/configured-bundles.ts';
import { fillBundleDraft, handInBundle, publishBundle } from '../../testing/bundles.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { accept, approve, findTurn, look, review } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { expectWholeRecords } from '../../testing/whole-records.ts';
import { downloadCaseFile } from '../cases/contract.ts';
import { createWindowBundleDraft, getDraft, listDrafts, saveDraft, setDraftAgent, type Draft } from '../intake/contract.ts';
import { deliverBundle, getBundleApplication, listBundleApplications, submitBundleDraft, type BundleApplicationView, type BundleReceipt } from './contract.ts';
import { advanceWaiting } from './jobs/advance-waiting.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
expectWholeRecords(city);

/** The bundles of the demonstration city themselves. */
async function publish(code: string): Promise<string> {
  const bundle = configuredBundles.find((one) => one.code === code);
  if (!bundle) throw new Error(code);
  const { items, ...content } = bundle.content;
  return publishBundle(city(), code, bundle.lead, content, items);
}
const given = (answers: Readonly<Record<string, string>>) => Object.entries(answers).map(([question, option]) => ({ question, option }));
const view = (reader: Signed, applicationId: string): Promise<BundleApplicationView> => reader.http.call(getBundleApplication, { params: { applicationId } });

/** Everything up to a decision, by whoever has the turn. */
async function decide(caseId: string, validFrom = '2026-11-20'): Promise<void> {
  for (let turn = await findTurn(city(), caseId); turn && turn.step !== 'delivery'; turn = await findTurn(city(), caseId)) {
    const { officer, step } = turn;
    if (step === 'acceptance') await accept(officer, caseId);
    else if (step === 'review') await review(officer, caseId);
    else await approve(officer, caseId, (await look(officer, caseId)).licenceValidity === 'decided' ? { validFrom, validTo: '2027-11-19' } : undefined);
    await city().server.relay.drain();
  }
}

describe('窗口登记一件事：开办餐饮店 (INT-04, BDL-02, BDL-03)', () => {
  const shop = {
    kind: 'company' as const, name: '广安区和平小吃店', documentType: '001', documentNumber: fictitiousCreditCode(842), mobile: fictitiousMobile(842),
    representative: { name: '𠮷小平', documentType: '111', documentNumber: fictitiousResidentId(843) },
  };
  const guidance = given({ renovate: 'yes', cold: 'no', online: 'none', drain: 'no', discharging: 'yes', sign: 'no' });
  let bundleId: string;
  let clerk: Signed;
  let receipt: BundleReceipt;
  const begin = (by: Signed, change: object = {}): Promise<Draft> => by.http.call(createWindowBundleDraft, { body: { bundleId, guidance, applicant: shop, ...change } });
  beforeAll(async () => {
    bundleId = await publish('2024-1-03');
    clerk = await city().officer('区市监局', 'window');
  });

  it('没有登记权限的、面向别人的、没答完的不能登记；企业第一次来办要登记法定代表人', async () => {
    expect(await refusalOf(begin(await city().officer('区市监局', 'preliminary-review')))).toMatchObject({ status: 403 });
    expect(await refusalOf(begin(clerk, { guidance: [] }))).toMatchObject({ status: 400, code: 'bundles.answers-incomplete' });
    expect(await refusalOf(begin(clerk, { applicant: { ...shop.representative, kind: 'person', mobile: shop.mobile } }))).toMatchObject({ code: 'intake.wrong-audience' });
    const { representative: _representative, ...stranger } = shop;
    expect(await refusalOf(begin(clerk, { applicant: stranger }))).toMatchObject({ code: 'intake.representative-missing' });
  });

  it('草稿像事项的一样暂存、接着填，营业执照只交一份；别的窗口人员看不到、改不了、不能提交', async () => {
    const draft = await begin(clerk);
    expect(draft).toMatchObject({ filedBy: { kind: 'clerk', name: clerk.name }, itemId: null, bundle: { id: bundleId }, answers: { companyName: shop.name } });
    expect(draft.bundle?.items.map(({ key, after }) => [key, after.length])).toEqual([['construction-waste', 0], ['food-business-licence', 1], ['drainage-licence', 0]]);
    expect(draft.materials.filter(({ material }) => material.name === '营业执照')).toHaveLength(1);
    const { revision } = await clerk.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: draft.revision, answers: { ...draft.answers, contactName: '林晓' }, materials: [] } });
    expect((await clerk.http.call(listDrafts, {})).items).toMatchObject([{ id: draft.id, bundleId, itemId: null }]);
    expect((await clerk.http.call(getDraft, { params: { draftId: draft.id } })).answers).toMatchObject({ contactName: '林晓' });
    for (const other of [await city().officer('区市监局', 'window', '同事'), await city().officer('区民政局', 'window')]) {
      const params = { draftId: draft.id };
      expect(await refusalOf(other.http.call(getDraft, { params }))).toMatchObject({ status: 404 });
      expect(await refusalOf(other.http.call(saveDraft, { params, body: { revision, answers: {}, materials: [] } }))).toMatchObject({ status: 404 });
      expect(await refusalOf(other.http.call(submitBundleDraft, { params, body: { revision, declared: true } }))).toMatchObject({ status: 404 });
    }
  });

  it('一次提交，每个事项一个办件和一份回执，重复提交还是同一回执；要等前面的还没有开始；别的部门看不到', async () => {
    const [line] = (await clerk.http.call(listDrafts, {})).items;
    const draft = await clerk.http.call(getDraft, { params: { draftId: line?.id ?? '' } });
    const filled = await fillBundleDraft(clerk, draft, bundleId, guidance);
    const letter = await clerk.http.uploadMaterial('授权委托书.pdf', pdf({ extra: '/Letter' }));
    const agent = { name: '林晓', documentType: '111', documentNumber: fictitiousResidentId(844), mobile: fictitiousMobile(844), letterFileId: letter.id };
    const { revision } = await clerk.http.call(setDraftAgent, { params: { draftId: draft.id }, body: { revision: filled.revision, agent } });
    receipt = await handInBundle(clerk, draft.id, revision);
    expect(await handInBundle(clerk, draft.id, revision)).toEqual(receipt);
    expect((await clerk.http.call(listDrafts, {})).items).toEqual([]);
    expect(receipt.applicantName).toBe(shop.name);
    expect(receipt.children.map(({ caseId, after }) => [caseId !== null, after.length])).toEqual([[true, 0], [false, 1], [true, 0]]);
    for (const { caseId } of receipt.children.filter((child) => child.caseId !== null)) {
      const opened = await look(clerk, caseId ?? '');
      expect(opened).toMatchObject({ filer: { kind: 'clerk' }, channel: 'window', agent: { role: '经办人', name: '林晓', authority: 'letter' } });
      expect((await clerk.http.download(downloadCaseFile, { params: { caseId: opened.id, fileId: opened.agent?.letter?.id ?? '' } })).size).toBeGreaterThan(0);
      expect(opened.notices.map(({ kind }) => kind)).toContain('application-receipt');
    }
    expect((await clerk.http.call(listBundleApplications, { query: { q: receipt.number } })).items).toMatchObject([{ number: receipt.number, items: { all: 3, settled: 0 } }]);
    expect(await refusalOf(view(await city().officer('区民政局', 'window'), receipt.applicationId))).toMatchObject({ status: 404 });
  });

  it('垃圾核准自下周一起生效，到那一天食品许可自动开始，其余部门并联；全部有结果后由牵头窗口一次出件', async () => {
    const { applicationId } = receipt;
    const deliver = () => clerk.http.call(deliverBundle, { params: { applicationId }, body: { method: 'counter', receiver: shop.representative.name } });
    await decide(receipt.children[0]?.caseId ?? '', '2026-11-23');
    await advanceWaiting(city().system());
    expect((await view(clerk, applicationId)).children[1]).toMatchObject({ state: 'waiting', caseId: null });
    await city().moveTo('2026-11-23T00:20');
    await advanceWaiting(city().system());
    await city().server.relay.drain();
    await city().moveTo('2026-11-23T09:00');
    const after = await view(clerk, applicationId);
    expect(after.children[1]).toMatchObject({ state: 'opened', caseId: expect.any(String) });
    const later = await look(clerk, after.children[1]?.caseId ?? '');
    expect(later.agent).toMatchObject({ name: '林晓', letter: { name: '授权委托书.pdf' } });
    expect((await clerk.http.download(downloadCaseFile, { params: { caseId: later.id, fileId: later.agent?.letter?.id ?? '' } })).size).toBeGreaterThan(0);
    expect(after.children[2]).toMatchObject({ caseId: receipt.children[2]?.caseId, outcome: null });
    expect(await refusalOf(deliver())).toMatchObject({ status: 422 });
    for (const { caseId } of after.children) if (caseId !== null) await decide(caseId);
    expect(await view(clerk, applicationId)).toMatchObject({ state: 'decided', items: { all: 3, settled: 3, failed: 0 }, abilities: { deliver: true } });
    await deliver();
    await city().server.relay.drain();
    expect(await view(clerk, applicationId)).toMatchObject({ state: 'closed', deliveredAt: expect.any(String) });
  }, 120_000);
});
