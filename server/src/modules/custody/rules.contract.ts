import { Code, DateTime, defineOperation, Id, Nullable, Text, Type, type Static } from '@tongban/contract-kit';

/** none 不递交; after-acceptance 受理后递交, within so many working days; before-completion 办结前递交, at least so many working days before the promised deadline. */
export const handOverMoments = ['none', 'after-acceptance', 'before-completion'] as const;
export type HandOverMoment = (typeof handOverMoments)[number];
export const momentLabels: Readonly<Record<HandOverMoment, string>> = { 'none': '不递交', 'after-acceptance': '受理后递交', 'before-completion': '办结前递交' };

const Named = Type.Object({ id: Id, name: Type.String() });

/** Whether paper of an item, or of all items of a department, travels, to whom, until when, and who signs for it. */
export const HandOverRule = Type.Object({
  id: Id,
  version: Type.Integer(),
  /** Null for the rule of the whole department; the rule of an item goes before it. */
  item: Nullable(Named),
  /** Whose items they are. */
  organization: Named,
  moment: Code(handOverMoments),
  /** Working days, see `handOverMoments`. */
  days: Type.Integer(),
  /** Who gets the paper; null where none travels. */
  receiver: Nullable(Named),
  /** Working days within which the receiver signs. */
  signDays: Type.Integer(),
  /** Who may sign, by post in the receiving department or by person; nobody named is everybody there who may sign at all. */
  postCodes: Type.Array(Type.String()),
  signers: Type.Array(Named),
  updatedByName: Type.String(),
  updatedAt: DateTime,
});
export type HandOverRule = Static<typeof HandOverRule>;

/** `version` as last read when a rule is changed; without it a rule is added. */
export const RuleInput = Type.Object({
  version: Type.Optional(Type.Integer()),
  itemId: Type.Optional(Id),
  /** Needed without an item. */
  organizationId: Type.Optional(Id),
  moment: Code(handOverMoments),
  days: Type.Integer({ minimum: 0, maximum: 60 }),
  receiverId: Type.Optional(Id),
  signDays: Type.Integer({ minimum: 1, maximum: 30 }),
  postCodes: Type.Array(Text(40, { minLength: 1 }), { maxItems: 20 }),
  signerIds: Type.Array(Id, { maxItems: 50 }),
});
export type RuleInput = Static<typeof RuleInput>;

export const listRules = defineOperation({
  id: 'custody.list-rules', method: 'GET', path: '/api/v1/custody/rules', permission: 'custody.rule.view',
  summary: '材料递交规则：哪些事项的纸质材料要递交、递交给谁、期限、谁能签收', response: Type.Object({ items: Type.Array(HandOverRule) }),
});

export const saveRule = defineOperation({
  id: 'custody.save-rule', method: 'PUT', path: '/api/v1/custody/rules/:ruleId', permission: 'custody.rule.edit',
  summary: '新增或修改一条材料递交规则；已经生成的材料袋按原来的期限，签收人员立即按新规则', params: Type.Object({ ruleId: Id }), body: RuleInput, response: HandOverRule,
});

export const removeRule = defineOperation({
  id: 'custody.remove-rule', method: 'DELETE', path: '/api/v1/custody/rules/:ruleId', permission: 'custody.rule.edit', summary: '删除一条材料递交规则', params: Type.Object({ ruleId: Id }),
  query: Type.Object({ version: Type.Integer() }), response: Type.Object({}),
});

export const listSigners = defineOperation({
  id: 'custody.list-signers', method: 'GET', path: '/api/v1/custody/signers', permission: 'custody.rule.edit',
  summary: '有权签收纸质材料的人员，供设置签收人员', query: Type.Object({ organizationId: Type.Optional(Id), q: Type.Optional(Text(50)) }),
  response: Type.Object({ officers: Type.Array(Type.Object({ id: Id, name: Type.String(), organizationName: Type.String() })) }),
});
