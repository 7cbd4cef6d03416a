import { describe, expect, it } from 'vitest';
import { createId } from '../../kernel/db/index.ts';
import { fictitiousResidentId } from '../../kernel/identity/fictitious-numbers.ts';
import { listMessages } from '../../kernel/messaging/contract.ts';
import { openSpreadsheet } from '../../kernel/spreadsheets/index.ts';
import { applyAsElder } from '../../testing/apply.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { announceHoliday } from '../../testing/late-holiday.ts';
import { accept, look } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { terminateCase } from '../handling/contract.ts';
import { createWindowDraft, saveDraft, submitDraft } from '../intake/contract.ts';
import {
  actOnBatch, actOnEnvelopes, addPaper, getBatch, getEnvelope, getEnvelopeOfCase, listBatches, listEnvelopes, listRules, listSigners, makeBatch, removeRule, resolveCode, saveRule, summariseEnvelopes,
  type Batch, type EnvelopeAct, type EnvelopeFilter, type EnvelopeLine, type Leg, type RuleInput,
} from './contract.ts';
import { cancelEnvelope } from './actions/open-envelope.ts';
import { tellOverdue } from './jobs/tell-overdue.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
let serial = 900;

const drain = () => city().server.relay.drain();
const clerkOf = () => city().officer('区民政局', 'window');
const signerOf = (another = '') => city().officer('区民政局', 'preliminary-review', another);
const titles = async (who: Signed) => (await who.http.call(listMessages, { query: {} })).items.map(({ title }) => title);

/** A case registered and accepted at the window with all its materials on paper. */
async function acceptOnPaper(clerk?: Signed): Promise<string> {
  const officer = clerk ?? await clerkOf();
  serial += 1;
  const applicant = { kind: 'person' as const, name: '陈有材', documentType: '111', documentNumber: fictitiousResidentId(serial, '19390505'), mobile: `1990001${String(serial).padStart(4, '0')}` };
  const draft = await officer.http.call(createWindowDraft, { body: { itemId: city().itemId('elderly-allowance'), guidance: [{ question: 'who', option: 'self' }], applicant } });
  const materials = draft.materials.filter(({ required }) => required).map(({ material }) => ({ key: material.key, fileIds: [], paperReceived: true }));
  const answers = { ...draft.answers, address: '示范镇', household: '511602000000', livingState: '独居', bankName: '示范银行', bankAccount: '6217000000000000000', byFamily: false, declared: true };
  const { revision } = await officer.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: draft.revision, answers, materials } });
  const { caseId } = await officer.http.call(submitDraft, { params: { draftId: draft.id }, body: { revision, declared: true } });
  await accept(officer, caseId);
  await drain();
  return caseId;
}

async function setRule(change: Partial<RuleInput> = {}): Promise<void> {
  const admin = await city().itemAdministrator();
  const itemId = city().itemId('elderly-allowance');
  const known = (await admin.http.call(listRules, {})).items.find(({ item }) => item?.id === itemId);
  const body: RuleInput = { itemId, moment: 'after-acceptance', days: 2, receiverId: city().organizationId('区民政局'), signDays: 1, postCodes: ['preliminary-review'], signerIds: [], ...change, ...(known ? { version: known.version } : {}) };
  await admin.http.call(saveRule, { params: { ruleId: known?.id ?? createId() }, body });
}

async function envelopeOf(reader: Signed, caseId: string): Promise<EnvelopeLine> {
  const { envelope } = await reader.http.call(getEnvelopeOfCase, { params: { caseId } });
  if (!envelope) throw new Error('the case has no envelope');
  return envelope;
}

async function batchOf(clerk: Signed, envelopes: readonly EnvelopeLine[], leg: Leg = 'forward', more: { toId?: string } = {}): Promise<Batch> {
  return clerk.http.call(makeBatch, { body: { leg, envelopes: envelopes.map(({ id, version }) => ({ id, version })), ...more } });
}
const handOver = (clerk: Signed, { id, version }: Pick<Batch, 'id' | 'version'>) => clerk.http.call(actOnBatch, { params: { batchId: id }, body: { action: 'hand-over', version } });
const checked = ({ id, version, materials }: Batch['envelopes'][number], outcome: EnvelopeAct['outcome'] = 'sign', more: Partial<EnvelopeAct> = {}): EnvelopeAct => (
  { envelopeId: id, version, outcome, checks: materials.map((material) => ({ materialId: material.id, check: 'complete' as const })), ...more });
