import { mostCharacters, mostLines, type OcrLine } from './engine.ts';

interface Word { text: string; confidence: number; left: number; top: number; right: number; bottom: number }

const wordLevel = 5;
/** Gaps wider than so many line heights part the line: the columns of a table are not one text. */
const widestGap = 2.5;

/** Lines of Tesseract's TSV output (level, page, block, paragraph, line, word, left, top, width, height, conf, text). */
export function parseTsv(tsv: string, size: { width: number; height: number }): OcrLine[] {
  const lines = new Map<string, Word[]>();
  for (const row of tsv.split('\n').slice(1)) {
    const [level, page, block, paragraph, line, , left, top, width, height, confidence, text = ''] = row.split('\t');
    const sure = Number(confidence);
    if (Number(level) !== wordLevel || text.trim() === '' || !(sure >= 0)) continue;
    const key = `${page}.${block}.${paragraph}.${line}`;
    const word = { text: text.trim(), confidence: sure / 100, left: Number(left), top: Number(top), right: Number(left) + Number(width), bottom: Number(top) + Number(height) };
    lines.set(key, [...(lines.get(key) ?? []), word]);
  }
  return [...lines.values()].flatMap(splitAtGaps).slice(0, mostLines).map((words) => toLine(words, size));
}

function splitAtGaps(words: readonly Word[]): Word[][] {
  const parts: Word[][] = [];
  for (const word of words) {
    const current = parts.at(-1);
    const last = current?.at(-1);
    if (!current || !last || word.left - last.right > (last.bottom - last.top) * widestGap) parts.push([word]);
    else current.push(word);
  }
  return parts;
}

function toLine(words: readonly Word[], { width, height }: { width: number; height: number }): OcrLine {
  const left = Math.min(...words.map((word) => word.left));
  const top = Math.min(...words.map((word) => word.top));
  const right = Math.max(...words.map((word) => word.right));
  const bottom = Math.max(...words.map((word) => word.bottom));
  const letters = words.reduce((sum, { text }) => sum + [...text].length, 0);
  return {
    // Latin words keep their spaces; Chinese ones, which Tesseract parts, are put together.
    text: words.map(({ text }) => text).join(' ').replace(/(?<=[\p{Script=Han}\p{P}]) | (?=[\p{Script=Han}\p{P}])/gu, '').slice(0, mostCharacters),
    confidence: words.reduce((sum, { text, confidence }) => sum + confidence * [...text].length, 0) / Math.max(1, letters),
    box: { left: share(left, width), top: share(top, height), width: share(right - left, width), height: share(bottom - top, height) },
  };
}

const share = (part: number, whole: number): number => Math.min(1, Math.max(0, whole === 0 ? 0 : part / whole));
