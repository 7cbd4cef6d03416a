import { TAG, bitString, generalizedTime, integer, objectIdentifier, octetString, sequence, textString } from './der.ts';
import { DerCursor, readBitString, readElement, readElements, readObjectIdentifier, readSmallInteger, readText, readTime } from './der-reader.ts';
import { readCertificate, type Certificate } from './certificate.ts';
import { OID } from './object-identifiers.ts';
import { signSm2, verifySm2 } from './sm2.ts';
import type { Sm2KeyPair } from './sm2-key.ts';

/** Picture of a seal as stored inside it; millimetres. */
export interface SealPicture {
  readonly type: 'SVG' | 'PNG';
  readonly data: Buffer;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** What a seal maker puts into an electronic seal. */
export interface SealProperties {
  /** Identifier of the seal, ASCII. */
  readonly sealId: string;
  /** 1 公章, 2 专用章 … as the authority defines. */
  readonly type: number;
  /** e.g. `广安市广安区行政审批局行政审批专用章`. */
  readonly name: string;
  /** Certificates (DER) of those who may sign with it. */
  readonly signerCertificates: readonly Buffer[];
  readonly createdAt: Date;
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly picture: SealPicture;
}

/** An electronic seal that was read and whose maker's signature is right. */
export interface ElectronicSeal extends SealProperties {
  readonly der: Buffer;
  readonly maker: Certificate;
}

const VERSION = 4;
const VENDOR = 'Tongban';
const CERTIFICATES_LISTED = 1;

/** Makes an electronic seal (SESeal, GB/T 38540-2020) signed by the seal maker (制章人). */
export function makeElectronicSeal(properties: SealProperties, maker: Certificate, makerKeys: Sm2KeyPair): ElectronicSeal {
  const info = sequence(
    sequence(textString(TAG.ia5String, 'ES'), integer(VERSION), textString(TAG.ia5String, VENDOR)),
    textString(TAG.ia5String, properties.sealId),
    sequence(
      integer(properties.type),
      textString(TAG.utf8String, properties.name),
      integer(CERTIFICATES_LISTED),
      sequence(...properties.signerCertificates.map(octetString)),
      generalizedTime(properties.createdAt),
      generalizedTime(properties.validFrom),
      generalizedTime(properties.validUntil),
    ),
    sequence(
      textString(TAG.ia5String, properties.picture.type),
      octetString(properties.picture.data),
      integer(properties.picture.widthMm),
      integer(properties.picture.heightMm),
    ),
  );
  const algorithm = objectIdentifier(OID.sm2WithSm3);
  return readElectronicSeal(sequence(info, octetString(maker.der), algorithm, bitString(signSm2(info, makerKeys))));
}

/**
 * Reads an electronic seal and checks the maker's signature over it.
 * Throws DerError or RangeError when the bytes are not a seal or the signature is wrong.
 */
export function readElectronicSeal(der: Uint8Array): ElectronicSeal {
  const outer = readElement(der);
  const cursor = new DerCursor(outer);
  const info = cursor.take(TAG.sequence);
  const certificate = cursor.take(TAG.octetString);
  const algorithm = cursor.take(TAG.oid);
  const signature = readBitString(cursor.take(TAG.bitString));
  cursor.end();
  const maker = readCertificate(certificate.content);
  if (readObjectIdentifier(algorithm) !== OID.sm2WithSm3) throw new RangeError('seal not signed with SM2 over SM3');
  // Existing version 4 software signs the seal information alone; the certificate is covered by its own issuer.
  if (!verifySm2(info.encoded, signature, maker.publicKey))
    throw new RangeError('signature of the seal maker is wrong');
  return { ...readSealInfo(new DerCursor(info)), der: Buffer.from(outer.encoded), maker };
}

function readSealInfo(info: DerCursor): SealProperties {
  const header = new DerCursor(info.take(TAG.sequence));
  const identifier = readText(header.take(TAG.ia5String));
  if (identifier !== 'ES' || readSmallInteger(header.take(TAG.integer)) !== VERSION) throw new RangeError('not a seal of version 4');
  const sealId = readText(info.take(TAG.ia5String));
  const property = new DerCursor(info.take(TAG.sequence));
  const type = readSmallInteger(property.take(TAG.integer));
  const name = readText(property.take(TAG.utf8String));
  if (readSmallInteger(property.take(TAG.integer)) !== CERTIFICATES_LISTED) throw new RangeError('seal without listed certificates');
  const signerCertificates = readElements(property.take(TAG.sequence).content).map(({ content }) => Buffer.from(content));
  const createdAt = readTime(property.take(TAG.generalizedTime));
  const validFrom = readTime(property.take(TAG.generalizedTime));
  const validUntil = readTime(property.take(TAG.generalizedTime));
  property.end();
  const picture = readPicture(new DerCursor(info.take(TAG.sequence)));
  info.end();
  return { sealId, type, name, signerCertificates, createdAt, validFrom, validUntil, picture };
}

function readPicture(picture: DerCursor): SealPicture {
  const type = readText(picture.take(TAG.ia5String));
  if (type !== 'SVG' && type !== 'PNG') throw new RangeError(`seal picture of unknown type ${type}`);
  const data = Buffer.from(picture.take(TAG.octetString).content);
  const widthMm = readSmallInteger(picture.take(TAG.integer));
  const heightMm = readSmallInteger(picture.take(TAG.integer));
  picture.end();
  return { type, data, widthMm, heightMm };
}
