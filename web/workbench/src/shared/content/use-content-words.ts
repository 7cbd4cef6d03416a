import { useNamedContent } from '../items/use-named-content.ts';
import { describeContent } from './describe-content.ts';

/** Writes an element's value in a few lines, codes by the names of their lists. */
export function useContentWords(): (element: string, value: unknown) => string {
  const named = useNamedContent();
  return (element, value) => describeContent(named(element, value));
}
