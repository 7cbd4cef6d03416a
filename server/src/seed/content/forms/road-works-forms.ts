import type { FormDefinition } from '@tongban/form-model';
import { companySample, companySection, declarationSection, note, options, row, section, standardDeclaration } from '../form-parts.ts';
import type { SeedForm } from '../seed-types.ts';

const excavation: FormDefinition = {
  formatVersion: 1, title: '挖掘城市道路申请表', parameters: ['traffic'],
  sections: [
    companySection('建设单位'),
    section('project', '工程情况', [
      row(
        { id: 'projectName', type: 'text', label: '工程名称', required: true, maxLength: 100 },
        { id: 'purpose', type: 'choice', label: '挖掘事由', required: true, options: options('供水管线', '排水管线', '燃气管线', '电力管线', '通信管线', '热力管线', '道路附属设施', '地质勘察') },
      ),
      row(
        { id: 'planningDocument', type: 'text', label: '规划批准文件文号', required: true, maxLength: 80, placeholder: '如：建字第511602202600012号' },
        { id: 'constructor', type: 'organization', label: '施工单位', required: true, codeRequired: true },
      ),
      row(
        { id: 'siteManager', type: 'personName', label: '现场负责人', required: true },
        { id: 'siteManagerMobile', type: 'mobile', label: '现场负责人电话', required: true, sensitive: true },
      ),
    ]),
    section('extent', '挖掘路段', [
      note('一条道路分段开挖的，每段填写一行；面积由系统按长乘宽计算。'),
      row({
        id: 'segments', type: 'table', label: '挖掘路段', required: true, minimumRows: 1, maximumRows: 50, rowName: '路段',
        columns: [
          { id: 'roadName', type: 'text', label: '道路名称及起止点', required: true, maxLength: 100, printWidth: 34 },
          { id: 'roadPart', type: 'choice', label: '部位', required: true, options: options('机动车道', '非机动车道', '人行道', '绿化带'), printWidth: 16 },
          { id: 'surface', type: 'choice', label: '路面', required: true, options: options('沥青', '水泥混凝土', '步砖', '石材', '土路面'), printWidth: 16 },
          { id: 'cutLength', type: 'number', label: '长', unit: '米', required: true, minimum: 0.1, maximum: 20000, decimals: 1, printWidth: 11 },
          { id: 'cutWidth', type: 'number', label: '宽', unit: '米', required: true, minimum: 0.1, maximum: 100, decimals: 1, printWidth: 11 },
          { id: 'area', type: 'number', label: '面积', unit: '平方米', decimals: 2, computed: 'cutLength * cutWidth', printWidth: 12 },
        ],
      }),
      row(
        { id: 'totalArea', type: 'number', label: '挖掘总面积', unit: '平方米', decimals: 2, computed: 'total(segments.area)' },
        { id: 'maximumDepth', type: 'number', label: '最大开挖深度', unit: '米', required: true, minimum: 0.1, maximum: 50, decimals: 1 },
      ),
      row(
        { id: 'period', type: 'dateRange', label: '计划施工期', required: true, minimum: 'today' },
        { id: 'restorer', type: 'choice', label: '路面修复方式', required: true, options: options('自行修复', '委托市政养护单位修复') },
      ),
    ]),
    section('traffic', '交通组织', [
      row({ id: 'closure', type: 'choice', label: '对通行的影响', required: true, options: options('不占用车道', '占用部分车道', '半幅封闭', '全幅封闭') }),
      row({ id: 'trafficMeasures', type: 'multiline', label: '交通疏导措施', required: true, maxLength: 1000, lines: 3, visibleWhen: 'closure != "不占用车道"' }),
      row({ id: 'detour', type: 'multiline', label: '绕行路线', required: true, maxLength: 500, lines: 2, visibleWhen: 'closure = "全幅封闭" or traffic = "full"' }),
    ]),
    section('protection', '地下管线保护', [
      row(
        { id: 'pipelinesNearby', type: 'boolean', label: '开挖范围内是否有地下管线', required: true, trueLabel: '有', falseLabel: '没有' },
        { id: 'protectionPlan', type: 'text', label: '保护措施', maxLength: 300, visibleWhen: 'pipelinesNearby = true', required: true },
      ),
    ]),
    declarationSection(`${standardDeclaration}施工期间设置明显标志和安全防围设施，竣工后及时清理现场并通知检查验收。`),
  ],
  checks: [
    { id: 'periodOrder', expression: 'period.start <= period.end', message: '开工日期应不晚于完工日期，请检查计划施工期。', fieldIds: ['period'] },
  ],
};

