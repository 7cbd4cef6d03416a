import { useInfiniteQuery, useQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
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
  /** Its first page is another by now, while it is looked at further down: `refresh` shows it. */
  hasNews: boolean;
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
  /** ms between refreshes of what is shown; of a list that has grown, only its first page is looked at. */
  refetchInterval?: number;
  limit?: number;
}

/** Whether this is a list of several pages, which is not read again as a whole because something has changed. */
export function hasGrown(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages) && data.pages.length > 1;
}

/** Reads a cursor-paged operation; rows already read stay in the cache, so that coming back shows them at once. */
export function usePaged<T>({ key, fetch, enabled = true, refetchInterval, limit = 50 }: PagedOptions<T>): Paged<T> {
  const query = useInfiniteQuery<Page<T>, Error, InfiniteData<Page<T>, string | null>, readonly unknown[], string | null>({
    queryKey: key,
    enabled,
    ...(refetchInterval === undefined ? {} : { refetchInterval: ({ state }) => (hasGrown(state.data) ? false : refetchInterval) }),
    refetchOnWindowFocus: ({ state }) => !hasGrown(state.data),
    initialPageParam: null,
    placeholderData: (before) => before,
    queryFn: ({ pageParam, signal }) => fetch(pageParam === null ? { limit } : { limit, cursor: pageParam }, signal),
    getNextPageParam: (last) => last.nextCursor,
  });
  const client = useQueryClient();
  const [known] = query.data?.pages ?? [];
  const first = useQuery({
    queryKey: [...key, 'first-page'], queryFn: ({ signal }) => fetch({ limit }, signal), enabled: enabled && refetchInterval !== undefined && hasGrown(query.data) && !query.isPlaceholderData, staleTime: Infinity, gcTime: 0,
    ...(refetchInterval === undefined ? {} : { refetchInterval }), ...(known === undefined ? {} : { initialData: known, initialDataUpdatedAt: query.dataUpdatedAt }),
  });
  const hasNews = hasGrown(query.data) && first.dataUpdatedAt > query.dataUpdatedAt && JSON.stringify(first.data) !== JSON.stringify(known);
  return {
    rows: query.data?.pages.flatMap((page) => page.items) ?? [],
    loading: query.isPending && query.fetchStatus !== 'idle', stale: query.isPlaceholderData, failure: query.data ? undefined : query.error,
    hasMore: query.hasNextPage, loadingMore: query.isFetchingNextPage,
    more: () => { if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage(); },
    hasNews,
    refresh: () => { if (hasNews && first.data) client.setQueryData(key, { pages: [first.data], pageParams: [null] }); else void query.refetch(); },
  };
}
