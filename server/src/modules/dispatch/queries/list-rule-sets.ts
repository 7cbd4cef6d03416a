import { sql } from 'kysely';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { liesInScope, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { RulesTables } from '../../../kernel/rules/tables.ts';
import { dispatchKindLabels, kindOfCode, ruleSetPrefix, type DispatchKind, type DispatchRuleSet } from '../contract.ts';
import { placeName, readDirectory, type Directory } from '../engine/directory.ts';
import type { DispatchTables } from '../tables.ts';
import { checkTargets } from './check-targets.ts';

const view = 'dispatch.rule-set.view';
const most = 200;
const countedDays = 30;

function selectSets(ctx: Context) {
  return tablesOf<RulesTables & DispatchTables>(ctx.kernel.db).selectFrom('rules.ruleSet as s')
    .leftJoin('rules.version as p', (join) => join.onRef('p.ruleSetId', '=', 's.id').on('p.state', '=', 'published'))
    .leftJoin('rules.version as d', (join) => join.onRef('d.ruleSetId', '=', 's.id').on('d.state', '=', 'draft'))
    .leftJoin('dispatch.halt as h', 'h.ruleSetId', 's.id')
    .select([
      's.id', 's.code', 's.name', 's.description', 's.organizationPath', 's.regionCode', 'p.id as publishedId', 'p.number as publishedNumber', 'p.publishedAt', 'p.publishedByName', 'p.content as publishedContent',
      'd.id as draftId', 'd.number as draftNumber', 'd.updatedAt', 'd.updatedByName', 'd.content as draftContent', 'h.at as haltedAt', 'h.byName as haltedBy', 'h.reason as haltReason',
    ]);
}

type SetRow = Awaited<ReturnType<ReturnType<typeof selectSets>['execute']>>[number];

/** The dispatch rules of one's scope, those in force first, each with what it names in vain and how often it was followed (DEC-07). */
export async function listRuleSets(ctx: Context, kind?: DispatchKind): Promise<DispatchRuleSet[]> {
  const rows = await selectSets(ctx).where(scopeFilter(requireScope(ctx, view), ctx.actor, { organizationPath: 's.organizationPath', regionCode: 's.regionCode' }))
    .where('s.code', 'like', `${ruleSetPrefix}${kind ?? ''}%`).orderBy('s.code').limit(most).execute();
  const [directory, uses] = await Promise.all([readDirectory(ctx), countUses(ctx)]);
  const sets: DispatchRuleSet[] = [];
  for (const row of rows) {
    const own = kindOfCode(row.code);
    if (own !== undefined) sets.push({ ...present(ctx, directory, row, own), problems: await problemsOf(ctx, directory, row, own), ...uses.get(row.id) ?? { followed: 0, failed: 0 } });
  }
  return sets;
}

async function countUses(ctx: Context): Promise<Map<string, { followed: number; failed: number }>> {
  const since = new Date(ctx.kernel.clock.now().getTime() - countedDays * 86_400_000);
  const rows = await tablesOf<DispatchTables>(ctx.kernel.db).selectFrom('dispatch.record').where('ruleSetId', 'is not', null).where('at', '>=', since)
    .select(['ruleSetId', sql<number>`count(*) FILTER (WHERE outcome = 'by-rule')::int`.as('followed'), sql<number>`count(*) FILTER (WHERE outcome IN ('fell-back', 'nobody'))::int`.as('failed')])
    .groupBy('ruleSetId').execute();
  return new Map(rows.flatMap(({ ruleSetId, followed, failed }) => (ruleSetId === null ? [] : [[ruleSetId, { followed, failed }] as const])));
}

async function problemsOf(ctx: Context, directory: Directory, { publishedContent, draftContent, regionCode }: SetRow, kind: DispatchKind): Promise<DispatchRuleSet['problems']> {
  const check = async (version: 'published' | 'draft', content: SetRow['publishedContent']) =>
    (content === null ? [] : (await checkTargets(ctx, directory, kind, content, regionCode)).map((problem) => ({ version, ...problem })));
  return [...await check('published', publishedContent), ...await check('draft', draftContent)];
}

function present(ctx: Context, directory: Directory, row: SetRow, kind: DispatchKind): Omit<DispatchRuleSet, 'problems' | 'followed' | 'failed'> {
  const may = (permission: string): boolean => holds(ctx.actor, permission) && liesInScope(requireScope(ctx, permission), ctx.actor, row);
  const place = row.organizationPath === '' ? undefined : directory.places.get(row.organizationPath.split('/').at(-2) ?? '');
  const mark = (versionId: string | null, number: number | null, at: Date | null, byName: string | null): DispatchRuleSet['published'] =>
    (versionId === null || number === null || at === null ? null : { versionId, number, at: at.toISOString(), byName: byName ?? '' });
  return {
    ruleSetId: row.id, code: row.code, name: row.name, description: row.description, kind, kindLabel: dispatchKindLabels[kind], organizationName: place ? placeName(place) : null,
    published: mark(row.publishedId, row.publishedNumber, row.publishedAt, row.publishedByName), draft: mark(row.draftId, row.draftNumber, row.updatedAt, row.updatedByName),
    halted: row.haltedAt === null ? null : { at: row.haltedAt.toISOString(), byName: row.haltedBy ?? '', reason: row.haltReason ?? '' },
    abilities: { edit: may('rules.rule-set.edit'), halt: row.publishedId !== null && may('dispatch.rule-set.halt') },
  };
}
