import { commit } from '../../kernel/commit.ts';
import type { Context } from '../../kernel/context.ts';
import { WriteBatch } from '../../kernel/db/index.ts';
import type { DomainEvent, Subscription } from '../../kernel/events/index.ts';
import { signalRaised } from '../supervision/index.ts';
import { addPush } from './actions/add-push.ts';

interface Raised extends Record<string, unknown> { subjectType: string; level: string; organizationId: string; itemName: string; dueOn: string | null }

/** Tells the city brain of a yellow or red card: what and when, nobody's name or number. */
async function pushSignal(ctx: Context, event: DomainEvent): Promise<void> {
  if (ctx.kernel.config.cityBrainUrl === undefined) return;
  const { subjectType, level, organizationId, itemName, dueOn } = event.data as Raised;
  if (level !== 'yellow' && level !== 'red') return;
  const batch = new WriteBatch();
  const label = level === 'red' ? '红牌' : '黄牌';
  addPush(ctx, batch, `${label}：${itemName}`, { kind: 'event', type: event.type, at: new Date(event.occurredAt).toISOString(), data: { subjectType, level, organizationId, itemName, dueOn } }, event.id);
  await commit(ctx, batch);
}

export const intelligenceSubscriptions: readonly Subscription[] = [{ name: 'intelligence.push-signals', types: [signalRaised], handle: pushSignal }];
