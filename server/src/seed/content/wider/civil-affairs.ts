import type { SeedItem } from '../seed-types.ts';
import { identityDocument } from '../item-parts.ts';
import { ask, certificate, column, composeItem, field, given, law, paper, part, way } from './compose-item.ts';

const department = '区民政局';
const assistance = (clause: string, text: string) => law('中华人民共和国社会救助法', clause, text, '2026年4月30日通过，2026年7月1日起施行');
const assistanceReview = '入户调查，核对收入和财产；确认决定在申请人所在的村、社区公布，不予确认的书面说明理由。';

const household = (key = 'household-register') => certificate(key, '户口簿', '公安机关', '户主页和家庭成员页清晰。', '户籍地和家庭成员与申请表一致。', { fileTypes: ['jpg', 'png', 'pdf'] });

const familyMembers = part('members', '共同生活的家庭成员', [{
  id: 'members', type: 'table', label: '家庭成员', required: true, minimumRows: 1, maximumRows: 20, rowName: '成员',
  columns: [
    column(field.person('memberName', '姓名'), 20), column(field.idNumber('memberId', '公民身份号码'), 35),
    column(field.pick('relation', '与申请人关系', '本人', '配偶', '子女', '父母', '祖父母', '孙子女'), 20),
    column(field.money('monthlyIncome', '月收入'), 25),
  ],
}], [{ id: 'incomeTotal', type: 'money', label: '家庭月收入合计', computed: 'total(members.monthlyIncome)' }]);

const members = [{ memberName: '周婷', memberId: '511602199208080036', relation: '本人', monthlyIncome: 60_000 }];

const incomeProof = paper('income', '家庭收入情况说明', '写明近12个月每名成员的收入来源和数额，签字按印。', '说明的收入与核对系统反馈的收入没有矛盾。');
const authorization = paper('check-authorization', '家庭经济状况核对授权书', '每名成年成员签字。', '授权人覆盖全部共同生活的成年成员。', { type: '2', sample: { kind: 'text', text: '本人及家庭成员同意民政部门查询、核对收入和财产信息，签名：______　日期：______' } });

const minimumLiving = composeItem({
  key: 'minimum-living', department, window: 'A15', name: '最低生活保障对象认定', aliases: ['低保申请', '低保户', '吃低保'], taskType: '07', audience: 'person', topics: ['016'], stages: ['relief'],
  summary: '共同生活的家庭成员人均收入低于当地低保标准、财产符合规定的家庭申请。',
  bases: [assistance('第十八条第一款', '对家庭人均收入低于当地最低生活保障标准且财产状况符合规定的最低生活保障家庭，由社会救助管理部门给予最低生活保障，按月发放最低生活保障金。'),
    assistance('第二十一条第二款', '对最低生活保障边缘家庭中的重度残疾人、重病患者以及确有特殊困难人员，可以纳入最低生活保障范围，按月发放最低生活保障金。')],
  conditions: ['户籍在广安市广安区，或者持广安区居住证。', '共同生活的家庭成员人均收入低于本区最低生活保障标准。', '家庭财产符合本区最低生活保障家庭财产状况规定。'],
  form: { title: '最低生活保障申请表', points: ['人均收入按表内成员和收入计算，低于现行低保标准。'],
    sections: [part('family', '申请情况', [field.pick('cause', '致困原因', '患病', '残疾', '失业', '缺少劳动力', '上学', '灾害'), field.pick('housing', '住房情况', '自有住房', '公共租赁住房', '租赁私房', '借住')]), familyMembers],
    sample: { cause: '患病', housing: '租赁私房', members } },
  materials: [household(), authorization, incomeProof,
    certificate('disability-card', '残疾人证', '残疾人联合会', '在有效期内。', '残疾类别和等级与申请表一致。', { when: given({ applicant: ['disabled'] }) }),
    paper('medical', '诊断证明', '二级以上医疗机构出具，写明病种。', '病种属于本区重病范围。', { when: given({ applicant: ['ill'] }), source: '99', sourceExplanation: '医疗机构' })],
  questions: [
    ask('applicant', '谁来申请低保？', { family: '整个家庭一起申请', disabled: '重度残疾人，本人单独申请', ill: '重病患者，本人单独申请' }, { help: '家庭属于最低生活保障边缘家庭的，重度残疾人和重病患者可以单独申请。' }),
    ask('residence', '户籍在广安区吗？', { local: '在', elsewhere: '不在，但持广安区居住证' }),
  ],
  situations: [
    way('family', '家庭申请', { applicant: ['family'], residence: ['local'] }), way('single-disabled', '重度残疾人单独申请', { applicant: ['disabled'], residence: ['local'] }),
    way('single-ill', '重病患者单独申请', { applicant: ['ill'], residence: ['local'] }), way('elsewhere', '户籍不在本区的', { residence: ['elsewhere'] }, ['持居住证在居住地申请，须户籍地没有享受低保。']),
  ],
  days: { legal: 30, promised: 20, basis: '最低生活保障审核确认办法' }, review: assistanceReview, result: { name: '最低生活保障审核确认通知书', type: '20', validity: '按动态管理，每年复核', sample: '载明保障人口、保障金额和起发月份。' },
  faqs: [['在外地打工能申请吗？', '可以。收入按家庭共同生活成员全年收入计算，外出务工收入按规定扣减就业成本。']],
});

