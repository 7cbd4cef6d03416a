import { businessLicence, identityDocument } from '../item-parts.ts';
import type { SeedItem } from '../seed-types.ts';
import { ask, certificate, column, composeItem, field, given, law, paper, part, way } from './compose-item.ts';

const department = '区住建局';
const greening = (clause: string, text: string) => law('城市绿化条例', clause, text, '国务院令第100号公布，2026年1月30日修订');

const construction = composeItem({
  key: 'construction-permit', department, window: 'B16', name: '建筑工程施工许可证核发', aliases: ['施工许可', '施工许可证', '开工许可'], taskType: '01', audience: 'company', topics: ['016', '008'], stages: ['construction'],
  summary: '房屋建筑和市政工程开工前，建设单位申领施工许可证。',
  bases: [law('中华人民共和国建筑法', '第七条', '建筑工程开工前，建设单位应当按照国家有关规定向工程所在地县级以上人民政府建设行政主管部门申请领取施工许可证；但是，国务院建设行政主管部门确定的限额以下的小型工程除外。按照国务院规定的权限和程序批准开工报告的建筑工程，不再领取施工许可证。', '2019年4月23日修正'),
    law('中华人民共和国建筑法', '第八条第一款', '申请领取施工许可证，应当具备下列条件：（一）已经办理该建筑工程用地批准手续；（二）依法应当办理建设工程规划许可证的，已经取得建设工程规划许可证；（三）需要拆迁的，其拆迁进度符合施工要求；（四）已经确定建筑施工企业；（五）有满足施工需要的资金安排、施工图纸及技术资料；（六）有保证工程质量和安全的具体措施。', '2019年4月23日修正')],
  conditions: ['已经办理用地批准手续，取得建设工程规划许可证。', '已经确定施工企业，有满足施工需要的资金安排和施工图。', '有保证工程质量和安全的具体措施。'],
  form: { title: '建筑工程施工许可申请表', points: ['建设规模、合同价格与规划许可、施工合同一致。'],
    sections: [part('project', '工程', [field.text('projectName', '工程名称', 120), field.text('projectPlace', '建设地点', 200)], [field.number('floorArea', '建筑面积', '平方米', 10_000_000, 2), field.money('contractPrice', '合同价格')], [field.text('designer', '设计单位'), field.text('builder', '施工单位')], [field.text('supervisor', '监理单位'), field.period('construction', '合同工期')])],
    sample: { projectName: '广安示范产业园1号厂房', projectPlace: '四川省广安市广安区示范路1号', floorArea: 12_000, contractPrice: 2_600_000_000, designer: '示范设计院有限公司', builder: '示范建筑工程有限公司', supervisor: '示范监理有限公司', construction: { start: '2027-01-05', end: '2028-03-31' } } },
  materials: [certificate('land', '用地批准手续', '自然资源和规划部门', '不动产权证书或者用地批准书。', '权利人、地点一致。'), certificate('planning', '建设工程规划许可证', '自然资源和规划部门', '在有效期内。', '建设规模一致。', { when: given({ scope: ['building', 'municipal'] }) }),
    paper('contract', '施工合同和中标通知书', '依法招标的附中标通知书。', '合同价格、工期一致。'), paper('drawings', '施工图审查合格书', '审查机构盖章。', '工程名称、规模一致。', { when: given({ scope: ['building', 'municipal'] }), source: '30', sourceExplanation: '施工图审查机构' }), paper('safety', '质量安全措施文件', '含危大工程清单和专项方案目录。', '措施覆盖申请的工程内容。'),
    paper('fire', '特殊建设工程消防设计审查意见书', '结论合格。', '设计版本一致。', { when: given({ special: ['yes'] }), source: '20', issuingAuthority: '住房城乡建设主管部门' })],
  questions: [ask('scope', '是什么工程？', { building: '新建、改建、扩建房屋建筑', municipal: '市政基础设施', decoration: '装饰装修' }), ask('small', '投资100万元以下，或者建筑面积500平方米以下吗？', { no: '不是', yes: '是' }), ask('special', '属于特殊建设工程（大型人员密集场所、一类高层公共建筑）吗？', { no: '不属于', yes: '属于' }, { when: given({ small: ['no'] }) })],
  situations: [way('ordinary', '一般工程', { small: ['no'], special: ['no'] }), way('special', '特殊建设工程', { small: ['no'], special: ['yes'] }, ['先取得消防设计审查合格意见。']), way('small', '不需要施工许可', { small: ['yes'] }, ['限额以下的小型工程不需要施工许可证，仍应当遵守质量安全规定。'], { refused: true })],
  days: { legal: 5, promised: 3, basis: '建筑法第八条：收到申请之日起七日，折合5个工作日' }, review: '核对用地、规划、合同、图审和质量安全信息。', result: { name: '建筑工程施工许可证', type: '10', licence: 'construction-permit', validity: '自领取之日起3个月内开工', sample: '载明建设单位、工程名称、地点、规模、合同价格和参建单位。' },
  faqs: [['领证后没有按时开工怎么办？', '因故不能按期开工的，向发证机关申请延期；延期以两次为限，每次不超过3个月。']],
});

