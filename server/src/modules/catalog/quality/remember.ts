import { hash } from 'node:crypto';

/**
 * Wraps a costly pure function of part of some frozen data: it works once for the same object, and once for equal content —
 * forms and questions stay the same from version to version and from one nightly check to the next. Keeps the last `most` answers, of which
 * each takes some hundred bytes: more than a city has forms, so that a nightly check works on each once.
 */
export function rememberByContent<T extends object, C, R>(partOf: (whole: T) => C, work: (part: C) => R, most = 20_000): (whole: T) => R {
  const byObject = new WeakMap<T, { answer: R }>();
  const byContent = new Map<string, { answer: R }>();
  const answerTo = (part: C): { answer: R } => {
    const key = hash('sha256', JSON.stringify([part]), 'base64');
    const kept = byContent.get(key) ?? { answer: work(part) };
    byContent.delete(key);
    byContent.set(key, kept);
    const [oldest] = byContent.keys();
    if (byContent.size > most && oldest !== undefined) byContent.delete(oldest);
    return kept;
  };
  return (whole) => {
    const kept = byObject.get(whole) ?? answerTo(partOf(whole));
    byObject.set(whole, kept);
    return kept.answer;
  };
}
