import type sharp from 'sharp';

/** Most bytes and pixels of a signature; a pad of 900 × 300 gives some ten thousand bytes. */
export const handwritingBounds = { bytes: 1024 * 1024, pixels: 4_000_000, side: 900 } as const;

/** Share of the picture that must be ink: a dot is no signature. */
const leastInk = 0.0005;

let loading: Promise<typeof sharp> | undefined;

/**
 * A signature as it can be printed: decoded as a whole, on white, in grey. Undefined for what is no PNG, is damaged, too large,
 * or was left blank.
 */
export async function readHandwriting(content: Buffer): Promise<Buffer | undefined> {
  if (content.length > handwritingBounds.bytes) return undefined;
  loading ??= import('sharp').then(({ default: loaded }) => loaded);
  const imaging = await loading;
  try {
    const { side } = handwritingBounds;
    const opened = imaging(content, { limitInputPixels: handwritingBounds.pixels, failOn: 'warning' });
    if ((await opened.metadata()).format !== 'png') return undefined;
    const upright = await opened.flatten({ background: '#fff' }).greyscale().toColourspace('b-w').resize(side, side, { fit: 'inside', withoutEnlargement: true }).png().toBuffer();
    if (await inkOf(imaging, upright) < leastInk) return undefined;
    // What was left blank around it would only make it smaller in print.
    return await imaging(upright).trim({ background: '#fff', threshold: 60 }).png().toBuffer();
  } catch {
    return undefined;
  }
}

async function inkOf(imaging: typeof sharp, picture: Buffer): Promise<number> {
  const { data } = await imaging(picture).raw().toBuffer({ resolveWithObject: true });
  let dark = 0;
  for (const grey of data) if (grey < 128) dark += 1;
  return data.length === 0 ? 0 : dark / data.length;
}
