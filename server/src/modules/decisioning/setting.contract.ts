import { Code, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type ResponseOf, type Static } from '@tongban/contract-kit';
import { LocalKey } from '../catalog/contract.ts';

/**
 * How far the platform goes by itself: pre-check 智能预审 tells the applicant before submitting, assisted 辅助审批 prepares the
 * officer's step, automatic 全流程自动 decides, proactive 无感·不申即办 also finds who is entitled (DEC-03, DEC-06).
 */
export const automationModels = ['pre-check', 'assisted', 'automatic', 'proactive'] as const;
export type AutomationModel = (typeof automationModels)[number];
export const automationModelLabels: Record<AutomationModel, string> = { 'pre-check': '智能预审', 'assisted': '辅助审批', 'automatic': '全流程自动', 'proactive': '无感·不申即办' };

/** draft 草稿, active 启用, stopped 已停用, superseded 已被新版本取代. */
export const settingStates = ['draft', 'active', 'stopped', 'superseded'] as const;
export type SettingState = (typeof settingStates)[number];
export const settingStateLabels: Record<SettingState, string> = { draft: '草稿', active: '启用', stopped: '已停用', superseded: '已被取代' };

/** What the platform checks of an application beside its rules. */
export const capabilities = ['pre-check', 'form', 'applicant', 'licences', 'single-case'] as const;
export type Capability = (typeof capabilities)[number];
export const capabilityLabels: Record<Capability, string> = {
  'pre-check': '提交前预审，列出问题清单', 'form': '复核申请表的全部校验规则', 'applicant': '核对申请表中的姓名、证件号码与实名信息一致',
  'licences': '核对引用的电子证照在有效状态', 'single-case': '核对同一申请人没有同一事项的在办件',
};

/** Ways by which an application may have come for the platform to act on it. */
export const automationChannels = ['portal', 'mobile', 'window', 'kiosk', 'api'] as const;
export const automationChannelLabels: Record<(typeof automationChannels)[number], string> = { portal: '网上', mobile: '手机', window: '窗口', kiosk: '自助机', api: '其他系统' };

export const inputKinds = ['field', 'guidance', 'applicant', 'licence', 'date', 'materials'] as const;
export type InputKind = (typeof inputKinds)[number];
export const inputKindLabels: Record<InputKind, string> = { field: '申请表字段', guidance: '情形引导的回答', applicant: '申请人信息', licence: '已有电子证照', date: '日期', materials: '材料' };

/** What is known of an applicant without asking, with the type of its value. */
export const applicantAttributes = {
  'kind': { label: '申请人类型（个人、企业）', type: 'text' }, 'age': { label: '周岁', type: 'integer' }, 'birth-date': { label: '出生日期', type: 'date' },
  'sex': { label: '性别（男、女）', type: 'text' }, 'document-region': { label: '证件号码前六位', type: 'text' }, 'self-filed': { label: '本人申请', type: 'boolean' },
} as const;
export type ApplicantAttribute = keyof typeof applicantAttributes;

export const licenceAttributes = {
  'held': { label: '持有有效证照', type: 'boolean' }, 'valid-to': { label: '有效期至', type: 'date' }, 'days-left': { label: '距到期天数', type: 'integer' },
} as const;
export type LicenceAttribute = keyof typeof licenceAttributes;

export const knownDates = { 'today': '办理当日', 'submitted-on': '申请日期' } as const;
export const materialFacts = { 'all-known': '全部材料由表单、证照替代，没有上传' } as const;

/** Where an input of the rules comes from. */
export const InputMapping = Type.Object({
  input: Text(60, { minLength: 1 }),
  kind: Code(inputKinds),
  /** Field id, question, attribute of the applicant, licence type, date or fact of the materials. */
  source: Text(80),
  /** What of the licence. */
  attribute: Type.Optional(Text(40)),
  /** Of a guiding question: true when one of these was answered; without them the key of the answer. */
  options: Type.Optional(Type.Array(LocalKey, { maxItems: 50 })),
});
export type InputMapping = Static<typeof InputMapping>;

/** How a review point is found to hold: by what a decision of the rules came to, or because the platform holds it in another way. */
export const PointAnswer = Type.Object({
  /** None for a point that stands on a 受理条件. */
  materialKey: Type.Optional(LocalKey),
  pointKey: LocalKey,
  by: Code(['rule', 'covered'] as const),
  /** Decision of the rules and the result that satisfies the point. */
  decision: Type.Optional(Text(60)),
  value: Type.Optional(Text(100)),
  /** Why nobody need look, e.g. 表单必填校验. */
  reason: Type.Optional(Text(200)),
});
export type PointAnswer = Static<typeof PointAnswer>;

