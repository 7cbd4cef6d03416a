import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type QueryOf, type Static } from '@tongban/contract-kit';

/** waiting 待归档 → archived 已归档, or faulty 质检不通过 → (重新归档) archived; a case that goes on is waiting again. */
export const archiveStates = ['waiting', 'archived', 'faulty'] as const;
export const ArchiveState = Code(archiveStates);
export type ArchiveState = Static<typeof ArchiveState>;
export const archiveStateLabels: Readonly<Record<ArchiveState, string>> = { waiting: '待归档', archived: '已归档', faulty: '质检不通过' };

/** What an electronic archive is examined for (GB/T 18894: 真实性、完整性、可用性、安全性). */
export const archiveProperties = ['authentic', 'complete', 'usable', 'safe'] as const;
export const archivePropertyLabels: Readonly<Record<(typeof archiveProperties)[number], string>> = { authentic: '真实性', complete: '完整性', usable: '可用性', safe: '安全性' };

/** fault keeps a package from being archived; a remark does not. */
export const ArchiveCheck = Type.Object({
  property: Code(archiveProperties), code: Type.String(), verdict: Code(['passed', 'remark', 'fault'] as const), text: Type.String(), mend: Nullable(Type.String()),
});
export type ArchiveCheck = Static<typeof ArchiveCheck>;

export const archivePartLabels = { description: '说明', application: '申请表', material: '申请材料', notice: '文书', result: '结果', signature: '签名', attachment: '过程附件' } as const;

/** A file of a package; `digest` is the SM3 of its bytes, hex. */
export const ArchivedFile = Type.Object({
  path: Type.String(), part: Code(['description', 'application', 'material', 'notice', 'result', 'signature', 'attachment'] as const), name: Type.String(), mediaType: Type.String(), size: Type.Integer(), digest: Type.String(),
});
export type ArchivedFile = Static<typeof ArchivedFile>;

/** Years for which an archive is kept; null for ever. */
const Years = Nullable(Type.Integer({ minimum: 1, maximum: 100 }));

/** 保管期限 in words. */
export function retentionLabel(years: number | null): string {
  return years === null ? '永久' : `${years} 年`;
}

export const ArchiveLine = Type.Object({
  id: Id, caseId: Id, caseNumber: Type.String(), number: Nullable(Type.String()), itemName: Type.String(), applicantName: Type.String(), organizationName: Type.String(),
  ending: Type.String(), endedAt: DateTime, state: ArchiveState, retentionYears: Years, expiresOn: Nullable(DateOnly), archivedAt: Nullable(DateTime), edition: Type.Integer(),
  faults: Type.Integer(), size: Nullable(Type.Integer()),
});
export type ArchiveLine = Static<typeof ArchiveLine>;

export const ArchiveView = Type.Object({
  ...ArchiveLine.properties,
  version: Type.Integer(), digest: Nullable(Type.String()), checks: Type.Array(ArchiveCheck), files: Type.Array(ArchivedFile),
  editions: Type.Array(Type.Object({ edition: Type.Integer(), at: DateTime, byName: Type.String(), reason: Type.String(), size: Type.Integer(), digest: Type.String() })),
  /** The case may be opened by this reader. */
  caseVisible: Type.Boolean(),
  may: Type.Object({ make: Type.Boolean(), download: Type.Boolean(), extend: Type.Boolean() }),
});
export type ArchiveView = Static<typeof ArchiveView>;

const filter = {
  state: Type.Optional(ArchiveState),
  /** 档号, number of the case, name of item or applicant. */
  q: Type.Optional(Text(100)),
  organizationId: Type.Optional(Id),
  regionCode: Type.Optional(Text(12, { pattern: '^\\d{6}(\\d{3}|\\d{6})?$' })),
  years: Type.Optional(Code(['permanent', '30', '10', 'other'] as const)),
  /** Kept to an end within three months, or past it. */
  expiring: Type.Optional(Type.Boolean()),
  from: Type.Optional(DateOnly), to: Type.Optional(DateOnly),
};

