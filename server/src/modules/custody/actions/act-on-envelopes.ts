import { requireStaff, type StaffActor } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { loadCalendar } from '../../../kernel/calendar/index.ts';
import { chinaDate, timeInWords } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { AppError } from '../../../kernel/errors/index.ts';
import { materialCheckLabels, type EnvelopeAct, type EnvelopeLine } from '../contract.ts';
import { fail } from '../errors.ts';
import { envelopeMoved, publishEnvelope } from '../events.ts';
import { presentLine, readWords } from '../present.ts';
import { envelopesOf, maySign, readMaterialsByEnvelope, readSigners, type EnvelopeRecord, type MaterialRecord, type Signers } from '../record.ts';
import { applyEnvelopeAction, standingLabel } from '../states.ts';
import type { CustodyTables } from '../tables.ts';
import { tellSender } from '../tell.ts';
import { addStep } from './add-step.ts';

interface Judged { row: EnvelopeRecord; act: EnvelopeAct; materials: MaterialRecord[]; flaws: string }

/**
 * Signs for envelopes, or refuses them with the reason, each material looked at; all of what is asked happens, or nothing.
 * Of two who sign for the same envelope only the first does (INT-12).
 * @throws custody.listed-twice, .envelope-not-found, .not-signer, .own-hand-over, .stale, .already-signed, .wrong-state, .unchecked, .remark-needed, .reason-needed
 */
export async function actOnEnvelopes(ctx: Context, outcomes: readonly EnvelopeAct[]): Promise<EnvelopeLine[]> {
  const staff = requireStaff(ctx);
  const ids = [...new Set(outcomes.map(({ envelopeId }) => envelopeId))];
  if (ids.length < outcomes.length) throw fail('custody.listed-twice');
  const rows = new Map((await envelopesOf(ctx).where('e.id', 'in', ids).execute()).map((row) => [row.id, row]));
  const signers = await readSigners(ctx, [...rows.values()].map(({ ruleId }) => ruleId));
  const materials = await readMaterialsByEnvelope(ctx, ids);
  const judged: Judged[] = [];
  for (const act of outcomes) {
    const row = rows.get(act.envelopeId);
    if (!row) throw fail('custody.envelope-not-found');
    await requireTurn(ctx, staff, row, act, signers.get(row.ruleId));
    judged.push(judge(row, act, materials.get(row.id) ?? []));
  }
  await write(ctx, staff, judged);
  const after = await envelopesOf(ctx).where('e.id', 'in', ids).orderBy('e.id').execute();
  const words = await readWords(ctx, after);
  return after.map((row) => presentLine(ctx, row, materials.get(row.id)?.length ?? 0, words));
}

async function requireTurn(ctx: Context, staff: StaffActor, row: EnvelopeRecord, act: EnvelopeAct, signers: Signers | undefined): Promise<void> {
  const { code } = row;
  if (!maySign(ctx, row, signers)) throw fail('custody.not-signer', { code });
  const next = applyEnvelopeAction(row, { type: act.outcome });
  if (!next.ok) throw await findFaster(ctx, row) ?? fail(next.refusal, { code, state: standingLabel(row) });
  if (row.handedOverById === staff.id) throw fail('custody.own-hand-over', { code });
  if (row.version !== act.version) throw fail('custody.stale', { code });
}

/** Who signed for or refused the envelope before, for the one who came second. */
async function findFaster(ctx: Context, { id, code }: EnvelopeRecord): Promise<AppError | undefined> {
  const last = await tablesOf<CustodyTables>(ctx.kernel.db).selectFrom('custody.step').selectAll().where('envelopeId', '=', id).orderBy('id', 'desc').limit(1).executeTakeFirst();
  if (last?.action !== 'sign' && last?.action !== 'refuse') return undefined;
  return fail('custody.already-signed', { code, by: last.actorName, done: last.action === 'sign' ? '签收' : '退回', at: timeInWords(last.at) });
}

