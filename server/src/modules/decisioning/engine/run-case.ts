import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { findPublishedRuleSet, recordEvaluation, type RuleEvaluation } from '../../../kernel/rules/index.ts';
import { findCaseTasks, listActions, unsafeFindCase, type AutomaticStep, type CaseRecord } from '../../cases/index.ts';
import { getPinnedVersion, licenceTypeOf } from '../../catalog/index.ts';
import { decideCase, recordReview } from '../../handling/index.ts';
import { acceptCase } from '../../intake/index.ts';
import { recheckSetting } from '../actions/recheck-settings.ts';
import { decidesAlone } from '../check/check-setting.ts';
import { fail } from '../errors.ts';
import { findCurrentSetting, isRunning, unsafeFindSetting, type SettingRecord } from '../queries/setting-record.ts';
import type { DecisioningTables } from '../tables.ts';
import { applicationOfCase } from './application.ts';
import { assess, handOver, type Assessment, type HandOver } from './assess.ts';
import { enqueueDelivery } from './deliver-case.ts';
import { addHandOver, addSuggestion, beginRun, planApproval, unsafeFindRun, type RunRecord } from './run-record.ts';
import { opinionOf, statementOf } from './words.ts';

export const runJobName = 'decisioning.run-case';

/** Attempts against officers and other processes that touch the same case. */
const mostTurns = 20;
const lost = new Set(['cases.stale', 'workflow.stale', 'time-accounts.stale', 'cases.no-such-task']);

/**
 * Does the platform's part in a submitted case, from wherever it stands: safe to run again at any moment, since every step is
 * written once with what pins it, or not at all. Whatever is not clearly to be approved is left to people.
 */
export async function runCase(ctx: Context, caseId: string): Promise<void> {
  let standing: Standing | undefined;
  for (let turn = 1; turn <= mostTurns; turn += 1) {
    try {
      const after = await takeTurn(ctx, caseId, standing);
      if (after === 'ended') return;
      standing = after;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      standing = undefined;
      if (lost.has(error.code)) continue;
      const run = await unsafeFindRun(ctx, caseId);
      if (run?.outcome === 'working') await leave(ctx, run, error.code === 'decisioning.switched-off' ? handOver('stopped') : handOver('step-refused', `${error.title}。`));
      return;
    }
  }
  throw new Error(`case ${caseId} is being acted on by others all the time`);
}

/** An application as it was assessed, and the version of the case that the step taken on it led to. */
interface Standing { readonly version: number; readonly ruleVersionId: string | null; readonly assessment: Assessment }

/** Takes the next step. What was assessed a moment ago stands while nobody but this run has touched the case. */
async function takeTurn(ctx: Context, caseId: string, standing: Standing | undefined): Promise<Standing | 'ended'> {
  const record = await unsafeFindCase(ctx, caseId);
  if (!record) return 'ended';
  const run = await unsafeFindRun(ctx, caseId) ?? await begin(ctx, record);
  if (run?.outcome !== 'working') return 'ended';
  const setting = await settingOf(ctx, run);
  if (!setting) return leave(ctx, run, handOver('stopped'));
  const refusal = await standsInTheWay(ctx, record, setting);
  if (refusal) return leave(ctx, run, refusal);
  const assessment = standing?.version === record.version && standing.ruleVersionId === setting.ruleVersionId ? standing.assessment
    : await assess(ctx, setting.content, setting.ruleVersionId ?? '', await applicationOfCase(ctx, record));
  if (!decidesAlone(setting.model)) return suggest(ctx, run, assessment, setting);
  if (assessment.handOver || !assessment.evaluation) return leave(ctx, run, assessment.handOver ?? handOver('rules-failed'), assessment);
  const after = await step(ctx, record, run, setting, { ...assessment, evaluation: assessment.evaluation });
  return after === 'ended' ? after : { version: record.version + 1, ruleVersionId: setting.ruleVersionId, assessment };
}

/** Starts a run for a case that has just come, when its item has a setting that does more than advise the applicant. */
async function begin(ctx: Context, record: CaseRecord): Promise<RunRecord | undefined> {
  const setting = await findCurrentSetting(ctx, record.itemId);
  if (!setting || setting.model === 'pre-check' || record.status !== 'submitted' || record.state.round > 0) return undefined;
  // What came before the switch was turned on, or while it was off, is people's.
  if (!isRunning(setting) || !setting.activatedAt || record.submittedAt < setting.activatedAt) return undefined;
  return beginRun(ctx, record, setting);
}

/** The setting of a run if the platform may act by it now, brought up to the rules in force; undefined when it stopped. */
async function settingOf(ctx: Context, run: RunRecord): Promise<SettingRecord | undefined> {
  const setting = await unsafeFindSetting(ctx, run.settingId);
  if (!setting || !isRunning(setting)) return undefined;
  const rules = await findPublishedRuleSet(ctx, setting.content.ruleSetCode);
  if (rules?.versionId === setting.ruleVersionId) return setting;
  return await recheckSetting(ctx, setting) ? unsafeFindSetting(ctx, run.settingId) : undefined;
}

