import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { getCompany, unsafeReadPerson } from '../../../kernel/identity/index.ts';
import { getPinnedVersion } from '../../catalog/index.ts';
import { unsafeFindCase, type CaseRecord } from '../../cases/index.ts';
import { fail } from '../errors.ts';
import { RedeemedTicket, type redeemTicket as operation, type TicketContent } from '../exchange.contract.ts';
import { isSigned, readTicket } from '../signing.ts';
import { lesserOf, waitBeforePull } from '../states.ts';
import { findKey, selfBuiltTables, unsafeFindLink, type SystemRow } from '../systems.ts';
import type { SelfBuiltTables } from '../tables.ts';
import { openMessage } from './open-message.ts';

/**
 * Tells a self-built system who has come with a ticket and for which case; once, within the ticket's time, and only what the applicant
 * agreed to. The reading is in the audit. @throws self-built.bad-ticket, .ticket-expired, .ticket-used, the errors of `openMessage`
 */
export async function redeemTicket(ctx: Context, message: BodyOf<typeof operation>): Promise<TicketContent> {
  const { system, acting, content } = await openMessage(ctx, 'redeem', message, RedeemedTicket);
  const now = ctx.kernel.clock.now();
  const ticketId = await requireTicket(ctx, system, content.ticket, now);
  const ticket = await selfBuiltTables(ctx).selectFrom('selfBuilt.ticket').selectAll().where('id', '=', ticketId).where('systemId', '=', system.id).executeTakeFirst();
  const [link, record] = ticket ? await Promise.all([unsafeFindLink(ctx, ticket.caseId), unsafeFindCase(ctx, ticket.caseId)]) : [];
  if (!ticket || !link || !record || link.consentText === null || !link.consentAt || link.consentDisclosure === null) throw fail('self-built.bad-ticket');
  const enteredAt = link.enteredAt ?? now;
  const batch = new WriteBatch();
  const writes = writesFor<SelfBuiltTables>(batch);
  writes.update('selfBuilt.ticket', { redeemedAt: now }, { id: ticket.id, redeemedAt: null }, { expected: 1, otherwise: () => fail('self-built.ticket-used') });
  const entered = { enteredAt, nextPullAt: new Date(now.getTime() + waitBeforePull(0)), quietPulls: 0 };
  if (link.state === 'registered') writes.update('selfBuilt.link', { ...entered, state: 'entered' }, { caseId: link.caseId, state: 'registered' });
  const purpose = `${system.name}办理“${record.itemName}”`;
  recordAudit(acting, batch, { action: 'self-built.redeem-ticket', objectType: 'case', objectId: record.id, purpose, detail: { number: record.number, visitor: `${ticket.visitorKind}:${ticket.visitorId}` } });
  const applicant = await readApplicant(acting, record, purpose);
  const { elements } = await getPinnedVersion(ctx, record.itemVersionId);
  await commit(acting, batch);
  return {
    caseNumber: record.number, itemCode: elements.localTaskCode ?? '', itemName: record.itemName, situationName: record.situationName, submittedAt: record.submittedAt.toISOString(), applicant,
    visitor: { kind: ticket.visitorKind, name: ticket.visitorName, organizationName: ticket.organizationName, windowName: ticket.windowName },
    consent: { text: link.consentText, at: link.consentAt.toISOString(), disclosure: lesserOf(link.consentDisclosure, system.disclosure) }, enteredAt: enteredAt.toISOString(), state: link.state === 'registered' ? 'entered' : link.state, nextSequence: link.lastSequence + 1,
    returnUrl: `${ctx.kernel.config.publicUrl}${ticket.visitorKind === 'clerk' ? '/workbench' : ''}/cases/${record.id}`,
  };
}

/** The id of a ticket whose signature and time are right. @throws self-built.bad-ticket, .ticket-expired */
async function requireTicket(ctx: Context, system: SystemRow, text: string, now: Date): Promise<string> {
  const ticket = readTicket(text);
  const key = ticket && await findKey(ctx, ticket.keyId);
  if (!ticket || key?.systemId !== system.id || !isSigned(key.secret, 'ticket', ticket.message)) throw fail('self-built.bad-ticket');
  if (ticket.expiresAt < now) throw fail('self-built.ticket-expired');
  return ticket.ticketId;
}

async function readApplicant(ctx: Context, { applicantKind, applicantId }: CaseRecord, purpose: string): Promise<TicketContent['applicant']> {
  if (applicantKind === 'person') {
    const { name, documentType, documentNumber, mobile } = await unsafeReadPerson(ctx, applicantId, purpose);
    return { kind: 'person', name, documentType, documentNumber, mobile };
  }
  const { name, creditCode, legalRepresentative } = await getCompany(ctx, applicantId);
  const { mobile } = await unsafeReadPerson(ctx, legalRepresentative.personId, purpose);
  return { kind: 'company', name, documentType: '001', documentNumber: creditCode, mobile };
}
