import { readCertificate, readElectronicSeal, signSm2, sm3, type SealSigner } from '@tongban/gm-crypto';
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
  /** The signature of who received it, by `readHandwriting`. */
  handwriting?: Buffer | undefined;
}

export interface SealedDocument {
  content: Buffer;
  /** SM3 of the file, hex. */
  digest: string;
  sealName: string;
  signedBy: string;
}

type ActiveSeal = Pick<Selectable<SealsTables['seals.seal']>, 'id' | 'name' | 'organizationName' | 'purpose' | 'keyCipher'>;

/** The seal that an organisation uses today. @throws seals.no-seal */
async function getActiveSeal(ctx: Context, { organizationId, organizationName }: Pick<DocumentToSeal, 'organizationId' | 'organizationName'>): Promise<ActiveSeal> {
  const today = chinaDate(ctx.kernel.clock.now());
  const row = await tablesOf<SealsTables>(ctx.kernel.db).selectFrom('seals.seal').select(['id', 'name', 'organizationName', 'purpose', 'keyCipher']).where('organizationId', '=', organizationId)
    .where('state', '=', 'active').where('validFrom', '<=', today).where('validTo', '>=', today).orderBy('kind', 'desc').limit(1).executeTakeFirst();
  if (!row) throw fail('seals.no-seal', { organization: organizationName });
  return row;
}

const mostKept = 500;
const readSeals = new Map<string, Pick<SealSigner, 'seal' | 'certificate'>>();

/** Seal and certificate of a row, which never change; read, and found sound, once. */
async function readSeal(ctx: Context, id: string): Promise<Pick<SealSigner, 'seal' | 'certificate'>> {
  const known = readSeals.get(id);
  if (known) return known;
  const row = await tablesOf<SealsTables>(ctx.kernel.db).selectFrom('seals.seal').select(['seal', 'certificate']).where('id', '=', id).executeTakeFirstOrThrow();
  const read = { seal: readElectronicSeal(row.seal), certificate: readCertificate(row.certificate) };
  if (readSeals.size >= mostKept) readSeals.clear();
  readSeals.set(id, read);
  return read;
}

/**
 * Renders a document with the organisation's visible seal and signs the file with it (SM2 over SM3, GB/T 38540); each use
 * is recorded with the file's digest (SEL-02). @throws seals.no-seal
 */
export async function sealDocument(ctx: Context, document: DocumentToSeal): Promise<SealedDocument> {
  const row = await getActiveSeal(ctx, document);
  const { seal, certificate } = await readSeal(ctx, row.id);
  const signedAt = ctx.kernel.clock.now();
  const rendered = await renderDocument(document.definition, document.data, { createdAt: signedAt, seal: appearanceOf(row), ...(document.handwriting ? { handwriting: document.handwriting } : {}) });
  const content = signPdf(rendered, { seal, certificate, keys: decryptKey(ctx, 'seal', row.id, row.keyCipher, certificate) }, signedAt);
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
  const row = await getActiveSeal(ctx, { organizationId, organizationName });
  const { certificate } = await readSeal(ctx, row.id);
  return signSm2(Buffer.from(words, 'utf8'), decryptKey(ctx, 'seal', row.id, row.keyCipher, certificate)).toString('base64url');
}
