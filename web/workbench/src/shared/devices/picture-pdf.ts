/** One page: a JPEG with its size in pixels. */
export interface JpegPage { bytes: Uint8Array; width: number; height: number }

/** A4 in points; a page lies as its picture lies. */
const paper = { short: 595, long: 842 } as const;

/** Puts pages into one PDF, one picture a page, in their order; nothing is compressed anew. */
export function pdfOfPictures(pages: readonly JpegPage[]): Uint8Array<ArrayBuffer> {
  const ascii = new TextEncoder();
  const chunks: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  const put = (part: string | Uint8Array) => {
    const bytes = typeof part === 'string' ? ascii.encode(part) : part;
    chunks.push(bytes);
    length += bytes.length;
  };
  const object = (number: number, ...parts: readonly (string | Uint8Array)[]) => {
    offsets[number] = length;
    put(`${number} 0 obj\n`);
    for (const part of parts) put(part);
    put('\nendobj\n');
  };
  const first = (index: number): number => 3 + index * 3;
  put('%PDF-1.4\n');
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  object(2, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_page, index) => `${first(index)} 0 R`).join(' ')}] >>`);
  pages.forEach(({ bytes, width, height }, index) => {
    const [across, down] = width > height ? [paper.long, paper.short] : [paper.short, paper.long];
    const scale = Math.min(across / width, down / height);
    const [w, h] = [width * scale, height * scale];
    const content = `q ${w.toFixed(2)} 0 0 ${h.toFixed(2)} ${((across - w) / 2).toFixed(2)} ${((down - h) / 2).toFixed(2)} cm /P Do Q`;
    const number = first(index);
    object(number, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${across} ${down}] /Resources << /XObject << /P ${number + 2} 0 R >> >> /Contents ${number + 1} 0 R >>`);
    object(number + 1, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    object(number + 2, `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${bytes.length} >>\nstream\n`, bytes, '\nendstream');
  });
  const start = length;
  put(`xref\n0 ${offsets.length}\n0000000000 65535 f \n${offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${offsets.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) { whole.set(chunk, at); at += chunk.length; }
  return whole;
}