const destitute = composeItem({
  key: 'destitute-support', department, window: 'A15', name: '特困人员认定', aliases: ['五保户', '特困供养'], taskType: '07', audience: 'person', topics: ['016'], stages: ['relief'],
  summary: '无劳动能力、无生活来源、无法定赡养抚养扶养义务人的老年人、残疾人和未成年人申请。',
  bases: [assistance('第十六条第一款', '对无劳动能力、无生活来源且无法定赡养、抚养、扶养义务人，或者其法定义务人无履行义务能力的老年人、未成年人、残疾人等特困人员，由社会救助管理部门给予特困人员供养，提供基本生活条件、必要的照料服务、疾病治疗，办理丧葬事宜等。')],
  conditions: ['户籍在广安市广安区。', '是老年人、残疾人或者未成年人。', '无劳动能力、无生活来源，没有能够履行义务的赡养、抚养、扶养人。'],
  form: { title: '特困人员救助供养申请表', points: ['供养方式与申请人意愿一致。'],
    sections: [part('support', '申请情况', [field.pick('supportKind', '希望的供养方式', '集中供养', '分散供养'), field.pick('selfCare', '生活自理能力', '全自理', '半护理', '全护理')], [field.lines('relatives', '法定义务人情况', 500)])],
    sample: { supportKind: '集中供养', selfCare: '全自理', relatives: '无子女，父母已去世。' } },
  materials: [household(), authorization,
    certificate('disability-card', '残疾人证', '残疾人联合会', '在有效期内。', '残疾类别和等级符合无劳动能力的认定条件。', { when: given({ group: ['disabled'] }) })],
  questions: [ask('group', '申请人属于哪一类？', { elder: '年满60周岁的老年人', disabled: '残疾人', minor: '未成年人' }),
    ask('relatives', '有没有法定赡养、抚养、扶养义务人？', { none: '没有', unable: '有，但没有履行义务的能力', able: '有，而且有能力' })],
  situations: [way('no-relatives', '没有义务人', { relatives: ['none'] }), way('unable', '义务人没有能力', { relatives: ['unable'] }, ['义务人的收入和财产一并核对。']),
    way('not-met', '不符合条件', { relatives: ['able'] }, ['义务人有能力的，不能认定为特困人员；生活困难的可以申请最低生活保障或者临时救助。'], { refused: true })],
  days: { legal: 30, promised: 20, basis: '特困人员认定办法' }, review: assistanceReview, result: { name: '特困人员救助供养确认通知书', type: '20', validity: '按动态管理，每年复核', sample: '载明供养方式、标准和起始月份。' },
  faqs: [['住养老院的老人能申请吗？', '能。集中供养还是在家分散供养，由特困人员自行选择。']],
});

