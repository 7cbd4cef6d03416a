import { maskName } from '@tongban/identifiers';
import type { Selectable } from 'kysely';
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
import { caseRated, visitRated, type CaseRated, type VisitRated } from '../events.ts';
import { digestOf, getOpenLink } from '../links.ts';
import { isBad, readOptions } from '../options.ts';
import { getRatingOfCase } from '../queries/present-rating.ts';
import { addToTally } from '../tally.ts';
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
  const batch = new WriteBatch();
  await addRating(ctx, batch, record, input, onlineChannel(ctx));
  await commit(ctx, batch);
  return getRatingOfCase(ctx, record.id, 'rater');
}

/** Rates by a one-time link from an SMS or a window's QR code; whoever holds it acts for the applicant. @throws as `rateOwnCase`, ratings.link-not-found */
export async function rateByLink(ctx: Context, token: string, input: RatingInput): Promise<RatingSubject> {
  const link = await getOpenLink(ctx, token);
  const record = await unsafeGetCase(ctx, link.caseId);
  const batch = new WriteBatch();
  await addRating(ctx, batch, record, input, link.purpose === 'sms' ? 'sms' : 'qr-code');
  writesFor<RatingsTables>(batch).update('ratings.link', { usedAt: ctx.kernel.clock.now() }, { tokenDigest: digestOf(token), usedAt: null },
    { expected: 1, otherwise: () => fail('ratings.already-rated') });
  await commit(ctx, batch);
  return presentSubject(ctx, record);
}

/** Where a rating on the portal comes from. */
export function onlineChannel(ctx: Context): RatingView['channel'] {
  if (ctx.origin.channel === 'mobile') return 'mobile';
  return ctx.origin.channel === 'kiosk' ? 'hall-terminal' : 'pc';
}

async function checkOptions(ctx: Context, { level, optionCodes }: RatingInput): Promise<void> {
  if (optionCodes.length === 0) return;
  const allowed = new Set((await readOptions(ctx.kernel)).filter((option) => option.level === level && option.active).map(({ code }) => code));
  if (optionCodes.some((code) => !allowed.has(code))) throw fail('ratings.wrong-options');
}

/**
 * Adds the rating of a closed case to the batch; whether the actor may rate it is the caller's to ask.
 * @throws ratings.not-closed, ratings.too-late, ratings.wrong-options; ratings.already-rated at commit
 */
export async function addRating(ctx: Context, batch: WriteBatch, record: CaseRecord, input: RatingInput, channel: RatingView['channel']): Promise<void> {
  requireRateable(ctx, record);
  const { level, anonymous } = input;
  batch.onViolation('rating_case', () => fail('ratings.already-rated'));
  const ratingId = await writeRating(ctx, batch, {
    caseId: record.id, caseNumber: record.number, visitId: null, itemId: record.itemId, itemName: record.itemName, organizationId: record.organizationId, organizationName: record.organizationName, regionCode: record.regionCode,
    raterName: record.applicantKind === 'person' ? maskName(record.applicantName) : record.applicantName,
  }, input, channel);
  const data: CaseRated = { caseId: record.id, ratingId, level, bad: isBad(level), organizationId: record.organizationId };
  publishEvent(ctx, batch, { type: caseRated, aggregateType: 'case', aggregateId: record.id, data });
  recordAudit(ctx, batch, { action: 'ratings.rate-case', objectType: 'case', objectId: record.id, detail: { level, channel, anonymous } });
}

/** One service at a window of a hall. */
export interface Visit {
  id: string;
  /** Null when the visit was about no item in particular; `about` then names the business. */
  itemId: string | null;
  about: string;
  /** Of the clerk who served. */
  organizationId: string;
  /** Masked. */
  raterName: string;
}

/**
 * Adds the rating of a visit to the batch, given at the terminal of the window: once a visit, and a bad one opens a
 * rectification like any other (RAT-01 一次一评, RAT-02). @throws ratings.wrong-options; ratings.already-rated at commit
 */
export async function addVisitRating(ctx: Context, batch: WriteBatch, { id, itemId, about, organizationId, raterName }: Visit, input: RatingInput): Promise<void> {
  const { level, anonymous } = input;
  batch.onViolation('rating_visit', () => fail('ratings.visit-rated'));
  const { name: organizationName, regionCode } = await getOrganization(ctx, organizationId);
  const ratingId = await writeRating(ctx, batch, { caseId: null, caseNumber: null, visitId: id, itemId, itemName: about, organizationId, organizationName, regionCode, raterName }, input, 'hall-terminal');
  const data: VisitRated = { visitId: id, ratingId, level, bad: isBad(level), organizationId };
  publishEvent(ctx, batch, { type: visitRated, aggregateType: 'hall-ticket', aggregateId: id, data });
  recordAudit(ctx, batch, { action: 'ratings.rate-visit', objectType: 'hall-ticket', objectId: id, detail: { level, anonymous } });
}

type RatedSubject = Pick<Selectable<RatingsTables['ratings.rating']>, 'caseId' | 'caseNumber' | 'visitId' | 'itemId' | 'itemName' | 'organizationId' | 'organizationName' | 'regionCode' | 'raterName'>;

async function writeRating(ctx: Context, batch: WriteBatch, subject: RatedSubject, input: RatingInput, channel: RatingView['channel']): Promise<string> {
  await checkOptions(ctx, input);
  const now = ctx.kernel.clock.now();
  const { path: organizationPath } = await getOrganization(ctx, subject.organizationId);
  const { level, anonymous, optionCodes } = input;
  const rating = {
    id: createId(), ...subject, organizationPath, level, optionCodes, text: input.text?.trim() || null, channel, anonymous, ratedAt: now, excluded: false,
  };
  writesFor<RatingsTables>(batch).insert('ratings.rating', rating);
  addToTally(batch, rating, chinaDate(now), 1);
  if (isBad(level)) await openRectification(ctx, batch, rating);
  return rating.id;
}
