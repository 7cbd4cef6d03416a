import { crc32, deflateSync } from 'node:zlib';
import { makeZip, type ZipPart } from './make-zip.ts';

/** A PNG header for an image of this size; enough for everything that reads headers only. */
export function png(width = 100, height = 80): Buffer {
  const bytes = Buffer.alloc(45);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]).copy(bytes);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt8(8, 24);
  bytes.write('IDAT', 37, 'latin1');
  return bytes;
}

/** A whole PNG on which somebody has drawn a stroke, as a signature pad gives it; blank when `ink` is 0. */
export function signature({ width = 300, height = 100, ink = 12 } = {}): Buffer {
  const rows = Array.from({ length: height }, (_row, y) => {
    const row = Buffer.alloc(width + 1, 255);
    row[0] = 0;
    return Math.abs(y - height / 2) * 2 < ink ? row.fill(0, Math.floor(width / 6), Math.floor(width / 2)) : row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]);
}

/** A JPEG with an application segment before its frame header, as cameras write it. */
export function jpeg(width = 100, height = 80): Buffer {
  const app = Buffer.alloc(18);
  app.writeUInt16BE(0xffe0, 0);
  app.writeUInt16BE(16, 2);
  app.write('JFIF\0', 4, 'latin1');
  const frame = Buffer.alloc(19);
  frame.writeUInt16BE(0xffc2, 0);
  frame.writeUInt16BE(17, 2);
  frame.writeUInt8(8, 4);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), app, frame, Buffer.from([0xff, 0xd9])]);
}

/** A PDF of so many pages; `extra` stands in its catalogue, `hidden` in a compressed object stream. */
export function pdf({ pages = 1, extra = '', hidden = '' } = {}): Buffer {
  const packed = deflateSync(Buffer.from(`9 0 ${hidden}`));
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${extra} >>\nendobj\n2 0 obj\n<< /Kids [] /Count ${pages} /Type /Pages >>\nendobj\n`),
    ...(hidden ? [Buffer.from(`3 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`), packed, Buffer.from('\nendstream\nendobj\n')] : []),
    Buffer.from('trailer << /Root 1 0 R >>\n%%EOF\n'),
  ]);
}

/** A Word document with further parts. */
export function docx(...parts: ZipPart[]): Buffer {
  return makeZip([{ name: '[Content_Types].xml', content: '<Types/>' }, { name: 'word/document.xml', content: '<w:document/>' }, ...parts]);
}

/** The head of a Windows program. */
export const exe: Buffer = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff', 'latin1'), Buffer.alloc(200), Buffer.from('PE\0\0', 'latin1'), Buffer.alloc(100)]);
