import { create } from 'qrcode';
import type { Canvas } from './canvas.ts';

/** Draws a QR code (error correction M) as bars of dark modules into a square of `size` points. */
export function drawQrCode(canvas: Canvas, content: string, left: number, top: number, size: number): void {
  const { modules } = create(content, { errorCorrectionLevel: 'M' });
  const cell = size / modules.size;
  const isDark = (row: number, column: number): boolean => column < modules.size && Boolean(modules.get(row, column));
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!isDark(row, column)) continue;
      const from = column;
      while (isDark(row, column + 1)) column += 1;
      canvas.pdf.rect(left + from * cell, top + row * cell, (column - from + 1.02) * cell, cell * 1.02);
    }
  }
  canvas.pdf.fill('black');
}
