import { beforeAll, describe, expect, it } from 'vitest';
import { jpeg } from '../../kernel/files/testing/samples.ts';
import { fillBundle, handInBundle, publishBundle } from '../../testing/bundles.ts';
import { registerTestCompany, type TestCompany } from '../../testing/companies.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { accept, look } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { expectWholeRecords } from '../../testing/whole-records.ts';
import { downloadCaseFile, getCaseApplication } from '../cases/contract.ts';
import { requestSupplement } from '../intake/contract.ts';
import { getBundleApplication, getJointSupplement, supplementBundle, type BundleReceipt } from './contract.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
expectWholeRecords(city);
const food = 'food-business-licence';
const drainage = 'drainage-licence';
const advertising = 'outdoor-advertising';
let bundleId: string;
let company: TestCompany;

beforeAll(async () => {
  await city().moveTo('2026-11-20T10:00');
  bundleId = await publishBundle(city(), 'CY-01', '区市监局', {
    sharedMaterials: [{ name: '营业执照', materials: [food, drainage, advertising].map((item) => ({ item, key: 'business-licence' })) }],
  }, [
    { key: food, when: [], dependsOn: [], answers: [{ question: 'business', option: 'catering', when: [] }, { question: 'cold', option: 'no', when: [] }, { question: 'online', option: 'none', when: [] }] },
    { key: drainage, when: [], dependsOn: [], answers: [{ question: 'water', option: 'domestic', when: [] }, { question: 'discharging', option: 'no', when: [] }] },
    { key: advertising, when: [], dependsOn: [drainage], answers: [{ question: 'carrier', option: 'wall', when: [] }, { question: 'screen', option: 'no', when: [] }] },
  ]);
  company = await registerTestCompany(city());
});

const settle = () => city().server.relay.drain();
const caseOf = (receipt: BundleReceipt, at: number): string => receipt.children[at]?.caseId ?? '';

async function ask(clerk: Signed, caseId: string, items: { kind: 'material' | 'field' | 'other'; key: string; reason: string }[], days?: number): Promise<void> {
  const { version } = await look(clerk, caseId);
  await clerk.http.call(requestSupplement, { params: { caseId }, body: { version, explanation: '请补正下列内容。', items, ...(days === undefined ? {} : { days }) } });
}

