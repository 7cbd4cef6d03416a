/** A stretch of text that both have, or that only one of them has. */
export interface Stretch { readonly text: string; readonly kind: 'same' | 'removed' | 'added' }

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Beyond it the middle of two texts is shown as replaced: finding every common word would take seconds. */
const mostCells = 4_000_000;

/** Words of a text, clause by clause: the time a segmenter takes grows with the square of what it is given. */
function wordsOf(text: string): string[] {
  const clauses = text.match(/[^，。；：！？、\n]{1,120}|[，。；：！？、\n]/gu) ?? [];
  return clauses.flatMap((clause) => [...segmenter.segment(clause)].map(({ segment }) => segment));
}

/** Compares two texts word by word. Joining what is not removed gives `after`, what is not added gives `before`. */
export function diffWords(before: string, after: string): Stretch[] {
  const [older, newer] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < older.length && start < newer.length && older[start] === newer[start]) start += 1;
  let end = 0;
  while (end < older.length - start && end < newer.length - start && older[older.length - 1 - end] === newer[newer.length - 1 - end]) end += 1;
  return join([
    ...mark(older.slice(0, start), 'same'), ...diffMiddle(older.slice(start, older.length - end), newer.slice(start, newer.length - end)),
    ...mark(older.slice(older.length - end), 'same'),
  ]);
}

function mark(words: readonly string[], kind: Stretch['kind']): Stretch[] {
  return words.map((text) => ({ text, kind }));
}

/** The longest common run of words decides what stays. */
function diffMiddle(older: readonly string[], newer: readonly string[]): Stretch[] {
  if (older.length === 0 || newer.length === 0 || older.length * newer.length > mostCells) return [...mark(older, 'removed'), ...mark(newer, 'added')];
  const width = newer.length + 1;
  const longest = new Uint16Array((older.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = older.length - 1; i >= 0; i -= 1) {
    for (let j = newer.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = older[i] === newer[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < older.length || j < newer.length) {
    const [from, to] = [older[i], newer[j]];
    if (from !== undefined && from === to) { stretches.push({ text: from, kind: 'same' }); i += 1; j += 1; }
    else if (from !== undefined && (to === undefined || at(i + 1, j) >= at(i, j + 1))) { stretches.push({ text: from, kind: 'removed' }); i += 1; }
    else { stretches.push({ text: to ?? '', kind: 'added' }); j += 1; }
  }
  return stretches;
}

function join(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last?.kind === stretch.kind) joined[joined.length - 1] = { kind: last.kind, text: last.text + stretch.text };
    else joined.push(stretch);
  }
  return joined;
}
