import type { FormDefinition } from '@tongban/form-model';
import { companySample, companySection, declarationSection, note, options, row, section, standardDeclaration } from '../form-parts.ts';
import type { SeedForm } from '../seed-types.ts';

const drainage: FormDefinition = {
  formatVersion: 1, title: '城镇污水排入排水管网许可申请表',
  sections: [
    companySection('排水户'),
    section('site', '排水地点', [
      row(
        { id: 'siteAddress', type: 'text', label: '排水地址', required: true, maxLength: 200 },
        { id: 'industry', type: 'choice', label: '行业类别', required: true, options: options('工业', '建筑', '餐饮', '医疗', '洗车', '美容美发洗浴', '宾馆酒店', '科研实验') },
      ),
      row(
        { id: 'keyUser', type: 'boolean', label: '是否列入重点排污单位名录', required: true, trueLabel: '是', falseLabel: '否' },
        { id: 'rainSewageSeparated', type: 'boolean', label: '内部管网是否雨污分流', required: true, trueLabel: '是', falseLabel: '否' },
      ),
      row({ id: 'mixedExplanation', type: 'multiline', label: '未分流的原因和整改期限', required: true, maxLength: 500, lines: 2, visibleWhen: 'rainSewageSeparated = false' }),
    ]),
    section('outlets', '排水口', [
      note('每个接入市政管网的排水口填写一行，日排水总量由系统合计。'),
      row({
        id: 'outletList', type: 'table', label: '排水口', required: true, minimumRows: 1, maximumRows: 30, rowName: '排水口',
        columns: [
          { id: 'position', type: 'text', label: '位置（道路、检查井编号）', required: true, maxLength: 100, printWidth: 34 },
          { id: 'water', type: 'choice', label: '排水种类', required: true, options: options('生活污水', '生产废水', '施工降水', '医疗污水'), printWidth: 18 },
          { id: 'pipeDiameter', type: 'number', label: '管径', unit: '毫米', required: true, minimum: 50, maximum: 3000, decimals: 0, printWidth: 16 },
          { id: 'dailyVolume', type: 'number', label: '日排水量', unit: '立方米', required: true, minimum: 0, maximum: 100000, decimals: 1, printWidth: 16 },
          { id: 'treated', type: 'choice', label: '预处理设施', required: true, options: options('隔油池', '沉淀池', '化粪池', '污水处理站', '无'), printWidth: 16 },
        ],
      }),
      row({ id: 'totalVolume', type: 'number', label: '日排水总量', unit: '立方米', decimals: 1, computed: 'total(outletList.dailyVolume)' }),
    ]),
    declarationSection(`${standardDeclaration}按照许可的种类、数量、时限排放，不向雨水管道排放污水。`),
  ],
  checks: [
    { id: 'medicalTreated', expression: 'count(outletList[water = "医疗污水" and treated = "无"]) = 0', message: '医疗污水须经预处理后排放，请填写预处理设施。', fieldIds: ['outletList'] },
  ],
};

export const drainageForm: SeedForm = {
  key: 'drainage-application', name: '城镇污水排入排水管网许可申请表', definition: drainage,
  sampleData: {
    ...companySample, companyName: '广安示范餐饮管理有限公司', creditCode: '91511602MA9X0002X3', siteAddress: '四川省广安市广安区示范路18号', industry: '餐饮',
    keyUser: false, rainSewageSeparated: true,
    outletList: [{ position: '示范路W-12检查井', water: '生活污水', pipeDiameter: 200, dailyVolume: 6.5, treated: '隔油池' }], declared: true,
  },
};

