import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { revokeMandate } from '../../kernel/identity/contract.ts';
import { applyAsElder, applyFor, sampleAnswersOf } from '../../testing/apply.ts';
import { registerTestCompany, type TestCompany } from '../../testing/companies.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { accept, approve, deliver, look, review } from '../../testing/office.ts';
import { share, shareableOf } from '../../testing/shares.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import type { DepartmentName } from '../../seed/content/index.ts';
import { expectWholeRecords } from '../../testing/whole-records.ts';
import { createWindowDraft, getDraft, saveDraft, scanShareCode, submitDraft, takeShared, type Draft } from '../intake/contract.ts';
import { listMyLicenceUses, revokeLicence } from '../licences/contract.ts';
import { getScannedShare, getShare, listShareableFiles, listShares, makeShare, openSharedFile, readSharedApplicant, readSharedFace, scanCode, withdrawShare, type MadeShare, type ShareableFile, type ShareableLicence } from './contract.ts';
import { clearShares, endLapsed } from './jobs/clear-shares.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
expectWholeRecords(city);
const labour = '区人社局';

let company: TestCompany;
let licences: ShareableLicence[];
let files: ShareableFile[];
let clerk: Signed;
let colleague: Signed;

async function finish(caseId: string, department: DepartmentName = labour): Promise<void> {
  await accept(await city().officer(department, 'window'), caseId);
  for (let round = 0; round < 4 && !(await look(await city().officer(department, 'decision'), caseId)).abilities.decide; round += 1) {
    for (const post of ['preliminary-review', 'review'] as const) {
      const officer = await city().officer(department, post);
      if ((await look(officer, caseId)).abilities.review) await review(officer, caseId);
    }
  }
  await approve(await city().officer(department, 'decision'), caseId);
  await city().server.relay.drain();
  await deliver(await city().officer(department, 'window'), caseId);
}

/** A company that holds a licence and has handed in files before. */
async function companyWithLicence(input: Parameters<typeof registerTestCompany>[1] = {}): Promise<TestCompany> {
  const made = await registerTestCompany(city(), input);
  await finish((await applyFor(city(), made.agent, 'labour-dispatch-licence')).caseId);
  await applyFor(city(), made.agent, 'labour-dispatch-branch');
  return made;
}

beforeAll(async () => {
  company = await companyWithLicence({ name: '广安示范人力资源有限公司' });
  ({ licences, files } = await shareableOf(company.agent));
  clerk = await city().officer(labour, 'window');
  colleague = await city().officer(labour, 'window', '同事');
}, 60_000);
afterEach(() => city().moveTo('2026-11-20T10:00'));

const subjectOf = ({ name }: { name: string }) => ({ subject: { kind: 'company' as const, name } });
const branchFile = (): ShareableFile[] => files.filter(({ materialName }) => materialName === '分公司营业执照');
const articles = (): ShareableFile[] => files.filter(({ materialName }) => materialName === '公司章程');
const shareAll = (change: Partial<Parameters<typeof share>[1]> = {}): Promise<MadeShare> => share(company.agent, { ...subjectOf(company), agentName: company.agent.name, licences, files: [...branchFile(), ...articles()], ...change });
const begin = (of: { name: string; creditCode: string } = company, who = clerk, itemKey = 'labour-dispatch-branch'): Promise<Draft> => who.http.call(createWindowDraft, {
  body: { itemId: city().itemId(itemKey), guidance: [], applicant: { kind: 'company', name: of.name, documentType: '001', documentNumber: of.creditCode, mobile: '19900009001' } },
});
const scan = (who: Signed, code: string) => who.http.call(scanCode, { body: { code } });
const scanFor = (draft: Draft, code: string, who = clerk) => who.http.call(scanShareCode, { params: { draftId: draft.id }, body: { code } });
const take = (draft: Pick<Draft, 'id' | 'revision'>, shareId: string, who = clerk) => who.http.call(takeShared, { params: { draftId: draft.id }, body: { revision: draft.revision, shareId } });
const seen = (made: MadeShare, who = company.agent) => who.http.call(getShare, { params: { shareId: made.share.id } });
const withdraw = (made: MadeShare, who = company.agent) => who.http.call(withdrawShare, { params: { shareId: made.share.id } });
const audited = async (action: string, objectId: string): Promise<{ purpose: string | null; result: string; actorName: string }[]> =>
  (await city().server.database.db.pool.query(`SELECT purpose, result, actor_name AS "actorName" FROM kernel.audit_entry WHERE action = $1 AND object_id = $2 ORDER BY at`, [action, objectId])).rows;

