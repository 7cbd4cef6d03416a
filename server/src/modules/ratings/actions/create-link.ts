import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { writesFor, WriteBatch } from '../../../kernel/db/index.ts';
import type { DomainEvent } from '../../../kernel/events/index.ts';
import { sendMessage } from '../../../kernel/messaging/index.ts';
import { aboutCase, getCaseRecord, unsafeFindCase, type CaseEventData } from '../../cases/index.ts';
import { createLinkToken, digestOf, linkUrl } from '../links.ts';
import { rateableUntil, requireRateable } from '../rateable-case.ts';
import type { RatingsTables } from '../tables.ts';

const windowHours = 24;

/** Makes a link the window shows as a QR code, so that the applicant rates on a device of one's own and not through the clerk. */
export async function createWindowLink(ctx: Context, caseId: string): Promise<{ token: string; url: string; expiresAt: string }> {
  const record = await getCaseRecord(ctx, caseId);
  requireRateable(ctx, record);
  const now = ctx.kernel.clock.now();
  const token = createLinkToken();
  const expiresAt = new Date(now.getTime() + windowHours * 3_600_000);
  const batch = new WriteBatch();
  writesFor<RatingsTables>(batch).insert('ratings.link', { tokenDigest: digestOf(token), caseId: record.id, purpose: 'window', createdAt: now, expiresAt, usedAt: null });
  recordAudit(ctx, batch, { action: 'ratings.create-link', objectType: 'case', objectId: record.id });
  await commit(ctx, batch);
  return { token, url: linkUrl(ctx, token), expiresAt: expiresAt.toISOString() };
}

/** Invites the applicant of a closed case to rate it, by a one-time link; once per case. */
export async function inviteToRate(ctx: Context, event: DomainEvent): Promise<void> {
  const { caseId } = event.data as CaseEventData;
  const record = await unsafeFindCase(ctx, caseId);
  if (!record?.closedAt || record.status !== 'closed') return;
  const token = createLinkToken();
  const batch = new WriteBatch();
  // Link and message share the fate of a repeated event: both are there already, with the first token.
  writesFor<RatingsTables>(batch).insert('ratings.link', {
    tokenDigest: digestOf(token), caseId, purpose: 'sms', createdAt: ctx.kernel.clock.now(), expiresAt: rateableUntil(record.closedAt), usedAt: null,
  }, 'nothing');
  await sendMessage(ctx, batch, {
    templateKey: 'ratings.invitation', recipient: { kind: record.applicantKind, id: record.applicantId }, dedupeKey: `ratings.invitation:${caseId}`, about: aboutCase(ctx, record),
    variables: { caseId, itemName: record.itemName, site: ctx.kernel.config.publicUrl, token }, validUntil: rateableUntil(record.closedAt),
  });
  await commit(ctx, batch);
}
