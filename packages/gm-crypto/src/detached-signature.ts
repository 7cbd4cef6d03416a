import { readCertificate, type Certificate } from './certificate.ts';
import { sm3 } from './sm3.ts';
import { signSm2, verifySm2 } from './sm2.ts';
import type { Sm2KeyPair } from './sm2-key.ts';

/** A signature kept beside the file it belongs to; JSON-safe. */
export interface DetachedSignature {
  readonly algorithm: 'SM2-SM3';
  /** Certificate of the signer, DER in base64. */
  readonly certificate: string;
  /** SM3 digest of the file, 64 hex digits; the file is found and compared by it. */
  readonly digest: string;
  /** DER signature in base64, made over the bytes of the file. */
  readonly value: string;
}

/** Signs the exact bytes of a file. */
export function signDetached(file: Uint8Array, certificate: Certificate, keys: Sm2KeyPair): DetachedSignature {
  return {
    algorithm: 'SM2-SM3',
    certificate: certificate.der.toString('base64'),
    digest: sm3(file).toString('hex'),
    value: signSm2(file, keys).toString('base64'),
  };
}

/** True when the record was made over exactly these bytes by the owner of its certificate; never throws. */
export function verifyDetached(file: Uint8Array, record: DetachedSignature): boolean {
  try {
    if (record.algorithm !== 'SM2-SM3' || sm3(file).toString('hex') !== record.digest) return false;
    const { publicKey } = readCertificate(Buffer.from(record.certificate, 'base64'));
    return verifySm2(file, Buffer.from(record.value, 'base64'), publicKey);
  } catch {
    return false;
  }
}
