import { fail } from '../errors.ts';

/** An indirect object of a PDF: its number and the text of its dictionary. */
export interface PdfDictionary {
  readonly number: number;
  readonly text: string;
}

/** What must be known of a PDF in order to append an update to it. */
export interface PdfStructure {
  readonly size: number;
  readonly crossReferenceAt: number;
  /** `/Info` and `/ID` of the trailer, to be repeated. */
  readonly trailerExtras: string;
  readonly catalog: PdfDictionary;
  readonly firstPage: PdfDictionary;
}

/** A new or changed object of an update. */
export interface PdfObject {
  readonly number: number;
  readonly body: string;
}

/**
 * Reads the structure of a PDF with one classic cross-reference table, as this platform writes it.
 * Throws `documents.unsupported-pdf` for any other file and for files that were signed or updated before.
 */
export function readPdfStructure(pdf: Buffer): PdfStructure {
  const text = pdf.toString('latin1');
  const crossReferenceAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? NaN);
  const trailer = /^xref\s+0 \d+\s[\s\S]*?trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(text.slice(crossReferenceAt))?.[1];
  const size = Number(/\/Size (\d+)/.exec(trailer ?? '')?.[1] ?? NaN);
  if (!text.startsWith('%PDF-1.') || trailer === undefined || !Number.isInteger(size) || trailer.includes('/Prev')) throw fail('documents.unsupported-pdf');
  const offsets = readOffsets(text.slice(crossReferenceAt));
  const dictionary = (number: number): PdfDictionary => readDictionary(text, offsets, number);
  const catalog = dictionary(readReference(trailer, 'Root'));
  const pages = dictionary(readReference(catalog.text, 'Pages'));
  const firstPage = dictionary(Number(/\/Kids \[\s*(\d+) 0 R/.exec(pages.text)?.[1] ?? NaN));
  if (/\/AcroForm/.test(catalog.text) || /\/Annots/.test(firstPage.text)) throw fail('documents.unsupported-pdf');
  const trailerExtras = [/\/Info \d+ 0 R/, /\/ID \[[^\]]*\]/].map((pattern) => pattern.exec(trailer)?.[0] ?? '').join('\n');
  return { size, crossReferenceAt, trailerExtras, catalog, firstPage };
}

/** Appends objects to a PDF as an incremental update; nothing of the existing bytes changes. */
export function appendUpdate(pdf: Buffer, structure: PdfStructure, objects: readonly PdfObject[]): Buffer {
  const parts = [pdf, Buffer.from('\n')];
  let position = pdf.length + 1;
  const entries = objects.map(({ number, body }) => {
    const bytes = Buffer.from(`${number} 0 obj\n${body}\nendobj\n`, 'latin1');
    const entry = `${number} 1\n${String(position).padStart(10, '0')} 00000 n \n`;
    parts.push(bytes);
    position += bytes.length;
    return entry;
  });
  const size = Math.max(structure.size, ...objects.map(({ number }) => number + 1));
  const trailer = `<<\n/Size ${size}\n/Root ${structure.catalog.number} 0 R\n${structure.trailerExtras}\n/Prev ${structure.crossReferenceAt}\n>>`;
  parts.push(Buffer.from(`xref\n${entries.join('')}trailer\n${trailer}\nstartxref\n${position}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(parts);
}

/** Adds an entry to the end of a dictionary. */
export function withEntry({ number, text }: PdfDictionary, entry: string): PdfObject {
  return { number, body: `${text.slice(0, text.lastIndexOf('>>'))}${entry}\n>>` };
}

function readOffsets(crossReference: string): Map<number, number> {
  const table = /^xref\s+0 (\d+)\s+/.exec(crossReference);
  const rows = crossReference.slice(table?.[0].length ?? 0).matchAll(/(\d{10}) \d{5} ([nf])\s/g);
  return new Map([...rows].slice(0, Number(table?.[1] ?? 0)).map(([, offset, state], number) => [number, state === 'n' ? Number(offset) : NaN]));
}

function readReference(dictionary: string, name: string): number {
  return Number(new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1] ?? NaN);
}

function readDictionary(text: string, offsets: Map<number, number>, number: number): PdfDictionary {
  const offset = offsets.get(number) ?? NaN;
  const match = /^(\d+) 0 obj\s*(<<[\s\S]*?>>)\s*endobj/.exec(Number.isNaN(offset) ? '' : text.slice(offset, offset + 65_536));
  if (!match?.[2] || Number(match[1]) !== number) throw fail('documents.unsupported-pdf');
  return { number, text: match[2] };
}
