import { anyCharacter } from '@tongban/testkit/text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineSheet, openSpreadsheet, openTable, writeWorkbook, type CellValue } from './index.ts';

type Row = { text: string; number: number | null; day: string; flag: boolean | null; instant: Date };

const columns = {
  text: { title: '文字' }, number: { title: '数', format: 'decimal' }, day: { title: '日期', format: 'date' }, flag: { title: '是否' },
  instant: { title: '时间', format: 'instant' },
} as const;

const sheetOf = (rows: readonly Row[], name = '清单') => defineSheet<Row>({
  name, rows,
  columns: Object.entries(columns).map(([key, column]) => ({ ...column, value: (row: Row): CellValue => row[key as keyof Row] })),
});

/** Texts of all kinds, with what Excel and XML are touchy about. */
const text = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 60 }),
  fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\n', '\r', ' ', '<', '&', '"', "'", ']]>', '_x000D_', '_x', '\u0000', '\u000b', '𠮷', '行', '１'), maxLength: 30 }),
);
const day = fc.date({ min: new Date('1901-01-01T00:00:00Z'), max: new Date('2999-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const row: fc.Arbitrary<Row> = fc.record({
  text, day, flag: fc.option(fc.boolean()),
  number: fc.option(fc.oneof(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: -1e12, max: 1e12 }).map((value) => value / 100))),
  instant: fc.date({ min: new Date('1992-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000)),
});

const wallClock = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ').replace(' 00:00:00', '');

async function readBack(content: Buffer, sheet: string): Promise<(string | undefined)[][]> {
  const table = await openTable(await openSpreadsheet({ fileName: 'a.xlsx', content }), { sheet, columns });
  const rows: (string | undefined)[][] = [];
  for await (const { cell } of table.rows) rows.push([cell('text')?.text, cell('number')?.text, cell('day')?.text, cell('flag')?.text, cell('instant')?.text]);
  return rows;
}

const shown = (value: Row): (string | undefined)[] => [
  value.text === '' ? undefined : value.text, value.number === null ? undefined : String(Object.is(value.number, -0) ? 0 : value.number), value.day,
  value.flag === null ? undefined : value.flag ? '是' : '否', wallClock(value.instant),
];

describe('写出再读回 (CAT-12)', () => {
  it('任何文字、数、日期、是否和时间读回来都一样', async () => {
    await fc.assert(fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (rows) => {
      expect(await readBack(await writeWorkbook([sheetOf(rows)]), '清单')).toEqual(rows.map(shown));
    }), { numRuns: 60 });
  });

  it('几张工作表各读各的', async () => {
    const first: Row = { text: '甲', number: 1, day: '2026-11-28', flag: true, instant: new Date('2026-11-28T01:30:00Z') };
    const content = await writeWorkbook([sheetOf([first], '事项'), sheetOf([{ ...first, text: '乙' }, first], '材料')]);
    expect((await readBack(content, '材料')).map(([name]) => name)).toEqual(['乙', '甲']);
    expect(await readBack(content, '事项')).toEqual([['甲', '1', '2026-11-28', '是', '2026-11-28 09:30:00']]);
  });
});
