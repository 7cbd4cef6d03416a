/** Which bytes of a PDF its signature covers: everything but the `<…>` that holds the signature itself. */
export interface ByteRange {
  /** Offset of `<`. */
  readonly holeStart: number;
  /** Offset after `>`. */
  readonly holeEnd: number;
}

const WIDTH = 10;
const MARKER = '/ByteRange [';
const EMPTY = `${MARKER}${[0, 0, 0, 0].map((number) => String(number).padStart(WIDTH, '0')).join(' ')}]`;

/** The entries of a signature dictionary before anything is known about their place. */
export function emptySignatureEntries(contentsBytes: number): string {
  return `${EMPTY}\n/Contents <${'0'.repeat(contentsBytes * 2)}>`;
}

/** Finds the hole and writes the byte range in place; the length of the file does not change. */
export function fixByteRange(pdf: Buffer): ByteRange {
  const marker = pdf.lastIndexOf(EMPTY, undefined, 'latin1');
  const holeStart = pdf.indexOf('<', marker, 'latin1');
  const holeEnd = pdf.indexOf('>', holeStart, 'latin1') + 1;
  if (marker < 0 || holeStart < 0 || holeEnd <= 0) throw new Error('the file has no empty signature entries');
  pdf.write(encodeByteRange({ holeStart, holeEnd }, pdf.length), marker, 'latin1');
  return { holeStart, holeEnd };
}

/**
 * Reads the byte range of a signed file. Undefined unless there is exactly one, written exactly as we write it, and it
 * covers the whole file but one hole: an appended byte or a second signature is not covered.
 */
export function findByteRange(pdf: Buffer): ByteRange | undefined {
  const marker = pdf.indexOf(MARKER, 0, 'latin1');
  if (marker < 0 || pdf.indexOf('/ByteRange', marker + 1, 'latin1') >= 0) return undefined;
  const written = pdf.toString('latin1', marker, marker + EMPTY.length);
  const [, start, end] = new RegExp(`^/ByteRange \\[0{${WIDTH}} (\\d{${WIDTH}}) (\\d{${WIDTH}}) \\d{${WIDTH}}\\]$`).exec(written) ?? [];
  const range = { holeStart: Number(start), holeEnd: Number(end) };
  if (start === undefined || range.holeStart + 2 > range.holeEnd || range.holeEnd > pdf.length) return undefined;
  const isExact = written === encodeByteRange(range, pdf.length) && pdf[range.holeStart] === 0x3c && pdf[range.holeEnd - 1] === 0x3e;
  return isExact ? range : undefined;
}

/** The bytes that are signed. */
export function coveredBytes(pdf: Buffer, { holeStart, holeEnd }: ByteRange): Buffer {
  return Buffer.concat([pdf.subarray(0, holeStart), pdf.subarray(holeEnd)]);
}

/** Writes the signature into the hole in lower-case hex, filled up with zeros. */
export function writeContents(pdf: Buffer, { holeStart, holeEnd }: ByteRange, signature: Buffer): void {
  const room = holeEnd - holeStart - 2;
  const hex = signature.toString('hex');
  if (hex.length > room) throw new Error(`the signature needs ${hex.length} digits, reserved are ${room}`);
  pdf.write(hex.padEnd(room, '0'), holeStart + 1, 'latin1');
}

/**
 * Reads the signature from the hole. Undefined unless it is lower-case hex of one DER element followed by zeros only,
 * so that no byte of the hole can change unnoticed.
 */
export function findContents(pdf: Buffer, { holeStart, holeEnd }: ByteRange): Buffer | undefined {
  const hex = pdf.toString('latin1', holeStart + 1, holeEnd - 1);
  if (hex.length % 2 !== 0 || !/^[0-9a-f]*$/.test(hex)) return undefined;
  const bytes = Buffer.from(hex, 'hex');
  const length = derLength(bytes);
  return length !== undefined && length <= bytes.length && bytes.subarray(length).every((byte) => byte === 0) ? bytes.subarray(0, length) : undefined;
}

function derLength(bytes: Buffer): number | undefined {
  const size = (bytes[1] ?? 0) - 0x80;
  if (bytes[0] !== 0x30 || size < 1 || size > 4 || bytes.length < 2 + size) return undefined;
  return 2 + size + bytes.readUIntBE(2, size);
}

function encodeByteRange({ holeStart, holeEnd }: ByteRange, length: number): string {
  const numbers = [0, holeStart, holeEnd, length - holeEnd].map((number) => String(number).padStart(WIDTH, '0'));
  return `${MARKER}${numbers.join(' ')}]`;
}
