import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import type { Page } from '@tongban/contract-kit';

/** A list that grows page by page. */
export interface Paged<T> {
  rows: readonly T[];
  loading: boolean;
  /** A newer filter is on its way; the rows are those of the one before. */
  stale: boolean;
  failure: unknown;
  hasMore: boolean;
  loadingMore: boolean;
  more: () => void;
  refresh: () => void;
}

/** What to ask for: `limit` rows after `cursor`. */
export interface PageRequest { limit: number; cursor?: string }

/** How a list is read page by page. */
export interface PagedOptions<T> {
  /** The operation's id and every filter. */
  key: readonly unknown[];
  fetch: (page: PageRequest, signal: AbortSignal) => Promise<Page<T>>;
  enabled?: boolean;
  /** ms between refreshes of what is shown. */
  refetchInterval?: number;
  limit?: number;
}

/** Reads a cursor-paged operation; rows already read stay in the cache, so that coming back shows them at once. */
export function usePaged<T>({ key, fetch, enabled = true, refetchInterval, limit = 50 }: PagedOptions<T>): Paged<T> {
  const query = useInfiniteQuery<Page<T>, Error, InfiniteData<Page<T>, string | null>, readonly unknown[], string | null>({
    queryKey: key,
    enabled,
    ...(refetchInterval === undefined ? {} : { refetchInterval }),
    initialPageParam: null,
    placeholderData: (before) => before,
    queryFn: ({ pageParam, signal }) => fetch(pageParam === null ? { limit } : { limit, cursor: pageParam }, signal),
    getNextPageParam: (last) => last.nextCursor,
  });
  return {
    rows: query.data?.pages.flatMap((page) => page.items) ?? [],
    loading: query.isPending && query.fetchStatus !== 'idle', stale: query.isPlaceholderData, failure: query.data ? undefined : query.error,
    hasMore: query.hasNextPage, loadingMore: query.isFetchingNextPage,
    more: () => { if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage(); },
    refresh: () => { void query.refetch(); },
  };
}
