import type { Config } from '../../../kernel/config/index.ts';
import type { Kernel } from '../../../kernel/context.ts';
import type { OcrEngine } from './engine.ts';
import { connectHttpEngine } from './http-engine.ts';
import { findTesseract } from './tesseract-engine.ts';

interface Found { engine: OcrEngine | undefined; until: number }
const found = new WeakMap<Config, Promise<Found>>();
/** An engine that was installed or came back is noticed after so long. */
const forgetMs = 60_000;

/**
 * The engine of this process: the one behind `OCR_ENGINE_URL`, else Tesseract where it is installed, else none.
 * An engine that was named but does not answer is an error and never silently another one.
 * @throws Error when the named engine does not answer
 */
export async function ocrEngineOf({ config, clock }: Pick<Kernel, 'config' | 'clock'>): Promise<OcrEngine | undefined> {
  const known = await found.get(config);
  if (known && clock.now().getTime() < known.until) return known.engine;
  const looking = look(config).then((engine) => ({ engine, until: clock.now().getTime() + forgetMs }));
  found.set(config, looking);
  looking.catch(() => found.delete(config));
  return (await looking).engine;
}

async function look({ ocrEngineUrl, tesseractCommand }: Config): Promise<OcrEngine | undefined> {
  if (ocrEngineUrl !== undefined) return connectHttpEngine(ocrEngineUrl);
  return tesseractCommand === undefined ? undefined : findTesseract(tesseractCommand);
}
