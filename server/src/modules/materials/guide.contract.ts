import { Code, defineOperation, Id, Nullable, Type, type Static } from '@tongban/contract-kit';
import { FileKind, MaterialName, MaterialView } from './library.contract.ts';
import { holderKinds } from './substitution.contract.ts';

/** A file of the library as it is offered beside a material of an item. */
export const OfferedFile = Type.Object({
  id: Id, materialId: Id, kind: FileKind, title: Type.String(), note: Nullable(Type.String()), name: Type.String(), size: Type.Integer(),
  mediaType: Type.String(),
});
export type OfferedFile = Static<typeof OfferedFile>;

/** A licence that stands for a material, as an applicant reads it. */
export const OfferedSubstitute = Type.Object({
  licenceTypeCode: Type.String(), licenceTypeName: Type.String(), conditions: Nullable(Type.String()), legalBasis: Nullable(Type.String()),
});
export type OfferedSubstitute = Static<typeof OfferedSubstitute>;

/** What the library adds to one material of a published guide. */
export const GuideMaterial = Type.Object({
  key: Type.String(), standardCode: Nullable(Type.String()), files: Type.Array(OfferedFile), substitutes: Type.Array(OfferedSubstitute),
});
export type GuideMaterial = Static<typeof GuideMaterial>;

/** Samples for who ticks the review points of one material. */
export const ReviewSamples = Type.Object({
  key: Type.String(), files: Type.Array(OfferedFile),
  points: Type.Array(Type.Object({ key: Type.String(), files: Type.Array(OfferedFile) })),
});
export type ReviewSamples = Static<typeof ReviewSamples>;

/** A type of the licence catalogue with the standard materials that it is. */
export const MappedLicenceType = Type.Object({
  code: Type.String(), name: Type.String(), holderKind: Code(holderKinds), retired: Type.Boolean(), materials: Type.Array(MaterialName),
});
export type MappedLicenceType = Static<typeof MappedLicenceType>;

export const getGuideMaterials = defineOperation({
  id: 'materials.get-guide-materials', method: 'GET', path: '/api/v1/items/:itemId/material-library', permission: 'public',
  summary: '办事指南各材料的空白表格、示例样表和可以免交的证照', params: Type.Object({ itemId: Id }),
  response: Type.Object({ itemId: Id, materials: Type.Array(GuideMaterial) }),
});

export const downloadGuideFile = defineOperation({
  id: 'materials.download-guide-file', method: 'GET', path: '/api/v1/material-files/:fileId', permission: 'public', responseKind: 'binary',
  summary: '下载空白表格或示例样表', params: Type.Object({ fileId: Id }),
});

export const getReviewSamples = defineOperation({
  id: 'materials.get-review-samples', method: 'GET', path: '/api/v1/item-versions/:versionId/review-samples', permission: 'materials.material.view',
  summary: '审查某版本事项时可以打开的样本：按材料和审查要点', params: Type.Object({ versionId: Id }),
  response: Type.Object({ materials: Type.Array(ReviewSamples) }),
});

export const listLicenceTypes = defineOperation({
  id: 'materials.list-licence-types', method: 'GET', path: '/api/v1/material-licence-types', permission: 'materials.material.view',
  summary: '证照目录的每个类型对应哪些标准材料', response: Type.Object({ types: Type.Array(MappedLicenceType) }),
});

export const setLicenceTypes = defineOperation({
  id: 'materials.set-licence-types', method: 'PUT', path: '/api/v1/standard-materials/:materialId/licence-types', permission: 'materials.material.edit',
  summary: '设定一个材料对应的证照类型', params: Type.Object({ materialId: Id }),
  body: Type.Object({ revision: Type.Integer(), licenceTypes: MaterialView.properties.content.properties.licenceTypes }), response: MaterialView,
});
