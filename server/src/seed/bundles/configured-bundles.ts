import type { AnswerCondition, Question } from '../../modules/catalog/contract.ts';
import type { BundleContent, BundleItem, GivenItemAnswer } from '../../modules/bundles/contract.ts';
import type { DepartmentName } from '../content/index.ts';

/** A bundle that the demonstration city has configured; items by their seed keys. */
export interface ConfiguredBundle {
  readonly code: string;
  readonly lead: DepartmentName;
  /** A draft stays with its department; the others go through review. */
  readonly published: boolean;
  readonly content: Omit<BundleContent, 'items'> & { readonly items: readonly Omit<BundleItem, 'itemId' | 'name'>[] };
}

const when = (answers: Readonly<Record<string, readonly string[]>>): AnswerCondition[] => Object.entries(answers).map(([question, options]) => ({ question, options: [...options] }));
const give = (question: string, option: string, answers: Readonly<Record<string, readonly string[]>> = {}): GivenItemAnswer => ({ question, option, when: when(answers) });
/** A question of a bundle whose answers are handed on to the item's question of the same options. */
const handOn = (itemQuestion: string, question: string, ...options: readonly string[]): GivenItemAnswer[] => options.map((option) => give(itemQuestion, option, { [question]: [option] }));

function ask(key: string, text: string, options: Readonly<Record<string, string>>, extra: Partial<Question> = {}): Question {
  return { key, text, options: Object.entries(options).map(([option, label]) => ({ key: option, text: label })), ...extra };
}

function item(key: string, part: Partial<Omit<BundleItem, 'key'>> = {}): Omit<BundleItem, 'itemId' | 'name'> {
  return { key, when: [], dependsOn: [], answers: [], ...part };
}

const plain: Pick<BundleContent, 'lifeStages' | 'sharedFields' | 'separateFields' | 'sharedMaterials' | 'supervisionTelephone'> = {
  lifeStages: [], sharedFields: [], separateFields: [], sharedMaterials: [], supervisionTelephone: '0826-12345',
};

const restaurant: ConfiguredBundle = {
  code: '2024-1-03', lead: '区市监局', published: true,
  content: {
    ...plain, audience: 'company', consultationTelephone: '0826-2340105',
    summary: '开饭店、小吃店、饮品店要办的许可，一次问清，备齐一套材料，几个部门同时办理。',
    sharedMaterials: [{ name: '营业执照', materials: ['construction-waste', 'food-business-licence', 'drainage-licence', 'outdoor-advertising'].map((key) => ({ item: key, key: 'business-licence' })) }],
    notes: ['请先取得营业执照。', '食品经营许可会安排现场核查，请在装修完工后提出。'],
    questions: [
      ask('renovate', '开业前要装修，产生建筑垃圾吗？', { yes: '要装修', no: '不用装修' }, { help: '装修垃圾外运前要取得核准。' }),
      ask('cold', '卖凉菜、生食或者裱花蛋糕吗？', { yes: '卖', no: '不卖' }),
      ask('online', '接外卖订单吗？', { none: '不接', platform: '在外卖平台接单', own: '用自己的网站或者小程序接单' }),
      ask('drain', '店铺已经有有效的排水许可证吗？', { no: '没有', yes: '有，或者由物业统一办理' }),
      ask('discharging', '店铺现在已经在排水吗？', { yes: '已经在排水', no: '还没有排水（新建、装修中）' }, { when: when({ drain: ['no'] }) }),
      ask('sign', '要设置大型户外广告吗？', { no: '不设置', yes: '要设置' }, { help: '门头招牌按区里的招牌设置规范备案，不在此列。' }),
      ask('carrier', '广告设置在什么地方？', { wall: '外墙或者围挡', roof: '楼顶', column: '独立立柱' }, { when: when({ sign: ['yes'] }) }),
      ask('screen', '是电子显示屏吗？', { no: '不是', yes: '是' }, { when: when({ sign: ['yes'] }) }),
    ],
    items: [
      item('construction-waste', { when: when({ renovate: ['yes'] }) }),
      item('food-business-licence', {
        dependsOn: ['construction-waste'],
        answers: [give('business', 'catering'), ...handOn('cold', 'cold', 'yes', 'no'), ...handOn('online', 'online', 'none', 'platform', 'own')],
      }),
      item('drainage-licence', { when: when({ drain: ['no'] }), answers: [give('water', 'domestic'), ...handOn('discharging', 'discharging', 'yes', 'no')] }),
      item('outdoor-advertising', { when: when({ sign: ['yes'] }), answers: [...handOn('carrier', 'carrier', 'wall', 'roof', 'column'), ...handOn('screen', 'screen', 'yes', 'no')] }),
    ],
  },
};

