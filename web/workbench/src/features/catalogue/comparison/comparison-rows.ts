import { compareElements, elementInfo, elementNames, type ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';

/** One line of two versions side by side. */
export interface ComparisonRow {
  readonly path: string;
  readonly label: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly kind: 'same' | 'added' | 'removed' | 'changed';
}

/** Two versions as lines in the order of a guide: an element that is the same is one line, one that differs a line for each difference. */
export function comparisonRows(before: ItemElements, after: ItemElements): ComparisonRow[] {
  const differences = compareElements(before, after);
  // The name of the department says who it is; its identifier is for machines.
  return elementNames.filter((name) => name !== 'organizationId').flatMap((name): ComparisonRow[] => {
    const own = differences.filter(({ path }) => path === name || path.startsWith(`${name}.`));
    if (own.length > 0) return own.map(({ path, label, kind, before: from, after: to }) => ({ path, label, kind, before: from, after: to }));
    return before[name] === undefined && after[name] === undefined ? [] : [{ path: name, label: elementInfo[name].label, kind: 'same', before: before[name], after: after[name] }];
  });
}
