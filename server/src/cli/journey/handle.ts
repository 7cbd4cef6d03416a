import { chinaDate, systemClock } from '../../kernel/clock/index.ts';
import { getCase, getCaseApplication, type CaseView } from '../../modules/cases/contract.ts';
import { getPublishedVersion, listReviewPoints, type ItemElements } from '../../modules/catalog/contract.ts';
import { answerSpecialProcedure, decideCase, deliverResult, endSpecialProcedure, proposeSpecialProcedure, recordReview } from '../../modules/handling/contract.ts';
import { acceptCase, type PointResult } from '../../modules/intake/contract.ts';
import { upload } from './apply.ts';
import type { Participant } from './people.ts';

type Stage = 'acceptance' | 'review' | 'decision';

/** A case as an officer sees it, with the content of its item version. */
async function open({ client }: Participant, caseId: string): Promise<{ view: CaseView; elements: ItemElements }> {
  const view = await client.call(getCase, { params: { caseId } });
  const { elements } = await client.call(getPublishedVersion, { params: { versionId: view.itemVersionId } });
  return { view, elements };
}

function tickAll(elements: ItemElements, view: CaseView, stage: Stage): PointResult[] {
  const materialKeys = new Set(view.materials.map(({ key }) => key));
  return listReviewPoints(elements, { situationKey: view.situationKey, materialKeys }, stage).map(({ point, ...place }) => ({ ...place, pointKey: point.key, satisfied: true }));
}

/** Does the officer's open task of a case, whichever step it is; gives what was done, or undefined when none is theirs. */
export async function workOn(officer: Participant, caseId: string): Promise<string | undefined> {
  const { client } = officer;
  const { view, elements } = await open(officer, caseId);
  const task = view.tasks.find(({ mine }) => mine);
  if (!task) return undefined;
  const params = { caseId };
  switch (task.step) {
    case 'acceptance':
      await client.call(acceptCase, { params, body: { version: view.version, points: tickAll(elements, view, 'acceptance') } });
      return `${task.name}：受理`;
    case 'decision':
      await client.call(decideCase, { params, body: { taskId: task.taskId, outcome: 'approved', opinion: '经审查，符合法定条件，准予许可。', points: tickAll(elements, view, 'decision'), licence: validity(view) } });
      return `${task.name}：准予`;
    case 'delivery':
      // The licence follows from the decision a moment later; nothing is handed over before it is there.
      if (elements.handling.licenceTypeCode && view.outcome === 'approved' && !view.licence) return undefined;
      await client.call(deliverResult, { params, body: { taskId: task.taskId, method: 'electronic', receiver: view.applicant.name } });
      return `${task.name}：电子送达`;
    default:
      await client.call(getCaseApplication, { params, query: {} });
      await client.call(recordReview, { params, body: { taskId: task.taskId, conclusion: 'pass', opinion: '材料真实、完整，符合要求，建议准予。', points: tickAll(elements, view, 'review') } });
      return `${task.name}：通过`;
  }
}

/** Dates for a licence whose validity the decision sets: thirty days from today. */
function validity(view: CaseView): { validFrom?: string; validTo?: string } {
  if (view.licenceValidity !== 'decided') return {};
  const [from, to] = [0, 29].map((days) => new Date(systemClock.now().getTime() + days * 86_400_000));
  return from && to ? { validFrom: chinaDate(from), validTo: chinaDate(to) } : {};
}

/** Stops the clock by a special procedure that another officer approves, and lets it go on again. */
export async function holdSpecialProcedure(examiner: Participant, decider: Participant, caseId: string): Promise<string[]> {
  const { view, elements } = await open(examiner, caseId);
  const [procedure] = elements.specialProcedures;
  if (!procedure || !view.abilities.proposeSpecialProcedure) return [];
  const params = { caseId };
  const fileIds = [await upload(examiner, `${procedure.name}委托书`)];
  await examiner.client.call(proposeSpecialProcedure, { params, body: { key: procedure.key, reason: `依据${procedure.basis.slice(0, 40)}需要进行${procedure.name}。`, days: Math.min(procedure.days, 20), fileIds } });
  const proposed = (await decider.client.call(getCase, { params })).specialProcedures.at(-1);
  if (!proposed) throw new Error('特别程序申请没有出现在办件中');
  await decider.client.call(answerSpecialProcedure, { params: { caseId, procedureId: proposed.id }, body: { approved: true, opinion: '同意。' } });
  const paused = await examiner.client.call(getCase, { params });
  if (paused.clock.state !== 'paused') throw new Error('特别程序批准后时钟没有停止');
  await examiner.client.call(endSpecialProcedure, { params: { caseId, procedureId: proposed.id }, body: { result: '专家组出具意见：方案可行。', fileIds: [await upload(examiner, `${procedure.name}意见`)] } });
  return [`特别程序（${procedure.name}）：申请、批准、停止计时`, '特别程序结束：恢复计时'];
}
