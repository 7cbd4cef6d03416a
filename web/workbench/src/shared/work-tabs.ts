import { useEffect, useSyncExternalStore } from 'react';
import { privatePrefix } from './private-prefix.ts';

/** A piece of work somebody has open: a case or a registration. */
export interface WorkTab { path: string; title: string; detail: string }

const key = `${privatePrefix}work-tabs`;
const most = 9;
const listeners = new Set<() => void>();
let tabs: readonly WorkTab[] = read();

function read(): readonly WorkTab[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? (kept as WorkTab[]) : [];
  } catch {
    return [];
  }
}

function change(next: readonly WorkTab[]): void {
  tabs = next;
  try {
    sessionStorage.setItem(key, JSON.stringify(next));
  } catch { /* the strip lasts as long as the page */ }
  for (const listener of listeners) listener();
}

/** Keeps this piece of work at hand in the strip while others are opened (INT-06); what is typed in it stays there too. */
export function useWorkTab(path: string, title: string, detail: string): void {
  useEffect(() => {
    const known = tabs.findIndex((tab) => tab.path === path);
    const tab = { path, title, detail };
    if (known >= 0) change(tabs.map((one, index) => (index === known ? tab : one)));
    else change([...tabs, tab].slice(-most));
  }, [path, title, detail]);
}

/** Takes a piece of work out of the strip. */
export function closeWorkTab(path: string): void {
  change(tabs.filter((tab) => tab.path !== path));
}

/** Empties the strip, when another officer signs in. */
export function closeAllWorkTabs(): void {
  change([]);
}

/** What is open, in the order in which it was opened. */
export function useWorkTabs(): readonly WorkTab[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => { listeners.delete(listener); };
  }, () => tabs);
}
