import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueCertificate, type Certificate } from './certificate.ts';
import { signDetached, verifyDetached } from './detached-signature.ts';
import { makeElectronicSeal, readElectronicSeal } from './electronic-seal.ts';
import { readSealSignature, sealDigest } from './seal-signature.ts';
import { generateSm2KeyPair, type Sm2KeyPair } from './sm2-key.ts';
import { sm3 } from './sm3.ts';

const validFrom = new Date('2026-01-01T00:00:00Z');
const validUntil = new Date('2031-01-01T00:00:00Z');
const signedAt = new Date('2026-11-21T04:00:00Z');
const certify = (commonName: string): { certificate: Certificate; keys: Sm2KeyPair } => {
  const keys = generateSm2KeyPair();
  const issuer = { name: { commonName }, keys };
  return {
    keys,
    certificate: issueCertificate({ subject: { commonName }, publicKey: keys.publicKey, isAuthority: false, issuer, notBefore: validFrom, notAfter: validUntil }),
  };
};
const maker = certify('制章人');
const signer = certify('广安区行政审批局');
const seal = makeElectronicSeal(
  {
    sealId: '51160200000001', type: 2, name: '广安区行政审批局行政审批专用章', signerCertificates: [signer.certificate.der],
    createdAt: validFrom, validFrom, validUntil,
    picture: { type: 'SVG', data: Buffer.from('<svg/>'), widthMm: 42, heightMm: 42 },
  },
  maker.certificate,
  maker.keys,
);
const digest = sm3('document');
const changed = (bytes: Buffer, index: number, flip: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[index] = (copy[index] ?? 0) ^ flip;
  return copy;
};

describe('电子印章 (GB/T 38540)', () => {
  it('reads back what was made', () => {
    expect(readElectronicSeal(seal.der)).toMatchObject({
      sealId: '51160200000001', name: '广安区行政审批局行政审批专用章', validFrom, validUntil,
      picture: { type: 'SVG', widthMm: 42 }, maker: { subject: { commonName: '制章人' } },
    });
  });
  it('refuses every changed byte of the seal information', () => {
    const certificateAt = seal.der.indexOf(maker.certificate.der);
    fc.assert(
      fc.property(fc.nat(certificateAt - 1), fc.integer({ min: 1, max: 255 }), (index, flip) => {
        expect(() => readElectronicSeal(changed(seal.der, index, flip))).toThrow();
      }),
      { numRuns: 200 },
    );
  });
});

describe('电子签章', () => {
  const signature = sealDigest(digest, 'PDF /ByteRange', { seal, ...signer }, signedAt);

  it('names digest, time, seal and signer', () => {
    const read = readSealSignature(signature);
    expect(read).toMatchObject({ signedAt, property: 'PDF /ByteRange', seal: { name: seal.name }, signer: { subject: { commonName: '广安区行政审批局' } } });
    expect(read.digest).toEqual(digest);
  });
  it('refuses every changed byte, the certificates included', () => {
    fc.assert(
      fc.property(fc.nat(signature.length - 1), fc.integer({ min: 1, max: 255 }), (index, flip) => {
        expect(() => readSealSignature(changed(signature, index, flip))).toThrow();
      }),
      { numRuns: 200 },
    );
  });
  it('refuses a signer whom the seal does not list', () => {
    expect(() => sealDigest(digest, 'x', { seal, ...certify('他人') }, signedAt)).toThrow('does not list');
  });
  it('refuses a time outside the validity of the seal', () => {
    const late = sealDigest(digest, 'x', { seal, ...signer }, new Date('2031-01-01T00:00:01Z'));
    expect(() => readSealSignature(late)).toThrow('not valid when signing');
  });
});

describe('分离签名', () => {
  const file = Buffer.from('file');
  const record = signDetached(file, signer.certificate, signer.keys);
  it('holds for the file only, also after JSON', () => {
    expect(verifyDetached(file, JSON.parse(JSON.stringify(record)))).toBe(true);
    expect(verifyDetached(Buffer.from('filE'), record)).toBe(false);
    expect(verifyDetached(file, { ...record, digest: sm3('other').toString('hex') })).toBe(false);
    expect(verifyDetached(file, { ...record, certificate: maker.certificate.der.toString('base64') })).toBe(false);
    expect(verifyDetached(file, { ...record, certificate: 'AAAA' })).toBe(false);
  });
});
