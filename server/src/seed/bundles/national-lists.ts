import type { BundleEntry } from '../../modules/bundles/contract.ts';

const [market, labour, police, transport, housing] = ['市场监管部门', '人力资源社会保障部门', '公安部门', '交通运输部门', '住房城乡建设部门'];
const [civil, health, disabled, approval] = ['民政部门', '卫生健康部门', '残联', '行政审批部门'];

type Audience = BundleEntry['audience'];

function entry(code: string, batch: string | undefined, audience: Audience, name: string, lead: string, ...cooperating: string[]): BundleEntry {
  return { code, name, audience, leadDepartmentName: lead, cooperatingDepartmentNames: cooperating, ...(batch === undefined ? {} : { batch }) };
}

const first = '2024年度第一批';
const second2025 = '2025年度第二批';
const local = '地方特色';

/**
 * The catalogue of the demonstration city: the State Council's first list of 2024 (国发〔2024〕3号) in full, names of later
 * lists (国办发〔2025〕24号) as far as they are confirmed, and the district's own. A list whose batch is not confirmed says none;
 * the administrator completes it.
 */
export const bundleEntries: readonly BundleEntry[] = [
  entry('2024-1-01', first, 'company', '企业信息变更', market, '税务部门', labour, police, '住房公积金管理机构'),
  entry('2024-1-02', first, 'company', '开办运输企业', transport, market, police),
  entry('2024-1-03', first, 'company', '开办餐饮店', market, housing, '城市管理部门', '消防救援机构'),
  entry('2024-1-04', first, 'company', '水电气网联合报装', housing, '供水企业', '供电企业', '供气企业', '通信企业'),
  entry('2024-1-05', first, 'company', '信用修复', '发展改革部门', market, '税务部门'),
  entry('2024-1-06', first, 'company', '企业上市合法合规信息核查', '地方金融管理部门', market, '税务部门', labour),
  entry('2024-1-07', first, 'company', '企业破产信息核查', '人民法院', market, '税务部门', '自然资源部门', labour),
  entry('2024-1-08', first, 'company', '企业注销登记', market, '税务部门', labour, '海关', '商务部门'),
  entry('2024-1-09', first, 'person', '新生儿出生', health, police, labour, '医疗保障部门'),
  entry('2024-1-10', first, 'person', '教育入学', '教育部门', police, '自然资源部门', labour),
  entry('2024-1-11', first, 'person', '社会保障卡居民服务', labour, '医疗保障部门', transport, '文化和旅游部门'),
  entry('2024-1-12', first, 'person', '残疾人服务', disabled, civil, labour, '医疗保障部门'),
  entry('2024-1-13', first, 'person', '退休', labour, '医疗保障部门', '住房公积金管理机构', police),
  entry('2025-2-01', second2025, 'person', '征信信息查询', '中国人民银行', police),
  entry('2025-2-02', second2025, 'company', '纳税信用级别依授权查询', '税务部门', market),
  entry('GJ-01', undefined, 'company', '大件运输', transport, police),
  entry('GJ-02', undefined, 'person', '公民身后', civil, police, labour, '医疗保障部门', '住房公积金管理机构'),
  entry('GJ-03', undefined, 'company', '科技型企业创新政策扶持', '科技部门', '税务部门', market),
  entry('GJ-04', undefined, 'company', '知识产权保护', '知识产权部门', market, '人民法院'),
  entry('GJ-05', undefined, 'company', '举办体育赛事活动', '体育部门', police, health, market),
  entry('GJ-06', undefined, 'person', '育儿补贴申领', health, police, '财政部门'),
  entry('GJ-07', undefined, 'person', '灵活就业参保', labour, '税务部门', '医疗保障部门'),
  entry('GJ-08', undefined, 'person', '老年人福利补贴申请', civil, police, labour),
  entry('GA-01', local, 'company', '开办旅馆', police, approval, market, '消防救援机构'),
  entry('GA-02', local, 'company', '开办药店', market, labour, '医疗保障部门'),
  entry('GA-03', local, 'company', '开办诊所', approval, labour, '生态环境部门'),
  entry('GA-04', local, 'company', '城市道路占用挖掘', housing, police, '城市管理部门'),
  entry('GA-05', local, 'person', '困难群众救助', civil, disabled, '医疗保障部门'),
  entry('GA-06', local, 'company', '开办劳务派遣公司', labour, '城市管理部门'),
];
