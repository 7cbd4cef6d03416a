import { Code, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { VersionState } from './version-state.contract.ts';

/** A form of an item as its newest or published version has it (FRM-04). */
export const StaffForm = Type.Object({
  itemId: Id, itemName: Type.String(), departmentName: Type.String(),
  versionId: Id, versionNumber: Type.Integer(), state: VersionState,
  formKey: Type.String(), formName: Type.String(),
  /** Fields, of them bound to a data element; null when the definition is broken. */
  fields: Nullable(Type.Integer()), boundFields: Nullable(Type.Integer()),
  /** Where the version uses it. */
  uses: Type.Array(Type.Object({ kind: Code(['usual', 'situation', 'material', 'sample'] as const), name: Type.String() })),
  /** Shared groups of fields it has copies of. */
  parts: Type.Array(Type.Object({ id: Id, name: Type.String(), revision: Type.Integer() })),
  savedAt: Nullable(DateTime), savedByName: Nullable(Type.String()),
});
export type StaffForm = Static<typeof StaffForm>;

export const listForms = defineOperation({
  id: 'catalog.list-forms', method: 'GET', path: '/api/v1/catalog/forms', permission: 'catalog.item.view',
  summary: '表单管理：本单位可管理的和已发布的全部表单',
  query: Type.Object({
    ...PageQuery.properties, q: Type.Optional(Text(100)), state: Type.Optional(Code(['draft', 'in-review', 'approved', 'published'] as const)),
    /** With copies of this shared group; `any` of one at all. */
    part: Type.Optional(Text(36, { minLength: 3 })),
    dataElement: Type.Optional(Text(64, { minLength: 1 })),
    /** Only of the reader's own departments. */
    own: Type.Optional(Type.Boolean()),
  }),
  response: PageOf(StaffForm),
});

export const copyForm = defineOperation({
  id: 'catalog.copy-form', method: 'POST', path: '/api/v1/catalog/versions/:versionId/forms', permission: 'catalog.item.edit', status: 201, idempotent: true,
  summary: '以一份表单为起点，给另一个事项的草稿加一份表单', params: Type.Object({ versionId: Id }),
  body: Type.Object({ fromVersionId: Id, formKey: Text(60, { minLength: 1 }), name: Text(100, { minLength: 1 }) }),
  response: Type.Object({ versionId: Id, revision: Type.Integer(), formKey: Type.String() }),
});
