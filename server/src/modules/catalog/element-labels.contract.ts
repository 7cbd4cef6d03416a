import type { ItemElements } from './elements.contract.ts';

/** Code of an element: its property of `ItemElements`. */
export type ElementName = keyof ItemElements;

/** How an element is filled: one line, a longer text, a list of lines, one code or several of `dictionary`, … entries of a list of its own. */
export type ElementKind =
  | 'line' | 'text' | 'lines' | 'code' | 'codes' | 'yes-no' | 'number' | 'date' | 'limit' | 'entries' | 'organization' | 'document';

/** The parts of the form in which a version is filled, in its order. */
export const elementGroups = {
  basic: '基本信息', bases: '设定依据', powers: '行使内容与裁量', conditions: '受理条件', materials: '申请材料', flow: '办理流程', limits: '时限',
  special: '特别程序', fees: '收费', results: '结果', online: '网办与到场', topics: '主题与标签', windows: '窗口与电话', remedies: '救济与权利义务',
  faqs: '常见问题', guidance: '情形', handling: '办理方式',
} as const;
export type ElementGroup = keyof typeof elementGroups;

/** What people see of an element: its name, where it stands in the form, and what its definition asks for. */
export interface ElementInfo {
  readonly label: string;
  readonly group: ElementGroup;
  readonly kind: ElementKind;
  readonly help: string;
  /** Code list of a `code` or `codes`. */
  readonly dictionary?: string;
}

const info = (label: string, group: ElementGroup, kind: ElementKind, help: string): ElementInfo => ({ label, group, kind, help });
const code = (label: string, group: ElementGroup, dictionary: string, help: string): ElementInfo => ({ label, group, kind: 'code', dictionary, help });
const codes = (label: string, group: ElementGroup, dictionary: string, help: string): ElementInfo => ({ label, group, kind: 'codes', dictionary, help });

/**
 * Every element of an implementation list (domain: 实施清单要素), in the order in which a guide shows them: the only place
 * that names them. The help says what the element's definition asks for, so that a clerk needs no manual.
 */
