import { enqueueJob } from '../../../kernel/jobs/index.ts';
import type { WriteBatch } from '../../../kernel/db/index.ts';

export const readFileJobName = 'recognition.read-file';
export const trainJobName = 'recognition.train-model';

/** Files are read two at a time, whoever has more of them waits: reading takes seconds of a core, and other jobs must not queue behind it. */
const lanes = 2;

/** Queues the reading of a file; a second queueing replaces one that has not begun. */
export function enqueueReading(batch: WriteBatch, fileId: string, runAt?: Date): void {
  const lane = Number.parseInt(fileId.slice(-2), 16) % lanes;
  enqueueJob(batch, readFileJobName, { fileId }, { key: `${readFileJobName}:${fileId}`, queue: `recognition-${lane}`, ...(runAt ? { runAt } : {}) });
}
