import type { BodyOf, ResponseOf } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { findAccount } from '../../../kernel/time-accounts/index.ts';
import { caseActionLabels, type trackCase as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import type { CasesTables } from '../tables.ts';
import { listActions } from './case-parts.ts';

const shown = new Set(['submit', 'accept', 'deem-accepted', 'refuse', 'request-supplement', 'supplement', 'start-special-procedure', 'end-special-procedure', 'extend', 'decide', 'deliver', 'close', 'withdraw', 'terminate']);

/** Progress for who knows the number and the last four characters of the applicant's document; no name is told. */
export async function trackCase(ctx: Context, input: BodyOf<typeof operation>): Promise<ResponseOf<typeof operation>> {
  const record = await tablesOf<CasesTables>(ctx.kernel.db).selectFrom('cases.case').selectAll()
    .where('number', '=', input.number.trim().toUpperCase()).executeTakeFirst();
  if (!record || record.applicantLastFour !== input.lastFour.trim().toUpperCase()) throw fail('cases.track-mismatch');
  const [actions, clock] = await Promise.all([listActions(ctx, record.id), findAccount(ctx, { subjectType: 'case', subjectId: record.id })]);
  return {
    number: record.number, itemName: record.itemName, status: record.status, organizationName: record.organizationName,
    submittedAt: record.submittedAt.toISOString(), promisedDueOn: clock?.deadlines.promisedDueOn ?? null,
    steps: actions.filter(({ type }) => shown.has(type)).map(({ type, at }) => ({ label: caseActionLabels[type], at: at.toISOString() })),
  };
}
