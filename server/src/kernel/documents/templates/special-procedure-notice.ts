import type { NoticeDefinition } from '../definition.contract.ts';
import { CONTACT, RECIPIENT, SIGNATURE } from './common-parts.ts';

/** 特别程序告知书 (行政许可法第四十五条). Also needs `acceptedOn`, `procedure.name`, `procedure.reason`, `procedure.startsOn`, `procedure.workingDays`, `contact`. */
export const specialProcedureNotice: NoticeDefinition = {
  kind: 'notice',
  code: 'special-procedure-notice',
  name: '特别程序告知书',
  organization: '{{organization}}',
  title: '特别程序告知书',
  number: '{{documentNumber}}',
  blocks: [
    RECIPIENT,
    { type: 'paragraph', text: '本机关于{{acceptedOn|date}}受理的你（单位）“{{itemName}}”申请（办件编号：{{caseNumber}}），因{{procedure.reason}}，依法需要进行{{procedure.name}}。' },
    { type: 'paragraph', text: '根据{{legalBasis|or:《中华人民共和国行政许可法》第四十五条}}的规定，{{procedure.name}}自{{procedure.startsOn|date}}起进行，所需时间为{{procedure.workingDays}}个工作日，不计算在办理期限内。特别程序结束后，办理期限继续计算，届时本机关将及时告知。' },
    CONTACT,
  ],
  signature: SIGNATURE,
};
