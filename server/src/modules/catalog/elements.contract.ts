import { Code, DateOnly, Id, JsonObject, Text, Type, type Static } from '@tongban/contract-kit';

/** A code of a dictionary list (`task-type`, `service-object` …); the server checks it against the list, never an enum here. */
export const DictionaryCode = Text(20, { minLength: 1, pattern: '^[0-9A-Za-z-]+$' });

/** A stage in a life with whose it is (CAT-07): `person:birth`, `company:exit`. */
export const LifeStageCode = Text(40, { pattern: '^(person|company):[0-9A-Za-z-]+$' });

/** A short key inside one item version: materials, questions, options, situations, forms, review points. */
export const LocalKey = Text(60, { minLength: 1, pattern: '^[a-z0-9][a-z0-9-]*$' });

/**
 * A text that the finished version must have. A draft is saved while it is typed, so an entry may still be empty; the
 * check `required-part` keeps it from review.
 */
const line = (max: number) => Text(max);

/** 设定依据: one clause of one law, as published. */
export const LegalBasis = Type.Object({
  lawName: line(200),
  /** 文号, e.g. 国务院令第198号. */
  documentNumber: Type.Optional(Text(100)),
  /** 条款号, e.g. 第三十三条. */
  clauseNumber: line(60),
  /** Some clauses are whole regulations; what bounds all of them together is the size of the document that is sent. */
  clauseContent: line(60_000),
});
export type LegalBasis = Static<typeof LegalBasis>;

/**
 * Holds when the answer to `question` is one of `options`; false while the question has no answer, and always without options:
 * so stands what no answer leads to yet.
 */
export const AnswerCondition = Type.Object({
  question: LocalKey,
  options: Type.Array(LocalKey, { maxItems: 50 }),
  /** Conditions of one number hold together, and one number that holds is enough; all are of one when it is left out. */
  alternative: Type.Optional(Type.Integer({ minimum: 0, maximum: 40 })),
});
export type AnswerCondition = Static<typeof AnswerCondition>;

/** 审查要点: what a reviewer ticks on one material (GDE-03); says what to compare with what, never "其他". */
export const ReviewPoint = Type.Object({
  key: LocalKey,
  text: line(500),
  /** Which step ticks it; a dictionary code of `review-stage`: acceptance 受理, review 审查, decision 决定. */
  stage: Code(['acceptance', 'review', 'decision'] as const),
  basis: Type.Optional(Text(500)),
  /** 受理条件 that is found to hold by it, in its own words; none when the material is looked at for itself. */
  condition: Type.Optional(Text(1000)),
  /** The review point of the materials library it was taken over from; its samples are shown while ticking. */
  libraryPointId: Type.Optional(Id),
});
export type ReviewPoint = Static<typeof ReviewPoint>;

/**
 * 审查要点 of a 受理条件 that no material proves: found by looking at the person or the place, or in a register (DEC-01).
 * An item without form and material has no other review points.
 */
export const ConditionPoint = Type.Object({
  key: LocalKey,
  text: line(500),
  /** As of `ReviewPoint`. */
  stage: Code(['acceptance', 'review', 'decision'] as const),
  /** 受理条件 that is found to hold by it, in its own words. */
  condition: line(1000),
  basis: Type.Optional(Text(500)),
  /** Looked at in these situations alone; in all of them when absent. */
  situations: Type.Optional(Type.Array(LocalKey, { maxItems: 200 })),
  /** 审查样本, a stored file that officers open while ticking, e.g. the page of a register; never part of the guide. */
  sampleFileId: Type.Optional(Id),
});
export type ConditionPoint = Static<typeof ConditionPoint>;

/** Where an applicant sees a filled example: the form's own sample data, a description, or a stored file. */
export const MaterialSample = Type.Object({
  kind: Code(['form', 'text', 'file'] as const),
  formKey: Type.Optional(LocalKey),
  text: Type.Optional(Text(1000)),
  fileId: Type.Optional(Id),
});

