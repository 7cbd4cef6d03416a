import { DateTime, defineOperation, Id, JsonObject, Text, Type, type Static } from '@tongban/contract-kit';

/** A group of fields that forms share by copy (FRM-04); `section` is a Section of @tongban/form-model. */
export const FormPart = Type.Object({
  id: Id,
  name: Type.String(),
  section: JsonObject,
  revision: Type.Integer(),
  savedAt: DateTime,
  savedByName: Type.String(),
  /** Whether the reader may change it: whose department it is. */
  editable: Type.Boolean(),
});
export type FormPart = Static<typeof FormPart>;

/** A form that has a copy of the part, as its newest or published version has it. */
export const FormPartUse = Type.Object({
  itemId: Id, versionId: Id, itemName: Type.String(), departmentName: Type.String(), state: Type.String(), formKey: Type.String(), formName: Type.String(),
  /** The revision of the part the copy is of. */
  revision: Type.Integer(),
});
export type FormPartUse = Static<typeof FormPartUse>;

const partParams = Type.Object({ partId: Id });
const content = { name: Text(100, { minLength: 1 }), section: JsonObject };

export const listFormParts = defineOperation({
  id: 'catalog.list-form-parts', method: 'GET', path: '/api/v1/catalog/form-parts', permission: 'catalog.item.view',
  summary: '列出公共字段组', response: Type.Object({ parts: Type.Array(FormPart) }),
});

export const addFormPart = defineOperation({
  id: 'catalog.add-form-part', method: 'POST', path: '/api/v1/catalog/form-parts', permission: 'catalog.item.edit', status: 201,
  summary: '把表单的一个分组存为公共字段组', body: Type.Object(content), response: FormPart, idempotent: true,
});

export const editFormPart = defineOperation({
  id: 'catalog.edit-form-part', method: 'PUT', path: '/api/v1/catalog/form-parts/:partId', permission: 'catalog.item.edit',
  summary: '修改公共字段组；已经用它的表单不会自动变', params: partParams, body: Type.Object({ revision: Type.Integer({ minimum: 1 }), ...content }), response: FormPart,
});

export const listFormPartUses = defineOperation({
  id: 'catalog.list-form-part-uses', method: 'GET', path: '/api/v1/catalog/form-parts/:partId/uses', permission: 'catalog.item.view',
  summary: '哪些表单在用一个公共字段组', params: partParams, response: Type.Object({ uses: Type.Array(FormPartUse) }),
});
