import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = /\.(js|css|svg|webmanifest|html)$/;

/** Files below this many bytes travel as they are: one packet either way. */
const smallest = 1024;

/** Leaves `.br` and `.gz` beside each built text file, which the server sends as they are instead of compressing per request. */
export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'tongban:precompress',
    apply: 'build',
    configResolved(config) {
      folder = path.resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      const names = await readdir(folder, { recursive: true }).catch(() => []);
      await Promise.all(names.filter((name) => compressible.test(name)).map(async (name) => {
        const file = path.join(folder, name);
        if ((await stat(file)).size < smallest) return;
        const content = await readFile(file);
        const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
        await Promise.all([
          promisify(brotliCompress)(content, { params }).then((packed) => writeFile(`${file}.br`, packed)),
          promisify(gzip)(content, { level: 9 }).then((packed) => writeFile(`${file}.gz`, packed)),
        ]);
      }));
    },
  };
}
