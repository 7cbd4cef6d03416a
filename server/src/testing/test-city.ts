import { beforeAll } from 'vitest';
import { useTestServer, type TestServer, type TestServerOptions } from '@tongban/testkit';
import { systemActor, type DefaultRole } from '../kernel/access/index.ts';
import { commit } from '../kernel/commit.ts';
import { systemContext, type Context } from '../kernel/context.ts';
import { createId, WriteBatch } from '../kernel/db/index.ts';
import { signInTestPerson, signInTestStaff, type TestAccount } from '../kernel/identity/testing/test-accounts.ts';
import { addOrganization } from '../kernel/organization/services/organizations.ts';
import { findPublishedItems } from '../modules/catalog/index.ts';
import { demoDepartments, districtRegion, seedItems, type DepartmentName } from '../seed/content/index.ts';
import { seedServices } from '../seed/seed-services.ts';
import { visit, type Visitor } from './http-client.ts';

/** Posts of the processes, each with the role that its holder needs. */
const roleOfPost = {
  'window': 'window-clerk', 'preliminary-review': 'reviewer', 'review': 'reviewer', 'decision': 'decider', 'delivery': 'licence-issuer',
  'supervision': 'supervisor', 'hall-management': 'hall-leader', 'item-management': 'item-administrator',
} as const satisfies Record<string, DefaultRole>;
export type TestPost = keyof typeof roleOfPost;

/** Somebody signed in, with a client of their own. */
export interface Signed extends TestAccount {
  http: Visitor;
}

/** A small city on a running server: the demonstration departments with their seals, processes, licence types and items. */
export interface TestCity {
  readonly server: TestServer;
  readonly origin: string;
  /** A visitor without a session. */
  stranger(): Visitor;
  /** A natural person, signed in. */
  person(input?: Parameters<typeof signInTestPerson>[1]): Promise<Signed & { documentNumber: string; mobile: string }>;
  /** The officer of a post in a department, the same at each call; `another` tells colleagues apart. */
  officer(department: DepartmentName, post: TestPost, another?: string): Promise<Signed>;
  /** Id of a published item by its key. */
  itemId(key: string): string;
  organizationId(department: DepartmentName): string;
  /** Moves the clock to a time in China, `2026-11-23T09:30`; who is signed in stays so. */
  moveTo(time: string): Promise<void>;
  /** What the platform itself does, e.g. in a job. */
  system(): Context;
}

function systemOf({ kernel }: TestServer): Context {
  return systemContext(kernel, systemActor('test', '系统自动'), createId());
}

async function addDepartments(server: TestServer): Promise<Map<DepartmentName, string>> {
  const ctx = systemOf(server);
  const batch = new WriteBatch();
  const government = addOrganization(ctx, batch, { parent: null, name: '广安市广安区人民政府', kind: 'government', regionCode: districtRegion });
  const parent = { ...government };
  const ids = new Map(demoDepartments.map(({ name, shortName, code }) =>
    [shortName, addOrganization(ctx, batch, { parent, name, shortName, code, kind: 'department', regionCode: districtRegion }).id] as const));
  await commit(ctx, batch);
  return ids;
}

async function readItemIds(server: TestServer): Promise<Map<string, string>> {
  const byCode = await findPublishedItems(server.kernel, seedItems.map(({ elements }) => elements.localTaskCode));
  return new Map(seedItems.map(({ key, elements }) => [key, byCode.get(elements.localTaskCode) ?? '']));
}

async function buildCity(server: TestServer): Promise<TestCity> {
  const departments = await addDepartments(server);
  await seedServices(server.kernel);
  const items = await readItemIds(server);
  const origin = await server.listen();
  const officers = new Map<string, Promise<Signed>>();
  const found = <K, V>(map: ReadonlyMap<K, V>, key: K): V => {
    const value = map.get(key);
    if (value === undefined) throw new Error(`the test city has no ${String(key)}`);
    return value;
  };
  const tokenOf = ({ headers }: TestAccount): string => headers.authorization.slice('Bearer '.length);
  async function addOfficer(department: DepartmentName, post: TestPost): Promise<Signed> {
    const organizationId = found(departments, department);
    const account = await signInTestStaff(server.kernel, {
      organizationId, posts: [post], roles: [{ code: roleOfPost[post], scope: { kind: 'own' } }],
    });
    return { ...account, http: visit(origin, tokenOf(account)) };
  }
  // Tasks go to whoever holds the post when they are created, so every post is filled before the first application.
  const posts: readonly TestPost[] = ['window', 'preliminary-review', 'review', 'decision', 'delivery'];
  const officer = (department: DepartmentName, post: TestPost, another = ''): Promise<Signed> => {
    const key = `${department}/${post}/${another}`;
    const known = officers.get(key) ?? addOfficer(department, post);
    officers.set(key, known);
    return known;
  };
  await Promise.all(demoDepartments.flatMap(({ shortName }) => posts.map((post) => officer(shortName, post))));
  return {
    server, origin, officer, system: () => systemOf(server), stranger: () => visit(origin),
    itemId: (key) => found(items, key), organizationId: (department) => found(departments, department),
    async moveTo(time) {
      const now = new Date(`${time}:00+08:00`);
      server.clock.set(now);
      await server.database.db.pool.query(`UPDATE identity.session SET last_seen_at = $1, expires_at = $1::timestamptz + interval '1 day' WHERE ended_at IS NULL`, [now]);
    },
    async person(input) {
      const account = await signInTestPerson(server.kernel, input);
      return { ...account, http: visit(origin, tokenOf(account)) };
    },
  };
}

/** Gives the test file a city from its first test to its last; call the result inside tests. */
export function useTestCity(options: TestServerOptions = {}): () => TestCity {
  const server = useTestServer(options);
  let city: TestCity | undefined;
  beforeAll(async () => { city = await buildCity(server()); }, 120_000);
  return () => {
    if (!city) throw new Error('only available inside tests and hooks of this file');
    return city;
  };
}
