import { sql } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { holds, requireScope } from '../../access/index.ts';
import { liesInScope, scopeFilter } from '../../access/scope-filter.ts';
import type { Context } from '../../context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../db/index.ts';
import type { listProcesses as listOperation, ProcessDetail, ProcessSummary, ProcessVersion } from '../definition.contract.ts';
import { findProcessPlace } from '../drafts/write-draft.ts';
import { fail } from '../errors.ts';
import type { WorkflowTables } from '../tables.ts';

const view = 'workflow.definition.view';

interface SummaryRow {
  key: string; name: string; definitionId: string | null; version: number | null; publishedAt: Date | null; draftId: string | null; updatedAt: Date | null; updatedByName: string | null;
}

/** What was published is anyone's to see who may see processes, because any item may use it; drafts are seen within the scope. */
function selectProcesses(ctx: Context) {
  const reach = scopeFilter(requireScope(ctx, view), ctx.actor, { organizationPath: 'organization_path', regionCode: 'region_code' });
  return sql<SummaryRow>`
    SELECT coalesce(p.key, d.key) AS key, coalesce(p.name, d.name) AS name, p.id AS definition_id, p.version, p.published_at, d.id AS draft_id, d.updated_at, d.updated_by_name
    FROM (SELECT DISTINCT ON (key) id, key, version, name, published_at FROM workflow.definition ORDER BY key, version DESC) p
    FULL JOIN (SELECT id, key, name, updated_at, updated_by_name FROM workflow.draft WHERE state = 'draft' AND ${reach}) d ON d.key = p.key`;
}

/** Processes with their latest version and the draft, by key. */
export async function listProcesses(ctx: Context, { limit = 20, cursor, q, state }: QueryOf<typeof listOperation>): Promise<Page<ProcessSummary>> {
  const conditions = [sql<boolean>`true`];
  if (q !== undefined && q.trim() !== '') {
    const words = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(sql<boolean>`(key ILIKE ${words} OR name ILIKE ${words})`);
  }
  if (state === 'draft') conditions.push(sql<boolean>`draft_id IS NOT NULL`);
  if (state === 'published') conditions.push(sql<boolean>`definition_id IS NOT NULL`);
  if (state === 'never-published') conditions.push(sql<boolean>`definition_id IS NULL`);
  if (cursor !== undefined) conditions.push(sql<boolean>`key > ${String(decodeCursor(cursor, 1)[0])}`);
  const { rows } = await sql<SummaryRow>`SELECT * FROM (${selectProcesses(ctx)}) AS process WHERE ${sql.join(conditions, sql` AND `)} ORDER BY key LIMIT ${limit + 1}`
    .execute(tablesOf<WorkflowTables>(ctx.kernel.db));
  return pageOf(rows, limit, ({ key }) => [key], presentSummary);
}

/** A process with its versions, the newest first. @throws workflow.definition-not-found */
export async function getProcess(ctx: Context, key: string): Promise<ProcessDetail> {
  const db = tablesOf<WorkflowTables>(ctx.kernel.db);
  const { rows: [row] } = await sql<SummaryRow>`SELECT * FROM (${selectProcesses(ctx)}) AS process WHERE key = ${key}`.execute(db);
  if (!row) throw fail('workflow.definition-not-found', { key });
  const running = sql<number>`(SELECT count(*)::int FROM workflow.instance i WHERE i.definition_id = v.id AND i.status IN ('running', 'suspended'))`.as('running');
  const [versions, taken, place] = await Promise.all([
    selectVersions(ctx).select(running).where('v.key', '=', key).orderBy('v.version', 'desc').execute(),
    db.selectFrom('workflow.draft').select('id').where('key', '=', key).where('state', '=', 'draft').executeTakeFirst(), findProcessPlace(ctx, key),
  ]);
  const edit = 'workflow.definition.edit';
  const draft = !taken && versions.length > 0 && holds(ctx.actor, edit) && liesInScope(requireScope(ctx, edit), ctx.actor, place);
  return { ...presentSummary(row), versions: versions.map((version) => ({ ...presentVersion(version), running: version.running })), abilities: { draft } };
}

/** A published version with its diagram. @throws workflow.definition-not-found */
export async function getProcessVersion(ctx: Context, definitionId: string): Promise<ProcessVersion> {
  const row = await selectVersions(ctx).select('v.xml').where('v.id', '=', definitionId).executeTakeFirst();
  if (!row) throw fail('workflow.definition-not-found', { key: definitionId });
  return { ...presentVersion(row), xml: row.xml };
}

function selectVersions(ctx: Context) {
  return tablesOf<WorkflowTables>(ctx.kernel.db).selectFrom('workflow.definition as v').leftJoin('workflow.draft as d', 'd.definitionId', 'v.id')
    .select(['v.id', 'v.key', 'v.version', 'v.name', 'v.publishedAt', 'd.publishedByName', 'd.note']);
}

type VersionRow = Awaited<ReturnType<ReturnType<typeof selectVersions>['execute']>>[number];

function presentVersion({ id, key, version, name, publishedAt, publishedByName, note }: VersionRow): Omit<ProcessVersion, 'xml'> {
  return { definitionId: id, key, version, name, publishedAt: publishedAt.toISOString(), publishedByName, note: note ?? '' };
}

function presentSummary({ key, name, definitionId, version, publishedAt, draftId, updatedAt, updatedByName }: SummaryRow): ProcessSummary {
  return {
    key, name,
    published: definitionId === null || version === null || publishedAt === null ? null : { definitionId, version, at: publishedAt.toISOString() },
    draft: draftId === null || updatedAt === null || updatedByName === null ? null : { draftId, updatedAt: updatedAt.toISOString(), updatedByName },
  };
}
