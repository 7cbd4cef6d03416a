import { randomBytes } from 'node:crypto';
import {
  TAG, bitString, certificateTime, encodeElement, explicit, integer, objectIdentifier, octetString, sequence, textString,
} from './der.ts';
import { DerCursor, readBitString, readElement, readElements, readIntegerBytes, readObjectIdentifier, readText, readTime } from './der-reader.ts';
import { OID } from './object-identifiers.ts';
import { decodeSm2PublicKey, encodeSm2PublicKey, type Sm2KeyPair } from './sm2-key.ts';
import { isSm2PublicKey, signSm2, verifySm2 } from './sm2.ts';
import { sm3 } from './sm3.ts';

/** Name of the owner or issuer of a certificate. */
export interface CertificateName {
  readonly commonName: string;
  readonly organizationName?: string;
  readonly organizationalUnitName?: string;
  /** Unified social credit code. */
  readonly organizationIdentifier?: string;
}

/** An SM2 certificate that was read; `der` is its exact encoding. */
export interface Certificate {
  readonly der: Buffer;
  readonly serialNumber: string;
  readonly subject: CertificateName;
  readonly issuer: CertificateName;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** 130 hex digits. */
  readonly publicKey: string;
}

/** What to certify. Without `issuer` the certificate is self-signed with `keys`. */
export interface CertificateRequest {
  readonly subject: CertificateName;
  readonly publicKey: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly isAuthority: boolean;
  readonly issuer: { readonly name: CertificateName; readonly keys: Sm2KeyPair };
}

/** Issues an X.509 v3 certificate signed with SM2 over SM3 (GM/T 0015), self-signed when issuer and subject agree. */
export function issueCertificate(request: CertificateRequest): Certificate {
  const algorithm = sequence(objectIdentifier(OID.sm2WithSm3));
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const body = sequence(
    explicit(0, integer(2)),
    integer(serial),
    algorithm,
    encodeName(request.issuer.name),
    sequence(certificateTime(request.notBefore), certificateTime(request.notAfter)),
    encodeName(request.subject),
    encodeSm2PublicKey(request.publicKey),
    explicit(3, encodeExtensions(request)),
  );
  return readCertificate(sequence(body, algorithm, bitString(signSm2(body, request.issuer.keys))));
}

/** Reads an SM2 certificate without judging its signature. Throws DerError when it is not one. */
export function readCertificate(der: Uint8Array): Certificate {
  const outer = readElement(der);
  const body = new DerCursor(new DerCursor(outer).take(TAG.sequence));
  body.takeOptional(0xa0);
  const serialNumber = readIntegerBytes(body.take(TAG.integer)).toString('hex');
  body.take(TAG.sequence);
  const issuer = decodeName(body.take(TAG.sequence).encoded);
  const [notBefore, notAfter] = readElements(body.take(TAG.sequence).content).map(readTime);
  const subject = decodeName(body.take(TAG.sequence).encoded);
  const publicKey = decodeSm2PublicKey(body.take(TAG.sequence).encoded);
  if (!notBefore || !notAfter || !isSm2PublicKey(publicKey)) throw new RangeError('certificate without validity or SM2 key');
  return { der: Buffer.from(outer.encoded), serialNumber, subject, issuer, notBefore, notAfter, publicKey };
}

/** True when `issuer` signed the certificate and both are valid at `at`; never throws. */
export function isCertificateTrusted(certificate: Certificate, issuer: Certificate, at: Date): boolean {
  try {
    const outer = new DerCursor(readElement(certificate.der));
    const body = outer.take(TAG.sequence);
    const algorithm = new DerCursor(outer.take(TAG.sequence));
    const signature = readBitString(outer.take(TAG.bitString));
    outer.end();
    const isValid = [certificate, issuer].every(({ notBefore, notAfter }) => notBefore <= at && at <= notAfter);
    return isValid && readObjectIdentifier(algorithm.take(TAG.oid)) === OID.sm2WithSm3
      && encodeName(certificate.issuer).equals(encodeName(issuer.subject)) && verifySm2(body.encoded, signature, issuer.publicKey);
  } catch {
    return false;
  }
}

const NAME_PARTS = [
  ['organizationName', OID.organizationName],
  ['organizationalUnitName', OID.organizationalUnitName],
  ['organizationIdentifier', OID.organizationIdentifier],
  ['commonName', OID.commonName],
] as const;

function encodeName(name: CertificateName): Buffer {
  const attribute = (oid: string, value: Buffer): Buffer => encodeElement(TAG.set, sequence(objectIdentifier(oid), value));
  return sequence(
    attribute(OID.countryName, textString(TAG.printableString, 'CN')),
    ...NAME_PARTS.flatMap(([part, oid]) => {
      const value = name[part];
      return value === undefined ? [] : [attribute(oid, textString(TAG.utf8String, value))];
    }),
  );
}

function decodeName(encoded: Buffer): CertificateName {
  const values = new Map<string, string>();
  for (const set of readElements(readElement(encoded).content)) {
    const attribute = new DerCursor(readElement(set.content));
    const oid = readObjectIdentifier(attribute.take(TAG.oid));
    const text = attribute.takeOptional(TAG.utf8String) ?? attribute.takeOptional(TAG.printableString);
    if (text) values.set(oid, readText(text));
  }
  const optional = Object.fromEntries(
    NAME_PARTS.flatMap(([part, oid]) => (values.has(oid) ? [[part, values.get(oid)]] : [])),
  ) as Partial<CertificateName>;
  return { ...optional, commonName: values.get(OID.commonName) ?? '' };
}

function encodeExtensions({ publicKey, isAuthority, issuer }: CertificateRequest): Buffer {
  const extension = (oid: string, value: Buffer, isCritical = false): Buffer =>
    sequence(objectIdentifier(oid), ...(isCritical ? [encodeElement(TAG.boolean, Buffer.from([0xff]))] : []), octetString(value));
  const keyIdentifier = (key: string): Buffer => sm3(Buffer.from(key, 'hex')).subarray(0, 20);
  // Bits of KeyUsage: keyCertSign and cRLSign for an authority, digitalSignature and nonRepudiation for a signer.
  const usage = encodeElement(TAG.bitString, Buffer.from(isAuthority ? [1, 0x06] : [6, 0xc0]));
  return sequence(
    extension(OID.basicConstraints, isAuthority ? sequence(encodeElement(TAG.boolean, Buffer.from([0xff]))) : sequence(), true),
    extension(OID.keyUsage, usage, true),
    extension(OID.subjectKeyIdentifier, octetString(keyIdentifier(publicKey))),
    extension(OID.authorityKeyIdentifier, sequence(encodeElement(0x80, keyIdentifier(issuer.keys.publicKey)))),
  );
}
