import { defaultDeviceService } from '@tongban/server/src/kernel/window-devices/contract.ts';
import { useSyncExternalStore } from 'react';

/** How somebody wants the workbench; kept in this browser. */
export interface Preferences {
  largeType: boolean;
  /** The navigation shows names beside its icons; `auto` by the width of the window. */
  navigation: 'auto' | 'wide' | 'narrow';
  /** The service for the devices of this computer, and whether they are used. */
  deviceService: { used: boolean; address: string };
}

const key = 'tongban.workbench.preferences';
const listeners = new Set<() => void>();
let current: Preferences = { largeType: false, navigation: 'auto', deviceService: { used: false, address: defaultDeviceService } };

function read(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return current;
    const navigation = 'navigation' in stored && (stored.navigation === 'wide' || stored.navigation === 'narrow') ? stored.navigation : 'auto';
    return { largeType: 'largeType' in stored && stored.largeType === true, navigation, deviceService: 'deviceService' in stored ? readDeviceService(stored.deviceService) : current.deviceService };
  } catch {
    return current;
  }
}

function readDeviceService(stored: unknown): Preferences['deviceService'] {
  if (typeof stored !== 'object' || stored === null || !('address' in stored) || typeof stored.address !== 'string') return current.deviceService;
  return { used: 'used' in stored && stored.used === true, address: stored.address };
}

function show(): void {
  if (current.largeType) document.documentElement.setAttribute('data-type', 'large');
  else document.documentElement.removeAttribute('data-type');
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
