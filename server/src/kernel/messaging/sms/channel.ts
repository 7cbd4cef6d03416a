/** An SMS on its way out; the gateway sends the same `id` once, however often it is handed over. */
export interface OutgoingSms {
  id: string;
  mobile: string;
  text: string;
  templateKey: string;
}

/** What became of a message that was handed over. */
export interface SmsReceipt {
  id: string;
  state: 'delivered' | 'failed';
  /** ISO instant. */
  at: string;
  reason?: string | undefined;
}

/** A way to send SMS: an operator's gateway, or the built-in simulator. */
export interface SmsChannel {
  /**
   * Hands a message over; gives the receipt when it is known at once.
   * @throws SmsRefused when it will never be accepted, any other error when it is worth a retry
   */
  send(sms: OutgoingSms): Promise<SmsReceipt | undefined>;
  /** Receipts after `cursor` (empty at first), oldest first, and where to go on. */
  receipts(cursor: string): Promise<{ items: SmsReceipt[]; cursor: string }>;
}

/** The gateway will not send this message; a retry would not help. */
export class SmsRefused extends Error {
  override readonly name = 'SmsRefused';
}
