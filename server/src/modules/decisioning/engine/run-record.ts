import type { Selectable } from 'kysely';
import { loadCalendar } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { findRow, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { personalDataCipher } from '../../../kernel/personal-data/index.ts';
import type { RuleEvaluation } from '../../../kernel/rules/index.ts';
import type { CaseRecord } from '../../cases/index.ts';
import type { RuleOutcome } from '../../../kernel/rules/contract.ts';
import { fail } from '../errors.ts';
import type { SettingRecord } from '../queries/setting-record.ts';
import { addCount } from '../statistics/count.ts';
import type { DecisioningTables } from '../tables.ts';
import type { Assessment, HandOver } from './assess.ts';
import { isSampled } from './sampling.ts';

export type RunRecord = Selectable<DecisioningTables['decisioning.run']>;
type Change = Partial<RunRecord>;

const column = 'decisioning.run.explanation_cipher';

/** What the platform did with a case; skips access control. */
export async function unsafeFindRun(ctx: Context, caseId: string): Promise<RunRecord | undefined> {
  return findRow<RunRecord>(ctx.kernel.db, 'SELECT * FROM decisioning.run WHERE case_id = $1', [caseId]);
}

/** The explanation of a run's rules; null when they were not asked. */
export function readExplanation(ctx: Context, run: Pick<RunRecord, 'caseId' | 'explanationCipher'>): RuleOutcome['explanation'] | null {
  if (run.explanationCipher === null) return null;
  return JSON.parse(personalDataCipher(ctx.kernel).decrypt(column, run.caseId, run.explanationCipher)) as RuleOutcome['explanation'];
}

/** Starts the platform's part in a case by a setting; a second start finds the first. */
export async function beginRun(ctx: Context, record: CaseRecord, setting: SettingRecord): Promise<RunRecord> {
  const batch = new WriteBatch();
  writesFor<DecisioningTables>(batch).insert('decisioning.run', {
    caseId: record.id, caseNumber: record.number, settingId: setting.id, settingNumber: setting.number, model: setting.model, itemId: record.itemId, itemVersionId: record.itemVersionId, itemName: record.itemName,
    organizationId: record.organizationId, organizationName: record.organizationName, organizationPath: setting.organizationPath, regionCode: record.regionCode, applicantName: record.applicantName,
    outcome: 'working', submittedAt: record.submittedAt, startedAt: ctx.kernel.clock.now(), checks: [], review: 'none',
  }, 'nothing');
  await commit(ctx, batch);
  const run = await unsafeFindRun(ctx, record.id);
  if (!run) throw new Error(`the run of case ${record.id} is gone`);
  return run;
}

/** Adds a change of a run that is still at work; undone as a whole when somebody took the case over meanwhile. */
function addChange(batch: WriteBatch, run: RunRecord, change: Change): void {
  writesFor<DecisioningTables>(batch).update('decisioning.run', change, { caseId: run.caseId, outcome: 'working' }, { expected: 1, otherwise: () => fail('decisioning.switched-off') });
}

function pinned(ctx: Context, run: RunRecord, { evaluation, checks }: Pick<Assessment, 'evaluation' | 'checks'>): Change {
  return {
    checks, ruleSetId: evaluation?.ruleSetId ?? null, ruleVersionId: evaluation?.versionId ?? null, ruleVersionNumber: evaluation?.number ?? null,
    explanationCipher: evaluation === undefined ? null : personalDataCipher(ctx.kernel).encrypt(column, run.caseId, JSON.stringify(evaluation.outcome.explanation)),
  };
}

/** Ends a run by leaving the case to people, with the reason; its tasks stand open as they were. */
export function addHandOver(ctx: Context, batch: WriteBatch, run: RunRecord, { code, text }: HandOver, assessment?: Assessment): void {
  addChange(batch, run, { outcome: 'to-person', reasonCode: code, reason: text, finishedAt: ctx.kernel.clock.now(), ...(assessment ? pinned(ctx, run, assessment) : {}) });
  addCount(batch, run, 'to-person');
}

/** Ends a run with a suggestion for the officer. */
export function addSuggestion(ctx: Context, batch: WriteBatch, run: RunRecord, assessment: Assessment, opinion: string): void {
  addChange(batch, run, {
    outcome: 'suggested', reason: assessment.handOver?.text ?? null, finishedAt: ctx.kernel.clock.now(), ...pinned(ctx, run, assessment),
    suggestion: { opinion, favourable: assessment.handOver === undefined, points: assessment.points },
  });
}

/** Prepares the rows that end a run with the approval, for the batch of the decision itself; the hash of its id says whether people look at it again. */
export async function planApproval(ctx: Context, run: RunRecord, setting: SettingRecord, assessment: Assessment & { evaluation: RuleEvaluation }): Promise<(batch: WriteBatch) => void> {
  const sampled = isSampled(run.caseId, setting.content.sampleShare);
  const now = ctx.kernel.clock.now();
  const review: Change = sampled ? { review: 'open', reviewSource: 'sample', reviewDueOn: await reviewDueOn(ctx, setting.content.reviewDays, chinaDate(now)) } : {};
  return (batch) => {
    addChange(batch, run, { outcome: 'approved', finishedAt: now, ...pinned(ctx, run, assessment), ...review });
    if (sampled) addCount(batch, run, 'sampled');
  };
}

/** The last day of a review that begins today. */
export async function reviewDueOn(ctx: Context, days: number, from: string): Promise<string> {
  return (await loadCalendar(ctx.kernel)).provisional.addWorkingDays(from, days);
}
