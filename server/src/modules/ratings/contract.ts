import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';

/** 1 非常满意 … 5 非常不满意 (GB/T 39735 A.8). The national evaluators count stars the other way round: star = 6 − level. */
export const RatingLevel = Type.Integer({ minimum: 1, maximum: 5 });
export const ratingLevelNames: Readonly<Record<number, string>> = { 1: '非常满意', 2: '满意', 3: '基本满意', 4: '不满意', 5: '非常不满意' };
/** From this level on a rating is bad (差评) and must be rectified. */
export const firstBadLevel = 4;

/** Where it was given: pc 电脑端, mobile 移动端, qr-code 二维码, hall-terminal 大厅终端, sms 短信. */
export const ratingChannels = ['pc', 'mobile', 'qr-code', 'hall-terminal', 'sms'] as const;
export const RatingChannel = Code(ratingChannels);

export const listRatingOptions = defineOperation({
  id: 'ratings.list-options', method: 'GET', path: '/api/v1/rating-options', permission: 'public',
  summary: '五个评价等级和各自的评价选项；没有默认等级',
  response: Type.Object({ levels: Type.Array(Type.Object({
    level: RatingLevel, name: Type.String(), star: Type.Integer(), bad: Type.Boolean(),
    options: Type.Array(Type.Object({ code: Type.String(), text: Type.String() })),
  })) }),
});

/** What is given: a level, options of that level, words. Nothing is filled in beforehand. */
export const RatingInput = Type.Object({
  level: RatingLevel,
  optionCodes: Type.Array(Text(3, { minLength: 3 }), { maxItems: 8, uniqueItems: true }),
  text: Type.Optional(Text(500)),
  /** The handling department does not learn who rated. */
  anonymous: Type.Boolean(),
});
export type RatingInput = Static<typeof RatingInput>;

/** What the case's applicant is asked to rate. */
export const RatingSubject = Type.Object({
  caseNumber: Type.String(), itemName: Type.String(), organizationName: Type.String(), closedAt: DateTime,
  /** Last instant at which it can be rated. */
  until: DateTime,
  rated: Type.Boolean(),
});
export type RatingSubject = Static<typeof RatingSubject>;

export const RatingView = Type.Object({
  id: Id,
  /** Null, like the number, where the reader may not learn whose anonymous rating it is. */
  caseId: Nullable(Id),
  caseNumber: Nullable(Type.String()),
  itemName: Type.String(),
  organizationName: Type.String(),
  level: RatingLevel,
  levelName: Type.String(),
  options: Type.Array(Type.Object({ code: Type.String(), text: Type.String() })),
  text: Nullable(Type.String()),
  channel: RatingChannel,
  anonymous: Type.Boolean(),
  /** 匿名 to the department for an anonymous rating, otherwise a person's name masked, an enterprise's as it is. */
  raterName: Type.String(),
  ratedAt: DateTime,
  /** Taken out of the statistics after a granted appeal. */
  excluded: Type.Boolean(),
  rectification: Nullable(Type.Object({ id: Id, state: Type.String(), stateLabel: Type.String(), dueOn: DateOnly, reply: Nullable(Type.String()) })),
});
export type RatingView = Static<typeof RatingView>;

const caseParams = Type.Object({ caseId: Id });

export const rateCase = defineOperation({
  id: 'ratings.rate-case', method: 'POST', path: '/api/v1/cases/:caseId/rating', permission: 'ratings.rating.give', status: 201, idempotent: true,
  summary: '申请人（或代其办理的代理人）评价已办结的办件，一件一次', params: caseParams, body: RatingInput, response: RatingView,
});

export const getCaseRating = defineOperation({
  id: 'ratings.get-case-rating', method: 'GET', path: '/api/v1/cases/:caseId/rating', permission: 'signed-in',
  summary: '查看一个办件的评价和整改反馈（申请人本人，或权限范围内的工作人员）', params: caseParams,
  response: Type.Object({ rating: Nullable(RatingView) }),
});

const Token = Text(40, { minLength: 8, pattern: '^[A-Za-z0-9_-]+$' });

export const getRatingLink = defineOperation({
  id: 'ratings.get-link', method: 'GET', path: '/api/v1/rating-links/:token', permission: 'public',
  summary: '短信或二维码评价链接所指的办件', params: Type.Object({ token: Token }), response: RatingSubject,
});

export const rateByLink = defineOperation({
  id: 'ratings.rate-by-link', method: 'POST', path: '/api/v1/rating-links/:token', permission: 'public', status: 201,
  summary: '凭短信或二维码的一次性链接评价，不需登录', params: Type.Object({ token: Token }), body: RatingInput, response: RatingSubject,
});

