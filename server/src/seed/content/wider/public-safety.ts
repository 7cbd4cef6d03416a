import { businessLicence, identityDocument } from '../item-parts.ts';
import type { SeedItem } from '../seed-types.ts';
import { ask, certificate, column, composeItem, field, given, law, paper, part, way } from './compose-item.ts';

const police = '区公安分局';
const emergency = '区应急管理局';
const transport = '区交通运输局';
const chemicalsLaw = (clause: string, text: string) => law('中华人民共和国危险化学品安全法', clause, text, '2025年12月27日通过，2026年5月1日起施行');

const hotel = composeItem({
  key: 'hotel-licence', department: police, window: 'C01', name: '旅馆业特种行业许可', aliases: ['开旅馆', '开宾馆', '民宿许可', '特种行业许可证'], taskType: '01', audience: 'company', topics: ['029', '002'], stages: ['market-access'],
  summary: '旅馆、宾馆、民宿开业前取得特种行业许可证。',
  bases: [law('旅馆业治安管理办法', '第四条第一款', '申请开办旅馆，应取得市场监管部门核发的营业执照，向当地公安机关申领特种行业许可证后，方准开业。', '1987年11月10日公安部发布，2022年3月29日修订')],
  conditions: ['已经取得营业执照。', '房屋建筑、消防设备符合规定，有必要的防盗安全设施。'],
  form: { title: '旅馆业特种行业许可申请登记表', points: ['客房、床位数量与平面图一致。'],
    sections: [part('hotel', '旅馆情况', [field.text('hotelName', '旅馆名称'), field.text('hotelAddress', '地址', 200)], [field.number('rooms', '客房', '间', 5000), field.number('beds', '床位', '张', 10_000)], [field.person('safetyHead', '治安负责人'), { id: 'safetyMobile', type: 'mobile', label: '治安负责人电话', required: true, sensitive: true }], [field.pick('building', '房屋性质', '自有', '租赁', '居民自建房（民宿）')])],
    sample: { hotelName: '广安示范宾馆', hotelAddress: '四川省广安市广安区思源大道88号', rooms: 60, beds: 96, safetyHead: '李敏', safetyMobile: '13800000000', building: '租赁' } },
  materials: [businessLicence(), paper('building', '房屋权属和安全证明', '房产证或者租赁合同，附房屋安全鉴定。', '用途允许经营。'), paper('layout', '平面图和监控点位图', '标明客房、出入口、监控。', '监控覆盖出入口、通道。'), paper('system', '旅馆业治安信息系统安装证明', '安装、测试合格。', '能够实时传输。'),
    paper('fire', '消防安全检查意见', '结论合格。', '地址、面积一致。', { when: given({ kind: ['hotel'] }), source: '20', issuingAuthority: '消防救援机构' }), paper('promise', '民宿消防安全承诺书', '经营者签字。', '房间数、层数在民宿范围内。', { when: given({ kind: ['homestay'] }), type: '2', sample: { kind: 'text', text: '本民宿客房不超过14间、层数不超过4层，已配备灭火器、独立烟感。签名：______' } })],
  questions: [ask('kind', '开什么样的旅馆？', { hotel: '宾馆、酒店、旅社', homestay: '14间以内、4层以下的民宿' }), ask('place', '房屋是住宅楼里的单元房吗？', { no: '不是', yes: '是' })],
  situations: [way('hotel', '旅馆', { kind: ['hotel'] }, [], {}), way('homestay', '民宿', { kind: ['homestay'], place: ['no'] }, ['消防采用承诺方式。']), way('homestay-flat', '住宅楼内的民宿', { kind: ['homestay'], place: ['yes'] }, ['须经有利害关系的业主一致同意。'])],
  days: { legal: 20, promised: 7, basis: '行政许可法第四十二条' }, review: '现场检查治安防范设施。', result: { name: '特种行业许可证（旅馆业）', type: '10', licence: 'hotel-licence', validity: '长期', sample: '载明旅馆名称、地址、负责人、床位数。' },
  faqs: [['日租房要办吗？', '以日、小时计价对外接待住宿的，按旅馆业管理，应当取得许可。']],
});

