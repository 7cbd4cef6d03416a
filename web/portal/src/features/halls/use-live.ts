import { useQuery } from '@tanstack/react-query';
import { getHall, getHallLive } from '@tongban/server/src/modules/halls/contract.ts';
import { plainApi } from '../../shared/api.ts';

/** How often a hall is asked, ms. An unchanged hall is answered 304, which the browser fills in from what it has. */
const every = 2_000;

/** The hall as it is now, for whoever watches. */
export function useLive(hallId: string) {
  return useQuery({ queryKey: [getHallLive.id, hallId], queryFn: () => plainApi.call(getHallLive, { params: { hallId } }), refetchInterval: every, refetchIntervalInBackground: true, staleTime: 0, retry: false });
}

/** The hall's zones, queues and hours. */
export function useHall(hallId: string) {
  return useQuery({ queryKey: [getHall.id, hallId], queryFn: () => plainApi.call(getHall, { params: { hallId } }), refetchInterval: 60_000 });
}
