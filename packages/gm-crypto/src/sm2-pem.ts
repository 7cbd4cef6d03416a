import { TAG, bitString, explicit, integer, objectIdentifier, octetString, sequence } from './der.ts';
import { DerCursor, readBitString, readElement, readObjectIdentifier } from './der-reader.ts';
import { OID } from './object-identifiers.ts';
import { sm2KeyPairFromPrivate, type Sm2KeyPair } from './sm2.ts';

/** AlgorithmIdentifier of an SM2 key. */
export const sm2KeyAlgorithm = (): Buffer => sequence(objectIdentifier(OID.ecPublicKey), objectIdentifier(OID.sm2Curve));

/** SubjectPublicKeyInfo (DER) of an SM2 public key given as 130 hex digits. */
export function encodeSm2PublicKey(publicKey: string): Buffer {
  return sequence(sm2KeyAlgorithm(), bitString(Buffer.from(publicKey, 'hex')));
}

/** Reads SubjectPublicKeyInfo (DER) of an SM2 key. Throws DerError for any other key. */
export function decodeSm2PublicKey(spki: Uint8Array): string {
  const cursor = new DerCursor(readElement(spki));
  expectSm2(new DerCursor(cursor.take(TAG.sequence)));
  const point = readBitString(cursor.take(TAG.bitString));
  cursor.end();
  return point.toString('hex');
}

/** PEM `PUBLIC KEY` of an SM2 public key. */
export function exportSm2PublicKey(publicKey: string): string {
  return encodePem('PUBLIC KEY', encodeSm2PublicKey(publicKey));
}

/** Reads a PEM `PUBLIC KEY` holding an SM2 key; 130 hex digits. */
export function importSm2PublicKey(pem: string): string {
  return decodeSm2PublicKey(decodePem('PUBLIC KEY', pem));
}

/** PEM `PRIVATE KEY` (PKCS#8, unencrypted) of an SM2 key pair. */
export function exportSm2PrivateKey({ privateKey, publicKey }: Sm2KeyPair): string {
  const key = sequence(integer(1), octetString(Buffer.from(privateKey, 'hex')), explicit(1, bitString(Buffer.from(publicKey, 'hex'))));
  return encodePem('PRIVATE KEY', sequence(integer(0), sm2KeyAlgorithm(), octetString(key)));
}

/** Reads a PEM `PRIVATE KEY` (PKCS#8, unencrypted) holding an SM2 key. Throws DerError for any other key. */
export function importSm2PrivateKey(pem: string): Sm2KeyPair {
  const cursor = new DerCursor(readElement(decodePem('PRIVATE KEY', pem)));
  cursor.take(TAG.integer);
  expectSm2(new DerCursor(cursor.take(TAG.sequence)));
  const key = new DerCursor(readElement(cursor.take(TAG.octetString).content));
  key.take(TAG.integer);
  return sm2KeyPairFromPrivate(key.take(TAG.octetString).content.toString('hex').padStart(64, '0'));
}

/** Wraps DER in PEM. */
export function encodePem(label: string, der: Uint8Array): string {
  const lines = Buffer.from(der).toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

/** Takes DER out of PEM with the given label. */
export function decodePem(label: string, pem: string): Buffer {
  const match = new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]+)-----END ${label}-----`).exec(pem);
  if (!match?.[1]) throw new RangeError(`no PEM block ${label}`);
  return Buffer.from(match[1], 'base64');
}

function expectSm2(algorithm: DerCursor): void {
  const key = readObjectIdentifier(algorithm.take(TAG.oid));
  const curve = readObjectIdentifier(algorithm.take(TAG.oid));
  if (key !== OID.ecPublicKey || curve !== OID.sm2Curve) throw new RangeError('not an SM2 key');
}
