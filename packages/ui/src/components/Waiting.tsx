import type { ReactNode } from 'react';
import { useUiText } from '../locale.ts';
import { Button } from './Button.tsx';

/** Something is being fetched. */
export function Spinner({ label }: { label?: string }) {
  const text = useUiText();
  return (
    <span role="status">
      <span className="tb-spinner" aria-hidden="true" />
      <span className="tb-hidden">{label ?? text.loading}</span>
    </span>
  );
}

/** Grey lines in the place of text to come. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const text = useUiText();
  return (
    <div className="tb-skeleton" role="status">
      <span className="tb-hidden">{text.loading}</span>
      {Array.from({ length: lines }, (_line, index) => <span key={index} aria-hidden="true" />)}
    </div>
  );
}

/** How far an upload is, in percent. */
export function ProgressBar({ label, percent }: { label: string; percent: number }) {
  return <progress className="tb-progress" aria-label={label} max={100} value={percent} />;
}

/** The end of a list that continues: cursor paging has no page numbers. */
export function Pagination({ shown, unit, hasMore, busy, onMore }:
  { shown: number; unit: string; hasMore: boolean; busy: boolean; onMore: () => void }) {
  const text = useUiText();
  return (
    <div className="tb-pagination">
      {hasMore
        ? <Button busy={busy} onClick={onMore}>{busy ? text.moreLoading : text.more}</Button>
        : <span className="tb-field__hint" aria-live="polite">{text.noMore} {shown} {unit}</span>}
    </div>
  );
}

/** A list without rows: says what would be here and what to do. */
export function EmptyState({ icon, title, children, action }: { icon?: ReactNode; title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="tb-empty">
      {icon}
      <p className="tb-empty__title">{title}</p>
      {children !== undefined && <div className="tb-empty__detail">{children}</div>}
      {action}
    </div>
  );
}
