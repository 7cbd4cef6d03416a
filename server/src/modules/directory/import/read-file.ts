import type { Kernel } from '../../../kernel/context.ts';
import { locateJsonFault } from '../../../kernel/files/index.ts';
import type { RejectedRow } from '../entry.contract.ts';
import { fail } from '../errors.ts';
import type { GivenRow } from './parse-row.ts';
import { readWorkbook } from './read-workbook.ts';

/** Most rows of one file; the national directory of permits has some hundred main items. */
export const mostRows = 10_000;

/** Reads the rows of a list: a JSON array in UTF-8, or a workbook. @throws directory.file-unreadable and those of kernel/spreadsheets, saying what to do */
export async function readRows(kernel: Kernel, { name, content }: { name: string; content: Buffer }): Promise<{ rows: GivenRow[]; rejected: RejectedRow[] }> {
  const isWorkbook = /\.(xlsx?|csv)$/i.test(name) || content.subarray(0, 2).toString('latin1') === 'PK';
  if (isWorkbook) return readWorkbook(kernel, { fileName: name, content });
  return { rows: readJsonRows(name, content).map((value, index) => ({ number: index + 1, value })), rejected: [] };
}

function readJsonRows(name: string, content: Buffer): unknown[] {
  const rows = parse(name, decode(name, content));
  if (!Array.isArray(rows)) throw unreadable(name, '文件应是一个 JSON 数组（[ {…}, {…} ]），每个元素是一个目录事项。');
  if (rows.length === 0) throw unreadable(name, '文件里没有任何一行，请检查是否选错了文件。');
  if (rows.length > mostRows) throw unreadable(name, `文件有 ${rows.length} 行，一次最多导入 ${mostRows} 行，请拆分后分次导入。`);
  return rows;
}

function decode(name: string, content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (cause) {
    const guess = isGbk(content) ? '看起来是 GBK（ANSI）编码' : '含有无法识别的字节';
    throw unreadable(name, `文件不是 UTF-8 编码，${guess}。请用编辑器另存为 UTF-8 后重新导入。`, cause);
  }
}

function isGbk(content: Buffer): boolean {
  try {
    return /\p{Script=Han}/u.test(new TextDecoder('gb18030', { fatal: true }).decode(content));
  } catch {
    return false;
  }
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreadable(name, `文件不是有效的 JSON，到${locateJsonFault(text)}读不下去。请检查文件是否完整。`, cause);
  }
}

function unreadable(name: string, why: string, cause?: unknown) {
  return fail('directory.file-unreadable', { name, why }, { cause });
}
