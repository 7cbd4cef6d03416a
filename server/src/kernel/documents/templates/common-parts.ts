import type { DocumentBlock } from '../definition.contract.ts';

/**
 * Names that every notice template expects: `organization`, `documentNumber`, `applicant.name`, `itemName`, `caseNumber`,
 * `issuedOn` (YYYY-MM-DD). Each template documents what else it needs.
 */
export const SIGNATURE = { organization: '{{organization}}', date: '{{issuedOn|date}}' } as const;

/** Opening of a notice: the applicant, flush left. */
export const RECIPIENT = { type: 'paragraph', text: '{{applicant.name}}：', indent: false } as const;

/** Who stood at the counter for the applicant, below the applicant; nothing where the applicant came in person. */
export const AGENT = {
  type: 'when', present: 'agent', blocks: [{ type: 'paragraph', text: '（{{agent.role}}：{{agent.name}}，{{agent.document}}）', indent: false }],
} as const satisfies DocumentBlock;

/** As `AGENT`, with how to reach them and by what they act. */
export const AGENT_IN_FULL = {
  type: 'when', present: 'agent',
  blocks: [{ type: 'paragraph', text: '（{{agent.role}}：{{agent.name}}，{{agent.document}}，手机{{agent.mobile|or:未登记}}；{{agent.authority}}）', indent: false }],
} as const satisfies DocumentBlock;

/** Remedies against a refusal, as the item's guide words them: `remedies` (行政许可法第三十八条、行政复议法第二十条、行政诉讼法第四十六条). */
export const REMEDIES = {
  type: 'paragraph',
  text: '{{remedies}}',
} as const;

/** Where to ask and how to follow the case. */
export const CONTACT = { type: 'paragraph', text: '联系人：{{contact.name}}，联系电话：{{contact.phone|or:见办事指南}}。' } as const;

/** QR code leading to the progress of the case. */
export const PROGRESS_QR = { type: 'qr', content: '{{progressUrl}}', caption: '扫码查询办理进度\n{{caseNumber}}' } as const;
