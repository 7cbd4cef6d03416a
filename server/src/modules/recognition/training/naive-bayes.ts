import { bigramsOf } from '../text/plain.ts';

/** What a classifier has learnt: how often each pair of characters stood in the samples of each kind. */
export interface Classifier {
  /** Kinds in the order of the counts. */
  codes: string[];
  documents: number[];
  /** Pairs in all samples of a kind. */
  totals: number[];
  pairs: Record<string, number[]>;
}

/** A labelled text. */
export interface Labelled { code: string; text: string }

/** The likeliest kind, how sure that is, how much of the text was seen in training, and the pairs that speak for it most. */
export interface Classified { code: string; confidence: number; because: string[] }

const mostPairs = 20_000;
/** Pairs after which more text makes the finding no surer: those of one document stand and fall together. */
const enoughPairs = 40;

/** Pairs of characters by which kinds are told; those with digits or marks say nothing. */
function tellingPairs(text: string): string[] {
  return bigramsOf(text.replace(/[^\p{Script=Han}\n]/gu, '\n')).filter((pair) => !pair.includes('\n'));
}

/** Learns from labelled texts: multinomial naive Bayes over pairs of characters, each pair counted once a text. */
export function train(samples: readonly Labelled[]): Classifier {
  const codes = [...new Set(samples.map(({ code }) => code))].sort();
  const place = new Map(codes.map((code, index) => [code, index]));
  const pairs = new Map<string, number[]>();
  const documents = codes.map(() => 0);
  for (const { code, text } of samples) {
    const index = place.get(code) ?? 0;
    documents[index] = (documents[index] ?? 0) + 1;
    for (const pair of new Set(tellingPairs(text))) {
      const counts = pairs.get(pair) ?? codes.map(() => 0);
      counts[index] = (counts[index] ?? 0) + 1;
      pairs.set(pair, counts);
    }
  }
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const kept = [...pairs].sort(([, one], [, other]) => sum(other) - sum(one)).slice(0, mostPairs);
  const totals = codes.map((_, index) => kept.reduce((total, [, counts]) => total + (counts[index] ?? 0), 0));
  return { codes, documents, totals, pairs: Object.fromEntries(kept) };
}

/**
 * Says which kind a text is. The certainty is the posterior of a text of `enoughPairs` pairs, times the share of its pairs that were
 * ever seen: a text like none of the samples is none of the kinds. Undefined for a text without Chinese.
 */
export function classify(classifier: Classifier, text: string): Classified | undefined {
  const { codes, documents, totals, pairs } = classifier;
  const own = [...new Set(tellingPairs(text))];
  const known = own.filter((pair) => Object.hasOwn(pairs, pair));
  if (known.length === 0) return undefined;
  const vocabulary = Object.keys(pairs).length;
  const all = documents.reduce((total, count) => total + count, 0);
  const weightOf = (pair: string, index: number): number => Math.log(((pairs[pair]?.[index] ?? 0) + 0.5) / ((totals[index] ?? 0) + 0.5 * vocabulary));
  const damped = Math.min(1, enoughPairs / known.length);
  const scores = codes.map((_, index) => Math.log((documents[index] ?? 0) / all) + damped * known.reduce((score, pair) => score + weightOf(pair, index), 0));
  const highest = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - highest));
  const best = scores.indexOf(highest);
  const posterior = 1 / shares.reduce((total, share) => total + share, 0);
  const others = codes.map((_, index) => index).filter((index) => index !== best);
  const leadOf = (pair: string): number => weightOf(pair, best) - Math.max(...others.map((index) => weightOf(pair, index)), Number.NEGATIVE_INFINITY);
  const because = known.map((pair) => ({ pair, lead: others.length === 0 ? 0 : leadOf(pair) })).sort((one, other) => other.lead - one.lead).slice(0, 5).filter(({ lead }) => lead > 0).map(({ pair }) => pair);
  // A quarter of every document is what only it says: names, numbers, places.
  const seen = Math.min(1, known.length / own.length / 0.75);
  return { code: codes[best] ?? '', confidence: Math.round(posterior * seen * 100) / 100, because };
}
