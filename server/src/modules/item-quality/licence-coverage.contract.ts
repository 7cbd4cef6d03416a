import { Code, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';

/** A licence type and who does what with it: a step without an item is a gap where it is needed (CAT-07). */
export const LicenceCoverage = Type.Object({
  code: Type.String(),
  name: Type.String(),
  /** In the order of the code list `licence-stage`. */
  stages: Type.Array(Type.Object({
    stage: Type.String(),
    /** A licence that never ends is not renewed, and not every one is inspected. */
    needed: Type.Boolean(),
    /** `within` the reader's scope, so that its page opens. */
    items: Type.Array(Type.Object({ itemId: Id, versionId: Id, name: Type.String(), departmentName: Type.String(), within: Type.Boolean() })),
  })),
  /** Needed steps that no item takes. */
  missing: Type.Array(Type.String()),
});
export type LicenceCoverage = Static<typeof LicenceCoverage>;

const filters = {
  /** The region whose items, with those above it, are looked at; the reader's own when absent. */
  regionCode: Type.Optional(Text(12, { pattern: '^(\\d{6}|\\d{12})$' })),
  /** Part of a licence's name. */
  q: Type.Optional(Text(100)),
  /** Only licences that lack any needed step, or this one. */
  missing: Type.Optional(Code(['any', 'issue', 'change', 'renew', 'replace', 'end'] as const)),
};

export const listLicenceCoverage = defineOperation({
  id: 'item-quality.list-licence-coverage', method: 'GET', path: '/api/v1/item-quality/licence-coverage', permission: 'item-quality.finding.view',
  summary: '权限范围内的证照从核发到注销各由本地区哪些事项办理，缺哪些环节', query: Type.Object({ ...PageQuery.properties, ...filters }),
  response: Type.Object({
    ...PageOf(LicenceCoverage).properties,
    region: Type.Object({ code: Type.String(), name: Nullable(Type.String()) }),
    /** Licences of the scope, and those of them that lack a needed step; not narrowed by the filters. */
    total: Type.Integer(), incomplete: Type.Integer(),
  }),
});

export const exportLicenceCoverage = defineOperation({
  id: 'item-quality.export-licence-coverage', method: 'GET', path: '/api/v1/item-quality/licence-coverage/export', permission: 'item-quality.finding.view', responseKind: 'binary',
  summary: '导出证照各环节的事项和缺口', query: Type.Object(filters),
});
