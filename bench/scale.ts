import pg from 'pg';
import { bulkLoad } from './bulk-load.ts';
import { cloneCases } from './clone-cases.ts';
import { fillDrafts } from './drafts.ts';
import { bringToJointReview, findWaiting, finishCase, type WaitingCase } from './handle-case.ts';
import type { BenchServer } from './lib/bench-database.ts';
import { atMost, medianOf, note, type Figure } from './lib/figures.ts';
import { sendAll } from './lib/http-load.ts';
import type { MemoryLog } from './lib/memory.ts';
import { openPlatform, poolSize, withServer, type BenchSite } from './lib/platform.ts';
import { alternate, ratioOf } from './lib/rounds.ts';
import { materialKeysOf, reviewRequest } from './step.ts';
import { submitOne, type Plan } from './submit.ts';
import { buildWorld, type World } from './world.ts';

const few = 10_000;

export interface ScalePlan extends Plan {
  /** Stored cases of the larger database. */
  readonly many: number;
}

interface Prepared {
  readonly world: World;
  readonly finishedId: string;
  readonly materialKeys: readonly string[];
  readonly waiting: readonly WaitingCase[];
}

/** Ten thousand finished cases, and after them those whose step is measured. */
async function prepareFew(site: BenchSite, port: number, memory: MemoryLog, count: number, many: number, log: (line: string) => void): Promise<Prepared> {
  const platform = await openPlatform(site);
  const { pool } = platform.kernel.db;
  const world = await buildWorld(platform.kernel, 1);
  const [openId, finishedId] = await withServer(site, port, memory, async ({ url: origin, pid }) => {
    const bench = { origin, pid, connectionString: site.connectionString, platform, world, log };
    const filled = await fillDrafts(origin, world);
    const ids = [await submitOne(bench, filled), await submitOne(bench, filled)] as const;
    for (const id of ids) await bringToJointReview(origin, world, id);
    await finishCase(origin, world, ids[1], () => platform.relay.drain());
    return ids;
  });
  const materialKeys = await materialKeysOf(pool, openId);
  await bulkLoad(site.connectionString, finishedId, 1, few, () => {});
  const waiting = await findWaiting(pool, await cloneCases(pool, openId, many + 1, many + count));
  await pool.query('ANALYZE; CHECKPOINT');
  await platform.kernel.db.close();
  return { world, finishedId, materialKeys, waiting };
}

async function prepareMany(server: BenchServer, site: BenchSite, finishedId: string, many: number, log: (line: string) => void): Promise<BenchSite> {
  const larger = { ...site, connectionString: await server.create(site.connectionString) };
  await bulkLoad(larger.connectionString, finishedId, few + 1, many, log);
  const client = new pg.Client({ connectionString: larger.connectionString });
  await client.connect();
  const { rows: [size] } = await client.query<{ cases: number; bytes: string }>('SELECT (SELECT count(*) FROM cases."case")::int AS cases, pg_database_size(current_database())::text AS bytes');
  await client.query('CHECKPOINT');
  await client.end();
  log(`${size?.cases} cases stored, ${(Number(size?.bytes) / 2 ** 30).toFixed(1)} GiB`);
  return larger;
}

/** The cost of a step with a million stored cases against its cost with ten thousand; the same steps on two servers in turn. */
export async function measureScale(server: BenchServer, dataDir: string, port: number, memory: MemoryLog, plan: ScalePlan, log: (line: string) => void): Promise<Figure[]> {
  const { rounds, perRound, many } = plan;
  const small = { connectionString: await server.create(), dataDir };
  const { world, finishedId, materialKeys, waiting } = await prepareFew(small, port, memory, (rounds + 1) * perRound, many, log);
  const large = await prepareMany(server, small, finishedId, many, log);
  const results = await withServer(small, port, memory, ({ url: smallOrigin }) => withServer(large, port + 1, memory, ({ url: largeOrigin }) => {
    const at = (origin: string) => async (round: number): Promise<number> => {
      const requests = waiting.slice(round * perRound, (round + 1) * perRound).map((one, index) => reviewRequest(world, materialKeys, one, index));
      return 1_000 / (await sendAll(origin, poolSize, requests)).perSecond;
    };
    return alternate(rounds, { few: at(smallOrigin), many: at(largeOrigin) }, log);
  }));
  await server.drop(large.connectionString);
  await server.drop(small.connectionString);
  const name = many.toLocaleString('en');
  return [
    atMost(`scale: step at ${name} stored cases ÷ at 10,000`, ratioOf(results.many, results.few), 'ratio', 1.3),
    note('scale: step at 10,000 stored cases', medianOf(results.few), 'ms'),
    note(`scale: step at ${name} stored cases`, medianOf(results.many), 'ms'),
  ];
}
