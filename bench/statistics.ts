import { addCalendarDays } from '../server/src/kernel/calendar/index.ts';
import { chinaDate } from '../server/src/kernel/clock/index.ts';
import { signInTestStaff } from '../server/src/kernel/identity/testing/test-accounts.ts';
import { fillDrafts } from './drafts.ts';
import { bringToJointReview, finishCase } from './handle-case.ts';
import type { BenchServer } from './lib/bench-database.ts';
import { atMost, note, percentileOf, type Figure } from './lib/figures.ts';
import { requestBytes, sendAll } from './lib/http-load.ts';
import type { MemoryLog } from './lib/memory.ts';
import { openPlatform, withServer, type BenchSite } from './lib/platform.ts';
import { submitOne } from './submit.ts';
import { buildWorld } from './world.ts';
import { loadYear, type Year } from './year-of-cases.ts';

/** Each page's request is asked so often, one after another, after a first time that is not counted. */
const times = 40;

interface Page { readonly name: string; readonly path: string; readonly token: string }

/** The requests of the pages that count a year, as they ask them. */
export function pagesOf({ departments, hallId, definitionId }: Year, { city, office }: { city: string; office: string }): Page[] {
  const today = chinaDate(new Date());
  const year = new URLSearchParams({ from: addCalendarDays(today, -364), to: today }).toString();
  const [department] = departments;
  const county = `regionCode=${department?.regionCode}`;
  const view = (by: string, more = ''): Page => ({ name: `view by ${by}${more === '' ? '' : ' of a county'}`, path: `/api/v1/supervision/views?by=${by}&${year}${more === '' ? '' : `&${more}`}`, token: city });
  return [
    ...['region', 'department', 'item', 'person', 'window'].map((by) => view(by)), view('item', county), view('person', county),
    { name: 'trend', path: `/api/v1/supervision/trend?${year}`, token: city }, { name: 'board', path: '/api/v1/supervision/board?days=366', token: city },
    { name: 'signals', path: '/api/v1/supervision/signals?limit=50', token: city }, { name: 'rules with their open signals', path: '/api/v1/supervision/rules', token: city },
    { name: 'cases behind a number', path: '/api/v1/supervision/cases?level=red&limit=50', token: city },
    { name: 'times of steps', path: `/api/v1/supervision/step-times?definitionId=${definitionId}&${year}`, token: city }, { name: 'processes with times', path: '/api/v1/supervision/timed-processes', token: city },
    { name: 'ratings', path: '/api/v1/rating-statistics?months=12', token: city }, { name: 'ratings of a department', path: `/api/v1/rating-statistics?months=12&organizationId=${department?.id}`, token: city },
    { name: 'stuck matters', path: `/api/v1/stuck-matter-statistics?${year}`, token: city }, { name: 'items and their cases', path: `/api/v1/directory/reports/operation?${year}`, token: city },
    { name: 'work of an office that takes part in every case', path: '/api/v1/work/summary', token: office }, { name: 'a hall and its windows', path: `/api/v1/managed-halls/${hallId}/watch`, token: city },
  ];
}

export async function measurePage(origin: string, { name, path, token }: Page, log: (line: string) => void): Promise<Figure[]> {
  const request = requestBytes('GET', path, token);
  const first = await sendAll(origin, 1, [request]);
  const { p50, p99 } = await sendAll(origin, 1, Array<Buffer>(times).fill(request));
  log(`statistics: ${name}: first ${first.p50.toFixed(0)} ms, then p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)} ms`);
  return [atMost(`statistics: ${name}, p99`, p99, 'ms', 1_000), note(`statistics: ${name}, p50`, p50, 'ms')];
}

/** What pages count of a year with so many cases, asked one after another (SUP-03, RAT-03, STK-02). */
export async function measureStatistics(server: BenchServer, dataDir: string, port: number, memory: MemoryLog, count: number, log: (line: string) => void): Promise<Figure[]> {
  const site: BenchSite = { connectionString: await server.create(), dataDir };
  const platform = await openPlatform(site);
  const { kernel, relay } = platform;
  const world = await buildWorld(kernel, 1);
  const caseId = await withServer(site, port, memory, async ({ url: origin, pid }) => {
    const bench = { origin, pid, connectionString: site.connectionString, platform, world, log };
    const id = await submitOne(bench, await fillDrafts(origin, world));
    await bringToJointReview(origin, world, id);
    await finishCase(origin, world, id, () => relay.drain());
    await relay.drain();
    return id;
  });
  const year = await loadYear(platform, site, caseId, count, log);
  const { headers } = await signInTestStaff(kernel, { roles: ['supervisor', 'hall-leader', 'item-administrator'] });
  const city = headers.authorization.slice(7);
  const figures = await withServer(site, port, memory, async ({ url: origin }) => {
    const measured: Figure[] = [];
    for (const page of pagesOf(year, { city, office: world.leadReviewers[0]?.token ?? '' })) measured.push(...await measurePage(origin, page, log));
    return measured;
  });
  await kernel.db.close();
  await server.drop(site.connectionString);
  const all = figures.filter(({ target }) => target !== null).map(({ value }) => value).sort((one, other) => one - other);
  return [...figures, note(`statistics: slowest p99 of all over a year of ${count.toLocaleString('en')} cases`, percentileOf(all, 1), 'ms')];
}