function judge(row: EnvelopeRecord, act: EnvelopeAct, materials: MaterialRecord[]): Judged {
  const { code } = row;
  const checks = new Map(act.checks.map((check) => [check.materialId, check]));
  if (act.outcome === 'refuse' && [...(act.reason ?? '').trim()].length < 5) throw fail('custody.reason-needed', { code });
  const checked = materials.map((material) => {
    const check = checks.get(material.id);
    // Who refuses need not look through the rest.
    if (!check) { if (act.outcome === 'sign') throw fail('custody.unchecked', { code }); return material; }
    const remark = check.remark?.trim() ?? '';
    if (check.check !== 'complete' && remark === '') throw fail('custody.remark-needed', { code, material: material.name });
    return { ...material, check: check.check, remark: remark === '' ? null : remark };
  });
  const flaws = checked.flatMap(({ name, check, remark }) => (check === 'missing' || check === 'mismatch' ? [`${name}（${materialCheckLabels[check]}：${remark ?? ''}）`] : [])).join('；');
  return { row, act, materials: checked, flaws };
}

async function write(ctx: Context, staff: StaffActor, judged: readonly Judged[]): Promise<void> {
  const batch = new WriteBatch();
  const writes = writesFor<CustodyTables>(batch);
  const [now, calendar] = [ctx.kernel.clock.now(), (await loadCalendar(ctx.kernel)).provisional];
  const again = calendar.addWorkingDays(chinaDate(now), 1);
  writes.updateEach('custody.envelope', judged.map(({ row, act, flaws }) => {
    const next = applyEnvelopeAction(row, { type: act.outcome });
    if (!next.ok) throw fail(next.refusal, { code: row.code, state: standingLabel(row) });
    const signed = act.outcome === 'sign';
    // Refused paper goes forward again by the day of the rule, and has a day where that is past.
    const dueOn = signed || row.leg !== 'forward' ? null : row.submitDueOn > again ? row.submitDueOn : again;
    return {
      id: row.id, version: row.version, state: next.next.state, prior: null, dueOn, flawed: signed ? flaws !== '' : row.flawed,
      ...(signed ? { holderId: row.destinationId, holderName: row.destinationName, holderPath: row.destinationPath, holderStaffName: staff.name, heldSince: now }
        : { holderId: row.holderId, holderName: row.holderName, holderPath: row.holderPath, holderStaffName: row.holderStaffName, heldSince: row.heldSince }),
    };
  }), ['id', 'version'], { expected: judged.length, otherwise: () => fail('custody.stale', { code: judged.length === 1 ? judged[0]?.row.code ?? '' : '（所选之一）' }) }, 'version');
  writes.updateEach('custody.material', judged.flatMap(({ materials }) => materials.map(({ id, check, remark }) => ({ id, check, remark }))), ['id']);
  writes.updateEach('custody.batchEnvelope', judged.flatMap(({ row, act, flaws }) => (row.batchId === null ? [] : [{
    batchId: row.batchId, envelopeId: row.id, outcome: act.outcome === 'sign' ? 'signed' as const : 'refused' as const, outcomeText: act.outcome === 'sign' ? flaws : act.reason?.trim() ?? '',
  }])), ['batchId', 'envelopeId']);
  for (const { row, act, flaws } of judged) {
    addStep(ctx, batch, row, act.outcome, act.outcome === 'sign' ? flaws : [act.reason?.trim(), flaws].filter(Boolean).join('；'));
    publishEnvelope(ctx, batch, envelopeMoved, { ...row, state: act.outcome === 'sign' ? 'received' : 'refused' });
    recordAudit(ctx, batch, { action: `custody.${act.outcome}-envelope`, objectType: 'custody-envelope', objectId: row.id, detail: { code: row.code, ...(flaws === '' ? {} : { flaws }) } });
    await tellSender(ctx, batch, row, act.outcome === 'sign' ? { flaws } : { reason: act.reason?.trim() ?? '' });
  }
  await commit(ctx, batch);
}
