/** The encrypted columns of a ticket. */
export const columns = { takerName: 'halls.ticket.taker_name', takerNumber: 'halls.ticket.taker_number', takerIndex: 'halls.ticket.taker_index' };
