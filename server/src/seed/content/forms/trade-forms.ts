import type { FormDefinition } from '@tongban/form-model';
import { companySample, companySection, declarationSection, note, options, row, section, standardDeclaration } from '../form-parts.ts';
import type { SeedForm } from '../seed-types.ts';

const hygiene: FormDefinition = {
  formatVersion: 1, title: '公共场所卫生许可申请表',
  sections: [
    companySection('经营者'),
    section('place', '公共场所', [
      row(
        { id: 'placeName', type: 'text', label: '场所名称', required: true, maxLength: 100 },
        { id: 'placeKind', type: 'choice', label: '场所类别', required: true, options: options('宾馆、旅店', '公共浴室', '理发店、美容店', '影剧院', '游艺厅、舞厅', '游泳场（馆）', '商场（店）', '候诊室') },
      ),
      row(
        { id: 'placeAddress', type: 'text', label: '场所地址', required: true, maxLength: 200 },
        { id: 'businessArea', type: 'number', label: '经营面积', unit: '平方米', required: true, minimum: 1, maximum: 1000000, decimals: 1 },
      ),
      row(
        { id: 'airConditioning', type: 'boolean', label: '是否使用集中空调通风系统', required: true, trueLabel: '是', falseLabel: '否' },
        { id: 'airCleaningDate', type: 'date', label: '最近一次清洗日期', required: true, maximum: 'today', visibleWhen: 'airConditioning = true' },
      ),
      row({ id: 'poolWater', type: 'number', label: '泳池总水量', unit: '立方米', required: true, minimum: 1, maximum: 100000, decimals: 1, visibleWhen: 'placeKind = "游泳场（馆）"' }),
    ]),
    section('staff', '从业人员', [
      note('直接为顾客服务的从业人员须持有效健康合格证明。'),
      row({
        id: 'employees', type: 'table', label: '从业人员', required: true, minimumRows: 1, maximumRows: 200, rowName: '人员',
        columns: [
          { id: 'employeeName', type: 'personName', label: '姓名', required: true, printWidth: 30 },
          { id: 'duty', type: 'choice', label: '岗位', required: true, options: options('卫生管理人员', '直接服务人员', '保洁消毒人员'), printWidth: 35 },
          { id: 'healthCertificateUntil', type: 'date', label: '健康合格证明有效期至', required: true, minimum: 'today', printWidth: 35 },
        ],
      }),
      row({ id: 'employeeCount', type: 'number', label: '从业人员合计', unit: '人', decimals: 0, computed: 'count(employees)' }),
    ]),
    declarationSection(standardDeclaration),
  ],
  checks: [{ id: 'hygieneManager', expression: 'count(employees[duty = "卫生管理人员"]) > 0', message: '请至少填写一名专（兼）职卫生管理人员。', fieldIds: ['employees'] }],
};

export const hygieneForm: SeedForm = {
  key: 'hygiene-application', name: '公共场所卫生许可申请表', definition: hygiene,
  sampleData: {
    ...companySample, companyName: '广安区示范宾馆', creditCode: '92511602MA9X000380', placeName: '示范宾馆', placeKind: '宾馆、旅店', placeAddress: '四川省广安市广安区示范路20号',
    businessArea: 860, airConditioning: true, airCleaningDate: '2026-09-10',
    employees: [
      { employeeName: '李敏', duty: '卫生管理人员', healthCertificateUntil: '2027-06-01' }, { employeeName: '周平', duty: '直接服务人员', healthCertificateUntil: '2027-06-01' },
    ], declared: true,
  },
};

const freight: FormDefinition = {
  formatVersion: 1, title: '道路货物运输经营许可申请表',
  sections: [
    companySection('申请人'),
    section('business', '经营范围', [
      row(
        { id: 'scope', type: 'choices', label: '申请的经营范围', required: true, options: options('道路普通货物运输', '货物专用运输（集装箱）', '货物专用运输（冷藏保鲜）', '货物专用运输（罐式）', '大型物件运输') },
        { id: 'parkingArea', type: 'number', label: '停车场地面积', unit: '平方米', required: true, minimum: 0, maximum: 1000000, decimals: 1 },
      ),
    ]),
    section('vehicles', '拟投入车辆', [
      row({
        id: 'vehicleList', type: 'table', label: '车辆', required: true, minimumRows: 1, maximumRows: 200, rowName: '车辆',
        columns: [
          { id: 'vehicleModel', type: 'text', label: '厂牌型号', required: true, maxLength: 60, printWidth: 28 },
          { id: 'quantity', type: 'number', label: '数量', required: true, minimum: 1, maximum: 1000, decimals: 0, printWidth: 14 },
          { id: 'grossMass', type: 'number', label: '总质量', unit: '千克', required: true, minimum: 4501, maximum: 500000, decimals: 0, printWidth: 20, help: '总质量4500千克及以下的普通货运车辆不需要许可。' },
          { id: 'ratedLoad', type: 'number', label: '核定载质量', unit: '千克', required: true, minimum: 1, maximum: 300000, decimals: 0, printWidth: 20 },
          { id: 'technicalGrade', type: 'choice', label: '检测结论', required: true, options: options('合格', '未检测（新车）'), printWidth: 18 },
        ],
        checks: [{ id: 'loadBelowMass', expression: 'ratedLoad < grossMass', message: '核定载质量应小于总质量，请核对行驶证。', fieldIds: ['ratedLoad'] }],
      }),
      row({ id: 'vehicleTotal', type: 'number', label: '车辆总数', unit: '辆', decimals: 0, computed: 'total(vehicleList.quantity)' }),
    ]),
    section('drivers', '驾驶人员', [
      row({
        id: 'driverList', type: 'table', label: '驾驶人员', required: true, minimumRows: 1, maximumRows: 200, rowName: '人员',
        columns: [
          { id: 'driverName', type: 'personName', label: '姓名', required: true, printWidth: 25 },
          { id: 'licenceClass', type: 'choice', label: '准驾车型', required: true, options: options('A1', 'A2', 'B1', 'B2', 'C1'), printWidth: 20 },
          { id: 'qualificationNumber', type: 'text', label: '从业资格证号', required: true, maxLength: 30, printWidth: 55 },
        ],
      }),
    ]),
    declarationSection(`${standardDeclaration}在许可机关规定的期限内投入车辆。`),
  ],
};

