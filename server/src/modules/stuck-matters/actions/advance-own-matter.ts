import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { OwnMatter, OwnStep } from '../contract.ts';
import { fail } from '../errors.ts';
import { viewOwnMatter } from '../queries/own-matters.ts';
import { getOwnRecord, type MatterRecord } from '../record.ts';
import { assignersOf, handlersOf, tellStaff } from '../tell.ts';
import { closeWithWord } from './close-matter.ts';
import { moveMatter } from './move-matter.ts';
import { urgeMatter } from './urge-matter.ts';

/** What the one who reported does: gives the word, withdraws, or urges once a day. @throws stuck-matters.matter-not-found, .stale, .wrong-state, .urged-today */
export async function advanceOwnMatter(ctx: Context, id: string, step: OwnStep): Promise<OwnMatter> {
  const row = await getOwnRecord(ctx, id);
  const text = step.text?.trim() ?? '';
  if (step.action === 'give-word') await closeWithWord(ctx, row, { version: step.version, word: step.word, text, by: 'reporter' });
  else if (step.action === 'withdraw') await withdraw(ctx, row, step.version, text);
  else {
    if (row.urgedOn === chinaDate(ctx.kernel.clock.now())) throw fail('stuck-matters.urged-today');
    await urgeMatter(ctx, row, { version: step.version, text });
  }
  return viewOwnMatter(ctx, id);
}

async function withdraw(ctx: Context, row: MatterRecord, version: number, text: string): Promise<void> {
  await moveMatter(ctx, row, { action: 'withdraw', version, text }, async (batch) => {
    await tellStaff(ctx, batch, row, [...await handlersOf(ctx, row), ...await assignersOf(ctx, row)], { key: 'withdrawn', dedupe: String(row.version) });
    return undefined;
  });
}