const residence = composeItem({
  key: 'residence-permit', department: police, window: 'C02', name: '居住证核发', aliases: ['办居住证', '暂住证'], taskType: '07', audience: 'person', topics: ['002', '017'], stages: ['daily-life'],
  summary: '离开常住户口所在地到本区居住半年以上的公民申领。',
  bases: [law('居住证暂行条例', '第二条', '公民离开常住户口所在地，到其他城市居住半年以上，符合有合法稳定就业、合法稳定住所、连续就读条件之一的，可以依照本条例的规定申领居住证。', '国务院令第663号')],
  conditions: ['到本区居住并登记满半年。', '有合法稳定就业、合法稳定住所、连续就读之一。'],
  form: { title: '居住证申领登记表', points: ['居住登记满半年。'],
    sections: [part('stay', '居住情况', [{ id: 'hukou', type: 'region', label: '常住户口所在地', required: true, lowestLevel: 'county' }, field.date('since', '来本区居住日期', { maximum: 'today' })], [field.text('stayAddress', '居住地址', 200), field.pick('stayKind', '居住方式', '租赁', '自有住房', '单位宿舍', '学校宿舍')])],
    sample: { hukou: '510104000000', since: '2026-03-01', stayAddress: '四川省广安市广安区和平路9号', stayKind: '租赁' } },
  materials: [identityDocument('id-card', '居民身份证'), paper('photo', '相片', '近期免冠彩色照片。', '为本人。', { fileTypes: ['jpg', 'png'], maxFiles: 1 }), paper('work', '劳动合同或者用人单位证明', '载明工作起止时间。', '单位在本区。', { when: given({ ground: ['work'] }) }), paper('home', '房屋租赁合同或者产权证明', '地址完整。', '地址与居住登记一致。', { when: given({ ground: ['home'] }) }), paper('study', '学生证或者就读证明', '载明学籍。', '连续就读。', { when: given({ ground: ['study'] }), source: '99', sourceExplanation: '就读学校' })],
  questions: [ask('ground', '符合哪一个条件？', { work: '有合法稳定就业', home: '有合法稳定住所', study: '连续就读' }), ask('registered', '居住登记满半年了吗？', { yes: '满了', no: '没有登记，或者不满半年' })],
  situations: [way('work', '因就业居住', { ground: ['work'], registered: ['yes'] }), way('home', '因住所居住', { ground: ['home'], registered: ['yes'] }), way('study', '因就读居住', { ground: ['study'], registered: ['yes'] }), way('too-early', '还不能申领', { registered: ['no'] }, ['请先办理居住登记，满半年后申领居住证。'], { refused: true })],
  days: { legal: 15, promised: 7, unit: 'calendar-day', basis: '居住证暂行条例第九条' }, review: '核对居住登记和证明。', result: { name: '居住证', type: '10', licence: 'residence-permit', validity: '1年签注一次', sample: '载明姓名、居住地址、签发机关、签发日期。' },
  faqs: [['居住证过期怎么办？', '每年签注一次；逾期不签注的中止使用功能，补办签注后恢复，居住年限自补办之日起连续计算。']], change: { selfServiceTerminal: true },
});

