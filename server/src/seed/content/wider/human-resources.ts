import { businessLicence, identityDocument } from '../item-parts.ts';
import type { SeedItem } from '../seed-types.ts';
import { ask, certificate, column, composeItem, field, given, law, paper, part, way } from './compose-item.ts';

const department = '区人社局';
const insuranceLaw = (clause: string, text: string) => law('中华人民共和国社会保险法', clause, text, '2018年12月29日修正');
const promotionLaw = (clause: string, text: string) => law('中华人民共和国就业促进法', clause, text, '2015年4月24日修正');

const agency = composeItem({
  key: 'employment-agency', department, window: 'A08', name: '人力资源服务（职业中介活动）许可', aliases: ['职业中介许可', '人力资源许可证', '劳务中介'], taskType: '01', audience: 'company', topics: ['002', '006'], stages: ['market-access'],
  summary: '经营性人力资源服务机构从事职业中介活动的，开业前取得许可。',
  bases: [law('人力资源市场暂行条例', '第十八条第一款', '经营性人力资源服务机构从事职业中介活动的，应当依法向人力资源社会保障行政部门申请行政许可，取得人力资源服务许可证。', '国务院令第700号'),
    promotionLaw('第四十条', '设立职业中介机构应当具备下列条件：（一）有明确的章程和管理制度；（二）有开展业务必备的固定场所、办公设施和一定数额的开办资金；（三）有一定数量具备相应职业资格的专职工作人员；（四）法律、法规规定的其他条件。')],
  conditions: ['已经登记，取得营业执照。', '有明确的章程和管理制度，有固定场所、办公设施和开办资金。', '有3名以上专职工作人员。'],
  form: { title: '人力资源服务许可申请表', points: ['专职人员人数和场所面积与材料一致。'],
    sections: [part('agency', '服务情况', [field.text('siteAddress', '服务场所地址', 200), field.number('siteArea', '场所面积', '平方米', 50_000, 1)], [field.number('staffCount', '专职工作人员', '人', 10_000), field.many('scope', '服务范围', '为劳动者介绍用人单位', '为用人单位推荐劳动者', '组织职业招聘洽谈会', '开展网络招聘')])],
    sample: { siteAddress: '四川省广安市广安区洪州大道20号', siteArea: 80, staffCount: 5, scope: ['为劳动者介绍用人单位', '为用人单位推荐劳动者'] },
    checks: [{ id: 'staffEnough', expression: 'staffCount >= 3', message: '专职工作人员不少于3人，请核对。', fieldIds: ['staffCount'] }] },
  materials: [businessLicence(), paper('rules', '章程和管理制度', '含服务台账、信息发布审查和投诉处理制度。', '制度覆盖申请的服务范围。'),
    paper('staff', '专职工作人员名单和劳动合同', '3人以上，合同在有效期内。', '人员与社会保险参保记录一致。'),
    paper('premises', '服务场所使用权证明', '房产证或者租赁合同。', '地址与申请表一致。', { when: given({ way: ['ordinary'] }) }),
    paper('promise', '告知承诺书', '法定代表人签字，加盖公章。', '承诺的事项与告知书一致。', { when: given({ way: ['promise'] }), type: '2', sample: { kind: 'text', text: '本单位已知晓许可条件，承诺符合并在取得许可后2个月内接受核查。法定代表人：______' } })],
  questions: [ask('way', '选择哪种办理方式？', { promise: '告知承诺，当场取证、事后核查', ordinary: '一般程序，先审查后取证' }, { help: '两年内没有虚假承诺记录的可以选择告知承诺。' }), ask('online', '开展网络招聘吗？', { yes: '开展', no: '不开展' })],
  situations: [way('promise', '告知承诺办理', { way: ['promise'] }), way('ordinary-online', '一般程序，含网络招聘', { way: ['ordinary'], online: ['yes'] }, ['须有电信业务经营许可证或者网站备案。']), way('ordinary', '一般程序', { way: ['ordinary'], online: ['no'] })],
  days: { legal: 20, promised: 5, basis: '人力资源市场暂行条例第十九条' }, review: '审查章程、人员和场所，承诺办理的在2个月内核查。', result: { name: '人力资源服务许可证', type: '10', licence: 'employment-agency-licence', validity: '5年', sample: '载明机构名称、地址、服务范围和有效期。' },
  faqs: [['只做人力资源培训要许可吗？', '不要。开展培训、咨询、测评的，自开展业务之日起15日内备案。']],
});

