import { businessLicence, conditionPoint, identityDocument, point, proving } from '../item-parts.ts';
import type { SeedItem } from '../seed-types.ts';
import { ask, certificate, composeItem, field, given, law, paper, part, way } from './compose-item.ts';

const department = '区行政审批局';

const clinic = composeItem({
  key: 'clinic-filing', department, window: 'B10', name: '诊所备案', aliases: ['开诊所', '中医诊所备案', '口腔诊所'], taskType: '10', audience: 'company', topics: ['021', '002'], stages: ['market-access'],
  summary: '开办诊所向所在地县级卫生健康部门备案后执业。',
  bases: [law('医疗机构管理条例', '第十四条', '医疗机构执业，必须进行登记，领取《医疗机构执业许可证》；诊所按照国务院卫生行政部门的规定向所在地的县级人民政府卫生行政部门备案后，可以执业。', '国务院令第149号公布，2022年3月29日修订')],
  conditions: ['诊所负责人取得医师资格并注册满5年。', '有与诊疗科目相适应的房屋、设备和医务人员。'],
  form: { title: '诊所备案信息表', points: ['诊疗科目与医师执业范围一致。'],
    sections: [part('clinic', '诊所情况', [field.text('clinicName', '诊所名称'), field.text('clinicAddress', '执业地址', 200)], [field.person('head', '主要负责人'), field.text('doctorNumber', '医师执业证书编号', 30)], [field.number('clinicArea', '建筑面积', '平方米', 5000, 1), field.number('doctors', '执业医师', '人', 100)], [field.many('subjects', '诊疗科目', '全科医疗科', '内科', '外科', '口腔科', '中医科', '医疗美容科')])],
    sample: { clinicName: '广安仁心口腔诊所', clinicAddress: '四川省广安市广安区北辰街15号', head: '李敏', doctorNumber: '110511602000001', clinicArea: 120, doctors: 2, subjects: ['口腔科'] } },
  materials: [businessLicence({ key: 'founder', name: '设置主体营业执照' }), certificate('doctor', '医师资格证书和执业证书', '卫生健康主管部门', '注册满5年。', '执业范围覆盖诊疗科目。'), paper('premises', '房屋平面图和使用权证明', '标明功能分区。', '候诊、诊疗、处置分区设置。'), paper('waste', '医疗废物处置方案', '与有资质单位签订协议。', '协议在有效期内。'),
    paper('tcm-waiver', '中医诊所基本信息表', '写明中医诊疗技术。', '不含西医西药服务。', { when: given({ kind: ['tcm'] }) }), certificate('radiation', '放射诊疗许可', '卫生健康主管部门', '含口腔影像设备。', '设备型号一致。', { when: given({ xray: ['yes'] }) })],
  questions: [ask('kind', '办哪一类诊所？', { general: '普通诊所', tcm: '中医诊所', dental: '口腔诊所' }), ask('xray', '使用X光设备吗？', { yes: '使用', no: '不使用' }, { when: given({ kind: ['general', 'dental'] }) })],
  situations: [way('tcm', '中医诊所', { kind: ['tcm'] }, ['中医诊所的备案证由中医药主管部门核发。']), way('with-xray', '使用放射设备的诊所', { kind: ['general', 'dental'], xray: ['yes'] }, ['先取得放射诊疗许可。']), way('plain', '不用放射设备的诊所', { kind: ['general', 'dental'], xray: ['no'] })],
  days: { legal: 1, promised: 0, basis: '诊所备案管理暂行办法：材料齐全的当场发给备案凭证' }, review: '核对人员、科目和场所信息。', result: { name: '诊所备案凭证', type: '10', licence: 'clinic-filing', validity: '长期', sample: '载明诊所名称、地址、负责人和诊疗科目。' },
  faqs: [['一名医师能开两家诊所吗？', '诊所主要负责人应当主要在本诊所执业，不得同时任其他诊所的主要负责人。']],
});

const [qualified, mayRegister, employed] = ['取得医师资格。', '没有不予注册的情形。', '被医疗、预防、保健机构聘用。'];

