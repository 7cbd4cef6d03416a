import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { releaseFiles } from '../../../kernel/files/index.ts';
import type { ItemExchangeTables } from '../tables.ts';

/** Days that an import nobody went on with is kept; one that wrote something stays. */
const keptDays = 30;

/** Removes previews that were never started, with their rows and files. */
export async function clearOldImports(ctx: Context): Promise<void> {
  const before = new Date(ctx.kernel.clock.now().getTime() - keptDays * 86_400_000);
  const old = await tablesOf<ItemExchangeTables>(ctx.kernel.db).selectFrom('itemExchange.import').select(['id', 'fileId'])
    .where('state', 'in', ['failed', 'previewed', 'discarded']).where('createdAt', '<', before).limit(500).execute();
  for (const { id, fileId } of old) {
    const batch = new WriteBatch();
    writesFor<ItemExchangeTables>(batch).delete('itemExchange.import', { id, state: ['failed', 'previewed', 'discarded'] });
    releaseFiles(ctx, batch, [fileId], { type: 'item-import', id });
    await commit(ctx, batch);
  }
}