const temporary = composeItem({
  key: 'temporary-assistance', department, window: 'A15', name: '临时救助对象认定和救助金给付', aliases: ['临时救助', '急难救助', '困难补助'], taskType: '05', audience: 'person', topics: ['016'], stages: ['relief'],
  summary: '遭遇突发性、紧迫性、灾难性困难，基本生活暂时出现严重困难的人员申请。',
  bases: [assistance('第二十九条', '对遭遇突发性、紧迫性、灾难性等困难导致基本生活暂时出现严重困难的人员，由社会救助管理部门采取发放救助金或者配发实物等方式给予临时救助。'),
    assistance('第三十七条第二款', '申请临时救助，由本人或者与其共同生活的家庭成员向急难发生地乡镇人民政府、街道办事处提出。'),
    assistance('第五十条', '对申请临时救助，情况紧急、救助金额较小、需立即采取救助措施的，应当先行救助。紧急情况解除后，应当按照规定补充说明情况。')],
  conditions: ['急难发生在本区，不限户籍。', '困难具有突发性、紧迫性或者灾难性，基本生活暂时出现严重困难。'],
  form: { title: '临时救助申请表', points: ['申请金额与实际支出、困难程度相当。'],
    sections: [part('hardship', '遭遇的困难', [field.date('happenedOn', '发生日期', { maximum: 'today' }), field.money('expense', '已经发生的支出')], [field.lines('event', '经过和现在的困难', 800)])],
    sample: { happenedOn: '2026-10-08', expense: 3_200_000, event: '10月8日家中失火，房屋和粮食受损，暂住亲戚家。' } },
  materials: [
    paper('accident', '事故或者灾害证明', '写明时间、地点和损失。', '事故经过与申请表一致。', { when: given({ cause: ['accident'] }), source: '20', issuingAuthority: '公安、消防救援或者应急管理部门' }),
    paper('medical', '诊断证明和费用结算单', '载明病种、总费用和自付费用。', '自付费用按医保结算后的数额计算。', { when: given({ cause: ['illness'] }), source: '99', sourceExplanation: '医疗机构' }),
    paper('spending', '困难情况说明和支出凭证', '写明困难经过，附发票或者收据。', '支出属于生活必需，金额清楚。', { when: given({ cause: ['spending'] }) }), household()],
  questions: [ask('cause', '困难是什么原因造成的？', { accident: '火灾、交通事故、意外伤害', illness: '突发重大疾病', spending: '其他突发、紧迫的困难' }),
    ask('urgent', '现在有没有吃住、就医上的紧急危险？', { yes: '有，需要马上救助', no: '没有，可以按程序等待' })],
  situations: [way('urgent', '先行救助', { urgent: ['yes'] }, ['情况紧急的先行救助，紧急情况解除后补充说明情况。']), way('ordinary', '按程序救助', { urgent: ['no'] })],
  days: { legal: 20, promised: 7 }, review: '核实困难情况，必要支出逐笔核对。', result: { name: '临时救助审批通知书', type: '20', validity: '一次有效', sample: '载明救助金额和发放方式。' },
  faqs: [['没有广安户口能申请吗？', '可以。在本区遭遇急难的，由发生地受理。']],
});

const disabledAllowance = composeItem({
  key: 'disabled-allowance', department, window: 'A16', name: '残疾人两项补贴资格认定申请', aliases: ['残疾补贴', '护理补贴', '残疾人生活补贴'], taskType: '05', audience: 'person', topics: ['016', '013'], stages: ['relief'],
  summary: '低保家庭中的残疾人申请生活补贴，一级、二级残疾人申请护理补贴。',
  bases: [law('国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见', '第二部分', '困难残疾人生活补贴主要补助残疾人因残疾产生的额外生活支出，对象为低保家庭中的残疾人；重度残疾人护理补贴主要补助残疾人因残疾产生的额外长期照护支出，对象为残疾等级被评定为一级、二级且需要长期照护的重度残疾人。', '国发〔2015〕52号')],
  conditions: ['持有第二代或者第三代残疾人证。', '户籍在广安市广安区。'],
  form: { title: '残疾人两项补贴申请审批表', points: ['申请的补贴与残疾等级、低保身份相符。'],
    sections: [part('disability', '残疾情况', [field.pick('disabilityKind', '残疾类别', '视力', '听力', '言语', '肢体', '智力', '精神', '多重'), field.pick('disabilityLevel', '残疾等级', '一级', '二级', '三级', '四级')],
      [field.text('cardNumber', '残疾人证号', 24), field.text('bankAccount', '社会保障卡银行账号', 25)])],
    sample: { disabilityKind: '肢体', disabilityLevel: '二级', cardNumber: '51160219920808003642', bankAccount: '6217000000000000001' } },
  materials: [certificate('disability-card', '残疾人证', '残疾人联合会', '在有效期内，等级清晰。', '类别、等级与申请表一致。'),
    certificate('minimum-living-proof', '最低生活保障证明', '民政部门', '在享受低保期间。', '申请人是低保对象。', { when: given({ allowance: ['living', 'both'] }), sourceExplanation: '由民政部门内部核对，申请人免交复印件。' })],
  questions: [ask('allowance', '申请哪一项补贴？', { living: '困难残疾人生活补贴', nursing: '重度残疾人护理补贴', both: '两项都申请' })],
  situations: [way('living', '生活补贴', { allowance: ['living'] }), way('nursing', '护理补贴', { allowance: ['nursing'] }, ['残疾等级为一级、二级的才能申请护理补贴。']), way('both', '两项补贴', { allowance: ['both'] })],
  days: { legal: 20, promised: 10 }, review: '与残联、低保信息比对，公示5天。', result: { name: '残疾人两项补贴审批通知书', type: '20', validity: '长期，每年复核', sample: '载明补贴种类、每月金额和起发月份。' },
  faqs: [['两项补贴能同时领吗？', '符合条件的可以同时申领；与工伤护理费、长期照护保险待遇不能重复。']], change: { crossRegionScopes: ['1'] },
});

