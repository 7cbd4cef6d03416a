import { requireScope, singleScopes, type SingleScope } from '../../../kernel/access/index.ts';
import { regionPrefix } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import type { LiveTopic } from '../../../kernel/live/index.ts';

/** Under what `supervision.readers_of` tells those who have such a scope. */
function keyOf(ctx: Context, scope: SingleScope): string {
  switch (scope.kind) {
    case 'all': return 'all';
    case 'region': return `r:${regionPrefix(scope.regionCode)}`;
    case 'organization': return `o:${lastOf(scope.organizationPath)}`;
    case 'own': return `o:${ctx.actor.kind === 'staff' ? ctx.actor.organizationId : ''}`;
  }
}

const lastOf = (path: string): string => path.split('/').findLast((id) => id !== '') ?? '';

/** Readers are told that something within their scope has changed, never what: their pages ask again with their own rights. */
const within = (name: string, permission: string): LiveTopic => ({
  name,
  keysFor: async (ctx) => [...singleScopes(requireScope(ctx, permission)).map((scope) => keyOf(ctx, scope)), `u:${ctx.actor.id}`].map((key) => `${name}/${key}`),
});

/** What the pages of supervision show and others change (SUP-01 … SUP-03). */
export const supervisionTopics: readonly LiveTopic[] = [
  within('supervision.board', 'supervision.board.view'),
  within('supervision.orders', 'supervision.order.view'),
  within('supervision.spot-checks', 'supervision.spot-check.inspect'),
  { name: 'supervision.rules', keysFor: async (ctx) => { requireScope(ctx, 'supervision.board.view'); return ['supervision.rules']; } },
];
