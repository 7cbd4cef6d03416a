import { recordAudit } from '../../../kernel/audit/index.ts';
import { loadCalendar } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { describeClock, findAccount } from '../../../kernel/time-accounts/index.ts';
import { listActions, listCurrentMaterials, readOffices, unsafeFindCase, type CaseRecord } from '../../cases/index.ts';
import { newCode } from '../codes.ts';
import { fail } from '../errors.ts';
import { envelopeMoved, envelopeOpened, publishEnvelope } from '../events.ts';
import type { EnvelopeRecord, RuleRecord } from '../record.ts';
import { applyEnvelopeAction } from '../states.ts';
import type { CustodyTables } from '../tables.ts';
import { addStep } from './add-step.ts';

type Held = Pick<EnvelopeRecord, 'originId' | 'originName' | 'originPath'>;

/** The rule for a case: that of its item, else that of its department; undefined where no paper travels. */
async function findRule(ctx: Context, { itemId, organizationId }: CaseRecord): Promise<RuleRecord | undefined> {
  const rules = await tablesOf<CustodyTables>(ctx.kernel.db).selectFrom('custody.rule').selectAll()
    .where((where) => where.or([where('itemId', '=', itemId), where.and([where('organizationId', '=', organizationId), where('itemId', 'is', null)])])).execute();
  const rule = rules.find((one) => one.itemId !== null) ?? rules[0];
  return rule?.moment === 'none' ? undefined : rule;
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
  if (!rule || rule.moment === 'none' || rule.receiverId === null || rule.receiverName === null || rule.receiverPath === null) return;
  const known = await tablesOf<CustodyTables>(ctx.kernel.db).selectFrom('custody.envelope').select('id').where('caseId', '=', caseId).executeTakeFirst();
  if (known) return;
  const [origin, due, now] = [await originOf(ctx, record), await submitDueOn(ctx, record, rule), ctx.kernel.clock.now()];
  const receiver = { receiverId: rule.receiverId, receiverName: rule.receiverName, receiverPath: rule.receiverPath };
  const row: EnvelopeRecord = {
    id: createId(), code: await newCode(ctx, 'envelope'), version: 1, caseId, caseNumber: record.number, itemName: record.itemName, applicantName: record.applicantName, regionCode: record.regionCode, ruleId: rule.id,
    leg: 'forward', state: 'pending', prior: null, moment: rule.moment, days: rule.days, signDays: rule.signDays, submitDueOn: due, dueOn: due, ...origin, ...receiver,
    destinationId: receiver.receiverId, destinationName: receiver.receiverName, destinationPath: receiver.receiverPath, holderId: origin.originId, holderName: origin.originName, holderPath: origin.originPath,
    holderStaffName: null, heldSince: now, paths: [...new Set([origin.originPath, receiver.receiverPath])], batchId: null, batchNumber: null, handedOverById: null, handedOverAt: null, flawed: false,
    remindedFor: null, openedAt: now,
  };
  const batch = new WriteBatch();
  const writes = writesFor<CustodyTables>(batch);
  writes.insert('custody.envelope', row);
  papers.forEach(({ name }, position) => { writes.insert('custody.material', { id: createId(), envelopeId: row.id, position, name, check: null, remark: null }); });
  addStep(ctx, batch, row, 'open', papers.map(({ name }) => name).join('、'));
  publishEnvelope(ctx, batch, envelopeOpened, row);
  recordAudit(ctx, batch, { action: 'custody.open-envelope', objectType: 'custody-envelope', objectId: row.id, detail: { code: row.code, caseNumber: row.caseNumber } });
  await commit(ctx, batch);
}

async function findOpen(ctx: Context, caseId: string): Promise<EnvelopeRecord | undefined> {
  return tablesOf<CustodyTables>(ctx.kernel.db).selectFrom('custody.envelope').selectAll().where('caseId', '=', caseId).executeTakeFirst();
}

/** Takes the envelope of a case that has ended out of what is to be handed over, unless the paper has left; it then has to come back by hand. */
export async function cancelEnvelope(ctx: Context, caseId: string): Promise<void> {
  const row = await findOpen(ctx, caseId);
  const outcome = row && applyEnvelopeAction(row, { type: 'cancel' });
  if (!row || !outcome?.ok) return;
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
  const [row, record] = [await findOpen(ctx, caseId), await unsafeFindCase(ctx, caseId)];
  if (!row || !record || row.leg !== 'forward' || (row.state !== 'pending' && row.state !== 'batched')) return;
  const due = await submitDueOn(ctx, record, row);
  if (due === row.submitDueOn) return;
  const batch = new WriteBatch();
  writesFor<CustodyTables>(batch).update('custody.envelope', { submitDueOn: due, dueOn: due }, { id: row.id, state: row.state });
  await commit(ctx, batch);
}
