/** Reads a pattern from `at` on; gives a text it matches and where it stopped. */
interface Read { readonly text: string; readonly at: number }

/**
 * A text that a pattern of a form matches, for test data. Knows what form patterns are written with (classes, groups, choices,
 * counts); undefined for anything else.
 */
export function matchPattern(pattern: string, turn = 0): string | undefined {
  const read = readChoices(pattern, 0, turn);
  if (read === undefined || read.at < pattern.length) return undefined;
  return new RegExp(`^(?:${pattern})$`, 'u').test(read.text) ? read.text : undefined;
}

function readChoices(pattern: string, from: number, turn: number): Read | undefined {
  const choices: string[] = [];
  let at = from;
  for (;;) {
    const read = readSequence(pattern, at, turn);
    if (read === undefined) return undefined;
    choices.push(read.text);
    at = read.at;
    if (pattern[at] !== '|') return { text: choices[turn % choices.length] ?? '', at };
    at += 1;
  }
}

function readSequence(pattern: string, from: number, turn: number): Read | undefined {
  let text = '';
  let at = from;
  while (at < pattern.length && pattern[at] !== ')' && pattern[at] !== '|') {
    const atom = readAtom(pattern, at, turn);
    if (atom === undefined) return undefined;
    const count = /^(?:\*|\+|\?|\{(\d+)(?:,(\d*))?\})\??/.exec(pattern.slice(atom.at));
    const times = count === null ? 1 : count[1] === undefined ? 1 : Math.max(Number(count[1]), 1);
    text += atom.text.repeat(times);
    at = atom.at + (count?.[0].length ?? 0);
  }
  return { text, at };
}

function readAtom(pattern: string, at: number, turn: number): Read | undefined {
  const rest = pattern.slice(at);
  const group = /^\((?:\?:|\?<[A-Za-z]\w*>)?/.exec(rest);
  if (group !== null) {
    const inner = readChoices(pattern, at + group[0].length, turn);
    return inner !== undefined && pattern[inner.at] === ')' ? { text: inner.text, at: inner.at + 1 } : undefined;
  }
  if (rest.startsWith('[')) return readClass(rest, at);
  if (rest.startsWith('\\')) return readEscape(rest, at);
  if (rest.startsWith('^') || rest.startsWith('$')) return { text: '', at: at + 1 };
  if (rest.startsWith('.')) return { text: '样', at: at + 1 };
  const [character = ''] = rest;
  return { text: character, at: at + character.length };
}

/** The first of these that the class takes. */
const CANDIDATES = [...'1A样aX0-_.2Z年/（）() '];

function readClass(rest: string, at: number): Read | undefined {
  const source = /^\[(?:\\.|[^\]])*\]/su.exec(rest)?.[0];
  if (source === undefined) return undefined;
  const taken = new RegExp(`^${source}$`, 'u');
  const first = /^\[([^^\\\]])/u.exec(source)?.[1];
  const text = CANDIDATES.find((one) => taken.test(one)) ?? (first !== undefined && taken.test(first) ? first : undefined);
  return text === undefined ? undefined : { text, at: at + source.length };
}

function readEscape(rest: string, at: number): Read | undefined {
  const property = /^\\p\{[^}]*\}/u.exec(rest)?.[0];
  if (property !== undefined) return readClass(`[${property}]`, at) && { text: CANDIDATES.find((one) => new RegExp(`^${property}$`, 'u').test(one)) ?? '', at: at + property.length };
  const letter = rest.charAt(1);
  const known: Readonly<Record<string, string>> = { d: '1', w: 'A', s: ' ', D: '样', S: '样', W: '-', b: '' };
  const text = known[letter] ?? (/[A-Za-z0-9]/.test(letter) ? undefined : letter);
  return text === undefined ? undefined : { text, at: at + 2 };
}
