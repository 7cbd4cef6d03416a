import type { NoticeDefinition } from '../definition.contract.ts';
import { AGENT, CONTACT, RECIPIENT, SIGNATURE } from './common-parts.ts';

/** 撤回申请确认书: the applicant took the application back before a decision. Also needs `submittedOn`, `reasons[]{text}`, `contact`. */
export const withdrawalNotice: NoticeDefinition = {
  kind: 'notice',
  code: 'withdrawal-notice',
  name: '撤回申请确认书',
  organization: '{{organization}}',
  title: '撤回申请确认书',
  number: '{{documentNumber}}',
  blocks: [
    RECIPIENT,
    AGENT,
    { type: 'paragraph', text: '你（单位）于{{submittedOn|date}}提出的“{{itemName}}”申请（办件编号：{{caseNumber}}），已按你（单位）的要求于{{issuedOn|date}}撤回，本机关不再办理。撤回的理由：' },
    { type: 'list', each: 'reasons', text: '{{text}}', numbering: 'none' },
    { type: 'paragraph', text: '需要时可以重新提出申请。' },
    CONTACT,
  ],
  signature: SIGNATURE,
};
