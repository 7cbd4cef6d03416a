import type { Selectable } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { personalDataCipher } from '../../../kernel/personal-data/index.ts';
import { fail } from '../errors.ts';
import type { RecognitionTables } from '../tables.ts';
import type { LabelledSample } from '../training/evaluate.ts';
import type { Sample } from '../training.contract.ts';

export type SampleRecord = Selectable<RecognitionTables['recognition.sample']>;

const column = 'recognition.sample.text_cipher';
/** Newest samples that are learnt from. */
const mostSamples = 5_000;
const shownCharacters = 80;

/** Encrypts the text of a sample for its row. */
export function encryptSample({ kernel }: Pick<Context, 'kernel'>, sampleId: string, text: string): string {
  return personalDataCipher(kernel).encrypt(column, sampleId, text);
}

function readText({ kernel }: Pick<Context, 'kernel'>, record: Pick<SampleRecord, 'id' | 'textCipher'>): string {
  return personalDataCipher(kernel).decrypt(column, record.id, record.textCipher);
}

/** @throws recognition.sample-not-found */
export async function getSampleRecord(ctx: Context, sampleId: string): Promise<SampleRecord> {
  const record = await tablesOf<RecognitionTables>(ctx.kernel.db).selectFrom('recognition.sample').selectAll().where('id', '=', sampleId).executeTakeFirst();
  if (!record) throw fail('recognition.sample-not-found');
  return record;
}

/** A sample with the beginning of its text. */
export function presentSample(ctx: Context, record: SampleRecord, names: ReadonlyMap<string, string>): Sample {
  const { id, typeCode, origin, excluded, labelledByName, labelledAt } = record;
  return { id, typeCode, typeName: typeCode === null ? '不在目录中的材料' : names.get(typeCode) ?? typeCode, origin, excluded, labelledByName, labelledAt: labelledAt.toISOString(), excerpt: readText(ctx, record).replaceAll('\n', ' ').slice(0, shownCharacters) };
}

/** What a classifier learns from: samples of a kind that are not left out. */
export async function listTrainingSamples(ctx: Context): Promise<LabelledSample[]> {
  const rows = await tablesOf<RecognitionTables>(ctx.kernel.db).selectFrom('recognition.sample').select(['id', 'typeCode', 'textCipher'])
    .where('excluded', '=', false).where('typeCode', 'is not', null).orderBy('labelledAt', 'desc').orderBy('id', 'desc').limit(mostSamples).execute();
  return rows.flatMap(({ id, typeCode, textCipher }) => (typeCode === null ? [] : [{ id, code: typeCode, text: readText(ctx, { id, textCipher }) }]));
}

/** How many samples of each kind are learnt from. */
export async function countSamples(ctx: Context): Promise<Map<string, number>> {
  const rows = await tablesOf<RecognitionTables>(ctx.kernel.db).selectFrom('recognition.sample').select(({ fn }) => ['typeCode', fn.countAll<string>().as('count')])
    .where('excluded', '=', false).where('typeCode', 'is not', null).groupBy('typeCode').execute();
  return new Map(rows.map(({ typeCode, count }) => [typeCode ?? '', Number(count)]));
}