const doctor = composeItem({
  key: 'doctor-registration', department, window: 'B10', name: '医师执业注册', aliases: ['医师注册', '医生执业证', '变更执业地点'], taskType: '01', audience: 'person', topics: ['010', '027'], stages: ['employment'],
  summary: '取得医师资格的人员首次注册、变更执业机构或者注销。',
  bases: [law('中华人民共和国医师法', '第十三条第一款、第二款', '国家实行医师执业注册制度。取得医师资格的，可以向所在地县级以上地方人民政府卫生健康主管部门申请注册。医疗卫生机构可以为本机构中的申请人集体办理注册手续。', '中华人民共和国主席令第94号')],
  conditions: [qualified, mayRegister, employed],
  form: { title: '医师执业注册申请审核表', points: ['执业类别与资格证书一致。'],
    sections: [part('practice', '执业信息', [field.text('qualification', '医师资格证书编号', 40), field.pick('class', '执业类别', '临床', '口腔', '公共卫生', '中医')], [field.text('workplace', '执业机构'), field.text('scope', '执业范围', 60)])],
    sample: { qualification: '202651110511602199208080036', class: '临床', workplace: '广安区示范医院', scope: '内科专业' } },
  materials: [identityDocument('id-card', '居民身份证'), certificate('qualification', '医师资格证书', '卫生健康主管部门', '清晰完整。', '姓名、类别与申请表一致。', { reviewPoints: [proving(qualified, point('match', 'review', '姓名、类别与申请表一致。'))] }),
    paper('employment', '聘用证明', '拟执业机构盖章。', '机构持有执业许可。', { reviewPoints: [proving(employed, point('match', 'review', '机构持有执业许可。'))] }),
    paper('training', '培训考核合格证明', '省级卫生健康部门指定机构出具，培训满6个月。', '考核合格。', { when: given({ gap: ['yes'] }), source: '99', sourceExplanation: '培训机构' })],
  questions: [ask('matter', '办什么？', { first: '首次注册', change: '变更执业机构、范围', cancel: '注销注册' }), ask('gap', '取得资格后两年以上没有注册，或者中止执业两年以上吗？', { no: '没有', yes: '有' }, { when: given({ matter: ['first'] }) })],
  situations: [way('first', '首次注册', { matter: ['first'], gap: ['no'] }), way('first-after-gap', '中断两年后首次注册', { matter: ['first'], gap: ['yes'] }, ['先接受6个月以上培训并考核合格。']), way('change', '变更注册', { matter: ['change'] }, ['在国家医师电子化注册系统确认后即时生效。']), way('cancel', '注销注册', { matter: ['cancel'] }, ['准予后不再核发执业证书，原证书同时失效。'], { withoutLicence: true })],
  days: { legal: 20, promised: 5, basis: '医师法第十三条' }, review: '核对资格、聘用和不良记录。', result: { name: '医师执业证书', type: '10', licence: 'doctor-certificate', validity: '长期，定期考核', sample: '载明姓名、类别、执业地点和执业范围。' },
  faqs: [['多点执业要重新注册吗？', '在同一区域多个机构执业的，以一个机构为主，按照国家有关规定办理相关手续。']],
  change: {
    // Registers show it, no paper does; whoever gives a registration up is not looked up.
    conditionPoints: [conditionPoint(mayRegister, 'no-bar', 'review', '在国家医师电子化注册系统查询，没有《中华人民共和国医师法》第十六条列举的情形。', { basis: '《中华人民共和国医师法》第十六条', situations: ['first', 'first-after-gap', 'change'] })],
    results: [
      { name: '医师执业证书', type: '10', validity: '长期，定期考核', sample: '载明姓名、类别、执业地点和执业范围。', licenceTypeCode: 'doctor-certificate', licenceStage: 'issue' },
      { name: '医师执业证书（变更后）', type: '10', validity: '长期，定期考核', sample: '载明变更后的执业地点和执业范围。', licenceTypeCode: 'doctor-certificate', licenceStage: 'change' },
      { name: '准予注销医师执业注册通知书', type: '20', validity: '长期', sample: '载明姓名、证书编号和注销日期。', licenceTypeCode: 'doctor-certificate', licenceStage: 'end' },
    ],
  },
});

const entertainment = composeItem({
  key: 'entertainment-licence', department, window: 'B11', name: '娱乐场所经营许可', aliases: ['KTV许可', '歌舞厅', '游戏厅'], taskType: '01', audience: 'company', topics: ['002', '023'], stages: ['market-access'],
  summary: '歌舞、游艺娱乐场所开业前取得许可。',
  bases: [law('娱乐场所管理条例', '第九条第一款', '娱乐场所申请从事娱乐场所经营活动，应当向所在地县级人民政府文化主管部门提出申请；外商投资的娱乐场所申请从事娱乐场所经营活动，应当向所在地省、自治区、直辖市人民政府文化主管部门提出申请。', '国务院令第458号公布，国务院令第732号修订')],
  conditions: ['不设在居民楼、博物馆、图书馆和文物保护建筑内，居民住宅区和学校、医院、机关周围，车站、机场等人群密集的场所，建筑物地下一层以下，与危险化学品仓库毗连的区域。', '边界噪声符合国家标准，消防手续齐全。'],
  form: { title: '娱乐场所经营许可申请登记表', points: ['核定人数与面积相符。'],
    sections: [part('venue', '场所情况', [field.text('venueAddress', '场所地址', 200), field.number('venueArea', '使用面积', '平方米', 100_000, 1)], [field.pick('venueKind', '类别', '歌舞娱乐', '游艺娱乐', '歌舞和游艺'), field.number('rooms', '包间', '间', 500)], [field.number('capacity', '申请核定人数', '人', 10_000), field.text('floor', '所在楼层', 20)])],
    sample: { venueAddress: '四川省广安市广安区城南商业街1号', venueArea: 900, venueKind: '歌舞娱乐', rooms: 20, capacity: 260, floor: '3层' } },
  materials: [businessLicence(), paper('plan', '场所平面图', '标明包间、消防通道、监控位置。', '包间门窗可见室内全貌。'), paper('fire', '消防安全检查意见', '结论为合格。', '场所地址和面积一致。', { source: '20', issuingAuthority: '消防救援机构' }), paper('noise', '边界噪声检测报告', '有资质的机构出具。', '昼夜噪声达标。', { source: '30', sourceExplanation: '检测机构' }),
    paper('games', '游戏游艺设备清单', '写明名称、数量和内容审核文号。', '设备内容经过审核。', { when: given({ kind: ['arcade', 'both'] }) })],
  questions: [ask('kind', '经营哪一类娱乐？', { karaoke: '歌舞', arcade: '游艺', both: '歌舞和游艺' }), ask('place', '场所在哪里？', { allowed: '不在下面这些地点', near: '居民楼、住宅区、学校、医院、机关旁边，车站、机场，博物馆、图书馆内，或者地下一层以下' })],
  situations: [way('karaoke', '歌舞娱乐场所', { kind: ['karaoke'], place: ['allowed'] }), way('arcade', '含游艺的娱乐场所', { kind: ['arcade', 'both'], place: ['allowed'] }, ['除国家法定节假日外，不得向未成年人提供电子游戏机。']), way('forbidden', '不能设立的地点', { place: ['near'] }, ['条例规定这些地点不得设立娱乐场所，请另选场所。'], { refused: true })],
  days: { legal: 20, promised: 12, basis: '行政许可法第四十二条' }, review: '实地检查设立地点和设施，举行听证。', result: { name: '娱乐经营许可证', type: '10', licence: 'entertainment-licence', validity: '2年', sample: '载明场所名称、地址、类别、核定人数。' },
  faqs: [['换老板要重新办吗？', '变更投资人员、法定代表人的，向原发证机关申请变更。']],
  change: { specialProcedures: [{ key: 'hearing', name: '听证', kind: 'hearing', days: 20, unit: 'working-day', basis: '《娱乐场所管理条例》第十条规定审批娱乐场所应当举行听证。', departmentName: department }] },
});

