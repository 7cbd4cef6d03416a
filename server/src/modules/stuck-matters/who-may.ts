import type { Context } from '../../kernel/context.ts';
import type { MatterStep } from './contract.ts';
import { hasRight, isHandler, type MatterRecord } from './record.ts';

const assign = 'stuck-matters.matter.assign';
const audit = 'stuck-matters.matter.audit';

/** Who may take each step: those who assign, those it lies with, those who look through the result, those who asked the citizen. */
export function mayStep(ctx: Context, row: MatterRecord, action: MatterStep['action']): boolean {
  switch (action) {
    case 'assign': case 'put-to-director': case 'urge': case 'reject': return hasRight(ctx, assign, row);
    case 'take': case 'hand-back': case 'answer': return isHandler(ctx, row);
    case 'accompany': return hasRight(ctx, assign, row) || isHandler(ctx, row);
    case 'pass': case 'send-back': return hasRight(ctx, audit, row);
    // Who has no account is asked by telephone.
    case 'record-word': return row.reporterKind === 'caller' && (hasRight(ctx, audit, row) || (ctx.actor.kind === 'staff' && row.registeredById === ctx.actor.id));
  }
}