export const listArchives = defineOperation({
  id: 'archives.list-archives', method: 'GET', path: '/api/v1/archives', permission: 'archives.archive.view', summary: '办件档案，最近办结的在前',
  query: Type.Object({ ...filter, ...PageQuery.properties }), response: PageOf(ArchiveLine),
});
export type ArchiveFilter = Omit<QueryOf<typeof listArchives>, 'limit' | 'cursor'>;

export const mostExportedArchives = 50_000;

export const exportArchives = defineOperation({
  id: 'archives.export-archives', method: 'GET', path: '/api/v1/archives/export', permission: 'archives.archive.view', summary: '导出档案目录（Excel）', responseKind: 'binary',
  query: Type.Object(filter),
});

export const ArchiveFigures = Type.Object({
  waiting: Type.Integer(), archived: Type.Integer(), faulty: Type.Integer(), expiring: Type.Integer(),
  departments: Type.Array(Type.Object({ organizationId: Id, name: Type.String(), ended: Type.Integer(), archived: Type.Integer(), faulty: Type.Integer() })),
});
export type ArchiveFigures = Static<typeof ArchiveFigures>;

export const getArchiveFigures = defineOperation({
  id: 'archives.get-figures', method: 'GET', path: '/api/v1/archives/figures', permission: 'archives.archive.view', summary: '归档情况：各状态的件数和各部门的归档率', response: ArchiveFigures,
});

const archiveParams = Type.Object({ archiveId: Id });

export const getArchive = defineOperation({
  id: 'archives.get-archive', method: 'GET', path: '/api/v1/archives/:archiveId', permission: 'archives.archive.view', summary: '一份档案：包内文件、质检结果、历次归档', params: archiveParams, response: ArchiveView,
});

export const downloadArchive = defineOperation({
  id: 'archives.download-archive', method: 'GET', path: '/api/v1/archives/:archiveId/package', permission: 'archives.archive.download', summary: '下载档案包（ZIP）；用途记入审计',
  params: archiveParams, query: Type.Object({ purpose: Text(200, { minLength: 2 }), edition: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })) }), responseKind: 'binary',
});

export const makeArchive = defineOperation({
  id: 'archives.make-archive', method: 'POST', path: '/api/v1/archives/:archiveId/make', permission: 'archives.archive.manage', summary: '立即归档，或改正后重新归档',
  params: archiveParams, body: Type.Object({ version: Type.Integer(), reason: Type.Optional(Text(200)) }), response: ArchiveView,
});

export const extendArchive = defineOperation({
  id: 'archives.extend-archive', method: 'POST', path: '/api/v1/archives/:archiveId/extend', permission: 'archives.archive.manage', summary: '到期鉴定：延长保管',
  params: archiveParams, body: Type.Object({ version: Type.Integer(), years: Years, reason: Text(500, { minLength: 2 }) }), response: ArchiveView,
});

export const RetentionRule = Type.Object({
  scope: Code(['default', 'task-type', 'item'] as const), key: Type.String(), name: Type.String(), years: Years, changedAt: DateTime, changedByName: Type.String(),
});
export type RetentionRule = Static<typeof RetentionRule>;

export const listRetention = defineOperation({
  id: 'archives.list-retention', method: 'GET', path: '/api/v1/archive-retention', permission: 'archives.archive.view', summary: '保管期限表', response: Type.Object({ items: Type.Array(RetentionRule) }),
});

const retentionParams = Type.Object({ scope: Code(['default', 'task-type', 'item'] as const), key: Text(60, { minLength: 1 }) });

export const saveRetention = defineOperation({
  id: 'archives.save-retention', method: 'PUT', path: '/api/v1/archive-retention/:scope/:key', permission: 'archives.retention.edit', summary: '规定一类或一个事项的保管期限；对以后归档的办件有效',
  params: retentionParams, body: Type.Object({ years: Years }), response: Type.Object({ items: Type.Array(RetentionRule) }),
});

export const removeRetention = defineOperation({
  id: 'archives.remove-retention', method: 'DELETE', path: '/api/v1/archive-retention/:scope/:key', permission: 'archives.retention.edit', summary: '不再单独规定', params: retentionParams,
  response: Type.Object({ items: Type.Array(RetentionRule) }),
});