const school = composeItem({
  key: 'vocational-school', department, window: 'A09', name: '民办职业培训学校设立审批', aliases: ['办培训学校', '职业技能培训办学许可'], taskType: '01', audience: 'company', topics: ['002', '023'], stages: ['market-access'],
  summary: '举办以职业技能为主的民办培训学校，取得民办学校办学许可证。',
  bases: [law('中华人民共和国民办教育促进法', '第十二条', '举办实施学历教育、学前教育、自学考试助学及其他文化教育的民办学校，由县级以上人民政府教育行政部门按照国家规定的权限审批；举办实施以职业技能为主的职业资格培训、职业技能培训的民办学校，由县级以上人民政府人力资源社会保障行政部门按照国家规定的权限审批，并抄送同级教育行政部门备案。', '2018年12月29日修正')],
  conditions: ['举办者有政治权利和完全民事行为能力，或者是具有法人资格的社会组织。', '有章程、培养计划、专职教师和与规模相当的场地。'],
  form: { title: '民办职业培训学校设立申请表', points: ['培训职业和等级与师资、设备相当。'],
    sections: [part('school', '学校情况', [field.text('schoolName', '学校名称'), field.text('schoolAddress', '办学地址', 200)], [field.number('campusArea', '办学场地面积', '平方米', 100_000, 1), field.number('pupils', '计划培训规模', '人/年', 100_000)], [field.pick('nature', '法人类型', '营利性', '非营利性')],
      [{ id: 'trades', type: 'table', label: '培训职业', required: true, minimumRows: 1, maximumRows: 20, rowName: '职业', columns: [column(field.text('trade', '职业（工种）', 60), 50), column(field.pick('grade', '最高等级', '初级', '中级', '高级'), 25), column(field.number('teachers', '专职教师', '人', 500), 25)] }])],
    sample: { schoolName: '广安区启航职业培训学校', schoolAddress: '四川省广安市广安区滨河路8号', campusArea: 600, pupils: 800, nature: '营利性', trades: [{ trade: '养老护理员', grade: '中级', teachers: 4 }] } },
  materials: [businessLicence({ key: 'founder-licence', name: '举办者主体资格证明' }), paper('charter', '学校章程', '载明宗旨、决策机构和终止事由。', '决策机构组成合法。'), paper('teachers', '教师和管理人员名册及资格证书', '每个职业至少2名专职教师。', '教师专业与培训职业对应。'),
    paper('premises', '场地使用权证明和消防文书', '租赁合同期限不少于3年。', '消防文书覆盖办学楼层。'), paper('assets', '开办资金和设备清单', '载明金额、设备名称和数量。', '设备能满足每班实训。')],
  questions: [ask('stage', '学校办到哪一步了？', { prepare: '还在筹备，先申请筹设', ready: '条件齐全，直接申请设立' }), ask('level', '培训到什么等级？', { middle: '初级、中级', high: '含高级' })],
  situations: [way('prepare', '申请筹设', { stage: ['prepare'] }, ['自受理之日起30日内答复；筹设期不超过3年，筹设期内不得招生。']), way('middle', '设立，初级和中级', { stage: ['ready'], level: ['middle'] }), way('high', '设立，含高级', { stage: ['ready'], level: ['high'] }, ['含高级的须组织专家实地评议。'], { flags: ['site-inspection'] })],
  days: { legal: 60, promised: 20, basis: '民办教育促进法第十七条：受理之日起三个月，折合60个工作日' }, review: '审查章程、师资和场地，组织实地评议。', result: { name: '民办学校办学许可证', type: '10', licence: 'vocational-school-licence', validity: '3年', sample: '载明学校名称、地址、培训职业和有效期。' },
  faqs: [['学校名称能带“四川”吗？', '冠省名的由省人力资源社会保障厅审批。']],
});

