import type { FormDefinition } from '@tongban/form-model';
import { declarationSection, note, options, row, section, standardDeclaration } from '../form-parts.ts';
import type { SeedForm } from '../seed-types.ts';

const operator = section('operator', '食品经营者', [
  row(
    { id: 'operatorName', type: 'text', label: '经营者名称', required: true, maxLength: 100, dataElement: 'company.name' },
    { id: 'creditCode', type: 'creditCode', label: '统一社会信用代码', required: true, dataElement: 'company.creditCode' },
  ),
  row(
    { id: 'legalRepresentative', type: 'personName', label: '法定代表人（负责人）', required: true, dataElement: 'company.legalRepresentative' },
    { id: 'contactMobile', type: 'mobile', label: '联系电话', required: true, sensitive: true, dataElement: 'contact.mobile' },
  ),
  row({ id: 'businessAddress', type: 'text', label: '经营场所', required: true, maxLength: 200 }),
]);

const licence: FormDefinition = {
  formatVersion: 1, title: '食品经营许可申请书',
  sections: [
    operator,
    section('business', '经营事项', [
      row(
        { id: 'businessForm', type: 'choice', label: '主体业态', required: true, options: options('食品销售经营者', '餐饮服务经营者', '集中用餐单位食堂') },
        { id: 'premisesArea', type: 'number', label: '经营场所面积', unit: '平方米', required: true, minimum: 1, maximum: 100000, decimals: 1 },
      ),
      row({ id: 'saleProjects', type: 'choices', label: '食品销售项目', required: true, options: options('散装食品（含冷藏冷冻食品）', '散装食品（不含冷藏冷冻食品）'), visibleWhen: 'businessForm = "食品销售经营者"' }),
      row({ id: 'cateringProjects', type: 'choices', label: '餐饮服务项目', required: true, options: options('热食类食品制售', '冷食类食品制售', '生食类食品制售', '半成品制售', '自制饮品制售'), visibleWhen: 'businessForm != "食品销售经营者"' }),
      row(
        { id: 'kitchenArea', type: 'number', label: '食品处理区面积', unit: '平方米', required: true, minimum: 1, maximum: 10000, decimals: 1, visibleWhen: 'businessForm != "食品销售经营者"' },
        { id: 'kitchenShare', type: 'number', label: '食品处理区占比', unit: '%', decimals: 1, computed: 'if premisesArea > 0 then kitchenArea / premisesArea * 100 else null', visibleWhen: 'businessForm != "食品销售经营者"' },
      ),
      row({ id: 'dailyMeals', type: 'number', label: '最大供餐人数', unit: '人', required: true, minimum: 1, maximum: 100000, decimals: 0, visibleWhen: 'businessForm = "集中用餐单位食堂"' }),
      row({ id: 'onlineOperation', type: 'boolean', label: '是否通过网络经营', required: true, trueLabel: '是', falseLabel: '否' }),
      row({ id: 'onlineAddress', type: 'text', label: '网络平台名称或者网址', required: true, maxLength: 200, visibleWhen: 'onlineOperation = true' }),
    ]),
    section('staff', '食品安全管理', [
      note('至少填写一名食品安全管理人员；直接接触入口食品的人员须有有效的健康证明。'),
      row({
        id: 'employees', type: 'table', label: '从业人员', required: true, minimumRows: 1, maximumRows: 100, rowName: '人员',
        columns: [
          { id: 'employeeName', type: 'personName', label: '姓名', required: true, printWidth: 25 },
          { id: 'duty', type: 'choice', label: '职务', required: true, options: options('食品安全总监', '食品安全员', '厨师', '服务员', '仓库管理员'), printWidth: 25 },
          { id: 'directContact', type: 'boolean', label: '接触入口食品', required: true, trueLabel: '是', falseLabel: '否', printWidth: 20 },
          { id: 'healthCertificateUntil', type: 'date', label: '健康证明有效期至', minimum: 'today', requiredWhen: 'directContact = true', printWidth: 30 },
        ],
      }),
      row({ id: 'employeeCount', type: 'number', label: '从业人员合计', unit: '人', decimals: 0, computed: 'count(employees)' }),
    ]),
    declarationSection(`${standardDeclaration}经营场所、设备设施、人员和制度符合食品安全法的规定。`),
  ],
  checks: [
    { id: 'manager', expression: 'count(employees[duty = "食品安全员" or duty = "食品安全总监"]) > 0', message: '请至少填写一名食品安全员或者食品安全总监。', fieldIds: ['employees'] },
    { id: 'kitchenWithin', expression: 'kitchenArea = null or premisesArea = null or kitchenArea <= premisesArea', message: '食品处理区面积不应大于经营场所面积。', fieldIds: ['kitchenArea', 'premisesArea'] },
  ],
};

const operatorSample = {
  operatorName: '广安区示范小吃店', creditCode: '92511602MA9X000380', legalRepresentative: '李敏', contactMobile: '13800000000',
  businessAddress: '四川省广安市广安区示范路6号',
} as const;

export const foodLicenceForm: SeedForm = {
  key: 'food-licence-application', name: '食品经营许可申请书', definition: licence,
  sampleData: {
    ...operatorSample, businessForm: '餐饮服务经营者', premisesArea: 60, cateringProjects: ['热食类食品制售', '自制饮品制售'], kitchenArea: 18,
    onlineOperation: false,
    employees: [
      { employeeName: '李敏', duty: '食品安全员', directContact: false },
      { employeeName: '周平', duty: '厨师', directContact: true, healthCertificateUntil: '2027-08-01' },
    ],
    declared: true,
  },
};

const filing: FormDefinition = {
  formatVersion: 1, title: '仅销售预包装食品备案信息采集表',
  sections: [
    operator,
    section('business', '销售信息', [
      row(
        { id: 'salesModes', type: 'choices', label: '销售方式', required: true, options: options('批发', '零售', '自动设备销售', '网络销售') },
        { id: 'foodKinds', type: 'choices', label: '食品种类', required: true, options: options('预包装食品（含冷藏冷冻食品）', '预包装食品（不含冷藏冷冻食品）', '特殊食品') },
      ),
      row({ id: 'website', type: 'text', label: '网络销售平台或者网址', required: true, maxLength: 200, visibleWhen: 'list contains(salesModes, "网络销售")' }),
      row({
        id: 'machines', type: 'table', label: '自动销售设备', required: true, minimumRows: 1, maximumRows: 200, rowName: '设备', visibleWhen: 'list contains(salesModes, "自动设备销售")',
        columns: [
          { id: 'machineNumber', type: 'text', label: '设备编号', required: true, maxLength: 40, printWidth: 35 },
          { id: 'machineAddress', type: 'text', label: '放置地点', required: true, maxLength: 200, printWidth: 65 },
        ],
      }),
      row({ id: 'storageAddress', type: 'text', label: '仓库地址（没有的填“无”）', required: true, maxLength: 200 }),
    ]),
    declarationSection(`${standardDeclaration}只销售预包装食品；增加其他食品经营项目前依法取得许可。`),
  ],
};

export const foodFilingForm: SeedForm = {
  key: 'prepackaged-filing', name: '仅销售预包装食品备案信息采集表', definition: filing,
  sampleData: {
    ...operatorSample, operatorName: '广安区示范便利店', salesModes: ['零售', '自动设备销售'], foodKinds: ['预包装食品（含冷藏冷冻食品）'],
    machines: [{ machineNumber: 'ZD-001', machineAddress: '广安区人民医院门诊大厅' }], storageAddress: '无', declared: true,
  },
};
