import PDFDocument from 'pdfkit';
import { once } from 'node:events';
import { fictitiousCreditCode } from '../server/src/kernel/identity/fictitious-numbers.ts';
import { systemActor } from '../server/src/kernel/access/index.ts';
import { systemContext, type Context, type Kernel } from '../server/src/kernel/context.ts';
import { createId, tablesOf } from '../server/src/kernel/db/index.ts';
import { decryptDraft, encryptDraft, type DraftRecord } from '../server/src/modules/intake/draft-record.ts';
import type { IntakeTables } from '../server/src/modules/intake/tables.ts';
import { dayFromNow } from './handle-case.ts';
import { call, upload } from './lib/client.ts';
import type { SignedIn, World } from './world.ts';

/** A draft that can be submitted at once. */
export interface PreparedDraft {
  readonly id: string;
  readonly revision: number;
  /** Place of its owner among the world's persons. */
  readonly owner: number;
  readonly fileIds: readonly string[];
}

interface DraftAnswer { id: string; revision: number; answers: Record<string, unknown>; materials: { material: { key: string; formKey?: string } }[] }

async function makePdf(text: string): Promise<Buffer<ArrayBuffer>> {
  const document = new PDFDocument({ size: 'A4' });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  document.text(text);
  document.end();
  await once(document, 'end');
  return Buffer.concat(chunks);
}

/** The applicant registers a company and acts for it, as its legal representative. */
async function representCompany(origin: string, person: SignedIn, serial: number): Promise<void> {
  const company = await call<{ id: string }>(origin, 'POST', '/api/v1/companies', person, {
    name: `广安测量市政工程有限公司${serial}`, creditCode: fictitiousCreditCode(serial), regionCode: '511602', address: `四川省广安市广安区示范路${serial}号`,
  });
  const { session } = await call<{ session: { actingChoices: { mandateId: string; id: string }[] } }>(origin, 'GET', '/api/v1/session', person);
  const choice = session.actingChoices.find(({ id }) => id === company.id);
  if (!choice) throw new Error('the legal representative may not act for the company');
  await call(origin, 'POST', '/api/v1/session/acting-for', person, { mandateId: choice.mandateId });
}

/** Fills in one application as its applicant would: guidance, form, uploads. */
async function fillDraft(origin: string, world: World, owner: number): Promise<PreparedDraft> {
  const person = world.persons[owner];
  const form = world.item.forms[0];
  if (!person || !form) throw new Error('no such applicant or form');
  await representCompany(origin, person, owner + 1);
  const guidance = [{ question: 'road-age', option: 'old' }, { question: 'traffic', option: 'none' }];
  const draft = await call<DraftAnswer>(origin, 'POST', '/api/v1/drafts', person, { itemId: world.itemId, guidance });
  const { trafficMeasures: _none, ...sample } = form.sampleData;
  const answers = { ...sample, ...draft.answers, closure: '不占用车道', period: { start: dayFromNow(14), end: dayFromNow(40) } };
  const materials = [];
  for (const { material } of draft.materials) {
    if (material.formKey !== undefined) continue;
    materials.push({ key: material.key, fileIds: [await upload(origin, person, `${material.key}.pdf`, await makePdf(`${material.key} ${owner}`))] });
  }
  const saved = await call<{ revision: number }>(origin, 'PUT', `/api/v1/drafts/${draft.id}`, person, { revision: draft.revision, answers, materials });
  return { id: draft.id, revision: saved.revision, owner, fileIds: materials.flatMap(({ fileIds }) => fileIds) };
}

/** One application of each applicant, filled in over HTTP. */
export async function fillDrafts(origin: string, world: World): Promise<PreparedDraft[]> {
  const drafts: PreparedDraft[] = [];
  for (const owner of world.persons.keys()) drafts.push(await fillDraft(origin, world, owner));
  return drafts;
}

function copyOf(ctx: Context, source: DraftRecord, encrypted: boolean): { row: DraftRecord; fileIds: Map<string, string> } {
  const id = createId();
  const fileIds = new Map<string, string>();
  const materials = source.materials.map((material) => ({
    ...material, files: material.files.map((file) => {
      const copy = createId();
      fileIds.set(file.id, copy);
      return { ...file, id: copy };
    }),
  }));
  const ciphers = encrypted ? {
    answersCipher: encryptDraft(ctx, 'answers', id, decryptDraft(ctx, 'answers', source)), lockedCipher: encryptDraft(ctx, 'locked', id, decryptDraft(ctx, 'locked', source)),
  } : {};
  return { row: { ...source, id, materials, ...ciphers }, fileIds };
}

const chunkSize = 500;

/**
 * Copies the filled drafts until there are `count`, with files of their own and answers encrypted for their own row; only
 * those that HTTP is to read need the latter.
 */
export async function copyDrafts(kernel: Kernel, sources: readonly PreparedDraft[], count: number, encrypted: boolean): Promise<PreparedDraft[]> {
  const ctx = systemContext(kernel, systemActor('bench'), createId());
  const tables = tablesOf<IntakeTables>(kernel.db);
  const records = await tables.selectFrom('intake.draft').selectAll().where('id', 'in', sources.map(({ id }) => id)).execute();
  const byId = new Map(records.map((record) => [record.id, record]));
  const copies: PreparedDraft[] = [];
  for (let from = 0; from < count; from += chunkSize) {
    const rows: DraftRecord[] = [];
    const files: { source: string; copy: string; draft: string }[] = [];
    for (let index = from; index < Math.min(count, from + chunkSize); index += 1) {
      const source = sources[index % sources.length];
      const record = source && byId.get(source.id);
      if (!source || !record) throw new Error('a filled draft is missing');
      const { row, fileIds } = copyOf(ctx, record, encrypted);
      rows.push(row);
      for (const [id, copy] of fileIds) files.push({ source: id, copy, draft: row.id });
      copies.push({ id: row.id, revision: row.revision, owner: source.owner, fileIds: [...fileIds.values()] });
    }
    await storeCopies(kernel, rows, files);
  }
  return copies;
}

async function storeCopies(kernel: Kernel, rows: readonly DraftRecord[], files: readonly { source: string; copy: string; draft: string }[]): Promise<void> {
  const { pool } = kernel.db;
  const snake = rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value])));
  await pool.query('INSERT INTO intake.draft SELECT * FROM json_populate_recordset(NULL::intake.draft, $1::json)', [JSON.stringify(snake)]);
  await pool.query(
    `INSERT INTO files.file (id, digest, size, media_type, name, purpose, pages, active, scan_status, uploaded_by, uploaded_at, owner_type, owner_id)
     SELECT c.copy, f.digest, f.size, f.media_type, f.name, f.purpose, f.pages, f.active, f.scan_status, f.uploaded_by, f.uploaded_at, 'draft', c.draft
     FROM json_to_recordset($1::json) AS c (source uuid, copy uuid, draft text) JOIN files.file f ON f.id = c.source`, [JSON.stringify(files)]);
}
