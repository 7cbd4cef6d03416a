import sharp from 'sharp';
import { resolveFonts } from '../../../kernel/documents/fonts/document-fonts.ts';
import { drawText } from '../../../kernel/documents/fonts/draw-text.ts';
import type { OcrLine } from '../ocr/engine.ts';

/** A made-up document as a picture, with the lines that stand on it. */
export interface DrawnDocument { picture: Buffer; lines: OcrLine[] }

interface Drawing { width?: number; height?: number; size?: number; /** How sure the simulated engine is of every line. */ confidence?: number }

/** Draws lines of text on paper with the fonts of the platform's documents; a line may be parted by tabs into columns. */
export async function drawDocument(texts: readonly string[], { width = 1_240, height = 1_754, size = 36, confidence = 0.95 }: Drawing = {}): Promise<DrawnDocument> {
  const fonts = await resolveFonts(texts.join(''));
  const paths: string[] = [];
  const lines: OcrLine[] = [];
  const margin = Math.round(width / 10);
  texts.forEach((text, row) => {
    const scale = row === 0 ? 1.6 : 1;
    const top = margin + row * size * 2.2 + (row > 0 ? size : 0);
    text.split('\t').forEach((part, column) => {
      const left = margin + column * (width / 2 - margin / 2);
      const end = drawText(paths, fonts, part, { left, baseline: top + size * scale, size: size * scale });
      if (part.trim() !== '') lines.push({ text: part, confidence, box: { left: left / width, top: top / height, width: Math.min(1 - left / width, (end - left) / width), height: (size * scale * 1.2) / height } });
    });
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fdfdfb"/>${paths.join('')}</svg>`;
  return { picture: await sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer(), lines };
}

/** A picture without any text: soft blobs, as of a cat on a sofa. */
export async function drawCat(): Promise<Buffer> {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><rect width="100%" height="100%" fill="#c9b08a"/><ellipse cx="600" cy="560" rx="330" ry="230" fill="#6b5a48"/><circle cx="600" cy="330" r="150" fill="#75634f"/><path d="M470 250 L500 120 L570 210 Z M730 250 L700 120 L630 210 Z" fill="#75634f"/><circle cx="550" cy="320" r="22" fill="#e8d24a"/><circle cx="650" cy="320" r="22" fill="#e8d24a"/></svg>';
  return sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer();
}

/** A PDF as scanners write it: one JPEG a page. */
export function scanOf(pictures: readonly Buffer[]): Buffer {
  const parts: Uint8Array[] = [Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count ${pictures.length} /Kids [] >>\nendobj\n`)];
  pictures.forEach((picture, index) => {
    parts.push(Buffer.from(`${index + 3} 0 obj\n<< /Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${picture.length} >>\nstream\n`), picture, Buffer.from('\nendstream\nendobj\n'));
  });
  return Buffer.concat([...parts, Buffer.from('trailer << /Root 1 0 R >>\n%%EOF\n')]);
}
