import { Code, defineOperation, Id, Nullable, Type, type Static } from '@tongban/contract-kit';
import { Question } from '../catalog/contract.ts';

const Source = Type.Object({ item: Type.String(), key: Type.String() });

/** One item as it is configured with: its own questions, what it asks for and how long it takes. */
export const PartItem = Type.Object({
  key: Type.String(),
  itemId: Id,
  name: Type.String(),
  departmentName: Type.String(),
  /** Working days promised. */
  days: Type.Integer(),
  /** Whether it is published now. */
  offered: Type.Boolean(),
  /** The published version of this bundle stands on an older version of the item. */
  outdated: Type.Boolean(),
  questions: Type.Array(Question),
  situationCount: Type.Integer(),
  fields: Type.Array(Type.Object({ id: Type.String(), label: Type.String(), type: Type.String(), dataElement: Nullable(Type.String()) })),
  materials: Type.Array(Type.Object({ key: Type.String(), name: Type.String(), standardCode: Nullable(Type.String()), conditional: Type.Boolean() })),
});
export type PartItem = Static<typeof PartItem>;

/** Everything that a configuration has to work with, as though all its items were handled. */
export const BundleParts = Type.Object({
  items: Type.Array(PartItem),
  steps: Type.Array(Type.Object({ items: Type.Array(Type.String()), startsAfterDays: Type.Integer() })),
  criticalPath: Type.Array(Type.String()),
  criticalDays: Type.Integer(),
  /** Fields of the one form in its order, those that several items ask first. */
  fields: Type.Array(Type.Object({
    id: Type.String(), label: Type.String(), type: Type.String(), dataElement: Nullable(Type.String()),
    mergedBy: Code(['element', 'configured', 'declaration', 'alone'] as const), sources: Type.Array(Source),
  })),
  /** Materials of the one set. */
  materials: Type.Array(Type.Object({
    key: Type.String(), name: Type.String(), standardCode: Nullable(Type.String()), mergedBy: Code(['standard', 'configured', 'alone'] as const), sources: Type.Array(Source),
  })),
  /** Fields and materials of the items one by one. */
  separate: Type.Object({ fields: Type.Integer(), materials: Type.Integer(), days: Type.Integer() }),
});
export type BundleParts = Static<typeof BundleParts>;

export const getBundleParts = defineOperation({
  id: 'bundles.get-parts', method: 'GET', path: '/api/v1/bundle-versions/:versionId/parts', permission: 'bundles.bundle.view',
  summary: '一个版本的全部事项、表单字段、材料和并联关系，供配置时合并和核对', params: Type.Object({ versionId: Id }), response: BundleParts,
});
