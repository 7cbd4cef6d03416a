import { columnLetters } from '../cell-position.ts';
import { cellXml } from './cell-xml.ts';
import type { Sheet } from './sheet.ts';
import { xmlText } from './xml-text.ts';

/** Name of the hidden sheet that long drop-downs take their entries from. */
export const choiceSheetName = '选项';

/** Rows below the heading that offer the drop-downs. */
const offeredRows = 20_000;

/** Longest list that fits into the rule itself. */
const longestInline = 255;

/** The drop-downs of a workbook: short ones stand in the rule, the others as a column each on a hidden sheet. */
export class ChoiceLists {
  readonly #hidden: (readonly string[])[] = [];
  readonly #sourceOf = new Map<string, string>();

  constructor(sheets: readonly Sheet[]) {
    for (const { columns } of sheets) for (const { choices } of columns) if (choices && choices.length > 0) this.#add(choices);
  }

  get isNeeded(): boolean {
    return this.#hidden.length > 0;
  }

  #add(choices: readonly string[]): void {
    const key = JSON.stringify(choices);
    if (this.#sourceOf.has(key)) return;
    const inline = choices.join(',');
    if (inline.length <= longestInline && choices.every((choice) => !/[",]|^\s|\s$/.test(choice))) {
      this.#sourceOf.set(key, `"${inline}"`);
      return;
    }
    this.#hidden.push(choices);
    const letters = columnLetters(this.#hidden.length);
    this.#sourceOf.set(key, `'${choiceSheetName}'!$${letters}$1:$${letters}$${choices.length}`);
  }

  /** The rules of a sheet's columns, or nothing. */
  validationsOf({ columns }: Sheet): string {
    const rules = columns.flatMap(({ title, choices }, index) => {
      if (!choices || choices.length === 0) return [];
      const letters = columnLetters(index + 1);
      const source = xmlText(this.#sourceOf.get(JSON.stringify(choices)) ?? '');
      return [`<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="请从下拉框选择" error="${xmlText(title)}不在可选项中。" sqref="${letters}2:${letters}${offeredRows + 1}"><formula1>${source}</formula1></dataValidation>`];
    });
    return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
  }

  /** The hidden sheet's rows. */
  * rowsXml(): Generator<string> {
    const longest = Math.max(0, ...this.#hidden.map((choices) => choices.length));
    for (let row = 1; row <= longest; row += 1) {
      yield `<row r="${row}">${this.#hidden.map((choices, index) => cellXml(choices[row - 1], 'text', index + 1, row)).join('')}</row>`;
    }
  }
}
