import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: `${import.meta.dirname}/../..`,
    include: ['tests/browser/**/*.journey.ts'],
    // The second gives a platform with a clock that a journey moves, to the one that asks for it.
    globalSetup: ['tests/browser/start-platform.ts', 'packages/testkit/src/global-setup.ts'],
    // The journeys share one server and two cores; side by side they would only wait for each other.
    fileParallelism: false,
    // One process for all of them: what they share is loaded once.
    isolate: false,
    // A page that is slow to show something is slow; one that never shows it fails.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
