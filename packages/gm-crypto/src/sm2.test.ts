import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCertificateTrusted, issueCertificate, readCertificate } from './certificate.ts';
import { encodePem, exportSm2PrivateKey, exportSm2PublicKey, importSm2PrivateKey, importSm2PublicKey } from './sm2-pem.ts';
import { SM2_USER_ID, signSm2, verifySm2 } from './sm2.ts';
import { generateSm2KeyPair, sm2KeyPairFromPrivate } from './sm2-key.ts';

const opensslVersion = spawnSync('openssl', ['version']);
const hasOpenssl = opensslVersion.status === 0 && /^OpenSSL 3/.test(opensslVersion.stdout.toString());
const keys = sm2KeyPairFromPrivate('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8');
const message = Buffer.from('message digest');

describe('SM2 (GB/T 32918)', () => {
  it('public key and signature of the standard’s example', () => {
    expect(keys.publicKey).toBe(
      '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
    );
    const signature = Buffer.from(
      '3046022100f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3022100b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
      'hex',
    );
    expect(verifySm2(message, signature, keys.publicKey)).toBe(true);
  });

  it('accepts its own signatures and refuses every changed byte of them', () => {
    const signature = signSm2(message, keys);
    expect(verifySm2(message, signature, keys.publicKey)).toBe(true);
    fc.assert(
      fc.property(fc.nat(signature.length - 1), fc.integer({ min: 1, max: 255 }), (index, flip) => {
        const changed = Buffer.from(signature);
        changed[index] = (changed[index] ?? 0) ^ flip;
        return !verifySm2(message, changed, keys.publicKey);
      }),
      { numRuns: 150 },
    );
  });

  it('refuses another message, another key, appended and missing bytes, and a point off the curve', () => {
    const signature = signSm2(message, keys);
    expect(verifySm2(Buffer.from('message digesT'), signature, keys.publicKey)).toBe(false);
    expect(verifySm2(message, signature, generateSm2KeyPair().publicKey)).toBe(false);
    expect(verifySm2(message, Buffer.concat([signature, Buffer.from([0])]), keys.publicKey)).toBe(false);
    expect(verifySm2(message, signature.subarray(0, -1), keys.publicKey)).toBe(false);
    expect(verifySm2(message, signature, `04${'11'.repeat(64)}`)).toBe(false);
  });

  it('round trips keys through PEM', () => {
    const generated = generateSm2KeyPair();
    expect(importSm2PrivateKey(exportSm2PrivateKey(generated))).toEqual(generated);
    expect(importSm2PublicKey(exportSm2PublicKey(generated.publicKey))).toBe(generated.publicKey);
    expect(() => importSm2PublicKey('no key')).toThrow(RangeError);
  });
});

describe('证书', () => {
  const name = { organizationName: '广安市大数据局', commonName: '通办根证书' };
  const subject = { organizationName: '广安区行政审批局', organizationIdentifier: '11511301008778183N', commonName: '行政审批专用章' };
  const validity = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2055-01-01T00:00:00Z') };
  const root = issueCertificate({ subject: name, publicKey: keys.publicKey, isAuthority: true, issuer: { name, keys }, ...validity });
  const leafKeys = generateSm2KeyPair();
  const leaf = issueCertificate({ subject, publicKey: leafKeys.publicKey, isAuthority: false, issuer: { name, keys }, ...validity });
  const at = new Date('2026-11-21T00:00:00Z');

  it('keeps names, validity and key', () => {
    expect(readCertificate(leaf.der)).toMatchObject({ subject, issuer: name, ...validity, publicKey: leafKeys.publicKey });
  });
  it('is trusted only by its issuer and only while valid', () => {
    const stranger = issueCertificate({ subject: name, publicKey: leafKeys.publicKey, isAuthority: true, issuer: { name, keys: leafKeys }, ...validity });
    expect(isCertificateTrusted(leaf, root, at)).toBe(true);
    expect(isCertificateTrusted(root, root, at)).toBe(true);
    expect(isCertificateTrusted(leaf, stranger, at)).toBe(false);
    expect(isCertificateTrusted(leaf, root, new Date('2025-12-31T23:59:59Z'))).toBe(false);
    expect(isCertificateTrusted(leaf, root, new Date('2055-01-02T00:00:00Z'))).toBe(false);
  });

  describe.skipIf(!hasOpenssl)('与 OpenSSL 互认', () => {
    let folder = '';
    const put = (file: string, content: string | Uint8Array): string => {
      writeFileSync(join(folder, file), content);
      return join(folder, file);
    };
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'sm2-'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));
    const options = ['-rawin', '-digest', 'sm3', '-pkeyopt', `distid:${SM2_USER_ID}`];

    it('openssl accepts our signatures', () => {
      const key = put('public.pem', exportSm2PublicKey(keys.publicKey));
      const signature = put('signature', signSm2(message, keys));
      const verified = execFileSync('openssl', ['pkeyutl', '-verify', '-pubin', '-inkey', key, '-in', put('message', message), '-sigfile', signature, ...options]);
      expect(verified.toString()).toContain('Verified Successfully');
    });
    it('we accept signatures made by openssl with our key', () => {
      const key = put('private.pem', exportSm2PrivateKey(keys));
      const signature = execFileSync('openssl', ['pkeyutl', '-sign', '-inkey', key, '-in', put('message', message), ...options]);
      expect(verifySm2(message, signature, keys.publicKey)).toBe(true);
    });
    it('we read keys generated by openssl', () => {
      const pem = execFileSync('openssl', ['genpkey', '-algorithm', 'SM2']).toString();
      const pair = importSm2PrivateKey(pem);
      const publicPem = execFileSync('openssl', ['pkey', '-in', put('own.pem', pem), '-pubout']).toString();
      expect(exportSm2PublicKey(pair.publicKey)).toBe(publicPem);
    });
    it('openssl verifies our chain', () => {
      const authority = put('root.pem', encodePem('CERTIFICATE', root.der));
      const certificate = put('leaf.pem', encodePem('CERTIFICATE', leaf.der));
      const identifiers = ['-vfyopt', `distid:${SM2_USER_ID}`];
      const verified = execFileSync('openssl', ['verify', ...identifiers, '-x509_strict', '-CAfile', authority, certificate]);
      expect(verified.toString()).toContain('OK');
    });
  });
});
