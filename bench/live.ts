import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { systemActor } from '../server/src/kernel/access/index.ts';
import { commit } from '../server/src/kernel/commit.ts';
import { systemContext, type Context } from '../server/src/kernel/context.ts';
import { createId, WriteBatch } from '../server/src/kernel/db/index.ts';
import { addTestOrganization, signInTestStaff } from '../server/src/kernel/identity/testing/test-accounts.ts';
import { startInstance } from '../server/src/kernel/workflow/index.ts';
import { publish, userTask } from '../server/src/kernel/workflow/testing/office.ts';
import { createHall, saveSettings } from '../server/src/modules/halls/index.ts';
import { call } from './lib/client.ts';
import { atMost, medianOf, note, type Figure } from './lib/figures.ts';
import type { Followers, LiveOrder, LiveReport } from './lib/live-process.ts';
import type { Bench } from './submit.ts';
import type { SignedIn } from './world.ts';

/** A city's day: halls with their screens, departments with their officers' inboxes; one change of each a second. */
const halls = { count: 20, screens: 50 };
const departments = { count: 100, inboxes: 40 };
const patienceMs = 10_000;

/** Something that is changed there and back, and the pages that show it. */
interface Changing { readonly change: () => Promise<unknown>; readonly followers: Followers }

async function makeHall(ctx: Context, bench: Bench, at: number): Promise<Changing> {
  const { kernel } = bench.platform;
  const organization = await addTestOrganization(kernel);
  const created = await createHall(ctx, { name: `${at}号大厅`, address: '滨江路 1 号', organizationId: organization.id });
  const [zone, windowId, general, social] = [createId(), createId(), createId(), createId()];
  const queue = { zoneId: zone, services: [{ kind: 'organization' as const, targetId: organization.id, name: '' }], typicalMinutes: 10, slotMinutes: 60, slotCapacity: 2, daysAhead: 7, prefix: '' };
  const queues = [{ ...queue, id: general, name: '综合业务' }, { ...queue, id: social, name: '社保业务', prefix: 'B' }];
  const windows = Array.from({ length: 20 }, (_x, place) => ({ id: place === 0 ? windowId : createId(), zoneId: zone, number: String(place + 1).padStart(2, '0'), name: '综合窗口', queues: [{ queueId: general, rank: 0 }] }));
  await saveSettings(ctx, created.hallId, { version: created.version, configuration: { ...created.configuration, zones: [{ id: zone, name: '综合区', prefix: 'A' }], queues, windows } });
  const leader = await signedIn(bench, { roles: [{ code: 'hall-leader', scope: { kind: 'all' } }] });
  let moved = false;
  return {
    followers: { topic: `halls.hall/${created.hallId}`, count: halls.screens },
    change: () => call(bench.origin, 'PATCH', `/api/v1/managed-halls/windows/${windowId}`, leader, { queueIds: [(moved = !moved) ? social : general] }),
  };
}

async function signedIn({ platform: { kernel } }: Bench, input: Parameters<typeof signInTestStaff>[1]): Promise<SignedIn> {
  const { id, headers } = await signInTestStaff(kernel, input);
  return { id, token: headers.authorization.slice(7) };
}

async function makeDepartment(ctx: Context, bench: Bench): Promise<Changing> {
  const { kernel } = bench.platform;
  const organization = await addTestOrganization(kernel);
  const officer = await signedIn(bench, { organizationId: organization.id, posts: ['window'], roles: ['window-clerk'] });
  const batch = new WriteBatch();
  const subjectId = createId();
  await startInstance(ctx, batch, { processKey: 'bench-live', subjectType: 'case', subjectId, subjectNumber: subjectId, subjectName: '张三', title: '施工许可', variables: { bureau: organization.id } });
  await commit(ctx, batch);
  const { rows: [task] } = await kernel.db.pool.query<{ id: string }>('SELECT id FROM workflow.task WHERE subject_id = $1', [subjectId]);
  let claimed = false;
  return {
    followers: { topic: 'workflow.inbox', count: departments.inboxes, token: officer.token, ask: '/api/v1/inbox/count' },
    change: () => call(bench.origin, 'POST', `/api/v1/tasks/${task?.id}/${(claimed = !claimed) ? 'claim' : 'release'}`, officer),
  };
}

/** Five thousand pages that are open: from the request that changes something until every page concerned shows it. */
export async function measureLive(bench: Bench, rounds: number): Promise<Figure[]> {
  const { platform: { kernel }, origin, log } = bench;
  const ctx = systemContext(kernel, systemActor('bench'), createId());
  await publish(kernel, 'bench-live', userTask('accept', '受理', 'window', '=bureau', 'tongban:step="acceptance"'), 's > accept > e');
  const all: Changing[] = [];
  for (let at = 0; at < halls.count; at += 1) all.push(await makeHall(ctx, bench, at));
  for (let at = 0; at < departments.count; at += 1) all.push(await makeDepartment(ctx, bench));
  const reader = fork(fileURLToPath(new URL('lib/live-process.ts', import.meta.url)), { execArgv: ['--import', 'tsx'], serialization: 'advanced' });
  try {
    const following = await tell(reader, { kind: 'follow', origin, groups: all.map(({ followers }) => followers) });
    if (following.kind !== 'following') throw new Error('the pages were not opened');
    log(`${following.connections} pages follow`);
    const [ordinary, together]: [Extract<LiveReport, { kind: 'updated' }>[], Extract<LiveReport, { kind: 'updated' }>[]] = [[], []];
    for (let round = 0; round <= rounds; round += 1) {
      // A hall and five departments change within the same moment, as in a busy second; then everything at once.
      const some = [round % halls.count, ...Array.from({ length: 5 }, (_x, at) => halls.count + ((round * 5 + at) % departments.count))];
      ordinary.push(await changeAll(reader, all, some));
      log(`live: ${JSON.stringify(ordinary.at(-1))}`);
    }
    for (let round = 0; round < 3; round += 1) {
      together.push(await changeAll(reader, all, [...Array(halls.count).keys()]));
      log(`live: every hall: ${JSON.stringify(together.at(-1))}`);
    }
    const missing = [...ordinary, ...together].reduce((sum, report) => sum + report.missing, 0);
    return [
      atMost(`live: ${following.connections} open pages, the last one shows a change after`, medianOf(ordinary.slice(1).map(({ last }) => last)), 'ms', 2_000),
      note('live: p99 of the pages concerned', medianOf(ordinary.slice(1).map(({ p99 }) => p99)), 'ms'),
      note(`live: ${halls.count} halls change at once, the last of ${halls.count * halls.screens} screens after`, medianOf(together.map(({ last }) => last)), 'ms'),
      atMost('live: pages that were not told', missing, '', 0),
    ];
  } finally {
    reader.kill();
  }
}

async function changeAll(reader: ChildProcess, all: readonly Changing[], groups: readonly number[]): Promise<Extract<LiveReport, { kind: 'updated' }>> {
  const told = tell(reader, { kind: 'await', groups, forMs: patienceMs });
  await Promise.all(groups.map((group) => all[group]?.change()));
  const report = await told;
  if (report.kind !== 'updated') throw new Error('the pages gave no report');
  return report;
}

async function tell(reader: ChildProcess, order: LiveOrder): Promise<LiveReport> {
  reader.send(order);
  const [report] = await once(reader, 'message') as [LiveReport];
  return report;
}
