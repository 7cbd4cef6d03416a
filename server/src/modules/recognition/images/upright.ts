import type sharp from 'sharp';
import { limits } from './limits.ts';
import { histogramOf, inkOf, levelness, otsu, type Grey } from './pixels.ts';

/** How a picture is set upright: by so many quarters clockwise, then by a small angle. */
export interface Turn { quarters: 0 | 90 | 180 | 270; degrees: number }

type Sharp = typeof sharp;
let loading: Promise<Sharp> | undefined;

/** The image library, loaded when the first picture is opened: most processes never need it. */
function imaging(): Promise<Sharp> {
  loading ??= import('sharp').then(({ default: loaded }) => {
    // Pictures come one at a time in background jobs; the other cores are for requests.
    loaded.concurrency(1);
    loaded.cache(false);
    return loaded;
  });
  return loading;
}

/** A picture as its camera meant it, opened within the limits. @throws Error when it cannot be decoded or is too large */
async function open(picture: Buffer): Promise<ReturnType<Sharp>> {
  return (await imaging())(picture, { limitInputPixels: limits.pixels, failOn: 'error', sequentialRead: true }).autoOrient();
}

/** Width and height of a picture after its own orientation mark. @throws Error when it cannot be decoded */
export async function sizeOf(picture: Buffer): Promise<{ width: number; height: number }> {
  const { autoOrient: { width, height } } = await (await open(picture)).metadata();
  return { width, height };
}

/** The picture in grey, at most `long` pixels at its longer side, after turning. @throws Error when it cannot be decoded */
export async function greyOf(picture: Buffer, turn: Turn, long: number): Promise<Grey> {
  const { data, info } = await (await turned(picture, turn, long)).greyscale().toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

async function turned(picture: Buffer, { quarters, degrees }: Turn, long: number): Promise<ReturnType<Sharp>> {
  // A transparent picture is looked at on white paper.
  const base = (await open(picture)).resize(long, long, { fit: 'inside', withoutEnlargement: true }).flatten({ background: '#fff' });
  const angle = quarters + degrees;
  if (angle === 0) return base;
  // Turning comes after the orientation mark was followed, which needs a picture of its own.
  const upright = await base.png({ compressionLevel: 1 }).toBuffer();
  return (await imaging())(upright).rotate(angle, { background: '#fff' });
}

/** The upright picture as the engine or a person gets it. */
export async function pictureOf(picture: Buffer, turn: Turn, long: number): Promise<Buffer> {
  return (await turned(picture, turn, long)).jpeg({ quality: 88 }).toBuffer();
}

const steepest = 8;

/** By which small angle the lines of text are level, in degrees clockwise; 0 for pictures without lines. */
export function findTilt(grey: Grey): number {
  const ink = inkOf(grey, otsu(histogramOf(grey)));
  if (ink.length < 200) return 0;
  const judge = (degrees: number): number => levelness(ink, degrees, grey.height, grey.width);
  const level = judge(0);
  let best = { degrees: 0, score: level };
  for (let degrees = -steepest; degrees <= steepest; degrees += 0.5) {
    const score = judge(degrees);
    if (score > best.score) best = { degrees, score };
  }
  // Noise favours some angle always; text does so clearly.
  return best.score > level * 1.15 ? best.degrees : 0;
}

/** Whether the lines of text run from top to bottom. */
export function liesSideways(grey: Grey): boolean {
  const ink = inkOf(grey, otsu(histogramOf(grey)));
  const across = ink.map(({ x, y }) => ({ x: y, y: x }));
  return levelness(across, 0, grey.width, grey.height) / grey.height > 1.3 * (levelness(ink, 0, grey.height, grey.width) / grey.width);
}
