// npm run NAME -- arguments: a command of the platform (server/src/cli/NAME.ts) or the benchmarks (bench/run.ts).
import { buildAll } from './lib/build-all.mjs';
import { listCommands } from './lib/build-server.mjs';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { main } from './lib/main.mjs';
import { fromRoot } from './lib/paths.mjs';
import { runNode } from './lib/run-process.mjs';

await main(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  await ensureInstalled();
  if (name === 'bench') {
    // The benchmarks start the built server, so that they measure what runs in production.
    await buildAll();
    process.exitCode = await runNode(['--import', 'tsx', fromRoot('bench', 'run.ts'), ...args]);
    return;
  }
  const commands = await listCommands();
  if (!commands.includes(name)) throw new Error(`没有命令“${name}”。可用的命令：${[...commands, 'bench'].join('、')}。`);
  await buildAll('server');
  process.exitCode = await runNode(['--enable-source-maps', fromRoot('server', 'dist', `${name}.js`), ...args]);
});
