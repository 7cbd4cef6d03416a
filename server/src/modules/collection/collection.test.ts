import { describe, expect, it } from 'vitest';
import { pdf, signature } from '../../kernel/files/testing/samples.ts';
import { revokeMandate } from '../../kernel/identity/contract.ts';
import { applyAsElder, applyFor } from '../../testing/apply.ts';
import { registerTestCompany } from '../../testing/companies.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { accept, approve, deliver, findTurn, look, review, taskOf } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { expectWholeRecords } from '../../testing/whole-records.ts';
import { listCases } from '../cases/contract.ts';
import { checkCollector, getCollection, handOutResult, type CollectionView } from './contract.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
expectWholeRecords(city);
type Documented = Signed & { documentNumber: string };

/** Handles a case until only its delivery is left, its licence made. */
async function decide(caseId: string): Promise<Signed> {
  for (;;) {
    const turn = await findTurn(city(), caseId);
    if (!turn) throw new Error('the case ended early');
    if (turn.step === 'delivery') break;
    if (turn.step === 'acceptance') await accept(turn.officer, caseId);
    else if (turn.step === 'review') await review(turn.officer, caseId);
    else await approve(turn.officer, caseId, { validFrom: '2026-12-01', validTo: '2026-12-31' });
    await city().server.relay.drain();
  }
  return (await findTurn(city(), caseId))?.officer ?? Promise.reject(new Error('nobody delivers'));
}

const check = (officer: Signed, caseId: string, who: Documented, change: { name?: string; documentNumber?: string; method?: 'card' } = {}): Promise<CollectionView> =>
  officer.http.call(checkCollector, { params: { caseId }, body: { name: who.name, documentType: '111', documentNumber: who.documentNumber, ...change } });
const sign = async (officer: Signed): Promise<string> => (await officer.http.uploadMaterial('签名.png', signature())).id;
const handOut = async (officer: Signed, caseId: string, checkId: string, signatureFileId: string) =>
  officer.http.call(handOutResult, { params: { caseId }, body: { taskId: taskOf(await look(officer, caseId), 'delivery'), checkId, signatureFileId } });

describe('窗口发证 (INT-05)', () => {
  it('本人领取：核验证件、签名，送达回证写明本人，签名存入办件，办件办结；只能领一次', async () => {
    const { elder, receipt: { caseId } } = await applyAsElder(city());
    const officer = await decide(caseId);
    expect((await officer.http.call(listCases, { query: { status: 'decided', deliveryMethod: 'electronic' } })).items.map(({ id }) => id)).toContain(caseId);
    expect((await officer.http.call(listCases, { query: { status: 'decided', deliveryMethod: 'express' } })).items).toEqual([]);
    const { check: found } = await check(officer, caseId, elder, { method: 'card' });
    expect(found).toMatchObject({ kind: 'applicant', method: 'card', kindLabel: '本人', name: elder.name, documentMasked: expect.stringContaining('*') });
    const signature = await sign(officer);
    const taskId = taskOf(await look(officer, caseId), 'delivery');
    const receipt = await handOut(officer, caseId, found?.id ?? '', signature);
    expect(receipt).toMatchObject({ status: 'closed', noticeId: expect.any(String) });
    const view = await officer.http.call(getCollection, { params: { caseId } });
    expect(view.collected).toMatchObject({ name: elder.name, kindLabel: '本人', signatureFileId: signature, by: officer.name });
    const page = await look(officer, caseId);
    expect(page).toMatchObject({ status: 'closed', deliveryMethod: 'counter' });
    expect(page.timeline.at(-1)?.opinion).toContain(`签收人：${elder.name}（本人，读取身份证核验，已签名）`);
    const file = await city().server.app.inject({ method: 'GET', url: `/api/v1/cases/${caseId}/files/${signature}`, headers: officer.headers });
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'image/png']);
    expect(await refusalOf(officer.http.call(handOutResult, { params: { caseId }, body: { taskId, checkId: found?.id ?? '', signatureFileId: signature } }))).toMatchObject({ status: expect.any(Number) });
    const { rows } = await city().server.database.db.pool.query('SELECT FROM collection.collection WHERE case_id = $1', [caseId]);
    expect(rows).toHaveLength(1);
  });

  it('企业由法定代表人或者授权在效的代理人领取；授权撤销后、姓名不符、不相干的人不能领，核验都留痕', async () => {
    const company = await registerTestCompany(city());
    const { caseId } = await applyFor(city(), company.agent, 'road-excavation', [{ question: 'road-age', option: 'old' }, { question: 'traffic', option: 'none' }]);
    const officer = await decide(caseId);
    const [representative, agent] = [company.representative as Documented, company.agent as Documented];
    expect((await check(officer, caseId, representative)).check).toMatchObject({ kind: 'representative' });
    expect((await check(officer, caseId, agent)).check).toMatchObject({ kind: 'agent', kindLabel: '委托代理人' });
    expect(await refusalOf(check(officer, caseId, agent, { name: '李梅' }))).toMatchObject({ code: 'collection.not-entitled' });
    expect(await refusalOf(check(officer, caseId, await city().person({ name: '路过人' })))).toMatchObject({ code: 'collection.not-entitled' });
    expect(await refusalOf(check(officer, caseId, agent, { documentNumber: '510' }))).toMatchObject({ code: 'collection.bad-document' });
    await representative.http.call(revokeMandate, { params: { mandateId: company.mandateId }, body: { reason: '不再委托' } });
    expect(await refusalOf(check(officer, caseId, agent))).toMatchObject({ code: 'collection.not-entitled' });
    const view = await officer.http.call(getCollection, { params: { caseId } });
    expect(view.checks.map(({ matched }) => matched)).toEqual([true, true, false, false, false]);
    expect(view.check).toBeNull();
    expect(JSON.stringify(view)).not.toContain(agent.documentNumber);
  });

  it('核验过期、别人的核验、不是签名图片的，不能发证；没有决定的办件不能核验；别的部门和监督人员不能', async () => {
    const { elder, receipt: { caseId } } = await applyAsElder(city());
    expect(await refusalOf(check(await city().officer('区民政局', 'window'), caseId, elder))).toMatchObject({ code: 'collection.not-waiting' });
    const officer = await decide(caseId);
    const colleague = await city().officer('区民政局', 'delivery', '同事');
    const { check: found } = await check(officer, caseId, elder);
    expect(await refusalOf(officer.http.call(handOutResult, { params: { caseId }, body: { taskId: taskOf(await look(officer, caseId), 'delivery'), checkId: found?.id ?? '', signatureFileId: (await officer.http.uploadMaterial('签名.pdf', pdf())).id } }))).toMatchObject({ code: 'collection.no-signature' });
    expect(await refusalOf(handOut(colleague, caseId, found?.id ?? '', await sign(colleague)))).toMatchObject({ code: 'collection.check-again' });
    expect(await refusalOf(check(await city().officer('区住建局', 'window'), caseId, elder))).toMatchObject({ status: 404 });
    expect(await refusalOf((await city().officer('区民政局', 'supervision')).http.call(getCollection, { params: { caseId } }))).toMatchObject({ status: 403 });
    await city().moveTo('2026-11-20T11:00');
    expect(await refusalOf(handOut(officer, caseId, found?.id ?? '', await sign(officer)))).toMatchObject({ code: 'collection.check-again' });
    await deliver(officer, caseId);
  });
});
