import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Begins with what waits more than it works, so that no core idles at the end of the run for one long file. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): number => Number(moduleId.includes('/tests/faults/'));
    return (await super.sort(files)).sort((one, other) => isLong(other) - isLong(one));
  }
}

const common = { exclude: ['**/node_modules/**', '**/dist/**', '**/fixtures/**'], pool: 'forks', testTimeout: 30_000, hookTimeout: 60_000 } as const;

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        // A process goes from file to file, so that it loads the server once; what a file opens, it closes.
        test: {
          ...common, name: 'server', isolate: false, globalSetup: ['packages/testkit/src/global-setup.ts'],
          include: ['server/src/**/*.test.ts', 'packages/testkit/src/**/*.test.ts', 'tests/faults/**/*.test.ts'],
        },
      },
      { test: { ...common, name: 'parts', include: ['packages/**/*.test.ts', 'web/**/src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'], exclude: [...common.exclude, 'packages/testkit/**'] } },
    ],
  },
});
