import { signInTestStaff } from '../server/src/kernel/identity/testing/test-accounts.ts';
import type { SingleScope } from '../server/src/kernel/access/index.ts';
import type { Kernel } from '../server/src/kernel/context.ts';
import { CpuMeter } from './lib/cpu.ts';
import { atMost, medianOf, note, type Figure } from './lib/figures.ts';
import { requestBytes, runLoad, type LoadResult } from './lib/http-load.ts';
import type { Guides, ListedDepartment } from './many-guides.ts';
import { createRandom, matters, objects } from './many-items.ts';
import type { Bench } from './submit.ts';

const connections = 50;

/** An item within an administrator's reach, that a list is asked for. */
interface KnownItem { name: string; state: string; taskType: string; regionCode: string; departmentId: string; tags: string[]; lifeStages: string[]; errorCount: number | null; source: string }

interface Administrator {
  readonly token: string;
  readonly items: readonly KnownItem[];
}

async function sampleItems({ db: { pool } }: Kernel, condition: string, value: string): Promise<KnownItem[]> {
  const { rows } = await pool.query<KnownItem>(`
    SELECT name, latest_state AS state, task_type AS "taskType", region_code AS "regionCode", organization_id AS "departmentId", tags, life_stages AS "lifeStages",
      error_count AS "errorCount", source FROM catalog.item WHERE ${condition} AND local_task_code LIKE '51%-%' ORDER BY md5(id::text) LIMIT 300`, [value]);
  return rows;
}

/** Twenty administrators as a province has them: half of single departments, then of counties, of cities, and one of all. */
async function hireAdministrators(kernel: Kernel, { departments }: Guides): Promise<Administrator[]> {
  const hire = async (home: ListedDepartment, scope: SingleScope, condition: string, value: string): Promise<Administrator> => {
    const { headers } = await signInTestStaff(kernel, { organizationId: home.id, roles: [{ code: 'item-administrator', scope }] });
    return { token: headers.authorization.slice(7), items: await sampleItems(kernel, condition, value) };
  };
  const homes = departments.filter((_department, at) => at % Math.floor(departments.length / 20) === 0).slice(0, 20);
  return Promise.all(homes.map((home, at) => {
    const city = home.regionCode.slice(0, 4);
    if (at < 10) return hire(home, { kind: 'organization', organizationPath: home.path }, 'organization_id = $1', home.id);
    if (at < 16) return hire(home, { kind: 'region', regionCode: home.regionCode }, 'region_code = $1', home.regionCode);
    if (at < 19) return hire(home, { kind: 'region', regionCode: `${city}00000000` }, 'region_code LIKE $1', `${city}%`);
    return hire(home, { kind: 'all' }, 'region_code LIKE $1', '%');
  }));
}

function wordsFor({ name }: KnownItem, kind: number): string {
  const object = objects.findLast((one) => name.includes(one)) ?? name;
  const matter = matters.find((one) => name.endsWith(one)) ?? '许可';
  if (kind < 0.45) return object;
  if (kind < 0.75) return object + matter;
  if (kind < 0.9) return matter;
  return kind < 0.95 ? '临时' : `飞船发射${name.length}`;
}

/** Requests for items that are there, by words of their names and three filters drawn from what they are; one in twenty finds nothing. */
function drawRequests(administrators: readonly Administrator[], count: number, seed: number): Buffer[] {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, () => {
    const { token, items } = pick(administrators);
    const item = pick(items);
    const filters: [string, string | undefined][] = [
      ['state', item.state], ['taskType', item.taskType], ['regionCode', item.regionCode], ['departmentId', item.departmentId], ['tag', item.tags[0]], ['lifeStage', item.lifeStages[0]],
      ['quality', item.errorCount === null ? 'unchecked' : item.errorCount > 0 ? 'faulty' : 'clean'], ['source', item.source],
    ];
    const given = filters.flatMap(([name, value]): { place: number; filter: [string, string] }[] => (value === undefined ? [] : [{ place: random(), filter: [name, value] }]));
    const chosen = given.toSorted((one, other) => one.place - other.place).slice(0, 3).map(({ filter }) => filter);
    const query: [string, string][] = [['q', wordsFor(item, random())], ...chosen, ['order', pick(['updated', 'updated', 'name', 'code'])], ['limit', '20']];
    return requestBytes('GET', `/api/v1/catalog/items?${new URLSearchParams(query).toString()}`, token);
  });
}

/** The administrators' list with words and three filters over all implementation lists, at 50 connections that ask without a pause. */
export async function measureStaffList({ origin, pid, platform: { kernel }, log }: Bench, guides: Guides, { rounds, forMs }: { rounds: number; forMs: number }): Promise<Figure[]> {
  const requests = drawRequests(await hireAdministrators(kernel, guides), 20_000, 5);
  const meter = new CpuMeter(kernel.db.pool, pid);
  const results: LoadResult[] = [];
  let asked = 0;
  for (let round = 0; round <= rounds; round += 1) {
    const result = await meter.measure(round, 'list', ({ requests: count }) => count, () =>
      runLoad({ origin, connections, forMs, settleMs: 500, requests: [...requests.slice(asked), ...requests.slice(0, asked)] }));
    asked = (asked + result.requests) % requests.length;
    if (result.errors > 0) throw new Error(`${result.errors} lists failed, first: ${result.firstError}`);
    if (round > 0) results.push(result);
    log(`p99 ${result.p99.toFixed(1)} ms, ${result.perSecond.toFixed(0)} lists/s`);
  }
  const middle = (of: (result: LoadResult) => number): number => medianOf(results.map(of));
  return [
    atMost(`staff list: p99 over ${guides.count.toLocaleString('en')} lists at 50 connections`, middle(({ p99 }) => p99), 'ms', 100),
    note('staff list: p50', middle(({ p50 }) => p50), 'ms'),
    note('staff list: answers', middle(({ perSecond }) => perSecond), '/s'),
    ...meter.figures('staff list'),
  ];
}
