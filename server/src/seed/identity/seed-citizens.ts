import type { Context } from '../../kernel/context.ts';
import { createId, writesFor, type WriteBatch } from '../../kernel/db/index.ts';
import { addCompany } from '../../kernel/identity/services/companies.ts';
import { addPerson } from '../../kernel/identity/services/persons.ts';
import { mobileIndex } from '../../kernel/identity/services/verification-codes.ts';
import type { IdentityTables } from '../../kernel/identity/tables.ts';
import { chinaDate } from '../../kernel/clock/index.ts';
import { districtRegion } from '../content/index.ts';
import { demoCitizens, demoCompanies } from './demo-citizens.ts';

/** Adds the demonstration's citizens, companies and mandates to the batch. */
export function addDemoCitizens(ctx: Context, batch: WriteBatch, secret: { password: string; passwordHash: string }): void {
  const ids = new Map(demoCitizens.map((citizen, position) => [citizen.key, addCitizen(ctx, batch, citizen, { ...secret, position })]));
  const idOf = (key: string): string => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`no demonstration citizen ${key}`);
    return id;
  };
  for (const company of demoCompanies) {
    const companyId = addCompany(ctx, batch, { ...company, regionCode: districtRegion }, idOf(company.legalRepresentative));
    for (const agent of company.agents) addMandate(ctx, batch, { kind: 'company', id: companyId }, idOf(agent), idOf(company.legalRepresentative));
  }
  addMandate(ctx, batch, { kind: 'person', id: idOf('elder') }, idOf('citizen'), idOf('elder'));
}

function addCitizen(ctx: Context, batch: WriteBatch, citizen: (typeof demoCitizens)[number], demo: { password: string; passwordHash: string; position: number }): string {
  const now = ctx.kernel.clock.now();
  const id = addPerson(ctx, batch, citizen, 'online');
  const writes = writesFor<IdentityTables>(batch);
  writes.insert('identity.credential', {
    accountId: id, kind: 'person', accountName: null, mobileIndex: mobileIndex(ctx, citizen.mobile), passwordHash: demo.passwordHash, passwordChangedAt: now,
    totpSecret: null, totpLastStep: null, createdAt: now,
  });
  writes.insert('identity.demoAccount', { accountId: id, accountName: citizen.mobile, password: demo.password, description: citizen.description, position: demo.position });
  return id;
}

/** An accepted mandate of two years. */
function addMandate(ctx: Context, batch: WriteBatch, principal: { kind: 'person' | 'company'; id: string }, agentId: string, offeredBy: string): void {
  const now = ctx.kernel.clock.now();
  const validFrom = chinaDate(now);
  writesFor<IdentityTables>(batch).insert('identity.mandate', {
    id: createId(), basis: 'granted', principalKind: principal.kind, principalPersonId: principal.kind === 'person' ? principal.id : null,
    principalCompanyId: principal.kind === 'company' ? principal.id : null, agentId, itemCategories: null, validFrom,
    validUntil: `${Number(validFrom.slice(0, 4)) + 2}-12-31`, state: 'accepted', offeredAt: now, offeredBy, answeredAt: now, endedBy: null, endReason: null,
  });
}
