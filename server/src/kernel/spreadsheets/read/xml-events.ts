import { SaxesParser } from 'saxes';
import { toBytes } from '../../zip/index.ts';

/** What a reader of XML is told; names come without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

function localName(name: string): string {
  const at = name.indexOf(':');
  return at < 0 ? name : name.slice(at + 1);
}

/** A document that is parsed as its text comes. */
export interface XmlParser {
  write(text: string): void;
  /** No more text. */
  end(): void;
}

/**
 * Opens a document. Those with a DOCTYPE are refused: office files have none, and entities would be a way to blow them up.
 * @throws Error (while it is written) when it is not well-formed
 */
export function openXml(handler: XmlHandler): XmlParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => { throw error; });
  parser.on('doctype', () => { throw new Error('office files have no DOCTYPE'); });
  parser.on('opentag', ({ name, attributes }) => { handler.open(localName(name), attributes); });
  parser.on('closetag', ({ name }) => { handler.close(localName(name)); });
  parser.on('text', (text) => { handler.text(text); });
  parser.on('cdata', (text) => { handler.text(text); });
  return { write: (text) => { parser.write(text); }, end: () => { parser.close(); } };
}

/** Gives a stream of bytes to a parser piece by piece, giving control back after each so that what was read can be handed on. */
export async function* parseXml(stream: NodeJS.ReadableStream, parser: XmlParser): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8');
  for await (const piece of stream) {
    parser.write(decoder.decode(toBytes(piece), { stream: true }));
    yield;
  }
  parser.write(decoder.decode());
  parser.end();
  yield;
}

/** Parses a whole part. */
export async function readXml(stream: NodeJS.ReadableStream, handler: XmlHandler): Promise<void> {
  const pieces = parseXml(stream, openXml(handler));
  while (!(await pieces.next()).done);
}
