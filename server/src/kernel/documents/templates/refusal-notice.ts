import type { NoticeDefinition } from '../definition.contract.ts';
import { AGENT, RECIPIENT, REMEDIES, SIGNATURE } from './common-parts.ts';

/**
 * 不予受理决定书 (行政许可法第三十二条). Also needs `submittedOn`, `reasons[]{text}`, `remedies`;
 * `competentAuthority` where another body is responsible; `legalBasis` where the item is not a permit.
 */
export const refusalNotice: NoticeDefinition = {
  kind: 'notice',
  code: 'refusal-notice',
  name: '不予受理决定书',
  organization: '{{organization}}',
  title: '不予受理决定书',
  number: '{{documentNumber}}',
  blocks: [
    RECIPIENT,
    AGENT,
    { type: 'paragraph', text: '你（单位）于{{submittedOn|date}}提出的“{{itemName}}”申请（办件编号：{{caseNumber}}）收悉。经审查，存在以下情形：' },
    { type: 'list', each: 'reasons', text: '{{text}}', numbering: 'arabic' },
    { type: 'paragraph', text: '根据{{legalBasis|or:《中华人民共和国行政许可法》第三十二条第一款第（二）项}}的规定，决定不予受理。' },
    { type: 'when', present: 'competentAuthority', blocks: [{ type: 'paragraph', text: '该事项请向{{competentAuthority}}提出申请。' }] },
    REMEDIES,
  ],
  signature: SIGNATURE,
};
