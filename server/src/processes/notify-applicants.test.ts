import { describe, expect, test } from 'vitest';
import { WriteBatch } from '../kernel/db/index.ts';
import { publishEvent } from '../kernel/events/index.ts';
import { fictitiousResidentId } from '../kernel/identity/fictitious-numbers.ts';
import { listMessages, listPreferences, setPreference, setQuietHours } from '../kernel/messaging/contract.ts';
import { childDropped } from '../modules/bundle-applications/index.ts';
import { caseEvents } from '../modules/cases/index.ts';
import { applyFor } from '../testing/apply.ts';
import { actForCompany, registerTestCompany } from '../testing/companies.ts';
import { accept } from '../testing/office.ts';
import { useTestCity, type Signed } from '../testing/test-city.ts';

describe('办件各环节告知申请人（MSG-02）', () => {
  const city = useTestCity();
  const inbox = async (reader: Signed) => (await reader.http.call(listMessages, { query: {} })).items;
  const ids = { itemId: 'i', itemVersionId: 'v', organizationId: '00000000-0000-7000-8000-000000000002', caseId: '00000000-0000-7000-8000-000000000001' };

  test('本人申请：收到、受理各一条，点开即到办件', async () => {
    const person = await city().person({ name: '王秀兰', documentNumber: fictitiousResidentId(977, '19410203') });
    const receipt = await applyFor(city(), person, 'elderly-allowance', [{ question: 'who', option: 'self' }]);
    await city().server.relay.drain();
    await accept(await city().officer('区民政局', 'window'), receipt.caseId);
    await city().server.relay.drain();
    const messages = await inbox(person);
    expect(messages.map(({ templateKey }) => templateKey)).toEqual(['processes.case-accepted', 'processes.case-submitted']);
    expect(messages[1]).toMatchObject({ link: `/cases/${receipt.caseId}`, body: expect.stringContaining(receipt.number) });
  });

  /** Publishes a case event as an action would and delivers it. */
  async function happen(type: string, data: object): Promise<void> {
    const batch = new WriteBatch();
    publishEvent(city().system(), batch, { type, aggregateType: 'case', aggregateId: ids.caseId, data: {
      ...ids, number: '511602202611200001', itemName: '挖掘城市道路审批', organizationName: '区住建局', outcome: null, detail: {}, ...data,
    } });
    await batch.execute(city().server.kernel.db.pool);
    await city().server.relay.drain();
  }

  test.each([
    ['refuse', {}, '不予受理'], ['request-supplement', { detail: { dueOn: '2026-12-01' } }, '2026年12月1日'], ['start-special-procedure', {}, '不计入办理期限'],
    ['end-special-procedure', {}, '特别程序已结束'], ['extend', {}, '延长'], ['decide', { outcome: 'approved' }, '准予'], ['decide', { outcome: 'denied' }, '行政复议'],
    ['withdraw', {}, '已撤回'], ['terminate', {}, '终止办理'],
  ] as const)('%s 告知申请人', async (step, data, expected) => {
    const person = await city().person();
    await happen(caseEvents[step], { applicantKind: 'person', applicantId: person.id, filerKind: 'self', filerId: person.id, ...data });
    expect(await inbox(person)).toMatchObject([{ body: expect.stringContaining(expected) }]);
  });

  test('内部环节不打扰申请人', async () => {
    const person = await city().person();
    for (const step of ['review', 'return-for-rework', 'propose-special-procedure'] as const) {
      await happen(caseEvents[step], { applicantKind: 'person', applicantId: person.id, filerKind: 'self', filerId: person.id });
    }
    expect(await inbox(person)).toEqual([]);
  });

  test('企业的办件告知企业和经办人；短信发给法定代表人', async () => {
    const company = await registerTestCompany(city());
    await happen(caseEvents.accept, { applicantKind: 'company', applicantId: company.id, filerKind: 'agent', filerId: company.agent.id });
    expect(await inbox(company.agent)).toMatchObject([{ templateKey: 'processes.case-accepted' }]);
    await actForCompany(company.agent, null);
    expect((await inbox(company.agent)).map(({ templateKey }) => templateKey)).toContain('processes.case-accepted');
    const { rows } = await city().server.kernel.db.pool.query(`select recipient_kind from messaging.message where channel = 'sms' and recipient_id = $1`, [company.id]);
    expect(rows).toEqual([{ recipient_kind: 'company' }]);
  });

  test('一件事里有事项不再办理：申请人之外，到窗口的经办人也收到；他打开的是进度查询', async () => {
    const [applicant, agent] = [await city().person(), await city().person()];
    const batch = new WriteBatch();
    publishEvent(city().system(), batch, { type: childDropped, aggregateType: 'bundle-application', aggregateId: ids.caseId, data: {
      applicationId: ids.caseId, number: '511602YJS1', bundleName: '灵活就业参保', itemName: '社会保障卡申领', reason: '前一事项没有获准。', applicantKind: 'person', applicantId: applicant.id, agentId: null, counterAgentId: agent.id,
    } });
    await batch.execute(city().server.kernel.db.pool);
    await city().server.relay.drain();
    expect(await inbox(applicant)).toMatchObject([{ templateKey: 'bundle-applications.item-dropped', link: `/bundle-applications/${ids.caseId}` }]);
    expect(await inbox(agent)).toMatchObject([{ templateKey: 'bundle-applications.item-dropped', link: '/progress' }]);
  });

  test('代表企业时可以替企业选通道，绑定和免打扰只能由本人设置（MSG-02）', async () => {
    const company = await registerTestCompany(city());
    const { http } = company.agent;
    expect(await http.call(listPreferences, {})).toMatchObject({ own: false, offered: [{ channel: 'sms', address: null }] });
    expect(await http.call(setPreference, { params: { topic: 'progress' }, body: { channels: [] } })).toMatchObject({ channels: [] });
    const quiet = { enabled: true, starts: '21:00', ends: '07:00', workingDays: false };
    await expect(http.call(setQuietHours, { body: quiet })).rejects.toMatchObject({ problem: { code: 'messaging.own-only' } });
    await happen(caseEvents.accept, { applicantKind: 'company', applicantId: company.id, filerKind: 'self', filerId: company.id });
    const { rows } = await city().server.kernel.db.pool.query(`select state, organization_id from messaging.message where channel = 'sms' and recipient_id = $1`, [company.id]);
    expect(rows).toMatchObject([{ state: 'suppressed' }]);
    await actForCompany(company.agent, null);
    expect(await http.call(setQuietHours, { body: quiet })).toEqual(quiet);
  });
});