/** 申请材料 (domain: ApplicationMaterial). */
export const ApplicationMaterial = Type.Object({
  key: LocalKey,
  name: line(200),
  /** Code of the standard material (CAT-05) this one is, e.g. CL-000123. */
  standardCode: Type.Optional(Text(40)),
  /** `material-type`: 1 证件证书证明, 2 申请表格文书, 3 其他. */
  type: DictionaryCode,
  /** `material-form`: 1 纸质, 2 电子化, 3 纸质+电子化. */
  form: DictionaryCode,
  /** `material-necessity`: 1 必要, 2 非必要, 3 容缺后补. */
  necessity: DictionaryCode,
  /** `material-source`: 10 申请人自备, 20 政府部门核发, 30 中介机构出具, 99 其他. */
  source: DictionaryCode,
  sourceExplanation: Type.Optional(Text(500)),
  issuingAuthority: Type.Optional(Text(200)),
  originals: Type.Integer({ minimum: 0, maximum: 99 }),
  copies: Type.Integer({ minimum: 0, maximum: 99 }),
  pageFormat: Type.Optional(Text(60)),
  fillingInstructions: Type.Optional(Text(1000)),
  acceptanceStandard: line(1000),
  basis: Type.Optional(Text(500)),
  /** Needed only when every condition holds; absent or empty means in every situation. */
  when: Type.Optional(Type.Array(AnswerCondition, { maxItems: 100 })),
  /** Needed in these situations alone; in all of them when absent. */
  situations: Type.Optional(Type.Array(LocalKey, { maxItems: 200 })),
  /** Filled from this form of the version instead of being uploaded. */
  formKey: Type.Optional(LocalKey),
  /** Licence types whose valid licence of the applicant replaces the upload (answer once, reuse). */
  replacedByLicenceTypes: Type.Array(Text(40), { maxItems: 10 }),
  sample: Type.Optional(MaterialSample),
  /** 空白表格, a stored file. */
  blankFormFileId: Type.Optional(Id),
  fileTypes: Type.Array(Code(['pdf', 'jpg', 'png', 'ofd', 'docx', 'xlsx', 'zip'] as const), { maxItems: 7 }),
  maxFiles: Type.Integer({ minimum: 1, maximum: 50 }),
  reviewPoints: Type.Array(ReviewPoint, { maxItems: 30 }),
});
export type ApplicationMaterial = Static<typeof ApplicationMaterial>;

/** 办理流程: one published step. */
export const FlowStep = Type.Object({
  name: line(60),
  content: line(1000),
  /** Working days of this step, when published. */
  days: Type.Optional(Type.Number({ minimum: 0, maximum: 400 })),
  responsible: Type.Optional(Text(100)),
});

/** A time limit; `working-day` excludes statutory holidays (行政许可法第八十二条). */
export const TimeLimit = Type.Object({
  days: Type.Integer({ minimum: 0, maximum: 3650 }),
  unit: Code(['working-day', 'calendar-day'] as const),
  explanation: Type.Optional(Text(500)),
});
export type TimeLimit = Static<typeof TimeLimit>;

/** 特别程序: time that does not count against the limit (行政许可法第四十五条). */
export const SpecialProcedure = Type.Object({
  key: LocalKey,
  name: line(100),
  /** `special-procedure`: hearing 听证, bidding 招标, auction 拍卖, test 检验, detection 检测, quarantine 检疫, appraisal 鉴定, expert-review 专家评审 … */
  kind: DictionaryCode,
  days: Type.Integer({ minimum: 1, maximum: 365 }),
  unit: Code(['working-day', 'calendar-day'] as const),
  basis: line(500),
  departmentName: Type.Optional(Text(100)),
});
export type SpecialProcedure = Static<typeof SpecialProcedure>;

/** 收费项目. */
export const Fee = Type.Object({
  name: line(100),
  standard: line(500),
  basis: line(500),
  reducible: Type.Boolean(),
  reductionBasis: Type.Optional(Text(500)),
});

