/** What a ticket is taken for. */
export interface Wanted { queueId: string; name: string; itemId?: string }
