import { conditionRules } from './condition-rules.ts';

const labour = '区人社局';
const market = '区市监局';
const employmentLaw = '《中华人民共和国就业促进法》第三十五条；《中华人民共和国劳动法》第十五条';
const tooYoung = '未满16周岁';

/** Rules of the items that the platform decides by itself. */
export const automaticRules = [
  conditionRules({
    code: 'employment-record', name: '就业登记条件', department: labour, legalBasis: employmentLaw, inputs: { 年龄: 'integer', 就业形式: 'text' }, columns: ['年龄', '就业形式'],
    wrong: [[['< 16', '-'], tooYoung, '劳动法第十五条'], [['>= 60', '"单位就业"'], '已到退休年龄，须核对是否已经领取养老金']],
    good: { 年龄: 30, 就业形式: '灵活就业' }, bad: [['生日前一天', { 年龄: 15 }, [tooYoung]], ['超龄在单位就业', { 年龄: 61, 就业形式: '单位就业' }, ['已到退休年龄，须核对是否已经领取养老金']]],
  }),
  conditionRules({
    code: 'unemployment-record', name: '失业登记条件', department: labour, legalBasis: '《中华人民共和国社会保险法》第五十条', inputs: { 年龄: 'integer', 从业情况: 'text', 求职要求: 'text' }, columns: ['年龄', '从业情况', '求职要求'],
    wrong: [[['< 16', '-', '-'], tooYoung], [['>= 60', '-', '-'], '已到退休年龄'], [['-', '"有"', '-'], '正在从事有收入的工作'], [['-', '-', '"暂时不找工作"'], '没有求职要求']],
    good: { 年龄: 30, 从业情况: '没有', 求职要求: '希望就业' },
    bad: [['正在工作', { 从业情况: '有' }, ['正在从事有收入的工作']], ['不找工作', { 求职要求: '暂时不找工作' }, ['没有求职要求']], ['未成年又在工作', { 年龄: 15, 从业情况: '有' }, [tooYoung, '正在从事有收入的工作']]],
  }),
  conditionRules({
    code: 'job-seeker-record', name: '求职登记条件', department: labour, legalBasis: employmentLaw, inputs: { 年龄: 'integer' }, columns: ['年龄'],
    wrong: [[['< 16'], tooYoung, '劳动法第十五条']], good: { 年龄: 16 }, bad: [['十六岁生日前', { 年龄: 15 }, [tooYoung]]],
  }),
  conditionRules({
    code: 'rights-notice', name: '权益记录单送达登记条件', department: labour, legalBasis: '《中华人民共和国社会保险法》第七十四条', inputs: { 本人申请: 'boolean', 参保地: 'text' }, columns: ['本人申请', '参保地'],
    wrong: [[['false', '-'], '不是本人登记'], [['-', '"其他地方"'], '参保地不在广安区，请向参保地登记']], good: { 本人申请: true, 参保地: '广安区' },
    bad: [['他人代办', { 本人申请: false }, ['不是本人登记']], ['外地参保', { 参保地: '其他地方' }, ['参保地不在广安区，请向参保地登记']]],
  }),
  conditionRules({
    code: 'business-suspension', name: '歇业备案条件', department: market, legalBasis: '《市场主体登记管理条例》第三十条', inputs: { 歇业原因: 'text', 歇业月数: 'integer', 与职工协商: 'text' }, columns: ['歇业原因', '歇业月数', '与职工协商'],
    wrong: [[['"其他原因"', '-', '-'], '歇业原因不在法定范围内，须人工核实', '第三十条第一款'], [['-', '> 36', '-'], '歇业期限超过3年', '第三十条第四款'], [['-', '< 1', '-'], '没有填写歇业月数'], [['-', '-', '"还没有协商"'], '还没有与职工协商劳动关系处理等事项', '第三十条第二款']],
    good: { 歇业原因: '自然灾害', 歇业月数: 36, 与职工协商: '没有职工' },
    bad: [['超过三年', { 歇业月数: 37 }, ['歇业期限超过3年']], ['没有协商', { 与职工协商: '还没有协商' }, ['还没有与职工协商劳动关系处理等事项']], ['其他原因', { 歇业原因: '其他原因' }, ['歇业原因不在法定范围内，须人工核实']]],
  }),
  conditionRules({
    code: 'liaison-filing', name: '登记联络员条件', department: market, legalBasis: '《市场主体登记管理条例》第九条', inputs: { 联络员证件号码: 'text', 申请日期: 'date' },
    columns: [['age(birthDateOf(联络员证件号码), 申请日期)', '联络员周岁', 'integer']], wrong: [[['< 18'], '联络员未满18周岁', '民法典第十七条、第十八条']],
    good: { 联络员证件号码: '511602199208080036', 申请日期: '2026-11-20' }, bad: [['未成年联络员', { 申请日期: '2010-08-07' }, ['联络员未满18周岁']]],
  }),
  conditionRules({
    code: 'name-declaration', name: '企业名称申报比对', department: market, legalBasis: '《企业名称登记管理规定》第十二条、第十六条', inputs: { 企业名称: 'text' },
    columns: [['contains(企业名称, "中国") or contains(企业名称, "中华") or contains(企业名称, "中央") or contains(企业名称, "全国") or contains(企业名称, "国家")', '冠以国字头', 'boolean'], ['string length(企业名称)', '字数', 'integer']],
    wrong: [[['true', '-'], '名称含中国、全国等字词，须从严审核', '第十二条'], [['-', '< 6'], '名称不完整，缺少字号、行业或者组织形式']],
    good: { 企业名称: '广安启航养老服务有限公司' }, bad: [['国字头', { 企业名称: '中国启航养老服务有限公司' }, ['名称含中国、全国等字词，须从严审核']], ['名称太短', { 企业名称: '启航公司' }, ['名称不完整，缺少字号、行业或者组织形式']]],
  }),
  conditionRules({
    code: 'licence-replacement', name: '营业执照补领条件', department: market, legalBasis: '《市场主体登记管理条例》第三十七条', inputs: { 声明作废: 'text' }, columns: ['声明作废'],
    wrong: [[['"还没有声明"'], '还没有通过国家企业信用信息公示系统声明作废', '第三十七条第二款']], good: { 声明作废: '已经公示声明' }, bad: [['没有声明', { 声明作废: '还没有声明' }, ['还没有通过国家企业信用信息公示系统声明作废']]],
  }),
  conditionRules({
    code: 'elderly-card', name: '老年人优待证条件', department: '区民政局', legalBasis: '《中华人民共和国老年人权益保障法》第二条、第五十三条', inputs: { 年龄: 'integer' }, columns: ['年龄'],
    wrong: [[['< 60'], '未满60周岁', '老年人权益保障法第二条']], good: { 年龄: 60 }, bad: [['生日前一天', { 年龄: 59 }, ['未满60周岁']]],
  }),
  conditionRules({
    code: 'residence-endorsement', name: '居住证签注条件', department: '区公安分局', legalBasis: '《居住证暂行条例》第十条', inputs: { 持有居住证: 'boolean', 居住地址: 'text', 连续居住: 'text', 材料免交: 'boolean' }, columns: ['持有居住证', '居住地址', '连续居住', '材料免交'],
    wrong: [[['false', '-', '-', '-'], '没有找到有效的居住证'], [['-', '"已经变化"', '-', '-'], '居住地址已经变化，须核对新地址'], [['-', '-', '"曾经离开"', '-'], '没有连续居住'], [['-', '-', '-', 'false'], '上传了居住证件，须人工查看']],
    good: { 持有居住证: true, 居住地址: '没有变化', 连续居住: '连续居住', 材料免交: true },
    bad: [['没有居住证', { 持有居住证: false }, ['没有找到有效的居住证']], ['搬家', { 居住地址: '已经变化' }, ['居住地址已经变化，须核对新地址']]],
  }),
];
