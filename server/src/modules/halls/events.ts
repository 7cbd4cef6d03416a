/** A ticket was called to a window, its service was finished, or nobody came; aggregate `hall-ticket`. */
export const ticketCalled = 'halls.ticket-called';
export const ticketFinished = 'halls.ticket-finished';
export const ticketMissed = 'halls.ticket-missed';

/** What others learn of a ticket: never who holds it. */
export interface TicketEvent extends Record<string, unknown> {
  ticketId: string;
  hallId: string;
  queueId: string;
  number: string;
  windowId: string | null;
  windowNumber: string | null;
  /** How many times it has been called. */
  calls: number;
}
