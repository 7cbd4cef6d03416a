import { Code, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { DictionaryCode } from '../catalog/elements.contract.ts';
import { Entry } from './entry.contract.ts';

const RegionCode = Text(12, { pattern: '^\\d{12}$' });
const Reason = Text(500, { minLength: 2 });

/** create 认领并新建实施清单, link 认领并关联已有事项, not-applicable 本地不适用. */
export const claimKinds = ['create', 'link', 'not-applicable'] as const;
export const ClaimKind = Code(claimKinds);
export type ClaimKind = Static<typeof ClaimKind>;

/** pending 待确认 → confirmed 已确认, refused 已退回 or withdrawn 已撤回; ended 已终止, when its entry was cancelled. */
export const claimStates = ['pending', 'confirmed', 'refused', 'withdrawn', 'ended'] as const;
export const ClaimState = Code(claimStates);
export type ClaimState = Static<typeof ClaimState>;

export const Claim = Type.Object({
  id: Id,
  version: Type.Integer(),
  entry: Entry,
  regionCode: Type.String(),
  level: Type.String(),
  organization: Type.Object({ id: Id, name: Type.String(), closed: Type.Boolean() }),
  kind: ClaimKind,
  state: ClaimState,
  /** The implementation list; of a pending `link`, the item meant. */
  item: Nullable(Type.Object({ id: Id, name: Type.String(), latestVersionId: Id })),
  reason: Nullable(Type.String()),
  claimedAt: DateTime,
  claimedByName: Type.String(),
  decidedAt: Nullable(DateTime),
  decidedByName: Nullable(Type.String()),
  decisionReason: Nullable(Type.String()),
  abilities: Type.Object({ confirm: Type.Boolean(), withdraw: Type.Boolean() }),
});
export type Claim = Static<typeof Claim>;

/** How an entry stands in a region: nobody has claimed it, somebody has and waits, it is claimed, or it does not apply there. */
export const slotStandings = ['unclaimed', 'pending', 'claimed', 'not-applicable'] as const;
export const SlotStanding = Code(slotStandings);
export type SlotStanding = Static<typeof SlotStanding>;

/** One entry that a region should claim at its level, with what has become of it. */
export const Slot = Type.Object({
  entry: Entry,
  regionCode: Type.String(),
  regionName: Type.String(),
  level: Type.String(),
  standing: SlotStanding,
  /** The department that takes entries of this guiding department there, if one is named; `closed` when it is no more. */
  department: Nullable(Type.Object({ id: Id, name: Type.String(), closed: Type.Boolean() })),
  claim: Nullable(Type.Object({ id: Id, organizationName: Type.String(), organizationClosed: Type.Boolean(), claimedAt: DateTime, itemId: Nullable(Id) })),
});
export type Slot = Static<typeof Slot>;

export const listSlots = defineOperation({
  id: 'directory.list-slots', method: 'GET', path: '/api/v1/directory/slots', permission: 'directory.claim.view',
  summary: '应认领事项及其认领情况：按区划、层级、部门、认领情况筛选（未认领清单即 standing=unclaimed）',
  query: Type.Object({
    ...PageQuery.properties,
    /** A region and everything inside it; the reader's own when left out. */
    regionCode: Type.Optional(RegionCode),
    level: Type.Optional(DictionaryCode),
    organizationId: Type.Optional(Id),
    /** Entries whose guiding department no department there has been named for. */
    unassigned: Type.Optional(Type.Boolean()),
    standing: Type.Optional(SlotStanding),
    taskType: Type.Optional(Text(2, { pattern: '^\\d{2}$' })),
    q: Type.Optional(Text(100)),
  }),
  response: PageOf(Slot),
});

export const listClaims = defineOperation({
  id: 'directory.list-claims', method: 'GET', path: '/api/v1/directory/claims', permission: 'directory.claim.view',
  summary: '权限范围内的认领记录，新的在前',
  query: Type.Object({
    ...PageQuery.properties, state: Type.Optional(ClaimState), kind: Type.Optional(ClaimKind), entryId: Type.Optional(Id), regionCode: Type.Optional(RegionCode),
    organizationId: Type.Optional(Id),
    /** Claims of departments that have been closed since. */
    closedDepartment: Type.Optional(Type.Boolean()),
  }),
  response: PageOf(Claim),
});

/** What became of one row of a batch; `problem` says why it was not done. */
export const RowResult = Type.Object({
  index: Type.Integer(), ok: Type.Boolean(), claimId: Nullable(Id),
  problem: Nullable(Type.Object({ code: Type.String(), title: Type.String(), detail: Nullable(Type.String()) })),
});
export type RowResult = Static<typeof RowResult>;

export const claimEntries = defineOperation({
  id: 'directory.claim-entries', method: 'POST', path: '/api/v1/directory/claims', permission: 'directory.claim.submit', idempotent: true,
  summary: '以一个部门的名义批量认领，或说明本地不适用；逐行回答结果',
  body: Type.Object({
    organizationId: Id,
    rows: Type.Array(Type.Object({
      entryId: Id, kind: ClaimKind,
      /** The existing item, for `link`. */
      itemId: Type.Optional(Id),
      /** Required for `not-applicable`. */
      reason: Type.Optional(Reason),
    }), { minItems: 1, maxItems: 100 }),
  }),
  response: Type.Object({ results: Type.Array(RowResult) }),
});

export const decideClaims = defineOperation({
  id: 'directory.decide-claims', method: 'POST', path: '/api/v1/directory/claims/decisions', permission: 'directory.claim.review', idempotent: true,
  summary: '批量确认或退回认领（共办事项审核）；确认后生成带锁定公共要素的实施清单草稿，或关联已有事项；逐行回答结果',
  body: Type.Object({
    decision: Code(['confirm', 'refuse'] as const), reason: Type.Optional(Reason),
    rows: Type.Array(Type.Object({ claimId: Id, version: Type.Integer() }), { minItems: 1, maxItems: 100 }),
  }),
  response: Type.Object({ results: Type.Array(RowResult) }),
});

export const withdrawClaim = defineOperation({
  id: 'directory.withdraw-claim', method: 'POST', path: '/api/v1/directory/claims/:claimId/withdraw', permission: 'directory.claim.submit',
  summary: '撤回待确认的认领', params: Type.Object({ claimId: Id }), body: Type.Object({ version: Type.Integer(), reason: Reason }), response: Claim,
});

/** An item that is probably what an entry means. */
export const ItemMatch = Type.Object({
  itemId: Id, name: Type.String(), taskType: Type.String(), departmentId: Id, departmentName: Type.String(), localTaskCode: Type.String(),
  published: Type.Boolean(),
  /** exact: same code, or same name and type; similar: the names are close. */
  closeness: Code(['exact', 'similar'] as const),
});
export type ItemMatch = Static<typeof ItemMatch>;

export const suggestMatches = defineOperation({
  id: 'directory.suggest-matches', method: 'GET', path: '/api/v1/directory/matches', permission: 'directory.claim.view',
  summary: '为未认领的目录事项找出事项库中名称、类型相近且尚未关联的事项',
  query: Type.Object({ regionCode: RegionCode, entryIds: Type.Array(Id, { minItems: 1, maxItems: 50 }) }),
  response: Type.Object({ matches: Type.Array(Type.Object({ entryId: Id, items: Type.Array(ItemMatch) })) }),
});

export const claimGroupings = ['region', 'department', 'level'] as const;

/** 事项认领率 = claimed / (should − notApplicable), in percent with one decimal; null when nothing should be claimed. */
export const ClaimRate = Type.Object({
  key: Type.String(), name: Type.String(), should: Type.Integer(), claimed: Type.Integer(), pending: Type.Integer(), notApplicable: Type.Integer(),
  unclaimed: Type.Integer(), rate: Nullable(Type.Number()),
  /** Whether regions below can be looked at by themselves. */
  hasChildren: Type.Boolean(),
});
export type ClaimRate = Static<typeof ClaimRate>;

export const getClaimRates = defineOperation({
  id: 'directory.get-claim-rates', method: 'GET', path: '/api/v1/directory/claim-rates', permission: 'directory.claim.view',
  summary: '事项认领率：按区划（可逐级下钻）、部门或行使层级汇总',
  query: Type.Object({ regionCode: Type.Optional(RegionCode), by: Code(claimGroupings) }),
  response: Type.Object({ regionCode: Type.String(), total: ClaimRate, rows: Type.Array(ClaimRate) }),
});

export const Duty = Type.Object({
  guidanceDepartment: Type.String(), entryCount: Type.Integer(),
  organization: Nullable(Type.Object({ id: Id, name: Type.String(), closed: Type.Boolean() })),
  /** A department whose name says so, where none is named yet. */
  suggestion: Nullable(Type.Object({ id: Id, name: Type.String() })),
});
export type Duty = Static<typeof Duty>;

export const listDuties = defineOperation({
  id: 'directory.list-duties', method: 'GET', path: '/api/v1/directory/duties', permission: 'directory.claim.view',
  summary: '一个区划里各业务指导部门的事项由哪个部门认领', query: Type.Object({ regionCode: RegionCode }),
  response: Type.Object({ items: Type.Array(Duty) }),
});

export const nameGuidanceDepartment = defineOperation({
  id: 'directory.name-guidance-department', method: 'PUT', path: '/api/v1/directory/guidance-departments/:code', permission: 'directory.entry.edit',
  summary: '登记一个业务指导部门代码的名称，全平台按名称显示', params: Type.Object({ code: Text(20, { pattern: '^[0-9A-Za-z]{1,20}$' }) }),
  body: Type.Object({ name: Text(60, { minLength: 2 }) }), response: Type.Object({ code: Type.String(), name: Type.String() }),
});

export const saveDuties = defineOperation({
  id: 'directory.save-duties', method: 'PUT', path: '/api/v1/directory/duties', permission: 'directory.entry.edit',
  summary: '指定各业务指导部门在本区划的对应部门',
  body: Type.Object({
    regionCode: RegionCode,
    duties: Type.Array(Type.Object({ guidanceDepartment: Text(60, { minLength: 1 }), organizationId: Nullable(Id) }), { minItems: 1, maxItems: 200 }),
  }),
  response: Type.Object({ items: Type.Array(Duty) }),
});
