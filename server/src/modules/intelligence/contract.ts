import { Code, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';

/** Capabilities of others that the platform can use: 文字识别, 自然语言, 城市大脑. */
export const engineKinds = ['ocr', 'nlp', 'city-brain'] as const;
export type EngineKind = (typeof engineKinds)[number];
export const engineKindLabels: Readonly<Record<EngineKind, string>> = { 'ocr': '文字识别（OCR）', 'nlp': '自然语言处理（NLP）', 'city-brain': '城市大脑' };

/** ready 已接入, away 已接入但用不了, none 没有接入. */
export const engineStates = ['ready', 'away', 'none'] as const;

export const EngineStatus = Type.Object({
  kind: Code(engineKinds), state: Code(engineStates), name: Nullable(Type.String()), version: Nullable(Type.String()),
  /** Environment variable that names its address. */
  variable: Type.String(),
  /** Why it cannot be used. */
  reason: Nullable(Type.String()),
  /** What the platform uses it for, and what it does without it. */
  use: Type.String(), without: Type.String(),
});
export type EngineStatus = Static<typeof EngineStatus>;

/** An item that somebody who found nothing may have meant. */
export const MeantItem = Type.Object({ itemId: Id, name: Type.String(), departmentName: Type.String() });
export type MeantItem = Static<typeof MeantItem>;

/** engine 智能语义, built-in 平台自带：看字面. */
export const meantWays = ['engine', 'built-in'] as const;

export const pushStates = ['queued', 'sent', 'failed'] as const;
export type PushState = (typeof pushStates)[number];

/** Something that the city brain is told; `title` in words. */
export const PushLine = Type.Object({
  id: Id, kind: Code(['indicators', 'event'] as const), title: Type.String(), state: Code(pushStates), attempts: Type.Integer(), error: Nullable(Type.String()), createdAt: DateTime, sentAt: Nullable(DateTime),
});
export type PushLine = Static<typeof PushLine>;

const view = 'intelligence.engine.view';
const attempt = 'intelligence.engine.try';
const text = Text(2_000, { minLength: 1 });

export const listEngines = defineOperation({
  id: 'intelligence.list-engines', method: 'GET', path: '/api/v1/engines', permission: view, summary: '智能能力的接入情况：接没接、现在能不能用', response: Type.Object({ items: Type.Array(EngineStatus) }),
});

export const suggestMeant = defineOperation({
  id: 'intelligence.suggest-meant', method: 'GET', path: '/api/v1/meant-items', permission: 'public', summary: '没有搜到时“您是不是要办”：有引擎的按语义，没有的按字面',
  query: Type.Object({ q: Text(100, { minLength: 1 }) }), response: Type.Object({ items: Type.Array(MeantItem), by: Code(meantWays) }),
});

export const classifyText = defineOperation({
  id: 'intelligence.classify', method: 'POST', path: '/api/v1/nlp/classifications', permission: attempt, summary: '一段诉求说的是哪些事项', body: Type.Object({ text }),
  response: Type.Object({ items: Type.Array(MeantItem), by: Code(meantWays) }),
});

export const extractValues = defineOperation({
  id: 'intelligence.extract', method: 'POST', path: '/api/v1/nlp/extractions', permission: attempt, summary: '从一段文字里取出要填的内容',
  body: Type.Object({ text, fields: Type.Array(Type.Object({ name: Text(60, { minLength: 1 }), label: Text(60, { minLength: 1 }), type: Code(['text', 'number', 'date'] as const) }), { minItems: 1, maxItems: 50 }) }),
  response: Type.Object({ values: Type.Array(Type.Object({ name: Type.String(), value: Type.String(), confidence: Type.Number() })) }),
});

export const checkWording = defineOperation({
  id: 'intelligence.check-wording', method: 'POST', path: '/api/v1/nlp/wording-checks', permission: attempt, summary: '检查一段文字的用词', body: Type.Object({ text }),
  response: Type.Object({ findings: Type.Array(Type.Object({ at: Type.Integer(), length: Type.Integer(), problem: Type.String(), suggestion: Type.String() })) }),
});

export const findIndicator = defineOperation({
  id: 'intelligence.find-indicator', method: 'GET', path: '/api/v1/city-brain/indicators/:code', permission: view, summary: '向城市大脑查询一个指标的最新值',
  params: Type.Object({ code: Text(60, { minLength: 1, pattern: '^[A-Za-z0-9._-]+$' }) }),
  response: Type.Object({ code: Type.String(), name: Type.String(), region: Nullable(Type.String()), value: Type.Number(), unit: Type.String(), at: Type.String() }),
});

export const listPushes = defineOperation({
  id: 'intelligence.list-pushes', method: 'GET', path: '/api/v1/city-brain/pushes', permission: view, summary: '推送给城市大脑的数据，新的在前', query: Type.Object({ ...PageQuery.properties, state: Type.Optional(Code(pushStates)) }), response: PageOf(PushLine),
});

export const retryPush = defineOperation({
  id: 'intelligence.retry-push', method: 'POST', path: '/api/v1/city-brain/pushes/:pushId/retry', permission: 'intelligence.push.retry', summary: '重推没有送到的数据', params: Type.Object({ pushId: Id }), response: PushLine,
});
