import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { systemActor } from '../server/src/kernel/access/index.ts';
import { chinaDate } from '../server/src/kernel/clock/index.ts';
import { systemContext, type Kernel } from '../server/src/kernel/context.ts';
import { createId } from '../server/src/kernel/db/index.ts';
import { fictitiousResidentId } from '../server/src/kernel/identity/fictitious-numbers.ts';
import { findPublishedItems } from '../server/src/modules/catalog/index.ts';
import { automaticItems } from '../server/src/seed/content/wider/automatic.ts';
import { widerLicenceTypes } from '../server/src/seed/content/wider/licence-types.ts';
import { findDepartments, seedServices } from '../server/src/seed/seed-services.ts';
import { cloneCases } from './clone-cases.ts';
import { bringToJointReview, findWaiting, ticks } from './handle-case.ts';
import { atMost, note, type Figure } from './lib/figures.ts';
import type { ClerkLoad, ClerkResult, DeskWorker } from './lib/clerk-process.ts';
import { materialKeysOf } from './step.ts';
import type { Bench } from './submit.ts';
import { hire } from './world.ts';

const itemKey = 'job-seeker-record';
const [windowClerks, reviewers] = [400, 100];
const thinkMs = [1_000, 3_000] as const;
/** Numbers of clones from here on: other parts of the bench take the ones before. */
const firstClone = 2_000_000;

export interface ClerkPlan { readonly forMs: number }

/** Publishes an item of one counter that nobody decides by rules; gives its id. */
async function publishSimpleItem(kernel: Kernel): Promise<string> {
  const items = automaticItems.filter(({ key }) => key === itemKey);
  await seedServices(kernel, items, widerLicenceTypes);
  const [itemId] = (await findPublishedItems(kernel, items.map(({ elements }) => elements.localTaskCode))).values();
  if (itemId === undefined) throw new Error(`the measured item ${itemKey} was not published`);
  return itemId;
}

function applicant(at: number): { name: string; documentNumber: string; mobile: string } {
  const birthDate = chinaDate(new Date(Date.UTC(1980, 0, 1 + Math.floor(at / 1_000)))).replaceAll('-', '');
  return { name: `王${String.fromCodePoint(0x4e00 + (at % 5_000))}`, documentNumber: fictitiousResidentId(at % 1_000, birthDate), mobile: `139${String(10_000_000 + at)}` };
}

/** Half a thousand officers at once: window clerks search, register and accept, reviewers review; each pauses between two requests. */
export async function measureClerks(bench: Bench, plan: ClerkPlan, submittedId: string): Promise<Figure[]> {
  const { origin, platform: { kernel }, world, log } = bench;
  const itemId = await publishSimpleItem(kernel);
  const item = automaticItems.find(({ key }) => key === itemKey);
  const organizationOf = await findDepartments(systemContext(kernel, systemActor('bench'), createId()));
  const home = item && organizationOf(item.department);
  const clerks = await hire(kernel, windowClerks, home, 'window', 'window-clerk');
  const joint = await hire(kernel, reviewers, organizationOf('区公安分局'), 'preliminary-review', 'reviewer');
  await bringToJointReview(origin, world, submittedId);
  const materialKeys = await materialKeysOf(kernel.db.pool, submittedId);
  const each = Math.ceil((plan.forMs + 20_000) / (3 * thinkMs[0]));
  const waiting = await findWaiting(kernel.db.pool, await cloneCases(kernel.db.pool, submittedId, firstClone, firstClone + reviewers * each - 1));
  await kernel.db.pool.query('ANALYZE');
  const workers: DeskWorker[] = [
    ...clerks.map(({ token }) => ({ token })),
    ...joint.map(({ token }, at) => ({ token, reviews: waiting.slice(at * each, (at + 1) * each).map(({ caseId, taskId }) => ({ caseId, taskId })) })),
  ];
  log(`${windowClerks} clerks and ${reviewers} reviewers sit down`);
  const result = await runClerks({
    origin, workers, forMs: plan.forMs, settleMs: 10_000, thinkMs, itemId, answers: { ...item?.forms[0]?.sampleData }, searches: ['求职登记', '失业', 'qiuzhi', '就业登计', '挖掘道路'],
    applicants: Array.from({ length: Math.ceil(windowClerks * (plan.forMs + 20_000) / (7 * thinkMs[0])) }, (_x, at) => applicant(at)),
    acceptancePoints: (item?.elements.materials ?? []).flatMap((material) =>
      material.reviewPoints.filter(({ stage }) => stage === 'acceptance').map((point) => ({ materialKey: material.key, pointKey: point.key, satisfied: true }))),
    reviewPoints: ticks(world, materialKeys, 'review'),
  });
  for (const [kind, { count, average, p99 }] of Object.entries(result.byKind)) log(`clerks: ${kind} ${count}, average ${average.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`);
  if (result.firstError !== undefined) log(`clerks: first error: ${result.firstError}`);
  return [
    atMost('clerks: average answer at 500 signed-in officers', result.all.average, 'ms', 200),
    atMost('clerks: p99', result.all.p99, 'ms', 1_000),
    atMost('clerks: errors', result.errors, '', 0),
    note('clerks: requests', result.perSecond, '/s'),
  ];
}

async function runClerks(load: ClerkLoad): Promise<ClerkResult> {
  const generator = fork(fileURLToPath(new URL('lib/clerk-process.ts', import.meta.url)), { execArgv: ['--import', 'tsx'], serialization: 'advanced' });
  generator.send(load);
  const [result] = await once(generator, 'message') as [ClerkResult];
  return result;
}
