import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { DomainEvent } from '../../../kernel/events/index.ts';
import { getCaseRecord, type CaseEventData } from '../../cases/index.ts';
import { enqueueReading } from '../jobs/job-names.ts';
import { unsafeFilesOfCase, type ApplicationFile } from '../queries/application-files.ts';
import { findReadings } from '../queries/reading-record.ts';
import type { RecognitionTables } from '../tables.ts';

/** Files of one application that are read; more of them are left to people. */
const mostFiles = 60;

/** Queues the files that nobody asked to be read before; asking twice reads once. */
export async function requestReadings(ctx: Context, files: readonly ApplicationFile[]): Promise<void> {
  const known = await findReadings(ctx, files.map(({ fileId }) => fileId));
  const fresh = [...new Map(files.map((file) => [file.fileId, file])).values()].filter(({ fileId }) => !known.has(fileId)).slice(0, Math.max(0, mostFiles - known.size));
  if (fresh.length === 0) return;
  const batch = new WriteBatch();
  writesFor<RecognitionTables>(batch).insert('recognition.reading', fresh.map(({ fileId, materialName }) => ({ fileId, materialName, state: 'waiting' as const, attempts: 0, revision: 1, requestedAt: ctx.kernel.clock.now(), notes: [], pagesTotal: 0, pages: [], acknowledged: [] })), 'nothing');
  for (const { fileId } of fresh) enqueueReading(batch, fileId);
  await commit(ctx, batch);
}

/** Has the files of a case read for those who handle it, whichever way it was filed and whether its filer wanted hints or not. */
export async function readOnSubmission(ctx: Context, event: DomainEvent): Promise<void> {
  const { caseId } = event.data as CaseEventData;
  await requestReadings(ctx, await unsafeFilesOfCase(ctx, await getCaseRecord(ctx, caseId)));
}
