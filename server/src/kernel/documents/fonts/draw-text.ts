import type { resolveFonts } from './document-fonts.ts';

const ink = '#222';
const letters = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const;

/** Adds one line of text to the paths of an SVG, with a face for every character; gives where it ends, px. */
export function drawText(paths: string[], fonts: Awaited<ReturnType<typeof resolveFonts>>, text: string, { left, baseline, size }: { left: number; baseline: number; size: number }): number {
  let at = left;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const { font } = fonts.faceOf(codePoint, 'regular');
    const glyph = font.glyphForCodePoint(codePoint);
    const scale = size / font.unitsPerEm;
    paths.push(`<path transform="translate(${at.toFixed(1)} ${baseline.toFixed(1)}) scale(${scale} ${-scale})" d="${glyph.path.commands.map(({ command, args }) => `${letters[command]}${args.join(' ')}`).join('')}" fill="${ink}"/>`);
    at += glyph.advanceWidth * scale;
  }
  return at;
}
