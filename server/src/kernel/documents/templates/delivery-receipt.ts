import type { NoticeDefinition } from '../definition.contract.ts';
import { SIGNATURE } from './common-parts.ts';

/** 送达回证. Also needs `delivered.documents`, `delivered.method`, `delivered.place`, `delivered.at` (instant); `recipient{name, relation}`, `deliverer`; `remark` where there is one. */
export const deliveryReceipt: NoticeDefinition = {
  kind: 'notice',
  code: 'delivery-receipt',
  name: '送达回证',
  organization: '{{organization}}',
  title: '送达回证',
  number: '{{documentNumber}}',
  blocks: [
    {
      type: 'fields',
      rows: [
        [{ label: '受送达人', text: '{{applicant.name}}' }],
        [{ label: '事项名称', text: '{{itemName}}' }],
        [{ label: '办件编号', text: '{{caseNumber}}' }],
        [{ label: '送达文书', text: '{{delivered.documents}}' }],
        [{ label: '送达方式', text: '{{delivered.method}}' }, { label: '送达地点', text: '{{delivered.place}}' }],
        [{ label: '送达时间', text: '{{delivered.at|datetime}}' }],
        [{ label: '签收人', text: '{{recipient.name}}' }, { label: '与受送达人关系', text: '{{recipient.relation|or:本人}}' }],
        [{ label: '送达人', text: '{{deliverer}}' }],
        [{ label: '备注', text: '{{remark|or:无}}' }],
      ],
    },
  ],
  signature: SIGNATURE,
};
