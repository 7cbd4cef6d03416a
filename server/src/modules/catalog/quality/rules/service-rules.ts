import { at, basis, defineRule, type QualityRule } from '../rule.ts';

const noReason = (reason: string | undefined): boolean => (reason ?? '').replace('无', '').trim() === '';

/** 到办事现场次数、网上办理. */
export const visitRules: readonly QualityRule[] = [
  defineRule({
    id: 'visit-count', version: 1, group: 'guide', severity: 'error', title: '到办事现场次数已填写', basis: basis.standard,
    message: '请填写到办事现场次数。', mend: '填写申请人从申请到领取结果最多要到现场几次；不用到现场的填 0。',
    find: ({ visitCount }) => at('visitCount', visitCount === undefined),
  }),
  defineRule({
    id: 'visit-reason', version: 2, group: 'guide', severity: 'error', title: '必须到现场的原因与次数一致', basis: basis.practice,
    message: '{fault}', mend: '要到现场的，写明到现场做什么、依据什么；不用到现场的，原因写“无”。',
    find: ({ visitCount, visitReason }) => visitCount === undefined ? [] : [
      ...at('visitReason', visitCount >= 1 && noReason(visitReason), { fault: '需要到现场的，请说明必须到现场的原因。' }),
      ...at('visitReason', visitCount === 0 && visitReason !== undefined && visitReason !== '无', { fault: '到现场 0 次的，原因应为“无”。' }),
    ],
  }),
  defineRule({
    id: 'visit-express', version: 1, group: 'guide', severity: 'error', title: '不能网办又不用到现场的，可以快递申请', basis: basis.practice,
    message: '不能网上办理又不必到现场的，办理形式应包含快递申请。', mend: '在办理形式里增加快递申请，或者改正到办事现场次数。',
    find: ({ visitCount, onlineAvailable, handlingForms }) => at('handlingForms', visitCount === 0 && !onlineAvailable && !handlingForms.includes('3')),
  }),
  defineRule({
    id: 'online-level', version: 1, group: 'guide', severity: 'error', title: '全程网办的不用到现场', basis: basis.practice,
    message: '全程网办的事项，到现场次数应为 0。', mend: '把到办事现场次数改为 0，或者降低网办等级。',
    find: ({ onlineLevel, visitCount }) => at('onlineLevel', onlineLevel === '4' && (visitCount ?? 0) > 0),
  }),
  defineRule({
    id: 'online-depth', version: 1, group: 'guide', severity: 'error', title: '可以网办的，写明网上办理深度', basis: basis.standard,
    message: '可以网上办理的事项，请选择网上办理深度。', mend: '选择网上能做到哪几步（收件、预审、受理、办理、结果反馈）。',
    find: ({ onlineAvailable, onlineDepths }) => at('onlineDepths', onlineAvailable && onlineDepths.length === 0),
  }),
  defineRule({
    id: 'online-form', version: 1, group: 'guide', severity: 'error', title: '办理形式与能否网办一致', basis: basis.practice,
    message: '办理形式是否包含“网上”应与能否网上办理一致。', mend: '能网上办理的，在办理形式里选网上办理；不能的去掉。',
    find: ({ onlineAvailable, handlingForms }) => at('handlingForms', onlineAvailable !== handlingForms.includes('2')),
  }),
  defineRule({
    id: 'online-handling', version: 1, group: 'guide', severity: 'error', title: '在本平台办理的事项可以网办', basis: basis.platform,
    message: '在本平台办理的事项应可网上办理。', mend: '把“是否网办”改为是，或者把办理方式改为窗口办理。',
    find: ({ handling, onlineAvailable }) => at('onlineAvailable', handling.mode === 'platform' && !onlineAvailable),
  }),
];

