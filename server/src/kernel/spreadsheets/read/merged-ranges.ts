import { parseReference } from '../cell-position.ts';
import { toBytes } from '../../zip/index.ts';

/** A merged range, `B3:B7` taken apart. */
export interface MergedRange {
  readonly range: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Most merged cells that are looked at; tables for people have a few. */
const mostRanges = 100_000;

/**
 * Finds the merged cells of a sheet. They stand behind the rows in the file, so this reads it once before the rows are read;
 * nothing is parsed, which makes it cheap.
 */
export async function findMergedRanges(stream: NodeJS.ReadableStream): Promise<MergedRange[]> {
  const ranges: MergedRange[] = [];
  let rest = '';
  for await (const piece of stream) {
    const text = rest + toBytes(piece).toString('latin1');
    for (const [, range = ''] of text.matchAll(/<(?:\w+:)?mergeCell\s+ref="([A-Z0-9:$]{1,30})"/g)) addRange(ranges, range);
    if (ranges.length > mostRanges) throw new Error('too many merged cells');
    // A mark may be cut in two by the end of the piece; one found whole must not be found again.
    const open = text.lastIndexOf('<');
    rest = open < 0 || text.indexOf('>', open) >= 0 ? '' : text.slice(open).slice(0, 200);
  }
  return ranges;
}

function addRange(ranges: MergedRange[], range: string): void {
  const [from = '', to = from] = range.split(':');
  const [start, end] = [parseReference(from), parseReference(to)];
  if (start && end) ranges.push({ range, left: start.column, right: end.column, top: start.row, bottom: end.row });
}
