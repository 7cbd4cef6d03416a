import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addElder, applyAsElder, applyFor, beginDraft } from '../../testing/apply.ts';
import { actForCompany, registerTestCompany } from '../../testing/companies.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { accept, approve, deliver, look, review } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { createSharingSimulator, type SimulatedRecord } from '../data-elements/index.ts';
import { editElement, getElement, saveSharingService, listSharingServices, type ElementContent } from '../data-elements/contract.ts';
import { listMyLicenceUses, listMyLicences, revokeLicence } from '../licences/contract.ts';
import { agreeToPrefill, createWindowDraft, getDraft, saveDraft, withdrawPrefillConsent, type Draft, type PrefillAnswer } from './contract.ts';

let records: SimulatedRecord[] = [];
let asked: { service: string; fields: string[]; purpose: string; consentAt: string }[] = [];
const simulator = createSharingSimulator({ records: () => records, onAsked: (question) => asked.push(question) });
await new Promise<void>((resolve) => { simulator.listen(0, '127.0.0.1', resolve); });
afterAll(() => { simulator.close(); simulator.closeAllConnections(); });

const city = useTestCity({ now: '2026-11-20T09:30:00+08:00', env: { DATA_SHARING_URL: `http://127.0.0.1:${(simulator.address() as AddressInfo).port}` } });
beforeEach(() => { records = []; asked = []; });

const elderly = 'elderly-allowance';
const self = [{ question: 'who', option: 'self' }];
const beginElderly = (elder: Signed): Promise<Draft> => beginDraft(city(), elder, elderly, self);
const keysOf = ({ prefill }: Pick<Draft, 'prefill'>): string[] => prefill.offered.filter(({ available }) => available).map(({ key }) => key);
const agree = (who: Signed, { id, revision }: Pick<Draft, 'id' | 'revision'>, sources: string[], window?: { way: 'paper' | 'screen' | 'oral'; at: string }): Promise<PrefillAnswer> =>
  who.http.call(agreeToPrefill, { params: { draftId: id }, body: { revision, sources, ...(window ? { window } : {}) } });
const withdraw = (who: Signed, id: string, revision: number): Promise<PrefillAnswer> => who.http.call(withdrawPrefillConsent, { params: { draftId: id }, body: { revision } });
const messages = ({ prefill }: PrefillAnswer): string => prefill.notes.map(({ message }) => message).join('\n');
const auditOf = async (action: string, objectId: string) => (await city().server.database.db.pool.query<{ purpose: string | null; detail: Record<string, unknown> }>(
  'SELECT purpose, detail::jsonb AS detail FROM kernel.audit_entry WHERE action = $1 AND object_id = $2 ORDER BY at', [action, objectId])).rows;

/** Changes the sources of an element for one test. */
async function withSources(code: string, sources: ElementContent['sources'], run: () => Promise<void>): Promise<void> {
  const administrator = await city().itemAdministrator();
  const change = async (next: ElementContent['sources']): Promise<ElementContent['sources']> => {
    const { element: { code: _code, revision, editedAt: _at, editedByName: _by, ...content } } = await administrator.http.call(getElement, { params: { code } });
    await administrator.http.call(editElement, { params: { code }, body: { revision, content: { ...content, sources: next } } });
    return content.sources;
  };
  const before = await change(sources);
  try {
    await run();
  } finally {
    await change(before);
  }
}

