import { jpegSize } from '../../../kernel/files/inspect/image-size.ts';
import { limits } from './limits.ts';

/** What was found in a PDF: its first pages' pictures, and how many there are in all. */
export interface PdfPictures { pictures: Buffer[]; total: number }

/**
 * The JPEG pictures of a scanned PDF in the order of the file, one a page as scanners and scanning apps write them. No page is drawn:
 * what is not a plain JPEG (text, fax coding, encrypted) is left to people.
 */
export function listPdfPictures(content: Buffer, most: number = limits.pages): PdfPictures {
  const pictures: Buffer[] = [];
  let total = 0;
  if (content.includes('/Encrypt', 0, 'latin1')) return { pictures, total };
  for (let at = content.indexOf('/DCTDecode', 0, 'latin1'); at >= 0; at = content.indexOf('/DCTDecode', at + 1, 'latin1')) {
    const begin = content.lastIndexOf('obj', at, 'latin1');
    const stream = content.indexOf('stream', at, 'latin1');
    if (begin < 0 || stream < 0 || stream - begin > 4_000) continue;
    const dictionary = content.toString('latin1', begin, stream);
    if (!/\/Image(?![A-Za-z])/.test(dictionary) || !/\/Filter\s*\[?\s*\/DCTDecode\s*\]?/.test(dictionary)) continue;
    const start = stream + 'stream'.length + (content[stream + 6] === 0x0d ? 2 : 1);
    const end = content.indexOf('endstream', start, 'latin1');
    const picture = content.subarray(start, end < 0 ? undefined : end);
    const size = picture[0] === 0xff && picture[1] === 0xd8 ? jpegSize(picture) : undefined;
    if (size && size.width * size.height >= limits.picturePixels && size.width * size.height <= limits.pixels) {
      total += 1;
      if (pictures.length < most) pictures.push(picture);
    }
    if (end > at) at = end;
  }
  return { pictures, total };
}