const workingHours = composeItem({
  key: 'special-working-hours', department, window: 'A09', name: '企业实行不定时工作制和综合计算工时工作制审批', aliases: ['特殊工时审批', '不定时工作制', '综合工时'], taskType: '01', audience: 'company', topics: ['006'], stages: ['employing'],
  summary: '因生产特点不能实行标准工时的企业，对特定岗位申请特殊工时制度。',
  bases: [law('中华人民共和国劳动法', '第三十九条', '企业因生产特点不能实行本法第三十六条、第三十八条规定的，经劳动行政部门批准，可以实行其他工作和休息办法。', '2018年12月29日修正')],
  conditions: ['岗位因生产特点不能实行每日8小时、每周至少休息一日的制度。', '方案经与工会或者职工代表协商。'],
  form: { title: '特殊工时制度申请表', points: ['岗位在允许实行的范围内。', '综合计算周期内平均工时不超过法定标准。'],
    sections: [part('posts', '申请的岗位', [{ id: 'posts', type: 'table', label: '岗位', required: true, minimumRows: 1, maximumRows: 50, rowName: '岗位', columns: [column(field.text('postName', '岗位名称', 60), 40), column(field.pick('system', '工时制度', '不定时工作制', '综合计算工时（月）', '综合计算工时（季）', '综合计算工时（年）'), 35), column(field.number('people', '人数', '人', 50_000), 25)] }], [{ id: 'peopleTotal', type: 'number', label: '涉及人数', unit: '人', decimals: 0, computed: 'total(posts.people)' }, field.period('validPeriod', '申请的实行期限')])],
    sample: { posts: [{ postName: '外勤销售员', system: '不定时工作制', people: 12 }], validPeriod: { start: '2027-01-01', end: '2028-12-31' } } },
  materials: [businessLicence(), paper('plan', '工作和休息安排方案', '写明岗位、人数、周期、休息办法。', '集中工作后有集中休息或者轮休安排。'), paper('agreed', '工会或者职工代表意见', '工会盖章，或者职工代表签字。', '涉及岗位的职工代表参加了协商。', { when: given({ before: ['first'] }) }),
    certificate('previous', '上一期批复', '人力资源社会保障部门', '距到期不足3个月。', '岗位和人数没有扩大。', { when: given({ before: ['renewal'] }) })],
  questions: [ask('system', '申请哪一种工时制度？', { flexible: '不定时工作制', aggregate: '综合计算工时工作制', both: '两种都有' }), ask('before', '以前批准过吗？', { first: '第一次申请', renewal: '批准过，现在延续' })],
  situations: [way('flexible', '不定时工作制', { system: ['flexible'] }), way('aggregate', '综合计算工时工作制', { system: ['aggregate', 'both'] }, ['加班按综合计算周期核算。'])],
  days: { legal: 20, promised: 7, basis: '行政许可法第四十二条' }, review: '审查岗位特点和协商情况，可以到现场核实。', result: { name: '企业实行不定时工作制和综合计算工时工作制决定书', type: '20', validity: '1至3年', sample: '载明岗位、人数、工时制度和实行期限。' },
  faqs: [['批准综合计算工时后还算加班吗？', '算。综合计算周期内超过法定标准工作时间的部分，按规定支付延长工作时间的工资报酬。']],
});

const unemploymentBenefit = composeItem({
  key: 'unemployment-benefit', department, window: 'A10', name: '失业保险金申领', aliases: ['失业金', '领失业金', '失业补助'], taskType: '20', audience: 'person', topics: ['016', '006'], stages: ['employment'],
  summary: '缴费满一年、非因本人意愿中断就业并有求职要求的人员按月申领。',
  bases: [insuranceLaw('第四十五条', '失业人员符合下列条件的，从失业保险基金中领取失业保险金：（一）失业前用人单位和本人已经缴纳失业保险费满一年的；（二）非因本人意愿中断就业的；（三）已经进行失业登记，并有求职要求的。')],
  conditions: ['失业前用人单位和本人缴纳失业保险费满1年。', '非因本人意愿中断就业。', '已经失业登记，有求职要求。'],
  form: { title: '失业保险金申领表', points: ['停保原因与解除劳动关系的证明一致。'],
    sections: [part('job', '失业情况', [field.text('lastEmployer', '最后参保单位'), field.date('endedOn', '离职日期', { maximum: 'today' })], [field.pick('reason', '离职原因', '劳动合同期满终止', '单位提出解除', '协商一致由单位提出', '单位破产、关闭', '单位违法，本人解除'), field.text('bankAccount', '社会保障卡银行账号', 25)])],
    sample: { lastEmployer: '广安示范电子有限公司', endedOn: '2026-10-31', reason: '劳动合同期满终止', bankAccount: '6217000000000000001' } },
  materials: [identityDocument('id-card', '身份证或者社会保障卡'), paper('ended-proof', '解除或者终止劳动关系的证明', '写明时间和原因。', '原因属于非本人意愿。', { when: given({ insured: ['elsewhere'] }) })],
  questions: [ask('reason', '为什么离职？', { employer: '合同到期、单位辞退、单位关闭', quit: '本人主动辞职' }), ask('insured', '失业保险在哪里交的？', { local: '广安', elsewhere: '外地，想转到广安领取' }, { when: given({ reason: ['employer'] }) })],
  situations: [way('local', '在本地参保的', { reason: ['employer'], insured: ['local'] }, ['系统自动核对停保信息，不用交证明。']), way('elsewhere', '转到本地领取的', { reason: ['employer'], insured: ['elsewhere'] }, ['由参保地计算待遇月数，领取标准按广安执行。']),
    way('quit', '主动辞职', { reason: ['quit'] }, ['主动辞职属于本人意愿中断就业，不能领取；缴费年限保留，以后合并计算。'], { refused: true })],
  days: { legal: 10, promised: 5, basis: '失业保险金申领发放办法' }, review: '比对参保、停保、失业登记和就业信息。', result: { name: '失业保险待遇核定通知书', type: '20', validity: '核定的领取月数', sample: '载明每月金额、领取月数和起止时间。' },
  faqs: [['领取期间找到工作怎么办？', '及时办理停发，没有领完的月数保留，再失业时合并计算，最长24个月。']], change: { tags: ['online', 'mobile', 'instant'], crossRegionScopes: ['1'] },
});

