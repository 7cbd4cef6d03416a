import { prepareDatabase, startTestServer, useResource, type PreparedDatabase, type TestServer, type TestServerOptions } from '@tongban/testkit';
import { systemActor, type SingleScope, type DefaultRole } from '../kernel/access/index.ts';
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
export const isTestPost = (post: string | undefined): post is TestPost => post !== undefined && post in roleOfPost;

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
  /** An item administrator of 区行政审批局 whose reach is everything; `another` tells colleagues apart. */
  itemAdministrator(another?: string): Promise<Signed>;
  /** The item administrator of a department, for its own items alone. */
  departmentAdministrator(department: DepartmentName): Promise<Signed>;
  /** Id of a published item by its key. */
  itemId(key: string): string;
  organizationId(department: DepartmentName): string;
  /** The other way round. */
  departmentOf(organizationId: string): DepartmentName;
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

/** The day before which nothing of the city was there; tests begin later. */
const founded = '2026-11-01T08:00:00+08:00';

/** Posts that are filled before the first application: tasks go to whoever holds the post when they are created. */
const filled: readonly TestPost[] = ['window', 'preliminary-review', 'review', 'decision', 'delivery'];

/** What a test file must know of the city that was prepared for all of them. */
interface PreparedCity {
  departments: [DepartmentName, string][];
  items: [string, string][];
  officers: [string, TestAccount][];
}

async function addOfficer({ kernel }: TestServer, organizationId: string, post: TestPost): Promise<TestAccount> {
  return signInTestStaff(kernel, { organizationId, posts: [post], roles: [{ code: roleOfPost[post], scope: { kind: 'own' } }] });
}

/** Founds the city once for the whole run: departments, seals, processes, items, and an officer for each post. */
function prepareCity(): Promise<PreparedDatabase<PreparedCity>> {
  return prepareDatabase('city', async (database) => {
    const server = await startTestServer({ now: founded, database });
    const departments = await addDepartments(server);
    await seedServices(server.kernel);
    const officers: [string, TestAccount][] = [];
    for (const [department, organizationId] of departments) {
      for (const post of filled) officers.push([officerKey(department, post, ''), await addOfficer(server, organizationId, post)]);
    }
    const items = await readItemIds(server);
    await server.close();
    return { departments: [...departments], items: [...items], officers };
  });
}

const officerKey = (department: DepartmentName, post: TestPost, another: string): string => `${department}/${post}/${another}`;

async function openCity(options: TestServerOptions): Promise<TestCity> {
  const { template, data } = await prepareCity();
  const server = await startTestServer({ ...options, template });
  const origin = await server.listen();
  const signed = <A extends TestAccount>(account: A): A & Signed => ({ ...account, http: visit(origin, account.headers.authorization.slice('Bearer '.length)) });
  const departments = new Map(data.departments);
  const departmentsById = new Map(data.departments.map(([department, organizationId]) => [organizationId, department]));
  const items = new Map(data.items);
  const officers = new Map<string, Promise<Signed>>(data.officers.map(([key, account]) => [key, Promise.resolve(signed(account))]));
  const found = <K, V>(map: ReadonlyMap<K, V>, key: K): V => {
    const value = map.get(key);
    if (value === undefined) throw new Error(`the test city has no ${String(key)}`);
    return value;
  };
  const administrators = new Map<string, Promise<Signed>>();
  const administrator = (key: string, department: DepartmentName, scope: SingleScope): Promise<Signed> => {
    const known = administrators.get(key) ?? signInTestStaff(server.kernel, {
      organizationId: found(departments, department), posts: ['item-management'], roles: [{ code: 'item-administrator', scope }],
    }).then(signed);
    administrators.set(key, known);
    return known;
  };
  const city: TestCity = {
    server, origin, system: () => systemOf(server), stranger: () => visit(origin),
    itemAdministrator: (another = '') => administrator(`/${another}`, '区行政审批局', { kind: 'all' }),
    departmentAdministrator: (department) => administrator(department, department, { kind: 'organization', organizationPath: '' }),
    itemId: (key) => found(items, key), organizationId: (department) => found(departments, department),
    departmentOf: (organizationId) => found(departmentsById, organizationId),
    officer(department, post, another = '') {
      const key = officerKey(department, post, another);
      const known = officers.get(key) ?? addOfficer(server, found(departments, department), post).then(signed);
      officers.set(key, known);
      return known;
    },
    moveTo: (time) => moveClock(server, new Date(`${time}:00+08:00`)),
    person: async (input) => signed(await signInTestPerson(server.kernel, input)),
  };
  await moveClock(server, server.clock.now());
  return city;
}

async function moveClock({ clock, database }: TestServer, now: Date): Promise<void> {
  clock.set(now);
  await database.db.pool.query(`UPDATE identity.session SET last_seen_at = $1, expires_at = $1::timestamptz + interval '1 day' WHERE ended_at IS NULL`, [now]);
}

/** Gives the test file a city from its first test to its last; call the result inside tests. */
export function useTestCity(options: TestServerOptions = {}): () => TestCity {
  return useResource(() => openCity(options), ({ server }) => server.close());
}
