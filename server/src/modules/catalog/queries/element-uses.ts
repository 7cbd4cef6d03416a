import { isFormDefinition, listFields, type ColumnField, type Field } from '@tongban/form-model';
import type { Kernel } from '../../../kernel/context.ts';
import { readRowsOnce } from '../../../kernel/db/index.ts';
import type { ItemElements } from '../contract.ts';

/** A form with fields bound to a data element, as an open or published version has it. */
export interface ElementUse {
  itemId: string;
  versionId: string;
  itemName: string;
  departmentName: string;
  state: string;
  formKey: string;
  formName: string;
  fields: { id: string; label: string; type: string; dictionary: string | null }[];
}

interface UsingVersion { itemId: string; versionId: string; itemName: string; departmentName: string; state: string; forms: ItemElements['forms'] }

/** What a form binds, columns of tables too; the text the index of migration 20261130-51 is over. */
export const boundForms = `jsonb_path_query_array(v.elements -> 'forms', '$[*].definition.sections[*].rows[*].cells[*].field.**.dataElement')`;
const inForce = `v.state IN ('draft', 'in-review', 'approved', 'published') AND v.elements -> 'forms' <> '[]'::jsonb`;

/** Every form, published or being worked on, that has a field bound to the data element (FRM-02). */
export async function listElementUses({ db }: Kernel, code: string): Promise<ElementUse[]> {
  const versions = await readRowsOnce<UsingVersion>(db,
    `SELECT v.item_id, v.id AS version_id, i.name AS item_name, i.department_name, v.state, v.elements -> 'forms' AS forms
     FROM catalog.item_version v JOIN catalog.item i ON i.id = v.item_id
     WHERE ${inForce} AND ${boundForms} @> jsonb_build_array($1::text) ORDER BY i.name, v.number DESC`, [code]);
  return versions.flatMap(({ forms, ...version }) => forms.flatMap(({ key, name, definition }): ElementUse[] => {
    const fields = isFormDefinition(definition) ? boundFields(listFields(definition), code) : [];
    return fields.length === 0 ? [] : [{ ...version, formKey: key, formName: name, fields }];
  }));
}

function boundFields(fields: readonly (Field | ColumnField)[], code: string): ElementUse['fields'] {
  return fields.flatMap((field) => [
    ...(field.dataElement === code ? [{ id: field.id, label: field.label, type: field.type, dictionary: 'dictionary' in field ? field.dictionary ?? null : null }] : []),
    ...(field.type === 'table' ? boundFields(field.columns, code) : []),
  ]);
}

/** How many forms of open and published versions have a field bound to each data element; those that none has are left out. */
export async function countElementUses({ db }: Kernel): Promise<Map<string, number>> {
  const rows = await readRowsOnce<{ code: string; forms: number }>(db,
    `SELECT used.code, count(*)::int AS forms FROM catalog.item_version v
     CROSS JOIN LATERAL jsonb_array_elements(v.elements -> 'forms') AS form
     CROSS JOIN LATERAL (SELECT DISTINCT path #>> '{}' AS code FROM jsonb_path_query(form, '$.definition.sections[*].rows[*].cells[*].field.**.dataElement') AS path) AS used
     WHERE ${inForce} GROUP BY used.code`, []);
  return new Map(rows.map(({ code, forms }) => [code, forms]));
}
