import { holds, requireStaff } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { loadCalendar } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import { describeClock, findAccount } from '../../../kernel/time-accounts/index.ts';
import { caseStatusLabels } from '../../cases/contract.ts';
import { getCaseRecord, isOver, listActions, listCurrentMaterials, readOffices, unsafeFindCase, type CaseRecord } from '../../cases/index.ts';
import { newCode } from '../codes.ts';
import { fail } from '../errors.ts';
import { envelopeMoved, envelopeOpened, publishEnvelope } from '../events.ts';
import { maySendFor, readMaterialsByEnvelope, type EnvelopeRecord, type RuleRecord } from '../record.ts';
import { applyEnvelopeAction } from '../states.ts';
import type { CustodyTables } from '../tables.ts';
import { addStep } from './add-step.ts';

/** A rule by which paper is handed over. */
type SendingRule = RuleRecord & { moment: EnvelopeRecord['moment']; receiverId: string; receiverName: string; receiverPath: string };

const sends = (rule: RuleRecord): rule is SendingRule => rule.moment !== 'none' && rule.receiverId !== null && rule.receiverName !== null && rule.receiverPath !== null;

type Held = Pick<EnvelopeRecord, 'originId' | 'originName' | 'originPath'>;

/** The rule for a case: that of its item, else that of its department; undefined where no paper travels. */
async function findRule(ctx: Context, { itemId, organizationId }: CaseRecord): Promise<SendingRule | undefined> {
  const rules = await tablesOf<CustodyTables>(ctx.kernel.db).selectFrom('custody.rule').selectAll()
    .where((where) => where.or([where('itemId', '=', itemId), where.and([where('organizationId', '=', organizationId), where('itemId', 'is', null)])])).execute();
  const rule = rules.find((one) => one.itemId !== null) ?? rules[0];
  return rule && sends(rule) ? rule : undefined;
}

/** Last day to hand over: so many working days after acceptance, or before the promised deadline but not before the day itself (材料递交规则). */
async function submitDueOn(ctx: Context, record: CaseRecord, { moment, days }: Pick<RuleRecord, 'moment' | 'days'>): Promise<string> {
  const calendar = (await loadCalendar(ctx.kernel)).provisional;
  const accepted = record.state.acceptedOn ?? chinaDate(ctx.kernel.clock.now());
  const deadline = moment === 'before-completion' ? describeClock(await findAccount(ctx, { subjectType: 'case', subjectId: record.id }), record).promisedDueOn : null;
  if (deadline === null) return calendar.addWorkingDays(accepted, days);
  const due = calendar.addWorkingDays(deadline, -days);
  return due < accepted ? accepted : due;
}

/** Who has the paper: the office whose clerk filed or supplemented, else the department of the case. */
async function originOf(ctx: Context, record: CaseRecord): Promise<Held> {
  const offices = await readOffices(ctx);
  const taken = (await listActions(ctx, record.id)).findLast(({ type, organizationId }) => (type === 'submit' || type === 'supplement') && organizationId !== null);
  const office = offices.get(taken?.organizationId ?? record.organizationId) ?? offices.get(record.organizationId);
  if (!office) throw new Error(`case ${record.number} has no office that could hold its paper`);
  return { originId: office.id, originName: office.name, originPath: office.path };
}

/**
 * Opens the envelope of a case that was accepted with paper, if a rule says that the paper travels (INT-12); a repeat adds
 * nothing.
 */
export async function openEnvelope(ctx: Context, caseId: string): Promise<void> {
  const record = await unsafeFindCase(ctx, caseId);
  if (!record) return;
  const papers = (await listCurrentMaterials(ctx, record)).filter(({ source }) => source === 'paper');
  const rule = papers.length === 0 ? undefined : await findRule(ctx, record);
  if (!rule) return;
  const known = await listEnvelopesOf(ctx, caseId);
  if (known.some(({ further }) => !further)) return;
  const batch = new WriteBatch();
  await addEnvelope(ctx, batch, { record, rule, origin: await originOf(ctx, record), due: await submitDueOn(ctx, record, rule), names: papers.map(({ name }) => name), further: false });
  await commit(ctx, batch);
}

