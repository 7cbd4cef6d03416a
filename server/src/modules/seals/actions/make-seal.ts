import { generateSm2KeyPair, issueCertificate } from '@tongban/gm-crypto';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { makeOrganizationSeal } from '../../../kernel/documents/index.ts';
import { encryptKey, ensureAuthority, yearsAfter } from '../authority.ts';
import { fail } from '../errors.ts';
import type { SealsTables } from '../tables.ts';

const validYears = 5;
/** Seal types of the SESeal: 1 公章, 2 专用章. */
const typeNumbers = { official: 1, special: 2 } as const;

/** Makes a seal for an organisation: key pair, certificate, picture and SESeal signed by the maker (SEL-01, GB/T 38540). */
export async function makeSeal(
  ctx: Context, order: { organizationId: string; organizationName: string; kind: 'official' | 'special'; purpose?: string; registrationNumber?: string },
): Promise<string> {
  const authority = await ensureAuthority(ctx);
  const id = createId();
  const keys = generateSm2KeyPair();
  const createdAt = ctx.kernel.clock.now();
  const validUntil = yearsAfter(createdAt, validYears);
  const name = order.kind === 'official' ? order.organizationName : `${order.organizationName}${order.purpose ?? '专用章'}`;
  const certificate = issueCertificate({
    subject: { commonName: name, organizationName: order.organizationName }, publicKey: keys.publicKey, notBefore: createdAt, notAfter: validUntil,
    isAuthority: false, issuer: { name: authority.certificate.subject, keys: authority.keys },
  });
  const seal = await makeOrganizationSeal({
    appearance: appearanceOf(order), sealId: id.replaceAll('-', '').slice(0, 20), type: typeNumbers[order.kind],
    signerCertificates: [certificate.der], createdAt, validFrom: createdAt, validUntil,
  }, authority.certificate, authority.keys);
  const batch = new WriteBatch().onViolation('seal_one_active', () => fail('seals.already-active'));
  writesFor<SealsTables>(batch).insert('seals.seal', {
    id, organizationId: order.organizationId, organizationName: order.organizationName, name, kind: order.kind, purpose: order.purpose ?? null,
    state: 'active', seal: seal.der, certificate: certificate.der, keyCipher: encryptKey(ctx, 'seal', id, keys),
    certificateSerial: certificate.serialNumber, validFrom: chinaDate(createdAt), validTo: chinaDate(validUntil), createdAt,
  });
  recordAudit(ctx, batch, { action: 'seals.make-seal', objectType: 'seal', objectId: id, detail: { name } });
  await commit(ctx, batch);
  return id;
}

/** How the visible seal of an order looks. */
export function appearanceOf(order: { organizationName: string; purpose?: string | null | undefined; registrationNumber?: string | undefined }) {
  return {
    organization: order.organizationName, ...(order.purpose ? { purpose: order.purpose } : {}),
    ...(order.registrationNumber ? { registrationNumber: order.registrationNumber } : {}),
  };
}
