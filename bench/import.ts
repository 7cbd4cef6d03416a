import { setTimeout as delay } from 'node:timers/promises';
import { systemActor } from '../server/src/kernel/access/index.ts';
import { systemContext, type Kernel } from '../server/src/kernel/context.ts';
import { createId } from '../server/src/kernel/db/index.ts';
import { addTestOrganization, signInTestStaff } from '../server/src/kernel/identity/testing/test-accounts.ts';
import { xlsxMediaType } from '../server/src/kernel/spreadsheets/index.ts';
import { writeImportFile } from './import-file.ts';
import type { BenchServer } from './lib/bench-database.ts';
import { call, upload } from './lib/client.ts';
import { cpuSecondsOf } from './lib/cpu.ts';
import { atMost, note, type Figure } from './lib/figures.ts';
import { peakMemoryOf, type MemoryLog } from './lib/memory.ts';
import { openPlatform, withServer } from './lib/platform.ts';
import { probeHealth } from './lib/probe-health.ts';
import type { SignedIn } from './world.ts';

const department = '区住建局';
const path = '/api/v1/item-exchange/imports';

interface Import { id: string; revision: number; state: string; counts: { new: number; refused: number }; outcome: { written: number }; problem: unknown }

async function waitWhile(origin: string, who: SignedIn, id: string, state: string): Promise<Import> {
  for (;;) {
    const one = await call<Import>(origin, 'GET', `${path}/${id}`, who);
    if (one.state !== state) return one;
    await delay(100);
  }
}

async function hireAdministrator(kernel: Kernel): Promise<SignedIn> {
  const { id: organizationId } = await addTestOrganization(kernel, { name: department });
  const { id, headers } = await signInTestStaff(kernel, { organizationId, roles: [{ code: 'item-administrator', scope: { kind: 'all' } }] });
  return { id, token: headers.authorization.slice(7) };
}

/** Seconds that a list took to be previewed, and to be written. */
async function importList(origin: string, who: SignedIn, file: Buffer, count: number): Promise<{ preview: number; writing: number }> {
  const began = performance.now();
  const id = await upload(origin, who, '事项清单.xlsx', new Uint8Array(file), { path, type: xlsxMediaType });
  const read = await waitWhile(origin, who, id, 'reading');
  if (read.counts.new !== count) throw new Error(`${read.counts.new} of ${count} items are new, ${read.counts.refused} are refused: ${JSON.stringify(read.problem)}`);
  const previewed = performance.now();
  await call(origin, 'POST', `${path}/${id}/run`, who, { revision: read.revision, strategy: 'skip-errors', publish: false });
  const { state, outcome } = await waitWhile(origin, who, id, 'running');
  if (outcome.written !== count) throw new Error(`the import is ${state}, ${outcome.written} of ${count} items are written`);
  return { preview: (previewed - began) / 1_000, writing: (performance.now() - previewed) / 1_000 };
}

/**
 * Importing a workbook with all its sheets, from the upload to the last committed draft, into an empty database, by one
 * process that serves and works off jobs as `npm start` does. What follows the drafts (checks, materials) goes on beside it.
 */
export async function measureImport(server: BenchServer, dataDir: string, port: number, memory: MemoryLog, count: number, log: (line: string) => void): Promise<Figure[]> {
  const site = { connectionString: await server.create(), dataDir };
  const platform = await openPlatform(site);
  const who = await hireAdministrator(platform.kernel);
  const file = await writeImportFile(systemContext(platform.kernel, systemActor('bench'), createId()), count, department);
  log(`a workbook of ${count} items has ${(file.length / 2 ** 20).toFixed(1)} MiB`);
  const figures = await withServer(site, port, memory, async ({ url: origin, pid }) => {
    const idle = await peakMemoryOf(pid);
    const cpu = await cpuSecondsOf(pid);
    const probe = probeHealth(origin);
    const { preview, writing } = await importList(origin, who, file, count);
    const health = await probe.end();
    return [
      atMost(`import: ${count.toLocaleString('en')} rows, upload to drafts`, preview + writing, 's', 60), note('import: of these the preview', preview, 's'),
      note('import: CPU of the server', await cpuSecondsOf(pid) - cpu, 's'),
      atMost('import: peak memory of the server', await peakMemoryOf(pid), 'MiB', 512), note('import: memory of the server before', idle, 'MiB'),
      note('import: p99 of a health request meanwhile', health.p99, 'ms'), note('import: slowest health request meanwhile', health.slowest, 'ms'),
    ];
  }, 'all');
  await platform.kernel.db.close();
  await server.drop(site.connectionString);
  return figures;
}
