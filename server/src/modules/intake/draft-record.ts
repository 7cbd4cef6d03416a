import type { Selectable } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { findRow } from '../../kernel/db/index.ts';
import { fail as kernelFail } from '../../kernel/errors/kernel-errors.ts';
import { personalDataCipher } from '../../kernel/personal-data/index.ts';
import { fail } from './errors.ts';
import type { IntakeTables } from './tables.ts';

export type DraftRecord = Selectable<IntakeTables['intake.draft']>;
type Answers = Record<string, unknown>;

/** Encrypts the answers of a draft for one of its two columns. */
export function encryptDraft(ctx: Context, column: 'answers' | 'locked', draftId: string, answers: Answers): string {
  return personalDataCipher(ctx.kernel).encrypt(`intake.draft.${column}_cipher`, draftId, JSON.stringify(answers));
}

/** Reads one of the two encrypted columns of a draft back. */
export function decryptDraft(ctx: Context, column: 'answers' | 'locked', record: DraftRecord): Answers {
  const stored = column === 'answers' ? record.answersCipher : record.lockedCipher;
  return JSON.parse(personalDataCipher(ctx.kernel).decrypt(`intake.draft.${column}_cipher`, record.id, stored)) as Answers;
}

/** Refuses an agent whose mandate has ended since the session began to act by it. @throws kernel.mandate-ended */
export function requireMandate(ctx: Context): void {
  if (ctx.actor.kind === 'person' && ctx.actor.mandateLapsed) throw kernelFail('kernel.mandate-ended');
}

/** Whether the actor may work on the draft now: its owner, and still acting for the applicant it was begun for. */
function isMine(ctx: Context, record: DraftRecord): boolean {
  const { actor } = ctx;
  if (actor.kind === 'staff') return record.ownerKind === 'staff' && record.ownerId === actor.id;
  if (actor.kind !== 'person' || record.ownerId !== actor.id) return false;
  return (actor.actingFor?.id ?? actor.id) === record.applicantId;
}

/** The draft, if it is the actor's. @throws intake.draft-not-found otherwise; kernel.mandate-ended once an agent's mandate has ended */
export async function getDraftRecord(ctx: Context, draftId: string): Promise<DraftRecord> {
  requireMandate(ctx);
  const record = await findRow<DraftRecord>(ctx.kernel.db, 'SELECT * FROM intake.draft WHERE id = $1', [draftId]);
  if (!record || !isMine(ctx, record)) throw fail('intake.draft-not-found');
  return record;
}

/** The draft, if it is the actor's and not submitted. @throws intake.draft-submitted */
export async function getOpenDraft(ctx: Context, draftId: string): Promise<DraftRecord> {
  const record = await getDraftRecord(ctx, draftId);
  if (record.submittedCaseId) throw fail('intake.draft-submitted');
  return record;
}