const presale = composeItem({
  key: 'housing-presale', department, window: 'B16', name: '商品房预售许可', aliases: ['预售证', '卖期房', '预售许可证'], taskType: '01', audience: 'company', topics: ['016', '002'], stages: ['growth'],
  summary: '开发企业预售商品房，先取得商品房预售许可证。',
  bases: [law('中华人民共和国城市房地产管理法', '第四十五条第一款', '商品房预售，应当符合下列条件：（一）已交付全部土地使用权出让金，取得土地使用权证书；（二）持有建设工程规划许可证；（三）按提供预售的商品房计算，投入开发建设的资金达到工程建设总投资的百分之二十五以上，并已经确定施工进度和竣工交付日期；（四）向县级以上人民政府房产管理部门办理预售登记，取得商品房预售许可证明。', '2019年8月26日修正')],
  conditions: ['已经交付全部土地出让金，取得不动产权证书。', '持有建设工程规划许可证和施工许可证。', '投入资金达到总投资的25%以上，确定了施工进度和交付日期。'],
  form: { title: '商品房预售许可申请表', points: ['投入资金比例不低于25%。', '预售资金监管账户已经开立。'],
    sections: [part('project', '预售项目', [field.text('projectName', '项目名称', 120), field.text('buildings', '预售楼栋', 100)], [field.number('sellArea', '预售面积', '平方米', 10_000_000, 2), field.number('units', '预售套数', '套', 100_000)], [field.money('totalInvestment', '总投资'), field.money('spent', '已经投入')], [field.text('escrow', '资金监管银行和账号', 120), field.date('handover', '交付日期')])],
    sample: { projectName: '示范花园', buildings: '1号楼、2号楼', sellArea: 18_000, units: 168, totalInvestment: 12_000_000_000, spent: 4_000_000_000, escrow: '示范银行广安支行 5101000000000001', handover: '2028-12-31' },
    checks: [{ id: 'spentEnough', expression: 'spent >= totalInvestment * 0.25', message: '已经投入的资金应当达到总投资的25%以上。', fieldIds: ['spent'] }] },
  materials: [businessLicence(), certificate('land', '不动产权证书', '不动产登记机构', '土地出让金已经交清。', '地块与项目一致。'), certificate('permits', '规划许可证和施工许可证', '自然资源和规划、住房城乡建设部门', '在有效期内。', '楼栋一致。', { replacedByLicenceTypes: ['construction-permit'] }), paper('progress', '工程进度和投入资金证明', '监理单位、会计师事务所盖章。', '投入比例达到25%。', { source: '30', sourceExplanation: '监理单位、会计师事务所' }), paper('plan', '预售方案', '写明位置、面积、交付时间、资金监管。', '方案附分层平面图。'),
    paper('mortgage', '抵押权人同意预售的证明', '抵押权人盖章。', '抵押范围内的房屋已经列明。', { when: given({ mortgaged: ['yes'] }) })],
  questions: [ask('mortgaged', '土地或者在建工程抵押了吗？', { no: '没有抵押', yes: '已经抵押' }), ask('stage', '主体工程到什么进度？', { enough: '达到预售形象进度', early: '还没有达到' })],
  situations: [way('clear', '没有抵押的项目', { mortgaged: ['no'], stage: ['enough'] }), way('mortgaged', '有抵押的项目', { mortgaged: ['yes'], stage: ['enough'] }, ['须抵押权人书面同意。']), way('early', '进度不够', { stage: ['early'] }, ['达到形象进度后再申请；取得预售许可前不得收取任何预订款性质的费用。'], { refused: true })],
  days: { legal: 10, promised: 5, basis: '城市商品房预售管理办法' }, review: '核对投入资金，现场查勘进度。', result: { name: '商品房预售许可证', type: '10', licence: 'presale-permit', validity: '至项目竣工', sample: '载明项目、楼栋、面积、套数、监管账户。' },
  faqs: [['取得预售证后多久开盘？', '应当在10日内一次性公开全部准售房源和价格。']],
});

