import type { BundleContent } from '@tongban/server/src/modules/bundles/contract.ts';
import { isSame } from '@tongban/server/src/modules/catalog/contract.ts';

export type ContentPart = keyof BundleContent;
export type Choice = 'mine' | 'theirs';

/** A part that two editors changed differently. */
export interface PartConflict {
  readonly part: ContentPart;
  readonly mine: unknown;
  readonly theirs: unknown;
}

function partsOf(...contents: readonly BundleContent[]): ContentPart[] {
  return [...new Set(contents.flatMap((content) => Object.keys(content)))] as ContentPart[];
}

/** Parts that both changed since `base`, and not in the same way. */
export function findConflicts(base: BundleContent, theirs: BundleContent, mine: BundleContent): PartConflict[] {
  return partsOf(base, theirs, mine).filter((part) => !isSame(theirs[part], base[part]) && !isSame(mine[part], base[part]) && !isSame(mine[part], theirs[part]))
    .map((part) => ({ part, mine: mine[part], theirs: theirs[part] }));
}

/** What both changed: each part from who changed it, those of a conflict as chosen. */
export function mergeContent(base: BundleContent, theirs: BundleContent, mine: BundleContent, choose: (part: ContentPart) => Choice): BundleContent {
  const conflicts = new Set(findConflicts(base, theirs, mine).map(({ part }) => part));
  const merged = partsOf(base, theirs, mine).flatMap((part): [ContentPart, unknown][] => {
    const source = conflicts.has(part) ? (choose(part) === 'mine' ? mine : theirs) : isSame(mine[part], base[part]) ? theirs : mine;
    return source[part] === undefined ? [] : [[part, source[part]]];
  });
  // Each part comes from a content that had it in its own shape.
  return Object.fromEntries(merged) as BundleContent;
}
