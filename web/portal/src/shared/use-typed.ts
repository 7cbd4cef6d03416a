import { useCallback, useState } from 'react';

function find<T extends object>(name: string, initial: T): T {
  try {
    // Only this module writes these entries.
    return { ...initial, ...JSON.parse(localStorage.getItem(name) ?? '{}') as Partial<T> };
  } catch {
    return initial;
  }
}

/**
 * State that survives a reload and a session that has ended: what a person typed stays on this device under `key`, which names
 * them, until `forget` is called after success. Signing out clears it. A component keeps one key as long as it is shown.
 */
export function useTyped<T extends object>(key: string, initial: T): [T, (change: (before: T) => T) => void, () => void] {
  const name = `tongban.private.typed.${key}`;
  const [typed, setTyped] = useState(() => find(name, initial));
  const change = useCallback((next: (before: T) => T) => {
    setTyped((before) => {
      const changed = next(before);
      try {
        localStorage.setItem(name, JSON.stringify(changed));
      } catch { /* no room: the page itself still holds it */ }
      return changed;
    });
  }, [name]);
  const forget = useCallback(() => localStorage.removeItem(name), [name]);
  return [typed, change, forget];
}