const gas = composeItem({
  key: 'gas-business', department, window: 'B17', name: '燃气经营许可', aliases: ['瓶装燃气许可', '燃气经营许可证', '加气站'], taskType: '01', audience: 'company', topics: ['031', '028'], stages: ['market-access'],
  summary: '从事管道燃气、瓶装燃气和加气站经营的企业取得许可。',
  bases: [law('城镇燃气管理条例', '第十五条第一款', '国家对燃气经营实行许可证制度。从事燃气经营活动的企业，应当具备下列条件：（一）符合燃气发展规划要求；（二）有符合国家标准的燃气气源和燃气设施；（三）有固定的经营场所、完善的安全管理制度和健全的经营方案；（四）企业的主要负责人、安全生产管理人员以及运行、维护和抢修人员经专业培训并考核合格；（五）法律、法规规定的其他条件。', '国务院令第583号公布，国务院令第666号修订')],
  conditions: ['符合燃气发展规划。', '有符合国家标准的气源和设施，有固定场所和安全管理制度。', '主要负责人、安全管理人员和运行抢修人员考核合格。'],
  form: { title: '燃气经营许可申请表', points: ['人员数量达到经营规模的要求。'],
    sections: [part('gas', '经营情况', [field.pick('gasKind', '经营类别', '管道燃气', '瓶装燃气', '燃气汽车加气站'), field.text('siteAddress', '场站地址', 200)], [field.text('source', '气源单位'), field.number('storage', '储气规模', '立方米', 10_000_000, 1)], [field.number('certified', '考核合格人员', '人', 10_000), field.text('hotline', '24小时抢险电话', 20)])],
    sample: { gasKind: '瓶装燃气', siteAddress: '四川省广安市广安区枣山大道100号', source: '示范燃气有限公司', storage: 100, certified: 12, hotline: '0826-2000119' } },
  materials: [businessLicence(), paper('source', '气源供应协议', '在有效期内。', '气质符合国家标准。'), paper('facility', '设施竣工验收文件', '含消防验收和压力容器登记。', '场站地址一致。'), paper('staff', '人员考核合格证明和名册', '主要负责人、安全管理、抢修人员。', '合格证在有效期内。'), paper('emergency', '应急预案和抢险器材清单', '预案经备案。', '配备24小时抢险队伍。'),
    paper('pipeline', '特许经营协议', '政府授权部门签署。', '经营区域与申请一致。', { when: given({ kind: ['pipeline'] }), source: '20', issuingAuthority: '燃气管理部门' }), paper('cylinder', '气瓶充装许可和自有产权气瓶登记', '市场监管部门核发。', '气瓶可追溯。', { when: given({ kind: ['bottle'] }), source: '20', issuingAuthority: '市场监督管理部门' })],
  questions: [ask('kind', '经营哪一类燃气？', { pipeline: '管道燃气', bottle: '瓶装燃气', station: '汽车加气站' }), ask('matter', '是新申请还是延续？', { new: '新申请', renewal: '许可证到期，延续' })],
  situations: [way('pipeline', '管道燃气经营', { kind: ['pipeline'] }), way('bottle-new', '瓶装燃气，新申请', { kind: ['bottle'], matter: ['new'] }), way('bottle-renewal', '瓶装燃气，延续', { kind: ['bottle'], matter: ['renewal'] }, ['须在有效期届满30日前申请。']), way('station', '加气站', { kind: ['station'] })],
  days: { legal: 20, promised: 12, basis: '行政许可法第四十二条' }, review: '书面审查，组织专家现场核查。', result: { name: '燃气经营许可证', type: '10', licence: 'gas-licence', validity: '5年', sample: '载明企业名称、经营类别、区域和有效期。' },
  faqs: [['餐馆用瓶装气要办吗？', '不要。用气单位不经营燃气，应当与持证企业签订供用气合同。']],
});

