import { runTimedLoad, type TimedLoad } from './http-load.ts';

process.once('message', async (load) => {
  // The one sender is `runLoad`.
  process.send?.(await runTimedLoad(load as TimedLoad));
  process.disconnect();
});
