import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { decompress } from 'wawoff2';
import { unpackWoff } from './unpack-woff.ts';

/** Weight of the main face. */
export type FontWeight = 'regular' | 'bold';

/** Part of the fallback face: its file and the inclusive ranges of code points in it. */
export interface FallbackPart {
  readonly file: string;
  readonly ranges: readonly (readonly [number, number])[];
}

const require = createRequire(import.meta.url);
const MAIN_WEIGHTS: Record<FontWeight, number> = { regular: 400, bold: 700 };
const FALLBACK_PACKAGE = 'hanamin';

/** Reads the main face (Noto Serif SC, 宋体) as TrueType. */
export async function readMainFace(weight: FontWeight): Promise<Buffer> {
  const file = `@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-${MAIN_WEIGHTS[weight]}-normal.woff`;
  return unpackWoff(await readFile(require.resolve(file)));
}

/** Reads one part of the fallback face (花園明朝) as TrueType. */
export async function readFallbackPart(file: string): Promise<Buffer> {
  return Buffer.from(await decompress(await readFile(require.resolve(`${FALLBACK_PACKAGE}/${file}`))));
}

/** Reads from the style sheet of the fallback face which file holds which characters. */
export async function readFallbackParts(): Promise<FallbackPart[]> {
  const css = await readFile(require.resolve(`${FALLBACK_PACKAGE}/HanaMin.css`), 'utf8');
  return [...css.matchAll(/url\(([^)]+\.woff2)\)[^}]*unicode-range:([^;}]+)/g)].map(([, file = '', ranges = '']) => ({
    file,
    ranges: ranges.split(',').map((range) => {
      const [first = '', last = first] = range.trim().slice(2).split('-');
      return [parseInt(first, 16), parseInt(last, 16)] as const;
    }),
  }));
}