describe('以往办件作为来源，申请人同意才读 (FRM-02)', () => {
  let elder: Signed;
  const address = '四川省广安市广安区示范镇和平村';
  beforeAll(async () => { ({ elder } = await applyAsElder(city())); });

  it('没有同意时只填用户空间的信息；说清要读什么、能填哪些；不同意也记住，什么都不读', async () => {
    const draft = await beginElderly(elder);
    expect(draft.prefill.offered).toContainEqual({ key: 'past-case', kind: 'past-case', name: '以往办件（以前提交的申请）', fields: expect.arrayContaining(['联系地址']) as string[], available: true });
    // What the user space knows is not asked for elsewhere.
    expect(draft.prefill.offered.find((source) => source.key === 'past-case')?.fields).not.toContain('联系电话');
    // What belongs to an agent is neither asked for nor shown where the elder applies in person.
    expect(JSON.stringify(draft.prefill.offered)).not.toContain('代办人');
    const byFamily = await beginDraft(city(), elder, elderly, [{ question: 'who', option: 'family' }]);
    expect(byFamily.prefill.offered.find((source) => source.key === 'past-case')?.fields).toEqual(expect.arrayContaining(['代办人姓名', '代办人电话']));
    expect(draft.prefill.consent).toBeNull();
    expect(draft.answers).toMatchObject({ personName: '陈德福' });
    expect(draft.answers['address']).toBeUndefined();
    const refused = await agree(elder, draft, []);
    expect(refused.prefill.consent).toMatchObject({ sources: [], way: 'online' });
    expect(refused.answers['address']).toBeUndefined();
    expect(asked).toEqual([]);
    expect(await auditOf('intake.read-prefill-sources', draft.applicant.id)).toEqual([]);
  });

  it('同意后填入最近一次的同一数据元，写明来自哪里、哪一天；读取留痕', async () => {
    const draft = await beginElderly(elder);
    const answer = await agree(elder, draft, ['past-case']);
    expect(answer.answers).toMatchObject({ address, personName: '陈德福' });
    expect(answer.prefilled['address']).toMatchObject({ source: '以往办件“80周岁以上老年人高龄津贴申领”', sourceId: 'past-case', asOf: '2026-11-20', value: address });
    expect(answer.prefilled['personName']).toMatchObject({ source: '实名认证信息', sourceId: 'profile' });
    const again = await elder.http.call(getDraft, { params: { draftId: draft.id } });
    expect(again).toMatchObject({ revision: answer.revision, answers: answer.answers, prefill: { consent: { sources: [{ key: 'past-case' }], withdrawnAt: null } } });
    expect((await auditOf('intake.read-prefill-sources', draft.applicant.id)).at(-1)).toMatchObject({ purpose: '经申请人同意，办理“80周岁以上老年人高龄津贴申领”申请时自动填写', detail: { sources: ['past-case'], way: 'online', draftId: draft.id } });
    expect(await auditOf('intake.agree-to-prefill', draft.id)).toHaveLength(1);
  });

  it('已经填写的不覆盖；清空的不再填；撤回同意后清掉没改过的，改过的留下', async () => {
    const draft = await beginElderly(elder);
    const typed = await elder.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: draft.revision, answers: { ...draft.answers, address: '本人现住示范路2号', mobile: undefined }, materials: [] } });
    const answer = await agree(elder, { ...draft, revision: typed.revision }, ['past-case']);
    expect(answer.answers).toMatchObject({ address: '本人现住示范路2号' });
    expect(answer.answers['mobile']).toBeUndefined();
    expect(answer.prefilled['address']).toBeUndefined();

    const other = await beginElderly(elder);
    const filled = await agree(elder, other, ['past-case']);
    const withdrawn = await withdraw(elder, other.id, filled.revision);
    expect(withdrawn.answers['address']).toBeUndefined();
    expect(withdrawn.answers).toMatchObject({ personName: '陈德福' });
    expect(withdrawn.prefilled['address']).toBeUndefined();
    expect(withdrawn.prefill.consent?.withdrawnAt).toBe('2026-11-20T01:30:00.000Z');
    expect(await refusalOf(withdraw(elder, other.id, withdrawn.revision))).toMatchObject({ code: 'intake.prefill-not-agreed' });

    const third = await beginElderly(elder);
    const given = await agree(elder, third, ['past-case']);
    const edited = await elder.http.call(saveDraft, { params: { draftId: third.id }, body: { revision: given.revision, answers: { ...given.answers, address: `${address}3组` }, materials: [] } });
    const kept = await withdraw(elder, third.id, edited.revision);
    expect(kept.answers).toMatchObject({ address: `${address}3组` });
    expect(JSON.stringify(kept.prefilled)).not.toContain(address);
  });

  it('别人不能替他同意；没有列出的来源、落后的版本都拒绝', async () => {
    const draft = await beginElderly(elder);
    expect(await refusalOf(agree(await city().person(), draft, ['past-case']))).toMatchObject({ status: 404, code: 'intake.draft-not-found' });
    expect(await refusalOf(agree(await city().officer('区民政局', 'window'), draft, ['past-case'], { way: 'oral', at: '2026-11-20T09:00:00+08:00' }))).toMatchObject({ status: 404 });
    expect(await refusalOf(agree(elder, draft, ['licence:nurse-certificate']))).toMatchObject({ code: 'intake.prefill-source-unknown' });
    expect(await refusalOf(agree(elder, { ...draft, revision: 9 }, ['past-case']))).toMatchObject({ code: 'intake.draft-stale' });
    expect(await refusalOf(agree(elder, draft, ['past-case'], { way: 'oral', at: '2026-11-20T09:00:00+08:00' }))).toMatchObject({ code: 'intake.prefill-window' });
    const stranger = await addElder(city());
    const own = await agree(stranger, await beginElderly(stranger), ['past-case']);
    expect(own.answers['address']).toBeUndefined();
    expect(messages(own)).toContain('以往的办件里没有可以填入的内容');
  });
});