const publicRental = composeItem({
  key: 'public-rental', department, window: 'B18', name: '公共租赁住房资格确认', aliases: ['公租房', '廉租房', '申请公租房'], taskType: '07', audience: 'person', topics: ['015'], stages: ['housing', 'relief'],
  summary: '本地无房或者住房困难、收入符合规定的家庭和外来务工人员申请。',
  bases: [law('公共租赁住房管理办法', '第七条第一款', '申请公共租赁住房，应当符合以下条件：（一）在本地无住房或者住房面积低于规定标准；（二）收入、财产低于规定标准；（三）申请人为外来务工人员的，在本地稳定就业达到规定年限。', '住房和城乡建设部令第11号')],
  conditions: ['在本区没有住房，或者人均住房面积低于规定标准。', '收入、财产低于规定标准。', '外来务工人员在本区稳定就业达到规定年限。'],
  form: { title: '公共租赁住房申请表', points: ['家庭人口、收入与核对结果一致。'],
    sections: [part('family', '家庭和住房', [field.number('people', '家庭人口', '人', 20), field.money('monthlyIncome', '家庭月收入')], [field.number('homeArea', '现有住房面积', '平方米', 1000, 1), field.pick('living', '现在居住', '租房', '单位宿舍', '与父母同住', '自有住房')], [field.pick('want', '希望的方式', '实物配租', '租赁补贴'), field.text('workplace', '工作单位')])],
    sample: { people: 3, monthlyIncome: 480_000, homeArea: 0, living: '租房', want: '实物配租', workplace: '广安示范电子有限公司' } },
  materials: [identityDocument('id-cards', '家庭成员身份证'), paper('income', '收入证明', '用人单位盖章或者近6个月流水。', '与申报收入一致。'), paper('labour', '劳动合同和社会保险缴费证明', '连续缴费达到规定月数。', '单位在本区。', { when: given({ who: ['worker'] }) }), certificate('graduate', '毕业证书', '毕业学校', '毕业不满5年。', '姓名一致。', { when: given({ who: ['graduate'] }) }),
    certificate('priority', '优抚、残疾、见义勇为证明', '退役军人、残联、政法部门', '在有效期内。', '属于优先保障对象。', { when: given({ priority: ['yes'] }) })],
  questions: [ask('who', '您属于哪一类申请人？', { local: '本区城镇住房困难家庭', graduate: '新就业的毕业生', worker: '外来务工人员' }), ask('house', '在本区有自己的房子吗？', { none: '没有', small: '有，人均面积很小', enough: '有，人均面积超过标准' }), ask('priority', '有优抚对象、重度残疾人、见义勇为人员吗？', { no: '没有', yes: '有' }, { when: given({ house: ['none', 'small'] }) })],
  situations: [way('local', '城镇住房困难家庭', { who: ['local'], house: ['none', 'small'] }), way('graduate', '新就业毕业生', { who: ['graduate'], house: ['none', 'small'] }), way('worker', '外来务工人员', { who: ['worker'], house: ['none', 'small'] }), way('enough', '不符合条件', { house: ['enough'] }, ['人均住房面积超过标准的，不能申请公共租赁住房。'], { refused: true })],
  days: { legal: 30, promised: 15 }, review: '联审住房、收入、车辆、社保信息，公示20天。', result: { name: '公共租赁住房保障资格通知书', type: '20', validity: '轮候期至配租', sample: '载明保障方式、轮候号。' },
  faqs: [['选中的房不满意能换吗？', '放弃选房的，本次资格可以保留一次，重新轮候。']],
});

const greenOccupation = composeItem({
  key: 'green-occupation', department, window: 'B17', name: '临时占用城市绿化用地审批', aliases: ['占用绿地', '占绿审批'], taskType: '01', audience: 'company', topics: ['018', '016'], stages: ['construction'],
  summary: '因建设或者特殊需要临时占用城市绿化用地。',
  bases: [greening('第十九条', '任何单位和个人都不得擅自占用城市绿化用地；占用的城市绿化用地，应当限期归还。因建设或者其他特殊需要临时占用城市绿化用地，须经城市人民政府城市绿化行政主管部门同意，并按照有关规定办理临时用地手续。')],
  conditions: ['因建设或者特殊需要，没有替代方案。', '有恢复绿化的方案和保证。'],
  form: { title: '临时占用城市绿化用地申请表', points: ['占用面积与平面图一致。'],
    sections: [part('green', '占用情况', [field.text('place', '绿地位置', 200), field.number('greenArea', '占用面积', '平方米', 1_000_000, 1)], [field.pick('purpose', '用途', '管线施工', '施工围挡', '临时道路', '公共活动'), field.period('occupation', '占用期限')], [field.lines('restore', '恢复方案', 500)])],
    sample: { place: '广安区滨江路中段东侧绿化带', greenArea: 86, purpose: '管线施工', occupation: { start: '2026-12-15', end: '2027-03-15' }, restore: '竣工后7日内按原品种规格补植，养护1年。' } },
  materials: [paper('plan', '占用绿地平面图', '标明范围、树木位置。', '范围与现场一致。'), paper('restoration', '绿化恢复方案', '写明品种、规格、工期。', '不低于原标准。'), certificate('approval', '建设项目批准文件', '审批部门', '载明建设内容。', '项目与占用事由一致。', { when: given({ cause: ['project'] }) }), paper('emergency', '抢险情况说明', '写明险情和时间。', '险情属实。', { when: given({ cause: ['emergency'] }) })],
  questions: [ask('cause', '为什么占用？', { project: '建设工程', event: '公共活动', emergency: '抢险' }), ask('trees', '需要移栽树木吗？', { no: '不需要', yes: '需要' })],
  situations: [way('plain', '只占用绿地', { trees: ['no'] }), way('with-trees', '占用并移栽树木', { trees: ['yes'] }, ['同时申请砍伐（移植）城市树木审批，两件一起办。'])],
  days: { legal: 20, promised: 7, basis: '行政许可法第四十二条' }, review: '现场核查绿地和树木。', result: { name: '临时占用城市绿化用地许可决定书', type: '20', validity: '批准的期限', sample: '载明位置、面积、期限和恢复要求。' },
  faqs: [['占用期满要做什么？', '占用的绿化用地应当限期归还，并按批准的方案恢复绿化。']],
});

