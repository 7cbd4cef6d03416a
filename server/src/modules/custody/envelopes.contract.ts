import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';

/** pending 待递交 → batched 已装批次 → in-transit 已递交待签收 → received 已签收 | refused 退回; cancelled 不再递交 when the case ended before. */
export const envelopeStates = ['pending', 'batched', 'in-transit', 'received', 'refused', 'cancelled'] as const;
export const EnvelopeState = Code(envelopeStates);
export type EnvelopeState = Static<typeof EnvelopeState>;
export const envelopeStateLabels: Readonly<Record<EnvelopeState, string>> = {
  'pending': '待递交', 'batched': '已装批次', 'in-transit': '已递交待签收', 'received': '已签收', 'refused': '退回', 'cancelled': '不再递交',
};

/** forward 递交部门, back 交回窗口, archive 移交归档: which way the paper goes. */
export const legs = ['forward', 'back', 'archive'] as const;
export const Leg = Code(legs);
export type Leg = Static<typeof Leg>;
export const legLabels: Readonly<Record<Leg, string>> = { forward: '递交部门', back: '交回窗口', archive: '移交归档' };

export const materialChecks = ['complete', 'missing', 'mismatch'] as const;
export type MaterialCheck = (typeof materialChecks)[number];
export const materialCheckLabels: Readonly<Record<MaterialCheck, string>> = { complete: '齐', missing: '缺', mismatch: '不符' };

export const batchStates = ['open', 'handed-over', 'done', 'cancelled'] as const;
export type BatchState = (typeof batchStates)[number];
export const batchStateLabels: Readonly<Record<BatchState, string>> = { 'open': '待交接', 'handed-over': '已递交待签收', 'done': '已全部签收或退回', 'cancelled': '已取消' };

const Named = Type.Object({ id: Id, name: Type.String() });

export const EnvelopeLine = Type.Object({
  id: Id,
  /** On the QR code; typed when no scanner is at hand. */
  code: Type.String(),
  version: Type.Integer(),
  caseId: Id,
  caseNumber: Type.String(),
  itemName: Type.String(),
  applicantName: Type.String(),
  state: EnvelopeState,
  leg: Leg,
  /** As people say it, e.g. 已交回窗口. */
  stateLabel: Type.String(),
  /** Who has the paper now. */
  holder: Type.Object({ id: Id, name: Type.String(), staffName: Nullable(Type.String()) }),
  heldSince: DateTime,
  /** Where it goes, or went last. */
  destination: Named,
  /** By when it is to be handed over or signed for; null while nothing is due. */
  dueOn: Nullable(DateOnly),
  /** Working days left, negative when late. */
  remainingDays: Nullable(Type.Integer()),
  batch: Nullable(Type.Object({ id: Id, number: Type.String() })),
  handedOverAt: Nullable(DateTime),
  materialCount: Type.Integer(),
  /** Signed for although something was missing or did not match. */
  flawed: Type.Boolean(),
  /** In which ways the reader may put it into a batch now, and whether the reader may sign for it. */
  abilities: Type.Object({ putIn: Type.Array(Leg), sign: Type.Boolean() }),
});
export type EnvelopeLine = Static<typeof EnvelopeLine>;

const EnvelopeMaterial = Type.Object({ id: Id, name: Type.String(), check: Nullable(Code(materialChecks)), remark: Nullable(Type.String()) });

/** An envelope with its list of materials. */
const EnvelopeWithMaterials = Type.Object({ ...EnvelopeLine.properties, materials: Type.Array(EnvelopeMaterial) });

export const EnvelopeView = Type.Object({
  ...EnvelopeWithMaterials.properties,
  origin: Named,
  receiver: Named,
  steps: Type.Array(Type.Object({
    label: Type.String(), by: Type.String(), organizationName: Nullable(Type.String()), at: DateTime, text: Type.String(), batchNumber: Nullable(Type.String()),
  })),
});
export type EnvelopeView = Static<typeof EnvelopeView>;

/** The envelope that was opened with acceptance, and those for paper that came later. */
const EnvelopesOfCase = Type.Object({
  envelope: Nullable(EnvelopeView),
  further: Type.Array(EnvelopeView),
  /** The reader may add paper that has come in since. */
  mayAdd: Type.Boolean(),
});

