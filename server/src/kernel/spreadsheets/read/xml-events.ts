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

/**
 * Parses XML piece by piece, giving control back after each so that rows can be handed on. Documents with a DOCTYPE are
 * refused: office files have none, and entities would be a way to blow them up.
 * @throws Error when it is not well-formed
 */
export async function* parseXml(stream: NodeJS.ReadableStream, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => { throw error; });
  parser.on('doctype', () => { throw new Error('office files have no DOCTYPE'); });
  parser.on('opentag', ({ name, attributes }) => { handler.open(localName(name), attributes); });
  parser.on('closetag', ({ name }) => { handler.close(localName(name)); });
  parser.on('text', (text) => { handler.text(text); });
  const decoder = new TextDecoder('utf-8');
  for await (const piece of stream) {
    parser.write(decoder.decode(toBytes(piece), { stream: true }));
    yield;
  }
  parser.write(decoder.decode()).close();
  yield;
}

/** Parses a whole part. */
export async function readXml(stream: NodeJS.ReadableStream, handler: XmlHandler): Promise<void> {
  const pieces = parseXml(stream, handler);
  while (!(await pieces.next()).done);
}
