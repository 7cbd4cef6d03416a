import type { Context } from '../../../kernel/context.ts';
import { readRows } from '../../../kernel/db/index.ts';
import type { CaseRecord } from '../record.ts';

/**
 * The applicant's newest cases, whatever became of them; skips access control. Used to fill in what the applicant has typed
 * before, after the applicant agreed to it (FRM-02).
 */
export async function unsafeListCasesOfApplicant({ kernel }: Pick<Context, 'kernel'>, applicant: { kind: 'person' | 'company'; id: string }, limit: number): Promise<CaseRecord[]> {
  return readRows<CaseRecord>(kernel.db,
    'SELECT * FROM cases."case" WHERE applicant_kind = $1 AND applicant_id = $2 ORDER BY submitted_at DESC, id DESC LIMIT $3', [applicant.kind, applicant.id, limit]);
}
