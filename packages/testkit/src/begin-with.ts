import { BaseSequencer, type TestSequencerConstructor, type TestSpecification } from 'vitest/node';

/** An order that begins with the files `isLong` tells by their paths, so that no core idles at the end of the run for one of them. */
export function beginWith(isLong: (file: string) => boolean): TestSequencerConstructor {
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const rank = ({ moduleId }: TestSpecification): number => Number(isLong(moduleId));
      return (await super.sort(files)).sort((one, other) => rank(other) - rank(one));
    }
  };
}
