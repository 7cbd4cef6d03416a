import { beforeAll, describe, expect, it } from 'vitest';
import { copyableText } from '../../kernel/documents/testing/copyable-text.ts';
import { jpeg, png, signature } from '../../kernel/files/testing/samples.ts';
import { openZipParts } from '../../kernel/zip/index.ts';
import { applyAsElder, applyFor } from '../../testing/apply.ts';
import { registerTestCompany } from '../../testing/companies.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { accept, approve, deliver, look, review } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { expectWholeRecords } from '../../testing/whole-records.ts';
import { downloadArchive, getArchive, listArchives, makeArchive, type ArchiveView } from '../archives/contract.ts';
import { downloadCaseFile, downloadNotice } from '../cases/contract.ts';
import { declineNotices, getReceipts, signNotices, type ReceiptsView } from './contract.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
expectWholeRecords(city);

const sql = async (text: string, values: unknown[] = []) => (await city().server.database.db.pool.query(text, values)).rows;
const receiptsOf = (reader: Signed, caseId: string): Promise<ReceiptsView> => reader.http.call(getReceipts, { params: { caseId } });
const upload = async (clerk: Signed, content = signature(), name = '签收签名.png'): Promise<string> => (await clerk.http.uploadMaterial(name, content)).id;
const paperOf = ({ papers }: ReceiptsView, title: string) => papers.find((one) => one.title === title) ?? (() => { throw new Error(`no ${title}`); })();
const sign = async (clerk: Signed, caseId: string, titles: readonly string[], signer: 'applicant' | 'representative' | 'agent', file?: string): Promise<ReceiptsView> => {
  const view = await receiptsOf(clerk, caseId);
  return clerk.http.call(signNotices, { params: { caseId }, body: { noticeIds: titles.map((title) => paperOf(view, title).noticeId), signer, signatureFileId: file ?? await upload(clerk) } });
};
const decline = (clerk: Signed, caseId: string, noticeIds: string[], witness?: string) =>
  clerk.http.call(declineNotices, { params: { caseId }, body: { noticeIds, signer: 'applicant', reason: '不同意受理意见', ...(witness === undefined ? {} : { witness }) } });
const textOfReceipt = async (reader: Signed, caseId: string): Promise<string> => {
  const notice = (await look(reader, caseId)).notices.findLast(({ kind }) => kind === 'delivery-receipt');
  return copyableText(Buffer.from(await (await reader.http.download(downloadNotice, { params: { caseId, noticeId: notice?.id ?? '' } })).arrayBuffer()));
};

