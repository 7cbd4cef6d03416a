import { sql } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { holds, requireScope } from '../../access/index.ts';
import { liesInScope, scopeFilter } from '../../access/scope-filter.ts';
import type { Context } from '../../context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../db/index.ts';
import type { listRuleSets as listOperation, RuleSetDetail, RuleSetSummary } from '../contract.ts';
import type { RulesTables } from '../tables.ts';
import { getRuleSetRecord, listVersions, presentLine } from './get-version.ts';

const view = 'rules.rule-set.view';

function selectSummaries(ctx: Context) {
  return tablesOf<RulesTables>(ctx.kernel.db).selectFrom('rules.ruleSet as s')
    .leftJoin('rules.version as p', (join) => join.onRef('p.ruleSetId', '=', 's.id').on('p.state', '=', 'published'))
    .leftJoin('rules.version as d', (join) => join.onRef('d.ruleSetId', '=', 's.id').on('d.state', '=', 'draft'))
    .select([
      's.id', 's.code', 's.name', 's.description', 's.legalBasis', 'p.id as publishedId', 'p.number as publishedNumber', 'p.publishedAt', 'p.publishedByName',
      'd.id as draftId', 'd.number as draftNumber', 'd.updatedAt', 'd.updatedByName',
    ]);
}

type SummaryRow = Awaited<ReturnType<ReturnType<typeof selectSummaries>['execute']>>[number];

/** Rule sets of the actor's scope, by code. */
export async function listRuleSets(ctx: Context, { limit = 20, cursor, q, state }: QueryOf<typeof listOperation>): Promise<Page<RuleSetSummary>> {
  let query = selectSummaries(ctx).where(scopeFilter(requireScope(ctx, view), ctx.actor, { organizationPath: 's.organizationPath', regionCode: 's.regionCode' }));
  if (q !== undefined && q.trim() !== '') {
    const words = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((eb) => eb.or([eb('s.code', 'ilike', words), eb('s.name', 'ilike', words), eb('s.description', 'ilike', words)]));
  }
  if (state === 'draft') query = query.where('d.id', 'is not', null);
  if (state === 'published') query = query.where('p.id', 'is not', null);
  if (state === 'never-published') query = query.where('p.id', 'is', null);
  if (cursor !== undefined) query = query.where('s.code', '>', String(decodeCursor(cursor, 1)[0]));
  const rows = await query.orderBy(sql`s.code`).limit(limit + 1).execute();
  return pageOf(rows, limit, ({ code }) => [code], presentSummary);
}

/** A rule set with its versions, the newest first. @throws rules.rule-set-not-found */
export async function getRuleSet(ctx: Context, ruleSetId: string): Promise<RuleSetDetail> {
  const record = await getRuleSetRecord(ctx, ruleSetId, view);
  const [row, versions] = await Promise.all([selectSummaries(ctx).where('s.id', '=', ruleSetId).executeTakeFirstOrThrow(), listVersions(ctx, ruleSetId)]);
  const edit = 'rules.rule-set.edit';
  const mayEdit = holds(ctx.actor, edit) && liesInScope(requireScope(ctx, edit), ctx.actor, record);
  return { ...presentSummary(row), revision: record.revision, versions: versions.map(presentLine), abilities: { draft: row.draftId === null && mayEdit, edit: mayEdit } };
}

function presentSummary(row: SummaryRow): RuleSetSummary {
  const { id, code, name, description, legalBasis, publishedId, publishedNumber, publishedAt, publishedByName, draftId, draftNumber, updatedAt, updatedByName } = row;
  return {
    id, code, name, description, legalBasis,
    published: publishedId === null || publishedNumber === null || publishedAt === null ? null : { versionId: publishedId, number: publishedNumber, at: publishedAt.toISOString(), byName: publishedByName ?? '' },
    draft: draftId === null || draftNumber === null || updatedAt === null || updatedByName === null ? null
      : { versionId: draftId, number: draftNumber, updatedAt: updatedAt.toISOString(), updatedByName },
  };
}
