import type { NoticeDefinition } from '../definition.contract.ts';
import { AGENT, CONTACT, PROGRESS_QR, RECIPIENT, SIGNATURE } from './common-parts.ts';

/**
 * 受理通知书 (行政许可法第三十二条). Also needs `submittedOn`, `acceptedOn`, `legalDueOn`, `promisedDueOn` (dates), `contact`, `progressUrl`;
 * `legalBasis` only where the item is not a permit; `timeExcluded` where special procedures are foreseen.
 */
export const acceptanceNotice: NoticeDefinition = {
  kind: 'notice',
  code: 'acceptance-notice',
  name: '受理通知书',
  organization: '{{organization}}',
  title: '受理通知书',
  number: '{{documentNumber}}',
  blocks: [
    RECIPIENT,
    AGENT,
    { type: 'paragraph', text: '你（单位）于{{submittedOn|date}}提出的“{{itemName}}”申请（办件编号：{{caseNumber}}）收悉。经审查，该申请属于本机关职权范围，申请材料齐全、符合法定形式。根据{{legalBasis|or:《中华人民共和国行政许可法》第三十二条第一款第（五）项}}的规定，决定予以受理。' },
    { type: 'paragraph', text: '受理日期：{{acceptedOn|date}}；法定办结日期：{{legalDueOn|date}}；承诺办结日期：{{promisedDueOn|date}}。' },
    { type: 'when', present: 'timeExcluded', blocks: [{ type: 'paragraph', text: '办理过程中依法需要{{timeExcluded}}的，所需时间不计算在上述期限内，本机关将另行书面告知。' }] },
    CONTACT,
  ],
  signature: SIGNATURE,
  closing: [PROGRESS_QR],
};