/** Fills in what is left of a registration and hands it in. */
async function submit(draft: Draft, materials: Draft['materials'], revision: number, who = clerk) {
  const answers = { ...sampleAnswersOf('labour-dispatch-branch'), ...draft.answers };
  const entries = materials.map(({ material: { key }, files: given, licenceId, licenceConsent, required }) => (
    { key, fileIds: given.map(({ id }) => id), licenceId, licenceConsent, paperReceived: required && given.length === 0 && licenceId === null }));
  const saved = await who.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision, answers, materials: entries } });
  return who.http.call(submitDraft, { params: { draftId: draft.id }, body: { revision: saved.revision, declared: true } });
}

describe('出示共享码，窗口取用同意的证照和材料 (INT-09)', () => {
  it('选择、同意、出示、扫码、取用、提交：材料免交，授权按原文留存，查看和取用都看得到', async () => {
    const made = await shareAll();
    expect(made).toMatchObject({ number: expect.stringMatching(/^\d{8}$/), code: expect.stringMatching(/^GX[2-9A-Z]{24}$/), share: { state: 'open', agentName: company.agent.name, abilities: { withdraw: true } } });
    const { rows: [kept] } = await city().server.database.db.pool.query('SELECT * FROM sharing.share WHERE id = $1', [made.share.id]);
    expect(JSON.stringify(kept)).not.toMatch(new RegExp(`${made.code}|${made.number}`));
    expect(kept.consent).toContain('电子证照“劳务派遣经营许可证”');

    const draft = await begin();
    const scanned = await scanFor(draft, ` ${made.number.slice(0, 4)} ${made.number.slice(4)}`);
    expect(scanned).toMatchObject({ subject: { kind: 'company', name: company.name }, purpose: '窗口办事', consent: made.share.consent });
    expect(scanned.things.map(({ kind, name, usable }) => [kind, name, usable])).toEqual([
      ['licence', '劳务派遣经营许可证', true], ...[...branchFile(), ...articles()].map(({ name }) => ['file', name, true])]);

    const taken = await take(draft, scanned.id);
    expect(taken.placed).toEqual([{ name: '劳务派遣经营许可证', materialName: '劳务派遣经营许可证' }, { name: branchFile()[0]?.name, materialName: '分公司营业执照' }]);
    expect(taken.left).toEqual([{ name: articles()[0]?.name, reason: '这个事项没有要交的同一种材料。' }]);
    expect(taken.shared).toMatchObject([{ materialKey: 'dispatch-licence', licenceId: licences[0]?.id, ended: false }, { materialKey: 'branch-licence', licenceId: null, ended: false }]);
    expect((await seen(made)).taken).toMatchObject({ itemName: draft.itemName });

    const receipt = await submit(draft, taken.materials, taken.revision);
    await city().server.relay.drain();
    const view = await look(clerk, receipt.caseId);
    expect(view.materials.find(({ key }) => key === 'dispatch-licence')).toMatchObject({ source: 'licence', files: [], licence: { id: licences[0]?.id, sharedAt: made.share.madeAt } });
    expect(view.materials.find(({ key }) => key === 'branch-licence')).toMatchObject({ source: 'upload', files: [{ name: branchFile()[0]?.name }] });
    const after = await seen(made);
    expect(after).toMatchObject({ state: 'used', handedIn: { number: receipt.number, itemName: draft.itemName }, scan: { organizationName: '广安市广安区人力资源和社会保障局' } });
    expect(after.things.map(({ takenAs, handedIn }) => [takenAs, handedIn])).toEqual([[['劳务派遣经营许可证'], true], [['分公司营业执照'], true], [[], false]]);

    const uses = (await company.agent.http.call(listMyLicenceUses, { query: {} })).items.map(({ purpose, caseNumber }) => [purpose, caseNumber]);
    expect(uses).toContainEqual(['扫共享码查看：窗口办事', null]);
    expect(uses).toContainEqual([`凭共享码取用到“${draft.itemName}”的登记`, null]);
    expect(uses).toContainEqual([`办理“${draft.itemName}”，代替材料“劳务派遣经营许可证”`, receipt.number]);
    expect(await audited('sharing.scan-code', made.share.id)).toMatchObject([{ purpose: '窗口办事', result: 'done', actorName: clerk.name }]);
    expect(await audited('intake.take-shared', draft.id)).toHaveLength(1);
    expect(await audited('sharing.make-share', made.share.id)).toHaveLength(1);
  });

  it('没有登记申请人时先扫码：读取身份登记，同一个码接着取用；完整照面、原文件要写用途，每次都留痕', async () => {
    const made = await shareAll({ item: { id: city().itemId('labour-dispatch-branch'), name: '劳务派遣单位设立分公司备案' } });
    const scanned = await scan(clerk, made.code);
    expect(await clerk.http.call(readSharedApplicant, { params: { shareId: scanned.id } })).toEqual({ kind: 'company', name: company.name, documentType: '001', documentNumber: company.creditCode, mobile: expect.stringMatching(/^1\d{10}$/) });
    const licence = scanned.things.find(({ kind }) => kind === 'licence');
    const at = { shareId: scanned.id, thingId: licence?.id ?? '' };
    const whole = await clerk.http.call(readSharedFace, { params: at, body: { purpose: '核对法定代表人' } });
    expect(whole.face.length).toBe(licence?.licence?.face.length);
    const file = scanned.things.find(({ kind }) => kind === 'file');
    const opened = await clerk.http.download(openSharedFile, { params: { shareId: scanned.id, thingId: file?.id ?? '' }, query: { purpose: '核对营业执照' } });
    expect(opened.size).toBeGreaterThan(100);
    expect((await seen(made)).readings.map(({ what, purpose }) => [what, purpose])).toEqual([
      ['身份信息', '登记申请人'], ['证照“劳务派遣经营许可证”的完整照面', '核对法定代表人'], [`文件“${file?.name}”`, '核对营业执照']]);
    expect((await company.agent.http.call(listMyLicenceUses, { query: {} })).items.map(({ purpose }) => purpose)).toContain('凭共享码查看完整照面：核对法定代表人');
    expect(await audited('sharing.read-face', scanned.id)).toMatchObject([{ purpose: '核对法定代表人' }]);
    expect(await audited('sharing.open-file', scanned.id)).toHaveLength(1);
    const draft = await begin();
    expect((await take(draft, scanned.id)).placed).toHaveLength(2);
  });

  it('已经给了的材料不改动；一个码只用于一份登记', async () => {
    const made = await shareAll({ files: [] });
    const draft = await begin();
    const paper = await clerk.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: draft.revision, answers: draft.answers, materials: [{ key: 'dispatch-licence', fileIds: [], paperReceived: true }] } });
    const { id } = await scanFor(draft, made.code);
    expect(await take({ id: draft.id, revision: paper.revision }, id)).toMatchObject({ revision: paper.revision, placed: [], left: [{ reason: '“劳务派遣经营许可证”已经有了，没有改动。' }] });
    await take(await begin(), id);
    expect(await refusalOf(take(await begin(), id))).toMatchObject({ status: 409, code: 'sharing.taken-elsewhere' });
  });
});

