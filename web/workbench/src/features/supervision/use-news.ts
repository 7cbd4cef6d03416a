import { useQueryClient } from '@tanstack/react-query';
import { useLiveTopic } from '@tongban/api-client/browser';
import type { Operation } from '@tongban/contract-kit';
import { useCallback, useEffect, useRef } from 'react';
import { live } from '../../shared/api.ts';
import { hasGrown } from '../../shared/list/use-paged.ts';

/** In a busy city something changes all the time: what is shown is asked again at most so often, ms. */
const atMostEvery = 2_000;

/**
 * Has what these operations show asked again (of a list that has grown, its first page) when something within the reader's reach has changed; gives how often to ask
 * without being told: seldom while changes are heard of, else every `alone` ms.
 */
export function useNews(topic: 'supervision.board' | 'supervision.orders' | 'supervision.spot-checks' | 'supervision.rules', operations: readonly Pick<Operation, 'id'>[], alone: number): number {
  const client = useQueryClient();
  const refresh = useRef(() => {});
  useEffect(() => { refresh.current = () => { for (const { id } of operations) void client.invalidateQueries({ queryKey: [id], predicate: ({ state }) => !hasGrown(state.data) }); }; });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lastAt = useRef(-Infinity);
  useEffect(() => () => { clearTimeout(timer.current); }, []);
  const changed = useCallback(() => {
    if (timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      lastAt.current = performance.now();
      refresh.current();
    }, Math.max(0, lastAt.current + atMostEvery - performance.now()));
  }, []);
  return useLiveTopic(live, topic, changed) ? Math.max(alone, 60_000) : alone;
}
