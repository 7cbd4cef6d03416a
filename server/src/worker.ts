import { createPlatform } from './app.ts';
import { openConfiguredDatabase } from './boot.ts';
import { startBackground } from './kernel/background.ts';
import { systemClock } from './kernel/clock/index.ts';
import { loadConfig } from './kernel/config/index.ts';
import { consoleLogger } from './kernel/log.ts';
import { modules } from './modules.ts';
import { onStopSignal, print, runProgram } from './run-program.ts';

/** Delivers events and works off jobs without serving HTTP; as many of these may run as are useful. */
runProgram(async () => {
  const config = loadConfig();
  const database = await openConfiguredDatabase(config, print);
  const { kernel, relay } = createPlatform(config, database.db, systemClock, consoleLogger(config.logLevel));
  const background = await startBackground(kernel, relay, modules.flatMap((module) => module.jobs ?? []));
  print('通办后台进程已启动。');
  onStopSignal(async () => {
    await background.stop();
    await database.close();
  });
});
