import { businessLicence, identityDocument } from '../item-parts.ts';
import type { SeedItem } from '../seed-types.ts';
import { ask, certificate, composeItem, field, given, law, paper, part, way } from './compose-item.ts';

const department = '区市监局';
const registration = (clause: string, text: string) => law('中华人民共和国市场主体登记管理条例', clause, text, '国务院令第746号');

const household = composeItem({
  key: 'self-employed', department, window: 'B01', name: '个体工商户设立登记', aliases: ['开个体户', '个体营业执照', '办营业执照'], taskType: '07', audience: 'person', topics: ['007', '008'], stages: ['employment'],
  summary: '个人或者家庭从事经营，网上登记，当场领取营业执照。',
  bases: [registration('第三条第一款', '市场主体应当依照本条例办理登记。未经登记，不得以市场主体名义从事经营活动。法律、行政法规规定无需办理登记的除外。'), registration('第十九条第一款', '登记机关应当对申请材料进行形式审查。对申请材料齐全、符合法定形式的予以确认并当场登记。不能当场登记的，应当在3个工作日内予以登记；情形复杂的，经登记机关负责人批准，可以再延长3个工作日。')],
  conditions: ['经营者有经营能力。', '有经营场所，或者通过网络经营平台登记网络经营场所。'],
  form: { title: '个体工商户登记申请书', points: ['字号没有与同行业已登记的字号相同。', '经营范围使用规范表述。'],
    sections: [part('shop', '登记信息', [field.text('shopName', '字号名称'), field.text('premises', '经营场所', 200)], [field.lines('scope', '经营范围', 500)], [field.money('capital', '资金数额'), field.number('employees', '从业人数', '人', 1000)])],
    sample: { shopName: '广安区周记面馆', premises: '四川省广安市广安区和平路9号1层', scope: '餐饮服务（凭许可证经营）', capital: 5_000_000, employees: 2 } },
  materials: [identityDocument('id-card', '经营者身份证'), paper('premises-proof', '经营场所使用证明', '房产证、租赁合同或者无偿使用证明。', '地址与申请书一致。', { when: given({ place: ['shop'] }) }),
    paper('platform', '网络经营场所证明', '网络交易平台出具，载明网址。', '网址可以访问，经营者一致。', { when: given({ place: ['online'] }), source: '99', sourceExplanation: '网络交易平台' }),
    identityDocument('family-id', '参加经营的家庭成员身份证', { when: given({ form: ['family'] }) })],
  questions: [ask('form', '谁来经营？', { person: '个人经营', family: '家庭经营' }), ask('place', '在哪里经营？', { shop: '实体店面', online: '只在网络平台上' }), ask('licence', '经营食品、药品、旅馆这些要许可的行业吗？', { no: '不是', yes: '是' })],
  situations: [way('simple', '一般经营', { licence: ['no'] }, ['当场登记，执照可以邮寄。']), way('licensed', '需要后置许可的经营', { licence: ['yes'] }, ['领取执照后，还要取得许可证才能开业；可以接着办“开餐饮店”一件事。'])],
  days: { legal: 3, promised: 0, basis: '市场主体登记管理条例第十九条' }, review: '形式审查，当场登记。', result: { name: '营业执照', type: '10', licence: 'self-employed-licence', validity: '长期', sample: '载明名称、经营者、经营场所、经营范围和统一社会信用代码。' },
  faqs: [['没有字号能登记吗？', '能。可以不使用字号，以经营者姓名登记。']], change: { companyLifeStages: ['founding'], tags: ['online', 'mobile', 'instant'], selfServiceTerminal: true },
});