const marriage = composeItem({
  key: 'marriage-registration', department, window: 'A12', name: '内地居民结婚登记', aliases: ['领结婚证', '结婚登记', '办结婚证'], taskType: '07', audience: 'person', topics: ['012'], stages: ['marriage'],
  summary: '男女双方自愿结婚，网上预约、填表，双方到婚姻登记处当场领取结婚证。',
  bases: [law('中华人民共和国民法典', '第一千零四十九条', '要求结婚的男女双方应当亲自到婚姻登记机关申请结婚登记。符合本法规定的，予以登记，发给结婚证。完成结婚登记，即确立婚姻关系。未办理结婚登记的，应当补办登记。', '中华人民共和国主席令第45号'),
    law('中华人民共和国民法典', '第一千零四十七条', '结婚年龄，男不得早于二十二周岁，女不得早于二十周岁。', '中华人民共和国主席令第45号'),
    law('婚姻登记条例', '第十条', '婚姻登记机关应当核对结婚登记当事人出具的证件、书面材料，询问相关情况，并对当事人的身份以及婚姻状况信息进行联网核对，依法维护当事人的权益。对当事人符合结婚条件的，应当当场予以登记，发给结婚证；对当事人不符合结婚条件不予登记的，应当向当事人说明理由。', '国务院令第804号，2025年5月10日起施行')],
  conditions: ['双方自愿结婚，均无配偶。', '男方年满22周岁，女方年满20周岁。', '双方没有直系血亲或者三代以内旁系血亲关系。'],
  form: { title: '申请结婚登记声明书', points: ['双方身份信息与公安系统一致。'],
    sections: [part('partner', '对方信息', [field.person('partnerName', '姓名'), field.idNumber('partnerId', '公民身份号码')], [field.date('appointment', '希望办理的日期'), field.pick('before', '婚姻状况', '双方未婚', '一方或者双方离婚', '一方或者双方丧偶')])],
    sample: { partnerName: '张伟', partnerId: '511602199003070010', appointment: '2026-12-18', before: '双方未婚' } },
  materials: [identityDocument('id-cards', '双方居民身份证'),
    paper('photo', '双方近期合影', '3张2寸红底或者蓝底免冠合影。', '照片为双方本人。', { fileTypes: ['jpg', 'png'] })],
  questions: [ask('history', '双方有没有结过婚？', { never: '都没有', divorced: '有一方离过婚', widowed: '有一方丧偶' }), ask('residents', '双方都是内地居民吗？', { both: '都是', foreign: '有一方是港澳台居民、华侨或者外国人' })],
  situations: [way('first', '双方初婚', { history: ['never'], residents: ['both'] }, ['婚姻登记在全国任何一个婚姻登记处都能办。']), way('again', '一方或者双方再婚', { history: ['divorced', 'widowed'], residents: ['both'] }, ['婚姻状况由登记机关联网核对，免交离婚证、死亡证明。']),
    way('foreign', '涉外、涉港澳台婚姻', { residents: ['foreign'] }, ['请到省民政厅确定的涉外婚姻登记机关办理。'], { refused: true })],
  days: { legal: 1, promised: 0, basis: '婚姻登记条例第十条：当场登记' }, review: '当场审查，符合条件的当场登记。', result: { name: '结婚证', type: '10', licence: 'marriage-certificate', validity: '长期', sample: '载明双方姓名、登记日期和登记机关。' },
  faqs: [['还要带户口簿吗？', '不用。持居民身份证，签字声明即可。']],
  change: { visitCount: 1, visitReason: '民法典规定结婚登记由男女双方亲自到场。', onlineLevel: '3', handlingForms: ['1', '2'], expressDelivery: false, agentAllowed: false, crossRegionScopes: ['1'] },
});

