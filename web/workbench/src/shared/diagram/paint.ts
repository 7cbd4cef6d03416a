import type { Element } from './services.ts';
import { tones, type Tone } from './tones.ts';

const space = 'http://www.w3.org/2000/svg';
const height = 16;
const painted = 'fill: {fill}; stroke: {stroke};';

/** Where the words of an element go, in the coordinates of its own group: above a shape, on the middle of a connection. */
export function badgeAt({ waypoints, width }: Pick<Element, 'waypoints' | 'width'>): { x: number; y: number } {
  if (waypoints === undefined || waypoints.length < 2) return { x: width / 2, y: -4 };
  const at = Math.floor((waypoints.length - 1) / 2);
  const [from, to] = [waypoints[at], waypoints[at + 1]];
  return from && to ? { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 - 2 } : { x: 0, y: 0 };
}

/** Width of words in the badge's type: a Chinese character is as wide as two others. */
export function widthOf(words: string): number {
  return [...words].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0xff ? 11 : 6.2), 8);
}

/** The lines of a shape or connection, which the drawing library puts first but for the arrow heads it keeps beside them. */
function outlineOf(graphics: SVGGElement): SVGElement | null {
  return graphics.querySelector('.djs-visual > :not(defs)');
}

/** Colours an element and writes at it. */
export function paint(graphics: SVGGElement, tone: Tone, badge?: { words: string; x: number; y: number }): void {
  const outline = outlineOf(graphics);
  const { fill, stroke } = tones[tone];
  if (outline !== null) {
    outline.dataset['style'] ??= outline.getAttribute('style') ?? '';
    const isFlow = outline.tagName === 'path';
    const colours = painted.replace('{fill}', isFlow ? 'none' : fill).replace('{stroke}', stroke);
    outline.setAttribute('style', `${outline.dataset['style']}; ${colours} stroke-width: ${isFlow ? 3 : 2.5}px;${tone === 'removed' ? ' stroke-dasharray: 6 3;' : ''}`);
  }
  if (badge) graphics.append(drawBadge(badge.words, badge.x, badge.y, stroke));
}

/** Takes colour and words away again. */
export function unpaint(graphics: SVGGElement): void {
  const outline = outlineOf(graphics);
  const before = outline?.dataset['style'];
  if (outline !== null && before !== undefined) {
    outline.setAttribute('style', before);
    delete outline.dataset['style'];
  }
  graphics.querySelectorAll(':scope > .diagram-badge').forEach((badge) => badge.remove());
}

function drawBadge(words: string, x: number, y: number, stroke: string): SVGGElement {
  const group = document.createElementNS(space, 'g');
  const width = widthOf(words);
  group.setAttribute('class', 'diagram-badge');
  group.setAttribute('transform', `translate(${x - width / 2} ${y - height})`);
  group.setAttribute('pointer-events', 'none');
  const box = document.createElementNS(space, 'rect');
  // On white, so that it can be read whatever the element's own colour is.
  for (const [name, value] of Object.entries({ width, height, 'rx': 3, 'fill': '#ffffff', stroke, 'stroke-width': 1 })) box.setAttribute(name, String(value));
  const text = document.createElementNS(space, 'text');
  for (const [name, value] of Object.entries({ 'x': width / 2, 'y': 12, 'text-anchor': 'middle', 'font-size': 11, 'font-family': 'sans-serif', 'fill': '#1f2733' })) text.setAttribute(name, String(value));
  text.textContent = words;
  group.append(box, text);
  return group;
}
