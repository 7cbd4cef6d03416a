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

const mark = /<(?:\w+:)?mergeCell\s+ref="([A-Z0-9:$]{1,30})"/g;

/** Most merged cells that are looked at; tables for people have a few. */
const mostRanges = 100_000;

/**
 * Finds the merged cells of a sheet. They stand behind the rows in the file, so this reads it once before the rows are read;
 * nothing is parsed, which makes it cheap.
 */
export async function findMergedRanges(stream: NodeJS.ReadableStream): Promise<MergedRange[]> {
  const ranges: MergedRange[] = [];
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of stream) {
    const bytes = rest.length === 0 ? toBytes(piece) : Buffer.concat([rest, toBytes(piece)]);
    // Nearly all of a sheet is rows, which are not even turned into text here.
    if (bytes.includes('mergeCell')) for (const [, range = ''] of bytes.toString('latin1').matchAll(mark)) addRange(ranges, range);
    if (ranges.length > mostRanges) throw new Error('too many merged cells');
    // A mark may be cut in two by the end of the piece; one found whole must not be found again.
    const open = bytes.lastIndexOf('<');
    rest = open < 0 || bytes.includes('>', open) ? Buffer.alloc(0) : bytes.subarray(open, open + 200);
  }
  return ranges;
}

function addRange(ranges: MergedRange[], range: string): void {
  const [from = '', to = from] = range.split(':');
  const [start, end] = [parseReference(from), parseReference(to)];
  if (start && end) ranges.push({ range, left: start.column, right: end.column, top: start.row, bottom: end.row });
}
