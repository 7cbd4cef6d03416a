import { addCalendarDays, toDayNumber } from '../../../kernel/calendar/index.ts';
import { chinaDate, dateInWords } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { sendMessage } from '../../../kernel/messaging/index.ts';
import { listUncollected } from '../../cases/index.ts';

/** Days after a decision, and again after as many, that a result waits at the counter before its applicant is reminded; and how often. */
const remindEveryDays = 7;
const mostReminders = 3;
const atATime = 200;

/** Reminds applicants of results that wait at a counter: three times, a week apart, however often it runs (INT-05). */
export async function remindCollectors(ctx: Context): Promise<void> {
  const today = chinaDate(ctx.kernel.clock.now());
  const decidedBy = addCalendarDays(today, -remindEveryDays);
  let afterId = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const waiting = await listUncollected(ctx, { decidedBy, afterId, limit: atATime });
    const batch = new WriteBatch();
    for (const { id, number, itemName, organizationName, applicantKind, applicantId, decidedOn } of waiting) {
      const time = Math.min(mostReminders, Math.floor((toDayNumber(today) - toDayNumber(decidedOn)) / remindEveryDays));
      await sendMessage(ctx, batch, {
        templateKey: 'collection.result-waits', recipient: { kind: applicantKind, id: applicantId }, dedupeKey: `result-waits:${id}:${time}`,
        variables: { caseId: id, number, itemName, office: organizationName, dueOn: dateInWords(decidedOn) },
      });
    }
    await commit(ctx, batch);
    const last = waiting.at(-1);
    if (!last || waiting.length < atATime) return;
    afterId = last.id;
  }
}

export const remindCollectorsJob: JobDefinition = { name: 'collection.remind-collectors', label: '提醒领取放在窗口的办理结果', cron: '30 9 * * *', handle: remindCollectors };
