import { sql } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { requireScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorNumber, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { templateKinds, templateStages } from '../../../kernel/documents/index.ts';
import { listMessageKinds, type MessageKind } from '../../../kernel/messaging/index.ts';
import { templateStageLabels, templateSteps, type listTemplates as listOperation, type MessageKindSummary, type TemplateDetail, type TemplateFamily, type TemplateSummary } from '../contract.ts';
import type { TemplatesTables } from '../tables.ts';
import { getTemplateRecord, listVersions, mayOver, presentLine, view } from './get-version.ts';

/** What the kinds of a family are called and under what they are listed, in the order of the list. */
type Kinds = ReadonlyMap<string, { name: string; group: string; tailorable: boolean }>;

/** Documents in the order of handling a case. */
const documentKinds: Kinds = new Map(Object.entries(templateKinds).sort(([, a], [, b]) => templateStages.indexOf(a.stage) - templateStages.indexOf(b.stage))
  .map(([code, { name, stage }]) => [code, { name, group: templateStageLabels[stage], tailorable: true }]));

/** Messages to applicants first, by group; the group of what officers are told comes last. */
const topicOrder = ['progress', 'notice', 'rating', 'mandate', 'account', 'work'];

async function readMessageKinds(ctx: Context): Promise<MessageKind[]> {
  const kinds = await listMessageKinds(ctx.kernel.db);
  return kinds.sort((a, b) => topicOrder.indexOf(a.topic) - topicOrder.indexOf(b.topic));
}

/** The kinds of messages that templates can be made for. */
export async function listKinds(ctx: Context): Promise<MessageKindSummary[]> {
  return (await readMessageKinds(ctx)).map(({ key, name, topic, topicName, about, steps }) => ({ key, name, topic, topicName, about, steps: templateSteps.filter((step) => steps.includes(step)) }));
}

async function kindsOf(ctx: Context, family: TemplateFamily): Promise<Kinds> {
  return family === 'document' ? documentKinds : new Map((await readMessageKinds(ctx)).map(({ key, name, topicName, about, steps }) => [key, { name, group: topicName, tailorable: about !== null || steps.length > 0 }]));
}

function selectSummaries(ctx: Context, kinds: Kinds) {
  const place = placeOf(kinds);
  return tablesOf<TemplatesTables>(ctx.kernel.db).selectFrom('templates.template as t')
    .leftJoin('templates.version as p', (join) => join.onRef('p.templateId', '=', 't.id').on('p.state', '=', 'published'))
    .leftJoin('templates.version as d', (join) => join.onRef('d.templateId', '=', 't.id').on('d.state', '=', 'draft'))
    .select([
      't.id', 't.family', 't.kind', 't.name', 't.itemId', 't.itemName', 't.applicantKind', 't.step', 'p.id as publishedId', 'p.number as publishedNumber', 'p.publishedAt', 'p.publishedByName',
      'd.id as draftId', 'd.number as draftNumber', 'd.updatedAt', 'd.updatedByName', place.as('place'),
    ]);
}

function placeOf(kinds: Kinds) {
  return sql<number>`coalesce(array_position(${sql.val([...kinds.keys()])}::text[], t.kind), ${sql.lit(kinds.size + 1)})`;
}

type SummaryRow = Awaited<ReturnType<ReturnType<typeof selectSummaries>['execute']>>[number];

/** Templates of a family for all and those of the actor's scope: documents by step of handling, messages by group, then kind, those for all first. */
export async function listTemplates(ctx: Context, { limit = 50, cursor, family = 'document', q, stage, topic, itemId, tailored, state }: QueryOf<typeof listOperation>): Promise<Page<TemplateSummary>> {
  const scope = scopeFilter(requireScope(ctx, view), ctx.actor, { organizationPath: 't.organizationPath', regionCode: 't.regionCode' });
  const kinds = await kindsOf(ctx, family);
  const place = placeOf(kinds);
  let query = selectSummaries(ctx, kinds).where('t.family', '=', family).where((eb) => eb.or([eb('t.organizationPath', '=', ''), scope]));
  const words = q?.trim();
  if (words) {
    const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((eb) => eb.or([eb('t.name', 'ilike', pattern), eb('t.itemName', 'ilike', pattern)]));
  }
  if (stage) query = query.where('t.kind', 'in', Object.entries(templateKinds).filter(([, kind]) => kind.stage === stage).map(([code]) => code));
  if (topic) query = query.where('t.kind', 'in', [...(await readMessageKinds(ctx)).filter((kind) => kind.topic === topic).map(({ key }) => key), '']);
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
  return pageOf(rows, limit, (row) => [row.place, row.itemName ?? '', row.id], (row) => presentSummary(row, kinds));
}

/** A template with its versions, the newest first. @throws templates.template-not-found */
export async function getTemplate(ctx: Context, templateId: string): Promise<TemplateDetail> {
  const record = await getTemplateRecord(ctx, templateId, view);
  const kinds = await kindsOf(ctx, record.family);
  const [row, versions] = await Promise.all([selectSummaries(ctx, kinds).where('t.id', '=', templateId).executeTakeFirstOrThrow(), listVersions(ctx, templateId)]);
  const isTailored = record.itemId !== null || record.applicantKind !== null || record.step !== null;
  return {
    ...presentSummary(row, kinds), versions: versions.map(presentLine), tailorable: kinds.get(record.kind)?.tailorable ?? false,
    abilities: { draft: row.draftId === null && mayOver(ctx, record, 'templates.template.edit'), retire: isTailored && row.publishedId !== null && mayOver(ctx, record, 'templates.version.publish') },
  };
}

function presentSummary(row: SummaryRow, kinds: Kinds): TemplateSummary {
  const { id, family, kind, name, itemId, itemName, applicantKind, step, publishedId, publishedNumber, publishedAt, publishedByName, draftId, draftNumber, updatedAt, updatedByName } = row;
  const known = kinds.get(kind);
  return {
    id, family, kind, kindName: known?.name ?? name, group: known?.group ?? '', name, item: itemId === null ? null : { id: itemId, name: itemName ?? '' }, applicantKind, step,
    published: publishedId === null || publishedNumber === null || publishedAt === null ? null : { versionId: publishedId, number: publishedNumber, at: publishedAt.toISOString(), byName: publishedByName ?? '' },
    draft: draftId === null || draftNumber === null || updatedAt === null ? null : { versionId: draftId, number: draftNumber, at: updatedAt.toISOString(), byName: updatedByName ?? '' },
  };
}
