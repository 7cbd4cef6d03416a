import { cutMark } from '../write/cell-xml.ts';
import type { ChoiceList } from './choice-list.ts';
import type { TableRow } from './open-table.ts';
import { findDate } from './read-date.ts';

/** What is wrong with a cell, or only worth knowing. */
export interface CellIssue {
  /** `清单!F12`. */
  readonly position: string;
  /** Of the column, as its reader calls it; none for what is wrong with a whole row. */
  readonly key?: string;
  readonly severity: 'error' | 'warning';
  /** Chinese sentence that names the column and says what to do. */
  readonly message: string;
}

interface Options { readonly required?: boolean }

const yes = new Set(['是', '有', '√', 'y', 'yes', 'true', '1']);
const no = new Set(['否', '无', '不', '×', 'x', 'n', 'no', 'false', '0']);

/** Longest whole number that a number cell holds without loss. */
const mostSafeDigits = 15;

/** Reads the cells of one row as values and collects what is wrong with them; a wrong or empty cell reads as undefined. */
export class RowReader<K extends string> {
  readonly issues: CellIssue[] = [];
  readonly #row: TableRow<K>;

  constructor(row: TableRow<K>) {
    this.#row = row;
  }

  get hasErrors(): boolean {
    return this.issues.some(({ severity }) => severity === 'error');
  }

  /** Notes a fault of a column's cell; `message` goes on after the quoted title: 应是……. */
  refuse(key: K, message: string): undefined {
    this.issues.push({ position: this.#row.at(key), key, severity: 'error', message: `“${this.#row.title(key)}”${message}` });
    return undefined;
  }

  /** Notes something to look at that does not keep the row out. */
  warn(key: K, message: string): void {
    this.issues.push({ position: this.#row.at(key), key, severity: 'warning', message: `“${this.#row.title(key)}”${message}` });
  }

  /** One line or several, tidied: no control characters, no spaces at the ends, line ends as \n. */
  text(key: K, { required, max }: Options & { readonly max: number }): string | undefined {
    const text = this.#raw(key, required);
    if (text === undefined) return undefined;
    return text.length > max ? this.refuse(key, `有${text.length}个字，超过${max}个字，请缩短后重新导入。`) : text;
  }

  /** A text without line ends, such as a name or a code. */
  line(key: K, options: Options & { readonly max: number }): string | undefined {
    return this.text(key, options)?.replace(/\s+/g, ' ');
  }

  /** The code of a list entry. */
  choice(key: K, list: ChoiceList, { required }: Options = {}): string | undefined {
    const text = this.#raw(key, required);
    if (text === undefined) return undefined;
    return list.find(text) ?? this.refuse(key, `的“${shorten(text)}”不在可选项中，请从下拉框选择${exampleOf(list)}。`);
  }

  /** Codes of several entries, separated by 、，,;； or line ends. */
  choices(key: K, list: ChoiceList, { required }: Options = {}): string[] | undefined {
    const text = this.#raw(key, required);
    if (text === undefined) return undefined;
    const codes: string[] = [];
    for (const part of splitList(text)) {
      const code = list.find(part);
      if (code === undefined) this.refuse(key, `的“${shorten(part)}”不在可选项中，多个选项之间用“、”隔开${exampleOf(list)}。`);
      else if (!codes.includes(code)) codes.push(code);
    }
    return codes;
  }

  yesNo(key: K, { required }: Options = {}): boolean | undefined {
    const text = this.#raw(key, required)?.toLowerCase();
    if (text === undefined) return undefined;
    if (yes.has(text)) return true;
    return no.has(text) ? false : this.refuse(key, `应填“是”或“否”，实际是“${shorten(text)}”。`);
  }

  /** A whole number from `min` to `max`; full-width digits and a unit behind (`20个工作日`) are understood. */
  integer(key: K, { required, min, max }: Options & { readonly min: number; readonly max: number }): number | undefined {
    const text = this.#raw(key, required);
    if (text === undefined) return undefined;
    const digits = /^(-?\d{1,15})(?:\.0+)?\s*[^\d.\s]{0,6}$/.exec(text.normalize('NFKC').replace(/,(?=\d{3})/g, ''))?.[1];
    const value = digits === undefined ? Number.NaN : Number(digits);
    return value >= min && value <= max ? value : this.refuse(key, `应是${min}到${max}的整数，实际是“${shorten(text)}”。`);
  }

  /** A calendar date, `2026-11-28`. */
  date(key: K, { required }: Options = {}): string | undefined {
    const text = this.#raw(key, required);
    if (text === undefined) return undefined;
    return findDate(text) ?? this.refuse(key, `不是有效的日期，请按“2026-03-05”的样子填写，实际是“${shorten(text)}”。`);
  }

  /** The tidied text of a cell, with what can be said of any cell. */
  #raw(key: K, required: boolean | undefined): string | undefined {
    const cell = this.#row.cell(key);
    if (cell?.merged !== undefined) return this.refuse(key, `是跨列合并的单元格（${cell.merged}），请取消合并，把内容分别填到各列。`);
    if (cell?.kind === 'error') return this.refuse(key, `的公式没有结果（${cell.text || '尚未计算'}），请改为填写具体内容。`);
    if (cell?.fullLength !== undefined) return this.refuse(key, `有${cell.fullLength}个字，超过一个单元格的上限，请缩短后重新导入。`);
    const text = tidy(cell?.text ?? '');
    if (text === '') return required ? this.refuse(key, '没有填写。') : undefined;
    if (text.endsWith(cutMark)) return this.refuse(key, '在导出时因过长而截断，请在平台上修改这一项，或填入完整内容。');
    if (cell?.formula) this.warn(key, `是公式，按现在显示的结果“${shorten(text)}”读取。`);
    if (cell?.kind === 'number' && text.replace(/\D/g, '').length > mostSafeDigits) return this.refuse(key, `是超过${mostSafeDigits}位的数字，末尾几位已经丢失；请把单元格格式设为文本后重新填写。`);
    return text;
  }
}

/** Letters, digits and marks as nearly every cell has them, without any space: nothing of them is ever tidied. */
const isTidy = /^[!-~\u3001-\u3020\u4e00-\u9fff\uff01-\uff5e“”‘’—…]*$/;

function tidy(text: string): string {
  if (isTidy.test(text)) return text;
  return text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/[\u200b\u2060\ufeff]/g, '').replace(/[^\P{Cc}\n\t]/gu, ' ')
    .replace(/[^\S\n]+$/gm, '').trim();
}

/** Parts of a cell that holds a list. */
export function splitList(text: string): string[] {
  return text.split(/[、，,;；\n]/).map((part) => part.trim()).filter((part) => part !== '');
}

function shorten(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

function exampleOf({ choices }: ChoiceList): string {
  return choices.length === 0 ? '' : `（如“${choices[0]}”）`;
}