const bookshop = composeItem({
  key: 'publication-retail', department, window: 'B11', name: '出版物零售单位设立许可', aliases: ['开书店', '卖书许可', '出版物经营许可证'], taskType: '01', audience: 'company', topics: ['002', '023'], stages: ['market-access'],
  summary: '书店、报刊亭、网上书店零售出版物的许可。',
  bases: [law('出版管理条例', '第三十五条第二款', '单位和个体工商户从事出版物零售业务的，须经县级人民政府出版行政主管部门审核许可，取得《出版物经营许可证》。', '国务院令第343号公布，2024年12月6日修订')],
  conditions: ['已经登记，经营范围含出版物零售。', '有固定的经营场所，或者有网络经营条件。'],
  form: { title: '出版物零售单位设立申请表', points: ['经营品种明确。'],
    sections: [part('shop', '经营情况', [field.text('shopAddress', '经营场所', 200), field.number('shopArea', '面积', '平方米', 50_000, 1)], [field.many('kinds', '经营品种', '图书', '报纸', '期刊', '音像制品', '电子出版物'), field.pick('channel', '经营方式', '实体店', '网络', '实体店和网络')])],
    sample: { shopAddress: '四川省广安市广安区五福北路3号', shopArea: 60, kinds: ['图书', '期刊'], channel: '实体店' } },
  materials: [businessLicence(), paper('premises', '经营场所使用权证明', '房产证或者租赁合同。', '地址一致。', { when: given({ channel: ['shop', 'both'] }) }), paper('site', '网站备案信息', '载明域名和备案号。', '备案主体是申请人。', { when: given({ channel: ['online', 'both'] }) })],
  questions: [ask('channel', '在哪里卖？', { shop: '实体店', online: '网上', both: '都有' }), ask('school', '经营中小学教科书吗？', { no: '不经营', yes: '经营' })],
  situations: [way('retail', '一般零售', { school: ['no'] }), way('textbook', '中小学教科书', { school: ['yes'] }, ['中小学教科书发行资质由国务院和省级出版主管部门审批。'], { refused: true })],
  days: { legal: 20, promised: 5, basis: '出版物市场管理规定' }, review: '审查经营条件。', result: { name: '出版物经营许可证', type: '10', licence: 'publication-licence', validity: '至有效期届满', sample: '载明单位名称、地址、经营范围。' },
  faqs: [['已有许可证，开网店还要办吗？', '在15日内向原发证机关备案即可。']],
});

const felling = composeItem({
  key: 'tree-felling', department, window: 'B13', name: '林木采伐许可', aliases: ['砍树许可', '采伐证', '伐木'], taskType: '01', audience: 'person', topics: ['025'], stages: ['daily-life'],
  summary: '采伐林地上的林木，先申请采伐许可证；自留地和房前屋后零星林木除外。',
  bases: [law('中华人民共和国森林法', '第五十六条第一款、第二款', '采伐林地上的林木应当申请采伐许可证，并按照采伐许可证的规定进行采伐；采伐自然保护区以外的竹林，不需要申请采伐许可证，但应当符合林木采伐技术规程。农村居民采伐自留地和房前屋后个人所有的零星林木，不需要申请采伐许可证。', '2019年12月28日修订')],
  conditions: ['林木权属清楚。', '在年采伐限额内。'],
  form: { title: '林木采伐申请表', points: ['采伐面积、蓄积与调查数据一致。'],
    sections: [part('forest', '采伐情况', [field.text('plot', '采伐地点（村组、小地名、林班）', 200), field.pick('origin', '林种', '商品林', '公益林')], [field.number('fellingArea', '采伐面积', '亩', 100_000, 2), field.number('volume', '采伐蓄积', '立方米', 100_000, 2)], [field.pick('method', '采伐方式', '皆伐', '择伐', '抚育间伐', '更新采伐'), field.period('fellingPeriod', '采伐期')], [field.lines('replanting', '更新造林安排', 300)])],
    sample: { plot: '广安区花桥镇示范村3组松林坡', origin: '商品林', fellingArea: 12.5, volume: 9.8, method: '择伐', fellingPeriod: { start: '2026-12-10', end: '2027-02-28' }, replanting: '2027年春季补植柏树300株。' } },
  materials: [certificate('forest-right', '林权证明', '不动产登记机构', '不动产权证或者承包合同。', '地点、面积、权利人一致。'),
    paper('survey', '采伐作业设计', '有资质单位编制。', '因子与现场一致。', { when: given({ volume: ['large'] }), source: '30', sourceExplanation: '林业调查设计单位' }), paper('promise', '告知承诺书', '本人签字。', '承诺按期更新造林。', { when: given({ volume: ['small'] }), type: '2', sample: { kind: 'text', text: '本人承诺按批准的地点、方式、数量采伐，并按期完成更新。签名：______' } }),
    paper('disaster', '林业有害生物或者灾害证明', '写明灾害种类和范围。', '灾害属实。', { when: given({ reason: ['disaster'] }), source: '20', issuingAuthority: '林业主管部门' })],
  questions: [ask('where', '树长在哪里？', { forest: '林地', home: '自留地、房前屋后' }), ask('volume', '采伐多少？', { small: '不超过15立方米', large: '超过15立方米' }, { when: given({ where: ['forest'] }) }), ask('reason', '为什么采伐？', { ordinary: '自用、销售、更新', disaster: '虫害、火灾、倒伏' }, { when: given({ where: ['forest'] }) })],
  situations: [way('small', '小额采伐（告知承诺）', { where: ['forest'], volume: ['small'] }), way('large', '一般采伐', { where: ['forest'], volume: ['large'] }, ['须有采伐作业设计，现场查验。']), way('home', '不需要采伐证', { where: ['home'] }, ['自留地和房前屋后个人所有的零星林木，采伐不需要许可证。'], { refused: true })],
  days: { legal: 20, promised: 5, basis: '行政许可法第四十二条' }, review: '核对限额，超过15立方米的现场查验。', result: { name: '林木采伐许可证', type: '10', licence: 'felling-permit', validity: '批准的采伐期', sample: '载明地点、面积、蓄积、方式、期限和更新要求。' },
  faqs: [['竹子要办采伐证吗？', '自然保护区以外的竹林不需要采伐许可证。']],
});

