import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { defaultRoles, type DefaultRole } from '../kernel/access/default-roles.ts';
import { signInTestPerson, signInTestStaff } from '../kernel/identity/testing/test-accounts.ts';
import { modules } from '../modules.ts';

/**
 * Who may ask what, as reviewed: operation id → `everyone`, `signed-in`, `staff` (any officer), or the roles, and `citizen`.
 * A new route, or one that other people may use, fails here until its line is reviewed and changed.
 */
const reviewed = JSON.parse(readFileSync(new URL('permission-matrix.json', import.meta.url), 'utf8')) as Record<string, string>;

const roles = Object.keys(defaultRoles) as DefaultRole[];
const operations = modules.flatMap((module) => (module.routes ?? []).map(({ operation }) => operation));
type Operation = (typeof operations)[number];
/** These end or change the session that asks, so they come last. */
const disruptive = ['identity.act-for', 'identity.end-other-sessions', 'identity.sign-out'];
const ordered = operations.toSorted((a, b) => disruptive.indexOf(a.id) - disruptive.indexOf(b.id));

function nameSet(allowed: ReadonlySet<string>): string {
  const staff = roles.every((role) => allowed.has(role));
  if (staff && allowed.has('citizen')) return allowed.has('visitor') ? 'everyone' : 'signed-in';
  const rest = [...allowed].filter((who) => !staff || !roles.includes(who as DefaultRole));
  return [...(staff ? ['staff'] : []), ...rest].sort().join(' ');
}

describe('权限 × 接口（经真实 HTTP 逐个询问）', () => {
  const server = useTestServer();

  /** Whether the permission layer lets the request through; what the handler then says of the empty request does not matter. */
  async function lets({ method, path, permission }: Operation, headers: Record<string, string>): Promise<boolean> {
    const answer = await server().app.inject({ method, url: path.replace(/:[A-Za-z]+/g, '00000000-0000-7000-8000-000000000000'), headers });
    if (answer.statusCode === 401) return false;
    if (answer.statusCode !== 403) return true;
    const { code, params } = answer.json<{ code: string; params?: { permission?: string } }>();
    return !(code === 'kernel.forbidden' && params?.permission === permission);
  }

  it('与核对过的表一致，一个接口不多，一个不少', async () => {
    const askers: [string, Record<string, string>][] = [['visitor', {}], ['citizen', (await signInTestPerson(server().kernel)).headers]];
    for (const role of roles) askers.push([role, (await signInTestStaff(server().kernel, { roles: [role] })).headers]);
    const found: Record<string, string> = {};
    for (const operation of ordered) {
      const allowed = new Set<string>();
      for (const [who, headers] of askers) if (await lets(operation, headers)) allowed.add(who);
      found[operation.id] = nameSet(allowed);
    }
    expect(found).toEqual(reviewed);
  }, 120_000);

  const lines = Object.entries(reviewed).map(([id, who]) => ({ id, who: who.split(' ') }));

  it('受理、审查、决定分属不同角色；监督的人不办件', () => {
    const holders = (id: string) => lines.find((line) => line.id === id)?.who;
    expect(holders('intake.accept-case')).toEqual(['window-clerk']);
    expect(holders('handling.record-review')).toEqual(['reviewer']);
    expect(holders('handling.extend-limit')).toEqual(['decider']);
    const acting = lines.filter(({ id }) => /^(intake|handling)\./.test(id) && id !== 'handling.get-work-summary');
    expect(acting.filter(({ who }) => who.includes('supervisor') || who.includes('hall-leader'))).toEqual([]);
  });

  it('三员各管各的：他们独有的接口不与别的角色共用 (ORG-04)', () => {
    const administrators = ['system-administrator', 'security-administrator', 'audit-administrator'];
    const shared = lines.filter(({ who }) => who.length > 1 && who.some((role) => administrators.includes(role)));
    expect(shared).toEqual([]);
  });
});
