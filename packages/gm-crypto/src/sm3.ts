import { createHash, createHmac, hkdfSync } from 'node:crypto';

/** SM3 digest (GB/T 32905) of bytes or of UTF-8 text: 32 bytes. */
export function sm3(data: Uint8Array | string): Buffer {
  return createHash('sm3').update(data).digest();
}

/** HMAC-SM3 of bytes or of UTF-8 text: 32 bytes. */
export function hmacSm3(key: Uint8Array, data: Uint8Array | string): Buffer {
  return createHmac('sm3', key).update(data).digest();
}

/**
 * Derives a key for one purpose from a master key (HKDF with SM3), so that keys of different purposes never coincide.
 * @param length bytes, 16 for SM4, 32 for a blind index.
 */
export function deriveKey(masterKey: Uint8Array, purpose: string, length: number): Buffer {
  if (masterKey.length < 16) throw new RangeError('a master key needs at least 16 bytes');
  return Buffer.from(hkdfSync('sm3', masterKey, new Uint8Array(0), purpose, length));
}
