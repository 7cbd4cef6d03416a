import { conditionRules } from './condition-rules.ts';

/** Rules of items where documents need a person's eye: they advise the applicant or the officer. */
export const assistedRules = [
  conditionRules({
    code: 'elderly-allowance-form', name: '高龄津贴预审', department: '区民政局', legalBasis: '《中华人民共和国老年人权益保障法》第三十三条', inputs: { 年龄: 'integer', 户籍地: 'text' },
    columns: ['年龄', ['starts with(户籍地, "511602")', '户籍在广安区', 'boolean']], wrong: [[['< 80', '-'], '未满80周岁'], [['-', 'false'], '户籍不在广安区']],
    good: { 年龄: 80, 户籍地: '511602000000' }, bad: [['差一岁', { 年龄: 79 }, ['未满80周岁']], ['外区户籍', { 户籍地: '511603000000' }, ['户籍不在广安区']]],
  }),
  conditionRules({
    code: 'disabled-allowance-form', name: '残疾人两项补贴预审', department: '区民政局', legalBasis: '《国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见》第二部分', inputs: { 申请补贴: 'text', 残疾等级: 'text' }, columns: ['申请补贴', '残疾等级'],
    wrong: [[['"nursing", "both"', '"三级", "四级"'], '残疾等级为三级、四级的不能申请护理补贴']], good: { 申请补贴: 'nursing', 残疾等级: '二级' },
    bad: [['三级申请护理补贴', { 残疾等级: '三级' }, ['残疾等级为三级、四级的不能申请护理补贴']]],
  }),
  conditionRules({
    code: 'unemployment-benefit-form', name: '失业保险金预审', department: '区人社局', legalBasis: '《中华人民共和国社会保险法》第四十五条、第五十一条', inputs: { 年龄: 'integer', 持失业登记: 'boolean' }, columns: ['年龄', '持失业登记'],
    wrong: [[['< 16', '-'], '未满16周岁'], [['-', 'false'], '还没有失业登记，请先办理失业登记', '第四十五条第三项']], good: { 年龄: 35, 持失业登记: true }, bad: [['没有登记', { 持失业登记: false }, ['还没有失业登记，请先办理失业登记']]],
  }),
  conditionRules({
    code: 'flexible-insurance-form', name: '灵活就业参保预审', department: '区人社局', legalBasis: '《中华人民共和国社会保险法》第五十八条', inputs: { 年龄: 'integer' }, columns: ['年龄'],
    wrong: [[['< 16'], '未满16周岁'], [['>= 60'], '已到退休年龄，须核对累计缴费年限']], good: { 年龄: 35 }, bad: [['六十岁', { 年龄: 60 }, ['已到退休年龄，须核对累计缴费年限']]],
  }),
  conditionRules({
    code: 'social-card-form', name: '社会保障卡申领预审', department: '区人社局', legalBasis: '《中华人民共和国社会保险法》第五十八条', inputs: { 年龄: 'integer', 为谁办理: 'text' }, columns: ['年龄', '为谁办理'],
    wrong: [[['< 16', '"self"'], '未满16周岁的由监护人代为申领']], good: { 年龄: 16, 为谁办理: 'self' }, bad: [['十五岁本人申领', { 年龄: 15 }, ['未满16周岁的由监护人代为申领']]],
  }),
  conditionRules({
    code: 'hard-to-employ-form', name: '就业困难人员认定预审', department: '区人社局', legalBasis: '《中华人民共和国就业促进法》第五十二条', inputs: { 人员类别: 'text', 年龄: 'integer', 性别: 'text' }, columns: ['人员类别', '年龄', '性别'],
    wrong: [[['"older"', '< 40', '"女"'], '女性未满40周岁，不属于大龄失业人员'], [['"older"', '< 50', '"男"'], '男性未满50周岁，不属于大龄失业人员']], good: { 人员类别: 'older', 年龄: 50, 性别: '男' },
    bad: [['四十九岁的男性', { 年龄: 49 }, ['男性未满50周岁，不属于大龄失业人员']], ['三十九岁的女性', { 年龄: 39, 性别: '女' }, ['女性未满40周岁，不属于大龄失业人员']]],
  }),
  conditionRules({
    code: 'employment-agency-form', name: '人力资源服务许可预审', department: '区人社局', legalBasis: '《中华人民共和国就业促进法》第四十条', inputs: { 专职人员: 'integer', 场所面积: 'number' }, columns: ['专职人员', '场所面积'],
    wrong: [[['< 3', '-'], '专职工作人员不足3人'], [['-', '<= 0'], '没有固定场所', '就业促进法第四十条第二项']], good: { 专职人员: 3, 场所面积: 50 }, bad: [['只有两人', { 专职人员: 2 }, ['专职工作人员不足3人']]],
  }),
  conditionRules({
    code: 'association-form', name: '社会团体成立登记预审', department: '区民政局', legalBasis: '《社会团体登记管理条例》第十条', inputs: { 个人会员: 'integer', 单位会员: 'integer', 活动资金: 'integer' },
    columns: [['(单位会员 >= 30 and 个人会员 = 0) or 个人会员 + 单位会员 >= 50', '会员达到法定人数', 'boolean'], ['活动资金', '活动资金（分）', 'integer']],
    wrong: [[['false', '-'], '会员数不足', '第十条第一款第一项'], [['-', '< 3000000'], '活动资金不足3万元', '第十条第一款第五项']], good: { 个人会员: 0, 单位会员: 30, 活动资金: 3_000_000 },
    bad: [['少一家会员', { 单位会员: 29 }, ['会员数不足']], ['差一分', { 活动资金: 2_999_999 }, ['活动资金不足3万元']]],
  }),
  conditionRules({
    code: 'labour-dispatch-form', name: '劳务派遣经营许可预审', department: '区人社局', legalBasis: '《中华人民共和国劳动合同法》第五十七条', inputs: { 实缴注册资本: 'integer', 场所面积: 'number' }, columns: [['实缴注册资本', '实缴注册资本（分）', 'integer'], '场所面积'],
    wrong: [[['< 200000000', '-'], '实缴注册资本少于人民币二百万元', '第五十七条第一项'], [['-', '<= 0'], '没有固定的经营场所', '第五十七条第二项']], good: { 实缴注册资本: 200_000_000, 场所面积: 80 }, bad: [['差一分', { 实缴注册资本: 199_999_999 }, ['实缴注册资本少于人民币二百万元']]],
  }),
  conditionRules({
    code: 'nurse-registration-form', name: '护士执业注册预审', department: '区行政审批局', legalBasis: '《护士条例》第七条', inputs: { 年龄: 'integer', 实习月数: 'integer' }, columns: ['年龄', '实习月数'],
    wrong: [[['< 18', '-'], '未满18周岁', '第七条第一项'], [['-', '< 8'], '临床实习不足8个月', '第七条第二项']], good: { 年龄: 22, 实习月数: 8 }, bad: [['实习七个月', { 实习月数: 7 }, ['临床实习不足8个月']]],
  }),
];
