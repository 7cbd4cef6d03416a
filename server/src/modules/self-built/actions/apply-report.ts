import type { Context } from '../../../kernel/context.ts';
import { commit } from '../../../kernel/commit.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import { findCaseTasks, isOver, listMaterialKeys, unsafeFindCase, type AutomaticStep, type CaseRecord } from '../../cases/index.ts';
import { listReviewPoints } from '../../catalog/contract.ts';
import { getPinnedVersion } from '../../catalog/index.ts';
import { addDelivery, addStepNote, decideCase, recordReview } from '../../handling/index.ts';
import { acceptCase, noteSupplement, refuseCase, requestSupplement } from '../../intake/index.ts';
import { reportLabels } from '../contract.ts';
import { fail } from '../errors.ts';
import type { Report } from '../exchange.contract.ts';
import type { LinkRow } from '../systems.ts';

/** A report about to be taken: what it needs to be judged, and what is written with it. */
export interface Taking {
  link: LinkRow;
  report: Report;
  systemName: string;
  /** Adds the report, the link's new state and the documents to the batch of the step. */
  also: AutomaticStep;
}

/** Most steps of a process that a decision elsewhere stands for. */
const mostSteps = 20;

/** What a report of its kind must say. @throws self-built.report-lacks */
export function requireContent(report: Report): void {
  const lacks = (field: string): Error => fail('self-built.report-lacks', { kind: reportLabels[report.kind], field });
  const { kind } = report;
  if (kind === 'in-progress' && !report.stepName) throw lacks('stepName（环节名称）');
  if ((kind === 'supplement-needed' || kind === 'refused') && (report.opinion?.trim().length ?? 0) < 5) throw lacks('opinion（理由，至少 5 个字）');
  if (kind === 'supplement-needed' && !report.items) throw lacks('items（需要补正的内容）');
  if (kind === 'decided' && !report.outcome) throw lacks('outcome（决定结果）');
  if (kind === 'decided' && report.outcome === 'denied' && !report.reasons?.trim()) throw lacks('reasons（不予的理由）');
  if (kind === 'delivered' && !report.receiver?.trim()) throw lacks('receiver（签收人）');
}

/** Does to the case what the report says, as the ordinary action of the platform, in one statement with the report itself. @throws the refusals of that action */
export async function applyReport(ctx: Context, taking: Taking): Promise<void> {
  const record = await unsafeFindCase(ctx, taking.link.caseId);
  if (!record) throw fail('self-built.unknown-case');
  const { report, also } = taking;
  switch (report.kind) {
    case 'accepted': return accept(ctx, record, taking);
    case 'supplement-needed': {
      const items = (report.items ?? []).map(({ name, reason }, index) => ({ kind: 'other' as const, key: `other-${index + 1}`, reason: `${name}：${reason}` }));
      await requestSupplement(ctx, record.id, { version: record.version, explanation: report.opinion ?? '', items }, also);
      return;
    }
    case 'supplemented': return supplemented(ctx, record, taking);
    case 'refused': {
      const { ground = 'not-qualified', competentAuthority } = report;
      await refuseCase(ctx, record.id, { version: record.version, ground, reasons: report.opinion ?? '', ...(competentAuthority ? { competentAuthority } : {}) }, also);
      return;
    }
    case 'in-progress': return note(ctx, record, taking, report.stepName ?? '');
    case 'decided': return decide(ctx, record, taking);
    case 'delivered': return deliver(ctx, record, taking);
  }
}

const wordsOf = ({ report, systemName }: Taking, otherwise: string): string => {
  const said = report.opinion?.trim() || otherwise;
  return `${said}（${systemName}${report.officerName ? `，${report.officerName}` : ''}）`;
};

async function note(ctx: Context, record: CaseRecord, taking: Taking, taskName: string): Promise<void> {
  const batch = new WriteBatch();
  await addStepNote(ctx, batch, record, { taskName, opinion: wordsOf(taking, taskName), source: taking.systemName });
  taking.also.add(batch);
  await commit(ctx, batch);
}

