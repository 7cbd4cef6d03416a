import { ApiError } from '@tongban/api-client';
import { describe, expect, it } from 'vitest';
import { fictitiousResidentId } from '../../../kernel/identity/fictitious-numbers.ts';
import { listMessages } from '../../../kernel/messaging/contract.ts';
import { createId } from '../../../kernel/db/index.ts';
import { useAutomaticItems, settle } from '../../../testing/automation.ts';
import { look } from '../../../testing/office.ts';
import { useTestCity } from '../../../testing/test-city.ts';
import { acceptOffer, declineOffer, getSetting, listAutomation, listMyOffers, searchBeneficiaries, setPlatformSwitch, stopSetting } from '../contract.ts';
import { findBeneficiaries } from './find-beneficiaries.ts';

const city = useTestCity({ now: '2026-11-20T09:30:00+08:00' });
useAutomaticItems(city);

let serial = 600;
const person = (birth: string) => city().person({ name: '王秀兰', documentNumber: fictitiousResidentId(serial += 1, birth) });
const look4 = async (): Promise<void> => { await findBeneficiaries(city().system()); await settle(city()); };
const refusal = async (call: Promise<unknown>) => {
  const error = await call.then(() => undefined, (caught: unknown) => caught);
  return error instanceof ApiError ? error.problem.code : undefined;
};

