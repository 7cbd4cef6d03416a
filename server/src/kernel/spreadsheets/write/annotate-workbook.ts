import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { parseReference } from '../cell-position.ts';
import { readWorkbookParts } from '../read/workbook-parts.ts';
import { readXml } from '../read/xml-events.ts';
import { openZipParts, toBytes, type ZipParts } from '../../zip/index.ts';
import { cellXml } from './cell-xml.ts';
import { ZipOutput } from '../../zip/index.ts';

/** What is written behind the rows of one sheet. */
export interface SheetNotes {
  readonly sheet: string;
  /** By row number; the heading's own row carries the title of the new column. */
  readonly notes: ReadonlyMap<number, string>;
}

/**
 * A copy of an xlsx file with one more column behind the last one of the given sheets; all else stays byte for byte as its
 * author made it, so that the copy can be mended and sent again.
 * @throws Error when the file is broken; it must have been opened by `openSpreadsheet` before
 */
export async function annotateWorkbook(content: Buffer, annotations: readonly SheetNotes[]): Promise<Buffer> {
  const parts = await openZipParts(content);
  const { sheets } = await readWorkbookParts(parts);
  const notesOf = new Map<string, ReadonlyMap<number, string>>();
  for (const { sheet, notes } of annotations) {
    const part = sheets.find(({ name }) => name === sheet)?.part;
    if (part !== undefined) notesOf.set(part, notes);
  }
  const zip = new ZipOutput();
  for (const name of parts.names().filter((one) => !one.endsWith('/'))) {
    const notes = notesOf.get(name);
    const column = notes ? await findLastColumn(parts, name) + 1 : 0;
    zip.stream(name, () => openPart(parts, name, notes, column));
  }
  return buffer(zip.finish());
}

async function openPart(parts: ZipParts, name: string, notes: ReadonlyMap<number, string> | undefined, column: number): Promise<NodeJS.ReadableStream> {
  const stream = await parts.stream(name);
  return notes ? Readable.from(withNotes(stream, notes, column), { objectMode: false }) : stream;
}

async function findLastColumn(parts: ZipParts, name: string): Promise<number> {
  let [column, last] = [0, 0];
  await readXml(await parts.stream(name), {
    open(tag, { r }) {
      if (tag === 'row') column = 0;
      if (tag !== 'c') return;
      column = parseReference(r ?? '')?.column ?? column + 1;
      last = Math.max(last, column);
    },
    close() {}, text() {},
  });
  return last;
}

/** The stream as text in pieces that never end inside a tag. */
async function* wholeTags(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const piece of stream) {
    const text = rest + decoder.decode(toBytes(piece), { stream: true });
    const open = text.lastIndexOf('<');
    const cut = open < 0 || text.indexOf('>', open) >= 0 ? text.length : open;
    rest = text.slice(cut);
    yield text.slice(0, cut);
  }
  yield rest + decoder.decode();
}

async function* withNotes(stream: NodeJS.ReadableStream, notes: ReadonlyMap<number, string>, column: number): AsyncGenerator<Buffer> {
  let row = 0;
  const close = (mark: string, attributes: string | undefined, prefix: string): string => {
    if (attributes !== undefined) row = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? row + 1);
    const note = notes.get(row);
    if (note === undefined || (attributes !== undefined && !attributes.endsWith('/'))) return mark;
    const cell = prefixed(cellXml(note, 'text', column, row).replace(/ s="\d+"/, ''), prefix);
    return attributes === undefined ? `${cell}${mark}` : `<${prefix}row${attributes.slice(0, -1)}>${cell}</${prefix}row>`;
  };
  for await (const text of wholeTags(stream)) {
    yield Buffer.from(text.replace(/<\/(\w+:)?row>|<(\w+:)?row(\s[^>]*|\/)?>/g, (mark, ending: string | undefined, opening: string | undefined, attributes: string | undefined) =>
      (mark.startsWith('</') ? close(mark, undefined, ending ?? '') : close(mark, attributes ?? '', opening ?? ''))));
  }
}

function prefixed(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
}
