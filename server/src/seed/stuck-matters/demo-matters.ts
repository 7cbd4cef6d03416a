import type { MatterStep, MatterWord } from '../../modules/stuck-matters/contract.ts';
import type { DepartmentName } from '../content/index.ts';

/** What is done to a matter of the demonstration, so many calendar days ago. */
export type DemoStep =
  | { by: string; daysAgo: number; step: 'assign'; to: DepartmentName; text: string; limitDays?: number }
  | { by: string; daysAgo: number; step: 'take' }
  | { by: string; daysAgo: number; step: 'accompany'; who: string; text: string }
  | { by: string; daysAgo: number; step: 'answer' | 'hand-back' | 'urge' | 'reject' | 'send-back'; text: string }
  | { by: string; daysAgo: number; step: 'pass'; text: string; causeCode: string; causeText: string; element?: Extract<MatterStep, { action: 'pass' }>['element'] }
  | { daysAgo: number; step: 'word'; word: MatterWord; text: string };

export interface DemoMatter {
  readonly daysAgo: number;
  /** Account name of the clerk who wrote it down, or key of the citizen who reported it. */
  readonly from: { clerk: string; channel: 'window' | 'phone'; name: string; mobile: string } | { citizen: string };
  readonly content: string;
  readonly reasonCode: string;
  readonly localTaskCode?: string;
  readonly steps: readonly DemoStep[];
}

const [supervisor, clerk] = ['supervisor', 'approval.window'];

/** Matters in different states; persons and numbers are made up. */
export const demoMatters: readonly DemoMatter[] = [
  {
    daysAgo: 20, from: { citizen: 'minority' }, localTaskCode: 'DEMO-511602-B-ELDERLY-01', reasonCode: 'repeated-materials',
    content: '给85岁的老人申领高龄津贴，窗口要户口簿原件，第二次去又要社区开的健在证明，指南上没有写要这个证明，来回跑了三次。',
    steps: [
      { by: supervisor, daysAgo: 20, step: 'assign', to: '区民政局', text: '请核实是否在指南之外要求材料，三天内答复。', limitDays: 3 }, { by: 'civil.decider', daysAgo: 19, step: 'take' },
      { by: 'civil.decider', daysAgo: 18, step: 'answer', text: '经核实，窗口要求健在证明没有依据，已当面道歉。生存状况由系统与公安、殡葬数据比对，不再要求群众提供。津贴申请当天受理，次月起发放。' },
      { by: supervisor, daysAgo: 18, step: 'pass', text: '问题属实，已整改，同意办结。', causeCode: 'department-fault', causeText: '窗口没有执行“清单之外无材料”的要求。' },
      { daysAgo: 17, step: 'word', word: 'satisfied', text: '当天就办好了，谢谢。' },
    ],
  },
  {
    daysAgo: 12, from: { citizen: 'caterer' }, localTaskCode: 'DEMO-511602-A-FOOD-LICENCE-01', reasonCode: 'different-standards',
    content: '申请食品经营许可，网上预审说平面图手绘可以，到窗口又说必须打印盖章，两个地方说法不一样，开店被耽误。',
    steps: [
      { by: supervisor, daysAgo: 12, step: 'assign', to: '区市监局', text: '请统一线上线下的审查标准并答复。' }, { by: 'market.decider', daysAgo: 11, step: 'take' },
      { by: 'market.decider', daysAgo: 9, step: 'answer', text: '平面图手绘、打印都可以，不要求盖章。已在全局统一标准，并通知窗口直接受理您的申请。' },
      { by: supervisor, daysAgo: 1, step: 'pass', text: '标准已统一，同意办结。', causeCode: 'coordination', causeText: '网上预审和窗口掌握的标准不一致。' },
    ],
  },
  {
    daysAgo: 6, from: { clerk, channel: 'phone', name: '何建国', mobile: '19900000212' }, reasonCode: 'past-limit',
    content: '道路挖掘许可交了材料二十多天，打电话问进度，说在等别的部门意见，一直没有结果，工地停着等。',
    steps: [
      { by: supervisor, daysAgo: 6, step: 'assign', to: '区综合执法局', text: '请查明卡在哪个环节，限期办结。', limitDays: 2 }, { by: 'urban.decider', daysAgo: 5, step: 'take' },
      { by: supervisor, daysAgo: 1, step: 'urge', text: '已超过期限，请今天与反映人联系并报办理情况。' },
    ],
  },
  {
    daysAgo: 4, from: { clerk: 'labour.window', channel: 'window', name: '杨桂芳', mobile: '19900000213' }, reasonCode: 'repeated-visits',
    content: '劳务派遣许可延续，验资报告、场地证明分别要到三个窗口盖章，每个窗口都说先去别处，跑了五趟。',
    steps: [
      { by: supervisor, daysAgo: 4, step: 'assign', to: '区人社局', text: '请牵头协调，一次办结。' }, { by: 'labour.decider', daysAgo: 3, step: 'take' },
      { by: 'labour.decider', daysAgo: 3, step: 'accompany', who: 'approval.window', text: '请陪同到各窗口一次办完。' },
    ],
  },
  {
    daysAgo: 3, from: { citizen: 'builder' }, reasonCode: 'system-failure',
    content: '网上申报占用城市道路，上传方案图总是提示超时，换了两台电脑、三个浏览器都不行，客服让过几天再试。',
    steps: [
      { by: supervisor, daysAgo: 3, step: 'assign', to: '区行政审批局', text: '请核实是否系统问题，先帮企业办。' }, { by: 'approval.decider', daysAgo: 2, step: 'take' },
      { by: 'approval.decider', daysAgo: 1, step: 'answer', text: '图纸文件超过上传限制，页面提示不清楚。已帮企业压缩后上传成功，并报请改进提示文字。' },
    ],
  },
  {
    daysAgo: 2, from: { clerk, channel: 'window', name: '罗志刚', mobile: '19900000214' }, reasonCode: 'unclear-policy',
    content: '外地户口在本区居住三年，想办老年人优待证，社区说要户籍地办，户籍地说要居住地办，两边都不办。', steps: [],
  },
  {
    daysAgo: 1, from: { citizen: 'nurse' }, reasonCode: 'passing-the-buck',
    content: '护士注册姓名里的“㛃”字系统里打不出来，卫健窗口让找公安，公安说身份证没有问题让找卫健，已经两个星期。',
    steps: [{ by: supervisor, daysAgo: 0, step: 'assign', to: '区行政审批局', text: '生僻字问题请牵头解决，先受理再完善系统。' }],
  },
  {
    daysAgo: 9, from: { clerk, channel: 'phone', name: '谭德明', mobile: '19900000215' }, reasonCode: 'other',
    content: '邻居家装修噪音太大，打了物业电话没有人管，希望政务大厅派人来处理。',
    steps: [{ by: supervisor, daysAgo: 8, step: 'reject', text: '反映的是邻里纠纷，不属于政务服务办不成事，已告知拨打12345热线。' }],
  },
];

/** What was learnt from the first of them. */
export const demoEntry = {
  question: '申领高龄津贴，要不要提供健在证明？', answer: '不要。老年人的生存状况由系统与公安、民政数据比对核实，窗口、社区不得要求提供健在证明；行动不便的可以由子女授权代办或者社区上门代办。',
  tags: ['高龄津贴', '证明材料'], writer: 'civil.decider', reviewer: 'supervisor',
} as const;

/** Directors of the next days, one a day. */
export const demoDirectors: readonly string[] = ['housing.decider', 'market.decider', 'labour.decider', 'civil.decider', 'urban.decider'];
