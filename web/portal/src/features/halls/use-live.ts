import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLiveTopic } from '@tongban/api-client/browser';
import { getHall, getHallLive, type HallLive } from '@tongban/server/src/modules/halls/contract.ts';
import { live, plainApi } from '../../shared/api.ts';

/** How often a hall is asked, ms: while its changes are sent, and else. An unchanged hall is answered 304, which the browser fills in from what it has. */
const [told, untold] = [20_000, 2_000];

/** The hall as it is now, for whoever watches. */
export function useLive(hallId: string) {
  const client = useQueryClient();
  const queryKey = [getHallLive.id, hallId];
  const hears = useLiveTopic(live, `halls.hall/${hallId}`, (value) => {
    if (value !== undefined) client.setQueryData(queryKey, value as HallLive);
  });
  return useQuery({
    queryKey, queryFn: () => plainApi.call(getHallLive, { params: { hallId } }),
    refetchInterval: hears ? told : untold, refetchIntervalInBackground: true, staleTime: 0, retry: false,
  });
}

/** The hall's zones, queues and hours. */
export function useHall(hallId: string) {
  return useQuery({ queryKey: [getHall.id, hallId], queryFn: () => plainApi.call(getHall, { params: { hallId } }), refetchInterval: 60_000 });
}
