import { authorize } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { fail } from '../errors.ts';
import { encryptSample, getSampleRecord, presentSample } from '../queries/sample-record.ts';
import { listTypeNames } from '../queries/type-record.ts';
import type { RecognitionTables } from '../tables.ts';
import { redact } from '../training/redact.ts';
import type { Sample } from '../training.contract.ts';

/** Says of which kind a sample is, or leaves it out of training. @throws recognition.sample-not-found, recognition.type-not-found */
export async function labelSample(ctx: Context, sampleId: string, { typeCode, excluded }: { typeCode: string | null; excluded: boolean }): Promise<Sample> {
  authorize(ctx, 'recognition.model.train', {});
  await getSampleRecord(ctx, sampleId);
  const names = new Map((await listTypeNames(ctx)).map(({ code, name }) => [code, name]));
  if (typeCode !== null && !names.has(typeCode)) throw fail('recognition.type-not-found');
  const batch = new WriteBatch();
  writesFor<RecognitionTables>(batch).update('recognition.sample', { typeCode, excluded, labelledByName: ctx.actor.name, labelledAt: ctx.kernel.clock.now() }, { id: sampleId });
  recordAudit(ctx, batch, { action: 'recognition.label-sample', objectType: 'recognition-sample', objectId: sampleId, detail: { typeCode, excluded } });
  await commit(ctx, batch);
  return presentSample(ctx, await getSampleRecord(ctx, sampleId), names);
}

/** Adds texts of the demonstration, made up as they are, to learn from. */
export async function addDemonstrationSamples(ctx: Context, samples: readonly { code: string; text: string }[]): Promise<void> {
  const batch = new WriteBatch();
  const now = ctx.kernel.clock.now();
  writesFor<RecognitionTables>(batch).insert('recognition.sample', samples.map(({ code, text }) => {
    const id = createId();
    return { id, typeCode: code, origin: 'demonstration' as const, fileId: null, textCipher: encryptSample(ctx, id, redact(text, [])), excluded: false, labelledByName: ctx.actor.name, labelledAt: now };
  }));
  recordAudit(ctx, batch, { action: 'recognition.add-samples', objectType: 'recognition-sample', objectId: '', detail: { count: samples.length } });
  await commit(ctx, batch);
}
