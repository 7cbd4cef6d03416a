import { Button, EmptyState, Notice, Skeleton } from '@tongban/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { problemOf } from '../api.ts';
import { links } from '../links.ts';
import { ButtonLink } from './Links.tsx';
import { layoutText } from './text.ts';

/** A failure in words, with what to do and, where it helps, a way to try again. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const problem = problemOf(error);
  return (
    <Notice
      tone="danger" live title={problem.title}
      actions={onRetry && <Button onClick={onRetry}>{layoutText.retry}</Button>}
    >
      {problem.detail && <p>{problem.detail}</p>}
      {problem.kind === 'internal' && problem.traceId && <p>{layoutText.traceId}：{problem.traceId}</p>}
    </Notice>
  );
}

/** Shows the answer of a query, or that it is on its way, missing (`missing` also for what one may not see) or failed. */
export function Answer<T>({ query, lines = 4, missing, children }:
  { query: UseQueryResult<T>; lines?: number; missing?: ReactNode; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <Skeleton lines={lines} />;
  const { kind } = problemOf(query.error);
  if (missing !== undefined && kind === 'forbidden') return missing;
  if (kind === 'not-found') {
    return missing ?? (
      <EmptyState
        icon={<SearchX size={48} aria-hidden="true" />} title={problemOf(query.error).title || layoutText.notFound}
        action={(
          <div className="tb-button-row">
            <ButtonLink to={links.home()} variant="primary">{layoutText.backHome}</ButtonLink>
            <ButtonLink to={links.search()}>{layoutText.search}</ButtonLink>
          </div>
        )}
      >
        {problemOf(query.error).detail}
      </EmptyState>
    );
  }
  return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
}
