import { readCertificate, type Certificate } from './certificate.ts';
import { TAG, bitString, generalizedTime, integer, objectIdentifier, octetString, sequence, textString } from './der.ts';
import { DerCursor, readBitString, readElement, readObjectIdentifier, readSmallInteger, readText, readTime } from './der-reader.ts';
import { readElectronicSeal, type ElectronicSeal } from './electronic-seal.ts';
import { OID } from './object-identifiers.ts';
import { signSm2, verifySm2 } from './sm2.ts';
import type { Sm2KeyPair } from './sm2-key.ts';

/** A seal with the certificate and key of the person or system that signs with it. */
export interface SealSigner {
  readonly seal: ElectronicSeal;
  readonly certificate: Certificate;
  readonly keys: Sm2KeyPair;
}

/** A seal signature (电子签章数据) whose own signature, seal and validity are right. */
export interface SealSignature {
  readonly seal: ElectronicSeal;
  readonly signer: Certificate;
  readonly signedAt: Date;
  /** SM3 digest of what was sealed, 32 bytes. */
  readonly digest: Buffer;
  /** How the digest was formed, e.g. `PDF /ByteRange`. */
  readonly property: string;
}

const VERSION = 4;

/** Bytes of the longest SM2 signature in DER: two integers of 32 bytes with a sign byte each. */
const LONGEST_SIGNATURE = 72;

function encodeToSign(digest: Uint8Array, property: string, { seal }: SealSigner, signedAt: Date): Buffer {
  return sequence(
    integer(VERSION),
    seal.der,
    generalizedTime(signedAt),
    bitString(digest),
    textString(TAG.ia5String, property),
  );
}

function encodeSigned(toSign: Buffer, { certificate }: SealSigner, signature: Buffer): Buffer {
  return sequence(toSign, octetString(certificate.der), objectIdentifier(OID.sm2WithSm3), bitString(signature));
}

/** Bytes that a seal signature over a digest takes at most; what it will be differs by a few. */
export function sealSignatureRoom(property: string, signer: SealSigner, signedAt: Date): number {
  return encodeSigned(encodeToSign(Buffer.alloc(32), property, signer, signedAt), signer, Buffer.alloc(LONGEST_SIGNATURE)).length;
}

/** Seals a digest: SES_Signature of GB/T 38540-2020 in DER. Throws RangeError when the seal does not list the signer. */
export function sealDigest(digest: Uint8Array, property: string, signer: SealSigner, signedAt: Date): Buffer {
  const { seal, certificate, keys } = signer;
  if (digest.length !== 32) throw new RangeError('an SM3 digest has 32 bytes');
  if (!seal.signerCertificates.some((listed) => listed.equals(certificate.der))) throw new RangeError('the seal does not list this signer');
  const toSign = encodeToSign(digest, property, signer, signedAt);
  return encodeSigned(toSign, signer, signSm2(toSign, keys));
}

/**
 * Reads a seal signature and checks, in this order: the maker's signature on the seal, that the signer is listed in it,
 * seal and certificate were valid when signing, and the signature itself.
 * Throws DerError or RangeError; whether the maker is to be trusted is the caller's question.
 */
export function readSealSignature(der: Uint8Array): SealSignature {
  const outer = new DerCursor(readElement(der));
  const toSign = outer.take(TAG.sequence);
  const signer = readCertificate(outer.take(TAG.octetString).content);
  const algorithm = readObjectIdentifier(outer.take(TAG.oid));
  const signature = readBitString(outer.take(TAG.bitString));
  outer.end();
  const body = new DerCursor(toSign);
  if (readSmallInteger(body.take(TAG.integer)) !== VERSION) throw new RangeError('not a seal signature of version 4');
  const seal = readElectronicSeal(body.take(TAG.sequence).encoded);
  const signedAt = readTime(body.take(TAG.generalizedTime));
  const digest = Buffer.from(readBitString(body.take(TAG.bitString)));
  const property = readText(body.take(TAG.ia5String));
  body.end();
  if (!seal.signerCertificates.some((listed) => listed.equals(signer.der))) throw new RangeError('the seal does not list this signer');
  if (signedAt < seal.validFrom || signedAt > seal.validUntil) throw new RangeError('the seal was not valid when signing');
  if (signedAt < signer.notBefore || signedAt > signer.notAfter) throw new RangeError('the certificate was not valid when signing');
  if (algorithm !== OID.sm2WithSm3 || !verifySm2(toSign.encoded, signature, signer.publicKey)) throw new RangeError('the signature is wrong');
  return { seal, signer, signedAt, digest, property };
}
