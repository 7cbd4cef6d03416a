import { useCallback, useState } from 'react';
import { privatePrefix } from '../private-prefix.ts';

function load<T>(name: string, initial: T): T {
  try {
    const kept = sessionStorage.getItem(name);
    return kept === null ? initial : (JSON.parse(kept) as T);
  } catch {
    return initial;
  }
}

/**
 * State that survives a reload, an expired session and somebody else being faster: what an officer typed stays in this
 * tab under `key` until `forget` is called after success. Leaving the session clears it.
 */
export function useTyped<T>(key: string, initial: T): [T, (next: T | ((before: T) => T)) => void, () => void] {
  const name = `${privatePrefix}typed.${key}`;
  const [slot, setSlot] = useState(() => ({ name, value: load(name, initial) }));
  const value = slot.name === name ? slot.value : load(name, initial);
  if (slot.name !== name) setSlot({ name, value });

  const change = useCallback((next: T | ((before: T) => T)) => {
    setSlot((before) => {
      const current = before.name === name ? before.value : load(name, initial);
      const changed = typeof next === 'function' ? (next as (before: T) => T)(current) : next;
      try {
        sessionStorage.setItem(name, JSON.stringify(changed));
      } catch { /* storage is full or closed: the page itself still holds it */ }
      return { name, value: changed };
    });
    // `initial` is a literal of the caller; only the key decides where the text belongs.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [name]);

  const forget = useCallback(() => {
    sessionStorage.removeItem(name);
    setSlot({ name, value: initial });
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [name]);
  return [value, change, forget];
}