const waterIntake = composeItem({
  key: 'water-intake', department, window: 'B13', name: '取水许可', aliases: ['取水证', '打井许可', '用水许可'], taskType: '01', audience: 'company', topics: ['020'], stages: ['construction', 'growth'],
  summary: '直接从江河、湖泊或者地下取水的单位和个人，取得取水许可。',
  bases: [law('中华人民共和国水法', '第四十八条第一款', '直接从江河、湖泊或者地下取用水资源的单位和个人，应当按照国家取水许可制度和水资源有偿使用制度的规定，向水行政主管部门或者流域管理机构申请领取取水许可证，并缴纳水资源费，取得取水权。但是，家庭生活和零星散养、圈养畜禽饮用等少量取水的除外。', '2016年7月2日修正')],
  conditions: ['取水符合水资源规划和用水总量控制。', '没有对公共利益和他人取水造成重大损害。'],
  form: { title: '取水许可申请书', points: ['年取水量与用途、用水定额相符。'],
    sections: [part('intake', '取水情况', [field.text('intakePlace', '取水地点', 200), field.pick('source', '水源', '地表水', '地下水')], [field.number('yearVolume', '年取水量', '万立方米', 100_000, 2), field.pick('use', '用途', '工业', '农业灌溉', '城镇供水', '水力发电', '养殖')], [field.number('maxFlow', '最大取水流量', '立方米/秒', 1000, 3), field.text('discharge', '退水地点和方式', 200)])],
    sample: { intakePlace: '渠江广安区段示范码头上游200米', source: '地表水', yearVolume: 12, use: '工业', maxFlow: 0.02, discharge: '处理达标后排入市政管网' } },
  materials: [businessLicence(), paper('report', '水资源论证报告书', '有能力的单位编制。', '论证结论支持取水量。', { when: given({ size: ['large'] }), source: '30', sourceExplanation: '编制单位' }), paper('form', '水资源论证表', '填写完整。', '取水合理。', { when: given({ size: ['small'] }) }),
    paper('third-party', '与第三者利害关系的说明', '写明影响和协商结果。', '利害关系人无异议或者已补偿。')],
  questions: [ask('source', '从哪里取水？', { surface: '江河、水库', ground: '地下水' }), ask('size', '年取水量多少？', { small: '较少，填报告表', large: '较多，编报告书' }, { help: '取水量较少、可以只填论证表的标准，由省级水行政主管部门规定；窗口会按现行标准核对。' }), ask('home', '是家庭生活、零星养殖用水吗？', { no: '不是', yes: '是' })],
  situations: [way('surface', '取用地表水', { source: ['surface'], home: ['no'] }), way('ground', '取用地下水', { source: ['ground'], home: ['no'] }, ['地下水禁采区不予批准；城市公共供水管网能够满足用水需要的，不批准自备设施取用地下水。'], { flags: ['site-inspection'] }), way('exempt', '不需要许可', { home: ['yes'] }, ['家庭生活和零星散养、圈养畜禽饮用的少量取水，不需要取水许可。'], { refused: true })],
  days: { legal: 45, promised: 15, basis: '取水许可和水资源费征收管理条例第十九条' }, review: '审查论证报告，必要时组织专家评审。', result: { name: '取水申请批准文件', type: '20', validity: '取水工程验收合格后换发取水许可证，许可证一般为5年', sample: '载明取水地点、水量、用途、期限。' },
  faqs: [['取水口建好后还要做什么？', '取水工程验收合格后，换发取水许可证，安装计量设施。']],
});

const soil = composeItem({
  key: 'soil-conservation', department, window: 'B13', name: '生产建设项目水土保持方案审批', aliases: ['水保方案', '水土保持'], taskType: '01', audience: 'company', topics: ['008', '020'], stages: ['construction'],
  summary: '可能造成水土流失的生产建设项目，开工前报批水土保持方案。',
  bases: [law('中华人民共和国水土保持法', '第二十五条第一款', '在山区、丘陵区、风沙区以及水土保持规划确定的容易发生水土流失的其他区域开办可能造成水土流失的生产建设项目，生产建设单位应当编制水土保持方案，报县级以上人民政府水行政主管部门审批，并按照经批准的水土保持方案，采取水土流失预防和治理措施。没有能力编制水土保持方案的，应当委托具备相应技术条件的机构编制。', '2010年12月25日修订')],
  conditions: ['项目在本区审批、核准或者备案。', '方案符合技术规范。'],
  form: { title: '水土保持方案审批申请表', points: ['征占地面积和土石方量与方案一致。'],
    sections: [part('project', '项目情况', [field.text('projectName', '项目名称', 120), { id: 'projectCode', type: 'text', label: '项目代码', required: true, maxLength: 24, pattern: '\\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{6}', patternMessage: '项目代码形如 2509-511602-04-01-123456。' }], [field.number('landArea', '征占地面积', '公顷', 100_000, 2), field.number('earthwork', '挖填土石方总量', '万立方米', 100_000, 2)], [field.money('investment', '总投资'), field.period('construction', '计划工期')])],
    sample: { projectName: '广安示范产业园厂房', projectCode: '2609-511602-04-01-123456', landArea: 3.2, earthwork: 4.5, investment: 1_200_000_000, construction: { start: '2027-01-10', end: '2028-06-30' } } },
  materials: [paper('report-book', '水土保持方案报告书', '含防治责任范围、措施、投资。', '防治指标达到国家标准。', { when: given({ size: ['book'] }), source: '30', sourceExplanation: '编制单位' }), paper('report-form', '水土保持方案报告表', '填写完整，附图齐全。', '措施可行。', { when: given({ size: ['form'] }) }), paper('promise', '承诺书', '法定代表人签字。', '项目属于编制报告表的范围。', { when: given({ size: ['form'] }), type: '2', sample: { kind: 'text', text: '本单位承诺按方案落实水土保持措施，接受监督检查。' } })],
  questions: [ask('size', '占地和土石方有多大？', { form: '占地0.5至5公顷，或者土石方1千至5万立方米', book: '占地5公顷以上，或者土石方5万立方米以上', none: '占地不足0.5公顷，且土石方不足1千立方米' })],
  situations: [way('promise', '报告表项目（承诺制）', { size: ['form'] }, ['履行承诺手续，受理后即时办结。']), way('book-review', '报告书项目', { size: ['book'] }, ['组织技术评审，不向申请人收费；评审时间不超过30个工作日，不计算在办理期限内。'], { flags: ['expert-review'] }), way('none', '不需要方案', { size: ['none'] }, ['不需要编制水土保持方案，但应当做好防护。'], { refused: true })],
  days: { legal: 10, promised: 5, basis: '生产建设项目水土保持方案管理办法（水利部令第53号）' }, review: '审查方案，报告书项目组织技术评审。', result: { name: '水土保持方案准予许可决定书', type: '20', validity: '满3年才开工的，须报原审批部门重新审核', sample: '载明项目、防治责任范围、补偿费。' },
  faqs: [['方案变更怎么办？', '地点、规模发生重大变化的，补充或者修改方案，报原审批机关。']],
});