const event = composeItem({
  key: 'mass-event', department: police, window: 'C01', name: '大型群众性活动安全许可', aliases: ['办演唱会', '展销会审批', '大型活动许可'], taskType: '01', audience: 'company', topics: ['029', '023'], stages: ['growth'],
  summary: '预计参加人数1000人以上的演出、比赛、展销、游园活动，提前20日申请。',
  bases: [law('大型群众性活动安全管理条例', '第十一条第一款', '公安机关对大型群众性活动实行安全许可制度。《营业性演出管理条例》对演出活动的安全管理另有规定的，从其规定。', '国务院令第505号'),
    law('大型群众性活动安全管理条例', '第十四条第一款', '公安机关收到申请材料应当依法做出受理或者不予受理的决定。对受理的申请，应当自受理之日起7日内进行审查，对活动场所进行查验，对符合安全条件的，做出许可的决定；对不符合安全条件的，做出不予许可的决定，并书面说明理由。', '国务院令第505号')],
  conditions: ['承办者是依照法定程序成立的法人或者组织。', '活动内容不违反宪法、法律、法规和社会公德。', '有符合规定的安全工作方案，活动场所、设施符合安全要求。'],
  form: { title: '大型群众性活动安全许可申请表', points: ['预计人数不超过场所核定容量。'],
    sections: [part('event', '活动', [field.text('eventName', '活动名称', 120), field.pick('eventKind', '种类', '体育比赛', '演唱会、音乐会', '展览、展销', '游园、灯会、庙会', '招聘会')], [field.text('place', '地点', 200), field.period('eventPeriod', '活动时间')], [field.number('people', '预计人数', '人', 1_000_000), field.number('guards', '安全工作人员', '人', 10_000)])],
    sample: { eventName: '广安区迎新年灯会', eventKind: '游园、灯会、庙会', place: '广安区思源广场', eventPeriod: { start: '2027-02-01', end: '2027-02-10' }, people: 4000, guards: 120 },
    checks: [{ id: 'large', expression: 'people >= 1000', message: '预计人数不足1000人的活动不需要申请安全许可。', fieldIds: ['people'] }] },
  materials: [businessLicence({ key: 'organiser', name: '承办者主体资格证明' }), paper('plan', '活动方案及说明', '写明内容、流程、人数；共同承办的附联合承办协议。', '流程与申请表一致。'), paper('safety', '安全工作方案', '含人员分工、疏散、票证、应急措施。', '安全人员数量与人数相当。'), paper('venue', '场所管理者同意提供活动场所的证明', '盖章，写明时间。', '时间覆盖布展、活动、撤场。'), paper('structure', '临时搭建物检测报告', '有资质的机构出具。', '结论合格。', { when: given({ stage: ['yes'] }), source: '30', sourceExplanation: '检测机构' })],
  questions: [ask('people', '预计多少人参加？', { small: '不足1000人', middle: '1000人以上不足5000人', large: '5000人以上' }), ask('stage', '要搭建舞台、看台吗？', { no: '不搭建', yes: '搭建' }, { when: given({ people: ['middle'] }) })],
  situations: [way('middle', '区公安分局许可的活动', { people: ['middle'] }), way('large', '市公安局许可的活动', { people: ['large'] }, ['5000人以上的活动由设区的市级公安机关许可，请向市公安局申请。'], { refused: true }), way('small', '不需要许可', { people: ['small'] }, ['不需要安全许可，但应当落实安全措施并告知辖区派出所。'], { refused: true })],
  days: { legal: 5, promised: 4, basis: '大型群众性活动安全管理条例第十四条：受理之日起7日，折合5个工作日' }, review: '审查方案，查验场所。', result: { name: '大型群众性活动安全许可决定书', type: '20', validity: '批准的活动时间', sample: '载明活动名称、时间、地点、人数、承办者。' },
  faqs: [['要提前多久申请？', '在活动举办日的20日前提出。']],
});