export const freightForm: SeedForm = {
  key: 'freight-application', name: '道路货物运输经营许可申请表', definition: freight,
  sampleData: {
    ...companySample, companyName: '广安示范物流有限公司', creditCode: '91511602MA9X0002X3', scope: ['道路普通货物运输'], parkingArea: 800,
    vehicleList: [{ vehicleModel: '重型仓栅式货车', quantity: 3, grossMass: 31000, ratedLoad: 18000, technicalGrade: '合格' }],
    driverList: [{ driverName: '赵强', licenceClass: 'A2', qualificationNumber: '5116021234567890' }], declared: true,
  },
};

const fireworks: FormDefinition = {
  formatVersion: 1, title: '烟花爆竹经营（零售）许可申请表',
  sections: [
    companySection('零售经营者'),
    section('shop', '零售场所', [
      row(
        { id: 'shopAddress', type: 'text', label: '经营场所地址', required: true, maxLength: 200 },
        { id: 'shopKind', type: 'choice', label: '销售形式', required: true, options: options('专店', '专柜') },
      ),
      row(
        { id: 'shopArea', type: 'number', label: '经营场所面积', unit: '平方米', required: true, minimum: 1, maximum: 1000, decimals: 1 },
        { id: 'counterArea', type: 'number', label: '专柜面积', unit: '平方米', required: true, minimum: 1, maximum: 200, decimals: 1, visibleWhen: 'shopKind = "专柜"' },
      ),
      row(
        { id: 'storageLimit', type: 'number', label: '申请存放量', unit: '箱', required: true, minimum: 1, maximum: 300, decimals: 0 },
        { id: 'salePeriod', type: 'dateRange', label: '经营期限', required: true, minimum: 'today' },
      ),
      row({ id: 'kinds', type: 'choices', label: '烟花爆竹种类', required: true, options: options('爆竹类（C级）', '喷花类（D级）', '玩具类（D级）', '吐珠类（C级）') }),
      row({
        id: 'equipment', type: 'table', label: '消防器材', required: true, minimumRows: 1, maximumRows: 20, rowName: '器材',
        columns: [
          { id: 'equipmentName', type: 'choice', label: '名称', required: true, options: options('干粉灭火器', '消防水桶', '消防沙箱', '消火栓'), printWidth: 60 },
          { id: 'quantity', type: 'number', label: '数量', required: true, minimum: 1, maximum: 100, decimals: 0, printWidth: 40 },
        ],
      }),
      row({ id: 'equipmentTotal', type: 'number', label: '消防器材合计', unit: '件', decimals: 0, computed: 'total(equipment.quantity)' }),
    ]),
    declarationSection(`${standardDeclaration}只从许可的批发企业采购，不销售超过许可种类和存放量的烟花爆竹。`),
  ],
  checks: [{ id: 'enoughEquipment', expression: 'equipmentTotal >= 4', message: '消防器材不应少于4件，请补充配备。', fieldIds: ['equipment'] }],
};

export const fireworksForm: SeedForm = {
  key: 'fireworks-application', name: '烟花爆竹经营（零售）许可申请表', definition: fireworks,
  sampleData: {
    ...companySample, companyName: '广安区示范副食店', creditCode: '92511602MA9X000380', shopAddress: '四川省广安市广安区和平路7号', shopKind: '专店', shopArea: 18, storageLimit: 50,
    salePeriod: { start: '2026-12-20', end: '2027-03-10' }, kinds: ['爆竹类（C级）', '喷花类（D级）'],
    equipment: [{ equipmentName: '干粉灭火器', quantity: 4 }, { equipmentName: '消防水桶', quantity: 2 }], declared: true,
  },
};
