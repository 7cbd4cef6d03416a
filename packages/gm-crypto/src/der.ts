/** Identifier octets of the universal types in use. */
export const TAG = {
  boolean: 0x01, integer: 0x02, bitString: 0x03, octetString: 0x04, null: 0x05, oid: 0x06, utf8String: 0x0c,
  printableString: 0x13, ia5String: 0x16, utcTime: 0x17, generalizedTime: 0x18, sequence: 0x30, set: 0x31,
} as const;

/** Bytes are not the one DER encoding of what was expected. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

/** One element: its tag, its content and its whole encoding. */
export interface DerElement {
  readonly tag: number;
  readonly content: Buffer;
  readonly encoded: Buffer;
}

/** Encodes one element from its tag and its already encoded content. */
export function encodeElement(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag]), encodeLength(body.length), body]);
}

function encodeLength(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const digits = length.toString(16);
  const bytes = Buffer.from(digits.length % 2 ? `0${digits}` : digits, 'hex');
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
}

/** SEQUENCE of encoded elements. */
export function sequence(...elements: readonly Uint8Array[]): Buffer {
  return encodeElement(TAG.sequence, ...elements);
}

/** Context-specific constructed element `[number] EXPLICIT`. */
export function explicit(number: number, ...elements: readonly Uint8Array[]): Buffer {
  return encodeElement(0xa0 | number, ...elements);
}

/** INTEGER of a non-negative number or of big-endian bytes. */
export function integer(value: number | bigint | Uint8Array): Buffer {
  const hex = value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value.toString(16);
  const trimmed = hex.replace(/^(?:00)+(?=..)/, '');
  const bytes = Buffer.from(trimmed.length % 2 ? `0${trimmed}` : trimmed, 'hex');
  return encodeElement(TAG.integer, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

/** OBJECT IDENTIFIER from dotted numbers. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const digits = [arc & 0x7f];
    for (let high = Math.floor(arc / 128); high > 0; high = Math.floor(high / 128)) digits.unshift((high & 0x7f) | 0x80);
    return digits;
  });
  return encodeElement(TAG.oid, Buffer.from(bytes));
}

/** BIT STRING of whole bytes. */
export function bitString(bytes: Uint8Array): Buffer {
  return encodeElement(TAG.bitString, Buffer.from([0]), bytes);
}

/** OCTET STRING. */
export function octetString(bytes: Uint8Array): Buffer {
  return encodeElement(TAG.octetString, bytes);
}

/** A string of one of the text types; PrintableString and IA5String take ASCII only. */
export function textString(tag: typeof TAG.utf8String | typeof TAG.printableString | typeof TAG.ia5String, text: string): Buffer {
  if (tag !== TAG.utf8String && !/^[\x20-\x7e]*$/.test(text)) throw new DerError('text outside ASCII');
  return encodeElement(tag, Buffer.from(text, 'utf8'));
}

/** GeneralizedTime in UTC, whole seconds. */
export function generalizedTime(at: Date): Buffer {
  return encodeElement(TAG.generalizedTime, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`));
}

/** X.509 Time: UTCTime up to 2049, GeneralizedTime after. */
export function certificateTime(at: Date): Buffer {
  if (at.getUTCFullYear() >= 2050) return generalizedTime(at);
  return encodeElement(TAG.utcTime, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));
}
