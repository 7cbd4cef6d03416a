import { expect, it } from 'vitest';
import { pdfOfPictures } from './picture-pdf.ts';

const page = (fill: number, width: number, height: number) => ({ bytes: new Uint8Array([0xff, 0xd8, fill, 0xff, 0xd9]), width, height });

it('几页合成一个 PDF：页序不变，横放的页横放，目录指到每个对象', () => {
  const pdf = pdfOfPictures([page(1, 1240, 1754), page(2, 1754, 1240), page(3, 900, 900)]);
  const text = new TextDecoder('latin1').decode(pdf);
  expect(text.startsWith('%PDF-1.4\n')).toBe(true);
  expect(text).toContain('/Count 3 /Kids [3 0 R 6 0 R 9 0 R]');
  expect([...text.matchAll(/MediaBox \[0 0 (\d+ \d+)\]/g)].map(([, box]) => box)).toEqual(['595 842', '842 595', '595 842']);
  const offsets = [...text.matchAll(/(\d{10}) 00000 n/g)].map(([, offset]) => Number(offset));
  expect(offsets).toHaveLength(11);
  offsets.forEach((offset, index) => expect(text.slice(offset, offset + 8)).toBe(`${index + 1} 0 obj`.slice(0, 8).padEnd(8, text[offset + `${index + 1} 0 obj`.length])));
  expect(Number(/startxref\n(\d+)/.exec(text)?.[1])).toBe(text.indexOf('xref\n0 '));
  expect([...pdf].filter((byte, index) => byte === 0xff && pdf[index + 1] === 0xd8)).toHaveLength(3);
});
