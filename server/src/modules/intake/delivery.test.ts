import { describe, expect, it } from 'vitest';
import { addElder, beginDraft, fillDraft } from '../../testing/apply.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { createDraft as startVersion, editDraft, getItemVersion, publishVersion, reviewVersion, submitVersion } from '../catalog/contract.ts';
import { getCase, getCaseApplication } from '../cases/contract.ts';
import { submitDraft, type RequestedDelivery } from './contract.ts';
import { deliveryMethodsOf } from './delivery.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
const postalAddress = { recipient: '王秀英', mobile: '13900000021', address: '四川省广安市广安区滨江路1号' };
const posted: RequestedDelivery = { method: 'express', postalAddress };

async function publishWithoutPost(editor: Signed, reviewer: Signed, itemId: string): Promise<void> {
  const params = { versionId: (await editor.http.call(startVersion, { params: { itemId }, body: {} })).versionId };
  const { revision, elements } = await editor.http.call(getItemVersion, { params });
  const saved = await editor.http.call(editDraft, { params, body: { revision, elements: { ...elements, expressDelivery: false } } });
  const submitted = await editor.http.call(submitVersion, { params, body: { revision: saved.revision } });
  const approved = await reviewer.http.call(reviewVersion, { params, body: { revision: submitted.revision, decision: 'approve', opinion: '同意' } });
  await reviewer.http.call(publishVersion, { params, body: { revision: approved.revision } });
}

describe('结果怎样送达，按事项的“是否支持快递” (CAT-11)', () => {
  it.each([[true, true], [false, false], [undefined, false]])('是否支持快递为 %s：能选邮寄 %s', (expressDelivery, offered) => {
    expect(deliveryMethodsOf([{ elements: expressDelivery === undefined ? {} : { expressDelivery } }]).includes('express')).toBe(offered);
  });

  const begun = async (change = {}) => {
    const elder = await addElder(city());
    const filled = await fillDraft(elder, await beginDraft(city(), elder, 'elderly-allowance', [{ question: 'who', option: 'self' }]), 'elderly-allowance', { byFamily: false, ...change });
    const submit = (delivery: RequestedDelivery) => elder.http.call(submitDraft, { params: { draftId: filled.draft.id }, body: { revision: filled.revision, declared: true, delivery } });
    return { ...filled, submit, elder };
  };

  it('支持快递的事项可以邮寄，收件人、手机号码或者地址不能用的说出怎么改', async () => {
    const { draft, submit } = await begun();
    expect(draft.deliveryMethods).toEqual(['electronic', 'counter', 'express']);
    const wrong = (part: Partial<typeof postalAddress>) => refusalOf(submit({ method: 'express', postalAddress: { ...postalAddress, ...part } }));
    expect(await refusalOf(submit({ method: 'express' }))).toMatchObject({ status: 400, code: 'intake.address-missing' });
    expect(await wrong({ address: ' 城里 ' })).toMatchObject({ status: 400, code: 'intake.address-missing', detail: '收件地址太短，请写明省、市、区（县）、街道和门牌号。' });
    expect(await wrong({ address: '一'.repeat(101) })).toMatchObject({ detail: expect.stringContaining('不能超过100个字') as string });
    expect(await wrong({ mobile: '1390000' })).toMatchObject({ detail: expect.stringContaining('应为11位') as string });
    expect(await wrong({ recipient: '' })).toMatchObject({ detail: '请填写收件人的姓名。' });
    expect((await submit({ method: 'express', postalAddress: { ...postalAddress, mobile: ' 139-0000-0021 ' } })).itemName).toBe(draft.itemName);
  });

  it('申请人填的收件地址随办件保存，自己看得到；办件人员看到的只到区县，说明用途才看到完整的', async () => {
    const { submit, elder } = await begun();
    const params = { caseId: (await submit(posted)).caseId };
    expect(await elder.http.call(getCaseApplication, { params, query: {} })).toMatchObject({ postalAddress });
    const officer = await city().officer('区民政局', 'decision');
    expect(await officer.http.call(getCase, { params })).toMatchObject({ deliveryMethod: 'express' });
    expect(await officer.http.call(getCaseApplication, { params, query: {} })).toMatchObject({ masked: true, postalAddress: { recipient: '王*英', mobile: '139****0021', address: '四川省广安市广安区****' } });
    expect(await officer.http.call(getCaseApplication, { params, query: { purpose: '邮寄许可证' } })).toMatchObject({ masked: false, postalAddress });
    const { rows: [row] } = await city().server.kernel.db.pool.query<{ stored: string }>(`SELECT row_to_json(c)::text AS stored FROM cases."case" c WHERE id = $1`, [params.caseId]);
    for (const part of Object.values(postalAddress)) expect(row?.stored).not.toContain(part);
  });

  it('没有要求邮寄的办件没有收件地址', async () => {
    const { submit, elder } = await begun();
    const params = { caseId: (await submit({ method: 'counter', postalAddress })).caseId };
    expect(await elder.http.call(getCaseApplication, { params, query: {} })).toMatchObject({ postalAddress: null });
  });

  it('改为不支持之后：新的申请没有邮寄这一项，硬要邮寄的在提交时拒绝，草稿还在，改为到窗口领取即可；已经开始的按当时的指南', async () => {
    const earlier = await begun();
    const [editor, reviewer] = [await city().departmentAdministrator('区民政局'), await city().itemAdministrator()];
    await publishWithoutPost(editor, reviewer, city().itemId('elderly-allowance'));
    const { draft, submit } = await begun();
    expect(draft.deliveryMethods).toEqual(['electronic', 'counter']);
    expect(await refusalOf(submit(posted))).toMatchObject({ status: 422, code: 'intake.no-express', title: '该事项的结果不能邮寄', detail: expect.stringContaining('到窗口领取') as string });
    expect((await submit({ method: 'counter' })).itemName).toBe(draft.itemName);
    expect((await earlier.submit(posted)).itemName).toBe(draft.itemName);
  });
});
