import type { FieldCell, TableColumn } from '../definition.contract.ts';
import { breakLines } from './break-lines.ts';
import type { Align, TextStyle } from './canvas.ts';
import { AREA, type PageFlow } from './page-flow.ts';

const CELL: TextStyle = { size: 12 };
const HEAD: TextStyle = { size: 12, weight: 'bold' };
const LEADING = 19;
const PADDING = 5;

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly align: Align;
  readonly style: TextStyle;
}

/** Draws a table with a heading that is repeated on every page. */
export function drawTable(flow: PageFlow, columns: readonly TableColumn[], rows: readonly (readonly string[])[]): void {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (AREA.width * share) / shares);
  const heading = columns.map(({ title }, index): Cell => ({ text: title, width: widths[index] ?? 0, align: 'center', style: HEAD }));
  const body = rows.map((row) =>
    columns.map(({ align = 'left' }, index): Cell => ({ text: row[index] ?? '', width: widths[index] ?? 0, align, style: CELL })),
  );
  flow.y += 4;
  const first = body[0];
  flow.require(rowHeight(flow, heading) + (first ? rowHeight(flow, first) : 0));
  drawRow(flow, heading);
  for (const row of body) {
    if (rowHeight(flow, row) > flow.room) {
      flow.nextPage();
      drawRow(flow, heading);
    }
    drawRow(flow, row);
  }
  flow.y += 8;
}

/** Draws a bordered form of labels and values; a row with one pair spans the line. */
export function drawFields(flow: PageFlow, rows: readonly (readonly FieldCell[])[], labelWidth = 84): void {
  flow.y += 4;
  for (const row of rows) {
    const pair = AREA.width / Math.max(1, row.length);
    const cells = row.flatMap(({ label, text }): Cell[] => [
      { text: label, width: labelWidth, align: 'center', style: HEAD },
      { text, width: pair - labelWidth, align: 'left', style: CELL },
    ]);
    flow.require(rowHeight(flow, cells));
    drawRow(flow, cells);
  }
  flow.y += 8;
}

function linesOf(flow: PageFlow, { text, width, style }: Cell): string[] {
  return breakLines(text, width - 2 * PADDING, (part) => flow.canvas.measure(part, style));
}

function rowHeight(flow: PageFlow, cells: readonly Cell[]): number {
  return Math.max(1, ...cells.map((cell) => linesOf(flow, cell).length)) * LEADING + 2 * PADDING;
}

function drawRow(flow: PageFlow, cells: readonly Cell[]): void {
  const height = rowHeight(flow, cells);
  let left = AREA.left;
  for (const cell of cells) {
    flow.canvas.pdf.lineWidth(0.6).rect(left, flow.y, cell.width, height).stroke('black');
    const lines = linesOf(flow, cell);
    const top = flow.y + (height - lines.length * LEADING) / 2;
    lines.forEach((line, index) => {
      const baseline = top + index * LEADING + LEADING / 2 + cell.style.size * 0.38;
      flow.canvas.alignedLine(line, left + PADDING, cell.width - 2 * PADDING, baseline, cell.style, cell.align);
    });
    left += cell.width;
  }
  flow.y += height;
}
