import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { getBoard, type Board } from '@tongban/server/src/modules/supervision/contract.ts';
import { api } from '../../shared/api.ts';

/** The board as it is now, asked again every 15 seconds while the page is shown. */
export function useBoard(days: number): UseQueryResult<Board> {
  return useQuery({ queryKey: [getBoard.id, days], queryFn: () => api.call(getBoard, { query: { days } }), refetchInterval: 15_000, placeholderData: (before) => before });
}
