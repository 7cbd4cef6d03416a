import { Code, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { MaterialCode, MaterialUse } from './library.contract.ts';

/** Why a standard material is suggested: same name, same alias, or the same once brackets, widths and 复印件 are left out. */
export const suggestionGrounds = ['name', 'alias', 'normalised'] as const;

export const MappingSuggestion = Type.Object({ code: Type.String(), name: Type.String(), ground: Code(suggestionGrounds) });
export type MappingSuggestion = Static<typeof MappingSuggestion>;

/** Materials of items that are called the same and have no standard code yet. */
export const UnmappedGroup = Type.Object({
  nameKey: Type.String(),
  /** As the items write it, the most frequent first. */
  names: Type.Array(Type.String()),
  itemCount: Type.Integer(),
  departmentCount: Type.Integer(),
  suggestions: Type.Array(MappingSuggestion),
});
export type UnmappedGroup = Static<typeof UnmappedGroup>;

const Share = Type.Object({ total: Type.Integer(), mapped: Type.Integer() });

export const MappingProgress = Type.Object({
  /** Materials of the versions that are worked on or published, within the reader's scope. */
  ...Share.properties,
  items: Type.Integer(),
  /** Not mapped, but a standard material of the same name is there. */
  suggested: Type.Integer(),
  /** Mapped by a code that was merged into another. */
  outdated: Type.Integer(),
  departments: Type.Array(Type.Object({ id: Id, name: Type.String(), ...Share.properties })),
});
export type MappingProgress = Static<typeof MappingProgress>;

const keyOfMaterial = Text(60, { minLength: 1 });

/** One material of an item and the code it is to have. */
export const MappingLine = Type.Object({ itemId: Id, key: keyOfMaterial, standardCode: MaterialCode });
export type MappingLine = Static<typeof MappingLine>;

/** What would be done to one item: its draft changed, a new draft begun from the published version, or nothing. */
export const MappingPlan = Type.Object({
  itemId: Id,
  itemName: Type.String(),
  departmentName: Type.String(),
  effect: Code(['edit-draft', 'new-draft', 'refused'] as const),
  /** Why it is refused, and what to do. */
  reason: Nullable(Type.String()),
  /** The version that it starts from; sent back with the application. */
  versionId: Id,
  versionNumber: Type.Integer(),
  revision: Type.Integer(),
  changes: Type.Array(Type.Object({
    key: Type.String(), name: Type.String(), from: Nullable(Type.String()), to: Type.String(), toName: Type.String(),
    /** Review points that the library has for it and the item does not. */
    missingPoints: Type.Integer(),
  })),
});
export type MappingPlan = Static<typeof MappingPlan>;

export const MappingOutcome = Type.Object({
  itemId: Id, itemName: Type.String(), outcome: Code(['mapped', 'refused'] as const), message: Nullable(Type.String()),
  versionId: Nullable(Id), versionNumber: Nullable(Type.Integer()), newDraft: Type.Boolean(),
});
export type MappingOutcome = Static<typeof MappingOutcome>;

export const getMappingProgress = defineOperation({
  id: 'materials.get-mapping-progress', method: 'GET', path: '/api/v1/material-mapping/progress', permission: 'materials.mapping.edit',
  summary: '事项材料对应标准材料的进度，分部门', response: MappingProgress,
});

export const listUnmapped = defineOperation({
  id: 'materials.list-unmapped', method: 'GET', path: '/api/v1/material-mapping/unmapped', permission: 'materials.mapping.edit',
  summary: '未对应的材料，按名称归在一起，附建议',
  query: Type.Object({
    ...PageQuery.properties, q: Type.Optional(Text(100)), departmentId: Type.Optional(Id),
    /** Only names with a suggestion, or without. */
    suggested: Type.Optional(Type.Boolean()),
  }),
  response: PageOf(UnmappedGroup),
});

export const listMappingUses = defineOperation({
  id: 'materials.list-mapping-uses', method: 'GET', path: '/api/v1/material-mapping/uses', permission: 'materials.mapping.edit',
  summary: '一个名称下未对应的事项材料，或仍使用已归并编码的事项材料',
  query: Type.Object({ ...PageQuery.properties, nameKey: Type.Optional(Text(200)), departmentId: Type.Optional(Id), outdated: Type.Optional(Type.Boolean()) }),
  response: PageOf(Type.Object({ ...MaterialUse.properties, currentCode: Nullable(Type.String()), currentName: Nullable(Type.String()) })),
});

export const previewMapping = defineOperation({
  id: 'materials.preview-mapping', method: 'POST', path: '/api/v1/material-mapping/preview', permission: 'materials.mapping.edit',
  summary: '对应之前：逐个事项列出将修改哪个草稿、将新建哪个草稿', body: Type.Object({ lines: Type.Array(MappingLine, { minItems: 1, maxItems: 200 }) }),
  response: Type.Object({ plans: Type.Array(MappingPlan) }),
});

export const applyMapping = defineOperation({
  id: 'materials.apply-mapping', method: 'POST', path: '/api/v1/material-mapping/apply', permission: 'materials.mapping.edit',
  summary: '按预览把标准材料编码写入事项草稿；有一个事项不成不影响其他事项',
  body: Type.Object({
    items: Type.Array(Type.Object({
      itemId: Id, versionId: Id, revision: Type.Integer(),
      changes: Type.Array(Type.Object({ key: keyOfMaterial, standardCode: MaterialCode }), { minItems: 1, maxItems: 100 }),
    }), { minItems: 1, maxItems: 25 }),
    /** Also adds the library's review points that the material does not have. */
    withReviewPoints: Type.Boolean(),
  }),
  response: Type.Object({ outcomes: Type.Array(MappingOutcome) }),
});