const adoption = composeItem({
  key: 'adoption-registration', department, window: 'A12', name: '内地居民收养登记', aliases: ['收养孩子', '领养登记'], taskType: '07', audience: 'person', topics: ['001'], stages: ['marriage'],
  summary: '内地居民在本区收养未成年人，评估合格后登记。',
  bases: [law('中华人民共和国民法典', '第一千一百零五条第一款', '收养应当向县级以上人民政府民政部门登记。收养关系自登记之日起成立。', '中华人民共和国主席令第45号'),
    law('中华人民共和国民法典', '第一千零九十八条', '收养人应当同时具备下列条件：（一）无子女或者只有一名子女；（二）有抚养、教育和保护被收养人的能力；（三）未患有在医学上认为不应当收养子女的疾病；（四）无不利于被收养人健康成长的违法犯罪记录；（五）年满三十周岁。', '中华人民共和国主席令第45号')],
  conditions: ['收养人年满30周岁，无子女或者只有一名子女。', '有抚养、教育和保护被收养人的能力。', '没有不利于被收养人健康成长的违法犯罪记录。'],
  form: { title: '收养登记申请书', points: ['收养目的明确，被收养人信息完整。'],
    sections: [part('child', '被收养人', [field.person('childName', '姓名'), field.date('childBirth', '出生日期', { maximum: 'today' })], [field.lines('purpose', '收养目的和抚养安排', 600)])],
    sample: { childName: '陈晨', childBirth: '2022-05-06', purpose: '希望给孩子一个家庭，由夫妻共同抚养，送入附近幼儿园。' } },
  materials: [identityDocument('id-cards', '收养人居民身份证'), household(),
    paper('ability', '婚姻状况、抚养教育能力证明和子女情况声明', '证明由所在单位或者村（居）民委员会出具，声明由收养人签字。', '收养人无子女或者只有一名子女，有抚养教育能力。', { source: '99', sourceExplanation: '所在单位或者村（居）民委员会' }),
    paper('health', '身体健康检查证明', '县级以上医疗机构出具，6个月内有效。', '没有医学上不应当收养子女的疾病。', { source: '99', sourceExplanation: '医疗机构' }),
    paper('institution-consent', '儿童福利机构同意送养的书面意见', '负责人签字，加盖公章。', '送养主体有权送养。', { when: given({ child: ['institution'] }) }),
    paper('parents-consent', '生父母同意送养的书面意见和困难证明', '生父母双方签字，写明无力抚养的特殊困难。', '双方共同送养，困难属实。', { when: given({ child: ['parents'] }) }),
    paper('kinship', '亲属关系证明', '公证机构或者公安机关出具。', '属于三代以内旁系同辈血亲的子女。', { when: given({ child: ['relative'] }) })],
  questions: [ask('child', '要收养的孩子是哪一种情况？', { institution: '儿童福利机构抚养的孤儿、弃婴', parents: '生父母有特殊困难无力抚养的子女', relative: '三代以内旁系同辈血亲的子女', found: '自己捡到、还没有报警的婴儿' })],
  situations: [way('institution', '收养福利机构的儿童', { child: ['institution'] }), way('parents', '收养生父母无力抚养的子女', { child: ['parents'] }), way('relative', '收养亲属的子女', { child: ['relative'] }),
    way('found', '捡拾的婴儿', { child: ['found'] }, ['请立即向公安机关报案，由公安机关查找生父母并送儿童福利机构抚养，不能自行收养。'], { refused: true })],
  days: { legal: 30, promised: 20, unit: 'calendar-day', basis: '中国公民收养子女登记办法第八条；查找生父母的公告期间不计算在内' }, review: '收养评估，审查双方条件和送养的意愿。', result: { name: '收养登记证', type: '10', licence: 'adoption-certificate', validity: '长期', sample: '载明收养人、被收养人姓名和登记日期。' },
  faqs: [['单身可以收养吗？', '可以。无配偶者收养异性子女的，年龄应当相差四十周岁以上。']],
  change: { visitCount: 1, visitReason: '收养登记由收养人亲自到场，年满八周岁的被收养人须当面表示同意。', onlineLevel: '3', handlingForms: ['1', '2'], expressDelivery: false, agentAllowed: false },
});

