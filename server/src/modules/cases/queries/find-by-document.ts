import type { BodyOf, ResponseOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { requireScope, requireStaff, singleScopes } from '../../../kernel/access/index.ts';
import { recordAuditNow } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { findCompanyByCreditCode, findPersonByDocument } from '../../../kernel/identity/index.ts';
import { mostOfDocument, type findCasesByDocument as operation } from '../contract.ts';
import { presentSummary } from '../present-case.ts';
import { baseQuery, within } from './list-cases.ts';

const creditCode = '001';

async function findHolder(ctx: Context, { documentType, documentNumber }: BodyOf<typeof operation>): Promise<{ kind: 'person' | 'company'; id: string } | undefined> {
  const found = documentType === creditCode ? await findCompanyByCreditCode(ctx, documentNumber.trim().toUpperCase()) : await findPersonByDocument(ctx, documentType, documentNumber);
  return found && { kind: documentType === creditCode ? 'company' : 'person', id: found.id };
}

/**
 * The latest cases within the officer's scope that the holder of a document is part of: as applicant, as who stood at the counter,
 * or as who filed by a mandate. The holder is found by the blind index; the number itself is neither kept nor logged (INT-07, IDN-03).
 */
export async function findByDocument(ctx: Context, document: BodyOf<typeof operation>): Promise<ResponseOf<typeof operation>> {
  const actor = requireStaff(ctx);
  const scopes = singleScopes(requireScope(ctx, 'cases.case.view'));
  const holder = await findHolder(ctx, document);
  if (!holder) return { items: [], more: false };
  const mine = sql<boolean>`(c.applicant_kind = ${holder.kind} AND c.applicant_id = ${holder.id}::uuid)`;
  const acting = sql<boolean>`(c.agent IS NOT NULL AND c.agent->>'personId' = ${holder.id}) OR (c.filer_kind = 'agent' AND c.filer_id = ${holder.id})`;
  const rows = await baseQuery(ctx).where((where) => where.or(scopes.map((scope) => within(actor, scope)))).where(sql<boolean>`(${mine} OR ${acting})`)
    .orderBy('c.submittedAt', 'desc').orderBy('c.id', 'desc').limit(mostOfDocument + 1).execute();
  await recordAuditNow(ctx, { action: 'cases.find-by-document', objectType: holder.kind, objectId: holder.id, purpose: '按证件号码查办件', detail: { found: Math.min(rows.length, mostOfDocument) } });
  return {
    items: rows.slice(0, mostOfDocument).map((row) => ({ ...presentSummary(ctx, row, row), part: row.applicantKind === holder.kind && row.applicantId === holder.id ? 'applicant' as const : 'agent' as const })),
    more: rows.length > mostOfDocument,
  };
}
