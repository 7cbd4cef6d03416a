import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signature as handwriting } from '../../kernel/files/testing/samples.ts';
import { listMessages } from '../../kernel/messaging/contract.ts';
import { addElder, beginDraft, fillDraft } from '../../testing/apply.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { accept, approve, deliver, findTurn, look, review, taskOf } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { listCases } from '../cases/contract.ts';
import { deliverResult } from '../handling/contract.ts';
import { submitDraft, type RequestedDelivery } from '../intake/contract.ts';
import { registerShipment } from './actions/register-shipment.ts';
import { checkCollector, getShipment, handOutResult, handToMail, noteReturn, postResult, readLabel } from './contract.ts';
import { remindCollectors } from './jobs/remind-collectors.ts';
import { pollShipments, sweepShipments } from './jobs/shipment-jobs.ts';
import { createMailSimulator } from './simulator/mail-simulator.ts';

const mail = createMailSimulator();
const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
beforeAll(async () => { await new Promise<void>((resolve) => { mail.server.listen(0, '127.0.0.1', resolve); }); });
afterAll(() => { mail.server.close(); mail.server.closeAllConnections(); });
const connect = (on = true) => { Object.assign(city().server.kernel.config, { mailServiceUrl: on ? `http://127.0.0.1:${(mail.server.address() as AddressInfo).port}` : undefined }); };

const postalAddress = { recipient: '王秀英', mobile: '13900000021', address: '四川省广安市广安区滨江路1号' };

/** A case decided, whose result is to be posted unless told otherwise. */
async function decided(delivery: RequestedDelivery = { method: 'express', postalAddress }): Promise<{ caseId: string; elder: Signed; officer: Signed }> {
  const elder = await addElder(city());
  const filled = await fillDraft(elder, await beginDraft(city(), elder, 'elderly-allowance', [{ question: 'who', option: 'self' }]), 'elderly-allowance', { byFamily: false });
  const { caseId } = await elder.http.call(submitDraft, { params: { draftId: filled.draft.id }, body: { revision: filled.revision, declared: true, delivery } });
  for (;;) {
    const turn = await findTurn(city(), caseId);
    if (!turn) throw new Error('the case ended early');
    if (turn.step === 'delivery') return { caseId, elder, officer: turn.officer };
    if (turn.step === 'acceptance') await accept(turn.officer, caseId);
    else if (turn.step === 'review') await review(turn.officer, caseId);
    else await approve(turn.officer, caseId);
    await city().server.relay.drain();
  }
}

const see = async (who: Signed, caseId: string) => (await who.http.call(getShipment, { params: { caseId } })).shipment;
const post = async (officer: Signed, caseId: string) => (await officer.http.call(postResult, { params: { caseId }, body: {} })).shipment;
const register = async (caseId: string) => {
  const { rows } = await city().server.database.db.pool.query<{ id: string }>('SELECT id FROM collection.shipment WHERE case_id = $1 ORDER BY id', [caseId]);
  for (const { id } of rows) await registerShipment(city().system(), id);
};

