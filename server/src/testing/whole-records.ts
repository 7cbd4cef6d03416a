import { afterAll, expect } from 'vitest';
import { tablesOf } from '../kernel/db/index.ts';
import { fold } from '../modules/cases/index.ts';
import type { CasesTables } from '../modules/cases/tables.ts';
import type { TestCity } from './test-city.ts';

/** What is wrong with the stored cases: a state that is not the fold of the actions, or a version that is not their number. */
export async function findUnfoldedCases(city: TestCity): Promise<unknown[]> {
  const tables = tablesOf<CasesTables>(city.server.kernel.db);
  const cases = await tables.selectFrom('cases.case').select(['id', 'number', 'version', 'status', 'outcome', 'state']).execute();
  const actions = await tables.selectFrom('cases.action').select(['caseId', 'sequence', 'step']).orderBy('caseId').orderBy('sequence').execute();
  return cases.flatMap((record) => {
    const own = actions.filter(({ caseId }) => caseId === record.id);
    const folded = fold(own.map(({ step }) => step));
    const whole = folded !== undefined && JSON.stringify(sorted(folded)) === JSON.stringify(sorted(record.state))
      && record.version === own.length && own.every(({ sequence }, index) => sequence === index + 1)
      && record.status === folded.status && record.outcome === folded.outcome;
    return whole ? [] : [{ number: record.number, version: record.version, stored: record.state, folded }];
  });
}

/** PostgreSQL keeps the keys of JSON in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)).map(([key, part]) => [key, sorted(part)]));
}

/** After the file's tests, every case in the city is what its actions add up to (design §1). */
export function expectWholeRecords(city: () => TestCity): void {
  afterAll(async () => {
    expect(await findUnfoldedCases(city())).toEqual([]);
  });
}
