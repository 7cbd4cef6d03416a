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
  const what = downSince === null ? 'up' : 'down';
  const dedupeKey = `${what}:${id}:${since.toISOString()}`;
  const words = { systemName: name, since: timeInWords(since) };
  const { operators, clerks } = await concernedBy(ctx, organizationId);
  await sendToStaff(ctx, batch, operators, {
    templateKey: `self-built.${what}`, dedupeKey, variables: { systemId: id, ...words, ...(what === 'up' ? {} : { lastError: lastError ?? '没有应答', openCases: String(openCases) }) },
  });
  await sendToStaff(ctx, batch, clerks, { templateKey: `self-built.${what}-at-window`, dedupeKey, variables: words });
  await commit(ctx, batch);
}

/** Who looks after the system, and who leads applicants into it without looking after it: the two are told different things. */
async function concernedBy(ctx: Context, organizationId: string): Promise<{ operators: string[]; clerks: string[] }> {
  const { path: organizationPath, regionCode } = await getOrganization(ctx, organizationId);
  const [operators = [], clerks = []] = (await Promise.all(['self-built.system.manage', 'self-built.case.jump'].map((permission) => readHolders(ctx, permission))))
    .map((holders) => holders.over({ organizationPath, regionCode }, mostTold));
  return { operators, clerks: clerks.filter((staffId) => !operators.includes(staffId)) };
}