const settle = (who: Signed, ...outcomes: EnvelopeAct[]) => who.http.call(actOnEnvelopes, { body: { outcomes } });
/** Handed over, ready to be signed for. */
async function inTransit(): Promise<{ clerk: Signed; caseId: string; batch: Batch; envelope: Batch['envelopes'][number] }> {
  const [clerk, caseId] = [await clerkOf(), await acceptOnPaper()];
  const batch = await handOver(clerk, await batchOf(clerk, [await envelopeOf(clerk, caseId)]));
  const [envelope] = batch.envelopes;
  if (!envelope) throw new Error('an empty batch');
  return { clerk, caseId, batch, envelope };
}

describe('材料递交规则 (INT-12)', () => {
  it('没有规则、规则为不递交、或者材料不是纸质的，不生成材料袋；有规则的受理后出现待递交，期限按工作日算', async () => {
    const clerk = await clerkOf();
    const none = await acceptOnPaper();
    expect((await clerk.http.call(getEnvelopeOfCase, { params: { caseId: none } })).envelope).toBeNull();
    await setRule({ moment: 'none', postCodes: [] });
    expect((await clerk.http.call(getEnvelopeOfCase, { params: { caseId: await acceptOnPaper() } })).envelope).toBeNull();
    await setRule();
    const { receipt: { caseId: online } } = await applyAsElder(city());
    await accept(clerk, online);
    await drain();
    expect((await clerk.http.call(getEnvelopeOfCase, { params: { caseId: online } })).envelope).toBeNull();
    const caseId = await acceptOnPaper();
    const { envelope } = await clerk.http.call(getEnvelopeOfCase, { params: { caseId } });
    // 2026-11-20 is a Friday: two working days end on Tuesday.
    expect(envelope).toMatchObject({ state: 'pending', stateLabel: '待递交', dueOn: '2026-11-24', remainingDays: 2, holder: { name: expect.stringContaining('民政局') }, abilities: { putIn: ['forward'], sign: false } });
    expect(envelope?.materials.map(({ name }) => name)).toEqual(['老年人身份证明', '户口簿']);
    expect(envelope?.code).toMatch(/^CL26\d{6}[0-9A-Z]$/);
    await city().server.database.db.pool.query(`UPDATE kernel.subscription SET last_tx = '0', last_position = 0 WHERE name = 'processes.paper-of-cases'`);
    await drain();
    const { rows: [counted] } = await city().server.database.db.pool.query<{ count: number }>('SELECT count(*) FROM custody.envelope WHERE case_id = $1', [caseId]);
    expect(counted?.count).toBe(1);
  });

  it('部门规则管全部事项，事项规则优先；同一对象只能有一条；旧页面的修改和无权的人被拒绝', async () => {
    const admin = await city().itemAdministrator();
    const organizationId = city().organizationId('区民政局');
    const body: RuleInput = { organizationId, moment: 'before-completion', days: 3, receiverId: organizationId, signDays: 2, postCodes: [], signerIds: [] };
    const ruleId = createId();
    const rule = await admin.http.call(saveRule, { params: { ruleId }, body });
    expect(rule).toMatchObject({ item: null, organization: { id: organizationId }, version: 1, signers: [] });
    expect(await refusalOf(admin.http.call(saveRule, { params: { ruleId: createId() }, body }))).toMatchObject({ code: 'custody.rule-exists' });
    expect(await refusalOf(admin.http.call(saveRule, { params: { ruleId }, body }))).toMatchObject({ code: 'custody.rule-stale' });
    expect(await refusalOf(admin.http.call(saveRule, { params: { ruleId: createId() }, body: { ...body, organizationId: city().organizationId('区住建局'), receiverId: createId() } }))).toMatchObject({ code: 'custody.unknown-organization' });
    expect(await refusalOf((await clerkOf()).http.call(saveRule, { params: { ruleId }, body }))).toMatchObject({ status: 403 });
    const { officers } = await admin.http.call(listSigners, { query: { organizationId } });
    expect(officers.map(({ id }) => id)).toContain((await signerOf()).id);
    expect(await refusalOf(admin.http.call(removeRule, { params: { ruleId }, query: { version: 9 } }))).toMatchObject({ code: 'custody.rule-stale' });
    await admin.http.call(removeRule, { params: { ruleId }, query: { version: 1 } });
    expect((await admin.http.call(listRules, {})).items.map(({ id }) => id)).not.toContain(ruleId);
  });

  it('办结前递交：从承诺期限往前数工作日；办件终止后没有递交的不再递交', async () => {
    await setRule({ moment: 'before-completion', days: 3 });
    const [clerk, caseId] = [await clerkOf(), await acceptOnPaper()];
    const view = await look(clerk, caseId);
    const envelope = await envelopeOf(clerk, caseId);
    expect(envelope.dueOn !== null && envelope.dueOn < (view.clock.promisedDueOn ?? '')).toBe(true);
    expect((view.clock.remainingPromisedDays ?? 0) - (envelope.remainingDays ?? 0)).toBe(3);
    const decider = await city().officer('区民政局', 'decision');
    await decider.http.call(terminateCase, { params: { caseId }, body: { version: view.version, reason: '申请人去世，依法终止办理。' } });
    await drain();
    expect(await envelopeOf(clerk, caseId)).toMatchObject({ stateLabel: '不再递交', dueOn: null });
    await cancelEnvelope(city().system(), caseId);
    await setRule();
  });
});

