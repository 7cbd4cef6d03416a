import type { Context } from '../../../kernel/context.ts';
import { findRow } from '../../../kernel/db/index.ts';
import { openStatuses } from './list-cases.ts';

/** Number of another case of the same item and applicant that is not over; skips access control. */
export async function findOpenSibling(ctx: Context, { itemId, applicantId, exceptId }: { itemId: string; applicantId: string; exceptId: string | undefined }): Promise<string | undefined> {
  const row = await findRow<{ number: string }>(ctx.kernel.db,
    `SELECT number FROM cases."case" WHERE applicant_kind = ANY('{person,company}') AND applicant_id = $1 AND item_id = $2 AND status = ANY($3)
     AND id IS DISTINCT FROM $4::uuid ORDER BY submitted_at LIMIT 1`, [applicantId, itemId, openStatuses, exceptId ?? null]);
  return row?.number;
}
