import { randomBytes, timingSafeEqual } from 'node:crypto';
import { hmacSm3 } from '@tongban/gm-crypto';
import type { SignedMessage } from './exchange.contract.ts';

/** What a signature is for; one made for one purpose is worth nothing for another. */
export type Purpose = 'redeem' | 'report' | 'query' | 'content' | 'file' | 'health' | 'reports' | 'cases' | 'answer' | 'ticket';

const version = 'tongban-self-built-1';

/** The HMAC-SM3 of a text for a purpose, in hex. */
export function sign(secret: string, purpose: Purpose, { keyId, at, nonce, payload }: Omit<SignedMessage, 'signature'>): string {
  return hmacSm3(Buffer.from(secret, 'utf8'), [version, purpose, keyId, at, nonce, payload].join('\n')).toString('hex');
}

/** Whether the signature of a message is that of the secret. */
export function isSigned(secret: string, purpose: Purpose, message: SignedMessage): boolean {
  const expected = Buffer.from(sign(secret, purpose, message), 'utf8');
  const given = Buffer.from(message.signature, 'utf8');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** A message signed now; without `nonce` a new one is made. */
export function sealMessage(key: { keyId: string; secret: string }, purpose: Purpose, payload: object, now: Date, nonce = randomBytes(18).toString('base64url')): SignedMessage {
  const unsigned = { keyId: key.keyId, at: now.toISOString(), nonce, payload: JSON.stringify(payload) };
  return { ...unsigned, signature: sign(key.secret, purpose, unsigned) };
}

/** A ticket as it stands in an address: its id, until when it is good (seconds since 1970), the key and the signature; who comes is not in it. */
export function composeTicket(key: { keyId: string; secret: string }, ticketId: string, expiresAt: Date): string {
  const until = String(Math.floor(expiresAt.getTime() / 1000));
  return `${ticketId}.${until}.${key.keyId}.${sign(key.secret, 'ticket', { keyId: key.keyId, at: until, nonce: ticketId, payload: '' })}`;
}

const ticketForm = /^([0-9a-f-]{36})\.(\d{10})\.([A-Za-z0-9_-]{8,40})\.([0-9a-f]{64})$/;

/** The parts of a ticket; undefined when it is none. */
export function readTicket(ticket: string): { ticketId: string; keyId: string; expiresAt: Date; message: SignedMessage } | undefined {
  const [, ticketId, until, keyId, signature] = ticketForm.exec(ticket) ?? [];
  if (ticketId === undefined || until === undefined || keyId === undefined || signature === undefined) return undefined;
  return { ticketId, keyId, expiresAt: new Date(Number(until) * 1000), message: { keyId, at: until, nonce: ticketId, payload: '', signature } };
}
