import { defineConfig } from 'vitest/config';
import { beginWith } from '../../packages/testkit/src/begin-with.ts';

/** Minutes each. */
const long = /\/(whole-day|desk-pages)\./;

export default defineConfig({
  test: {
    root: `${import.meta.dirname}/../..`,
    include: ['tests/browser/**/*.journey.ts'],
    // The first gives each process a platform of its own, the second one with a clock that a journey moves, to the one that asks for it.
    globalSetup: ['tests/browser/start-platform.ts', 'packages/testkit/src/global-setup.ts'],
    // A journey waits for its page as long as the page works, or longer: two of them left two cores idle for almost half of the time.
    maxWorkers: 3,
    // A process goes from journey to journey: what they share is loaded once.
    isolate: false,
    sequence: { sequencer: beginWith((file) => long.test(file)) },
    // The modules of the server are the ones that the suites before have read.
    experimental: { fsModuleCache: true },
    // A page that is slow to show something is slow; one that never shows it fails.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
