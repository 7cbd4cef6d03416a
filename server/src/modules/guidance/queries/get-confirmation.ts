import { covers, holds, requireScope } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { findReview, listReviews, type PastReview } from '../../../kernel/reviews/index.ts';
import { findGuidanceConfirmation, getVersionRecord, guidanceDigestOf, listVersionsOf } from '../../catalog/index.ts';
import { confirmableStates, guidanceSubjectOf } from '../actions/confirm-guidance.ts';
import type { GuidanceConfirmation, GuidanceEvent } from '../confirmation.contract.ts';

/** Versions whose history is told; older ones are in their own pages. */
const toldVersions = 10;

/** Whether a version's guidance is confirmed, who is asked, what the reader may do, and what happened to it in this and earlier versions. */
export async function getConfirmation(ctx: Context, versionId: string): Promise<GuidanceConfirmation> {
  const record = await getVersionRecord(ctx, versionId, 'catalog.item.view');
  const { version, item } = record;
  const digest = guidanceDigestOf(version.elements);
  const [confirmed, review, versions] = await Promise.all([
    findGuidanceConfirmation(ctx.kernel, item.id, digest), findReview(ctx, guidanceSubjectOf(record)), listVersionsOf(ctx, item.id),
  ]);
  const told = versions.filter(({ versionNumber }) => versionNumber <= version.number).slice(0, toldVersions);
  const reviews = await listReviews(ctx, ['guidance', 'item-version'], told.map((one) => one.versionId));
  const may = (permission: string): boolean => holds(ctx.actor, permission) && covers(requireScope(ctx, permission), ctx.actor, item);
  const open = review?.state === 'open';
  return {
    digest, review: review ?? null,
    confirmed: confirmed ? { byName: confirmed.confirmedByName, organizationName: confirmed.organizationName, at: confirmed.confirmedAt.toISOString(), opinion: confirmed.opinion } : null,
    history: told.flatMap((one): GuidanceEvent[] => eventsOf(one, reviews.filter(({ subjectId }) => subjectId === one.versionId))).toSorted((one, other) => (one.at < other.at ? 1 : -1)),
    abilities: {
      request: !open && confirmed === undefined && confirmableStates.includes(version.state) && version.elements.questionnaire !== undefined && may('catalog.item.edit'),
      withdraw: open && may('catalog.item.edit'), decide: open && review.mine && may('guidance.version.confirm'),
    },
  };
}

type Line = Awaited<ReturnType<typeof listVersionsOf>>[number];

function eventsOf({ versionNumber, createdAt, createdByName, publishedAt }: Line, reviews: readonly PastReview[]): GuidanceEvent[] {
  const event = (kind: GuidanceEvent['kind'], at: string, actorName: string, opinion: string | null = null): GuidanceEvent => ({ kind, versionNumber, at, actorName, opinion });
  return [
    event('drafted', createdAt, createdByName),
    ...reviews.flatMap(({ subjectType, submittedByName, startedAt, endedAt, endedByName, endReason, state, steps }) => {
      const own = subjectType === 'guidance';
      const decided = { approve: own ? 'confirmed' : 'approved', return: own ? 'returned' : 'rejected' } as const;
      return [
        event(own ? 'requested' : 'submitted', startedAt, submittedByName),
        ...steps.map(({ decision, at, actorName, opinion }) => event(decided[decision], at, actorName, opinion)),
        ...(state === 'cancelled' && endedAt !== null ? [event(endReason === null ? 'withdrawn' : 'ended', endedAt, endedByName ?? submittedByName, endReason)] : []),
      ];
    }),
    ...(publishedAt === null ? [] : [event('published', publishedAt, '')]),
  ];
}
