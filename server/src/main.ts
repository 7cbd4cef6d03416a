import { createApp, createPlatform } from './app.ts';
import { openConfiguredDatabase } from './boot.ts';
import { startBackground } from './kernel/background.ts';
import { systemClock } from './kernel/clock/index.ts';
import { loadConfig } from './kernel/config/index.ts';
import { modules } from './modules.ts';

const print = (line: string): void => { process.stdout.write(`${line}\n`); };

const frontEnds = [
  { base: '/workbench/', folder: new URL('../../web/workbench/dist/', import.meta.url) },
  { base: '/', folder: new URL('../../web/portal/dist/', import.meta.url) },
];

async function main(): Promise<void> {
  const config = loadConfig();
  const database = await openConfiguredDatabase(config, print);
  const platform = createPlatform(config, database.db, systemClock);
  const app = await createApp(platform, frontEnds);
  const background = config.role === 'main' ? undefined
    : await startBackground(platform.kernel, platform.relay, modules.flatMap((module) => module.jobs ?? []));
  await app.listen({ host: config.host, port: config.port });
  print(`通办已启动：${config.publicUrl}/`);

  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= (async () => {
    await app.close();
    await background?.stop();
    await database.close();
  })());
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => { stop().then(() => process.exit(0), () => process.exit(1)); });
  }
}

main().catch((error: unknown) => {
  const known = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`启动失败：${known.message}${known.cause instanceof Error ? `（${known.cause.message}）` : ''}\n`);
  process.exit(1);
});
