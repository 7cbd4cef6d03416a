import type { SealOutline } from '../seal/seal-outline.ts';
import type { Canvas, TextStyle } from './canvas.ts';

interface SignatureText {
  readonly organization: string;
  readonly date: string;
}

interface SignaturePlace {
  /** Right edge that neither line passes, in points. */
  readonly right: number;
  readonly top: number;
  readonly leading: number;
  readonly style: TextStyle;
}

/**
 * Draws organisation above date, centred on each other, and the seal over both
 * so that its lower half rests on the date (骑年压月, GB/T 9704).
 */
export function drawSignature(canvas: Canvas, text: SignatureText, place: SignaturePlace, seal: SealOutline | undefined): void {
  const { right, top, leading, style } = place;
  const widths = [canvas.measure(text.organization, style), canvas.measure(text.date, style)];
  const center = right - Math.max(...widths) / 2;
  [text.organization, text.date].forEach((line, index) => {
    const baseline = top + index * leading + leading / 2 + style.size * 0.38;
    canvas.line(line, center - (widths[index] ?? 0) / 2, baseline, style);
  });
  if (seal) canvas.seal(seal, center, top + leading * 0.9);
}
