import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Begins with what waits more than it works, so that no core idles at the end of the run for one long file. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): number => Number(moduleId.includes('/tests/faults/'));
    return (await super.sort(files)).sort((one, other) => isLong(other) - isLong(one));
  }
}

export default defineConfig({
  test: {
    include: ['{packages,server,web}/**/src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'packages/lint-config/**/*.test.ts', 'tests/faults/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/fixtures/**'],
    pool: 'forks',
    maxWorkers: 3,
    // A process goes from file to file and loads the server once; what a file opens or changes, it closes or puts back.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    globalSetup: ['packages/testkit/src/global-setup.ts'],
    // The second of two runs, on another database, finds the modules as the first has read them.
    experimental: { fsModuleCache: true },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
