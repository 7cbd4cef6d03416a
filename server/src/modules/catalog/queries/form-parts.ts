import type { Selectable } from 'kysely';
import { covers, holds, requireScope } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { FormPart, FormPartUse } from '../form-parts.contract.ts';
import type { ItemElements } from '../contract.ts';
import { fail } from '../errors.ts';
import type { CatalogTables } from '../tables.ts';

export type FormPartRecord = Selectable<CatalogTables['catalog.formPart']>;

const most = 200;

function presentPart(ctx: Context, record: FormPartRecord): FormPart {
  const { id, name, section, revision, savedAt, savedByName } = record;
  return { id, name, section, revision, savedAt: savedAt.toISOString(), savedByName, editable: mayEdit(ctx, record) };
}

/** Whether the actor may change a shared part: as an item of the department that keeps it. */
export function mayEdit(ctx: Context, record: Pick<FormPartRecord, 'organizationPath' | 'regionCode'>): boolean {
  return holds(ctx.actor, 'catalog.item.edit') && covers(requireScope(ctx, 'catalog.item.edit'), ctx.actor, record);
}

/** A shared part. @throws catalog.form-part-not-found */
export async function getFormPartRecord(ctx: Context, partId: string): Promise<FormPartRecord> {
  const record = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.formPart').selectAll().where('id', '=', partId).executeTakeFirst();
  if (!record) throw fail('catalog.form-part-not-found');
  return record;
}

export async function getFormPart(ctx: Context, partId: string): Promise<FormPart> {
  return presentPart(ctx, await getFormPartRecord(ctx, partId));
}

/** Every shared part; they are for all departments (FRM-04). */
export async function listFormParts(ctx: Context): Promise<FormPart[]> {
  const records = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.formPart').selectAll().orderBy('name').limit(most).execute();
  return records.map((record) => presentPart(ctx, record));
}

interface UsingVersion { itemId: string; versionId: string; itemName: string; departmentName: string; state: string; forms: ItemElements['forms'] }

/** Forms of open and published versions that have a copy of the part. */
export async function listFormPartUses(ctx: Context, partId: string): Promise<FormPartUse[]> {
  await getFormPartRecord(ctx, partId);
  const { rows } = await ctx.kernel.db.pool.query<UsingVersion>(
    `SELECT v.item_id AS "itemId", v.id AS "versionId", i.name AS "itemName", i.department_name AS "departmentName", v.state, v.elements -> 'forms' AS forms
     FROM catalog.item_version v JOIN catalog.item i ON i.id = v.item_id
     WHERE jsonb_path_exists(v.elements -> 'forms', '$[*].definition.sections[*].shared.part')
       AND jsonb_path_query_array(v.elements -> 'forms', '$[*].definition.sections[*].shared.part') @> to_jsonb($1::text)
       AND v.state NOT IN ('superseded', 'retired')
     ORDER BY i.name, v.number DESC LIMIT ${most}`, [partId]);
  return rows.flatMap(({ forms, ...version }) => forms.flatMap((form): FormPartUse[] => copiesIn(form.definition, partId)
    .map((revision) => ({ ...version, formKey: form.key, formName: form.name, revision }))));
}

/** Revisions of the copies of a part in a form. */
function copiesIn(definition: Record<string, unknown>, partId: string): number[] {
  const sections: unknown = definition['sections'];
  return (Array.isArray(sections) ? sections : []).flatMap((section: { shared?: { part?: unknown; revision?: unknown } } | null) =>
    (section?.shared?.part === partId && typeof section.shared.revision === 'number' ? [section.shared.revision] : []));
}