describe('受理后补收的纸质材料 (INT-12)', () => {
  const add = (who: Signed, caseId: string, ...names: string[]) => who.http.call(addPaper, { params: { caseId }, body: { names } });

  it('材料袋还在窗口的放进去；已经递交的另生成材料袋，从补收之日起算期限，照样装批次、核对、签收', async () => {
    const [clerk, signer, caseId] = [await clerkOf(), await signerOf(), await acceptOnPaper()];
    const first = await add(clerk, caseId, '亲属关系证明', '亲属关系证明');
    expect(first).toMatchObject({ mayAdd: true, further: [] });
    expect(first.envelope?.materials.map(({ name }) => name)).toEqual(['老年人身份证明', '户口簿', '亲属关系证明']);
    expect(first.envelope?.steps.at(-1)).toMatchObject({ label: '补收纸质材料', text: '亲属关系证明', by: clerk.name });
    const batch = await handOver(clerk, await batchOf(clerk, [await envelopeOf(clerk, caseId)]));
    await settle(signer, checked(batch.envelopes[0] ?? (() => { throw new Error('an empty batch'); })()));

    await city().moveTo('2026-11-25T10:00');
    const more = await add(clerk, caseId, '户口簿原件');
    expect(more.envelope?.stateLabel).toBe('已签收');
    expect(more.further).toMatchObject([{ stateLabel: '待递交', dueOn: '2026-11-27', materials: [{ name: '户口簿原件' }], receiver: { id: city().organizationId('区民政局') } }]);
    expect((await add(clerk, caseId, '委托书')).further).toMatchObject([{ materials: [{ name: '户口簿原件' }, { name: '委托书' }] }]);
    const [further] = (await clerk.http.call(getEnvelopeOfCase, { params: { caseId } })).further;
    expect(await clerk.http.call(resolveCode, { params: { code: further?.caseNumber ?? '' } })).toMatchObject({ envelopeId: further?.id });
    expect((await clerk.http.call(listEnvelopes, { query: { q: further?.caseNumber ?? '' } })).items).toHaveLength(2);
    const second = await handOver(clerk, await batchOf(clerk, further ? [further] : []));
    const [packed] = second.envelopes;
    if (!packed) throw new Error('an empty batch');
    expect(await refusalOf(settle(signer, { ...checked(packed), checks: [] }))).toMatchObject({ code: 'custody.unchecked' });
    await settle(signer, checked(packed));
    expect((await signer.http.call(getEnvelopeOfCase, { params: { caseId } })).further).toMatchObject([{ stateLabel: '已签收', holder: { staffName: signer.name } }]);
    await city().moveTo('2026-11-20T10:00');
  });

  it('网上申请、受理时没有纸质材料的也可以补收；终止后两个材料袋都不再递交', async () => {
    const clerk = await clerkOf();
    const { receipt: { caseId } } = await applyAsElder(city());
    expect(await refusalOf(add(clerk, caseId, '户口簿原件'))).toMatchObject({ code: 'custody.paper-too-late', title: expect.stringContaining('待受理') });
    await accept(clerk, caseId);
    await drain();
    expect(await add(clerk, caseId, '户口簿原件')).toMatchObject({ envelope: null, further: [{ state: 'pending' }] });
    const view = await look(clerk, caseId);
    await (await city().officer('区民政局', 'decision')).http.call(terminateCase, { params: { caseId }, body: { version: view.version, reason: '申请人去世，依法终止办理。' } });
    await drain();
    expect(await clerk.http.call(getEnvelopeOfCase, { params: { caseId } })).toMatchObject({ mayAdd: false, further: [{ stateLabel: '不再递交', dueOn: null }] });
    expect(await refusalOf(add(clerk, caseId, '户口簿原件'))).toMatchObject({ code: 'custody.paper-too-late' });
  });

  it('没有递交规则的说明怎么办；看不到办件的、不在窗口的不能补收；两人同时补收都不丢', async () => {
    const [clerk, caseId] = [await clerkOf(), await acceptOnPaper()];
    expect(await refusalOf(add(await city().officer('区住建局', 'window'), caseId, '户口簿原件'))).toMatchObject({ code: 'cases.not-found' });
    expect(await refusalOf(add(await signerOf(), caseId, '户口簿原件'))).toMatchObject({ status: 403 });
    expect(await refusalOf(add(clerk, caseId, ' '))).toMatchObject({ status: 400 });
    const colleague = await city().officer('区民政局', 'window', '同事');
    const both = await Promise.allSettled([add(clerk, caseId, '材料甲'), add(colleague, caseId, '材料乙')]);
    const done = both.filter(({ status }) => status === 'fulfilled').length;
    expect((await envelopeOf(clerk, caseId)).materialCount).toBe(2 + done);
    await setRule({ moment: 'none', postCodes: [] });
    expect(await refusalOf(add(clerk, await acceptOnPaper(), '户口簿原件'))).toMatchObject({ code: 'custody.no-rule' });
    await setRule();
  });
});