const cityTrees = composeItem({
  key: 'city-trees', department, window: 'B17', name: '砍伐（移植）城市树木审批', aliases: ['砍小区的树', '移树审批', '修剪大树'], taskType: '01', audience: 'company', topics: ['018'], stages: ['construction'],
  summary: '砍伐、移植城市树木，经批准并补植。',
  bases: [greening('第二十条', '任何单位和个人都不得损坏城市树木花草和绿化设施。砍伐城市树木，必须经城市人民政府城市绿化行政主管部门批准，并按照国家有关规定补植树木或者采取其他补救措施。')],
  conditions: ['树木严重影响安全、采光，或者工程建设确实不能避让。', '有补植或者补救措施。'],
  form: { title: '砍伐（移植）城市树木申请表', points: ['株数、胸径与现场一致。'],
    sections: [part('trees', '树木', [{ id: 'trees', type: 'table', label: '树木', required: true, minimumRows: 1, maximumRows: 100, rowName: '树木', columns: [column(field.text('species', '树种', 40), 30), column(field.number('diameter', '胸径', '厘米', 500, 1), 20), column(field.number('count', '株数', '株', 10_000), 20), column(field.pick('action', '方式', '砍伐', '移植', '重度修剪'), 30)] }], [{ id: 'treeTotal', type: 'number', label: '合计', unit: '株', decimals: 0, computed: 'total(trees.count)' }, field.text('place', '位置', 200)], [field.lines('reason', '原因', 500)])],
    sample: { trees: [{ species: '香樟', diameter: 18, count: 3, action: '移植' }], place: '广安区示范花园2号楼南侧', reason: '树枝伸入住户窗户，遮挡采光，物业征求业主意见后申请移植。' } },
  materials: [paper('photos', '树木现状照片', '每株清楚可辨。', '与现场一致。', { fileTypes: ['jpg', 'png', 'pdf'] }), paper('replanting', '补植或者移植方案', '写明地点、品种、养护期。', '补植株数不少于砍伐株数。'), paper('owners', '业主共同决定的证明', '公示满7日，写明表决结果。', '涉及的业主同意。', { when: given({ place: ['community'] }) }), paper('project', '建设项目规划文件', '标明不能避让的范围。', '树木在施工范围内。', { when: given({ place: ['project'] }) })],
  questions: [ask('place', '树在哪里？', { community: '居住小区', street: '道路、公园', project: '建设工程范围内' }), ask('ancient', '是挂牌的古树名木吗？', { no: '不是', yes: '是' })],
  situations: [way('community', '小区树木', { place: ['community'], ancient: ['no'] }), way('public', '道路、公园树木', { place: ['street'], ancient: ['no'] }), way('project', '工程范围内的树木', { place: ['project'], ancient: ['no'] }), way('ancient', '古树名木', { ancient: ['yes'] }, ['依照《古树名木保护条例》，古树名木禁止采伐；重点建设项目确实无法避让的，由认定它的古树名木主管部门审核，报本级人民政府批准移植。'], { refused: true })],
  days: { legal: 20, promised: 7, basis: '行政许可法第四十二条' }, review: '现场查验树木和影响。', result: { name: '砍伐（移植）城市树木许可决定书', type: '20', validity: '6个月', sample: '载明树种、株数、方式和补植要求。' },
  faqs: [['树要倒了，来不及申请怎么办？', '因不可抗力危及管线安全的，管线管理单位可以先行扶正或者砍伐，并及时报告绿化主管部门和绿地管理单位；其他险情请立即报告绿化主管部门处置。']],
});

/** 住房城乡建设: building, sale of homes, gas, public rental, green land and trees. */
export const housingItems: readonly SeedItem[] = [construction, presale, gas, publicRental, greenOccupation, cityTrees];
