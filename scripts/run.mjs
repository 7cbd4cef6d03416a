// npm run NAME -- arguments: a command of the platform (server/src/cli/NAME.ts) or the benchmarks (bench/run.ts).
import { access } from 'node:fs/promises';
import path from 'node:path';
import { buildAll } from './lib/build-all.mjs';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { main } from './lib/main.mjs';
import { fromRoot, listFiles } from './lib/paths.mjs';
import { runNode } from './lib/run-process.mjs';

await main(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  await ensureInstalled();
  // The benchmarks start the built server, so that they measure what runs in production.
  if (name === 'bench') await buildAll();
  const script = name === 'bench' ? fromRoot('bench', 'run.ts') : fromRoot('server', 'src', 'cli', `${path.basename(name)}.ts`);
  if (!(await access(script).then(() => true, () => false))) {
    const commands = (await listFiles(fromRoot('server', 'src', 'cli'), (file) => /(?<!\.test)\.ts$/.test(file))).map((file) => path.basename(file, '.ts'));
    throw new Error(`没有命令“${name}”。可用的命令：${[...commands, 'bench'].join('、')}。`);
  }
  process.exitCode = await runNode(['--import', 'tsx', script, ...args]);
});
