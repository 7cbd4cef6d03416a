import type { Page, Static } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { requirePerson } from '../../access/index.ts';
import { chinaDate } from '../../clock/index.ts';
import type { Context } from '../../context.ts';
import type { CoreTables } from '../../core-tables.ts';
import { decodeCursor, pageOf, tablesOf } from '../../db/index.ts';
import type { Mandate, MandateUse } from '../contract.ts';
import { fail } from '../errors.ts';
import { mandateAbilities, mandateStateOn } from '../mandate-states.ts';
import type { IdentityTables } from '../tables.ts';

// What an agent did stands in the audit; every action on behalf of the principal is a use of the mandate.
const uses = sql`kernel.audit_entry use WHERE use.actor_id = mandate.agent_id::text
  AND use.acting_for = mandate.principal_kind || ':' || coalesce(mandate.principal_company_id, mandate.principal_person_id)
  AND use.at >= mandate.answered_at AND use.at <= coalesce(mandate.ended_at, 'infinity') AND use.action NOT LIKE 'identity.%'`;

function mandates(ctx: Context) {
  return tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.mandate as mandate')
    .innerJoin('identity.person as agent', 'agent.id', 'mandate.agentId')
    .leftJoin('identity.company as company', 'company.id', 'mandate.principalCompanyId')
    .leftJoin('identity.person as principal', 'principal.id', 'mandate.principalPersonId')
    .selectAll('mandate').select([
      'agent.name as agentName', 'company.name as companyName', 'principal.name as principalName', 'company.legalRepresentativeId',
      sql<number>`(SELECT count(*) FROM ${uses})`.as('useCount'), sql<Date | null>`(SELECT max(use.at) FROM ${uses})`.as('lastUsedAt'),
    ]);
}

/** A mandate with the names of both sides. */
export type MandateRow = Awaited<ReturnType<ReturnType<typeof mandates>['execute']>>[number];

/** Account of the person who speaks for the principal: oneself, or the legal representative. */
export function principalSpeaker(row: Pick<MandateRow, 'principalPersonId' | 'legalRepresentativeId'>): string {
  return row.principalPersonId ?? row.legalRepresentativeId ?? '';
}

/** The mandate if the signed-in person is one of its two sides. @throws identity.mandate-not-found */
export async function getOwnMandate(ctx: Context, mandateId: string): Promise<MandateRow> {
  const { id } = requirePerson(ctx);
  const row = await mandates(ctx).where('mandate.id', '=', mandateId).executeTakeFirst();
  if (!row || (row.agentId !== id && principalSpeaker(row) !== id)) throw fail('identity.mandate-not-found');
  return row;
}

/** The mandate as the signed-in person sees it, with what that person may do. */
export function presentMandate(ctx: Context, row: MandateRow): Mandate {
  const state = mandateStateOn(row, chinaDate(ctx.kernel.clock.now()));
  return {
    id: row.id,
    principal: { kind: row.principalKind, id: row.principalCompanyId ?? row.principalPersonId ?? '', name: row.companyName ?? row.principalName ?? '' },
    agent: { personId: row.agentId, name: row.agentName },
    itemCategories: row.itemCategories, validFrom: row.validFrom, validUntil: row.validUntil, state,
    offeredAt: row.offeredAt.toISOString(), answeredAt: row.answeredAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null, endReason: row.endReason,
    useCount: row.useCount, lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    abilities: mandateAbilities(state, { isAgent: row.agentId === ctx.actor.id, isPrincipal: principalSpeaker(row) === ctx.actor.id }),
  };
}

/** Mandates the person gave (also for companies it represents) or received, newest first. */
export async function listMandates(ctx: Context, side: 'granted' | 'received'): Promise<Mandate[]> {
  const { id } = requirePerson(ctx);
  const rows = await mandates(ctx).where('mandate.basis', '=', 'granted')
    .$if(side === 'received', (query) => query.where('mandate.agentId', '=', id))
    .$if(side === 'granted', (query) => query.where((eb) => eb.or([eb('mandate.principalPersonId', '=', id), eb('company.legalRepresentativeId', '=', id)])))
    .orderBy('mandate.offeredAt', 'desc').limit(200).execute();
  return rows.map((row) => presentMandate(ctx, row));
}

/** What the agent did by the mandate, newest first (IDN-03 可统计). @throws identity.mandate-not-found */
export async function listMandateUses(ctx: Context, mandateId: string, query: { limit?: number; cursor?: string }): Promise<Page<Static<typeof MandateUse>>> {
  const mandate = await getOwnMandate(ctx, mandateId);
  if (!mandate.answeredAt) return { items: [], nextCursor: null };
  const limit = query.limit ?? 20;
  const before = query.cursor === undefined ? undefined : decodeCursor(query.cursor, 2);
  const rows = await tablesOf<CoreTables>(ctx.kernel.db).selectFrom('kernel.auditEntry').select(['id', 'at', 'action', 'objectType', 'objectId', 'actorName'])
    .where('actorId', '=', mandate.agentId).where('actingFor', '=', `${mandate.principalKind}:${mandate.principalCompanyId ?? mandate.principalPersonId ?? ''}`)
    .where('at', '>=', mandate.answeredAt).where('action', 'not like', 'identity.%')
    .$if(mandate.endedAt !== null, (found) => found.where('at', '<=', mandate.endedAt ?? new Date(0)))
    .$if(before !== undefined, (found) => found.where(sql<boolean>`(at, id) < (${before?.[0]}::timestamptz, ${before?.[1]}::uuid)`))
    .orderBy('at', 'desc').orderBy('id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => [row.at.toISOString(), row.id], (row) => ({
    at: row.at.toISOString(), action: row.action, objectType: row.objectType, objectId: row.objectId, agentName: row.actorName,
  }));
}
