import type { Kernel } from '../../../kernel/context.ts';

/** How long a public answer is repeated as it is, ms. */
const FRESH_MS = 5_000;
/** How long it is still given, ms, while it is asked for anew: another process's publication is seen after at most this. */
const KEPT_MS = 30_000;
const MOST = 2_000;

interface Kept {
  readonly at: number;
  readonly answer: Promise<unknown>;
  renewing: boolean;
}

const answers = new WeakMap<Kernel, Map<string, Kept>>();

/**
 * Answers again what was asked a moment ago: a city's searches are the same few words over and over, and many people
 * typing at once should cost one query. Nobody waits for an answer that is renewed. The key must hold everything the
 * answer depends on; only for public answers.
 */
export function answerOnce<T>(kernel: Kernel, key: string, find: () => Promise<T>): Promise<T> {
  const kept = answers.get(kernel) ?? new Map<string, Kept>();
  answers.set(kernel, kept);
  const now = kernel.clock.now().getTime();
  const known = kept.get(key);
  const age = known === undefined ? Infinity : Math.abs(now - known.at);
  if (known === undefined || age >= KEPT_MS) return keep(kept, key, now, find());
  if (age >= FRESH_MS && !known.renewing) {
    known.renewing = true;
    // What was forgotten meanwhile, because something was published, stays forgotten.
    const settle = (renewed?: T): void => {
      known.renewing = false;
      if (renewed !== undefined && kept.get(key) === known) void keep(kept, key, now, Promise.resolve(renewed));
    };
    find().then(settle, () => { settle(); });
  }
  // Only `find` of the same key ever puts an answer there, so it has the same type.
  return known.answer as Promise<T>;
}

function keep<T>(kept: Map<string, Kept>, key: string, at: number, answer: Promise<T>): Promise<T> {
  kept.delete(key);
  kept.set(key, { at, answer, renewing: false });
  const [oldest] = kept.keys();
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
  answer.catch(() => { if (kept.get(key)?.answer === answer) kept.delete(key); });
  return answer;
}

/** Called after a publication, so that this process shows it at once. */
export function forgetAnswers(kernel: Kernel): void {
  answers.get(kernel)?.clear();
}
