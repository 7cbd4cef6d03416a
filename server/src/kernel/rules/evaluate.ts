import type { CompiledRuleSet } from '@tongban/decision-tables';
import type { Context } from '../context.ts';
import { createId, tablesOf, writesFor, type WriteBatch } from '../db/index.ts';
import { personalDataCipher } from '../personal-data/index.ts';
import type { RuleOutcome, RuleSetContent } from './contract.ts';
import { fail } from './errors.ts';
import { getRunnable, runRules } from './run-rules.ts';
import type { RulesTables } from './tables.ts';

/** A rule set in force. */
export interface PublishedRuleSet {
  readonly ruleSetId: string;
  readonly versionId: string;
  readonly number: number;
  readonly name: string;
}

/** A rule set in force with what it asks for, and where it belongs; both empty for what the platform brought along. */
export interface RuleSetInForce extends PublishedRuleSet {
  readonly code: string;
  readonly organizationPath: string;
  readonly regionCode: string;
  readonly content: RuleSetContent;
}

/** What a run gave, with the version that gave it, so that it can be reproduced. */
export interface RuleEvaluation {
  readonly ruleSetId: string;
  readonly versionId: string;
  readonly number: number;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outcome: RuleOutcome;
}

/** What a run was about: the case, the step, the application. */
export interface EvaluationSubject {
  readonly type: string;
  readonly id: string;
  /** What people call it, such as the number of the case. */
  readonly label: string;
}

interface FrozenVersion { readonly ruleSetId: string; readonly number: number; readonly compiled: CompiledRuleSet }

const maximumKept = 200;
// a published version never changes, so every process may keep it
const known = new Map<string, FrozenVersion>();

/** The version of a rule set that is in force; undefined when the code is unknown or nothing was published. */
export async function findPublishedRuleSet(ctx: Context, code: string): Promise<PublishedRuleSet | undefined> {
  return tablesOf<RulesTables>(ctx.kernel.db).selectFrom('rules.version as v').innerJoin('rules.ruleSet as s', 's.id', 'v.ruleSetId')
    .select(['s.id as ruleSetId', 'v.id as versionId', 'v.number', 's.name']).where('s.code', '=', code).where('v.state', '=', 'published').executeTakeFirst();
}

/** The rule sets in force whose code begins with `prefix`, by code. */
export async function listRuleSetsInForce(ctx: Context, prefix: string): Promise<RuleSetInForce[]> {
  return tablesOf<RulesTables>(ctx.kernel.db).selectFrom('rules.version as v').innerJoin('rules.ruleSet as s', 's.id', 'v.ruleSetId')
    .select(['s.id as ruleSetId', 'v.id as versionId', 'v.number', 's.name', 's.code', 's.organizationPath', 's.regionCode', 'v.content'])
    .where('s.code', 'like', `${prefix.replace(/[\\%_]/g, '\\$&')}%`).where('v.state', '=', 'published').orderBy('s.code').execute();
}

/**
 * Runs a published or superseded version on values by input name. That rules give no result is an outcome with a named
 * failure, not an exception. The caller has checked who may ask, and keeps the run with `recordEvaluation`.
 * @throws rules.version-not-found, rules.not-published, rules.inputs-too-large
 */
export async function evaluateRuleSet(ctx: Context, versionId: string, inputs: Readonly<Record<string, unknown>>, decisions?: readonly string[]): Promise<RuleEvaluation> {
  const { ruleSetId, number, compiled } = await getFrozen(ctx, versionId);
  return { ruleSetId, versionId, number, inputs, outcome: runRules(compiled, inputs, decisions) };
}

/** What a published or superseded version asks for and decides. @throws rules.version-not-found, rules.not-published */
export async function readRuleContent(ctx: Context, versionId: string): Promise<RuleSetContent> {
  const row = await tablesOf<RulesTables>(ctx.kernel.db).selectFrom('rules.version').select(['state', 'content']).where('id', '=', versionId).executeTakeFirst();
  if (!row) throw fail('rules.version-not-found');
  if (row.state === 'draft') throw fail('rules.not-published');
  return row.content;
}

async function getFrozen(ctx: Context, versionId: string): Promise<FrozenVersion> {
  const kept = known.get(versionId);
  if (kept !== undefined) return kept;
  const row = await tablesOf<RulesTables>(ctx.kernel.db).selectFrom('rules.version').select(['ruleSetId', 'number', 'state', 'content']).where('id', '=', versionId).executeTakeFirst();
  if (!row) throw fail('rules.version-not-found');
  if (row.state === 'draft') throw fail('rules.not-published');
  const frozen: FrozenVersion = { ruleSetId: row.ruleSetId, number: row.number, compiled: getRunnable(row.content) };
  if (known.size >= maximumKept) known.clear();
  known.set(versionId, frozen);
  return frozen;
}

/** Adds a run to the batch of the action it decides and gives its id; what the rules were told is kept encrypted. */
export function recordEvaluation(ctx: Context, batch: WriteBatch, evaluation: RuleEvaluation, subject: EvaluationSubject): string {
  const id = createId();
  const cipher = personalDataCipher(ctx.kernel);
  writesFor<RulesTables>(batch).insert('rules.evaluation', {
    id, versionId: evaluation.versionId, ruleSetId: evaluation.ruleSetId, subjectType: subject.type, subjectId: subject.id, at: ctx.kernel.clock.now(),
    actorName: ctx.actor.name, subjectLabel: subject.label, decided: evaluation.outcome.ok,
    inputsCipher: cipher.encrypt('rules.evaluation.inputs', id, JSON.stringify(evaluation.inputs)),
    outcomeCipher: cipher.encrypt('rules.evaluation.outcome', id, JSON.stringify(evaluation.outcome)),
  });
  return id;
}

/** What a kept run gave, with its explanation, which may name what people had stated: the caller has checked who may read it. */
export async function unsafeReadEvaluation(ctx: Context, evaluationId: string): Promise<RuleOutcome | undefined> {
  const row = await tablesOf<RulesTables>(ctx.kernel.db).selectFrom('rules.evaluation').select('outcomeCipher').where('id', '=', evaluationId).executeTakeFirst();
  return row && JSON.parse(personalDataCipher(ctx.kernel).decrypt('rules.evaluation.outcome', evaluationId, row.outcomeCipher)) as RuleOutcome;
}
