import type { Context } from '../server/src/kernel/context.ts';
import { writeWorkbook } from '../server/src/kernel/spreadsheets/index.ts';
import type { ItemElements } from '../server/src/modules/catalog/contract.ts';
import { loadLists } from '../server/src/modules/item-exchange/sheets/lists.ts';
import { itemSheets, type ExportedItem } from '../server/src/modules/item-exchange/sheets/write-sheets.ts';
import { guideOf } from './many-guides.ts';
import { itemNames, places } from './many-items.ts';

/** The guide of an item as a department lists it: the same names in several places, each with its own code. */
function listedGuide(number: number, department: string): ItemElements {
  const name = `${places[Math.floor(number / itemNames.length)] ?? ''}${itemNames[number % itemNames.length] ?? ''}`;
  return { ...guideOf(number, name), name, localTaskCode: `IMPORT-${String(number).padStart(6, '0')}`, departmentName: department };
}

/** A workbook of `count` items with all its sheets, as our own export writes it. */
export async function writeImportFile(ctx: Context, count: number, department: string): Promise<Buffer> {
  function* source(): Generator<ExportedItem> {
    for (let number = 0; number < count; number += 1) {
      const elements = listedGuide(number, department);
      yield { code: elements.localTaskCode, name: elements.name, mark: '', elements };
    }
  }
  return writeWorkbook(itemSheets(source, await loadLists(ctx), { parts: 'all' }));
}
