import type { SeedItem } from '../seed-types.ts';
import { identityDocument } from '../item-parts.ts';
import { composeItem, field, law, part, way, type ItemSketch } from './compose-item.ts';

const labour = '区人社局';
const market = '区市监局';

const employmentLaw = law('中华人民共和国就业促进法', '第三十五条', '县级以上人民政府建立健全公共就业服务体系，设立公共就业服务机构，为劳动者免费提供下列服务：（一）就业政策法规咨询；（二）职业供求信息、市场工资指导价位信息和职业培训信息发布；（三）职业指导和职业介绍；（四）对就业困难人员实施就业援助；（五）办理就业登记、失业登记等事务；（六）其他公共就业服务。', '2015年4月24日修正');
const insuranceLaw = (clause: string, text: string) => law('中华人民共和国社会保险法', clause, text, '2018年12月29日修正');
const registration = (clause: string, text: string) => law('市场主体登记管理条例', clause, text, '国务院令第746号');

/** Decided on the spot, from the form and from what the government knows: nothing is handed in. */
const atOnce = { days: { legal: 1, promised: 0 }, materials: [], questions: [], change: { tags: ['online', 'mobile', 'instant', 'no-material'], selfServiceTerminal: true } } satisfies Partial<ItemSketch>;

const employment = composeItem({
  ...atOnce, key: 'employment-record', department: labour, window: 'A08', name: '就业登记', aliases: ['登记就业', '就业备案'], taskType: '20', audience: 'person', topics: ['006'], stages: ['employment'],
  summary: '在单位就业、灵活就业或者自主创业的人员登记就业情况，当场出具凭证。', bases: [employmentLaw],
  conditions: ['年满16周岁。', '已经就业或者从事经营。'],
  form: { title: '就业登记表', points: ['就业形式和日期填写完整。'], known: true,
    sections: [part('job', '就业情况', [field.pick('work', '就业形式', '单位就业', '灵活就业', '自主创业'), field.date('startedOn', '就业日期', { maximum: 'today' })], [field.text('employer', '单位名称或者从事的工作')])],
    sample: { work: '灵活就业', startedOn: '2026-10-08', employer: '网约配送' } },
  situations: [way('general', '就业登记', {})],
  review: '核对身份和年龄，当场登记。', result: { name: '就业登记凭证', type: '10', licence: 'employment-record', validity: '至就业状态改变', sample: '载明姓名、就业形式和就业日期。' },
  faqs: [['换了工作要重新登记吗？', '要。就业情况改变后重新登记，以最近一次登记为准。']],
});

const unemployment = composeItem({
  ...atOnce, key: 'unemployment-record', department: labour, window: 'A08', name: '失业登记', aliases: ['登记失业', '失业备案'], taskType: '20', audience: 'person', topics: ['006'], stages: ['employment'],
  summary: '法定劳动年龄内、有劳动能力和就业要求、处于失业状态的人员登记失业。',
  bases: [insuranceLaw('第五十条第二款', '失业人员应当持本单位为其出具的终止或者解除劳动关系的证明，及时到指定的公共就业服务机构办理失业登记。'), employmentLaw],
  conditions: ['年满16周岁、没有达到法定退休年龄。', '没有就业，有求职要求。'],
  form: { title: '失业登记表', points: ['失业日期填写完整。'], known: true,
    sections: [part('state', '失业情况', [field.date('endedOn', '失业日期', { maximum: 'today' }), field.pick('cause', '失业原因', '劳动合同期满终止', '单位提出解除', '本人提出解除', '停止经营', '毕业后没有就业')], [field.pick('now', '现在有没有从事有收入的工作', '没有', '有'), field.pick('wish', '求职要求', '希望就业', '暂时不找工作')])],
    sample: { endedOn: '2026-10-31', cause: '劳动合同期满终止', now: '没有', wish: '希望就业' } },
  situations: [way('general', '失业登记', {})],
  review: '核对身份、年龄和就业登记状态，当场登记。', result: { name: '失业登记凭证', type: '10', licence: 'unemployment-record', validity: '至重新就业', sample: '载明姓名和失业日期。' },
  faqs: [['登记后马上能领失业保险金吗？', '失业保险金另行申领，领取期限自失业登记之日起计算。']],
});

