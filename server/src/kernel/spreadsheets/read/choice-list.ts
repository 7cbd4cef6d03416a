import { plainTitle } from './open-table.ts';

/** A code list as it is offered in drop-downs and read back. */
export interface ChoiceList {
  /** What a drop-down offers, each entry once: the name, with its code where two share a name. */
  readonly choices: readonly string[];
  /** The entry as it is offered; a code that is not on the list stands for itself. */
  label(code: string): string;
  /** The code that a cell means: its name, its code, or both (`01 行政许可`); undefined when it is none. */
  find(text: string): string | undefined;
}

/** Makes a list of codes and names; the order is kept. */
export function choiceList(entries: readonly { readonly code: string; readonly name: string }[]): ChoiceList {
  const counts = new Map<string, number>();
  for (const { name } of entries) counts.set(name, (counts.get(name) ?? 0) + 1);
  const labelOf = new Map(entries.map(({ code, name }) => [code, (counts.get(name) ?? 0) > 1 ? `${name}（${code}）` : name]));
  const codeOf = new Map<string, string>();
  for (const { code, name } of entries) {
    const label = labelOf.get(code) ?? name;
    for (const spelled of [label, `${code}${name}`, `${code}-${name}`, `${code}.${name}`, `${code}、${name}`, `${name}(${code})`]) codeOf.set(plainTitle(spelled), code);
  }
  // A code is believed last, so that a name made of digits keeps its meaning.
  for (const { code } of entries) if (!codeOf.has(plainTitle(code))) codeOf.set(plainTitle(code), code);
  for (const [spelled, code] of [...labelOf].map(([code, label]) => [label, code] as const)) codeOf.set(spelled, code);
  // Nearly every cell of a long list holds a label as it was offered.
  return { choices: [...labelOf.values()], label: (code) => labelOf.get(code) ?? code, find: (text) => codeOf.get(text) ?? codeOf.get(plainTitle(text)) };
}
