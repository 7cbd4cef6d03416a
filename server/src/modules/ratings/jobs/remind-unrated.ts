import { chinaDate, dateInWords } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch } from '../../../kernel/db/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { sendMessage } from '../../../kernel/messaging/index.ts';
import { aboutCase, unsafeFindCase } from '../../cases/index.ts';
import { ratingDays } from '../rateable-case.ts';
import type { RatingsTables } from '../tables.ts';

/** Days after closing that an invitation may go unanswered; and days more in which a job that did not run makes up for it. */
const [remindAfterDays, graceDays] = [7, 3];
const atATime = 200;
const dayMs = 86_400_000;

/** Reminds whoever was invited and has not rated, once, however often it runs; saying nothing stays as good as anything (RAT-02). */
export async function remindUnrated(ctx: Context): Promise<void> {
  const now = ctx.kernel.clock.now().getTime();
  // An invitation ends so many days after its case was closed.
  const endsAfter = new Date(now + (ratingDays - remindAfterDays - graceDays) * dayMs);
  const endsBy = new Date(now + (ratingDays - remindAfterDays) * dayMs);
  let afterId = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const invited = await tablesOf<RatingsTables>(ctx.kernel.db).selectFrom('ratings.link as l').leftJoin('ratings.rating as r', 'r.caseId', 'l.caseId').select(['l.caseId', 'l.expiresAt'])
      .where('l.purpose', '=', 'sms').where('l.usedAt', 'is', null).where('r.id', 'is', null).where('l.expiresAt', '>', endsAfter).where('l.expiresAt', '<=', endsBy)
      .where('l.caseId', '>', afterId).orderBy('l.caseId').limit(atATime).execute();
    const batch = new WriteBatch();
    for (const { caseId, expiresAt } of invited) {
      const record = await unsafeFindCase(ctx, caseId);
      if (!record) continue;
      await sendMessage(ctx, batch, {
        templateKey: 'ratings.reminder', recipient: { kind: record.applicantKind, id: record.applicantId }, dedupeKey: `ratings.reminder:${caseId}`, about: aboutCase(ctx, record),
        variables: { caseId, itemName: record.itemName, site: ctx.kernel.config.publicUrl, dueOn: dateInWords(chinaDate(expiresAt)) }, validUntil: expiresAt,
      });
    }
    await commit(ctx, batch);
    const last = invited.at(-1);
    if (!last || invited.length < atATime) return;
    afterId = last.caseId;
  }
}

export const remindUnratedJob: JobDefinition = { name: 'ratings.remind-unrated', label: '提醒还没有评价的申请人', cron: '0 10 * * *', handle: remindUnrated };
