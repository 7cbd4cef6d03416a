import type { DocumentBlock } from './definition.contract.ts';

/** How a value is written: `text` as it is, the others in a format people read. */
export type FieldType = 'text' | 'number' | 'date' | 'datetime';

/** A field that texts may use. */
export interface TemplateField {
  /** What stands in braces. */
  readonly path: string;
  readonly label: string;
  /** Heading under which it is offered. */
  readonly group: string;
  readonly type: FieldType;
  /** Not every document has a value: a text says what stands there instead, or is shown only when there is one. */
  readonly optional: boolean;
}

/** A list whose entries fill a table or numbered paragraphs. */
export interface TemplateList {
  readonly path: string;
  readonly label: string;
  readonly optional: boolean;
  /** Fields of an entry; `index` counts from 1 in every list. */
  readonly columns: readonly Pick<TemplateField, 'path' | 'label' | 'type' | 'optional'>[];
}

/** What a template of some kind, for some item, may use. */
export interface TemplateVocabulary {
  readonly fields: readonly TemplateField[];
  readonly lists: readonly TemplateList[];
}

/** A part the law asks for. */
export interface StatutoryPart {
  readonly name: string;
  /** What asks for it. */
  readonly law: string;
  /** It is there when one of these is used where it is always shown … */
  readonly anyOf: readonly string[];
  /** … or when the words that are always shown have all of these. */
  readonly orWords?: readonly string[];
  /** A block that puts it there; a licence's face has fixed places instead. */
  readonly mend?: DocumentBlock;
}

/** 环节 of handling a case, in their order. */
export const templateStages = ['receive', 'accept', 'review', 'decide', 'issue', 'deliver', 'end'] as const;
export type TemplateStage = (typeof templateStages)[number];
export const templateStageLabels: Readonly<Record<TemplateStage, string>> = {
  receive: '收件', accept: '受理', review: '审查', decide: '决定', issue: '制证', deliver: '送达', end: '终止、撤回、撤销',
};

/** When in a case a document or message of a kind that more than one step knows is made; the last four are steps of the task a message tells of. */
export const templateSteps = ['before-acceptance', 'after-acceptance', 'acceptance', 'review', 'decision', 'delivery'] as const;
export type TemplateStep = (typeof templateSteps)[number];
export const templateStepLabels: Readonly<Record<TemplateStep, string>> = {
  'before-acceptance': '受理前', 'after-acceptance': '受理后', 'acceptance': '受理环节', 'review': '审查环节', 'decision': '决定环节', 'delivery': '送达环节',
};
/** Steps of handling a case as documents know them. */
const acceptanceSteps: readonly TemplateStep[] = ['before-acceptance', 'after-acceptance'];

/** A kind of document. */
export interface TemplateKind {
  readonly name: string;
  readonly stage: TemplateStage;
  /** Steps that may have a wording of their own; none where the kind belongs to one step only. */
  readonly steps: readonly TemplateStep[];
  readonly vocabulary: TemplateVocabulary;
  readonly parts: readonly StatutoryPart[];
}

type Short = readonly [path: string, label: string, type?: FieldType | 'optional', optional?: 'optional'];

function toField(group: string, [path, label, type = 'text', optional]: Short): TemplateField {
  return { path, label, group, type: type === 'optional' ? 'text' : type, optional: type === 'optional' || optional === 'optional' };
}

function toList(path: string, label: string, columns: readonly Short[], optional = false): TemplateList {
  return { path, label, optional, columns: columns.map((column) => toField('', column)) };
}

/** Group of the fields that the application form of an item gives. */
export const applicationGroup = '申请表';
/** What the paths of those fields begin with. */
export const applicationPrefix = 'application.';

const common: readonly Short[] = [
  ['applicant.name', '申请人'], ['itemName', '事项名称'], ['caseNumber', '办件编号'], ['submittedOn', '申请日期', 'date'], ['submittedAt', '申请时间', 'datetime'], ['progressUrl', '进度查询网址'],
  ['agent.role', '到场办理人身份', 'optional'], ['agent.name', '到场办理人姓名', 'optional'], ['agent.document', '到场办理人证件（隐去部分）', 'optional'], ['agent.mobile', '到场办理人手机（隐去部分）', 'optional'], ['agent.authority', '到场办理人的授权', 'optional'],
];
const ours: readonly Short[] = [
  ['organization', '办理单位'], ['documentNumber', '文书编号'], ['issuedOn', '文书日期', 'date'], ['contact.name', '联系窗口'], ['contact.phone', '联系电话', 'optional'],
  ['remedies', '救济途径'], ['legalBasis', '法律依据', 'optional'],
];
const acceptedOn: Short = ['acceptedOn', '受理日期', 'date'];
const matter: Short = ['matter', '许可或办理', 'optional'];
const reasons = toList('reasons', '理由', [['text', '理由']]);

