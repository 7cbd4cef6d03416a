import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors/index.ts';
import { addDemonstrationSamples, createDocumentType, listTypeNames } from '../../modules/recognition/index.ts';
import { seedDocumentTypes } from './document-types.ts';
import { writeSamples } from './sample-texts.ts';

const samplesEach = 16;

/** Adds the demonstration's catalogue of recognised materials, and made-up texts that a classifier may learn from; what is there already stays. */
export async function seedRecognition(ctx: Context): Promise<void> {
  const known = new Set((await listTypeNames(ctx)).map(({ code }) => code));
  for (const { code, content } of seedDocumentTypes) {
    if (known.has(code)) continue;
    await createDocumentType(ctx, { code, content }, 'active').catch((error: unknown) => {
      // Another process that starts at the same time was faster.
      if (!(error instanceof AppError) || error.code !== 'recognition.code-taken') throw error;
    });
  }
  if (known.size === 0) await addDemonstrationSamples(ctx, writeSamples(samplesEach));
}
