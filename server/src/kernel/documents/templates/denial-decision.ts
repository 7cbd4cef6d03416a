import type { NoticeDefinition } from '../definition.contract.ts';
import { RECIPIENT, REMEDIES, SIGNATURE } from './common-parts.ts';

/** 不予许可决定书, with reasons and remedies (行政许可法第三十八条第二款). `matter` where the item is not a permit. Also needs `acceptedOn`, `reasons[]{text}`, `remedies`. */
export const denialDecision: NoticeDefinition = {
  kind: 'notice',
  code: 'denial-decision',
  name: '不予许可决定书',
  letterhead: '{{organization}}',
  title: '不予{{matter|or:许可}}决定书',
  number: '{{documentNumber}}',
  blocks: [
    RECIPIENT,
    { type: 'paragraph', text: '本机关于{{acceptedOn|date}}受理你（单位）提出的“{{itemName}}”申请（办件编号：{{caseNumber}}）。经审查，你（单位）的申请不符合法定条件、标准，理由如下：' },
    { type: 'list', each: 'reasons', text: '{{text}}', numbering: 'arabic' },
    { type: 'paragraph', text: '根据{{legalBasis|or:《中华人民共和国行政许可法》第三十八条第二款}}的规定，决定不予{{matter|or:许可}}。' },
    REMEDIES,
  ],
  signature: SIGNATURE,
};
