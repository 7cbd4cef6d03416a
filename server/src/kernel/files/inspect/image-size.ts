/** Width and height of an image in pixels. */
export interface ImageSize {
  width: number;
  height: number;
}

/** The size a PNG's header tells, or undefined when the header is broken. */
export function pngSize(content: Buffer): ImageSize | undefined {
  if (content.length < 33 || content.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  return { width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
}

/** Start-of-frame markers; the others of C0–CF define tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** The size a JPEG's frame header tells, or undefined when there is none. */
export function jpegSize(content: Buffer): ImageSize | undefined {
  let at = 2;
  while (at + 9 < content.length) {
    if (content[at] !== 0xff) return undefined;
    const marker = content.readUInt8(at + 1);
    if (marker === 0xff) { at += 1; continue; }
    if (isFrame(marker)) return { height: content.readUInt16BE(at + 5), width: content.readUInt16BE(at + 7) };
    // Markers without a length: restart, start and end of image, TEM.
    const bare = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);
    at += bare ? 2 : 2 + content.readUInt16BE(at + 2);
  }
  return undefined;
}
