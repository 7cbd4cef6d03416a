import { columnsOf } from '@tongban/form-model';
import type { Renames } from '@tongban/expressions';
import type { ChosenItem } from './bundle-items.ts';
import type { FieldGroup } from './group-fields.ts';

/** Ids in the one form: of each group, and of each item's fields and columns by their ids in its own form. */
export interface FieldNames {
  idOf(group: FieldGroup): string;
  /** Ids of one item's fields and columns in the one form. */
  readonly byItem: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** How to write one item's expressions in the one form; what the guidance has decided is written as its value. */
  renamesOf(item: ChosenItem): Renames;
}

/** Gives every group an id of its own: the id that it has in the first form, after the item's key where that is taken. */
export function nameFields(groups: readonly FieldGroup[]): FieldNames {
  const taken = new Set<string>();
  const ids = new Map<FieldGroup, string>();
  const byItem = new Map<string, Map<string, string>>();
  const note = (item: ChosenItem, old: string, id: string): void => {
    byItem.set(item.item.key, (byItem.get(item.item.key) ?? new Map<string, string>()).set(old, id));
  };
  // What is shared keeps its plain name.
  for (const group of groups.toSorted((one, other) => Number(other.parts.length > 1) - Number(one.parts.length > 1))) {
    const [first] = group.parts;
    if (!first) continue;
    const id = claim(taken, first.field.id, first.item);
    ids.set(group, id);
    for (const { item, field } of group.parts) note(item, field.id, id);
    for (const column of columnsOf(first.field)) note(first.item, column.id, claim(taken, column.id, first.item));
  }
  return {
    byItem,
    idOf: (group) => ids.get(group) ?? '',
    renamesOf: (item) => {
      const own = byItem.get(item.item.key) ?? new Map<string, string>();
      const decided = (item.form?.definition.parameters ?? []).map((name): [string, string] => {
        const option = item.answers.get(name);
        return [name, option === undefined ? 'null' : JSON.stringify(option)];
      });
      return { names: new Map([...own, ...decided]), parts: own };
    },
  };
}

function claim(taken: Set<string>, id: string, { item }: ChosenItem): string {
  const prefix = `of_${item.key.replaceAll('-', '_')}_`;
  let free = id;
  for (let again = 1; taken.has(free); again += 1) free = again === 1 ? `${prefix}${id}` : `${prefix}${id}_${again}`;
  taken.add(free);
  return free;
}