const flexible = composeItem({
  key: 'flexible-insurance', department, window: 'A10', name: '灵活就业人员参保登记', aliases: ['自己交社保', '灵活就业社保', '个人缴社保'], taskType: '20', audience: 'person', topics: ['016'], stages: ['employment'],
  summary: '无雇工的个体工商户、没有在用人单位参保的人员，自愿参加职工养老保险。',
  bases: [insuranceLaw('第五十八条第二款', '自愿参加社会保险的无雇工的个体工商户、未在用人单位参加社会保险的非全日制从业人员以及其他灵活就业人员，应当向社会保险经办机构申请办理社会保险登记。')],
  conditions: ['年满16周岁、没有达到法定退休年龄。', '现在没有以单位职工身份参保。'],
  form: { title: '灵活就业人员参保登记表', points: ['参保险种和缴费档次已经选择。'],
    sections: [part('insurance', '参保信息', [field.pick('work', '就业形式', '个体经营', '自由职业', '网约车、外卖等新就业形态', '非全日制'), field.pick('level', '缴费基数档次', '60%', '80%', '100%', '150%', '200%', '300%')], [field.date('startsOn', '希望开始缴费的日期'), field.pick('payment', '缴费方式', '按月', '按季', '按半年', '按年')])],
    sample: { work: '自由职业', level: '60%', startsOn: '2026-12-01', payment: '按月' } },
  materials: [identityDocument('id-card', '居民身份证'), paper('transfer', '外地参保缴费凭证', '载明缴费年月。', '没有重复缴费的月份。', { when: given({ history: ['elsewhere'] }), necessity: '2', source: '20', issuingAuthority: '社会保险经办机构' })],
  questions: [ask('history', '以前交过社保吗？', { never: '没有', local: '在四川交过', elsewhere: '在省外交过' })],
  situations: [way('new', '首次参保', { history: ['never'] }), way('continued', '续保', { history: ['local'] }, ['系统自动关联原来的参保记录。']), way('moved', '省外转入后参保', { history: ['elsewhere'] }, ['先登记，再网上申请关系转移。'])],
  days: { legal: 1, promised: 0 }, review: '核对身份和参保状态，当场登记。', result: { name: '参保登记回执', type: '20', validity: '长期', sample: '载明险种、缴费档次和开始月份。' },
  faqs: [['可以只交养老、不交医疗吗？', '可以。养老保险在人社部门登记，医疗保险向医保部门登记。']], change: { tags: ['online', 'mobile', 'instant', 'no-material'] },
});

