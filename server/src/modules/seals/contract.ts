import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Type, type Static } from '@tongban/contract-kit';

/** active 启用, frozen 冻结, cancelled 注销. */
export const sealStates = ['active', 'frozen', 'cancelled'] as const;
export const SealState = Code(sealStates);
export type SealState = Static<typeof SealState>;

export const SealSummary = Type.Object({
  id: Id, name: Type.String(), kind: Code(['official', 'special'] as const), organizationId: Id, organizationName: Type.String(),
  state: SealState, validFrom: DateOnly, validTo: DateOnly, certificateSerial: Type.String(), createdAt: DateTime,
});
export type SealSummary = Static<typeof SealSummary>;

export const SealUse = Type.Object({
  id: Id, sealId: Id, sealName: Type.String(), documentKind: Type.String(), documentTitle: Type.String(), caseNumber: Nullable(Type.String()),
  usedAt: DateTime, usedBy: Type.String(), digest: Type.String(),
});

export const listSeals = defineOperation({
  id: 'seals.list-seals', method: 'GET', path: '/api/v1/seals', permission: 'seals.seal.view', summary: '本单位的电子印章',
  query: PageQuery, response: PageOf(SealSummary),
});

export const listSealUses = defineOperation({
  id: 'seals.list-uses', method: 'GET', path: '/api/v1/seals/:sealId/uses', permission: 'seals.seal.view', summary: '用章记录',
  params: Type.Object({ sealId: Id }), query: PageQuery, response: PageOf(SealUse),
});
