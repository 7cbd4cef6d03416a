import type { Kernel } from '../../../kernel/context.ts';

/** How long a public answer is repeated as it is, ms. */
const FRESH_MS = 5_000;
/** How long it is still given, ms, while it is asked for anew: another process's publication is seen after at most this. */
const KEPT_MS = 30_000;
const MOST_ASKED_ONCE = 500;
const MOST_ASKED_AGAIN = 1_500;
/** Renewals at a time: nobody waits for them, so they are not to take the database from those who do. */
const MOST_RENEWALS = 2;

interface Kept {
  readonly at: number;
  readonly answer: Promise<unknown>;
  renewing: boolean;
}

/** What was asked for again is kept apart, least recently asked first, so that a flood of odd questions drives out only its like. */
interface Answers {
  readonly askedOnce: Map<string, Kept>;
  readonly askedAgain: Map<string, Kept>;
  renewals: number;
}

const answers = new WeakMap<Kernel, Answers>();

/**
 * Answers again what was asked a moment ago: a city's searches are the same few words over and over, and many people
 * typing at once should cost one query. Nobody waits for an answer that is renewed. The key must hold everything the
 * answer depends on; only for public answers.
 */
export function answerOnce<T>(kernel: Kernel, key: string, find: () => Promise<T>): Promise<T> {
  const all = answers.get(kernel) ?? { askedOnce: new Map<string, Kept>(), askedAgain: new Map<string, Kept>(), renewals: 0 };
  answers.set(kernel, all);
  const now = kernel.clock.now().getTime();
  const known = recall(all, key);
  const age = known === undefined ? Infinity : Math.abs(now - known.at);
  if (known === undefined || age >= KEPT_MS) return keep(all, key, now, find());
  if (age >= FRESH_MS && !known.renewing && all.renewals < MOST_RENEWALS) {
    known.renewing = true;
    all.renewals += 1;
    // What was forgotten meanwhile, because something was published, stays forgotten.
    const settle = (renewed?: T): void => {
      known.renewing = false;
      all.renewals -= 1;
      if (renewed !== undefined && all.askedAgain.get(key) === known) void keep(all, key, now, Promise.resolve(renewed));
    };
    find().then(settle, () => { settle(); });
  }
  // Only `find` of the same key ever puts an answer there, so it has the same type.
  return known.answer as Promise<T>;
}

/** Whoever finds an answer asks for it again. */
function recall({ askedOnce, askedAgain }: Answers, key: string): Kept | undefined {
  const known = askedAgain.get(key) ?? askedOnce.get(key);
  if (known === undefined) return undefined;
  askedOnce.delete(key);
  askedAgain.delete(key);
  put(askedAgain, MOST_ASKED_AGAIN, key, known);
  return known;
}

function keep<T>({ askedOnce, askedAgain }: Answers, key: string, at: number, answer: Promise<T>): Promise<T> {
  const [there, most] = askedAgain.has(key) ? [askedAgain, MOST_ASKED_AGAIN] : [askedOnce, MOST_ASKED_ONCE];
  put(there, most, key, { at, answer, renewing: false });
  answer.catch(() => {
    for (const place of [askedOnce, askedAgain]) if (place.get(key)?.answer === answer) place.delete(key);
  });
  return answer;
}

function put(place: Map<string, Kept>, most: number, key: string, kept: Kept): void {
  place.set(key, kept);
  const [oldest] = place.keys();
  if (place.size > most && oldest !== undefined) place.delete(oldest);
}

/** Called after a publication, so that this process shows it at once. */
export function forgetAnswers(kernel: Kernel): void {
  const all = answers.get(kernel);
  all?.askedOnce.clear();
  all?.askedAgain.clear();
}
