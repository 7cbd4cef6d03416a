import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 bits for a session or challenge, and the SM3 digest that is stored in its place. */
export function createToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** The stored form of a token. */
export function hashToken(token: string): Buffer {
  return createHash('sm3').update(token).digest();
}
