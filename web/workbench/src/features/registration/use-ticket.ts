import { useQuery } from '@tanstack/react-query';
import type { ResponseOf } from '@tongban/contract-kit';
import { getDesk, readHolder } from '@tongban/server/src/modules/halls/windows.contract.ts';
import { useSearchParams } from 'react-router';
import { api } from '../../shared/api.ts';

/** The hall's ticket from which a registration is begun. */
export interface CalledTicket {
  ticketId: string;
  windowId: string;
  number: string;
  /** Who took it; null for a ticket that nobody gave a name. */
  holder: ResponseOf<typeof readHolder> | null;
}

/** The ticket named in the address, if it is in this officer's hands; its holder is read for the registration, which is recorded. */
export function useTicket(): { waiting: boolean; ticket: CalledTicket | undefined } {
  const ticketId = useSearchParams()[0].get('ticket');
  const desk = useQuery({ queryKey: [getDesk.id], queryFn: () => api.call(getDesk, {}), enabled: ticketId !== null });
  const window = desk.data?.window;
  const ticket = [desk.data?.current, ...(desk.data?.held ?? [])].find((one) => one?.ticketId === ticketId);
  const reads = window && ticket?.abilities.readHolder;
  const holder = useQuery({
    queryKey: [readHolder.id, ticketId], enabled: reads === true, staleTime: Infinity, gcTime: 60_000, retry: false,
    queryFn: () => api.call(readHolder, { params: { windowId: window?.windowId ?? '' }, body: { ticketId: ticketId ?? '' } }),
  });
  const waiting = ticketId !== null && (desk.isPending || (reads === true && holder.isPending));
  if (waiting || !window || !ticket) return { waiting, ticket: undefined };
  return { waiting, ticket: { ticketId: ticket.ticketId, windowId: window.windowId, number: ticket.number, holder: holder.data ?? null } };
}
