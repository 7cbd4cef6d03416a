import { randomUUID } from 'node:crypto';
import { ApiError, type ApiClient } from '@tongban/api-client';
import { listInbox } from '../../server/src/kernel/workflow/contract.ts';
import { getPublishedVersion, listReviewPoints } from '../../server/src/modules/catalog/contract.ts';
import { getCase, type CaseView } from '../../server/src/modules/cases/contract.ts';
import { decideCase, deliverResult, recordReview } from '../../server/src/modules/handling/contract.ts';
import { acceptCase, type CaseReceipt, type PointResult } from '../../server/src/modules/intake/contract.ts';

/** An action of an officer that the platform has confirmed. */
export interface Confirmed {
  readonly caseId: string;
  readonly version: number;
  readonly type: 'accept' | 'review' | 'decide' | 'deliver';
}

/** An action to take on a case, with the key that makes a repeat harmless. */
export interface Move {
  readonly type: Confirmed['type'];
  perform(client: ApiClient): Promise<CaseReceipt>;
}

/** Finds the next thing this officer may do among the tasks that wait longest; undefined when there is nothing. */
export async function findMove(client: ApiClient): Promise<Move | undefined> {
  const { items } = await client.call(listInbox, { query: { limit: 5, box: 'todo', subjectType: 'case', order: 'due' } });
  for (const { subject } of items) {
    const move = await chooseMove(client, await client.call(getCase, { params: { caseId: subject.id } }));
    if (move) return move;
  }
  return undefined;
}

async function chooseMove(client: ApiClient, current: CaseView): Promise<Move | undefined> {
  const params = { caseId: current.id };
  const options = { idempotencyKey: randomUUID() };
  const mine = (step: 'review' | 'decision' | 'delivery'): string | undefined => current.tasks.find((task) => task.mine && task.step === step)?.taskId;
  const { abilities, version } = current;
  if (abilities.accept) {
    const points = await tickAll(client, current, 'acceptance');
    return { type: 'accept', perform: (by) => by.call(acceptCase, { params, body: { version, points, opinion: '材料齐全，予以受理。' } }, options) };
  }
  const review = mine('review');
  if (abilities.review && review !== undefined) {
    const points = await tickAll(client, current, 'review');
    return { type: 'review', perform: (by) => by.call(recordReview, { params, body: { taskId: review, conclusion: 'pass', opinion: '经审查，符合条件。', points } }, options) };
  }
  const decision = mine('decision');
  if (abilities.decide && decision !== undefined) {
    return { type: 'decide', perform: (by) => by.call(decideCase, { params, body: { taskId: decision, outcome: 'approved', opinion: '同意。' } }, options) };
  }
  const delivery = mine('delivery');
  if (abilities.deliver && delivery !== undefined) {
    const body = { taskId: delivery, method: 'counter' as const, receiver: current.applicantName };
    return { type: 'deliver', perform: (by) => by.call(deliverResult, { params, body }, options) };
  }
  return undefined;
}

async function tickAll(client: ApiClient, current: CaseView, stage: 'acceptance' | 'review'): Promise<PointResult[]> {
  const { elements } = await client.call(getPublishedVersion, { params: { versionId: current.itemVersionId } });
  const materialKeys = new Set(current.materials.map(({ key }) => key));
  return listReviewPoints(elements, { situationKey: current.situationKey, materialKeys }, stage).map(({ point, ...place }) => ({ ...place, pointKey: point.key, satisfied: true }));
}

/** True when somebody else was faster, or the interrupted first attempt had gone through after all. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof ApiError && (error.problem.status === 409 || error.problem.kind === 'conflict' || error.problem.kind === 'rule-violated' || error.problem.kind === 'not-found');
}
