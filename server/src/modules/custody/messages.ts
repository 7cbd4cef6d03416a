import type { MessageTemplateDefinition } from '../../kernel/messaging/index.ts';

export const custodyMessages: readonly MessageTemplateDefinition[] = [
  { key: 'custody.handed-over', name: '纸质材料待签收', topic: 'work', variables: ['batchId', 'batchNumber', 'sender', 'envelopeCount', 'dueOn'], link: '/workbench/custody/batches/{{batchId}}',
    title: '待签收：{{sender}}递交的纸质材料 {{batchNumber}}', body: '共 {{envelopeCount}} 个材料袋，请在 {{dueOn}} 前核对、签收。' },
  { key: 'custody.refused', name: '纸质材料被退回', topic: 'work', variables: ['envelopeId', 'envelopeCode', 'number', 'signer', 'reason'], link: '/workbench/custody/envelopes/{{envelopeId}}',
    title: '退回：材料袋 {{envelopeCode}}', body: '办件 {{number}} 的纸质材料被{{signer}}退回：{{reason}}' },
  { key: 'custody.flawed', name: '纸质材料签收有差异', topic: 'work', variables: ['envelopeId', 'envelopeCode', 'number', 'signer', 'flaws'], link: '/workbench/custody/envelopes/{{envelopeId}}',
    title: '签收有差异：材料袋 {{envelopeCode}}', body: '办件 {{number}} 的纸质材料由{{signer}}签收，有缺少或不符：{{flaws}}' },
  { key: 'custody.overdue', name: '纸质材料超期', topic: 'work', variables: ['envelopeId', 'envelopeCode', 'number', 'paperStep', 'dueOn'], link: '/workbench/custody/envelopes/{{envelopeId}}',
    title: '超期：材料袋 {{envelopeCode}} 还没有{{paperStep}}', body: '办件 {{number}} 的纸质材料应在 {{dueOn}} 前{{paperStep}}，请尽快办理。' },
];
