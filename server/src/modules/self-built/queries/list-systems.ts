import { sql } from 'kysely';
import { requireScope } from '../../../kernel/access/index.ts';
import { liesInScope } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { listOrganizationsById } from '../../../kernel/organization/index.ts';
import type { OutstandingGroup, SystemView } from '../contract.ts';
import { fail } from '../errors.ts';
import { selfBuiltTables, type SystemRow } from '../systems.ts';

/** How long a case may be without news before it counts as silent. */
export const silentMs = 24 * 3_600_000;

interface Counts extends Record<OutstandingGroup, number> { systemId: string }

async function countOutstanding(ctx: Context): Promise<Map<string, Counts>> {
  const since = new Date(ctx.kernel.clock.now().getTime() - silentMs);
  const rows = await selfBuiltTables(ctx).selectFrom('selfBuilt.link').select((eb) => [
    'systemId', eb.fn.countAll<number>().as('open'),
    sql<number>`count(*) FILTER (WHERE entered_at IS NULL)`.as('not-entered'),
    sql<number>`count(*) FILTER (WHERE entered_at IS NOT NULL AND coalesce(last_report_at, entered_at) < ${since})`.as('silent'),
    sql<number>`count(*) FILTER (WHERE trouble IS NOT NULL)`.as('troubled'),
  ]).where('state', 'not in', ['delivered', 'ended']).groupBy('systemId').execute();
  return new Map(rows.map((row) => [row.systemId, row]));
}

function stateOf({ enabled, downSince, lastOkAt }: SystemRow): SystemView['connection']['state'] {
  if (!enabled) return 'disabled';
  if (downSince) return 'down';
  return lastOkAt ? 'up' : 'idle';
}

/** The self-built systems within the actor's scope, with their items, keys, connection and what waits. */
export async function listSystems(ctx: Context): Promise<SystemView[]> {
  const tables = selfBuiltTables(ctx);
  const [systems, items, keys, counts] = await Promise.all([
    tables.selectFrom('selfBuilt.system').selectAll().orderBy('name').execute(), tables.selectFrom('selfBuilt.systemItem').selectAll().orderBy('itemName').execute(),
    tables.selectFrom('selfBuilt.systemKey').selectAll().orderBy('madeAt', 'desc').execute(), countOutstanding(ctx),
  ]);
  const organizations = await listOrganizationsById(ctx, systems.map(({ organizationId }) => organizationId));
  const scope = requireScope(ctx, 'self-built.system.view');
  return systems.flatMap((system) => {
    const organization = organizations.get(system.organizationId);
    if (!organization || !liesInScope(scope, ctx.actor, { organizationPath: organization.path, regionCode: organization.regionCode })) return [];
    const { id, revision, name, organizationId, entryUrl, serviceUrl, disclosure, enabled, lastOkAt, downSince, lastError, nextTryAt } = system;
    const { open = 0, 'not-entered': notEntered = 0, silent = 0, troubled = 0 } = counts.get(id) ?? {};
    return [{
      id, revision, name, organizationId, organizationName: organization.name, entryUrl, serviceUrl, disclosure, enabled,
      items: items.filter(({ systemId }) => systemId === id).map(({ itemId, itemName }) => ({ itemId, name: itemName })),
      keys: keys.filter(({ systemId }) => systemId === id).map((key) => ({
        keyId: key.keyId, madeAt: key.madeAt.toISOString(), madeBy: key.madeByName, lastUsedAt: key.lastUsedAt?.toISOString() ?? null, endedAt: key.endedAt?.toISOString() ?? null,
      })),
      connection: { state: stateOf(system), lastOkAt: lastOkAt?.toISOString() ?? null, downSince: downSince?.toISOString() ?? null, lastError, nextTryAt: nextTryAt?.toISOString() ?? null },
      outstanding: { open, 'not-entered': notEntered, silent, troubled },
    }];
  });
}

/** One of them. @throws self-built.not-found */
export async function getSystem(ctx: Context, systemId: string): Promise<SystemView> {
  const found = (await listSystems(ctx)).find(({ id }) => id === systemId);
  if (!found) throw fail('self-built.not-found');
  return found;
}