const energy = composeItem({
  key: 'energy-review', department, window: 'B12', name: '固定资产投资项目节能审查', aliases: ['能评', '节能审查'], taskType: '01', audience: 'company', topics: ['008'], stages: ['construction'],
  summary: '年综合能源消费量达到规定标准的投资项目，开工前取得节能审查意见。',
  bases: [law('中华人民共和国节约能源法', '第十五条', '国家实行固定资产投资项目节能评估和审查制度。不符合强制性节能标准的项目，建设单位不得开工建设；已经建成的，不得投入生产、使用。政府投资项目不符合强制性节能标准的，依法负责项目审批的机关不得批准建设。具体办法由国务院管理节能工作的部门会同国务院有关部门制定。', '2018年10月26日修正'),
    law('固定资产投资项目节能审查和碳排放评价办法', '第八条第二款', '年综合能源消费量不满1000吨标准煤且年煤炭消费量不满1000吨的固定资产投资项目，涉及国家秘密（保密事项范围及密级应由具备定密权限的机关、单位确定）的固定资产投资项目以及用能工艺简单、节能潜力小的行业（具体行业目录由国家发展改革委制定公布并适时更新）的固定资产投资项目，可不单独编制节能报告。相关项目应按照相关节能标准、规范建设，节能审查机关对项目不再单独进行节能审查，不再出具节能审查意见。', '国家发展改革委令第31号，2025年9月1日起施行')],
  conditions: ['项目年综合能源消费量达到须审查的标准。', '采用的工艺、设备不属于淘汰类。'],
  form: { title: '固定资产投资项目节能审查申请表', points: ['能耗计算与节能报告一致。'],
    sections: [part('project', '项目和能耗', [field.text('projectName', '项目名称', 120), field.pick('industry', '行业', '制造业', '采矿业', '建筑业', '数据中心', '商贸服务')], [field.number('coal', '年综合能源消费量', '吨标准煤', 10_000_000, 1), field.number('power', '年用电量', '万千瓦时', 10_000_000, 1)], [field.money('investment', '总投资'), field.date('startDate', '计划开工日期')])],
    sample: { projectName: '广安示范数据中心', industry: '数据中心', coal: 3200, power: 2600, investment: 5_000_000_000, startDate: '2027-03-01' } },
  materials: [paper('report', '节能报告', '含能耗测算、节能措施、碳排放分析。', '单位产品能耗达到先进水平。', { when: given({ amount: ['report'] }), source: '30', sourceExplanation: '编制单位' }), paper('statement', '节能承诺表', '法定代表人签字。', '承诺采用的标准明确。', { when: given({ amount: ['promise'] }) }), paper('record', '项目审批、核准或者备案文件', '载明项目代码。', '项目名称、地点一致。')],
  questions: [ask('amount', '一年用多少能源？', { report: '1000吨标准煤以上不足10000吨，或者用煤1000吨以上不足10000吨', promise: '同样的用量，在已经实施区域节能审查的园区内', province: '10000吨标准煤以上，或者用煤10000吨以上，或者高耗能高排放项目', none: '不足1000吨标准煤，且用煤不足1000吨' }), ask('state', '开工了吗？', { no: '没有', yes: '已经开工' })],
  situations: [way('report', '节能报告审查', { amount: ['report'], state: ['no'] }, ['碳排放量较大的项目同步评价碳排放。'], { flags: ['expert-review'] }), way('province', '由上级审查的项目', { amount: ['province'], state: ['no'] }, ['年综合能源消费量10000吨标准煤以上的由省级节能审查机关审查；高耗能高排放项目的审查权限不得下放到县级。'], { refused: true }), way('promise', '告知承诺', { amount: ['promise'], state: ['no'] }), way('none', '不需要单独审查', { amount: ['none'], state: ['no'] }, ['不单独进行节能审查，按节能标准建设并对项目负责。'], { refused: true }),
    way('started', '已经开工的项目', { state: ['yes'] }, ['没有通过节能审查擅自开工的，请先停工，向节能监察机构说明后处理。'], { refused: true })],
  days: { legal: 20, promised: 10, basis: '行政许可法第四十二条；委托评审的时间不计算在内' }, review: '委托机构评审节能报告。', result: { name: '固定资产投资项目节能审查意见批复', type: '20', validity: '2年内开工有效', sample: '载明项目能耗、节能措施要求。' },
  faqs: [['评审要收费吗？', '不收。节能审查不得收取任何费用，评审经费纳入部门预算。']],
  change: { catalogCode: '000104002000', results: [{ name: '固定资产投资项目节能审查批复', type: '30', validity: '2年内开工有效', sample: '载明项目能耗、节能措施要求。' }] },
});

