import { generateSm2KeyPair, issueCertificate, readCertificate, type Certificate, type Sm2KeyPair } from '@tongban/gm-crypto';
import { commit } from '../../kernel/commit.ts';
import type { Context } from '../../kernel/context.ts';
import { createId, tablesOf, violatedConstraint, WriteBatch, writesFor } from '../../kernel/db/index.ts';
import { personalDataCipher } from '../../kernel/personal-data/index.ts';
import type { SealsTables } from './tables.ts';

export interface Authority {
  certificate: Certificate;
  keys: Sm2KeyPair;
}

const authorityName = '通办电子印章制作机构';
const years = 20;

/** The date `count` years after an instant. */
export function yearsAfter(instant: Date, count: number): Date {
  const later = new Date(instant);
  later.setUTCFullYear(later.getUTCFullYear() + count);
  return later;
}

/** Encrypts a private key for its row. */
export function encryptKey(ctx: Context, table: 'authority' | 'seal', id: string, keys: Sm2KeyPair): string {
  return personalDataCipher(ctx.kernel).encrypt(`seals.${table}.key_cipher`, id, keys.privateKey);
}

/** Reads the private key of a certificate back. */
export function decryptKey(ctx: Context, table: 'authority' | 'seal', id: string, cipher: string, { publicKey }: Certificate): Sm2KeyPair {
  return { privateKey: personalDataCipher(ctx.kernel).decrypt(`seals.${table}.key_cipher`, id, cipher), publicKey };
}

async function findAuthority(ctx: Context): Promise<Authority | undefined> {
  const row = await tablesOf<SealsTables>(ctx.kernel.db).selectFrom('seals.authority').selectAll().where('name', '=', authorityName).executeTakeFirst();
  if (!row) return undefined;
  const certificate = readCertificate(row.certificate);
  return { certificate, keys: decryptKey(ctx, 'authority', row.id, row.keyCipher, certificate) };
}

/** The installation's seal maker; its keys are made the first time. A city with a provincial seal maker imports that one's. */
export async function ensureAuthority(ctx: Context): Promise<Authority> {
  const existing = await findAuthority(ctx);
  if (existing) return existing;
  const id = createId();
  const keys = generateSm2KeyPair();
  const now = ctx.kernel.clock.now();
  const subject = { commonName: authorityName };
  const certificate = issueCertificate({
    subject, publicKey: keys.publicKey, notBefore: now, notAfter: yearsAfter(now, years), isAuthority: true, issuer: { name: subject, keys },
  });
  const batch = new WriteBatch();
  writesFor<SealsTables>(batch).insert('seals.authority',
    { id, name: authorityName, certificate: certificate.der, keyCipher: encryptKey(ctx, 'authority', id, keys), createdAt: now });
  try {
    await commit(ctx, batch);
    return { certificate, keys };
  } catch (error) {
    const other = violatedConstraint(error) === 'authority_name_key' ? await findAuthority(ctx) : undefined;
    if (other) return other;
    throw error;
  }
}

/** Certificates that signatures of this installation lead back to. */
export async function trustedRoots(ctx: Context): Promise<Certificate[]> {
  const rows = await tablesOf<SealsTables>(ctx.kernel.db).selectFrom('seals.authority').select('certificate').execute();
  return rows.map(({ certificate }) => readCertificate(certificate));
}
