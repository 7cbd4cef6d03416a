import { Code, type Static } from '@tongban/contract-kit';

/** Every action a case record can hold; the record is the truth, the status is derived from it. */
export const caseActionTypes = [
  'submit', 'accept', 'deem-accepted', 'refuse', 'request-supplement', 'supplement', 'review', 'return-for-rework', 'propose-special-procedure',
  'start-special-procedure', 'reject-special-procedure', 'end-special-procedure', 'extend', 'decide', 'deliver', 'close', 'withdraw', 'terminate',
  'take-over', 'revoke-decision', 'handle-step', 'mail-returned', 'deliver-again', 'sign-notices', 'decline-notices',
] as const;
export const CaseActionType = Code(caseActionTypes);
export type CaseActionType = Static<typeof CaseActionType>;

export const caseActionLabels: Record<CaseActionType, string> = {
  'submit': '提交申请', 'accept': '受理', 'deem-accepted': '逾期未告知，视为受理', 'refuse': '不予受理', 'request-supplement': '一次性告知补正',
  'supplement': '提交补正材料', 'review': '审查', 'return-for-rework': '退回重新审查', 'propose-special-procedure': '提请特别程序',
  'start-special-procedure': '特别程序开始', 'reject-special-procedure': '未同意特别程序', 'end-special-procedure': '特别程序结束',
  'extend': '延长办理期限', 'decide': '作出决定', 'deliver': '送达', 'close': '办结', 'withdraw': '申请人撤回', 'terminate': '终止办理',
  'take-over': '转由工作人员办理', 'revoke-decision': '撤销决定',
  'handle-step': '办理环节', 'mail-returned': '邮件退回', 'deliver-again': '重新送达',
  'sign-notices': '签收文书', 'decline-notices': '拒绝签收文书',
};
