import type { Context } from '../../../kernel/context.ts';
import { readRows } from '../../../kernel/db/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { advanceApplication } from '../actions/advance-application.ts';

const atATime = 200;

/**
 * Moves on what waits for a result that has come into force by the calendar alone: a licence that is valid from a later day than
 * that of its decision (BDL-02). One application that cannot be moved holds back no other.
 */
export async function advanceWaiting(ctx: Context): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await readRows<{ id: string }>(ctx.kernel.db,
      `SELECT DISTINCT application_id AS id FROM bundle_applications.child WHERE state = 'waiting' AND application_id > $1 ORDER BY application_id LIMIT ${atATime}`, [after]);
    for (const { id } of rows) {
      await advanceApplication(ctx, id).catch((error: unknown) => { ctx.kernel.log.error({ err: error, applicationId: id }, 'a bundle that waits could not be moved on'); });
    }
    const last = rows.at(-1);
    if (rows.length < atATime || !last) return;
    after = last.id;
  }
}

export const advanceWaitingJob: JobDefinition = { name: 'bundle-applications.advance-waiting', label: '一件事：前置证照当日生效的，开始后面的事项', cron: '20 0 * * *', handle: advanceWaiting };