const householdEnd = composeItem({
  key: 'self-employed-deregistration', department, window: 'B01', name: '个体工商户注销登记', aliases: ['注销个体户', '个体户关门'], taskType: '07', audience: 'person', topics: ['007', '008'], stages: [],
  summary: '不再经营的个体工商户办理注销，营业执照同时作废。',
  bases: [registration('第三十四条第一款', '个体工商户按照简易程序办理注销登记的，无需公示，由登记机关将个体工商户的注销登记申请推送至税务等有关部门，有关部门在10日内没有提出异议的，可以直接办理注销登记。')],
  conditions: ['不再从事经营活动。', '税款已经结清。'],
  form: { title: '个体工商户注销登记申请书', points: ['字号和统一社会信用代码与登记一致。'],
    sections: [part('shop', '注销信息', [field.text('shopName', '字号名称'), field.text('creditCode', '统一社会信用代码', 18)], [field.pick('cause', '注销原因', '不再经营', '转为企业', '其他')])],
    sample: { shopName: '广安区周记面馆', creditCode: '92511602MA0000000Y', cause: '不再经营' } },
  materials: [identityDocument('id-card', '经营者身份证'), paper('old-licence', '营业执照正本、副本', '领过纸质执照的交回；遗失的在公示系统声明作废。', '与登记一致。', { when: given({ paper: ['yes'] }) })],
  questions: [ask('taxes', '税款都结清了吗？', { yes: '结清了', no: '没有结清' }), ask('paper', '领过纸质营业执照吗？', { yes: '领过', no: '没有领过' }, { when: given({ taxes: ['yes'] }) })],
  situations: [way('paper', '交回执照注销', { paper: ['yes'] }), way('electronic', '直接注销', { paper: ['no'] }), way('unsettled', '还不能注销', { taxes: ['no'] }, ['请先到税务机关结清税款，再申请注销。'], { refused: true })],
  days: { legal: 3, promised: 1, basis: '市场主体登记管理条例第十九条' }, review: '核对税务等部门有没有异议。', result: { name: '准予注销登记通知书', type: '20', validity: '长期', sample: '载明字号、代码和注销日期。' },
  faqs: [['注销要登报吗？', '不用。个体工商户注销无需公示。']],
  change: { companyLifeStages: ['exit'], results: [{ name: '准予注销登记通知书', type: '20', validity: '长期', sample: '载明字号、代码和注销日期。', licenceTypeCode: 'self-employed-licence', licenceStage: 'end' }] },
});

const deregistration = composeItem({
  key: 'company-deregistration', department, window: 'B02', name: '公司注销登记', aliases: ['注销公司', '公司注销', '企业注销'], taskType: '07', audience: 'company', topics: ['032', '001'], stages: ['exit'],
  summary: '公司解散、破产后终止，按普通程序或者简易程序注销。',
  bases: [registration('第三十一条第一款', '市场主体因解散、被宣告破产或者其他法定事由需要终止的，应当依法向登记机关申请注销登记。经登记机关注销登记，市场主体终止。'), registration('第三十三条第一款', '市场主体未发生债权债务或者已将债权债务清偿完结，未发生或者已结清清偿费用、职工工资、社会保险费用、法定补偿金、应缴纳税款（滞纳金、罚款），并由全体投资人书面承诺对上述情况的真实性承担法律责任的，可以按照简易程序办理注销登记。')],
  conditions: ['已经清算完毕，或者符合简易注销条件。', '清税完毕，没有在途业务和未结案件。'],
  form: { title: '公司注销登记申请书', points: ['清算组成员和公告日期与公示系统一致。'],
    sections: [part('end', '注销信息', [field.pick('cause', '注销原因', '决议解散', '章程规定的事由出现', '合并、分立', '被吊销', '宣告破产'), field.date('noticeDate', '公告日期', { maximum: 'today' })], [field.pick('debts', '债权债务', '没有发生', '已经清偿完结'), field.person('liquidator', '清算组负责人')])],
    sample: { cause: '决议解散', noticeDate: '2026-09-20', debts: '已经清偿完结', liquidator: '王建国' } },
  materials: [paper('resolution', '股东会决议或者决定', '代表三分之二以上表决权的股东签署。', '决议内容包含解散和清算组。', { when: given({ procedure: ['ordinary'] }) }), paper('liquidation', '清算报告', '股东会确认。', '债务、税款、工资已经清偿。', { when: given({ procedure: ['ordinary'] }) }),
    certificate('tax', '清税证明', '税务机关', '载明公司名称和代码。', '与公司一致。', { sourceExplanation: '由税务机关推送，已推送的免交。' }),
    paper('promise', '全体投资人承诺书', '全体投资人签字、盖章。', '投资人与登记的股东一致。', { when: given({ procedure: ['simple'] }), type: '2', sample: { kind: 'text', text: '本企业未发生债权债务（已清偿完结），全体投资人对承诺的真实性承担法律责任。' } })],
  questions: [ask('debts', '公司有债务、欠税、欠薪吗？', { none: '没有，或者都结清了', some: '有，没有结清' }), ask('procedure', '走哪种程序？', { simple: '简易注销，公示20天', ordinary: '普通注销，债权人公告45天' }, { when: given({ debts: ['none'] }) })],
  situations: [way('simple', '简易注销', { debts: ['none'], procedure: ['simple'] }), way('ordinary', '普通注销', { debts: ['none'], procedure: ['ordinary'] }), way('unsettled', '还不能注销', { debts: ['some'] }, ['请先清偿债务、税款和职工工资，再申请注销；资不抵债的向人民法院申请破产。'], { refused: true })],
  days: { legal: 3, promised: 1, basis: '市场主体登记管理条例第十九条' }, review: '核对公示、清税和清算情况。', result: { name: '准予注销登记通知书', type: '20', validity: '长期', sample: '载明公司名称、代码和注销日期。' },
  faqs: [['营业执照丢了怎么注销？', '在国家企业信用信息公示系统声明作废后即可申请，不用补领。']],
});