const jobSeeker = composeItem({
  ...atOnce, key: 'job-seeker-record', department: labour, window: 'A08', name: '求职登记', aliases: ['找工作登记', '求职信息登记'], taskType: '20', audience: 'person', topics: ['006'], stages: ['employment'],
  summary: '希望通过公共就业服务机构找工作的人员登记求职意向。', bases: [employmentLaw],
  conditions: ['年满16周岁，有劳动能力。'],
  form: { title: '求职登记表', points: ['求职意向填写完整。'], known: true,
    sections: [part('wish', '求职意向', [field.text('post', '希望的岗位', 60), field.money('salary', '期望月工资')], [field.pick('education', '学历', '初中及以下', '高中、中专', '大专', '本科及以上'), field.pick('place', '希望的工作地点', '广安区', '广安市其他区县', '四川省其他地方', '省外')])],
    sample: { post: '养老护理员', salary: 450_000, education: '高中、中专', place: '广安区' } },
  situations: [way('general', '求职登记', {})],
  review: '核对身份和年龄，当场登记。', result: { name: '求职登记凭证', type: '10', licence: 'job-seeker-record', validity: '1年', sample: '载明姓名和求职意向。' },
  faqs: [['登记后怎样推荐岗位？', '公共就业服务机构按求职意向推荐，通过短信和站内消息告知，服务免费。']],
});

const rightsNotice = composeItem({
  ...atOnce, key: 'rights-notice', department: labour, window: 'A10', name: '社会保险个人权益记录单电子送达登记', aliases: ['社保权益单', '社保对账单'], taskType: '20', audience: 'person', topics: ['016'], stages: ['employment'],
  summary: '参保人员登记个人权益记录单的送达方式，每年免费收到。',
  bases: [insuranceLaw('第七十四条第三款', '社会保险经办机构应当及时、完整、准确地记录参加社会保险的个人缴费和用人单位为其缴费，以及享受社会保险待遇等个人权益记录，定期将个人权益记录单免费寄送本人。')],
  conditions: ['在本区参加社会保险。', '由本人登记。'],
  form: { title: '个人权益记录单送达登记表', points: ['送达方式已经选择。'], known: true,
    sections: [part('notice', '送达方式', [field.pick('way', '送达方式', '平台站内消息', '短信提示后在平台查看'), field.pick('place', '参保地', '广安区', '其他地方')])], sample: { way: '平台站内消息', place: '广安区' } },
  situations: [way('general', '电子送达登记', {})],
  review: '核对身份，当场登记。', result: { name: '个人权益记录电子送达登记凭证', type: '10', licence: 'rights-notice', validity: '至变更送达方式', sample: '载明姓名和送达方式。' },
  faqs: [['还能要纸质的吗？', '能。到社会保险经办窗口免费打印。']],
});

const suspension = composeItem({
  ...atOnce, key: 'business-suspension', department: market, window: 'B02', name: '市场主体歇业备案', aliases: ['歇业', '公司暂停经营', '停业备案'], taskType: '10', audience: 'company', topics: ['023'], stages: ['exit'],
  summary: '因自然灾害、公共卫生事件等造成经营困难的企业，歇业前备案。',
  bases: [registration('第三十条', '因自然灾害、事故灾难、公共卫生事件、社会安全事件等原因造成经营困难的，市场主体可以自主决定在一定时期内歇业。法律、行政法规另有规定的除外。市场主体应当在歇业前与职工依法协商劳动关系处理等有关事项。市场主体应当在歇业前向登记机关办理备案。登记机关通过国家企业信用信息公示系统向社会公示歇业期限、法律文书送达地址等信息。市场主体歇业的期限最长不得超过3年。市场主体在歇业期间开展经营活动的，视为恢复营业，市场主体应当通过国家企业信用信息公示系统向社会公示。市场主体歇业期间，可以以法律文书送达地址代替住所或者主要经营场所。')],
  conditions: ['因自然灾害、事故灾难、公共卫生事件、社会安全事件等原因造成经营困难。', '已经与职工依法协商劳动关系处理等事项。', '歇业期限不超过3年。'],
  form: { title: '歇业备案申请书', points: ['歇业期限和送达地址填写完整。'],
    sections: [part('suspension', '歇业情况', [field.pick('cause', '歇业原因', '自然灾害', '事故灾难', '公共卫生事件', '社会安全事件', '其他原因'), field.date('startsOn', '歇业开始日期', { minimum: 'today' })], [field.number('months', '歇业月数', '个月', 120), field.pick('staff', '与职工协商', '已经协商一致', '没有职工', '还没有协商')], [field.text('serviceAddress', '法律文书送达地址', 200)])],
    sample: { cause: '自然灾害', startsOn: '2027-01-01', months: 12, staff: '没有职工', serviceAddress: '四川省广安市广安区示例街2号' } },
  situations: [way('general', '歇业备案', {})],
  review: '形式审查，当场备案。', result: { name: '歇业备案凭证', type: '10', licence: 'business-suspension', validity: '备案的歇业期限', sample: '载明企业名称、歇业期限和送达地址。' },
  faqs: [['歇业期间还要报年报吗？', '要。歇业不免除年度报告和纳税申报义务。']],
});

