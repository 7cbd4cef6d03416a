import { ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';

/** The longest text the contract allows at a path such as `legalBases.lawName`; lists are passed through. */
export function longestAt(...path: readonly string[]): number {
  let schema: unknown = ItemElements;
  for (const name of path) schema = member(member(itemsOf(schema), 'properties'), name);
  const longest = member(itemsOf(schema), 'maxLength');
  return typeof longest === 'number' ? longest : 500;
}

/** The most entries of a list element. */
export function mostAt(name: string): number {
  const most = member(member(member(ItemElements, 'properties'), name), 'maxItems');
  return typeof most === 'number' ? most : 100;
}

function itemsOf(schema: unknown): unknown {
  return member(schema, 'items') ?? schema;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

const required = new Set<unknown>(ItemElements.required);

/** Whether an element may be left out. */
export function isOptional(name: string): boolean {
  return !required.has(name);
}
