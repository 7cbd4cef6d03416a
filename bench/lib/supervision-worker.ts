import { createPlatform } from '../../server/src/app.ts';
import { startBackground, type Background } from '../../server/src/kernel/background.ts';
import { consoleLogger } from '../../server/src/kernel/log.ts';
import { modules } from '../../server/src/modules.ts';
import { openBenchPlatform, type BenchSite } from './platform.ts';

/** Begin to work at another time than the machine's, so many ms from it. */
export interface WorkerOrder { site: BenchSite; aheadMs: number }

let background: Background | undefined;

process.on('message', (order: WorkerOrder | 'stop') => {
  // The one sender is `supervision.ts`.
  void (order === 'stop' ? stop() : start(order));
});

async function start({ site, aheadMs }: WorkerOrder): Promise<void> {
  const { config, db } = openBenchPlatform(site);
  const { kernel, relay } = createPlatform(config, db, { now: () => new Date(Date.now() + aheadMs) }, consoleLogger('warn'));
  background = await startBackground(kernel, relay, modules.flatMap((module) => module.jobs ?? []));
  process.send?.('started');
}

async function stop(): Promise<void> {
  await background?.stop();
  process.exit(0);
}