const investment = composeItem({
  key: 'investment-filing', department, window: 'B12', name: '企业投资项目备案', aliases: ['项目备案', '立项备案', '投资备案'], taskType: '10', audience: 'company', topics: ['008'], stages: ['construction'],
  summary: '核准目录以外的企业投资项目，开工前在线告知项目信息即完成备案。',
  bases: [law('企业投资项目核准和备案管理条例', '第十三条', '实行备案管理的项目，企业应当在开工建设前通过在线平台将下列信息告知备案机关：（一）企业基本情况；（二）项目名称、建设地点、建设规模、建设内容；（三）项目总投资额；（四）项目符合产业政策的声明。企业应当对备案项目信息的真实性负责。备案机关收到本条第一款规定的全部信息即为备案；企业告知的信息不齐全的，备案机关应当指导企业补正。企业需要备案证明的，可以要求备案机关出具或者通过在线平台自行打印。', '国务院令第673号')],
  conditions: ['项目不在政府核准的投资项目目录内。', '项目符合产业政策。'],
  form: { title: '企业投资项目备案信息表', points: ['建设内容不属于禁止投资的产业。'],
    sections: [part('project', '项目信息', [field.text('projectName', '项目名称', 120), field.text('projectPlace', '建设地点', 200)], [field.lines('content', '建设规模和内容', 800)], [field.money('investment', '总投资'), field.date('startDate', '计划开工日期')], [{ id: 'policy', type: 'boolean', label: '声明项目符合产业政策', required: true, mustBeTrue: true, trueLabel: '符合', falseLabel: '不符合' }])],
    sample: { projectName: '广安示范农产品冷链物流中心', projectPlace: '四川省广安市广安区官盛新区', content: '新建冷库2万立方米、分拣车间5000平方米。', investment: 8_000_000_000, startDate: '2027-03-15', policy: true } },
  materials: [businessLicence({ sourceExplanation: '系统自动核对，免交。' })],
  questions: [ask('listed', '项目在政府核准的投资项目目录内吗？', { no: '不在', yes: '在' }, { help: '目录由国务院发布，如跨区域的公路、独立的桥梁隧道、燃煤电站。' }), ask('invest', '谁投资？', { domestic: '内资企业', foreign: '外商投资企业' }, { when: given({ listed: ['no'] }) })],
  situations: [way('domestic', '内资项目备案', { listed: ['no'], invest: ['domestic'] }), way('foreign', '外商投资项目备案', { listed: ['no'], invest: ['foreign'] }, ['外商投资准入负面清单内的项目不能备案。']), way('listed', '须核准的项目', { listed: ['yes'] }, ['目录内的项目实行核准管理，请申请企业投资项目核准。'], { refused: true })],
  days: { legal: 1, promised: 0, basis: '企业投资项目核准和备案管理条例第十三条：收到全部信息即为备案' }, review: '信息齐全即为备案。', result: { name: '企业投资项目备案证明', type: '20', validity: '长期，信息有较大变更的及时告知', sample: '载明项目代码、名称、地点、内容和投资。' },
  faqs: [['备案后内容变了怎么办？', '项目法人、地点、规模、内容发生较大变更的，在线告知备案机关并修改信息。']], change: { tags: ['online', 'mobile', 'instant'] },
});

const animal = composeItem({
  key: 'animal-epidemic', department, window: 'B14', name: '动物防疫条件合格证核发', aliases: ['养殖场防疫证', '动物防疫合格证'], taskType: '01', audience: 'company', topics: ['015'], stages: ['market-access'],
  summary: '养殖场、隔离场、屠宰场和无害化处理场取得防疫条件合格证。',
  bases: [law('中华人民共和国动物防疫法', '第二十五条第一款', '国家实行动物防疫条件审查制度。开办动物饲养场和隔离场所、动物屠宰加工场所以及动物和动物产品无害化处理场所，应当向县级以上地方人民政府农业农村主管部门提出申请，并附具相关材料。受理申请的农业农村主管部门应当依照本法和《中华人民共和国行政许可法》的规定进行审查。经审查合格的，发给动物防疫条件合格证；不合格的，应当通知申请人并说明理由。', '2021年1月22日修订')],
  conditions: ['选址与居民区、水源、学校、交通干线的距离符合规定。', '生产区与生活区分开，有清洗消毒、污物处理设施。', '有执业兽医或者动物防疫技术人员，有防疫制度。'],
  form: { title: '动物防疫条件审查申请表', points: ['选址风险评估结论为可行。'],
    sections: [part('farm', '场所情况', [field.text('farmName', '场所名称'), field.text('farmAddress', '地址', 200)], [field.pick('animal', '动物种类', '猪', '牛', '羊', '禽', '兔'), field.number('scale', '年出栏（屠宰、处理）规模', '头（只）', 10_000_000)], [field.text('veterinarian', '执业兽医姓名', 40), field.number('farmArea', '占地面积', '亩', 100_000, 1)])],
    sample: { farmName: '广安区绿野养殖场', farmAddress: '四川省广安市广安区恒升镇示范村', animal: '猪', scale: 5000, veterinarian: '刘洋', farmArea: 30 } },
  materials: [businessLicence(), paper('layout', '场所地理位置图和各功能区布局平面图', '标明距离和流向。', '人流、物流分开。'), paper('facilities', '设施设备清单', '含清洗消毒、污水污物处理。', '设备与规模相适应。'), paper('rules', '防疫制度文本', '含免疫、消毒、检疫申报、无害化处理。', '制度可执行。'), paper('staff', '人员信息', '含执业兽医备案信息。', '兽医在备案期内。'),
    paper('risk', '选址风险评估表', '由县级农业农村部门组织评估。', '评估结论可行。', { when: given({ kind: ['farm', 'isolation'] }), source: '20', issuingAuthority: '农业农村主管部门' })],
  questions: [ask('kind', '开办哪一类场所？', { farm: '饲养场', isolation: '隔离场所', slaughter: '屠宰加工场所', disposal: '无害化处理场所' }), ask('matter', '是新办还是变更？', { new: '新办', change: '变更布局、设施' })],
  situations: [way('farm', '饲养场、隔离场所新办', { kind: ['farm', 'isolation'], matter: ['new'] }), way('slaughter', '屠宰、无害化处理场所新办', { kind: ['slaughter', 'disposal'], matter: ['new'] }), way('change', '变更', { matter: ['change'] }, ['变更布局、设施的，须重新审查。'])],
  days: { legal: 15, promised: 10, basis: '动物防疫条件审查办法' }, review: '书面审查后现场审查。', result: { name: '动物防疫条件合格证', type: '10', licence: 'animal-epidemic-certificate', validity: '长期，每年报告', sample: '载明场所名称、地址、经营范围、编号。' },
  faqs: [['养几头猪自己吃要办吗？', '不要。散养户不需要，达到省里规定的饲养场规模标准才需要。']],
});

