import { Code, DateTime, defineOperation, Id, Nullable, Text, Type, type Static } from '@tongban/contract-kit';
import { Review, reviewBody } from '../../kernel/reviews/contract.ts';

const versionParams = Type.Object({ versionId: Id });

/** What happened to the guidance of an item, and who did it; `ended` without a decision and by nobody's wish, its opinion says why. */
export const GuidanceEvent = Type.Object({
  kind: Code(['drafted', 'requested', 'confirmed', 'returned', 'withdrawn', 'ended', 'submitted', 'approved', 'rejected', 'published'] as const),
  versionNumber: Type.Integer(),
  at: DateTime,
  actorName: Type.String(),
  opinion: Nullable(Type.String()),
});
export type GuidanceEvent = Static<typeof GuidanceEvent>;

/** 部门确认: whether this guidance was confirmed, who is asked, and what happened before (GDE-01). */
export const GuidanceConfirmation = Type.Object({
  /** Of the guidance as it is saved; a decision names it, so that nobody confirms what they did not see. */
  digest: Type.String(),
  /** The confirmation of exactly this guidance. */
  confirmed: Nullable(Type.Object({ byName: Type.String(), organizationName: Type.String(), at: DateTime, opinion: Type.String() })),
  /** The newest request for this version. */
  review: Nullable(Review),
  /** The newest first. */
  history: Type.Array(GuidanceEvent),
  abilities: Type.Object({ request: Type.Boolean(), withdraw: Type.Boolean(), decide: Type.Boolean() }),
});
export type GuidanceConfirmation = Static<typeof GuidanceConfirmation>;

export const getGuidanceConfirmation = defineOperation({
  id: 'guidance.get-confirmation', method: 'GET', path: '/api/v1/catalog/versions/:versionId/guidance-confirmation', permission: 'catalog.item.view',
  summary: '情形引导的部门确认状态和留痕', params: versionParams, response: GuidanceConfirmation,
});

export const requestGuidanceConfirmation = defineOperation({
  id: 'guidance.request-confirmation', method: 'POST', path: '/api/v1/catalog/versions/:versionId/guidance-confirmation', permission: 'catalog.item.edit',
  summary: '把情形引导送办理部门确认', params: versionParams, body: Type.Object({ digest: Text(64) }), status: 204,
});

export const withdrawGuidanceConfirmation = defineOperation({
  id: 'guidance.withdraw-confirmation', method: 'POST', path: '/api/v1/catalog/versions/:versionId/guidance-confirmation/withdraw', permission: 'catalog.item.edit',
  summary: '撤回送部门确认的情形引导', params: versionParams, status: 204,
});

export const decideGuidanceConfirmation = defineOperation({
  id: 'guidance.decide-confirmation', method: 'POST', path: '/api/v1/catalog/versions/:versionId/guidance-confirmation/decision', permission: 'guidance.version.confirm',
  summary: '部门确认情形引导，或退回修改；送确认的人不能确认自己的', params: versionParams, status: 204,
  body: Type.Object({ digest: Text(64), ...reviewBody }),
});

export const exportGuidanceWays = defineOperation({
  id: 'guidance.export-ways', method: 'GET', path: '/api/v1/catalog/versions/:versionId/guidance-ways', permission: 'catalog.item.view',
  summary: '导出情形引导的全部路径（Excel）', params: versionParams, responseKind: 'binary',
});