const liaison = composeItem({
  ...atOnce, key: 'liaison-filing', department: market, window: 'B02', name: '市场主体登记联络员备案', aliases: ['联络员变更', '工商联络员备案'], taskType: '10', audience: 'company', topics: ['023'], stages: ['growth'],
  summary: '企业设立或者更换登记联络员，向登记机关备案。',
  bases: [registration('第九条', '市场主体的下列事项应当向登记机关办理备案：（一）章程或者合伙协议；（二）经营期限或者合伙期限；（三）有限责任公司股东或者股份有限公司发起人认缴的出资数额，合伙企业合伙人认缴或者实际缴付的出资数额、缴付期限和出资方式；（四）公司董事、监事、高级管理人员；（五）农民专业合作社（联合社）成员；（六）参加经营的个体工商户家庭成员姓名；（七）市场主体登记联络员、外商投资企业法律文件送达接受人；（八）公司、合伙企业等市场主体受益所有人相关信息；（九）法律、行政法规规定的其他事项。')],
  conditions: ['企业在本区登记。', '联络员年满18周岁。'],
  form: { title: '登记联络员备案表', points: ['联络员信息填写完整。'],
    sections: [part('liaison', '登记联络员', [field.person('liaison', '姓名'), field.idNumber('liaisonId', '公民身份号码')], [{ id: 'liaisonMobile', type: 'mobile', label: '移动电话', required: true, sensitive: true }])],
    sample: { liaison: '周婷', liaisonId: '511602199208080036', liaisonMobile: '13700000000' } },
  situations: [way('general', '联络员备案', {})],
  review: '形式审查，当场备案。', result: { name: '登记联络员备案凭证', type: '10', licence: 'liaison-filing', validity: '至再次变更', sample: '载明企业名称和联络员。' },
  faqs: [['联络员要到窗口吗？', '不要。由企业法定代表人或者受托人网上备案。']],
});

const nameDeclaration = composeItem({
  ...atOnce, key: 'name-declaration', department: market, window: 'B01', name: '企业名称自主申报', aliases: ['核名', '公司起名', '名称预核'], taskType: '10', audience: 'person', topics: ['008'], stages: ['employment'],
  summary: '设立企业前申报拟用的名称，比对筛选后当场告知。',
  bases: [law('企业名称登记管理规定', '第十六条', '企业名称由申请人自主申报。申请人可以通过企业名称申报系统或者在企业登记机关服务窗口提交有关信息和材料，对拟定的企业名称进行查询、比对和筛选，选取符合本规定要求的企业名称。申请人提交的信息和材料应当真实、准确、完整，并承诺因其企业名称与他人企业名称近似侵犯他人合法权益的，依法承担法律责任。', '国务院令第734号')],
  conditions: ['名称使用规范汉字，由行政区划名称、字号、行业或者经营特点、组织形式组成。', '没有冠以“中国”“中华”“中央”“全国”“国家”等字词。'],
  form: { title: '企业名称自主申报表', points: ['申报的名称各部分齐全。'], known: true,
    sections: [part('name', '拟用名称', [field.text('proposedName', '企业名称', 60), field.pick('form', '组织形式', '有限责任公司', '股份有限公司', '合伙企业', '个人独资企业')], [field.text('trade', '行业或者经营特点', 30)])],
    sample: { proposedName: '广安启航养老服务有限公司', form: '有限责任公司', trade: '养老服务' } },
  situations: [way('general', '名称申报', {})],
  review: '比对名称，当场告知。', result: { name: '企业名称自主申报告知书', type: '20', licence: 'name-declaration', validity: '保留期2个月', sample: '载明申报的名称和保留期。' },
  faqs: [['申报后多久内要登记？', '保留期为2个月，期满前没有登记的，名称不再保留。']],
});

