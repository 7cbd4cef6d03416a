import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { getBoard, type Board } from '@tongban/server/src/modules/supervision/contract.ts';
import { api } from '../../shared/api.ts';
import { useNews } from './use-news.ts';

/** The board as it is now, as it changes. */
export function useBoard(days: number): UseQueryResult<Board> {
  const refetchInterval = useNews('supervision.board', [getBoard], 15_000);
  return useQuery({ queryKey: [getBoard.id, days], queryFn: () => api.call(getBoard, { query: { days } }), refetchInterval, placeholderData: (before) => before });
}
