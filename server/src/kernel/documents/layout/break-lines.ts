/** Characters that must not begin a line (避头). */
const NOT_FIRST = new Set('，。、；：？！）》」』】〕”’…—％℃·,.;:?!)]}%');
/** Characters that must not end a line (避尾). */
const NOT_LAST = new Set('（《「『【〔“‘([{');
/** Share of a line up to which a number stays whole, so that a case number can be read and copied. */
const LONGEST_WHOLE = 0.75;
const TOKEN = /[A-Za-z0-9@#&_+\-/:.'’]+|[\s\S]/gu;

/** How wide a text is, in points. */
export type Measure = (text: string) => number;

/**
 * Breaks one paragraph into lines by Chinese rules: Latin words and numbers stay whole where they fit, no closing mark
 * begins a line and no opening mark ends one.
 * @param width points of a full line; the first line is shorter by `firstIndent`.
 */
export function breakLines(text: string, width: number, measure: Measure, firstIndent = 0): string[] {
  const lines: string[] = [];
  for (const paragraph of text.replace(/\r\n?/g, '\n').split('\n'))
    lines.push(...breakParagraph(paragraph, width, measure, lines.length === 0 ? firstIndent : 0));
  return lines;
}

function breakParagraph(text: string, width: number, measure: Measure, firstIndent: number): string[] {
  const lines: string[][] = [];
  let current: string[] = [];
  let used = firstIndent;
  for (const token of splitTokens(text, width, measure)) {
    const tokenWidth = measure(token);
    if (used + tokenWidth > width + 0.01 && current.length > 0) {
      const carried = carryOver(current, token);
      lines.push(current);
      current = carried;
      used = measure(carried.join(''));
    }
    if (current.length === 0 && lines.length > 0 && /^\s+$/.test(token)) continue;
    current.push(token);
    used += tokenWidth;
  }
  return [...lines, current].map((line) => line.join(''));
}

function splitTokens(text: string, width: number, measure: Measure): string[] {
  return (text.match(TOKEN) ?? []).flatMap((token) => (token.length > 1 && measure(token) > width * LONGEST_WHOLE ? [...token] : [token]));
}

/** Takes from the end of a full line what may not stand there before `next`. */
function carryOver(line: string[], next: string): string[] {
  const carried: string[] = [];
  let first = next;
  while (line.length > 1 && carried.length < 4) {
    const last = line.at(-1) ?? '';
    if (!NOT_FIRST.has(first) && !NOT_LAST.has(last)) break;
    carried.unshift(last);
    line.pop();
    first = last;
  }
  return carried;
}