const chemicals = composeItem({
  key: 'hazardous-chemicals', department: emergency, window: 'C05', name: '危险化学品经营许可', aliases: ['危化品经营', '油漆店许可', '加油站危化证'], taskType: '01', audience: 'company', topics: ['028', '002'], stages: ['market-access'],
  summary: '经营（包括仓储经营）危险化学品的企业取得许可。',
  bases: [chemicalsLaw('第五十三条第一款', '国家对危险化学品经营（包括仓储经营，下同）实行许可制度。未经许可，任何单位和个人不得经营危险化学品。危险化学品经营企业不得向未经许可从事危险化学品生产、经营活动的企业采购危险化学品。'),
    chemicalsLaw('第五十四条', '从事危险化学品经营的企业应当具备下列条件：（一）有符合国家标准、行业标准的经营场所，储存危险化学品的，还应当有符合国家标准、行业标准的储存设施；（二）从业人员经过专业技术培训并经考核合格；（三）有健全的安全管理规章制度；（四）有专职安全生产管理人员，主要负责人和安全生产管理人员具备与本企业危险化学品经营活动相适应的安全生产知识和管理能力，经应急管理部门考核合格；（五）有符合国家规定的危险化学品事故应急预案和必要的应急救援器材、装备、设备和物资；（六）法律、法规规定的其他条件。'),
    chemicalsLaw('第五十五条第一款', '从事剧毒化学品、易制爆危险化学品经营的企业，应当向所在地设区的市级人民政府应急管理部门提出申请。从事其他危险化学品经营的企业，应当向所在地县级人民政府应急管理部门提出申请；有储存设施且储存数量构成重大危险源的，应当向所在地设区的市级人民政府应急管理部门提出申请。申请人应当提交其符合本法第五十四条规定条件的证明材料。设区的市级人民政府应急管理部门或者县级人民政府应急管理部门应当依法进行审查，并按照规定对申请人的经营场所、储存设施进行现场核查。自收到证明材料之日起二十个工作日内作出批准或者不予批准的决定。予以批准的，颁发危险化学品经营许可证；不予批准的，书面通知申请人并说明理由。')],
  conditions: ['经营场所、储存设施符合国家标准。', '从业人员考核合格，有专职安全管理人员和安全制度。', '有应急预案和应急救援器材。'],
  form: { title: '危险化学品经营许可证申请书', points: ['经营品种与储存条件相适应。'],
    sections: [part('chemicals', '经营情况', [field.pick('mode', '经营方式', '无储存', '带储存', '加油站'), field.text('siteAddress', '经营（储存）地址', 200)], [{ id: 'kinds', type: 'table', label: '经营品种', required: true, minimumRows: 1, maximumRows: 100, rowName: '品种', columns: [column(field.text('chemical', '品名', 80), 50), column(field.text('cas', 'CAS号', 20), 25), column(field.number('most', '最大储存量', '吨', 100_000, 2), 25)] }], [field.person('safetyHead', '专职安全管理人员'), field.text('certificateNumber', '考核合格证编号', 40)])],
    sample: { mode: '无储存', siteAddress: '四川省广安市广安区前锋大道7号', kinds: [{ chemical: '油漆稀释剂', cas: '108-88-3', most: 0 }], safetyHead: '王建国', certificateNumber: '511602196508080017' } },
  materials: [businessLicence(), paper('rules', '安全管理制度和岗位操作规程目录', '覆盖购销、储存、应急。', '制度由主要负责人签发。'), paper('staff', '主要负责人、安全管理人员考核合格证', '在有效期内。', '人员在职。'), paper('premises', '经营场所产权或者租赁证明', '地址一致。', '用途允许。', { when: given({ mode: ['office'] }) }), paper('evaluation', '安全评价报告', '有资质的机构出具，结论合格。', '评价范围覆盖储存设施。', { when: given({ mode: ['storage', 'station'] }), source: '30', sourceExplanation: '安全评价机构' }), paper('fire', '消防验收文件', '结论合格。', '设施一致。', { when: given({ mode: ['storage', 'station'] }), source: '20', issuingAuthority: '住房城乡建设主管部门' })],
  questions: [ask('mode', '怎样经营？', { office: '只做贸易，不储存', storage: '带储存设施', station: '加油站' }), ask('poison', '经营剧毒化学品、易制爆危险化学品，或者储存数量构成重大危险源吗？', { no: '都不是', yes: '是' })],
  situations: [way('office', '无储存经营', { mode: ['office'], poison: ['no'] }), way('storage', '带储存经营', { mode: ['storage'], poison: ['no'] }, ['须现场核查储存设施。'], { flags: ['site-inspection'] }), way('station', '加油站', { mode: ['station'], poison: ['no'] }, ['须先取得成品油零售经营资格。']), way('city', '由市级许可的经营', { poison: ['yes'] }, ['经营剧毒化学品、易制爆危险化学品的，储存数量构成重大危险源的，请向市应急管理局申请。'], { refused: true })],
  days: { legal: 20, promised: 15, basis: '危险化学品安全法第五十五条' }, review: '审查证明材料，现场核查经营场所、储存设施。', result: { name: '危险化学品经营许可证', type: '10', licence: 'hazardous-chemicals-licence', validity: '3年', sample: '载明企业名称、地址、经营方式、许可范围和有效期。' },
  faqs: [['卖乳胶漆要办吗？', '不在危险化学品目录内的水性涂料不需要；含目录内溶剂的需要。']],
});