export const createRatingLink = defineOperation({
  id: 'ratings.create-link', method: 'POST', path: '/api/v1/cases/:caseId/rating-link', permission: 'ratings.link.create', status: 201,
  summary: '窗口为申请人生成评价二维码链接（24 小时内一次有效），由申请人自行评价', params: caseParams,
  response: Type.Object({ token: Type.String(), url: Type.String(), expiresAt: DateTime }),
});

export const listRatings = defineOperation({
  id: 'ratings.list-ratings', method: 'GET', path: '/api/v1/ratings', permission: 'ratings.rating.view',
  summary: '权限范围内的评价，新的在前',
  query: Type.Object({
    ...PageQuery.properties, bad: Type.Optional(Type.Boolean()), level: Type.Optional(RatingLevel), organizationId: Type.Optional(Id),
    from: Type.Optional(DateOnly), to: Type.Optional(DateOnly),
  }),
  response: PageOf(RatingView),
});

/** Share in percent with one decimal; null when there is nothing to divide by. */
const Share = Nullable(Type.Number());

/** How often people rated what a department did. */
export const DepartmentRatings = Type.Object({
  organizationId: Id, name: Type.String(), total: Type.Integer(), bad: Type.Integer(), goodShare: Share,
  /** As that of the whole. */
  rectifiedInTimeShare: Share,
});
export type DepartmentRatings = Static<typeof DepartmentRatings>;

export const RatingStatistics = Type.Object({
  total: Type.Integer(),
  levels: Type.Array(Type.Object({ level: RatingLevel, name: Type.String(), count: Type.Integer() })),
  /** 好评率: levels 1–3 of all. */
  goodShare: Share,
  bad: Type.Integer(),
  /** 差评整改率: rectified in time, of those finished or overdue. */
  rectifiedInTimeShare: Share,
  months: Type.Array(Type.Object({ month: Type.String(), total: Type.Integer(), good: Type.Integer() })),
  /** Those with ratings, most of them first. */
  departments: Type.Array(DepartmentRatings),
});
export type RatingStatistics = Static<typeof RatingStatistics>;

const StatisticsQuery = Type.Object({ organizationId: Type.Optional(Id), itemId: Type.Optional(Id), months: Type.Optional(Type.Integer({ minimum: 1, maximum: 36 })) });

export const getRatingStatistics = defineOperation({
  id: 'ratings.get-statistics', method: 'GET', path: '/api/v1/rating-statistics', permission: 'public',
  summary: '公开的评价统计，可按部门或事项；不含被认定为误评、恶意的评价',
  query: StatisticsQuery,
  response: RatingStatistics,
});

export const exportRatingStatistics = defineOperation({
  id: 'ratings.export-statistics', method: 'GET', path: '/api/v1/rating-statistics/export', permission: 'ratings.rating.view', responseKind: 'binary',
  summary: '把评价统计导出为 Excel，用于上报：按部门（含合计）、按等级、按月各一张表', query: StatisticsQuery,
});

/**
 * open 待核实 → verified 整改中 → rectified 待反馈 → replied 待销号 → closed 已销号; appealing 申诉中 from open or verified,
 * then excluded 不计入 or back.
 */
export const rectificationStates = ['open', 'verified', 'rectified', 'replied', 'closed', 'appealing', 'excluded'] as const;
export const RectificationState = Code(rectificationStates);
export type RectificationState = Static<typeof RectificationState>;
export const rectificationStateLabels: Record<RectificationState, string> = {
  open: '待核实', verified: '整改中', rectified: '待反馈', replied: '待销号', closed: '已销号', appealing: '申诉复核中', excluded: '已认定不计入',
};

export const rectificationMeasures = ['at-once', 'planned', 'explained'] as const;
export const rectificationMeasureLabels: Readonly<Record<(typeof rectificationMeasures)[number], string>> = { 'at-once': '立行立改', 'planned': '列入台账限期整改', 'explained': '依法不能满足，已解释' };
export const appealGrounds = ['mistaken', 'malicious', 'not-responsible'] as const;
export const appealGroundLabels: Readonly<Record<(typeof appealGrounds)[number], string>> = { 'mistaken': '误评', 'malicious': '恶意评价', 'not-responsible': '非本单位责任' };

