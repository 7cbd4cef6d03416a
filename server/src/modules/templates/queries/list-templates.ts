import { sql } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { requireScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorNumber, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { findTemplateKind, templateKinds, templateStages } from '../../../kernel/documents/index.ts';
import type { listTemplates as listOperation, TemplateDetail, TemplateSummary } from '../contract.ts';
import type { TemplatesTables } from '../tables.ts';
import { getTemplateRecord, listVersions, mayOver, presentLine, view } from './get-version.ts';

/** Kinds in the order of handling a case. */
const order = Object.entries(templateKinds).sort(([, a], [, b]) => templateStages.indexOf(a.stage) - templateStages.indexOf(b.stage)).map(([code]) => code);
const place = sql<number>`array_position(${sql.val(order)}::text[], t.kind)`;

function selectSummaries(ctx: Context) {
  return tablesOf<TemplatesTables>(ctx.kernel.db).selectFrom('templates.template as t')
    .leftJoin('templates.version as p', (join) => join.onRef('p.templateId', '=', 't.id').on('p.state', '=', 'published'))
    .leftJoin('templates.version as d', (join) => join.onRef('d.templateId', '=', 't.id').on('d.state', '=', 'draft'))
    .select([
      't.id', 't.kind', 't.name', 't.itemId', 't.itemName', 't.applicantKind', 't.step', 'p.id as publishedId', 'p.number as publishedNumber', 'p.publishedAt', 'p.publishedByName',
      'd.id as draftId', 'd.number as draftNumber', 'd.updatedAt', 'd.updatedByName', place.as('place'),
    ]);
}

type SummaryRow = Awaited<ReturnType<ReturnType<typeof selectSummaries>['execute']>>[number];

/** Templates for all and those of the actor's scope: by step of handling, then kind, those for all first. */
export async function listTemplates(ctx: Context, { limit = 50, cursor, q, stage, itemId, tailored, state }: QueryOf<typeof listOperation>): Promise<Page<TemplateSummary>> {
  const scope = scopeFilter(requireScope(ctx, view), ctx.actor, { organizationPath: 't.organizationPath', regionCode: 't.regionCode' });
  let query = selectSummaries(ctx).where((eb) => eb.or([eb('t.organizationPath', '=', ''), scope]));
  const words = q?.trim();
  if (words) {
    const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((eb) => eb.or([eb('t.name', 'ilike', pattern), eb('t.itemName', 'ilike', pattern)]));
  }
  if (stage) query = query.where('t.kind', 'in', Object.entries(templateKinds).filter(([, kind]) => kind.stage === stage).map(([code]) => code));
  if (itemId) query = query.where('t.itemId', '=', itemId);
  const isGeneral = sql<boolean>`(t.item_id IS NULL AND t.applicant_kind IS NULL AND t.step IS NULL)`;
  if (tailored) query = query.where(tailored === 'general' ? isGeneral : sql<boolean>`NOT ${isGeneral}`);
  if (state === 'draft') query = query.where('d.id', 'is not', null);
  if (state === 'published') query = query.where('p.id', 'is not', null);
  if (state === 'not-in-use') query = query.where('p.id', 'is', null);
  if (cursor !== undefined) {
    const [kindPlace, name, id] = decodeCursor(cursor, 3);
    query = query.where(sql<boolean>`(${place}, coalesce(t.item_name, ''), t.id) > (${cursorNumber(kindPlace)}, ${String(name)}, ${String(id)}::uuid)`);
  }
  const rows = await query.orderBy(place).orderBy(sql`coalesce(t.item_name, '')`).orderBy('t.id').limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => [row.place, row.itemName ?? '', row.id], presentSummary);
}

/** A template with its versions, the newest first. @throws templates.template-not-found */
export async function getTemplate(ctx: Context, templateId: string): Promise<TemplateDetail> {
  const record = await getTemplateRecord(ctx, templateId, view);
  const [row, versions] = await Promise.all([selectSummaries(ctx).where('t.id', '=', templateId).executeTakeFirstOrThrow(), listVersions(ctx, templateId)]);
  const isTailored = record.itemId !== null || record.applicantKind !== null || record.step !== null;
  return {
    ...presentSummary(row), versions: versions.map(presentLine),
    abilities: { draft: row.draftId === null && mayOver(ctx, record, 'templates.template.edit'), retire: isTailored && row.publishedId !== null && mayOver(ctx, record, 'templates.version.publish') },
  };
}

function presentSummary(row: SummaryRow): TemplateSummary {
  const { id, kind, name, itemId, itemName, applicantKind, step, publishedId, publishedNumber, publishedAt, publishedByName, draftId, draftNumber, updatedAt, updatedByName } = row;
  const known = findTemplateKind(kind);
  return {
    id, kind, kindName: known?.name ?? kind, stage: known?.stage ?? 'end', name, item: itemId === null ? null : { id: itemId, name: itemName ?? '' }, applicantKind, step,
    published: publishedId === null || publishedNumber === null || publishedAt === null ? null : { versionId: publishedId, number: publishedNumber, at: publishedAt.toISOString(), byName: publishedByName ?? '' },
    draft: draftId === null || draftNumber === null || updatedAt === null ? null : { versionId: draftId, number: draftNumber, at: updatedAt.toISOString(), byName: updatedByName ?? '' },
  };
}