const plan = composeItem({
  key: 'emergency-plan-filing', department: emergency, window: 'C05', name: '生产安全事故应急预案备案', aliases: ['应急预案备案', '安全预案'], taskType: '10', audience: 'company', topics: ['028', '019'], stages: ['growth'],
  summary: '危险物品单位和人员密集场所经营单位，将应急预案报送备案。',
  bases: [law('生产安全事故应急条例', '第七条', '易燃易爆物品、危险化学品等危险物品的生产、经营、储存、运输单位，矿山、金属冶炼、城市轨道交通运营、建筑施工单位，以及宾馆、商场、娱乐场所、旅游景区等人员密集场所经营单位，应当将其制定的生产安全事故应急救援预案按照国家有关规定报送县级以上人民政府负有安全生产监督管理职责的部门备案，并依法向社会公布。', '国务院令第708号')],
  conditions: ['预案经过评审或者论证，由主要负责人签署公布。', '自公布之日起20个工作日内备案。'],
  form: { title: '生产安全事故应急预案备案申报表', points: ['预案公布日期在20个工作日以内。'],
    sections: [part('plan', '预案', [field.text('planName', '预案名称', 120), field.date('publishedOn', '公布日期', { maximum: 'today' })], [field.pick('business', '单位类型', '危险物品单位', '矿山、金属冶炼', '建筑施工', '人员密集场所'), field.number('employees', '从业人数', '人', 1_000_000)])],
    sample: { planName: '广安示范商场生产安全事故应急预案', publishedOn: '2026-11-10', business: '人员密集场所', employees: 120 } },
  materials: [paper('plan', '应急预案文本', '含综合预案、专项预案、处置方案。', '组织机构、联系方式完整。'), paper('review', '评审或者论证意见', '评审人员签字。', '意见已经采纳修改。'), paper('risk', '风险评估结果和应急资源调查清单', '与单位实际一致。', '风险点在预案中都有处置措施。'), paper('changes', '修订说明', '写明修订内容和原因。', '与原备案版本对应。', { when: given({ matter: ['revised'] }) })],
  questions: [ask('matter', '是第一次备案还是修订后备案？', { first: '第一次', revised: '修订后' }), ask('kind', '单位属于哪一类？', { dangerous: '危险物品、矿山、冶炼、施工单位', crowded: '宾馆、商场、娱乐、景区', none: '都不是' })],
  situations: [way('first', '首次备案', { matter: ['first'], kind: ['dangerous', 'crowded'] }), way('revised', '修订备案', { matter: ['revised'], kind: ['dangerous', 'crowded'] }), way('none', '不需要备案', { kind: ['none'] }, ['不在须备案的范围，但仍应当编制预案并组织演练。'], { refused: true })],
  days: { legal: 5, promised: 2, basis: '生产安全事故应急预案管理办法' }, review: '核对材料是否齐全。', result: { name: '生产安全事故应急预案备案登记表', type: '20', validity: '长期，预案修订后重新备案', sample: '载明单位、预案名称、备案编号和日期。' },
  faqs: [['预案多久修订一次？', '每3年至少评估一次；组织机构、风险发生重大变化的及时修订。']],
});