/** What the tabs of the page are; `overdue` is whatever is past its day. */
export const envelopeViews = ['to-hand-over', 'in-transit', 'received', 'refused', 'overdue', 'all'] as const;
export type EnvelopeViewName = (typeof envelopeViews)[number];

/** What narrows a list of envelopes; all together. */
export const EnvelopeFilter = Type.Object({
  view: Type.Optional(Code(envelopeViews)),
  leg: Type.Optional(Leg),
  /** held: with the reader's office; mine: waits for the reader's signature. */
  side: Type.Optional(Code(['held', 'mine'] as const)),
  /** The department it goes to. */
  destinationId: Type.Optional(Id),
  /** Days on which the envelope was opened. */
  from: Type.Optional(DateOnly),
  to: Type.Optional(DateOnly),
  /** Number of case, envelope or batch, part of the item's or the applicant's name. */
  q: Type.Optional(Text(100)),
});
export type EnvelopeFilter = Static<typeof EnvelopeFilter>;

const viewed = 'custody.envelope.view';

export const listEnvelopes = defineOperation({
  id: 'custody.list-envelopes', method: 'GET', path: '/api/v1/custody/envelopes', permission: viewed,
  summary: '权限范围内的材料袋：在谁手里、到哪一步、是否超期，新的在前', query: Type.Object({ ...PageQuery.properties, ...EnvelopeFilter.properties }), response: PageOf(EnvelopeLine),
});

export const summariseEnvelopes = defineOperation({
  id: 'custody.summarise-envelopes', method: 'GET', path: '/api/v1/custody/envelope-summary', permission: viewed, summary: '各状态的材料袋数量',
  query: Type.Object({ side: Type.Optional(Code(['held', 'mine'] as const)) }),
  response: Type.Object({ ...Object.fromEntries(envelopeViews.map((name) => [name, Type.Integer()])) as Record<EnvelopeViewName, ReturnType<typeof Type.Integer>>, mine: Type.Integer() }),
});

/** The most rows of one export. */
export const mostExportedEnvelopes = 20_000;

export const exportEnvelopes = defineOperation({
  id: 'custody.export-envelopes', method: 'GET', path: '/api/v1/custody/envelopes/export', permission: viewed, responseKind: 'binary', summary: '把材料袋清单导出为 Excel，最多两万行', query: EnvelopeFilter,
});

export const getEnvelope = defineOperation({
  id: 'custody.get-envelope', method: 'GET', path: '/api/v1/custody/envelopes/:envelopeId', permission: viewed, summary: '一个材料袋：材料、在谁手里、全部交接经过', params: Type.Object({ envelopeId: Id }), response: EnvelopeView,
});

export const getEnvelopeOfCase = defineOperation({
  id: 'custody.get-envelope-of-case', method: 'GET', path: '/api/v1/cases/:caseId/envelope', permission: viewed, summary: '一个办件的纸质材料现在在谁手里', params: Type.Object({ caseId: Id }),
  response: EnvelopesOfCase,
});

export const addPaper = defineOperation({
  id: 'custody.add-paper', method: 'POST', path: '/api/v1/cases/:caseId/envelope/materials', permission: 'intake.case.register', status: 201, idempotent: true,
  summary: '受理后补收的纸质材料：材料袋还在本窗口待递交的放进去，已经递交的另生成材料袋，规则、签收和核对相同', params: Type.Object({ caseId: Id }),
  body: Type.Object({ names: Type.Array(Text(200, { minLength: 2 }), { minItems: 1, maxItems: 20 }) }), response: EnvelopesOfCase,
});

export const resolveCode = defineOperation({
  id: 'custody.resolve-code', method: 'GET', path: '/api/v1/custody/codes/:code', permission: viewed, summary: '扫码或输入编码，找到材料袋或者批次；也可以输入办件编号', params: Type.Object({ code: Text(60, { minLength: 1 }) }),
  response: Type.Object({ batchId: Nullable(Id), envelopeId: Nullable(Id) }),
});

export const BatchLine = Type.Object({
  id: Id,
  number: Type.String(),
  version: Type.Integer(),
  state: Code(batchStates),
  stateLabel: Type.String(),
  leg: Leg,
  from: Named,
  to: Named,
  size: Type.Integer(),
  /** Handed over and neither signed for nor refused. */
  waiting: Type.Integer(),
  madeByName: Type.String(),
  madeAt: DateTime,
  handedOverByName: Nullable(Type.String()),
  handedOverAt: Nullable(DateTime),
  note: Type.String(),
});
export type BatchLine = Static<typeof BatchLine>;