describe('不申即办 (DEC-06)', () => {
  it('到了年龄的老人收到提示，看到已知信息，确认一次就拿到证；再找不再提示', async () => {
    const [elder, young] = [await person('19660101'), await person('19900101')];
    await look4();
    expect((await young.http.call(listMyOffers, {})).items).toEqual([]);
    const { items: [offer] } = await elder.http.call(listMyOffers, {});
    expect(offer).toMatchObject({ itemName: '老年人优待证申领', state: 'offered', why: '您已年满60周岁。', legalBasis: '《中华人民共和国老年人权益保障法》第五十三条' });
    expect(offer?.known.map(({ label }) => label)).toEqual(['姓名', '证件号码', '年龄']);
    const { items: messages } = await elder.http.call(listMessages, { query: {} });
    expect(messages[0]).toMatchObject({ title: '您可以办理：老年人优待证申领', link: `/space/offers/${offer?.id}` });
    const answer = await elder.http.call(acceptOffer, { params: { offerId: offer?.id ?? '' } });
    expect(answer).toMatchObject({ offer: { state: 'accepted' }, draftId: null });
    expect(await elder.http.call(acceptOffer, { params: { offerId: offer?.id ?? '' } })).toEqual(answer);
    await settle(city());
    expect(await look(elder, answer.offer.caseId ?? '')).toMatchObject({ status: 'closed', outcome: 'approved', licence: { name: '老年人优待证' } });
    await look4();
    expect((await elder.http.call(listMyOffers, {})).items).toEqual([]);
  });

  it('谢绝以后不再提示同一情况', async () => {
    const elder = await person('19650303');
    await look4();
    const { items: [offer] } = await elder.http.call(listMyOffers, {});
    expect(await elder.http.call(declineOffer, { params: { offerId: offer?.id ?? '' }, body: {} })).toMatchObject({ state: 'declined' });
    await look4();
    expect((await elder.http.call(listMyOffers, {})).items).toEqual([]);
    expect(await refusal(elder.http.call(acceptOffer, { params: { offerId: offer?.id ?? '' } }))).toBe('decisioning.offer-over');
  });

  it('别人的提示看不到也确认不了；总开关停止时不提示', async () => {
    const [elder, other] = [await person('19640404'), await person('19640405')];
    await look4();
    const { items: [offer] } = await elder.http.call(listMyOffers, {});
    expect(await refusal(other.http.call(acceptOffer, { params: { offerId: offer?.id ?? '' } }))).toBe('decisioning.offer-not-found');
    expect(await refusal(other.http.call(declineOffer, { params: { offerId: offer?.id ?? '' }, body: {} }))).toBe('decisioning.offer-not-found');
    const admin = await city().itemAdministrator();
    await admin.http.call(setPlatformSwitch, { body: { stopped: true, reason: '核对数据来源。' } });
    expect((await elder.http.call(listMyOffers, {})).items).toEqual([]);
    await admin.http.call(setPlatformSwitch, { body: { stopped: false, reason: '已经核对完毕。' } });
    expect((await elder.http.call(listMyOffers, {})).items).toHaveLength(1);
  });

  it('一个月内到期的居住证提示签注，居住证代替材料；批量比对有目的、有留痕', async () => {
    const holder = await person('19950505');
    await city().server.database.db.pool.query(
      `INSERT INTO licences.licence (id, chain_id, version, type_code, type_name, identifier, number, holder_kind, holder_id, holder_name, holder_document_masked, issuer_id, issuer_name, region_code, face_cipher, issued_on, valid_from, valid_to, state, file_id, created_at)
       VALUES ($1, $1, 1, 'residence-permit', '居住证', $2, '居〔2025〕00001号', 'person', $3, '王秀兰', '5***', $4, '区公安分局', '511602000000', '', '2025-12-11', '2025-12-11', '2026-12-10', 'valid', $5, now())`,
      [createId(), `1.2.156.3005.2.${createId()}`, holder.id, city().organizationId('区公安分局'), createId()]);
    await look4();
    const { items: [offer] } = await holder.http.call(listMyOffers, {});
    expect(offer).toMatchObject({ itemName: '居住证签注', why: '您的《居住证》（居〔2025〕00001号）将于2026年12月10日到期。', until: '2026-12-10' });
    const { offer: { caseId } } = await holder.http.call(acceptOffer, { params: { offerId: offer?.id ?? '' } });
    await settle(city());
    const view = await look(holder, caseId ?? '');
    expect([view.status, view.licence?.name, view.materials.map(({ source }) => source)]).toEqual(['closed', '居住证签注凭证', expect.arrayContaining(['form', 'licence'])]);
    const { rows } = await city().server.database.db.pool.query(`SELECT DISTINCT purpose FROM kernel.audit_entry WHERE action = 'identity.compare-persons'`);
    expect(rows).toEqual([{ purpose: '查找年满60周岁、还没有优待证的老年人，主动提示申领' }]);
  });

  it('立即查找与夜间查找相同：说出看了、新提示和提示过的数量，再查不重复；留下审计；没有权限、停用、不是不申即办的不能查', async () => {
    const admin = await city().itemAdministrator();
    const settingOf = async (itemName: string): Promise<string> => {
      const { items } = await admin.http.call(listAutomation, { query: { q: itemName } });
      return items[0]?.id ?? '';
    };
    const params = { settingId: await settingOf('老年人优待证申领') };
    const search = (officer: typeof admin) => officer.http.call(searchBeneficiaries, { params }, { idempotencyKey: createId() });
    await look4();
    const elders = [await person('19630606'), await person('19630707')];
    expect((await admin.http.call(getSetting, { params })).abilities.search).toBe(true);
    const first = await search(admin);
    expect(first).toMatchObject({ finder: 'age-reached', offered: 2, complete: true });
    expect(first.looked).toBeGreaterThan(first.offered + first.known);
    for (const elder of elders) expect((await elder.http.call(listMyOffers, {})).items).toHaveLength(1);
    const [again, atNight] = await Promise.all([search(admin), look4()]);
    expect([again, atNight]).toEqual([{ ...first, offered: 0, known: first.known + 2 }, undefined]);
    for (const elder of elders) expect((await elder.http.call(listMessages, { query: {} })).items).toHaveLength(1);
    const { rows } = await city().server.database.db.pool.query(`SELECT actor_id, detail::jsonb ->> 'offered' AS offered FROM kernel.audit_entry WHERE action = 'decisioning.search-beneficiaries' ORDER BY id`);
    expect(rows).toEqual([{ actor_id: admin.id, offered: '2' }, { actor_id: admin.id, offered: '0' }]);

    const reviewer = await city().officer('区民政局', 'review');
    expect(await refusal(search(reviewer))).toBe('kernel.forbidden');
    expect((await reviewer.http.call(getSetting, { params })).abilities.search).toBe(false);
    const automatic = { settingId: await settingOf('失业登记') };
    expect(await refusal(admin.http.call(searchBeneficiaries, { params: automatic }, { idempotencyKey: createId() }))).toBe('decisioning.not-proactive');
    await admin.http.call(setPlatformSwitch, { body: { stopped: true, reason: '核对数据来源。' } });
    expect(await refusal(search(admin))).toBe('decisioning.all-stopped');
    await admin.http.call(setPlatformSwitch, { body: { stopped: false, reason: '已经核对完毕。' } });
    await admin.http.call(stopSetting, { params, body: { reason: '核对法律依据。' } });
    expect(await refusal(search(admin))).toBe('decisioning.not-active');
  });
});
