import { Value } from 'typebox/value';
import { elementInfo, isElementName, isSame, ItemElements, type BulkMode, type ElementName } from '../contract.ts';
import { fail } from '../errors.ts';

/** Elements that differ from item to item, or have editors of their own. */
const single: ReadonlySet<ElementName> = new Set([
  'name', 'catalogCode', 'localCatalogCode', 'taskCode', 'handlingItemCode', 'localTaskCode', 'regionCode', 'organizationId', 'departmentName', 'materials',
  'conditionPoints', 'questionnaire', 'forms', 'handling', 'handlingDepartments', 'results',
]);

/** Elements that may be changed over many items. */
export function isBulkElement(name: string): name is ElementName {
  return isElementName(name) && !single.has(name);
}

/** Refuses an element that is each item's own, and a value the element cannot have. @throws catalog.bulk-element, catalog.bulk-value */
export function requireBulkValue(element: string, mode: BulkMode, value: unknown): ElementName {
  if (!isBulkElement(element)) throw fail('catalog.bulk-element', { element: isElementName(element) ? elementInfo[element].label : element });
  const { label, kind } = elementInfo[element];
  if (mode !== 'set' && kind !== 'codes') throw fail('catalog.bulk-element', { element: label });
  const optional = !ItemElements.required.some((name) => name === element);
  const fits = value === undefined ? optional && mode === 'set' : Value.Check(ItemElements.properties[element], value);
  if (!fits) throw fail('catalog.bulk-value', { element: label });
  return element;
}

/** The value an item will have. */
export function planBulkValue(mode: BulkMode, value: unknown, before: unknown): unknown {
  if (mode === 'set') return value;
  const standing = codesOf(before);
  const given = codesOf(value);
  return mode === 'add' ? [...new Set([...standing, ...given])] : standing.filter((code) => !given.includes(code));
}

function codesOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Whether the change leaves the item as it is; an empty list says no more than none. */
export function isUnchanged(before: unknown, after: unknown): boolean {
  return isSame(before ?? [], after ?? []);
}
