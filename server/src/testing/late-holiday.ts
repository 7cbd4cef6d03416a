import { getYear, saveYear } from '../kernel/calendar/contract.ts';
import { signInTestStaff } from '../kernel/identity/testing/test-accounts.ts';
import { recountAccounts } from '../kernel/time-accounts/index.ts';
import { visit } from './http-client.ts';
import type { TestCity } from './test-city.ts';

/** Enters a holiday of 2026 that was announced late, as the system administrator does, and lets follow what follows. */
export async function announceHoliday(city: TestCity, date: string, name: string): Promise<void> {
  const { headers } = await signInTestStaff(city.server.kernel, { roles: ['system-administrator'] });
  const administrator = visit(city.origin, headers.authorization.slice('Bearer '.length));
  const { revision, source, days } = await administrator.call(getYear, { params: { year: 2026 } });
  await administrator.call(saveYear, { params: { year: 2026 }, body: { revision, source: `${source ?? ''}及补充通知`, days: [...days, { date, kind: 'holiday', name }] } });
  await recountAccounts(city.system());
  await city.server.relay.drain();
}