export const RectificationView = Type.Object({
  id: Id,
  version: Type.Integer(),
  state: RectificationState,
  stateLabel: Type.String(),
  rating: RatingView,
  organizationId: Id,
  openedAt: DateTime,
  dueOn: DateOnly,
  /** Working days left, negative when overdue; null once answered, and while an appeal stops the clock. */
  remainingDays: Nullable(Type.Integer()),
  level: Code(['normal', 'warning', 'yellow', 'red'] as const),
  finishedAt: Nullable(DateTime),
  reply: Nullable(Type.String()),
  /** What was found to be true when it was verified, or by the supervisor who closed it. */
  found: Type.Array(Type.Object({ code: Type.String(), text: Type.String() })),
  steps: Type.Array(Type.Object({ action: Type.String(), label: Type.String(), by: Type.String(), organizationName: Nullable(Type.String()), at: DateTime, text: Type.String(),
    /** What was chosen with it, such as the ground of an appeal; null for a step without a choice. */
    choice: Nullable(Type.String()) })),
  abilities: Type.Object({ verify: Type.Boolean(), rectify: Type.Boolean(), reply: Type.Boolean(), appeal: Type.Boolean(), decideAppeal: Type.Boolean(), close: Type.Boolean(), sendBack: Type.Boolean() }),
});
export type RectificationView = Static<typeof RectificationView>;

export const RectificationFilter = Type.Object({
  state: Type.Optional(RectificationState), overdue: Type.Optional(Type.Boolean()), finished: Type.Optional(Type.Boolean()), organizationId: Type.Optional(Id),
});
export type RectificationFilter = Static<typeof RectificationFilter>;

export const listRectifications = defineOperation({
  id: 'ratings.list-rectifications', method: 'GET', path: '/api/v1/rectifications', permission: 'ratings.rectification.view',
  summary: '权限范围内的差评整改单，期限近的在前',
  query: Type.Object({ ...PageQuery.properties, ...RectificationFilter.properties }),
  response: PageOf(RectificationView),
});

export const mostExportedRectifications = 20_000;

export const exportRectifications = defineOperation({
  id: 'ratings.export-rectifications', method: 'GET', path: '/api/v1/rectifications/export', permission: 'ratings.rectification.view', responseKind: 'binary',
  summary: '把差评清单和整改情况导出为 Excel，最多两万行', query: RectificationFilter,
});

const rectificationParams = Type.Object({ rectificationId: Id });

export const getRectification = defineOperation({
  id: 'ratings.get-rectification', method: 'GET', path: '/api/v1/rectifications/:rectificationId', permission: 'ratings.rectification.view',
  summary: '查看一张整改单', params: rectificationParams, response: RectificationView,
});

const Words = Text(1000, { minLength: 5 });
/** Options of bad ratings, of any bad level, that were found to be true, whether or not the rater chose them; unchanged when absent. */
const FoundCodes = Type.Optional(Type.Array(Text(3, { minLength: 3 }), { maxItems: 20, uniqueItems: true }));

/** What one step of a rectification carries; `version` as last read. */
export const RectificationStep = Type.Union([
  Type.Object({ action: Type.Literal('verify'), version: Type.Integer(), contacted: Type.Boolean(), foundCodes: FoundCodes, text: Words }),
  Type.Object({ action: Type.Literal('rectify'), version: Type.Integer(), measure: Code(rectificationMeasures), text: Words }),
  Type.Object({ action: Type.Literal('reply'), version: Type.Integer(), text: Words }),
  Type.Object({ action: Type.Literal('appeal'), version: Type.Integer(), ground: Code(appealGrounds), text: Words }),
  Type.Object({ action: Type.Literal('decide-appeal'), version: Type.Integer(), granted: Type.Boolean(), text: Words }),
  Type.Object({ action: Type.Literal('close'), version: Type.Integer(), foundCodes: FoundCodes, text: Words }),
  Type.Object({ action: Type.Literal('send-back'), version: Type.Integer(), text: Words }),
]);
export type RectificationStep = Static<typeof RectificationStep>;

export const advanceRectification = defineOperation({
  id: 'ratings.advance-rectification', method: 'POST', path: '/api/v1/rectifications/:rectificationId/steps', permission: 'ratings.rectification.view',
  summary: '推进整改：回访核实 → 整改 → 反馈 → 销号；或申诉、复核、退回重新整改', params: rectificationParams, body: RectificationStep, response: RectificationView,
});

export const RatingSettings = Type.Object({
  /** Working days for the rectification of a bad rating; 15 unless the city sets its own. */
  rectificationDays: Type.Integer({ minimum: 1, maximum: 60 }),
});
export type RatingSettings = Static<typeof RatingSettings>;

export const getRatingSettings = defineOperation({
  id: 'ratings.get-settings', method: 'GET', path: '/api/v1/rating-settings', permission: 'ratings.rectification.view', summary: '查看差评整改期限', response: RatingSettings,
});

export const saveRatingSettings = defineOperation({
  id: 'ratings.save-settings', method: 'PUT', path: '/api/v1/rating-settings', permission: 'ratings.settings.edit',
  summary: '设置差评整改期限（工作日），对之后的差评有效', body: RatingSettings, response: RatingSettings,
});
