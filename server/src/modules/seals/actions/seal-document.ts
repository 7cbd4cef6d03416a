import { readCertificate, readElectronicSeal, signSm2, sm3, type ElectronicSeal } from '@tongban/gm-crypto';
import type { Selectable } from 'kysely';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { renderDocument, signPdf, type DocumentData, type DocumentDefinition } from '../../../kernel/documents/index.ts';
import { decryptKey } from '../authority.ts';
import { fail } from '../errors.ts';
import type { SealsTables } from '../tables.ts';
import { appearanceOf } from './make-seal.ts';

/** A document to be rendered, sealed and signed. */
export interface DocumentToSeal {
  organizationId: string;
  organizationName: string;
  definition: DocumentDefinition;
  data: DocumentData;
  documentKind: string;
  documentTitle: string;
  caseNumber: string | null;
}

export interface SealedDocument {
  content: Buffer;
  /** SM3 of the file, hex. */
  digest: string;
  sealName: string;
  signedBy: string;
}

async function findActiveSeal(ctx: Context, organizationId: string): Promise<Selectable<SealsTables['seals.seal']> | undefined> {
  const today = chinaDate(ctx.kernel.clock.now());
  return tablesOf<SealsTables>(ctx.kernel.db).selectFrom('seals.seal').selectAll().where('organizationId', '=', organizationId)
    .where('state', '=', 'active').where('validFrom', '<=', today).where('validTo', '>=', today).orderBy('kind', 'desc').limit(1).executeTakeFirst();
}

const mostKept = 500;
const readSeals = new Map<string, ElectronicSeal>();

/** A seal as its row holds it; one that was read and found sound before is not checked again. */
function readSeal({ id, seal }: Pick<Selectable<SealsTables['seals.seal']>, 'id' | 'seal'>): ElectronicSeal {
  const known = readSeals.get(id);
  if (known?.der.equals(seal)) return known;
  const read = readElectronicSeal(seal);
  if (readSeals.size >= mostKept) readSeals.clear();
  readSeals.set(id, read);
  return read;
}

/**
 * Renders a document with the organisation's visible seal and signs the file with it (SM2 over SM3, GB/T 38540); each use
 * is recorded with the file's digest (SEL-02). @throws seals.no-seal
 */
export async function sealDocument(ctx: Context, document: DocumentToSeal): Promise<SealedDocument> {
  const row = await findActiveSeal(ctx, document.organizationId);
  if (!row) throw fail('seals.no-seal', { organization: document.organizationName });
  const signedAt = ctx.kernel.clock.now();
  const rendered = await renderDocument(document.definition, document.data, { createdAt: signedAt, seal: appearanceOf(row) });
  const certificate = readCertificate(row.certificate);
  const content = signPdf(rendered, { seal: readSeal(row), certificate, keys: decryptKey(ctx, 'seal', row.id, row.keyCipher) }, signedAt);
  const digest = sm3(content).toString('hex');
  const batch = new WriteBatch();
  writesFor<SealsTables>(batch).insert('seals.use', {
    id: createId(), sealId: row.id, sealName: row.name, documentKind: document.documentKind, documentTitle: document.documentTitle,
    caseNumber: document.caseNumber, digest, usedAt: signedAt, usedBy: ctx.actor.name,
  });
  recordAudit(ctx, batch, { action: 'seals.use-seal', objectType: 'seal', objectId: row.id, detail: { document: document.documentTitle, digest } });
  await commit(ctx, batch);
  return { content, digest, sealName: row.name, signedBy: certificate.subject.commonName };
}

/** Signs a few words with the organisation's seal key (SM2, DER in base64url), for codes checked without a network. @throws seals.no-seal */
export async function signWords(ctx: Context, organizationId: string, organizationName: string, words: string): Promise<string> {
  const row = await findActiveSeal(ctx, organizationId);
  if (!row) throw fail('seals.no-seal', { organization: organizationName });
  return signSm2(Buffer.from(words, 'utf8'), decryptKey(ctx, 'seal', row.id, row.keyCipher)).toString('base64url');
}
