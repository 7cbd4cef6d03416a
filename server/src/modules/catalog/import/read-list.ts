import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { locateJsonFault } from '../../../kernel/files/index.ts';

/** Largest list that is read, bytes; the largest district list known is below 1 MB. */
export const MAX_LIST_BYTES = 64 * 1024 * 1024;
/** Most rows of one list. */
export const MAX_LIST_ROWS = 100_000;

/** A file that cannot be read as a list; the message says what to do. */
export class ListFileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ListFileError';
  }
}

export interface ItemList {
  readonly rows: readonly unknown[];
  /** SHA-256 of the file, for the audit. */
  readonly digest: string;
}

/** Reads a JSON array of items in UTF-8, within bounds. @throws ListFileError */
export async function readItemList(file: string): Promise<ItemList> {
  const bytes = await readBounded(file);
  const rows = parse(decode(bytes));
  if (!Array.isArray(rows)) throw new ListFileError('文件应是一个 JSON 数组（[ {…}, {…} ]），每个元素是一个事项。');
  if (rows.length > MAX_LIST_ROWS) throw new ListFileError(`文件有 ${rows.length} 行，一次最多导入 ${MAX_LIST_ROWS} 行，请拆分后分次导入。`);
  return { rows, digest: createHash('sha256').update(bytes).digest('hex') };
}

async function readBounded(path: string): Promise<Buffer> {
  const file = await open(path).catch(() => undefined);
  if (!file) throw new ListFileError(`打不开文件“${path}”，请检查路径和读取权限。`);
  try {
    const { size } = await file.stat();
    if (size > MAX_LIST_BYTES) throw new ListFileError(`文件有 ${Math.ceil(size / 1048576)} MB，超过 ${MAX_LIST_BYTES / 1048576} MB，请拆分后分次导入。`);
    return await file.readFile();
  } catch (error) {
    if (error instanceof ListFileError) throw error;
    throw new ListFileError(`读不了文件“${path}”，请确认它是一个文件而不是文件夹。`);
  } finally {
    await file.close();
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const guess = isGbk(bytes) ? '看起来是 GBK（ANSI）编码' : '含有无法识别的字节';
    throw new ListFileError(`文件不是 UTF-8 编码，${guess}。请用编辑器另存为 UTF-8 后重新导入。`);
  }
}

function isGbk(bytes: Buffer): boolean {
  try {
    return /\p{Script=Han}/u.test(new TextDecoder('gb18030', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ListFileError(`文件不是有效的 JSON，到${locateJsonFault(text)}读不下去。请检查文件是否完整。`);
  }
}