const replacement = composeItem({
  ...atOnce, key: 'licence-replacement', department: market, window: 'B01', name: '营业执照遗失补领', aliases: ['补办营业执照', '执照丢了'], taskType: '10', audience: 'company', topics: ['023'], stages: ['growth'],
  summary: '营业执照遗失或者毁坏，公示声明作废后补领。',
  bases: [registration('第三十七条第二款', '营业执照遗失或者毁坏的，市场主体应当通过国家企业信用信息公示系统声明作废，申请补领。')],
  conditions: ['营业执照遗失或者毁坏。', '已经通过国家企业信用信息公示系统声明作废。'],
  form: { title: '营业执照补领申请书', points: ['补领原因填写完整。'],
    sections: [part('replacement', '补领情况', [field.pick('cause', '补领原因', '正本遗失', '副本遗失', '正副本遗失', '毁坏'), field.pick('announced', '声明作废', '已经公示声明', '还没有声明')])], sample: { cause: '副本遗失', announced: '已经公示声明' } },
  situations: [way('general', '遗失补领', {})],
  review: '核对公示声明，当场补发。', result: { name: '营业执照补领凭证', type: '10', licence: 'licence-replacement', validity: '长期', sample: '载明企业名称和补领原因。' },
  faqs: [['电子营业执照也要补领吗？', '不要。电子营业执照随时可以下载，与纸质执照具有同等效力。']],
});

const elderlyCard = composeItem({
  ...atOnce, key: 'elderly-card', department: '区民政局', window: 'A15', name: '老年人优待证申领', aliases: ['老年证', '敬老卡', '老年优待卡'], taskType: '07', audience: 'person', topics: ['016'], stages: ['retirement'],
  summary: '年满60周岁的老年人申领优待证，系统主动提示，确认一次即可。',
  bases: [law('中华人民共和国老年人权益保障法', '第五十三条', '县级以上人民政府及其有关部门根据经济社会发展情况和老年人的特殊需要，制定优待老年人的办法，逐步提高优待水平。对常住在本行政区域内的外埠老年人给予同等优待。', '2018年12月29日修正'),
    law('中华人民共和国老年人权益保障法', '第二条', '本法所称老年人是指六十周岁以上的公民。', '2018年12月29日修正')],
  conditions: ['年满60周岁。'],
  form: { title: '老年人优待证申领表', points: ['按公民身份号码计算年满60周岁。'], known: true,
    sections: [part('card', '领取方式', [field.pick('receive', '证件形式', '电子证', '电子证和实体证')])], sample: { receive: '电子证' } },
  situations: [way('general', '优待证申领', {})], days: { legal: 10, promised: 1 }, change: { tags: ['online', 'mobile', 'no-material'], selfServiceTerminal: true },
  review: '按公民身份号码核对年龄。', result: { name: '老年人优待证', type: '10', licence: 'elderly-card', validity: '长期', sample: '载明姓名、出生日期和发证机关。' },
  faqs: [['外地户口能办吗？', '能。常住本区的外埠老年人享受同等优待。']],
});

const endorsement = composeItem({
  ...atOnce, key: 'residence-endorsement', department: '区公安分局', window: 'C02', name: '居住证签注', aliases: ['居住证续签', '居住证年审'], taskType: '07', audience: 'person', topics: ['017'], stages: ['daily-life'],
  summary: '连续居住满一年的居住证持有人每年签注一次，到期前系统主动提示。',
  bases: [law('居住证暂行条例', '第十条', '居住证由县级人民政府公安机关签发，每年签注1次。居住证持有人在居住地连续居住的，应当在居住每满1年之日前1个月内，到居住地公安派出所或者受公安机关委托的社区服务机构办理签注手续。逾期未办理签注手续的，居住证使用功能中止；补办签注手续的，居住证的使用功能恢复，居住证持有人在居住地的居住年限自补办签注手续之日起连续计算。', '国务院令第663号')],
  conditions: ['持有本区签发的居住证。', '在居住地连续居住。'],
  form: { title: '居住证签注申请表', points: ['居住情况没有变化。'], known: true,
    sections: [part('stay', '居住情况', [field.pick('same', '居住地址有没有变化', '没有变化', '已经变化'), field.pick('continuous', '是否连续居住', '连续居住', '曾经离开')])], sample: { same: '没有变化', continuous: '连续居住' } },
  materials: [identityDocument('residence-permit', '居住证', { replacedByLicenceTypes: ['residence-permit'] })],
  situations: [way('general', '签注', {})], change: { ...atOnce.change, tags: ['online', 'mobile', 'instant', 'one-licence'] },
  review: '核对居住证和居住情况，当场签注。', result: { name: '居住证签注凭证', type: '10', licence: 'residence-endorsement', validity: '1年', sample: '载明姓名和签注有效期。' },
  faqs: [['逾期没有签注怎么办？', '居住证使用功能中止，补办签注后恢复，居住年限自补办之日起连续计算。']],
});

/** Items that the platform decides by itself; all but the last ask for no more than a form (DEC-01, DEC-06). */
export const automaticItems: readonly SeedItem[] = [employment, unemployment, jobSeeker, rightsNotice, suspension, liaison, nameDeclaration, replacement, elderlyCard, endorsement];
