import path from 'node:path';
import type { Config } from '../../config/index.ts';
import type { Kernel } from '../../context.ts';
import { loadMasterKey } from '../../personal-data/master-key.ts';
import { createFolderStore, type BlobStore } from './blob-store.ts';
import { createFileCipher, type FileCipher } from './cipher.ts';

export { FileCipherError } from './cipher.ts';

/** Where this installation keeps the content of files, and how it is encrypted. */
export interface FileStorage {
  blobs: BlobStore;
  cipher: FileCipher;
}

const storages = new WeakMap<Config, FileStorage>();

/** The storage of this process's configuration. */
export function fileStorage({ config }: Pick<Kernel, 'config'>): FileStorage {
  let storage = storages.get(config);
  if (!storage) {
    storage = { blobs: createFolderStore(path.join(config.dataDir, 'files')), cipher: createFileCipher(loadMasterKey(config)) };
    storages.set(config, storage);
  }
  return storage;
}
