import type { Context } from '../../../kernel/context.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { listPastDue } from '../../cases/index.ts';
import { deemAccepted } from '../actions/accept-case.ts';
import { expireSupplement } from '../actions/end-early.ts';

async function each(ctx: Context, ids: readonly string[], act: (ctx: Context, caseId: string) => Promise<void>): Promise<void> {
  for (const id of ids) {
    try {
      await act(ctx, id);
    } catch (error) {
      // One case that cannot be moved must not hold up the others; the next run tries it again.
      ctx.kernel.log.error({ err: error, caseId: id }, 'deadline of a case could not be applied');
    }
  }
}

/** Applies what the law says of silence: unanswered applications are accepted, unanswered supplements end the case. */
export async function applyLawDeadlines(ctx: Context): Promise<void> {
  const { unanswered, unsupplemented } = await listPastDue(ctx);
  await each(ctx, unanswered, deemAccepted);
  await each(ctx, unsupplemented, expireSupplement);
}

export const lawDeadlinesJob: JobDefinition = {
  name: 'intake.apply-law-deadlines', label: '逾期未告知视为受理；逾期未补正终止办理', cron: '*/10 * * * *', handle: applyLawDeadlines,
};
