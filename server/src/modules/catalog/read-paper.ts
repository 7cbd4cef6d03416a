import type { UploadedFile } from '../../kernel/module/index.ts';
import { readPaperTable } from '../../kernel/spreadsheets/index.ts';
import type { PaperTable } from './contract.ts';
import { fail } from './errors.ts';

/** The table of an uploaded paper form (FRM-01); nothing is kept. @throws catalog.one-paper-form, errors of `readPaperTable` */
export async function readPaper(files: readonly UploadedFile[]): Promise<PaperTable> {
  const [file] = files;
  if (!file || files.length > 1) throw fail('catalog.one-paper-form');
  const { title, widths, rowCount, cells } = await readPaperTable(file);
  return { title, widths: [...widths], rowCount, cells: [...cells] };
}
