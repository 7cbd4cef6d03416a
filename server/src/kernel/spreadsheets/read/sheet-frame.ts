import { mostColumns, parseReference } from '../cell-position.ts';
import { readXml } from './xml-events.ts';

/** How far a sheet goes, formatted blank cells included, and how wide its columns are. */
export interface SheetFrame {
  readonly bottom: number;
  readonly right: number;
  /** By column, from 1; those of the usual width are left out. */
  readonly widths: ReadonlyMap<number, number>;
}

/** Most columns whose widths are kept. */
const mostWidths = 200;

/** Reads what a sheet says of itself before its rows. */
export async function readSheetFrame(stream: NodeJS.ReadableStream): Promise<SheetFrame> {
  const widths = new Map<number, number>();
  let [bottom, right] = [0, 0];
  await readXml(stream, {
    open(name, attributes) {
      if (name === 'dimension') {
        const end = parseReference((attributes['ref'] ?? '').split(':').at(-1) ?? '');
        [bottom, right] = [end?.row ?? 0, end?.column ?? 0];
      }
      if (name !== 'col') return;
      const [from, to, width] = [Number(attributes['min']), Number(attributes['max']), Number(attributes['width'])];
      for (let column = from; column <= Math.min(to, from + mostWidths, mostColumns) && column <= mostWidths; column += 1) if (width > 0) widths.set(column, width);
    },
    close() {}, text() {},
  });
  return { bottom, right, widths };
}
