import { sealAuditEntries } from './audit/index.ts';
import type { Kernel } from './context.ts';
import type { Relay } from './events/index.ts';
import { startJobRunner, type JobDefinition } from './jobs/index.ts';

/** Work that goes on between requests; `stop` waits for what is under way. */
export interface Background {
  stop(): Promise<void>;
}

interface Loop {
  wake(): void;
  stop(): Promise<void>;
}

/** Runs `work` again and again with a pause of `pauseMs`, at once when woken; an error is logged and the loop goes on. */
function repeat(kernel: Kernel, name: string, pauseMs: number, work: () => Promise<unknown>): Loop {
  let stopped = false;
  let wanted = false;
  let cutShort: (() => void) | undefined;
  const pause = (): Promise<void> => new Promise((resolve) => {
    if (wanted || stopped) { resolve(); return; }
    const timer = setTimeout(resolve, pauseMs);
    cutShort = () => { clearTimeout(timer); resolve(); };
  });
  const ended = (async () => {
    while (!stopped) {
      wanted = false;
      try {
        await work();
      } catch (error) {
        if (!stopped) kernel.log.error({ err: error, loop: name }, 'background work failed');
      }
      await pause();
    }
  })();
  const wake = (): void => { wanted = true; cutShort?.(); };
  return { wake, stop: async () => { stopped = true; cutShort?.(); await ended; } };
}

/** Starts event delivery, audit chaining and the job runner in this process. */
export async function startBackground(kernel: Kernel, relay: Relay, jobs: readonly JobDefinition[]): Promise<Background> {
  const delivery = repeat(kernel, 'events', 1_000, () => relay.drain({ lazily: true }));
  const sealing = repeat(kernel, 'audit', 2_000, async () => {
    while (await sealAuditEntries(kernel.db) > 0) { /* until all is linked */ }
  });
  const runner = await startJobRunner(kernel, jobs);
  kernel.onCommitted = delivery.wake;
  return {
    async stop() {
      kernel.onCommitted = () => {};
      await Promise.all([delivery.stop(), sealing.stop(), runner.stop()]);
    },
  };
}
