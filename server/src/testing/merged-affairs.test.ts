import type { ResponseOf } from '@tongban/contract-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { applyFor } from './apply.ts';
import { addTestCase } from './add-case.ts';
import { fillBundle, handInBundle, publishBundle } from './bundles.ts';
import { registerTestCompany, type TestCompany } from './companies.ts';
import { visit } from './http-client.ts';
import { accept, approve, deliver, look, review } from './office.ts';
import { useTestCity, type Signed } from './test-city.ts';
import { jpeg, pdf } from '../kernel/files/testing/samples.ts';
import { signInTestStaff } from '../kernel/identity/testing/test-accounts.ts';
import { mergeOrganization, previewMerger } from '../kernel/organization/merging/merging.contract.ts';
import { getOrganization } from '../kernel/organization/index.ts';
import { getJointSupplement, supplementBundle, type BundleReceipt } from '../modules/bundle-applications/contract.ts';
import { answerSpecialProcedure, endSpecialProcedure, proposeSpecialProcedure } from '../modules/handling/contract.ts';
import { requestSupplement } from '../modules/intake/contract.ts';
import { advanceRectification, listRectifications, rateCase, type RectificationStep } from '../modules/ratings/contract.ts';
import { advanceOrder, getOrder, issueOrder, listOrders, type OrderStep } from '../modules/supervision/orders.contract.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
const [former, successor, police] = ['区住建局', '区人社局', '区公安分局'] as const;
const nameOf = async (department: typeof former | typeof successor): Promise<string> => (await getOrganization(city().system(), city().organizationId(department))).name;

/** What was under way in the department when it was merged. */
interface Affairs { paused: string; supplementing: string; bundle: BundleReceipt; orderId: string; rectificationId: string }

async function pausedExcavation({ agent }: TestCompany): Promise<string> {
  const { caseId } = await applyFor(city(), agent, 'road-excavation', [{ question: 'road-age', option: 'recent' }, { question: 'traffic', option: 'part' }]);
  await accept(await city().officer(former, 'window'), caseId);
  const lead = await city().officer(former, 'preliminary-review');
  const file = await lead.http.uploadMaterial('专家评审委托书.pdf', pdf());
  await lead.http.call(proposeSpecialProcedure, { params: { caseId }, body: { key: 'expert-review', reason: '道路大修未满三年，需组织专家评审路面结构。', days: 10, fileIds: [file.id] } });
  const head = await city().officer(former, 'decision');
  const procedureId = (await look(head, caseId)).specialProcedures[0]?.id ?? '';
  await head.http.call(answerSpecialProcedure, { params: { caseId, procedureId }, body: { approved: true, opinion: '同意组织专家评审。' } });
  return caseId;
}

async function supplementedBundle({ agent }: TestCompany): Promise<{ bundle: BundleReceipt; supplementing: string }> {
  const bundleId = await publishBundle(city(), 'CY-01', former, {
    sharedMaterials: [{ name: '营业执照', materials: ['food-business-licence', 'drainage-licence'].map((item) => ({ item, key: 'business-licence' })) }],
  }, [
    { key: 'food-business-licence', when: [], dependsOn: [], answers: [{ question: 'business', option: 'catering', when: [] }, { question: 'cold', option: 'no', when: [] }, { question: 'online', option: 'none', when: [] }] },
    { key: 'drainage-licence', when: [], dependsOn: [], answers: [{ question: 'water', option: 'domestic', when: [] }, { question: 'discharging', option: 'no', when: [] }] },
  ]);
  const { draft, revision } = await fillBundle(agent, bundleId, []);
  const bundle = await handInBundle(agent, draft.id, revision);
  const supplementing = bundle.children[1]?.caseId ?? '';
  const clerk = await city().officer(former, 'window');
  const { version } = await look(clerk, supplementing);
  await clerk.http.call(requestSupplement, { params: { caseId: supplementing }, body: { version, explanation: '请补正下列内容。', items: [{ kind: 'material', key: 'business-licence', reason: '照片看不清。' }] } });
  return { bundle, supplementing };
}

async function badRating(): Promise<string> {
  const applicant = await city().person({ name: '欧阳修' });
  const { id: organizationId, name, path } = await getOrganization(city().system(), city().organizationId(former));
  const { id } = await addTestCase(city().server.kernel, { applicant, organization: { id: organizationId, name, path } });
  const { rectification } = await applicant.http.call(rateCase, { params: { caseId: id }, body: { level: 4, optionCodes: ['209'], text: '等了很久。', anonymous: false } });
  return rectification?.id ?? '';
}

async function act(who: Signed, rectificationId: string, step: Omit<Extract<RectificationStep, { action: 'verify' }>, 'version'>): Promise<string> {
  const one = (await who.http.call(listRectifications, { query: {} })).items.find(({ id }) => id === rectificationId);
  return (await who.http.call(advanceRectification, { params: { rectificationId }, body: { ...step, version: one?.version ?? 0 } })).state;
}

