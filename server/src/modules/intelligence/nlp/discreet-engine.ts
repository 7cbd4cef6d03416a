import type { NlpEngine } from './engine.ts';
import { withoutNumbers } from './stand-ins.ts';

/**
 * An engine that never sees the numbers of persons (PIPL 6: no more than the purpose needs). None of its uses needs them:
 * what a text is about and how it is worded does not hang on digits, and a value that is taken out of a text is put back
 * from the original. A value that the engine made out of a number, such as a birthday, is left out. Names and addresses
 * have no shape to know them by: they stand as they were written.
 */
export function makeDiscreet(engine: NlpEngine): NlpEngine {
  return {
    name: engine.name,
    version: engine.version,
    classify: (text, limit) => engine.classify(withoutNumbers(text).text, limit),
    extract: async (original, wanted) => {
      const { text, restore } = withoutNumbers(original);
      return (await engine.extract(text, wanted)).flatMap((found) => {
        const value = restore(found.value);
        return value === undefined ? [] : [{ ...found, value }];
      });
    },
    checkWording: async (original) => {
      const { text, restore } = withoutNumbers(original);
      return (await engine.checkWording(text)).flatMap((finding) => {
        const [problem, suggestion] = [restore(finding.problem), restore(finding.suggestion)];
        return problem === undefined || suggestion === undefined ? [] : [{ ...finding, problem, suggestion }];
      });
    },
  };
}