/** Whom the platform looks for: holders of a licence that ends soon, or persons who reach an age. */
export const Finder = Type.Object({
  kind: Code(['licence-expiring', 'age-reached'] as const),
  licenceType: Type.Optional(Text(60)),
  /** Days before the licence ends. */
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
  age: Type.Optional(Type.Integer({ minimum: 1, maximum: 120 })),
  /** First six digits of the document, when only people from here are meant. */
  documentRegion: Type.Optional(Text(6, { pattern: '^\\d{6}$' })),
  /** Answers to the guiding questions, and of the form what is not known of the person. */
  guidance: Type.Array(Type.Object({ question: LocalKey, option: LocalKey }), { maxItems: 40 }),
  answers: Type.Array(Type.Object({ field: Text(80, { minLength: 1 }), value: Text(200) }), { maxItems: 40 }),
  /** Purpose under which personal data is read, kept in the audit, and the law that allows it. */
  purpose: Text(200),
  legalBasis: Text(500),
});
export type Finder = Static<typeof Finder>;

export const SettingContent = Type.Object({
  ruleSetCode: Text(60),
  /** The decision that says whether to go on by itself, and the result that says yes. */
  conclusion: Type.Object({ decision: Text(60), value: Text(100) }),
  /** A decision that lists what is wrong, for the applicant. */
  problems: Type.Optional(Text(60)),
  inputs: Type.Array(InputMapping, { maxItems: 100 }),
  points: Type.Array(PointAnswer, { maxItems: 300 }),
  capabilities: Type.Array(Code(capabilities), { maxItems: capabilities.length }),
  channels: Type.Array(Code(automationChannels), { maxItems: automationChannels.length }),
  /** Per cent of the automatic decisions that people look at afterwards. */
  sampleShare: Type.Integer({ minimum: 0, maximum: 100 }),
  /** Working days within which they do. */
  reviewDays: Type.Integer({ minimum: 1, maximum: 60 }),
  finder: Type.Optional(Finder),
});
export type SettingContent = Static<typeof SettingContent>;

/** One reason why a setting cannot be switched on, and how to mend it. */
export const ActivationFinding = Type.Object({
  code: Type.String(), message: Type.String(), mend: Type.String(),
  /** Part of the setting that it is about: `inputs.年龄`, `points.application-form.complete`, `item`. */
  at: Type.String(),
});
export type ActivationFinding = Static<typeof ActivationFinding>;

const Who = Type.Object({ name: Type.String(), at: DateTime });
const settingLine = {
  id: Id, itemId: Id, itemName: Type.String(), organizationId: Id, organizationName: Type.String(), number: Type.Integer(), model: Code(automationModels), state: Code(settingStates),
  /** Halted with all others by the switch for all. */
  halted: Type.Boolean(),
  withoutMaterials: Type.Boolean(),
  ruleSetCode: Type.String(), channels: Type.Array(Code(automationChannels)), sampleShare: Type.Integer(), edited: Who, activated: Nullable(Who),
  stopped: Nullable(Type.Object({ ...Who.properties, reason: Type.String(), by: Code(['person', 'check'] as const) })),
};

/** One item of 智能审批: its current setting, and the draft beside it. */
export const AutomationLine = Type.Object({ ...settingLine, draftId: Nullable(Id) });
export type AutomationLine = Static<typeof AutomationLine>;

export const AutomationSetting = Type.Object({
  ...settingLine, revision: Type.Integer(), note: Type.String(), content: SettingContent,
  /** The versions that it was last checked against and acts by. */
  checked: Nullable(Type.Object({ itemVersionId: Id, ruleVersionId: Id, ruleVersionNumber: Type.Integer(), at: DateTime })),
  history: Type.Array(Type.Object({ id: Id, number: Type.Integer(), state: Code(settingStates), model: Code(automationModels), edited: Who, activated: Nullable(Who), note: Type.String() })),
  abilities: Type.Object({ edit: Type.Boolean(), change: Type.Boolean(), discard: Type.Boolean(), activate: Type.Boolean(), stop: Type.Boolean(), resume: Type.Boolean(), search: Type.Boolean() }),
});
export type AutomationSetting = Static<typeof AutomationSetting>;

const view = 'decisioning.setting.view';
const edit = 'decisioning.setting.edit';
const params = Type.Object({ settingId: Id });
const Reason = Text(500, { minLength: 5 });
const revision = Type.Integer({ minimum: 1 });

export const listAutomation = defineOperation({
  id: 'decisioning.list-automation', method: 'GET', path: '/api/v1/decisioning/items', permission: view, summary: '智能审批事项：每个事项的现行设置和草稿',
  query: Type.Object({
    ...PageQuery.properties, q: Type.Optional(Text(100)), model: Type.Optional(Code(automationModels)), state: Type.Optional(Code(['draft', 'active', 'stopped'] as const)),
    organizationId: Type.Optional(Id), withoutMaterials: Type.Optional(Type.Boolean()),
  }),
  response: PageOf(AutomationLine),
});