/** The review points of a stage, found satisfied by the other system. */
async function pointsOf(ctx: Context, record: CaseRecord, stage: 'acceptance' | 'review' | 'decision', systemName: string) {
  const [{ elements }, materialKeys] = await Promise.all([getPinnedVersion(ctx, record.itemVersionId), listMaterialKeys(ctx, record.id)]);
  return listReviewPoints(elements, { situationKey: record.situationKey, materialKeys }, stage)
    .map(({ point, ...place }) => ({ ...place, pointKey: point.key, satisfied: true, remark: `由${systemName}核对` }));
}

async function accept(ctx: Context, record: CaseRecord, taking: Taking): Promise<void> {
  // Accepted by the law's silence, or by an officer here: the report is kept, the case stands as it is.
  if (record.status !== 'submitted') return note(ctx, record, taking, '自建系统受理');
  const points = await pointsOf(ctx, record, 'acceptance', taking.systemName);
  await acceptCase(ctx, record.id, { version: record.version, points, opinion: wordsOf(taking, '申请材料齐全，符合法定形式，予以受理。') }, taking.also);
}

async function supplemented(ctx: Context, record: CaseRecord, taking: Taking): Promise<void> {
  if (record.status !== 'supplementing') return note(ctx, record, taking, '自建系统收到补正');
  const batch = new WriteBatch();
  await noteSupplement(ctx, batch, record, wordsOf(taking, '已在自建系统提交补正内容。'));
  taking.also.add(batch);
  await commit(ctx, batch);
}

/** Reviews and further steps before the decision are completed with what the other system says of them; each is safe to run again. */
async function decide(ctx: Context, first: CaseRecord, taking: Taking): Promise<void> {
  const { report, systemName, also } = taking;
  const outcome = report.outcome ?? 'denied';
  let record = first;
  for (let step = 0; step < mostSteps; step += 1) {
    const tasks = await findCaseTasks(ctx, record.id);
    const task = tasks.find((one) => one.step !== 'decision' && one.step !== 'delivery') ?? tasks[0];
    if (task?.step === 'review') {
      const opinion = `由${systemName}审查，${outcome === 'approved' ? '符合要求' : '不符合要求'}。`;
      await recordReview(ctx, record.id, { taskId: task.taskId, conclusion: outcome === 'approved' ? 'pass' : 'fail', opinion, points: await pointsOf(ctx, record, 'review', systemName) });
    } else if (task?.step === 'custom') {
      const batch = new WriteBatch();
      await addStepNote(ctx, batch, record, { taskName: task.name, opinion: `由${systemName}办理。`, source: systemName }, task);
      await commit(ctx, batch);
    } else if (task?.step === 'decision') {
      const { reasons, licence } = report;
      await decideCase(ctx, record.id, {
        taskId: task.taskId, outcome, opinion: wordsOf(taking, outcome === 'approved' ? '准予办理。' : '不予办理。'), ...(outcome === 'approved' ? { points: await pointsOf(ctx, record, 'decision', systemName) } : {}), ...(reasons ? { reasons } : {}), ...(licence ? { licence } : {}),
      }, also);
      return;
    } else throw fail('self-built.wrong-state', { kind: reportLabels.decided, state: '本平台的办理流程没有到决定环节', allowed: '请联系平台的系统管理员' });
    record = await unsafeFindCase(ctx, record.id) ?? record;
  }
  throw kernelFail('kernel.unavailable');
}

async function deliver(ctx: Context, record: CaseRecord, taking: Taking): Promise<void> {
  if (isOver(record.status)) return closed(ctx, taking);
  const { report, systemName } = taking;
  const task = (await findCaseTasks(ctx, record.id)).find(({ step }) => step === 'delivery');
  if (!task) throw fail('self-built.wrong-state', { kind: reportLabels.delivered, state: '本平台还没有到送达环节', allowed: '请稍后再试' });
  const batch = new WriteBatch();
  const method = report.method ?? 'counter';
  await addDelivery(ctx, batch, record, task, {
    method, receiver: report.receiver ?? '', ...(report.trackingNumber ? { trackingNumber: report.trackingNumber } : {}), detail: { source: systemName },
  });
  taking.also.add(batch);
  await commit(ctx, batch);
}

/** The case was closed here meanwhile: the report is kept for the record. */
async function closed(ctx: Context, taking: Taking): Promise<void> {
  const batch = new WriteBatch();
  taking.also.add(batch);
  await commit(ctx, batch);
}