const roadWorks = composeItem({
  key: 'highway-works', department: transport, window: 'C08', name: '涉路施工许可', aliases: ['占用公路', '挖掘公路', '公路开口'], taskType: '01', audience: 'company', topics: ['017'], stages: ['construction'],
  summary: '占用、挖掘公路，跨越、穿越公路架设管线，在公路上增设平面交叉道口。',
  bases: [law('中华人民共和国公路法', '第四十四条', '任何单位和个人不得擅自占用、挖掘公路。因修建铁路、机场、电站、通信设施、水利工程和进行其他建设工程需要占用、挖掘公路或者使公路改线的，建设单位应当事先征得有关交通主管部门的同意；影响交通安全的，还须征得有关公安机关的同意。占用、挖掘公路或者使公路改线的，建设单位应当按照不低于该段公路原有的技术标准予以修复、改建或者给予相应的经济补偿。', '2017年11月4日修正'),
    law('公路安全保护条例', '第二十八条第二款', '公路管理机构应当自受理申请之日起20日内作出许可或者不予许可的决定；影响交通安全的，应当征得公安机关交通管理部门的同意；涉及经营性公路的，应当征求公路经营企业的意见；不予许可的，公路管理机构应当书面通知申请人并说明理由。', '国务院令第593号')],
  conditions: ['符合公路建设规划和技术标准。', '有保障公路质量和安全的设计、施工方案，有应急方案。'],
  form: { title: '涉路施工活动许可申请书', points: ['桩号、宽度与设计图一致。'],
    sections: [part('works', '施工', [field.text('route', '公路名称和桩号', 120), field.pick('works', '施工种类', '占用、挖掘公路', '跨越、穿越公路', '公路用地架设、埋设管线', '增设平面交叉道口', '建筑控制区内埋设管线')], [field.number('length', '长度', '米', 1_000_000, 1), field.number('width', '宽度', '米', 1000, 1)], [field.period('period', '施工期限'), field.text('builder', '施工单位')])],
    sample: { route: 'S204线 K12+300至K12+420', works: '公路用地架设、埋设管线', length: 120, width: 0.8, period: { start: '2026-12-20', end: '2027-01-31' }, builder: '示范管道工程有限公司' } },
  materials: [paper('design', '设计和施工方案', '符合公路技术标准。', '恢复标准不低于原标准。', { source: '30', sourceExplanation: '设计单位' }), paper('safety', '保障公路质量和安全的技术评价报告', '评价结论可行。', '评价范围覆盖全部施工。', { when: given({ scale: ['major'] }), source: '30', sourceExplanation: '评价机构' }), paper('emergency', '处置施工险情和意外事故的应急方案', '写明人员、器材、联系方式。', '与公路管理机构衔接。'), paper('traffic', '公安机关交通管理部门意见', '写明同意的时段和措施。', '与申请的路段、期限一致。', { when: given({ traffic: ['yes'] }), source: '20', issuingAuthority: '公安机关交通管理部门' })],
  questions: [ask('road', '是哪一类公路？', { county: '县道、乡道、村道，区管的省道', trunk: '国道、高速公路' }), ask('scale', '工程大吗？', { minor: '一般施工', major: '穿越公路桥隧、开挖路面结构' }, { when: given({ road: ['county'] }) }), ask('traffic', '影响交通安全吗？', { no: '不影响', yes: '影响' }, { when: given({ road: ['county'] }) })],
  situations: [way('minor', '一般涉路施工', { road: ['county'], scale: ['minor'] }), way('major', '重大涉路施工', { road: ['county'], scale: ['major'] }, ['须提交技术评价报告，组织专家评审。'], { flags: ['expert-review'] }), way('trunk', '上级许可的公路', { road: ['trunk'] }, ['国道、高速公路的涉路施工向市、省交通运输部门申请。'], { refused: true })],
  days: { legal: 20, promised: 10, basis: '公路安全保护条例第二十八条' }, review: '现场勘验，审查方案。', result: { name: '涉路施工活动许可证', type: '10', licence: 'highway-works-permit', validity: '批准的施工期', sample: '载明路段、种类、期限和要求。' },
  faqs: [['抢修地下管线怎么办？', '请在现场设置警示标志，立即报告公路管理机构和公安机关交通管理部门，按照要求处置。']],
});

