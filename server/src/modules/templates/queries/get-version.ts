import { sql, type Selectable } from 'kysely';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { liesInScope } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { findMessageKind } from '../../../kernel/messaging/index.ts';
import { countedMessages, type TemplateScope, type TemplateVersion } from '../contract.ts';
import { fail } from '../errors.ts';
import { templateStateLabels } from '../states.ts';
import type { TemplatesTables } from '../tables.ts';
import { readApplicationVocabulary } from './application-vocabulary.ts';

export type TemplateRecord = Selectable<TemplatesTables['templates.template']>;
type Version = Selectable<TemplatesTables['templates.version']>;
type Place = Pick<TemplateRecord, 'organizationPath' | 'regionCode'>;
type Line = Omit<Version, 'content'> & { uses: number };
export type VersionRecord = Version & { uses: number } & Pick<TemplateRecord, 'family' | 'kind' | 'name' | 'organizationPath' | 'regionCode'> & TemplateScope;

export const view = 'templates.template.view';

/** What everybody who looks at templates sees: those for all. Changing them takes a scope over everything. */
function isWithin(ctx: Context, place: Place, permission: string): boolean {
  return (permission === view && place.organizationPath === '' && holds(ctx.actor, view)) || liesInScope(requireScope(ctx, permission), ctx.actor, place);
}

/** Whether the actor holds the permission over a template. */
export function mayOver(ctx: Context, place: Place, permission: string): boolean {
  return holds(ctx.actor, permission) && isWithin(ctx, place, permission);
}

/** Documents made with a version, or messages: of those a city sends millions, so that counting ends somewhere. */
const uses = sql<number>`((SELECT count(*) FROM templates.use u WHERE u.version_id = v.id) + (SELECT count(*) FROM (SELECT FROM messaging.message m WHERE m.version_id = v.id LIMIT ${sql.lit(countedMessages)}) AS sent))::int`;

/** A template in the scope of a permission. @throws templates.template-not-found */
export async function getTemplateRecord(ctx: Context, templateId: string, permission: string): Promise<TemplateRecord> {
  const record = await tablesOf<TemplatesTables>(ctx.kernel.db).selectFrom('templates.template').selectAll().where('id', '=', templateId).executeTakeFirst();
  if (!record || !isWithin(ctx, record, permission)) throw fail('templates.template-not-found');
  return record;
}

/** A version in the scope of a permission. @throws templates.version-not-found */
export async function getVersionRecord(ctx: Context, versionId: string, permission: string): Promise<VersionRecord> {
  const record = await tablesOf<TemplatesTables>(ctx.kernel.db).selectFrom('templates.version as v').innerJoin('templates.template as t', 't.id', 'v.templateId')
    .selectAll('v').select(['t.family', 't.kind', 't.name', 't.itemId', 't.applicantKind', 't.step', 't.organizationPath', 't.regionCode', uses.as('uses')]).where('v.id', '=', versionId).executeTakeFirst();
  if (!record || !isWithin(ctx, record, permission)) throw fail('templates.version-not-found');
  return record;
}

/** The versions of a template, the newest first, without their content. */
export async function listVersions(ctx: Context, templateId: string): Promise<Line[]> {
  return tablesOf<TemplatesTables>(ctx.kernel.db).selectFrom('templates.version as v')
    .select(['v.id', 'v.templateId', 'v.number', 'v.state', 'v.note', 'v.updatedAt', 'v.updatedById', 'v.updatedByName', 'v.publishedAt', 'v.publishedByName', 'v.revision', uses.as('uses')])
    .where('v.templateId', '=', templateId).orderBy('v.number', 'desc').execute();
}

export async function presentVersion(ctx: Context, record: VersionRecord): Promise<TemplateVersion> {
  const { templateId, family, kind, name, content, state, updatedById, itemId } = record;
  const may = (permission: string): boolean => state === 'draft' && mayOver(ctx, record, permission);
  return {
    ...presentLine(record), templateId, family, kind, name, content,
    application: family === 'document' ? await readApplicationVocabulary(ctx, kind, itemId) : { fields: [], lists: [] }, words: family === 'message' ? await readWords(ctx, kind) : null,
    abilities: { edit: may('templates.template.edit'), discard: may('templates.template.edit'), publish: may('templates.version.publish') && updatedById !== ctx.actor.id },
  };
}

async function readWords(ctx: Context, kind: string): Promise<TemplateVersion['words']> {
  const known = await findMessageKind(ctx.kernel.db, kind);
  return known ? { fields: known.fields, own: known.own } : null;
}

/** A version without what it holds. */
export function presentLine({ id, number, state, note, updatedAt, updatedByName, publishedAt, publishedByName, revision, uses: made }: Line) {
  return {
    id, number, state, stateLabel: templateStateLabels[state], note, updatedAt: updatedAt.toISOString(), updatedByName,
    publishedAt: publishedAt?.toISOString() ?? null, publishedByName, revision, uses: made,
  };
}
