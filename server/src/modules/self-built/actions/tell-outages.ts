import { readHolders } from '../../../kernel/access/list-holders.ts';
import { timeInWords } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { sendToStaff } from '../../../kernel/messaging/index.ts';
import { getOrganization } from '../../../kernel/organization/index.ts';
import { selfBuiltTables, type SystemRow } from '../systems.ts';
import type { SelfBuiltTables } from '../tables.ts';

/** A short interruption is over before anybody has read of it. */
const patienceMs = 10 * 60_000;
const mostTold = 20;

/**
 * Tells who looks after a system, and who leads applicants into it, that it has been down for ten minutes; and once more when it is
 * back (INT-04).
 */
export async function tellOutages(ctx: Context): Promise<void> {
  const long = new Date(ctx.kernel.clock.now().getTime() - patienceMs);
  const rows = await selfBuiltTables(ctx).selectFrom('selfBuilt.system').selectAll().where('enabled', '=', true).where((eb) => eb.or([
    eb.and([eb('downSince', '<=', long), eb('toldDownSince', 'is', null)]), eb.and([eb('downSince', 'is', null), eb('toldDownSince', 'is not', null)]),
  ])).execute();
  for (const row of rows) await tell(ctx, row);
}

async function tell(ctx: Context, { id, name, organizationId, downSince, toldDownSince, lastError }: SystemRow): Promise<void> {
  const since = downSince ?? toldDownSince;
  if (since === null) return;
  const { count: openCases } = await selfBuiltTables(ctx).selectFrom('selfBuilt.link').select((eb) => eb.fn.countAll<number>().as('count')).where('systemId', '=', id).where('state', 'not in', ['delivered', 'ended']).executeTakeFirstOrThrow();
  const batch = new WriteBatch();
  writesFor<SelfBuiltTables>(batch).update('selfBuilt.system', { toldDownSince: downSince }, { id });
  await sendToStaff(ctx, batch, await concernedBy(ctx, organizationId), {
    templateKey: downSince === null ? 'self-built.up' : 'self-built.down', dedupeKey: `${downSince === null ? 'up' : 'down'}:${id}:${since.toISOString()}`,
    variables: { systemId: id, systemName: name, since: timeInWords(since), ...(downSince === null ? {} : { lastError: lastError ?? '没有应答', openCases: String(openCases) }) },
  });
  await commit(ctx, batch);
}

async function concernedBy(ctx: Context, organizationId: string): Promise<string[]> {
  const { path: organizationPath, regionCode } = await getOrganization(ctx, organizationId);
  const holders = await Promise.all(['self-built.system.manage', 'self-built.case.jump'].map((permission) => readHolders(ctx, permission)));
  return [...new Set(holders.flatMap((some) => some.over({ organizationPath, regionCode }, mostTold)))];
}
