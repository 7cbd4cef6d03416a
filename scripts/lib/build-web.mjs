import { access } from 'node:fs/promises';
import path from 'node:path';
import { hashFiles, onceFor } from './hash-files.mjs';
import { fromRoot, listFiles, listFolders } from './paths.mjs';
import { captureNode } from './run-process.mjs';

/** Builds every front-end that is out of date into its `dist`, all at once; returns the names of those built. */
export async function buildWeb() {
  const shared = [
    ...(await listFiles(fromRoot('packages'), isSource)),
    ...(await listFiles(fromRoot('server', 'src'), (file) => /(^|[.])contract[.]ts$/.test(path.basename(file)))),
    fromRoot('package-lock.json'),
  ];
  const names = await listFolders(fromRoot('web'));
  const built = await Promise.all(names.map(async (name) => ((await buildOne(name, shared)) ? name : undefined)));
  return built.filter((name) => name !== undefined);
}

async function buildOne(name, shared) {
  const folder = fromRoot('web', name);
  const hasPage = await access(path.join(folder, 'index.html')).then(() => true, () => false);
  if (!hasPage) return false;
  const fingerprint = await hashFiles([...shared, ...(await listFiles(folder, isSource))]);
  return await onceFor(path.join(folder, 'dist', '.stamp'), fingerprint, async () => {
    const vite = fromRoot('node_modules', 'vite', 'bin', 'vite.js');
    const { status, output } = await captureNode([vite, 'build', '--logLevel', 'warn'], { cwd: folder });
    if (status !== 0) throw new Error(`前端 ${name} 构建失败：\n${output}`);
  });
}

const isSource = (file) => !/\.test\.tsx?$/.test(file);
