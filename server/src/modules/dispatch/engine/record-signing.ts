import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { WriteBatch } from '../../../kernel/db/index.ts';
import type { Signing } from '../../../kernel/workflow/index.ts';
import { changeCase, unsafeFindCase } from '../../cases/index.ts';
import { fail } from '../errors.ts';
import { checkHandover } from './check-handover.ts';

const modeNames = { before: '前加签', after: '后加签' } as const;

/**
 * Writes into the record of a case whom an officer asks for an opinion beside the own, and why. Only a review takes more than one
 * opinion: whoever does an acceptance, a decision or a delivery moves the case. @throws dispatch.signing-step, dispatch.handover-unable
 */
export async function recordSigning(ctx: Context, batch: WriteBatch, signing: Signing): Promise<void> {
  const { subjectId, name, step, mode, signers, reason } = signing;
  const record = await unsafeFindCase(ctx, subjectId);
  if (!record) return;
  if (step !== 'review') throw fail('dispatch.signing-step', { task: name });
  for (const to of signers) await checkHandover(ctx, { ...signing, to });
  changeCase(ctx, batch, record, {
    step: { type: 'handle-step', on: chinaDate(ctx.kernel.clock.now()) },
    opinion: `请${signers.map((signer) => signer.name).join('、')}${mode === 'before' ? '先' : '随后'}提出意见。原因：${reason}`,
    detail: { taskName: `${name}：${modeNames[mode]}`, sign: mode, signers },
  });
}
