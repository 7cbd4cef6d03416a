import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { TypeContent } from '../catalogue.contract.ts';
import { fieldKindLabels } from '../catalogue.contract.ts';
import { answersByElement } from '../compare/known-values.ts';
import { fail } from '../errors.ts';
import { enqueueReading } from '../jobs/job-names.ts';
import { filesOfCase, requireFile, type ApplicationFiles } from '../queries/application-files.ts';
import { gatherReadings } from '../queries/gather-readings.ts';
import { encryptContent, encryptCorrection, readContent, readCorrection, type Correction, type ReadContent } from '../queries/reading-content.ts';
import { findReadings, type ReadingRecord } from '../queries/reading-record.ts';
import { encryptSample } from '../queries/sample-record.ts';
import { listActiveTypes } from '../queries/type-record.ts';
import type { correctReading as operation, FileReading } from '../reading.contract.ts';
import type { RecognitionTables } from '../tables.ts';
import { findFields } from '../text/find-fields.ts';
import { countHan, plainText } from '../text/plain.ts';
import { readValue } from '../text/read-value.ts';
import { fewestCharacters } from '../text/find-type.ts';
import { redact } from '../training/redact.ts';

type Input = BodyOf<typeof operation>;

async function getReading(ctx: Context, fileId: string): Promise<ReadingRecord> {
  const reading = (await findReadings(ctx, [fileId])).get(fileId);
  if (!reading) throw fail('recognition.file-not-found');
  return reading;
}

/** The values of a correction as they are stored. @throws recognition.field-unknown, recognition.value-unfit */
function readFields(rules: TypeContent['fields'], given: Input['fields']): Record<string, string> {
  return Object.fromEntries(given.map(({ key, value }) => {
    const rule = rules.find((one) => one.key === key);
    if (!rule) throw fail('recognition.field-unknown', { key });
    // Emptied: it does not stand on the document.
    if (value.trim() === '') return [key, ''];
    const read = readValue(rule.kind, value);
    if (!read || read.fitness < 0.9) throw fail('recognition.value-unfit', { label: rule.label, message: `请按“${fieldKindLabels[rule.kind]}”的写法填写；材料上没有的请清空。` });
    return [key, read.value];
  }));
}

/**
 * Says what a document is or says instead of what was read; what the platform made of it stays readable beside it, and its text becomes a
 * labelled sample without what it says of anybody (人工复核回流, DEC-05).
 * @throws cases.not-found, recognition.file-not-found, recognition.not-read-yet, recognition.reading-stale, recognition.field-unknown, recognition.value-unfit
 */
export async function correctReading(ctx: Context, caseId: string, fileId: string, input: Input): Promise<FileReading> {
  const application = await filesOfCase(ctx, caseId);
  requireFile(application.files, fileId);
  const reading = await getReading(ctx, fileId);
  if (reading.state !== 'done' && reading.state !== 'failed') throw fail('recognition.not-read-yet');
  if (reading.revision !== input.revision) throw fail('recognition.reading-stale');
  const types = await listActiveTypes(ctx);
  const type = types.find(({ code }) => code === input.typeCode);
  if (input.typeCode !== null && !type) throw fail('recognition.type-not-found');
  const before = readCorrection(ctx, reading);
  const typeBefore = before ? before.typeCode : reading.found?.code ?? null;
  const correction: Correction = {
    typeCode: input.typeCode, fields: { ...(before && before.typeCode === input.typeCode ? before.fields : {}), ...readFields(type?.content.fields ?? [], input.fields) },
  };
  const content = readContent(ctx, reading) ?? { lines: [], fields: [] };
  // Another kind has other fields: they are looked for in the same text.
  const reread: ReadContent = typeBefore === input.typeCode ? content : { lines: content.lines, fields: findFields(content.lines, type?.content.fields ?? []) };
  const batch = new WriteBatch();
  writesFor<RecognitionTables>(batch).update('recognition.reading', {
    correctionCipher: encryptCorrection(ctx, fileId, correction), contentCipher: encryptContent(ctx, fileId, reread), correctedByName: ctx.actor.name, correctedAt: ctx.kernel.clock.now(), revision: reading.revision + 1,
  }, { fileId, revision: reading.revision }, { expected: 1, otherwise: () => fail('recognition.reading-stale') });
  await addSample(ctx, batch, fileId, reread, correction, application);
  recordAudit(ctx, batch, { action: 'recognition.correct-reading', objectType: 'file', objectId: fileId, detail: { caseId, typeCode: input.typeCode, fields: input.fields.map(({ key }) => key) } });
  await commit(ctx, batch);
  return presentFile(ctx, application, fileId);
}

/** Keeps the text as a sample of the kind the person named; a later correction of the same file changes it. */
async function addSample(ctx: Context, batch: WriteBatch, fileId: string, { lines, fields }: ReadContent, correction: Correction, application: ApplicationFiles): Promise<void> {
  const text = plainText(lines);
  if (countHan(text) < fewestCharacters) return;
  const values = [...fields.map(({ value }) => value), ...Object.values(correction.fields), ...answersByElement(application.definition, application.answers).map(({ value }) => value)];
  const known = await tablesOf<RecognitionTables>(ctx.kernel.db).selectFrom('recognition.sample').select('id').where('fileId', '=', fileId).executeTakeFirst();
  const id = known?.id ?? createId();
  const sample = { typeCode: correction.typeCode, textCipher: encryptSample(ctx, id, redact(text, values)), labelledByName: ctx.actor.name, labelledAt: ctx.kernel.clock.now() };
  const writes = writesFor<RecognitionTables>(batch);
  if (known) writes.update('recognition.sample', sample, { id });
  else writes.insert('recognition.sample', { id, fileId, origin: 'correction', excluded: false, ...sample }, 'nothing');
}

/** Has a file of a case read once more, e.g. after an engine was set up. @throws cases.not-found, recognition.file-not-found */
export async function readAgain(ctx: Context, caseId: string, fileId: string): Promise<FileReading> {
  const application = await filesOfCase(ctx, caseId);
  const { materialName } = requireFile(application.files, fileId);
  const reading = await getReading(ctx, fileId);
  const batch = new WriteBatch();
  writesFor<RecognitionTables>(batch).update('recognition.reading', { state: 'waiting', attempts: 0, materialName, requestedAt: ctx.kernel.clock.now(), startedAt: null, finishedAt: null, revision: reading.revision + 1 }, { fileId, revision: reading.revision });
  enqueueReading(batch, fileId);
  recordAudit(ctx, batch, { action: 'recognition.read-again', objectType: 'file', objectId: fileId, detail: { caseId } });
  await commit(ctx, batch);
  return presentFile(ctx, application, fileId);
}

async function presentFile(ctx: Context, application: ApplicationFiles, fileId: string): Promise<FileReading> {
  const { files: [file] } = await gatherReadings(ctx, { ...application, files: [requireFile(application.files, fileId)] }, { masked: true });
  if (!file) throw fail('recognition.file-not-found');
  return file;
}