const socialCard = composeItem({
  key: 'social-security-card', department, window: 'A11', name: '社会保障卡申领', aliases: ['办社保卡', '社保卡', '第三代社保卡'], taskType: '20', audience: 'person', topics: ['016', '017'], stages: ['daily-life'],
  summary: '参保人员、外国人和港澳台居民申领实体卡，或者补领、换领。',
  bases: [insuranceLaw('第五十八条第三款', '国家建立全国统一的个人社会保障号码。个人社会保障号码为公民身份号码。')],
  conditions: ['在本省参加任何一项社会保险，或者在本区学习、就业、居住。'],
  form: { title: '社会保障卡申领登记表', points: ['照片为本人近照。'],
    sections: [part('card', '卡片信息', [field.pick('bank', '合作银行', '中国工商银行', '中国农业银行', '中国银行', '中国建设银行', '四川农商银行'), field.pick('receive', '领卡方式', '银行网点领取', '邮寄')], [{ id: 'postAddress', type: 'text', label: '邮寄地址', required: true, maxLength: 200, visibleWhen: 'receive = "邮寄"' }])],
    sample: { bank: '中国农业银行', receive: '银行网点领取' } },
  materials: [identityDocument('id-card', '居民身份证'), paper('photo', '证件照', '近6个月白底免冠彩色照片。', '照片与身份证为同一人。', { fileTypes: ['jpg', 'png'], maxFiles: 1 }),
    identityDocument('guardian-id', '监护人身份证', { when: given({ who: ['child'] }) })],
  questions: [ask('why', '为什么申领？', { first: '第一次办', lost: '卡丢了，补领', broken: '卡坏了、银行换了，换领' }), ask('who', '给谁办？', { self: '本人', child: '未成年子女' })],
  situations: [way('first', '首次申领', { why: ['first'] }), way('lost', '补领', { why: ['lost'] }, ['先挂失，挂失即时生效。']), way('broken', '换领', { why: ['broken'] })],
  days: { legal: 15, promised: 3 }, review: '核对身份和照片，制卡。', result: { name: '社会保障卡', type: '20', validity: '10年', sample: '第三代社会保障卡，加载金融功能。' },
  faqs: [['没有实体卡能看病吗？', '能。可以先签发电子社保卡，与实体卡同样使用。']], change: { selfServiceTerminal: true, tags: ['online', 'mobile', 'self-service'] },
});

const hardJob = composeItem({
  key: 'hard-to-employ', department, window: 'A10', name: '就业困难人员认定', aliases: ['4050人员', '就业困难认定', '公益性岗位'], taskType: '07', audience: 'person', topics: ['006'], stages: ['employment'],
  summary: '大龄、残疾、低保、长期失业和零就业家庭的人员认定后享受援助。',
  bases: [promotionLaw('第五十二条第一款', '各级人民政府建立健全就业援助制度，采取税费减免、贷款贴息、社会保险补贴、岗位补贴等办法，通过公益性岗位安置等途径，对就业困难人员实行优先扶持和重点帮助。')],
  conditions: ['在法定劳动年龄内，有劳动能力和就业意愿。', '处于失业状态，已经失业登记。'],
  form: { title: '就业困难人员认定申请表', points: ['人员类别与佐证信息一致。'],
    sections: [part('state', '就业情况', [field.date('unemployedSince', '失业日期', { maximum: 'today' }), field.pick('education', '学历', '初中及以下', '高中、中专', '大专', '本科及以上')], [field.many('wishes', '希望得到的帮助', '岗位推荐', '技能培训', '公益性岗位', '社会保险补贴')])],
    sample: { unemployedSince: '2025-09-01', education: '高中、中专', wishes: ['岗位推荐', '社会保险补贴'] } },
  materials: [identityDocument('id-card', '居民身份证'), certificate('disability-card', '残疾人证', '残疾人联合会', '在有效期内。', '本人持证。', { when: given({ kind: ['disabled'] }) }), certificate('family', '零就业家庭说明', '村（居）民委员会', '写明家庭成员和就业状况。', '劳动年龄内的成员都没有就业。', { when: given({ kind: ['jobless-family'] }) })],
  questions: [ask('kind', '您属于哪一类？', { older: '女满40周岁、男满50周岁', disabled: '持残疾人证', poor: '低保家庭成员', long: '连续失业一年以上', 'jobless-family': '零就业家庭成员' })],
  situations: [way('older', '大龄失业人员', { kind: ['older'] }), way('disabled', '残疾失业人员', { kind: ['disabled'] }), way('poor', '低保家庭失业人员', { kind: ['poor'] }, ['低保身份由系统核对，免交材料。']), way('long', '长期失业人员', { kind: ['long'] }), way('jobless-family', '零就业家庭成员', { kind: ['jobless-family'] })],
  days: { legal: 20, promised: 5 }, review: '比对参保、工商登记和低保信息，公示5天。', result: { name: '就业困难人员认定通知书', type: '20', validity: '至就业或者退出认定', sample: '载明人员类别和可以享受的政策。' },
  faqs: [['认定后能领社保补贴吗？', '灵活就业并缴纳社会保险费的，可以申请最长3年的社会保险补贴。']],
});

