import type { MessageTemplateDefinition } from '../kernel/messaging/index.ts';
import { caseMessages } from '../modules/cases/index.ts';

const common = ['caseId', 'itemName', 'number', 'office'] as const;

/** What an applicant is told at each step of a case (MSG-02 关键环节默认通知). */
export const applicantMessages: readonly MessageTemplateDefinition[] = [
  {
    key: 'processes.case-submitted', name: '收到申请', topic: 'progress', variables: common, ...caseMessages, link: '/cases/{{caseId}}',
    title: '已收到您的申请：{{itemName}}', body: '您的申请已提交{{office}}，申请编号 {{number}}。是否受理将在 5 个工作日内告知；需要补正的，会一次性告知全部内容。',
    sms: '您的“{{itemName}}”申请已提交，编号 {{number}}，可在平台查询进度。',
  },
  {
    key: 'processes.case-accepted', name: '受理', topic: 'progress', variables: common, ...caseMessages, link: '/cases/{{caseId}}',
    title: '已受理：{{itemName}}', body: '{{office}}已受理您的申请（编号 {{number}}），受理通知书和办理期限见办件页面。',
    sms: '您的“{{itemName}}”申请已受理，编号 {{number}}，办理期限见平台办件页面。',
  },
  {
    key: 'processes.case-refused', name: '不予受理', topic: 'notice', variables: common, ...caseMessages, link: '/cases/{{caseId}}',
    title: '不予受理：{{itemName}}', body: '{{office}}对您的申请（编号 {{number}}）决定不予受理。理由、应当向哪个机关申请以及救济途径，见不予受理通知书。',
    sms: '您的“{{itemName}}”申请（{{number}}）不予受理，理由和救济途径见平台上的通知书。',
  },
  {
    key: 'processes.supplement-requested', name: '一次性补正告知', topic: 'notice', variables: [...common, 'dueOn'], ...caseMessages, link: '/cases/{{caseId}}/supplement',
    title: '需要补正：{{itemName}}', body: '{{office}}已一次性告知您需要补正的全部内容（编号 {{number}}），请在 {{dueOn}} 前补正。',
    sms: '您的“{{itemName}}”申请（{{number}}）需要补正，请在 {{dueOn}} 前登录平台补正。',
  },
  {
    key: 'processes.case-paused', name: '特别程序开始', topic: 'notice', variables: common, ...caseMessages, link: '/cases/{{caseId}}',
    title: '办理期限暂停计算：{{itemName}}', body: '您的申请（编号 {{number}}）进入特别程序，所需时间依法不计入办理期限。原因和期限见特别程序通知书。',
    sms: '您的“{{itemName}}”申请（{{number}}）进入特别程序，期限暂停计算，详见平台通知书。',
  },
  {
    key: 'processes.case-resumed', name: '特别程序结束', topic: 'progress', variables: common, ...caseMessages, link: '/cases/{{caseId}}',
    title: '办理期限恢复计算：{{itemName}}', body: '您的申请（编号 {{number}}）的特别程序已结束，{{office}}继续办理。',
  },
  {
    key: 'processes.limit-extended', name: '延长办理期限', topic: 'notice', variables: common, ...caseMessages, link: '/cases/{{caseId}}',
    title: '办理期限延长：{{itemName}}', body: '经批准，您的申请（编号 {{number}}）的办理期限已延长，理由和新的期限见延期通知书。',
    sms: '您的“{{itemName}}”申请（{{number}}）办理期限经批准延长，理由见平台通知书。',
  },
  {
    key: 'processes.department-merged', name: '机构合并，由承接机构继续办理', topic: 'progress', variables: [...common, 'former'], ...caseMessages, link: '/cases/{{caseId}}',
    title: '{{itemName}}改由{{office}}办理', body: '因机构合并，原由{{former}}办理的申请（编号 {{number}}）改由{{office}}继续办理。办理期限不变，您不用重新提交。',
  },
  {
    key: 'processes.deadline-moved', name: '放假安排使办理期限变化', topic: 'progress', variables: [...common, 'previous', 'dueOn'], ...caseMessages, link: '/cases/{{caseId}}',
    title: '办理期限变化：{{itemName}}', body: '因国家公布的放假安排，您的申请（编号 {{number}}）的承诺办结日期由{{previous}}变为{{dueOn}}，工作日天数没有变。',
    sms: '因放假安排，您的“{{itemName}}”申请（{{number}}）承诺办结日期变为{{dueOn}}。',
  },
  {
    key: 'processes.case-approved', name: '准予决定', topic: 'notice', variables: common, ...caseMessages, link: '/cases/{{caseId}}',
    title: '准予：{{itemName}}', body: '{{office}}对您的申请（编号 {{number}}）作出准予决定，决定书和办理结果见办件页面。',
    sms: '您的“{{itemName}}”申请（{{number}}）已获准予，办理结果可在平台查看下载。',
  },
  {
    key: 'processes.case-denied', name: '不予决定', topic: 'notice', variables: common, ...caseMessages, link: '/cases/{{caseId}}',
    title: '不予批准：{{itemName}}', body: '{{office}}对您的申请（编号 {{number}}）作出不予批准的决定。理由以及申请行政复议、提起行政诉讼的权利，见决定书。',
    sms: '您的“{{itemName}}”申请（{{number}}）不予批准，理由和救济途径见平台上的决定书。',
  },
  {
    key: 'processes.case-withdrawn', name: '撤回申请', topic: 'progress', variables: common, ...caseMessages, steps: ['before-acceptance', 'after-acceptance'], link: '/cases/{{caseId}}',
    title: '已撤回：{{itemName}}', body: '您的申请（编号 {{number}}）已撤回，可以重新申请。',
  },
  {
    key: 'processes.case-terminated', name: '终止办理', topic: 'notice', variables: common, ...caseMessages, steps: ['before-acceptance', 'after-acceptance'], link: '/cases/{{caseId}}',
    title: '已终止办理：{{itemName}}', body: '{{office}}已终止办理您的申请（编号 {{number}}），理由见办件页面。',
    sms: '您的“{{itemName}}”申请（{{number}}）已终止办理，理由见平台办件页面。',
  },
  {
    key: 'processes.result-returned', name: '邮寄的结果没有送到', topic: 'notice', variables: [...common, 'trackingNumber'], ...caseMessages, link: '/cases/{{caseId}}',
    title: '邮件被退回：{{itemName}}', body: '您的申请（编号 {{number}}）的办理结果没有送到，邮件（快递单号 {{trackingNumber}}）已退回{{office}}。请联系{{office}}核对收件地址后重新邮寄，也可以带本人身份证件到窗口领取。',
    sms: '您的“{{itemName}}”（{{number}}）办理结果邮件被退回，请联系{{office}}核对地址，或带身份证件到窗口领取。',
  },
  {
    key: 'processes.result-sent-again', name: '结果已重新邮寄', topic: 'notice', variables: [...common, 'trackingNumber'], ...caseMessages, link: '/cases/{{caseId}}',
    title: '已重新邮寄：{{itemName}}', body: '{{office}}已把您的申请（编号 {{number}}）的办理结果重新寄出，快递单号 {{trackingNumber}}，请留意收件。', sms: '您的“{{itemName}}”（{{number}}）办理结果已重新寄出，快递单号 {{trackingNumber}}。',
  },
  {
    key: 'processes.decision-revoked', name: '撤销决定', topic: 'notice', variables: common, ...caseMessages, link: '/cases/{{caseId}}',
    title: '准予决定已撤销：{{itemName}}', body: '{{office}}撤销了对您的申请（编号 {{number}}）的准予决定，据此签发的电子证照同时失效。理由和救济途径见撤销决定书；您可以重新申请，由工作人员办理。',
    sms: '您的“{{itemName}}”申请（{{number}}）的准予决定已被撤销，理由和救济途径见平台上的决定书。',
  },
  {
    key: 'processes.licence-issued', name: '电子证照制发', topic: 'progress', variables: ['licenceId', 'typeName'], ...caseMessages, link: '/space/licences/{{licenceId}}',
    title: '电子证照已制发：{{typeName}}', body: '您的电子证照《{{typeName}}》已制发，可以查看、下载和出示；他人可扫码核验真伪。', sms: '您的电子证照《{{typeName}}》已制发，可登录平台查看、下载和出示。',
  },
  {
    key: 'processes.licence-ended', name: '电子证照失效', topic: 'notice', variables: ['licenceId', 'typeName'], ...caseMessages, link: '/space/licences/{{licenceId}}',
    title: '电子证照已失效：{{typeName}}', body: '您的电子证照《{{typeName}}》已被撤销、注销或暂扣，原因见证照页面。', sms: '您的电子证照《{{typeName}}》已失效，原因见平台证照页面。',
  },
];
