import type { Difference } from '@tongban/server/src/modules/directory/change.contract.ts';
import { useContentWords } from '../../../shared/content/use-content-words.ts';

/** Writes an element's value in words: codes by the names of their lists, materials by what they are called. */
export function useShownValue(): (element: string, value: Difference['ours']) => string {
  const describe = useContentWords();
  return (element, value) => describe(element, element === 'materials' && Array.isArray(value) ? value.map(nameOfEntry) : value);
}

function nameOfEntry(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null && 'name' in entry ? entry.name : entry;
}
