import { maskName } from '@tongban/identifiers';
import type { QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { requireScope, requireStaff, singleScopes } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { listPreviewCases as operation, PreviewCase } from '../contract.ts';
import type { CasesTables } from '../tables.ts';
import { within } from './list-cases.ts';

const most = 20;

/** The latest cases of the actor's scope that a template can be looked at with, persons' names masked. */
export async function listPreviewCases(ctx: Context, { kind, itemId, applicantKind, q }: QueryOf<typeof operation>): Promise<PreviewCase[]> {
  const actor = requireStaff(ctx);
  const scopes = singleScopes(requireScope(ctx, 'cases.notice.preview'));
  let query = tablesOf<CasesTables>(ctx.kernel.db).selectFrom('cases.case as c')
    .select(['c.id', 'c.number', 'c.itemName', 'c.applicantKind', 'c.applicantName', 'c.submittedAt', sql<boolean>`EXISTS (SELECT FROM cases.notice n WHERE n.case_id = c.id AND n.kind = ${kind})`.as('hasNotice')])
    .where((where) => where.or(scopes.map((scope) => within(actor, scope))));
  if (itemId) query = query.where('c.itemId', '=', itemId);
  if (applicantKind) query = query.where('c.applicantKind', '=', applicantKind);
  const words = q?.trim();
  // By number and item only: a search by name would tell whom a case is of.
  if (words) query = query.where(sql<boolean>`(c.number || ' ' || c.item_name) ILIKE ${`%${words.replace(/[\\%_]/g, '\\$&')}%`}`);
  const rows = await query.orderBy('c.submittedAt', 'desc').orderBy('c.id', 'desc').limit(most).execute();
  return rows.map(({ applicantName, submittedAt, ...row }) => ({ ...row, applicantName: row.applicantKind === 'person' ? maskName(applicantName) : applicantName, submittedAt: submittedAt.toISOString() }));
}