const flexibleWork: ConfiguredBundle = {
  code: 'GJ-07', lead: '区人社局', published: true,
  content: {
    ...plain, audience: 'person', consultationTelephone: '0826-2333007',
    summary: '自由职业、网约车和外卖从业的人员，参保登记、办社保卡、申请就业援助一次办完。',
    notes: ['参保登记当场办结，当月即可缴费。', '医疗保险由医保部门登记，办结后会把参保信息推送过去。'],
    questions: [
      ask('history', '以前交过社会保险吗？', { never: '没有', local: '在四川交过', elsewhere: '在省外交过' }),
      ask('card', '有能用的社会保障卡吗？', { yes: '有', first: '没有办过', lost: '丢了', broken: '坏了，或者想换银行' }),
      ask('aid', '属于就业困难人员吗？', {
        none: '不属于', older: '女满40周岁、男满50周岁', disabled: '持残疾人证', poor: '低保家庭成员', long: '连续失业一年以上', 'jobless-family': '零就业家庭成员',
      }, { help: '认定后可以申请社会保险补贴和公益性岗位。' }),
    ],
    items: [
      item('flexible-insurance', { answers: handOn('history', 'history', 'never', 'local', 'elsewhere') }),
      item('social-security-card', { when: when({ card: ['first', 'lost', 'broken'] }), dependsOn: ['flexible-insurance'], answers: [give('who', 'self'), ...handOn('why', 'card', 'first', 'lost', 'broken')] }),
      item('hard-to-employ', { when: when({ aid: ['older', 'disabled', 'poor', 'long', 'jobless-family'] }), answers: handOn('kind', 'aid', 'older', 'disabled', 'poor', 'long', 'jobless-family') }),
    ],
  },
};

const hotel: ConfiguredBundle = {
  code: 'GA-01', lead: '区公安分局', published: false,
  content: {
    ...plain, audience: 'company', summary: '开宾馆、民宿要办的许可等手续一次办完。', notes: [],
    questions: [
      ask('kind', '开什么样的旅馆？', { hotel: '宾馆、酒店、旅社', homestay: '14间以内、4层以下的民宿' }),
      ask('lift', '楼里有新装的电梯要登记吗？', { no: '没有', yes: '有' }),
    ],
    items: [
      item('public-place-hygiene', { answers: [give('kind', 'lodging')] }),
      item('hotel-licence', { dependsOn: ['public-place-hygiene'], answers: handOn('kind', 'kind', 'hotel', 'homestay') }),
      item('special-equipment', { when: when({ lift: ['yes'] }), answers: [give('kind', 'lift'), give('moved', 'new')] }),
    ],
  },
};

/** The licence of the first item stands for a material of the second and fills in its fields. */
const labourDispatch: ConfiguredBundle = {
  code: 'GA-06', lead: '区人社局', published: true,
  content: {
    ...plain, audience: 'company', consultationTelephone: '0826-2333007',
    summary: '取得劳务派遣经营许可、设立分公司备案、设置户外广告，一次申请；许可证办好，备案自动开始。',
    notes: ['许可证办好后，分公司备案自动开始，不用再交许可证。', '受理许可申请后会安排实地核查经营场所。'],
    questions: [
      ask('branch', '同时在广安区设立分公司吗？', { yes: '设立', no: '不设立' }),
      ask('sign', '要设置大型户外广告吗？', { no: '不设置', yes: '要设置' }, { help: '门头招牌按区里的招牌设置规范备案，不在此列。' }),
      ask('carrier', '广告设置在什么地方？', { wall: '外墙或者围挡', roof: '楼顶', column: '独立立柱' }, { when: when({ sign: ['yes'] }) }),
      ask('screen', '是电子显示屏吗？', { no: '不是', yes: '是' }, { when: when({ sign: ['yes'] }) }),
    ],
    items: [
      item('labour-dispatch-licence'),
      item('labour-dispatch-branch', { when: when({ branch: ['yes'] }), dependsOn: ['labour-dispatch-licence'] }),
      item('outdoor-advertising', { when: when({ sign: ['yes'] }), answers: [...handOn('carrier', 'carrier', 'wall', 'roof', 'column'), ...handOn('screen', 'screen', 'yes', 'no')] }),
    ],
  },
};

/** Three that the public can use, and one that its department still works on. */
export const configuredBundles: readonly ConfiguredBundle[] = [restaurant, flexibleWork, labourDispatch, hotel];

/** Claimed and not yet begun. */
export const claimedOnly: readonly (readonly [code: string, lead: DepartmentName])[] = [
  ['2024-1-02', '区交通运输局'], ['2024-1-08', '区市监局'], ['2024-1-11', '区人社局'], ['GJ-08', '区民政局'], ['GA-02', '区市监局'], ['GA-04', '区住建局'],
];