const paragraph = (text: string): DocumentBlock => ({ type: 'paragraph', text });
const listed = (each: string): DocumentBlock => ({ type: 'list', each, text: '{{text}}', numbering: 'arabic' });
const remedies = (law: string): StatutoryPart => ({ name: '救济途径', law, anyOf: ['remedies'], orWords: ['复议', '诉讼'], mend: paragraph('{{remedies}}') });
const reasoned = (law: string): StatutoryPart => ({ name: '理由', law, anyOf: ['reasons'], mend: listed('reasons') });

interface KindInput { name: string; stage: TemplateStage; steps?: readonly TemplateStep[]; fields?: readonly Short[]; lists?: readonly TemplateList[]; parts?: readonly StatutoryPart[] }

function noticeKind({ name, stage, steps = [], fields = [], lists = [], parts = [] }: KindInput): TemplateKind {
  return {
    name, stage, steps, parts,
    vocabulary: { fields: [...fields.map((one) => toField('本文书', one)), ...common.map((one) => toField('申请', one)), ...ours.map((one) => toField('本机关', one))], lists },
  };
}

const permitLaw = '《中华人民共和国行政许可法》';

/** Every kind of document that has templates, by its code. */
export const templateKinds: Readonly<Record<string, TemplateKind>> = {
  'application-receipt': noticeKind({
    name: '申请回执', stage: 'receive', fields: [['promise', '承诺办理时限']],
    lists: [toList('materials', '收到的申请材料', [['name', '材料名称'], ['form', '形式'], ['copies', '份数', 'number']])],
    parts: [{ name: '收到的申请材料', law: `${permitLaw}第二十九条、第三十二条`, anyOf: ['materials'], mend: {
      type: 'table', each: 'materials', columns: [{ title: '序号', share: 1, text: '{{index}}', align: 'center' }, { title: '材料名称', share: 6, text: '{{name}}' }, { title: '份数', share: 1, text: '{{copies}}', align: 'center' }],
    } }],
  }),
  'acceptance-notice': noticeKind({
    name: '受理通知书', stage: 'accept', fields: [acceptedOn, ['legalDueOn', '法定办结日期', 'date'], ['promisedDueOn', '承诺办结日期', 'date'], ['timeExcluded', '不计时限的特别程序', 'optional']],
    parts: [{ name: '受理日期', law: `${permitLaw}第三十二条第二款`, anyOf: ['acceptedOn'], mend: paragraph('受理日期：{{acceptedOn|date}}；法定办结日期：{{legalDueOn|date}}；承诺办结日期：{{promisedDueOn|date}}。') }],
  }),
  'refusal-notice': noticeKind({
    name: '不予受理决定书', stage: 'accept', fields: [['competentAuthority', '有权处理的机关', 'optional']], lists: [reasons],
    parts: [reasoned(`${permitLaw}第三十二条`), remedies('《中华人民共和国行政复议法》《中华人民共和国行政诉讼法》')],
  }),
  'supplement-notice': noticeKind({
    name: '补正通知书', stage: 'accept', fields: [['dueOn', '补正截止日期', 'date']],
    lists: [toList('supplements', '需要补正的内容', [['material', '材料名称'], ['problem', '存在的问题'], ['requirement', '补正要求']])],
    parts: [
      { name: '需要补正的全部内容', law: `${permitLaw}第三十二条第一款第（四）项`, anyOf: ['supplements'], mend: {
        type: 'table', each: 'supplements', columns: [{ title: '序号', share: 1, text: '{{index}}', align: 'center' }, { title: '材料名称', share: 3, text: '{{material}}' }, { title: '存在的问题', share: 4, text: '{{problem}}' }, { title: '补正要求', share: 4, text: '{{requirement}}' }],
      } },
      { name: '补正期限', law: `${permitLaw}第三十二条`, anyOf: ['dueOn'], mend: paragraph('请于{{dueOn|date}}前通过原申请渠道提交补正材料。') },
    ],
  }),
  'special-procedure-notice': noticeKind({
    name: '特别程序告知书', stage: 'review', fields: [acceptedOn, ['procedure.name', '特别程序名称'], ['procedure.reason', '特别程序原因'], ['procedure.startsOn', '特别程序开始日期', 'date'], ['procedure.workingDays', '特别程序所需工作日', 'number']],
    parts: [{ name: '所需时间', law: `${permitLaw}第四十五条`, anyOf: ['procedure.workingDays'], mend: paragraph('{{procedure.name}}自{{procedure.startsOn|date}}起进行，所需时间为{{procedure.workingDays}}个工作日，不计算在办理期限内。') }],
  }),
  'extension-notice': noticeKind({
    name: '延长办理期限告知书', stage: 'review', fields: [acceptedOn, ['extension.reason', '延长的理由'], ['extension.workingDays', '延长的工作日', 'number'], ['extension.approver', '批准人'], ['extension.dueOn', '延长后的办结日期', 'date']],
    parts: [
      { name: '延长期限的理由', law: `${permitLaw}第四十二条第一款`, anyOf: ['extension.reason'], mend: paragraph('因{{extension.reason}}，不能在规定期限内作出决定。') },
      { name: '延长的期限', law: `${permitLaw}第四十二条第一款`, anyOf: ['extension.workingDays', 'extension.dueOn'], mend: paragraph('经{{extension.approver}}批准，决定将办理期限延长{{extension.workingDays}}个工作日，至{{extension.dueOn|date}}。') },
    ],
  }),
  'approval-decision': noticeKind({
    name: '准予许可决定书', stage: 'decide', lists: [toList('conditions', '应当遵守的要求', [['text', '要求']], true)],
    fields: [acceptedOn, ['content', '准予的内容'], matter, ['validity', '有效期限', 'optional'], ['licence.name', '证照名称', 'optional'], ['licence.number', '证照编号', 'optional'], ['automatic', '自动作出决定的说明', 'optional']],
    parts: [{ name: '准予的内容', law: `${permitLaw}第三十八条第一款`, anyOf: ['content'], mend: paragraph('{{matter|or:许可}}内容：{{content}}。') }],
  }),
  'denial-decision': noticeKind({
    name: '不予许可决定书', stage: 'decide', fields: [acceptedOn, matter], lists: [reasons], parts: [reasoned(`${permitLaw}第三十八条第二款`), remedies(`${permitLaw}第三十八条第二款`)],
  }),
  'licence-face': {
    name: '电子证照照面', stage: 'issue', steps: [], parts: [
      { name: '照面各行', law: 'GB/T 36904《电子证照 元数据规范》', anyOf: ['face'] },
      { name: '证照编号', law: `${permitLaw}第三十九条`, anyOf: ['licence.number'] },
      { name: '电子证照标识', law: 'GB/T 36904《电子证照 标识规范》', anyOf: ['licence.identifier'] },
      { name: '核验网址（二维码内容）', law: '《国务院关于在线政务服务的若干规定》第十条', anyOf: ['licence.verifyUrl'] },
    ],
    vocabulary: {
      fields: ([
        ['licence.name', '证照名称'], ['licence.number', '证照编号'], ['licence.identifier', '电子证照标识'], ['licence.issuedOn', '发证日期', 'date'], ['licence.validity', '有效期限'], ['licence.verifyUrl', '核验网址'],
        ['holder.name', '持证主体'], ['organization', '发证机关'], ['statement', '证照类型规定的说明', 'optional'],
      ] as const satisfies readonly Short[]).map((one) => toField('证照', one)),
      lists: [toList('face', '证照类型规定的照面各行', [['label', '名称'], ['value', '内容']])],
    },
  },
  'delivery-receipt': noticeKind({
    name: '送达回证', stage: 'deliver',
    fields: [['delivered.documents', '送达文书'], ['delivered.method', '送达方式'], ['delivered.place', '送达地点'], ['delivered.at', '送达时间', 'datetime'], ['recipient.name', '签收人'], ['recipient.relation', '与受送达人关系', 'optional'], ['deliverer', '送达人'], ['remark', '备注', 'optional']],
    parts: [
      { name: '送达文书', law: '《中华人民共和国民事诉讼法》第八十七条（送达参照）', anyOf: ['delivered.documents'], mend: { type: 'fields', rows: [[{ label: '送达文书', text: '{{delivered.documents}}' }]] } },
      { name: '签收人和送达时间', law: '《中华人民共和国民事诉讼法》第八十七条（送达参照）', anyOf: ['recipient.name'], mend: { type: 'fields', rows: [[{ label: '签收人', text: '{{recipient.name}}' }, { label: '送达时间', text: '{{delivered.at|datetime}}' }]] } },
    ],
  }),
  'revocation-decision': noticeKind({
    name: '撤销许可决定书', stage: 'end', lists: [reasons], fields: [['decidedOn', '原决定日期', 'date'], matter, ['licence.name', '证照名称', 'optional'], ['licence.identifier', '电子证照标识', 'optional']],
    parts: [reasoned(`${permitLaw}第六十九条`), remedies('《中华人民共和国行政复议法》《中华人民共和国行政诉讼法》')],
  }),
  'termination-notice': noticeKind({
    name: '终止办理通知书', stage: 'end', steps: acceptanceSteps, lists: [reasons], fields: [['acceptedOn', '受理日期', 'date', 'optional']],
    parts: [reasoned('《中华人民共和国行政许可法》第三十二条'), remedies('《中华人民共和国行政复议法》《中华人民共和国行政诉讼法》')],
  }),
  'withdrawal-notice': noticeKind({
    name: '撤回申请确认书', stage: 'end', steps: acceptanceSteps, lists: [reasons], fields: [['acceptedOn', '受理日期', 'date', 'optional']],
    parts: [{ name: '撤回的日期', law: '办件档案要求', anyOf: ['issuedOn'], mend: paragraph('已按你（单位）的要求于{{issuedOn|date}}撤回。') }],
  }),
};

/** A kind by its code; undefined when there is none. */
export function findTemplateKind(code: string): TemplateKind | undefined {
  return Object.hasOwn(templateKinds, code) ? templateKinds[code] : undefined;
}
