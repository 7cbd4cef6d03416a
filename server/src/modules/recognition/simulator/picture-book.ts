import type sharp from 'sharp';
import type { OcrLine } from '../ocr/engine.ts';

/** A picture whose text is known. */
export interface KnownPicture { picture: Buffer; lines: readonly OcrLine[] }

const side = 48;
/** From which correlation of brightness two pictures are the same one, scanned anew. */
const same = 0.75;

/** Recognises known pictures again, upright alone and however they were compressed or made smaller, and knows their text. */
export async function createPictureBook(known: readonly KnownPicture[]): Promise<(image: Buffer) => Promise<readonly OcrLine[] | undefined>> {
  const { default: imaging } = await import('sharp');
  const pages = await Promise.all(known.map(async ({ picture, lines }) => ({ lines, trace: await traceOf(imaging, picture) })));
  return async (image) => {
    const trace = await traceOf(imaging, image);
    const [best] = pages.map(({ lines, trace: page }) => ({ lines, alike: page.reduce((sum, value, index) => sum + value * (trace[index] ?? 0), 0) / page.length })).sort((one, other) => other.alike - one.alike);
    return best && best.alike >= same ? best.lines : undefined;
  };
}

/** Brightness on a coarse grid, with mean 0 and spread 1. */
async function traceOf(imaging: typeof sharp, picture: Buffer): Promise<number[]> {
  const { data } = await imaging(picture).autoOrient().greyscale().resize(side, side, { fit: 'fill' }).blur(1).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  const spread = Math.sqrt(data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length) || 1;
  return [...data].map((value) => (value - mean) / spread);
}
