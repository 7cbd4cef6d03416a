import { beforeAll, inject } from 'vitest';

/** Has `server/dist` built before the tests of this file; the files of a run share one build. */
export function useBuiltServer(): void {
  beforeAll(async () => {
    const response = await fetch(new URL('built-server', inject('testDatabaseBroker')));
    if (!response.ok) throw new Error(await response.text());
  }, 300_000);
}
