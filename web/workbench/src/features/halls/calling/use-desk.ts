import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLiveTopic } from '@tongban/api-client/browser';
import type { Problem } from '@tongban/contract-kit';
import { callTicket, getDesk, leaveWindow, pauseWindow, sitDown, stepTicket, type Desk, type DeskTicket, type TicketStep } from '@tongban/server/src/modules/halls/windows.contract.ts';
import { useCallback, useEffect, useRef } from 'react';
import { api, live } from '../../../shared/api.ts';
import { useAction } from '../../../shared/use-action.ts';

/** How often the desk is asked again, ms: at a window what waits changes all the time, unless its changes are sent. */
const [atWindow, told, away] = [3_000, 30_000, 60_000];

export const deskKey = [getDesk.id];

/** The officer's window with what is in hand and who waits. */
export function useDesk() {
  const client = useQueryClient();
  const desk = useQuery({
    queryKey: deskKey, queryFn: () => api.call(getDesk, {}),
    refetchInterval: ({ state }) => (state.data?.window ? (live.connected ? told : atWindow) : away),
  });
  const hallId = desk.data?.window?.hallId;
  useLiveTopic(live, hallId && `halls.queue/${hallId}`, () => { void client.invalidateQueries({ queryKey: deskKey }); });
  return desk;
}

type Simple = Exclude<TicketStep['action'], 'transfer'>;
export type Target = Extract<TicketStep, { action: 'transfer' }>['to'];

export interface DeskActions {
  sit: (windowId: string) => void;
  leave: () => void;
  pause: (paused: boolean, reason?: string) => void;
  call: (ticketId?: string, nobody?: () => void) => void;
  step: (ticket: DeskTicket, action: Simple) => void;
  transfer: (ticket: DeskTicket, to: Target, done: () => void) => void;
  busy: boolean;
  problem: Problem | undefined;
  clear: () => void;
}

/** How long it is left to be read that somebody was faster, ms. */
const readMs = 5_000;

/** Somebody was faster: asks for the desk as it is now, and says so no longer once it is shown anew. */
function useOvertaken(action: { problem: Problem | undefined; clear: () => void } | undefined, shownAt: number): void {
  const client = useQueryClient();
  const since = useRef(0);
  const problem = action?.problem?.kind === 'conflict' ? action.problem : undefined;
  const clear = action?.clear;
  useEffect(() => {
    if (!problem) return;
    since.current = Date.now();
    void client.invalidateQueries({ queryKey: deskKey });
  }, [problem, client]);
  useEffect(() => {
    if (problem && shownAt > since.current + readMs) clear?.();
  }, [problem, clear, shownAt]);
}

/** Everything an officer does at a window; each answers with the desk as it is then, and `shownAt` says when it was last asked. */
export function useDeskActions(windowId: string, shownAt: number): DeskActions {
  const client = useQueryClient();
  const [sitting, leaving, pausing, calling, stepping] = [useAction(sitDown), useAction(leaveWindow), useAction(pauseWindow), useAction(callTicket), useAction(stepTicket)];
  const all = [sitting, leaving, pausing, calling, stepping];
  const show = useCallback((desk: Desk) => { client.setQueryData(deskKey, desk); }, [client]);
  const clear = () => { for (const action of all) action.clear(); };
  const refused = all.find(({ problem }) => problem);
  useOvertaken(refused, shownAt);
  const params = { windowId };
  return {
    sit: (chosen) => { clear(); void sitting.run({ params: { windowId: chosen } }, show); },
    leave: () => { clear(); void leaving.run({ params }, show); },
    pause: (paused, reason) => { clear(); void pausing.run({ params, body: { paused, ...(reason ? { reason } : {}) } }, show); },
    call: (ticketId, nobody) => {
      clear();
      void calling.run({ params, body: ticketId === undefined ? {} : { ticketId } }, ({ called, desk }) => {
        show(desk);
        if (called === null) nobody?.();
      });
    },
    step: (ticket, action) => { clear(); void stepping.run({ params, body: { action, ticketId: ticket.ticketId, version: ticket.version } }, show); },
    transfer: (ticket, to, done) => {
      clear();
      void stepping.run({ params, body: { action: 'transfer', ticketId: ticket.ticketId, version: ticket.version, to } }, (desk) => { show(desk); done(); });
    },
    busy: all.some(({ busy }) => busy), problem: refused?.problem, clear,
  };
}