describe('一次性补正汇总（BDL-02，行政许可法第三十二条）', () => {
  it('几个部门要的汇总成一份，一次补齐，各得各的；只有要求补正的停、续，别的不受影响', async () => {
    await city().moveTo('2026-11-20T10:00');
    const { draft, revision } = await fillBundle(company.agent, bundleId, []);
    const receipt = await handInBundle(company.agent, draft.id, revision);
    const params = { applicationId: receipt.applicationId };
    const { http } = company.agent;
    expect(await refusalOf(http.call(getJointSupplement, { params }))).toMatchObject({ code: 'bundle-applications.nothing-to-supplement' });
    const [market, housing] = [await city().officer('区市监局', 'window'), await city().officer('区住建局', 'window')];
    const [foodCase, drainageCase] = [caseOf(receipt, 0), caseOf(receipt, 1)];
    const foodBefore = await look(market, foodCase);
    await ask(housing, drainageCase, [{ kind: 'material', key: 'business-licence', reason: '照片看不清。' }, { kind: 'other', key: 'map', reason: '请标出排水口。' }], 5);
    await settle();

    const one = await http.call(getJointSupplement, { params });
    expect(one.stillChecking).toMatchObject([{ itemName: foodBefore.itemName, until: '2026-11-27' }]);
    expect(one).toMatchObject({ dueOn: '2026-11-27', notices: [{ caseId: drainageCase, items: [{ kind: 'material', name: '营业执照', reason: '照片看不清。' }, { kind: 'other', key: '' }] }] });
    expect(one.slots.map(({ material }) => material.name)).toEqual(['营业执照']);
    expect(await look(market, foodCase)).toMatchObject({ status: 'submitted', acceptanceDueOn: '2026-11-27', version: foodBefore.version });
    expect(await look(housing, drainageCase)).toMatchObject({ status: 'supplementing', acceptanceDueOn: null });
    const shown = await http.call(getBundleApplication, { params });
    expect(shown).toMatchObject({ state: 'supplementing', expectedOn: null, abilities: { supplement: true }, toDo: [expect.stringContaining('2026年11月27日')] });

    // Another department asks while the applicant is at it: nothing is lost, both are answered at once.
    const photo = await http.uploadMaterial('营业执照.jpg', jpeg());
    await ask(market, foodCase, [{ kind: 'material', key: 'business-licence', reason: '缺副本。' }]);
    const materials = [{ key: one.slots[0]?.material.key ?? '', fileIds: [photo.id] }];
    expect(await refusalOf(http.call(supplementBundle, { params, body: { caseIds: [drainageCase], answers: one.answers, materials } }))).toMatchObject({ status: 409, code: 'bundle-applications.other-notices' });
    const both = await http.call(getJointSupplement, { params });
    expect(both.notices).toHaveLength(2);
    expect(both.slots).toHaveLength(1);

    const stranger = await city().person();
    const body = { caseIds: [foodCase, drainageCase], answers: both.answers, materials };
    expect((await refusalOf(stranger.http.call(getJointSupplement, { params }))).status).toBe(404);
    expect((await refusalOf(stranger.http.call(supplementBundle, { params, body }))).status).toBe(404);
    expect((await refusalOf(market.http.call(supplementBundle, { params, body }))).status).toBe(404);

    await city().moveTo('2026-11-24T10:00');
    const after = await http.call(supplementBundle, { params, body });
    expect(after).toMatchObject({ state: 'handling', abilities: { supplement: false } });
    for (const [clerk, caseId] of [[market, foodCase], [housing, drainageCase]] as const) {
      const now = await look(clerk, caseId);
      expect(now).toMatchObject({ status: 'submitted', acceptanceDueOn: '2026-12-01' });
      const [old, renewed] = now.materials.filter(({ key }) => key === 'business-licence');
      expect([old?.superseded, renewed?.superseded]).toEqual([true, false]);
      expect((await clerk.http.download(downloadCaseFile, { params: { caseId, fileId: renewed?.files[0]?.id ?? '' } })).size).toBeGreaterThan(10);
      await accept(clerk, caseId);
    }
    expect((await refusalOf(http.call(supplementBundle, { params, body }))).code).toBe('bundle-applications.nothing-to-supplement');
  });

  it('补正的表单有错，在共同的表单上指出，一件也没有补正', async () => {
    await city().moveTo('2026-11-25T10:00');
    const { draft, revision } = await fillBundle(company.agent, bundleId, []);
    const receipt = await handInBundle(company.agent, draft.id, revision);
    const params = { applicationId: receipt.applicationId };
    const market = await city().officer('区市监局', 'window');
    await ask(market, caseOf(receipt, 0), [{ kind: 'other', key: 'form', reason: '请核对经营场所。' }]);
    const { answers, notices } = await company.agent.http.call(getJointSupplement, { params });
    const broken = { ...answers, contactMobile: '12' };
    const refusal = await refusalOf(company.agent.http.call(supplementBundle, { params, body: { caseIds: notices.map(({ caseId }) => caseId), answers: broken, materials: [] } }));
    expect(refusal).toMatchObject({ code: 'intake.incomplete' });
    expect(refusal.issues?.map(({ path }) => path)).toEqual(['contactMobile']);
    expect(await look(market, caseOf(receipt, 0))).toMatchObject({ status: 'supplementing' });
    expect((await market.http.call(getCaseApplication, { params: { caseId: caseOf(receipt, 0) }, query: {} })).round).toBe(0);
  });
});
