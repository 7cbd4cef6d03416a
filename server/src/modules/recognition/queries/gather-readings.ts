import type { Context } from '../../../kernel/context.ts';
import { readKnownValues } from '../compare/known-values.ts';
import { presentReading } from '../compare/present-reading.ts';
import type { FileReading, Question } from '../reading.contract.ts';
import type { ApplicationFiles } from './application-files.ts';
import { readContent, readCorrection } from './reading-content.ts';
import { findReadings } from './reading-record.ts';
import { listActiveTypes, typesFor } from './type-record.ts';

/** What was found of an application's files, compared with its form and licences as they stand now. */
export async function gatherReadings(ctx: Context, application: ApplicationFiles, { masked }: { masked: boolean }): Promise<{ files: FileReading[]; questions: Question[] }> {
  const [types, readings] = await Promise.all([listActiveTypes(ctx), findReadings(ctx, application.files.map(({ fileId }) => fileId))]);
  const known = await readKnownValues(ctx, application, types);
  const all = application.files.map((file) => {
    const reading = readings.get(file.fileId);
    return presentReading({
      ...file, reading, content: reading && readContent(ctx, reading), correction: reading && readCorrection(ctx, reading), expected: typesFor(file.materialName, types),
    }, { types, known, masked });
  });
  return { files: all.map(({ reading }) => reading), questions: all.flatMap(({ questions }) => questions) };
}
