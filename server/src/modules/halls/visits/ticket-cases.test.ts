import { describe, expect, it } from 'vitest';
import { fictitiousResidentId } from '../../../kernel/identity/fictitious-numbers.ts';
import { useTestCity } from '../../../testing/test-city.ts';
import { addTestHall } from '../testing/a-hall.ts';

const city = useTestCity({ now: '2026-11-30T10:00:00+08:00' });
const elder = { name: '热依汗·艾合买提', documentNumber: fictitiousResidentId(811, '19390505') };

async function setUp() {
  const hall = await addTestHall(city().server, { serves: city().organizationId('区民政局') });
  const itemId = city().itemId('elderly-allowance');
  const clerk = (index: number) => hall.clerks[index]?.headers;
  const begin = (index: number) => hall.call('POST', '/window/drafts', clerk(index), { itemId, guidance: [{ question: 'who', option: 'self' }], applicant: { kind: 'person', ...elder, documentType: '111', mobile: '19900008111' } });
  const link = (index: number, ticketId: string, draftId: string) => hall.call('POST', `/hall-windows/${hall.windows[index]?.id}/registrations`, clerk(index), { ticketId, draftId });
  return { ...hall, itemId, clerk, begin, link };
}

describe('从号登记办件 (HAL-02, INT-02)', () => {
  it('号的取号人登记成办件，提交后编号写回这个号，叫号页和号票列表都看得到', async () => {
    const { call, take, sit, next, desk, itemId, clerk, begin, link, hallId, leader } = await setUp();
    expect((await take({ itemId, holder: elder })).statusCode).toBe(201);
    await sit(0);
    await next(0);
    const { ticketId } = (await desk(0)).current;
    const draft = (await begin(0)).json();
    expect((await link(0, ticketId, draft.id)).json().current.registrations).toEqual([{ draftId: draft.id, itemName: draft.itemName, caseId: null, caseNumber: null }]);
    const materials = draft.materials.filter(({ required }: { required: boolean }) => required).map(({ material }: { material: { key: string } }) => ({ key: material.key, fileIds: [], paperReceived: true }));
    const answers = { ...draft.answers, address: '示范镇', household: '511602000000', livingState: '独居', bankName: '示范银行', bankAccount: '6217000000000000000', byFamily: false, declared: true };
    const { revision } = (await call('PUT', `/drafts/${draft.id}`, clerk(0), { revision: draft.revision, answers, materials })).json();
    const submitted = await call('POST', `/drafts/${draft.id}/submit`, clerk(0), { revision, declared: true });
    expect(submitted.statusCode).toBe(200);
    const { caseId, number } = submitted.json<{ caseId: string; number: string }>();
    await city().server.relay.drain();
    expect((await desk(0)).current.registrations).toMatchObject([{ caseId, caseNumber: number }]);
    expect((await call('GET', `/managed-halls/${hallId}/tickets`, leader.headers)).json().items).toMatchObject([{ number: 'A001', caseNumbers: [number] }]);
  });

  it('别人的登记、不在手上的号都不能记', async () => {
    const { take, sit, next, desk, begin, link } = await setUp();
    await take();
    await take();
    await sit(0);
    await sit(1);
    await next(0);
    await next(1);
    const [mine, other] = [(await desk(0)).current.ticketId, (await desk(1)).current.ticketId];
    const draft = (await begin(1)).json();
    expect((await link(0, mine, draft.id)).json()).toMatchObject({ code: 'intake.draft-not-found' });
    expect((await link(1, mine, draft.id)).json()).toMatchObject({ code: 'halls.ticket-not-found' });
    expect((await link(1, other, draft.id)).statusCode).toBe(200);
  });
});

describe('事项与大厅 (HAL-02)', () => {
  it('在取号机按事项找业务；办事指南知道在哪个大厅办、能不能预约', async () => {
    const { call, hallId, itemId, queues } = await setUp();
    const found = (await call('GET', `/halls/${hallId}/items?q=${encodeURIComponent('高龄')}`)).json().items;
    expect(found[0]).toMatchObject({ itemId, queueId: queues.general, queueName: '综合业务' });
    expect((await call('GET', `/halls/${hallId}/items?q=${encodeURIComponent('挖掘城市道路')}`)).json().items.map((item: { itemId: string }) => item.itemId)).not.toContain(city().itemId('road-excavation'));
    expect((await call('GET', `/items/${itemId}/halls`)).json().items).toContainEqual(expect.objectContaining({ hallId, queueId: queues.general, bookable: true, windows: ['01', '02', '03'] }));
  });
});
