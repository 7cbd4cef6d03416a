import { columnLetters } from '../cell-position.ts';
import { serialOfDate, serialOfInstant } from '../date-serial.ts';
import type { CellFormat, CellValue } from './sheet.ts';
import { styleOf, styles } from './styles-xml.ts';
import { xmlText } from './xml-text.ts';

/** Most characters of one cell. */
export const mostCellCharacters = 32_767;

/** Ends a text that Excel cannot hold in full, so that reading it back is refused instead of losing the rest. */
export const cutMark = '…【内容过长，导出时已截断】';

/** Excel and WPS take what begins so for a formula as soon as somebody edits the cell. */
const likeFormula = /^[=+\-@\t\r]/;

/** The XML of one cell, or nothing when it is empty. Text is never a formula, whatever it begins with. */
export function cellXml(value: CellValue, format: CellFormat, column: number, row: number): string {
  const at = `${columnLetters(column)}${row}`;
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return textCell(at, value ? '是' : '否', 'text');
  if (typeof value === 'number') return numberCell(at, value, format);
  if (value instanceof Date) return `<c r="${at}" s="${styles.instant}"><v>${serialOfInstant(value)}</v></c>`;
  const serial = format === 'date' ? serialOfDate(value) : undefined;
  return serial === undefined ? textCell(at, value, format) : `<c r="${at}" s="${styles.date}"><v>${serial}</v></c>`;
}

function numberCell(at: string, value: number, format: CellFormat): string {
  if (!Number.isFinite(value)) return '';
  return `<c r="${at}" s="${styleOf(format === 'text' ? 'decimal' : format)}"><v>${value}</v></c>`;
}

function textCell(at: string, text: string, format: CellFormat): string {
  const style = likeFormula.test(text) ? styles.quoted : styleOf(format);
  const held = text.length > mostCellCharacters ? text.slice(0, mostCellCharacters - cutMark.length) + cutMark : text;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(held)}</t></is></c>`;
}
