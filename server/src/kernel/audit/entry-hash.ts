import { createHash } from 'node:crypto';

/** The members of an entry that the chain protects, in this order. */
export interface HashedEntry {
  id: string;
  at: Date;
  actorKind: string;
  actorId: string;
  actorName: string;
  actingFor: string | null;
  action: string;
  objectType: string;
  objectId: string;
  purpose: string | null;
  result: string;
  channel: string;
  ip: string;
  traceId: string;
  detail: string;
}

/** Where the chain starts: 32 zero bytes. */
export const chainOrigin = Buffer.alloc(32);

/** SM3 over the hash before and the entry as a JSON array of its members (GB/T 32905). */
export function hashEntry(previous: Uint8Array, entry: HashedEntry): Buffer {
  const members = [
    entry.id, entry.at.toISOString(), entry.actorKind, entry.actorId, entry.actorName, entry.actingFor, entry.action,
    entry.objectType, entry.objectId, entry.purpose, entry.result, entry.channel, entry.ip, entry.traceId, entry.detail,
  ];
  return createHash('sm3').update(previous).update(JSON.stringify(members)).digest();
}