describe('窗口：记下申请人怎样、何时同意 (FRM-02)', () => {
  it('没有写明不能读；时间须是当场；写明后读到申请人的以往办件', async () => {
    const { elder } = await applyAsElder(city());
    const clerk = await city().officer('区民政局', 'window');
    const { documentNumber, mobile } = elder as Signed & { documentNumber: string; mobile: string };
    const draft = await clerk.http.call(createWindowDraft, { body: { itemId: city().itemId(elderly), guidance: self, applicant: { kind: 'person', name: elder.name, documentType: '111', documentNumber, mobile } } });
    expect(await refusalOf(agree(clerk, draft, ['past-case']))).toMatchObject({ code: 'intake.prefill-window', detail: expect.stringContaining('方式和时间') });
    for (const at of ['2026-11-20T09:31:00+08:00', '2026-11-18T09:00:00+08:00']) {
      expect(await refusalOf(agree(clerk, draft, ['past-case'], { way: 'paper', at }))).toMatchObject({ code: 'intake.prefill-consent-time' });
    }
    const answer = await agree(clerk, draft, ['past-case'], { way: 'paper', at: '2026-11-20T09:28:00+08:00' });
    expect(answer.answers['address']).toBe('四川省广安市广安区示范镇和平村');
    expect(answer.prefill.consent).toMatchObject({ way: 'paper', givenAt: '2026-11-20T01:28:00.000Z', recordedByName: clerk.name });
    expect((await auditOf('intake.read-prefill-sources', draft.applicant.id)).at(-1)?.detail).toMatchObject({ way: 'paper', givenAt: '2026-11-20T01:28:00.000Z' });
  });
});

