import { sql } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { countAwaiting } from '../../guidance/index.ts';
import type { BoardSubject, listSubjects as listOperation, ProgressBoard, SubjectKind, Targets } from '../contract.ts';
import { stageLabels, type Stage } from '../states.ts';
import type { SurveysTables } from '../tables.ts';

type StageCounts = Record<Stage, number>;
const noCounts = (): StageCounts => ({ 'not-started': 0, drafted: 0, confirmed: 0, online: 0 });

/**
 * Everything that is combed, one row each: items by their newest survey, bundles as they stand, automatic approvals as they were moved.
 * An item is online once it was published after its department confirmed, or confirmed as it stands published.
 */
const subjects = sql<{ id: string; kind: SubjectKind; name: string; code: string | null; organizationId: string; organizationName: string; stage: Stage; updatedAt: Date | null; updatedByName: string | null; revision: number }>`
  SELECT DISTINCT ON (a.item_id) a.item_id AS id, 'single' AS kind, a.item_name AS name, a.code, t.organization_id, t.organization_name, t.organization_path, t.region_code,
    CASE WHEN a.online_at IS NOT NULL THEN 'online' WHEN t.state <> 'open' THEN 'confirmed' WHEN a.status <> 'unanswered' THEN 'drafted' ELSE 'not-started' END AS stage,
    a.updated_at, a.updated_by_name, a.revision
  FROM surveys.answer a JOIN surveys.task t ON t.id = a.task_id ORDER BY a.item_id, a.id DESC`;
const moved = sql`
  SELECT id, kind, name, NULL::text AS code, organization_id, organization_name, organization_path, region_code, stage, updated_at, updated_by_name, revision FROM surveys.subject`;

interface SubjectRow {
  id: string; kind: SubjectKind; name: string; code: string | null; organizationId: string; organizationName: string; stage: Stage; updatedAt: Date | null; updatedByName: string | null; revision: number;
}

type Filter = Pick<QueryOf<typeof listOperation>, 'kind' | 'stage' | 'organizationId'>;

function matching(ctx: Context, { kind, stage, organizationId }: Filter) {
  const scope = scopeFilter(requireScope(ctx, 'surveys.board.view'), ctx.actor, { organizationPath: 'b.organization_path', regionCode: 'b.region_code' });
  return sql`((${subjects}) UNION ALL (${moved})) AS b WHERE ${scope}
    AND (${kind ?? null}::text IS NULL OR b.kind = ${kind ?? null}) AND (${stage ?? null}::text IS NULL OR b.stage = ${stage ?? null})
    AND (${organizationId ?? null}::uuid IS NULL OR b.organization_id = ${organizationId ?? null}::uuid)`;
}

/** The numbers of the board within the actor's scope (CAT-13). */
export async function readBoard(ctx: Context): Promise<ProgressBoard> {
  const db = tablesOf<SurveysTables>(ctx.kernel.db);
  const { rows } = await sql<{ organizationId: string; organizationName: string; kind: SubjectKind; stage: Stage; count: number }>`
    SELECT b.organization_id, b.organization_name, b.kind, b.stage, count(*)::int AS count FROM ${matching(ctx, {})}
    GROUP BY b.organization_id, b.organization_name, b.kind, b.stage ORDER BY b.organization_name`.execute(db);
  const departments = new Map<string, ProgressBoard['departments'][number]>();
  const totals = { single: noCounts(), bundle: noCounts(), automatic: noCounts() };
  const [overdue, awaiting] = await Promise.all([countOverdue(ctx), countAwaiting(ctx, 'surveys.board.view')]);
  const lineOf = (organizationId: string, organizationName: string) => {
    const line = departments.get(organizationId) ?? {
      organizationId, organizationName, single: noCounts(), bundle: noCounts(), automatic: noCounts(), overdueTasks: overdue.get(organizationId) ?? 0, awaitingGuidance: 0,
    };
    departments.set(organizationId, line);
    return line;
  };
  for (const { organizationId, organizationName, kind, stage, count } of rows) {
    lineOf(organizationId, organizationName)[kind][stage] += count;
    totals[kind][stage] += count;
  }
  for (const { organizationId, organizationName, count } of awaiting) lineOf(organizationId, organizationName).awaitingGuidance = count;
  const awaitingGuidance = awaiting.reduce((sum, { count }) => sum + count, 0);
  return { awaitingGuidance, targets: await readTargets(ctx), canSetTargets: holds(ctx.actor, 'surveys.survey.manage'), totals, departments: [...departments.values()] };
}

async function countOverdue(ctx: Context): Promise<Map<string, number>> {
  const rows = await tablesOf<SurveysTables>(ctx.kernel.db).selectFrom('surveys.task as t').innerJoin('surveys.survey as s', 's.id', 't.surveyId')
    .select(['t.organizationId', sql<number>`count(*)::int`.as('count')]).where('t.state', '=', 'open').where('s.state', '=', 'dispatched')
    .where('s.dueOn', '<', chinaDate(ctx.kernel.clock.now())).groupBy('t.organizationId').execute();
  return new Map(rows.map(({ organizationId, count }) => [organizationId, count]));
}

/** The targets a city has set. */
export async function readTargets(ctx: Context): Promise<Targets> {
  const rows = await tablesOf<SurveysTables>(ctx.kernel.db).selectFrom('surveys.target').selectAll().execute();
  const of = (kind: SubjectKind): number => rows.find((row) => row.kind === kind)?.target ?? 0;
  return { single: of('single'), bundle: of('bundle'), automatic: of('automatic') };
}

/** What stands behind a number of the board. */
export async function listSubjects(ctx: Context, { limit = 20, cursor, ...filter }: QueryOf<typeof listOperation>): Promise<Page<BoardSubject>> {
  const [name, id] = cursor === undefined ? [null, null] : decodeCursor(cursor, 2).map(String);
  const { rows } = await sql<SubjectRow>`SELECT b.* FROM ${matching(ctx, filter)} AND (${name ?? null}::text IS NULL OR (b.name, b.id) > (${name ?? null}, ${id ?? null}::uuid))
    ORDER BY b.name, b.id LIMIT ${limit + 1}`.execute(tablesOf<SurveysTables>(ctx.kernel.db));
  return pageOf(rows, limit, (row) => [row.name, row.id], presentSubject);
}

/** All of them, for export. */
export async function* iterateSubjects(ctx: Context, filter: Filter): AsyncGenerator<BoardSubject> {
  let cursor: string | undefined;
  do {
    const page = await listSubjects(ctx, { ...filter, limit: 100, ...(cursor === undefined ? {} : { cursor }) });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

/** A subject as it is shown. */
export function presentSubject({ id, kind, name, code, organizationId, organizationName, stage, updatedAt, updatedByName, revision }: SubjectRow): BoardSubject {
  return {
    id, kind, name, code, organizationId, organizationName, stage, stageLabel: stageLabels[stage], updatedAt: updatedAt === null ? null : new Date(updatedAt).toISOString(), updatedByName, revision,
    movable: kind === 'automatic',
  };
}

