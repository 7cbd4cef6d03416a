import type { Context } from '../../../kernel/context.ts';
import { readRowsAlone } from '../../../kernel/db/index.ts';
import type { CaseStatus } from '../contract.ts';
import type { CaseRecord } from '../record.ts';
import type { CaseState } from '../states.ts';

/** What supervision judges of a case by its record. */
export interface SupervisedCase {
  id: string;
  itemId: string;
  applicantKind: CaseRecord['applicantKind'];
  organizationId: string;
  status: CaseStatus;
  outcome: 'approved' | 'denied' | null;
  /** Day from which the days for acceptance count. */
  receivedOn: string;
  acceptedAt: Date | null;
  /** When it counted as accepted because nobody had answered. */
  deemedAt: Date | null;
  decidedAt: Date | null;
  /** When it was refused or denied. */
  refusedAt: Date | null;
  /** Characters of the reasons for that. */
  reasonLength: number;
  /** A written decision was issued with it. */
  documented: boolean;
  supplements: number;
  supplementAt: Date | null;
  failedReviews: number;
  /** Announced working days of the special procedure that runs, and since when. */
  specialDays: number | null;
  specialAt: Date | null;
  /** The platform accepted or decided it by itself. */
  byPlatform: boolean;
}

interface Row extends Omit<SupervisedCase, 'receivedOn' | 'specialDays'> { state: Partial<CaseState> }

const statement = `
SELECT c.id, c.item_id, c.applicant_kind, c.organization_id, c.status, c.outcome, c.state, a.*, EXISTS (SELECT FROM cases.notice n WHERE n.case_id = c.id AND n.kind IN ('refusal-notice', 'denial-decision')) AS documented
FROM cases."case" c CROSS JOIN LATERAL (
  SELECT max(at) FILTER (WHERE type IN ('accept', 'deem-accepted')) AS accepted_at, max(at) FILTER (WHERE type = 'deem-accepted') AS deemed_at,
    max(at) FILTER (WHERE type = 'decide') AS decided_at, max(at) FILTER (WHERE type = 'refuse' OR (type = 'decide' AND step->>'outcome' = 'denied')) AS refused_at,
    coalesce(max(length(coalesce(nullif(detail->>'reasons', ''), opinion, ''))) FILTER (WHERE type IN ('refuse', 'decide')), 0) AS reason_length,
    count(*) FILTER (WHERE type = 'request-supplement')::int AS supplements, max(at) FILTER (WHERE type = 'request-supplement') AS supplement_at,
    count(*) FILTER (WHERE type = 'review' AND detail->>'conclusion' = 'fail')::int AS failed_reviews, max(at) FILTER (WHERE type = 'start-special-procedure') AS special_at,
    coalesce(bool_or(type IN ('accept', 'decide') AND actor_kind <> 'staff'), false) AS by_platform
  FROM cases.action WHERE case_id = c.id
) a WHERE c.id = ANY($1)`;

/** The facts of cases that supervision judges by, by id; without asking who wants them (SUP-01). */
export async function unsafeReadSupervised(ctx: Pick<Context, 'kernel'>, ids: readonly string[]): Promise<Map<string, SupervisedCase>> {
  const rows = await readRowsAlone<Row>(ctx.kernel.db, statement, [ids]);
  return new Map(rows.map(({ state, ...row }) => [row.id, { ...row, receivedOn: state.receivedOn ?? '', specialDays: state.special?.find((one) => one.state === 'running')?.days ?? null }]));
}