/** 审批结果. */
export const ItemResult = Type.Object({
  name: line(200),
  /** `result-type`: 10 出证, 20 出文, 30 审批办结, 99 无结果文书. */
  type: DictionaryCode,
  licenceTypeCode: Type.Optional(Text(40)),
  /** `licence-stage`: what the item does with that licence, 核发 where nothing is said (CAT-07). */
  licenceStage: Type.Optional(DictionaryCode),
  validity: Type.Optional(Text(200)),
  sample: Type.Optional(Text(1000)),
  /** 结果样本, a stored file. */
  sampleFileId: Type.Optional(Id),
});

/** 处罚的行为、种类、幅度 of an item of type 02 行政处罚. */
export const Penalty = Type.Object({
  behaviour: line(1000),
  /** `penalty-kind`, multiple (行政处罚法第九条). */
  kinds: Type.Array(DictionaryCode, { maxItems: 6 }),
  range: line(1000),
});
export type Penalty = Static<typeof Penalty>;

/** 征收种类 and 是否涉及减免 of an item of type 04 行政征收. */
export const Levy = Type.Object({
  kind: line(200),
  reducible: Type.Boolean(),
  reductionBasis: Type.Optional(Text(500)),
});
export type Levy = Static<typeof Levy>;

/** 办理窗口. */
export const ServiceWindow = Type.Object({
  name: line(100),
  telephone: line(40),
  address: line(200),
  openingHours: line(200),
  directions: Type.Optional(Text(300)),
});

export const Faq = Type.Object({ question: line(300), answer: line(2000) });

export const QuestionOption = Type.Object({ key: LocalKey, text: line(200), help: Type.Optional(Text(500)) });
export type QuestionOption = Static<typeof QuestionOption>;

/** One single-choice question; asked when every condition on earlier answers holds. */
export const Question = Type.Object({
  key: LocalKey,
  text: line(300),
  help: Type.Optional(Text(500)),
  when: Type.Optional(Type.Array(AnswerCondition, { maxItems: 100 })),
  options: Type.Array(QuestionOption, { minItems: 2, maxItems: 50 }),
});
export type Question = Static<typeof Question>;

/** 情形: one named outcome of the questions; exactly one holds for every complete set of answers (GDE-02). */
export const Situation = Type.Object({
  key: LocalKey,
  name: line(200),
  when: Type.Array(AnswerCondition, { maxItems: 100 }),
  /** 业务办理项 that is applied for in this situation; the item itself when absent. */
  handlingItemId: Type.Optional(Id),
  /** Form of this situation; the version's default form when absent. */
  formKey: Type.Optional(LocalKey),
  notes: Type.Array(line(500), { maxItems: 20 }),
  /** Marks the process may branch on, e.g. `site-inspection`; the process sees them as the list `flags`. */
  flags: Type.Optional(Type.Array(LocalKey, { maxItems: 20 })),
  /** The person need not or cannot apply here; the notes say what to do instead. */
  refused: Type.Optional(Type.Boolean()),
  /** Approval issues no licence here although the item has one, e.g. because it is given up (注销). */
  withoutLicence: Type.Optional(Type.Boolean()),
});
export type Situation = Static<typeof Situation>;

/** Guidance of one item version (GDE-01). No questions and one situation when nothing depends on answers. */
export const Questionnaire = Type.Object({
  questions: Type.Array(Question, { maxItems: 40 }),
  situations: Type.Array(Situation, { minItems: 1, maxItems: 200 }),
});
export type Questionnaire = Static<typeof Questionnaire>;

/** A form of the version; `definition` is a FormDefinition of @tongban/form-model. */
export const ItemForm = Type.Object({
  key: LocalKey,
  name: line(100),
  definition: JsonObject,
  /** A filled example (示例样表) that the form itself accepts. */
  sampleData: Type.Optional(JsonObject),
});
export type ItemForm = Static<typeof ItemForm>;

/** What a department does for an item, as people call it. */
export const handlingRoleLabels = { acceptance: '受理', lead: '牵头审查', joint: '联合审查', decision: '决定', delegated: '受委托', entrusting: '委托机关' } as const;

/**
 * A department with its part in the item; `acceptance` receives the case, `decision` decides, `joint` reviews in parallel,
 * `entrusting` has entrusted its power to those who do (行政许可法第二十四条): notices and licences go out in its name.
 */