describe('谁不能用、什么时候不能用 (INT-09)', () => {
  it('过期以时间为准：没扫的到时不能扫，扫了的 30 分钟后不能再取用', async () => {
    const made = await shareAll();
    await city().moveTo('2026-11-20T10:11');
    expect(await refusalOf(scan(clerk, made.code))).toMatchObject({ status: 422, code: 'sharing.expired', detail: expect.stringContaining('重新生成') });
    expect(await seen(made)).toMatchObject({ state: 'expired', abilities: { withdraw: false } });
    expect(await refusalOf(withdraw(made))).toMatchObject({ code: 'sharing.over' });
    await city().moveTo('2026-11-20T10:00');
    const second = await shareAll();
    const draft = await begin();
    await scanFor(draft, second.code);
    await city().moveTo('2026-11-20T10:29');
    expect((await clerk.http.call(getScannedShare, { params: { shareId: second.share.id } })).id).toBe(second.share.id);
    await city().moveTo('2026-11-20T10:31');
    expect(await refusalOf(take(draft, second.share.id))).toMatchObject({ code: 'sharing.take-time-over' });
    expect(await refusalOf(clerk.http.call(readSharedApplicant, { params: { shareId: second.share.id } }))).toMatchObject({ code: 'sharing.take-time-over' });
  });

  it('撤回立即生效：扫过的不能再看、再取用，已放入登记的被取出；已提交的留在办件中并说明', async () => {
    const made = await shareAll();
    const draft = await begin();
    const { id } = await scanFor(draft, made.code);
    const taken = await take(draft, id);
    expect(await withdraw(made)).toMatchObject({ state: 'withdrawn', handedIn: null, abilities: { withdraw: false } });
    const attempts = [() => scan(clerk, made.code), () => clerk.http.call(getScannedShare, { params: { shareId: id } }), () => take({ id: draft.id, revision: taken.revision }, id)];
    for (const attempt of attempts) expect(await refusalOf(attempt())).toMatchObject({ status: 422, code: 'sharing.withdrawn' });
    expect(await refusalOf(submit(draft, taken.materials, taken.revision))).toMatchObject({ code: 'sharing.withdrawn-things', title: expect.stringContaining('劳务派遣经营许可证') });
    await city().server.relay.drain();
    const emptied = await clerk.http.call(getDraft, { params: { draftId: draft.id } });
    expect(emptied.materials.map(({ licenceId, files: left }) => [licenceId, left])).toEqual(emptied.materials.map(() => [null, []]));
    expect(emptied.shared).toEqual([]);
    const byWord = emptied.materials.map((slot) => (slot.material.key === 'dispatch-licence' ? { ...slot, licenceId: licences[0]?.id ?? null, licenceConsent: true } : slot));
    expect(await refusalOf(submit(emptied, byWord, emptied.revision))).toMatchObject({ code: 'sharing.withdrawn-things' });

    const again = await shareAll();
    const fresh = await clerk.http.call(getDraft, { params: { draftId: draft.id } });
    const retaken = await clerk.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: fresh.revision, answers: fresh.answers, materials: [] } });
    const second = await take({ id: draft.id, revision: retaken.revision }, (await scanFor(draft, again.code)).id);
    const receipt = await submit(draft, second.materials, second.revision);
    expect(await withdraw(again)).toMatchObject({ state: 'withdrawn', handedIn: { number: receipt.number } });
    await city().server.relay.drain();
    expect((await look(clerk, receipt.caseId)).materials.find(({ key }) => key === 'dispatch-licence')).toMatchObject({ source: 'licence' });
  });

  it('撤回和提交同时：要么提交成功并留在办件，要么被拒绝，不会两样都有', async () => {
    const made = await shareAll();
    const draft = await begin();
    const taken = await take(draft, (await scanFor(draft, made.code)).id);
    const [submitted, withdrawn] = await Promise.allSettled([submit(draft, taken.materials, taken.revision), withdraw(made)]);
    expect(withdrawn.status).toBe('fulfilled');
    expect((await seen(made)).handedIn !== null).toBe(submitted.status === 'fulfilled');
  });

  it('不是本件申请人的码不能用，也没有被用掉；说明两边是谁，查看被拒绝也留痕', async () => {
    const other = await companyWithLicence();
    const theirs = await share(other.agent, { ...subjectOf(other), agentName: other.agent.name, licences: (await shareableOf(other.agent)).licences });
    const draft = await begin();
    expect(await refusalOf(scanFor(draft, theirs.code))).toMatchObject({ status: 422, code: 'sharing.other-applicant', detail: expect.stringMatching(new RegExp(`共享人是${other.name}，本件的申请人是${company.name}.*重新登记`)) });
    expect(await audited('sharing.scan-code', theirs.share.id)).toMatchObject([{ result: 'refused' }]);
    expect((await seen(theirs, other.agent)).state).toBe('open');
    const { id } = await scan(clerk, theirs.code);
    expect(await refusalOf(take(draft, id))).toMatchObject({ code: 'sharing.other-applicant' });
    expect((await take(await begin(other), id)).placed).toHaveLength(1);
  });

  it('限定了部门、事项的，别的部门、别的事项不能用', async () => {
    const made = await shareAll({ organization: { id: city().organizationId('区民政局'), name: '广安市广安区民政局' } });
    expect(await refusalOf(scan(clerk, made.code))).toMatchObject({ status: 422, code: 'sharing.other-organization', title: '这个共享码只给“广安市广安区民政局”使用' });
    expect((await scan(await city().officer('区民政局', 'window'), made.code)).id).toBe(made.share.id);
    const item = await shareAll({ item: { id: city().itemId('labour-dispatch-licence'), name: '劳务派遣经营许可' } });
    expect(await refusalOf(scanFor(await begin(), item.code))).toMatchObject({ code: 'sharing.other-item', title: '申请人只同意用于办理“劳务派遣经营许可”' });
  });

  it('两个窗口同时扫，只有一个得到；另一个、别的单位、申请人都看不到内容', async () => {
    const made = await shareAll();
    const outcomes = await Promise.allSettled([scan(clerk, made.code), scan(colleague, made.number)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const loser = outcomes[0]?.status === 'fulfilled' ? colleague : clerk;
    expect(await refusalOf(scan(loser, made.code))).toMatchObject({ status: 409, code: 'sharing.scanned-elsewhere' });
    expect(await refusalOf(loser.http.call(getScannedShare, { params: { shareId: made.share.id } }))).toMatchObject({ status: 404, code: 'sharing.not-found' });
    expect(await refusalOf(scan(await city().officer('区住建局', 'window'), made.code))).toMatchObject({ code: 'sharing.scanned-elsewhere' });
    expect(await refusalOf(scan(company.agent, made.code))).toMatchObject({ status: 403 });
    expect(await refusalOf(scan(await city().officer(labour, 'review'), made.code))).toMatchObject({ status: 403 });
    const stranger = await city().person();
    expect(await refusalOf(seen(made, stranger))).toMatchObject({ status: 404 });
    expect(await refusalOf(withdraw(made, stranger))).toMatchObject({ status: 404 });
    expect((await stranger.http.call(listShares, { query: {} })).items).toEqual([]);
  });

  it('分享之后、扫码之前被撤销的证照只说明状态，不给照面，也不能代替材料', async () => {
    const other = await companyWithLicence();
    const own = await shareableOf(other.agent);
    const made = await share(other.agent, { ...subjectOf(other), agentName: other.agent.name, licences: own.licences });
    await (await city().officer(labour, 'decision')).http.call(revokeLicence, { params: { licenceId: own.licences[0]?.id ?? '' }, body: { kind: 'revoked', reason: '经营期间违法，依法撤销。' } });
    const draft = await begin(other);
    const scanned = await scanFor(draft, made.code);
    expect(scanned.things).toMatchObject([{ usable: false, note: '证照已撤销，不能使用。', licence: { state: 'revoked', face: [] } }]);
    expect(await take(draft, scanned.id)).toMatchObject({ placed: [], left: [{ name: '劳务派遣经营许可证', reason: '证照已撤销，不能使用。' }] });
    expect(await refusalOf(clerk.http.call(readSharedFace, { params: { shareId: scanned.id, thingId: scanned.things[0]?.id ?? '' }, body: { purpose: '核对' } }))).toMatchObject({ code: 'sharing.ended' });
    expect(await refusalOf(share(other.agent, { ...subjectOf(other), agentName: other.agent.name, licences: own.licences }))).toMatchObject({ code: 'sharing.not-shareable' });
  });

  it('代理人的授权结束，他出示的码一起失效；授权限定的类别之外的证照和材料不能共享', async () => {
    const other = await companyWithLicence();
    const { licences: held } = await shareableOf(other.agent);
    const made = await share(other.agent, { ...subjectOf(other), agentName: other.agent.name, licences: held });
    await other.representative.http.call(revokeMandate, { params: { mandateId: other.mandateId }, body: { reason: '经办人离职' } });
    expect(await refusalOf(scan(clerk, made.code))).toMatchObject({ status: 422, code: 'sharing.mandate-ended' });
    expect(await refusalOf(seen(made, other.agent))).toMatchObject({ code: 'kernel.mandate-ended' });
    expect(await refusalOf(share(other.agent, { ...subjectOf(other), licences: held }))).toMatchObject({ code: 'kernel.mandate-ended' });
    const narrow = await registerTestCompany(city(), { itemCategories: ['05'] });
    expect(await shareableOf(narrow.agent)).toEqual({ licences: [], files: [] });
    expect(await refusalOf(share(narrow.agent, { ...subjectOf(narrow), agentName: narrow.agent.name, licences }))).toMatchObject({ code: 'sharing.not-shareable' });
  });

  it('别人的证照和文件、没有选、同意的文字不是所给的，都不能生成', async () => {
    const stranger = await city().person({ name: '王秀英' });
    const asPerson = { subject: { kind: 'person' as const, name: stranger.name } };
    expect(await refusalOf(share(stranger, { ...asPerson, licences }))).toMatchObject({ code: 'sharing.not-shareable' });
    expect(await refusalOf(share(stranger, { ...asPerson, files: branchFile() }))).toMatchObject({ code: 'sharing.not-shareable' });
    expect(await refusalOf(share(stranger, asPerson))).toMatchObject({ code: 'sharing.nothing-chosen' });
    const body = { licenceIds: licences.map(({ id }) => id), files: [], purpose: '窗口办事', minutes: 10, consent: '本人同意。' };
    expect(await refusalOf(company.agent.http.call(makeShare, { body }))).toMatchObject({ status: 409, code: 'sharing.consent-changed' });
    expect(await refusalOf(company.agent.http.call(makeShare, { body: { ...body, minutes: 61 } }))).toMatchObject({ status: 400 });
  });

  it('猜码被放慢：输错十次后暂时不能再试，别的窗口不受影响；不是共享码的不算', async () => {
    const made = await shareAll();
    const guesser = await city().officer(labour, 'window', '猜码');
    expect(await refusalOf(scan(guesser, 'https://example.gov.cn/verify/1.2.156.3005.2'))).toMatchObject({ status: 400, code: 'sharing.not-a-code' });
    const wrong = (index: number): string => String((Number(made.number) + 1 + index) % 100_000_000).padStart(8, '0');
    for (let index = 0; index < 10; index += 1) expect(await refusalOf(scan(guesser, wrong(index)))).toMatchObject({ status: 404, code: 'sharing.wrong-code' });
    expect(await refusalOf(scan(guesser, made.number))).toMatchObject({ status: 429, code: 'identity.too-many-attempts' });
    expect((await scan(clerk, made.number)).id).toBe(made.share.id);
  });
});

