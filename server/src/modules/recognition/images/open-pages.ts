import type { FileRecord } from '../../../kernel/files/index.ts';
import type { ReadingNote } from '../reading.contract.ts';
import { limits } from './limits.ts';
import { listPdfPictures } from './pdf-pictures.ts';

/** The pictures of a file, in order. */
export interface Pages { pictures: Buffer[]; total: number; note: ReadingNote | undefined }

/** Takes the first pages of an uploaded file as pictures; a note says why there are none, or not all. */
export function openPages(file: Pick<FileRecord, 'mediaType' | 'pages'>, content: Buffer): Pages {
  if (file.mediaType === 'image/jpeg' || file.mediaType === 'image/png') return { pictures: [content], total: 1, note: undefined };
  if (file.mediaType !== 'application/pdf') return { pictures: [], total: file.pages ?? 0, note: 'not-a-picture' };
  const { pictures, total } = listPdfPictures(content);
  const pages = Math.max(total, file.pages ?? 0);
  if (pictures.length === 0) return { pictures, total: pages, note: 'no-picture-inside' };
  return { pictures, total: pages, note: pages > limits.pages ? 'first-pages-only' : undefined };
}
