import { actFor, getSession, grantMandate, acceptMandate, registerCompany } from '../kernel/identity/contract.ts';
import { fictitiousCreditCode } from '../kernel/identity/fictitious-numbers.ts';
import type { Signed, TestCity } from './test-city.ts';

let serial = 0;

/** A company with its legal representative and an agent who acts for it by an accepted mandate. */
export interface TestCompany {
  id: string;
  name: string;
  creditCode: string;
  representative: Signed;
  /** Acts for the company in this session. */
  agent: Awaited<ReturnType<TestCity['person']>>;
  mandateId: string;
}

/** Switches a session to act for a company, or back to oneself with null. @throws Error when there is no mandate for it */
export async function actForCompany(person: Signed, companyId: string | null): Promise<void> {
  const { session } = await person.http.call(getSession, {});
  const choice = session?.actingChoices.find(({ id }) => id === companyId);
  if (companyId !== null && !choice) throw new Error(`${person.name} holds no mandate of ${companyId}`);
  await person.http.call(actFor, { body: { mandateId: choice?.mandateId ?? null } });
}

/** Registers a company and lets its representative give an agent a mandate, all as they do it in the portal. */
export async function registerTestCompany(city: TestCity, input: { name?: string; itemCategories?: string[] | null; agentName?: string } = {}): Promise<TestCompany> {
  const representative = await city.person({ name: '王建国' });
  const agent = await city.person({ name: input.agentName ?? '李敏' });
  serial += 1;
  const company = await representative.http.call(registerCompany, {
    body: { name: input.name ?? `广安测试市政工程有限公司${serial}`, creditCode: fictitiousCreditCode(serial), regionCode: '511602', address: '四川省广安市广安区测试路1号' },
  });
  const { id: mandateId } = await representative.http.call(grantMandate, {
    body: {
      companyId: company.id, agent: { name: agent.name, mobile: agent.mobile }, itemCategories: input.itemCategories ?? null,
      validFrom: '2026-11-20', validUntil: '2027-11-19',
    },
  });
  await agent.http.call(acceptMandate, { params: { mandateId } });
  await actForCompany(agent, company.id);
  return { id: company.id, name: company.name, creditCode: company.creditCode, representative, agent, mandateId };
}
