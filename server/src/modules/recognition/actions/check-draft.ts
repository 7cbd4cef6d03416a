import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { getOpenDraft } from '../../intake/index.ts';
import { filesOfDraft } from '../queries/application-files.ts';
import { isChecking, readDraftReadings } from '../queries/draft-readings.ts';
import { findReadings } from '../queries/reading-record.ts';
import type { Readings } from '../reading.contract.ts';
import type { RecognitionTables } from '../tables.ts';
import { requestReadings } from './request-readings.ts';

/** Has the new files of one's own draft read in the background (DEC-04). @throws intake.draft-not-found, intake.draft-submitted */
export async function checkDraftFiles(ctx: Context, draftId: string): Promise<Readings> {
  await getOpenDraft(ctx, draftId);
  if (await isChecking(ctx, draftId)) await requestReadings(ctx, (await filesOfDraft(ctx, draftId)).files);
  return readDraftReadings(ctx, draftId);
}

/** Switches the hints of one's own draft off, with what still waits to be read, or on again. @throws intake.draft-not-found, intake.draft-submitted */
export async function switchDraftCheck(ctx: Context, draftId: string, checking: boolean): Promise<Readings> {
  await getOpenDraft(ctx, draftId);
  const { files } = await filesOfDraft(ctx, draftId);
  const batch = new WriteBatch();
  const writes = writesFor<RecognitionTables>(batch);
  if (checking) writes.delete('recognition.switchedOff', { draftId });
  else {
    writes.insert('recognition.switchedOff', { draftId, at: ctx.kernel.clock.now() }, 'nothing');
    if (files.length > 0) writes.delete('recognition.reading', { fileId: files.map(({ fileId }) => fileId), state: 'waiting' });
  }
  recordAudit(ctx, batch, { action: checking ? 'recognition.resume-check' : 'recognition.stop-check', objectType: 'draft', objectId: draftId });
  await commit(ctx, batch);
  return checking ? checkDraftFiles(ctx, draftId) : readDraftReadings(ctx, draftId);
}

/** Keeps that the filer has seen questions and goes on; who handles the case sees it. @throws intake.draft-not-found, intake.draft-submitted */
export async function acknowledgeQuestions(ctx: Context, draftId: string, questionIds: readonly string[]): Promise<Readings> {
  await getOpenDraft(ctx, draftId);
  const { questions } = await readDraftReadings(ctx, draftId);
  const seen = questions.filter(({ id, acknowledged }) => questionIds.includes(id) && !acknowledged);
  if (seen.length > 0) {
    const readings = await findReadings(ctx, seen.map(({ fileId }) => fileId));
    const batch = new WriteBatch();
    const rows = [...readings.values()].map(({ fileId, acknowledged }) => ({ fileId, acknowledged: [...new Set([...acknowledged, ...seen.filter((one) => one.fileId === fileId).map(({ id }) => id)])] }));
    writesFor<RecognitionTables>(batch).updateEach('recognition.reading', rows, ['fileId']);
    recordAudit(ctx, batch, { action: 'recognition.acknowledge-questions', objectType: 'draft', objectId: draftId, detail: { count: seen.length } });
    await commit(ctx, batch);
  }
  return readDraftReadings(ctx, draftId);
}
