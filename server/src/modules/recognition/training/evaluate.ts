import { createHash } from 'node:crypto';
import type { Evaluation } from '../training.contract.ts';
import { classify, train, type Classifier, type Labelled } from './naive-bayes.ts';

/** A labelled text with its id, by which it is put aside or learnt. */
export interface LabelledSample extends Labelled { id: string }

/** One in four is put aside; the hash of its id decides, so that every training is tested on the same ones. */
export function isPutAside(id: string): boolean {
  return (createHash('sha256').update(id).digest()[0] ?? 0) < 64;
}

/** Share of certainty below which a text is called none of the kinds. */
export type ThresholdOf = (code: string) => number;

/** Learns from three quarters, is tested on the rest, then learns from all; the figures are of the test. */
export function trainAndTest(samples: readonly LabelledSample[], names: ReadonlyMap<string, string>, thresholdOf: ThresholdOf): { classifier: Classifier; evaluation: Evaluation } {
  const learnt = samples.filter(({ id }) => !isPutAside(id));
  const aside = samples.filter(({ id }) => isPutAside(id));
  const trial = train(learnt);
  const codes = [...new Set(samples.map(({ code }) => code))].sort();
  const confusion = codes.map(() => [...codes, ''].map(() => 0));
  let right = 0;
  for (const { code, text } of aside) {
    const found = trial.codes.length === 0 ? undefined : classify(trial, text);
    const sure = found && found.confidence >= thresholdOf(found.code) ? found.code : '';
    const row = confusion[codes.indexOf(code)];
    const column = sure === '' ? codes.length : codes.indexOf(sure);
    if (row) row[column] = (row[column] ?? 0) + 1;
    if (sure === code) right += 1;
  }
  return {
    classifier: train(samples),
    evaluation: {
      trained: learnt.length, tested: aside.length, right, classes: codes.map((code) => ({ code, name: names.get(code) ?? code })), confusion,
      unsampled: [...names].filter(([code]) => !codes.includes(code)).map(([, name]) => name),
    },
  };
}
