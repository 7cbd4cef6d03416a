import type { Context } from '../../../kernel/context.ts';
import type { WriteBatch } from '../../../kernel/db/index.ts';
import { addReportedFinding } from '../../item-quality/index.ts';
import { guideWrongCause, matterWordLabels, type MatterWord } from '../contract.ts';
import type { MatterRecord } from '../record.ts';
import { assignersOf, tellStaff } from '../tell.ts';
import { moveMatter, type Moved } from './move-matter.ts';

/** Ends a matter with the citizen's word; who was dissatisfied for the first time gets a second assignment (STK-01). */
export async function closeWithWord(ctx: Context, row: MatterRecord, given: { version: number; word: MatterWord; text: string; by: 'reporter' | 'clerk' }): Promise<void> {
  const satisfied = given.word !== 'dissatisfied';
  const changes = { word: given.word, wordText: given.text === '' ? null : given.text, wordBy: given.by, wordUntil: null };
  await moveMatter(ctx, row, { action: 'record-word', satisfied, version: given.version, text: given.text, changes: satisfied || row.round > 1 ? changes : { ...changes, ...unassigned }, detail: { word: matterWordLabels[given.word] } },
    async (batch, moved) => {
      if (moved.row.state === 'reopened') {
        await tellStaff(ctx, batch, row, await assignersOf(ctx, row), { key: 'dissatisfied', dedupe: String(row.version) });
        return undefined;
      }
      return feedBack(ctx, batch, moved);
    });
}

/** A matter to be assigned anew lies with nobody and has no clock; what was answered stays in the trail. */
const unassigned = {
  organizationId: null, organizationName: null, organizationPath: '', officerId: null, officerName: null, directorOn: null, clockId: null, dueOn: null, limitDays: null, level: 'normal' as const,
};

/** Ends a matter whose reporter gave no word in time. */
export async function closeWithoutWord(ctx: Context, row: MatterRecord): Promise<void> {
  await moveMatter(ctx, row, { action: 'lapse', version: row.version, text: '期限内没有收到评价，自动办结。', changes: { wordBy: 'nobody', wordUntil: null } }, (batch, moved) => feedBack(ctx, batch, moved));
}

/** A wrong guide becomes a finding of the item's quality list, in the same write. */
async function feedBack(ctx: Context, batch: WriteBatch, { row }: Moved): Promise<{ findingId: string } | undefined> {
  if (row.causeCode !== guideWrongCause || row.itemId === null || row.causeElement === null) return undefined;
  const findingId = await addReportedFinding(ctx, batch, { itemId: row.itemId, element: row.causeElement, source: row.number, message: `群众反映（${row.number}）：${row.causeText ?? ''}` });
  return findingId === undefined ? undefined : { findingId };
}
