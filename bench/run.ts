import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureAutomatic } from './automatic.ts';
import { measureChecks } from './checks.ts';
import { measureClerks } from './clerks.ts';
import { measureDesigners } from './designers.ts';
import { fillDrafts, type PreparedDraft } from './drafts.ts';
import { measureForm } from './form.ts';
import { measureGuide } from './guide.ts';
import { measureImport } from './import.ts';
import { measureInterpreter } from './interpreter.ts';
import { openBenchServer } from './lib/bench-database.ts';
import { atLeast, atMost, formatFigures, note, type Figure } from './lib/figures.ts';
import { peakMemoryOf, type MemoryLog } from './lib/memory.ts';
import { openPlatform, poolSize, withServer, type BenchSite } from './lib/platform.ts';
import { loadGuides } from './many-guides.ts';
import { measureLive } from './live.ts';
import { measureRules } from './rules.ts';
import { measureScale } from './scale.ts';
import { measureSearch } from './search.ts';
import { measureStaffList } from './staff-list.ts';
import { measureStatistics } from './statistics.ts';
import { measureStep } from './step.ts';
import { measureSupervision } from './supervision.ts';
import { measureSubmit, submitOne, type Bench } from './submit.ts';
import { buildWorld } from './world.ts';

const port = 18_800;

const { values: options } = parseArgs({ options: { json: { type: 'string' }, quick: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } } });

const timed = options.quick ? { rounds: 5, forMs: 1_000 } : { rounds: 5, forMs: 3_000 };

const print = (line: string): void => { process.stdout.write(`${line}\n`); };
const log = (line: string): void => { process.stderr.write(`  ${line}\n`); };

const wanted = (part: string): boolean => options.only === undefined || options.only.includes(part);

/** The interpreter alone, without a database. */
function interpreterFigures(): Figure[] {
  const { stepsPerSecond, stateBytes } = measureInterpreter();
  return [atLeast('interpreter: steps of a ten-node model', stepsPerSecond, '/s', 5_000), atMost('interpreter: state while two tasks wait', stateBytes, 'bytes', 1_024)];
}

/** A decision table alone, without a database. */
function ruleFigures(): Figure[] {
  const { evaluationsPerSecond, checkMs } = measureRules();
  return [atLeast('rules: evaluations of a 200-row table', evaluationsPerSecond, '/s', 100_000), note('rules: check of the same table', checkMs, 'ms')];
}

/** What needs 100,000 implementation lists: the administrators' list, and checks in a second process beside the case path. */
async function listFigures(bench: Bench, site: BenchSite, memory: MemoryLog, filled: readonly PreparedDraft[]): Promise<Figure[]> {
  if (!wanted('staff-list') && !wanted('checks')) return [];
  const guides = await loadGuides(bench.platform.kernel, options.quick ? 20_000 : 100_000, log);
  return [
    ...(wanted('staff-list') ? await measureStaffList(bench, guides, timed) : []),
    ...(wanted('checks') ? await withServer(site, port + 1, memory, (worker) => measureChecks(bench, worker, guides, { rounds: 5, perRound: options.quick ? 400 : 2_000 }, filled), 'all') : []),
  ];
}

async function main(): Promise<void> {
  const server = await openBenchServer();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-bench-data-'));
  const memory: MemoryLog = { server: 0 };
  const figures: Figure[] = [];
  try {
    if (wanted('interpreter')) figures.push(...interpreterFigures());
    if (wanted('rules')) figures.push(...ruleFigures());
    if (wanted('form')) figures.push(...measureForm());
    const site: BenchSite = { connectionString: await server.create(), dataDir };
    const platform = await openPlatform(site);
    const world = await buildWorld(platform.kernel, poolSize);
    const plan = options.quick ? { rounds: 5, perRound: 100 } : { rounds: 5, perRound: 400 };
    await withServer(site, port, memory, async ({ url: origin, pid }) => {
      const bench = { origin, pid, connectionString: site.connectionString, platform, world, log };
      const filled = await fillDrafts(origin, world);
      if (wanted('submit')) figures.push(...await measureSubmit(bench, plan, filled));
      if (wanted('step')) figures.push(...await measureStep(bench, plan, await submitOne(bench, filled)));
      if (wanted('search')) figures.push(...await measureSearch(bench, timed));
      if (wanted('guide')) figures.push(...await measureGuide(bench, timed));
      if (wanted('designers')) figures.push(...await measureDesigners(bench));
      figures.push(...await listFigures(bench, site, memory, filled));
      const automatic = { rounds: 5, perRound: options.quick ? 40 : 100 };
      if (wanted('automatic')) figures.push(...await withServer(site, port + 2, memory, ({ url, pid: worker }) => measureAutomatic({ ...bench, origin: url, pid: worker }, automatic), 'all'));
      const clerks = { forMs: options.quick ? 15_000 : 60_000 };
      if (wanted('live')) figures.push(...await measureLive(bench, options.quick ? 3 : 20));
      if (wanted('clerks')) figures.push(...await withServer(site, port + 3, memory, async ({ url, pid: worker }) => measureClerks({ ...bench, origin: url, pid: worker }, clerks, await submitOne(bench, filled)), 'all'));
    });
    await platform.kernel.db.close();
    await server.drop(site.connectionString);
    if (wanted('import')) figures.push(...await measureImport(server, dataDir, port, memory, options.quick ? 2_000 : 10_000, log));
    if (wanted('scale')) figures.push(...await measureScale(server, dataDir, port, memory, { ...plan, many: options.quick ? 100_000 : 1_000_000 }, log));
    const supervision = options.quick ? { cases: 20_000, steps: 600, warnings: 700, yellow: 300 } : { cases: 100_000, steps: 2_000, warnings: 3_500, yellow: 1_500 };
    if (wanted('supervision')) figures.push(...await measureSupervision(server, dataDir, port, memory, supervision, log));
    if (wanted('statistics')) figures.push(...await measureStatistics(server, dataDir, port, memory, options.quick ? 100_000 : 1_000_000, log));
  } finally {
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  }
  print(formatFigures(figures));
  print(`peak memory: server ${memory.server} MiB, loader ${await peakMemoryOf(process.pid)} MiB`);
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