const injury = composeItem({
  key: 'work-injury', department, window: 'A11', name: '工伤认定', aliases: ['工伤申请', '工伤鉴定申请'], taskType: '07', audience: 'company', topics: ['007'], stages: ['employing'],
  summary: '职工受伤或者患职业病，用人单位30日内申请认定。',
  bases: [law('工伤保险条例', '第十七条第一款', '职工发生事故伤害或者按照职业病防治法规定被诊断、鉴定为职业病，所在单位应当自事故伤害发生之日或者被诊断、鉴定为职业病之日起30日内，向统筹地区社会保险行政部门提出工伤认定申请。遇有特殊情况，经报社会保险行政部门同意，申请时限可以适当延长。', '国务院令第375号公布，国务院令第586号修订'),
    law('工伤保险条例', '第二十条', '社会保险行政部门应当自受理工伤认定申请之日起60日内作出工伤认定的决定，并书面通知申请工伤认定的职工或者其近亲属和该职工所在单位。社会保险行政部门对受理的事实清楚、权利义务明确的工伤认定申请，应当在15日内作出工伤认定的决定。', '国务院令第586号修订')],
  conditions: ['自事故发生或者职业病诊断之日起30日内申请。', '存在劳动关系。'],
  form: { title: '工伤认定申请表', points: ['事故时间、地点、经过清楚，与医疗记录一致。'],
    sections: [part('injury', '职工和伤害', [field.person('workerName', '受伤职工'), field.idNumber('workerId', '公民身份号码')], [field.date('happenedOn', '事故或者诊断日期', { maximum: 'today' }), field.text('place', '发生地点', 200)], [field.lines('course', '经过和受伤部位', 1000)])],
    sample: { workerName: '刘洋', workerId: '511602199003070010', happenedOn: '2026-11-10', place: '广安区示范路1号装配车间', course: '上午10时搬运管材时左手被压伤，同事送医。' } },
  materials: [paper('contract', '劳动合同或者事实劳动关系证明', '载明起止时间。', '事故发生时劳动关系存续。'),
    paper('medical', '初次诊断证明', '写明就诊时间和伤情。', '就诊时间与事故时间吻合。', { when: given({ cause: ['work', 'commute', 'duty'] }), source: '99', sourceExplanation: '医疗机构' }),
    paper('occupational', '职业病诊断证明书', '有资质的机构出具。', '用人单位与接触史记载一致。', { when: given({ cause: ['disease'] }), source: '99', sourceExplanation: '职业病诊断机构' }),
    certificate('traffic', '交通事故认定书', '公安机关交通管理部门', '载明责任划分。', '职工不负主要责任。', { when: given({ cause: ['commute'] }) })],
  questions: [ask('cause', '是怎么受伤的？', { work: '工作时间、工作场所因工作原因受伤', commute: '上下班途中交通事故', duty: '因工外出期间受伤', disease: '患职业病' }), ask('late', '到今天超过30日了吗？', { no: '没有', yes: '超过了' })],
  situations: [way('in-time', '按时申请', { late: ['no'] }), way('late', '逾期申请', { late: ['yes'] }, ['用人单位逾期的，逾期期间的工伤待遇由单位负担；职工本人可以在1年内申请。'])],
  days: { legal: 60, promised: 15, unit: 'calendar-day', basis: '工伤保险条例第二十条；等待司法机关、有关部门结论的，时限中止' }, review: '核实事故经过，事实清楚的15日内作出决定。', result: { name: '认定工伤决定书', type: '20', validity: '长期', sample: '载明职工、用人单位、受伤部位和认定依据。' },
  faqs: [['单位不申请怎么办？', '职工或者近亲属、工会可以在事故发生之日起1年内直接申请。']],
});

/** 人力资源和社会保障: agencies, schools, working hours, insurance, cards, help for the jobless, injuries. */
export const humanResourcesItems: readonly SeedItem[] = [agency, school, workingHours, unemploymentBenefit, flexible, socialCard, hardJob, injury];
