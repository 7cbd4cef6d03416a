import { timeInWords } from '../../clock/index.ts';
import type { Context } from '../../context.ts';
import { createId, type WriteBatch } from '../../db/index.ts';
import { sendMessage } from '../../messaging/send-message.ts';

/** Tells a person that their password is another now, in case it was not them. */
export async function tellPasswordChanged(ctx: Context, batch: WriteBatch, personId: string): Promise<void> {
  await sendMessage(ctx, batch, {
    templateKey: 'identity.password-changed', recipient: { kind: 'person', id: personId }, variables: { time: timeInWords(ctx.kernel.clock.now()) }, dedupeKey: createId(),
  });
}