describe('数据共享接口作为来源 (FRM-02)', () => {
  const address = { kind: 'sharing', service: 'company-registration', field: 'address' } as const;
  const profile = { kind: 'profile', fact: 'company.address' } as const;
  const branch = 'labour-dispatch-branch';
  const key = 'sharing:company-registration';

  const company = () => registerTestCompany(city());

  it('次序由数据元定：同意前是用户空间的，同意后排在前面的接口优先；接口知道为什么、经谁同意', async () => {
    await withSources('company.address', [address, profile], async () => {
      const { agent, creditCode } = await company();
      records = [{ service: 'company-registration', documentNumber: creditCode, asOf: '2026-11-02', values: { address: '广安市广安区示范大道88号', secret: 'x' } }];
      const draft = await beginDraft(city(), agent, branch);
      expect(draft.answers).toMatchObject({ registeredAddress: '四川省广安市广安区测试路1号' });
      expect(draft.prefilled['registeredAddress']).toMatchObject({ source: '企业登记信息' });
      expect(asked).toEqual([]);
      const answer = await agree(agent, draft, [key]);
      expect(answer.answers).toMatchObject({ registeredAddress: '广安市广安区示范大道88号' });
      expect(answer.prefilled['registeredAddress']).toMatchObject({ source: '数据共享“企业登记信息查询”', asOf: '2026-11-02' });
      expect(asked).toMatchObject([{ service: 'company-registration', fields: expect.arrayContaining(['address']) as string[], purpose: expect.stringContaining('经申请人同意') as string, consentAt: '2026-11-20T01:30:00.000Z' }]);
      expect(JSON.stringify(answer)).not.toContain('secret');
      const withdrawn = await withdraw(agent, draft.id, answer.revision);
      expect(withdrawn.answers).toMatchObject({ registeredAddress: '四川省广安市广安区测试路1号' });
    });
  });

  it('过了有效期的、格式不对的不填，并说明', async () => {
    await withSources('company.address', [address, profile], async () => {
      const { agent, creditCode } = await company();
      records = [{ service: 'company-registration', documentNumber: creditCode, validUntil: '2026-11-19', values: { address: '旧地址' } }];
      const stale = await agree(agent, await beginDraft(city(), agent, branch), [key]);
      expect(stale.answers).toMatchObject({ registeredAddress: '四川省广安市广安区测试路1号' });
      expect(messages(stale)).toContain('2026年11月19日有效，没有填入');
      records = [{ service: 'company-registration', documentNumber: creditCode, values: { address: { wrong: true } } }];
      const unfit = await agree(agent, await beginDraft(city(), agent, branch), [key]);
      expect(unfit.answers).toMatchObject({ registeredAddress: '四川省广安市广安区测试路1号' });
      expect(messages(unfit)).toContain('“住所”：数据共享“企业登记信息查询”里的内容不符合填写要求，没有填入');
    });
  });

  it('接口出错、迟迟不答：两秒内放行，说明没有答复；停用的接口不问', async () => {
    await withSources('company.address', [address, profile], async () => {
      const failing = await company();
      const slow = await company();
      records = [{ service: 'company-registration', documentNumber: failing.creditCode, fault: 'out-of-order' }, { service: 'company-registration', documentNumber: slow.creditCode, fault: 'slow' }];
      const failed = await agree(failing.agent, await beginDraft(city(), failing.agent, branch), [key]);
      expect(messages(failed)).toContain('“企业登记信息查询”暂时没有答复，没有填入');
      expect(failed.answers).toMatchObject({ registeredAddress: '四川省广安市广安区测试路1号' });
      const draft = await beginDraft(city(), slow.agent, branch);
      const started = Date.now();
      const late = await agree(slow.agent, draft, [key]);
      expect(Date.now() - started).toBeLessThan(2_500);
      expect(messages(late)).toContain('暂时没有答复');
      expect(late.answers).toMatchObject({ registeredAddress: '四川省广安市广安区测试路1号' });

      const administrator = await city().itemAdministrator();
      const service = (await administrator.http.call(listSharingServices, {})).services.find(({ code }) => code === 'company-registration');
      const save = (revision: number, enabled: boolean) => administrator.http.call(saveSharingService, { params: { service: 'company-registration' }, body: { revision, name: service?.name ?? '', provider: service?.provider ?? '', enabled } });
      const off = await save(service?.revision ?? 0, false);
      const unasked = await beginDraft(city(), slow.agent, branch);
      expect(keysOf(unasked)).not.toContain(key);
      expect(await refusalOf(agree(slow.agent, unasked, [key]))).toMatchObject({ code: 'intake.prefill-source-unknown' });
      await save(off.revision, true);
    });
  });

  it('连续失败三次后半分钟内不再去问，申请照常；之后再试', async () => {
    await withSources('company.address', [address, profile], async () => {
      const { agent, creditCode } = await company();
      records = [{ service: 'company-registration', documentNumber: creditCode, fault: 'out-of-order' }];
      const draft = await beginDraft(city(), agent, branch);
      let { revision } = draft;
      for (let times = 0; times < 4; times += 1) ({ revision } = await agree(agent, { id: draft.id, revision }, [key]));
      const before = asked.length;
      expect(before).toBeLessThanOrEqual(3);
      ({ revision } = await agree(agent, { id: draft.id, revision }, [key]));
      expect(asked).toHaveLength(before);
      city().server.clock.advance(31_000);
      await agree(agent, { id: draft.id, revision }, [key]);
      expect(asked).toHaveLength(before + 1);
    });
  });
});

