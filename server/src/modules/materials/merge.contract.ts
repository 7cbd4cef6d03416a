import { Code, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { VersionState } from '../catalog/contract.ts';
import { FileKind, MaterialName, MaterialState } from './library.contract.ts';
import { SubstitutionState } from './substitution.contract.ts';

export const MergeCandidate = Type.Object({
  ...MaterialName.properties,
  aliases: Type.Array(Type.String()), state: MaterialState, revision: Type.Integer(), itemCount: Type.Integer(), source: Type.String(),
  issuingAuthority: Nullable(Type.String()), fileCount: Type.Integer(),
});
export type MergeCandidate = Static<typeof MergeCandidate>;

/** Materials that share a name; the first is the one that most items use. */
export const MergeGroup = Type.Object({ sharedNames: Type.Array(Type.String()), materials: Type.Array(MergeCandidate) });
export type MergeGroup = Static<typeof MergeGroup>;

/** One item that asks for a material that is to be merged. */
export const MergeUse = Type.Object({
  itemId: Id, itemName: Type.String(), departmentName: Type.String(), versionId: Id, versionNumber: Type.Integer(), versionState: VersionState,
  materialName: Type.String(), standardCode: Type.String(),
  /** Situations in which the item asks for it; empty when in all. */
  situations: Type.Array(Type.String()),
  /** Situations in which the item would then ask for the same material twice. */
  doubledIn: Type.Array(Type.String()),
});
export type MergeUse = Static<typeof MergeUse>;

/** Exactly what a merge would change; nothing is written yet. */
export const MergePreview = Type.Object({
  kept: Type.Object({ ...MaterialName.properties, revision: Type.Integer(), itemCount: Type.Integer() }),
  merged: Type.Array(Type.Object({ ...MaterialName.properties, revision: Type.Integer(), state: MaterialState, itemCount: Type.Integer() })),
  /** Codes that will mean the kept material, those of earlier merges included. */
  resolvedCodes: Type.Array(Type.String()),
  addedAliases: Type.Array(Type.String()),
  addedLicenceTypes: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  /** What the merged ones say differently; the kept one's word stays. */
  differences: Type.Array(Type.Object({
    field: Type.String(), label: Type.String(), kept: Nullable(Type.String()), others: Type.Array(Type.Object({ code: Type.String(), value: Nullable(Type.String()) })),
  })),
  files: Type.Array(Type.Object({ code: Type.String(), kind: FileKind, title: Type.String() })),
  points: Type.Array(Type.Object({ code: Type.String(), text: Type.String() })),
  substitutions: Type.Array(Type.Object({
    id: Id, code: Type.String(), licenceTypeName: Type.String(), state: SubstitutionState,
    /** Items that the rule will reach then and does not now. */
    reachedItems: Type.Integer(),
    /** Another rule of the merged materials is about the same licence type: either is then enough. */
    doubled: Type.Boolean(),
  })),
  uses: Type.Array(MergeUse),
  /** Of all uses; the list holds the first 200. */
  useCount: Type.Integer(),
});
export type MergePreview = Static<typeof MergePreview>;

export const MergeRecord = Type.Object({
  id: Id, kept: MaterialName, merged: Type.Array(MaterialName), addedAliases: Type.Array(Type.String()), reason: Type.String(),
  mergedAt: DateTime, mergedByName: Type.String(), undoneAt: Nullable(DateTime), undoneByName: Nullable(Type.String()),
  abilities: Type.Object({ undo: Type.Boolean() }),
});
export type MergeRecord = Static<typeof MergeRecord>;

const ids = Type.Array(Id, { minItems: 1, maxItems: 20 });

export const listMergeGroups = defineOperation({
  id: 'materials.list-merge-groups', method: 'GET', path: '/api/v1/material-merges/groups', permission: 'materials.material.view',
  summary: '同名或名称相近的标准材料，按组列出', query: PageQuery, response: PageOf(MergeGroup),
});

export const previewMerge = defineOperation({
  id: 'materials.preview-merge', method: 'POST', path: '/api/v1/material-merges/preview', permission: 'materials.material.merge',
  summary: '归并之前：逐项列出将改变什么', body: Type.Object({ keptId: Id, mergedIds: ids }), response: MergePreview,
});

export const mergeMaterials = defineOperation({
  id: 'materials.merge-materials', method: 'POST', path: '/api/v1/material-merges', permission: 'materials.material.merge',
  summary: '归并：原编码继续有效，指向保留的材料；预览之后有人改过则拒绝', status: 201, idempotent: true,
  body: Type.Object({
    keptId: Id, keptRevision: Type.Integer(),
    merged: Type.Array(Type.Object({ id: Id, revision: Type.Integer() }), { minItems: 1, maxItems: 20 }),
    reason: Text(500, { minLength: 2 }),
  }),
  response: MergeRecord,
});

export const listMerges = defineOperation({
  id: 'materials.list-merges', method: 'GET', path: '/api/v1/material-merges', permission: 'materials.material.view',
  summary: '归并记录', query: Type.Object({ ...PageQuery.properties, state: Type.Optional(Code(['done', 'undone'] as const)) }), response: PageOf(MergeRecord),
});

export const undoMerge = defineOperation({
  id: 'materials.undo-merge', method: 'POST', path: '/api/v1/material-merges/:mergeId/undo', permission: 'materials.material.merge',
  summary: '撤销归并：各材料恢复原状，原编码重新指向各自的材料', params: Type.Object({ mergeId: Id }), response: MergeRecord,
});
