import { defineModule, handle } from '../module/index.ts';
import { clearUnusedFiles } from './clear-unused.ts';
import { downloadFile, uploadFile, type StoredFile } from './contract.ts';
import { fail } from './errors.ts';
import { readOwnFile, toFileAnswer, type FileRecord } from './find-file.ts';
import { filesMigrations } from './migrations.ts';
import { scanLater } from './scan/scan-later.ts';
import { storeFile } from './store-file.ts';

export { locateJsonFault } from './json-fault.ts';
export { claimFiles, releaseFiles } from './claim-files.ts';
export { copyFiles, nameCopies } from './copy-files.ts';
export { findFiles, listFilesOf, readFile, toFileAnswer } from './find-file.ts';
export type { FileOwner, FileRecord } from './find-file.ts';
export { storeDataFile, storeFile, storeOwnDocument } from './store-file.ts';
export type { Upload } from './store-file.ts';

/** A file as it is shown to its uploader. */
export function presentFile(file: FileRecord): StoredFile {
  const { id, name, size, mediaType, pages, scanStatus } = file;
  return { id, name, size, mediaType, pages, scanStatus, uploadedAt: file.uploadedAt.toISOString() };
}

/** Uploads: stored encrypted and once, typed by content, attached to records by `claimFiles`. */
export const filesModule = defineModule({
  name: 'files', uses: [], migrations: filesMigrations,
  routes: [
    handle(uploadFile, async (ctx, _input, { files, fields }) => {
      const [file] = files;
      if (!file || files.length > 1) throw fail('files.one-at-a-time');
      return presentFile(await storeFile(ctx, file, { purpose: fields['purpose']?.slice(0, 60) || 'case-material' }));
    }),
    handle(downloadFile, async (ctx, { params }) => toFileAnswer(await readOwnFile(ctx, params.fileId))),
  ],
  jobs: [
    { name: 'files.clear-unused', label: '清除 7 天未使用的上传文件', cron: '20 3 * * *', handle: async (ctx) => { while (await clearUnusedFiles(ctx) === 500); } },
    { name: 'files.scan-later', label: '补做病毒扫描', cron: '*/10 * * * *', handle: async (ctx) => { await scanLater(ctx); } },
  ],
});
