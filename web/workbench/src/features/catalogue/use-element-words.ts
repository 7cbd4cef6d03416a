import { useNamedContent } from '../../shared/items/use-named-content.ts';
import { describeValue } from './describe-value.ts';
import { nameReferences, type Named } from './name-references.ts';

/** Writes the value of an element, or of one of its entries, as people compare it: codes by the names of their lists, references by what `of` says of its version. */
export function useElementWords(): (path: string, value: unknown, of?: Named) => string {
  const named = useNamedContent();
  return (path, value, of = {}) => describeValue(nameReferences(named(path, value), of));
}
