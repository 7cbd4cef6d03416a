import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';

export interface Tab {
  id: string;
  label: ReactNode;
  panel: ReactNode;
}

/** The tab an arrow key leads to, round the ends; undefined for other keys. */
export function nextTabIndex(key: string, index: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (index + 1) % count;
  if (key === 'ArrowLeft') return (index + count - 1) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}

/** Parts of one page of which one is shown; arrow keys move between the tabs. */
export function Tabs({ label, tabs, initial }: { label: string; tabs: readonly Tab[]; initial?: string }) {
  const base = useId();
  const [chosen, setChosen] = useState(initial ?? tabs[0]?.id);
  const current = tabs.find((tab) => tab.id === chosen) ?? tabs[0];
  function move(event: KeyboardEvent, index: number) {
    const next = nextTabIndex(event.key, index, tabs.length);
    const tab = next === undefined ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    setChosen(tab.id);
    document.getElementById(`${base}-tab-${tab.id}`)?.focus();
  }
  return (
    <div>
      <div className="tb-tabs__list" role="tablist" aria-label={label}>
        {tabs.map((tab, index) => (
          <button
            key={tab.id} type="button" role="tab" id={`${base}-tab-${tab.id}`} className="tb-tabs__tab"
            aria-selected={tab === current} aria-controls={`${base}-panel`} tabIndex={tab === current ? 0 : -1}
            onClick={() => setChosen(tab.id)} onKeyDown={(event) => move(event, index)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div className="tb-tabs__panel" role="tabpanel" id={`${base}-panel`} aria-labelledby={current && `${base}-tab-${current.id}`}>
        {current?.panel}
      </div>
    </div>
  );
}