const nursingHome = composeItem({
  key: 'nursing-home-filing', department, window: 'A16', name: '设立养老机构备案', aliases: ['养老院备案', '办养老院'], taskType: '10', audience: 'company', topics: ['002'], stages: ['market-access'],
  summary: '登记后开展养老服务活动的机构，10个工作日内向民政部门备案。',
  bases: [law('中华人民共和国老年人权益保障法', '第四十三条', '设立公益性养老机构，应当依法办理相应的登记。设立经营性养老机构，应当在市场监督管理部门办理登记。养老机构登记后即可开展服务活动，并向县级以上人民政府民政部门备案。', '2018年12月29日修正')],
  conditions: ['已经依法登记，取得登记证书。', '服务场所在广安市广安区。'],
  form: { title: '设立养老机构备案书', points: ['床位数与服务场所面积相当。'],
    sections: [part('home', '养老机构', [field.text('homeName', '养老机构名称'), field.text('homeAddress', '服务场所地址', 200)], [field.number('beds', '床位数', '张', 5000), field.number('area', '服务场所面积', '平方米', 500_000, 1)], [field.pick('ownership', '场所权属', '自有', '租赁', '划拨')])],
    sample: { homeName: '广安示范养老院', homeAddress: '四川省广安市广安区康宁路6号', beds: 80, area: 3200, ownership: '租赁' } },
  materials: [certificate('registration', '登记证书', '登记管理机关', '营业执照或者法人登记证书，在有效期内。', '业务范围包含养老服务。', { replacedByLicenceTypes: [] }),
    paper('fire', '消防安全合格证明', '建设工程消防验收或者备案文书。', '场所与文书载明的地址一致。', { source: '20', issuingAuthority: '住房城乡建设主管部门' }),
    paper('food', '食品经营许可证', '在有效期内，经营项目含单位食堂。', '经营场所与养老机构一致。', { when: given({ kitchen: ['own'] }), replacedByLicenceTypes: ['food-business-licence'], source: '20', issuingAuthority: '市场监督管理部门', type: '1', form: '2' }),
    paper('medical', '医疗机构执业许可或者诊所备案凭证', '内设医疗机构的提供。', '执业地址与养老机构一致。', { when: given({ clinic: ['yes'] }), source: '20', issuingAuthority: '卫生健康主管部门' })],
  questions: [ask('kitchen', '老人的饭菜怎么解决？', { own: '自办食堂', delivered: '由持证单位配送' }), ask('clinic', '内设医疗机构吗？', { yes: '设', no: '不设' })],
  situations: [way('own-kitchen', '自办食堂的养老机构', { kitchen: ['own'] }), way('delivered', '外送餐食的养老机构', { kitchen: ['delivered'] })],
  days: { legal: 1, promised: 0, basis: '养老机构管理办法：材料齐全的，出具备案回执' }, review: '核对登记信息，备案后20个工作日内现场检查。', result: { name: '设立养老机构备案回执', type: '20', validity: '长期', sample: '载明机构名称、地址、床位数和备案日期。' },
  faqs: [['没有备案会怎样？', '登记后应当在收住老年人后10个工作日内备案，没有备案的由民政部门责令限期改正。']], change: { tags: ['online', 'mobile', 'promise'] },
});

