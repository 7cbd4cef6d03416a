import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { unsafeFindCase } from '../../cases/index.ts';
import { addRating, onlineChannel } from '../../ratings/index.ts';
import type { RatingInput } from '../../ratings/contract.ts';
import { fail } from '../errors.ts';
import { getApplication, isApplicantSide, listChildren, type ApplicationRecord, type ChildRecord } from '../record.ts';
import { stateOf } from '../states.ts';
import { changeApplication } from './advance-application.ts';

/** Whether the applicant may rate the whole now: once, when all of it is done and something was handled to its end. */
export function isRateable({ ratedAt }: Pick<ApplicationRecord, 'ratedAt'>, children: readonly ChildRecord[]): boolean {
  return ratedAt === null && stateOf(children) === 'closed' && children.some(({ caseStatus }) => caseStatus === 'closed');
}

/**
 * Rates the whole once: each department that brought an item to its end gets the rating, and a bad one is rectified by each
 * (RAT-01). Cases that were rated by themselves keep that.
 * @throws bundle-applications.not-rateable, ratings.too-late, ratings.wrong-options
 */
export async function rateBundle(ctx: Context, applicationId: string, input: RatingInput): Promise<void> {
  const application = await getApplication(ctx, applicationId);
  const children = await listChildren(ctx, applicationId);
  if (!isApplicantSide(ctx, application) || !isRateable(application, children)) throw fail('bundle-applications.not-rateable');
  const batch = new WriteBatch();
  let rated = 0;
  for (const { caseId } of children) {
    const record = caseId === null ? undefined : await unsafeFindCase(ctx, caseId);
    if (record?.status !== 'closed' || record.ratedAt !== null) continue;
    await addRating(ctx, batch, record, input, onlineChannel(ctx));
    rated += 1;
  }
  if (rated === 0) throw fail('bundle-applications.not-rateable');
  changeApplication(ctx, batch, application, { ratedAt: ctx.kernel.clock.now() });
  recordAudit(ctx, batch, { action: 'bundle-applications.rate-application', objectType: 'bundle-application', objectId: application.id, detail: { level: input.level, cases: rated } });
  await commit(ctx, batch);
}