const pharmacy = composeItem({
  key: 'pharmacy-licence', department, window: 'B04', name: '药品零售企业经营许可', aliases: ['开药店', '药品经营许可证', '药房许可'], taskType: '01', audience: 'company', topics: ['002'], stages: ['market-access'],
  summary: '开办药店、药品零售连锁门店，取得药品经营许可证。',
  bases: [law('中华人民共和国药品管理法', '第五十一条第一款', '从事药品批发活动，应当经所在地省、自治区、直辖市人民政府药品监督管理部门批准，取得药品经营许可证。从事药品零售活动，应当经所在地县级以上地方人民政府药品监督管理部门批准，取得药品经营许可证。无药品经营许可证的，不得经营药品。', '2019年8月26日修订'),
    law('中华人民共和国药品管理法', '第五十二条', '从事药品经营活动应当具备以下条件：（一）有依法经过资格认定的药师或者其他药学技术人员；（二）有与所经营药品相适应的营业场所、设备、仓储设施和卫生环境；（三）有与所经营药品相适应的质量管理机构或者人员；（四）有保证药品质量的规章制度，并符合国务院药品监督管理部门依据本法制定的药品经营质量管理规范要求。', '2019年8月26日修订'),
    law('中华人民共和国药品管理法实施条例', '第四十二条第一款', '从事药品经营活动，应当向所在地县级以上地方人民政府药品监督管理部门提出申请，提交证明其符合药品管理法第五十二条规定条件的资料。县级以上地方人民政府药品监督管理部门应当组织开展审查，并自受理申请之日起20个工作日内作出决定。对符合规定条件的，准予许可并发给药品经营许可证；对不符合规定条件的，不予许可并书面说明理由。', '2026年1月16日修订，2026年5月15日起施行')],
  conditions: ['有依法经过资格认定的药师或者药学技术人员。', '有与经营品种相适应的营业场所、设备和仓储设施。', '有保证药品质量的制度和人员。'],
  form: { title: '药品经营许可证申请表（零售）', points: ['经营范围与药师资格、设施相当。'],
    sections: [part('pharmacy', '门店情况', [field.text('shopAddress', '经营场所', 200), field.number('shopArea', '营业面积', '平方米', 10_000, 1)], [field.person('pharmacist', '执业药师'), field.text('pharmacistNumber', '执业药师注册证号', 40)], [field.many('scope', '经营范围', '中药饮片', '中成药', '化学药', '生物制品', '第二类精神药品'), field.pick('class', '经营类别', '处方药、甲类非处方药、乙类非处方药', '甲类非处方药、乙类非处方药', '乙类非处方药')])],
    sample: { shopAddress: '四川省广安市广安区思源大道66号', shopArea: 90, pharmacist: '李敏', pharmacistNumber: '511226050001', scope: ['中成药', '化学药'], class: '处方药、甲类非处方药、乙类非处方药' } },
  materials: [businessLicence(), certificate('pharmacist', '执业药师注册证', '药品监督管理部门', '注册在本企业。', '在有效期内，注册单位一致。', { when: given({ class: ['prescription'] }) }), paper('layout', '经营场所和仓储平面图', '标明面积和功能分区。', '处方药、非处方药分区陈列。'), paper('rules', '药品质量管理制度目录', '覆盖采购、验收、陈列、销售、养护。', '包含处方审核制度。'),
    paper('chain', '连锁总部质量管理承诺', '总部盖章，写明统一配送和质量管理。', '总部持有药品经营许可证。', { when: given({ shop: ['chain'] }) })],
  questions: [ask('shop', '是单体药店还是连锁门店？', { single: '单体药店', chain: '连锁门店' }), ask('class', '卖处方药吗？', { prescription: '卖处方药', otc: '只卖非处方药' })],
  situations: [way('single-prescription', '单体药店，含处方药', { shop: ['single'], class: ['prescription'] }), way('single-otc', '单体药店，只卖非处方药', { shop: ['single'], class: ['otc'] }, ['只经营乙类非处方药的，可以按照国家药监局的规定配备药学技术人员。']), way('chain', '连锁门店', { shop: ['chain'] }, ['质量管理由总部统一负责。'])],
  days: { legal: 20, promised: 10, basis: '药品管理法实施条例第四十二条' }, review: '书面审查，按药品经营质量管理规范现场检查。', result: { name: '药品经营许可证', type: '10', licence: 'pharmacy-licence', validity: '5年', sample: '载明企业名称、经营地址、经营范围、质量负责人和有效期。' },
  faqs: [['药店开业前能试营业吗？', '不能。取得药品经营许可证后才能经营药品。']],
  change: { handling: { mode: 'platform', formKey: 'pharmacy-licence-form', processKey: 'review-with-inspection', processVersion: 1, licenceTypeCode: 'pharmacy-licence' }, specialProcedures: [{ key: 'inspection', name: '现场检查', kind: 'site-inspection', days: 10, unit: 'working-day', basis: '《药品经营和使用质量监督管理办法》规定药品监督管理部门应当组织现场检查。', departmentName: department }] },
});

