import { DateTime, defineOperation, Id, Text, Type } from '@tongban/contract-kit';

const MergerPart = Type.Object({ name: Type.String(), label: Type.String(), count: Type.Integer() });
const Named = Type.Object({ id: Id, name: Type.String() });

export const MergerView = Type.Object({ id: Id, from: Named, to: Named, at: DateTime, by: Type.String(), reason: Type.String(), parts: Type.Array(MergerPart) });

const organizationParams = Type.Object({ organizationId: Id });

export const previewMerger = defineOperation({
  id: 'organization.preview-merger', method: 'GET', path: '/api/v1/organizations/:organizationId/merger', permission: 'organization.organization.manage',
  summary: '合并机构之前：按种类列出会转到承接机构的工作', params: organizationParams, query: Type.Object({ into: Id }),
  response: Type.Object({ from: Named, to: Named, revision: Type.Integer(), parts: Type.Array(MergerPart) }),
});

export const mergeOrganization = defineOperation({
  id: 'organization.merge-organization', method: 'POST', path: '/api/v1/organizations/:organizationId/merger', permission: 'organization.organization.manage', status: 201,
  summary: '合并机构：在办的工作、人员转到承接机构，原机构撤销，历史保留原名', params: organizationParams,
  body: Type.Object({ into: Id, revision: Type.Integer(), reason: Text(500, { minLength: 5 }) }), response: MergerView,
});

export const listMergers = defineOperation({
  id: 'organization.list-mergers', method: 'GET', path: '/api/v1/organization-mergers', permission: 'organization.organization.manage',
  summary: '合并记录：谁并入谁、转了什么', response: Type.Object({ items: Type.Array(MergerView) }),
});