export const excavationForm: SeedForm = {
  key: 'excavation-application', name: '挖掘城市道路申请表', definition: excavation,
  sampleData: {
    ...companySample, projectName: '示范路供水管道改造工程', purpose: '供水管线', planningDocument: '建字第511602202600012号',
    constructor: { name: '广安示范建筑工程有限公司', creditCode: '91511602MA9X0002X3' }, siteManager: '赵强', siteManagerMobile: '13900000000',
    segments: [
      { roadName: '示范路（1号至35号）', roadPart: '非机动车道', surface: '沥青', cutLength: 180, cutWidth: 1.2 },
      { roadName: '示范路与和平巷路口', roadPart: '机动车道', surface: '沥青', cutLength: 14.5, cutWidth: 1.5 },
    ],
    maximumDepth: 1.8, period: { start: '2026-12-07', end: '2026-12-25' }, restorer: '委托市政养护单位修复', closure: '占用部分车道',
    trafficMeasures: '夜间22时至次日6时施工，保留双向各一条车道，安排两名交通引导员。', detour: '经和平路、友谊巷绕行，路口设置绕行标志。', pipelinesNearby: true,
    protectionPlan: '开挖前人工探沟，燃气管线两侧1米内人工开挖。', declared: true,
  },
};

const occupation: FormDefinition = {
  formatVersion: 1, title: '临时占用城市道路申请表',
  sections: [
    companySection(),
    section('occupation', '占用情况', [
      row(
        { id: 'purpose', type: 'choice', label: '占用事由', required: true, options: options('工程施工围挡', '设备吊装', '建筑物外墙维修', '公益活动', '其他施工作业') },
        { id: 'roadName', type: 'text', label: '道路名称及位置', required: true, maxLength: 120 },
      ),
      row({
        id: 'places', type: 'table', label: '占用部位', required: true, minimumRows: 1, maximumRows: 20, rowName: '部位',
        columns: [
          { id: 'roadPart', type: 'choice', label: '部位', required: true, options: options('机动车道', '非机动车道', '人行道'), printWidth: 30 },
          { id: 'placeLength', type: 'number', label: '长', unit: '米', required: true, minimum: 0.1, maximum: 5000, decimals: 1, printWidth: 20 },
          { id: 'placeWidth', type: 'number', label: '宽', unit: '米', required: true, minimum: 0.1, maximum: 100, decimals: 1, printWidth: 20 },
          { id: 'area', type: 'number', label: '面积', unit: '平方米', decimals: 2, computed: 'placeLength * placeWidth', printWidth: 30 },
        ],
      }),
      row(
        { id: 'totalArea', type: 'number', label: '占用总面积', unit: '平方米', decimals: 2, computed: 'total(places.area)' },
        { id: 'period', type: 'dateRange', label: '占用期限', required: true, minimum: 'today' },
      ),
      row({ id: 'pedestrianPassage', type: 'boolean', label: '占用后能否保留不小于1.5米的人行通道', required: true, trueLabel: '能', falseLabel: '不能' }),
      row({ id: 'passagePlan', type: 'multiline', label: '行人通行安排', required: true, maxLength: 500, lines: 2, visibleWhen: 'pedestrianPassage = false' }),
    ]),
    declarationSection(`${standardDeclaration}占用期满及时清理现场，恢复城市道路原状。`),
  ],
  checks: [
    { id: 'periodOrder', expression: 'period.start <= period.end', message: '占用开始日期应不晚于结束日期。', fieldIds: ['period'] },
  ],
};

export const occupationForm: SeedForm = {
  key: 'occupation-application', name: '临时占用城市道路申请表', definition: occupation,
  sampleData: {
    ...companySample, purpose: '建筑物外墙维修', roadName: '示范路8号门前人行道',
    places: [{ roadPart: '人行道', placeLength: 24, placeWidth: 2 }], period: { start: '2026-12-01', end: '2026-12-20' },
    pedestrianPassage: true, declared: true,
  },
};
