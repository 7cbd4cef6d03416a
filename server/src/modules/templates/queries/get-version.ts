import { sql, type Selectable } from 'kysely';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { liesInScope } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { TemplateScope, TemplateVersion } from '../contract.ts';
import { fail } from '../errors.ts';
import { templateStateLabels } from '../states.ts';
import type { TemplatesTables } from '../tables.ts';
import { readApplicationVocabulary } from './application-vocabulary.ts';

export type TemplateRecord = Selectable<TemplatesTables['templates.template']>;
type Version = Selectable<TemplatesTables['templates.version']>;
type Place = Pick<TemplateRecord, 'organizationPath' | 'regionCode'>;
type Line = Omit<Version, 'content'> & { documents: number };
export type VersionRecord = Version & { documents: number } & Pick<TemplateRecord, 'kind' | 'name' | 'organizationPath' | 'regionCode'> & TemplateScope;

export const view = 'templates.template.view';

/** What everybody who looks at templates sees: those for all. Changing them takes a scope over everything. */
function isWithin(ctx: Context, place: Place, permission: string): boolean {
  return (permission === view && place.organizationPath === '' && holds(ctx.actor, view)) || liesInScope(requireScope(ctx, permission), ctx.actor, place);
}

/** Whether the actor holds the permission over a template. */
export function mayOver(ctx: Context, place: Place, permission: string): boolean {
  return holds(ctx.actor, permission) && isWithin(ctx, place, permission);
}

const documents = sql<number>`(SELECT count(*)::int FROM templates.use u WHERE u.version_id = v.id)`;

/** A template in the scope of a permission. @throws templates.template-not-found */
export async function getTemplateRecord(ctx: Context, templateId: string, permission: string): Promise<TemplateRecord> {
  const record = await tablesOf<TemplatesTables>(ctx.kernel.db).selectFrom('templates.template').selectAll().where('id', '=', templateId).executeTakeFirst();
  if (!record || !isWithin(ctx, record, permission)) throw fail('templates.template-not-found');
  return record;
}

/** A version in the scope of a permission. @throws templates.version-not-found */
export async function getVersionRecord(ctx: Context, versionId: string, permission: string): Promise<VersionRecord> {
  const record = await tablesOf<TemplatesTables>(ctx.kernel.db).selectFrom('templates.version as v').innerJoin('templates.template as t', 't.id', 'v.templateId')
    .selectAll('v').select(['t.kind', 't.name', 't.itemId', 't.applicantKind', 't.step', 't.organizationPath', 't.regionCode', documents.as('documents')]).where('v.id', '=', versionId).executeTakeFirst();
  if (!record || !isWithin(ctx, record, permission)) throw fail('templates.version-not-found');
  return record;
}

/** The versions of a template, the newest first, without their content. */
export async function listVersions(ctx: Context, templateId: string): Promise<Line[]> {
  return tablesOf<TemplatesTables>(ctx.kernel.db).selectFrom('templates.version as v')
    .select(['v.id', 'v.templateId', 'v.number', 'v.state', 'v.note', 'v.updatedAt', 'v.updatedById', 'v.updatedByName', 'v.publishedAt', 'v.publishedByName', 'v.revision', documents.as('documents')])
    .where('v.templateId', '=', templateId).orderBy('v.number', 'desc').execute();
}

export async function presentVersion(ctx: Context, record: VersionRecord): Promise<TemplateVersion> {
  const { templateId, kind, name, content, state, updatedById, itemId } = record;
  const may = (permission: string): boolean => state === 'draft' && mayOver(ctx, record, permission);
  return {
    ...presentLine(record), templateId, kind, name, content, application: await readApplicationVocabulary(ctx, kind, itemId),
    abilities: { edit: may('templates.template.edit'), discard: may('templates.template.edit'), publish: may('templates.version.publish') && updatedById !== ctx.actor.id },
  };
}

/** A version without what it holds. */
export function presentLine({ id, number, state, note, updatedAt, updatedByName, publishedAt, publishedByName, revision, documents: made }: Line) {
  return {
    id, number, state, stateLabel: templateStateLabels[state], note, updatedAt: updatedAt.toISOString(), updatedByName,
    publishedAt: publishedAt?.toISOString() ?? null, publishedByName, revision, documents: made,
  };
}
