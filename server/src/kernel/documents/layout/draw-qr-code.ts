import { create } from 'qrcode';
import type { Canvas } from './canvas.ts';

/** Draws a QR code (error correction M) as vector squares into a square of `size` points. */
export function drawQrCode(canvas: Canvas, content: string, left: number, top: number, size: number): void {
  const { modules } = create(content, { errorCorrectionLevel: 'M' });
  const cell = size / modules.size;
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) canvas.pdf.rect(left + column * cell, top + row * cell, cell * 1.02, cell * 1.02);
  canvas.pdf.fill('black');
}