export const HandlingDepartment = Type.Object({
  organizationId: Id,
  name: line(100),
  role: Code(['acceptance', 'lead', 'joint', 'decision', 'delegated', 'entrusting'] as const),
});
export type HandlingDepartment = Static<typeof HandlingDepartment>;

/** How the item is handled online: on this platform, on another site (`url`), or only at a window. */
export const Handling = Type.Object({
  mode: Code(['platform', 'external', 'window'] as const),
  url: Type.Optional(Text(1000, { pattern: '^https?://' })),
  formKey: Type.Optional(LocalKey),
  /** BPMN process pinned by the version. */
  processKey: Type.Optional(Text(80)),
  processVersion: Type.Optional(Type.Integer({ minimum: 1 })),
  licenceTypeCode: Type.Optional(Text(40)),
  /** Notice kind → template code of kernel/documents, where the default template is not used. */
  noticeTemplates: Type.Optional(Type.Record(Text(40), Text(80))),
});

/**
 * 实施清单 (domain: ServiceItemImplementation): the whole content of one item version.
 * A draft may be incomplete; publishing an item handled on the platform requires the checks of `checkItemElements`.
 */
export const ItemElements = Type.Object({
  name: Text(200, { minLength: 1 }),
  /** 俗称 and search synonyms, e.g. 挖路审批. */
  aliases: Type.Array(line(60), { maxItems: 20 }),
  mainItemName: Type.Optional(Text(200)),
  summary: Type.Optional(Text(300)),
  /** 基本编码, 12 characters. */
  catalogCode: Type.Optional(Text(20)),
  localCatalogCode: Type.Optional(Text(40)),
  taskCode: Type.Optional(Text(36)),
  handlingItemCode: Type.Optional(Text(50)),
  localTaskCode: Text(100, { minLength: 1 }),
  /** `task-type`, two digits: 01 行政许可, 05 行政给付, 07 行政确认, 08 行政奖励, 09 行政裁决, 10 其他, 20 公共服务. */
  taskType: Text(2, { pattern: '^\\d{2}$' }),
  /** 12 digits. */
  regionCode: Text(12, { pattern: '^\\d{12}$' }),
  /** 乡镇（街道）, 村（社区）: 12 digits. */
  townCode: Type.Optional(Text(12, { pattern: '^\\d{12}$' })),
  villageCode: Type.Optional(Text(12, { pattern: '^\\d{12}$' })),
  /** 行使内容, 权限划分: what this level does of it and what the others do. */
  exerciseContent: Type.Optional(Text(2000)),
  authorityDivision: Type.Optional(Text(2000)),
  penalties: Type.Optional(Type.Array(Penalty, { maxItems: 50 })),
  levies: Type.Optional(Type.Array(Levy, { maxItems: 20 })),
  /** `exercise-level`. */
  exerciseLevel: Type.Optional(DictionaryCode),
  /** `power-source`. */
  powerSource: Type.Optional(DictionaryCode),
  /** 实施主体. */
  organizationId: Id,
  departmentName: Text(100, { minLength: 1 }),
  /** 实施主体性质, `organization-nature`. */
  departmentType: Type.Optional(DictionaryCode),
  /** 委托部门: whose power a 受委托组织 exercises. */
  entrustingDepartmentName: Type.Optional(Text(200)),
  /** 联办机构. */
  jointDepartmentNames: Type.Optional(Type.Array(line(200), { maxItems: 20 })),
  handlingDepartments: Type.Array(HandlingDepartment, { maxItems: 20 }),
  /** `service-object`, multiple. */
  serviceObjects: Type.Array(DictionaryCode, { maxItems: 9 }),
  audiences: Type.Array(Code(['person', 'company'] as const), { maxItems: 2 }),
  /** Whether an agent with a mandate may apply for the holder. */
  agentAllowed: Type.Boolean(),
  /** `project-type`: 1 即办件, 2 承诺件, 9 其他. */
  projectType: Type.Optional(DictionaryCode),
  legalBases: Type.Array(LegalBasis, { maxItems: 40 }),
  conditions: Type.Array(line(1000), { maxItems: 40 }),
  conditionPoints: Type.Optional(Type.Array(ConditionPoint, { maxItems: 100 })),
  materials: Type.Array(ApplicationMaterial, { maxItems: 100 }),
  /** 无需材料, said explicitly. */
  noMaterials: Type.Optional(Type.Boolean()),
  flowSteps: Type.Array(FlowStep, { maxItems: 20 }),
  legalLimit: Type.Optional(TimeLimit),
  promisedLimit: Type.Optional(TimeLimit),
  specialProcedures: Type.Array(SpecialProcedure, { maxItems: 20 }),
  charged: Type.Optional(Type.Boolean()),
  fees: Type.Array(Fee, { maxItems: 20 }),
  results: Type.Array(ItemResult, { maxItems: 10 }),
  quantityLimit: Type.Optional(Text(500)),
  intermediaryServices: Type.Optional(Text(500)),
  /** 到办事现场次数 and 必须现场原因. */
  visitCount: Type.Optional(Type.Integer({ minimum: 0, maximum: 9 })),
  visitReason: Type.Optional(Text(500)),
  /** `handling-form`: 1 窗口, 2 网上, 3 快递. */
  handlingForms: Type.Array(DictionaryCode, { maxItems: 9 }),
  /** `cross-region-scope`. */
  crossRegionScopes: Type.Array(DictionaryCode, { maxItems: 6 }),
  onlineAvailable: Type.Boolean(),
  /** `online-depth`, multiple. */
  onlineDepths: Type.Array(DictionaryCode, { maxItems: 9 }),
  /** `online-level`: 1–4, 4 = 全程网办. */
  onlineLevel: Type.Optional(DictionaryCode),
  /** 移动端办理地址. */
  mobileUrl: Type.Optional(Text(1000, { pattern: '^https?://' })),
  /** Whether the other site takes over who signed in here, on a computer and on a phone. */
  singleSignOn: Type.Optional(Type.Boolean()),
  mobileSingleSignOn: Type.Optional(Type.Boolean()),
  /** `person-topic`. */
  personTopics: Type.Array(DictionaryCode, { maxItems: 10 }),
  /** `company-topic`. */
  companyTopics: Type.Array(DictionaryCode, { maxItems: 10 }),
  /** 地方特色主题: `local-person-topic`, `local-company-topic`. */
  localPersonTopics: Type.Optional(Type.Array(DictionaryCode, { maxItems: 10 })),
  localCompanyTopics: Type.Optional(Type.Array(DictionaryCode, { maxItems: 10 })),
  /** 生命周期 (CAT-07): `person-life-stage`, `company-life-stage`. */
  personLifeStages: Type.Optional(Type.Array(DictionaryCode, { maxItems: 10 })),
  companyLifeStages: Type.Optional(Type.Array(DictionaryCode, { maxItems: 10 })),
  /** `item-tag`: 一证通办, 秒批秒办, 零材料, 自助终端 … */
  tags: Type.Array(DictionaryCode, { maxItems: 20 }),
  entersHall: Type.Optional(Type.Boolean()),
  appointmentAvailable: Type.Optional(Type.Boolean()),
  onlinePayment: Type.Optional(Type.Boolean()),
  expressDelivery: Type.Optional(Type.Boolean()),
  selfServiceTerminal: Type.Optional(Type.Boolean()),
  windows: Type.Array(ServiceWindow, { maxItems: 30 }),
  consultationTelephone: Type.Optional(Text(40)),
  supervisionTelephone: Type.Optional(Text(40)),
  reconsideration: Type.Optional(Text(500)),
  litigation: Type.Optional(Text(500)),
  rightsAndDuties: Type.Optional(Text(2000)),
  faqs: Type.Array(Faq, { maxItems: 50 }),
  questionnaire: Type.Optional(Questionnaire),
  forms: Type.Array(ItemForm, { maxItems: 20 }),
  handling: Handling,
  planEffectiveDate: Type.Optional(DateOnly),
  planCancelDate: Type.Optional(DateOnly),
});
export type ItemElements = Static<typeof ItemElements>;
