import type { TypeContent } from '../catalogue.contract.ts';
import type { FoundType } from '../tables.ts';
import { classify, type Classifier } from '../training/naive-bayes.ts';
import { redact } from '../training/redact.ts';
import { countHan, plain } from './plain.ts';

/** A kind of the catalogue, as far as it is needed to tell it. */
export interface KnownType { code: string; content: TypeContent }

/** Chinese characters below which a picture shows no document. */
export const fewestCharacters = 8;

/**
 * Which kind a document is by its text: what the classifier says where it is sure enough, else by the marks it bears. A kind that the
 * material asks for wins over another one as long as it reaches its own threshold. Undefined when it is none of them.
 */
export function findType(text: string, types: readonly KnownType[], expected: ReadonlySet<string>, classifier: Classifier | undefined): FoundType | undefined {
  const compared = plain(text);
  if (countHan(compared) < fewestCharacters) return undefined;
  const byMarks = types.map(({ code, content }): FoundType => {
    const found = content.marks.filter((mark) => compared.includes(plain(mark)));
    return { code, confidence: Math.round((found.length / content.marks.length) * 100) / 100, by: 'marks', because: found };
  });
  const learnt = classifier && classify(classifier, redact(text, []));
  const all: FoundType[] = [...byMarks, ...(learnt ? [{ code: learnt.code, confidence: learnt.confidence, by: 'classifier' as const, because: learnt.because }] : [])];
  const thresholds = new Map(types.map(({ code, content }) => [code, content.typeThreshold]));
  const sure = all.filter(({ code, confidence }) => confidence >= (thresholds.get(code) ?? 2)).sort((one, other) => other.confidence - one.confidence);
  return sure.find(({ code }) => expected.has(code)) ?? sure[0];
}
