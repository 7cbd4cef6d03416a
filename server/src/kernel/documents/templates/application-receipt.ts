import type { NoticeDefinition } from '../definition.contract.ts';
import { AGENT_IN_FULL, PROGRESS_QR, RECIPIENT, SIGNATURE } from './common-parts.ts';

/** 申请回执. Also needs `submittedAt` (instant), `promise` (e.g. 自受理之日起10个工作日), `materials[]{name, form, copies}`, `progressUrl`. */
export const applicationReceipt: NoticeDefinition = {
  kind: 'notice',
  code: 'application-receipt',
  name: '申请回执',
  organization: '{{organization}}',
  title: '申请回执',
  number: '{{documentNumber}}',
  blocks: [
    RECIPIENT,
    AGENT_IN_FULL,
    { type: 'paragraph', text: '你（单位）于{{submittedAt|datetime}}提出的“{{itemName}}”申请（办件编号：{{caseNumber}}）已收到，收到的申请材料如下：' },
    {
      type: 'table',
      each: 'materials',
      columns: [
        { title: '序号', share: 1, text: '{{index}}', align: 'center' },
        { title: '材料名称', share: 6, text: '{{name}}' },
        { title: '形式', share: 2, text: '{{form}}', align: 'center' },
        { title: '份数', share: 1, text: '{{copies}}', align: 'center' },
      ],
    },
    { type: 'paragraph', text: '我单位将在五个工作日内作出是否受理的决定或者一次性告知需要补正的全部内容，逾期不告知的，自收到申请材料之日起即为受理。承诺办理时限：{{promise}}。' },
  ],
  signature: SIGNATURE,
  closing: [PROGRESS_QR],
};
