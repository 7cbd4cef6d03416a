import type { NoticeDefinition } from '../definition.contract.ts';
import { CONTACT, RECIPIENT, REMEDIES, SIGNATURE } from './common-parts.ts';

/** 撤销许可决定书 (行政许可法第六十九条). `matter` where the item is not a permit. Also needs `decidedOn`, `reasons[]{text}`, `remedies`, `contact`; `licence{name, number}` where one ends with it. */
export const revocationDecision: NoticeDefinition = {
  kind: 'notice',
  code: 'revocation-decision',
  name: '撤销许可决定书',
  letterhead: '{{organization}}',
  title: '撤销{{matter|or:许可}}决定书',
  number: '{{documentNumber}}',
  blocks: [
    RECIPIENT,
    { type: 'paragraph', text: '本机关于{{decidedOn|date}}对你（单位）提出的“{{itemName}}”申请（办件编号：{{caseNumber}}）作出准予{{matter|or:许可}}的决定。经复核，该决定应当撤销，理由如下：' },
    { type: 'list', each: 'reasons', text: '{{text}}', numbering: 'arabic' },
    { type: 'paragraph', text: '根据{{legalBasis|or:《中华人民共和国行政许可法》第六十九条}}的规定，决定撤销上述准予{{matter|or:许可}}的决定。' },
    { type: 'when', present: 'licence', blocks: [{ type: 'paragraph', text: '电子证照《{{licence.name}}》（电子证照标识：{{licence.identifier}}）自本决定作出之日起失效。' }] },
    { type: 'paragraph', text: '你（单位）可以重新提出申请，由工作人员办理。' },
    REMEDIES,
    CONTACT,
  ],
  signature: SIGNATURE,
};
