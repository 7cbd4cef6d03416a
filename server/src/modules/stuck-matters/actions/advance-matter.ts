import type { BodyOf } from '@tongban/contract-kit';
import { requireStaff } from '../../../kernel/access/index.ts';
import { loadCalendar } from '../../../kernel/calendar/index.ts';
import { chinaDate, dateInWords } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import { guideWrongCause, type advanceMatter as operation, type MatterStep, type MatterView } from '../contract.ts';
import { fail } from '../errors.ts';
import { listHandlers } from '../handlers.ts';
import { readList } from '../lists.ts';
import { presentMatter } from '../queries/view-matter.ts';
import { getMatterRecord, unsafeFindMatter, type MatterRecord } from '../record.ts';
import { readSettings } from '../settings.ts';
import { assignersOf, auditorsOf, handlersOf, short, tellReporter, tellStaff } from '../tell.ts';
import { mayStep } from '../who-may.ts';
import { assignMatter, putToDirector } from './assign-matter.ts';
import { closeWithWord } from './close-matter.ts';
import { moveMatter } from './move-matter.ts';
import { urgeMatter } from './urge-matter.ts';

type StepAction = MatterStep['action'];
type Of<A extends StepAction> = Extract<MatterStep, { action: A }>;

/**
 * Takes a matter one step on for an office (STK-01).
 * @throws stuck-matters.matter-not-found, .stale, .wrong-state, .nobody-handles, .unknown-officer, .no-duty, .duty-past, .unknown-cause, .element-needed, files.not-yours, forbidden
 */
export async function advanceMatter(ctx: Context, id: string, step: BodyOf<typeof operation>): Promise<MatterView> {
  requireStaff(ctx);
  const row = await getMatterRecord(ctx, id);
  if (!mayStep(ctx, row, step.action)) throw kernelFail('kernel.forbidden');
  await take(ctx, row, step);
  // After handing back, the officer no longer sees it in lists.
  return presentMatter(ctx, await unsafeFindMatter(ctx, id) ?? row);
}

async function take(ctx: Context, row: MatterRecord, step: MatterStep): Promise<void> {
  switch (step.action) {
    case 'assign': return assignMatter(ctx, row, step);
    case 'put-to-director': return putToDirector(ctx, row, step);
    case 'take': return moveMatter(ctx, row, { ...step, text: '', changes: { officerId: ctx.actor.id, officerName: ctx.actor.name } });
    case 'hand-back': return handBack(ctx, row, step);
    case 'accompany': return accompany(ctx, row, step);
    case 'urge': return urgeMatter(ctx, row, step);
    case 'answer': return answer(ctx, row, step);
    case 'pass': return pass(ctx, row, step);
    case 'send-back': return sendBack(ctx, row, step);
    case 'record-word': return closeWithWord(ctx, row, { version: step.version, word: step.word, text: step.text, by: 'clerk' });
    case 'reject': return reject(ctx, row, step);
  }
}

async function handBack(ctx: Context, row: MatterRecord, step: Of<'hand-back'>): Promise<void> {
  const nobody = { organizationId: null, organizationName: null, organizationPath: '', officerId: null, officerName: null, directorOn: null };
  await moveMatter(ctx, row, { ...step, changes: nobody, detail: { from: row.organizationName } }, async (batch) => {
    await tellStaff(ctx, batch, row, await assignersOf(ctx, row), { key: 'handed-back', dedupe: String(row.version), more: { text: short(step.text) } });
    return undefined;
  });
}

async function accompany(ctx: Context, row: MatterRecord, step: Of<'accompany'>): Promise<void> {
  const [companion] = await listHandlers(ctx, { ids: [step.officerId] });
  if (!companion) throw fail('stuck-matters.unknown-officer');
  await moveMatter(ctx, row, { ...step, changes: { companionId: companion.id, companionName: companion.name }, detail: { companion: companion.name } }, async (batch) => {
    await tellStaff(ctx, batch, row, [companion.id], { key: 'companion-named', dedupe: String(row.version) });
    return undefined;
  });
}

async function answer(ctx: Context, row: MatterRecord, step: Of<'answer'>): Promise<void> {
  await moveMatter(ctx, row, { ...step, changes: { answerText: step.text, answeredAt: ctx.kernel.clock.now() } }, async (batch) => {
    await tellStaff(ctx, batch, row, await auditorsOf(ctx, row), { key: 'answered', dedupe: String(row.version) });
    return undefined;
  });
}

/** 办结审核: the result goes to the citizen, whose word is awaited so many working days; the root cause is recorded. */
async function pass(ctx: Context, row: MatterRecord, step: Of<'pass'>): Promise<void> {
  if (!(await readList(ctx.kernel, 'cause')).some(({ code, active }) => active && code === step.causeCode)) throw fail('stuck-matters.unknown-cause');
  const guideWrong = step.causeCode === guideWrongCause;
  if (guideWrong && (step.element === undefined || row.itemId === null)) throw fail('stuck-matters.element-needed');
  const { wordDays } = await readSettings(ctx);
  const wordUntil = (await loadCalendar(ctx.kernel)).provisional.addWorkingDays(chinaDate(ctx.kernel.clock.now()), wordDays);
  const changes = { causeCode: step.causeCode, causeText: step.causeText, causeElement: guideWrong ? step.element ?? null : null, wordUntil };
  await moveMatter(ctx, row, { action: 'pass', version: step.version, text: step.text, changes, detail: { causeCode: step.causeCode } }, async (batch) => {
    await tellReporter(ctx, batch, row, { key: 'result', dedupe: String(row.version), more: { wordUntil: dateInWords(wordUntil) } });
    return undefined;
  });
}

async function sendBack(ctx: Context, row: MatterRecord, step: Of<'send-back'>): Promise<void> {
  await moveMatter(ctx, row, { ...step, changes: { answeredAt: null } }, async (batch) => {
    await tellStaff(ctx, batch, row, await handlersOf(ctx, row), { key: 'sent-back', dedupe: String(row.version), more: { text: short(step.text) } });
    return undefined;
  });
}

async function reject(ctx: Context, row: MatterRecord, step: Of<'reject'>): Promise<void> {
  await moveMatter(ctx, row, { ...step, changes: { rejection: step.text } }, async (batch) => {
    await tellReporter(ctx, batch, row, { key: 'rejected', dedupe: String(row.version) });
    return undefined;
  });
}
