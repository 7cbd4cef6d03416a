import type { Context } from '../context.ts';
import { fail } from '../errors/kernel-errors.ts';

/** Whose in-site messages a request sees. */
export interface InboxOwner {
  kind: 'person' | 'staff' | 'company';
  id: string;
  /** Only these groups of messages, when an agent looks into a person's box. */
  topics?: readonly string[];
}

/** The box of the signed-in account, or of the one it acts for: an agent sees of a person only what concerns cases. */
export function inboxOwner(ctx: Context): InboxOwner {
  const { actor } = ctx;
  if (actor.kind === 'staff') return { kind: 'staff', id: actor.id };
  if (actor.kind !== 'person') throw fail('kernel.unauthenticated');
  if (!actor.actingFor) return { kind: 'person', id: actor.id };
  const { kind, id } = actor.actingFor;
  return kind === 'company' ? { kind, id } : { kind, id, topics: ['progress', 'notice'] };
}