interface NewEnvelope { readonly record: CaseRecord; readonly rule: SendingRule; readonly origin: Held; readonly due: string; readonly names: readonly string[]; readonly further: boolean }

/** Adds an envelope that waits at its office to the batch, with what is in it, its first step and event. */
async function addEnvelope(ctx: Context, batch: WriteBatch, { record, rule, origin, due, names, further }: NewEnvelope): Promise<EnvelopeRecord> {
  const { receiverId, receiverName, receiverPath } = rule;
  const now = ctx.kernel.clock.now();
  const row: EnvelopeRecord = {
    id: createId(), code: await newCode(ctx, 'envelope'), version: 1, caseId: record.id, caseNumber: record.number, itemName: record.itemName, applicantName: record.applicantName, regionCode: record.regionCode, ruleId: rule.id, further,
    leg: 'forward', state: 'pending', prior: null, moment: rule.moment, days: rule.days, signDays: rule.signDays, submitDueOn: due, dueOn: due, ...origin, receiverId, receiverName, receiverPath,
    destinationId: receiverId, destinationName: receiverName, destinationPath: receiverPath, holderId: origin.originId, holderName: origin.originName, holderPath: origin.originPath,
    holderStaffName: null, heldSince: now, paths: [...new Set([origin.originPath, receiverPath])], batchId: null, batchNumber: null, handedOverById: null, handedOverAt: null, flawed: false,
    remindedFor: null, openedAt: now,
  };
  writesFor<CustodyTables>(batch).insert('custody.envelope', row);
  addMaterials(batch, row.id, 0, names);
  addStep(ctx, batch, row, further ? 'open-further' : 'open', names.join('、'));
  publishEnvelope(ctx, batch, envelopeOpened, row);
  recordAudit(ctx, batch, { action: 'custody.open-envelope', objectType: 'custody-envelope', objectId: row.id, detail: { code: row.code, caseNumber: row.caseNumber } });
  return row;
}

function addMaterials(batch: WriteBatch, envelopeId: string, from: number, names: readonly string[]): void {
  names.forEach((name, index) => { writesFor<CustodyTables>(batch).insert('custody.material', { id: createId(), envelopeId, position: from + index, name, check: null, remark: null }); });
}

/**
 * Puts paper that came in after acceptance into the envelope of its case while that waits at the clerk's office, else into a
 * further one by the same rule, which is to be handed over as soon as the days of the rule have passed from today (INT-12).
 * @throws custody.paper-too-late, custody.no-rule, custody.stale, cases.not-found
 */
export async function addPaper(ctx: Context, caseId: string, typed: readonly string[]): Promise<void> {
  const staff = requireStaff(ctx);
  const record = await getCaseRecord(ctx, caseId);
  if (record.state.acceptedOn === null || isOver(record.status)) throw fail('custody.paper-too-late', { status: caseStatusLabels[record.status] });
  const rule = await findRule(ctx, record);
  if (!rule) throw fail('custody.no-rule');
  const origin = { originId: staff.organizationId, originName: staff.organizationName, originPath: staff.organizationPath };
  if (!maySendFor(ctx, { path: origin.originPath, regionCode: record.regionCode })) throw kernelFail('kernel.forbidden');
  const names = [...new Set(typed.map((name) => name.trim()))];
  const waiting = (await listEnvelopesOf(ctx, caseId)).find(({ leg, state, holderId }) => leg === 'forward' && state === 'pending' && holderId === origin.originId);
  const batch = new WriteBatch();
  if (!waiting) {
    await addEnvelope(ctx, batch, { record, rule, origin, due: await laterDueOn(ctx, record, rule), names, further: true });
    return commit(ctx, batch);
  }
  const held = (await readMaterialsByEnvelope(ctx, [waiting.id])).get(waiting.id) ?? [];
  const { id, code, version } = waiting;
  writesFor<CustodyTables>(batch).update('custody.envelope', { version: version + 1 }, { id, version }, { expected: 1, otherwise: () => fail('custody.stale', { code }) });
  addMaterials(batch, id, held.length, names);
  addStep(ctx, batch, waiting, 'add', names.join('、'));
  publishEnvelope(ctx, batch, envelopeMoved, waiting);
  recordAudit(ctx, batch, { action: 'custody.add-paper', objectType: 'custody-envelope', objectId: id, detail: { code, caseNumber: record.number } });
  await commit(ctx, batch);
}

