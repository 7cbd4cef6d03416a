import { useState } from 'react';

function read(name: string): readonly string[] | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : undefined;
  } catch {
    return undefined;
  }
}

/** Which columns of a list somebody wants to see; kept in this browser. */
export function useColumns(list: string, usual: readonly string[]): [ReadonlySet<string>, (shown: readonly string[]) => void] {
  const name = `tongban.workbench.columns.${list}`;
  const [shown, setShown] = useState<ReadonlySet<string>>(() => new Set(read(name) ?? usual));
  return [shown, (next) => {
    setShown(new Set(next));
    try {
      localStorage.setItem(name, JSON.stringify(next));
    } catch { /* private browsing: the choice lasts as long as the page */ }
  }];
}
