import { Code, DateOnly, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';

/** Province, city, county, town, village: 1–5. */
export const Region = Type.Object({
  /** Twelve digits, zero-filled. */
  code: Type.String(),
  name: Type.String(),
  /** 四川省广安市广安区. */
  fullName: Type.String(),
  level: Type.Integer(),
  hasChildren: Type.Boolean(),
});
export type Region = Static<typeof Region>;

const RegionCode = Text(12, { pattern: '^(\\d{6}|\\d{9}|\\d{12})$' });

export const listRegions = defineOperation({
  id: 'organization.list-regions', method: 'GET', path: '/api/v1/regions', permission: 'public',
  summary: '下一级行政区划；不给 parent 时为各省', query: Type.Object({ parent: Type.Optional(RegionCode) }),
  response: Type.Object({ items: Type.Array(Region) }),
});

export const getRegion = defineOperation({
  id: 'organization.get-region', method: 'GET', path: '/api/v1/regions/:code', permission: 'public',
  summary: '一个行政区划及其上级（由省到上一级）', params: Type.Object({ code: RegionCode }),
  response: Type.Object({ region: Region, ancestors: Type.Array(Region) }),
});

export const organizationKinds = ['government', 'department', 'hall', 'unit'] as const;

export const Organization = Type.Object({
  id: Id,
  parentId: Nullable(Id),
  /** `/id/id/`, from the root to the organisation itself. */
  path: Type.String(),
  name: Type.String(),
  shortName: Nullable(Type.String()),
  /** Unified social credit code or another department code. */
  code: Nullable(Type.String()),
  kind: Code(organizationKinds),
  regionCode: Type.String(),
  duties: Nullable(Type.String()),
  validFrom: DateOnly,
  validTo: Nullable(DateOnly),
  revision: Type.Integer(),
  /** Who goes on with its work since it was merged. */
  mergedInto: Nullable(Id),
});
export type Organization = Static<typeof Organization>;

export const listOrganizations = defineOperation({
  id: 'organization.list-organizations', method: 'GET', path: '/api/v1/organizations', permission: 'organization.organization.view',
  summary: '机构树（平铺，按路径排序）；给 onDate 看当日的机构',
  query: Type.Object({ regionCode: Type.Optional(RegionCode), underId: Type.Optional(Id), onDate: Type.Optional(DateOnly) }),
  response: Type.Object({ items: Type.Array(Organization) }),
});

const organizationParams = Type.Object({ organizationId: Id });
const OrganizationFields = {
  name: Text(200, { minLength: 2 }), shortName: Nullable(Text(60)), code: Nullable(Text(30)), kind: Code(organizationKinds),
  regionCode: RegionCode, duties: Nullable(Text(4000)),
};

export const addOrganization = defineOperation({
  id: 'organization.add-organization', method: 'POST', path: '/api/v1/organizations', permission: 'organization.organization.manage', status: 201,
  summary: '设立机构', body: Type.Object({ parentId: Nullable(Id), ...OrganizationFields }), response: Organization,
});

export const changeOrganization = defineOperation({
  id: 'organization.change-organization', method: 'PUT', path: '/api/v1/organizations/:organizationId', permission: 'organization.organization.manage',
  summary: '更名、变更上级或职责；旧的名称留存', params: organizationParams,
  body: Type.Object({ revision: Type.Integer(), parentId: Nullable(Id), ...OrganizationFields }), response: Organization,
});

export const closeOrganization = defineOperation({
  id: 'organization.close-organization', method: 'POST', path: '/api/v1/organizations/:organizationId/close', permission: 'organization.organization.manage',
  summary: '撤销机构（留存历史）', params: organizationParams, body: Type.Object({ validTo: DateOnly }), response: Organization,
});

export const Post = Type.Object({ code: Type.String(), name: Type.String() });
export type Post = Static<typeof Post>;

export const listPosts = defineOperation({
  id: 'organization.list-posts', method: 'GET', path: '/api/v1/posts', permission: 'organization.organization.view',
  summary: '岗位', response: Type.Object({ items: Type.Array(Post) }),
});

export const StaffMember = Type.Object({
  id: Id, name: Type.String(), accountName: Nullable(Type.String()),
  organization: Type.Object({ id: Id, name: Type.String() }),
  posts: Type.Array(Post),
  roles: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  validTo: Nullable(DateOnly),
});
export type StaffMember = Static<typeof StaffMember>;

export const listStaff = defineOperation({
  id: 'organization.list-staff', method: 'GET', path: '/api/v1/staff', permission: 'organization.staff.view',
  summary: '工作人员', query: Type.Object({ ...PageQuery.properties, organizationId: Type.Optional(Id), search: Type.Optional(Text(50)) }),
  response: PageOf(StaffMember),
});

export const renameStaff = defineOperation({
  id: 'organization.rename-staff', method: 'PUT', path: '/api/v1/staff/:staffId', permission: 'organization.staff.manage',
  summary: '更正工作人员姓名；此前的签名留存原名', params: Type.Object({ staffId: Id }), body: Type.Object({ name: Text(200, { minLength: 1 }) }),
  response: StaffMember,
});

export const assignPosts = defineOperation({
  id: 'organization.assign-posts', method: 'PUT', path: '/api/v1/staff/:staffId/posts', permission: 'organization.staff.manage',
  summary: '调岗：从今天起的单位与岗位；原任职留存',
  params: Type.Object({ staffId: Id }),
  body: Type.Object({ organizationId: Id, postCodes: Type.Array(Text(40, { minLength: 1 }), { minItems: 1, maxItems: 10 }) }),
  response: StaffMember,
});
