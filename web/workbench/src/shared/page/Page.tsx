import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { text } from '../text.ts';
import './page.css';

interface PageProps {
  title: string;
  /** Beside the title: counts, state. */
  aside?: ReactNode;
  /** At most one of them primary. */
  actions?: ReactNode;
  /** Filters and tabs below the title. */
  bar?: ReactNode;
  children: ReactNode;
  /** The content scrolls within itself (tables) instead of with the page. */
  fill?: boolean;
}

/** The frame of a page below the top bar. */
export function Page({ title, aside, actions, bar, children, fill = false }: PageProps) {
  useTitle(title);
  return (
    <div className={fill ? 'wb-page is-filling' : 'wb-page'}>
      <header className="wb-page__head">
        <h1>{title}</h1>
        {aside ? <div className="wb-page__aside">{aside}</div> : null}
        {actions ? <div className="wb-page__actions">{actions}</div> : null}
      </header>
      {bar ? <div className="wb-page__bar">{bar}</div> : null}
      {children}
    </div>
  );
}

/** Names the page in the browser's tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${text.product}`;
  }, [title]);
}

/** A titled block on a page. */
export function Panel({
  title,
  extra,
  children,
  flush = false,
  className = '',
}: {
  title?: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
  flush?: boolean;
  className?: string;
}) {
  return (
    <section className={`panel ${className}`}>
      {title ? (
        <header className="panel__head">
          <h2>{title}</h2>
          {extra ? <div className="panel__extra">{extra}</div> : null}
        </header>
      ) : null}
      <div className={flush ? 'panel__body is-flush' : 'panel__body'}>{children}</div>
    </section>
  );
}

/** Names and values in one or more columns. */
export function Facts({ items, columns = 1 }: { items: readonly { label: string; value: ReactNode }[]; columns?: number }) {
  return (
    <dl className="facts" style={{ gridTemplateColumns: `repeat(${columns}, max-content minmax(0, 1fr))` }}>
      {items.map(({ label, value }) => (
        <div className="facts__item" key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