describe('窗口文书签收 (INT-03, INT-05, INT-08)', () => {
  let clerk: Signed;
  beforeAll(async () => { clerk = await city().officer('区民政局', 'window'); });

  it('申请人一次签收回执和受理通知书：签名存入办件，时间线和送达回证写明谁、何时、哪些文书；签过的不能更换', async () => {
    const { elder, receipt: { caseId } } = await applyAsElder(city());
    await accept(clerk, caseId);
    const before = await receiptsOf(clerk, caseId);
    expect(before).toMatchObject({ may: true, signers: [{ kind: 'applicant', name: elder.name, role: '本人' }] });
    expect(before.papers.map(({ title, receipts }) => [title, receipts])).toEqual([['申请回执', []], ['受理通知书', []]]);
    const file = await upload(clerk);
    const after = await sign(clerk, caseId, ['申请回执', '受理通知书'], 'applicant', file);
    expect(after.papers.map(({ receipts }) => receipts)).toEqual([0, 1].map(() => [expect.objectContaining({ outcome: 'signed', name: elder.name, role: '本人', signatureFileId: file, by: clerk.name, place: expect.stringContaining('窗口') })]));
    const page = await look(clerk, caseId);
    expect(page).toMatchObject({ status: 'accepted' });
    expect(page.timeline.at(-1)).toMatchObject({ label: '签收文书', opinion: expect.stringMatching(new RegExp(`《申请回执》.+、《受理通知书》.+，${elder.name}（本人）已签名签收。`)) });
    for (const word of ['签', '收', '人', '名', '：']) expect(await textOfReceipt(clerk, caseId)).toContain(word);
    await clerk.http.download(downloadCaseFile, { params: { caseId, fileId: file } });
    expect(await sql(`SELECT count(*)::int AS n FROM kernel.audit_entry WHERE action = 'cases.read-file' AND detail::jsonb->>'fileId' = $1`, [file])).toEqual([{ n: 1 }]);
    const { noticeId } = paperOf(after, '受理通知书');
    expect(await refusalOf(sign(clerk, caseId, ['受理通知书'], 'applicant'))).toMatchObject({ code: 'collection.already-signed' });
    expect(await refusalOf(decline(clerk, caseId, [noticeId]))).toMatchObject({ code: 'collection.already-signed' });
    await expect(sql('UPDATE collection.receipt SET name = $1', ['别人'])).rejects.toThrow();
    await expect(sql('DELETE FROM collection.receipt')).rejects.toThrow();
  });

  it('代理企业的人签收，写明委托代理人；法定代表人也可以；别的人不行', async () => {
    const company = await registerTestCompany(city());
    const { caseId } = await applyFor(city(), company.agent, 'road-excavation', [{ question: 'road-age', option: 'old' }, { question: 'traffic', option: 'none' }]);
    const window = await city().officer('区住建局', 'window');
    expect((await receiptsOf(window, caseId)).signers).toEqual([{ kind: 'agent', name: company.agent.name, role: '委托代理人' }, { kind: 'representative', name: company.representative.name, role: '法定代表人' }]);
    expect(await refusalOf(sign(window, caseId, ['申请回执'], 'applicant'))).toMatchObject({ code: 'collection.not-the-signer' });
    expect(paperOf(await sign(window, caseId, ['申请回执'], 'agent'), '申请回执').receipts).toMatchObject([{ name: company.agent.name, role: '委托代理人' }]);
  });

  it('拒签记明事由和见证人；之后愿意签的还可以签；再拒一次不收', async () => {
    const { elder, receipt: { caseId } } = await applyAsElder(city());
    const { noticeId } = paperOf(await receiptsOf(clerk, caseId), '申请回执');
    expect(await refusalOf(clerk.http.call(declineNotices, { params: { caseId }, body: { noticeIds: [noticeId], signer: 'applicant', reason: '' } }))).toMatchObject({ status: 400 });
    const declined = await decline(clerk, caseId, [noticeId], '社区工作人员刘强');
    expect(paperOf(declined, '申请回执').receipts).toMatchObject([{ outcome: 'declined', reason: '不同意受理意见', witness: '社区工作人员刘强', signatureFileId: null }]);
    expect((await look(clerk, caseId)).timeline.at(-1)).toMatchObject({ label: '拒绝签收文书', opinion: expect.stringContaining('拒绝签收，事由：不同意受理意见；见证人：社区工作人员刘强。') });
    for (const word of '拒绝签收事由见证人刘强') expect(await textOfReceipt(clerk, caseId)).toContain(word);
    expect(await refusalOf(decline(clerk, caseId, [noticeId]))).toMatchObject({ code: 'collection.already-declined' });
    expect(paperOf(await sign(clerk, caseId, ['申请回执'], 'applicant'), '申请回执').receipts.map(({ outcome }) => outcome)).toEqual(['declined', 'signed']);
    // The applicant reads it in the record, without what is for officers.
    expect((await look(elder, caseId)).timeline.at(-1)).toMatchObject({ label: '签收文书', detail: {} });
  });

  it('不是图片、打不开、空白、别人上传、用过的签名不收；送达回证、决定书不在这里签', async () => {
    const { receipt: { caseId } } = await applyAsElder(city());
    const colleague = await city().officer('区民政局', 'window', '同事');
    for (const [content, name] of [[jpeg(), '签名.jpg'], [png(300, 100), '签名.png'], [signature({ ink: 0 }), '签名.png']] as const) {
      expect(await refusalOf(sign(clerk, caseId, ['申请回执'], 'applicant', await upload(clerk, content, name)))).toMatchObject({ code: 'collection.no-signature' });
    }
    expect(await refusalOf(sign(clerk, caseId, ['申请回执'], 'applicant', await upload(colleague)))).toMatchObject({ code: 'collection.no-signature' });
    const used = await upload(clerk);
    await sign(clerk, caseId, ['申请回执'], 'applicant', used);
    await accept(clerk, caseId);
    expect(await refusalOf(sign(clerk, caseId, ['受理通知书'], 'applicant', used))).toMatchObject({ code: 'collection.no-signature' });
    const receipt = (await look(clerk, caseId)).notices.find(({ kind }) => kind === 'delivery-receipt');
    expect(await refusalOf(decline(clerk, caseId, [receipt?.id ?? '']))).toMatchObject({ code: 'collection.not-to-sign' });
  });

  it('别的部门看不到也签不了；监督人员只看不签；审查人员没有权限', async () => {
    const { receipt: { caseId } } = await applyAsElder(city());
    const { noticeId } = paperOf(await receiptsOf(clerk, caseId), '申请回执');
    const elsewhere = await city().officer('区住建局', 'window');
    expect(await refusalOf(receiptsOf(elsewhere, caseId))).toMatchObject({ status: 404 });
    expect(await refusalOf(decline(elsewhere, caseId, [noticeId]))).toMatchObject({ status: 404 });
    const supervisor = await city().officer('区民政局', 'supervision');
    expect((await receiptsOf(supervisor, caseId)).may).toBe(false);
    for (const officer of [supervisor, await city().officer('区民政局', 'review')]) expect(await refusalOf(decline(officer, caseId, [noticeId]))).toMatchObject({ status: 403 });
  });

  it('签名进档案包的“签名”部分，质检逐个核对；办结归档之后补签的，另成一次归档，办结方式不变', async () => {
    const { elder, receipt: { caseId } } = await applyAsElder(city());
    await accept(clerk, caseId);
    await sign(clerk, caseId, ['申请回执'], 'applicant');
    await review(await city().officer('区民政局', 'preliminary-review'), caseId);
    await review(await city().officer('区民政局', 'review'), caseId);
    await approve(await city().officer('区民政局', 'decision'), caseId);
    await city().server.relay.drain();
    const keeper = await city().officer('区民政局', 'delivery');
    await deliver(keeper, caseId);
    await city().server.relay.drain();
    const archive = async (): Promise<ArchiveView> => {
      const { items: [line] } = await keeper.http.call(listArchives, { query: { q: (await look(keeper, caseId)).number } });
      return keeper.http.call(getArchive, { params: { archiveId: line?.id ?? '' } });
    };
    const make = async (): Promise<ArchiveView> => {
      const { id, version } = await archive();
      return keeper.http.call(makeArchive, { params: { archiveId: id }, body: { version } });
    };
    const first = await make();
    expect([first.state, first.files.filter(({ part }) => part === 'signature').length]).toEqual(['archived', 1]);
    expect(first.checks.find(({ code }) => code === 'signatures')).toMatchObject({ verdict: 'passed', text: '1 个签名，签收的都在' });

    const late = await receiptsOf(clerk, caseId);
    await decline(clerk, caseId, [paperOf(late, '受理通知书').noticeId]);
    await city().server.relay.drain();
    expect(await archive()).toMatchObject({ state: 'waiting', ending: '准予办结' });
    await sql(`DELETE FROM cases.notice WHERE id = (SELECT id FROM cases.notice WHERE case_id = $1 AND kind = 'delivery-receipt' ORDER BY issued_at DESC, id DESC LIMIT 1)`, [caseId]);
    const second = await make();
    expect(second.checks.filter(({ verdict }) => verdict === 'fault').map(({ text }) => text)).toEqual(['缺送达回证']);
    expect(second.checks.find(({ code }) => code === 'declined')).toMatchObject({ verdict: 'remark', text: expect.stringContaining(`${elder.name}（本人）拒绝签收`) });
    const answer = await keeper.http.download(downloadArchive, { params: { archiveId: second.id }, query: { purpose: '核对签名' } });
    expect((await openZipParts(Buffer.from(await answer.arrayBuffer()))).names().filter((name) => name.startsWith('签名/'))).toEqual(['签名/001_签收签名.png']);
  });
});
