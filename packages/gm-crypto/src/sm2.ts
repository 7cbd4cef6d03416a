import { sm2 } from 'sm-crypto-v2';
import { TAG, integer, sequence } from './der.ts';
import { DerCursor, readElement, readIntegerBytes } from './der-reader.ts';

/** An SM2 key pair (GB/T 32918, curve sm2p256v1). */
export interface Sm2KeyPair {
  /** 32 bytes as 64 hex digits. Secret. */
  readonly privateKey: string;
  /** Uncompressed point as 130 hex digits, beginning with `04`. */
  readonly publicKey: string;
}

/** Signer identifier that GM/T 0009 prescribes when parties agreed on none; `openssl -pkeyopt distid:` takes the same. */
export const SM2_USER_ID = '1234567812345678';

/** Generates an SM2 key pair from the system's random source. */
export function generateSm2KeyPair(): Sm2KeyPair {
  return normalizePair(sm2.generateKeyPairHex().privateKey);
}

/** Completes a private key (64 hex digits) to its pair. */
export function sm2KeyPairFromPrivate(privateKey: string): Sm2KeyPair {
  if (!/^[0-9a-f]{64}$/i.test(privateKey)) throw new RangeError('an SM2 private key is 64 hex digits');
  return normalizePair(privateKey);
}

function normalizePair(privateKey: string): Sm2KeyPair {
  return { privateKey: privateKey.toLowerCase().padStart(64, '0'), publicKey: sm2.getPublicKeyFromPrivateKey(privateKey).toLowerCase() };
}

/**
 * Signs bytes with SM2 over SM3 (GB/T 32918.2, user id 1234567812345678).
 * Returns the DER sequence of r and s that `openssl pkeyutl -verify -rawin -digest sm3 -pkeyopt distid:` accepts.
 */
export function signSm2(data: Uint8Array, { privateKey, publicKey }: Sm2KeyPair): Buffer {
  const raw = sm2.doSignature(data, privateKey, { hash: true, der: false, publicKey, userId: SM2_USER_ID });
  return sequence(integer(Buffer.from(raw.slice(0, 64), 'hex')), integer(Buffer.from(raw.slice(64), 'hex')));
}

/** True when `signature` (strict DER) was made over exactly these bytes by the owner of the public key; never throws. */
export function verifySm2(data: Uint8Array, signature: Uint8Array, publicKey: string): boolean {
  try {
    const cursor = new DerCursor(readElement(signature));
    const r = readIntegerBytes(cursor.take(TAG.integer)).toString('hex').padStart(64, '0');
    const s = readIntegerBytes(cursor.take(TAG.integer)).toString('hex').padStart(64, '0');
    cursor.end();
    if (r.length !== 64 || s.length !== 64 || !isSm2PublicKey(publicKey)) return false;
    return sm2.doVerifySignature(data, r + s, publicKey, { hash: true, der: false, userId: SM2_USER_ID });
  } catch {
    return false;
  }
}

/** True for an uncompressed point (130 hex digits) that lies on the curve. */
export function isSm2PublicKey(publicKey: string): boolean {
  return /^04[0-9a-f]{128}$/i.test(publicKey) && sm2.verifyPublicKey(publicKey);
}
