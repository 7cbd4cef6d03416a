import { inflateSync } from 'node:zlib';

/** The characters that can be copied from a PDF, from the ToUnicode tables of its fonts; each once, in no order. */
export function copyableText(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: mark }) => {
    const start = index + mark.length;
    try {
      return inflateSync(pdf.subarray(start, text.indexOf('endstream', start))).toString('latin1');
    } catch {
      return '';
    }
  });
  const codes = streams.filter((stream) => stream.includes('beginbfrange')).join('').matchAll(/<((?:[0-9a-f]{4} ?)+)>/g);
  return [...codes].map(([, hex = '']) => Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')).join('');
}
