import path from 'node:path';
import { unspell } from '../write/xml-text.ts';
import type { SheetName } from './sheet-row.ts';
import { readXml } from './xml-events.ts';
import type { ZipParts } from '../../zip/index.ts';

/** What sheets share: their names and parts, the texts, which styles are dates. */
export interface WorkbookParts {
  readonly sheets: readonly (SheetName & { readonly part: string })[];
  readonly texts: readonly string[];
  /** By the number of a cell's style. */
  readonly isDateStyle: readonly boolean[];
  readonly from1904: boolean;
}

/** Characters of all shared texts that are kept in memory. */
const mostSharedCharacters = 64_000_000;

/** Reads workbook.xml, its relations, the styles and the shared texts. @throws Error when a part is missing or broken */
export async function readWorkbookParts(parts: ZipParts): Promise<WorkbookParts> {
  const targets = await readRelations(parts);
  const { sheets, from1904 } = await readSheetList(parts, targets);
  const part = (kind: string): string | undefined => [...targets.values()].find((target) => path.posix.basename(target) === kind);
  const [stylesPart, textsPart] = [part('styles.xml'), part('sharedStrings.xml')];
  return {
    sheets, from1904,
    isDateStyle: stylesPart !== undefined && parts.has(stylesPart) ? await readDateStyles(parts, stylesPart) : [],
    texts: textsPart !== undefined && parts.has(textsPart) ? await readSharedTexts(parts, textsPart) : [],
  };
}

async function readRelations(parts: ZipParts): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await readXml(await parts.stream('xl/_rels/workbook.xml.rels'), {
    open(name, { Id, Target }) {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined) {
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : path.posix.normalize(`xl/${Target}`));
      }
    },
    close() {}, text() {},
  });
  return targets;
}

async function readSheetList(parts: ZipParts, targets: ReadonlyMap<string, string>): Promise<Pick<WorkbookParts, 'sheets' | 'from1904'>> {
  const sheets: WorkbookParts['sheets'][number][] = [];
  let from1904 = false;
  await readXml(await parts.stream('xl/workbook.xml'), {
    open(tag, attributes) {
      if (tag === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const part = relation === undefined ? undefined : targets.get(relation);
      if (tag !== 'sheet' || part === undefined || !parts.has(part)) return;
      sheets.push({ name: unspell(attributes['name'] ?? ''), hidden: (attributes['state'] ?? 'visible') !== 'visible', part });
    },
    close() {}, text() {},
  });
  return { sheets, from1904 };
}

/** Built-in formats that show dates or times, the East Asian ones included. */
function isBuiltInDate(format: number): boolean {
  return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47) || (format >= 50 && format <= 58);
}

/** Whether a format of one's own shows dates: y, m, d, h, s or 年月日 outside of quoted text, colours and conditions. */
export function isDateFormat(code: string): boolean {
  const bare = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs年月日时分秒]/i.test(bare) && !/general/i.test(bare);
}

async function readDateStyles(parts: ZipParts, part: string): Promise<boolean[]> {
  const own = new Map<number, boolean>();
  const isDate: boolean[] = [];
  let inCellStyles = false;
  await readXml(await parts.stream(part), {
    open(tag, { numFmtId, formatCode }) {
      if (tag === 'numFmt') own.set(Number(numFmtId), isDateFormat(formatCode ?? ''));
      if (tag === 'cellXfs') inCellStyles = true;
      if (tag === 'xf' && inCellStyles) isDate.push(own.get(Number(numFmtId)) ?? isBuiltInDate(Number(numFmtId)));
    },
    close(tag) { if (tag === 'cellXfs') inCellStyles = false; },
    text() {},
  });
  return isDate;
}

async function readSharedTexts(parts: ZipParts, part: string): Promise<string[]> {
  const texts: string[] = [];
  let [text, inText, reading, total] = ['', false, true, 0];
  await readXml(await parts.stream(part), {
    open(tag) {
      if (tag === 'si') text = '';
      // Readings written above characters are no part of the text.
      if (tag === 'rPh') reading = false;
      if (tag === 't') inText = reading;
    },
    close(tag) {
      if (tag === 't') inText = false;
      if (tag === 'rPh') reading = true;
      if (tag === 'si') texts.push(unspell(text));
    },
    text(piece) {
      if (!inText) return;
      total += piece.length;
      if (total > mostSharedCharacters) throw new Error('the shared texts are too long');
      text += piece;
    },
  });
  return texts;
}
