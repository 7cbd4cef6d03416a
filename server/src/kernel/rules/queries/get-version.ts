import { sql, type Selectable } from 'kysely';
import { holds, requireScope } from '../../access/index.ts';
import { liesInScope } from '../../access/scope-filter.ts';
import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import type { RuleVersion } from '../contract.ts';
import { fail } from '../errors.ts';
import { versionStateLabels } from '../states.ts';
import type { RulesTables } from '../tables.ts';

export type RuleSetRecord = Selectable<RulesTables['rules.ruleSet']>;
type Version = Selectable<RulesTables['rules.version']>;
export type VersionRecord = Version & Pick<RuleSetRecord, 'code' | 'name' | 'organizationPath' | 'regionCode'>;

/** A rule set in the scope of a permission. @throws rules.rule-set-not-found */
export async function getRuleSetRecord(ctx: Context, ruleSetId: string, permission: string): Promise<RuleSetRecord> {
  const record = await tablesOf<RulesTables>(ctx.kernel.db).selectFrom('rules.ruleSet').selectAll().where('id', '=', ruleSetId).executeTakeFirst();
  if (!record || !liesInScope(requireScope(ctx, permission), ctx.actor, record)) throw fail('rules.rule-set-not-found');
  return record;
}

/** A version in the scope of a permission. @throws rules.version-not-found */
export async function getVersionRecord(ctx: Context, versionId: string, permission: string): Promise<VersionRecord> {
  const record = await tablesOf<RulesTables>(ctx.kernel.db).selectFrom('rules.version as v').innerJoin('rules.ruleSet as s', 's.id', 'v.ruleSetId')
    .selectAll('v').select(['s.code', 's.name', 's.organizationPath', 's.regionCode']).where('v.id', '=', versionId).executeTakeFirst();
  if (!record || !liesInScope(requireScope(ctx, permission), ctx.actor, record)) throw fail('rules.version-not-found');
  return record;
}

/** The versions of a rule set, the newest first, without their content. */
export async function listVersions(ctx: Context, ruleSetId: string): Promise<Omit<Version, 'content' | 'testCases'>[]> {
  return tablesOf<RulesTables>(ctx.kernel.db).selectFrom('rules.version')
    .select(['id', 'ruleSetId', 'number', 'state', 'note', 'updatedAt', 'updatedById', 'updatedByName', 'publishedAt', 'publishedByName', 'revision'])
    .where('ruleSetId', '=', ruleSetId).orderBy('number', 'desc').execute();
}

/** The highest number a version of the rule set has. */
export async function countVersions(ctx: Context, ruleSetId: string): Promise<number> {
  const row = await tablesOf<RulesTables>(ctx.kernel.db).selectFrom('rules.version').select(sql<number>`coalesce(max(number), 0)::int`.as('highest'))
    .where('ruleSetId', '=', ruleSetId).executeTakeFirstOrThrow();
  return row.highest;
}

export function presentVersion(ctx: Context, record: VersionRecord): RuleVersion {
  const { ruleSetId, code, name, content, testCases, state, updatedById } = record;
  const may = (permission: string): boolean => state === 'draft' && holds(ctx.actor, permission) && liesInScope(requireScope(ctx, permission), ctx.actor, record);
  return {
    ...presentLine(record), ruleSetId, code, name, content, testCases,
    abilities: { edit: may('rules.rule-set.edit'), discard: may('rules.rule-set.edit'), publish: may('rules.version.publish') && updatedById !== ctx.actor.id },
  };
}

/** A version without what it holds. */
export function presentLine({ id, number, state, note, updatedAt, updatedByName, publishedAt, publishedByName, revision }: Omit<Version, 'content' | 'testCases'>) {
  return {
    id, number, state, stateLabel: versionStateLabels[state], note, updatedAt: updatedAt.toISOString(), updatedByName,
    publishedAt: publishedAt?.toISOString() ?? null, publishedByName, revision,
  };
}
