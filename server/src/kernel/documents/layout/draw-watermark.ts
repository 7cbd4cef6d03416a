import { PAGE, type Canvas } from './canvas.ts';

const SIZE = 96;

/** Prints a word large and pale across every page, from the lower left to the upper right. */
export function drawWatermark(canvas: Canvas, word: string): void {
  const { count } = canvas.pdf.bufferedPageRange();
  const [x, y] = [PAGE.width / 2, PAGE.height / 2];
  for (let page = 0; page < count; page += 1) {
    canvas.pdf.switchToPage(page);
    canvas.pdf.save().rotate(-45, { origin: [x, y] }).fillOpacity(0.12);
    canvas.alignedLine(word, 0, PAGE.width, y + SIZE / 3, { size: SIZE, weight: 'bold', spacing: SIZE / 2 }, 'center');
    canvas.pdf.restore().fillOpacity(1);
  }
}
