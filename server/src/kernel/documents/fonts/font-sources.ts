import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { unpackWoff } from './unpack-woff.ts';

/** Weight of the main face. */
export type FontWeight = 'regular' | 'bold';

/** A file that holds further characters: the inclusive ranges of code points it may have, and how to read it as TrueType. */
export interface FontPart {
  readonly key: string;
  readonly ranges: readonly (readonly [number, number])[];
  read(): Promise<Buffer>;
}

const require = createRequire(import.meta.url);
const MAIN_PACKAGE = '@fontsource/noto-serif-sc';
const MAIN_WEIGHTS: Record<FontWeight, number> = { regular: 400, bold: 700 };
const FALLBACK_PACKAGE = 'hanamin';

/** Reads the main face (Noto Serif SC, 宋体; 7,947 characters) as TrueType. */
export function readMainFace(weight: FontWeight): Promise<Buffer> {
  return readMainFile('chinese-simplified', weight);
}

/** Lists the files with further characters: slices of the main face in the weight, then 花園明朝, which has one weight. */
export async function listFontParts(weight: FontWeight): Promise<FontPart[]> {
  return [...(await listMainSlices(weight)), ...(await listFallbackParts())];
}

async function readMainFile(subset: string, weight: FontWeight): Promise<Buffer> {
  const file = `${MAIN_PACKAGE}/files/noto-serif-sc-${subset}-${MAIN_WEIGHTS[weight]}-normal.woff`;
  return unpackWoff(await readFile(require.resolve(file)));
}

async function listMainSlices(weight: FontWeight): Promise<FontPart[]> {
  const index: unknown = JSON.parse(await readFile(require.resolve(`${MAIN_PACKAGE}/unicode.json`), 'utf8'));
  if (typeof index !== 'object' || index === null) return [];
  return Object.entries(index).flatMap(([name, ranges]) => {
    const slice = /^\[(\d+)\]$/.exec(name)?.[1];
    if (slice === undefined || typeof ranges !== 'string') return [];
    return [{ key: `${weight}-${slice}`, ranges: parseRanges(ranges), read: () => readMainFile(slice, weight) }];
  });
}

async function listFallbackParts(): Promise<FontPart[]> {
  const css = await readFile(require.resolve(`${FALLBACK_PACKAGE}/HanaMin.css`), 'utf8');
  return [...css.matchAll(/url\(([^)]+\.woff2)\)[^}]*unicode-range:([^;}]+)/g)].map(([, file = '', ranges = '']) => ({
    key: file,
    ranges: parseRanges(ranges),
    read: async () => {
      const { decompress } = await import('wawoff2');
      return Buffer.from(await decompress(await readFile(require.resolve(`${FALLBACK_PACKAGE}/${file}`))));
    },
  }));
}

/** Reads the value of a CSS `unicode-range`. */
function parseRanges(ranges: string): [number, number][] {
  return ranges.split(',').map((range) => {
    const [first = '', last = first] = range.trim().slice(2).split('-');
    return [parseInt(first, 16), parseInt(last, 16)];
  });
}