const pesticide = composeItem({
  key: 'pesticide-licence', department, window: 'B14', name: '农药经营许可', aliases: ['卖农药', '农资店许可', '农药经营许可证'], taskType: '01', audience: 'company', topics: ['015', '002'], stages: ['market-access'],
  summary: '经营农药的单位取得许可；专门经营卫生用农药的除外。',
  bases: [law('农药管理条例', '第二十四条第一款', '国家实行农药经营许可制度，但经营卫生用农药的除外。农药经营者应当具备下列条件，并按照国务院农业主管部门的规定向县级以上地方人民政府农业主管部门申请农药经营许可证：（一）有具备农药和病虫害防治专业知识，熟悉农药管理规定，能够指导安全合理使用农药的经营人员；（二）有与其他商品以及饮用水水源、生活区域等有效隔离的营业场所和仓储场所，并配备与所申请经营农药相适应的防护设施；（三）有与所申请经营农药相适应的质量管理、台账记录、安全防护、应急处置、仓储管理等制度。', '国务院令第216号公布，2022年3月29日修订')],
  conditions: ['经营人员有专业学历，或者56学时以上培训经历。', '营业场所30平方米以上，仓储50平方米以上，与生活区隔离。', '有台账记录、安全防护制度和可追溯的电子系统。'],
  form: { title: '农药经营许可申请表', points: ['场所面积达到规定。'],
    sections: [part('shop', '经营情况', [field.text('shopAddress', '营业场所', 200), field.text('storeAddress', '仓储场所', 200)], [field.number('shopArea', '营业面积', '平方米', 10_000, 1), field.number('storeArea', '仓储面积', '平方米', 100_000, 1)], [field.person('keeper', '经营人员'), field.pick('study', '专业条件', '农学、植保专业中专以上学历', '56学时以上培训合格')])],
    sample: { shopAddress: '四川省广安市广安区协兴镇农资市场5号', storeAddress: '四川省广安市广安区协兴镇仓储区2号', shopArea: 45, storeArea: 80, keeper: '王建国', study: '56学时以上培训合格' },
    checks: [{ id: 'areaEnough', expression: 'shopArea >= 30 and storeArea >= 50', message: '营业场所不少于30平方米，仓储场所不少于50平方米。', fieldIds: ['shopArea', 'storeArea'] }] },
  materials: [businessLicence(), paper('study', '经营人员学历或者培训证明', '写明专业、学时。', '人员与申请表一致。'), paper('premises', '营业和仓储场所地址、面积、平面图', '标明隔离措施。', '与饮用水源、生活区隔离。'), paper('rules', '管理制度目录和文本', '覆盖台账、防护、应急、废弃物回收。', '含限制使用农药实名购买制度。'),
    paper('restricted', '限制使用农药专柜和人员证明', '2年以上从业经历的人员，专柜照片。', '符合省级布局规划。', { when: given({ kind: ['restricted'] }) })],
  questions: [ask('kind', '卖哪一类农药？', { ordinary: '一般农药', restricted: '含限制使用农药', hygiene: '只卖卫生用农药（蚊香、杀虫气雾剂）' })],
  situations: [way('ordinary', '一般农药', { kind: ['ordinary'] }), way('restricted', '含限制使用农药', { kind: ['restricted'] }, ['限制使用农药由省级农业农村部门核发许可证，本窗口初审后转报。']), way('hygiene', '不需要许可', { kind: ['hygiene'] }, ['只经营卫生用农药的，不需要农药经营许可。'], { refused: true })],
  days: { legal: 20, promised: 10, basis: '农药管理条例第二十四条' }, review: '书面审查和实地核查。', result: { name: '农药经营许可证', type: '10', licence: 'pesticide-licence', validity: '5年', sample: '载明单位名称、场所、经营范围和有效期。' },
  faqs: [['能在网上卖农药吗？', '取得许可证的可以销售一般农药；限制使用农药不得利用互联网经营。']],
});

