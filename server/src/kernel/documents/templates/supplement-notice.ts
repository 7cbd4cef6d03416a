import type { NoticeDefinition } from '../definition.contract.ts';
import { AGENT, CONTACT, PROGRESS_QR, RECIPIENT, SIGNATURE } from './common-parts.ts';

/** 补正通知书, told once and completely (行政许可法第三十二条第一款第（四）项). Also needs `submittedOn`, `supplements[]{material, problem, requirement}`, `dueOn`, `contact`, `progressUrl`. */
export const supplementNotice: NoticeDefinition = {
  kind: 'notice',
  code: 'supplement-notice',
  name: '补正通知书',
  organization: '{{organization}}',
  title: '一次性补正材料通知书',
  number: '{{documentNumber}}',
  blocks: [
    RECIPIENT,
    AGENT,
    { type: 'paragraph', text: '你（单位）于{{submittedOn|date}}提出的“{{itemName}}”申请（办件编号：{{caseNumber}}）收悉。经审查，申请材料不齐全或者不符合法定形式，根据{{legalBasis|or:《中华人民共和国行政许可法》第三十二条第一款第（四）项}}的规定，现一次性告知你（单位）需要补正的全部内容：' },
    {
      type: 'table',
      each: 'supplements',
      columns: [
        { title: '序号', share: 1, text: '{{index}}', align: 'center' },
        { title: '材料名称', share: 3, text: '{{material}}' },
        { title: '存在的问题', share: 4, text: '{{problem}}' },
        { title: '补正要求', share: 4, text: '{{requirement}}' },
      ],
    },
    { type: 'paragraph', text: '请于{{dueOn|date}}前通过原申请渠道提交补正材料。补正材料符合要求的，自收到全部补正材料之日起受理。' },
    CONTACT,
  ],
  signature: SIGNATURE,
  closing: [PROGRESS_QR],
};
