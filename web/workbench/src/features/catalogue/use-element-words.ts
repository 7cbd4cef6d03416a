import { elementInfo, isElementName, isMembers } from '@tongban/server/src/modules/catalog/contract.ts';
import { useDictionaries, type NameOf } from '../../shared/use-dictionary.ts';
import { describeValue } from './describe-value.ts';
import { entryLists } from './editor/entry-parts.ts';

const dictionaries = [...new Set([
  ...Object.values(elementInfo).map(({ dictionary }) => dictionary),
  ...Object.values(entryLists).flatMap(({ parts }) => parts.map(({ dictionary }) => dictionary)),
].filter((dictionary) => dictionary !== undefined))];

/** Writes the value of an element, or of one of its entries, as people compare it: codes by the names of their lists. */
export function useElementWords(): (path: string, value: unknown) => string {
  const nameOf = useDictionaries(dictionaries);
  return (path, value) => describeValue(named(path.split('.')[0] ?? '', value, nameOf));
}

function named(element: string, value: unknown, nameOf: NameOf): unknown {
  if (!isElementName(element)) return value;
  if (element === 'organizationId' && isMembers(value)) return value['departmentName'];
  const { dictionary } = elementInfo[element];
  if (dictionary !== undefined) return nameCodes(value, dictionary, nameOf);
  if (Array.isArray(value)) return value.map((entry: unknown) => nameParts(element, entry, nameOf));
  return nameParts(element, value, nameOf);
}

function nameParts(element: string, entry: unknown, nameOf: NameOf): unknown {
  const parts = isElementName(element) ? entryLists[element]?.parts : undefined;
  if (!parts || !isMembers(entry)) return entry;
  const lists = new Map(parts.map(({ name, dictionary }) => [name, dictionary]));
  return Object.fromEntries(Object.entries(entry).map(([name, part]) => [name, nameCodes(part, lists.get(name), nameOf)]));
}

function nameCodes(value: unknown, dictionary: string | undefined, nameOf: NameOf): unknown {
  if (dictionary === undefined) return value;
  if (Array.isArray(value)) return value.map((code: unknown) => nameCodes(code, dictionary, nameOf));
  return typeof value === 'string' ? nameOf(dictionary, value) : value;
}