export const createSetting = defineOperation({
  id: 'decisioning.create-setting', method: 'POST', path: '/api/v1/decisioning/settings', permission: edit, status: 201, idempotent: true,
  summary: '为事项新建自动审批设置的草稿；已有现行设置的以它为底稿', body: Type.Object({ itemId: Id, model: Code(automationModels) }), response: AutomationSetting,
});

export const getSetting = defineOperation({
  id: 'decisioning.get-setting', method: 'GET', path: '/api/v1/decisioning/settings/:settingId', permission: view, summary: '一个自动审批设置和它的历次版本', params, response: AutomationSetting,
});

export const editSetting = defineOperation({
  id: 'decisioning.edit-setting', method: 'PUT', path: '/api/v1/decisioning/settings/:settingId', permission: edit, summary: '保存草稿', params, bodyLimit: 524_288,
  body: Type.Object({ revision, model: Code(automationModels), note: Text(500), content: SettingContent }), response: AutomationSetting,
});

export const discardSetting = defineOperation({
  id: 'decisioning.discard-setting', method: 'DELETE', path: '/api/v1/decisioning/settings/:settingId', permission: edit, summary: '放弃草稿', params,
  query: Type.Object({ revision }), status: 204,
});

/** What the item and its rules offer to map: shown beside the setting while it is edited. */
export const SettingSurroundings = Type.Object({
  /** Undefined parts are not there: the item is not published, the rules are not in force. */
  item: Nullable(Type.Object({
    itemVersionId: Id, versionNumber: Type.Integer(),
    fields: Type.Array(Type.Object({ id: Type.String(), label: Type.String(), type: Type.String() })),
    questions: Type.Array(Type.Object({ key: Type.String(), text: Type.String(), options: Type.Array(Type.Object({ key: Type.String(), text: Type.String() })) })),
    /** `place` is the material or the 受理条件 that a point stands on, in words. */
    points: Type.Array(Type.Object({ materialKey: Type.Optional(Type.String()), place: Type.String(), pointKey: Type.String(), text: Type.String(), stage: Code(['acceptance', 'review', 'decision'] as const) })),
    steps: Type.Array(Type.String()),
  })),
  rules: Nullable(Type.Object({
    ruleSetId: Id, versionId: Id, number: Type.Integer(), name: Type.String(),
    inputs: Type.Array(Type.Object({ name: Type.String(), label: Type.String(), type: Type.String(), optional: Type.Boolean() })),
    decisions: Type.Array(Type.Object({ name: Type.String(), results: Type.Array(Type.String()) })),
  })),
  findings: Type.Array(ActivationFinding),
});
export type SettingSurroundings = Static<typeof SettingSurroundings>;

export const checkSetting = defineOperation({
  id: 'decisioning.check-setting', method: 'GET', path: '/api/v1/decisioning/settings/:settingId/check', permission: view,
  summary: '检查能否启用：逐条列出障碍和改法，并给出可以引用的字段、问题、审查要点、规则', params, response: SettingSurroundings,
});

export const activateSetting = defineOperation({
  id: 'decisioning.activate-setting', method: 'POST', path: '/api/v1/decisioning/settings/:settingId/activate', permission: 'decisioning.setting.activate',
  summary: '启用：检查没有障碍；编制的人不能自己启用', params, body: Type.Object({ revision }), response: AutomationSetting,
});

export const stopSetting = defineOperation({
  id: 'decisioning.stop-setting', method: 'POST', path: '/api/v1/decisioning/settings/:settingId/stop', permission: 'decisioning.automation.stop',
  summary: '停用一个事项的自动审批；办到一半的转给工作人员', params, body: Type.Object({ reason: Reason }), response: AutomationSetting,
});

export const resumeSetting = defineOperation({
  id: 'decisioning.resume-setting', method: 'POST', path: '/api/v1/decisioning/settings/:settingId/resume', permission: 'decisioning.setting.activate',
  summary: '恢复一个停用的自动审批：重新检查没有障碍', params, body: Type.Object({ reason: Reason }), response: AutomationSetting,
});

export const PlatformSwitch = Type.Object({
  stopped: Type.Boolean(), reason: Nullable(Type.String()), by: Nullable(Type.String()), at: Nullable(DateTime),
  active: Type.Integer(), abilities: Type.Object({ stop: Type.Boolean(), resume: Type.Boolean() }),
});
export type PlatformSwitch = Static<typeof PlatformSwitch>;

export const getPlatformSwitch = defineOperation({
  id: 'decisioning.get-switch', method: 'GET', path: '/api/v1/decisioning/switch', permission: view, summary: '全部自动审批的总开关', response: PlatformSwitch,
});

export const setPlatformSwitch = defineOperation({
  id: 'decisioning.set-switch', method: 'PUT', path: '/api/v1/decisioning/switch', permission: 'decisioning.automation.stop-all',
  summary: '一键停止或者恢复全部自动审批', body: Type.Object({ stopped: Type.Boolean(), reason: Reason }), response: PlatformSwitch,
});
export type AutomationCheck = ResponseOf<typeof checkSetting>;
