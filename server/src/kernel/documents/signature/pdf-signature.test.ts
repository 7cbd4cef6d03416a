import { generateSm2KeyPair, issueCertificate, type SealSigner } from '@tongban/gm-crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderDocument } from '../render-document.ts';
import { makeOrganizationSeal } from '../seal/make-seal.ts';
import { licenceFace } from '../templates/licence-face.ts';
import { SAMPLE_DATA } from '../templates/sample-data.ts';
import { findByteRange, type ByteRange } from './byte-range.ts';
import { signPdf } from './sign-pdf.ts';
import { verifyPdf } from './verify-pdf.ts';

const validity = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2036-01-01T00:00:00Z') };
const signedAt = new Date('2026-11-21T04:00:00Z');
const authority = (commonName: string) => {
  const keys = generateSm2KeyPair();
  const name = { commonName };
  return { name, keys, root: issueCertificate({ subject: name, publicKey: keys.publicKey, isAuthority: true, issuer: { name, keys }, ...validity }) };
};
const city = authority('通办根证书');

async function signerOf(issuer: typeof city): Promise<SealSigner> {
  const keys = generateSm2KeyPair();
  const certificate = issueCertificate({ subject: { commonName: '广安区行政审批局' }, publicKey: keys.publicKey, isAuthority: false, issuer, ...validity });
  const seal = await makeOrganizationSeal(
    {
      appearance: { organization: '广安市广安区行政审批局', purpose: '行政审批专用章' }, sealId: '51160200000001', type: 2, signerCertificates: [certificate.der],
      createdAt: new Date('2026-02-01T00:00:00Z'), validFrom: new Date('2026-02-01T00:00:00Z'), validUntil: new Date('2031-02-01T00:00:00Z'),
    },
    issuer.root,
    issuer.keys,
  );
  return { seal, certificate, keys };
}

let signer: SealSigner;
let plain: Buffer;
let signed: Buffer;
let range: ByteRange;

beforeAll(async () => {
  signer = await signerOf(city);
  plain = await renderDocument(licenceFace, SAMPLE_DATA, { createdAt: signedAt });
  signed = signPdf(plain, signer, signedAt);
  range = findByteRange(signed) ?? { holeStart: 0, holeEnd: 0 };
});

function expectBroken(file: Buffer): void {
  expect(verifyPdf(file, [city.root])).toMatchObject({ intact: false, reason: expect.stringMatching(/。$/u) });
}

describe('PDF 电子签章', () => {
  it('says who signed, with which seal, when', () => {
    expect(verifyPdf(signed, [city.root])).toEqual({
      intact: true, trusted: true, signer: { commonName: '广安区行政审批局' }, sealId: '51160200000001',
      sealName: '广安市广安区行政审批局行政审批专用章', signedAt,
    });
  });

  it('leaves the rendered bytes as they are and appends to them', () => {
    expect(signed.subarray(0, plain.length).equals(plain)).toBe(true);
  });

  it('covers everything but the signature value', () => {
    const hole = signed.toString('latin1', range.holeStart, range.holeEnd);
    expect(hole).toMatch(/^<[0-9a-f]+>$/);
  });

  it('detects any changed byte anywhere', () => {
    fc.assert(
      fc.property(fc.nat(signed.length - 1), fc.integer({ min: 1, max: 255 }), (index, flip) => {
        const changed = Buffer.from(signed);
        changed[index] = (changed[index] ?? 0) ^ flip;
        expectBroken(changed);
      }),
      { numRuns: 300 },
    );
  });

  it('detects any changed byte in and around the signature value', () => {
    fc.assert(
      fc.property(fc.integer({ min: range.holeStart - 80, max: range.holeEnd + 20 }), fc.constantFrom(...'0123456789abcdefABCDEF <>'), (index, letter) => {
        fc.pre(signed[index] !== letter.charCodeAt(0));
        const changed = Buffer.from(signed);
        changed[index] = letter.charCodeAt(0);
        expectBroken(changed);
      }),
      { numRuns: 300 },
    );
  });

  it('detects the same value written in capital letters or with other filling', () => {
    const upper = Buffer.from(signed);
    upper.write(signed.toString('latin1', range.holeStart, range.holeEnd).toUpperCase(), range.holeStart, 'latin1');
    expectBroken(upper);
    const filled = Buffer.from(signed);
    filled.write('1', range.holeEnd - 2, 'latin1');
    expectBroken(filled);
  });

  it('detects appended, missing, inserted and swapped bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(signed.length - 1), (bytes, at) => {
        expectBroken(Buffer.concat([signed, bytes]));
        expectBroken(signed.subarray(0, at));
        expectBroken(Buffer.concat([signed.subarray(0, at), bytes, signed.subarray(at)]));
      }),
      { numRuns: 60 },
    );
    expectBroken(Buffer.concat([signed, Buffer.from('\n')]));
    expectBroken(Buffer.concat([signed, Buffer.from('/ByteRange [0 1 2 3]')]));
  });

  it('names the cause', () => {
    const codeOf = (file: Buffer): string | undefined => {
      const outcome = verifyPdf(file);
      return outcome.intact ? undefined : outcome.code;
    };
    const changed = Buffer.from(signed);
    changed.write('X', plain.length - 100, 'latin1');
    expect([Buffer.from('PK'), Buffer.alloc(0), plain, changed].map(codeOf)).toEqual(['not-pdf', 'not-pdf', 'not-signed', 'content-changed']);
  });

  it('does not trust a file re-signed by a stranger', async () => {
    const stranger = authority('通办根证书');
    const forged = signPdf(plain, await signerOf(stranger), signedAt);
    expect(verifyPdf(forged, [city.root])).toMatchObject({ intact: true, trusted: false });
    expect(verifyPdf(forged, [stranger.root])).toMatchObject({ intact: true, trusted: true });
    expect(verifyPdf(signed)).toMatchObject({ intact: true, trusted: false });
  });

  it('refuses to sign twice, other files, and with an expired seal', () => {
    expect(() => signPdf(signed, signer, signedAt)).toThrow(expect.objectContaining({ code: 'documents.unsupported-pdf' }));
    expect(() => signPdf(Buffer.from('%PDF-1.7 nothing'), signer, signedAt)).toThrow(expect.objectContaining({ code: 'documents.unsupported-pdf' }));
    const late = signPdf(plain, signer, new Date('2031-02-02T00:00:00Z'));
    expect(verifyPdf(late)).toMatchObject({ intact: false, code: 'signature-broken' });
  });
});
