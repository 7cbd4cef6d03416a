import { Modal } from 'antd';
import { useSyncExternalStore } from 'react';
import { useActiveShortcuts, useShortcut, type Shortcut } from '../shared/keyboard/shortcuts.ts';
import { text } from '../shared/text.ts';

let open = false;
const listeners = new Set<() => void>();
function setOpen(next: boolean): void {
  open = next;
  for (const listener of listeners) listener();
}

/** Opens the overlay that lists the keys of this page. */
export function openShortcutHelp(): void {
  setOpen(true);
}

/** The overlay of shortcuts, on `?`. */
export function ShortcutHelp() {
  const shown = useSyncExternalStore((listener) => { listeners.add(listener); return () => { listeners.delete(listener); }; }, () => open);
  const shortcuts = useActiveShortcuts();
  useShortcut({ keys: ['?'], label: text.keys.open, scope: 'anywhere' }, openShortcutHelp);
  // What the page says a key does comes first; what it would do elsewhere is not told here.
  const here = new Set(shortcuts.flatMap(({ scope, keys }) => (scope === 'here' ? keys : [])));
  const groups = (['here', 'anywhere'] as const).map((scope) => ({
    scope, items: unique(shortcuts.filter((shortcut) => shortcut.scope === scope && (scope === 'here' || !shortcut.keys.every((key) => here.has(key))))),
  }));
  return (
    <Modal open={shown} title={text.keys.title} footer={null} onCancel={() => setOpen(false)} width={460}>
      {groups.filter(({ items }) => items.length > 0).map(({ scope, items }) => (
        <section key={scope} className="keys">
          <h3>{text.keys[scope]}</h3>
          <dl>
            {items.map((item) => (
              <div key={item.keys.join()}><dt>{item.label}</dt><dd>{item.keys.map((key) => <kbd key={key}>{nameOf(key)}</kbd>)}</dd></div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}

const names: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→', Enter: 'Enter' };
const nameOf = (key: string): string => names[key] ?? key;

function unique(shortcuts: readonly Shortcut[]): Shortcut[] {
  return [...new Map(shortcuts.map((shortcut) => [shortcut.keys.join(), shortcut])).values()];
}