describe('邮寄办理结果 (INT-05)', () => {
  it('没有接入邮寄服务、没有收件地址的说明怎么办；登记只能一次，别的部门和申请人不能登记', async () => {
    const { caseId, officer, elder } = await decided();
    connect(false);
    expect(await refusalOf(post(officer, caseId))).toMatchObject({ code: 'collection.no-mail-service' });
    connect();
    const counter = await decided({ method: 'counter' });
    expect(await refusalOf(post(counter.officer, counter.caseId))).toMatchObject({ code: 'collection.no-address' });
    expect(await post(officer, caseId)).toMatchObject({ state: 'waiting', stateLabel: '待寄', recipient: expect.stringContaining('139****0021') });
    expect(await refusalOf(post(officer, caseId))).toMatchObject({ code: 'collection.posted' });
    expect(await refusalOf(post(elder, caseId))).toMatchObject({ status: 403 });
    expect(await refusalOf(see(await city().officer('区住建局', 'window'), caseId))).toMatchObject({ status: 404 });
    expect(await refusalOf(officer.http.call(handToMail, { params: { caseId }, body: { taskId: taskOf(await look(officer, caseId), 'delivery') } }))).toMatchObject({ code: 'collection.not-registered' });
  });

  it('邮寄服务停了一天：不丢、不重，说明原因和下次重试，恢复后取得单号', async () => {
    connect();
    const { caseId, officer } = await decided();
    mail.fail = 503;
    await post(officer, caseId);
    const before = mail.parcels.size;
    let at = new Date('2026-11-20T10:00:00+08:00').getTime();
    for (let tried = 0; tried < 12; tried += 1) {
      await register(caseId);
      const shipment = await see(officer, caseId);
      expect(shipment).toMatchObject({ state: 'waiting', trouble: expect.stringContaining('503') });
      at = new Date(shipment?.nextTryAt ?? '').getTime();
      city().server.clock.set(new Date(at - 1000));
      await register(caseId);
      await city().moveTo(new Date(at + 8 * 3_600_000).toISOString().slice(0, 16));
    }
    expect(at - new Date('2026-11-20T10:00:00+08:00').getTime()).toBeGreaterThan(6 * 3_600_000);
    mail.fail = undefined;
    await Promise.all([register(caseId), register(caseId)]);
    await city().moveTo('2026-11-21T10:00');
    await sweepShipments(city().system());
    expect(mail.parcels.size - before).toBe(1);
    expect(await see(officer, caseId)).toMatchObject({ state: 'registered', stateLabel: '待揽收', trackingNumber: expect.stringMatching(/^EM/), trouble: null });
    await city().moveTo('2026-11-20T10:00');
  });

  it('打印面单留痕；交寄后办件办结；物流更新申请人看得到，签收后告知，退回告知工作人员', async () => {
    connect();
    const { caseId, officer, elder } = await decided();
    await post(officer, caseId);
    await register(caseId);
    const label = await officer.http.call(readLabel, { params: { caseId }, body: { purpose: '打印面单' } });
    expect(label).toMatchObject({ ...postalAddress, trackingNumber: expect.stringMatching(/^EM/) });
    const trackingNumber = label.trackingNumber ?? '';
    const { rows } = await city().server.database.db.pool.query(`SELECT FROM kernel.audit_entry WHERE action = 'collection.read-label' AND object_id = $1`, [caseId]);
    expect(rows).toHaveLength(1);
    expect(await officer.http.call(handToMail, { params: { caseId }, body: { taskId: taskOf(await look(officer, caseId), 'delivery') } })).toMatchObject({ status: 'closed' });
    // nobody has received it yet
    const posted = (await look(elder, caseId)).timeline.at(-1)?.opinion;
    expect(posted).toBe(`已交寄（快递单号 ${trackingNumber}），签收人和签收时间以物流签收记录为准。`);
    mail.happen(trackingNumber, { at: '2026-11-20T03:00:00Z', state: 'picked-up', text: '已揽收', place: '广安' });
    mail.happen(trackingNumber, { at: '2026-11-20T05:00:00Z', state: 'in-transit', text: '运往南充', place: '广安' });
    await city().moveTo('2026-11-20T13:30');
    mail.fail = 500;
    await pollShipments(city().system());
    expect(await see(officer, caseId)).toMatchObject({ state: 'registered', trouble: expect.stringContaining('500') });
    mail.fail = undefined;
    await city().moveTo('2026-11-20T14:30');
    await pollShipments(city().system());
    expect(await see(elder, caseId)).toMatchObject({ state: 'in-transit', stateLabel: '运输中', trouble: null, events: [{ text: '运往南充' }, { text: '已揽收' }] });
    mail.happen(trackingNumber, { at: '2026-11-20T07:00:00Z', state: 'delivered', text: '本人签收', place: '广安' });
    await city().moveTo('2026-11-20T15:30');
    await pollShipments(city().system());
    await pollShipments(city().system());
    expect((await see(elder, caseId))?.stateLabel).toBe('已签收');
    const told = (await elder.http.call(listMessages, { query: {} })).items.filter(({ title }) => title.endsWith('的办理结果已签收'));
    expect(told).toHaveLength(1);
    const other = await decided();
    await post(other.officer, other.caseId);
    await register(other.caseId);
    mail.happen((await see(other.officer, other.caseId))?.trackingNumber ?? '', { at: '2026-11-20T08:00:00Z', state: 'returned', text: '地址不详', place: '广安' });
    await city().moveTo('2026-11-20T17:00');
    await pollShipments(city().system());
    expect((await other.officer.http.call(listMessages, { query: {} })).items.map(({ title }) => title)).toContain('邮件退回：80周岁以上老年人高龄津贴申领');
  });

  it('邮寄服务不受理的写明原因，可以重新登记', async () => {
    connect();
    const { caseId, officer, elder } = await decided();
    mail.fail = 422;
    await post(officer, caseId);
    await register(caseId);
    mail.fail = undefined;
    expect(await see(officer, caseId)).toMatchObject({ state: 'refused', stateLabel: '未能登记', trouble: expect.stringContaining('422') });
    expect(await see(elder, caseId)).toBeNull();
    await post(officer, caseId);
    await register(caseId);
    expect((await see(officer, caseId))?.state).toBe('registered');
  });
});

