import type { InputOf, Operation, Page, QueryOf, ResponseOf } from '@tongban/contract-kit';
import { api } from '../api.ts';
import { usePaged, type Paged, type PagedOptions } from './use-paged.ts';

/** What a list operation gives line by line. */
export type RowOf<O> = ResponseOf<O> extends Page<infer Row> ? Row : never;

/** Reads a list operation page by page under these filters. */
export function useListed<O extends Operation>(
  operation: O, query: Omit<NonNullable<QueryOf<O>>, 'limit' | 'cursor'>, how: Omit<PagedOptions<RowOf<O>>, 'key' | 'fetch'> = {},
): Paged<RowOf<O>> {
  return usePaged<RowOf<O>>({
    ...how,
    key: [operation.id, query],
    fetch: async (page, signal) => {
      // A list is asked for by its query alone; the compiler cannot know that of an operation it has not seen.
      const input: unknown = { query: { ...query, ...page } };
      return await api.call(operation, input as InputOf<O>, { signal }) as Page<RowOf<O>>;
    },
  });
}
