import type { Context } from '../../../kernel/context.ts';
import { tellOverdue } from '../actions/tell-overdue.ts';
import { startFullRun } from '../actions/start-run.ts';

/** Every night: all items are checked again, and departments whose order has run out are told. */
export async function checkNightly(ctx: Context): Promise<void> {
  await tellOverdue(ctx);
  await startFullRun(ctx, 'nightly');
}
