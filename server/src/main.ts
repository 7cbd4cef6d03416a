import { createApp, createPlatform } from './app.ts';
import { openConfiguredDatabase } from './boot.ts';
import { frontEnds } from './front-ends.ts';
import { startBackground } from './kernel/background.ts';
import { systemClock } from './kernel/clock/index.ts';
import { loadConfig } from './kernel/config/index.ts';
import { consoleLogger } from './kernel/log.ts';
import { modules } from './modules.ts';
import { onStopSignal, print, runProgram } from './run-program.ts';
import { prepareDemo } from './seed/prepare-demo.ts';

/** Serves the platform; with `TONGBAN_ROLE=main` the background work is left to `worker` processes. */
runProgram(async () => {
  const config = loadConfig();
  const database = await openConfiguredDatabase(config, print);
  const { kernel, relay } = createPlatform(config, database.db, systemClock, consoleLogger(config.logLevel));
  const accounts = config.demo ? await prepareDemo(kernel, print) : [];
  const app = await createApp({ kernel, relay }, frontEnds);
  const background = config.role === 'main' ? undefined : await startBackground(kernel, relay, modules.flatMap((module) => module.jobs ?? []));
  await app.listen({ host: config.host, port: config.port });
  print(`\n通办已启动
  门户        ${config.publicUrl}/
  工作台      ${config.publicUrl}/workbench/
  接口文档    ${config.publicUrl}/api/docs`);
  for (const line of accounts) print(line);
  onStopSignal(async () => {
    await app.close();
    await background?.stop();
    await database.close();
  });
});
