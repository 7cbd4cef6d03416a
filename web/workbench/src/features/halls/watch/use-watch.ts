import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLiveTopic } from '@tongban/api-client/browser';
import { manageWindow, watchHall, type HallWatch } from '@tongban/server/src/modules/halls/windows.contract.ts';
import { api, live } from '../../../shared/api.ts';
import { useAction } from '../../../shared/use-action.ts';

export type WatchedWindow = HallWatch['windows'][number];
/** What a leader may do with a window. */
export type WindowChange = 'pause' | 'resume' | 'vacate' | 'queues';

/** A hall with all its windows and queues, as it changes. */
export function useWatch(hallId: string) {
  const client = useQueryClient();
  const queryKey = [watchHall.id, hallId];
  const hears = useLiveTopic(live, `halls.queue/${hallId}`, () => { void client.invalidateQueries({ queryKey }); });
  return useQuery({ queryKey, queryFn: () => api.call(watchHall, { params: { hallId } }), refetchInterval: hears ? 30_000 : 3_000 });
}

/** What a leader does with a window; the answer shows the hall as it is then. */
export function useManage(hallId: string) {
  const client = useQueryClient();
  const action = useAction(manageWindow);
  return { ...action, show: (watch: HallWatch) => { client.setQueryData([watchHall.id, hallId], watch); }, refresh: () => void client.invalidateQueries({ queryKey: [watchHall.id, hallId] }) };
}