const oversized = composeItem({
  key: 'oversized-transport', department: transport, window: 'C08', name: '公路超限运输许可', aliases: ['大件运输', '超限运输', '超限车辆通行证'], taskType: '01', audience: 'company', topics: ['017'], stages: ['growth'],
  summary: '载运不可解体物品、超过公路限载限高限宽限长的车辆上路行驶。',
  bases: [law('中华人民共和国公路法', '第五十条第一款', '超过公路、公路桥梁、公路隧道或者汽车渡船的限载、限高、限宽、限长标准的车辆，不得在有限定标准的公路、公路桥梁上或者公路隧道内行驶，不得使用汽车渡船。超过公路或者公路桥梁限载标准确需行驶的，必须经县级以上地方人民政府交通主管部门批准，并按要求采取有效的防护措施；运载不可解体的超限物品的，应当按照指定的时间、路线、时速行驶，并悬挂明显标志。', '2017年11月4日修正'),
    law('公路安全保护条例', '第三十六条第一款第四项', '在区、县范围内进行超限运输的，向区、县公路管理机构提出申请，由区、县公路管理机构受理并审批。', '国务院令第593号')],
  conditions: ['载运的物品不可解体。', '车辆、驾驶员具有相应资格。'],
  form: { title: '公路超限运输申请表', points: ['车货总重、轴荷与车辆参数一致。'],
    sections: [part('load', '车货', [field.text('goods', '货物名称'), field.text('plate', '牵引车号牌', 20)], [field.number('totalWeight', '车货总质量', '吨', 1000, 2), field.number('axles', '轴数', '轴', 40)], [field.number('totalLength', '总长', '米', 100, 2), field.number('totalWidth', '总宽', '米', 20, 2)], [field.number('totalHeight', '总高', '米', 20, 2), field.period('travel', '运输时间')], [field.text('from', '起点', 100), field.text('to', '终点', 100)])],
    sample: { goods: '变压器', plate: '川X00001', totalWeight: 86.5, axles: 10, totalLength: 26.8, totalWidth: 3.6, totalHeight: 4.6, travel: { start: '2026-12-18', end: '2026-12-25' }, from: '广安区枣山物流园', to: '广安区代市变电站' } },
  materials: [certificate('vehicle', '车辆行驶证和道路运输证', '公安机关、交通运输部门', '在有效期内。', '车辆参数一致。'), paper('photo', '车货轮廓图', '标明尺寸、轴距、轴荷。', '与申请表一致。'), paper('plan', '护送方案', '写明护送车辆、人员、路线、应急。', '路线与申请一致。', { when: given({ size: ['large', 'huge'] }) }), paper('strengthen', '桥梁加固方案', '设计单位编制。', '验算通过。', { when: given({ size: ['huge'] }), source: '30', sourceExplanation: '设计单位' })],
  questions: [ask('range', '运输路线到哪里？', { county: '只在广安区内', beyond: '跨县、跨市、跨省' }), ask('size', '车货有多大？', { small: '总高不超过4.2米、总宽不超过3米、总长不超过20米，且总质量不超过限值', large: '超过以上，总高不超过4.5米、总宽不超过3.75米、总长不超过28米、总质量不超过100吨', huge: '更大' }, { when: given({ range: ['county'] }) })],
  situations: [way('small', '一类超限', { range: ['county'], size: ['small'] }, []), way('large', '二类超限', { range: ['county'], size: ['large'] }), way('huge', '三类超限', { range: ['county'], size: ['huge'] }, ['须护送，通行前加固桥梁。']), way('beyond', '跨区域运输', { range: ['beyond'] }, ['在广安市范围内跨区县的，向市级公路管理机构申请；跨市的，向省级公路管理机构申请；跨省的，由起运地省级公路管理机构统一受理。'], { refused: true })],
  days: { legal: 20, promised: 5, basis: '行政许可法第四十二条' }, review: '勘测路线，验算桥涵。', result: { name: '超限运输车辆通行证', type: '10', licence: 'oversized-permit', validity: '批准的时间', sample: '载明车辆、货物、路线、时间、时速。' },
  faqs: [['空车返回要办吗？', '空载不超限的不要；超限的半挂车空载返回仍应当申请。']],
});

/** 公安、应急、交通: hotels, residence, large events, chemicals, plans, works on highways, oversized loads. */
export const publicSafetyItems: readonly SeedItem[] = [hotel, residence, event, chemicals, plan, roadWorks, oversized];
