import { identityOf } from '@tongban/server/src/modules/catalog/contract.ts';

/** A key that no entry of the list has: `material-7`. */
export function newKey(prefix: string, entries: readonly unknown[]): string {
  const taken = new Set(entries.map(identityOf));
  let number = entries.length + 1;
  while (taken.has(`${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}
