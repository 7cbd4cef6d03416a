import { listHolders } from '../../../kernel/access/list-holders.ts';
import { chinaDate, dateInWords } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { sendToStaff } from '../../../kernel/messaging/index.ts';
import type { EnvelopeRecord } from '../record.ts';
import type { CustodyTables } from '../tables.ts';
import { listSigners } from '../tell.ts';

const atATime = 500;
const mostTold = 10;

/** Tells those whose turn it is of envelopes that are past their day, once for each such day. */
export async function tellOverdue(ctx: Context): Promise<void> {
  const today = chinaDate(ctx.kernel.clock.now());
  const rows = await tablesOf<CustodyTables>(ctx.kernel.db).selectFrom('custody.envelope').selectAll().where('dueOn', '<', today)
    .where((where) => where.or([where('remindedFor', 'is', null), where('remindedFor', '<>', where.ref('dueOn'))])).orderBy('dueOn').limit(atATime).execute();
  for (const row of rows) {
    const batch = new WriteBatch();
    writesFor<CustodyTables>(batch).update('custody.envelope', { remindedFor: row.dueOn }, { id: row.id });
    await sendToStaff(ctx, batch, await whoseTurn(ctx, row), {
      templateKey: 'custody.overdue', dedupeKey: `overdue:${row.id}:${row.dueOn ?? ''}`,
      variables: { envelopeId: row.id, envelopeCode: row.code, number: row.caseNumber, paperStep: row.state === 'in-transit' ? '签收' : '递交', dueOn: dateInWords(row.dueOn ?? today) },
    });
    await commit(ctx, batch);
  }
}

async function whoseTurn(ctx: Context, row: EnvelopeRecord): Promise<string[]> {
  if (row.state !== 'in-transit') return listHolders(ctx, 'custody.envelope.send', { organizationPath: row.holderPath, regionCode: row.regionCode }, mostTold);
  const rule = await tablesOf<CustodyTables>(ctx.kernel.db).selectFrom('custody.rule').select(['postCodes', 'signerIds']).where('id', '=', row.ruleId).executeTakeFirst();
  const named = rule !== undefined && rule.postCodes.length + rule.signerIds.length > 0;
  return (await listSigners(ctx, { path: row.destinationPath, most: mostTold, ...(named ? { posts: rule.postCodes, ids: rule.signerIds } : {}) })).map(({ id }) => id);
}

export const tellOverdueJob: JobDefinition = { name: 'custody.tell-overdue', label: '提醒超期没有递交、签收的纸质材料', cron: '10 * * * *', handle: (ctx) => tellOverdue(ctx) };
