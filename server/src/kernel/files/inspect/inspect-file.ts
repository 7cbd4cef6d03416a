import { fileTypeFromBuffer } from 'file-type';
import { cleanFileName, normalizeFileName } from '../file-name.ts';
import { fail } from '../errors.ts';
import { mediaTypes, nameOfUnwanted, type MediaType } from '../media-types.ts';
import { jpegSize, pngSize, type ImageSize } from './image-size.ts';
import { inspectPdf } from './inspect-pdf.ts';
import { inspectZip } from './inspect-zip.ts';
import { sniffText } from './sniff-text.ts';

/** Most pixels of one image, in millions; an A4 page at 600 dpi has 35. */
export const mostMegapixels = 50;

/** What a file turned out to be. */
export interface FileFacts {
  mediaType: MediaType;
  /** Cleaned, with the extension of the true type. */
  name: string;
  pages: number | null;
  /** Scripts or launch actions inside: to be downloaded, never shown in the browser. */
  active: boolean;
}

/**
 * Finds out what an uploaded file really is, by content alone, and refuses what could harm its readers.
 * @throws files.empty, files.type-not-allowed, files.type-unknown, files.damaged, files.encrypted, files.expands-too-far,
 * files.has-macros, files.image-too-large
 */
export async function inspectFile(givenName: string, content: Buffer): Promise<FileFacts> {
  const shown = cleanFileName(givenName) || '未命名文件';
  if (content.length === 0) throw fail('files.empty', { name: shown });
  const facts = (mediaType: MediaType, more: Partial<FileFacts> = {}): FileFacts => (
    { mediaType, name: normalizeFileName(givenName, mediaType), pages: null, active: false, ...more });
  // Containers are judged by our own limits before any library looks inside them.
  if (isZip(content)) return facts(await inspectContainer(shown, content));
  const type = sniffText(content) ?? (await fileTypeFromBuffer(content))?.mime;
  switch (type) {
    case 'application/pdf': return facts(type, inspectPdf(content));
    case 'image/jpeg': return checkImage(shown, jpegSize(content), facts(type, { pages: 1 }));
    case 'image/png': return checkImage(shown, pngSize(content), facts(type, { pages: 1 }));
    case 'application/x-cfb': throw isEncryptedOffice(content) ? fail('files.encrypted', { name: shown }) : fail('files.type-not-allowed', { name: shown, found: nameOfUnwanted(type) });
    case undefined: throw fail('files.type-unknown', { name: shown });
    default: throw fail('files.type-not-allowed', { name: shown, found: nameOfUnwanted(type) });
  }
}

function isZip(content: Buffer): boolean {
  return content.length >= 4 && content[0] === 0x50 && content[1] === 0x4b && (content[2] === 3 || content[2] === 5 || content[2] === 7);
}

/** Office keeps a password-protected document as a stream of this name in the old container. */
function isEncryptedOffice(content: Buffer): boolean {
  return content.includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

function checkImage(name: string, size: ImageSize | undefined, facts: FileFacts): FileFacts {
  if (!size || size.width === 0 || size.height === 0) throw fail('files.damaged', { name });
  const megapixels = Math.ceil((size.width * size.height) / 1_000_000);
  if (megapixels > mostMegapixels) throw fail('files.image-too-large', { name, megapixels, limit: mostMegapixels });
  return facts;
}

const officeParts: readonly (readonly [MediaType, string])[] = [
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'word/document.xml'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xl/workbook.xml'],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'ppt/presentation.xml'],
];

async function inspectContainer(name: string, content: Buffer): Promise<MediaType> {
  const verdict = await inspectZip(content);
  if (!verdict.ok) throw fail(`files.${verdict.reason}`, { name });
  const { names } = verdict;
  if (names.has('OFD.xml')) return 'application/ofd';
  const office = names.has('[Content_Types].xml') ? officeParts.find(([, part]) => names.has(part))?.[0] : undefined;
  if (office && [...names].some((part) => /vbaProject\.bin$/i.test(part))) throw fail('files.has-macros', { name });
  if (office) return office;
  throw fail('files.type-not-allowed', { name, found: nameOfUnwanted(containerType(names)) });
}

function containerType(names: ReadonlySet<string>): string {
  if (names.has('AndroidManifest.xml')) return 'application/vnd.android.package-archive';
  return names.has('META-INF/MANIFEST.MF') ? 'application/java-archive' : 'application/zip';
}

/** The extensions that may be offered in a file chooser. */
export const acceptedExtensions: readonly string[] = Object.values(mediaTypes).flatMap(({ extension, aliases }) => [extension, ...aliases]);
