import { at, basis, defineRule, isFilled, type QualityRule } from '../rule.ts';

const { practice } = basis;
const withAreaCode = /^(?:0\d{2,3}-?\d{7,8}(?:-\d{1,6})?|1[23]\d{3}|0\d{2,3}-1[23]\d{3})$/;
const mobile = /^1[3-9]\d{9}$/;
const said = (text: string): boolean => !/^(?:无|暂无|没有|待定|略|详见.*|[\s—–\-/.、。]*)$/.test(text.trim());

/** 咨询、监督投诉电话和办理窗口. */
export const contactRules: readonly QualityRule[] = [
  defineRule({
    id: 'telephone', version: 2, group: 'guide', severity: 'error', title: '咨询电话和监督投诉电话都有，并且不同', basis: practice,
    message: '{fault}', mend: '咨询电话填办理窗口或者承办科室的，监督投诉电话填纪检、效能或者 12345 的。',
    find: ({ consultationTelephone, supervisionTelephone }) => [
      ...at('consultationTelephone', !consultationTelephone, { fault: '请填写咨询电话。' }),
      ...at('supervisionTelephone', !supervisionTelephone, { fault: '请填写监督投诉电话。' }),
      ...at('supervisionTelephone', !!consultationTelephone && consultationTelephone === supervisionTelephone, { fault: '咨询电话与监督投诉电话应不同。' }),
    ],
  }),
  defineRule({
    id: 'area-code', version: 1, group: 'guide', severity: 'error', title: '电话带区号', basis: practice,
    message: '电话 {telephone} 应带区号，如 0826-1234567。', mend: '写成“区号-号码”；有分机的写成“区号-号码-分机”。',
    find: ({ consultationTelephone, supervisionTelephone }) => [
      ...at('consultationTelephone', !!consultationTelephone && !withAreaCode.test(consultationTelephone), { telephone: consultationTelephone ?? '' }),
      ...at('supervisionTelephone', !!supervisionTelephone && !withAreaCode.test(supervisionTelephone), { telephone: supervisionTelephone ?? '' }),
    ],
  }),
  defineRule({
    id: 'windows', version: 1, group: 'guide', severity: 'error', title: '至少有一个办理窗口', basis: basis.standard,
    message: '请填写至少一个办理窗口的地址、电话和时间。', mend: '填写申请人可以前往的政务服务中心窗口；全程网办的也要填。',
    find: ({ windows }) => at('windows', windows.length === 0),
  }),
  defineRule({
    id: 'window-address', version: 1, group: 'guide', severity: 'error', title: '窗口地址能找得到', basis: basis.standard,
    message: '窗口“{name}”的地址“{address}”找不到地方。', mend: '写到街道门牌或者大厅楼层，如“广安区××路 1 号政务服务中心二楼”。',
    find: ({ windows }) => windows.flatMap(({ name, address }, index) =>
      at(`windows.${index}.address`, isFilled(address) && (!said(address) || [...address.trim()].length < 6), { name, address })),
  }),
  defineRule({
    id: 'window-telephone', version: 1, group: 'guide', severity: 'warning', title: '窗口电话格式正确', basis: practice,
    message: '窗口“{name}”的电话 {telephone} 不是带区号的固定电话、手机号码或者服务热线。', mend: '写成“区号-号码”，几个号码只留一个常用的。',
    find: ({ windows }) => windows.flatMap(({ name, telephone }, index) =>
      at(`windows.${index}.telephone`, isFilled(telephone) && !withAreaCode.test(telephone) && !mobile.test(telephone), { name, telephone })),
  }),
  defineRule({
    id: 'window-hours', version: 1, group: 'guide', severity: 'warning', title: '窗口办理时间写明钟点', basis: basis.standard,
    message: '窗口“{name}”的办理时间“{hours}”没有写明几点到几点。', mend: '写明星期和钟点，如“工作日 9:00—12:00，13:00—17:00”。',
    find: ({ windows }) => windows.flatMap(({ name, openingHours }, index) =>
      at(`windows.${index}.openingHours`, isFilled(openingHours) && !/\d|[一二三四五六七八九十]点|24小时|全天/.test(openingHours), { name, hours: openingHours })),
  }),
];
