import type { FormIssue } from '@tongban/form-model';
import { type MouseEvent, useEffect, useRef } from 'react';
import { controlId } from './form-environment.ts';

export interface ErrorSummaryProps {
  readonly issues: readonly FormIssue[];
  readonly idPrefix: string;
  /** Raised by the host at each attempt to submit; the summary then takes the focus. */
  readonly submitCount: number;
}

/** What has to be mended, at the top of the form, each entry leading to its field (WCAG 3.3.1, 2.4.3). */
export function ErrorSummary({ issues, idPrefix, submitCount }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (submitCount > 0) box.current?.focus();
  }, [submitCount]);
  if (issues.length === 0) return null;
  return (
    <div ref={box} className="tbf-summary" role="alert" tabIndex={-1} aria-labelledby={`${idPrefix}-summary`}>
      <h2 className="tbf-summary__title" id={`${idPrefix}-summary`}>{`有 ${issues.length} 处需要修改`}</h2>
      <ul className="tbf-summary__list">
        {issues.map((issue) => (
          <li key={`${issue.path} ${issue.code}`}>
            <a href={`#${controlId(idPrefix, issue.path)}`} onClick={focusTarget}>{namesField(issue) ? issue.message : `${issue.label}：${issue.message}`}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Whether a message says itself which field it is about; of a long statement the beginning is enough. */
function namesField({ message, label }: FormIssue): boolean {
  return message.includes(label.slice(0, 16));
}

/** A fragment link alone scrolls but leaves the focus of some controls behind. */
function focusTarget(event: MouseEvent<HTMLAnchorElement>): void {
  const id = decodeURIComponent(new URL(event.currentTarget.href).hash.slice(1));
  const target = document.getElementById(id);
  if (target === null) return;
  event.preventDefault();
  target.focus({ preventScroll: true });
  (target.closest('.tbf-field, .tbf-cell') ?? target).scrollIntoView({ block: 'center' });
}
