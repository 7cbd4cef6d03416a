import { foodLicenceForm } from '../forms/food-forms.ts';
import { applicationForm, businessLicence, districtDefaults, identityDocument, material, permitFlow, point, workingDays } from '../item-parts.ts';
import type { SeedItem } from '../seed-types.ts';
import { foodSafetyLaw35, foodSafetyLaw35Review } from './food-legal-bases.ts';

const catering = [{ question: 'business', options: ['catering', 'canteen'] }];

/** 食品经营许可新办: materials, inspection and notes depend on the situation. */
export const foodBusinessLicence: SeedItem = {
  key: 'food-business-licence', department: '区市监局', forms: [foodLicenceForm],
  handlingDepartments: [{ department: '区市监局', role: 'acceptance' }, { department: '区市监局', role: 'lead' }, { department: '区市监局', role: 'decision' }],
  elements: {
    ...districtDefaults('区市监局', 'A05'),
    name: '食品经营许可新办', aliases: ['开餐饮店', '开饭店', '餐饮许可证', '食堂许可', '食品流通许可', '卫生许可'], mainItemName: '食品（含保健食品）经营许可',
    summary: '从事散装食品销售、餐饮服务或者开办集中用餐单位食堂前办理；仅销售预包装食品的只需备案。',
    localTaskCode: 'DEMO-511602-A-FOOD-LICENCE-01', taskType: '01', serviceObjects: ['2', '3', '4', '5'], audiences: ['company'], projectType: '2',
    companyTopics: ['002'], companyLifeStages: ['market-access'], legalBases: [foodSafetyLaw35, foodSafetyLaw35Review],
    conditions: [
      '取得营业执照等合法主体资格。',
      '具有与经营的食品品种、数量相适应的场所，与有毒、有害场所以及其他污染源保持规定的距离。',
      '具有与经营的食品品种、数量相适应的经营设备或者设施。',
      '有专职或者兼职的食品安全专业技术人员、食品安全管理人员和保证食品安全的规章制度。',
      '具有合理的设备布局和工艺流程，防止待加工食品与直接入口食品、原料与成品交叉污染。',
    ],
    materials: [
      applicationForm('食品经营许可申请书', 'food-licence-application', [
        point('complete', 'acceptance', '主体业态、经营项目、经营场所填写完整，与营业执照一致。'),
        point('manager', 'review', '配备的食品安全管理人员符合主体业态和规模的要求。'),
        point('health', 'review', '直接接触入口食品的人员健康证明均在有效期内。'),
      ]),
      businessLicence(),
      identityDocument('representative-id', '法定代表人（负责人）身份证明'),
      material({
        key: 'layout-plan', name: '经营场所布局图和操作流程图', basis: '食品安全法第三十三条第一款第四项', acceptanceStandard: '标明各功能区的位置、面积和主要设备设施，有操作流程走向。',
        reviewPoints: [
          point('zones', 'acceptance', '图上标明食品处理区、就餐区、库房和卫生间。'),
          point('flow', 'review', '生熟分开，原料、成品、餐用具回收的路线不交叉。'),
        ],
      }),
      material({
        key: 'safety-system', name: '食品安全规章制度', basis: '食品安全法第三十三条第一款第三项', acceptanceStandard: '含进货查验、从业人员健康管理、食品安全自查、召回和处置方案。',
        reviewPoints: [point('systems', 'review', '所列五项制度齐全，写明责任人。')],
      }),
      material({
        key: 'kitchen-equipment', name: '食品处理区设备设施清单', when: catering, acceptanceStandard: '列明清洗、消毒、保洁、冷藏、排烟、防蝇防鼠设施。',
        reviewPoints: [point('disinfection', 'review', '餐用具清洗、消毒、保洁设施与供餐规模相适应。'), point('special-room', 'review', '制售冷食、生食的设有专间或者专用操作区。')],
      }),
      material({
        key: 'bulk-facilities', name: '散装食品防护和冷藏设施说明', when: [{ question: 'business', options: ['sale'] }], acceptanceStandard: '写明防尘、防虫、温度控制措施。',
        reviewPoints: [point('cover', 'review', '散装食品有防尘遮盖和专用取用工具。')],
      }),
      material({
        key: 'cold-dish-room', name: '专间设计图', when: [...catering, { question: 'cold', options: ['yes'] }], acceptanceStandard: '标明专间面积、空调、消毒和温度监测设施。',
        reviewPoints: [point('temperature', 'review', '专间有独立空调，温度能够控制在25℃以下，有空气消毒设施。')],
      }),
      material({
        key: 'canteen-basis', name: '集中用餐单位供餐责任书', when: [{ question: 'business', options: ['canteen'] }], acceptanceStandard: '写明单位负责人食品安全责任；委托经营的附承包合同。',
        reviewPoints: [point('school', 'review', '学校、幼儿园食堂不得对外承包制售冷食、生食，责任书中已承诺。')],
      }),
      material({
        key: 'online-record', name: '网络经营信息', when: [{ question: 'online', options: ['own'] }], type: '1', acceptanceStandard: '自建网站的通信主管部门备案号和网址。',
        reviewPoints: [point('record', 'review', '备案主体与申请人一致。')],
      }),
    ],
    flowSteps: permitFlow('书面审查申请材料；餐饮服务和食堂安排两名以上核查人员现场核查。', { review: 3, decision: 1 }, '区市监局'),
    legalLimit: workingDays(10, '食品经营许可和备案管理办法'), promisedLimit: workingDays(5),
    results: [{ name: '食品经营许可证', type: '10', licenceTypeCode: 'food-business-licence', validity: '五年', sample: '载明经营者、主体业态、经营项目、经营场所、许可证编号和有效期，附二维码。' }],
    faqs: [
      { question: '只卖袋装、瓶装的预包装食品要办许可吗？', answer: '不用。仅销售预包装食品的，办理备案即可，当场办结。' },
      { question: '农村集体聚餐、卖自家种的菜要办吗？', answer: '销售食用农产品不需要取得食品经营许可。' },
    ],
    questionnaire: {
      questions: [
        { key: 'business', text: '您要从事哪一种食品经营？', options: [
          { key: 'catering', text: '餐饮服务（饭店、小吃店、饮品店）' }, { key: 'sale', text: '销售散装食品', help: '例如散装糕点、熟食、米面、冷冻食品。' },
          { key: 'canteen', text: '单位食堂（学校、医院、企业、机关）' }, { key: 'prepackaged', text: '只销售预包装食品' }, { key: 'produce', text: '只销售蔬菜、水果等食用农产品' },
        ] },
        { key: 'cold', text: '是否制售冷食、生食或者裱花蛋糕？', when: catering, options: [{ key: 'yes', text: '是' }, { key: 'no', text: '否' }] },
        { key: 'online', text: '是否通过网络经营？', when: [{ question: 'business', options: ['catering', 'sale'] }], options: [
          { key: 'none', text: '不通过网络经营' }, { key: 'platform', text: '在外卖、电商平台经营' }, { key: 'own', text: '自建网站或者小程序经营' },
        ] },
      ],
      situations: [
        { key: 'sale', name: '散装食品销售', when: [{ question: 'business', options: ['sale'] }], notes: ['书面审查，一般不安排现场核查。'] },
        { key: 'catering-plain', name: '餐饮服务', when: [{ question: 'business', options: ['catering'] }, { question: 'cold', options: ['no'] }], flags: ['site-inspection'], notes: ['会安排现场核查，请保持经营场所可以进入。'] },
        { key: 'catering-cold', name: '餐饮服务（含冷食、生食）', when: [{ question: 'business', options: ['catering'] }, { question: 'cold', options: ['yes'] }], flags: ['site-inspection'], notes: ['须设置专间或者专用操作区，会安排现场核查。'] },
        { key: 'canteen', name: '集中用餐单位食堂', when: [{ question: 'business', options: ['canteen'] }], flags: ['site-inspection'], notes: ['中小学、幼儿园食堂原则上不得申请生食类食品制售。'] },
        { key: 'filing-only', name: '仅销售预包装食品', when: [{ question: 'business', options: ['prepackaged'] }], refused: true, notes: ['不需要取得许可，请办理“仅销售预包装食品备案”，当场办结。'] },
        { key: 'no-licence', name: '销售食用农产品', when: [{ question: 'business', options: ['produce'] }], refused: true, notes: ['依照食品安全法第三十五条，销售食用农产品不需要取得许可。'] },
      ],
    },
    handling: { mode: 'platform', formKey: 'food-licence-application', processKey: 'review-with-inspection', processVersion: 1, licenceTypeCode: 'food-business-licence' },
  },
};
