import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';

/** What an inspector looks at in the record of a case (办件全程留痕). */
export const spotPoints = {
  'accepted-in-time': '收件、受理在法定期限内，受理凭证齐全', 'told-once': '补正一次性告知，内容具体', 'materials-kept': '申请材料齐全、可读，没有清单之外的材料',
  'steps-recorded': '每个环节都有办理人、时间和意见', 'opinions-proper': '审查意见与审查要点相符', 'limits-kept': '没有随意停止计时、延长期限', 'decision-proper': '决定文书完整，不予的说明了理由和救济途径',
  'delivery-recorded': '送达有签收记录', 'online-handled': '没有体外循环、事后补录', 'no-illegal-fee': '没有违规收费',
} as const;
export type SpotPoint = keyof typeof spotPoints;
const pointNames = Object.keys(spotPoints) as SpotPoint[];

export const spotResults = ['fine', 'problem', 'not-applicable'] as const;
export const SpotAnswer = Type.Object({ point: Code(pointNames), result: Code(spotResults), note: Text(500) });
export type SpotAnswer = Static<typeof SpotAnswer>;

export const spotScopes = ['closed', 'open', 'all'] as const;
export const SpotScope = Code(spotScopes);
export type SpotScope = Static<typeof SpotScope>;
export const spotScopeLabels: Record<SpotScope, string> = { closed: '已作出决定的', open: '在办的', all: '全部' };

export const SpotCheckLine = Type.Object({
  id: Id, number: Type.String(), name: Type.String(), scope: SpotScope, organizationName: Nullable(Type.String()), itemName: Nullable(Type.String()), from: DateOnly, to: DateOnly,
  /** Cases drawn, out of how many, looked at so far, and of these with problems. */
  size: Type.Integer(), population: Type.Integer(), done: Type.Integer(), withProblems: Type.Integer(),
  /** Whoever knows it draws the same cases again. */
  seed: Type.String(), drawnAt: DateTime, drawnBy: Type.String(),
});
export type SpotCheckLine = Static<typeof SpotCheckLine>;

export const SpotCase = Type.Object({
  id: Id, caseId: Id, caseNumber: Type.String(), itemName: Type.String(), organizationName: Type.String(), inspector: Type.Object({ id: Id, name: Type.String() }), mine: Type.Boolean(),
  readAt: Nullable(DateTime), doneAt: Nullable(DateTime), problems: Type.Integer(), answers: Type.Array(SpotAnswer), conclusion: Nullable(Type.String()), orderId: Nullable(Id),
});
export type SpotCase = Static<typeof SpotCase>;

export const SpotCheckView = Type.Object({
  ...SpotCheckLine.properties, cases: Type.Array(SpotCase),
  /** Of the cases looked at: how many were fine, had a problem, or gave no occasion, by point. */
  points: Type.Array(Type.Object({ point: Code(pointNames), label: Type.String(), fine: Type.Integer(), problem: Type.Integer(), notApplicable: Type.Integer() })),
  canOrder: Type.Boolean(),
});
export type SpotCheckView = Static<typeof SpotCheckView>;

/** Most cases drawn at once. */
export const mostDrawn = 100;

export const drawSpotCheck = defineOperation({
  id: 'supervision.draw-spot-check', method: 'POST', path: '/api/v1/supervision/spot-checks', permission: 'supervision.spot-check.draw', status: 201, idempotent: true,
  summary: '随机抽取办件检查全程留痕：按部门、事项、时间，轮流分给检查人，记下种子以备复核',
  body: Type.Object({
    name: Text(60, { minLength: 2 }), scope: SpotScope, organizationId: Type.Optional(Id), itemId: Type.Optional(Id), from: DateOnly, to: DateOnly,
    size: Type.Integer({ minimum: 1, maximum: mostDrawn }), inspectorIds: Type.Array(Id, { minItems: 1, maxItems: 20, uniqueItems: true }),
    /** To draw again what was drawn before; made at random when absent. */
    seed: Type.Optional(Text(64, { minLength: 8, pattern: '^[0-9a-zA-Z]+$' })),
  }),
  response: SpotCheckView,
});

export const listSpotChecks = defineOperation({
  id: 'supervision.list-spot-checks', method: 'GET', path: '/api/v1/supervision/spot-checks', permission: 'supervision.spot-check.inspect', summary: '办件抽查，新的在前', query: PageQuery, response: PageOf(SpotCheckLine),
});

export const listInspectors = defineOperation({
  id: 'supervision.list-inspectors', method: 'GET', path: '/api/v1/supervision/inspectors', permission: 'supervision.spot-check.draw', summary: '可以分派的检查人',
  response: Type.Object({ items: Type.Array(Type.Object({ id: Id, name: Type.String() })) }),
});

export const getSpotCheck = defineOperation({
  id: 'supervision.get-spot-check', method: 'GET', path: '/api/v1/supervision/spot-checks/:checkId', permission: 'supervision.spot-check.inspect', summary: '一次抽查：抽到的办件、检查结果和统计', params: Type.Object({ checkId: Id }), response: SpotCheckView,
});

export const exportSpotCheck = defineOperation({
  id: 'supervision.export-spot-check', method: 'GET', path: '/api/v1/supervision/spot-checks/:checkId/export', permission: 'supervision.spot-check.inspect', responseKind: 'binary',
  summary: '把一次抽查导出为 Excel：每件的检查结果和问题，各条的统计', params: Type.Object({ checkId: Id }),
});

const caseParams = Type.Object({ spotCaseId: Id });

export const readSpotCase = defineOperation({
  id: 'supervision.read-spot-case', method: 'POST', path: '/api/v1/supervision/spot-cases/:spotCaseId/reading', permission: 'supervision.spot-check.inspect', summary: '检查人查阅一件办件的全程记录（记入审计）', params: caseParams,
  response: Type.Object({
    number: Type.String(), itemName: Type.String(),
    actions: Type.Array(Type.Object({ label: Type.String(), at: DateTime, by: Type.String(), organizationName: Nullable(Type.String()), opinion: Nullable(Type.String()) })),
    notices: Type.Array(Type.Object({ title: Type.String(), documentNumber: Type.String(), issuedAt: DateTime })),
  }),
});

export const recordFindings = defineOperation({
  id: 'supervision.record-findings', method: 'PUT', path: '/api/v1/supervision/spot-cases/:spotCaseId/findings', permission: 'supervision.spot-check.inspect', summary: '登记一件办件的检查结果，逐条', params: caseParams,
  body: Type.Object({ answers: Type.Array(SpotAnswer, { minItems: pointNames.length, maxItems: pointNames.length }), conclusion: Text(1_000, { minLength: 2 }) }), response: SpotCheckView,
});
