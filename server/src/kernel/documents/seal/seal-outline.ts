import type { PathCommand } from 'fontkit';
import { isUnprinted, resolveFonts, type ResolvedFonts } from '../fonts/document-fonts.ts';

/** What a round official seal shows. */
export interface SealAppearance {
  /** Organisation on the upper arc, best 6–20 characters, at most 36. */
  readonly organization: string;
  /** Text below the star, e.g. 行政审批专用章. */
  readonly purpose?: string;
  /** Registration number on the lower arc, usually 13 digits. */
  readonly registrationNumber?: string;
}

/** The outline of a seal: rings and filled paths in millimetres around its centre, y downwards. */
export interface SealOutline {
  readonly diameterMm: number;
  readonly ring: { readonly radius: number; readonly width: number };
  /** SVG path data, filled with the non-zero rule. */
  readonly path: string;
}

/** Diameter of seals of county organs and their departments, 42 mm (国发〔1999〕25号). */
export const SEAL_DIAMETER_MM = 42;
export const SEAL_COLOUR = '#D7000F';

interface Placement {
  readonly centerX: number;
  readonly centerY: number;
  readonly angle: number;
  readonly width: number;
  readonly height: number;
}

const RADIUS = SEAL_DIAMETER_MM / 2;
const RING_WIDTH = 1.2;
const STAR_RADIUS = 6.6;
/** A CJK glyph fills its em square from 12 % below the baseline to 88 % above. */
const EM_CENTER = 0.38;

const mostKept = 500;
const outlines = new Map<string, SealOutline>();

/** Draws a round seal with organisation, star, purpose and number as outlines; the same seal gives the same object. Throws `documents.missing-glyph`. */
export async function outlineSeal(appearance: SealAppearance): Promise<SealOutline> {
  const key = JSON.stringify([appearance.organization, appearance.purpose, appearance.registrationNumber]);
  const known = outlines.get(key);
  if (known) return known;
  const outline = await draw(appearance);
  if (outlines.size >= mostKept) outlines.clear();
  outlines.set(key, outline);
  return outline;
}

async function draw(appearance: SealAppearance): Promise<SealOutline> {
  const purpose = appearance.purpose ?? '';
  const fonts = await resolveFonts(appearance.organization + purpose + (appearance.registrationNumber ?? ''));
  const glyph = (character: string, placement: Placement): string => placeGlyph(fonts, character, placement);
  const path = [
    ...onUpperArc(appearance.organization).map(([character, placement]) => glyph(character, placement)),
    ...onLine(purpose).map(([character, placement]) => glyph(character, placement)),
    ...onLowerArc(appearance.registrationNumber ?? '').map(([character, placement]) => glyph(character, placement)),
    star(0, -0.4, STAR_RADIUS),
  ].join('');
  return { diameterMm: SEAL_DIAMETER_MM, ring: { radius: RADIUS - RING_WIDTH / 2, width: RING_WIDTH }, path };
}

/** The outline as an SVG picture. */
export function sealToSvg({ diameterMm, ring, path }: SealOutline): string {
  const edge = diameterMm / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${diameterMm}mm" height="${diameterMm}mm" viewBox="${-edge} ${-edge} ${diameterMm} ${diameterMm}">`
    + `<circle r="${ring.radius}" fill="none" stroke="${SEAL_COLOUR}" stroke-width="${ring.width}"/><path fill="${SEAL_COLOUR}" d="${path}"/></svg>`;
}

type Placed = readonly [string, Placement];

function onUpperArc(text: string): Placed[] {
  const characters = [...text].filter((character) => !isUnprinted(character.codePointAt(0) ?? 0));
  const height = characters.length <= 22 ? 5.2 : 4.4;
  const radius = RADIUS - RING_WIDTH - 1.1 - height / 2;
  const step = Math.min(24, (characters.length <= 12 ? 230 : 262) / Math.max(1, characters.length));
  const width = Math.min(height * 0.86, ((step * Math.PI) / 180) * (radius - height / 4) * 0.94);
  return characters.map((character, index) => {
    const angle = ((index - (characters.length - 1) / 2) * step * Math.PI) / 180;
    return [character, { centerX: radius * Math.sin(angle), centerY: -radius * Math.cos(angle), angle, width, height }];
  });
}

function onLine(text: string): Placed[] {
  const characters = [...text];
  const height = 4;
  const width = Math.min(3.4, 21 / Math.max(1, characters.length));
  return characters.map((character, index) => [
    character,
    { centerX: (index - (characters.length - 1) / 2) * width * 1.03, centerY: 10.6, angle: 0, width, height },
  ]);
}

function onLowerArc(text: string): Placed[] {
  const characters = [...text];
  const height = 1.7;
  const radius = RADIUS - RING_WIDTH - 0.7 - height / 2;
  const step = 4.4;
  return characters.map((character, index) => {
    const angle = ((index - (characters.length - 1) / 2) * step * Math.PI) / 180;
    return [character, { centerX: radius * Math.sin(angle), centerY: radius * Math.cos(angle), angle: -angle, width: 1.7, height }];
  });
}

function placeGlyph(fonts: ResolvedFonts, character: string, { centerX, centerY, angle, width, height }: Placement): string {
  const codePoint = character.codePointAt(0) ?? 0;
  const { font } = fonts.faceOf(codePoint, 'bold');
  const glyph = font.glyphForCodePoint(codePoint);
  const scaleX = width / font.unitsPerEm;
  const scaleY = height / font.unitsPerEm;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return pathData(glyph.path.commands, (x, y) => {
    const localX = (x - glyph.advanceWidth / 2) * scaleX;
    const localY = (EM_CENTER * font.unitsPerEm - y) * scaleY;
    return [centerX + localX * cos - localY * sin, centerY + localX * sin + localY * cos];
  });
}

const LETTERS = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const;

function pathData(commands: readonly PathCommand[], map: (x: number, y: number) => [number, number]): string {
  return commands
    .map(({ command, args }) => {
      const points: string[] = [];
      for (let at = 0; at + 1 < args.length; at += 2)
        points.push(...map(args[at] ?? 0, args[at + 1] ?? 0).map((coordinate) => coordinate.toFixed(2)));
      return LETTERS[command] + points.join(' ');
    })
    .join('');
}

function star(centerX: number, centerY: number, radius: number): string {
  const inner = (radius * Math.sin(Math.PI / 10)) / Math.sin((7 * Math.PI) / 10);
  const corners = Array.from({ length: 10 }, (_unused, index) => {
    const distance = index % 2 === 0 ? radius : inner;
    const angle = (index * Math.PI) / 5;
    return `${(centerX + distance * Math.sin(angle)).toFixed(3)} ${(centerY - distance * Math.cos(angle)).toFixed(3)}`;
  });
  return `M${corners.join('L')}Z`;
}