describe('交接批次和签收 (INT-12)', () => {
  it('装批次、递交、逐项核对、签收：谁拿着随时看得到，历史完整', async () => {
    const [clerk, signer] = [await clerkOf(), await signerOf()];
    const caseIds = [await acceptOnPaper(), await acceptOnPaper()];
    const envelopes = [await envelopeOf(clerk, caseIds[0] ?? ''), await envelopeOf(clerk, caseIds[1] ?? '')];
    const batch = await batchOf(clerk, envelopes);
    expect(batch).toMatchObject({ state: 'open', stateLabel: '待交接', size: 2, leg: 'forward', abilities: { change: true, sign: false } });
    expect(await refusalOf(batchOf(clerk, envelopes))).toMatchObject({ code: 'custody.stale' });
    expect((await clerk.http.call(getEnvelope, { params: { envelopeId: envelopes[0]?.id ?? '' } })).stateLabel).toBe('已装批次');
    const handed = await handOver(clerk, batch);
    expect(handed).toMatchObject({ state: 'handed-over', handedOverByName: clerk.name, waiting: 2 });
    expect(await titles(signer)).toContainEqual(expect.stringContaining(batch.number));
    const seen = await signer.http.call(getBatch, { params: { batchId: batch.id } });
    expect(seen.abilities).toMatchObject({ change: false, sign: true });
    // The sender answers for the paper until somebody has signed.
    expect(seen.envelopes[0]?.holder.staffName).toBe(clerk.name);
    await settle(signer, ...seen.envelopes.map((one) => checked(one)));
    expect((await clerk.http.call(getBatch, { params: { batchId: batch.id } })).state).toBe('done');
    const { envelope } = await clerk.http.call(getEnvelopeOfCase, { params: { caseId: caseIds[0] ?? '' } });
    expect(envelope).toMatchObject({ stateLabel: '已签收', holder: { staffName: signer.name }, dueOn: null, flawed: false });
    expect(envelope?.steps.map(({ label }) => label)).toEqual(['收到纸质材料，待递交', '装入批次（递交部门）', '递交（递交部门）', '签收']);
    expect(envelope?.materials.every(({ check }) => check === 'complete')).toBe(true);
  });

  it('两个人同时签收同一个材料袋，只成一个；后来的知道是谁签的', async () => {
    const { batch, envelope } = await inTransit();
    const [one, other] = [await signerOf(), await signerOf('同事')];
    const answers = await Promise.allSettled([settle(one, checked(envelope)), settle(other, checked(envelope))]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const late = await refusalOf(settle(other, checked(envelope)));
    expect(late).toMatchObject({ code: 'custody.already-signed' });
    const { rows } = await city().server.database.db.pool.query<{ actor_name: string }>(`SELECT actor_name FROM custody.step WHERE envelope_id = $1 AND action = 'sign'`, [envelope.id]);
    expect(rows).toHaveLength(1);
    expect(late.title).toContain(rows[0]?.actor_name);
    expect((await one.http.call(getBatch, { params: { batchId: batch.id } })).waiting).toBe(0);
  });

  it('只有规则中的岗位能签，递交的人不能自己签；核对不全、有缺不写情况、退回不写原因都不行', async () => {
    const { clerk, envelope } = await inTransit();
    const signer = await signerOf();
    expect(await refusalOf(settle(await city().officer('区民政局', 'decision'), checked(envelope)))).toMatchObject({ code: 'custody.not-signer' });
    expect(await refusalOf(settle(await city().officer('区住建局', 'preliminary-review'), checked(envelope)))).toMatchObject({ status: 404 });
    expect(await refusalOf(settle(clerk, checked(envelope)))).toMatchObject({ code: 'custody.not-signer' });
    expect(await refusalOf(settle(signer, { ...checked(envelope), checks: [] }))).toMatchObject({ code: 'custody.unchecked' });
    const [first] = envelope.materials;
    const lacking = checked(envelope, 'sign', { checks: envelope.materials.map(({ id }) => ({ materialId: id, check: id === first?.id ? 'missing' as const : 'complete' as const })) });
    expect(await refusalOf(settle(signer, lacking))).toMatchObject({ code: 'custody.remark-needed' });
    expect(await refusalOf(settle(signer, checked(envelope, 'refuse', { reason: '不齐' })))).toMatchObject({ code: 'custody.reason-needed' });
    expect(await refusalOf(settle(signer, checked(envelope), checked(envelope)))).toMatchObject({ code: 'custody.listed-twice' });
    expect(await refusalOf((await city().officer('区民政局', 'supervision')).http.call(actOnEnvelopes, { body: { outcomes: [checked(envelope)] } }))).toMatchObject({ status: 403 });
    await setRule({ postCodes: [], signerIds: [clerk.id] });
    expect(await refusalOf(settle(clerk, checked(envelope)))).toMatchObject({ code: 'custody.own-hand-over' });
    await setRule();
    const noted = { ...lacking, checks: lacking.checks.map((check) => (check.check === 'missing' ? { ...check, remark: '只有复印件' } : check)) };
    expect((await settle(signer, noted)).envelopes).toMatchObject([{ stateLabel: '已签收', flawed: true }]);
    expect(await titles(clerk)).toContain(`签收有差异：材料袋 ${envelope.code}`);
  });

  it('退回写明原因，回到递交的人手里，再递交后签收', async () => {
    const { clerk, caseId, envelope } = await inTransit();
    const signer = await signerOf();
    await settle(signer, checked(envelope, 'refuse', { reason: '户口簿缺户主页，请补齐。', checks: [] }));
    const back = await envelopeOf(clerk, caseId);
    expect(back).toMatchObject({ state: 'refused', stateLabel: '退回', holder: { staffName: clerk.name }, dueOn: '2026-11-24' });
    expect(await titles(clerk)).toContain(`退回：材料袋 ${envelope.code}`);
    const again = await handOver(clerk, await batchOf(clerk, [back]));
    const [one] = again.envelopes;
    if (!one) throw new Error('an empty batch');
    await settle(signer, checked(one));
    expect((await envelopeOf(clerk, caseId)).stateLabel).toBe('已签收');
  });

  it('用完交回原窗口，由窗口签收；再移交归档，归档之后不再动', async () => {
    const { clerk, caseId, envelope } = await inTransit();
    const signer = await signerOf();
    await settle(signer, checked(envelope));
    const back = await handOver(signer, await batchOf(signer, [await envelopeOf(signer, caseId)], 'back'));
    expect(back.to.name).toContain('民政局');
    await settle(clerk, ...back.envelopes.map((one) => checked(one)));
    expect((await envelopeOf(clerk, caseId)).stateLabel).toBe('已交回窗口');
    const atWindow = await envelopeOf(clerk, caseId);
    expect(await refusalOf(batchOf(clerk, [atWindow], 'archive'))).toMatchObject({ code: 'custody.archive-needed' });
    const archived = await handOver(clerk, await batchOf(clerk, [atWindow], 'archive', { toId: city().organizationId('区行政审批局') }));
    await settle(await city().officer('区行政审批局', 'window'), ...archived.envelopes.map((one) => checked(one)));
    const { envelope: end } = await clerk.http.call(getEnvelopeOfCase, { params: { caseId } });
    expect(end).toMatchObject({ stateLabel: '已归档', abilities: { putIn: [], sign: false }, holder: { name: expect.stringContaining('行政审批局') } });
    if (end) expect(await refusalOf(batchOf(await city().officer('区行政审批局', 'window'), [end], 'back'))).toMatchObject({ code: 'custody.wrong-state' });
  });

  it('没有递交的可以取出、取消，递交了没有签收的可以收回；签收后收不回', async () => {
    const [clerk, caseIds] = [await clerkOf(), [await acceptOnPaper(), await acceptOnPaper()]];
    const batch = await batchOf(clerk, await Promise.all(caseIds.map((caseId) => envelopeOf(clerk, caseId))));
    const act = (body: Parameters<typeof clerk.http.call<typeof actOnBatch>>[1]['body']) => clerk.http.call(actOnBatch, { params: { batchId: batch.id }, body });
    const less = await act({ action: 'take-out', version: batch.version, envelopeId: batch.envelopes[0]?.id ?? '' });
    expect(less).toMatchObject({ size: 1, state: 'open' });
    expect((await envelopeOf(clerk, caseIds[0] ?? '')).stateLabel).toBe('待递交');
    const handed = await act({ action: 'hand-over', version: less.version });
    expect(await refusalOf(act({ action: 'cancel', version: handed.version }))).toMatchObject({ code: 'custody.batch-state' });
    expect(await refusalOf(act({ action: 'call-back', version: less.version, reason: '交错了部门。' }))).toMatchObject({ code: 'custody.batch-stale' });
    await act({ action: 'call-back', version: handed.version, reason: '交错了部门。' });
    expect(await envelopeOf(clerk, caseIds[1] ?? '')).toMatchObject({ stateLabel: '待递交', batch: null, dueOn: '2026-11-24' });
    const { clerk: sender, batch: other, envelope } = await inTransit();
    await settle(await signerOf(), checked(envelope));
    expect(await refusalOf(sender.http.call(actOnBatch, { params: { batchId: other.id }, body: { action: 'call-back', version: other.version, reason: '交错了部门。' } }))).toMatchObject({ code: 'custody.batch-state' });
    expect(await refusalOf((await signerOf()).http.call(actOnBatch, { params: { batchId: createId() }, body: { action: 'cancel', version: 1 } }))).toMatchObject({ status: 404 });
  });
});

describe('纸质材料流转清单 (INT-12)', () => {
  const list = async (who: Signed, query: EnvelopeFilter & { limit?: number; cursor?: string }) => (await who.http.call(listEnvelopes, { query })).items;

  it('按状态、待我签收、编号查询，翻页不重不漏，各栏的数与清单一致；别的部门看不到，监督只读', async () => {
    const { clerk, caseId, envelope } = await inTransit();
    const signer = await signerOf();
    const waiting = await acceptOnPaper();
    expect((await list(signer, { side: 'mine' })).map(({ id }) => id)).toContain(envelope.id);
    expect(await list(clerk, { side: 'mine' })).toEqual([]);
    expect((await list(clerk, { view: 'to-hand-over', side: 'held' })).map((one) => one.caseId)).toContain(waiting);
    const { number } = await look(clerk, caseId);
    expect((await list(clerk, { q: number })).map(({ id }) => id)).toEqual([envelope.id]);
    const paged: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await clerk.http.call(listEnvelopes, { query: { limit: 3, ...(cursor === undefined ? {} : { cursor }) } });
      paged.push(...page.items.map(({ id }) => id));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    const all = await list(clerk, { limit: 100 });
    expect(paged).toEqual(all.map(({ id }) => id));
    const summary = await clerk.http.call(summariseEnvelopes, { query: {} });
    expect(summary.all).toBe(all.length);
    expect(summary['in-transit']).toBe(all.filter(({ state }) => state === 'in-transit').length);
    expect(await list(await city().officer('区住建局', 'window'), {})).toEqual([]);
    expect((await signer.http.call(listBatches, { query: { state: 'handed-over' } })).items.length).toBeGreaterThan(0);
    const supervisor = await city().officer('区民政局', 'supervision');
    expect((await list(supervisor, { q: number }))[0]).toMatchObject({ id: envelope.id });
    expect((await supervisor.http.call(getEnvelope, { params: { envelopeId: envelope.id } })).abilities).toEqual({ putIn: [], sign: false });
    expect(await refusalOf(batchOf(supervisor, await list(supervisor, { view: 'to-hand-over' })))).toMatchObject({ status: 403 });
  });

  it('扫码或输入材料袋、批次、办件编号都找得到；输错一位会指出', async () => {
    const { clerk, caseId, batch, envelope } = await inTransit();
    const find = (code: string) => clerk.http.call(resolveCode, { params: { code } });
    expect(await find(` ${envelope.code.toLowerCase()} `)).toEqual({ batchId: batch.id, envelopeId: envelope.id });
    expect(await find(envelope.code.replace(/0/g, 'O'))).toMatchObject({ envelopeId: envelope.id });
    expect(await find(batch.number)).toEqual({ batchId: batch.id, envelopeId: null });
    expect(await find((await look(clerk, caseId)).number)).toMatchObject({ envelopeId: envelope.id });
    const wrong = envelope.code.replace(/\d(?=.$)/, (digit) => String((Number(digit) + 1) % 10));
    expect(await refusalOf(find(wrong))).toMatchObject({ code: 'custody.code-mistyped' });
    expect(await refusalOf(find('没有的编号'))).toMatchObject({ code: 'custody.code-unknown' });
    expect(await refusalOf((await city().officer('区住建局', 'window')).http.call(resolveCode, { params: { code: envelope.code } }))).toMatchObject({ status: 404 });
  });

  it('超期的列出剩余工作日为负，提醒该办的人一次；导出的清单与页面一致', async () => {
    const { clerk, envelope } = await inTransit();
    const signer = await signerOf();
    const late = await acceptOnPaper();
    await city().moveTo('2026-11-27T09:00');
    const overdue = await list(clerk, { view: 'overdue', limit: 100 });
    expect(overdue.find(({ caseId }) => caseId === late)).toMatchObject({ state: 'pending', remainingDays: -3 });
    expect(overdue.find(({ id }) => id === envelope.id)).toMatchObject({ state: 'in-transit', remainingDays: -4 });
    await tellOverdue(city().system());
    await tellOverdue(city().system());
    expect((await titles(signer)).filter((title) => title === `超期：材料袋 ${envelope.code} 还没有签收`)).toHaveLength(1);
    const answer = await city().server.app.inject({ method: 'GET', url: '/api/v1/custody/envelopes/export?view=overdue', headers: clerk.headers });
    const workbook = await openSpreadsheet({ fileName: '流转.xlsx', content: answer.rawPayload });
    const rows: string[][] = [];
    for await (const row of workbook.rows('纸质材料流转')) rows.push([...row.cells.values()].map(({ text }) => text));
    expect(rows.slice(1).map(([code]) => code)).toEqual(overdue.map(({ code }) => code));
  });

  it('放假安排公布得晚：还没有递交的，期限顺延', async () => {
    await city().moveTo('2026-11-30T09:00');
    await setRule({ moment: 'after-acceptance', days: 2 });
    const [clerk, caseId] = [await clerkOf(), await acceptOnPaper()];
    expect(await envelopeOf(clerk, caseId)).toMatchObject({ dueOn: '2026-12-02', remainingDays: 2 });
    await announceHoliday(city(), '2026-12-01', '临时放假');
    expect(await envelopeOf(clerk, caseId)).toMatchObject({ dueOn: '2026-12-03', remainingDays: 2 });
  });
});
