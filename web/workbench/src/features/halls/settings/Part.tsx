import type { ReactNode } from 'react';

/** A control in the row of a table; where the table has no room, as on a phone, its title stands above it. */
export function Part({ label, children }: { label: string; children: ReactNode }) {
  return <div className="hall-part"><span className="hall-part__label" aria-hidden="true">{label}</span>{children}</div>;
}
