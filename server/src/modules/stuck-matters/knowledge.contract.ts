import { Code, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';

/** draft 草稿 → review 待审核 → published 已发布 → retired 已停用; a draft that was sent back says why. */
export const entryStates = ['draft', 'review', 'published', 'retired'] as const;
export const EntryState = Code(entryStates);
export type EntryState = Static<typeof EntryState>;
export const entryStateLabels: Readonly<Record<EntryState, string>> = { draft: '草稿', review: '待审核', published: '已发布', retired: '已停用' };

const entryFields = {
  question: Text(300, { minLength: 5 }),
  answer: Text(4000, { minLength: 10 }),
  itemId: Nullable(Id),
  tags: Type.Array(Text(20, { minLength: 1 }), { maxItems: 10, uniqueItems: true }),
};

export const KnowledgeEntry = Type.Object({
  id: Id, version: Type.Integer(), state: EntryState, stateLabel: Type.String(), ...entryFields,
  itemName: Nullable(Type.String()),
  /** The matter it was learnt from. */
  matter: Nullable(Type.Object({ id: Id, number: Type.String() })),
  writtenByName: Type.String(), updatedAt: DateTime,
  decision: Nullable(Type.Object({ byName: Type.String(), at: DateTime, text: Type.String() })),
  abilities: Type.Object({ edit: Type.Boolean(), submit: Type.Boolean(), decide: Type.Boolean(), retire: Type.Boolean() }),
});
export type KnowledgeEntry = Static<typeof KnowledgeEntry>;

const entryParams = Type.Object({ entryId: Id });
const viewed = 'stuck-matters.entry.view';
const written = 'stuck-matters.entry.write';

export const listEntries = defineOperation({
  id: 'stuck-matters.list-entries', method: 'GET', path: '/api/v1/stuck-matter-knowledge', permission: viewed, summary: '办不成事知识库，可按问题、答复、标签搜索；未发布的只有编写和审核的人看到',
  query: Type.Object({ ...PageQuery.properties, q: Type.Optional(Text(100)), state: Type.Optional(EntryState), itemId: Type.Optional(Id), tag: Type.Optional(Text(20)) }), response: PageOf(KnowledgeEntry),
});

export const getEntry = defineOperation({
  id: 'stuck-matters.get-entry', method: 'GET', path: '/api/v1/stuck-matter-knowledge/:entryId', permission: viewed, summary: '一条知识', params: entryParams, response: KnowledgeEntry,
});

export const writeEntry = defineOperation({
  id: 'stuck-matters.write-entry', method: 'POST', path: '/api/v1/stuck-matter-knowledge', permission: written, status: 201, idempotent: true,
  summary: '写一条知识，可以由一件办结的反映而来', body: Type.Object({ ...entryFields, matterId: Type.Optional(Id) }), response: KnowledgeEntry,
});

/** `version` as last read. */
export const EntryStep = Type.Union([
  Type.Object({ action: Type.Literal('edit'), version: Type.Integer(), ...entryFields }),
  Type.Object({ action: Type.Literal('submit'), version: Type.Integer() }),
  Type.Object({ action: Type.Literal('publish'), version: Type.Integer(), text: Text(500) }),
  Type.Object({ action: Type.Literal('return'), version: Type.Integer(), text: Text(500, { minLength: 2 }) }),
  Type.Object({ action: Type.Literal('retire'), version: Type.Integer(), text: Text(500, { minLength: 2 }) }),
]);
export type EntryStep = Static<typeof EntryStep>;

export const advanceEntry = defineOperation({
  id: 'stuck-matters.advance-entry', method: 'POST', path: '/api/v1/stuck-matter-knowledge/:entryId/steps', permission: viewed, summary: '修改、送审、发布、退回、停用一条知识', params: entryParams, body: EntryStep, response: KnowledgeEntry,
});
