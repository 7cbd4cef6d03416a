import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { renderDocument, type DocumentDefinition } from '../../../kernel/documents/index.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { readSite } from '../../../kernel/site/index.ts';
import { signalLevelLabels } from '../contract.ts';
import { viewOrder } from './view-order.ts';

const document: DocumentDefinition = {
  kind: 'notice', code: 'supervision-order', name: '督办单', organization: '{{issuer}}', title: '政务服务督办单', number: '{{number}}',
  blocks: [
    { type: 'paragraph', text: '{{department}}：', indent: false },
    { type: 'paragraph', text: '{{content}}', indent: true },
    { type: 'when', present: 'signals', blocks: [{ type: 'table', each: 'signals', columns: [
      { title: '等级', share: 2, text: '{{level}}' }, { title: '规则', share: 4, text: '{{rule}}' }, { title: '办件', share: 6, text: '{{case}}' }, { title: '情况', share: 8, text: '{{says|or:—}}' },
    ] }] },
    { type: 'paragraph', text: '督办要求：{{demands}}', indent: true },
    { type: 'paragraph', text: '请于 {{limitOn|date}} 前办理完毕并书面反馈。', indent: true },
    { type: 'when', present: 'lead', blocks: [{ type: 'paragraph', text: '责任人：{{lead}}。', indent: true }] },
  ],
  signature: { organization: '{{issuer}}', date: '{{issuedOn|date}}' },
};

/** The order as a document to be handed over or filed (SUP-02). @throws supervision.order-not-found */
export async function printOrder(ctx: Context, orderId: string): Promise<FileAnswer> {
  const order = await viewOrder(ctx, orderId);
  const at = new Date(order.issuedAt);
  const { settings: { cityName } } = await readSite(ctx);
  const content = await renderDocument(document, {
    issuer: `${cityName}政务服务效能监督`, number: order.number, department: order.organizationName, content: order.content, demands: order.demands, limitOn: order.limitOn, issuedOn: chinaDate(at),
    lead: order.leadName,
    signals: order.signals.map(({ level, ruleNo, ruleName, caseNumber, itemName, says }) => ({ level: signalLevelLabels[level], rule: `${ruleNo} ${ruleName}`, case: [itemName, caseNumber].filter(Boolean).join(' '), says })),
  }, { createdAt: at });
  return { contentType: 'application/pdf', fileName: `督办单-${order.number}.pdf`, content, disposition: 'inline' };
}
