import { resolveFonts } from '../../documents/fonts/document-fonts.ts';
import { drawText } from '../../documents/fonts/draw-text.ts';

const paper = { width: 1_240, height: 1_754 };
const pad = { width: 900, height: 300 };

async function render(width: number, height: number, parts: string): Promise<Buffer> {
  const { default: imaging } = await import('sharp');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fdfdfb"/>${parts}</svg>`;
  return imaging(Buffer.from(svg)).png().toBuffer();
}

/** A page as it lies under the camera: a title and lines of text, as PNG. */
export async function drawPage([title = '', ...lines]: readonly string[]): Promise<Buffer> {
  const fonts = await resolveFonts([title, ...lines].join(''));
  const paths: string[] = [];
  drawText(paths, fonts, title, { left: 120, baseline: 200, size: 60 });
  lines.forEach((line, row) => { drawText(paths, fonts, line, { left: 120, baseline: 320 + row * 84, size: 38 }); });
  return render(paper.width, paper.height, paths.join(''));
}

/** A name as somebody writes it on the pad, as PNG. */
export async function drawSignature(name: string): Promise<Buffer> {
  const fonts = await resolveFonts(name);
  const paths: string[] = [];
  const size = Math.min(170, Math.floor(760 / Math.max(1, [...name].length)));
  drawText(paths, fonts, name, { left: 70, baseline: 150 + size / 3, size });
  return render(pad.width, pad.height, `<g transform="skewX(-12) translate(40 0)">${paths.join('')}</g>`);
}

/** A face without features, as the photo on a made-up card. */
export async function drawPhoto(): Promise<Buffer> {
  const { default: imaging } = await import('sharp');
  return imaging(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="102" height="126"><rect width="102" height="126" fill="#e8ecf1"/><circle cx="51" cy="48" r="24" fill="#8a94a3"/><path d="M9 126 a42 44 0 0 1 84 0 Z" fill="#8a94a3"/></svg>')).png().toBuffer();
}
