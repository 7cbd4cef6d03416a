import type { Kernel } from '../../../kernel/context.ts';

/** How long a public answer may be repeated, ms: another process's publication is seen after at most this. */
const KEPT_MS = 5_000;
const MOST = 2_000;

interface Kept {
  readonly at: number;
  readonly answer: Promise<unknown>;
}

const answers = new WeakMap<Kernel, Map<string, Kept>>();

/**
 * Answers again what was asked a moment ago: a city's searches are the same few words over and over, and many people
 * typing at once should cost one query. The key must hold everything the answer depends on; only for public answers.
 */
export function answerOnce<T>(kernel: Kernel, key: string, find: () => Promise<T>): Promise<T> {
  const kept = answers.get(kernel) ?? new Map<string, Kept>();
  answers.set(kernel, kept);
  const now = kernel.clock.now().getTime();
  const known = kept.get(key);
  // Only `find` of the same key ever puts an answer there, so it has the same type.
  if (known && Math.abs(now - known.at) < KEPT_MS) return known.answer as Promise<T>;
  const answer = find();
  kept.delete(key);
  kept.set(key, { at: now, answer });
  const [oldest] = kept.keys();
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
  answer.catch(() => kept.delete(key));
  return answer;
}

/** Called after a publication, so that this process shows it at once. */
export function forgetAnswers(kernel: Kernel): void {
  answers.get(kernel)?.clear();
}