async function standsInTheWay(ctx: Context, record: CaseRecord, setting: SettingRecord): Promise<HandOver | undefined> {
  if (record.state.takenOver) return handOver('stopped');
  if (record.itemVersionId !== setting.itemVersionId) return handOver('other-version');
  if (!setting.content.channels.some((channel) => channel === record.channel)) return handOver('channel');
  if (record.status !== 'submitted' && record.status !== 'accepted') return handOver('step-refused', '办件不在待受理或者审查状态。');
  const [tasks, actions] = await Promise.all([findCaseTasks(ctx, record.id), listActions(ctx, record.id)]);
  if (tasks.some(({ stored }) => stored.task.assigneeId !== null)) return handOver('step-refused', '工作人员已经签收。');
  return actions.some(({ type, actorKind }) => actorKind === 'staff' && type !== 'submit') ? handOver('step-refused', '工作人员已经在办理。') : undefined;
}

async function leave(ctx: Context, run: RunRecord, reason: HandOver, assessment?: Assessment): Promise<'ended'> {
  const batch = new WriteBatch();
  addHandOver(ctx, batch, run, reason, assessment);
  if (assessment?.evaluation) recordEvaluation(ctx, batch, assessment.evaluation, { type: 'case', id: run.caseId, label: run.caseNumber });
  await commit(ctx, batch);
  return 'ended';
}

async function suggest(ctx: Context, run: RunRecord, assessment: Assessment, setting: SettingRecord): Promise<'ended'> {
  const batch = new WriteBatch();
  addSuggestion(ctx, batch, run, assessment, opinionOf(assessment, setting.content.conclusion.decision));
  if (assessment.evaluation) recordEvaluation(ctx, batch, assessment.evaluation, { type: 'case', id: run.caseId, label: run.caseNumber });
  await commit(ctx, batch);
  return 'ended';
}

type Sound = Assessment & { evaluation: RuleEvaluation };

async function step(ctx: Context, record: CaseRecord, run: RunRecord, setting: SettingRecord, assessment: Sound): Promise<'stepped' | 'ended'> {
  const points = assessment.points.map(({ because, ...point }) => ({ ...point, remark: because }));
  const opinion = opinionOf(assessment, setting.content.conclusion.decision);
  const guarded: AutomaticStep = { add: (batch) => addGuard(batch, setting) };
  if (record.status === 'submitted') {
    await acceptCase(ctx, record.id, { version: record.version, points, opinion: `系统自动受理。${opinion}` }, guarded);
    return 'stepped';
  }
  const [task] = await findCaseTasks(ctx, record.id);
  if (task?.step === 'review') {
    await recordReview(ctx, record.id, { taskId: task.taskId, conclusion: 'pass', opinion: `系统自动审查。${opinion}`, points }, guarded);
    return 'stepped';
  }
  if (task?.step !== 'decision') return leave(ctx, run, handOver('step-refused', `“${task?.name ?? '办理'}”环节。`), assessment);
  await decide(ctx, record, run, setting, assessment, { taskId: task.taskId, points, opinion: `系统自动决定准予。${opinion}` });
  return 'ended';
}

async function decide(ctx: Context, record: CaseRecord, run: RunRecord, setting: SettingRecord, assessment: Sound, input: Pick<Parameters<typeof decideCase>[2], 'taskId' | 'points' | 'opinion'>): Promise<void> {
  const version = await getPinnedVersion(ctx, record.itemVersionId);
  const addApproval = await planApproval(ctx, run, setting, assessment);
  const nothingToMake = licenceTypeOf(version, record.situationKey) === undefined;
  await decideCase(ctx, record.id, { ...input, outcome: 'approved' }, {
    statement: statementOf(assessment.evaluation, setting, version.elements),
    add: (batch) => {
      addGuard(batch, setting);
      recordEvaluation(ctx, batch, assessment.evaluation, { type: 'case', id: record.id, label: record.number });
      addApproval(batch);
      if (nothingToMake) enqueueDelivery(batch, record.id);
    },
  });
}

/** Asks the setting in the statement of the step itself: stopped or halted meanwhile, nothing is written; cases of one item do not wait for each other. */
function addGuard(batch: WriteBatch, setting: SettingRecord): void {
  writesFor<DecisioningTables>(batch).require('decisioning.setting', { id: setting.id, state: 'active', halted: false },
    { expected: 1, otherwise: () => fail('decisioning.switched-off') });
}

export const runCaseJob: JobDefinition = {
  name: runJobName, label: '自动审批：办理一件新申请', handle: async (ctx, payload) => runCase(ctx, (payload as { caseId: string }).caseId),
};
