import { useId, type ReactNode } from 'react';
import { classes } from '../classes.ts';

/** A bordered part of a page, a named region when it has a title. */
export function Card({ title, aside, compact = false, level = 2, className, children }:
  { title?: ReactNode; aside?: ReactNode; compact?: boolean; level?: 2 | 3; className?: string; children: ReactNode }) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  const Part = title === undefined ? 'div' : 'section';
  return (
    <Part className={classes('tb-card', compact && 'tb-card--compact', className)} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <div className="tb-card__head">
          <Heading id={id}>{title}</Heading>
          {aside}
        </div>
      )}
      {children}
    </Part>
  );
}

/** Names and values, one below the other on a phone. Entries without a value are left out. */
export function DescriptionList({ entries }: { entries: readonly { term: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className="tb-dl">
      {entries.filter((entry) => entry.value !== undefined && entry.value !== null && entry.value !== '').map((entry, index) => (
        <div key={index}>
          <dt>{entry.term}</dt>
          <dd>{entry.value}</dd>
        </div>
      ))}
    </dl>
  );
}