const waste: FormDefinition = {
  formatVersion: 1, title: '城市建筑垃圾处置核准申请表',
  sections: [
    companySection(),
    section('project', '产生建筑垃圾的工程', [
      row(
        { id: 'projectName', type: 'text', label: '工程名称', required: true, maxLength: 100 },
        { id: 'siteAddress', type: 'text', label: '工程地址', required: true, maxLength: 200 },
      ),
      row(
        { id: 'wasteKinds', type: 'choices', label: '种类', required: true, options: options('工程渣土', '工程泥浆', '工程垃圾', '拆除垃圾', '装修垃圾') },
        { id: 'period', type: 'dateRange', label: '处置期限', required: true, minimum: 'today' },
      ),
    ]),
    section('transport', '运输车辆', [
      row({
        id: 'vehicles', type: 'table', label: '运输车辆', required: true, minimumRows: 1, maximumRows: 100, rowName: '车辆',
        columns: [
          { id: 'plate', type: 'text', label: '号牌', required: true, maxLength: 10, pattern: '[\\u4e00-\\u9fa5][A-Z][A-Z0-9]{5,6}', patternMessage: '请填写完整的机动车号牌，如川X12345。', printWidth: 25 },
          { id: 'capacity', type: 'number', label: '核定载质量', unit: '吨', required: true, minimum: 0.1, maximum: 100, decimals: 2, printWidth: 25 },
          { id: 'tripsPerDay', type: 'number', label: '日运次数', required: true, minimum: 1, maximum: 50, decimals: 0, printWidth: 25 },
          { id: 'dailyTonnage', type: 'number', label: '日运量', unit: '吨', decimals: 2, computed: 'capacity * tripsPerDay', printWidth: 25 },
        ],
      }),
      row(
        { id: 'dailyTotal', type: 'number', label: '日运总量', unit: '吨', decimals: 2, computed: 'total(vehicles.dailyTonnage)' },
        { id: 'wasteVolume', type: 'number', label: '处置总量', unit: '吨', required: true, minimum: 1, maximum: 10000000, decimals: 0 },
      ),
      row({ id: 'route', type: 'multiline', label: '运输路线', required: true, maxLength: 500, lines: 2 }),
    ]),
    section('disposal', '消纳', [
      row(
        { id: 'disposalSite', type: 'text', label: '消纳场所名称和地址', required: true, maxLength: 200 },
        { id: 'reuse', type: 'boolean', label: '是否资源化利用', required: true, trueLabel: '是', falseLabel: '否' },
      ),
      row({ id: 'reusePlan', type: 'multiline', label: '资源化利用方案', required: true, maxLength: 500, lines: 2, visibleWhen: 'reuse = true' }),
    ]),
    declarationSection(`${standardDeclaration}运输车辆密闭，按照核准的路线、时间运输，不沿途丢弃、遗撒。`),
  ],
};

export const wasteForm: SeedForm = {
  key: 'waste-application', name: '城市建筑垃圾处置核准申请表', definition: waste,
  sampleData: {
    ...companySample, projectName: '示范小区基坑工程', siteAddress: '四川省广安市广安区和平路5号', wasteKinds: ['工程渣土'],
    period: { start: '2026-12-01', end: '2027-01-20' }, vehicles: [{ plate: '川X12345', capacity: 15.5, tripsPerDay: 6 }], wasteVolume: 4000,
    route: '和平路—环城路—消纳场，22时至次日5时。', disposalSite: '广安区示范建筑垃圾消纳场', reuse: false, declared: true,
  },
};

const advertising: FormDefinition = {
  formatVersion: 1, title: '大型户外广告设置申请表',
  sections: [
    companySection(),
    section('board', '设置情况', [
      row(
        { id: 'siteAddress', type: 'text', label: '设置地点', required: true, maxLength: 200 },
        { id: 'carrier', type: 'choice', label: '载体', required: true, options: options('建筑物外墙', '建筑物楼顶', '独立立柱', '公交候车亭', '工地围挡') },
      ),
      row({
        id: 'boards', type: 'table', label: '广告设施', required: true, minimumRows: 1, maximumRows: 20, rowName: '设施',
        columns: [
          { id: 'boardKind', type: 'choice', label: '形式', required: true, options: options('喷绘', '灯箱', '电子显示屏', '三面翻'), printWidth: 25 },
          { id: 'boardWidth', type: 'number', label: '宽', unit: '米', required: true, minimum: 0.1, maximum: 200, decimals: 2, printWidth: 25 },
          { id: 'boardHeight', type: 'number', label: '高', unit: '米', required: true, minimum: 0.1, maximum: 100, decimals: 2, printWidth: 25 },
          { id: 'area', type: 'number', label: '面积', unit: '平方米', decimals: 2, computed: 'boardWidth * boardHeight', printWidth: 25 },
        ],
      }),
      row(
        { id: 'totalArea', type: 'number', label: '总面积', unit: '平方米', decimals: 2, computed: 'total(boards.area)' },
        { id: 'period', type: 'dateRange', label: '设置期限', required: true, minimum: 'today' },
      ),
      row({ id: 'publicWelfare', type: 'boolean', label: '是否为公益广告', required: true, trueLabel: '是', falseLabel: '否' }),
    ]),
    declarationSection(`${standardDeclaration}定期维修、油饰，到期自行拆除。`),
  ],
};

export const advertisingForm: SeedForm = {
  key: 'advertising-application', name: '大型户外广告设置申请表', definition: advertising,
  sampleData: {
    ...companySample, companyName: '广安示范文化传播有限公司', creditCode: '91511602MA9X00046X', siteAddress: '四川省广安市广安区示范路2号综合楼东立面', carrier: '建筑物外墙',
    boards: [{ boardKind: '灯箱', boardWidth: 8, boardHeight: 4 }], period: { start: '2026-12-10', end: '2028-12-09' }, publicWelfare: false, declared: true,
  },
};