describe('机构合并时正在办的各种事都不断 (ORG-01)', () => {
  let company: TestCompany;
  let affairs: Affairs;
  let merged: ResponseOf<typeof mergeOrganization>;
  const successorOfficer = (post: 'window' | 'preliminary-review' | 'review' | 'decision' | 'delivery') => city().officer(successor, post);

  beforeAll(async () => {
    await city().moveTo('2026-11-20T10:00');
    company = await registerTestCompany(city());
    const paused = await pausedExcavation(company);
    const { bundle, supplementing } = await supplementedBundle(company);
    const rectificationId = await badRating();
    const supervisor = await supervisorOfAll();
    const order = await supervisor.http.call(issueOrder, { body: { organizationId: city().organizationId(former), limitOn: '2026-11-27', content: '群众反映挖掘审批办得慢。', demands: '请说明进度。' } });
    await city().server.relay.drain();
    affairs = { paused, supplementing, bundle, orderId: order.id, rectificationId };

    const account = await signInTestStaff(city().server.kernel, { roles: ['system-administrator'] });
    const administrator = visit(city().origin, account.headers.authorization.slice('Bearer '.length));
    const [from, into] = [city().organizationId(former), city().organizationId(successor)];
    const { revision, parts } = await administrator.call(previewMerger, { params: { organizationId: from }, query: { into } });
    merged = await administrator.call(mergeOrganization, { params: { organizationId: from }, body: { into, revision, reason: '机构改革，职责整体并入' } });
    expect(merged.parts).toEqual(parts);
    await city().server.relay.drain();
  });

  async function supervisorOfAll(): Promise<Signed> {
    const account = await signInTestStaff(city().server.kernel, { roles: ['supervisor'] });
    return { ...account, http: visit(city().origin, account.headers.authorization.slice('Bearer '.length)) };
  }

  it('按种类说出转了什么', () => {
    const counts = new Map(merged.parts.map(({ name, count }) => [name, count]));
    expect(Object.fromEntries(['supervision.orders', 'ratings.rectifications', 'bundle-applications.applications', 'bundles.bundles'].map((name) => [name, counts.get(name)]))).toEqual({
      'supervision.orders': 1, 'ratings.rectifications': 1, 'bundle-applications.applications': 1, 'bundles.bundles': 1,
    });
    for (const name of ['templates.templates', 'rules.rule-sets', 'licences.types']) expect([name, counts.has(name)]).toEqual([name, true]);
    expect(counts.get('licences.types')).toBeGreaterThan(0);
  });

  it('特别程序中的件：承接机构结束程序、审查、决定、送达，联办部门不受影响', async () => {
    const caseId = affairs.paused;
    expect(await look(company.agent, caseId)).toMatchObject({ status: 'paused', organizationName: await nameOf(successor) });
    await city().moveTo('2026-11-24T10:00');
    const lead = await successorOfficer('preliminary-review');
    const file = await lead.http.uploadMaterial('评审报告.pdf', pdf());
    const procedureId = (await look(lead, caseId)).specialProcedures[0]?.id ?? '';
    await lead.http.call(endSpecialProcedure, { params: { caseId, procedureId }, body: { result: '专家组同意恢复方案。', fileIds: [file.id] } });
    expect((await look(company.agent, caseId)).clock.state).toBe('running');
    await review(await city().officer(police, 'preliminary-review'), caseId);
    await review(lead, caseId);
    await city().server.relay.drain();
    await review(await successorOfficer('review'), caseId);
    await approve(await successorOfficer('decision'), caseId, { validFrom: '2026-12-14', validTo: '2026-12-31' });
    await city().server.relay.drain();
    await deliver(await successorOfficer('delivery'), caseId);
    expect(await look(company.agent, caseId)).toMatchObject({ status: 'closed', outcome: 'approved' });
  });

  it('补正中的一件事：申请人补齐以后由承接机构受理，别的部门照常', async () => {
    const params = { applicationId: affairs.bundle.applicationId };
    const { http } = company.agent;
    const asked = await http.call(getJointSupplement, { params });
    const photo = await http.uploadMaterial('营业执照.jpg', jpeg());
    await http.call(supplementBundle, { params, body: { caseIds: [affairs.supplementing], answers: asked.answers, materials: [{ key: asked.slots[0]?.material.key ?? '', fileIds: [photo.id] }] } });
    await city().server.relay.drain();
    await accept(await successorOfficer('window'), affairs.supplementing);
    await accept(await city().officer('区市监局', 'window'), affairs.bundle.children[0]?.caseId ?? '');
    expect(await look(company.agent, affairs.supplementing)).toMatchObject({ status: 'accepted', organizationName: await nameOf(successor) });
  });

  it('督办单、差评整改由承接机构的人接着签收、核实', async () => {
    const head = await successorOfficer('decision');
    expect((await head.http.call(listOrders, { query: {} })).items.map(({ id }) => id)).toContain(affairs.orderId);
    const { version } = await head.http.call(getOrder, { params: { orderId: affairs.orderId } });
    const step: OrderStep = { action: 'sign', version };
    expect(await head.http.call(advanceOrder, { params: { orderId: affairs.orderId }, body: step })).toMatchObject({ state: 'signed', organizationName: await nameOf(successor) });
    expect(await act(head, affairs.rectificationId, { action: 'verify', contacted: true, text: '已电话联系并当面致歉。' })).toBe('verified');
  });
});
