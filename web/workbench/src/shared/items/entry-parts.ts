import { handlingRoleLabels, type ElementName, type ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';

/** One part of an entry and how it is filled. */
export interface EntryPart {
  readonly name: string;
  readonly label: string;
  readonly kind: 'line' | 'text' | 'number' | 'yes-no' | 'code' | 'codes' | 'choice' | 'choices' | 'organization' | 'standard-material' | 'licence-type' | 'licence-types' | 'file' | 'points' | 'sample' | 'condition' | 'item-form';
  readonly dictionary?: string;
  readonly choices?: readonly (readonly [value: string, label: string])[];
  /** Takes the whole width. */
  readonly wide?: boolean;
  readonly optional?: boolean;
  readonly help?: string;
  /** Largest number. */
  readonly most?: number;
}

/** A list of entries: what each has, and an empty one to begin with. */
export interface EntryList {
  readonly entry: string;
  readonly parts: readonly EntryPart[];
  readonly empty: (key: string, elements: ItemElements) => Record<string, unknown>;
}

const line = (name: string, label: string, more: Partial<EntryPart> = {}): EntryPart => ({ name, label, kind: 'line', ...more });
const area = (name: string, label: string, more: Partial<EntryPart> = {}): EntryPart => ({ name, label, kind: 'text', wide: true, ...more });
const code = (name: string, label: string, dictionary: string): EntryPart => ({ name, label, kind: 'code', dictionary });
const units = [['working-day', '工作日'], ['calendar-day', '自然日']] as const;
const formats = ['pdf', 'jpg', 'png', 'ofd', 'docx', 'xlsx', 'zip'].map((format) => [format, format] as const);

const material: EntryList = {
  entry: '材料',
  parts: [
    line('name', '材料名称', { wide: true }), { name: 'standardCode', label: '标准材料', kind: 'standard-material', optional: true, help: '对应材料库，样表、审查要点随之而来。' },
    code('type', '材料类型', 'material-type'), code('form', '材料形式', 'material-form'), code('necessity', '必要性', 'material-necessity'),
    { name: 'formKey', label: '由表单生成', kind: 'item-form', optional: true, help: '申请人填好这份表单就有了这份材料，不用上传。' },
    code('source', '来源渠道', 'material-source'), line('issuingAuthority', '出具机构', { optional: true, help: '政府部门核发的填写核发机关。' }),
    line('sourceExplanation', '来源说明', { optional: true }), { name: 'originals', label: '原件份数', kind: 'number', most: 99 },
    { name: 'copies', label: '复印件份数', kind: 'number', most: 99 }, line('pageFormat', '纸质规格', { optional: true, help: '如 A4。' }),
    { name: 'fileTypes', label: '可上传的格式', kind: 'choices', choices: formats }, { name: 'maxFiles', label: '最多文件数', kind: 'number', most: 50 },
    { name: 'replacedByLicenceTypes', label: '可由证照替代', kind: 'licence-types', wide: true, help: '申请人有这些电子证照的，不再提交这份材料。' },
    area('fillingInstructions', '填报须知', { optional: true }), area('acceptanceStandard', '受理标准', { help: '写明怎样算合格，不写“符合要求”。' }),
    line('basis', '依据', { optional: true, wide: true }), { name: 'blankFormFileId', label: '空白表格', kind: 'file', optional: true },
    { name: 'sample', label: '示例样表', kind: 'sample', optional: true }, { name: 'when', label: '适用情形', kind: 'condition', wide: true, optional: true },
    { name: 'reviewPoints', label: '审查要点', kind: 'points', wide: true },
  ],
  empty: (key) => ({
    key, name: '', type: '3', form: '3', necessity: '1', source: '10', originals: 1, copies: 0, acceptanceStandard: '', replacedByLicenceTypes: [],
    fileTypes: ['pdf', 'jpg', 'png', 'ofd'], maxFiles: 5, reviewPoints: [],
  }),
};

const handlingRoles = Object.entries(handlingRoleLabels);

/** How the entries of each list element are filled. */
export const entryLists: Partial<Record<ElementName, EntryList>> = {
  legalBases: {
    entry: '依据',
    parts: [
      line('lawName', '法律名称', { help: '不加书名号。' }), line('documentNumber', '文号', { optional: true }), line('clauseNumber', '条款号', { help: '如“第三十三条”。' }),
      area('clauseContent', '条款内容', { help: '照录原文，不作概括。' }),
    ],
    empty: () => ({ lawName: '', clauseNumber: '', clauseContent: '' }),
  },
  materials: material,
  flowSteps: {
    entry: '步骤',
    parts: [line('name', '步骤名称'), { name: 'days', label: '时限（工作日）', kind: 'number', optional: true, most: 400 }, line('responsible', '责任人或岗位', { optional: true }), area('content', '步骤内容')],
    empty: () => ({ name: '', content: '' }),
  },
  specialProcedures: {
    entry: '特别程序',
    parts: [
      line('name', '名称'), code('kind', '种类', 'special-procedure'), { name: 'days', label: '天数', kind: 'number', most: 365 },
      { name: 'unit', label: '单位', kind: 'choice', choices: units }, line('departmentName', '实施部门', { optional: true }), line('basis', '依据', { wide: true }),
    ],
    empty: (key) => ({ key, name: '', kind: 'site-inspection', days: 1, unit: 'working-day', basis: '' }),
  },
  fees: {
    entry: '收费项目',
    parts: [line('name', '项目名称'), { name: 'reducible', label: '能否减免', kind: 'yes-no' }, area('standard', '收费标准'), area('basis', '收费依据'), area('reductionBasis', '减免依据', { optional: true })],
    empty: () => ({ name: '', standard: '', basis: '', reducible: false }),
  },
  results: {
    entry: '结果',
    parts: [
      line('name', '结果名称'), code('type', '结果类型', 'result-type'), { name: 'licenceTypeCode', label: '证照类型', kind: 'licence-type', optional: true },
      { name: 'licenceStage', label: '与证照的关系', kind: 'code', dictionary: 'licence-stage', optional: true, help: '不选按核发。' }, line('validity', '有效期', { optional: true }),
      area('sample', '样本说明', { optional: true }), { name: 'sampleFileId', label: '结果样本', kind: 'file', optional: true },
    ],
    empty: () => ({ name: '', type: '10' }),
  },
  windows: {
    entry: '窗口',
    parts: [line('name', '窗口名称'), line('telephone', '电话', { help: '带区号。' }), line('address', '地址', { wide: true }), line('openingHours', '办公时间', { wide: true }), line('directions', '交通指引', { wide: true, optional: true })],
    empty: () => ({ name: '', telephone: '', address: '', openingHours: '' }),
  },
  faqs: { entry: '问答', parts: [line('question', '问题', { wide: true }), area('answer', '回答')], empty: () => ({ question: '', answer: '' }) },
  handlingDepartments: {
    entry: '部门',
    parts: [{ name: 'organizationId', label: '部门', kind: 'organization', wide: true }, { name: 'role', label: '分工', kind: 'choice', choices: handlingRoles }],
    empty: (_key, { organizationId, departmentName }) => ({ organizationId, name: departmentName, role: 'acceptance' }),
  },
  penalties: {
    entry: '违法行为',
    parts: [area('behaviour', '违法行为'), { name: 'kinds', label: '处罚种类', kind: 'codes', dictionary: 'penalty-kind', wide: true }, area('range', '处罚幅度')],
    empty: () => ({ behaviour: '', kinds: [], range: '' }),
  },
  levies: {
    entry: '征收项目',
    parts: [line('kind', '征收种类'), { name: 'reducible', label: '是否涉及减免', kind: 'yes-no' }, area('reductionBasis', '减免依据', { optional: true })],
    empty: () => ({ kind: '', reducible: false }),
  },
};
