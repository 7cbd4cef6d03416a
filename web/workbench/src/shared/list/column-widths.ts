/** A row of one very long cell and many short ones is hard to follow across: beyond this the neighbours get the rest too. */
const WIDEST = '28rem';

/**
 * CSS width of each column. Those without one share what the others leave of the list; on a wide screen what is over goes to
 * all columns in proportion, as a table does whose columns all have a width.
 */
export function columnWidths(columns: readonly { width?: string }[], minWidth = '0px'): readonly string[] {
  const fixed = columns.flatMap(({ width }) => width ?? []);
  const share = `(max(100cqi, ${minWidth}) - (${['0px', ...fixed].join(' + ')})) / ${columns.length - fixed.length}`;
  return columns.map(({ width }) => width ?? `min(${WIDEST}, ${share})`);
}
