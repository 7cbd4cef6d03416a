import { dateInWords } from '../../kernel/clock/index.ts';
import { commit } from '../../kernel/commit.ts';
import type { Context } from '../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../kernel/db/index.ts';
import type { DomainEvent } from '../../kernel/events/index.ts';
import { clockLevels, type LevelChange } from '../../kernel/time-accounts/index.ts';
import { clockSubject } from './actions/move-matter.ts';
import { addStep } from './actions/add-step.ts';
import { matterLevelLabels } from './contract.ts';
import type { StuckMattersTables } from './tables.ts';
import { assignersOf, handlersOf, tellStaff } from './tell.ts';

/**
 * Brings a matter's level up to date after its clock changed, and tells of a worse one: a warning those it lies with, a
 * card also those who assign (STK-01 红黄牌). Safe to run twice.
 */
export async function followClock(ctx: Context, event: DomainEvent): Promise<void> {
  const change = event.data as LevelChange;
  if (change.subjectType !== clockSubject) return;
  const row = await tablesOf<StuckMattersTables>(ctx.kernel.db).selectFrom('stuckMatters.matter').selectAll().where('clockId', '=', change.subjectId).executeTakeFirst();
  if (!row || row.level === change.level || (row.state !== 'assigned' && row.state !== 'handling')) return;
  const batch = new WriteBatch();
  writesFor<StuckMattersTables>(batch).update('stuckMatters.matter', { level: change.level }, { id: row.id, clockId: change.subjectId });
  if (clockLevels.indexOf(change.level) > clockLevels.indexOf(row.level)) {
    const told = [...await handlersOf(ctx, row), ...(change.level === 'warning' ? [] : await assignersOf(ctx, row))];
    const variables = { level: matterLevelLabels[change.level], dueOn: dateInWords(change.promisedDueOn ?? row.dueOn ?? '') };
    addStep(ctx, batch, row.id, 'signal', `期限 ${variables.dueOn}`, { level: change.level });
    await tellStaff(ctx, batch, row, told, { key: 'signal', dedupe: `${change.subjectId}:${change.level}`, more: variables });
  }
  await commit(ctx, batch);
}
