import { createPrivateKey, createPublicKey, createSign, createVerify, ECDH } from 'node:crypto';
import { sm3 } from './sm3.ts';
import { encodeSm2PrivateKey, encodeSm2PublicKey, SM2_CURVE, type Sm2KeyPair } from './sm2-key.ts';

/** Signer identifier that GM/T 0009 prescribes when parties agreed on none; `openssl -pkeyopt distid:` takes the same. */
export const SM2_USER_ID = '1234567812345678';

/** The curve's a, b and base point (GB/T 32918.5), as far as every signature's digest begins with them. */
const CURVE = Buffer.from(
  'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93'
  + '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0',
  'hex',
);

/** ZA of GB/T 32918.2: digest of the signer's identifier, the curve and the public key. */
function signerDigest(publicKey: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(SM2_USER_ID.length * 8);
  return sm3(Buffer.concat([length, Buffer.from(SM2_USER_ID), CURVE, Buffer.from(publicKey, 'hex').subarray(1)]));
}

/**
 * Signs bytes with SM2 over SM3 (GB/T 32918.2, user id 1234567812345678).
 * Returns the DER sequence of r and s that `openssl pkeyutl -verify -rawin -digest sm3 -pkeyopt distid:` accepts.
 */
export function signSm2(data: Uint8Array, keys: Sm2KeyPair): Buffer {
  // OpenSSL knows a key as SM2, not as one for ECDSA, only where it is read from an encoding (docs/adr/0012).
  const key = createPrivateKey({ key: encodeSm2PrivateKey(keys), format: 'der', type: 'pkcs8' });
  return createSign('sm3').update(signerDigest(keys.publicKey)).update(data).sign(key);
}

/** True when `signature` (strict DER) was made over exactly these bytes by the owner of the public key; never throws. */
export function verifySm2(data: Uint8Array, signature: Uint8Array, publicKey: string): boolean {
  if (!isSm2PublicKey(publicKey)) return false;
  const key = createPublicKey({ key: encodeSm2PublicKey(publicKey), format: 'der', type: 'spki' });
  return createVerify('sm3').update(signerDigest(publicKey)).update(data).verify(key, signature);
}

/** True for an uncompressed point (130 hex digits) that lies on the curve. */
export function isSm2PublicKey(publicKey: string): boolean {
  if (!/^04[0-9a-f]{128}$/i.test(publicKey)) return false;
  try {
    return ECDH.convertKey(publicKey, SM2_CURVE, 'hex', 'hex', 'uncompressed') === publicKey.toLowerCase();
  } catch {
    return false;
  }
}
