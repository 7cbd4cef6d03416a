import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { Readings } from '../reading.contract.ts';
import type { RecognitionTables } from '../tables.ts';
import { filesOfDraft } from './application-files.ts';
import { gatherReadings } from './gather-readings.ts';

/** Whether the filer of a draft wants hints on its materials. */
export async function isChecking(ctx: Context, draftId: string): Promise<boolean> {
  const row = await tablesOf<RecognitionTables>(ctx.kernel.db).selectFrom('recognition.switchedOff').select('draftId').where('draftId', '=', draftId).executeTakeFirst();
  return row === undefined;
}

/** What was found of one's own draft; in full, as the draft itself. @throws intake.draft-not-found */
export async function readDraftReadings(ctx: Context, draftId: string): Promise<Readings> {
  const application = await filesOfDraft(ctx, draftId);
  if (!(await isChecking(ctx, draftId))) return { checking: false, files: [], questions: [] };
  return { checking: true, ...await gatherReadings(ctx, application, { masked: false }) };
}
