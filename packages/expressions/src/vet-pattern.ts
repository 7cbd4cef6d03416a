/** Whether a pattern may be matched against what people type, and why not. */
export type PatternVerdict = { readonly ok: true } | { readonly ok: false; readonly code: string; readonly message: string };

export interface PatternLimits {
  /** Ways of matching the pattern may try at most; default 1,000,000. */
  readonly maxSteps?: number;
  /** Characters an unbounded quantifier is taken to span; default 1,000. */
  readonly inputLength?: number;
}

const PATTERN_LENGTH = 200;

interface Group {
  steps: number;
  flexible: boolean;
  branches: number;
}

interface Scan {
  readonly pattern: string;
  index: number;
  readonly inputLength: number;
}

/**
 * Decides whether a regular expression can take too long to match (ReDoS).
 * A backtracking matcher tries at most the product of every quantifier's choices and every group's branches, as long as
 * no repeated group can itself match in more than one way; so such groups, back-references and look-arounds are refused
 * and the product is bounded.
 */
export function vetPattern(pattern: string, limits: PatternLimits = {}): PatternVerdict {
  if (pattern.length > PATTERN_LENGTH) return refuse('pattern-too-long', `格式规则不能超过 ${PATTERN_LENGTH} 个字符。`);
  try {
    new RegExp(pattern, 'u');
  } catch {
    return refuse('pattern-invalid', '格式规则不是有效的正则表达式，请检查括号和转义。');
  }
  const scan: Scan = { pattern, index: 0, inputLength: limits.inputLength ?? 1_000 };
  const whole = scanGroup(scan);
  if (typeof whole === 'string') return refuse('pattern-unsafe', whole);
  if (whole.steps > (limits.maxSteps ?? 1_000_000)) {
    return refuse('pattern-slow', '格式规则里不限长度的重复太多，请写明最多几个字符，例如 {1,20}。');
  }
  return { ok: true };
}

function refuse(code: string, message: string): PatternVerdict {
  return { ok: false, code, message };
}

/** Reads up to the closing bracket or the end; a string is the reason for refusal. */
function scanGroup(scan: Scan): Group | string {
  const group: Group = { steps: 1, flexible: false, branches: 1 };
  while (scan.index < scan.pattern.length && scan.pattern[scan.index] !== ')') {
    if (scan.pattern[scan.index] === '|') {
      group.branches += 1;
      scan.index += 1;
      continue;
    }
    const atom = scanAtom(scan);
    if (typeof atom === 'string') return atom;
    const choices = scanQuantifier(scan);
    if (choices.repeats && (atom.flexible || atom.branches > 1)) return '重复的括号里不能再有可长可短的部分或“|”，请改写格式规则。';
    group.steps *= atom.steps * choices.ways;
    group.flexible ||= atom.flexible || choices.ways > 1;
  }
  group.steps *= group.branches;
  group.flexible ||= group.branches > 1;
  return group;
}

const SINGLE: Group = { steps: 1, flexible: false, branches: 1 };

function scanAtom(scan: Scan): Group | string {
  const rest = scan.pattern.slice(scan.index);
  if (rest.startsWith('[')) return skip(scan, classLength(rest));
  if (rest.startsWith('\\')) {
    if (/^\\(?:[1-9]|k<)/.test(rest)) return '格式规则不能使用反向引用。';
    return skip(scan, /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|.)/su.exec(rest)?.[0].length ?? 2);
  }
  if (!rest.startsWith('(')) return skip(scan, (rest.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
  const opening = /^\((?:\?:|\?<[A-Za-z]\w*>)?/.exec(rest)?.[0] ?? '(';
  if (rest.startsWith('(?') && opening === '(') return '格式规则不能使用前后查找。';
  scan.index += opening.length;
  const inner = scanGroup(scan);
  scan.index += 1;
  return inner;
}

function skip(scan: Scan, length: number): Group {
  scan.index += length;
  return SINGLE;
}

function classLength(rest: string): number {
  let index = 1;
  while (index < rest.length && rest[index] !== ']') index += rest[index] === '\\' ? 2 : 1;
  return index + 1;
}

function scanQuantifier(scan: Scan): { ways: number; repeats: boolean } {
  const match = /^(?:([*+?])|\{(\d+)(,(\d*))?\})\??/.exec(scan.pattern.slice(scan.index));
  if (match === null) return { ways: 1, repeats: false };
  scan.index += match[0].length;
  if (match[1] === '?') return { ways: 2, repeats: false };
  if (match[1] !== undefined) return { ways: scan.inputLength, repeats: true };
  const least = Number(match[2]);
  const most = match[3] === undefined ? least : match[4] ? Number(match[4]) : Math.max(scan.inputLength, least);
  return { ways: Math.max(most - least + 1, 1), repeats: most > 1 };
}