describe('列表和清除 (INT-09)', () => {
  it('我的共享码、以前的材料按页取；伪造的游标被拒绝', async () => {
    const first = await company.agent.http.call(listShares, { query: { limit: 2 } });
    expect(first.items).toHaveLength(2);
    const second = await company.agent.http.call(listShares, { query: { limit: 2, cursor: first.nextCursor ?? '' } });
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4);
    const page = await company.agent.http.call(listShareableFiles, { query: { limit: 1 } });
    expect(new Set(page.items.map(({ caseId }) => caseId)).size).toBe(1);
    expect(page.nextCursor).not.toBeNull();
    expect(await refusalOf(company.agent.http.call(listShareableFiles, { query: { cursor: 'bm9wZQ' } }))).toMatchObject({ status: 400, code: 'kernel.bad-cursor' });
  });

  it('没有人扫过的码 30 天后清除，扫过的作为同意的凭据留存', async () => {
    const unused = await shareAll();
    const used = await shareAll();
    await scan(clerk, used.code);
    await city().moveTo('2026-12-19T10:00');
    await clearShares(city().system());
    expect((await seen(unused)).state).toBe('expired');
    await city().moveTo('2026-12-21T10:00');
    await clearShares(city().system());
    expect(await refusalOf(seen(unused))).toMatchObject({ code: 'sharing.not-found' });
    expect((await seen(used)).consent).toContain('劳务派遣经营许可证');
  });

  it('放入登记 7 日没有提交的失效：不能再提交，自动取出', async () => {
    const made = await shareAll();
    const draft = await begin();
    const taken = await take(draft, (await scanFor(draft, made.code)).id);
    await city().moveTo('2026-11-27T09:00');
    await endLapsed(city().system());
    await city().server.relay.drain();
    expect((await clerk.http.call(getDraft, { params: { draftId: draft.id } })).shared).toHaveLength(2);
    await city().moveTo('2026-11-27T11:00');
    expect(await seen(made)).toMatchObject({ state: 'lapsed', abilities: { withdraw: false } });
    expect(await refusalOf(submit(draft, taken.materials, taken.revision))).toMatchObject({ code: 'sharing.withdrawn-things' });
    await endLapsed(city().system());
    await city().server.relay.drain();
    const emptied = await clerk.http.call(getDraft, { params: { draftId: draft.id } });
    expect(emptied.materials.flatMap(({ licenceId, files: left }) => [licenceId ?? [], left].flat())).toEqual([]);
  });

  it('个人自己共享：同意书写明本人；照面里的个人信息隐去，写明用途后完整显示', async () => {
    const { elder, receipt } = await applyAsElder(city());
    await finish(receipt.caseId, '区民政局');
    const { licences: own, files: given } = await shareableOf(elder);
    const made = await share(elder, { subject: { kind: 'person', name: elder.name }, licences: own, files: given.slice(0, 1) });
    expect(made.share).toMatchObject({ agentName: null, consent: expect.stringContaining(`${elder.name}（本人）同意`) });
    const scanned = await scan(clerk, made.code);
    expect(scanned.subject).toEqual({ kind: 'person', name: '陈*福' });
    const [thing] = scanned.things;
    expect(thing?.licence).toMatchObject({ masked: true });
    expect(JSON.stringify(thing)).not.toContain(elder.documentNumber);
    const { face } = await clerk.http.call(readSharedFace, { params: { shareId: scanned.id, thingId: thing?.id ?? '' }, body: { purpose: '核对身份' } });
    expect(JSON.stringify(face)).toContain(elder.documentNumber);
    expect(await clerk.http.call(readSharedApplicant, { params: { shareId: scanned.id } })).toMatchObject({ kind: 'person', name: elder.name, documentType: '111', documentNumber: elder.documentNumber });
  });
});
