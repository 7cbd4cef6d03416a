import { deflateSync } from 'node:zlib';
import type { SealOutline } from '../seal/seal-outline.ts';

/** Paths that many documents show alike, as a PDF form: made once, painted in the colours and line width of where it stands. */
export interface PaintedForm {
  /** What it covers: left, top, right, bottom. */
  readonly box: readonly [number, number, number, number];
  /** Its operators, deflated. */
  readonly content: Buffer;
}

/** Makes a form of PDF operators. */
export function makeForm(box: PaintedForm['box'], operators: string): PaintedForm {
  return { box, content: deflateSync(operators) };
}

const seals = new WeakMap<SealOutline, PaintedForm>();

/** The filled paths of a seal around its centre, in millimetres. */
export function sealForm(outline: SealOutline): PaintedForm {
  const known = seals.get(outline);
  if (known) return known;
  const edge = outline.diameterMm / 2;
  const form = makeForm([-edge, -edge, edge, edge], `${toOperators(outline.path)}\nf`);
  seals.set(outline, form);
  return form;
}

/** SVG path data of absolute `M L Q C Z` with numbers between spaces, as PDF operators; quadratic curves become the same cubic ones. */
function toOperators(path: string): string {
  let [x, y] = [0, 0];
  const operators = [...path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)].map(([, letter, text = '']) => {
    const numbers = text === '' ? [] : text.trim().split(/\s+/).map(Number);
    const [fromX, fromY] = [x, y];
    [x, y] = [numbers.at(-2) ?? x, numbers.at(-1) ?? y];
    if (letter === 'Z') return 'h';
    if (letter === 'M' || letter === 'L') return `${text} ${letter === 'M' ? 'm' : 'l'}`;
    if (letter === 'C') return `${text} c`;
    const [controlX = 0, controlY = 0] = numbers;
    const towards = (from: number, control: number): string => (from + (2 / 3) * (control - from)).toFixed(2);
    return `${[towards(fromX, controlX), towards(fromY, controlY), towards(x, controlX), towards(y, controlY)].join(' ')} ${x} ${y} c`;
  });
  return operators.join('\n');
}
