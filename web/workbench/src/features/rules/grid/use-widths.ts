import { useState } from 'react';

const name = 'tongban.workbench.rules.widths';
const most = 2_000;

function load(): Record<string, number> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '{}');
    return typeof kept === 'object' && kept !== null ? Object.fromEntries(Object.entries(kept).filter(([, width]) => typeof width === 'number')) as Record<string, number> : {};
  } catch {
    return {};
  }
}

/** How wide somebody made columns, px by column id; kept in this browser. */
export function useWidths(): [Readonly<Record<string, number>>, (column: string, width: number) => void] {
  const [widths, setWidths] = useState(load);
  return [widths, (column, width) => {
    const next = Object.fromEntries(Object.entries({ ...widths, [column]: Math.round(Math.max(60, Math.min(900, width))) }).slice(-most));
    setWidths(next);
    try {
      localStorage.setItem(name, JSON.stringify(next));
    } catch { /* private browsing: it lasts as long as the page */ }
  }];
}