const teacher = composeItem({
  key: 'teacher-qualification', department, window: 'B15', name: '教师资格认定（幼儿园、小学、初中）', aliases: ['教师资格证', '考教师证', '教资认定'], taskType: '01', audience: 'person', topics: ['010', '004'], stages: ['employment'],
  summary: '国家教师资格考试合格的人员申请幼儿园、小学和初级中学教师资格，每年春季、秋季各受理一次。',
  bases: [law('中华人民共和国教师法', '第十条', '国家实行教师资格制度。中国公民凡遵守宪法和法律，热爱教育事业，具有良好的思想品德，具备本法规定的学历或者经国家教师资格考试合格，有教育教学能力，经认定合格的，可以取得教师资格。', '2009年8月27日修正')],
  conditions: ['户籍、居住证或者就读学校在广安市广安区。', '国家教师资格考试合格，普通话二级乙等以上。', '身体健康，没有违法犯罪记录。'],
  form: { title: '教师资格认定申请表', points: ['申请的资格种类与考试合格证明一致。'],
    sections: [part('qualification', '申请信息', [field.pick('kind', '资格种类', '幼儿园', '小学', '初级中学'), field.text('subject', '任教学科', 40)], [field.text('examNumber', '考试合格证明编号', 40), field.pick('mandarin', '普通话等级', '一级甲等', '一级乙等', '二级甲等', '二级乙等')], [field.pick('degree', '学历', '大专', '本科', '研究生'), field.date('birthDay', '出生日期', { maximum: 'today' })])],
    sample: { kind: '小学', subject: '语文', examNumber: '20265111000123456', mandarin: '二级甲等', degree: '本科', birthDay: '1992-08-08' } },
  materials: [identityDocument('id-card', '居民身份证'), certificate('degree', '学历证书', '毕业学校', '国民教育系列。', '与学信网信息一致。'), certificate('exam', '国家教师资格考试合格证明', '教育部教育考试院', '在3年有效期内。', '种类、学科一致。', { when: given({ who: ['exam'] }) }), paper('ability', '师范生教师职业能力证书', '培养学校颁发，在有效期内。', '任教学段、学科一致。', { when: given({ who: ['normal'] }), source: '99', sourceExplanation: '培养学校' }), certificate('mandarin', '普通话水平测试等级证书', '语言文字工作部门', '二级乙等以上。', '姓名一致。'), paper('health', '体检表', '指定医院体检合格。', '体检在半年内。', { source: '99', sourceExplanation: '医疗机构' }),
    certificate('residence', '居住证', '公安机关', '在有效期内。', '居住地在本区。', { when: given({ place: ['permit'] }) })],
  questions: [ask('who', '您通过哪种方式具备条件？', { exam: '参加国家教师资格考试合格', normal: '师范生免试认定' }), ask('place', '为什么在广安区申请？', { hukou: '户籍在广安区', permit: '持广安区居住证', student: '在广安区高校就读的应届毕业生' })],
  situations: [way('exam', '考试合格人员', { who: ['exam'] }), way('normal', '师范生免试认定', { who: ['normal'] })],
  days: { legal: 20, promised: 15, basis: '教师资格条例第十六条：受理期限终止之日起30日，折合20个工作日' }, review: '核对学历、考试、普通话和犯罪记录信息。', result: { name: '教师资格证书', type: '10', licence: 'teacher-certificate', validity: '长期，5年定期注册', sample: '载明姓名、资格种类、任教学科、证书号码。' },
  faqs: [['高中教师资格在哪里办？', '高级中学和中等职业学校教师资格由市级教育部门认定。']],
});

const sports = composeItem({
  key: 'dangerous-sports', department, window: 'B11', name: '经营高危险性体育项目许可', aliases: ['游泳馆许可', '攀岩馆', '滑雪场许可'], taskType: '01', audience: 'company', topics: ['023', '002'], stages: ['market-access'],
  summary: '经营游泳、滑雪、潜水、攀岩的场所，取得许可。',
  bases: [law('全民健身条例', '第三十二条第一款', '企业、个体工商户经营高危险性体育项目的，应当符合下列条件，并向县级以上地方人民政府体育主管部门提出申请：（一）相关体育设施符合国家标准；（二）具有达到规定数量的取得国家职业资格证书的社会体育指导人员和救助人员；（三）具有相应的安全保障制度和措施。', '国务院令第560号公布，国务院令第666号修订')],
  conditions: ['体育设施符合国家标准。', '社会体育指导员和救助人员达到规定数量。', '有安全保障制度和措施。'],
  form: { title: '经营高危险性体育项目申请表', points: ['救生（救助）人员数量达到标准。'],
    sections: [part('venue', '场所情况', [field.text('venueAddress', '场所地址', 200), field.pick('sport', '项目', '游泳', '高山滑雪', '潜水', '攀岩')], [field.number('venueArea', '场地（水面）面积', '平方米', 100_000, 1), field.number('capacity', '最大容纳人数', '人', 100_000)], [field.number('coaches', '社会体育指导员', '人', 1000), field.number('rescuers', '救助人员', '人', 1000)])],
    sample: { venueAddress: '四川省广安市广安区体育路2号', sport: '游泳', venueArea: 500, capacity: 200, coaches: 3, rescuers: 6 } },
  materials: [businessLicence(), paper('facility', '体育设施符合国家标准的说明', '附检测报告。', '检测报告在有效期内。'), paper('staff', '指导员、救助人员职业资格证明', '人数达到规定。', '证书在有效期内。'), paper('safety', '安全保障制度和措施', '含应急预案、警示标识。', '措施与项目相适应。'),
    certificate('hygiene', '公共场所卫生许可证', '卫生健康主管部门', '在有效期内。', '经营地址一致。', { when: given({ sport: ['swim'] }), replacedByLicenceTypes: ['public-place-hygiene-licence'] })],
  questions: [ask('sport', '经营什么项目？', { swim: '游泳', climb: '攀岩', ski: '高山滑雪', dive: '潜水' }), ask('season', '经营多久？', { year: '全年', summer: '季节性开放' })],
  situations: [way('swim', '游泳场所', { sport: ['swim'] }), way('climb-ski-dive', '攀岩、滑雪、潜水场所', { sport: ['climb', 'ski', 'dive'] })],
  days: { legal: 20, promised: 10, basis: '全民健身条例第三十二条：收到申请之日起30日，折合20个工作日' }, review: '实地核查设施、人员和制度。', result: { name: '高危险性体育项目经营许可证', type: '10', licence: 'dangerous-sports-licence', validity: '5年', sample: '载明机构名称、场所、项目、人员数量。' },
  faqs: [['小区泳池要办吗？', '对外经营的要办；只供业主使用、不收费的不属于经营。']],
});

/** 行政审批局: what the district has gathered from health, culture, forestry, water, development, agriculture, education and sports. */
export const approvalItems: readonly SeedItem[] = [clinic, doctor, entertainment, bookshop, felling, waterIntake, soil, energy, investment, animal, pesticide, teacher, sports];
