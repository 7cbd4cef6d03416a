import { isFormDefinition, listFields } from '@tongban/form-model';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { requireScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, cursorNumber, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { ItemElements } from '../contract.ts';
import type { listForms as operation, StaffForm } from '../form-list.contract.ts';
import type { CatalogTables } from '../tables.ts';
import type { VersionState } from '../version-state.contract.ts';
import { boundForms } from './element-uses.ts';

type Query = QueryOf<typeof operation>;

interface FormRow {
  itemId: string; itemName: string; departmentName: string; versionId: string; versionNumber: number; state: VersionState; place: number;
  form: ItemElements['forms'][number]; handling: ItemElements['handling']; materials: ItemElements['materials']; questionnaire: ItemElements['questionnaire'] | null;
  savedAt: Date | null; savedByName: string | null;
}

/**
 * Forms of open and published versions, by name of item and form: those within the reader's reach and, to begin others with,
 * what anybody has published (FRM-04).
 */
export async function listForms(ctx: Context, query: Query): Promise<Page<StaffForm>> {
  const limit = query.limit ?? 20;
  const rows = await findRows(ctx, query, limit + 1);
  const names = await readPartNames(ctx, rows);
  return pageOf(rows, limit, ({ itemName, versionId, place }) => [itemName, versionId, place], (row) => present(row, names));
}

async function findRows(ctx: Context, { q, state, part, dataElement, own, cursor }: Query, limit: number): Promise<FormRow[]> {
  const reach = scopeFilter(requireScope(ctx, 'catalog.item.view'), ctx.actor, { organizationPath: 'i.organization_path', regionCode: 'i.region_code' });
  const words = (q ?? '').trim().split(/\s+/).filter((word) => word !== '').map((word) => `%${word.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`);
  const conditions = [
    sql`v.state IN ('draft', 'in-review', 'approved', 'published') AND v.elements -> 'forms' <> '[]'::jsonb`,
    own === true ? reach : sql`(v.state = 'published' OR ${reach})`,
    ...words.map((like) => sql`(i.name || ' ' || i.department_name || ' ' || coalesce(f.form ->> 'name', '')) ILIKE ${like}`),
    ...(state === undefined ? [] : [sql`v.state = ${state}`]),
    ...(part === undefined ? [] : part === 'any'
      ? [sql`jsonb_path_exists(f.form, '$.definition.sections[*].shared.part')`]
      : [sql`jsonb_path_query_array(f.form, '$.definition.sections[*].shared.part') @> jsonb_build_array(${part}::text)`]),
    ...(dataElement === undefined ? [] : [sql`${sql.raw(boundForms)} @> jsonb_build_array(${dataElement}::text)`, sql`jsonb_path_query_array(f.form, '$.definition.sections[*].rows[*].cells[*].field.**.dataElement') @> jsonb_build_array(${dataElement}::text)`]),
    ...(cursor === undefined ? [] : [after(cursor)]),
  ];
  const { rows } = await sql<FormRow>`
    SELECT i.id AS item_id, i.name AS item_name, i.department_name, v.id AS version_id, v.number AS version_number, v.state, f.place::int AS place, f.form,
      v.elements -> 'handling' AS handling, v.elements -> 'materials' AS materials, v.elements -> 'questionnaire' AS questionnaire, v.saved_at, v.saved_by_name
    FROM catalog.item_version v JOIN catalog.item i ON i.id = v.item_id
    CROSS JOIN LATERAL jsonb_array_elements(v.elements -> 'forms') WITH ORDINALITY AS f (form, place)
    WHERE ${sql.join(conditions, sql` AND `)} ORDER BY i.name, v.id, f.place LIMIT ${limit}`.execute(tablesOf<CatalogTables>(ctx.kernel.db));
  return rows;
}

function after(cursor: string) {
  const [name, versionId, place] = decodeCursor(cursor, 3);
  return sql`(i.name, v.id, f.place) > (${String(name)}::text, ${cursorId(versionId)}::uuid, ${cursorNumber(place)}::bigint)`;
}

/** The shared groups that a form has copies of, with the revision of each. */
function copiesIn({ form }: FormRow): { id: string; revision: number }[] {
  if (!isFormDefinition(form.definition)) return [];
  return form.definition.sections.flatMap(({ shared }) => (shared === undefined ? [] : [{ id: shared.part, revision: shared.revision }]));
}

async function readPartNames(ctx: Context, rows: readonly FormRow[]): Promise<Map<string, string>> {
  const ids = rows.flatMap((row) => copiesIn(row).map(({ id }) => id));
  if (ids.length === 0) return new Map();
  const parts = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.formPart').select(['id', 'name']).where('id', 'in', [...new Set(ids)]).execute();
  return new Map(parts.map(({ id, name }) => [id, name]));
}

function present(row: FormRow, names: ReadonlyMap<string, string>): StaffForm {
  const { itemId, itemName, departmentName, versionId, versionNumber, state, form, savedAt, savedByName } = row;
  const fields = isFormDefinition(form.definition) ? listFields(form.definition).flatMap((field) => (field.type === 'table' ? [field, ...field.columns] : [field])) : undefined;
  return {
    itemId, itemName, departmentName, versionId, versionNumber, state, formKey: form.key, formName: form.name,
    fields: fields?.length ?? null, boundFields: fields?.filter(({ dataElement }) => dataElement !== undefined).length ?? null,
    uses: usesOf(row), parts: copiesIn(row).flatMap(({ id, revision }) => { const name = names.get(id); return name === undefined ? [] : [{ id, name, revision }]; }),
    savedAt: savedAt?.toISOString() ?? null, savedByName,
  };
}

function usesOf({ form: { key }, handling, materials, questionnaire }: FormRow): StaffForm['uses'] {
  return [
    ...(handling.formKey === key ? [{ kind: 'usual' as const, name: '' }] : []),
    ...(questionnaire?.situations ?? []).filter(({ formKey }) => formKey === key).map(({ name }) => ({ kind: 'situation' as const, name })),
    ...materials.filter(({ formKey }) => formKey === key).map(({ name }) => ({ kind: 'material' as const, name })),
    ...materials.filter(({ sample }) => sample?.formKey === key).map(({ name }) => ({ kind: 'sample' as const, name })),
  ];
}
