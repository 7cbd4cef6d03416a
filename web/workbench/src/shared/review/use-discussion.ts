import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { ResponseOf } from '@tongban/contract-kit';
import type { CommentOperations, ReviewComment } from '@tongban/server/src/kernel/reviews/contract.ts';
import { useMemo } from 'react';
import { api } from '../api.ts';

/** The remarks on a version, and what the reader may do with them. */
export interface Discussion {
  readonly operations: CommentOperations;
  readonly versionId: string;
  readonly mayComment: boolean;
  readonly query: UseQueryResult<ResponseOf<CommentOperations['list']>>;
  /** Those that nobody has dealt with. */
  readonly open: readonly ReviewComment[];
  /** Reads them again after one was made, answered or dealt with. */
  readonly refresh: () => void;
}

interface Discussed { versionId: string; abilities: { comment: boolean } }

/** The remarks on a version (CAT-03); `onChange` reads again what else shows them, e.g. their number. */
export function useDiscussion(operations: CommentOperations, { versionId, abilities }: Discussed, onChange?: () => void): Discussion {
  const client = useQueryClient();
  const query = useQuery({ queryKey: [operations.list.id, versionId], queryFn: () => api.call(operations.list, { params: { versionId } }) });
  const open = useMemo(() => (query.data?.comments ?? []).filter(({ resolvedAt }) => resolvedAt === null), [query.data]);
  const refresh = () => {
    void client.invalidateQueries({ queryKey: [operations.list.id, versionId] });
    onChange?.();
  };
  return { operations, versionId, mayComment: abilities.comment, query, open, refresh };
}
