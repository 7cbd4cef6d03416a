import { defineConfig } from 'vitest/config';
import { beginWith } from './packages/testkit/src/begin-with.ts';
import { SecondTries } from './tests/browser/second-tries.ts';

/**
 * What is run: the suite, the journeys in a browser, or those that make the pictures of the manuals. All three stand in this one
 * file, since modules once read are kept for the next run by what the file of its settings says: the server's are read once.
 */
const kind = process.env['TONGBAN_RUN'] ?? 'suite';

const tries = Number(process.env['JOURNEY_TRIES'] ?? 1);

/** A process goes from file to file and loads the server once; what a file opens or changes, it closes or puts back. */
const shared = { isolate: false, maxWorkers: 3, experimental: { fsModuleCache: true } } as const;

const suite = {
  ...shared,
  include: ['{packages,server,web}/**/src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'packages/lint-config/**/*.test.ts', 'tests/faults/**/*.test.ts'],
  exclude: ['**/node_modules/**', '**/dist/**', '**/fixtures/**'],
  pool: 'forks' as const,
  // What waits more than it works.
  sequence: { sequencer: beginWith((file) => file.includes('/tests/faults/')) },
  globalSetup: ['packages/testkit/src/global-setup.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

const browser = {
  ...shared,
  include: [kind === 'pictures' ? 'tests/browser/**/*.pictures.ts' : 'tests/browser/**/*.journey.ts'],
  // The first gives each process a platform of its own, the second one with a clock that a journey moves, to the one that asks for it.
  globalSetup: ['tests/browser/start-platform.ts', 'packages/testkit/src/global-setup.ts'],
  // Those that take minutes each.
  sequence: { sequencer: beginWith((file) => /\/(whole-day|desk-pages|new-item|portal-pages|window-devices)\./.test(file)) },
  // Where many things run at once a step may be tried again, and is named when that was needed.
  ...(tries > 1 ? { retry: tries - 1, reporters: ['dot', 'json', new SecondTries()] } : {}),
  // A page that is slow to show something is slow; one that never shows it fails.
  expect: { poll: { timeout: 20_000 } },
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

export default defineConfig({ test: kind === 'suite' ? suite : browser });