const equipment = composeItem({
  key: 'special-equipment', department, window: 'B05', name: '特种设备使用登记', aliases: ['电梯登记', '锅炉登记', '起重机登记'], taskType: '07', audience: 'company', topics: ['026', '028'], stages: ['growth'],
  summary: '锅炉、压力容器、电梯、起重机械投入使用前或者30日内登记。',
  bases: [law('中华人民共和国特种设备安全法', '第三十三条', '特种设备使用单位应当在特种设备投入使用前或者投入使用后三十日内，向负责特种设备安全监督管理的部门办理使用登记，取得使用登记证书。登记标志应当置于该特种设备的显著位置。', '中华人民共和国主席令第4号')],
  conditions: ['设备经监督检验合格。', '有安全管理人员和持证作业人员。'],
  form: { title: '特种设备使用登记表', points: ['设备代码、制造编号与监督检验证书一致。'],
    sections: [part('equipment', '设备情况', [field.text('equipmentName', '设备名称'), field.text('equipmentCode', '设备代码', 40)], [field.text('madeBy', '制造单位'), field.text('serial', '产品编号', 60)], [field.text('place', '使用地点', 200), field.date('inspectedOn', '监督检验日期', { maximum: 'today' })])],
    sample: { equipmentName: '曳引驱动乘客电梯', equipmentCode: '31105116022026000001', madeBy: '示范电梯制造有限公司', serial: 'DT2026001', place: '广安区示范路1号2号楼', inspectedOn: '2026-10-30' } },
  materials: [businessLicence({ key: 'user-licence', name: '使用单位营业执照' }), paper('inspection', '监督检验证书', '检验结论合格。', '设备信息与登记表一致。', { source: '30', sourceExplanation: '特种设备检验机构' }), paper('quality', '产品质量证明文件', '含合格证和铭牌拓印。', '制造单位有相应许可。'),
    paper('maintenance', '维护保养合同', '维保单位有许可，合同在有效期内。', '设备包含在合同范围内。', { when: given({ kind: ['lift'] }) }), paper('energy', '锅炉能效证明', '能效测试合格。', '型号一致。', { when: given({ kind: ['boiler'] }), source: '30', sourceExplanation: '能效测试机构' })],
  questions: [ask('kind', '登记什么设备？', { lift: '电梯', boiler: '锅炉', vessel: '压力容器、压力管道', crane: '起重机械、厂内机动车辆' }), ask('moved', '设备是新装的还是移装、过户来的？', { new: '新安装', moved: '移装或者过户' })],
  situations: [way('new', '新设备登记', { moved: ['new'] }), way('moved', '移装、过户变更登记', { moved: ['moved'] }, ['须交回原使用登记证。'])],
  days: { legal: 15, promised: 5, basis: '特种设备使用管理规则（TSG 08）' }, review: '核对检验结论和人员资格。', result: { name: '特种设备使用登记证', type: '10', licence: 'special-equipment-certificate', validity: '长期，按期检验', sample: '载明使用单位、设备代码、登记编号。' },
  faqs: [['小区电梯由谁登记？', '由物业服务企业登记；没有物业的，由业主委员会或者实际管理人登记。']],
});

