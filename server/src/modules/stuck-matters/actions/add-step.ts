import type { Context } from '../../../kernel/context.ts';
import { createId, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import type { StuckMattersTables } from '../tables.ts';

/** Adds a line to the trail of a matter; persons are not named in it. */
export function addStep(ctx: Context, batch: WriteBatch, matterId: string, action: string, text: string, detail: Record<string, unknown> = {}): void {
  const { actor } = ctx;
  writesFor<StuckMattersTables>(batch).insert('stuckMatters.matterStep', {
    id: createId(), matterId, action, actorId: actor.id, actorName: actor.kind === 'person' ? '反映人' : actor.name, organizationName: actor.kind === 'staff' ? actor.organizationName : null,
    text, detail, at: ctx.kernel.clock.now(),
  });
}
