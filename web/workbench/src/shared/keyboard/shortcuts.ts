import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Keys as written in the help: one key (`/`, `j`, `Enter`) or `Alt+S`. */
export interface Shortcut {
  keys: readonly string[];
  label: string;
  /** Page-wide keys do nothing while somebody types; these do. */
  whileTyping?: boolean;
  scope: 'anywhere' | 'here';
}

interface Entry extends Shortcut {
  handle: (event: KeyboardEvent) => void;
}

const entries: Entry[] = [];
const listeners = new Set<() => void>();
let snapshot: readonly Shortcut[] = [];

function publish(): void {
  snapshot = entries.map(({ keys, label, scope }) => ({ keys, label, scope }));
  for (const listener of listeners) listener();
}

/** `Alt+S`, `?`, `j`: a key press as the shortcuts name it. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey'>): string {
  if (event.ctrlKey || event.metaKey) return '';
  // With Alt some layouts give another character, so the physical key counts.
  if (event.altKey) return `Alt+${/^(Key[A-Z]|Digit\d)$/.test(event.code) ? event.code.slice(-1) : event.key.toUpperCase()}`;
  return event.key;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) &&
      !(target instanceof HTMLInputElement && /^(checkbox|radio|button|submit)$/.test(target.type)))
  );
}

/**
 * Which of the shortcuts on offer a key means, the last one offered last: those of the page come before those that go along
 * with every page, so that Alt+P at a receipt prints and never lets the ticket in hand pass.
 */
export function pickShortcut<S extends Shortcut>(offered: readonly S[], name: string, { typing, modal }: { typing: boolean; modal: boolean }): S | undefined {
  const meant = offered.filter(({ keys, whileTyping }) => keys.includes(name) && (whileTyping === true || (!typing && !modal)));
  return meant.findLast(({ scope }) => scope === 'here') ?? meant.at(-1);
}

function dispatch(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const modal = document.querySelector('.ant-modal-wrap:not([style*="display: none"])') !== null;
  const entry = pickShortcut(entries, keyName(event), { typing: isTyping(event.target), modal });
  if (!entry) return;
  event.preventDefault();
  entry.handle(event);
}

/** Starts listening to the keyboard; returns how to stop. */
export function listenToShortcuts(): () => void {
  window.addEventListener('keydown', dispatch);
  return () => window.removeEventListener('keydown', dispatch);
}

/** Offers a shortcut while the component is shown; the last one offered wins. Without a handler nothing is offered. */
export function useShortcut(shortcut: Shortcut, handle: ((event: KeyboardEvent) => void) | undefined): void {
  const latest = useRef(handle);
  useEffect(() => {
    latest.current = handle;
  });
  const { label, scope, whileTyping = false } = shortcut;
  const keys = shortcut.keys.join(' ');
  const offered = handle !== undefined;
  useEffect(() => {
    if (!offered) return undefined;
    const entry: Entry = { keys: keys.split(' '), label, scope, whileTyping, handle: (event) => latest.current?.(event) };
    entries.push(entry);
    publish();
    return () => {
      entries.splice(entries.indexOf(entry), 1);
      publish();
    };
  }, [keys, label, scope, whileTyping, offered]);
}

/** The shortcuts that work now, for the help. */
export function useActiveShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => snapshot,
  );
}
