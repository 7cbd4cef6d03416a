import { readFile } from 'node:fs/promises';
import { fromRoot } from './paths.mjs';
import { reportStep } from './report-step.mjs';
import { runNode, runProcess } from './run-process.mjs';

const OLDEST_NODE = [20, 19];

/** Installs what package-lock.json names unless exactly that is installed already; refuses a Node that is too old. */
export async function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new Error(`需要 Node.js ${OLDEST_NODE.join('.')} 或更高版本，当前为 ${process.versions.node}。`);
  }
  if (await isInstalled()) return;
  process.stdout.write('正在安装依赖……\n');
  const ok = await reportStep('安装依赖', installPackages);
  if (!ok) throw new Error('依赖安装失败。请检查到 npm 仓库的网络后重试。');
}

/** A clean install by the lock file; one by package.json where a registry mirror lacks another platform's packages. */
async function installPackages() {
  return (await runNpm(['ci', '--loglevel=silent'])) || (await runNpm(['install', '--no-save', '--loglevel=error']));
}

async function runNpm(args) {
  const all = [...args, '--include=dev', '--no-audit', '--no-fund'];
  // Under `npm start` this is the very npm that was called; it need not be on PATH.
  const npm = process.env.npm_execpath;
  return (npm?.endsWith('.js') ? await runNode([npm, ...all]) : await runProcess('npm', all)) === 0;
}

/** npm records what it put into node_modules in a second lock file, written last: compare the two. */
async function isInstalled() {
  const installed = await readPackages('node_modules/.package-lock.json');
  if (installed === undefined) return false;
  const wanted = await readPackages('package-lock.json');
  return Object.entries(wanted ?? {}).every(([folder, entry]) => {
    if (!folder.includes('node_modules/')) return true;
    const found = installed[folder];
    if (found === undefined) return entry.optional === true || entry.devOptional === true || entry.peer === true;
    return found.version === entry.version && found.link === entry.link;
  });
}

async function readPackages(file) {
  const text = await readFile(fromRoot(file), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text).packages;
}
