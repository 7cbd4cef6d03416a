import { inflateSync } from 'node:zlib';

/** What the platform needs to know of a PDF before people open it. */
export interface PdfFacts {
  /** Number of pages, when it can be read. */
  pages: number | null;
  /** It can run scripts, start programs or open other files, or hides in encryption whether it does: never shown inline. */
  active: boolean;
}

// A script action always names its kind /JavaScript; the short /JS would be found by chance in compressed pictures.
const activeNames = /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|GoToE|GoToR|ImportData|SubmitForm)(?![A-Za-z0-9])/;
const mostObjectStreamBytes = 64 * 1024 * 1024;

/** Reads a PDF's page count and whether it has active content, also inside compressed object streams. */
export function inspectPdf(content: Buffer): PdfFacts {
  const text = plainNames(content.toString('latin1'));
  const hidden = objectStreams(content, text);
  const all = [text, ...hidden.texts];
  const counts = all.flatMap(pageCounts);
  const encrypted = /\/Encrypt\b/.test(text);
  return {
    pages: encrypted || counts.length === 0 ? null : Math.max(...counts),
    active: encrypted || !hidden.complete || all.some((part) => activeNames.test(part)),
  };
}

/** `/J#61vaScript` is `/JavaScript`: names may spell any character in hex. */
function plainNames(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function pageCounts(text: string): number[] {
  const found: number[] = [];
  for (const match of text.matchAll(/\/Type\s*\/Pages(?![A-Za-z])/g)) {
    // The dictionary around the match: Count stands before or after the type.
    const from = text.lastIndexOf('<<', match.index);
    const to = text.indexOf('>>', match.index);
    const count = /\/Count\s+(\d{1,6})/.exec(text.slice(Math.max(from, match.index - 4_000), to < 0 ? match.index + 4_000 : to));
    if (count) found.push(Number(count[1]));
  }
  return found;
}

/** The inflated object streams; incomplete when one cannot be read or they are too large to look through. */
function objectStreams(content: Buffer, text: string): { texts: string[]; complete: boolean } {
  const texts: string[] = [];
  let left = mostObjectStreamBytes;
  let complete = true;
  for (const match of text.matchAll(/\/ObjStm(?![A-Za-z])/g)) {
    const dictionary = text.slice(Math.max(0, text.lastIndexOf(' obj', match.index)), text.indexOf('stream', match.index));
    const body = streamAfter(content, match.index);
    const inflated = body && /\/FlateDecode/.test(dictionary) && !/\/DecodeParms/.test(dictionary) ? inflate(body, left) : undefined;
    if (!inflated) { complete = false; continue; }
    left -= inflated.length;
    texts.push(plainNames(inflated.toString('latin1')));
  }
  return { texts, complete };
}

function streamAfter(content: Buffer, from: number): Buffer | undefined {
  const word = content.indexOf('stream', from, 'latin1');
  const end = word < 0 ? -1 : content.indexOf('endstream', word, 'latin1');
  if (end < 0) return undefined;
  let start = word + 'stream'.length;
  if (content[start] === 0x0d) start += 1;
  if (content[start] === 0x0a) start += 1;
  return content.subarray(start, end);
}

function inflate(body: Buffer, most: number): Buffer | undefined {
  try {
    return inflateSync(body, { maxOutputLength: Math.max(1, most) });
  } catch {
    return undefined;
  }
}