describe('邮件退回以后 (INT-05, 行政许可法第四十四条)', () => {
  afterAll(() => city().moveTo('2026-11-20T10:00'));

  /** A case closed by posting its result, with a parcel that the carrier has brought back. */
  async function broughtBack() {
    connect();
    const found = await decided();
    await post(found.officer, found.caseId);
    await register(found.caseId);
    const trackingNumber = (await see(found.officer, found.caseId))?.trackingNumber ?? '';
    await found.officer.http.call(handToMail, { params: { caseId: found.caseId }, body: { taskId: taskOf(await look(found.officer, found.caseId), 'delivery') } });
    await comeBack(trackingNumber);
    return { ...found, trackingNumber };
  }
  async function comeBack(trackingNumber: string) {
    mail.happen(trackingNumber, { at: city().server.clock.now().toISOString(), state: 'returned', text: '地址不详', place: '广安' });
    await city().moveTo(new Date(city().server.clock.now().getTime() + 9 * 3_600_000).toISOString().slice(0, 16));
    await pollShipments(city().system());
    await city().server.relay.drain();
  }
  const titles = async (who: Signed): Promise<string[]> => (await who.http.call(listMessages, { query: {} })).items.map(({ title }) => title);

  it('申请人和寄件人都得到通知；更正地址重新邮寄，两次邮寄都在，另出送达回证；再退回可以再寄', async () => {
    await city().moveTo('2026-11-23T09:30');
    const { caseId, officer, elder, trackingNumber } = await broughtBack();
    const back = await look(officer, caseId);
    expect(back).toMatchObject({ status: 'closed', returnedOn: '2026-11-23', abilities: { deliverAgain: true } });
    expect(back.timeline.at(-1)).toMatchObject({ label: '邮件退回', opinion: `地址不详（快递单号 ${trackingNumber}）。` });
    expect((await titles(elder)).filter((title) => title.startsWith('邮件被退回'))).toHaveLength(1);
    expect(await titles(officer)).toContain('邮件退回：80周岁以上老年人高龄津贴申领');
    expect((await officer.http.call(listCases, { query: { returned: true } })).items.map(({ id }) => id)).toContain(caseId);
    expect(await refusalOf(officer.http.call(handToMail, { params: { caseId }, body: {} }))).toMatchObject({ code: 'collection.not-registered' });
    expect(await refusalOf(see(await city().officer('区住建局', 'window'), caseId))).toMatchObject({ status: 404 });

    const moved = { recipient: '王秀英', mobile: '13900000022', address: '四川省广安市广安区平安大道8号3单元' };
    const put = await officer.http.call(postResult, { params: { caseId }, body: { postalAddress: moved } });
    expect(put).toMatchObject({ shipment: { state: 'waiting', recipient: expect.stringContaining('139****0022') }, earlier: [{ state: 'returned', trackingNumber, recipient: expect.stringContaining('139****0021') }] });
    await register(caseId);
    expect([...mail.parcels.values()].at(-1)?.body).toMatchObject({ recipient: { address: moved.address } });
    expect(await officer.http.call(readLabel, { params: { caseId }, body: { purpose: '打印面单' } })).toMatchObject(moved);
    await officer.http.call(handToMail, { params: { caseId }, body: {} });
    await city().server.relay.drain();
    const page = await look(elder, caseId);
    expect(page).toMatchObject({ status: 'closed', returnedOn: null, abilities: { deliverAgain: false } });
    expect((await officer.http.call(listCases, { query: { returned: true } })).items.map(({ id }) => id)).not.toContain(caseId);
    expect(page.timeline.slice(-3).map(({ label }) => label)).toEqual(['送达', '邮件退回', '重新送达']);
    expect(page.notices.filter(({ kind }) => kind === 'delivery-receipt')).toHaveLength(2);
    const shown = await elder.http.call(getShipment, { params: { caseId } });
    expect([shown.shipment?.stateLabel, shown.earlier.map(({ stateLabel }) => stateLabel)]).toEqual(['待揽收', ['退回']]);
    expect(await titles(elder)).toContain('已重新邮寄：80周岁以上老年人高龄津贴申领');
    expect(await refusalOf(officer.http.call(handToMail, { params: { caseId }, body: {} }))).toMatchObject({ code: 'cases.no-such-task' });
    expect(await refusalOf(post(officer, caseId))).toMatchObject({ code: 'collection.not-waiting' });

    await comeBack(shown.shipment?.trackingNumber ?? '');
    expect((await titles(elder)).filter((title) => title.startsWith('邮件被退回'))).toHaveLength(2);
    expect(await post(officer, caseId)).toMatchObject({ state: 'waiting', recipient: expect.stringContaining('139****0022') });
  });

  it('本人到窗口领取：核验、签名，送达回证写明本人；还在等单号的寄件不再寄出', async () => {
    await city().moveTo('2026-11-24T09:30');
    const { caseId, officer, elder } = await broughtBack();
    mail.fail = 503;
    await post(officer, caseId);
    await register(caseId);
    mail.fail = undefined;
    const { documentNumber } = elder as Signed & { documentNumber: string };
    const { check } = await officer.http.call(checkCollector, { params: { caseId }, body: { name: elder.name, documentType: '111', documentNumber } });
    const signature = await officer.http.uploadMaterial('签名.png', handwriting());
    expect(await officer.http.call(handOutResult, { params: { caseId }, body: { checkId: check?.id ?? '', signatureFileId: signature.id } })).toMatchObject({ status: 'closed', noticeId: expect.any(String) });
    const view = await look(elder, caseId);
    expect(view).toMatchObject({ returnedOn: null, deliveryMethod: 'counter' });
    expect(view.timeline.at(-1)?.opinion).toContain(`签收人：${elder.name}（本人`);
    const before = mail.parcels.size;
    await city().moveTo('2026-11-24T18:00');
    await sweepShipments(city().system());
    await register(caseId);
    expect(mail.parcels.size).toBe(before);
    expect(await refusalOf(officer.http.call(checkCollector, { params: { caseId }, body: { name: elder.name, documentType: '111', documentNumber } }))).toMatchObject({ code: 'collection.not-waiting' });
  });

  it('没有接入邮寄服务的，窗口登记退回，填写新的快递单号重新邮寄；不是邮寄的、别的部门的不能登记', async () => {
    await city().moveTo('2026-11-25T09:30');
    connect(false);
    const { caseId, officer, elder } = await decided();
    await officer.http.call(deliverResult, { params: { caseId }, body: { taskId: taskOf(await look(officer, caseId), 'delivery'), method: 'express', receiver: '王秀英', trackingNumber: 'EM900000001CN' } });
    const note = (who: Signed, id = caseId) => who.http.call(noteReturn, { params: { caseId: id }, body: { reason: '无人签收，信件已退到窗口' } });
    expect(await refusalOf(note(await city().officer('区住建局', 'window')))).toMatchObject({ code: 'cases.not-found' });
    expect(await note(officer)).toMatchObject({ status: 'closed' });
    expect(await refusalOf(note(officer))).toMatchObject({ code: 'cases.already-returned' });
    await city().server.relay.drain();
    expect((await titles(elder)).filter((title) => title.startsWith('邮件被退回'))).toHaveLength(1);
    expect(await refusalOf(post(officer, caseId))).toMatchObject({ code: 'collection.no-mail-service' });
    await officer.http.call(postResult, { params: { caseId }, body: { trackingNumber: 'EM900000002CN' } });
    await officer.http.call(handToMail, { params: { caseId }, body: {} });
    expect((await look(elder, caseId)).timeline.at(-1)).toMatchObject({ label: '重新送达', opinion: expect.stringContaining('EM900000002CN') });
    expect((await see(elder, caseId))?.trackingNumber).toBe('EM900000002CN');
    const counter = await decided({ method: 'counter' });
    await deliver(counter.officer, counter.caseId);
    expect(await refusalOf(note(counter.officer, counter.caseId))).toMatchObject({ code: 'collection.not-posted' });
  });
});

it('结果放在窗口一周没有领取，提醒申请人；每周一次，最多三次，领取后不再提醒 (INT-05)', async () => {
  const { caseId, elder, officer } = await decided({ method: 'counter' });
  const reminders = async (): Promise<number> => (await elder.http.call(listMessages, { query: {} })).items.filter(({ title }) => title.startsWith('请领取')).length;
  const runOn = async (date: string): Promise<number> => {
    await city().moveTo(`${date}T09:30`);
    await remindCollectors(city().system());
    await remindCollectors(city().system());
    return reminders();
  };
  expect(await runOn('2026-11-26')).toBe(0);
  expect([await runOn('2026-11-27'), await runOn('2026-11-30'), await runOn('2026-12-04'), await runOn('2026-12-11'), await runOn('2027-01-08')]).toEqual([1, 1, 2, 3, 3]);
  const another = await decided({ method: 'counter' });
  await deliver(officer, another.caseId);
  await city().moveTo('2027-02-01T09:30');
  await remindCollectors(city().system());
  expect((await another.elder.http.call(listMessages, { query: {} })).items.some(({ title }) => title.startsWith('请领取'))).toBe(false);
  expect(caseId).not.toBe(another.caseId);
});
