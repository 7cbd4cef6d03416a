import { evaluateRuleSet, formatValue, sameValue, type CompiledRuleSet, type RuleOutcome } from '@tongban/decision-tables';
import type { BodyOf } from '@tongban/contract-kit';
import { recordAuditNow } from '../../audit/index.ts';
import { elapsedMilliseconds } from '../../clock/index.ts';
import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import { personalDataCipher } from '../../personal-data/index.ts';
import { takeTurns } from '../../turns.ts';
import type { DryRun, dryRunVersion as dryRunOperation } from '../contract.ts';
import { fail } from '../errors.ts';
import { failureLabel } from '../failure-labels.ts';
import { getRunnable } from '../run-rules.ts';
import type { RulesTables } from '../tables.ts';
import { getVersionRecord, type VersionRecord } from './get-version.ts';

const edit = 'rules.rule-set.edit';
/** Changes that are told one by one. */
const maximumChanges = 100;
/** How long a dry run may take, ms. */
const longestRun = 20_000;

/**
 * Runs a version on what earlier runs were told, the latest first, beside another version (the one in force when none is
 * named), and tells where they differ. What people had stated is not shown; that it was used is audited.
 * @throws rules.version-not-found, rules.not-same-rule-set, rules.not-runnable
 */
export async function dryRunVersion(ctx: Context, versionId: string, { againstVersionId, limit = 200 }: BodyOf<typeof dryRunOperation>): Promise<DryRun> {
  const record = await getVersionRecord(ctx, versionId, edit);
  const compiled = getRunnable(record.content);
  const against = getRunnable((await getOther(ctx, record, againstVersionId)).content);
  const rows = await tablesOf<RulesTables>(ctx.kernel.db).selectFrom('rules.evaluation').select(['id', 'subjectType', 'subjectId', 'subjectLabel', 'at', 'inputsCipher'])
    .where('ruleSetId', '=', record.ruleSetId).orderBy('id', 'desc').limit(limit).execute();
  const { recorded } = await tablesOf<RulesTables>(ctx.kernel.db).selectFrom('rules.evaluation').select((eb) => eb.fn.countAll<string>().as('recorded')).where('ruleSetId', '=', record.ruleSetId).executeTakeFirstOrThrow();
  await recordAuditNow(ctx, { action: 'rules.dry-run', objectType: 'rule-version', objectId: versionId, purpose: '核对规则修改的影响', detail: { runs: rows.length } });
  const cipher = personalDataCipher(ctx.kernel);
  const turn = takeTurns();
  const began = elapsedMilliseconds();
  const found: DryRun = { recorded: Number(recorded), total: 0, complete: true, same: 0, changed: 0, nowFailing: 0, nowDecided: 0, changes: [] };
  for (const { id, subjectType, subjectId, subjectLabel, at, inputsCipher } of rows) {
    if (elapsedMilliseconds() - began > longestRun) return { ...found, complete: false };
    found.total += 1;
    const inputs: unknown = JSON.parse(cipher.decrypt('rules.evaluation.inputs', id, inputsCipher));
    const [before, after] = [run(against, inputs), run(compiled, inputs)];
    const decisions = compare(before, after);
    if (decisions.length === 0) found.same += 1;
    else {
      found.changed += 1;
      if (before.ok && !after.ok) found.nowFailing += 1;
      if (!before.ok && after.ok) found.nowDecided += 1;
      if (found.changes.length < maximumChanges) found.changes.push({ subjectType, subjectId, subjectLabel, at: at.toISOString(), decisions, summary: describeRows(after) });
    }
    await turn();
  }
  return found;
}

async function getOther(ctx: Context, record: VersionRecord, againstVersionId: string | undefined): Promise<VersionRecord> {
  if (againstVersionId === undefined) {
    const current = await tablesOf<RulesTables>(ctx.kernel.db).selectFrom('rules.version').select('id').where('ruleSetId', '=', record.ruleSetId).where('state', '=', 'published').executeTakeFirst();
    if (!current) throw fail('rules.version-not-found');
    return getVersionRecord(ctx, current.id, edit);
  }
  const other = await getVersionRecord(ctx, againstVersionId, edit);
  if (other.ruleSetId !== record.ruleSetId) throw fail('rules.not-same-rule-set');
  return other;
}

function run(compiled: CompiledRuleSet, inputs: unknown): RuleOutcome {
  return evaluateRuleSet(compiled, typeof inputs === 'object' && inputs !== null ? Object.fromEntries(Object.entries(inputs)) : {});
}

/** Decisions that come out otherwise; a failure stands for the decision it happened in. */
function compare(before: RuleOutcome, after: RuleOutcome): { decision: string; before: string; after: string }[] {
  const told = [before, after].map((outcome) => (outcome.ok ? outcome.results : { [outcome.failure.decision ?? '']: failureLabel(outcome.failure.code) }));
  const [one = {}, other = {}] = told;
  if (!before.ok && !after.ok) return before.failure.code === after.failure.code && before.failure.decision === after.failure.decision ? [] : list(one, other);
  return list(one, other);
}

function list(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): { decision: string; before: string; after: string }[] {
  const words = (values: Readonly<Record<string, unknown>>, decision: string): string => (Object.hasOwn(values, decision) ? formatValue(values[decision]) : '没有结果');
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((decision) => !sameValue(one[decision], other[decision]))
    .map((decision) => ({ decision, before: words(one, decision), after: words(other, decision) }));
}

function describeRows(outcome: RuleOutcome): string {
  return outcome.trace.filter(({ matched }) => matched.length > 0).map(({ decision, matched }) => `“${decision}”第 ${matched.join('、')} 行`).join('，');
}
