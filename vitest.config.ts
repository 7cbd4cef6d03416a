import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{packages,server,web}/**/src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'packages/lint-config/**/*.test.ts', 'tests/faults/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/fixtures/**'],
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: ['packages/testkit/src/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
