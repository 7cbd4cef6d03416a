import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { readNames } from '../lists.ts';
import { aboutOf } from '../record.ts';
import type { StuckMattersTables } from '../tables.ts';

/** What supervision says of a matter; nothing of who reported it. */
export interface MatterFacts {
  id: string;
  /** Number of the matter. */
  caseNumber: string;
  /** The case and the item that it is about. */
  caseId: string | null;
  itemId: string | null;
  itemName: string;
  organizationId: string;
  organizationName: string;
  organizationPath: string;
  regionCode: string;
  officerId: string | null;
  clockId: string | null;
  /** Root cause as named when its result was passed; null until then. */
  cause: { code: string; name: string } | null;
}

/** Facts of a matter that a department is answerable for, by its id or that of its clock; without asking who wants them. */
export async function unsafeFindMatterFacts(ctx: Pick<Context, 'kernel'>, by: { id: string } | { clockId: string }): Promise<MatterFacts | undefined> {
  const query = tablesOf<StuckMattersTables>(ctx.kernel.db).selectFrom('stuckMatters.matter').selectAll();
  const row = await ('id' in by ? query.where('id', '=', by.id) : query.where('clockId', '=', by.clockId)).executeTakeFirst();
  if (!row || row.organizationId === null) return undefined;
  const { id, number, organizationId, organizationName, organizationPath, regionCode, officerId, clockId, caseId, itemId, causeCode } = row;
  const cause = causeCode === null ? null : { code: causeCode, name: (await readNames(ctx.kernel, 'cause')).get(causeCode) ?? causeCode };
  return { id, caseNumber: number, itemName: aboutOf(row), organizationId, organizationName: organizationName ?? '', organizationPath, regionCode, officerId, clockId, caseId, itemId, cause };
}