const pledge = composeItem({
  key: 'equity-pledge', department, window: 'B02', name: '股权出质设立登记', aliases: ['股权质押', '股权出质'], taskType: '07', audience: 'company', topics: ['010'], stages: ['growth'],
  summary: '股东以所持股权为债务提供质押担保，登记后质权设立。',
  bases: [law('中华人民共和国民法典', '第四百四十三条第一款', '以基金份额、股权出质的，质权自办理出质登记时设立。', '中华人民共和国主席令第45号')],
  conditions: ['出质的股权没有被冻结、没有重复出质。', '出质股权所在公司在本区登记。'],
  form: { title: '股权出质登记申请书', points: ['出质股权数额不超过出质人持有的数额。'],
    sections: [part('pledge', '出质信息', [field.text('pledgor', '出质人'), field.text('pledgee', '质权人')], [field.text('targetCompany', '股权所在公司'), field.money('amount', '出质股权数额')], [field.text('contractNumber', '质权合同编号', 60)])],
    sample: { pledgor: '广安示范市政工程有限公司', pledgee: '示范银行广安支行', targetCompany: '广安示范建材有限公司', amount: 200_000_000, contractNumber: '质字2026第001号' } },
  materials: [paper('contract', '质权合同', '出质人、质权人签章。', '担保范围和数额明确。'), paper('register', '股东名册或者出资证明', '公司盖章。', '出质人是登记的股东。'),
    paper('foreign', '外方股东主体资格公证认证文件', '经公证、认证。', '主体信息一致。', { when: given({ holder: ['foreign'] }), source: '99', sourceExplanation: '公证机构、驻外使领馆' }), identityDocument('holder-id', '出质人身份证', { when: given({ holder: ['person'] }) })],
  questions: [ask('holder', '出质人是谁？', { person: '自然人', company: '境内企业', foreign: '境外投资者' })],
  situations: [way('person', '自然人出质', { holder: ['person'] }), way('company', '企业出质', { holder: ['company'] }), way('foreign', '境外投资者出质', { holder: ['foreign'] })],
  days: { legal: 1, promised: 0 }, review: '形式审查，当场登记。', result: { name: '股权出质设立登记通知书', type: '20', validity: '至出质注销', sample: '载明出质人、质权人、股权数额和登记编号。' },
  faqs: [['还清贷款后要做什么？', '由出质人和质权人共同申请股权出质注销登记。']],
});

/** 市场监管: opening and closing shops, closing a company, pharmacies, equipment, pledges. */
export const marketItems: readonly SeedItem[] = [household, householdEnd, deregistration, pharmacy, equipment, pledge];
