import { DerError, TAG, type DerElement } from './der.ts';

/** Reads exactly one element; trailing bytes and every non-minimal length are refused. */
export function readElement(bytes: Uint8Array): DerElement {
  const [element, ...others] = readElements(bytes);
  if (!element || others.length > 0) throw new DerError('expected exactly one element');
  return element;
}

/** Reads the elements that fill `bytes` completely. */
export function readElements(bytes: Uint8Array): DerElement[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const elements: DerElement[] = [];
  for (let at = 0; at < buffer.length; ) {
    const { headerLength, contentLength } = readHeader(buffer, at);
    const end = at + headerLength + contentLength;
    if (end > buffer.length) throw new DerError('element longer than its container');
    elements.push({
      tag: buffer.readUInt8(at),
      content: buffer.subarray(at + headerLength, end),
      encoded: buffer.subarray(at, end),
    });
    at = end;
  }
  return elements;
}

function readHeader(buffer: Buffer, at: number): { headerLength: number; contentLength: number } {
  const first = buffer[at + 1];
  if (first === undefined || (buffer.readUInt8(at) & 0x1f) === 0x1f) throw new DerError('truncated or long-form tag');
  if (first < 0x80) return { headerLength: 2, contentLength: first };
  const size = first & 0x7f;
  if (size < 1 || size > 4 || at + 2 + size > buffer.length) throw new DerError('unsupported length');
  const contentLength = buffer.readUIntBE(at + 2, size);
  if (contentLength < 0x80 || buffer[at + 2] === 0) throw new DerError('length not minimal');
  return { headerLength: 2 + size, contentLength };
}

/** Walks the children of a constructed element in order, each with its expected tag. */
export class DerCursor {
  private readonly elements: DerElement[];
  private next = 0;

  constructor(element: DerElement, tag: number = TAG.sequence) {
    if (element.tag !== tag) throw new DerError(`expected tag ${tag}, found ${element.tag}`);
    this.elements = readElements(element.content);
  }

  /** The next element, which must have the tag. */
  take(tag: number): DerElement {
    const element = this.takeOptional(tag);
    if (!element) throw new DerError(`expected tag ${tag}, found ${this.elements[this.next]?.tag ?? 'the end'}`);
    return element;
  }

  /** The next element if it has the tag. */
  takeOptional(tag: number): DerElement | undefined {
    const element = this.elements[this.next];
    if (element?.tag !== tag) return undefined;
    this.next += 1;
    return element;
  }

  /** Refuses elements that were not taken. */
  end(): void {
    if (this.next !== this.elements.length) throw new DerError('unexpected further elements');
  }
}

/** Bytes of a non-negative INTEGER without its sign byte; refuses padded and negative ones. */
export function readIntegerBytes(element: DerElement): Buffer {
  const [first, second = 0x80] = element.content;
  if (element.tag !== TAG.integer || first === undefined || first >= 0x80) throw new DerError('not a non-negative integer');
  if (first === 0 && element.content.length > 1 && second < 0x80) throw new DerError('integer not minimal');
  return first === 0 && element.content.length > 1 ? element.content.subarray(1) : element.content;
}

/** A small non-negative INTEGER. */
export function readSmallInteger(element: DerElement): number {
  const bytes = readIntegerBytes(element);
  if (bytes.length > 6) throw new DerError('integer too large');
  return bytes.readUIntBE(0, bytes.length);
}

/** Dotted form of an OBJECT IDENTIFIER. */
export function readObjectIdentifier(element: DerElement): string {
  if (element.tag !== TAG.oid || element.content.length === 0) throw new DerError('not an object identifier');
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of element.content) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const [head = 0, ...rest] = arcs;
  const first = Math.min(2, Math.floor(head / 40));
  return [first, head - first * 40, ...rest].join('.');
}

/** Bytes of a BIT STRING of whole bytes. */
export function readBitString(element: DerElement): Buffer {
  if (element.tag !== TAG.bitString || element.content[0] !== 0) throw new DerError('not a bit string of whole bytes');
  return element.content.subarray(1);
}

/** Text of a UTF8String, PrintableString or IA5String. */
export function readText(element: DerElement): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(element.content);
}

/** The instant of a UTCTime or GeneralizedTime in `Z` form with whole seconds. */
export function readTime(element: DerElement): Date {
  const digits = element.content.toString('latin1');
  const full = element.tag === TAG.utcTime ? `${Number(digits.slice(0, 2)) < 50 ? '20' : '19'}${digits}` : digits;
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full);
  const at = new Date(match ? full.replace(/^(....)(..)(..)(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6.000Z') : NaN);
  if (Number.isNaN(at.getTime())) throw new DerError('not a time');
  return at;
}
