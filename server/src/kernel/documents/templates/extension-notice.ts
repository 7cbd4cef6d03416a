import type { NoticeDefinition } from '../definition.contract.ts';
import { CONTACT, RECIPIENT, SIGNATURE } from './common-parts.ts';

/** 延长办理期限告知书 (行政许可法第四十二条). Also needs `acceptedOn`, `extension.reason`, `extension.workingDays`, `extension.approver`, `extension.dueOn`, `contact`. */
export const extensionNotice: NoticeDefinition = {
  kind: 'notice',
  code: 'extension-notice',
  name: '延长办理期限告知书',
  organization: '{{organization}}',
  title: '延长办理期限告知书',
  number: '{{documentNumber}}',
  blocks: [
    RECIPIENT,
    { type: 'paragraph', text: '本机关于{{acceptedOn|date}}受理的你（单位）“{{itemName}}”申请（办件编号：{{caseNumber}}），因{{extension.reason}}，不能在规定期限内作出决定。' },
    { type: 'paragraph', text: '根据{{legalBasis|or:《中华人民共和国行政许可法》第四十二条}}的规定，经{{extension.approver}}批准，决定将办理期限延长{{extension.workingDays}}个工作日，至{{extension.dueOn|date}}。' },
    CONTACT,
  ],
  signature: SIGNATURE,
};
