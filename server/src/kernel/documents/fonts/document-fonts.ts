import type { Font } from 'fontkit';
import { fail } from '../errors.ts';
import { listFontParts, readMainFace, type FontPart, type FontWeight } from './font-sources.ts';

/** One TrueType face, as embedded and as measured. */
export interface FontFace {
  readonly key: string;
  readonly font: Font;
}

/** The face of every character of one document, in both weights. */
export interface ResolvedFonts {
  /** The face that has the character; characters outside the prepared text are a programming error. */
  faceOf(codePoint: number, weight: FontWeight): FontFace;
}

const faces = new Map<string, Promise<FontFace>>();
const parts = new Map<FontWeight, Promise<FontPart[]>>();

/**
 * Loads the faces needed to draw `text`: Noto Serif SC and, for characters its main file lacks, its further slices or the
 * parts of 花園明朝 that hold them.
 * Faces stay in memory for the life of the process.
 * Throws `documents.missing-glyph` naming every character that no face can draw, so that nobody's name is printed as a box.
 */
export async function resolveFonts(text: string): Promise<ResolvedFonts> {
  const main = {
    regular: await loadFace('regular', () => readMainFace('regular')),
    bold: await loadFace('bold', () => readMainFace('bold')),
  };
  const fallback = { regular: new Map<number, FontFace>(), bold: new Map<number, FontFace>() };
  const missing: string[] = [];
  for (const character of new Set(text)) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (isUnprinted(codePoint) || hasGlyph(main.regular, codePoint)) continue;
    const regular = await findFallback(codePoint, 'regular');
    const bold = await findFallback(codePoint, 'bold');
    if (regular) fallback.regular.set(codePoint, regular);
    if (bold) fallback.bold.set(codePoint, bold);
    if (!regular || !bold) missing.push(`${character}(U+${codePoint.toString(16).toUpperCase().padStart(4, '0')})`);
  }
  if (missing.length > 0) throw fail('documents.missing-glyph', { characters: missing.join('、') });
  return { faceOf: (codePoint, weight) => fallback[weight].get(codePoint) ?? main[weight] };
}

/** True for characters that take part in text but leave no mark: controls, zero-width and variation selectors. */
export function isUnprinted(codePoint: number): boolean {
  return /[\p{Cc}\p{Cf}\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u.test(String.fromCodePoint(codePoint));
}

async function findFallback(codePoint: number, weight: FontWeight): Promise<FontFace | undefined> {
  for (const { key, ranges, read } of await listParts(weight)) {
    if (!ranges.some(([first, last]) => first <= codePoint && codePoint <= last)) continue;
    const face = await loadFace(key, read);
    if (hasGlyph(face, codePoint)) return face;
  }
  return undefined;
}

function listParts(weight: FontWeight): Promise<FontPart[]> {
  const known = parts.get(weight);
  if (known) return known;
  const listing = listFontParts(weight);
  parts.set(weight, listing);
  listing.catch(() => parts.delete(weight));
  return listing;
}

function loadFace(key: string, read: () => Promise<Buffer>): Promise<FontFace> {
  const known = faces.get(key);
  if (known) return known;
  const loading = openFace(key, read);
  faces.set(key, loading);
  loading.catch(() => faces.delete(key));
  return loading;
}

async function openFace(key: string, read: () => Promise<Buffer>): Promise<FontFace> {
  const [{ create }, data] = await Promise.all([import('fontkit'), read()]);
  return { key, font: create(data) };
}

/** A code point mapped to an empty outline would print nothing, which for a name is as bad as a box. */
function hasGlyph({ font }: FontFace, codePoint: number): boolean {
  if (!font.hasGlyphForCodePoint(codePoint)) return false;
  const glyph = font.glyphForCodePoint(codePoint);
  return glyph.id !== 0 && (/\s/u.test(String.fromCodePoint(codePoint)) || glyph.path.commands.length > 0);
}
