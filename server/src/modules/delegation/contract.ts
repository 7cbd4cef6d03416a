import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { Review, reviewBody } from '../../kernel/reviews/contract.ts';

/**
 * devolve 下放: the power itself goes down a level; authorise 授权: an organisation exercises it in its own name (行政许可法第二十三条);
 * entrust 委托: another agency exercises it in the name of the giver and may not pass it on (第二十四条).
 */
export const delegationKinds = ['devolve', 'authorise', 'entrust'] as const;
export const DelegationKind = Code(delegationKinds);
export type DelegationKind = Static<typeof DelegationKind>;
export const delegationKindLabels: Readonly<Record<DelegationKind, string>> = { devolve: '下放', authorise: '授权', entrust: '委托' };

/** draft 草稿 → in-review 待审核 → offered 待接收 → scheduled 待生效 → in-force 生效中 → ended 已终止; refused 不予接收, withdrawn 已撤回. */
export const delegationStates = ['draft', 'in-review', 'offered', 'scheduled', 'in-force', 'ended', 'refused', 'withdrawn'] as const;
export const DelegationState = Code(delegationStates);
export type DelegationState = Static<typeof DelegationState>;
export const delegationStateLabels: Readonly<Record<DelegationState, string>> = {
  'draft': '草稿', 'in-review': '待审核', 'offered': '待接收', 'scheduled': '待生效', 'in-force': '生效中', 'ended': '已终止', 'refused': '不予接收', 'withdrawn': '已撤回',
};

/** Elements that a giver may leave to the receiver; what makes the item and its power is never among them. */
export const changeableNames = [
  'aliases', 'summary', 'promisedLimit', 'flowSteps', 'visitCount', 'visitReason', 'handlingForms', 'crossRegionScopes', 'onlineDepths', 'onlineLevel',
  'entersHall', 'appointmentAvailable', 'expressDelivery', 'selfServiceTerminal', 'windows', 'consultationTelephone', 'supervisionTelephone', 'reconsideration',
  'litigation', 'faqs', 'tags',
] as const;
export type ChangeableName = (typeof changeableNames)[number];

const Reason = Text(500, { minLength: 2 });

/** What a giver proposes. */
export const DelegationInput = Type.Object({
  kind: DelegationKind,
  giverId: Id,
  receiverId: Id,
  itemIds: Type.Array(Id, { minItems: 1, maxItems: 20, uniqueItems: true }),
  /** 依据: the clause or document that allows it. */
  legalBasis: Text(2000, { minLength: 5 }),
  /** 委托书、下放决定 as a stored file. */
  fileId: Type.Optional(Id),
  startsOn: DateOnly,
  /** Required for 委托; without it a 下放 or 授权 stands until it is ended. */
  endsOn: Type.Optional(DateOnly),
  changeable: Type.Array(Code(changeableNames), { maxItems: changeableNames.length, uniqueItems: true }),
  /** 范围、权限、责任 that both sides agree on. */
  terms: Type.Optional(Text(2000)),
});
export type DelegationInput = Static<typeof DelegationInput>;

const Party = Type.Object({ id: Id, name: Type.String(), closed: Type.Boolean() });

export const DelegationLine = Type.Object({
  id: Id,
  version: Type.Integer(),
  kind: DelegationKind,
  state: DelegationState,
  giver: Party,
  receiver: Party,
  itemCount: Type.Integer(),
  /** Of the first item. */
  itemName: Type.String(),
  startsOn: DateOnly,
  endsOn: Nullable(DateOnly),
  /** Days until it ends, today being 0; null when it has no end or is over. */
  daysLeft: Nullable(Type.Integer()),
  updatedAt: DateTime,
});
export type DelegationLine = Static<typeof DelegationLine>;

export const DelegationView = Type.Object({
  ...DelegationLine.properties,
  items: Type.Array(Type.Object({
    item: Type.Object({ id: Id, name: Type.String(), versionId: Nullable(Id) }),
    /** The receiver's own list, once the delegation is in force. */
    receiverItem: Nullable(Type.Object({ id: Id, versionId: Nullable(Id) })),
  })),
  /** 权力来源 of the receiver's lists, a code of `power-source`. */
  powerSource: Type.String(),
  legalBasis: Type.String(),
  file: Nullable(Type.Object({ id: Id, name: Type.String() })),
  changeable: Type.Array(Code(changeableNames)),
  terms: Nullable(Type.String()),
  steps: Type.Array(Type.Object({ label: Type.String(), by: Type.String(), at: DateTime, text: Nullable(Type.String()) })),
  review: Nullable(Review),
  abilities: Type.Object({
    edit: Type.Boolean(), submit: Type.Boolean(), withdraw: Type.Boolean(), discard: Type.Boolean(), review: Type.Boolean(), accept: Type.Boolean(), end: Type.Boolean(),
  }),
});
export type DelegationView = Static<typeof DelegationView>;

