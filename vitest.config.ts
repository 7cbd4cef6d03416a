import { defineConfig } from 'vitest/config';
import { beginWith } from './packages/testkit/src/begin-with.ts';

export default defineConfig({
  test: {
    include: ['{packages,server,web}/**/src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'packages/lint-config/**/*.test.ts', 'tests/faults/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/fixtures/**'],
    pool: 'forks',
    maxWorkers: 3,
    // A process goes from file to file and loads the server once; what a file opens or changes, it closes or puts back.
    isolate: false,
    // What waits more than it works.
    sequence: { sequencer: beginWith((file) => file.includes('/tests/faults/')) },
    globalSetup: ['packages/testkit/src/global-setup.ts'],
    // The second of two runs, on another database, finds the modules as the first has read them.
    experimental: { fsModuleCache: true },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