export const Batch = Type.Object({
  ...BatchLine.properties,
  /** `outcome` is what came of the envelope in this batch; a later batch may have moved it on. */
  envelopes: Type.Array(Type.Object({ ...EnvelopeWithMaterials.properties, outcome: Nullable(Code(['signed', 'refused', 'taken-out'] as const)), outcomeText: Type.String() })),
  abilities: Type.Object({ change: Type.Boolean(), callBack: Type.Boolean(), sign: Type.Boolean() }),
});
export type Batch = Static<typeof Batch>;

/** The most envelopes of one batch: what fits a box, and a sheet that is still checked line by line. */
const mostTogether = 100;

export const makeBatch = defineOperation({
  id: 'custody.make-batch', method: 'POST', path: '/api/v1/custody/batches', permission: 'custody.envelope.send', status: 201, idempotent: true,
  summary: '把若干材料袋装成一个交接批次；递交部门的要递交给同一部门，交回窗口的要是同一窗口收的，归档的写明归档部门',
  body: Type.Object({
    leg: Leg, envelopes: Type.Array(Type.Object({ id: Id, version: Type.Integer() }), { minItems: 1, maxItems: mostTogether }),
    /** Where paper is archived; only for that leg. */
    toId: Type.Optional(Id), note: Type.Optional(Text(200)),
  }),
  response: Batch,
});

export const listBatches = defineOperation({
  id: 'custody.list-batches', method: 'GET', path: '/api/v1/custody/batches', permission: viewed, summary: '权限范围内的交接批次，新的在前',
  query: Type.Object({ ...PageQuery.properties, state: Type.Optional(Code(batchStates)), q: Type.Optional(Text(100)) }), response: PageOf(BatchLine),
});

export const getBatch = defineOperation({
  id: 'custody.get-batch', method: 'GET', path: '/api/v1/custody/batches/:batchId', permission: viewed, summary: '一个交接批次：材料袋和材料清单，供打印、交接、签收', params: Type.Object({ batchId: Id }), response: Batch,
});

export const BatchAct = Type.Union([
  Type.Object({ action: Type.Literal('hand-over'), version: Type.Integer() }),
  Type.Object({ action: Type.Literal('take-out'), version: Type.Integer(), envelopeId: Id }),
  Type.Object({ action: Type.Literal('call-back'), version: Type.Integer(), reason: Text(500, { minLength: 5 }) }),
  Type.Object({ action: Type.Literal('cancel'), version: Type.Integer() }),
]);
export type BatchAct = Static<typeof BatchAct>;

export const actOnBatch = defineOperation({
  id: 'custody.act-on-batch', method: 'POST', path: '/api/v1/custody/batches/:batchId/steps', permission: 'custody.envelope.send', idempotent: true,
  summary: '办理批次：递交、取出一个材料袋、收回还没有签收的、取消', params: Type.Object({ batchId: Id }), body: BatchAct, response: Batch,
});

/** What the receiver found of one envelope; a remark is needed where something is missing or does not match. */
export const EnvelopeAct = Type.Object({
  envelopeId: Id,
  version: Type.Integer(),
  outcome: Code(['sign', 'refuse'] as const),
  checks: Type.Array(Type.Object({ materialId: Id, check: Code(materialChecks), remark: Type.Optional(Text(200)) }), { maxItems: 200 }),
  /** Needed to refuse. */
  reason: Type.Optional(Text(500)),
});
export type EnvelopeAct = Static<typeof EnvelopeAct>;

export const actOnEnvelopes = defineOperation({
  id: 'custody.act-on-envelopes', method: 'POST', path: '/api/v1/custody/envelopes/outcomes', permission: 'custody.envelope.sign', idempotent: true,
  summary: '签收或退回：逐项核对材料（齐、缺、不符），一次可以处理多个材料袋', body: Type.Object({ outcomes: Type.Array(EnvelopeAct, { minItems: 1, maxItems: mostTogether }) }),
  response: Type.Object({ envelopes: Type.Array(EnvelopeLine) }),
});