export const elementInfo: Readonly<Record<ElementName, ElementInfo>> = {
  name: info('事项名称', 'basic', 'line', '与国家或省基本目录中的事项（子项）名称一致，不加本地区、本部门的字样。'),
  aliases: info('俗称', 'basic', 'lines', '群众常用的叫法，每行一个。检索时与正式名称同样有效，如“挖路审批”。'),
  mainItemName: info('主项名称', 'basic', 'line', '事项是子项时，填写所属主项的名称；没有主项的不填。'),
  summary: info('简介', 'basic', 'text', '用一两句话说明这个事项办什么、什么人需要办，显示在指南标题下方。'),
  catalogCode: info('基本编码', 'basic', 'line', '基本目录中的编码，12 位：区划 2 位、事项类型 2 位、业务指导部门 2 位、主项 3 位、子项 3 位。'),
  localCatalogCode: info('地方基本编码', 'basic', 'line', '省、市基本目录自编的编码；没有的不填。'),
  taskCode: info('实施编码', 'basic', 'line', '31 位：实施主体统一社会信用代码 18 位、行使层级 1 位、基本编码 12 位。'),
  handlingItemCode: info('业务办理项编码', 'basic', 'line', '33 位：实施编码加两位序号（01 至 99）。不是业务办理项的不填。'),
  localTaskCode: info('地方实施编码', 'basic', 'line', '本省政务服务网使用的编码，新建后不能修改。'),
  taskType: code('事项类型', 'basic', 'task-type', '行政权力按法定类型填写；依申请提供的便民服务填公共服务。'),
  regionCode: info('行政区划', 'basic', 'line', '实施主体所在行政区划的 12 位代码。'),
  townCode: info('乡镇（街道）代码', 'basic', 'line', '由乡镇、街道实施的，填写 12 位区划代码。'),
  villageCode: info('村（社区）代码', 'basic', 'line', '由村、社区实施的，填写 12 位区划代码。'),
  exerciseLevel: code('行使层级', 'basic', 'exercise-level', '依法由哪一级行使。'),
  exerciseContent: info('行使内容', 'powers', 'text', '同一事项由多级行使时，写明本级行使的具体内容，如受理的对象、额度或范围。'),
  authorityDivision: info('权限划分', 'powers', 'text', '写明各级之间如何划分权限，以及划分的依据。'),
  penalties: info('处罚的行为、种类和幅度', 'powers', 'entries', '行政处罚事项填写：每种违法行为对应的处罚种类和裁量幅度。'),
  levies: info('征收种类和减免', 'powers', 'entries', '行政征收事项填写：征收的种类，是否涉及减免；可以减免的写明依据。'),
  powerSource: code('权力来源', 'basic', 'power-source', '法定本级行使，还是由上级或同级下放、授权、委托而来。'),
  organizationId: info('实施主体标识', 'basic', 'organization', '平台内实施主体的编号，选择实施主体时自动填写。'),
  departmentName: info('实施主体', 'basic', 'line', '行使该事项的机关或组织，用“三定”规定或登记的全称。'),
  departmentType: code('实施主体性质', 'basic', 'organization-nature', '法定机关、法律法规授权的组织或受委托的组织。'),
  entrustingDepartmentName: info('委托部门', 'basic', 'line', '实施主体是受委托组织的，填写委托它的机关全称。'),
  jointDepartmentNames: info('联办机构', 'basic', 'lines', '与实施主体共同办理的机构全称，每行一个；没有的不填。'),
  handlingDepartments: info('办理部门', 'handling', 'entries', '在本平台办理时参与的部门：受理、牵头、联审、决定、受委托。'),
  serviceObjects: codes('服务对象', 'basic', 'service-object', '可以申请这个事项的对象，可多选；应与主题分类一致。'),
  audiences: info('面向人群', 'topics', 'codes', '在门户的“个人”“法人”哪一栏展示，应与服务对象一致。'),
  agentAllowed: info('是否可代办', 'handling', 'yes-no', '申请人是否可以授权他人代为申请。'),
  projectType: code('办件类型', 'basic', 'project-type', '收到申请后当场办结的为即办件；在承诺时限内办结的为承诺件。'),
  legalBases: info('设定依据', 'bases', 'entries', '直接设定该事项的法律、法规、规章或文件，逐条填写名称、文号、条款号和条款原文。'),
  conditions: info('受理条件', 'conditions', 'lines', '申请人应当满足的条件，一条一行；不写“其他条件”“等”之类的兜底表述。'),
  conditionPoints: info('受理条件的审查要点', 'conditions', 'entries', '没有材料能证明的条件，写明看什么、查什么登记信息来核对，由哪一步核对；能由材料证明的，写在那份材料的审查要点里。'),
  materials: info('申请材料', 'materials', 'entries', '申请人需要提交的全部材料，名称、份数、来源和受理标准写全；能用电子证照的不要求再交。'),
  noMaterials: info('无需材料', 'materials', 'yes-no', '确实不需要任何材料时选“是”，此时材料清单应为空。'),
  flowSteps: info('办理流程', 'flow', 'entries', '从申请到送达的步骤；行政许可至少包含受理、审核、审批、办结、送达。'),
  legalLimit: info('法定办结时限', 'limits', 'limit', '法律、法规规定的办结时间；没有规定的，行政许可为自受理之日起 20 个工作日。'),
  promisedLimit: info('承诺办结时限', 'limits', 'limit', '对外承诺的办结时间，不得长于法定时限；当场办结填 0。'),
  specialProcedures: info('特别程序', 'special', 'entries', '依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审等，所需时间不计入时限。'),
  charged: info('是否收费', 'fees', 'yes-no', '办理本事项是否向申请人收取费用。'),
  fees: info('收费项目', 'fees', 'entries', '收费的填写项目名称、标准、依据以及能否减免；不收费的不填。'),
  results: info('审批结果', 'results', 'entries', '办结后发给申请人的证照、批文或其他文书；没有文书的选择“无”。'),
  quantityLimit: info('数量限制', 'powers', 'text', '有数量限制的，写明限额、公布的数量和方式；没有的不填。'),
  intermediaryServices: info('中介服务', 'materials', 'text', '办理前须由中介机构出具报告、证明的，写明名称和依据；没有的不填。'),
  visitCount: info('到办事现场次数', 'online', 'number', '申请人从申请到取得结果最多需要到现场几次，0 表示不用到现场。'),
  visitReason: info('必须现场办理原因', 'online', 'text', '需要到现场的，写明为什么不能在网上完成；到现场 0 次的填“无”。'),
  handlingForms: codes('办理形式', 'online', 'handling-form', '申请人可以通过哪些途径办理，可多选；应与能否网办一致。'),
  crossRegionScopes: codes('通办范围', 'online', 'cross-region-scope', '申请人可以在哪些范围内异地提交申请，可多选。'),
  onlineAvailable: info('是否网办', 'online', 'yes-no', '能否在网上提交申请。'),
  onlineDepths: codes('网上办理深度', 'online', 'online-depth', '网上可以办到哪一步，可多选。'),
  onlineLevel: code('网办等级', 'online', 'online-level', '全程网办的，到办事现场次数应为 0。'),
  mobileUrl: info('移动端办理地址', 'online', 'line', '手机上办理的网址，以 https:// 开头；在本平台办理的不填。'),
  singleSignOn: info('电脑端单点登录', 'online', 'yes-no', '从本平台跳转到办理网站时，是否不用再次登录。'),
  mobileSingleSignOn: info('移动端单点登录', 'online', 'yes-no', '从手机跳转到办理页面时，是否不用再次登录。'),
  personTopics: codes('个人主题', 'topics', 'person-topic', '服务对象包含自然人的，选择个人主题分类，可多选。'),
  companyTopics: codes('法人主题', 'topics', 'company-topic', '服务对象包含法人的，选择法人主题分类，可多选。'),
  localPersonTopics: codes('地方特色个人主题', 'topics', 'local-person-topic', '本地自设的个人主题，可多选；没有的不填。'),
  localCompanyTopics: codes('地方特色法人主题', 'topics', 'local-company-topic', '本地自设的法人主题，可多选；没有的不填。'),
  personLifeStages: codes('个人生命周期', 'topics', 'person-life-stage', '个人在人生的哪个阶段会办这个事项，可多选。'),
  companyLifeStages: codes('企业生命周期', 'topics', 'company-life-stage', '企业在经营的哪个阶段会办这个事项，可多选。'),
  tags: codes('标签', 'topics', 'item-tag', '办理特点和通办清单，如一证通办、秒批秒办、川渝通办；据此形成清单。'),
  entersHall: info('是否进驻政务大厅', 'windows', 'yes-no', '是否在政务服务大厅设窗口办理。'),
  appointmentAvailable: info('是否支持预约', 'online', 'yes-no', '能否预约到窗口办理的时间。'),
  onlinePayment: info('是否支持网上支付', 'fees', 'yes-no', '收费的能否在网上缴纳；不收费的选“否”。'),
  expressDelivery: info('是否支持快递', 'online', 'yes-no', '材料或结果能否用快递寄送。'),
  selfServiceTerminal: info('是否支持自助终端', 'online', 'yes-no', '能否在自助终端上办理。'),
  windows: info('办理窗口', 'windows', 'entries', '可以去办理的窗口：名称、地址、电话、办公时间、交通指引。'),
  consultationTelephone: info('咨询电话', 'windows', 'line', '带区号，如 0826-1234567；应与监督投诉电话不同。'),
  supervisionTelephone: info('监督投诉电话', 'windows', 'line', '带区号，如 0826-1234567；应与咨询电话不同。'),
  reconsideration: info('行政复议', 'remedies', 'text', '受理行政复议的机关名称、地址和电话。'),
  litigation: info('行政诉讼', 'remedies', 'text', '受理行政诉讼的法院名称、地址和电话。'),
  rightsAndDuties: info('权利义务', 'remedies', 'text', '申请人依法享有的权利和应当履行的义务。'),
  faqs: info('常见问题', 'faqs', 'entries', '申请人常问的问题和回答；行政许可至少一个。'),
  questionnaire: info('情形引导', 'guidance', 'document', '用问答确定申请人的情形；没有差别的配置一个通用情形。'),
  forms: info('表单', 'handling', 'document', '在线填写的申请表及其示例。'),
  handling: info('办理方式', 'handling', 'document', '在本平台、其他网站还是窗口办理，以及使用的表单、流程和证照。'),
  planEffectiveDate: info('计划生效日期', 'basic', 'date', '审核通过后到这一天自动发布；不填则由发布人员手动发布。'),
  planCancelDate: info('计划取消日期', 'basic', 'date', '到这一天自动取消；不填则长期有效。'),
};

/** Every element in its order. */
export const elementNames: readonly ElementName[] = Object.keys(elementInfo).filter(isElementName);

/** Whether a text names an element. */
export function isElementName(text: string): text is ElementName {
  return Object.hasOwn(elementInfo, text);
}

/** The elements of one group, in their order. */
export function elementsOf(group: ElementGroup): ElementName[] {
  return elementNames.filter((name) => elementInfo[name].group === group);
}

/** Labels of elements for a list of names, each once: a department's id goes by the department. */
export function elementLabels(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => elementLabel(name === 'organizationId' ? 'departmentName' : name)))];
}

/** Chinese name of the element that a path such as `materials.plan.name` belongs to; the path itself when there is none. */
export function elementLabel(path: string): string {
  const [name = ''] = path.split('.');
  return isElementName(name) ? elementInfo[name].label : path;
}
