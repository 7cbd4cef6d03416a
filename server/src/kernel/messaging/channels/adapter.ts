/** A message on its way out; a gateway sends the same `id` once, however often it is handed over. */
export interface ChannelMessage {
  id: string;
  /** A mobile number, or the account or e-mail address bound to the channel. */
  to: string;
  title: string;
  text: string;
  /** Address that the reader is led to; null when there is nothing to open. */
  link: string | null;
  templateKey: string;
}

/** What became of a message that was handed over; `read` where a channel tells. */
export interface ChannelReceipt {
  id: string;
  state: 'delivered' | 'failed' | 'read';
  /** ISO instant. */
  at: string;
  reason?: string | undefined;
}

/** A way to send messages: a gateway, a mail server, or the built-in simulator. */
export interface ChannelAdapter {
  /**
   * Hands a message over; gives the receipt when it is known at once.
   * @throws MessageRefused when it will never be accepted, any other error when it is worth a retry
   */
  send(message: ChannelMessage): Promise<ChannelReceipt | undefined>;
  /** Receipts after `cursor` (empty at first), oldest first, and where to go on. */
  receipts(cursor: string): Promise<{ items: ChannelReceipt[]; cursor: string }>;
  /** The account that was given a one-time code, for binding; undefined when there is none of that code. */
  findAccount(code: string): Promise<string | undefined>;
}

/** The gateway will not send this message; a retry would not help. */
export class MessageRefused extends Error {
  override readonly name = 'MessageRefused';
}
