import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './paths.mjs';

/** Fingerprint of the names and contents of `files`. */
export async function hashFiles(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${path.relative(ROOT, file)}\0`);
    hash.update(await readFile(file));
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** Runs `build` unless `stampFile` says that it was done for the same fingerprint; returns whether it ran. */
export async function onceFor(stampFile, fingerprint, build) {
  const done = await readFile(stampFile, 'utf8').catch(() => '');
  if (done === fingerprint) return false;
  await build();
  await mkdir(path.dirname(stampFile), { recursive: true });
  await writeFile(stampFile, fingerprint);
  return true;
}