const association = composeItem({
  key: 'association-registration', department, window: 'A13', name: '社会团体成立登记', aliases: ['成立协会', '成立商会', '社团登记'], taskType: '01', audience: 'company', topics: ['001'], stages: ['founding'],
  summary: '会员符合人数、有章程和经费的协会、商会、学会申请成立登记。',
  bases: [law('社会团体登记管理条例', '第十条第一款', '成立社会团体，应当具备下列条件：（一）有50个以上的个人会员或者30个以上的单位会员；个人会员、单位会员混合组成的，会员总数不得少于50个；（二）有规范的名称和相应的组织机构；（三）有固定的住所；（四）有与其业务活动相适应的专职工作人员；（五）有合法的资产和经费来源，全国性的社会团体有10万元以上活动资金，地方性的社会团体和跨行政区域的社会团体有3万元以上活动资金；（六）有独立承担民事责任的能力。', '国务院令第250号公布，2026年3月12日修订'),
    law('社会团体登记管理条例', '第九条第一款', '申请成立社会团体，应当经其业务主管单位审查同意，由发起人向登记管理机关申请登记。', '国务院令第250号公布，2026年3月12日修订')],
  conditions: ['经业务主管单位审查同意。', '有50个以上的个人会员，或者30个以上的单位会员；混合组成的不少于50个。', '有规范的名称、组织机构和固定住所。', '有3万元以上活动资金。'],
  form: { title: '社会团体成立登记申请表', points: ['会员数达到法定人数。', '业务范围与章程一致。'],
    sections: [part('association', '拟成立的社会团体', [field.text('associationName', '名称'), field.text('associationAddress', '住所', 200)], [field.number('personalMembers', '个人会员', '个', 100_000), field.number('unitMembers', '单位会员', '个', 100_000)], [field.money('funds', '活动资金'), field.person('head', '拟任负责人')], [field.lines('scope', '业务范围', 500)])],
    sample: { associationName: '广安区家政服务行业协会', associationAddress: '四川省广安市广安区建安路12号', personalMembers: 0, unitMembers: 36, funds: 3_500_000, head: '李敏', scope: '行业自律、技能培训、信息服务。' },
    checks: [{ id: 'memberCount', expression: '(unitMembers >= 30 and personalMembers = 0) or personalMembers + unitMembers >= 50', message: '会员数不足：50个以上个人会员，或者30个以上单位会员，或者合计50个以上。', fieldIds: ['personalMembers', 'unitMembers'] }] },
  materials: [paper('charter', '章程草案', '按社会团体章程示范文本制定，经会员大会通过。', '章程载明宗旨、业务范围、产生和罢免负责人的程序。'),
    paper('capital', '验资报告', '活动资金3万元以上。', '出资人和金额与申请表一致。', { source: '30', sourceExplanation: '会计师事务所或者开户银行' }),
    paper('premises', '住所使用权证明', '房产证、租赁合同或者无偿使用协议。', '住所在本区，使用期不少于1年。'),
    paper('supervisor', '业务主管单位批准文件', '写明同意成立。', '批准的名称、业务范围与申请一致。', { source: '20', issuingAuthority: '业务主管单位' }),
    paper('founders', '发起人和拟任负责人的基本情况、身份证明', '逐人列明，附身份证件。', '没有不得担任发起人、负责人的情形。')],
  questions: [ask('supervisor', '业务主管单位审查同意了吗？', { approved: '已经同意', pending: '还没有' }, { help: '业务主管单位是区级有关部门，或者区政府授权的组织。' }),
    ask('name', '名称里含“四川”“广安市”吗？', { no: '不含，只含“广安区”', yes: '含' })],
  situations: [way('approved', '成立登记', { supervisor: ['approved'], name: ['no'] }), way('pending', '先报业务主管单位', { supervisor: ['pending'], name: ['no'] }, ['依照2026年3月修订的条例，各类社会团体都须先经业务主管单位审查同意，再向民政部门申请登记。'], { refused: true }),
    way('higher', '由上级登记的社会团体', { name: ['yes'] }, ['冠以上级行政区划名称的，请向对应的市、省民政部门申请。'], { refused: true })],
  days: { legal: 40, promised: 20, basis: '社会团体登记管理条例第十二条：收到全部有效文件之日起60日，折合40个工作日' }, review: '审查名称、章程、会员和住所。', result: { name: '社会团体法人登记证书', type: '10', licence: 'association-certificate', validity: '5年', sample: '载明名称、住所、法定代表人、业务范围和活动地域。' },
  faqs: [['筹备期间能开展活动吗？', '筹备期间不得开展筹备以外的活动。']],
});

/** 民政: assistance, marriage, adoption, homes for the old, associations. */
export const civilAffairsItems: readonly SeedItem[] = [minimumLiving, destitute, temporary, disabledAllowance, marriage, adoption, nursingHome, association];
