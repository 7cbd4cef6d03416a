import { findTasksOf } from '../kernel/workflow/index.ts';
import { getPublishedVersion, listReviewPoints } from '../modules/catalog/contract.ts';
import { getCase, type CaseView } from '../modules/cases/contract.ts';
import { getStepWork, saveStepForm } from '../modules/cases/steps.contract.ts';
import { decideCase, deliverResult, recordReview } from '../modules/handling/contract.ts';
import { acceptCase, type CaseReceipt, type PointResult } from '../modules/intake/contract.ts';
import type { ReviewPoint } from '../modules/catalog/contract.ts';
import { isTestPost, type Signed, type TestCity } from './test-city.ts';

/** The case page as this person sees it. */
export function look(reader: Signed, caseId: string): Promise<CaseView> {
  return reader.http.call(getCase, { params: { caseId } });
}

/** Ticks every review point of a stage, all satisfied unless named in `unsatisfied`. */
export async function tick(officer: Signed, view: CaseView, stage: ReviewPoint['stage'], unsatisfied: readonly string[] = []): Promise<PointResult[]> {
  const { elements } = await officer.http.call(getPublishedVersion, { params: { versionId: view.itemVersionId } });
  const materialKeys = new Set(view.materials.map(({ key }) => key));
  return listReviewPoints(elements, { situationKey: view.situationKey, materialKeys }, stage)
    .map(({ point, ...place }) => ({ ...place, pointKey: point.key, satisfied: !unsatisfied.includes(point.key) }));
}

/** The open task of a step that this officer may take. @throws Error when there is none */
export function taskOf(view: CaseView, step: CaseView['tasks'][number]['step']): string {
  const task = view.tasks.find((one) => one.mine && one.step === step);
  if (!task) throw new Error(`no ${step} task of ${view.number} for this officer: ${view.tasks.map((one) => `${one.name}（${one.handler}）`).join('，')}`);
  return task.taskId;
}

/** An officer who may take the case's oldest open task, and its step; undefined when nothing is left to do. */
export async function findTurn(city: TestCity, caseId: string): Promise<{ officer: Signed; step: CaseView['tasks'][number]['step'] } | undefined> {
  const [task] = await findTasksOf(city.system(), { subjectType: 'case', subjectId: caseId });
  if (!task) return undefined;
  for (const { organisation, post } of task.stored.task.candidates) {
    if (organisation && isTestPost(post)) return { officer: await city.officer(city.departmentOf(organisation), post), step: task.step };
  }
  throw new Error(`the test city has no officer for ${task.name}`);
}

/** Accepts a case at the window. */
export async function accept(clerk: Signed, caseId: string): Promise<CaseReceipt> {
  const view = await look(clerk, caseId);
  return clerk.http.call(acceptCase, { params: { caseId }, body: { version: view.version, points: await tick(clerk, view, 'acceptance') } });
}

/** Fills in and saves the form that this officer's step asks for, with the sample of the item; nothing where there is none. */
export async function fillStepForm(officer: Signed, view: CaseView, change: Record<string, unknown> = {}): Promise<void> {
  const { own } = await officer.http.call(getStepWork, { params: { caseId: view.id } });
  if (!own?.form || own.form.writable.length === 0) return;
  const { key, writable, revision, answers } = own.form;
  const { elements } = await officer.http.call(getPublishedVersion, { params: { versionId: view.itemVersionId } });
  const filled = { ...elements.forms.find((form) => form.key === key)?.sampleData, ...answers, ...change };
  await officer.http.call(saveStepForm, { params: { caseId: view.id, taskId: own.taskId }, body: { revision, answers: Object.fromEntries(Object.entries(filled).filter(([id]) => writable.includes(id))) } });
}

/** Records a review that passes, or fails on the named points; the form of the step is filled in before. */
export async function review(reviewer: Signed, caseId: string, failing?: { opinion: string; points: readonly string[] }): Promise<CaseReceipt> {
  const view = await look(reviewer, caseId);
  await fillStepForm(reviewer, view);
  return reviewer.http.call(recordReview, {
    params: { caseId },
    body: {
      taskId: taskOf(view, 'review'), conclusion: failing ? 'fail' : 'pass', opinion: failing?.opinion ?? '经审查，符合要求。',
      points: await tick(reviewer, view, 'review', failing?.points),
    },
  });
}

/** Approves a case. */
export async function approve(decider: Signed, caseId: string, licence?: { validFrom?: string; validTo?: string }): Promise<CaseReceipt> {
  const view = await look(decider, caseId);
  return decider.http.call(decideCase, {
    params: { caseId }, body: { taskId: taskOf(view, 'decision'), outcome: 'approved', opinion: '同意。', points: await tick(decider, view, 'decision'), ...(licence ? { licence } : {}) },
  });
}

/** Hands the result over electronically. */
export async function deliver(officer: Signed, caseId: string, receiver = '李敏'): Promise<CaseReceipt> {
  const view = await look(officer, caseId);
  return officer.http.call(deliverResult, { params: { caseId }, body: { taskId: taskOf(view, 'delivery'), method: 'electronic', receiver } });
}
