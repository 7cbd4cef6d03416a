import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { loadCalendar } from '../../../kernel/calendar/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { claimFiles } from '../../../kernel/files/index.ts';
import { lettersOf } from '../../cases/index.ts';
import type { Receipt, RequestedDelivery, submitDraft as operation } from '../contract.ts';
import { requireStandingAgent } from '../counter-agent.ts';
import { requireDelivery } from '../delivery.ts';
import { getDraftVersion } from '../draft-needs.ts';
import { decryptDraft, getDraftRecord, type DraftRecord } from '../draft-record.ts';
import { fail } from '../errors.ts';
import { checkAnswers, checkMaterials, requirementsOf, type Requirements } from '../prepare-draft.ts';
import { sharedHandIn } from '../sharing/shared-entries.ts';
import { requireStandingLicences, substitutesNow } from '../substitution.ts';
import { principalOf } from './create-draft.ts';
import { fileApplication } from './file-application.ts';
import { filesNamed, updateDraft } from './save-draft.ts';

function requireComplete(ctx: Context, record: DraftRecord, needs: Requirements): Record<string, unknown> {
  const { value, issues } = checkAnswers(ctx, needs, decryptDraft(ctx, 'answers', record), decryptDraft(ctx, 'locked', record), 'submit');
  const all = [...issues, ...checkMaterials(needs, record.materials)];
  if (all.length > 0) throw fail('intake.incomplete', { count: all.length }, { issues: all });
  return value;
}

/**
 * Turns a draft into a case: everything of it in one statement, so that an acknowledged submission exists once and whole
 * (design invariant 1). A repeat, or a second click, answers with the same receipt.
 * @throws intake.incomplete with every fault, intake.no-express, intake.address-missing, intake.draft-stale, intake.not-declared, intake.agent-mandate-ended, sharing.withdrawn-things
 */
export async function submitDraft(ctx: Context, draftId: string, input: BodyOf<typeof operation>): Promise<Receipt> {
  const record = await getDraftRecord(ctx, draftId);
  if (record.receipt) return record.receipt;
  if (!input.declared) throw fail('intake.not-declared');
  if (record.revision !== input.revision) throw fail('intake.draft-stale');
  try {
    return await submitOnce(ctx, record, input.delivery);
  } catch (error) {
    // The other of two clicks was faster, whichever rule noticed it first: its receipt is the answer.
    const winner = error instanceof AppError ? await getDraftRecord(ctx, draftId) : undefined;
    if (winner?.receipt) return winner.receipt;
    throw error;
  }
}

async function submitOnce(ctx: Context, record: DraftRecord, asked: RequestedDelivery | undefined): Promise<Receipt> {
  const version = await getDraftVersion(ctx, record);
  const needs = requirementsOf(version, record.guidance);
  // The mandate may be another one than that the draft was begun with: narrower, or for other items.
  const mandateId = ctx.actor.kind === 'person' ? principalOf([version], ctx.actor).mandateId : null;
  const answers = requireComplete(ctx, record, needs);
  const delivery = requireDelivery([version], asked);
  await requireStandingAgent(ctx, record, [version]);
  const substitutes = await substitutesNow(ctx, needs);
  const shared = await sharedHandIn(ctx, record);
  const licences = shared.mark(await requireStandingLicences(ctx, { kind: record.applicantKind, id: record.applicantId }, record.materials, substitutes));

  const batch = new WriteBatch().onViolation('case_submission_key', () => fail('intake.draft-submitted'));
  const { opened, receipt } = await fileApplication(ctx, batch, await loadCalendar(ctx.kernel), {
    submissionKey: record.id, parties: { ...record, mandateId }, channel: ctx.origin.channel, version, needs, answers, materials: record.materials, licences, substitutes, delivery,
  });
  claimFiles(batch, [...filesNamed(answers, record.materials), ...lettersOf(record)], { type: 'case', id: opened.id },
    { uploadedBy: ctx.actor.id, from: { type: 'draft', id: record.id } });
  shared.add(batch, { caseId: opened.id, number: opened.number, itemName: opened.itemName });
  recordAudit(ctx, batch, { action: 'intake.submit-application', objectType: 'draft', objectId: record.id });
  updateDraft(batch, record, { submittedCaseId: opened.id, receipt, updatedAt: ctx.kernel.clock.now() });
  await commit(ctx, batch);
  return receipt;
}
