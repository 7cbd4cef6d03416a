import type { ReactNode } from 'react';
import { useWindowTitle } from '../../shared/layout/Page.tsx';

/** One part of the space: its heading and content. */
export function SpacePart({ title, lead, aside, children }: { title: string; lead?: ReactNode; aside?: ReactNode; children: ReactNode }) {
  useWindowTitle(title);
  return (
    <div className="stack">
      <div className="space__head">
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p className="muted">{lead}</p>}
        </div>
        {aside}
      </div>
      {children}
    </div>
  );
}
