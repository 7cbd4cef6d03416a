import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Keeps bytes under an address; a local folder here, an object store elsewhere. */
export interface BlobStore {
  has(address: string): Promise<boolean>;
  /** Returns once the bytes survive a power cut; writing the same address again is harmless. */
  put(address: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or undefined when nothing is there. */
  find(address: string): Promise<Buffer | undefined>;
  remove(address: string): Promise<void>;
}

const addressPattern = /^[0-9a-f]{64}$/;

/** Keeps blobs in `folder/ab/cd/<address>`; each is written aside, synced and renamed, so that no reader sees half of one. */
export function createFolderStore(folder: string): BlobStore {
  const placeOf = (address: string): string => {
    if (!addressPattern.test(address)) throw new RangeError(`not a blob address: ${address}`);
    return path.join(folder, address.slice(0, 2), address.slice(2, 4), address);
  };
  return {
    async has(address) {
      return (await stat(placeOf(address)).catch(ignoreMissing)) !== undefined;
    },
    async put(address, bytes) {
      const place = placeOf(address);
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      const draft = `${place}.${randomBytes(6).toString('hex')}`;
      try {
        await writeSynced(draft, bytes);
        await rename(draft, place);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      await syncFolder(path.dirname(place));
    },
    find: (address) => readFile(placeOf(address)).catch(ignoreMissing),
    remove: (address) => rm(placeOf(address), { force: true }),
  };
}

function ignoreMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw error;
}

async function writeSynced(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A rename is only durable once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
