import { createECDH } from 'node:crypto';
import { TAG, bitString, explicit, integer, objectIdentifier, octetString, sequence } from './der.ts';
import { DerCursor, readBitString, readElement, readObjectIdentifier } from './der-reader.ts';
import { OID } from './object-identifiers.ts';

/** An SM2 key pair (GB/T 32918, curve sm2p256v1). */
export interface Sm2KeyPair {
  /** 32 bytes as 64 hex digits. Secret. */
  readonly privateKey: string;
  /** Uncompressed point as 130 hex digits, beginning with `04`. */
  readonly publicKey: string;
}

/** The curve's name in OpenSSL. */
export const SM2_CURVE = 'SM2';

/** Generates an SM2 key pair from the system's random source. */
export function generateSm2KeyPair(): Sm2KeyPair {
  const keys = createECDH(SM2_CURVE);
  const publicKey = keys.generateKeys('hex', 'uncompressed');
  return { privateKey: keys.getPrivateKey('hex').padStart(64, '0'), publicKey };
}

/** Completes a private key (64 hex digits) to its pair. Throws RangeError for anything else. */
export function sm2KeyPairFromPrivate(privateKey: string): Sm2KeyPair {
  if (!/^[0-9a-f]{64}$/i.test(privateKey)) throw new RangeError('an SM2 private key is 64 hex digits');
  const keys = createECDH(SM2_CURVE);
  keys.setPrivateKey(privateKey, 'hex');
  return { privateKey: privateKey.toLowerCase(), publicKey: keys.getPublicKey('hex', 'uncompressed') };
}

/** AlgorithmIdentifier of an SM2 key. */
const sm2KeyAlgorithm = (): Buffer => sequence(objectIdentifier(OID.ecPublicKey), objectIdentifier(OID.sm2Curve));

/** SubjectPublicKeyInfo (DER) of an SM2 public key given as 130 hex digits. */
export function encodeSm2PublicKey(publicKey: string): Buffer {
  return sequence(sm2KeyAlgorithm(), bitString(Buffer.from(publicKey, 'hex')));
}

/** Reads SubjectPublicKeyInfo (DER) of an SM2 key; 130 hex digits. Throws DerError for any other key. */
export function decodeSm2PublicKey(spki: Uint8Array): string {
  const cursor = new DerCursor(readElement(spki));
  expectSm2(new DerCursor(cursor.take(TAG.sequence)));
  const point = readBitString(cursor.take(TAG.bitString));
  cursor.end();
  return point.toString('hex');
}

/** PKCS#8 (DER, unencrypted) of an SM2 key pair. */
export function encodeSm2PrivateKey({ privateKey, publicKey }: Sm2KeyPair): Buffer {
  const key = sequence(integer(1), octetString(Buffer.from(privateKey, 'hex')), explicit(1, bitString(Buffer.from(publicKey, 'hex'))));
  return sequence(integer(0), sm2KeyAlgorithm(), octetString(key));
}

/** Reads PKCS#8 (DER, unencrypted) of an SM2 key. Throws DerError for any other key. */
export function decodeSm2PrivateKey(pkcs8: Uint8Array): Sm2KeyPair {
  const cursor = new DerCursor(readElement(pkcs8));
  cursor.take(TAG.integer);
  expectSm2(new DerCursor(cursor.take(TAG.sequence)));
  const key = new DerCursor(readElement(cursor.take(TAG.octetString).content));
  key.take(TAG.integer);
  return sm2KeyPairFromPrivate(key.take(TAG.octetString).content.toString('hex').padStart(64, '0'));
}

function expectSm2(algorithm: DerCursor): void {
  const key = readObjectIdentifier(algorithm.take(TAG.oid));
  const curve = readObjectIdentifier(algorithm.take(TAG.oid));
  if (key !== OID.ecPublicKey || curve !== OID.sm2Curve) throw new RangeError('not an SM2 key');
}
