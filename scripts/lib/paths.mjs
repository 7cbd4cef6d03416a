import { readdir } from 'node:fs/promises';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '..', '..');

export const fromRoot = (...parts) => path.join(ROOT, ...parts);

const NOT_SOURCE = new Set(['node_modules', 'dist', 'data', 'coverage', 'fixtures', '.cache', '.git']);

/** Lists all files below `folder` (absolute paths, sorted) that `keep` accepts; a missing folder has none. */
export async function listFiles(folder, keep = () => true) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const nested = await Promise.all(
    entries.map((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return NOT_SOURCE.has(entry.name) ? [] : listFiles(file, keep);
      return entry.isFile() && keep(file) ? [file] : [];
    }),
  );
  return nested.flat().sort();
}

/** Names of the direct sub-folders of `folder`, sorted. */
export async function listFolders(folder) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory() && !NOT_SOURCE.has(entry.name)).map((entry) => entry.name).sort();
}
