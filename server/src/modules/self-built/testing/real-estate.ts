import type { AddressInfo } from 'node:net';
import { signInTestStaff } from '../../../kernel/identity/testing/test-accounts.ts';
import { visit } from '../../../testing/http-client.ts';
import { applyAsElder } from '../../../testing/apply.ts';
import type { Signed, TestCity } from '../../../testing/test-city.ts';
import { addSystem, getCaseLink, jumpToSystem, makeKey, saveSystem, type CaseLink, type SystemSettings, type SystemView } from '../contract.ts';
import { createSelfBuiltSimulator, type SelfBuiltSimulator } from '../simulator/self-built-simulator.ts';

/** A system administrator, whose reach is everything. */
export async function signInAdministrator(city: TestCity): Promise<Signed> {
  const account = await signInTestStaff(city.server.kernel, { roles: ['system-administrator'] });
  return { ...account, http: visit(city.origin, account.headers.authorization.slice('Bearer '.length)) };
}

/** A simulated system that the administrator has registered, given a key and switched on. */
export interface RealEstate { simulator: SelfBuiltSimulator; system: SystemView; key: { keyId: string; secret: string }; settings: SystemSettings }

/** Registers a running simulator as the system of an item. */
export async function registerSystem(city: TestCity, administrator: Signed, { name, itemKey, disclosure = 'identity', now }: { name: string; itemKey?: string; disclosure?: SystemSettings['disclosure']; now?: () => Date }): Promise<RealEstate> {
  const held: { key?: { keyId: string; secret: string } } = {};
  const simulator = createSelfBuiltSimulator({ name, platform: () => city.origin, key: () => held.key, now: now ?? (() => city.server.clock.now()) });
  await new Promise<void>((resolve) => { simulator.server.listen(0, '127.0.0.1', resolve); });
  const url = `http://127.0.0.1:${(simulator.server.address() as AddressInfo).port}/`;
  const settings: SystemSettings = { name, organizationId: city.organizationId('区民政局'), entryUrl: url, serviceUrl: url, itemIds: itemKey === undefined ? [] : [city.itemId(itemKey)], disclosure, enabled: false };
  const { id } = await administrator.http.call(addSystem, { body: settings });
  const { keyId, secret, system } = await administrator.http.call(makeKey, { params: { systemId: id } });
  held.key = { keyId, secret };
  const on = { ...settings, enabled: true };
  return { simulator, key: held.key, settings: on, system: await administrator.http.call(saveSystem, { params: { systemId: id }, body: { revision: system.revision, settings: on } }) };
}

/** Stops a simulator. */
export function stop({ simulator: { server } }: RealEstate): void {
  server.close();
  server.closeAllConnections();
}

/** The link of a case as somebody sees it. @throws Error when there is none */
export async function linkOf(who: Signed, caseId: string): Promise<CaseLink> {
  const { link } = await who.http.call(getCaseLink, { params: { caseId } });
  if (!link) throw new Error('the case is not linked to a system');
  return link;
}

/** Somebody agrees and goes to the system; gives its answer to the ticket. */
export async function enter(who: Signed, caseId: string): Promise<Response> {
  const { consent } = await linkOf(who, caseId);
  const { url } = await who.http.call(jumpToSystem, { params: { caseId }, body: { consent } });
  return fetch(url);
}

/** A case of the item, entered by its applicant. */
export async function enteredCase(city: TestCity): Promise<{ elder: Signed & { documentNumber: string; mobile: string }; caseId: string; number: string }> {
  const { elder, receipt } = await applyAsElder(city);
  await city.server.relay.drain();
  await enter(elder, receipt.caseId);
  return { elder, caseId: receipt.caseId, number: receipt.number };
}
