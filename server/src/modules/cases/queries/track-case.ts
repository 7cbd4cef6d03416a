import type { BodyOf, ResponseOf } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { hitThrottle, refuseIfFull, type ThrottleRule } from '../../../kernel/identity/throttle.ts';
import { findAccount } from '../../../kernel/time-accounts/index.ts';
import type { trackCase as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import { labelOfAction } from '../present-case.ts';
import type { CasesTables } from '../tables.ts';
import { listActions } from './case-parts.ts';

const shown = new Set(['submit', 'accept', 'deem-accepted', 'refuse', 'request-supplement', 'supplement', 'start-special-procedure', 'end-special-procedure', 'extend', 'decide', 'deliver', 'close', 'withdraw', 'terminate']);

/** Wrong answers from one address, and to one number from wherever they come: four characters are quickly tried out. */
const wrongFromAddress: ThrottleRule = { limit: 10, windowMs: 10 * 60_000 };
const wrongForNumber: ThrottleRule = { limit: 20, windowMs: 3_600_000 };

/**
 * Progress for who knows the number and the last four characters of the applicant's document; no name is told.
 * @throws cases.track-mismatch, identity.too-many-attempts
 */
export async function trackCase(ctx: Context, input: BodyOf<typeof operation>): Promise<ResponseOf<typeof operation>> {
  const number = input.number.trim().toUpperCase();
  const throttles = [[`track-case-from:${ctx.origin.ip}`, wrongFromAddress], [`track-case:${number}`, wrongForNumber]] as const;
  for (const [bucket, rule] of throttles) await refuseIfFull(ctx, bucket, rule);
  const record = await tablesOf<CasesTables>(ctx.kernel.db).selectFrom('cases.case').selectAll()
    .where('number', '=', number).executeTakeFirst();
  if (!record || record.applicantLastFour !== input.lastFour.trim().toUpperCase()) {
    for (const [bucket, rule] of throttles) await hitThrottle(ctx, bucket, rule);
    throw fail('cases.track-mismatch');
  }
  const [actions, clock] = await Promise.all([listActions(ctx, record.id), findAccount(ctx, { subjectType: 'case', subjectId: record.id })]);
  return {
    number: record.number, itemName: record.itemName, status: record.status, organizationName: record.organizationName,
    submittedAt: record.submittedAt.toISOString(), promisedDueOn: clock?.deadlines.promisedDueOn ?? null,
    steps: actions.filter(({ type }) => shown.has(type)).map((action) => ({ label: labelOfAction(action, actions), at: action.at.toISOString() })),
  };
}
