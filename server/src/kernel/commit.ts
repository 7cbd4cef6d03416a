import type { Context } from './context.ts';
import type { WriteBatch } from './db/index.ts';

/** Writes an action's batch in one transaction and wakes event delivery. @throws AppError of a guard or violation */
export async function commit(ctx: Context, batch: WriteBatch): Promise<void> {
  await batch.execute(ctx.kernel.db.pool);
  if (batch.publishes) ctx.kernel.onCommitted();
}
