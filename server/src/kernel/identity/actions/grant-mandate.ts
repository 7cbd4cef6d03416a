import { checkMobile, checkPersonName } from '@tongban/identifiers';
import { requirePerson } from '../../access/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { chinaDate } from '../../clock/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import { sendMessage } from '../../messaging/send-message.ts';
import { fail } from '../errors.ts';
import { getCompany } from '../services/companies.ts';
import { findPersonByDocument } from '../services/persons.ts';
import { mobileIndex } from '../services/verification-codes.ts';
import type { IdentityTables } from '../tables.ts';
import { hitThrottle } from '../throttle.ts';

export interface MandateInput {
  companyId: string | null;
  agent: { name: string; mobile?: string; documentType?: string; documentNumber?: string };
  itemCategories: string[] | null;
  validFrom: string;
  validUntil: string;
}

interface Principal {
  kind: 'person' | 'company';
  id: string;
  name: string;
}

const lookups = { limit: 20, windowMs: 3_600_000 };

/**
 * Offers someone the right to act for oneself or for a company one represents; nothing holds until it is accepted
 * (IDN-03). @throws identity.not-principal, identity.agent-not-found, identity.agent-is-principal, identity.bad-period,
 *   identity.mandate-exists
 */
export async function grantMandate(ctx: Context, input: MandateInput): Promise<string> {
  const principal = await findPrincipal(ctx, input.companyId);
  checkPeriod(ctx, input);
  await hitThrottle(ctx, `agent-lookup:${ctx.actor.id}`, lookups);
  const agent = await findAgent(ctx, input.agent);
  if (!agent) throw fail('identity.agent-not-found');
  if (agent.id === ctx.actor.id) throw fail('identity.agent-is-principal');
  await refuseDouble(ctx, principal, agent.id);
  const id = createId();
  const batch = new WriteBatch();
  writesFor<IdentityTables>(batch).insert('identity.mandate', {
    id, basis: 'granted', principalKind: principal.kind, principalPersonId: principal.kind === 'person' ? principal.id : null,
    principalCompanyId: principal.kind === 'company' ? principal.id : null, agentId: agent.id,
    itemCategories: input.itemCategories === null ? null : [...new Set(input.itemCategories)], validFrom: input.validFrom, validUntil: input.validUntil,
    state: 'offered', offeredAt: ctx.kernel.clock.now(), offeredBy: ctx.actor.id, endedBy: null, endReason: null,
  });
  recordAudit(ctx, batch, { action: 'identity.grant-mandate', objectType: 'mandate', objectId: id, detail: { principal: `${principal.kind}:${principal.id}`, agentId: agent.id } });
  await sendMessage(ctx, batch, {
    templateKey: 'identity.mandate-offered', recipient: { kind: 'person', id: agent.id }, variables: { principal: principal.name, until: input.validUntil }, dedupeKey: `${id}:offered`,
  });
  await commit(ctx, batch);
  return id;
}

async function findPrincipal(ctx: Context, companyId: string | null): Promise<Principal> {
  const actor = requirePerson(ctx);
  if (companyId === null) {
    if (actor.actingFor) throw fail('identity.not-principal');
    return { kind: 'person', id: actor.id, name: actor.name };
  }
  const company = await getCompany(ctx, companyId);
  if (company.legalRepresentative.personId !== actor.id) throw fail('identity.not-principal');
  return { kind: 'company', id: company.id, name: company.name };
}

function checkPeriod(ctx: Context, { validFrom, validUntil }: MandateInput): void {
  const today = chinaDate(ctx.kernel.clock.now());
  const latest = `${Number(validFrom.slice(0, 4)) + 3}${validFrom.slice(4)}`;
  if (validFrom < today || validUntil < validFrom || validUntil > latest) throw fail('identity.bad-period');
}

/** The registered person whose name and number both agree. */
async function findAgent(ctx: Context, agent: MandateInput['agent']): Promise<{ id: string } | undefined> {
  const name = checkPersonName(agent.name);
  if (!name.ok) return undefined;
  const byDocument = agent.documentType !== undefined && agent.documentNumber !== undefined
    ? await findPersonByDocument(ctx, agent.documentType, agent.documentNumber) : undefined;
  const mobile = checkMobile(agent.mobile ?? '');
  if (!byDocument && !mobile.ok) return undefined;
  return tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.person as person')
    .innerJoin('identity.credential as credential', 'credential.accountId', 'person.id').select('person.id')
    .where('person.name', '=', name.normalized).where('credential.suspendedAt', 'is', null)
    .$if(byDocument !== undefined, (query) => query.where('person.id', '=', byDocument?.id ?? ''))
    .$if(byDocument === undefined, (query) => query.where('credential.mobileIndex', '=', mobile.ok ? mobileIndex(ctx, mobile.normalized) : ''))
    .executeTakeFirst();
}

async function refuseDouble(ctx: Context, principal: Principal, agentId: string): Promise<void> {
  const open = await tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.mandate').select('id')
    .where(principal.kind === 'person' ? 'principalPersonId' : 'principalCompanyId', '=', principal.id).where('agentId', '=', agentId)
    .where('state', 'in', ['offered', 'accepted'])
    .where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>=', chinaDate(ctx.kernel.clock.now()))])).executeTakeFirst();
  if (open) throw fail('identity.mandate-exists');
}