/** Paper that is late by itself is not late on the day it comes: the days of the rule count from today, and the deadline of the case still holds. */
async function laterDueOn(ctx: Context, record: CaseRecord, rule: SendingRule): Promise<string> {
  const today = chinaDate(ctx.kernel.clock.now());
  if (rule.moment === 'after-acceptance') return (await loadCalendar(ctx.kernel)).provisional.addWorkingDays(today, rule.days);
  const due = await submitDueOn(ctx, record, rule);
  return due < today ? today : due;
}

/** Whether paper of a case may be added by the officer now: its rule, the officer's office and the state of the case allow it. */
export async function mayAddPaper(ctx: Context, record: CaseRecord): Promise<boolean> {
  const { actor } = ctx;
  if (actor.kind !== 'staff' || !holds(actor, 'intake.case.register') || record.state.acceptedOn === null || isOver(record.status)) return false;
  return maySendFor(ctx, { path: actor.organizationPath, regionCode: record.regionCode }) && await findRule(ctx, record) !== undefined;
}

/** The envelopes of a case, the first one first. */
export function listEnvelopesOf(ctx: Context, caseId: string): Promise<EnvelopeRecord[]> {
  return tablesOf<CustodyTables>(ctx.kernel.db).selectFrom('custody.envelope').selectAll().where('caseId', '=', caseId).orderBy('id').execute();
}

/** Takes the envelopes of a case that has ended out of what is to be handed over, unless the paper has left; it then has to come back by hand. */
export async function cancelEnvelope(ctx: Context, caseId: string): Promise<void> {
  for (const row of await listEnvelopesOf(ctx, caseId)) await cancelOne(ctx, row);
}

async function cancelOne(ctx: Context, row: EnvelopeRecord): Promise<void> {
  const outcome = applyEnvelopeAction(row, { type: 'cancel' });
  if (!outcome.ok) return;
  const batch = new WriteBatch();
  const writes = writesFor<CustodyTables>(batch);
  // Whoever was faster with this envelope makes the event be delivered again, on what is then true.
  writes.update('custody.envelope', { ...outcome.next, dueOn: null, version: row.version + 1, batchId: null, batchNumber: null }, { id: row.id, version: row.version }, { expected: 1, otherwise: () => fail('custody.stale', { code: row.code }) });
  if (row.state === 'batched' && row.batchId !== null) writes.update('custody.batchEnvelope', { outcome: 'taken-out', outcomeText: '办件已终止' }, { batchId: row.batchId, envelopeId: row.id });
  addStep(ctx, batch, row, 'cancel');
  publishEnvelope(ctx, batch, envelopeMoved, { ...row, ...outcome.next });
  await commit(ctx, batch);
}

/** Reckons again by when paper is to be handed over, after the clock of its case or the calendar has changed. */
export async function followDeadline(ctx: Context, caseId: string): Promise<void> {
  const record = await unsafeFindCase(ctx, caseId);
  if (!record) return;
  for (const row of await listEnvelopesOf(ctx, caseId)) await followOne(ctx, record, row);
}

async function followOne(ctx: Context, record: CaseRecord, row: EnvelopeRecord): Promise<void> {
  if (row.leg !== 'forward' || (row.state !== 'pending' && row.state !== 'batched')) return;
  // the days of what came later count from the day it came, whatever the case does
  if (row.further && row.moment === 'after-acceptance') return;
  const due = await submitDueOn(ctx, record, row);
  const opened = chinaDate(row.openedAt);
  const dueOn = row.further && due < opened ? opened : due;
  if (dueOn === row.submitDueOn) return;
  const batch = new WriteBatch();
  writesFor<CustodyTables>(batch).update('custody.envelope', { submitDueOn: dueOn, dueOn }, { id: row.id, state: row.state });
  await commit(ctx, batch);
}
