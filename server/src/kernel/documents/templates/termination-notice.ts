import type { NoticeDefinition } from '../definition.contract.ts';
import { CONTACT, RECIPIENT, REMEDIES, SIGNATURE } from './common-parts.ts';

/** 终止办理通知书: the case ends without a decision, e.g. when nothing was supplemented in time. Also needs `submittedOn`, `reasons[]{text}`, `remedies`, `contact`. */
export const terminationNotice: NoticeDefinition = {
  kind: 'notice',
  code: 'termination-notice',
  name: '终止办理通知书',
  organization: '{{organization}}',
  title: '终止办理通知书',
  number: '{{documentNumber}}',
  blocks: [
    RECIPIENT,
    { type: 'paragraph', text: '你（单位）于{{submittedOn|date}}提出的“{{itemName}}”申请（办件编号：{{caseNumber}}），因下列原因终止办理：' },
    { type: 'list', each: 'reasons', text: '{{text}}', numbering: 'none' },
    { type: 'paragraph', text: '终止办理不影响你（单位）依法重新提出申请。' },
    REMEDIES,
    CONTACT,
  ],
  signature: SIGNATURE,
};
