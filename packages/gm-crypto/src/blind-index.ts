import { hmacSm3 } from './sm3.ts';

/**
 * Computes the blind index by which an encrypted column is found again: HMAC-SM3, keyed, base64url (43 characters).
 * Equal values in different columns give different indexes.
 * @param key 32 bytes, not the key of the cipher; see `deriveKey`.
 * @param column name of the indexed column, e.g. `identity.person.id_number`.
 * @param normalized the value in its one stored form (see the identifiers package).
 */
export function computeBlindIndex(key: Uint8Array, column: string, normalized: string): string {
  if (key.length < 32) throw new RangeError('a blind index key needs 32 bytes');
  return hmacSm3(key, `${Buffer.byteLength(column)}:${column}${normalized}`).toString('base64url');
}
