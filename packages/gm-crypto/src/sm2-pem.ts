import { decodeSm2PrivateKey, decodeSm2PublicKey, encodeSm2PrivateKey, encodeSm2PublicKey, type Sm2KeyPair } from './sm2-key.ts';

/** PEM `PUBLIC KEY` of an SM2 public key. */
export function exportSm2PublicKey(publicKey: string): string {
  return encodePem('PUBLIC KEY', encodeSm2PublicKey(publicKey));
}

/** Reads a PEM `PUBLIC KEY` holding an SM2 key; 130 hex digits. */
export function importSm2PublicKey(pem: string): string {
  return decodeSm2PublicKey(decodePem('PUBLIC KEY', pem));
}

/** PEM `PRIVATE KEY` (PKCS#8, unencrypted) of an SM2 key pair. */
export function exportSm2PrivateKey(keys: Sm2KeyPair): string {
  return encodePem('PRIVATE KEY', encodeSm2PrivateKey(keys));
}

/** Reads a PEM `PRIVATE KEY` (PKCS#8, unencrypted) holding an SM2 key. Throws DerError for any other key. */
export function importSm2PrivateKey(pem: string): Sm2KeyPair {
  return decodeSm2PrivateKey(decodePem('PRIVATE KEY', pem));
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
