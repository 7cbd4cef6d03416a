import { maskName } from '@tongban/identifiers';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, writesFor, WriteBatch } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { getOrganization } from '../../../kernel/organization/index.ts';
import { isApplicantSide, type CaseRecord } from '../../cases/index.ts';
import type { RatingInput, RatingSubject, RatingView } from '../contract.ts';
import { fail } from '../errors.ts';
import { caseRated, type CaseRated } from '../events.ts';
import { digestOf, getOpenLink } from '../links.ts';
import { isBad, readOptions } from '../options.ts';
import { getRatingOfCase } from '../queries/present-rating.ts';
import { presentSubject, requireRateable, unsafeGetCase } from '../rateable-case.ts';
import type { RatingsTables } from '../tables.ts';
import { openRectification } from './open-rectification.ts';

/**
 * Rates a closed case, once, as its applicant or the agent who filed it (RAT-01). A bad rating opens a rectification in the
 * same write.
 * @throws ratings.case-not-found, ratings.not-closed, ratings.too-late, ratings.already-rated, ratings.wrong-options
 */
export async function rateOwnCase(ctx: Context, caseId: string, input: RatingInput): Promise<RatingView> {
  const record = await unsafeGetCase(ctx, caseId);
  const filedAsAgent = ctx.actor.kind === 'person' && record.filerKind === 'agent' && record.filerId === ctx.actor.id;
  if (!isApplicantSide(ctx, record) && !filedAsAgent) throw fail('ratings.case-not-found');
  await commit(ctx, await addRating(ctx, record, input, onlineChannel(ctx)));
  return getRatingOfCase(ctx, record.id, 'rater');
}

/** Rates by a one-time link from an SMS or a window's QR code; whoever holds it acts for the applicant. @throws as `rateOwnCase`, ratings.link-not-found */
export async function rateByLink(ctx: Context, token: string, input: RatingInput): Promise<RatingSubject> {
  const link = await getOpenLink(ctx, token);
  const record = await unsafeGetCase(ctx, link.caseId);
  const batch = await addRating(ctx, record, input, link.purpose === 'sms' ? 'sms' : 'qr-code');
  writesFor<RatingsTables>(batch).update('ratings.link', { usedAt: ctx.kernel.clock.now() }, { tokenDigest: digestOf(token), usedAt: null },
    { expected: 1, otherwise: () => fail('ratings.already-rated') });
  await commit(ctx, batch);
  return presentSubject(ctx, record);
}

function onlineChannel(ctx: Context): RatingView['channel'] {
  if (ctx.origin.channel === 'mobile') return 'mobile';
  return ctx.origin.channel === 'kiosk' ? 'hall-terminal' : 'pc';
}

async function checkOptions(ctx: Context, { level, optionCodes }: RatingInput): Promise<void> {
  if (optionCodes.length === 0) return;
  const allowed = new Set((await readOptions(ctx.kernel)).filter((option) => option.level === level && option.active).map(({ code }) => code));
  if (optionCodes.some((code) => !allowed.has(code))) throw fail('ratings.wrong-options');
}

async function addRating(ctx: Context, record: CaseRecord, input: RatingInput, channel: RatingView['channel']): Promise<WriteBatch> {
  requireRateable(ctx, record);
  await checkOptions(ctx, input);
  const now = ctx.kernel.clock.now();
  const { path: organizationPath } = await getOrganization(ctx, record.organizationId);
  const { level, anonymous, optionCodes } = input;
  const rating = {
    id: createId(), caseId: record.id, caseNumber: record.number, itemId: record.itemId, itemName: record.itemName,
    organizationId: record.organizationId, organizationName: record.organizationName, organizationPath, regionCode: record.regionCode,
    raterName: maskName(record.applicantName), level, optionCodes, text: input.text?.trim() || null, channel, anonymous, ratedAt: now, excluded: false,
  };
  const batch = new WriteBatch().onViolation('rating_case', () => fail('ratings.already-rated'));
  writesFor<RatingsTables>(batch).insert('ratings.rating', rating);
  batch.call('ratings.add_to_tally(?::uuid, ?::uuid, ?::text, ?::integer, ?::integer)', [record.organizationId, record.itemId, chinaDate(now).slice(0, 7), level, 1]);
  const data: CaseRated = { caseId: record.id, ratingId: rating.id, level, bad: isBad(level), organizationId: record.organizationId };
  publishEvent(ctx, batch, { type: caseRated, aggregateType: 'case', aggregateId: record.id, data });
  recordAudit(ctx, batch, { action: 'ratings.rate-case', objectType: 'case', objectId: record.id, detail: { level, channel, anonymous } });
  if (isBad(level)) await openRectification(ctx, batch, rating);
  return batch;
}
