import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState, Pagination, Skeleton } from '@tongban/ui';
import type { ReactNode } from 'react';
import { ProblemNotice } from '../../shared/layout/Answer.tsx';

interface Page<T> { items: T[]; nextCursor: string | null }

/** A list fetched page by page. */
export function PagedList<T>({ queryKey, load, unit, empty, children }: {
  queryKey: readonly unknown[];
  load: (page: { limit: number; cursor?: string }) => Promise<Page<T>>;
  unit: string;
  empty: { icon?: ReactNode; title: string; detail: string; action?: ReactNode };
  children: (items: T[]) => ReactNode;
}) {
  const found = useInfiniteQuery({
    queryKey, initialPageParam: '', getNextPageParam: (page: Page<T>) => page.nextCursor,
    queryFn: ({ pageParam }) => load({ limit: 20, ...(pageParam ? { cursor: pageParam } : {}) }),
  });
  if (found.isPending) return <Skeleton lines={6} />;
  if (found.isError) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />;
  const items = found.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <EmptyState icon={empty.icon} title={empty.title} action={empty.action}>{empty.detail}</EmptyState>;
  return (
    <>
      {children(items)}
      <Pagination shown={items.length} unit={unit} hasMore={found.hasNextPage} busy={found.isFetchingNextPage} onMore={() => void found.fetchNextPage()} />
    </>
  );
}
