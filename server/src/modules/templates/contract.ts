import { Code, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { DocumentDefinition } from '../../kernel/documents/definition.contract.ts';
import { MessageWords } from '../../kernel/messaging/check-message.contract.ts';
import { MessageDefinition } from '../../kernel/messaging/message-text.contract.ts';
import { templateStages, templateSteps } from '../../kernel/documents/template-kinds.contract.ts';

export { checkTemplate, formatsFor, vocabularyWith, type TemplateMend, type TemplateProblem } from '../../kernel/documents/check-template.contract.ts';
export { DocumentBlock, DocumentDefinition, FieldCell, SimpleBlock, TableColumn, templateBounds } from '../../kernel/documents/definition.contract.ts';
export { checkMessage, messageVocabulary, samplesOf, type MessageField } from '../../kernel/messaging/check-message.contract.ts';
export { fillMessage, fillText, measureSms, messageBounds, MessageDefinition, messageParts, type MessagePart } from '../../kernel/messaging/message-text.contract.ts';
export { splitText, writeField, type TextPart } from '../../kernel/documents/placeholders.contract.ts';
export {
  findTemplateKind, templateKinds, templateStageLabels, templateStages, templateStepLabels, templateSteps, type FieldType, type TemplateField, type TemplateKind, type TemplateList, type TemplateStage, type TemplateStep,
  type TemplateVocabulary,
} from '../../kernel/documents/template-kinds.contract.ts';

/** draft 草稿, published 已发布, superseded 已被新版本取代或已停用. */
export const templateStates = ['draft', 'published', 'superseded'] as const;
export type TemplateState = (typeof templateStates)[number];

/** 文书, which are printed and sealed; 消息, in-site messages and SMS. */
export const templateFamilies = ['document', 'message'] as const;
export type TemplateFamily = (typeof templateFamilies)[number];

/** `agent` is who acts for the applicant and gets a message of one's own; documents are made out to the applicant. */
export const applicantKinds = ['person', 'company', 'agent'] as const;
export const applicantKindLabels = { person: '自然人', company: '法人', agent: '代办人' } as const;

/** What a template says. */
export const TemplateContent = Type.Union([DocumentDefinition, MessageDefinition]);
export type TemplateContent = Static<typeof TemplateContent>;

/** What a template is for: everything, or only one item, one kind of applicant, one step; the closest one is used. */
export const TemplateScope = Type.Object({
  itemId: Nullable(Id), applicantKind: Nullable(Code(applicantKinds)), step: Nullable(Code(templateSteps)),
});
export type TemplateScope = Static<typeof TemplateScope>;

const VersionMark = { versionId: Id, number: Type.Integer(), at: DateTime, byName: Type.String() };

export const TemplateSummary = Type.Object({
  id: Id, family: Code(templateFamilies), kind: Type.String(), kindName: Type.String(), name: Type.String(),
  /** Under what it is listed: the step of handling of a document, the group of a message. */
  group: Type.String(),
  item: Nullable(Type.Object({ id: Id, name: Type.String() })), applicantKind: Nullable(Code(applicantKinds)), step: Nullable(Code(templateSteps)),
  published: Nullable(Type.Object(VersionMark)), draft: Nullable(Type.Object(VersionMark)),
});
export type TemplateSummary = Static<typeof TemplateSummary>;

/** Messages of a version are counted up to here. */
export const countedMessages = 10_000;

const VersionLine = {
  id: Id, number: Type.Integer(), state: Code(templateStates), stateLabel: Type.String(), note: Type.String(), updatedAt: DateTime, updatedByName: Type.String(),
  publishedAt: Nullable(DateTime), publishedByName: Nullable(Type.String()), revision: Type.Integer(),
  /** Documents or messages that were made with it; of messages no more than `countedMessages` are counted. */
  uses: Type.Integer(),
};

export const TemplateDetail = Type.Object({
  ...TemplateSummary.properties, versions: Type.Array(Type.Object(VersionLine)),
  /** Its kind can have a wording for some only. */
  tailorable: Type.Boolean(),
  /** `retire`: it is for something special and may be given up, so that the general one is used again. */
  abilities: Type.Object({ draft: Type.Boolean(), retire: Type.Boolean() }),
});
export type TemplateDetail = Static<typeof TemplateDetail>;

const VocabularyField = Type.Object({ path: Type.String(), label: Type.String(), group: Type.String(), type: Code(['text', 'number', 'date', 'datetime'] as const), optional: Type.Boolean() });

/** What the application form of the item gives beyond what every document of the kind has. */
export const ApplicationVocabulary = Type.Object({
  fields: Type.Array(VocabularyField),
  lists: Type.Array(Type.Object({ path: Type.String(), label: Type.String(), optional: Type.Boolean(), columns: Type.Array(Type.Omit(VocabularyField, ['group'])) })),
});

export type ApplicationVocabulary = Static<typeof ApplicationVocabulary>;

export const TemplateVersion = Type.Object({
  ...VersionLine, templateId: Id, family: Code(templateFamilies), kind: Type.String(), name: Type.String(), content: TemplateContent, application: ApplicationVocabulary,
  /** Of a message, what its texts may use and the platform's own texts. */
  words: Nullable(MessageWords),
  abilities: Type.Object({ edit: Type.Boolean(), publish: Type.Boolean(), discard: Type.Boolean() }),
});
export type TemplateVersion = Static<typeof TemplateVersion>;

const view = 'templates.template.view';
const edit = 'templates.template.edit';
const publish = 'templates.version.publish';
const templateParams = Type.Object({ templateId: Id });
const versionParams = Type.Object({ versionId: Id });
const Revision = Type.Object({ revision: Type.Integer() });
const bodyLimit = 524_288;

/** A kind of message that templates can be made for. */
export const MessageKindSummary = Type.Object({
  key: Type.String(), name: Type.String(), topic: Type.String(), topicName: Type.String(),
  /** What it can be tailored by. */
  about: Nullable(Code(['case', 'item'] as const)), steps: Type.Array(Code(templateSteps)),
});
export type MessageKindSummary = Static<typeof MessageKindSummary>;

export const listMessageKinds = defineOperation({
  id: 'templates.list-message-kinds', method: 'GET', path: '/api/v1/message-kinds', permission: view, summary: '平台会发出的各种消息，以及可以按什么定制', response: Type.Object({ items: Type.Array(MessageKindSummary) }),
});

export const listTemplates = defineOperation({
  id: 'templates.list-templates', method: 'GET', path: '/api/v1/document-templates', permission: view, summary: '文书或消息的模板：文书按环节、消息按类别；通用的在前',
  query: Type.Object({
    ...PageQuery.properties, family: Type.Optional(Code(templateFamilies)), q: Type.Optional(Text(100)), stage: Type.Optional(Code(templateStages)), topic: Type.Optional(Text(60)), itemId: Type.Optional(Id),
    tailored: Type.Optional(Code(['general', 'tailored'] as const)), state: Type.Optional(Code(['draft', 'published', 'not-in-use'] as const)),
  }),
  response: PageOf(TemplateSummary),
});

export const createTemplate = defineOperation({
  id: 'templates.create-template', method: 'POST', path: '/api/v1/document-templates', permission: edit, status: 201, idempotent: true,
  summary: '为一个事项、一类申请人或一个环节定制模板，从现在用的模板开始', body: Type.Object({ kind: Text(100, { minLength: 1 }), ...TemplateScope.properties }), response: TemplateVersion,
});

export const getTemplate = defineOperation({
  id: 'templates.get-template', method: 'GET', path: '/api/v1/document-templates/:templateId', permission: view, summary: '一个模板及其全部版本', params: templateParams, response: TemplateDetail,
});

export const retireTemplate = defineOperation({
  id: 'templates.retire-template', method: 'POST', path: '/api/v1/document-templates/:templateId/retire', permission: publish,
  summary: '停用定制的模板：以后改用通用模板，已经制作的不变', params: templateParams, body: Type.Object({ versionId: Id }), response: TemplateDetail,
});

export const createVersion = defineOperation({
  id: 'templates.create-version', method: 'POST', path: '/api/v1/document-templates/:templateId/versions', permission: edit, status: 201, idempotent: true,
  summary: '以现行版本或指定版本为基础新建草稿', params: templateParams, body: Type.Object({ fromVersionId: Type.Optional(Id) }), response: TemplateVersion,
});

export const getVersion = defineOperation({
  id: 'templates.get-version', method: 'GET', path: '/api/v1/document-template-versions/:versionId', permission: view, summary: '一个版本的内容和可以使用的字段', params: versionParams, response: TemplateVersion,
});

export const editVersion = defineOperation({
  id: 'templates.edit-version', method: 'PUT', path: '/api/v1/document-template-versions/:versionId', permission: edit, summary: '保存草稿', params: versionParams, bodyLimit,
  body: Type.Object({ ...Revision.properties, note: Text(500), content: TemplateContent }), response: TemplateVersion,
});

export const discardVersion = defineOperation({
  id: 'templates.discard-version', method: 'DELETE', path: '/api/v1/document-template-versions/:versionId', permission: edit, summary: '放弃草稿', params: versionParams,
  query: Revision, status: 204,
});

export const publishVersion = defineOperation({
  id: 'templates.publish-version', method: 'POST', path: '/api/v1/document-template-versions/:versionId/publish', permission: publish,
  summary: '发布：字段都认得、法定内容和短信必需的内容齐全、能够制作；最后修改的人不能自己发布', params: versionParams, body: Revision, response: TemplateVersion,
});

export const previewTemplate = defineOperation({
  id: 'templates.preview-template', method: 'POST', path: '/api/v1/document-templates/preview', permission: view, responseKind: 'binary', bodyLimit,
  summary: '用示例内容把模板制作成 PDF，不盖章，不保存', body: Type.Object({ content: DocumentDefinition, itemId: Nullable(Id) }),
});
