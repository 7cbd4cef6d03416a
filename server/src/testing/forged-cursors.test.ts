import { useTestServer } from '@tongban/testkit';
import { describe, expect, it } from 'vitest';
import { defaultRoles, type DefaultRole } from '../kernel/access/default-roles.ts';
import { encodeCursor } from '../kernel/db/index.ts';
import { signInTestPerson, signInTestStaff } from '../kernel/identity/testing/test-accounts.ts';
import { modules } from '../modules.ts';

const operations = modules.flatMap((module) => (module.routes ?? []).map(({ operation }) => operation));
const paged = operations.filter(({ query }) => query?.properties && 'cursor' in query.properties);
const roles = Object.keys(defaultRoles) as DefaultRole[];
const nobody = '00000000-0000-7000-8000-000000000000';

/** Values no list could have put into its cursor, of every length a cursor has. */
const values = ['', '\u0001', '2026-13-45', 'x'.repeat(500), -1, 1e308, nobody];
const forged = ['nonsense', ...[1, 2, 3, 4].flatMap((length) => values.map((value) => encodeCursor(Array.from({ length }, () => value))))];

describe('伪造的分页位置是请求的错误，不是系统的错误（经真实 HTTP）', () => {
  const server = useTestServer();

  it('每个分页的列表都认得', async () => {
    expect(paged.length).toBeGreaterThan(30);
    const askers: Record<string, string>[] = [{}, (await signInTestPerson(server().kernel)).headers];
    for (const role of roles) askers.push((await signInTestStaff(server().kernel, { roles: [role] })).headers);
    const faults: string[] = [];
    for (const { id, method, path } of paged) {
      const url = path.replace(/:[A-Za-z]+/g, nobody);
      const headers = await firstAllowed(askers, method, url);
      for (const cursor of forged) {
        const { statusCode } = await server().app.inject({ method, url, query: { cursor }, headers });
        if (statusCode >= 500) faults.push(`${id} ${cursor} → ${statusCode}`);
      }
    }
    expect(faults).toEqual([]);
  }, 120_000);

  async function firstAllowed(askers: readonly Record<string, string>[], method: string, url: string): Promise<Record<string, string>> {
    for (const headers of askers) {
      const { statusCode } = await server().app.inject({ method: method as 'GET', url, headers });
      if (statusCode !== 401 && statusCode !== 403) return headers;
    }
    throw new Error(`nobody may ask ${url}`);
  }
});
