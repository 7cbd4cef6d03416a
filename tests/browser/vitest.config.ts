import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: `${import.meta.dirname}/../..`,
    include: ['tests/browser/**/*.journey.ts'],
    // The first gives each process a platform of its own, the second one with a clock that a journey moves, to the one that asks for it.
    globalSetup: ['tests/browser/start-platform.ts', 'packages/testkit/src/global-setup.ts'],
    // A journey waits for its page about as long as the page works: two of them fill two cores.
    maxWorkers: 2,
    // A process goes from journey to journey: what they share is loaded once.
    isolate: false,
    // A page that is slow to show something is slow; one that never shows it fails.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
