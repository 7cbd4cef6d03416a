import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { problemOf } from '../api.ts';
import { ProblemAlert } from './ProblemAlert.tsx';

interface QueryLike<T> { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown }

/** Shows what a query found; a skeleton before, the problem with a way to try again instead. */
export function QueryState<T>({ query, lines = 6, children }: { query: QueryLike<T>; lines?: number; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <div className="query-problem"><Skeleton active title={false} paragraph={{ rows: lines }} /></div>;
  return <div className="query-problem"><ProblemAlert problem={problemOf(query.error)} onRetry={() => { void query.refetch(); }} /></div>;
}