describe('电子证照作为来源 (FRM-02, LIC-06)', () => {
  const labour = '区人社局';
  const key = 'licence:labour-dispatch-licence';
  let company: Awaited<ReturnType<typeof registerTestCompany>>;
  let narrow: Awaited<ReturnType<typeof registerTestCompany>>;
  let licenceId = '';

  async function finish(caseId: string): Promise<void> {
    await accept(await city().officer(labour, 'window'), caseId);
    for (let round = 0; round < 4 && !(await look(await city().officer(labour, 'decision'), caseId)).abilities.decide; round += 1) {
      for (const post of ['preliminary-review', 'review'] as const) {
        const officer = await city().officer(labour, post);
        if ((await look(officer, caseId)).abilities.review) await review(officer, caseId);
      }
    }
    await approve(await city().officer(labour, 'decision'), caseId);
    await city().server.relay.drain();
    await deliver(await city().officer(labour, 'window'), caseId);
  }

  beforeAll(async () => {
    company = await registerTestCompany(city(), { name: '广安示范人力资源有限公司' });
    const { caseId } = await applyFor(city(), company.agent, 'labour-dispatch-licence');
    await finish(caseId);
    licenceId = (await company.agent.http.call(listMyLicences, { query: {} })).items[0]?.id ?? '';
  });

  it('同意后按证照填编号和有效期；持证人看得到谁读过；没有证照的企业说没有查到', async () => {
    const draft = await beginDraft(city(), company.agent, 'labour-dispatch-branch');
    expect(draft.prefill.offered.find((source) => source.key === key)).toMatchObject({ name: '电子证照：劳务派遣经营许可证', fields: ['劳务派遣经营许可证编号', '许可证有效期至'] });
    const answer = await agree(company.agent, draft, [key]);
    expect(answer.answers).toMatchObject({ licenceNumber: expect.stringMatching(/^5116022026/) as string, licenceValidTo: '2029-11-19' });
    expect(answer.prefilled['licenceValidTo']).toMatchObject({ source: '电子证照“劳务派遣经营许可证”', asOf: '2026-11-20' });
    expect((await company.agent.http.call(listMyLicenceUses, { query: {} })).items).toMatchObject([{ licenceId, by: '广安市广安区人力资源和社会保障局', purpose: '经申请人同意，办理“劳务派遣单位设立分公司备案”申请时自动填写' }]);
    const none = (await registerTestCompany(city())).agent;
    const other = await agree(none, await beginDraft(city(), none, 'labour-dispatch-branch'), [key]);
    expect(other.answers['licenceNumber']).toBeUndefined();
    expect(messages(other)).toContain('没有查到“劳务派遣经营许可证”');
  });

  it('另一家企业的法定代表人先取得许可证', async () => {
    narrow = await registerTestCompany(city(), { itemCategories: ['10'] });
    await actForCompany(narrow.representative, narrow.id);
    const { caseId } = await applyFor(city(), narrow.representative, 'labour-dispatch-licence');
    await finish(caseId);
  });

  it('代理人的授权限定事项类型的，只读到这些类型的证照和办件', async () => {
    const whole = await agree(narrow.representative, await beginDraft(city(), narrow.representative, 'labour-dispatch-branch'), [key]);
    expect(whole.answers['licenceNumber']).toBeDefined();
    const draft = await beginDraft(city(), narrow.agent, 'labour-dispatch-branch');
    const answer = await agree(narrow.agent, draft, [key]);
    expect(answer.answers['licenceNumber']).toBeUndefined();
    expect(messages(answer)).toContain('没有查到');
  });

  it('撤销的、过期的证照不填，并说明', async () => {
    await (await city().officer(labour, 'decision')).http.call(revokeLicence, { params: { licenceId }, body: { kind: 'suspended', reason: '经营期间违法，先行暂扣。' } });
    const suspended = await agree(company.agent, await beginDraft(city(), company.agent, 'labour-dispatch-branch'), [key]);
    expect(suspended.answers['licenceNumber']).toBeUndefined();
    expect(messages(suspended)).toMatch(/“劳务派遣经营许可证”（5116022026\d+）已暂扣，没有填入/);
    await city().moveTo('2029-12-03T09:30');
    const expired = await agree(narrow.representative, await beginDraft(city(), narrow.representative, 'labour-dispatch-branch'), [key]);
    expect(expired.answers['licenceNumber']).toBeUndefined();
    expect(messages(expired)).toMatch(/有效期到2029年11月19日，已过期，没有填入/);
  });
});
