import { isDeepStrictEqual } from 'node:util';
import type { ItemElements } from '../catalog/contract.ts';
import { inheritedNames, publicElementNames, type EntryElements, type InheritedName, type PublicElements } from './entry.contract.ts';
import { compareMaterials, mergeMaterials } from './materials.ts';

/** What an entry says of an element of its implementation lists; undefined where it says nothing. */
export function inheritedValue(elements: EntryElements, name: InheritedName): unknown {
  return isPublic(name) ? elements.publicElements[name] : elements[name];
}

function isPublic(name: InheritedName): name is (typeof publicElementNames)[number] {
  return (publicElementNames as readonly string[]).includes(name);
}

/** The elements in which two versions of an entry differ, as far as lists inherit them. */
export function changedElements(before: EntryElements, after: EntryElements): InheritedName[] {
  return inheritedNames.filter((name) => !isDeepStrictEqual(inheritedValue(before, name), inheritedValue(after, name)));
}

/** Elements that an entry fixes for its implementation lists: what it locks and its codes, as far as it says them. */
export function lockedNames(elements: EntryElements): InheritedName[] {
  const locked = new Set<InheritedName>(['catalogCode', 'localCatalogCode', ...elements.lockedElements]);
  return inheritedNames.filter((name) => locked.has(name) && inheritedValue(elements, name) !== undefined);
}

const codeLists: readonly InheritedName[] = ['serviceObjects'];

/** Whether an implementation list says of an element what its entry says; the order of codes and entries' keys do not matter. */
export function agrees(name: InheritedName, incoming: unknown, ours: ItemElements): boolean {
  const value = ours[name];
  if (name === 'materials') return compareMaterials(incoming as NonNullable<PublicElements['materials']>, ours.materials).same;
  if (codeLists.includes(name)) return isDeepStrictEqual(new Set(incoming as string[]), new Set(value as string[]));
  if (name === 'results') return agreeResults(incoming as NonNullable<PublicElements['results']>, ours.results);
  return isDeepStrictEqual(plain(incoming), plain(value));
}

function agreeResults(incoming: NonNullable<PublicElements['results']>, ours: ItemElements['results']): boolean {
  return incoming.length === ours.length && incoming.every((result) => ours.some((own) => Object.entries(result).every(([key, value]) => own[key as keyof typeof own] === value)));
}

function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** An element of an implementation list after taking over what the entry says; what is the list's own (keys, forms, samples) stays. */
export function takeOver(name: InheritedName, incoming: unknown, ours: ItemElements): Partial<ItemElements> {
  if (name === 'materials') return mergeMaterials(incoming as NonNullable<PublicElements['materials']>, ours);
  if (name === 'results') {
    const results = (incoming as NonNullable<PublicElements['results']>).map((result) => ({ ...ours.results.find((own) => own.name === result.name), ...result }));
    return { results };
  }
  return { [name]: incoming };
}
