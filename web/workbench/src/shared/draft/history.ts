/** What may be undone and done again, the newest last. */
export interface History<T> {
  readonly past: readonly T[];
  readonly future: readonly T[];
  /** The part that was changed last, and when: typing on in it is one step. */
  readonly last: { readonly part: string; readonly at: number } | undefined;
}

export const emptyHistory: History<never> = { past: [], future: [], last: undefined };

const most = 200;
const oneStepMs = 1500;

/** Notes that `before` was changed in `part`; what is typed within a moment in the same part is one step. */
export function recordChange<T>(history: History<T>, before: T, part: string, at: number): History<T> {
  const goesOn = history.last?.part === part && at - history.last.at < oneStepMs;
  return { past: goesOn ? history.past : [...history.past, before].slice(-most), future: [], last: { part, at } };
}

/** Steps back; undefined when nothing was changed. */
export function undo<T>(history: History<T>, current: T): { history: History<T>; value: T } | undefined {
  const value = history.past.at(-1);
  if (value === undefined) return undefined;
  return { value, history: { past: history.past.slice(0, -1), future: [...history.future, current], last: undefined } };
}

/** Does again what was undone last; undefined when nothing was. */
export function redo<T>(history: History<T>, current: T): { history: History<T>; value: T } | undefined {
  const value = history.future.at(-1);
  if (value === undefined) return undefined;
  return { value, history: { past: [...history.past, current], future: history.future.slice(0, -1), last: undefined } };
}
