import type { Context } from '../../../kernel/context.ts';
import { readRows } from '../../../kernel/db/index.ts';

/** A decided case whose result waits at the counter. */
export interface UncollectedCase {
  id: string; number: string; itemName: string; organizationName: string; applicantKind: 'person' | 'company'; applicantId: string; filerKind: 'self' | 'agent' | 'clerk'; filerId: string; decidedOn: string;
}

/** Cases decided on a day or before whose results are to be collected at a counter, in the order of ids beyond `afterId`. */
export function listUncollected(ctx: Context, { decidedBy, afterId, limit }: { decidedBy: string; afterId: string; limit: number }): Promise<UncollectedCase[]> {
  return readRows<UncollectedCase>(ctx.kernel.db, `SELECT id, number, item_name, organization_name, applicant_kind, applicant_id, filer_kind, filer_id, state->>'decidedOn' AS decided_on
    FROM cases."case" WHERE status = 'decided' AND delivery_method = 'counter' AND state->>'decidedOn' <= $1 AND id > $2::uuid ORDER BY id LIMIT $3`, [decidedBy, afterId, limit]);
}
