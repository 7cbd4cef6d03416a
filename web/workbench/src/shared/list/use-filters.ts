import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** Filters kept in the address, so that coming back and sharing the link show the same list. */
export function useFilters<K extends string>(names: readonly K[]): [Partial<Record<K, string>>, (change: Partial<Record<K, string | undefined>>) => void, () => void] {
  const [params, setParams] = useSearchParams();
  const joined = names.join(' ');
  const values = useMemo(() => {
    const found: Partial<Record<string, string>> = {};
    for (const name of joined.split(' ')) {
      const value = params.get(name);
      if (value) found[name] = value;
    }
    return found as Partial<Record<K, string>>;
  }, [params, joined]);
  const change = useCallback((next: Partial<Record<K, string | undefined>>) => {
    setParams((before) => {
      const after = new URLSearchParams(before);
      for (const [name, value] of Object.entries<string | undefined>(next as Record<string, string | undefined>)) {
        if (value) after.set(name, value); else after.delete(name);
      }
      return after;
    }, { replace: true });
  }, [setParams]);
  const reset = useCallback(() => setParams({}, { replace: true }), [setParams]);
  return [values, change, reset];
}
