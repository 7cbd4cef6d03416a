import type { NoticeDefinition } from '../definition.contract.ts';
import { RECIPIENT, SIGNATURE } from './common-parts.ts';

/** 准予许可决定书 (行政许可法第三十八条第一款). `matter` where the item is not a permit. Also needs `acceptedOn`, `content` (what is permitted); `validity`, `conditions[]{text}`, `licence{name, number}` where they exist; `automatic` says that the platform decided and how to ask for a person. */
export const approvalDecision: NoticeDefinition = {
  kind: 'notice',
  code: 'approval-decision',
  name: '准予许可决定书',
  letterhead: '{{organization}}',
  title: '准予{{matter|or:许可}}决定书',
  number: '{{documentNumber}}',
  blocks: [
    RECIPIENT,
    { type: 'paragraph', text: '本机关于{{acceptedOn|date}}受理你（单位）提出的“{{itemName}}”申请（办件编号：{{caseNumber}}）。经审查，你（单位）的申请符合法定条件、标准，根据{{legalBasis|or:《中华人民共和国行政许可法》第三十八条第一款}}的规定，决定准予{{matter|or:许可}}。' },
    { type: 'paragraph', text: '{{matter|or:许可}}内容：{{content}}。' },
    { type: 'when', present: 'validity', blocks: [{ type: 'paragraph', text: '有效期限：{{validity}}。' }] },
    { type: 'when', present: 'conditions', blocks: [
      { type: 'paragraph', text: '你（单位）应当遵守以下要求：' },
      { type: 'list', each: 'conditions', text: '{{text}}', numbering: 'arabic' },
    ] },
    { type: 'when', present: 'licence', blocks: [{ type: 'paragraph', text: '本机关同时颁发电子证照《{{licence.name}}》（证照编号：{{licence.number}}），与纸质证照具有同等法律效力。' }] },
    { type: 'when', present: 'automatic', blocks: [{ type: 'paragraph', text: '{{automatic}}' }] },
    { type: 'paragraph', text: '请依照法律、法规规定的条件和范围从事有关活动，并接受监督检查。' },
  ],
  signature: SIGNATURE,
};