/** 收费. */
export const feeRules: readonly QualityRule[] = [
  defineRule({
    id: 'charged', version: 1, group: 'guide', severity: 'error', title: '是否收费已说明', basis: '《中华人民共和国行政许可法》第五十八条',
    message: '请说明是否收费。', mend: '选择“是”或者“否”；行政许可除法律、行政法规另有规定外不得收费。',
    find: ({ charged }) => at('charged', charged === undefined),
  }),
  defineRule({
    id: 'fees', version: 2, group: 'guide', severity: 'error', title: '收费项目与是否收费一致', basis: basis.practice,
    message: '{fault}', mend: '收费的，逐项写明名称、标准和依据；不收费的，删除收费项目。',
    find: ({ charged, fees }) => [
      ...at('fees', charged === true && fees.length === 0, { fault: '收费事项请填写收费项目、标准和依据。' }),
      ...at('fees', charged === false && fees.length > 0, { fault: '不收费的事项不应列出收费项目。' }),
    ],
  }),
  defineRule({
    id: 'online-payment', version: 2, group: 'guide', severity: 'error', title: '网上支付与是否收费一致', basis: basis.practice,
    message: '{fault}', mend: '收费的，选择是否支持网上支付；不收费的，网上支付选“否”。',
    find: ({ charged, onlinePayment }) => [
      ...at('onlinePayment', charged === true && onlinePayment === undefined, { fault: '收费事项请说明是否支持网上支付。' }),
      ...at('onlinePayment', charged === false && onlinePayment === true, { fault: '不收费的事项，网上支付应为否。' }),
    ],
  }),
  defineRule({
    id: 'fee-reduction', version: 1, group: 'guide', severity: 'error', title: '可以减免的写明减免依据', basis: basis.practice,
    message: '收费项目“{name}”可以减免，请填写减免依据。', mend: '写出规定减免的文件名称、文号和条款。',
    find: ({ fees }) => fees.flatMap(({ name, reducible, reductionBasis }, index) =>
      at(`fees.${index}.reductionBasis`, reducible && (reductionBasis ?? '').trim() === '', { name })),
  }),
];

const companyObjects = ['2', '3', '4', '5', '6', '9'];

/** 服务对象、主题、面向人群. */
export const audienceRules: readonly QualityRule[] = [
  defineRule({
    id: 'service-object', version: 1, group: 'guide', severity: 'error', title: '服务对象已选择', basis: basis.standard,
    message: '请选择服务对象。', mend: '选择可以申请的自然人、企业法人、事业法人、社会组织法人等。',
    find: ({ serviceObjects }) => at('serviceObjects', serviceObjects.length === 0),
  }),
  defineRule({
    id: 'topics', version: 2, group: 'guide', severity: 'error', title: '主题与服务对象一致', basis: basis.practice,
    message: '{fault}', mend: '服务对象有自然人的选个人主题，有法人的选法人主题，没有的清空。',
    find: ({ serviceObjects, personTopics, companyTopics }) => {
      const persons = serviceObjects.includes('1');
      const companies = serviceObjects.some((code) => companyObjects.includes(code));
      return [
        ...at('personTopics', !persons && personTopics.length > 0, { fault: '服务对象没有自然人，不应选择个人主题。' }),
        ...at('companyTopics', !companies && companyTopics.length > 0, { fault: '服务对象只有自然人，不应选择法人主题。' }),
        ...at('personTopics', persons && personTopics.length === 0, { fault: '服务对象包含自然人，请选择个人主题。' }),
        ...at('companyTopics', companies && companyTopics.length === 0, { fault: '服务对象包含法人，请选择法人主题。' }),
      ];
    },
  }),
  defineRule({
    id: 'audiences', version: 1, group: 'guide', severity: 'error', title: '面向人群与服务对象一致', basis: basis.practice,
    message: '面向人群应与服务对象一致。', mend: '服务对象有自然人的勾选个人，有法人或者组织的勾选法人。',
    find: ({ serviceObjects, audiences }) => at('audiences',
      serviceObjects.includes('1') !== audiences.includes('person') || serviceObjects.some((code) => companyObjects.includes(code)) !== audiences.includes('company')),
  }),
];
