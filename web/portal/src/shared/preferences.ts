import { useSyncExternalStore } from 'react';

/** How somebody wants to read the portal; kept on this device. */
export interface Preferences {
  largeType: boolean;
  highContrast: boolean;
}

const key = 'tongban.preferences';
const listeners = new Set<() => void>();
let current: Preferences = { largeType: false, highContrast: false };

function read(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return current;
    return {
      largeType: 'largeType' in stored && stored.largeType === true,
      highContrast: 'highContrast' in stored && stored.highContrast === true,
    };
  } catch {
    return current;
  }
}

function show(): void {
  const root = document.documentElement;
  root.toggleAttribute('data-type', false);
  root.toggleAttribute('data-contrast', false);
  if (current.largeType) root.setAttribute('data-type', 'large');
  if (current.highContrast) root.setAttribute('data-contrast', 'high');
}

/** Applies what was chosen last time, before anything is drawn. */
export function restorePreferences(): void {
  current = read();
  show();
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  show();
  try {
    localStorage.setItem(key, JSON.stringify(current));
  } catch { /* private browsing: the choice lasts as long as the page */ }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current);
}
