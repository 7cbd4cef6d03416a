import { requireStaff } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { DomainEvent } from '../../../kernel/events/index.ts';
import { unsafeFindCase, type CaseEventData } from '../../cases/index.ts';
import { getDraftRecord } from '../../intake/index.ts';
import { getWindow, requireAtWindow } from '../actions/at-window.ts';
import { fail } from '../errors.ts';
import type { HallsTables } from '../tables.ts';

/** Notes that a registration was begun for the ticket in the clerk's hands; it must be the clerk's own. @throws halls.not-at-window, halls.ticket-not-found, intake.draft-not-found */
export async function registerFromTicket(ctx: Context, windowId: string, { ticketId, draftId }: { ticketId: string; draftId: string }): Promise<void> {
  const window = await getWindow(ctx, windowId);
  requireAtWindow(window, requireStaff(ctx));
  const now = ctx.kernel.clock.now();
  const [ticket, draft] = await Promise.all([
    tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.ticket').select('id').where('id', '=', ticketId).where('windowId', '=', windowId).where('day', '=', chinaDate(now)).where('state', 'in', ['called', 'serving', 'held']).executeTakeFirst(),
    getDraftRecord(ctx, draftId),
  ]);
  if (!ticket) throw fail('halls.ticket-not-found');
  const known = draft.submittedCaseId === null ? undefined : await unsafeFindCase(ctx, draft.submittedCaseId);
  const batch = new WriteBatch();
  writesFor<HallsTables>(batch).insert('halls.ticketCase', { ticketId, draftId, itemName: draft.itemName, caseId: known?.id ?? null, caseNumber: known?.number ?? null, at: now }, 'nothing');
  recordAudit(ctx, batch, { action: 'halls.register-from-ticket', objectType: 'hall-ticket', objectId: ticketId, detail: { draftId } });
  await commit(ctx, batch);
}

/** Writes the number of a submitted case back to the ticket that it was registered from. */
export async function noteCase(ctx: Context, event: DomainEvent): Promise<void> {
  const { caseId, filerKind } = event.data as CaseEventData;
  if (filerKind !== 'clerk') return;
  const record = await unsafeFindCase(ctx, caseId);
  if (!record) return;
  const batch = new WriteBatch();
  writesFor<HallsTables>(batch).update('halls.ticketCase', { caseId, caseNumber: record.number }, { draftId: record.submissionKey });
  await commit(ctx, batch);
}
