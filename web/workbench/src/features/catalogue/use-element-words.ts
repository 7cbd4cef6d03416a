import { useNamedContent } from '../../shared/items/use-named-content.ts';
import { describeValue } from './describe-value.ts';

/** Writes the value of an element, or of one of its entries, as people compare it: codes by the names of their lists. */
export function useElementWords(): (path: string, value: unknown) => string {
  const named = useNamedContent();
  return (path, value) => describeValue(named(path, value));
}
