import { elementInfo, isElementName, isMembers } from '@tongban/server/src/modules/catalog/contract.ts';
import { useDictionaries, type NameOf } from '../use-dictionary.ts';
import { entryLists, type EntryPart } from './entry-parts.ts';
import { useLicenceTypes } from './use-licence-types.ts';

const dictionaries = [...new Set([
  ...Object.values(elementInfo).map(({ dictionary }) => dictionary),
  ...Object.values(entryLists).flatMap(({ parts }) => parts.map(({ dictionary }) => dictionary)),
].filter((dictionary) => dictionary !== undefined))];
const licenceTypes = 'licence-type';

/** Puts names in the place of codes in the value of an element, or of one of its entries: what people compare says what it means. */
export function useNamedContent(): (path: string, value: unknown) => unknown {
  const listed = useDictionaries(dictionaries);
  const types = useLicenceTypes();
  const nameOf: NameOf = (list, code) => (list === licenceTypes ? types.find(({ value }) => value === code)?.name ?? code ?? '' : listed(list, code));
  return (path, value) => named(path.split('.')[0] ?? '', value, nameOf);
}

function named(element: string, value: unknown, nameOf: NameOf): unknown {
  if (!isElementName(element)) return value;
  if (element === 'organizationId' && isMembers(value)) return value['departmentName'];
  if (element === 'handling' && isMembers(value)) return { ...value, ...(value['licenceTypeCode'] === undefined ? {} : { licenceTypeCode: nameCodes(value['licenceTypeCode'], licenceTypes, nameOf) }) };
  const { dictionary } = elementInfo[element];
  if (dictionary !== undefined) return nameCodes(value, dictionary, nameOf);
  if (Array.isArray(value)) return value.map((entry: unknown) => nameParts(element, entry, nameOf));
  return nameParts(element, value, nameOf);
}

function nameParts(element: string, entry: unknown, nameOf: NameOf): unknown {
  const parts = isElementName(element) ? entryLists[element]?.parts : undefined;
  if (!parts || !isMembers(entry)) return entry;
  const lists = new Map(parts.map((part) => [part.name, listOf(part)]));
  return Object.fromEntries(Object.entries(entry).map(([name, part]) => [name, nameCodes(part, lists.get(name), nameOf)]));
}

function listOf({ dictionary, kind }: EntryPart): string | undefined {
  return kind === 'licence-type' || kind === 'licence-types' ? licenceTypes : dictionary;
}

function nameCodes(value: unknown, dictionary: string | undefined, nameOf: NameOf): unknown {
  if (dictionary === undefined) return value;
  if (Array.isArray(value)) return value.map((code: unknown) => nameCodes(code, dictionary, nameOf));
  return typeof value === 'string' ? nameOf(dictionary, value) : value;
}
