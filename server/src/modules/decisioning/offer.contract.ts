import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, Text, Type, type Static } from '@tongban/contract-kit';
import { Finder } from './setting.contract.ts';

/** offered 待确认, accepted 已确认, declined 已谢绝, lapsed 已失效. */
export const offerStates = ['offered', 'accepted', 'declined', 'lapsed'] as const;

/** A service that the platform offers without being asked (不申即办), with what it knows of the person. */
export const Offer = Type.Object({
  id: Id, itemId: Id, itemName: Type.String(), organizationName: Type.String(), state: Code(offerStates), why: Type.String(), legalBasis: Type.String(),
  known: Type.Array(Type.Object({ label: Type.String(), value: Type.String() })), offeredAt: DateTime, until: DateOnly, caseId: Nullable(Id),
});
export type Offer = Static<typeof Offer>;

/** What a search for whom a setting is meant came to: how many licences or persons were looked through, offered to now, or had been offered to before. */
export const SearchReport = Type.Object({
  finder: Finder.properties.kind, looked: Type.Integer(), offered: Type.Integer(), known: Type.Integer(), complete: Type.Boolean({ description: 'false when it took too long and the rest is left to the nightly search' }),
});
export type SearchReport = Static<typeof SearchReport>;

export const searchBeneficiaries = defineOperation({
  id: 'decisioning.search-beneficiaries', method: 'POST', path: '/api/v1/decisioning/settings/:settingId/search', permission: 'decisioning.setting.activate', idempotent: true,
  summary: '立即查找可以享受服务的人并发出提示，与每天夜间的查找相同；提示过的不再提示', params: Type.Object({ settingId: Id }), response: SearchReport,
});

const own = 'decisioning.offer.view-own';
const params = Type.Object({ offerId: Id });

export const listMyOffers = defineOperation({
  id: 'decisioning.list-my-offers', method: 'GET', path: '/api/v1/my/offers', permission: own, summary: '为我（或所代理对象）找到的、等我确认的服务', response: Type.Object({ items: Type.Array(Offer) }),
});

export const acceptOffer = defineOperation({
  id: 'decisioning.accept-offer', method: 'POST', path: '/api/v1/my/offers/:offerId/accept', permission: own, summary: '一次确认即提交申请；还缺内容时给出已填好的草稿', params,
  response: Type.Object({ offer: Offer, draftId: Nullable(Id) }), idempotent: true,
});

export const declineOffer = defineOperation({
  id: 'decisioning.decline-offer', method: 'POST', path: '/api/v1/my/offers/:offerId/decline', permission: own, summary: '谢绝；同样的服务不再主动提示', params,
  body: Type.Object({ reason: Type.Optional(Text(200)) }), response: Offer, idempotent: true,
});
