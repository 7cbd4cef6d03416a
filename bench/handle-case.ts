import type pg from 'pg';
import { chinaDate } from '../server/src/kernel/clock/index.ts';
import { call } from './lib/client.ts';
import type { SignedIn, World } from './world.ts';

/** The date in China so many days from now. */
export function dayFromNow(days: number): string {
  return chinaDate(new Date(Date.now() + days * 86_400_000));
}

interface Task { taskId: string; step: string; name: string; mine: boolean }
interface CasePage { version: number; status: string; tasks: Task[]; materials: { key: string }[] }

/** An answer to every review point that counts for the case at this stage. */
export function ticks(world: World, materialKeys: readonly string[], stage: 'acceptance' | 'review'): { materialKey: string; pointKey: string; satisfied: boolean }[] {
  return world.item.elements.materials.filter(({ key }) => materialKeys.includes(key)).flatMap((material) =>
    material.reviewPoints.filter((point) => point.stage === stage).map((point) => ({ materialKey: material.key, pointKey: point.key, satisfied: true })));
}

async function view(origin: string, officer: SignedIn, caseId: string): Promise<CasePage> {
  return call<CasePage>(origin, 'GET', `/api/v1/cases/${caseId}`, officer);
}

function first(officers: readonly SignedIn[]): SignedIn {
  const [officer] = officers;
  if (!officer) throw new Error('an officer is missing');
  return officer;
}

/** Accepts a submitted case at the window and lets the lead department review it: what waits then is the joint review. */
export async function bringToJointReview(origin: string, world: World, caseId: string): Promise<void> {
  const clerk = first(world.clerks);
  const page = await view(origin, clerk, caseId);
  const keys = page.materials.map(({ key }) => key);
  await call(origin, 'POST', `/api/v1/cases/${caseId}/accept`, clerk, { version: page.version, points: ticks(world, keys, 'acceptance') });
  await review(origin, world, first(world.leadReviewers), caseId);
}

async function review(origin: string, world: World, officer: SignedIn, caseId: string): Promise<void> {
  const page = await view(origin, officer, caseId);
  const task = page.tasks.find(({ step, mine }) => step === 'review' && mine);
  if (!task) throw new Error('no review waits for this officer');
  const points = ticks(world, page.materials.map(({ key }) => key), 'review');
  await call(origin, 'POST', `/api/v1/cases/${caseId}/reviews`, officer, { taskId: task.taskId, conclusion: 'pass', opinion: '经审查，符合条件，同意。', points });
}

/** Takes a case that waits for the joint review to its end: check, decision, the licence by `deliverEvents`, delivery. */
export async function finishCase(origin: string, world: World, caseId: string, deliverEvents: () => Promise<unknown>): Promise<void> {
  await review(origin, world, first(world.jointReviewers), caseId);
  await review(origin, world, first(world.checkers), caseId);
  const decider = first(world.deciders);
  const decision = (await view(origin, decider, caseId)).tasks.find(({ step, mine }) => step === 'decision' && mine);
  await call(origin, 'POST', `/api/v1/cases/${caseId}/decide`, decider, {
    taskId: decision?.taskId, outcome: 'approved', opinion: '准予许可。', licence: { validFrom: dayFromNow(14), validTo: dayFromNow(40) },
  });
  await deliverEvents();
  const clerk = first(world.clerks);
  const delivery = (await view(origin, clerk, caseId)).tasks.find(({ step, mine }) => step === 'delivery' && mine);
  await call(origin, 'POST', `/api/v1/cases/${caseId}/deliver`, clerk, { taskId: delivery?.taskId, method: 'electronic', receiver: '李敏' });
}

/** A case that waits for the joint department. */
export interface WaitingCase {
  readonly caseId: string;
  readonly instanceId: string;
  readonly taskId: string;
}

/** The cases of the given ids with the tasks that wait for the joint reviewers. */
export async function findWaiting(pool: pg.Pool, caseIds: readonly string[]): Promise<WaitingCase[]> {
  const { rows } = await pool.query<WaitingCase>(
    `SELECT subject_id AS "caseId", instance_id AS "instanceId", id AS "taskId" FROM workflow.task
     WHERE subject_id = ANY($1) AND status = 'open' AND node = 'JointReview' ORDER BY id`, [caseIds]);
  return rows;
}
