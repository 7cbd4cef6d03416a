import { Type } from '@tongban/contract-kit';
import { Value } from 'typebox/value';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { EngineRefused } from '../../../kernel/engines/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { readFile } from '../../../kernel/files/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import type { OcrEngine } from '../ocr/engine.ts';
import { ocrEngineOf } from '../ocr/engine-of.ts';
import { findActiveClassifier } from '../queries/model-record.ts';
import { encryptContent } from '../queries/reading-content.ts';
import type { ReadingRecord } from '../queries/reading-record.ts';
import { listActiveTypes, typesFor } from '../queries/type-record.ts';
import type { ReadingNote } from '../reading.contract.ts';
import type { RecognitionTables } from '../tables.ts';
import { findFields } from '../text/find-fields.ts';
import { findType } from '../text/find-type.ts';
import { plainText } from '../text/plain.ts';
import { enqueueReading, readFileJobName } from './job-names.ts';
import { readPages } from './read-pages.ts';

const mostAttempts = 3;

/** Takes a reading that waits; one that somebody else finished, or that is gone with its file, is left. */
async function claim(ctx: Context, fileId: string): Promise<ReadingRecord | undefined> {
  return tablesOf<RecognitionTables>(ctx.kernel.db).updateTable('recognition.reading')
    .set((eb) => ({ state: 'reading', startedAt: ctx.kernel.clock.now(), attempts: eb('attempts', '+', 1) }))
    .where('fileId', '=', fileId).where('state', 'in', ['waiting', 'reading']).returningAll().executeTakeFirst();
}

/** Looks at one uploaded file and keeps what was found; tried three times while the engine is away, then left to people (DEC-05). */
export async function readOneFile(ctx: Context, fileId: string): Promise<void> {
  const reading = await claim(ctx, fileId);
  if (!reading) return;
  try {
    await settle(ctx, reading, await lookAt(ctx, reading));
  } catch (error) {
    const final = reading.attempts >= mostAttempts || error instanceof EngineRefused || error instanceof AppError;
    ctx.kernel.log.warn({ err: error, fileId, attempts: reading.attempts }, 'a file was not read');
    if (final) return settle(ctx, reading, { state: 'failed', notes: ['engine-failed'], finishedAt: ctx.kernel.clock.now() });
    const batch = new WriteBatch();
    writesFor<RecognitionTables>(batch).update('recognition.reading', { state: 'waiting' }, { fileId, state: 'reading', attempts: reading.attempts });
    enqueueReading(batch, fileId, new Date(ctx.kernel.clock.now().getTime() + reading.attempts * 20_000));
    await commit(ctx, batch);
  }
}

type Outcome = Partial<Pick<ReadingRecord, 'notes' | 'pagesTotal' | 'pages' | 'engine' | 'found' | 'contentCipher' | 'finishedAt'>> & { state: 'done' | 'failed' };

async function settle(ctx: Context, reading: ReadingRecord, outcome: Outcome): Promise<void> {
  const batch = new WriteBatch();
  writesFor<RecognitionTables>(batch).update('recognition.reading', { ...outcome, revision: reading.revision + 1 }, { fileId: reading.fileId, state: 'reading', revision: reading.revision });
  recordAudit(ctx, batch, { action: 'recognition.read-file', objectType: 'file', objectId: reading.fileId, purpose: '核对申请材料', detail: { state: outcome.state, pages: outcome.pages?.length ?? 0 } });
  await commit(ctx, batch);
}

async function lookAt(ctx: Context, reading: ReadingRecord): Promise<Outcome> {
  const types = await listActiveTypes(ctx);
  const wanted = typesFor(reading.materialName, types);
  const [{ file, content }, engine, classifier] = await Promise.all([readFile(ctx, reading.fileId), wanted.length === 0 ? undefined : ocrEngineOf(ctx.kernel), findActiveClassifier(ctx)]);
  const read = await readPages(file, content, engine, () => ctx.kernel.clock.now().getTime());
  const found = findType(plainText(read.lines), types, new Set(wanted.map(({ code }) => code)), classifier);
  const type = types.find(({ code }) => code === found?.code);
  return {
    state: 'done', notes: [...read.notes, ...missingNotes(wanted.length, engine, read.pages.length)], pagesTotal: read.total, pages: read.pages,
    engine: engine && read.pages.length > 0 ? `${engine.name} ${engine.version}`.trim() : null, found: found ?? null,
    contentCipher: encryptContent(ctx, reading.fileId, { lines: read.lines, fields: type ? findFields(read.lines, type.content.fields) : [] }), finishedAt: ctx.kernel.clock.now(),
  };
}

function missingNotes(kinds: number, engine: OcrEngine | undefined, pages: number): ReadingNote[] {
  if (pages === 0 || engine) return [];
  return [kinds === 0 ? 'not-in-catalogue' : 'no-engine'];
}

const Payload = Type.Object({ fileId: Type.String() });

export const readFileJob: JobDefinition = {
  name: readFileJobName, label: '识别上传的材料', handle: (ctx, payload) => readOneFile(ctx, Value.Parse(Payload, payload).fileId),
};

const stuckMs = 10 * 60_000;

/** Takes up readings whose process died; those tried often enough are left to people. */
export const sweepReadingsJob: JobDefinition = {
  name: 'recognition.sweep-readings', label: '接着识别中断的材料', cron: '*/5 * * * *',
  handle: async (ctx) => {
    const now = ctx.kernel.clock.now();
    const stuck = await tablesOf<RecognitionTables>(ctx.kernel.db).selectFrom('recognition.reading').select(['fileId', 'attempts']).where('state', 'in', ['waiting', 'reading'])
      .where((eb) => eb(eb.fn.coalesce('startedAt', 'requestedAt'), '<', new Date(now.getTime() - stuckMs))).limit(200).execute();
    if (stuck.length === 0) return;
    const batch = new WriteBatch();
    const over = stuck.filter(({ attempts }) => attempts >= mostAttempts).map(({ fileId }) => fileId);
    if (over.length > 0) writesFor<RecognitionTables>(batch).update('recognition.reading', { state: 'failed', notes: ['engine-failed'], finishedAt: now }, { fileId: over, state: ['waiting', 'reading'] });
    for (const { fileId, attempts } of stuck) if (attempts < mostAttempts) enqueueReading(batch, fileId);
    await commit(ctx, batch);
  },
};