const params = Type.Object({ delegationId: Id });

export const listDelegations = defineOperation({
  id: 'delegation.list-delegations', method: 'GET', path: '/api/v1/delegations', permission: 'delegation.delegation.view',
  summary: '下放、委托、授权：本单位放出的和接收的，新的在前',
  query: Type.Object({
    ...PageQuery.properties, side: Type.Optional(Code(['given', 'received'] as const)), kind: Type.Optional(DelegationKind), state: Type.Optional(DelegationState),
    itemId: Type.Optional(Id), q: Type.Optional(Text(100)),
    /** Only those that end within so many days. */
    endingWithin: Type.Optional(Type.Integer({ minimum: 1, maximum: 366 })),
  }),
  response: PageOf(DelegationLine),
});

export const getDelegation = defineOperation({
  id: 'delegation.get-delegation', method: 'GET', path: '/api/v1/delegations/:delegationId', permission: 'delegation.delegation.view',
  summary: '查看一份下放、委托或授权', params, response: DelegationView,
});

export const getDelegationFile = defineOperation({
  id: 'delegation.get-file', method: 'GET', path: '/api/v1/delegations/:delegationId/file', permission: 'delegation.delegation.view', responseKind: 'binary',
  summary: '查看委托书、下放决定等文件', params,
});

export const proposeDelegation = defineOperation({
  id: 'delegation.propose', method: 'POST', path: '/api/v1/delegations', permission: 'delegation.delegation.propose', status: 201, idempotent: true,
  summary: '拟定下放、委托或授权', body: DelegationInput, response: DelegationView,
});

export const editDelegation = defineOperation({
  id: 'delegation.edit', method: 'PUT', path: '/api/v1/delegations/:delegationId', permission: 'delegation.delegation.propose',
  summary: '修改草稿', params, body: Type.Object({ version: Type.Integer(), input: DelegationInput }), response: DelegationView,
});

export const submitDelegation = defineOperation({
  id: 'delegation.submit', method: 'POST', path: '/api/v1/delegations/:delegationId/submit', permission: 'delegation.delegation.propose',
  summary: '提交下放、委托、授权审核', params, body: Type.Object({ version: Type.Integer() }), response: DelegationView,
});

export const withdrawDelegation = defineOperation({
  id: 'delegation.withdraw', method: 'POST', path: '/api/v1/delegations/:delegationId/withdraw', permission: 'delegation.delegation.propose',
  summary: '撤回：审核中的回到草稿，待接收的作废', params, body: Type.Object({ version: Type.Integer(), reason: Reason }), response: DelegationView,
});

export const discardDelegation = defineOperation({
  id: 'delegation.discard', method: 'POST', path: '/api/v1/delegations/:delegationId/discard', permission: 'delegation.delegation.propose', status: 204,
  summary: '丢弃草稿', params, body: Type.Object({ version: Type.Integer() }),
});

export const reviewDelegation = defineOperation({
  id: 'delegation.review', method: 'POST', path: '/api/v1/delegations/:delegationId/review', permission: 'delegation.delegation.review',
  summary: '放权方审核；通过后等待对方接收', params,
  body: Type.Object({ version: Type.Integer(), ...reviewBody }), response: DelegationView,
});

export const answerDelegation = defineOperation({
  id: 'delegation.answer', method: 'POST', path: '/api/v1/delegations/:delegationId/answer', permission: 'delegation.delegation.accept',
  summary: '接收方接收或不予接收；到开始日期生效，生成接收方的实施清单', params,
  body: Type.Object({ version: Type.Integer(), accept: Type.Boolean(), reason: Type.Optional(Reason) }), response: DelegationView,
});

export const endDelegation = defineOperation({
  id: 'delegation.end', method: 'POST', path: '/api/v1/delegations/:delegationId/end', permission: 'delegation.delegation.end',
  summary: '提前终止：放权方收回，或接收方交回；接收方的实施清单随即取消，在办件按原规定办完', params,
  body: Type.Object({ version: Type.Integer(), reason: Reason }), response: DelegationView,
});
