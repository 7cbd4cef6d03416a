import { Code, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { licenceHolderKinds, LicenceTypeContent, licenceTypeStates, licenceTypeBounds } from './licence-type.contract.ts';

/** How a code of the catalogue is written. */
export const licenceTypeCodePattern = '^[A-Za-z][0-9A-Za-z-]*$';

/** Code of a type in the catalogue, `ZZ-000123` unless another was given; never changed. */
export const LicenceTypeCode = Text(licenceTypeBounds.code, { minLength: 4, pattern: licenceTypeCodePattern });

/** Licences are counted up to here. */
export const mostCountedLicences = 10_000;

const summary = {
  code: Type.String(), name: Type.String(), typeCode: Type.String(), holderKind: Code(licenceHolderKinds),
  issuer: Nullable(Type.Object({ id: Id, name: Type.String() })), state: Code(licenceTypeStates), revision: Type.Integer(),
  /** Published items that give it as their result. */
  itemCount: Type.Integer(),
  /** Licences issued of it, at most `mostCountedLicences`. */
  licenceCount: Type.Integer(),
  updatedAt: DateTime,
};

export const LicenceTypeSummary = Type.Object(summary);
export type LicenceTypeSummary = Static<typeof LicenceTypeSummary>;

/** A form of an item with the fields that a face can print. */
export const FormFields = Type.Object({
  key: Type.String(), name: Type.String(), fields: Type.Array(Type.Object({ id: Type.String(), label: Type.String() })),
});
export type FormFields = Static<typeof FormFields>;

/** A version of an item that gives the licence. */
export const LicenceTypeGiver = Type.Object({
  itemId: Id, versionId: Id, itemName: Type.String(), departmentName: Type.String(), published: Type.Boolean(),
  /** Forms by whose approval it is issued; none where the item only names it among its results. */
  forms: Type.Array(FormFields),
});
export type LicenceTypeGiver = Static<typeof LicenceTypeGiver>;

export const LicenceTypeView = Type.Object({
  ...summary, content: LicenceTypeContent, stateReason: Nullable(Type.String()), updatedByName: Type.String(),
  givers: Type.Array(LicenceTypeGiver),
  /** `changeTypeCode`: nothing was issued under it yet. */
  abilities: Type.Object({ edit: Type.Boolean(), retire: Type.Boolean(), restore: Type.Boolean(), changeTypeCode: Type.Boolean() }),
});
export type LicenceTypeView = Static<typeof LicenceTypeView>;

const view = 'licences.type.view';
const manage = 'licences.type.manage';
const typeParams = Type.Object({ code: LicenceTypeCode });

export const listLicenceTypes = defineOperation({
  id: 'licences.list-types', method: 'GET', path: '/api/v1/licence-types', permission: view, summary: '证照目录：按名称、代码、颁发机构等查找，附办理它的事项数和已签发数',
  query: Type.Object({
    ...PageQuery.properties, q: Type.Optional(Text(100)), holderKind: Type.Optional(Code(licenceHolderKinds)), state: Type.Optional(Code(licenceTypeStates)), issuerId: Type.Optional(Id),
  }),
  response: PageOf(LicenceTypeSummary),
});

export const getLicenceType = defineOperation({
  id: 'licences.get-type', method: 'GET', path: '/api/v1/licence-types/:code', permission: view, summary: '一种证照：编号、有效期、照面，以及签发它的事项和申请表', params: typeParams, response: LicenceTypeView,
});

export const createLicenceType = defineOperation({
  id: 'licences.create-type', method: 'POST', path: '/api/v1/licence-types', permission: manage, status: 201, idempotent: true,
  summary: '新建证照类型；不给目录编码的自动编号', body: Type.Object({ code: Type.Optional(LicenceTypeCode), content: LicenceTypeContent }), response: LicenceTypeView,
});

export const editLicenceType = defineOperation({
  id: 'licences.edit-type', method: 'PUT', path: '/api/v1/licence-types/:code', permission: manage,
  summary: '修改证照类型：只影响以后签发的证照', params: typeParams, body: Type.Object({ revision: Type.Integer(), content: LicenceTypeContent }), response: LicenceTypeView,
});

export const changeLicenceTypeState = defineOperation({
  id: 'licences.change-type-state', method: 'POST', path: '/api/v1/licence-types/:code/state', permission: manage,
  summary: '停用或重新启用证照类型；已发布的事项还在签发的不能停用', params: typeParams,
  body: Type.Object({ revision: Type.Integer(), action: Code(['retire', 'restore'] as const), reason: Type.Optional(Text(500)) }), response: LicenceTypeView,
});

export const listFormFields = defineOperation({
  id: 'licences.list-form-fields', method: 'GET', path: '/api/v1/licence-type-forms/:itemId', permission: view, summary: '一个事项的申请表里可以印在照面上的字段',
  params: Type.Object({ itemId: Id }), response: Type.Object({ itemId: Id, itemName: Type.String(), forms: Type.Array(FormFields) }),
});

export const previewLicenceType = defineOperation({
  id: 'licences.preview-type', method: 'POST', path: '/api/v1/licence-types/preview', permission: view, responseKind: 'binary',
  summary: '用示例内容把照面制作成 PDF，不盖章，不保存', body: Type.Object({ content: LicenceTypeContent, itemId: Nullable(Id), formKey: Nullable(Text(60)) }),
});
